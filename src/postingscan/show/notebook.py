"""One posting in Jupyter: a card with the posting's own words marked, and the same in plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from postingscan.posting import Field, Posting
from postingscan.show.markup import Mark, escape, load_style, mark
from postingscan.show.terminal import render
from postingscan.show.wording import (
    contribution_name,
    facts,
    findings_in_order,
    level_name,
    rule_names,
)

if TYPE_CHECKING:
    from postingscan.finding import Finding
    from postingscan.model.score import Score
    from postingscan.scan import Scan


class Check:
    """A scanned posting that shows itself: as text where it is printed, as a card where it ends a notebook cell.

    Parameters
    ----------
    scan : Scan

    Attributes
    ----------
    scan : Scan
        Everything that was found.
    level : int or None
        Over-expectation from 0 to 3; None where the posting is not scored.
    p_over_expectation : float or None
        Calibrated probability that the level is 2 or more.
    findings : tuple of Finding
        Most severe first.
    row : dict
        The row of the contract.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.scan import Scan
    >>> check = Check(Scan(Posting(title="Rédacteur"), "fr", "not_scored", "language is 'fr', only English is read"))
    >>> check
    Rédacteur
    not scored: language is 'fr', only English is read
    >>> check.level is None
    True
    """

    __slots__ = ("scan",)

    def __init__(self, scan: Scan) -> None:
        self.scan = scan

    @property
    def level(self) -> int | None:  # noqa: D102
        return self.scan.score.level if self.scan.score else None

    @property
    def p_over_expectation(self) -> float | None:  # noqa: D102
        return self.scan.score.p_over_expectation if self.scan.score else None

    @property
    def findings(self) -> tuple[Finding, ...]:  # noqa: D102
        return tuple(findings_in_order(self.scan))

    @property
    def row(self) -> dict[str, Any]:  # noqa: D102
        from postingscan.scan import row_of

        return row_of(self.scan)

    def __repr__(self) -> str:
        return render(self.scan)

    def _repr_html_(self) -> str:
        return "".join(_card(self.scan))


def _card(scan: Scan) -> Iterator[str]:
    posting = scan.posting
    marks = _marks(scan)
    title = mark(posting.title, marks["title"]) if posting.title else "(no title)"
    yield f'<style>{load_style("card")}</style><section class="postingscan" aria-label="Scanned posting">'
    yield f"<h3>{title}</h3>"
    about = " · ".join(part for part in (posting.source, posting.id, posting.date or "") if part)
    if about:
        yield f'<p class="about">{escape(about)}</p>'
    yield f'<p class="verdict">{_verdict(scan)}</p>'
    if posting.salary:
        yield f'<p class="about">Salary field: {mark(posting.salary, marks["salary"])}</p>'
    if posting.description:
        words = mark(posting.description, marks["description"])
        yield f'<div class="text" tabindex="0" role="region" aria-label="Text of the posting">{words}</div>'
    yield from _notes(scan)
    if scan.score:
        yield from _moved(scan.score, rule_names(scan))
    if rows := facts(scan):
        yield "<details><summary>Facts read</summary><table>"
        for label, lines in rows:
            yield f'<tr><th scope="row">{escape(label)}</th><td>{"<br>".join(map(escape, lines))}</td></tr>'
        yield "</table></details>"
    yield "</section>"


def _verdict(scan: Scan) -> str:
    score = scan.score
    if score is None:
        return f'<span class="chip">not scored</span> {escape(scan.status_reason)}'
    drivers = f"; driven by {', '.join(score.drivers)}" if score.drivers else ""
    name = escape(level_name(score.level))
    return (
        f'<span class="chip level-{score.level:d}">{name}</span> level {score.level:d} of 3, '
        f"p {score.p_over_expectation:.2f} that one person is asked for too much{escape(drivers)}"
    )


def _marks(scan: Scan) -> dict[Field, list[Mark]]:
    marks: dict[Field, list[Mark]] = {"title": [], "description": [], "salary": []}
    for number, finding in enumerate(findings_in_order(scan), 1):
        span, title = finding.span, f"{number} {finding.code} {finding.name}: {finding.message}"
        marks[span.field].append(Mark(span.start, span.end, str(finding.severity), title, str(number)))
    for praise in scan.praise:
        span = praise.span
        marks[span.field].append(Mark(span.start, span.end, "good", f"good, {praise.name}: {praise.message}", "✓"))
    return marks


def _notes(scan: Scan) -> Iterator[str]:
    if scan.status == "scored":
        yield f"<h4>{'Findings' if scan.findings else 'No findings'}</h4>"
    yield '<ul class="notes">'
    for number, finding in enumerate(findings_in_order(scan), 1):
        doubt = "" if str(finding.confidence) == "high" else f", {finding.confidence} confidence"
        yield (
            f'<li><span class="number">{number}</span> <span class="chip {finding.severity}">{finding.severity}</span> '
            f"{escape(_sentence(finding.message))} "
            f'<span class="rule">{escape(finding.code)} {escape(finding.name)}{doubt}; '
            f"{_place(scan.posting, finding.span.field, finding.span.start)}</span>"
            f'<br><span class="advice">Instead: {escape(finding.advice)}</span></li>'
        )
    yield "</ul>"
    if scan.praise:
        yield '<h4>What is good</h4><ul class="notes">'
        for praise in scan.praise:
            yield (
                f'<li><span class="number">✓</span> {escape(_sentence(praise.message))} '
                f'<span class="rule">{escape(praise.name)}</span></li>'
            )
        yield "</ul>"


def _sentence(message: str) -> str:
    message = message[:1].upper() + message[1:]
    return message if message.endswith((".", "?", "!")) else f"{message}."


def _place(posting: Posting, field: Field, start: int) -> str:
    line = posting.text(field).count("\n", 0, start) + 1
    return f"{field}, line {line}" if field == "description" else field


def _moved(score: Score, names: dict[str, str]) -> Iterator[str]:
    """Contributions as a table, with bars from one common zero."""
    values = [part.contribution for part in score.contributions]
    low, high = min([0.0, *values]), max([0.0, *values])
    scale = 100 / ((high - low) or 1.0)
    yield "<details><summary>What moved the score</summary>"
    yield '<table class="moved">'
    for part in score.contributions:
        value = part.contribution
        left, width = (min(value, 0.0) - low) * scale, abs(value) * scale
        way = "up" if value > 0 else "down"
        yield (
            f'<tr><th scope="row">{escape(contribution_name(part, names))}</th><td class="figure">{value:+.2f}</td>'
            f'<td class="bar"><span class="{way}" style="margin-left:{left:.1f}%;width:{width:.1f}%"></span></td></tr>'
        )
    yield (
        f'<tr><th scope="row"><b>sum of log-odds, p {score.p_over_expectation:.2f}</b></th>'
        f'<td class="figure"><b>{sum(values):+.2f}</b></td><td></td></tr></table>'
    )
    yield f'<p class="about">Model {escape(score.model)}</p></details>'
