"""What holds for both readings by grades, of goals and of communication."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postingscan.posting import Posting
from postingscan.read import contact, goals, lay_out
from postingscan.read.document import Page
from postingscan.read.facts import Graded
from postingscan.read.grades import load_sheet

Reader = Callable[[Page], Graded]
READERS = [("goals", goals.read_goals), ("communication", contact.read_communication)]


@pytest.mark.parametrize(("kind", "table"), [("goal", "goal_points"), ("contact", "contact_points")])
def test_the_table_names_no_cue_that_does_not_exist(kind: str, table: str) -> None:
    sheet = load_sheet(kind, table)
    names = {name for _, name in sheet.phrases}
    for second, firsts in sheet.pairs.items():
        assert second in names
        assert all(first in names for first, _ in firsts)
    assert names <= set(sheet.some)
    assert 0 < sheet.cuts[0] < sheet.cuts[1] < 2
    assert all(word == word.lower() for word in sheet.words)


PHRASES = sorted({phrase.rstrip("*") for phrase, _ in (*goals.CUES["goal"], *contact.CUES["contact"])})
MARKS = [".", "\n- ", "About us\n", "İ", "“", "”", "Requirements:\n", "How to apply:\n", "100%", "EST"]
PIECES = st.sampled_from([*PHRASES, *MARKS])


@pytest.mark.parametrize(("what", "reader"), READERS)
@settings(max_examples=150)
@given(st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=4).map(" ".join))
def test_any_text_gives_true_spans(what: str, reader: Reader, text: str, title: str) -> None:
    found = reader(lay_out(Posting(title=title, description=text)))
    assert found.grade in (0, 1, 2), what
    if found.span:
        whole = title if found.span.field == "title" else text
        assert found.span.text == whole[found.span.start : found.span.end]
    else:
        assert found.grade == 0


@pytest.mark.parametrize(("what", "reader"), READERS)
def test_development_gold(what: str, reader: Reader, shared: Path) -> None:
    """A floor for a broken reader; the table was fitted on these postings, so it is no test of how well it reads."""
    rows = [json.loads(line) for line in (shared / "gold" / "dev.jsonl").read_text("utf-8").split("\n")[:300]]
    pages = [lay_out(Posting(title=row["title"] or "", description=row["description"] or "")) for row in rows]
    near = [abs(reader(page).grade - row["label"][what]) for page, row in zip(pages, rows, strict=True)]
    assert near.count(2) / len(near) < 0.05
    assert near.count(0) / len(near) > 0.6
