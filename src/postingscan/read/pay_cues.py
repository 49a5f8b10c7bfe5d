"""Words that tell of money and of pay, those that tell of money that is no pay, and how near one stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from postingscan.read.lexicon import Cue

FAR = 10_000
"""More characters than ever count as near."""

_SIGNS = (
    "$", "€", "£", "₱", "₹", "₦", "usd*", "php*", "eur", "gbp*", "aud", "nzd*", "cad", "sgd", "inr*", "rs",
    "pkr", "bdt", "ngn", "naira", "kes", "ksh", "zar", "rand", "etb*", "aed", "chf", "sek", "nok", "dkk", "pln",
    "uah", "brl", "mxn", "lakh", "lakhs", "lpa", "hkd", "myr", "idr", "vnd", "thb", "jpy", "egp",
)  # fmt: skip
# Currencies by name, which may follow a number in words: 'five dollars an hour'.
_NAMES = ("peso", "pesos", "euro", "euros", "rupees", "birr", "dollar", "dollars", "cents", "bucks")
_PAY = (
    "salary", "salaries", "pay", "pays", "paying", "paid", "payment", "payments", "payout*", "rate", "rates",
    "compensation", "budget", "wage", "wages", "earn", "earning*", "income", "remuneration", "offering",
    "we offer", "flat fee", "retainer", "make up to", "stipend", "package", "ote", "gehalt", "lohn",
    "mindestgehalt", "salaire", "fixed price", "willing to", "base",
)  # fmt: skip
_BONUS = ("bonus", "bonuses", "incentive*", "reward*")
_COMMISSION = ("commission*", "of each sale", "of every sale", "of what you sell", "of your sales", "of every deal")
_TRIAL = (
    "trial", "probation*", "during training", "training period", "test task", "test project", "paid test",
    "test edit",
)  # fmt: skip
_UNITS = (
    "per hour", "an hour", "hourly", "/hour", "/hr", "/h", "/ hour", "/ hr", "p/h", "per month", "a month",
    "monthly", "/month", "/mo", "/ month", "/ mo", "per week", "a week", "weekly", "/week", "/wk", "every week",
    "per day", "a day", "/day", "per year", "a year", "annually", "per annum", "/year", "/yr", "every month",
    "each month", "each week", "net/month",
)  # fmt: skip
# Somebody's money, but no pay: the client's own, the market's, prices, budgets for ads, costs.
_NO_PAY = (
    "revenue", "revenues", "funding", "fundraising", "raised", "raise", "raising", "valuation", "valued",
    "worth", "ad spend", "adspend", "ad spends", "ads spend", "ad budget*", "ads budget*",
    "advertising budget*", "marketing budget*", "media budget*", "spend", "spending", "spends", "spent",
    "investment*", "invested", "investor*", "venture", "series a", "series b", "arr", "mrr", "gmv", "turnover",
    "in sales", "sales of", "in annual sales", "of sales", "profit", "profits", "priced", "price of", "prices",
    "cost", "costs", "market", "industry", "loan*", "debt", "assets", "hmo", "internet", "deposit*",
    "gift card*", "discount*", "refund*", "portfolio", "aov", "order value", "ticket*", "charge", "charges",
    "subscription*", "tuition", "sold", "sell", "sells", "selling", "generated", "generating", "generate",
    "generates", "manage", "managed", "managing", "achieving", "scaled", "scale", "scaling", "saving", "save",
    "saved", "donation*", "setup budget", "office budget", "learning budget", "professional development",
    "equipment", "gym", "wellness", "health", "medical", "dental", "meal*", "transport*", "airtime", "housing",
    "in business", "business doing", "e commerce brand", "per ad account", "grant*", "in transactions",
    "balance", "expense*", "credit limit", "credit line", "fine of", "lawsuit", "sued", "company", "gdp", "cap",
    "stock", "budgets", "budgets of", "deals worth", "buy", "buying", "purchase*", "payroll", "invoice*",
    "pay cards", "paying customers", "paying clients", "pays us", "pay us", "benefits of", "home office",
    "stipend for", "relocation", "hit", "hitting", "helped", "helping", "entrepreneur*", "business owner*",
    "approvals", "credit card*", "funded", "well funded", "growth rate*", "education budget*", "educational budget*",
    "training budget*", "travel budget*", "conference budget*", "hardware budget*", "monthly fee",
    "membership*", "want more than", "expect more than", "offers above", "asking for more than", "bids above",
    "bids over", "paying us",
)  # fmt: skip
# What is paid on top for a purpose.
_ALLOWANCE = (
    "allowance*", "reimburse*", "insurance", "subsidy", "subsidies", "voucher*",
)  # fmt: skip
# Where a posting says which dollar its '$' is.
_SAID_OF_DOLLARS = ("paid in", "pay in", "pay is in", "are in", "is in", "all in", "salary in", "rates in")
_DOLLARS = (
    ("aud", "AUD"), ("australian dollars", "AUD"), ("cad", "CAD"), ("canadian dollars", "CAD"), ("nzd", "NZD"),
    ("new zealand dollars", "NZD"), ("sgd", "SGD"), ("singapore dollars", "SGD"),
)  # fmt: skip

CUES: dict[str, tuple[str | tuple[str, str], ...]] = {
    "money": _SIGNS,
    "money_name": _NAMES,
    "dollar": tuple((f"{said} {name}", code) for said in _SAID_OF_DOLLARS for name, code in _DOLLARS),
    "pay_unit": _UNITS,
    "pay_word": (
        *((word, "pay") for word in _PAY),
        *((word, "bonus") for word in _BONUS),
        *((word, "commission") for word in _COMMISSION),
        *((word, "trial") for word in _TRIAL),
    ),
    "no_pay": (*_NO_PAY, *((word, "allowance") for word in _ALLOWANCE)),
}
"""Kinds of cue words for `postingscan.read.pay`."""


# Cues stand in the order of their ends, so that a text full of them is still read in linear time.
_END = itemgetter(1)


def last_before(cues: list[Cue], at: int, floor: int) -> Cue | None:
    """The nearest cue before `at`, if it starts at `floor` or later."""
    index = bisect_right(cues, at, key=_END) - 1
    return cues[index] if index >= 0 and cues[index][0] >= floor else None


def all_between(cues: list[Cue], start: int, stop: int) -> Iterator[Cue]:
    """The cues that begin between `start` and `stop`, in order."""
    for index in range(bisect_right(cues, start, key=_END), len(cues)):
        if cues[index][0] >= stop:
            return
        if cues[index][0] >= start:
            yield cues[index]


def gap_before(cues: list[Cue], at: int, floor: int) -> int:
    """Characters between `at` and the nearest cue before it, `FAR` where there is none from `floor` on."""
    cue = last_before(cues, at, floor)
    return at - cue[1] if cue else FAR


def gap_after(cues: list[Cue], at: int, stop: int) -> int:
    """Characters between `at` and the nearest cue behind it, `FAR` where there is none before `stop`."""
    for cue in all_between(cues, at, stop):
        return cue[0] - at
    return FAR


def holds(cues: list[Cue], start: int, stop: int) -> bool:
    """Whether a cue begins between `start` and `stop`."""
    if not cues:
        return False
    index = bisect_right(cues, start, key=_END)
    while index < len(cues) and cues[index][0] < stop:
        if cues[index][0] >= start:
            return True
        index += 1
    return False
