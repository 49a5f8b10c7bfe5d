"""Hiring posts, other posts, and how many are hired."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.posting import Posting
from postingscan.read import lay_out
from postingscan.read.facts import Hiring
from postingscan.read.hiring import CUES, read_hiring

BUG = """Steps to reproduce:
1. Open the cart
2. Press 'Pay'
Expected result:
The receipt is shown
Actual result:
An error is shown
Version number: 2.1
"""

NO_POSTING = [
    ("Writer", "[For hire] I write blog posts, my rate is $20 an hour."),
    ("", "SEEKING WORK - remote\nI build web shops. My portfolio: see my site"),
    ("Data entry", "I am looking for a part-time job as a data encoder. I have 3 years of experience."),
    ("Looking for a position", "I'm seeking an entry-level role. My resume is attached."),
    ("Hire me", "Hire me as your assistant! My services: mail, calendar, travel."),
    ("", "Location: Lima\nRemote: yes\nWilling to relocate: no\nTechnologies: Python, Go\nResume: on request"),
    ("", "Has anyone used this job board? Any tips for beginners?"),
    ("", "Honest question: why are there no jobs for juniors?"),
    ("[$250] Receipt is not shown", BUG),
    ("Receipt is not shown", BUG),
]

ONE = [
    ("Virtual assistant", "We are looking for a virtual assistant."),
    ("Assistant to real estate agents", "Help our agents with their mail."),
    ("Website for photographers", "I need a website that photographers love."),
    ("Team lead", "You manage a team of 5 agents and train new writers."),
    ("Recruiter", "Responsibilities:\n- Hire drivers\n- Screen candidates for open roles"),
    ("Editor", "Three years with two agencies, several roles in video production."),
    ("Support agent", "Career growth: many leadership positions are open to you later."),
    ("Clerk", "Number of positions: 1"),
    ("Designer", "We are not looking for agencies or freelancers."),
    ("Sales manager", "You work with hiring managers and recruiters."),
    ("Developer", "Steps to reproduce and expected results belong into every bug report that you write."),
    ("VA", "I am looking for an assistant for my projects. I have a small shop."),
    ("Designer", "I'm an artist looking for help with my shop. You will design banners."),
]

SEVERAL = [
    ("Virtual assistants", "Answer the mail of our customers.", None),
    ("Cold callers needed", "Call home owners.", None),
    ("Video editor", "We are hiring 3 video editors for three channels.", 3),
    ("Support", "We need two customer support agents.", 2),
    ("Guard", "Security guard (4 positions)", 4),
    ("Clerk", "Number of positions: 12", 12),
    ("Agent", "Vacancies: 7", 7),
    ("Cashier", "Required staff: five", 5),
    ("Writer", "We're looking for experienced writers to join our team.", None),
    ("Developer", "Multiple positions are open at our firm.", None),
    ("Startup in Oslo", "We're hiring:\n- Backend Engineer\n- Product Designer\n- Data Analyst", None),
    ("Agency wanted", "We want to outsource our marketing.", None),
    ("Full-stack team needed", "Build our app.", None),
    ("Engineer", "We are hiring an engineer. We're also looking for a designer.", None),
]

KNOWN_MISSES = [
    ("Engineer", "Come and build rockets with us, we take whoever is good. Talk to Ann or Bob.", False),
]


def read(title: str, description: str) -> Hiring:
    return read_hiring(lay_out(Posting(title=title, description=description)))


@pytest.mark.parametrize(("title", "description"), NO_POSTING)
def test_no_hiring_post(title: str, description: str) -> None:
    hiring = read(title, description)
    assert not hiring.is_posting
    assert hiring.span is not None


@pytest.mark.parametrize(("title", "description"), ONE)
def test_one_person(title: str, description: str) -> None:
    assert read(title, description) == Hiring()


@pytest.mark.parametrize(("title", "description", "n_hired"), SEVERAL)
def test_several(title: str, description: str, n_hired: int | None) -> None:
    hiring = read(title, description)
    assert hiring.is_posting
    assert not hiring.one_person
    assert hiring.n_hired == n_hired


@pytest.mark.parametrize(("title", "description", "one_person"), KNOWN_MISSES)
@pytest.mark.xfail(reason="no plural and no number tells it", strict=True)
def test_known_misses(title: str, description: str, one_person: bool) -> None:
    assert read(title, description).one_person == one_person


def test_bug_reports_of_the_research_material_hire_nobody(shared: Path) -> None:
    with gzip.open(shared / "postings" / "control_bug_reports.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    wrong = [row["id"] for row in rows if read(row["title"] or "", row["description"] or "").is_posting]
    assert wrong == []


PIECES = [
    *(phrase.rstrip("*") for phrases in CUES.values() for phrase in phrases),
    "we are hiring", "looking for", "3", "two", "[$250]", "\n", "\n- ", ": ", ". ", "Engineer", "Designer:",
    "experience", "İ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=6), st.lists(st.sampled_from(PIECES), max_size=25))
def test_span_is_the_slice_of_any_text(title: list[str], description: list[str]) -> None:
    posting = Posting(title=" ".join(title), description=" ".join(description))
    hiring = read_hiring(lay_out(posting))
    assert (hiring.span is None) == (hiring.is_posting and hiring.one_person)
    if hiring.span:
        assert hiring.span.text == posting.text(hiring.span.field)[hiring.span.start : hiring.span.end]
        assert hiring.span.text
