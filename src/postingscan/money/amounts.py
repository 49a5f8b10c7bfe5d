"""Amounts of money in text: figures with their ranges, qualifiers and units, and exactly where they stand.

Two figures may make a range; 'up to' and '+' open it on one side; a unit follows or leads. Whether an amount is
*pay* is not asked here (see `postingscan.read.pay`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from postingscan.money.currencies import Figure, find_figures, vocabulary, word_after
from postingscan.money.units import TIMES, unit_after, unit_before
from postingscan.posting import PayUnit
from postingscan.text import fold


class Amount(NamedTuple):
    """One amount or range, with its qualifiers ('up to', '+'), currency and unit.

    Parameters
    ----------
    start, end : int
        Half-open offsets of the whole statement.
    min, max : float or None
        Bounds; equal for a single figure, `min` None for 'up to 10', `max` None for 'from 10' and '10+'.
    currency : str or None
        ISO 4217 code; None where none is stated or the word is shared by several ('dinar').
    word : str
        The currency's words as they stand, folded: ``'$'`` tells a bare dollar sign from 'us$'.
    unit : str or None
        The unit that is stated.
    per : str
        The unit's words where they are no unit of time: 'video', or 'every two weeks', for which there is no unit.
    percent : bool
        Whether the figures are per cent.
    """

    start: int
    end: int
    min: float | None
    max: float | None
    currency: str | None = None
    word: str = ""
    unit: PayUnit | None = None
    per: str = ""
    percent: bool = False


_TO = re.compile(
    r"""
    [\s\xad]{0,3}
    (?: ,? -{1,2} >? | [–—~−]                              # 5-7, 5 – 7, and the slip '5,-7'
      | \b (?: to | up\ to | up\ till | until | till | thru | through | bis ) \b
      | (?P<and> / | \b and \b | & )
    )
    [,\s\xad]{0,3} \??                                     # '?150 – ?300', signs that an encoding lost
    """,
    re.VERBOSE,
)
_LONGEST_LINK = 16
_BETWEEN = re.compile(r"\bbetween[ ](?:usd |php )?\Z")
# What makes the second figure no end of a range: '$5 - 40 hours', '$500 - 5 videos a week'.
_COUNTED = re.compile(
    r"[ ]?%|[ -]?\+?[ ]?(?:hours?|hrs|days?|weeks?|months?|years?|yrs|minutes?|mins?|am|pm)\b|:\d"
    r"|[ ](?!gross|basis|plus|less|depends|bonus)[a-z]{3,}s\b"
)
_IN_OTHER_WORDS = re.compile(r"[ ]?(?:-|–|/|=|~|≈|or|\(|\(?approx\.?)[ ]?")
_ORDINAL = re.compile(r"\b(?:month|week|day|year|level|tier|phase|step|option)s?[ ]\Z")
_QUALIFIER_REACH = 24
_UP_TO = re.compile(
    r"""
    (?: \bup[ ]?to | \bupwards?[ ](?:of|to) | \bmax(?:imum)?\.?(?:[ ]of)? | \bat[ ]most | \b(?:no|not)[ ]more[ ]than
      | \bunder | (?<!no[ ])(?<!not[ ])\b(?:less|lower)[ ]than | \bas[ ](?:high|much)[ ]as | \bcapped[ ]at | \bwithin
    ) [ :~]{0,2} \Z
    """,
    re.VERBOSE,
)
_AT_LEAST = re.compile(
    r"""
    (?: \bfrom | \bstart(?:ing|s)? (?:[ ](?:salary|pay|rate|price|offer|wage))? [ ](?:at|from) | \bstarting
      | \bmin(?:imum)?\.?(?:[ ]of)? | \bat[ ]least | \b(?:no|not)[ ]less[ ]than | (?<!no[ ])(?<!not[ ])\bmore[ ]than
      | \bover | \babove | \bbeginning[ ]at
    ) [ :~]{0,2} \Z
    """,
    re.VERBOSE,
)
_QUALIFIER_ENDS = (
    "to", "of", "max", "max.", "maximum", "most", "than", "under", "as", "at", "within", "from", "min", "min.",
    "minimum", "least", "over", "above", "starting", "starts", "start",
)  # fmt: skip
_AND_UP = re.compile(
    r"""
    [ ]?
    (?: \+{1,3}                                # '$400+', but no '$400 + bonus' and no '$400 + $50'
        (?! [ ]? [\d$€£₱₹]
          | [ ]? (?:\w+[ ])? (?: bonus | commission | incentive | benefit | equity | perks | 13th | performance | tips
              | allowance | processing | extra | stock | options | profit | net\b | gross\b | ot\b | overtime | night
              | other )
        )
      | (?:and|&)[ ](?:up|above|more|over)\b (?![ ]to) | or[ ](?:more|higher|above)\b | \(?to[ ]start\b\)?
    )
    """,
    re.VERBOSE,
)
_LED = re.compile(r"hourly|daily|weekly|monthly|annual|yearly|per |/")
_STOPS = re.compile(r"[.;:|\n•]")


def find_amounts(text: str, bare: bool = False) -> list[Amount]:
    """Every amount of money in `text`, in order.

    Parameters
    ----------
    text : str
    bare : bool
        Whether numbers that have neither currency nor unit count too, as in a field that holds nothing but pay.

    Returns
    -------
    list of Amount

    Examples
    --------
    >>> text = "Salary: $800 - $1,200 a month, or AU$15/hr"
    >>> [(text[a.start:a.end], a.min, a.max, a.currency, a.unit) for a in find_amounts(text)]
    [('$800 - $1,200 a month', 800.0, 1200.0, 'USD', 'month'), ('AU$15/hr', 15.0, 15.0, 'AUD', 'hour')]
    >>> [(a.min, a.max, a.unit) for a in find_amounts("up to 60k php, $5+/hr, 20-30k", bare=True)]
    [(None, 60000.0, None), (5.0, None, 'hour'), (20000.0, 30000.0, None)]
    >>> find_amounts("3-5 years of experience, 40 hours per week")
    []
    """
    return amounts_in(fold(text), 0, len(text), bare, bare)


def amounts_in(
    folded: str, start: int, stop: int, bare: bool = False, field: bool = False, spelled: bool = True
) -> list[Amount]:
    """`find_amounts` in a part of a text that is folded already (see `postingscan.text.fold`).

    With `field` the text holds nothing but pay: '4 hr' is no span of time there. Without `spelled` no number words
    are looked for.
    """
    figures = find_figures(folded, start, stop, spelled)
    found: list[Amount] = []
    floor, index, last = start, 0, -1  # `last` is the place of the last amount that is more than a bare number
    while index < len(figures):
        second = figures[index + 1] if index + 1 < len(figures) else None
        amount, used = _statement(folded, figures[index], second, floor, stop, field)
        if amount.word or amount.unit or amount.percent:
            if last >= 0:
                found[last], amount = _share_unit(folded, found[last], amount)
            last = len(found)
            found.append(amount)
            floor = amount.end
        elif bare and not _ORDINAL.search(folded, floor, amount.start):
            found.append(amount)
            floor = amount.end
        index += used
        while index < len(figures) and figures[index].start < floor:
            index += 1
    return found


def _share_unit(folded: str, last: Amount, amount: Amount) -> tuple[Amount, Amount]:
    """Two neighbours, the one that names no unit with the other's where that holds for both."""
    if last.unit and not (amount.unit or amount.per):
        # 'monthly salary: $500, then $600'
        led = last.unit in TIMES.values() and _LED.match(folded, last.start) and amount.currency == last.currency
        if led and amount.start - last.end <= 40 and not _STOPS.search(folded, last.end, amount.start):
            amount = amount._replace(unit=last.unit)
    elif amount.unit and not (last.unit or last.per) and last.currency and last.currency != amount.currency:
        # 'EUR 4 ($5) an hour', but no '$900 ($5/hour)'
        link = _IN_OTHER_WORDS.fullmatch(folded, last.end, amount.start)
        if link and ("(" not in link[0] or ")" in folded[amount.start : amount.end]):
            last = last._replace(unit=amount.unit, per=amount.per)
    return last, amount


def _statement(
    folded: str, first: Figure, second: Figure | None, floor: int, stop: int, field: bool
) -> tuple[Amount, int]:
    """The amount that begins with `first`, and how many figures it took."""
    used = 1
    low: float | None = first.value
    high: float | None = first.value
    start, word, currency = first.start, first.word, first.currency
    unit, per, end = unit_after(folded, first.end, stop, bool(word) or field)
    if second and second.start - end <= _LONGEST_LINK:
        following = unit_after(folded, second.end, stop, bool(word or second.word) or field)
        apart = unit and following.unit and unit != following.unit  # '$690 a month / $4 an hour'
        if not apart and (bounds := _bounds(folded, first, second, end, floor, stop)):
            used = 2
            low, high = bounds
            if second.word and word in {"", "$"}:
                word, currency = second.word, second.currency
            unit, per, end = following.unit or unit, following.per or per, following.edge
    if unit and word in {"", "$"}:  # '$750/month USD', '500/month php'
        word, currency, end = _named_later(folded, end, stop, word, currency)
    plus = _AND_UP.match(folded, end, stop) or (_AND_UP.match(folded, first.end, stop) if used == 1 else None)
    if plus:
        end = max(end, plus.end())
        if used == 1:
            high = None
        if not unit and not per:
            if word in {"", "$"}:
                word, currency, end = _named_later(folded, end, stop, word, currency)
            unit, per, end = unit_after(folded, end, stop, bool(word) or field)
    elif used == 1:
        lead = folded[max(floor, start - _QUALIFIER_REACH) : start]
        if lead.rstrip(" :~").endswith(_QUALIFIER_ENDS):
            if opened := _UP_TO.search(lead):
                low, start = None, start - len(lead) + opened.start()
            elif opened := _AT_LEAST.search(lead):
                high, start = None, start - len(lead) + opened.start()
    if folded.endswith("lpa", start, end):
        unit = "year"
    if not unit and not per and (word or not _COUNTED.match(folded, end, stop)):
        unit, per, start = unit_before(folded, start, floor, bool(word))
    return Amount(start, end, low, high, currency, word, unit, per, first.percent), used


def _named_later(folded: str, end: int, stop: int, word: str, currency: str | None) -> tuple[str, str | None, int]:
    """Word, code and end of an amount whose currency may be named only behind its unit: '$750/month USD'."""
    later = word_after(folded, end, stop, vocabulary())
    if later is None or later.word == "$" or later.reading not in {"anywhere", "sign"}:
        return word, currency, end
    if later.reading == "sign":
        return (word, currency, later.end) if word else (word, currency, end)
    return later.word, later.currency, later.end


def _bounds(folded: str, first: Figure, second: Figure, end: int, floor: int, stop: int) -> tuple[float, float] | None:
    """Lower and upper bound where `first` and `second` are the ends of one range."""
    link = _TO.fullmatch(folded, end if end <= second.start else first.end, second.start)
    if link is None or first.percent != second.percent:
        return None
    if first.word and second.word and first.currency != second.currency:
        signs = "$" in (first.word, second.word)
        if not signs or not second.value or not 0.1 < first.value / second.value < 10:
            return None  # two currencies, not one range
    slashed = link["and"] == "/" and (first.word or second.word)
    if link["and"] and not slashed and not _BETWEEN.search(folded, max(floor, first.start - 16), first.start):
        return None
    if not second.word and not second.percent and _COUNTED.match(folded, second.end, stop):
        return None
    low, high = first.value, second.value
    if second.scale > 1 and first.scale == 1 and low < 1000:
        low *= second.scale  # '$80 - $120k'
    elif first.scale > 1 and second.scale == 1 and high < 1000:
        high *= first.scale
    elif low < 1000 <= high and second.digits.endswith(",000") and low <= high / 1000:
        low *= 1000  # '€40-65,000'
    return min(low, high), max(low, high)
