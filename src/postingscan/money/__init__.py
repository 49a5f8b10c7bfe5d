"""Money in text: amounts with exact offsets, prices by themselves, and exchange rates by year.

From the bottom: `numerals` reads figures and number words, `currencies` finds figures and the currency beside them,
`units` what they are for, `amounts` makes statements of both; `prices` reads a text that is one price, `exchange`
holds the rates.
"""

from __future__ import annotations

from postingscan.money.amounts import Amount, amounts_in, find_amounts
from postingscan.money.exchange import Rate, usd_rate
from postingscan.money.numerals import parse_number, parse_spelled
from postingscan.money.prices import Price, parse_price
from postingscan.money.units import TIMES

__all__ = [
    "TIMES",
    "Amount",
    "Price",
    "Rate",
    "amounts_in",
    "find_amounts",
    "parse_number",
    "parse_price",
    "parse_spelled",
    "usd_rate",
]
