"""The offer: pay as US dollars an hour, with every inference told."""

from __future__ import annotations

from typing import Any

import pytest

from postingscan.posting import DeclaredPay, Posting, Span
from postingscan.read import lay_out
from postingscan.read.facts import Availability, Pay
from postingscan.read.pay import read_pay
from postingscan.weigh.offer import weigh_offer
from postingscan.weigh.weights import Offer

FORTY = Availability(hours_week_min=40, hours_week_max=40, source="field")


def offer_of(availability: Availability = Availability(), **fields: Any) -> Offer:  # noqa: B008
    posting = Posting(**fields)
    return weigh_offer(posting, read_pay(lay_out(posting)), availability)


@pytest.mark.parametrize(
    ("salary", "low", "high"),
    [
        ("$6 per hour", 6, 6),
        ("$6-$8/hr", 6, 8),
        ("up to $8/hr", None, 8),
        ("from $6/hr", 6, None),
        ("$48 per day", 6, 6),
        ("$240 weekly", 6, 6),
        ("$1,040 a month", 6, 6),
        ("$12,480 per year", 6, 6),
    ],
)
def test_every_unit_of_time_comes_down_to_the_hour(salary: str, low: float | None, high: float | None) -> None:
    offer = offer_of(FORTY, salary=salary)
    assert offer.usd_hour_min == (None if low is None else pytest.approx(low))
    assert offer.usd_hour_max == (None if high is None else pytest.approx(high))


def test_stated_dollars_an_hour_need_no_assumption() -> None:
    assert offer_of(salary="$6 per hour") == Offer(6.0, 6.0)


@pytest.mark.parametrize(
    ("low", "high", "known"),
    [
        (6.0, 8.0, (6.0, 8.0)),
        (6.0, 6.0, (6.0,)),
        (None, 8.0, (8.0,)),
        (6.0, None, (6.0,)),
        (None, None, ()),
        (0.0, 3.0, (0.0, 3.0)),
    ],
)
def test_known_bounds_stand_each_once_the_lower_first(
    low: float | None, high: float | None, known: tuple[float, ...]
) -> None:
    assert Offer(low, high).usd_hour == known


@pytest.mark.parametrize(
    ("availability", "employment", "hours", "told"),
    [
        (Availability(hours_week_min=10, hours_week_max=20), "Full Time", 20, ()),
        (Availability(hours_week_min=10), None, 10, ()),
        (Availability(), "Part Time", 20, ("20 hours a week assumed",)),
        (Availability(), "Full Time", 40, ("40 hours a week assumed",)),
        (Availability(), None, 40, ("40 hours a week assumed",)),
        (Availability(hours_week_max=160), None, 40, ("40 hours a week assumed",)),
    ],
)
def test_hours(availability: Availability, employment: str | None, hours: float, told: tuple[str, ...]) -> None:
    offer = offer_of(availability, salary="$800/month", employment_type=employment)
    assert offer.usd_hour_max == pytest.approx(800 / (hours * 52 / 12))
    assert offer.assumed == told


def test_an_exchange_rate_is_told_with_its_year() -> None:
    offer = offer_of(FORTY, salary="₱25,000 a month", date="Jul 14, 2025")
    assert offer.usd_hour_max == pytest.approx(25_000 * 0.01739 / (40 * 52 / 12), rel=0.01)
    assert offer.assumed == ("₱ at 0.01739 dollars (2025)",)
    assert "as the posting has no date" in offer_of(FORTY, salary="€9/hour").assumed[0]
    assert "nearest year" in offer_of(FORTY, salary="€9/hour", date="1998-05-01").assumed[0]


def test_no_rate_no_offer() -> None:
    offer = offer_of(FORTY, salary="9,000 birr a month", date="2026-02-01")
    assert offer == Offer(assumed=("no exchange rate for ETB",))
    assert offer_of(FORTY, salary="9,000 birr a month or $60 a month").usd_hour_max is not None


def test_inferences_are_told_in_words() -> None:
    offer = offer_of(FORTY, salary="450", source="onlinejobs_ph", date="2025-07-14")
    assert offer.usd_hour_max == pytest.approx(450 / (40 * 52 / 12))
    assert offer.assumed == ("salary field 450 taken as dollars a month",)


def test_stated_goes_before_inferred_and_the_field_before_the_text() -> None:
    inferred = offer_of(FORTY, salary="450", description="Salary: $520 a month", source="onlinejobs_ph")
    assert inferred.usd_hour_max == pytest.approx(3)
    field = offer_of(FORTY, salary="$5/hour", description="We pay $6 an hour.")
    assert field.usd_hour_max == 5


def test_regular_goes_before_trial_bonus_and_commission() -> None:
    text = "Trial: $2/hour. After the trial: $5/hour. Bonus of $100 per month. Earning potential: $9/hour."
    assert offer_of(description=text) == Offer(5.0, 5.0)
    trial = offer_of(description="During the trial we pay $2/hour.")
    assert trial.usd_hour_max == 2
    assert "trial" in trial.assumed[0]
    best = offer_of(description="Earning potential: $9/hour")
    assert "depends on results" in best.assumed[0]


@pytest.mark.parametrize("text", ["We pay $10 per video.", "Pay: 5 cents per word", "10% commission on sales"])
def test_pay_by_the_piece_is_not_weighed(text: str) -> None:
    assert offer_of(FORTY, description=text) == Offer()


def test_the_price_of_a_project_is_a_total() -> None:
    assert offer_of(description="Fixed price: $300").usd_total == 300
    assert offer_of(description="Fixed price: $200 - $300") == Offer(usd_total=300.0)
    both = offer_of(description="Fixed price: $300. Later work is paid $8 an hour.")
    assert both.usd_hour_max == 8


def test_declared_pay_comes_last_and_in_dollars() -> None:
    hourly = DeclaredPay(15, 25, "hour")
    alone = offer_of(declared_pay=hourly)
    assert (alone.usd_hour_min, alone.usd_hour_max) == (15, 25)
    assert alone.assumed == ("the site's pay field 15 - 25 taken as dollars an hour",)
    assert offer_of(declared_pay=DeclaredPay(15, 25, "hour", "USD")).assumed == ()
    assert offer_of(declared_pay=hourly, description="We pay $6 per hour.").usd_hour_max == 6
    assert offer_of(declared_pay=DeclaredPay(500, 500, "project")).usd_total == 500
    assert offer_of(declared_pay=DeclaredPay(unit="month")) == Offer()


def test_nothing_stated_nothing_weighed() -> None:
    assert offer_of(description="Competitive pay.") == Offer()


def test_a_unit_that_nobody_knows_is_left_alone() -> None:
    pay = Pay(Span("salary", 0, 3, "900"), 900, 900, "USD")
    assert weigh_offer(Posting(salary="900"), (pay,), FORTY) == Offer()
