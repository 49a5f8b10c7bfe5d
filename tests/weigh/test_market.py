"""Market: what a bundle earns and where, and what the offer is worth beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.posting import Posting
from postingscan.tables import load_table
from postingscan.weigh.market import population_of, usd_hour_quartiles, weigh_market
from postingscan.weigh.weights import Offer

FAMILIES = list(load_table("rarity_classes")[0])[3:]


@pytest.mark.parametrize(
    ("country", "population"),
    [
        ("United States", "us"),
        ("  usa ", "us"),
        ("US", "us"),
        ("United Kingdom", "world"),
        ("Philippines", "world"),
        ("Russia", "world"),
        ("", "world"),
        (None, "world"),
    ],
)
def test_population_follows_the_country(country: str | None, population: str) -> None:
    assert population_of(Posting(country=country)) == population


def test_offer_is_set_against_the_median_by_its_middle() -> None:
    market = weigh_market(("php",), "world", Offer(usd_hour_min=4.0, usd_hour_max=6.0))
    assert market is not None
    assert market.pay_ratio == pytest.approx(5 / market.usd_hour_p50)
    assert market.population == "Freelancer.com, worldwide, 2025"
    assert market.n_workers == 6070


def test_one_bound_alone_counts_and_no_pay_gives_no_ratio() -> None:
    least = weigh_market(("php",), "us", Offer(usd_hour_min=30.0))
    most = weigh_market(("php",), "us", Offer(usd_hour_max=30.0))
    nothing = weigh_market(("php",), "us", Offer(usd_total=500.0))
    assert least is not None
    assert most is not None
    assert nothing is not None
    assert least.pay_ratio == most.pay_ratio == pytest.approx(30 / least.usd_hour_p50)
    assert nothing.pay_ratio is None


def test_no_known_family_gives_no_market() -> None:
    assert weigh_market((), "us", Offer(usd_hour_min=30.0)) is None
    assert weigh_market(("basket weaving",), "world", Offer()) is None


def test_skilled_trades_earn_more_than_clerical_ones_and_the_us_more_than_the_world() -> None:
    clerk = weigh_market(("data_entry", "virtual_assistant_admin", "customer_service"), "us", Offer())
    developer = weigh_market(("python", "mysql_sql", "javascript"), "us", Offer())
    elsewhere = weigh_market(("python", "mysql_sql", "javascript"), "world", Offer())
    assert clerk is not None
    assert developer is not None
    assert elsewhere is not None
    assert clerk.usd_hour_p75 < developer.usd_hour_p50
    assert elsewhere.usd_hour_p50 < developer.usd_hour_p25


@given(st.lists(st.sampled_from(FAMILIES), min_size=1, unique=True), st.sampled_from(["us", "world"]))
def test_quartiles_rise_and_stay_in_the_range_of_what_people_ask(families: list[str], population: str) -> None:
    quartiles = usd_hour_quartiles(tuple(families), population)  # type: ignore[arg-type]
    assert quartiles is not None
    low, middle, high = quartiles
    assert 2 < low < middle < high < 150


def test_single_families_stay_near_what_their_people_ask() -> None:
    for row in load_table("market_effects"):
        quartiles = usd_hour_quartiles((row["family"],), row["population"])  # type: ignore[arg-type]
        assert quartiles is not None
        if int(row["n_workers"]) >= 100:
            assert 0.66 < quartiles[1] / float(row["usd_hour_p50"]) < 1.5, row
