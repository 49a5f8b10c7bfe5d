"""Capacity: hours that stated volumes take, beside the hours offered."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postingscan.posting import Span
from postingscan.read.facts import Availability, Workload
from postingscan.tables import load_table
from postingscan.weigh.capacity import weigh_capacity

FULL_TIME = Availability(hours_week_max=40)
Volume = Callable[..., Workload]


def test_twenty_articles_a_day_fit_no_week(volume: Volume) -> None:
    capacity = weigh_capacity((volume(20, "article", "day"),), FULL_TIME)
    assert capacity is not None
    assert capacity.available == 40
    assert capacity.needed_low > 40
    assert capacity.needed_low < capacity.needed < capacity.needed_high
    assert "article" in capacity.loads[0].norm
    assert "evidence" in capacity.loads[0].norm


def test_volumes_add_up(volume: Volume) -> None:
    one = weigh_capacity((volume(2, "blog post", "week"),), FULL_TIME)
    other = weigh_capacity((volume(10, "short", "week"),), FULL_TIME)
    both = weigh_capacity((volume(2, "blog post", "week"), volume(10, "short", "week")), FULL_TIME)
    assert one is not None
    assert other is not None
    assert both is not None
    assert both.needed == pytest.approx(one.needed + other.needed)
    assert both.needed_low == pytest.approx(one.needed_low + other.needed_low)
    assert both.needed_high == pytest.approx(one.needed_high + other.needed_high)
    assert both.loads == one.loads + other.loads


def test_the_same_volume_twice_counts_once(volume: Volume) -> None:
    once = weigh_capacity((volume(5, "article", "week"),), FULL_TIME)
    twice = weigh_capacity((volume(5, "article", "week"), volume(5, "blog article", "week")), FULL_TIME)
    assert once == twice


@pytest.mark.parametrize(
    ("item", "per"),
    [
        ("hour", "week"),  # time offered
        ("hour", "day"),
        ("day", "week"),
        ("minute", "day"),
        ("meeting", "week"),  # no norm
        ("product launch", "day"),
        ("e-mail check", "day"),
        ("video", "project"),  # no week to put it in
        ("article", None),
    ],
)
def test_what_is_no_weekly_load(volume: Volume, item: str, per: str | None) -> None:
    assert weigh_capacity((volume(40, item, per),), FULL_TIME) is None


def test_nothing_stated_is_nothing_weighed() -> None:
    assert weigh_capacity((), FULL_TIME) is None


def test_a_day_counts_as_often_as_the_posting_says(volume: Volume) -> None:
    five = weigh_capacity((volume(4, "reel", "day"),), FULL_TIME)
    seven = weigh_capacity((volume(4, "reel", "day"), volume(7, "day", "week")), FULL_TIME)
    three = weigh_capacity((volume(4, "reel", "day"), volume(3, "day", "week")), FULL_TIME)
    assert five is not None
    assert seven is not None
    assert three is not None
    assert seven.needed == pytest.approx(five.needed * 7 / 5)
    assert three.needed == pytest.approx(five.needed * 3 / 5)


def test_periods_become_weeks(volume: Volume) -> None:
    week = weigh_capacity((volume(12, "blog post", "week"),), FULL_TIME)
    month = weigh_capacity((volume(52, "blog post", "month"),), FULL_TIME)
    year = weigh_capacity((volume(624, "blog post", "year"),), FULL_TIME)
    assert week is not None
    assert month is not None
    assert year is not None
    assert week.needed == pytest.approx(month.needed) == pytest.approx(year.needed)


def test_a_rate_by_the_hour_takes_the_hours_offered(volume: Volume) -> None:
    pace = (volume(30, "call", "hour"),)
    half_time = weigh_capacity(pace, Availability(hours_week_min=20))
    full_time = weigh_capacity(pace, FULL_TIME)
    assert half_time is not None
    assert full_time is not None
    assert full_time.needed == pytest.approx(2 * half_time.needed)
    assert weigh_capacity(pace, Availability()) is None


def test_hours_offered_are_the_upper_bound_else_the_lower_else_unknown(volume: Volume) -> None:
    load = (volume(5, "article", "week"),)
    for availability, hours in (
        (Availability(hours_week_min=20, hours_week_max=30), 30),
        (Availability(hours_week_min=20), 20),
        (Availability(), None),
    ):
        capacity = weigh_capacity(load, availability)
        assert capacity is not None
        assert capacity.available == hours


@pytest.mark.parametrize(
    ("item", "norm"),
    [
        ("Blog Post", "blog post"),
        ("SEO article", "article"),
        ("animated explainer video", "video"),
        ("short-form video", "reel"),
        ("cold call", "call"),
        ("product descriptions", "listing"),
        ("guest post", "blog post"),
        ("carousel post", "post"),
        ("audio hour", "transcription hour"),
    ],
)
def test_items_are_known_by_their_words_in_postings(volume: Volume, item: str, norm: str) -> None:
    capacity = weigh_capacity((volume(3, item, "week"),), FULL_TIME)
    assert capacity is not None
    assert capacity.loads[0].norm.startswith(f"{norm}:")


def test_norms_are_ordered_graded_and_sourced_and_no_word_stands_twice() -> None:
    words: list[str] = []
    for row in load_table("norms"):
        low, typical, high = (float(row[f"unit_hours_{which}"]) for which in ("low", "typical", "high"))
        assert 0 < low <= typical <= high
        assert row["grade"] in {"A", "B", "C", "D"}
        assert len(row["source"]) > 10
        assert row["grade"] != "D" or "assumption" in row["source"]
        words += [row["item"], *filter(None, row["aliases"].split("|"))]
    assert len(words) == len(set(words))
    assert not {"hour", "day", "week", "month"} & set(words)


def test_words_before_the_item_make_it_more_exact() -> None:
    short = Workload(Span("description", 0, 30, "2 punchy short-form videos a day"), 2, "video", "day")
    long = Workload(Span("description", 0, 30, "2 long YouTube videos a day"), 2, "video", "day")
    daily = Workload(Span("description", 0, 30, "post daily on every channel"), 1, "post", "day")
    loads = [
        capacity.loads[0].norm.split(":")[0]
        for load in (short, long, daily)
        if (capacity := weigh_capacity((load,), FULL_TIME))
    ]
    assert loads == ["reel", "video", "post"]
