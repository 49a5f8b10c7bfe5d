"""How long a trial lasts and whether it is paid."""

from __future__ import annotations

import re

from postingscan.money import parse_spelled
from postingscan.read.facts import Paid

_NUMBER = (
    r"(?:\d{1,3}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|thirty|"
    r"forty[ -]five|sixty|ninety|an?|couple(?: of)?|first)"
)
_UNIT_WORD = re.compile(r"day|week|wk|fortnight|mo(?:nth)?s?\b|quarter|year")
_LENGTH = re.compile(
    rf"\b(?<![.,$€£₱])(?:{_NUMBER}\s?(?:-|–|—|to|or)\s?)?(?P<n>{_NUMBER})(?:\s?\(\d{{1,3}}\))?[\s-]{{0,2}}"
    r"(?:calendar |working |business |full |consecutive |work |paid |unpaid |trial |test )?"
    r"(?P<unit>day|week|wk|fortnight|month|mo|quarter|year)s?\b"
    r"|\b(?P<half>half) a year\b"
    r"|\b(?P<ordinal>week|month) (?:1|one)\b"
)
_ONE_UNIT = re.compile(r"(?:^|[\s-])(?P<unit>day|week|month|quarter)$")
_CALENDAR_DAYS = {"day": 1, "week": 7, "wk": 7, "fortnight": 14, "month": 30, "mo": 30, "quarter": 90, "year": 365}
_HALF_YEAR = 180.0
_EDGE = r"[\s'’()\-–—:,~&]"
# What may stand between a length and the trial that it belongs to.
_BETWEEN_BEFORE = re.compile(
    rf"(?:'s\b)?{_EDGE}*(?:(?:of|is|are|as|will be|counts?|serves?|long|an?|the|our|your|fully|paid|unpaid|"
    rf"full[- ]?time|part[- ]?time|"
    rf"initial|training|product|sales|system|process|company|online|onboarding|"
    rf"virtual|classroom|live|in-person|on-?site|intensive|mandatory|required|hands-on|new[- ]hire|technical|"
    rf"remote|working|work|in|for|period|phase|probation|contract|1){_EDGE}+){{0,5}}"
)
_BETWEEN_AFTER = re.compile(
    rf"{_EDGE}*(?:(?:of|for|is|are|lasts?|lasting|takes?|will|could|last|be|runs?|up to|about|around|approximately|"
    rf"approx\.?|"
    rf"roughly|minimum|maximum|max|min|at least|(?:senior |experienced )?colleague|the|your|our|first|during|"
    rf"duration|length|period|phase|over|an?|paid|"
    rf"unpaid|fully|that|full[- ]?time|contract|work|within|rate|pay|\d{{1,2}} hours?(?: (?:a|per) |/)day|"
    rf"[$€£₱]?\d[\d,.]*\s?(?:usd|php|etb|birr)?\s?(?:/|per )\s?\w+){_EDGE}+){{0,6}}"
)
_REACH = 48

# Without any of these a text says nothing of pay but a sum.
_SPEAKS_OF_PAY = re.compile(
    r"paid|pay|compens|remuner|salar|wage|money|free|charge|cost|volunt|bono|on you|decide|rate"
)
_UNPAID = re.compile(
    r"\bun-?paid\b(?! or paid)(?! (?:lunch|break|leave|time|overtime|invoices?|bills?|claims?|internship|days? off|"
    r"holidays?|hour))"
    r"|\b(?<!may or may )(?:not|n't)(?: be)?(?: fully)? (?:paid|compensated|remunerated)\b|"
    r"\b(?<!or )may not be (?:paid|compensated)\b"
    r"|\b(?:no|without|zero)(?: any| a)? (?:pay|payment|compensation|salary|wages?|remuneration|money)\b|\bnon-?paid\b"
    r"|\bnobody (?:is|gets) paid\b|\b(?:cannot|can't|can not|don't|do not|won't|will not|not able to|"
    r"unable to) pay\b(?! more)"
    r"|\b(?:is|are|be) on (?:you|your own (?:account|dime|cost|time))\b|\bat no charge\b|\bfor nothing\b"
    r"|\bfree of charge\b|\b(?:for|of|as) free\b|\bat no cost\b|\bvoluntary\b|\b(?:as (?:an? )?volunteers?|"
    r"volunteer (?:basis|for))\b|\bpro bono\b"
    r"|\b(?:pay|payment|salary) (?:only )?(?:starts|begins|will (?:start|begin)|kicks in) (?:only )?(?:after|once|"
    r"when|from)\b"
    r"|\b(?:pay|salary|wages?) (?:begins?|starts?) (?:in|with|from) (?:the |your )?(?:second|third|2nd|3rd) (?:week|"
    r"month)\b"
    r"|\b(?:on|up to) us to decide\b|\b(?:decide|see|whether|if) (?:if |whether )?(?:we|to) pay\b"
)
_PAID = re.compile(
    r"\b(?<!un-)(?<!not )(?<!not be )(?<!n't )(?<!get )paid\b(?! (?:(?:annual|sick|vacation|us|u\.s\.|public|"
    r"national|ph) )?(?:time|leaves?|holidays?|days? off|vacation|breaks?|off|pto|ads?|advertis\w+|media|search|social|"
    r"traffic|campaigns?|training|overtime|upon))"
    r"|\b(?<!not be )(?<!not )(?<!be )compensated\b|\bwe (?:will |of course |do |fully |also ){0,2}pay\b|\bwe'll pay\b"
    r"|\bat (?:half|[3-9]\d ?%)(?: of)?(?: the| your)? (?:pay|salary|rate|wage)"
    r"|\bat (?:the|your|our|full) (?:[\w-]+ ){0,2}(?:rate|pay|wage|salary)\b|\b(?:receive|get|earn) (?:your|the|a) "
    r"(?:full |usual |normal |regular |same )(?:wage|salary|pay|rate)\b"
)
_EITHER = re.compile(
    r"\b(?:may|might|could|can) or may not be (?:paid|compensated)\b"
    r"|\b(?:may|might|could|can) be (?:either )?(?:un)?(?:paid|compensated) or\b"
    r"|\bwhether (?:it|this|that|the \w+) (?:is|will be|gets) paid\b"
)
_DIGIT = re.compile(r"\d")
_MONEY = re.compile(
    r"[$€£₱¥₹]\s?\d|\d\s?[$€£₱]|\b(?:usd|php|etb|eur|gbp|aud|cad|birr|inr|ngn|pkr|kes)\s?\d"
    r"|\d[\d,.]{0,9}k?\s?(?:usd|php|etb|eur|gbp|aud|cad|birr|pesos?|dollars|net|gross)\b"
)
_TIED = re.compile(r"\b(?:during|for|in|while|throughout|on|as|complete|given to)\b")
_AFTERWARDS = re.compile(
    r"\b(?:after|upon|following|once|past|beyond|pass(?:ing|ed)?|complet(?:e|es|ed|ing|ion)(?: of)?|"
    r"successful(?:ly)?|until)"
    r"\b[^.;,]{0,40}$"
)
_JUST_BEFORE = re.compile(r"(?:(?P<un>un-?|not |no |non-?)?paid|\b(?P<free>free))\b\)?[\s,-]{1,2}(?:[\w-]+[\s-]){0,2}$")
_JUST_AFTER = re.compile(
    r"[\s(:,–—-]{0,3}(?:(?:period|phase|which|that|it|this|is|are|will|be|fully|of course)\s){0,5}(?P<un>un-?|not |"
    r"not be |non-?)?"
    r"\bpaid\b(?! (?:time|leaves?|holidays?|vacation|off|weekly|monthly))"
)


def read_days(sentence: str, start: int, end: int) -> tuple[float | None, int, int]:
    """Length in days of the trial named at `start`:`end` of a folded sentence, and the words from name to length.

    Examples
    --------
    >>> read_days("a one-month trial, then a contract of 6 months", 12, 17)
    (30.0, 2, 17)
    >>> read_days("trial period of two to three weeks", 0, 12)
    (21.0, 0, 34)
    >>> read_days("a trial, then 6 months of work", 2, 7)
    (None, 2, 7)
    """
    low, high = max(start - _REACH, 0), min(end + _REACH, len(sentence))
    if not _UNIT_WORD.search(sentence, low, high):
        return None, start, end
    best: re.Match[str] | None = None
    for length in _LENGTH.finditer(sentence, low, high):
        if length.end() <= start:
            if _BETWEEN_BEFORE.fullmatch(sentence, length.end(), start):
                best = length  # the nearest one before wins
        elif length.start() >= end and best is None and _BETWEEN_AFTER.fullmatch(sentence, end, length.start()):
            best = length
        elif length.start() < end and length.end() > start:  # 'trial week', 'test month'
            best = best or length
    if best is None:
        one = _ONE_UNIT.search(sentence, start, end)  # 'a trial week'
        return (float(_CALENDAR_DAYS[one["unit"]]) if one else None), start, end
    if best["half"]:
        return _HALF_YEAR, min(start, best.start()), max(end, best.end())
    if best["ordinal"]:
        return float(_CALENDAR_DAYS[best["ordinal"]]), min(start, best.start()), max(end, best.end())
    days = _count(best["n"]) * _CALENDAR_DAYS[best["unit"]]
    return days, min(start, best.start()), max(end, best.end())


def _count(word: str) -> float:
    if word[0].isdigit():
        return float(word)
    if word.startswith("couple"):
        return 2.0
    return 1.0 if word in ("a", "an", "first") else parse_spelled(word) or 1.0


def read_paid(sentence: str, start: int, end: int, follow: str = "", is_time: bool = True) -> Paid:
    """Whether the trial named at `start`:`end` of a folded sentence is paid; `follow` goes on speaking of it.

    Pay that is named for the time after a trial (`is_time`) is not the trial's pay.

    Examples
    --------
    >>> read_paid("a paid trial week", 7, 17), read_paid("after the trial you earn $500", 10, 15)
    ('paid', 'unclear')
    >>> read_paid("a trial that you will not be paid for", 2, 7), read_paid("the trial", 4, 9, "it is paid.")
    ('unpaid', 'paid')
    """
    speaks = _SPEAKS_OF_PAY.search(sentence) is not None
    if speaks:
        if _EITHER.search(sentence):
            return "unclear"
        near = _JUST_BEFORE.search(sentence, max(start - 40, 0), start)
        if near:
            return "unpaid" if near["un"] or near["free"] else "paid"
        near = _JUST_AFTER.match(sentence, end)
        if near:
            return "unpaid" if near["un"] else "paid"
        if _UNPAID.search(sentence, start, end):
            return "unpaid"
        if _PAID.search(sentence, start, end) or "paid training" in sentence[start:end]:
            return "paid"
        if _UNPAID.search(sentence):
            return "unpaid"
    later = is_time and _AFTERWARDS.search(sentence, max(start - 60, 0), start) is not None
    if not later and ((speaks and _PAID.search(sentence)) or _names_its_pay(sentence, start)):
        return "paid"
    if _SPEAKS_OF_PAY.search(follow):
        if _UNPAID.search(follow):
            return "unpaid"
        if not later and _PAID.search(follow):
            return "paid"
    return "paid" if not later and _names_its_pay(follow, 0) else "unclear"


def _names_its_pay(words: str, start: int) -> bool:
    """Whether a sum stands behind the trial's name, or before it with a word that ties it to the trial."""
    if not _DIGIT.search(words):
        return False
    if _MONEY.search(words, start):
        return True
    sums = list(_MONEY.finditer(words, 0, start))
    return bool(sums) and _TIED.search(words, sums[-1].end(), start) is not None
