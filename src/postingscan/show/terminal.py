"""One posting in the terminal, as compilers show errors: the words, carets under them, why, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from postingscan.finding import Confidence, Severity
from postingscan.show.cells import cut, n_cells, printable, underline, wrap
from postingscan.show.wording import (
    contribution_name,
    facts,
    findings_in_order,
    level_name,
    rule_names,
    summary,
    verdict,
)

if TYPE_CHECKING:
    from postingscan.finding import Finding, Praise
    from postingscan.model.score import Score
    from postingscan.posting import Posting, Span
    from postingscan.scan import Scan

MIN_WIDTH = 40
MOST_LINES = 3
"""So many lines of a span are shown; a longer one is cut there."""
MOST_PARTS = 10
"""So many contributions get a bar; the rest is one bar."""

_BOLD, _DIM, _RED, _GREEN, _YELLOW, _BLUE, _CYAN = "1", "2", "31", "32", "33", "34", "36"
_BY_SEVERITY = {Severity.HIGH: (_BOLD, _RED), Severity.MEDIUM: (_BOLD, _YELLOW), Severity.LOW: (_BOLD, _CYAN)}
_BY_LEVEL = ((_BOLD, _GREEN), (_BOLD, _CYAN), (_BOLD, _YELLOW), (_BOLD, _RED))

Paint = Callable[..., str]


def render(scan: Scan, *, color: bool = False, width: int = 88) -> str:
    r"""A scan as text for a person.

    Parameters
    ----------
    scan : Scan
    color : bool
        With ANSI escapes (16 colours); without, the text is plain.
    width : int
        Most cells a line; at least 40.

    Returns
    -------
    str
        Lines joined by ``\n``, without a last line end. Nothing that came in with the posting can steer the terminal.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.scan import Scan
    >>> print(render(Scan(Posting(title="Rédacteur"), "fr", "not_scored", "language is 'fr', only English is read")))
    Rédacteur
    not scored: language is 'fr', only English is read
    """
    paint: Paint = _ansi if color else _plain
    width = max(width, MIN_WIDTH)
    blocks = [list(_head(scan, paint, width))]
    for finding in findings_in_order(scan):
        blocks.append(list(_finding(finding, scan.posting, paint, width)))
    if scan.score is not None:
        blocks.append(list(_moved(scan.score, rule_names(scan), paint, width)))
    if scan.praise:
        blocks.append(list(_good(scan, paint, width)))
    if rows := facts(scan):
        blocks.append(list(_facts(rows, paint, width)))
    if scan.score is not None:
        blocks.append([paint(line, _BOLD) for line in wrap(summary(scan), width)])
    return "\n\n".join("\n".join(block) for block in blocks)


def _plain(text: str, *_codes: str) -> str:
    return text


def _ansi(text: str, *codes: str) -> str:
    return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if text else text


def _head(scan: Scan, paint: Paint, width: int) -> Iterator[str]:
    posting, score = scan.posting, scan.score
    for line in wrap(posting.title or "(no title)", width):
        yield paint(line, _BOLD)
    about = " · ".join(part for part in (posting.source, posting.id, posting.date or "") if part)
    if about:
        yield paint(cut(about, width), _DIM)
    if score is None:
        for line in wrap(verdict(scan), width):
            yield paint(line, _BOLD, _YELLOW)
        return
    colour = _BY_LEVEL[max(0, min(score.level, 3))]
    name = level_name(score.level)
    text = f"{verdict(scan)} that one person is asked for too much"
    if score.drivers:
        text += f"; driven by {', '.join(score.drivers)}"
    gauge = "●" * score.level + "○" * (3 - score.level)
    first, *rest = wrap(text, width - 4)
    yield f"{paint(gauge, *colour)} {paint(name, *colour)}{first[len(name) :]}"
    yield from (f"    {line}" for line in rest)


def _finding(finding: Finding, posting: Posting, paint: Paint, width: int) -> Iterator[str]:
    colour = _BY_SEVERITY[finding.severity]
    tag = f"{finding.severity}[{finding.code} {finding.name}]:"
    for line in wrap(f"{tag} {finding.message}", width):
        if line.startswith(tag):
            yield paint(tag, *colour) + paint(line[len(tag) :], _BOLD)
        else:
            yield paint(line, _BOLD)
    yield from _words(finding.span, posting, paint, width, colour, _doubt(finding))
    gutter = " " * len(_last_number(finding.span, posting))
    if finding.advice:
        yield f"{gutter} {paint('|', _BLUE)}"
        yield from _note("advice", finding.advice, gutter, paint, width)


def _doubt(finding: Finding) -> str:
    return "" if finding.confidence is Confidence.HIGH else f" ({finding.confidence} confidence)"


def _note(label: str, text: str, gutter: str, paint: Paint, width: int) -> Iterator[str]:
    lead = f"{gutter} = {label}: "
    for place, line in enumerate(wrap(text, width - len(lead))):
        yield (f"{gutter} {paint('=', _BLUE)} {paint(label, _BOLD)}: {line}" if not place else " " * len(lead) + line)


def _words(
    span: Span, posting: Posting, paint: Paint, width: int, colour: tuple[str, ...], remark: str = ""
) -> Iterator[str]:
    """Where a span stands, its lines with their numbers, and carets under its words."""
    text = posting.text(span.field)
    lines = _lines_of(text, span)
    first, start, _, _ = lines[0]
    last = _last_number(span, posting)
    gutter, bar = " " * len(last), paint("|", _BLUE)
    yield f"{gutter}{paint('-->', _BLUE)} {span.field}:{first}:{start + 1}{paint(remark, _DIM)}"
    yield f"{gutter} {bar}"
    for line_number, start, end, line in lines[:MOST_LINES]:
        shown, carets = underline(line, start, end, width - len(last) - 3)
        yield f"{paint(str(line_number).rjust(len(last)), _BLUE)} {bar} {shown}".rstrip()
        yield f"{gutter} {bar} {paint_carets(carets, paint, colour)}"
    if len(lines) > MOST_LINES:
        yield f"{gutter} {bar} {paint(f'… and {len(lines) - MOST_LINES} more lines', _DIM)}"


def paint_carets(carets: str, paint: Paint, colour: tuple[str, ...]) -> str:
    """Carets in colour, the space before them left alone."""
    under = carets.lstrip()
    return " " * (len(carets) - len(under)) + paint(under, *colour)


def _lines_of(text: str, span: Span) -> list[tuple[int, int, int, str]]:
    """Lines that a span touches: number from 1, the span's offsets within the line, the line."""
    start = text.rfind("\n", 0, span.start) + 1
    line_number = text.count("\n", 0, start) + 1
    touched: list[tuple[int, int, int, str]] = []
    while True:
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        line = text[start:stop]
        left, right = max(span.start - start, 0), min(span.end - start, len(line))
        if line[left:right].strip() or not touched:
            touched.append((line_number, left, max(left, right), line))
        if stop >= span.end or stop >= len(text):
            return touched
        start, line_number = stop + 1, line_number + 1


def _last_number(span: Span, posting: Posting) -> str:
    return str(_lines_of(posting.text(span.field), span)[:MOST_LINES][-1][0])


def _moved(score: Score, names: dict[str, str], paint: Paint, width: int) -> Iterator[str]:
    """Contributions as signed bars around one axis; the rows add up to the log-odds."""
    total = sum(part.contribution for part in score.contributions)
    title = "What moved the score"
    yield paint(title, _BOLD) + paint(cut(" (log-odds of over-expectation)", width - len(title)), _DIM)
    parts = [(contribution_name(part, names), part.contribution) for part in score.contributions]
    if len(parts) > MOST_PARTS:
        rest = parts[MOST_PARTS - 1 :]
        parts = [*parts[: MOST_PARTS - 1], (f"{len(rest)} others", sum(value for _, value in rest))]
    result = f"sum, p {score.p_over_expectation:.2f}"
    room = min(max(map(n_cells, [result, *(printable(name) for name, _ in parts)])), width * 2 // 5)
    figures = [f"{value:+.2f}" for _, value in parts] + [f"{total:+.2f}"]
    n_figure = max(map(len, figures))
    n_bars = width - room - n_figure - 5
    negative = max([-value for _, value in parts if value < 0], default=0.0)
    positive = max([value for _, value in parts if value > 0], default=0.0)
    n_unit = min(n_bars, 40) / ((negative + positive) or 1.0)
    n_left = round(negative * n_unit)
    for (name, value), figure in zip(parts, figures, strict=False):
        name = cut(name, room)
        n_bar = round(abs(value) * n_unit)
        left = " " * (n_left - n_bar) + "█" * n_bar if value < 0 else " " * n_left
        right = "" if value < 0 else "█" * n_bar
        bars = paint(left, _GREEN) + paint("│", _DIM) + paint(right, _RED)
        yield f"  {name}{' ' * (room - n_cells(name))} {figure.rjust(n_figure)} {bars}"
    yield f"  {paint(result.ljust(room), _BOLD)} {paint(figures[-1].rjust(n_figure), _BOLD)}"


def _good(scan: Scan, paint: Paint, width: int) -> Iterator[str]:
    yield paint("What is good", _BOLD)
    for praise in scan.praise:
        yield from _praise(praise, scan.posting, paint, width)


def _praise(praise: Praise, posting: Posting, paint: Paint, width: int) -> Iterator[str]:
    tag = f"{praise.name}:"
    for place, line in enumerate(wrap(f"{tag} {praise.message}", width - 4)):
        if place == 0 and line.startswith(tag):
            yield f"  {paint('✓', _GREEN)} {paint(tag, _BOLD, _GREEN)}{line[len(tag) :]}"
        else:
            yield f"    {line}"
    first, start, _, _ = _lines_of(posting.text(praise.span.field), praise.span)[0]
    where = f"{praise.span.field}:{first}:{start + 1} "
    room = width - 4 - len(where)
    yield f"    {paint(where, _DIM)}{cut('“' + ' '.join(praise.span.text.split()) + '”', room)}"


def _facts(rows: list[tuple[str, list[str]]], paint: Paint, width: int) -> Iterator[str]:
    yield paint("Facts read", _BOLD)
    room = max(len(label) for label, _ in rows)
    for label, lines in rows:
        lead = f"  {paint(label.ljust(room), _CYAN)}  "
        for line in lines:
            for part in wrap(line, width - room - 4):
                yield lead + part
                lead = " " * (room + 4)
