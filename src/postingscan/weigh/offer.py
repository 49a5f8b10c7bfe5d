"""What a posting pays in US dollars an hour, with every inference told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from postingscan.money import Rate, usd_rate
from postingscan.posting import DeclaredPay, PayUnit, Posting
from postingscan.read.facts import Availability, Pay
from postingscan.read.pay_inference import CURRENCY_WORDS, UNIT_WORDS
from postingscan.weigh.weights import Offer

HOURS_DAY = 8.0
HOURS_FULL_TIME = 40.0
HOURS_PART_TIME = 20.0
WEEKS_YEAR = 52.0
_MOST_HOURS_WEEK = 112.0  # sixteen a day: more is a slip of the reading

_SIGNS = {"PHP": "₱", "EUR": "€", "GBP": "£", "INR": "₹"}
_WHERE = {"salary": "salary field", "title": "title", "description": "text", "": "the site's pay field"}
_KINDS = ("regular", "trial", "bonus", "commission")


class _Statement(NamedTuple):
    """One pay statement with what it means: `n_inferred` of currency and unit are not its own words."""

    min: float | None
    max: float | None
    currency: str | None
    unit: PayUnit | None
    kind: str
    where: str
    text: str
    n_inferred: int


def weigh_offer(posting: Posting, pay: tuple[Pay, ...], availability: Availability) -> Offer:
    """The posting's pay as US dollars an hour; None where it does not come by the hour or has no known rate.

    Regular pay goes before a trial's, a bonus or a commission; what is stated before what is inferred; the salary
    field before the text, and both before the site's own structured field. Pay by the day, week, month or year is
    divided by the hours that the posting names, or by those that are assumed. Pay by the piece is not weighed.

    Parameters
    ----------
    posting : Posting
        Its date tells the year of the exchange rate, its employment type the hours where none are named.
    pay : tuple of Pay
    availability : Availability

    Returns
    -------
    Offer

    Examples
    --------
    >>> from postingscan.read import read_posting
    >>> posting = Posting(salary="₱25,000 a month", description="40 hours per week", date="Jul 14, 2025")
    >>> offer = weigh_offer(posting, read_posting(posting).pay, Availability(hours_week_min=40, hours_week_max=40))
    >>> round(offer.usd_hour_min, 2), offer.assumed
    (2.51, ('₱ at 0.01739 dollars (2025)',))
    """
    lost: tuple[str, ...] = ()
    for statement in _statements(posting, pay):
        if statement.unit not in UNIT_WORDS or not statement.currency:
            continue
        rate = usd_rate(statement.currency, posting.year)
        if rate is None:
            lost = (*lost, f"no exchange rate for {statement.currency}")
            continue
        assumed = (*_told(statement), *_rate_told(rate))
        low, high = _times(statement.min, rate.usd_per_unit), _times(statement.max, rate.usd_per_unit)
        if statement.unit == "project":
            return Offer(usd_total=high if high is not None else low, assumed=assumed)
        hours, hours_told = _hours(statement.unit, posting, availability)
        return Offer(_times(low, 1 / hours), _times(high, 1 / hours), assumed=(*assumed, *hours_told))
    return Offer(assumed=tuple(dict.fromkeys(lost)))


def _statements(posting: Posting, pay: tuple[Pay, ...]) -> Iterator[_Statement]:
    """The posting's statements of pay, what goes before first; the site's own field comes last."""
    yield from sorted(map(_of_pay, pay), key=_rank) if len(pay) > 1 else map(_of_pay, pay)
    declared = posting.declared_pay
    if declared and (declared.min is not None or declared.max is not None):
        yield _of_declared(declared)


def _of_pay(pay: Pay) -> _Statement:
    n_inferred = (pay.currency is None) + (pay.unit is None)
    currency, unit = pay.currency or pay.currency_inferred, pay.unit or pay.unit_inferred
    return _Statement(pay.min, pay.max, currency, unit, pay.kind, pay.span.field, pay.span.text, n_inferred)


def _of_declared(pay: DeclaredPay) -> _Statement:
    """The site's structured pay; without a currency it is in dollars, as on the boards that have such fields."""
    figures = " - ".join(f"{bound:,.10g}" for bound in dict.fromkeys((pay.min, pay.max)) if bound is not None)
    currency = pay.currency or "USD"
    return _Statement(pay.min, pay.max, currency, pay.unit, "regular", "", figures, int(pay.currency is None))


def _rank(statement: _Statement) -> tuple[int, bool, int, bool, bool]:
    """What goes first: regular pay, by time, stated, in the salary field, by the hour."""
    return (
        _KINDS.index(statement.kind),
        statement.unit == "project",
        statement.n_inferred,
        statement.where != "salary",
        statement.unit != "hour",
    )


def _told(statement: _Statement) -> tuple[str, ...]:
    """What had to be inferred of the statement itself, in words."""
    told = []
    if statement.kind == "trial":
        told.append("only the trial's pay is told by the hour or the month")
    elif statement.kind in {"bonus", "commission"}:
        told.append("pay that depends on results taken as earned")
    if statement.n_inferred:
        money = CURRENCY_WORDS.get(statement.currency or "", statement.currency)
        unit = UNIT_WORDS[statement.unit or "hour"]
        told.append(f"{_WHERE[statement.where]} {statement.text} taken as {money} {unit}")
    return tuple(told)


def _rate_told(rate: Rate) -> tuple[str, ...]:
    if rate.currency == "USD":
        return ()
    year = str(rate.year)
    if rate.asked is None:
        year += ", as the posting has no date"
    elif rate.asked != rate.year:
        year += ", the nearest year that is known"
    return (f"{_SIGNS.get(rate.currency, rate.currency)} at {rate.usd_per_unit:.4g} dollars ({year})",)


def _hours(unit: PayUnit, posting: Posting, availability: Availability) -> tuple[float, tuple[str, ...]]:
    """How many hours of work one unit of time is, and what was assumed for it."""
    if unit == "hour":
        return 1.0, ()
    if unit == "day":
        return HOURS_DAY, ("8 hours a day assumed",)
    week = availability.hours_week
    told: tuple[str, ...] = ()
    if not week or week > _MOST_HOURS_WEEK:
        part_time = "part" in (posting.employment_type or "").lower()
        week = HOURS_PART_TIME if part_time else HOURS_FULL_TIME
        told = (f"{week:.0f} hours a week assumed",)
    return {"week": week, "month": week * WEEKS_YEAR / 12, "year": week * WEEKS_YEAR}[unit], told


def _times(amount: float | None, factor: float) -> float | None:
    return None if amount is None else amount * factor
