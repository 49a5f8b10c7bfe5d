"""A posting and its scan, made by hand in the project's own words, and frames of many rows."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from postingscan.finding import Confidence, Finding, Praise, Severity
from postingscan.model.score import Contribution, Score
from postingscan.posting import Field, Posting, Span
from postingscan.read.facts import (
    Availability,
    Demands,
    Experience,
    Graded,
    Hiring,
    Pay,
    PaymentTerms,
    Reading,
    Role,
    Seniority,
    Skill,
    Trial,
    Universal,
    Workload,
)
from postingscan.scan import Scan, row_of
from postingscan.weigh.weights import Capacity, Job, Load, Market, Offer, Rarity, Weights

TITLE = "Content writer who also runs our shop, codes and edits video"
DESCRIPTION = """\
We sell garden lamps and need one person who keeps everything moving.

You will:
• write 20 articles a day, each with keyword research and link building
• build and maintain our WordPress themes in PHP; you know all programming languages and you are an expert in \
Premiere Pro, After Effects and every social network that our customers use or may come to use next year
• answer customers around the clock

Goal: double the organic visits of the shop by Christmas.
You report to Marta, our shop manager; we talk every Monday.

Before we decide, do a one-week trial
(not paid) in which you write our spring catalogue.
We pay every second Friday through Wise. Knowledge of Blender is a plus.
"""
SALARY = "400"


def make_posting(**fields: Any) -> Posting:
    return Posting(
        **({"title": TITLE, "description": DESCRIPTION, "salary": SALARY, "id": "demo-1", "source": "sample"} | fields)
    )


def span_of(posting: Posting, words: str, field: Field = "description") -> Span:
    start = posting.text(field).index(words)
    return posting.span(field, start, start + len(words))


def make_scan() -> Scan:
    """A posting with everything that a scan can say about one."""
    posting = make_posting(date="2025-03-02")

    def at(words: str, field: Field = "description") -> Span:
        return span_of(posting, words, field)

    title = posting.span("title", 0, len(TITLE))
    reading = Reading(
        title=title,
        hiring=Hiring(),
        skills=(
            Skill(at("keyword research"), "keyword research", ("seo",), "SEO"),
            Skill(at("link building"), "link building", ("seo",), "SEO"),
            Skill(at("WordPress"), "WordPress", ("web_development",), "WordPress"),
            Skill(at("PHP"), "PHP", ("web_development",), "PHP"),
            Skill(at("Premiere Pro"), "Adobe Premiere Pro", ("video_audio",), "video editing", expert=True),
            Skill(at("Blender"), "Blender", ("animation_3d",), "3D", demand="optional"),
        ),
        universals=(Universal(at("all programming languages"), "programming languages"),),
        roles=(
            Role("writing_editing", at("articles"), 4.0),
            Role("seo", at("link building"), 3.0),
            Role("web_development", at("WordPress themes"), 3.0),
            Role("video_audio", at("Premiere Pro"), 2.0),
        ),
        pay=(
            Pay(
                at("400", "salary"),
                400,
                400,
                currency_inferred="USD",
                unit_inferred="month",
                reason="a bare number for full time",
            ),
        ),
        trial=Trial(at("one-week trial\n(not paid)"), "period", "unpaid", 7),
        payment_terms=PaymentTerms("clear", at("We pay every second Friday through Wise")),
        goals=Graded(2, at("double the organic visits of the shop by Christmas")),
        communication=Graded(2, at("You report to Marta, our shop manager; we talk every Monday")),
        workload=(Workload(at("20 articles a day"), 20, "article", "day"),),
        availability=Availability(40, 40, "field", None, (Demands("around_the_clock", at("around the clock")),)),
        experience=(Experience(at("next year"), 5, None, "WordPress"),),
        seniority=(Seniority("expert", at("expert")),),
        n_words=110,
    )
    weights = Weights(
        offer=Offer(2.31, 2.31, None, ("dollars", "a month", "40 hours a week")),
        rarity=Rarity(
            ("articles", "SEO", "PHP", "WordPress"),
            112_000,
            33_300,
            4_200_000,
            0,
            4272,
            "Upwork, United States, 2018",
        ),
        market=Market(15.0, 24.5, 40.0, 0.094, 512, "Upwork, United States, 2018"),
        split=(
            Job("writing_editing", ("articles", "keyword research", "link building"), 20.0),
            Job("web_development", ("WordPress", "PHP"), 25.0),
            Job("video_audio", ("Adobe Premiere Pro",), None),
        ),
        capacity=Capacity(
            100.0,
            150.0,
            300.0,
            40.0,
            (Load("20 articles a day", 100.0, 150.0, 300.0, "1 to 3 hours an article"),),
        ),
    )
    high, medium, low = Severity.HIGH, Severity.MEDIUM, Severity.LOW
    findings = (
        Finding(
            "PAY004", "unit-missing", low, Confidence.HIGH, at("400", "salary"),
            "an hour, a month or for the whole?", "add per hour, per month or for the whole",
        ),
        Finding(
            "EXP005", "volume-beyond-hours", high, Confidence.HIGH, at("20 articles a day"),
            "the stated volume takes a typical worker 150 hours a week (100 to 300); the posting offers 40",
            "ask for what fits the hours, or hire more people", "volume",
        ),
        Finding(
            "EXP001", "unrelated-trades", high, Confidence.MEDIUM, title,
            "one person is asked to do 3 jobs: writing and editing, web development and video and audio",
            "break the work down into jobs and hire for each", "breadth",
        ),
        Finding(
            "EXP003", "whole-field", high, Confidence.HIGH, at("all programming languages"),
            "nobody masters 'all programming languages'", "name the two or three that the work really needs", "depth",
        ),
        Finding(
            "TRL001", "unpaid-trial", high, Confidence.HIGH, at("one-week trial\n(not paid)"),
            "the trial period is unpaid",
            "pay the trial at the full rate and keep it to a week: 'We start with a paid trial week.'",
        ),
        Finding(
            "EXP014", "wish-list", medium, Confidence.LOW, at("Premiere Pro, After Effects and every social network"),
            "5 skills are required over 3 jobs", "keep what the first month needs and mark the rest as a plus",
            "breadth",
        ),
    )  # fmt: skip
    praise = (
        Praise("stated-objective", reading.goals.span or title, "a result is named that can be checked"),
        Praise("clear-payment", reading.payment_terms.span or title, "it says when or how the worker is paid"),
    )
    parts = (
        Contribution("EXP005", 1.0, 2.4),
        Contribution("EXP001", 1.0, 2.0),
        Contribution("n_roles", 4.0, 1.25),
        Contribution("TRL001", 1.0, 0.35),
        Contribution("stated_goal", 1.0, -0.6),
        Contribution("baseline", 1.0, -3.0),
    )
    score = Score(3, 0.917, ("breadth", "depth", "volume"), parts, "demo-model-1")
    return Scan(posting, "en", "scored", "", reading, weights, findings, praise, score)


@pytest.fixture
def scan() -> Scan:
    return make_scan()


@pytest.fixture
def unscored() -> Scan:
    return Scan(
        make_posting(title="Rédacteur de jardin"),
        "fr",
        "not_scored",
        "language is 'fr', only English is read",
    )


@pytest.fixture
def one_row(scan: Scan) -> pd.DataFrame:
    return pd.DataFrame([row_of(scan)])


JUDGED = (
    "over_expectation", "p_over_expectation", "roles", "required_skills", "pay", "trial", "payment_terms", "goals",
    "communication", "findings", "praise", "market", "rarity", "pay_usd_hour_min", "pay_usd_hour_max", "model",
)  # fmt: skip
SKILLS = (
    "writing",
    "SEO",
    "WordPress",
    "PHP",
    "Canva",
    "customer support",
    "Excel",
    "Shopify",
    "video editing",
)


@pytest.fixture
def frame_of() -> Callable[[int], pd.DataFrame]:
    """Frames of any number of made-up rows, in every state that a row can be in."""

    def make(n_rows: int) -> pd.DataFrame:
        scan = make_scan()
        base = row_of(scan)
        rows = []
        for n in range(n_rows):
            level = (n * n) % 11 % 4
            row = base | {
                "id": f"made-{n}",
                "source": ("board_a", "board_b", "board_c")[n % 3],
                "title": f"Posting number {n}",
                "over_expectation": level,
                "p_over_expectation": min(0.99, 0.04 + 0.27 * level + (n % 7) / 100),
                "roles": [("writing_editing", "seo", "web_development", "ui_ux", "data_entry")[n % 5]]
                + ["seo"] * (n % 5 == 0),
                "required_skills": [
                    {"text": name, "field": "description", "start": 0, "end": 1, "skill": name}
                    for place, name in enumerate(SKILLS)
                    if (n + place) % (2 + place % 3) == 0
                ],
                "pay_usd_hour_min": None if n % 4 == 0 else 2.0 + n % 9,
                "pay_usd_hour_max": None if n % 4 == 0 else 3.0 + n % 17,
                "trial": None
                if n % 3
                else base["trial"]
                | {
                    "kind": ("period", "task", "training")[n % 9 // 3],
                    "paid": ("paid", "unpaid", "unclear")[n % 7 % 3],
                },
                "payment_terms": base["payment_terms"] | {"label": ("none", "clear", "risky")[n % 5 % 3]},
                "goals": n % 3,
                "communication": n % 3,
                "findings": base["findings"][: n % 5],
            }
            if n % 10 == 9:
                row |= dict.fromkeys(JUDGED) | {"status": "not_scored", "language": "fr"}
                row |= {"status_reason": "language is 'fr'"}
            rows.append(row)
        return pd.DataFrame(rows, columns=list(base))

    return make


@pytest.fixture
def stored(tmp_path: Path) -> dict[str, Callable[[pd.DataFrame], pd.DataFrame]]:
    """Frames as they come back from the files that a scan writes: CSV (nested values as JSON text) and Parquet."""

    def csv(frame: pd.DataFrame) -> pd.DataFrame:
        flat = frame.copy()
        for column in ("roles", "required_skills", "pay", "findings", "trial", "payment_terms", "market"):
            flat[column] = [None if value is None else json.dumps(value) for value in frame[column].tolist()]
        return pd.read_csv(io.StringIO(flat.to_csv(index=False)))

    def parquet(frame: pd.DataFrame) -> pd.DataFrame:
        path = tmp_path / "rows.parquet"
        frame.drop(columns=["extra", "split", "contributions"]).to_parquet(path)
        return pd.read_parquet(path)

    return {"csv": csv, "parquet": parquet}
