"""Facts, weights and scores in a person's words, the same for every kind of page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from postingscan.finding import LEVELS, Severity
from postingscan.rules.rule import dollars, number

if TYPE_CHECKING:
    from postingscan.finding import Finding
    from postingscan.model.score import Contribution
    from postingscan.posting import Span
    from postingscan.read.facts import Pay, Reading, Skill, Trial
    from postingscan.scan import Scan
    from postingscan.weigh.weights import Market, Offer, Rarity, Weights

_QUOTE = 110
"""Longest quotation of a posting in a list of facts, in characters."""

_ROLES = {
    "3d": "3D", "cad": "CAD", "devops": "DevOps", "ecommerce": "e-commerce", "hr": "HR", "qa": "QA", "seo": "SEO",
    "ui": "UI", "ux": "UX",
}  # fmt: skip
_PAIRS = {
    "animation_3d": "3D animation",
    "bookkeeping_finance": "bookkeeping and finance",
    "devops_sysadmin": "DevOps and system administration",
    "ecommerce_ops": "e-commerce operations",
    "engineering_cad": "engineering and CAD",
    "hr_recruiting": "HR and recruiting",
    "sales_leadgen": "sales and lead generation",
    "teaching_coaching": "teaching and coaching",
    "trades_field": "trades and field work",
    "ui_ux": "UI and UX",
    "video_audio": "video and audio",
    "writing_editing": "writing and editing",
}
_GOALS = ("no outcome stated", "outcome can be inferred", "outcome stated")
_COMMUNICATION = ("nothing said", "logistics only", "a working relationship")
_TERMS = {"none": "nothing said", "clear": "clear", "risky": "at the worker's risk"}
_TRIAL = {"period": "trial period", "task": "test task", "training": "training before the job"}


def role_name(role: str) -> str:
    """A role family of the codebook as people write it.

    Examples
    --------
    >>> role_name("ui_ux"), role_name("seo"), role_name("data_entry")
    ('UI and UX', 'SEO', 'data entry')
    """
    return _PAIRS.get(role) or " ".join(_ROLES.get(word, word) for word in role.split("_"))


def level_name(level: int) -> str:
    """The name of an over-expectation level from 0 to 3.

    Examples
    --------
    >>> level_name(2)
    'over-expecting'
    """
    return LEVELS[level] if 0 <= level < len(LEVELS) else f"level {level}"


def quote(text: str, longest: int = _QUOTE) -> str:
    r"""Words of a posting in quotation marks, on one line, shortened in the middle where they are long.

    Examples
    --------
    >>> quote("paid  every\nFriday")
    '“paid every Friday”'
    >>> quote("we pay you when our client has paid us in full", 25)
    '“we pay you … us in full”'
    """
    text = " ".join(text.split())
    if len(text) > longest:
        keep = (longest - 3) // 2
        text = f"{text[:keep].rstrip()} … {text[-keep:].lstrip()}"
    return f"“{text}”"


def counted(n: int, noun: str, nouns: str = "") -> str:
    """A number and its noun: '1 finding', '3 findings'."""
    return f"{n:,} {noun if n == 1 else nouns or noun + 's'}"


def findings_in_order(scan: Scan) -> list[Finding]:
    """The findings, most severe first, then surest, then as they stand in the posting."""
    fields = ("title", "description", "salary")
    return sorted(
        scan.findings,
        key=lambda finding: (
            -finding.severity, -finding.confidence, fields.index(finding.span.field), finding.span.start, finding.code,
        ),
    )  # fmt: skip


def verdict(scan: Scan) -> str:
    """The judgement in one line, or why there is none.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.scan import Scan
    >>> verdict(Scan(Posting(), "fr", "not_scored", "language is 'fr', only English is read"))
    "not scored: language is 'fr', only English is read"
    """
    if scan.score is None:
        return f"not scored: {scan.status_reason or 'no reason given'}"
    score = scan.score
    return f"{level_name(score.level)} (level {score.level} of 3), p {score.p_over_expectation:.2f}"


def summary(scan: Scan) -> str:
    """Counts of findings by severity and of what is good, with the model that judged."""
    parts = []
    if scan.findings:
        by_severity = [
            f"{n} {severity}"
            for severity in sorted(Severity, reverse=True)
            if (n := sum(finding.severity == severity for finding in scan.findings))
        ]
        parts.append(f"{counted(len(scan.findings), 'finding')} ({', '.join(by_severity)})")
    elif scan.status == "scored":
        parts.append("no findings")
    if scan.praise:
        parts.append(f"{len(scan.praise)} done well")
    if scan.score:
        parts.append(f"{level_name(scan.score.level)}, p {scan.score.p_over_expectation:.2f}")
        parts.append(scan.score.model)
    else:
        parts.append(verdict(scan))
    return " · ".join(parts)


FEATURE_WORDS = {
    "further_roles": "more than one role",
    "third_role_points": "a third role, plainly",
    "required_skills": "length of the wish list",
    "pay_halvings": "pay below $6 an hour",
    "market_halvings": "pay below a third of asks",
    "experts_at_low_pay": "experts for low pay",
    "roles_in_few_hours": "many roles, few hours",
    "overload_doublings": "volume above the hours",
    "price_halvings": "price below $200",
    "skills_at_low_price": "many skills, low price",
    "weekends": "weekends asked for",
}
"""What the model's features (`postingscan.model.features.FEATURES`) are called before a reader."""


def contribution_name(part: Contribution, names: dict[str, str]) -> str:
    """What a contribution is called: its rule by code and name, or its feature in words.

    A feature that this release has no words for (of a model of somebody's own) is called by its name, with its value.
    """
    if part.feature in names:
        return f"{part.feature} {names[part.feature]}"
    if part.feature in FEATURE_WORDS:
        return FEATURE_WORDS[part.feature]
    feature = part.feature.replace("_", " ")
    return feature if part.value in (0, 1) else f"{feature} = {number(part.value)}"


def rule_names(scan: Scan) -> dict[str, str]:
    """Names of the rules that speak in this scan, by code."""
    named = {finding.code: finding.name for finding in scan.findings}
    if scan.score and any(part.feature not in named for part in scan.score.contributions):
        from postingscan.rules import RULES

        return {rule.code: rule.name for rule in RULES} | named
    return named


def facts(scan: Scan) -> list[tuple[str, list[str]]]:
    """What was read and weighed: labels, each with its lines; labels without anything to say are left out."""
    rows: list[tuple[str, list[str]]] = []
    if scan.reading is not None:
        rows += _read(scan.reading, scan.weights)
    if scan.weights is not None:
        rows += _weighed(scan.weights)
    return [(label, lines) for label, lines in rows if lines]


def _read(reading: Reading, weights: Weights | None) -> Iterator[tuple[str, list[str]]]:
    required = _skills(reading.required)
    optional = _skills(skill for skill in reading.skills if skill.demand == "optional")
    yield "roles", [", ".join(role_name(role.name) for role in reading.roles)] if reading.roles else []
    yield f"required ({len(required)})", [", ".join(required)] if required else []
    yield f"optional ({len(optional)})", [", ".join(optional)] if optional else []
    yield "whole field", [_quotes(claim.span for claim in reading.universals)] if reading.universals else []
    levels = [f"{seniority.level} ({quote(seniority.span.text, 40)})" for seniority in reading.seniority]
    years = [
        f"{_between(asked.years_min, asked.years_max)} years{f' of {asked.subject}' if asked.subject else ''}"
        for asked in reading.experience
    ]
    yield "experience", [", ".join(dict.fromkeys([*years, *levels]))] if years or levels else []
    yield "pay", [_pay(pay) for pay in reading.pay] or ["nothing said"]
    if weights is not None:
        yield "pay in $/h", _offer(weights.offer)
    yield "trial", [_trial(reading.trial)] if reading.trial else []
    terms = reading.payment_terms
    yield "payment terms", [_graded(_TERMS[terms.label], terms.span)]
    yield (
        "goals",
        [_graded(f"{_GOALS[reading.goals.grade]} ({reading.goals.grade} of 2)", reading.goals.span)],
    )
    talk = reading.communication
    yield "communication", [_graded(f"{_COMMUNICATION[talk.grade]} ({talk.grade} of 2)", talk.span)]
    hours = reading.availability
    offered = []
    if hours.hours_week_max is not None or hours.hours_week_min is not None:
        where = {"field": " (the site's own field)", "text": "", "": " (assumed)"}[hours.source]
        offered.append(f"{_between(hours.hours_week_min, hours.hours_week_max)} hours a week{where}")
    yield "hours", offered
    yield (
        "conditions",
        ["; ".join(f"{demand.kind.replace('_', ' ')}: {quote(demand.span.text, 50)}" for demand in hours.demands)]
        if hours.demands
        else [],
    )
    yield "volume", [_quotes(load.span for load in reading.workload)] if reading.workload else []


def _weighed(weights: Weights) -> Iterator[tuple[str, list[str]]]:
    if load := weights.capacity:
        needed = f"{number(load.needed)} hours a week ({number(load.needed_low)} to {number(load.needed_high)})"
        offered = "hours offered are not said" if load.available is None else f"{number(load.available)} are offered"
        yield "workload", [f"the stated volume takes about {needed}; {offered}"]
    if weights.rarity:
        yield "rarity", _rarity(weights.rarity)
    if weights.market:
        yield "market", [_market(weights.market)]
    if len(weights.split) > 1:
        yield (
            "as jobs",
            [
                f"{role_name(job.role)}: {', '.join(job.skills)}"
                + (f" (median {dollars(job.usd_hour_p50)} an hour)" if job.usd_hour_p50 is not None else "")
                for job in weights.split
            ],
        )


def _skills(skills: Iterable[Skill]) -> list[str]:
    """Canonical names, each once, with mastery where it is asked."""
    expert: dict[str, bool] = {}
    for skill in skills:
        expert[skill.name] = expert.get(skill.name, False) or skill.expert
    return [f"{name} (expert)" if mastery else name for name, mastery in expert.items()]


def _quotes(spans: Iterable[Span]) -> str:
    return ", ".join(dict.fromkeys(quote(span.text, 60) for span in spans))


def _between(low: float | None, high: float | None) -> str:
    if low is None or high is None or low == high:
        figure = number(high if low is None else low)  # type: ignore[arg-type]
        return f"{figure}+" if high is None else figure if low == high else f"up to {figure}"
    return f"{number(low)} to {number(high)}"


def _pay(pay: Pay) -> str:
    assumed = [part for part in (pay.currency_inferred, pay.unit_inferred and f"per {pay.unit_inferred}") if part]
    notes = [] if pay.kind == "regular" else [{"trial": "pay of the trial"}.get(pay.kind, pay.kind)]
    if assumed:
        notes.append(f"taken as {' '.join(assumed)}{f': {pay.reason}' if pay.reason else ''}")
    return quote(pay.span.text, 60) + (f" ({'; '.join(notes)})" if notes else "")


def _offer(offer: Offer) -> list[str]:
    low, high = offer.usd_hour_min, offer.usd_hour_max
    if low is None and high is None:
        figure = f"{dollars(offer.usd_total)} for the whole" if offer.usd_total is not None else ""
    elif low is None or high is None:
        figure = f"up to {dollars(high)}" if high is not None else f"from {dollars(low)}"  # type: ignore[arg-type]
    else:
        figure = dollars(low) if dollars(low) == dollars(high) else f"{dollars(low)} to {dollars(high)}"
    if not figure:
        return []
    return [figure + (f"; assumed: {', '.join(offer.assumed)}" if offer.assumed else "")]


def _trial(trial: Trial) -> str:
    length = f" of {counted_days(trial.days)}" if trial.days is not None else ""
    paid = {"unclear": "pay not said"}.get(trial.paid, trial.paid)
    return f"{_TRIAL[trial.kind]}{length}, {paid}: {quote(trial.span.text)}"


def counted_days(days: float) -> str:
    """A number of days: '1 day', '7 days'."""
    return "1 day" if days == 1 else f"{number(days)} days"


def _graded(words: str, span: Span | None) -> str:
    return f"{words}: {quote(span.text)}" if span else words


def _rarity(rarity: Rarity) -> list[str]:
    observed = "between 1 and 4" if rarity.observed is None else f"{rarity.observed:,}"
    return [
        f"{observed} of {rarity.n_workers:,} workers list all of {', '.join(rarity.families)} ({rarity.population})",
        f"model: about one in {_round(rarity.one_in)} (90 % interval: one in {_round(rarity.one_in_low)} "
        f"to {_round(rarity.one_in_high)})",
    ]


def _round(value: float) -> str:
    """A large estimate with the two figures that it can bear."""
    if value < 100:
        return number(value)
    if value >= 1e6:
        return f"{float(f'{value:.2g}') / 1e6:,.6g} million"
    return f"{float(f'{value:.2g}'):,.0f}"


def _market(market: Market) -> str:
    text = (
        f"workers with these skills ask {dollars(market.usd_hour_p25)} to {dollars(market.usd_hour_p75)} an hour, "
        f"median {dollars(market.usd_hour_p50)} (n = {market.n_workers:,}, {market.population})"
    )
    return text if market.pay_ratio is None else f"{text}; the offer is {ratio(market.pay_ratio)} the median"


def ratio(value: float) -> str:
    """How a figure stands to another: '30 % of', '2.5 times'.

    Examples
    --------
    >>> ratio(0.3), ratio(1.0), ratio(2.53)
    ('30 % of', '100 % of', '2.5 times')
    """
    return (
        f"{value * 100:.2g} % of"
        if value < 0.995
        else f"{value * 100:.0f} % of"
        if value < 1.95
        else f"{value:.1f} times"
    )
