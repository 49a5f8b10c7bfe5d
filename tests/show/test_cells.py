"""Cells of a terminal: what is printed, how wide it is, and carets that stand under their words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.show.cells import cut, n_cells, printable, underline, wrap

# Characters whose width is beyond doubt, written down here so that the test does not ask the code under test.
WIDTHS = dict.fromkeys("aZ9 ß…\x1b", 1) | dict.fromkeys("日ｗ🎬", 2) | dict.fromkeys("\u0301\u200d", 0) | {"\t": 4}
SHOWN = {"\t": "    ", "\u200d": "", "\x1b": "\ufffd"}


@st.composite
def lines_with_spans(draw: st.DrawFn) -> tuple[str, int, int]:
    line = draw(st.text(alphabet=sorted(WIDTHS), min_size=1, max_size=150))
    start = draw(st.integers(0, len(line) - 1))
    return line, start, draw(st.integers(start + 1, len(line)))


def above(shown: str, carets: str) -> str:
    """The characters of a shown line that stand over the carets."""
    first, last = len(carets) - len(carets.lstrip()), len(carets)
    column, found = 0, []
    for character in shown:
        width = {"\ufffd": 1}.get(character, WIDTHS.get(character, 1))
        if first <= column < last and column + width <= last:
            found.append(character)
        column += width
    return "".join(found)


@given(lines_with_spans(), st.integers(8, 120))
def test_carets_stand_exactly_under_the_words(case: tuple[str, int, int], room: int) -> None:
    line, start, end = case
    words = "".join(SHOWN.get(character, character) for character in line[start:end])
    width = sum(WIDTHS[character] for character in line[start:end])
    shown, carets = underline(line, start, end, room)
    assert set(carets.lstrip()) == {"^"}
    marks = "\u0301"  # a mark takes no cell, so no caret can say whose it is
    over = above(shown, carets).replace(marks, "")
    if width == 0:
        assert carets.count("^") == 1
    elif width <= room - 2:
        assert carets.count("^") == width
        assert over.rstrip() == words.replace(marks, "").rstrip()
    else:
        assert words.replace(marks, "").startswith(over)
        assert over or not words.strip()


@given(lines_with_spans(), st.integers(8, 120))
def test_neither_line_is_wider_than_its_room(case: tuple[str, int, int], room: int) -> None:
    for line in underline(*case, room):
        assert sum({"\ufffd": 1}.get(character, WIDTHS.get(character, 1)) for character in line) <= room


def test_a_short_line_is_shown_whole() -> None:
    assert underline("write 20 articles a day", 6, 23, 60) == ("write 20 articles a day", "      " + "^" * 17)


def test_a_window_breaks_between_words() -> None:
    line = "You will write posts, answer mail, edit clips and keep the books while on call at night and on Sundays."
    shown, carets = underline(line, line.index("edit clips"), line.index("edit clips") + 10, 44)
    assert shown == "…answer mail, edit clips and keep the…"
    assert shown[carets.index("^") : len(carets)] == "edit clips"


@pytest.mark.parametrize(
    ("text", "width"), [("SEO", 3), ("日本", 4), ("e\u0301", 1), ("👩\u200d💻", 4), ("👍🏽", 2), ("\t", 4), ("ｗ", 2)]
)
def test_widths(text: str, width: int) -> None:
    assert n_cells(text) == width


@given(st.text())
def test_nothing_printable_steers_the_terminal(text: str) -> None:
    assert not {unicodedata.category(character) for character in printable(text)} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text(alphabet=sorted(WIDTHS), max_size=200), st.integers(4, 60))
def test_wrapping_keeps_the_words_and_the_width(text: str, room: int) -> None:
    lines = wrap(text, room)
    assert all(n_cells(line) <= room and line.strip() for line in lines)
    assert "".join("".join(lines).split()) == "".join(printable(text).split())


@given(st.text(max_size=80), st.integers(3, 40))
def test_cutting_fits(text: str, room: int) -> None:
    short = cut(text, room)
    assert n_cells(short) <= room
    assert short == printable(text) or short.endswith("…")
