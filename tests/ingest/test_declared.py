"""Structured pay in the forms in which sites keep it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.ingest.columns import Columns
from postingscan.ingest.declared import parse_figures, parse_unit, read_declared_pay
from postingscan.ingest.record import make_posting
from postingscan.posting import DeclaredPay


def declared(record: dict[str, Any]) -> DeclaredPay | None:
    return make_posting({"title": "Writer", **record}, Columns()).declared_pay


@pytest.mark.parametrize(
    ("record", "pay"),
    [
        ({"declared_pay": {"hourly_min": 8.0, "hourly_max": 15.0, "fixed": None}}, (8, 15, "hour", None)),
        ({"declared_pay": {"hourly_min": None, "fixed": 250, "period": None}}, (250, 250, "project", None)),
        ({"declared_pay": {"min": 300, "max": 400, "unit": "month", "currency": "usd"}}, (300, 400, "month", "USD")),
        ({"declared_pay": {"amount": 300, "period": "weekly"}}, (300, 300, "week", None)),
        ({"Hourly Min": "12", "Hourly Max": ""}, (12, None, "hour", None)),
        ({"min_amount": 600, "max_amount": 800, "interval": "yearly", "currency": "USD"}, (600, 800, "year", "USD")),
        ({"min_amount": 80, "max_amount": 60, "interval": "net"}, (60, 80, None, None)),
        ({"Hourly Rate": "$10.00-$25.00"}, (10, 25, "hour", "USD")),
        ({"Hourly Rate": 12.5}, (12.5, 12.5, "hour", None)),
        ({"monthly_salary": "PHP 25,000 - 30,000"}, (25000, 30000, "month", "PHP")),
        ({"annualSalary": "60-80k"}, (60000, 80000, "year", None)),
        ({"fixed_price": "500 EUR"}, (500, 500, "project", "EUR")),
        ({"baseSalary": {"@type": "MonetaryAmount", "currency": "EUR",
                         "value": {"@type": "QuantitativeValue", "minValue": 18, "maxValue": 22, "unitText": "HOUR"}}},
         (18, 22, "hour", "EUR")),
        ({"baseSalary": {"currency": "GBP", "value": 30000, "unitText": "YEAR"}}, (30000, 30000, "year", "GBP")),
        ({"baseSalary": [{"currency": "KES", "minValue": "1,500", "maxValue": "2,000"}]}, (1500, 2000, None, "KES")),
    ],
)  # fmt: skip
def test_structured_pay_is_read(record: dict[str, Any], pay: tuple[Any, ...]) -> None:
    assert declared(record) == DeclaredPay(*pay)


@pytest.mark.parametrize(
    "record",
    [
        {"declared_pay": {"hourly_min": None, "hourly_max": None, "fixed": None, "period": "Monthly"}},
        {"declared_pay": {"hourly_min": 0, "hourly_max": 0, "fixed": 0}},
        {"declared_pay": "negotiable"},
        {"declared_pay": {1: 2}},
        {"hourly_min": "ask", "hourly_max": None},
        {"baseSalary": {"currency": "EUR", "value": {"unitText": "HOUR"}}},
        {"min_amount": float("nan"), "max_amount": float("inf")},
        {"fixed": -20},
        {"currency": "USD", "interval": "hourly"},
    ],
)
def test_what_is_no_pay_is_none(record: dict[str, Any]) -> None:
    assert declared(record) is None


def test_a_rate_in_words_is_the_salary_text() -> None:
    posting = make_posting({"title": "Writer", "Hourly Rate": "depends on experience"}, Columns())
    assert (posting.salary, posting.declared_pay) == ("depends on experience", None)
    assert make_posting({"title": "Writer", "baseSalary": "about $20 an hour"}, Columns()).salary == "about $20 an hour"


def test_what_was_not_understood_stays_in_extra() -> None:
    posting = make_posting({"title": "Writer", "min_amount": "ask", "period": "3 months"}, Columns())
    assert posting.extra == {"min_amount": "ask", "period": "3 months"}


@pytest.mark.parametrize(
    ("word", "unit"), [("HOUR", "hour"), ("per annum", "year"), ("fixed-price", "project"), ("net", None), (7, None)]
)
def test_units(word: object, unit: str | None) -> None:
    assert parse_unit(word) == unit


@given(st.one_of(st.text(max_size=80), st.floats(), st.integers(), st.booleans()))
def test_figures_are_finite_and_in_order_or_none(value: object) -> None:
    figures = parse_figures(value)
    assert figures is None or 0 <= figures[0] <= figures[1] < float("inf")


NESTED = st.recursive(
    st.none() | st.text(max_size=9) | st.integers() | st.floats(),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["value", "minValue", "min", "unitText", "fixed"]), inner, max_size=3)
    ),
)
CELLS = st.sampled_from(["declared_pay", "base_salary", "hourly_min", "fixed", "interval", "currency"])


@given(st.dictionaries(CELLS, NESTED))
def test_no_structure_makes_it_fail(cells: dict[str, Any]) -> None:
    pay, used = read_declared_pay(cells)
    assert (pay is None) == (not used)
