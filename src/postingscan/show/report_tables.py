"""The report's words, figures and tables, as HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd

from postingscan.rules import FAMILIES
from postingscan.rules.rule import dollars
from postingscan.show.canvas import share
from postingscan.show.markup import escape
from postingscan.show.rows import entries, numbers, pay_usd_hour, records, scored, texts
from postingscan.show.wording import counted, level_name, quote, ratio
from postingscan.tables import load_sources

MOST_FINDINGS = 15
MOST_POSTINGS = 10
_SEVERITIES = ("low", "medium", "high")


def opening(frame: pd.DataFrame) -> Iterator[str]:
    """The result in a sentence or two."""
    n_scored = len(scored(frame))
    if not n_scored:
        yield f'<p class="lead">None of {counted(len(frame), "posting")} could be scored.</p>'
        return
    levels = numbers(scored(frame), "over_expectation")
    n_above, n_unicorn = int((levels >= 2).sum()), int((levels == 3).sum())
    yield (
        f'<p class="lead"><b>{share(n_above / n_scored)}</b> of {counted(n_scored, "scored posting")} '
        f"({n_above:,}) expect too much of one person: very few people fit what they ask, or practically nobody. "
        f"{n_unicorn:,} of them are unicorn hires (level 3).</p>"
    )


def key_figures(frame: pd.DataFrame) -> Iterator[str]:
    """Key figures as a grid of terms and values."""
    rows = scored(frame)
    n = len(rows)
    if not n:
        return
    p = numbers(rows, "p_over_expectation")
    pay = pay_usd_hour(rows)
    pay = pay[np.isfinite(pay)]
    markets = [record.get("pay_ratio") for record in records(rows, "market") if record]
    ratios = [float(value) for value in markets if isinstance(value, int | float) and np.isfinite(value)]
    trials = [record for record in records(rows, "trial") if record]
    n_unpaid = sum(trial.get("paid") == "unpaid" for trial in trials)
    n_named = sum(map(bool, entries(rows, "pay")))
    found = [len(findings) for findings in entries(rows, "findings")]
    cards = [
        ("mean probability of over-expectation", _mean(p), f"n = {int(np.isfinite(p).sum()):,}"),
        ("findings a posting, median", f"{np.median(found):.0f}", f"n = {n:,}"),
        (
            "median pay offered",
            dollars(float(np.median(pay))) + " an hour" if len(pay) else "unknown",
            f"n = {len(pay):,}",
        ),
        (
            "offer over what workers ask, median",
            f"{ratio(float(np.median(ratios))).removesuffix(' of')}" if ratios else "unknown",
            f"n = {len(ratios):,}",
        ),
        ("name an amount of pay", share(n_named / n), f"{n_named:,} of {n:,}"),
        (
            "ask for work before the job",
            share(len(trials) / n),
            f"{len(trials):,} of {n:,}, {n_unpaid:,} plainly unpaid",
        ),
    ]
    yield '<section><h2>Key figures</h2><dl class="figures">'
    for term, value, note in cards:
        yield f"<div><dt>{escape(term)}</dt><dd>{escape(value)}<small>{escape(note)}</small></dd></div>"
    yield "</dl></section>"


def what_was_scanned(frame: pd.DataFrame) -> Iterator[str]:
    """Sources with their counts, languages, and what was not scored for which reason."""
    yield "<section><h2>What was scanned</h2>"
    boards = [name or "not named" for name in texts(frame, "source")]
    states = texts(frame, "status")
    total, judged = Counter(boards), Counter(b for b, state in zip(boards, states, strict=True) if state == "scored")
    cells = [
        [name, f"{total[name]:,}", f"{judged[name]:,}", f"{total[name] - judged[name]:,}"]
        for name, _ in total.most_common(30)
    ]
    cells.append(["all", f"{len(frame):,}", f"{judged.total():,}", f"{len(frame) - judged.total():,}"])
    yield from _table(["source", "postings", "scored", "not scored"], cells, figures={1, 2, 3})
    languages = Counter(name or "unknown" for name in texts(frame, "language"))
    if languages:
        yield f"<p>Languages: {escape(', '.join(f'{name} {n:,}' for name, n in languages.most_common(12)))}.</p>"
    reasons = Counter(
        (reason or "no reason given").split(":")[0]
        for reason, state in zip(texts(frame, "status_reason"), states, strict=True)
        if state != "scored"
    )
    if reasons:
        listed = "; ".join(f"{reason} ({n:,})" for reason, n in reasons.most_common(8))
        yield f"<p>Not scored: {escape(listed)}.</p>"
    yield "</section>"


def commonest_findings(frame: pd.DataFrame) -> Iterator[str]:
    """The commonest findings, each with an example from the posting that scores highest."""
    rows = scored(frame)
    by_code: dict[str, dict[str, Any]] = {}
    counts: Counter[str] = Counter()
    order = _by_score(rows)
    all_found = entries(rows, "findings")
    for place in order:
        first = {str(finding.get("code", "")): finding for finding in reversed(all_found[place])}
        counts.update(first.keys())
        for code, finding in first.items():
            by_code.setdefault(code, finding)
    yield "<section><h2>Commonest findings</h2>"
    if not counts:
        yield "<p>No findings.</p></section>"
        return
    cells = []
    for code, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_FINDINGS]:
        finding = by_code[code]
        example = _evidence(finding, 90)
        if finding.get("field") == "title":
            example = f'<span class="small">title:</span> {example}'
        family = FAMILIES.get(code[:3], "")
        cells.append(
            [
                f'<span class="name">{escape(finding.get("name", ""))}</span><br>'
                f'<span class="small">{escape(code)}, {escape(family)}</span>',
                _severity(finding),
                f"{n:,} ({share(n / len(rows))})",
                f'{example}<br><span class="small">{escape(finding.get("message", ""))}</span>',
                escape(finding.get("advice", "")),
            ]
        )
    yield from _table(
        ["rule", "severity", "postings", "example", "instead"], cells, figures={2}, marked_up=True,
        caption=f"Share of {counted(len(rows), 'scored posting')}; examples from each rule's highest-scored posting.",
    )  # fmt: skip
    yield "</section>"


def highest_postings(frame: pd.DataFrame) -> Iterator[str]:
    """The postings with the highest probability, and their gravest findings."""
    rows = scored(frame)
    yield "<section><h2>Highest postings</h2>"
    order = _by_score(rows)[:MOST_POSTINGS]
    if not len(order):
        yield "<p>No scored postings.</p></section>"
        return
    titles, boards, keys = texts(rows, "title"), texts(rows, "source"), texts(rows, "id")
    levels, p, found = numbers(rows, "over_expectation"), numbers(rows, "p_over_expectation"), entries(rows, "findings")
    cells = []
    for place in order:
        level = int(levels[place]) if np.isfinite(levels[place]) else -1
        gravest = sorted(found[place], key=lambda finding: -_grade(finding))[:3]
        listed = "".join(
            f"<li>{_severity(finding)} {escape(finding.get('name', ''))}: {_evidence(finding, 60)}</li>"
            for finding in gravest
        )
        about = " · ".join(part for part in (boards[place], keys[place]) if part)
        cells.append(
            [
                f"{escape(_short(titles[place] or '(no title)', 120))}<br>"
                f'<span class="small">{escape(_short(about, 80))}</span>',
                f'<span class="chip level-{level}">{escape(level_name(level)) if level >= 0 else "unknown"}</span>',
                _figure(float(p[place])),
                f'<ul class="plain">{listed}</ul>',
            ]
        )
    yield from _table(["posting", "level", "p", "gravest findings"], cells, figures={2}, marked_up=True)
    yield "</section>"


def done_well(frame: pd.DataFrame) -> Iterator[str]:
    """What the postings do right, with its share."""
    rows = scored(frame)
    n = len(rows)
    if not n:
        return
    trials = [record for record in records(rows, "trial") if record]
    markets = [record for record in records(rows, "market") if record and record.get("pay_ratio") is not None]
    terms = [record.get("label") for record in records(rows, "payment_terms") if record]
    said = [
        ("level 0: one role that an ordinary worker can fill", int((numbers(rows, "over_expectation") == 0).sum()), n),
        ("no work asked for before the job", n - len(trials), n),
        ("a trial, and it is paid", sum(trial.get("paid") == "paid" for trial in trials), len(trials)),
        ("an outcome or a measure of success is stated", int((numbers(rows, "goals") == 2).sum()), n),
        (
            "a working relationship: calls, feedback, a named person",
            int((numbers(rows, "communication") == 2).sum()),
            n,
        ),
        ("when or how the worker is paid is clear", terms.count("clear"), n),
        ("pay at or above what workers ask (median)", sum(float(m["pay_ratio"]) >= 1 for m in markets), len(markets)),
    ]
    cells = [
        [
            escape(what),
            f"{k:,} of {of:,}",
            share(k / of),
            f'<span class="meter" aria-hidden="true"><i style="width:{100 * k / of:.1f}%"></i></span>',
        ]
        for what, k, of in said
        if of
    ]
    yield "<section><h2>What is good</h2>"
    yield from _table(["practice", "postings", "share", ""], cells, figures={1, 2}, marked_up=True)
    yield "</section>"


def method(frame: pd.DataFrame) -> Iterator[str]:
    """How the figures came about, and what they cannot bear."""
    versions = sorted({name for name in texts(frame, "version") if name})
    models = sorted({name for name in texts(frame, "model") if name})
    yield "<section><h2>Method and limits</h2>"
    yield (
        f"<p>Read and scored by postingscan {escape(', '.join(versions) or '(version not named)')}, model "
        f"{escape(', '.join(models) or '(not named)')}. Rules read what a posting says and weigh it against what "
        "workers list, earn and manage; a small model turns facts and findings into a probability. The posting's own "
        "text is judged, not the person who wrote it.</p>"
        "<p>The labels behind any calibration of the model were made by large language models following a codebook, "
        "not by experts; a probability here is no better than they are. Postings are not a random sample of all work "
        "on offer. Pay in dollars an hour counts in every inference (currency, period, hours); what workers ask comes "
        "from profiles of other years and places than the postings. A rule that finds nothing may have missed other "
        "words for the same thing.</p>"
    )
    yield "<details open><summary>Tables that the figures rest on</summary>"
    cells = [
        [name, table.get("publisher", ""), table.get("retrieved", ""), table.get("licence", "")]
        for name, table in sorted(load_sources().items())
    ]
    yield from _table(["table", "publisher", "as of", "licence"], cells)
    yield "</details></section>"


def _by_score(rows: pd.DataFrame) -> list[int]:
    """Places of the rows, highest probability first, ties in the order of the input."""
    p = numbers(rows, "p_over_expectation")
    return sorted(np.flatnonzero(np.isfinite(p)).tolist(), key=lambda place: -p[place])


def _grade(finding: dict[str, Any]) -> int:
    severity = finding.get("severity")
    return _SEVERITIES.index(severity) if severity in _SEVERITIES else -1


def _severity(finding: dict[str, Any]) -> str:
    name = _SEVERITIES[_grade(finding)] if _grade(finding) >= 0 else "unknown"
    return f'<span class="chip {name}">{name}</span>'


def _evidence(finding: dict[str, Any], longest: int) -> str:
    return escape(quote(str(finding.get("evidence") or "(nothing)"), longest))


def _mean(values: Iterable[float]) -> str:
    known = [value for value in values if np.isfinite(value)]
    return _figure(float(np.mean(known))) if known else "unknown"


def _figure(value: float) -> str:
    return f"{value:.2f}"


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _table(
    head: Sequence[str],
    cells: Sequence[Sequence[str]],
    *,
    figures: Iterable[int] = (),
    marked_up: bool = False,
    caption: str = "",
) -> Iterator[str]:
    """A table whose first column heads its rows; on a narrow screen each row becomes a block.

    The cells are escaped here unless they are `marked_up` already, with all foreign text escaped.
    """
    right = set(figures)

    def style(place: int) -> str:
        return ' class="figure"' if place in right else ""

    yield f'<table class="stack">{f"<caption>{escape(caption)}</caption>" if caption else ""}<thead><tr>'
    yield "".join(f'<th scope="col"{style(place)}>{escape(name)}</th>' for place, name in enumerate(head))
    yield "</tr></thead><tbody>"
    for row in cells:
        first, *rest = row if marked_up else map(escape, row)
        values = (
            f'<td{style(place)} data-label="{escape(name)}">{cell}</td>'
            for place, (name, cell) in enumerate(zip(head[1:], rest, strict=True), 1)
        )
        yield f'<tr><th scope="row">{first}</th>{"".join(values)}</tr>'
    yield "</tbody></table>"
