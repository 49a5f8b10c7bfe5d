"""Sentences, sections and cues: one structure under all readers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.posting import Posting
from postingscan.read import lay_out
from postingscan.read.document import Document
from postingscan.read.lexicon import Lexicon


def sentences(text: str) -> list[str]:
    document = lay_out(Posting(description=text)).description
    return [text[s.start : s.end] for s in document.sentences]


def section_of(text: str, words: str) -> str:
    document = lay_out(Posting(description=text)).description
    return document.sentence_at(text.index(words)).section


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Pay is $4.50 per hour. Start now.", ["Pay is $4.50 per hour.", "Start now."]),
        ("Tools, e.g. Excel, are needed.", ["Tools, e.g. Excel, are needed."]),
        ("Work with Smith Inc. Every day.", ["Work with Smith Inc. Every day."]),
        ("- one\n- two", ["- one", "- two"]),
        ("Tasks • write • edit • post", ["Tasks", "• write", "• edit", "• post"]),
        ("Monday - Friday, 9 am - 5 pm", ["Monday - Friday, 9 am - 5 pm"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Responsibilities:", "duties"),
        ("What you'll do", "duties"),
        ("🚀 WHAT YOU’LL DO 🚀", "duties"),
        ("**Key Duties & Tasks**", "duties"),
        ("## Requirements", "required"),
        ("REQUIREMENTS", "required"),
        ("What we're looking for:", "required"),
        ("Must-haves:", "required"),
        ("Preferred qualifications:", "optional"),
        ("Nice to have", "optional"),
        ("Bonus points:", "optional"),
        ("About us", "company"),
        ("What we offer:", "offer"),
        ("How to apply:", "apply"),
        ("Technical requirements:", "equipment"),
        ("Working hours:", "schedule"),
    ],
)
def test_headings_open_their_section(heading: str, section: str) -> None:
    assert section_of(f"We sell garden sheds.\n\n{heading}\n- blue thing\n- red thing", "red thing") == section


@pytest.mark.parametrize(
    "line",
    [
        "You have great skills and we want them for our team of twenty people in the city",
        "Our company grew fast, with experience in many markets and a lot of happy people.",
        "Please bring the tools that you like to use for work",
    ],
)
def test_a_line_that_only_speaks_of_it_is_no_heading(line: str) -> None:
    assert section_of(f"Intro.\n{line}\n- red thing", "red thing") == "body"


def test_headings_are_found_where_line_breaks_were_lost() -> None:
    filler = "We are a friendly studio that makes small films for shops in the region and has done so for years. "
    text = filler + "Key Responsibilities: cut films, add titles. Nice to have: Blender. How to apply: send a link."
    assert section_of(text, "cut films") == "duties"
    assert section_of(text, "Blender") == "optional"
    assert section_of(text, "send a link") == "apply"


def test_a_phrase_is_found_over_a_line_break_and_with_a_hyphen() -> None:
    lexicon = Lexicon([("x", "follow up", None)])
    for text in ("follow up", "follow-up", "follow\nup", "to follow up."):
        assert len(Document("description", text, lexicon).cues["x"]) == 1
    assert "x" not in Document("description", "follow ups", lexicon).cues


@pytest.mark.parametrize(
    ("text", "found"), [("C", 1), ("C, R", 1), ("(C)", 1), ("C/C++", 1), ("abc", 0), ("c3", 0), ("macOS", 0)]
)
def test_short_names_stand_alone(text: str, found: int) -> None:
    cues = Document("description", text, Lexicon([("x", "c", None)])).cues
    starts = [start for start, _, _ in cues.get("x", [])]
    assert len(set(starts)) >= found
    assert all(text[start].lower() == "c" for start in starts)
    assert bool(starts) == bool(found)


@given(st.text(alphabet=st.sampled_from("aB .!?\n•-:1)é—REQUIREMENTS"), max_size=200))
def test_sentences_cover_all_words_once_in_order(text: str) -> None:
    document = lay_out(Posting(description=text)).description
    last = 0
    for sentence in document.sentences:
        assert last <= sentence.start < sentence.end
        assert not text[last : sentence.start].strip()
        last = sentence.end
    assert not text[last:].strip()
    for place in range(len(text)):
        if document.sentences and document.sentences[0].start <= place:
            assert document.sentence_at(place).start <= place
