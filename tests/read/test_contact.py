"""Grades of communication: relationships, logistics, and nothing."""

from __future__ import annotations

import pytest

from postingscan.posting import Posting
from postingscan.read import lay_out
from postingscan.read.contact import read_communication
from postingscan.read.facts import Graded


def read(text: str, title: str = "") -> Graded:
    return read_communication(lay_out(Posting(title=title, description=text)))


RELATIONSHIP = [
    ("Assistant", "You report directly to our founder. We have a weekly call every Monday."),
    ("Editor", "You work closely with our creative director and get feedback on each draft."),
    ("Designer", "We are looking for a long-term partnership. Daily check-ins on Slack and regular feedback."),
    ("Caller", "Send me an end of day report and join our team meeting every Friday."),
    ("Writer", "You will work directly with the owner of the company. Regular progress updates to management."),
    ("Marketing assistant", "Reports to: Marketing Manager. Attend weekly team meetings."),
]
LOGISTICS = [
    ("Developer", "Collaborate with cross-functional teams. Good knowledge of React."),
    ("Agent", "You must work US business hours (EST), Monday to Friday, 9am to 5pm."),
    ("Designer", "Work with the marketing team on banners."),
]
NOTHING = [
    ("Logo", "I need a logo for my shop. Two drafts, one final file."),
    ("Bookkeeper", "Post invoices, reconcile accounts and prepare tax returns. Excellent communication skills."),
    ("Power BI report", "Create a report from an Excel file with ten tables."),
    ("Caller", "Call the leads on our list and book appointments. Fluent English."),
    ("", ""),
]


@pytest.mark.parametrize(("title", "text"), RELATIONSHIP)
def test_a_relationship(title: str, text: str) -> None:
    found = read(text, title)
    assert found.grade == 2
    assert found.span
    assert found.span.text in text


@pytest.mark.parametrize(("title", "text"), LOGISTICS)
def test_logistics_only(title: str, text: str) -> None:
    assert read(text, title).grade == 1


@pytest.mark.parametrize(("title", "text"), NOTHING)
def test_nothing(title: str, text: str) -> None:
    assert read(text, title) == Graded(0)


def test_the_evidence_is_the_sentence_that_shows_it() -> None:
    text = "We sell shoes.\n- Draw banners\n- You report directly to the owner in a weekly call\n- Fluent English"
    found = read(text)
    assert found.span
    assert found.span.text == "You report directly to the owner in a weekly call"


@pytest.mark.parametrize(("title", "text"), NOTHING[:4])
def test_a_named_superior_and_a_rhythm_raise_the_grade(title: str, text: str) -> None:
    more = f"{text}\nYou work closely with our director, with a weekly meeting and regular feedback."
    assert read(more, title).grade == 2


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        pytest.param("You communicate by carrier pigeon with Ms Ong, who decides.", 2, id="a person by name"),
        pytest.param("WhatsApp.", 1, id="a tool alone in a very short text"),
    ],
)
@pytest.mark.xfail(reason="known miss")
def test_known_misses(text: str, grade: int) -> None:
    assert read(text).grade == grade
