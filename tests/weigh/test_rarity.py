"""Rarity: what the lists of 4,272 workers say of a bundle, with its interval and without telling on few people."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.read.facts import Reading, Skill
from postingscan.tables import load_table
from postingscan.weigh.rarity import LARGEST_BUNDLE, required_families, weigh_rarity

FAMILIES = list(load_table("rarity_classes")[0])[3:]
TOUCHSTONE = ("article_blog_writing", "keyword_research", "link_building", "php", "wordpress")

bundles = st.lists(st.sampled_from(FAMILIES), min_size=2, max_size=LARGEST_BUNDLE, unique=True)


def test_touchstone_is_listed_by_nobody_and_modelled_at_a_few_in_a_million() -> None:
    rarity = weigh_rarity(TOUCHSTONE)
    assert rarity is not None
    assert (rarity.observed, rarity.n_workers) == (0, 4272)
    assert 4 < 1e6 / rarity.one_in < 15  # an earlier fit said 8.9, with 0.03 to 24
    assert 1e6 / rarity.one_in_high < 1
    assert 15 < 1e6 / rarity.one_in_low < 40


def test_fewer_than_two_families_are_no_bundle() -> None:
    assert weigh_rarity([]) is None
    assert weigh_rarity(["php"]) is None
    assert weigh_rarity(["php", "php"]) is None
    assert weigh_rarity(["php", "basket weaving"]) is None


def test_families_of_one_craft_are_common_and_those_of_many_are_rare() -> None:
    craft = weigh_rarity(["html_css", "javascript", "php", "mysql_sql", "wordpress"])
    mixture = weigh_rarity(["php", "cold_calling_sales", "translation", "video_editing", "bookkeeping_accounting"])
    assert craft is not None
    assert mixture is not None
    assert craft.one_in < 500
    assert craft.observed is not None
    assert craft.observed > 10
    assert mixture.one_in > 1_000_000
    assert mixture.observed == 0


@given(bundles)
def test_estimate_lies_in_its_interval_and_says_where_it_comes_from(bundle: list[str]) -> None:
    rarity = weigh_rarity(bundle)
    assert rarity is not None
    assert 1 < rarity.one_in_low <= rarity.one_in <= rarity.one_in_high
    assert set(rarity.families) == set(bundle)
    assert rarity == weigh_rarity(reversed(bundle))
    assert "2018" in rarity.population


@given(bundles.filter(lambda bundle: len(bundle) < LARGEST_BUNDLE), st.sampled_from(FAMILIES))
def test_one_more_family_never_makes_the_bundle_more_common(bundle: list[str], more: str) -> None:
    fewer, larger = weigh_rarity(bundle), weigh_rarity([*bundle, more])
    assert fewer is not None
    assert larger is not None
    assert larger.one_in >= fewer.one_in
    if fewer.observed == 0:
        assert larger.observed == 0
    if larger.observed:
        assert fewer.observed is not None
        assert fewer.observed >= larger.observed


@given(st.lists(st.sampled_from(FAMILIES), min_size=LARGEST_BUNDLE + 1, unique=True))
def test_a_long_list_is_weighed_by_five_of_its_families(bundle: list[str]) -> None:
    rarity = weigh_rarity(bundle)
    assert rarity is not None
    assert len(rarity.families) == LARGEST_BUNDLE
    assert set(rarity.families) < set(bundle)
    rarest_pair = max(pair.one_in for pair in map(weigh_rarity, combinations(rarity.families, 2)) if pair is not None)
    assert rarity.one_in >= rarest_pair


@given(bundles)
def test_no_count_of_one_to_four_people_is_told(bundle: list[str]) -> None:
    rarity = weigh_rarity(bundle)
    assert rarity is not None
    assert rarity.observed is None or rarity.observed == 0 or rarity.observed >= 5


def test_observed_is_what_the_lists_say(shared: Path) -> None:
    with gzip.open(shared / "workers" / "persons_deidentified.csv.gz", "rt", newline="") as lines:
        people = [
            frozenset(row["families"].split("|")) for row in csv.DictReader(lines) if row["dataset"] == "upwork_us_2018"
        ]
    tried = list(combinations(FAMILIES, 2))[::7] + list(combinations(FAMILIES, 3))[::150]
    for bundle in tried + list(combinations(FAMILIES, 5))[::9000]:
        count = sum(person.issuperset(bundle) for person in people)
        rarity = weigh_rarity(bundle)
        assert rarity is not None
        assert rarity.observed == (None if 0 < count < 5 else count), bundle


def test_required_families_leave_out_wishes_and_skills_without_a_family(
    skill: Callable[..., Skill], reading_of: Callable[..., Reading]
) -> None:
    reading = reading_of(
        skill("WordPress", family="wordpress"),
        skill("Laravel", family="php"),
        skill("PHP", family="php"),
        skill("SEO", family="seo", demand="optional"),
        skill("Python", family="python", demand="negated"),
        skill("React", family="react", demand="context"),
        skill("teamwork"),
    )
    assert required_families(reading) == ("wordpress", "php")


def test_shares_of_single_families_are_those_of_the_lists() -> None:
    """The classes' average over all draws is close to what was counted, for every family."""
    counted = {row["families"]: int(row["n_workers"]) for row in load_table("rarity_observed")}
    rows = load_table("rarity_classes")
    n_draws = int(rows[-1]["draw"]) + 1
    for family in FAMILIES:
        modelled = sum(float(row["weight"]) * float(row[family]) for row in rows) / n_draws
        assert modelled == pytest.approx(counted[family] / counted[""], rel=0.1)
