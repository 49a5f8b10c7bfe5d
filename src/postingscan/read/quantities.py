"""Figures, ranges and the nouns that they count."""

from __future__ import annotations

import re

NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "hundred": 100, "dozen": 12, "once": 1, "twice": 2,
}  # fmt: skip
"""Figures in words."""
_FIGURE = rf"\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,6}}(?:\.\d{{1,2}})?|\b(?:{'|'.join(NUMBER_WORDS)})\b"
RANGE = (
    rf"(?<![\w$€£₱#.,:])(?P<low>{_FIGURE})(?:k(?=\s?[-–t]))?\+?"
    rf"(?:\s?(?:[-–—/~]|to|or)\s?(?P<high>{_FIGURE}))?(?P<thousand>k(?!\w))?\+?"
    r"(?![\d%:]|\s?(?:am|pm|[kmb]|bn|[gmt]b|p|st|nd|rd|th)\b)"
)
QUANTITY = re.compile(RANGE)
_WORD = re.compile(r"[a-z][\w'&-]*")
_CLAUSE_END = re.compile(r"[^\w\s'&-]")
# Where a noun phrase ends.
_STOPS = frozenset(
    (
        "a", "about", "across", "also", "and", "are", "as", "at", "before", "but", "by", "during", "each", "every",
        "for", "from", "go", "goes", "going", "if", "in", "including", "into", "is", "just", "max", "maximum", "min",
        "minimum", "of", "on", "only", "or", "over", "so", "that", "the", "then", "this", "through", "times", "to",
        "using", "via", "was", "we", "when", "where", "which", "while", "who", "with", "within", "x", "you", "your",
    )
)  # fmt: skip
# A figure of these is no volume of work.
_UNITS = frozenset(
    (
        "aud", "billion", "birr", "cad", "chf", "cent", "cents", "crore", "dollar", "dollars", "etb", "eur", "euros",
        "fixed", "gb", "gbp", "inr", "k", "kes", "km", "lakh", "lakhs", "mb", "mbps", "miles", "million", "minute",
        "min", "ngn", "page", "peso", "pesos", "php", "pkr", "pounds", "rs", "sec", "second", "tb", "usd", "usdt",
        "word",
    )
)  # fmt: skip
_NO_WORK = frozenset(
    (
        "base", "bonus", "break", "breaks", "budget", "client", "clients", "customer", "customers", "day", "days",
        "download", "downloads", "employee", "employees", "follower", "followers", "gross", "guest", "guests", "hour",
        "hours", "impressions", "income", "lunch", "member", "members", "meal", "meals", "min", "mins", "minute",
        "minutes", "month", "months", "net", "off", "order", "orders", "overtime", "pageviews", "patients", "pay",
        "people", "percent", "rate", "revenue", "salary", "sale", "sales", "second", "seconds", "staff", "subscriber",
        "subscribers", "thousand", "time", "transactions", "user", "users", "view", "views", "visitor", "visitors",
        "week", "weeks", "year", "years", "yrs",
    )
)  # fmt: skip


def last_quantity(text: str) -> re.Match[str] | None:
    """The last figure or range in `text`."""
    found = list(QUANTITY.finditer(text))
    return found[-1] if found else None


def bounds(folded: str) -> tuple[float, float]:
    """Both bounds of the first figure or range in `folded`, the text of a `Workload`.

    Examples
    --------
    >>> bounds("15–20 hours/week"), bounds("8-hour shift")
    ((15.0, 20.0), (8.0, 8.0))
    """
    quantity = QUANTITY.search(folded)
    return (_value(quantity["low"]), upper_bound(quantity)) if quantity else (0.0, 0.0)


def upper_bound(quantity: re.Match[str]) -> float:
    """The upper bound of a range, the figure itself otherwise."""
    return _value(quantity["high"] or quantity["low"]) * (1000 if quantity["thousand"] else 1)


def _value(figure: str) -> float:
    return float(NUMBER_WORDS[figure] if figure in NUMBER_WORDS else figure.replace(",", ""))


def counted_noun(phrase: str) -> str:
    """The head of the noun phrase that `phrase` begins with, in the singular; '' where it is no work.

    Examples
    --------
    >>> counted_noun(" short-form product videos for our shop"), counted_noun(" days off"), counted_noun(" of the team")
    ('video', '', '')
    """
    head = ""
    for word in _WORD.findall(_CLAUSE_END.split(phrase, 1)[0]):
        if word in _STOPS or (word.endswith("ed") and head.endswith("s")):
            break
        if word in _UNITS:
            return ""
        head = word
    return "" if head in _NO_WORK or len(head) < 2 else singular(head)


def singular(noun: str) -> str:
    """The singular, by the regular endings.

    Examples
    --------
    >>> [singular(noun) for noun in ("stories", "batches", "articles", "series", "process")]
    ['story', 'batch', 'article', 'series', 'process']
    """
    if noun.endswith("ies") and len(noun) > 4 and noun != "series":
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "series", "news")) else noun
