"""Amounts of money in text: ranges, qualifiers and units around figures, with exact offsets.

Two figures may make a range; 'up to' and '+' open it on one side; a unit ('an hour', '/mo', 'per video') follows or
leads. Whether an amount is *pay* is not asked here (see `postingscan.read.pay`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from postingscan.currencies import THREE_DECIMALS, Figure, figure_at, find_figures, vocabulary, word_after, word_before
from postingscan.numerals import parse_number, parse_spelled
from postingscan.posting import PayUnit
from postingscan.text import fold


@dataclass(frozen=True, slots=True)
class Amount:
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


TIMES: dict[str, PayUnit] = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "hourly", "ph", "stunde"), "hour"),
    **dict.fromkeys(("d", "day", "days", "daily", "diem"), "day"),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks", "weekly"), "week"),
    **dict.fromkeys(("m", "mo", "mos", "mth", "mths", "mnth", "mon", "month", "months", "monthly", "pm", "pcm", "monat"), "month"),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years", "yearly", "annum", "annual", "annually", "pa", "p.a"), "year"),
    **dict.fromkeys(("lpa", "jahr", "jährlich"), "year"),
}  # fmt: skip
"""Words of time that pay is counted by."""

_UNITS: dict[str, PayUnit] = {
    **TIMES,
    **dict.fromkeys(("project", "projects", "contract"), "project"),
    **dict.fromkeys(("word", "words"), "word"),
    **dict.fromkeys(("page", "pages"), "page"),
    **dict.fromkeys(("article", "articles"), "article"),
}
# Units that need no 'per' before them; those of the second row only behind a currency.
_BARE = frozenset(("hourly", "daily", "weekly", "monthly", "yearly", "annually", "jährlich"))
_BARE_MONEY = frozenset(("hr", "hour", "ph", "pm", "pcm", "month", "mo", "mth", "week", "wk", "year", "yr", "pa", "p.a", "annual"))
_PIECES = frozenset(
    "video reel clip short post article page word lead piece image photo design thumbnail call sale deal listing episode song "
    "edit cut task project appointment meeting account client banner logo script story email blog minute gig".split()
)
_NO_PIECE = frozenset(
    "your our my their the and or this that agreement usd php eur aud cad gbp neg negotiable full part based depending doe tbd net gross".split()
)
_MEDIA = frozenset(("of", "audio", "video", "footage", "content", "recording"))

_TO = re.compile(
    r"""
    [\s\xad]{0,3}
    (?: ,? -{1,2} >? | [–—~−]   # 5-7, 5 – 7, and the slip '5,-7'
      | \b (?: to | up\ to | up\ till | until | till | thru | through | bis ) \b
      | (?P<and> / | \b and \b | & )
    )
    [,\s\xad]{0,3}
    """,
    re.VERBOSE,
)
_BETWEEN = re.compile(r"\bbetween[ ](?:usd |php )?\Z")
# What makes the second figure no end of a range: '$5 - 40 hours', '$500 - 5 videos a week'.
_COUNTED = re.compile(
    r"[ ]?%|[ -]?\+?[ ]?(?:hours?|hrs|days?|weeks?|months?|years?|yrs|minutes?|mins?|am|pm)\b|:\d"
    r"|[ ](?!gross|basis|plus|less|depends)[a-z]{3,}s\b"
)
_IN_OTHER_WORDS = re.compile(r"[ ]?(?:-|–|/|=|~|≈|or|\(|\(?approx\.?)[ ]?")
_ORDINAL = re.compile(r"\b(?:month|week|day|year|level|tier|phase|step|option)s?[ ]\Z")
_UP_TO = re.compile(
    r"(?:\bup[ ]?to|\bupwards?[ ](?:of|to)|\bmax(?:imum)?\.?(?:[ ]of)?|\bat[ ]most|\b(?:no|not)[ ]more[ ]than|\bunder"
    r"|\b(?:less|lower)[ ]than|\bas[ ](?:high|much)[ ]as|\bcapped[ ]at|\bwithin)[ :~]{0,2}\Z"
)
_AT_LEAST = re.compile(
    r"(?:\bfrom|\bstart(?:ing|s)?(?:[ ](?:salary|pay|rate|price|offer|wage))?[ ](?:at|from)|\bmin(?:imum)?\.?(?:[ ]of)?"
    r"|\bat[ ]least|\b(?:no|not)[ ]less[ ]than|\bmore[ ]than|\bover|\babove|\bbeginning[ ]at|\bstarting)[ :~]{0,2}\Z"
)
_AND_UP = re.compile(r"[ ]?(?:\+{1,3}(?![ ]?[\d$€£₱₹])|(?:and|&)[ ](?:up|above|more|over)\b|or[ ](?:more|higher|above)\b|\(?to start\b\)?)")
_ODD_TIME = re.compile(
    r"[ ]?/?[ ]?(?:(?:every|per|each|/)[ ])?(?:bi-?[ ]?(?:weekly|monthly)|semi-?[ ]?monthly|fortnight(?:ly)?"
    r"|other[ ](?:week|month)|(?:two|2|four|4|15)[ -](?:weeks?|days)|cut-?off|twice[ ](?:a|per)[ ]month)\b"
)
_UNIT = re.compile(
    r"""
    (?: [ ](?:net|gross|base|basic|take[ -]home|only|max|salary|pay|wage|compensation|starting|brutto|flat|fixed)\b ){0,2}
    [ ]{0,2} [)\]]? [ ]{0,2}
    (?: (?P<slash> [/\\]{1,2} [ ]? (?: per[ ] | p[ ] | an?[ ] | each[ ] )? )    # /hour  / mo  //hour  /per month
      | (?P<per> (?:for[ ])? (?:per|each|every|pro) [ -] | p (?:[ ]?/[ ]?|[ ]) ) # per hour, for each video, p/h
      | (?P<article> an?[ ] )                                                   # an hour
    )?
    (?P<count> (?: \d[\d,]{0,6}[ -]?k? | one | two | three | four | thousand | hundred ) [ -]? )?
    (?P<noun> p\.a | [^\W\d_]{1,16} ) (?: [ -] (?P<next> [a-z]{2,16} ) )?
    """,
    re.VERBOSE,
)
_WHOLE = re.compile(
    r"[ ]?\(?(?:(?:flat|fixed)[ -](?:rate|fee|price|budget|cost)|one[ -]time\b|lump[ ]?sum|(?:in[ ])?total\b"
    r"|for[ ](?:the|this)[ ](?:whole[ ]|entire[ ]|full[ ]|complete[ ])?(?:project|task|job|work|gig)\b)"
)
_LEAD = re.compile(
    r"""
    (?<![a-z-])
    (?: (?P<time> hourly | daily | weekly | monthly | annual(?:ly)? | yearly | month(?=[ ]\d{1,2}\b) )
      | (?: per[ ] | / ) (?P<noun> [a-z]{1,14} )
      | (?P<whole> (?:fixed|flat)[ -]?(?:price|budget|fee|rate) | project[ ](?:budget|price|based[ ]pay) | lump[ ]?sum )
    )
    (?: [\s:()=~–—*\[\]-]{1,3}             # joined to the amount by small words alone
        (?: rates?\b | pay\b | payments?\b | salary\b | salaries\b | wages?\b | compensation\b | budget\b | base\b | basic\b | net\b
          | gross\b | fees?\b | retainer\b | income\b | earnings?\b | package\b | range\b | is\b | are\b | of\b | at\b | from\b
          | starts?\b | starting\b | between\b | around\b | about\b | approx\b | up\b | to\b | will\b | be\b | in\b | usd\b | php\b
          | basis\b | total\b | estimated\b | average\b | minimum\b | maximum\b | min\b | max\b | \d{1,2}\b
        )? ){1,9} \Z
    """,
    re.VERBOSE,
)
_LEAD_HINTS = ("ly", "per ", "/", "annual", "month", "fixed", "flat", "project", "lump")
_LEAD_REACH = 48


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
    return amounts_in(fold(text), 0, len(text), bare)


def amounts_in(folded: str, start: int, stop: int, bare: bool = False) -> list[Amount]:
    """`find_amounts` in a part of a text that is folded already (see `postingscan.text.fold`)."""
    figures = find_figures(folded, start, stop)
    found: list[Amount] = []
    floor, index = start, 0
    while index < len(figures):
        second = figures[index + 1] if index + 1 < len(figures) else None
        amount, used = _statement(folded, figures[index], second, floor, stop, bare)
        if amount.word or amount.unit or amount.percent or (bare and not _ORDINAL.search(folded, floor, amount.start)):
            last = found[-1] if found else None
            if last and amount.unit and not last.unit and not last.per and _is_same_pay(folded, last, amount):
                found[-1] = replace(last, unit=amount.unit, per=amount.per)
            found.append(amount)
            floor = amount.end
        index += used
        while index < len(figures) and figures[index].start < floor:
            index += 1
    return found


def _is_same_pay(folded: str, last: Amount, amount: Amount) -> bool:
    """Whether `last` says the same in another currency, so that they share a unit: 'EUR 4 ($5) an hour'."""
    link = _IN_OTHER_WORDS.fullmatch(folded, last.end, amount.start)
    if not link or not last.currency or last.currency == amount.currency:
        return False
    return ")" in folded[amount.start : amount.end] if "(" in link[0] else True


def _statement(folded: str, first: Figure, second: Figure | None, floor: int, stop: int, bare: bool) -> tuple[Amount, int]:
    """The amount that begins with `first`, and how many figures it took."""
    used = 1
    low = high = first.value
    word, currency = first.word, first.currency
    unit, per, end = _unit_after(folded, first.end, stop, bool(word) or bare)
    joined = second and _joined(folded, first, second, end, floor, stop)
    if joined and second:
        used = 2
        low, high = joined
        if second.word and (not word or word == "$"):
            word, currency = second.word, second.currency
        unit2, per2, end = _unit_after(folded, second.end, stop, bool(word) or bare)
        unit, per = unit2 or unit, per2 or per
    if (not word or word == "$") and unit and (tail := word_after(folded, end, stop, vocabulary())):
        if tail.reading in {"anywhere", "sign"} and tail.word not in {"$"}:  # '$750/month USD', '500/month php'
            currency = tail.currency if tail.reading != "sign" else currency
            word, end = word or tail.word, tail.end
    minimum: float | None = low
    maximum: float | None = high
    start = first.start
    lead = folded[max(floor, start - 24) : start]
    if (up := _AND_UP.match(folded, end, stop)) or (used == 1 and (up := _AND_UP.match(folded, first.end, stop))):
        end = max(end, up.end())
        if used == 1:
            maximum = None
            if not unit:
                unit, per, end = _unit_after(folded, end, stop, bool(word) or bare)
    elif used == 1 and (found := _UP_TO.search(lead)):
        minimum, start = None, start - len(lead) + found.start()
    elif used == 1 and (found := _AT_LEAST.search(lead)):
        maximum, start = None, start - len(lead) + found.start()
    if folded.endswith("lpa", start, end):
        unit = "year"
    if unit is None and not per:
        unit, per, start = _unit_before(folded, start, floor)
    return Amount(start, end, minimum, maximum, currency, word, unit, per, first.percent), used


def _joined(folded: str, first: Figure, second: Figure, end: int, floor: int, stop: int) -> tuple[float, float] | None:
    """Lower and upper bound where `first` and `second` are the ends of one range."""
    if second.start < end:
        end = first.end
    link = _TO.fullmatch(folded, end, second.start)
    if link is None or first.percent != second.percent:
        return None
    if first.word and second.word and first.currency != second.currency:
        if "$" not in (first.word, second.word) or not 0.1 < first.value / (second.value or 1) < 10:
            return None  # two currencies, not one range
    if link["and"]:
        between = _BETWEEN.search(folded, max(floor, first.start - 16), first.start)
        if not between and not (link["and"] == "/" and (first.word or second.word)):
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
    return (low, high) if low <= high else (high, low)


def _unit_after(folded: str, at: int, stop: int, money: bool) -> tuple[PayUnit | None, str, int]:
    """The unit that begins at `at`: unit, words where it is no time, and where it ends."""
    nothing = (None, "", at)
    if at >= stop:
        return nothing
    odd = _ODD_TIME.match(folded, at, stop)
    if odd:
        return None, odd[0].strip(" /"), odd.end()
    whole = _WHOLE.match(folded, at, stop) if money else None
    if whole:
        return "project", "", whole.end()
    found = _UNIT.match(folded, at, stop)
    if not found:
        return nothing
    noun, following = found["noun"], found["next"] or ""
    intro = found["slash"] or found["per"] or found["article"]
    unit = _UNITS.get(noun)
    if not intro:
        if money and noun in {"each", "apiece"}:
            return "item", "piece", found.end("noun")
        usable = noun in _BARE or (money and noun in _BARE_MONEY)
        return (unit, "", found.end("noun")) if usable and unit and not found["count"] else nothing
    if found["count"] and unit in TIMES.values():
        if following in _UNITS:  # 'per 8 hour day'
            return _UNITS[following], "", found.end()
        return (unit, "", found.end("noun")) if found["count"].strip(" -") in {"1", "one"} else (None, found[0].strip(), found.end("noun"))
    if unit and found["count"] and following in _UNITS:  # 'per 500 word article'
        return _UNITS[following], following, found.end()
    if unit:
        if following in _MEDIA and unit == "hour" or unit in TIMES.values() and found["article"] and len(noun) == 1:
            return ("item", f"{noun} {following}", found.end()) if following in _MEDIA else nothing
        return unit, "" if unit in TIMES.values() else noun, found.end("noun")
    if noun in _NO_PIECE or not money and found["article"]:
        return nothing
    piece = noun.removesuffix("s") in _PIECES
    if found["per"] and len(noun) > 1 or piece and (found["slash"] or found["article"] and money):
        if found["per"] and found["per"].startswith("p") and not found["per"].startswith("per"):
            return nothing
        article = _UNITS.get(following)
        if article in {"article", "page", "word"}:
            return article, following, found.end()
        return "item", f"{noun} {following}".strip(), found.end("noun")
    return nothing


def _unit_before(folded: str, start: int, floor: int) -> tuple[PayUnit | None, str, int]:
    """The unit that leads up to `start` ('monthly salary of …'): unit, its words, and where the statement begins."""
    lead = folded[max(floor, start - _LEAD_REACH) : start]
    if not any(hint in lead for hint in _LEAD_HINTS):
        return None, "", start
    found = _LEAD.search(lead)
    if not found:
        return None, "", start
    begin = start - len(lead) + found.start()
    if found["whole"]:
        return "project", "", begin
    noun = found["time"] or found["noun"]
    unit = _UNITS.get(noun)
    if unit is None and (noun in _NO_PIECE or "/" in found[0][:1]):
        return None, "", start
    return unit or "item", "" if unit in TIMES.values() else noun, begin
