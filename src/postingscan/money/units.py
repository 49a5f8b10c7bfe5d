"""What an amount is for: the unit behind it ('an hour', '/mo', 'per video') or before it ('monthly salary of')."""

from __future__ import annotations

import re
from typing import NamedTuple

from postingscan.posting import PayUnit

TIMES: dict[str, PayUnit] = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "hourly", "ph", "stunde"), "hour"),
    **dict.fromkeys(("d", "day", "days", "daily", "diem"), "day"),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks", "weekly"), "week"),
    **dict.fromkeys(("m", "mo", "mos", "mth", "mths", "mnth", "mon", "month", "months", "monthly"), "month"),
    **dict.fromkeys(("pm", "pcm", "monat"), "month"),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years", "yearly", "annum", "annual", "annually", "pa", "p.a"), "year"),
    **dict.fromkeys(("lpa", "jahr", "jährlich"), "year"),
}
"""Words of time that pay is counted by."""


class Unit(NamedTuple):
    """A unit that is stated, the words of one that is no time ('video', 'every two weeks'), and where the phrase stops.

    `edge` is where it ends for a unit behind an amount, where it begins for one before.
    """

    unit: PayUnit | None
    per: str
    edge: int


_UNITS: dict[str, PayUnit] = {
    **TIMES,
    **dict.fromkeys(("project", "projects", "contract"), "project"),
    **dict.fromkeys(("word", "words"), "word"),
    **dict.fromkeys(("page", "pages"), "page"),
    **dict.fromkeys(("article", "articles"), "article"),
}
_PERIODS = frozenset(TIMES.values())
# Units that need no 'per' before them; those of the second row only behind a currency.
_BARE = frozenset(("hourly", "daily", "weekly", "monthly", "yearly", "annually", "jährlich"))
_BARE_MONEY = frozenset(
    ("hr", "hour", "ph", "pm", "pcm", "month", "mo", "mth", "week", "wk", "year", "yr", "pa", "p.a", "annual")
)
_PIECES = frozenset((
    "video", "reel", "clip", "short", "post", "article", "page", "word", "lead", "piece", "image", "photo", "design",
    "thumbnail", "call", "sale", "deal", "listing", "episode", "song", "edit", "cut", "task", "project", "appointment",
    "meeting", "account", "client", "banner", "logo", "script", "story", "email", "blog", "minute", "gig", "customer",
    "candidate", "hire", "referral", "registration", "review", "placement", "property", "unit", "person", "student",
    "class", "lesson", "session", "order", "product", "item", "chat",
))  # fmt: skip
_NO_PIECE = frozenset((
    "your", "our", "my", "their", "the", "and", "or", "this", "that", "agreement", "usd", "php", "eur", "aud", "cad",
    "gbp", "neg", "negotiable", "full", "part", "based", "depending", "doe", "tbd", "net", "gross",
))  # fmt: skip
_MEDIA = frozenset(("of", "audio", "video", "footage", "content", "recording"))

# What no unit begins with, and what those of the two patterns below do begin with.
_NO_UNIT, _ODD_FIRST, _WHOLE_FIRST = frozenset(",.;:|!?\n-–—~+&"), frozenset("/epfbsto241c"), frozenset("(folit")
_ODD_TIME = re.compile(
    r"""
    [ ]? /? [ ]?
    (?: (?: every | per | each | / | for (?:[ ]the)? (?:[ ]first)? ) [ ] )?
    (?: bi-?[ ]?(?:weekly|monthly) | semi-?[ ]?monthly | fortnight(?:ly)? | other[ ](?:week|month)
      | (?:two|2|four|4|15)[ -](?:weeks?|days) | cut-?off | twice[ ](?:a|per)[ ]month
    ) \b
    """,
    re.VERBOSE,
)
_WHOLE = re.compile(
    r"""
    [ ]? \(?
    (?: (?:flat|fixed)[ -](?:rate|fee|price|budget|cost) | one[ -]time\b | lump[ ]?sum | (?:in[ ])?total\b
      | for[ ](?:the|this)[ ] (?:whole[ ]|entire[ ]|full[ ]|complete[ ])? (?:project|task|job|work|gig)\b
    )
    """,
    re.VERBOSE,
)
_UNIT = re.compile(
    r"""
    (?: [ ] (?: net | gross | base | basic | take[ -]home | only | max | salary | pay | wage | compensation
              | starting | brutto | flat | fixed ) \b ){0,2}
    [ ]{0,2} [)\]§]? [ ]{0,2}                                                   # '$5) an hour', '300§/month'
    (?: (?P<slash> [/\\]{1,2} [ ]? (?: per[ ] | p[ ] | an?[ ] | each[ ] )? )    # /hour  / mo  //hour  /per month
      | (?P<per> (?:for[ ])? (?:per|each|every|pro) [ -] )                      # per hour, for each video
      | (?P<p> p (?: [ ]?/[ ]? | [ ] ) )                                        # p/h, p hour
      | (?P<article> an?[ ] )                                                   # an hour
    )?
    (?P<count> (?: \d[\d,]{0,6}[ -]?k? | one | two | three | four | thousand | hundred ) [ -]? )?
    (?P<noun> p\.a | [^\W\d_]{1,16} )
    (?: [ -] (?P<next> [a-z]{2,16} ) )?
    """,
    re.VERBOSE,
)
_LEAD = re.compile(
    r"""
    (?<![a-z-])
    (?: (?P<time> hourly | daily | weekly | monthly | annual(?:ly)? | yearly | month(?=[ ]\d{1,2}\b) )
      | (?: per[ ] | / ) (?P<noun> [a-z]{1,14} )
      | (?P<whole> (?:fixed|flat)[ -]?(?:price|budget|fee|rate) | project[ ](?:budget|price|based[ ]pay)
          | lump[ ]?sum | a[ ]total(?=[ ]of) )
    )
    (?: [ \t:()=~–—*\[\]-]{1,3}                 # joined to the amount by small words alone
        (?: (?: rates? | pay | payments? | salary | salaries | wages? | compensation | budget | base | basic | net
              | gross | fees? | retainer | income | earnings? | package | range | is | are | of | at | from | starts?
              | starting
              | between | around | about | approx | up | to | will | be | in | usd | php | increas\w{1,4} | onwards?
              | basis | total | estimated | average | minimum | maximum | min | max | \d{1,2} ) \b
        )?
    ){1,9} \Z
    """,
    re.VERBOSE,
)
_LEAD_HINTS = ("ly", "per ", "/", "annual", "month", "fixed", "flat", "project", "lump", "total")
_LEAD_REACH = 48
_PAY_NOUN = re.compile(r"pay|salar|rate|wage|compensation|budget|income|earning|price|fee|month \d")


def unit_after(folded: str, at: int, stop: int, money: bool) -> Unit:
    """The unit that begins at `at`; with `money` short ones count too, since an amount stands before.

    Examples
    --------
    >>> [unit_after(text, 0, len(text), True)[:2] for text in ("/hr", " per 500-word article", " every two weeks")]
    [('hour', ''), ('article', 'article'), (None, 'every two weeks')]
    """
    nothing = Unit(None, "", at)
    first = folded[at : at + 3].lstrip(" ")[:1]
    if at >= stop or not first or first in _NO_UNIT:
        return nothing
    if first in _ODD_FIRST and (odd := _ODD_TIME.match(folded, at, stop)):
        return Unit(None, odd[0].strip(" /"), odd.end())
    if money and first in _WHOLE_FIRST and (whole := _WHOLE.match(folded, at, stop)):
        return Unit("project", "", whole.end())
    found = _UNIT.match(folded, at, stop)
    if not found:
        return nothing
    slash, per, p, article, count, noun, _ = found.groups()
    unit = _UNITS.get(noun)
    if not (slash or per or p or article):
        if money and noun in {"each", "apiece"}:
            return Unit("item", "piece", found.end("noun"))
        known = not count and (noun in _BARE or (money and noun in _BARE_MONEY))
        if known and folded[found.end("noun") : found.end("noun") + 2].strip(" ").isdigit():
            return nothing  # '$600 Month 2: …'
        return Unit(unit, "", found.end("noun")) if known else nothing
    if unit in _PERIODS:
        return _time(found, unit, nothing)
    return _piece(found, unit, money, nothing)


def _time(found: re.Match[str], unit: PayUnit | None, nothing: Unit) -> Unit:
    """A unit of time after 'per', '/' or 'a', unless it counts pieces ('per hour of audio') or no single unit."""
    noun, following = found["noun"], found["next"] or ""
    if count := (found["count"] or "").strip(" -"):
        if following in _UNITS:  # 'per 8 hour day'
            return Unit(_UNITS[following], "", found.end())
        single = count in {"1", "one"}
        return Unit(unit, "", found.end("noun")) if single else Unit(None, found[0].strip(), found.end("noun"))
    if unit == "hour" and following in _MEDIA:
        return Unit("item", f"{noun} {following}", found.end())
    if found["article"] and len(noun) == 1:  # 'a d…'
        return nothing
    return Unit(unit, "", found.end("noun"))


def _piece(found: re.Match[str], unit: PayUnit | None, money: bool, nothing: Unit) -> Unit:
    """A unit that is no time: word, page, article, project, or any other piece."""
    noun, following = found["noun"], found["next"] or ""
    if unit:
        if found["count"] and following in _UNITS:  # 'per 500 word article'
            return Unit(_UNITS[following], following, found.end())
        return Unit(unit, noun, found.end("noun"))
    if noun in _NO_PIECE or found["p"] or (found["article"] and not money):
        return nothing
    usual = noun.removesuffix("s") in _PIECES or following in _PIECES
    if not (usual or (found["per"] and len(noun) > 1)):
        return nothing
    if _UNITS.get(following) in {"article", "page", "word"}:  # 'per blog article'
        return Unit(_UNITS[following], following, found.end())
    return Unit("item", f"{noun} {following}".strip(), found.end("noun"))


def unit_before(folded: str, start: int, floor: int, money: bool) -> Unit:
    """The unit that leads up to `start`, none of it before `floor`; without `money` a word of pay must stand in it.

    Examples
    --------
    >>> unit_before("monthly salary of 500", 18, 0, False)
    Unit(unit='month', per='', edge=0)
    >>> unit_before("we meet weekly: 500", 16, 0, False)
    Unit(unit=None, per='', edge=16)
    """
    nothing = Unit(None, "", start)
    lead = folded[max(floor, start - _LEAD_REACH) : start]
    for hint in _LEAD_HINTS:
        if hint in lead:
            break
    else:
        return nothing
    found = _LEAD.search(lead)
    if not found or not (money or _PAY_NOUN.search(found[0])):
        return nothing
    begin = start - len(lead) + found.start()
    if found["whole"]:
        return Unit("project", "", begin)
    noun = found["time"] or found["noun"]
    unit = _UNITS.get(noun)
    if unit in _PERIODS:
        return Unit(unit, "", begin)
    if unit is None and (noun in _NO_PIECE or found[0].startswith("/")):
        return nothing
    return Unit(unit or "item", noun, begin)
