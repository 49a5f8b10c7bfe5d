"""Every pay statement of a posting: salary field, title and description.

Amounts come from `postingscan.money`; here it is decided which of them are pay. In the salary field every amount is.
In text an amount in a unit of time is, unless words beside it say otherwise ('in ad spend', 'allowance'); an amount
without a unit needs a word of pay near it, a heading of pay above it, or to stand by itself between dividers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal, NamedTuple

from postingscan.money import TIMES, Amount, amounts_in
from postingscan.posting import PayUnit
from postingscan.read.document import Document, Page
from postingscan.read.facts import Pay
from postingscan.read.lexicon import Cue
from postingscan.read.pay_inference import infer, names_dollar

Kind = Literal["regular", "trial", "bonus", "commission"]

CUES: dict[str, tuple[str | tuple[str, str], ...]] = {
    "money": (
        "$", "€", "£", "₱", "₹", "₦", "usd", "php", "phps", "peso", "pesos", "eur", "euro", "euros", "gbp", "aud", "nzd", "cad",
        "sgd", "inr", "rs", "rupees", "pkr", "bdt", "ngn", "naira", "kes", "ksh", "zar", "rand", "etb", "birr", "dollar",
        "dollars", "cents", "bucks", "aed", "chf", "sek", "nok", "dkk", "pln", "uah", "brl", "mxn", "lakh", "lakhs", "lpa", "hkd",
        "myr", "idr", "vnd", "thb", "jpy", "egp",
    ),
    "pay_word": (
        ("salary", "pay"), ("salaries", "pay"), ("pay", "pay"), ("pays", "pay"), ("paying", "pay"), ("paid", "pay"),
        ("payment", "pay"), ("payments", "pay"), ("payout*", "pay"), ("rate", "pay"), ("rates", "pay"), ("compensation", "pay"),
        ("budget", "pay"), ("wage", "pay"), ("wages", "pay"), ("earn", "pay"), ("earning*", "pay"), ("income", "pay"),
        ("remuneration", "pay"), ("offering", "pay"), ("we offer", "pay"), ("fee", "pay"), ("retainer", "pay"), ("make up to", "pay"),
        ("stipend", "pay"), ("package", "pay"), ("ote", "pay"), ("gehalt", "pay"), ("lohn", "pay"), ("mindestgehalt", "pay"),
        ("salaire", "pay"), ("fixed price", "pay"), ("willing to", "pay"), ("base", "pay"),
        ("bonus", "bonus"), ("bonuses", "bonus"), ("incentive*", "bonus"), ("commission*", "commission"), ("reward*", "bonus"),
        ("trial", "trial"), ("probation*", "trial"), ("during training", "trial"), ("training period", "trial"),
        ("test task", "trial"), ("test project", "trial"), ("paid test", "trial"), ("test edit", "trial"),
    ),
    "pay_unit": (
        "per hour", "an hour", "hourly", "/hour", "/hr", "/h", "/ hour", "/ hr", "p/h", "per month", "a month", "monthly", "/month",
        "/mo", "/ month", "/ mo", "per week", "a week", "weekly", "/week", "/wk", "every week", "per day", "a day", "/day",
        "per year", "a year", "annually", "per annum", "/year", "/yr", "every month", "each month", "each week", "net/month",
    ),
    "no_pay": (
        "revenue", "revenues", "funding", "fundraising", "raised", "raise", "raising", "valuation", "valued", "worth", "ad spend",
        "adspend", "ad spends", "ads spend", "ad budget*", "ads budget*", "advertising budget*", "marketing budget*", "media budget*",
        "spend", "spending", "spends", "spent", "investment*", "invested", "investor*", "venture", "series a", "series b", "arr",
        "mrr", "gmv", "turnover", "in sales", "sales of", "in annual sales", "of sales", "profit", "profits", "priced", "price of", "prices", "cost",
        "costs", "market", "industry", "loan*", "debt", "assets", "allowance*", "reimburse*", "insurance", "hmo", "internet",
        "subsidy", "subsidies", "deposit*", "gift card*", "voucher*", "discount*", "refund*", "portfolio", "aov", "order value", "ticket*",
        "charge", "charges", "subscription*", "tuition", "sold", "sell", "sells", "selling", "generated", "generating",
        "generate", "generates", "manage", "managed", "managing", "achieving", "scaled", "scale", "scaling", "saving", "save", "saved", "donation*",
        "setup budget", "office budget", "learning budget", "professional development", "equipment", "gym", "wellness", "health", "medical",
        "dental", "meal*", "transport*", "airtime", "housing", "in business", "business doing", "e commerce brand", "per ad account",
        "grant*", "transaction*", "balance", "expense*", "credit limit", "credit line", "fine of", "lawsuit", "sued", "company", "gdp",
        "cap", "stock", "budgets", "budgets of", "deals worth", "buy", "buying", "purchase*", "payroll", "invoice*", "pay cards",
        "paying customers", "paying clients", "pays us", "pay us", "benefits of", "home office", "stipend for", "relocation",
    ),
}  # fmt: skip

_NEAR_BEFORE = 70  # characters in which a word of pay must stand before an amount without a unit
_NEAR_AFTER = 26
_AGAINST_BEFORE = 40
_AGAINST_AFTER = 14
_ALONE_BEFORE = re.compile(r"(?:\A|[|(\[;•·,:–—/\n]|-[ ]|\*\*)\s*\Z")
_ALONE_AFTER = re.compile(
    r"\s*(?:\Z|[|)\];•·,\n]|\+|-\s|–|\*\*|doe\b|d\.o\.e|dep\w* on|based on|plus\b|\(|negotiable|base\b|ote\b|salary\b|&|and equity|/\s)"
)
_SHARED_IN = re.compile(
    r"\s{0,2}(?:commission|(?:of|on|from|per|for)\s(?:[\w/'-]{1,16}\s){0,4}?"
    r"(?:sales?|profits?|revenues?|deals?|clos\w+|what you|proceeds|earnings|bookings?|referrals?|contracts?|fees?|transactions?))"
)
_NO_SHARE = re.compile(r"\b(?:equity|increase\w*|growth|grow|grown|conversion|off|accuracy|discount|raise|tax|vat|time|remote)\b")
_DIRECT = re.compile(
    r"(?:salary|salaries|pay|rate|compensation|budget|wage|wages|stipend|remuneration|base|payment|gehalt|lohn|net|gross|birr|offer)"
    r"(?:[ ](?:range|rate|is|of|will be|from|between|starting at|starts at|up to|net|gross|around|about|approx|basic|per month|offer|\(\w{3,10}\)))"
    r"{0,3}[\s:=*~()–—-]{1,4}(?:of |up to |net |gross )?\Z"
)
_COUNT_AFTER = re.compile(r"\s?(?:%|\+?\s?(?:years?|yrs|hours?|hrs|days?|weeks?|months?|minutes?|mins?)\b|[ap]m\b|:\d|[ ][a-z]{3,}s\b)")
_CONTINUES = re.compile(r"[-–—]\s+(?:[a-z]{1,4}\$?\s?|[$€£₱₹]\s?)?\d")
_DIGIT = re.compile(r"\d")
_TITLE_TAG = re.compile(r"[\[(]\s*\Z")


class _Statement(NamedTuple):
    """An amount that is pay, where it stands and what kind of pay it is."""

    document: Document
    amount: Amount
    currency: str | None
    unit: PayUnit | None
    kind: Kind


def read_pay(page: Page) -> tuple[Pay, ...]:
    """Every pay statement of the posting, in the order title, description, salary field; each figure once.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> page = lay_out(Posting(description="We pay $4 an hour. You manage $5,000 of ad spend.", salary="700"))
    >>> [(pay.span.text, pay.min, pay.currency, pay.unit) for pay in read_pay(page)]
    [('$4 an hour', 4.0, 'USD', 'hour'), ('700', 700.0, None, None)]
    """
    stated: dict[tuple[float | None, float | None, str | None, str | None], _Statement] = {}
    for document in page.documents:
        for statement in _statements(document):
            amount = statement.amount
            stated.setdefault((amount.min, amount.max, statement.currency, statement.unit), statement)
    if not stated:
        return ()
    place = place_of(page.posting)
    peers = [Peer(s.amount.min, s.amount.max, s.currency, s.unit) for s in stated.values()]
    return tuple(_pay(statement, place, peers) for statement in stated.values())


def _pay(statement: _Statement, place: Place, peers: list[Peer]) -> Pay:
    document, amount, currency, unit, kind = statement
    span = document.span(amount.start, amount.end)
    guess = NO_GUESS
    if unit != "commission" and not (currency and (unit or amount.per)):
        guess = infer(amount, currency, unit, document.field, place, peers)
    return Pay(span, amount.min, amount.max, currency, unit, guess.currency, guess.unit, guess.reason, kind)


def _statements(document: Document) -> Iterator[_Statement]:
    """The pay statements of one text, in order."""
    text = document.folded
    if not _DIGIT.search(text):
        return
    words = document.cues.get("pay_word", [])
    if document.field == "salary":
        for amount in amounts_in(text, 0, len(text), bare=True):
            if not (amount.word or amount.unit or amount.percent) and not _stands_as_pay(text, amount):
                continue
            yield from _stated(document, amount, words)
        return
    against = document.cues.get("no_pay", [])
    for start, stop, section in _regions(document):
        bare = any(start <= cue.start < stop for cue in words)
        for amount in amounts_in(text, start, stop, bare):
            if _is_pay(document, amount, start, stop, section, words, against):
                yield from _stated(document, amount, words)
