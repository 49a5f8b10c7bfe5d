"""Grades of goals: stated outcomes, outcomes to infer, and bare tasks."""

from __future__ import annotations

import pytest

from postingscan.posting import Posting
from postingscan.read import lay_out
from postingscan.read.facts import Graded
from postingscan.read.goals import read_goals


def read(text: str, title: str = "") -> Graded:
    return read_goals(lay_out(Posting(title=title, description=text)))


STATED = [
    ("SEO specialist", "Your main goal is to increase organic traffic by 40 % within six months. You report rankings."),
    ("Sales agent", "Meet and exceed monthly sales targets. You reach a quota of 20 qualified leads per week."),
    ("Media buyer", "You own ROAS and CPA across all ad accounts and drive revenue. KPIs: 2.5 ROAS, cost per lead."),
    (
        "Dashboard in Power BI",
        "The goal of this project is to build a dashboard that shows sales per store, so that our managers can decide.",
    ),
    (
        "Channel manager",
        "Help us grow our channel to 100k subscribers. You will increase views and improve our click-through rate.",
    ),
    ("Bookkeeper", "The objective is to have all books up to date by the end of June and to reduce errors in reports."),
]
BARE = [
    (
        "Junior bookkeeper",
        "Tasks:\n- Post invoices\n- File receipts\nRequirements:\n- Diploma\n- 2 years of experience",
    ),
    ("Virtual assistant", "Answer phone calls, keep the calendar, data entry. Must speak English and have a laptop."),
    ("Java engineer | Lisbon | onsite", "We use Java, Kotlin and Postgres. Full time, onsite. Send your CV."),
    ("Cashier", "Handle cash. Age 20 to 30. Apply in person."),
    ("", ""),
]


@pytest.mark.parametrize(("title", "text"), STATED)
def test_a_stated_outcome(title: str, text: str) -> None:
    found = read(text, title)
    assert found.grade == 2
    assert found.span
    assert found.span.text in text


@pytest.mark.parametrize(("title", "text"), BARE)
def test_bare_tasks(title: str, text: str) -> None:
    assert read(text, title) == Graded(0)


def test_a_deliverable_lets_the_outcome_be_inferred() -> None:
    assert read("I need someone to design a logo for my bakery.", "Logo").grade == 1


def test_the_evidence_is_the_sentence_that_states_it() -> None:
    text = "We like coffee.\n- Answer e-mails\n- The goal is to double our monthly revenue from leads\n- Fluent English"
    found = read(text)
    assert found.span
    assert found.span.text == "The goal is to double our monthly revenue from leads"


@pytest.mark.parametrize(("title", "text"), BARE[:4])
def test_stating_a_goal_raises_the_grade(title: str, text: str) -> None:
    more = f"{text}\nThe main goal is to increase sales and to meet our revenue targets: KPIs are leads and conversion rate."
    assert read(more, title).grade > read(text, title).grade


@pytest.mark.parametrize(
    ("title", "text", "grade"),
    [
        pytest.param(
            "Assistant", "Keep things running smoothly. Answer e-mails and calls.", 1, id="a slogan in a short text"
        ),
        pytest.param(
            "Support agent", "Success means 95% happy customers. A first reply comes within an hour.", 2, id="own words"
        ),
        pytest.param(
            "Assistant", "About us: our goal is to become the leading agency for dentists.", 0, id="the employer's own"
        ),
    ],
)
@pytest.mark.xfail(reason="known miss")
def test_known_misses(title: str, text: str, grade: int) -> None:
    assert read(text, title).grade == grade
