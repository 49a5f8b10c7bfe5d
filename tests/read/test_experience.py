"""Years and levels asked of the worker, and those that belong to somebody else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.posting import Posting
from postingscan.read import lay_out
from postingscan.read.experience import CUES, read_experience, read_seniority


def years(text: str, title: str = "") -> list[tuple[float, float | None, str]]:
    found = read_experience(lay_out(Posting(title=title, description=text)))
    return [(experience.years_min, experience.years_max, experience.subject) for experience in found]


def levels(text: str, title: str = "") -> list[str]:
    return [seniority.level for seniority in read_seniority(lay_out(Posting(title=title, description=text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3+ years of experience in Shopify", (3, None, "Shopify")),
        ("At least two years of hands-on experience with Klaviyo.", (2, None, "Klaviyo")),
        ("Minimum 5 years of experience as a Paralegal", (5, None, "Paralegal")),
        ("2-4 years' sales experience", (2, 4, "sales")),
        ("1 to 3 years of proven experience managing Google Ads", (1, 3, "Google Ads")),
        ("Over 1 year experience editing podcasts", (1, None, "editing podcasts")),
        (
            "5–7 years of progressive experience in project management, ideally in building",
            (5, 7, "project management"),
        ),
        ("You have 4 yrs of React experience.", (4, None, "React")),
        ("one year of experience", (1, None, "")),
        ("Minimum of three (3) years of relevant experience in payroll", (3, None, "payroll")),
        ("Experience: 2 years", (2, None, "")),
        ("Requirements:\n- 6 years in DevOps", (6, None, "DevOps")),
        ("Requirements:\n- At least 1 year running Facebook Ads", (1, None, "Facebook Ads")),
        ("Experience\n- B2B sales: 3 years (required)", (3, None, "B2B sales")),
        ("At least 6 months of experience in data entry", (0.5, None, "data entry")),
        ("Up to 2 years of experience", (0, 2, "")),
        ("Do not apply if you have less than 2 years experience in QuickBooks", (0, 2, "QuickBooks")),
        ("Experince: 3 years of experiance in welding", (3, None, "welding")),
        ("10 years or more of experience in AutoCAD", (10, None, "AutoCAD")),
        ("We are looking for someone with 3 years of experience in Xero", (3, None, "Xero")),
    ],
)
def test_years_asked_of_the_worker(text: str, expected: tuple[float, float | None, str]) -> None:
    assert expected in years(text)


@pytest.mark.parametrize(
    "text",
    [
        "We have been in business for 12 years.",
        "Our agency has 20 years of experience in design.",
        "We are a company with over 15 years of experience.",
        "About us\nMore than 30 years of experience in freight, storage and customs, on three continents.",
        "I have 8 years of experience as a coach.",
        "A team with 40 years of experience",
        "You are between 20 and 35 years old.",
        "The contract runs for 2 years.",
        "We have grown every year for the last 5 years.",
        "A bonus after 1 year",
        "It took us 3 years.",
        "A 2-year warranty",
        "Year-end closing and 10 years ago",
        "$40,000 per year",
        "A trial of 3 months",
        "Paid over 12 months",
        "Tell us your years of experience.",
    ],
)
def test_years_of_something_else(text: str) -> None:
    assert years(text) == []


def test_every_line_of_a_list_counts_once() -> None:
    text = "Requirements:\n- 3+ years of Python\n- 2+ years with SQL\n- 3+ years of Python"
    assert years(text) == [(3, None, "Python"), (2, None, "SQL")]


def test_the_subject_is_short_and_stands_in_the_text() -> None:
    text = "5 years of experience in a very long list of things that nobody ever would call one single subject at all"
    ((_, _, subject),) = years(text)
    assert len(subject.split()) <= 6
    assert subject in text


def test_the_span_holds_figure_and_subject() -> None:
    (found,) = read_experience(lay_out(Posting(description="You bring 3+ years of experience in Shopify, please.")))
    assert found.span.text == "3+ years of experience in Shopify"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Senior Python developer", "", ["expert"]),
        ("Jr. bookkeeper", "", ["entry"]),
        ("Lead designer", "", ["expert"]),
        ("Marketing intern", "", ["entry"]),
        ("Excel expert needed", "", ["expert"]),
        ("Mid-level accountant", "", ["intermediate"]),
        ("Head of growth", "", ["expert"]),
        ("Editor", "Fresh graduates are welcome.", ["entry"]),
        ("Caller", "No experience needed, we teach you.", ["entry"]),
        ("Editor", "This is an entry-level position.", ["entry"]),
        ("Analyst", "We are looking for an intermediate analyst.", ["intermediate"]),
        ("Writer", "We seek a seasoned writer for our blog.", ["expert"]),
        ("Developer", "You must be an expert in PHP.", ["expert"]),
        ("Developer", "Senior-level only", ["expert"]),
        ("Junior editor", "Expert-level skills in Premiere", ["entry", "expert"]),
    ],
)
def test_levels(title: str, text: str, expected: list[str]) -> None:
    assert levels(text, title) == expected


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Lead generation specialist", ""),
        ("Lead list researcher", ""),
        ("Carer for senior citizens", ""),
        ("Assistant", "You report to senior management."),
        ("Editor", "You work with experts from five countries."),
        ("Coach", "You help beginners with their first song."),
        ("Manager", "You train junior staff."),
        ("Recruiter", "Lead the calls and lead by example."),
        ("Caller", "We are not looking for beginners."),
        ("Writer", "You need not be an expert."),
        ("Editor", "You can grow into a senior role."),
        ("Editor", "About us\nWe are senior developers."),
    ],
)
def test_levels_of_others(title: str, text: str) -> None:
    assert levels(text, title) == []


def test_the_title_comes_first() -> None:
    (found,) = read_seniority(lay_out(Posting(title="Senior editor", description="We want a senior editor.")))
    assert found.span.field == "title"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5yrs+ experience in Revit", (5, None, "Revit")),
        ("A decade of experience in tax", (10, None, "tax")),
        ("Two or three years behind a camera", (2, 3, "camera")),
    ],
)
@pytest.mark.xfail(reason="known miss")
def test_known_misses(text: str, expected: tuple[float, float | None, str]) -> None:
    assert expected in years(text)


PHRASES = sorted({(cue if isinstance(cue, str) else cue[0]).rstrip("*") for cues in CUES.values() for cue in cues})
PIECES = st.sampled_from(
    [
        *PHRASES,
        "3+",
        "2-4",
        "two (2)",
        "experience",
        "experience in",
        "Requirements:\n-",
        "we have",
        "İ",
        ":",
        ".",
        "٣",
        "•",
        "$",
    ]
)


@given(st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=5).map(" ".join))
def test_any_text_gives_true_spans(text: str, title: str) -> None:
    page = lay_out(Posting(title=title, description=text))
    for found in (*read_experience(page), *read_seniority(page)):
        span = found.span
        assert span.text == page.posting.text(span.field)[span.start : span.end]
        assert span.text
    for experience in read_experience(page):
        assert 0 <= experience.years_min <= 40
        assert experience.subject in text or experience.subject in title
