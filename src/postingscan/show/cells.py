"""Text in the cells of a terminal: what may be printed, how wide it is, how it wraps, where carets go."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

TAB = "    "
ELLIPSIS = "…"
_SNAP = 14
"""A window's edge moves at most so many characters to fall between two words."""


@lru_cache(maxsize=8192)
def _shown(character: str) -> tuple[str, int]:
    """What stands for one character on a terminal, and its width in cells."""
    if " " <= character <= "~":
        return character, 1
    if character == "\t":
        return TAB, len(TAB)
    category = unicodedata.category(character)
    if character == "\n" or category in ("Zs", "Zl", "Zp"):
        return " ", 1
    if category in ("Cc", "Cs"):
        return "\ufffd", 1
    # Joiners, direction marks, selectors and skin tones: terminals disagree on their width, or obey them.
    if category == "Cf" or "\ufe00" <= character <= "\ufe0f" or "\U0001f3fb" <= character <= "\U0001f3ff":
        return "", 0
    if category in ("Mn", "Me") or "\u1160" <= character <= "\u11ff":
        return character, 0
    return character, 2 if unicodedata.east_asian_width(character) in "WF" else 1


def printable(text: str) -> str:
    r"""The text without anything that could steer a terminal: controls, direction overrides, lone surrogates.

    Examples
    --------
    >>> printable("pay\x1b[31m $5\tan hour")
    'pay�[31m $5    an hour'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join([_shown(character)[0] for character in text])


def n_cells(text: str) -> int:
    """Width of a text in terminal cells: 2 for wide characters, 0 for combining marks.

    Examples
    --------
    >>> n_cells("SEO"), n_cells("日本"), n_cells("e\u0301")
    (3, 4, 1)
    """
    if text.isascii() and text.isprintable():
        return len(text)
    return sum([_shown(character)[1] for character in text])


def cut(text: str, room: int) -> str:
    """The printable text in at most `room` cells, with an ellipsis where words are left out.

    Examples
    --------
    >>> cut("search engine optimisation", 14)
    'search engine…'
    """
    text = printable(text)
    if n_cells(text) <= room:
        return text
    head, _ = _split(text, max(room - 1, 0))
    return head.rstrip() + ELLIPSIS


def wrap(text: str, room: int) -> list[str]:
    """The printable text in lines of at most `room` cells, broken between words where it can be.

    Examples
    --------
    >>> wrap("Say what the trial pays and when it ends.", 22)
    ['Say what the trial', 'pays and when it ends.']
    """
    lines: list[str] = []
    line, used = "", 0
    for word in printable(text).split():
        n_word = n_cells(word)
        if line and used + 1 + n_word <= room:
            line, used = f"{line} {word}", used + 1 + n_word
            continue
        if line:
            lines.append(line)
        while n_word > room:
            head, word = _split(word, room)
            lines.append(head)
            n_word = n_cells(word)
        line, used = word, n_word
    return [*lines, line] if line else lines


def _split(text: str, room: int) -> tuple[str, str]:
    """The text cut in two after at most `room` cells, and never before its first character."""
    used = 0
    for place, character in enumerate(text):
        used += _shown(character)[1]
        if used > room and place:
            return text[:place], text[place:]
    return text, ""


def underline(line: str, start: int, end: int, room: int) -> tuple[str, str]:
    r"""One line of a posting and the carets that go under ``line[start:end]``, both in at most `room` cells.

    A line that is too long is shown as a window around the span, with an ellipsis on each side that was cut.

    Parameters
    ----------
    line : str
        A line without its line end.
    start, end : int
        Half-open offsets in `line`, in code points.
    room : int
        Cells to fill; at least 8.

    Returns
    -------
    shown, carets : str

    Examples
    --------
    >>> print(*underline("Write 5 blog posts a day", 6, 18, 40), sep="\n")
    Write 5 blog posts a day
          ^^^^^^^^^^^^
    """
    pieces = [_shown(character) for character in line]
    left, right = _window(line, [width for _, width in pieces], start, end, room)
    lead = ELLIPSIS if left else ""
    tail = ELLIPSIS if right < len(line) else ""
    shown = lead + "".join(piece for piece, _ in pieces[left:right]) + tail
    before = len(lead) + sum(width for _, width in pieces[left : max(start, left)])
    under = sum(width for _, width in pieces[start : min(end, right)])
    return shown.rstrip(), " " * min(before, room - 1) + "^" * max(under, 1)


def _window(line: str, widths: list[int], start: int, end: int, room: int) -> tuple[int, int]:
    """Which characters of a line to show."""
    n_line = len(line)
    if sum(widths) <= room:
        return 0, n_line
    spare = room - 2 - sum(widths[start:end])
    if spare < 0:  # the span alone is too long: its beginning
        right, used = start, 0
        while right < n_line and used + widths[right] <= room - 2:
            used += widths[right]
            right += 1
        return start, right
    before, after = sum(widths[:start]), sum(widths[end:])
    give_left = min(before, max(spare // 2, spare - after))
    left, used = start, 0
    while left and used + widths[left - 1] <= give_left:
        left -= 1
        used += widths[left]
    right, used = end, used
    while right < n_line and used + widths[right] <= spare:
        used += widths[right]
        right += 1
    return _after_space(line, widths, left, start), _before_space(line, right, end)


def _after_space(line: str, widths: list[int], left: int, start: int) -> int:
    if left:
        gap = line.find(" ", left - 1, min(left + _SNAP, start))
        left = gap + 1 if gap >= 0 else left
    while 0 < left < start and not widths[left]:  # a mark must not settle on the ellipsis
        left += 1
    return left


def _before_space(line: str, right: int, end: int) -> int:
    if right < len(line):
        gap = line.rfind(" ", max(right - _SNAP, end), right + 1)
        right = gap if gap >= 0 else right
    return right
