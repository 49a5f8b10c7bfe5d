"""Postings from text to judgement, and their rows in the form of the contract."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import postingscan
from postingscan.finding import Finding, Praise
from postingscan.model.features import find_features
from postingscan.model.score import Score, Scorer, load_scorer
from postingscan.posting import Posting, Span
from postingscan.read import read_all
from postingscan.read.facts import Demand, Graded, Reading, Skill
from postingscan.read.language import read_language
from postingscan.rules import find_findings, find_praise
from postingscan.weigh import weigh
from postingscan.weigh.weights import Weights

MIN_WORDS = 5
"""A text shorter than this says too little to be judged."""

_TOGETHER = 64  # postings read together: more gain nothing
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything that a scan found in one posting; facts, weights and score are None where it is not scored."""

    posting: Posting
    language: str
    status: str
    status_reason: str = ""
    reading: Reading | None = None
    weights: Weights | None = None
    findings: tuple[Finding, ...] = ()
    praise: tuple[Praise, ...] = ()
    score: Score | None = None


def scan_posting(posting: Posting, scorer: Scorer | None = None, select: Collection[str] | None = None) -> Scan:
    """Read, weigh, judge and score one posting.

    Parameters
    ----------
    posting : Posting
    scorer : Scorer, optional
        The model; the packaged one where None.
    select : collection of str, optional
        Codes of the rules to show; all where None. The score rests on all rules whatever is shown.

    Returns
    -------
    Scan

    Examples
    --------
    >>> scan = scan_posting(Posting(title="Writer", description="Write two articles a week about gardens for our blog."))
    >>> scan.status, scan.language
    ('scored', 'en')
    >>> scan_posting(Posting(title="Writer")).status_reason
    'hardly any text: 0 words of description'
    """
    return scan_postings((posting,), scorer, select)[0]


def scan_postings(
    postings: Sequence[Posting], scorer: Scorer | None = None, select: Collection[str] | None = None
) -> list[Scan]:
    """Read, weigh, judge and score each of `postings`; much faster than one by one.

    Parameters
    ----------
    postings : sequence of Posting
    scorer, select
        As for `scan_posting`.

    Returns
    -------
    list of Scan
        One for each posting, in order.

    Examples
    --------
    >>> texts = ["Write two articles a week about gardens for our blog.", "Nous cherchons un jardinier pour le printemps."]
    >>> [scan.status for scan in scan_postings([Posting(description=text) for text in texts])]
    ['scored', 'not_scored']
    """
    scorer = scorer or load_scorer()
    return _by_few(postings, lambda few: _scan_together(few, scorer, select))


def rows_of(
    postings: Sequence[Posting], scorer: Scorer | None = None, select: Collection[str] | None = None
) -> list[dict[str, Any]]:
    """The rows of the contract for `postings`, in order; see `scan_postings` and `row_of`.

    Examples
    --------
    >>> texts = ["Write two articles a week about gardens for our blog.", "Write."]
    >>> [row["status"] for row in rows_of([Posting(description=text) for text in texts])]
    ['scored', 'not_scored']
    """
    scorer = scorer or load_scorer()
    return _by_few(postings, lambda few: [row_of(scan) for scan in _scan_together(few, scorer, select)])


def _by_few(postings: Sequence[Posting], work: Callable[[Sequence[Posting]], list[T]]) -> list[T]:
    """What `work` makes of `postings`, a few at a time, each few without Python's search for reference cycles.

    A scan makes no cycles, and a tenth of its time would go into looking for them.
    """
    made: list[T] = []
    collects = gc.isenabled()
    for start in range(0, len(postings), _TOGETHER):
        gc.disable()
        try:
            made += work(postings[start : start + _TOGETHER])
        finally:
            if collects:
                gc.enable()
    return made


def _scan_together(postings: Sequence[Posting], scorer: Scorer, select: Collection[str] | None) -> list[Scan]:
    unread = [_unread(posting) for posting in postings]
    readings = iter(read_all([posting for posting, scan in zip(postings, unread, strict=True) if scan is None]))
    return [
        scan or _judge(posting, next(readings), scorer, select)
        for posting, scan in zip(postings, unread, strict=True)
    ]  # fmt: skip


def _unread(posting: Posting) -> Scan | None:
    """The scan of a posting that is not read any further, None for one that is."""
    language, _ = read_language(posting)
    if language != "en":
        return Scan(posting, language, "not_scored", f"language is '{language}', only English is read")
    n_words = len(posting.description.split(None, MIN_WORDS))  # counting further would tell nothing
    if n_words < MIN_WORDS:
        return Scan(posting, language, "not_scored", f"hardly any text: {n_words} words of description")
    return None


def _judge(posting: Posting, reading: Reading, scorer: Scorer, select: Collection[str] | None) -> Scan:
    weights = weigh(posting, reading)
    findings = find_findings(reading, weights)
    score = scorer.score(findings, find_features(reading, weights))
    if select is not None:
        findings = tuple(finding for finding in findings if finding.code in select)
    praise = find_praise(reading, weights)
    return Scan(posting, "en", "scored", "", reading, weights, findings, praise, score)


def row_of(scan: Scan) -> dict[str, Any]:
    """The row of the contract, as plain Python values, in the contract's order.

    Examples
    --------
    >>> row = row_of(scan_posting(Posting(id="1", title="Writer", description="Write one article a day about gardens.")))
    >>> row["id"], row["status"], row["workload"] is not None
    ('1', 'scored', True)
    """
    posting, score = scan.posting, scan.score
    row: dict[str, Any] = {
        "id": posting.id,
        "source": posting.source,
        "title": posting.title,
        "language": scan.language,
        "status": scan.status,
        "status_reason": scan.status_reason or None,
        "over_expectation": score.level if score else None,
        "p_over_expectation": score.p_over_expectation if score else None,
        "drivers": list(score.drivers) if score else None,
    }
    row.update(_facts(scan.reading) if scan.reading else dict.fromkeys(_FACTS))
    row.update(_weights(scan.weights) if scan.weights else dict.fromkeys(_WEIGHTS))
    judged = scan.status == "scored"
    row["findings"] = [_finding(finding) for finding in scan.findings] if judged else None
    row["praise"] = [{"name": p.name, **_span(p.span), "message": p.message} for p in scan.praise] if judged else None
    row["contributions"] = (
        [{"feature": c.feature, "value": c.value, "contribution": c.contribution} for c in score.contributions]
        if score
        else None
    )
    row["model"] = score.model if score else None
    row["version"] = postingscan.__version__
    row["description"] = posting.description
    row["salary"] = posting.salary
    for name in ("hours_per_week", "employment_type", "country", "date", "url", "company"):
        row[name] = getattr(posting, name)
    row["extra"] = dict(posting.extra)
    return row


_FACTS = (
    "roles", "required_skills", "optional_skills", "pay", "trial", "payment_terms", "goals", "goals_text",
    "communication", "communication_text", "workload", "one_person",
)  # fmt: skip
_WEIGHTS = ("pay_usd_hour_min", "pay_usd_hour_max", "workload_hours", "rarity", "market", "split")


def _span(span: Span) -> dict[str, Any]:
    return {"text": span.text, "field": span.field, "start": span.start, "end": span.end}


def _skills(skills: tuple[Skill, ...], demand: Demand) -> list[dict[str, Any]]:
    rows = []
    for skill in skills:
        if skill.demand == demand:
            span = skill.span
            rows.append(
                {"text": span.text, "field": span.field, "start": span.start, "end": span.end, "skill": skill.name}
            )
    return rows


def _graded_text(graded: Graded) -> str | None:
    return graded.span.text if graded.span else None


def _finding(finding: Finding) -> dict[str, Any]:
    span = finding.span
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "confidence": str(finding.confidence),
        "driver": finding.driver or None,
        "field": span.field,
        "start": span.start,
        "end": span.end,
        "evidence": span.text,
        "message": finding.message,
        "advice": finding.advice,
    }


def _facts(reading: Reading) -> dict[str, Any]:
    trial, terms = reading.trial, reading.payment_terms
    where = _span(terms.span) if terms.span else {"text": None, "field": None, "start": None, "end": None}
    return {
        "roles": [role.name for role in reading.roles],
        "required_skills": _skills(reading.skills, "required"),
        "optional_skills": _skills(reading.skills, "optional"),
        "pay": [
            {
                **_span(pay.span),
                "min": pay.min,
                "max": pay.max,
                "currency": pay.currency,
                "unit": pay.unit,
                "currency_inferred": pay.currency_inferred,
                "unit_inferred": pay.unit_inferred,
                "reason": pay.reason or None,
                "kind": pay.kind,
            }
            for pay in reading.pay
        ],
        "trial": {"kind": trial.kind, "paid": trial.paid, "days": trial.days, **_span(trial.span)} if trial else None,
        "payment_terms": {"label": terms.label, **where},
        "goals": reading.goals.grade,
        "goals_text": _graded_text(reading.goals),
        "communication": reading.communication.grade,
        "communication_text": _graded_text(reading.communication),
        "workload": [
            {**_span(load.span), "quantity": load.quantity, "item": load.item, "per": load.per}
            for load in reading.workload
        ],
        "one_person": reading.hiring.one_person,
    }


def _weights(weights: Weights) -> dict[str, Any]:
    capacity, rarity, market = weights.capacity, weights.rarity, weights.market
    return {
        "pay_usd_hour_min": weights.offer.usd_hour_min,
        "pay_usd_hour_max": weights.offer.usd_hour_max,
        "workload_hours": {
            "needed_low": capacity.needed_low,
            "needed": capacity.needed,
            "needed_high": capacity.needed_high,
            "available": capacity.available,
        }
        if capacity
        else None,
        "rarity": {
            "one_in": rarity.one_in,
            "one_in_low": rarity.one_in_low,
            "one_in_high": rarity.one_in_high,
            "observed": rarity.observed,
            "population": rarity.population,
            "n_workers": rarity.n_workers,
            "families": list(rarity.families),
        }
        if rarity
        else None,
        "market": {
            "usd_hour_p25": market.usd_hour_p25,
            "usd_hour_p50": market.usd_hour_p50,
            "usd_hour_p75": market.usd_hour_p75,
            "pay_ratio": market.pay_ratio,
            "population": market.population,
            "n_workers": market.n_workers,
        }
        if market
        else None,
        "split": [
            {"role": job.role, "skills": list(job.skills), "usd_hour_p50": job.usd_hour_p50} for job in weights.split
        ],
    }
