"""Structured pay: what a site keeps in fields of its own, in the many forms in which sites keep it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from postingscan.ingest.columns import Columns
from postingscan.posting import DeclaredPay, PayUnit

_WORDS: dict[PayUnit, str] = {
    "hour": "hour hours hourly hr hrs h perhour anhour",
    "day": "day days daily d perday aday",
    "week": "week weeks weekly wk perweek aweek",
    "month": "month months monthly mo mon permonth amonth",
    "year": "year years yearly annual annually annum yr ann peryear perannum ayear",
    "project": "project fixed fixedprice once onetime total lumpsum perproject",
}
_UNITS: dict[str, PayUnit] = {word: unit for unit, words in _WORDS.items() for word in words.split()}
_SYMBOLS = {
    "$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "€": "EUR", "£": "GBP", "₱": "PHP", "₹": "INR", "₦": "NGN",
}  # fmt: skip

_MARK = r"(?P<{0}>[A-Za-z]{{3}}|US\$|A\$|C\$|[$€£₱₹₦])?\s?"
_NUMBER = r"(?P<{0}>\d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d{{1,4}})?|\d{{1,12}}(?:\.\d{{1,12}})?)\s?(?P<{1}>[kK])?"
_FIGURES = re.compile(
    r"\s*" + _MARK.format("c1") + _NUMBER.format("low", "k1")
    + r"(?:\s?(?:-|–|—|to)\s?" + _MARK.format("c2") + _NUMBER.format("high", "k2") + ")?"
    + r"\s?(?P<c3>[A-Za-z]{3}|[€₱])?\s*"
)  # fmt: skip
_LONGEST_FIGURES = 60
_COLUMNS = Columns()
_RATES: dict[str, PayUnit] = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "fixed": "project",
}  # fmt: skip


def parse_unit(value: object) -> PayUnit | None:
    """The unit that a site's word for a pay period means; None where it means none.

    Examples
    --------
    >>> parse_unit("HOURLY"), parse_unit("per annum"), parse_unit("net")
    ('hour', 'year', None)
    """
    if not isinstance(value, str) or len(value) > 30:
        return None
    return _UNITS.get("".join(filter(str.isalpha, value.lower())))


def parse_currency(value: object) -> str | None:
    """The ISO 4217 code that a site's word or sign means; a bare ``'$'`` is the US dollar.

    Examples
    --------
    >>> parse_currency("php"), parse_currency("€"), parse_currency("pesos")
    ('PHP', 'EUR', None)
    """
    if not isinstance(value, str):
        return None
    sign = value.strip().upper()
    return _SYMBOLS.get(sign) or (sign if len(sign) == 3 and sign.isascii() and sign.isalpha() else None)


def parse_figures(value: object) -> tuple[float, float, str | None] | None:
    """Bounds and currency of a figure or a range; None where `value` is no plain figure, or not above zero.

    Examples
    --------
    >>> parse_figures(15), parse_figures("$10.00 - $25"), parse_figures("1,200 USD")
    ((15.0, 15.0, None), (10.0, 25.0, 'USD'), (1200.0, 1200.0, 'USD'))
    >>> parse_figures("ask me") is None, parse_figures(0) is None
    (True, True)
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        low = high = float(value) if abs(value) < 1e15 else math.nan
        currency = None
    else:
        found = _FIGURES.fullmatch(value) if isinstance(value, str) and len(value) <= _LONGEST_FIGURES else None
        if not found:
            return None
        low = float(found["low"].replace(",", "")) * (1000 if found["k1"] or (found["k2"] and found["high"]) else 1)
        high = float(found["high"].replace(",", "")) * (1000 if found["k2"] else 1) if found["high"] else low
        marks = [mark for mark in (found["c1"], found["c2"], found["c3"]) if mark]
        currency = parse_currency(marks[0]) if marks else None
        if marks and currency is None:
            return None
    low, high = min(low, high), max(low, high)
    return (low, high, currency) if high > 0 and math.isfinite(high) else None


def read_declared_pay(cells: Mapping[str, Any]) -> tuple[DeclaredPay | None, set[str]]:
    """The structured pay among `cells`, and the fields that it was read from.

    Placeholders of zero are no pay. Of an hourly rate and a fixed price the hourly rate is taken, as boards show
    it when both are filled.

    Parameters
    ----------
    cells : mapping of str to object
        Values by field (`columns.FIELDS`).

    Examples
    --------
    >>> read_declared_pay({"declared_pay": {"hourly_min": 8, "hourly_max": 15, "fixed": None, "period": None}})[0]
    DeclaredPay(min=8.0, max=15.0, unit='hour', currency=None)
    >>> read_declared_pay({"min_amount": "40000", "interval": "yearly", "currency": "EUR"})[0]
    DeclaredPay(min=40000.0, max=None, unit='year', currency='EUR')
    >>> read_declared_pay({"base_salary": {"currency": "PHP", "value": {"value": 900, "unitText": "DAY"}}})[0]
    DeclaredPay(min=900.0, max=900.0, unit='day', currency='PHP')
    """
    for name, read in (("declared_pay", _from_mapping), ("base_salary", _from_schema)):
        value = cells.get(name)
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if isinstance(value, Mapping) and (pay := read(value)):
            return pay, {name}
    currency = parse_currency(cells.get("currency"))
    used = {"currency"} if currency else set()
    for low, high, unit in (("hourly_min", "hourly_max", "hour"), ("min_amount", "max_amount", None)):
        bounds = _bounds(cells.get(low), cells.get(high))
        if bounds:
            stated = unit or parse_unit(cells.get("interval"))
            if stated and not unit:
                used.add("interval")
            used.update(name for name in (low, high) if name in cells)
            return DeclaredPay(bounds[0], bounds[1], stated, currency or bounds[2]), used  # type: ignore[arg-type]
    for name, rate in _RATES.items():
        if figures := parse_figures(cells.get(name)):
            return DeclaredPay(figures[0], figures[1], rate, currency or figures[2]), used | {name}
    return None, set()


def _bounds(low: object, high: object) -> tuple[float | None, float | None, str | None] | None:
    """Bounds from two cells, either of which may be empty; in the right order whatever the site did."""
    bottom, top = parse_figures(low), parse_figures(high)
    if not bottom and not top:
        return None
    currency = (bottom or top)[2]  # type: ignore[index]
    least, most = bottom[0] if bottom else None, top[1] if top else None
    if least is not None and most is not None and least > most:
        least, most = most, least
    return least, most, currency


def _from_mapping(pay: Mapping[str, Any]) -> DeclaredPay | None:
    """Pay from a nested record with a site's own names, such as ``{'hourly_min': 8, 'fixed': None}``."""
    names = tuple(pay)
    if not all(isinstance(name, str) for name in names):
        return None
    aliases = {"min": "min_amount", "max": "max_amount", "amount": "fixed", "value": "fixed", "unit": "interval"}
    cells: dict[str, Any] = {}
    for field, columns in _COLUMNS.plan(names).items():
        cells[field] = next((pay[name] for name in columns if pay[name] is not None), None)
    for name, field in aliases.items():
        if pay.get(name) is not None:
            cells.setdefault(field, pay[name])
    cells.pop("declared_pay", None)
    found, used = read_declared_pay(cells)
    if found and found.unit == "project" and "fixed" in used and (unit := parse_unit(cells.get("interval"))):
        return DeclaredPay(found.min, found.max, unit, found.currency)
    return found


def _from_schema(salary: Mapping[str, Any]) -> DeclaredPay | None:
    """Pay from schema.org's MonetaryAmount, whose value is a figure or a QuantitativeValue."""
    value = salary.get("value")
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    inner: Mapping[str, Any] = value if isinstance(value, Mapping) else {}
    unit = parse_unit(
        inner.get("unitText") or inner.get("unitCode") or salary.get("unitText") or salary.get("duration")
    )
    currency = parse_currency(salary.get("currency") or salary.get("currencyCode") or inner.get("currency"))
    for holder in (inner, salary):
        bounds = _bounds(holder.get("minValue"), holder.get("maxValue"))
        if bounds:
            return DeclaredPay(bounds[0], bounds[1], unit, currency or bounds[2])
    for figure in (inner.get("value"), value, salary.get("price")):
        if figures := parse_figures(figure):
            return DeclaredPay(figures[0], figures[1], unit, currency or figures[2])
    return None
