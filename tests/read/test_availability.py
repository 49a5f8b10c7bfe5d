"""Hours a week and conditions on time: what is asked of the worker, and what only sounds like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.posting import Posting
from postingscan.read import lay_out
from postingscan.read.availability import CUES, read_availability
from postingscan.read.facts import Availability
from postingscan.read.workload import read_workload


def read(text: str, title: str = "", hours: str | None = None) -> Availability:
    page = lay_out(Posting(title=title, description=text, hours_per_week=hours))
    return read_availability(page, read_workload(page))


def kinds(text: str) -> set[str]:
    return {demand.kind for demand in read(text).demands}


@pytest.mark.parametrize(
    ("field", "low", "high"),
    [
        ("40", 40, 40),
        (" 20 ", 20, 20),
        ("20-30", 20, 30),
        ("15 to 25", 15, 25),
        ("Less than 30", None, 30),
        ("More than 30", 30, None),
        ("30+ hrs/week", 30, None),
        ("up to 10", None, 10),
    ],
)
def test_the_field_comes_first(field: str, low: float | None, high: float | None) -> None:
    found = read("Work 5 hours per week.", hours=field)
    assert (found.hours_week_min, found.hours_week_max, found.source) == (low, high, "field")
    assert found.span is None


@pytest.mark.parametrize("field", [None, "", "TBD", "any", "0", "999"])
def test_an_empty_field_leaves_the_words(field: str | None) -> None:
    found = read("Work 5 hours per week.", hours=field)
    assert (found.hours_week_max, found.source) == (5, "text")


@pytest.mark.parametrize(
    ("text", "low", "high", "words"),
    [
        ("It is 15–20 hours a week.", 15, 20, "15–20 hours a week"),
        ("At least 20+ hours/week", 20, None, "20+ hours/week"),
        ("4 hours a day, 6 days a week", 24, 24, "4 hours a day"),
        ("8 hours per day", 40, 40, "8 hours per day"),
        ("3 hours daily, Monday to Saturday", 18, 18, "3 hours daily"),
        ("52 hours per month", 12, 12, "52 hours per month"),
        ("Schedule: 9am to 1pm EST", 20, 20, "9am to 1pm"),
        ("9:00 AM – 5:00 PM, Monday through Friday", 40, 40, "9:00 AM – 5:00 PM"),
        ("Tue-Sat 10pm - 6am Manila time", 40, 40, "10pm - 6am"),
        ("Monday to Friday, 8 a.m. to 5 p.m", 40, 45, "8 a.m. to 5 p.m"),
        ("2-6pm on weekdays", 20, 20, "2-6pm"),
    ],
)
def test_hours_out_of_words(text: str, low: float, high: float | None, words: str) -> None:
    found = read(text)
    assert (found.hours_week_min, found.hours_week_max, found.source) == (low, high, "text")
    assert found.span
    assert found.span.text == words


@pytest.mark.parametrize(
    "text", ["A full-time role", "We answer within 24 hours.", "Founded in 2010", "", "9 to 13 employees"]
)
def test_unknown_hours(text: str) -> None:
    found = read(text)
    assert (found.hours_week_min, found.hours_week_max, found.source, found.span) == (None, None, "", None)


DEMANDS = {
    "around_the_clock": [
        "24/7 availability is a must.",
        "You must be available around the clock.",
        "Be online at all times during launches.",
        "You need to be reachable anytime, day or night, even on call at all times.",
    ],
    "instant_replies": [
        "Respond within 5 minutes to my messages.",
        "Instant replies on Slack, always.",
        "Must reply immediately when I write.",
    ],
    "weekends": [
        "Some weekend work is needed.",
        "Schedule: Monday to Saturday",
        "You work 7 days a week.",
        "Available on Sundays",
    ],
    "night_shift": ["This is a night shift.", "Graveyard hours, US time", "Willing to work at night"],
    "overlap": [
        "Four hours of overlap with our team in Berlin",
        "Must work US business hours.",
        "EST time zone",
        "Available in UK hours",
    ],
    "exclusive": [
        "No other clients while you are with us.",
        "You must not have another job.",
        "Work exclusively for us.",
        "No side hustles, please",
    ],
    "monitoring": [
        "We use Hubstaff.",
        "Time Doctor runs during your shift.",
        "The tracker takes random screenshots while you work.",
        "Your webcam on during work hours",
    ],
    "unpaid_overtime": ["Some unpaid overtime", "Overtime is not paid.", "No overtime pay in the first year"],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in DEMANDS.items() for text in texts])
def test_a_demand_is_read(kind: str, text: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("around_the_clock", "We offer 24/7 support for our customers."),
        ("around_the_clock", "Keep the desk clean and professional at all times."),
        ("around_the_clock", "Overtime is always available."),
        ("instant_replies", "Respond within 5 minutes to new leads."),
        ("instant_replies", "Respond promptly to e-mails."),
        ("instant_replies", "We will respond within 30 minutes of your application."),
        ("weekends", "No weekends."),
        ("weekends", "Weekends off"),
        ("weekends", "Saturday and Sunday are free."),
        ("weekends", "You are paid every Saturday."),
        ("weekends", "Monday to Friday"),
        ("night_shift", "Day shift only, no graveyard!"),
        ("night_shift", "The night owl newsletter"),
        ("overlap", "Make sure that text does not overlap."),
        ("overlap", "Our US office hours are not your hours."),
        ("exclusive", "There is no exclusivity: you may have other clients."),
        ("exclusive", "Exclusive discounts for staff"),
        ("monitoring", "Send a screenshot of your speed test."),
        ("monitoring", "Design app store screenshots."),
        ("monitoring", "Experience with Prometheus monitoring tools"),
        ("unpaid_overtime", "Overtime is paid at 150 %."),
        ("unpaid_overtime", "Calculate overtime for payroll."),
    ],
)
def test_what_is_no_demand(kind: str, text: str) -> None:
    assert kind not in kinds(text)


def test_each_kind_once_with_the_sentence() -> None:
    found = read("Some Saturdays. Also Sundays.\n• No other clients, please")
    assert [(demand.kind, demand.span.text) for demand in found.demands] == [
        ("weekends", "Some Saturdays."),
        ("exclusive", "No other clients, please"),
    ]


def test_a_long_sentence_is_cut_between_words() -> None:
    text = (
        "and then the day goes on and on with many small things to do for everybody " * 3
        + "but weekends too "
        + "word " * 60
    )
    (demand,) = read(text).demands
    assert "weekends" in demand.span.text
    assert len(demand.span.text) <= 160
    assert text.split(demand.span.text)[0].endswith(" ")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("night_shift", "You work from 11pm to 7am Manila time."),
        ("monitoring", "A time tracker is required."),
        ("around_the_clock", "Phone never off"),
        ("exclusive", "We want you for ourselves alone."),
    ],
)
@pytest.mark.xfail(reason="known miss")
def test_known_misses(kind: str, text: str) -> None:
    assert kind in kinds(text)


PHRASES = sorted({phrase.rstrip("*") for cues in CUES.values() for phrase, _ in cues})
PIECES = st.sampled_from(
    [*PHRASES, "you must be", "hours/week", "8 hours a day", "9am to 5pm", "no", "İ", "•", "\n", ".", "13-2pm"]
)


@given(st.lists(PIECES, max_size=25).map(" ".join), st.one_of(st.none(), st.text(max_size=12)))
def test_any_text_gives_true_spans(text: str, hours: str | None) -> None:
    found = read(text, hours=hours)
    for span in [demand.span for demand in found.demands] + ([found.span] if found.span else []):
        assert span.text == text[span.start : span.end]
        assert span.text
    assert len({demand.kind for demand in found.demands}) == len(found.demands)
    for bound in (found.hours_week_min, found.hours_week_max):
        assert bound is None or 0 <= bound <= 168
