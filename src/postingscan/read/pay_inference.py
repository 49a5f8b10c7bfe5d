"""What a pay statement leaves unsaid, guessed from the posting's own context and never passed off as stated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from postingscan.money import TIMES, Amount
from postingscan.posting import Field, PayUnit, Posting

UNIT_WORDS: dict[str, str] = {
    "hour": "an hour", "day": "a day", "week": "a week", "month": "a month", "year": "a year",
    "project": "for the whole",
}  # fmt: skip
"""How a unit reads behind an amount."""
CURRENCY_WORDS: dict[str, str] = {
    "USD": "dollars", "PHP": "pesos", "ETB": "birr", "INR": "rupees", "EUR": "euros", "GBP": "pounds",
}  # fmt: skip
"""How a currency reads behind an amount; other currencies by their code."""


class Guess(NamedTuple):
    """An inferred currency and unit (None where stated or unknown) and why, in plain words."""

    currency: str | None = None
    unit: PayUnit | None = None
    reason: str = ""


NO_GUESS = Guess()


class Peer(NamedTuple):
    """Another pay statement of the posting."""

    min: float | None
    max: float | None
    currency: str | None
    unit: PayUnit | None


class Place(NamedTuple):
    """Where the posting stands, and what is the custom there.

    `local` is the currency that figures without one are in, small ones excepted where `dollars` are usual too;
    `fixed` tells a board of jobs at a fixed price; `unit` and `currency` are those of the site's own field; `gig` is
    a single job.
    """

    name: str = ""
    local: str | None = None
    dollars: bool = False
    fixed: bool = False
    unit: PayUnit | None = None
    currency: str | None = None
    gig: bool = False


_PLACES: tuple[tuple[tuple[str, ...], Place], ...] = (
    (("onlinejobs", "philippines"), Place("a Philippine board", "PHP", dollars=True)),
    (("afriwork", "ethiopia"), Place("an Ethiopian board", "ETB")),
    (
        ("upwork", "freelancer", "fiverr", "peopleperhour"),
        Place("a board that pays in dollars", dollars=True, fixed=True),
    ),
)
_PERIODS = frozenset(TIMES.values())
_GIGS = frozenset(("gig", "project", "one-time project", "fixed", "fixed-price", "fixed price"))

# How large a figure is: at most an hour's pay, from … to … a month's pay, at least a year's. Between these
# nothing is guessed.
_SIZES: dict[str, tuple[float, float, float, float]] = {
    "USD": (40, 100, 6_000, 15_000),
    "PHP": (1_000, 4_000, 400_000, 1_000_000),
    "ETB": (400, 1_000, 400_000, 1_000_000),
    "INR": (1_500, 4_000, 150_000, 250_000),
}
# Dollars where no custom is known: a 'rate' is an hour's sooner than a 'salary' is.
_SIZES_ANYWHERE = (100, 500, 14_000, 15_000)
_SIZES_OF_RATES = (250, 500, 14_000, 15_000)
_LAKHS = re.compile(r"lakh|lacs?\b|lpa|crore")
_LIKE_DOLLARS = frozenset(("EUR", "GBP", "AUD", "CAD", "NZD", "SGD", "CHF"))
# Bare figures on a board that knows dollars and a local currency: dollars up to the first, local from the second.
_TWO_CURRENCIES: dict[str, tuple[float, float]] = {
    "hour": (40, 60), "day": (150, 250), "week": (1_000, 1_500), "month": (6_000, 6_000), "year": (80_000, 120_000),
    "project": (2_000, 4_000),
}  # fmt: skip


def place_of(posting: Posting) -> Place:
    """The place of a posting, from its source, address, country and fields.

    Examples
    --------
    >>> place_of(Posting(source="onlinejobs_ph", employment_type="Gig"))
    Place(name='a Philippine board', local='PHP', dollars=True, fixed=False, unit=None, currency=None, gig=True)
    """
    declared = posting.declared_pay
    unit, currency = (declared.unit, declared.currency) if declared else (None, None)
    employment = (posting.employment_type or "").strip().lower()
    if unit == "project" and ("full" in employment or "part" in employment):
        unit = None  # a 'fixed' salary is no price of a project
    place = _place_named(posting.source or posting.url or "", posting.country or "")
    return Place(place.name, place.local, place.dollars, place.fixed, unit, currency, employment in _GIGS)


@lru_cache(maxsize=1024)
def _place_named(board: str, country: str) -> Place:
    for text in (board.lower(), country.lower()):  # a client's country says less than the board
        for names, place in _PLACES:
            if any(name in text for name in names):
                return place
    return Place()


def infer(
    amount: Amount,
    text: str,
    stated: Peer,
    field: Field,
    word: str,
    place: Place,
    peers: Sequence[Peer],
    regular: bool = True,
) -> Guess:
    """Currency and unit that an amount does not state, where the posting's context tells.

    The same figure elsewhere in the posting comes first, then the site's own field, then the size of the figure
    where the custom of the place, or the nearest word of pay ('salary', 'budget'), tells what it means.

    Parameters
    ----------
    amount : Amount
    text : str
        Its words, folded.
    stated : Peer
        What the statement says, with nothing inferred.
    field : str
        The text that it stands in.
    word : str
        The nearest word of pay before it, '' where there is none.
    place : Place
    peers : sequence of Peer
        Every pay statement of the posting.
    regular : bool
        False for bonuses and trials, whose unit is not guessed from their size.
    """
    size = amount.max if amount.max is not None else amount.min
    if not size:
        return NO_GUESS
    reasons: list[str] = []
    currency: str | None = None
    if stated.currency is None and not amount.word:
        currency, reason = _currency(size, text, stated, field, place, peers)
        reasons.append(reason)
    money = stated.currency or currency
    unit: PayUnit | None = None
    if stated.unit is None and not amount.per and regular:
        unit, reason = _unit(size, stated, money, field, word, place, peers)
        reasons.append(reason)
    if not currency and not unit:
        return NO_GUESS
    return Guess(currency, unit, "; ".join(reason for reason in reasons if reason))


def _currency(
    size: float, text: str, stated: Peer, field: Field, place: Place, peers: Sequence[Peer]
) -> tuple[str | None, str]:
    same = {peer.currency for peer in peers if peer.currency and peer[:2] == stated[:2]}
    if len(same) == 1:
        named = same.pop()
        return named, f"the same figure stands elsewhere in {_words(named)}"
    if field == "salary" and place.currency:
        return place.currency, f"the site's own field says {_words(place.currency)}"
    if _LAKHS.search(text):
        return "INR", "lakhs and crores are counted in rupees"
    currency = place.local or ("USD" if place.dollars else None)
    if place.local and place.dollars:
        dollars, local = _TWO_CURRENCIES.get(stated.unit or "month", (0, 0))
        currency = "USD" if size <= dollars else place.local if local and size >= local else None
    return currency, f"a bare {size:,.10g} on {place.name} means {_words(currency)}" if currency else ""


def _unit(
    size: float, stated: Peer, money: str | None, field: Field, word: str, place: Place, peers: Sequence[Peer]
) -> tuple[PayUnit | None, str]:
    same = [peer.unit for peer in peers if peer[:2] == stated[:2] and peer.currency in {money, None}]
    times = {unit for unit in same if unit in _PERIODS}
    if len(times) == 1:
        time = times.pop()
        return time, f"the same figure stands elsewhere {UNIT_WORDS[time]}"
    if field == "salary" and place.unit:
        return place.unit, f"the site's own field says {UNIT_WORDS.get(place.unit, place.unit)}"
    if place.gig:
        return "project", "a single job is paid as a whole"
    if not money:
        return None, ""
    sizes = _SIZES.get("USD" if money in _LIKE_DOLLARS else money)
    if sizes and not place.local:
        if (word == "budget" and size < sizes[3]) or (place.fixed and size > sizes[0]):
            return ("project", "a budget is for the whole") if size > sizes[0] else (None, "")
        if not place.fixed:
            by_word = _SIZES_OF_RATES if word.startswith("rate") else _SIZES_ANYWHERE
            sizes = by_word if word and sizes is _SIZES["USD"] else (0, 0, 0, sizes[3])
    unit = unit_by_size(size, sizes) if sizes else None
    return unit, f"{_words(money)} of that size are {UNIT_WORDS[unit]}" if unit else ""


def unit_by_size(size: float, sizes: tuple[float, float, float, float]) -> PayUnit | None:
    """The unit that a figure's size suggests; None between hour and month and between month and year.

    Examples
    --------
    >>> dollars = (40, 100, 6_000, 15_000)
    >>> [unit_by_size(size, dollars) for size in (5, 60, 450, 9_000, 120_000)]
    ['hour', None, 'month', None, 'year']
    """
    hour, month, month_end, year = sizes
    if size <= hour:
        return "hour"
    if size >= year:
        return "year"
    return "month" if month <= size <= month_end else None


def _words(currency: str | None) -> str:
    return CURRENCY_WORDS.get(currency or "", currency or "")
