"""One posting in the terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postingscan.finding import Confidence, Finding, Severity
from postingscan.model.score import Contribution, Score
from postingscan.posting import Posting
from postingscan.scan import Scan
from postingscan.show.cells import n_cells
from postingscan.show.terminal import render

GOLDEN = Path(__file__).parent / "golden" / "scan.txt"
SGR = re.compile(r"\x1b\[[0-9;]*m")


def scan_of(description: str, start: int, end: int, message: str = "too much", advice: str = "ask for less") -> Scan:
    posting = Posting(title="Gardener", description=description)
    span = posting.span("description", start, end)
    finding = Finding("EXP003", "whole-field", Severity.HIGH, Confidence.HIGH, span, message, advice, "depth")
    return Scan(posting, "en", "scored", findings=(finding,))


def test_golden(scan: Scan) -> None:
    """Set POSTINGSCAN_GOLDEN=write to store what is rendered now, then read the difference."""
    said = render(scan) + "\n"
    if os.environ.get("POSTINGSCAN_GOLDEN") == "write":
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(said, encoding="utf-8")
    assert said == GOLDEN.read_text(encoding="utf-8")


def test_color_changes_nothing_but_color(scan: Scan) -> None:
    colored = render(scan, color=True)
    assert "\x1b[1;31mhigh[EXP005 volume-beyond-hours]:\x1b[0m" in colored
    assert SGR.sub("", colored) == render(scan)


@pytest.mark.parametrize("width", [1, 40, 60, 88, 120, 200])
def test_no_line_is_wider_than_asked(scan: Scan, unscored: Scan, width: int) -> None:
    for one in (scan, unscored):
        assert max(map(n_cells, render(one, width=width).splitlines())) <= max(width, 40)


def test_most_severe_comes_first_and_the_surer_of_equals(scan: Scan) -> None:
    codes = re.findall(r"^(?:high|medium|low)\[(\w+)", render(scan), flags=re.MULTILINE)
    assert codes == ["EXP005", "EXP003", "TRL001", "EXP001", "EXP014", "PAY004"]


def test_a_span_over_two_lines_has_carets_under_both(scan: Scan) -> None:
    lines = render(scan).splitlines()
    at = lines.index("11 | Before we decide, do a one-week trial")
    assert lines[at + 1] == "   |                        ^^^^^^^^^^^^^^"
    assert lines[at + 2 : at + 4] == ["12 | (not paid) in which you write our spring catalogue.", "   | ^^^^^^^^^^"]


def test_a_span_over_many_lines_is_cut() -> None:
    text = "\n".join(f"duty {n}" for n in range(1, 9))
    said = render(scan_of(text, 0, len(text)))
    assert "3 | duty 3" in said
    assert "duty 4" not in said
    assert "… and 5 more lines" in said


def test_a_posting_that_is_not_scored_says_why(unscored: Scan) -> None:
    said = render(unscored)
    assert "not scored: language is 'fr', only English is read" in said
    assert "p 0" not in said


def test_a_scan_without_findings_is_no_error() -> None:
    score = Score(0, 0.02, (), (Contribution("baseline", 1.0, -4.0),), "demo")
    said = render(Scan(Posting(title="", description="Prune our roses."), "en", "scored", score=score))
    assert said.startswith("(no title)")
    assert said.endswith("no findings · realistic, p 0.02 · demo")


def test_contributions_add_up(scan: Scan) -> None:
    figures = [float(figure) for figure in re.findall(r" ([+-]\d+\.\d\d)(?: |$)", render(scan), flags=re.MULTILINE)]
    *parts, total = figures
    assert len(parts) == 6
    assert total == pytest.approx(sum(parts))


def test_many_contributions_still_add_up(scan: Scan) -> None:
    assert scan.score
    parts = tuple(Contribution(f"feature_{n}", float(n), 0.1 * n) for n in range(20, 0, -1))
    said = render(replace(scan, score=replace(scan.score, contributions=parts)))
    figures = [float(figure) for figure in re.findall(r" ([+-]\d+\.\d\d)(?: |$)", said, flags=re.MULTILINE)]
    assert len(figures) == 11
    assert "11 others" in said
    assert figures[-1] == pytest.approx(21.0) == sum(figures[:-1])


HOSTILE = "\x1b]0;owned\x07\x9b2J\u202eevil\u2066\ud800\r\x00"


def test_hostile_text_cannot_steer_the_terminal() -> None:
    text = f"Edit {HOSTILE} clips"
    scan = scan_of(text, 0, len(text), message=HOSTILE, advice=HOSTILE)
    scan = replace(scan, posting=replace(scan.posting, title=HOSTILE, source=HOSTILE, id=HOSTILE))
    said = SGR.sub("", render(scan, color=True))
    assert not {unicodedata.category(c) for c in said.replace("\n", "")} & {"Cc", "Cf", "Cs"}
    said.encode()


@given(st.text(min_size=1, max_size=300), st.data(), st.integers(40, 130))
@settings(deadline=None)
def test_any_text_and_span(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, len(text)))
    said = render(scan_of(text, start, end), width=width)
    assert "^" in said
    assert not {unicodedata.category(c) for c in said.replace("\n", "")} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert max(map(n_cells, said.split("\n"))) <= width


def test_the_place_is_counted_from_one() -> None:
    text = "We sell lamps.\n\nKnow every language."
    assert " --> description:3:6\n" in render(scan_of(text, text.index("every"), len(text) - 1))


def test_the_terminal_needs_no_charts() -> None:
    code = "import sys, postingscan.show.terminal, postingscan.show.notebook; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pandas", "matplotlib"} & set(loaded)
