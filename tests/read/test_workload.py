"""Stated volumes: what counts, in which period, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.posting import Posting
from postingscan.read import lay_out
from postingscan.read.quantities import bounds, counted_noun, singular
from postingscan.read.workload import CUES, read_workload

Volume = tuple[float, str, str | None]


def volumes(text: str, title: str = "", salary: str = "") -> list[Volume]:
    page = lay_out(Posting(title=title, description=text, salary=salary))
    return [(volume.quantity, volume.item, volume.per) for volume in read_workload(page)]


HOURS = [
    ("You will work 40 hours per week.", (40, "hour", "week")),
    ("Around 25 hrs/week, at times of your choice", (25, "hour", "week")),
    ("Start: ~10–15 hours/week", (15, "hour", "week")),
    ("We need you 35 hours a week.", (35, "hour", "week")),
    ("20+ hrs per week", (20, "hour", "week")),
    ("About 12 hours weekly", (12, "hour", "week")),
    ("Up to thirty hours each week", (30, "hour", "week")),
    ("Part-time (18 hours)", (18, "hour", "week")),
    ("Full time, 40 hours", (40, "hour", "week")),
    ("A 38-hour work week", (38, "hour", "week")),
    ("Weekly hours per week: 30", (30, "hour", "week")),
    ("hours per week: 22", (22, "hour", "week")),
    ("Hours: 10-12/week", (12, "hour", "week")),
    ("An 8-hour shift with a break", (8, "hour", "day")),
    ("9 hour workday", (9, "hour", "day")),
    ("4hrs/day is plenty", (4, "hour", "day")),
    ("2 to 3 hours every day", (3, "hour", "day")),
    ("6 hours daily", (6, "hour", "day")),
    ("5 hours per shift", (5, "hour", "day")),
    ("Roughly 20 hours / month", (20, "hour", "month")),
    ("The whole job should take 6 to 8 hours.", (8, "hour", "project")),
    ("Estimated duration: 15 hours", (15, "hour", "project")),
    ("It can be completed in 3 hours.", (3, "hour", "project")),
]

DAYS = [
    ("We work six days a week.", (6, "day", "week")),
    ("Available 5 days/week", (5, "day", "week")),
    ("Three days per week, on mornings", (3, "day", "week")),
]

ITEMS = [
    ("Write 20 articles a day.", (20, "article", "day")),
    ("Edit 3–5 short videos per week", (5, "video", "week")),
    ("Make at least 80 cold calls per day", (80, "call", "day")),
    ("List 1,500 products a month", (1500, "product", "month")),
    ("10-15k words per month", (15000, "word", "month")),
    ("You publish one article per day.", (1, "article", "day")),
    ("2x weekly posts on LinkedIn", (2, "post", "week")),
    ("1–2 weekly marketing emails", (2, "email", "week")),
    ("12 blog posts monthly", (12, "post", "month")),
    ("Design two monthly newsletters", (2, "newsletter", "month")),
    ("Batch daily posts for three brands", (1, "post", "day")),
    ("Post daily to our feed", (1, "post", "day")),
    ("Send weekly newsletters to the list", (1, "newsletter", "week")),
    ("Post 3 times a week", (3, "post", "week")),
    ("Reels (4 per week)", (4, "reel", "week")),
    ("Posts: 5/week", (5, "post", "week")),
    ("Deliver 30 polished, well-researched leads each week", (30, "lead", "week")),
    ("100 applications submitted per day", (100, "application", "day")),
    ("Send 40 personal messages every single day", (40, "message", "day")),
    ("Answer 15 tickets per hour", (15, "ticket", "hour")),
    ("Prepare one client meeting per week", (1, "meeting", "week")),
]

WHOLES = [
    ("Build a website of 12 pages", (12, "page", "project")),
    ("Please redesign 5 screens of our app.", (5, "screen", "project")),
    ("Create up to 20 product listings", (20, "listing", "project")),
    ("A total of eight dashboards", (8, "dashboard", "project")),
    ("Maximum 10 slides", (10, "slide", "project")),
    ("Draw 3 visuals per article", (3, "visual", "project")),
]


@pytest.mark.parametrize(("text", "volume"), HOURS + DAYS + ITEMS + WHOLES)
def test_a_volume_is_read(text: str, volume: Volume) -> None:
    assert volume in volumes(text)


@pytest.mark.parametrize(
    "text",
    [
        "We pay $300 per week.",
        "Rate: 5 USD per hour",
        "Salary is 25,000 PHP per month.",
        "15,000 net per month",
        "At least 3 years of experience",
        "We are a team of 12 people.",
        "Our clients get 75 leads per month, guaranteed.",
        "We currently process 400 orders a day.",
        "The channel has 2 million views a month.",
        "1.5 days of paid leave per month",
        "Two rest days per week",
        "You are in the office 3 days a week.",
        "Answer within 24 hours.",
        "A 24-hour turnaround on simple tasks",
        "You overlap with us for 4 hours per day.",
        "A one hour lunch break",
        "8am to 5pm on weekdays",
        "Internet of 50 Mbps per month",
        "Pay dates: 15th of each month",
        "Send 3 samples of pages you built.",
        "I have 5 websites already.",
        "Weekly pay and daily tasks",
        "Microsoft 365 products",
        "Conversion of 5% per month",
        "Edit 8-12 minute videos",
        "About us: we publish 9 books a year.",
    ],
)
def test_what_is_no_volume(text: str) -> None:
    assert volumes(text) == []


def test_both_figures_of_a_working_week() -> None:
    assert volumes("4 hours a day, 5 days a week") == [(4, "hour", "day"), (5, "day", "week")]
    assert volumes("8 hours per day and 40 hours per week") == [(8, "hour", "day"), (40, "hour", "week")]


def test_pieces_share_the_period_that_follows() -> None:
    assert volumes("Produce 10 reels and 2 videos per week") == [(10, "reel", "week"), (2, "video", "week")]


def test_the_size_of_a_piece_is_not_how_many() -> None:
    assert volumes("Write 3 articles of 1,000 words per week.") == [(3, "article", "week")]


def test_a_volume_counts_once_over_title_and_text_and_salary() -> None:
    assert volumes("20 hours/week, from home", title="Editor, 20 hrs per week", salary="20 hours a week") == [
        (20, "hour", "week")
    ]
    assert volumes("", salary="300 a month for 20 hours a week") == [(20, "hour", "week")]


def test_spans_hold_figure_and_period() -> None:
    page = lay_out(Posting(description="First: edit 3–5 short videos per week, please."))
    (volume,) = read_workload(page)
    assert volume.span.text == "3–5 short videos per week"


@pytest.mark.parametrize(
    ("text", "volume"),
    [
        pytest.param("Prepare weekly reports", (1, "report", "week"), id="reports and meetings in a rhythm"),
        pytest.param("Check the inbox twice a day", (2, "check", "day"), id="a verb for a noun"),
        pytest.param("Spread over six days", (6, "day", "week"), id="a week that is only meant"),
        pytest.param("Weekly output: 3 videos, 4 reels", (3, "video", "week"), id="the period as a heading"),
        pytest.param("40ish hours a week", (40, "hour", "week"), id="about forty"),
        pytest.param("A caseload of 80 to 100 cases", (100, "case", None), id="a load without a period"),
        pytest.param("The database has 20 tables.", (20, "table", "project"), id="what the work is done on"),
    ],
)
@pytest.mark.xfail(reason="known miss")
def test_known_misses(text: str, volume: Volume) -> None:
    assert volume in volumes(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("15–20 hours", 15, 20), ("8-hour", 8, 8), ("twice", 2, 2), ("1,200", 1200, 1200), ("", 0, 0)],
)
def test_bounds(text: str, low: float, high: float) -> None:
    assert bounds(text) == (low, high)


def test_nouns() -> None:
    assert counted_noun(" qualified leads from our list") == "lead"
    assert counted_noun(" million users") == ""
    assert [singular(noun) for noun in ("categories", "pitches", "news", "boxes")] == [
        "category",
        "pitch",
        "news",
        "box",
    ]


PHRASES = sorted({(cue if isinstance(cue, str) else cue[0]).rstrip("*") for cues in CUES.values() for cue in cues})
PIECES = st.sampled_from(
    [
        *PHRASES,
        "3",
        "10–15",
        "2x",
        "40hrs",
        "1,000",
        "twice",
        "videos",
        "hours",
        "days off",
        "İ",
        "$5",
        ".",
        "\n",
        "(",
        "10k",
        "٣",
    ]
)


@given(st.lists(PIECES, max_size=30).map(" ".join), st.text(max_size=20))
def test_any_text_gives_true_spans(text: str, title: str) -> None:
    page = lay_out(Posting(title=title, description=text))
    for volume in read_workload(page):
        span = volume.span
        assert span.text == page.posting.text(span.field)[span.start : span.end]
        assert span.text
        assert volume.quantity > 0
        assert volume.item
