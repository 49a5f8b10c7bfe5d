"""Roles: the families of work that one hire is asked to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postingscan.posting import Posting
from postingscan.read import lay_out
from postingscan.read.facts import ROLES, Role
from postingscan.read.roles import find_signs, read_roles
from postingscan.read.skills import read_skills
from postingscan.tables import load_table


def read(title: str, description: str) -> tuple[Role, ...]:
    page = lay_out(Posting(title=title, description=description))
    return read_roles(page, read_skills(page))


def names(title: str, description: str) -> list[str]:
    return [role.name for role in read(title, description)]


@pytest.mark.parametrize(
    ("title", "description", "role"),
    [
        (
            "Bookkeeper for two cafés",
            "Reconcile the bank every week in Xero and prepare payroll and BAS.",
            "bookkeeping_finance",
        ),
        (
            "Video editor",
            "Cut short-form videos from raw footage in CapCut, with captions and sound effects.",
            "video_audio",
        ),
        ("Cold caller", "Call homeowners from our list, handle objections and set appointments.", "sales_leadgen"),
        ("Customer support agent", "Answer tickets in Zendesk and live chat, process refunds.", "customer_support"),
        ("SEO specialist", "Keyword research, on-page SEO and link building with Ahrefs.", "seo"),
        ("WordPress developer", "Build pages with Elementor, HTML, CSS and some PHP plugins.", "web_development"),
        ("Power BI analyst", "Build dashboards from SQL data with DAX measures and data modeling.", "data_science"),
        ("Recruiter", "Source candidates on LinkedIn, screen resumes and schedule interviews.", "hr_recruiting"),
        ("Media buyer", "Run Meta Ads and Google Ads and test new audiences for a better ROAS.", "paid_ads"),
        ("AutoCAD drafter", "Prepare shop drawings and floor plans in AutoCAD and Revit.", "engineering_cad"),
    ],
)
def test_one_plain_job(title: str, description: str, role: str) -> None:
    found = read(title, description)
    assert found[0].name == role
    assert len(found) <= 3


def test_many_trades_in_one_hire() -> None:
    found = names(
        "All-round marketer",
        "You will edit videos in Premiere Pro, design logos in Illustrator, build our website in WordPress and PHP, run Google Ads "
        "and Meta Ads, write SEO blog posts, do keyword research and keep the books in QuickBooks.",
    )
    assert {"video_audio", "web_development", "paid_ads"} <= set(found)
    assert len(found) >= 4


def test_the_title_alone_can_tell() -> None:
    assert names("Graphic designer", "Details in the interview.") == ["graphic_design"]


def test_the_text_alone_can_tell() -> None:
    assert "bookkeeping_finance" in names(
        "", "We need bookkeeping in QuickBooks: bank reconciliation, invoices and payroll."
    )


def test_nothing_said_nothing_read() -> None:
    assert read("", "") == ()
    assert read("Hello", "Nice weather today.") == ()


def test_strongest_first_with_evidence() -> None:
    found = read(
        "Virtual assistant", "Calendar management, inbox management and data entry. You will answer calls as well."
    )
    assert found[0].name == "admin_assistant"
    strengths = [role.strength for role in found]
    assert strengths == sorted(strengths, reverse=True)
    assert min(strengths) >= 0
    assert found[0].span.text == "Virtual assistant"


_WORDS = st.sampled_from(
    [
        "editor",
        "Excel",
        "İstanbul",
        "call",
        "write",
        "ads",
        "WordPress",
        "manager",
        ",",
        ".",
        "\n",
        "SEO",
        "support",
        "’",
        "3D",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(_WORDS, max_size=6).map(" ".join), st.lists(_WORDS, max_size=30).map(" ".join))
def test_evidence_is_the_slice_and_each_role_once(title: str, description: str) -> None:
    posting = Posting(title=title, description=description)
    page = lay_out(posting)
    found = read_roles(page, read_skills(page))
    assert len({role.name for role in found}) == len(found)
    for role in found:
        assert role.name in ROLES
        assert posting.text(role.span.field)[role.span.start : role.span.end] == role.span.text


@settings(max_examples=100, deadline=None)
@given(st.lists(_WORDS, max_size=6).map(" ".join), st.lists(_WORDS, max_size=30).map(" ".join))
def test_strength_is_the_sum_of_the_points(title: str, description: str) -> None:
    page = lay_out(Posting(title=title, description=description))
    skills = read_skills(page)
    by_kind, single = find_signs(page, skills)
    sums = dict.fromkeys(ROLES, 0.0)
    for row in load_table("role_points"):
        if row["role"]:
            sums[row["role"]] += float(row["points"]) * (row["sign"] in single or row["sign"] == "always")
        else:
            for role, value in by_kind[row["sign"]].items():
                sums[role] += float(row["points"]) * value
    found = {role.name: role.strength for role in read_roles(page, skills) if role.strength}
    assert found.keys() >= {role for role in sums if sums[role] > 0.01}
    assert found == pytest.approx({role: sums[role] for role in found}, abs=0.006)


def test_the_tables_name_known_roles() -> None:
    words = load_table("role_words")
    assert {row["kind"] for row in words} == {"job", "duty"}
    assert {role for row in words for role in row["roles"].split("|")} == set(ROLES)
    points = load_table("role_points")
    assert {row["role"] for row in points} == {*ROLES, ""}
    assert {row["role"] for row in points if row["sign"] == "always"} == set(ROLES)
    assert len({(row["role"], row["sign"]) for row in points}) == len(points)
    assert all(float(row["points"]) == round(float(row["points"]), 2) for row in points), "they are added in hundredths"


def test_the_whole_development_set(shared: Path) -> None:
    hit = said = wanted = 0
    with (shared / "gold" / "dev.jsonl").open() as lines:
        for line in lines:
            row = json.loads(line)
            if row["label"]["language"] == "en":
                found, gold = set(names(row["title"] or "", row["description"] or "")), set(row["label"]["roles"])
                hit, said, wanted = hit + len(found & gold), said + len(found), wanted + len(gold)
    assert 2 * hit / (said + wanted) > 0.75
