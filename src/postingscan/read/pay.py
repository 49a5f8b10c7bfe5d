"""Every pay statement of a posting: salary field, title and description.

Amounts come from `postingscan.money`; here it is decided which of them are pay. In the salary field every amount is.
In text an amount in a unit of time is, unless words beside it say otherwise ('in ad spend', 'allowance'); an amount
without a unit needs a word of pay near it, a heading of pay above it, or to stand by itself between dividers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from postingscan.money import TIMES, Amount, amounts_in
from postingscan.read.document import Document, Page
from postingscan.read.facts import Pay
from postingscan.read.lexicon import Cue
from postingscan.read.pay_cues import CUES
from postingscan.read.pay_inference import NO_GUESS, Peer, Place, infer, place_of

__all__ = ["CUES", "read_pay"]

Kind = Literal["regular", "trial", "bonus", "commission"]

_PER_TIME = frozenset(TIMES.values())
_NEAR_BEFORE = 70  # characters in which a word of pay must stand before an amount without a unit
_NEAR_AFTER = 26
_AGAINST_BEFORE = 40
_AGAINST_AFTER = 14
_ALLOWANCE_AFTER = 40
_AGAINST_CLOSE = 12
_LABEL = 30  # characters from a word of pay over a colon to its amount: 'Salary (gross): 500'
_HEADER = 300  # characters of a text that may be its header: 'Developer | Berlin | €50k'
_YEARLY, _TOP_YEARLY = 15_000, 700_000
_TOO_MUCH = 1_500_000  # no one is hired for that, in whatever currency, unless it is a small one
_SMALL_CURRENCIES = frozenset(("IDR", "VND", "COP", "KRW", "JPY", "INR", "NGN", "TZS", "UGX", "PKR", "LKR", "CLP", "HUF", "ARS"))
_DIVIDES = re.compile(r"[().,;:|+\n•]")
_ALONE_BEFORE = re.compile(r"(?:\A|[|(\[;•·–—/\n*]|-[ ]|[|].{0,30},)\s*\Z")
_ALONE_AFTER = re.compile(
    r"\s*(?:\Z|[|)\];•·,\n+*–—/&(]|-\s|doe\b|d\.o\.e|dep\w* on|based on|plus\b|negotiable|base\b|ote\b|salary\b|and equity)"
)
_SHARE_AFTER = re.compile(
    r"\s{0,2}(?:base |flat |sales |recurring |per |lifetime |referral )?(?:commissions?\b"
    r"|(?:of|on|from|per|for)\s(?:[\w/'-]{1,16}\s){0,4}?"
    r"(?:sales?|sell?|profits?|revenues?|deals?|clos\w+|what you|proceeds|earnings|bookings?|referrals?|contracts?|fees?)\b)"
)
_GETS = re.compile(r"\b(?:get|receive|keep|make)\b[^.;]{0,24}\Z")
_NO_SHARE = re.compile(r"\b(?:equity|stock|increase\w*|grow\w*|conversion|off|accuracy|discount|raise|tax|vat|time|remote)\b")
_DIRECT = re.compile(
    r"(?:\b(?:salary|salaries|pay|pays|paying|compensation|budget|wage|wages|stipend|remuneration|base(?=:)|payment|gehalt|lohn|net|gross|birr)"
    r"|(?:\A|[^a-z ][ ]{0,2}|\b(?:hourly|pay|base|starting|daily|weekly|monthly|day|the|your|our)[ ])rates?)"
    r"(?:[ ](?:range|rate|package|is|of|will be|from|between|starting at|starts at|up to|net|gross|around|about|approx|per month"
    r"|offer|\([\w ,/]{2,14}\))){0,3}[\s:=*~()–—-]{1,4}(?:of |from |up to |between |net |gross )?\Z"
)
_COUNTED = re.compile(r"\s?(?:%|\+?\s?(?:years?|yrs|hours?|hrs|days?|weeks?|months?|minutes?|mins?)\b|[ap]m\b|[:/]\d|[ ](?!plus|bonus|gross|basis|less|depends)[a-z]{3,}s\b)")
_IS_YEAR = re.compile(r"(?:19|20)\d\d\b")
_BONUS_AFTER = re.compile(r"\s{0,2}(?:(?!plus|and|with|or)[\w-]{1,14}\s){0,3}?(?:bonus(?:es)?|incentives?)\b")
_ONE_TIME = re.compile(r"\b(?:sign(?:ing|[- ](?:in|on|up))|one[- ]?time|joining|welcome|13th|christmas|retention|loyalty)\b")
_COMMISSION_AFTER = re.compile(r"\s{0,2}(?:sales |flat )?commissions?\b(?!\s?[:=(–-])")
_TRIAL_NAMES = ("trial", "probation", "training")
_AFTER_TRIAL = re.compile(r"\b(?:after|post|once|upon|following|completing|passing|successful)\b[^.;]{0,24}\Z")
_TRIAL_AFTER = re.compile(
    r"\s{0,2}[(,]?\s?(?:(?:for|during|while|in|on|as)\s(?:\w{1,8}\s){0,4}?(?:trial|probation\w*|training)|(?:paid )?(?:trial|probation\w*))\b"
)
_TEST_TASK = re.compile(r"\btest (?:task|project|edit|assignment|article|video)|\bpaid test\b")
_FIRST_TIME = re.compile(r"\bfirst (?:\w{1,6}[ -]){0,2}(?:weeks?|months?|days?)\b[^.;]{0,30}\Z")
_POTENTIAL = re.compile(r"\b(?:potential|ote|on[- ]target)\b[^.;|]{0,24}\Z")
_POTENTIAL_NAMES = ("potential", "ote", "target")
_OTE_AFTER = re.compile(r"\s{0,2}\(?(?:ote\b|on[- ]target\b|(?:with|including|incl\.) (?:\w+ )?(?:commission|bonus|incentive))")
_CONTINUES = re.compile(r"[-–—]\s+(?:[a-z]{1,4}\$?\s?|[$€£₱₹]\s?)?\d")
_CUT_CODES = (" rs.", "\nrs.", " inr.", " php.", " usd.", " etb.")  # no end of a sentence
_PERCENT = re.compile(r"\d\s?%")
_DIGIT = re.compile(r"\d")


class _Statement(NamedTuple):
    """An amount that is pay: where it stands, what it states, the nearest word of pay and the kind of pay."""

    document: Document
    amount: Amount
    stated: Peer
    word: str
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
    statements: dict[Peer, _Statement] = {}
    dollar = _named_dollar(page)
    for document in page.documents:
        for statement in _statements(document):
            if dollar and statement.amount.word == "$" and statement.stated.currency:
                statement = statement._replace(stated=statement.stated._replace(currency=dollar))
            statements.setdefault(statement.stated, statement)
    if not statements:
        return ()
    place = place_of(page.posting)
    return tuple(_pay(statement, place, tuple(statements)) for statement in statements.values())


def _named_dollar(page: Page) -> str | None:
    """The one dollar other than the United States' that the posting says its figures are in."""
    named = {cue.value for document in page.documents for cue in document.cues.get("dollar", ())}
    return named.pop() if len(named) == 1 else None


def _pay(statement: _Statement, place: Place, peers: tuple[Peer, ...]) -> Pay:
    document, amount, stated, word, kind = statement
    guess = NO_GUESS
    if stated.unit != "commission" and not (stated.currency and (stated.unit or amount.per)):
        words = document.folded[amount.start : amount.end]
        guess = infer(amount, words, stated, document.field, word, place, peers, kind == "regular")
    return Pay(document.span(amount.start, amount.end), *stated, *guess, kind)


def _statements(document: Document) -> Iterator[_Statement]:
    """The pay statements of one text, in order."""
    text = document.folded
    if not text or (document.field != "description" and not _DIGIT.search(text)):
        return
    words = document.cues.get("pay_word", [])
    against = document.cues.get("no_pay", [])
    if document.field == "salary":
        amounts = amounts_in(text, 0, len(text), bare=True, field=True)
        stated = any(amount.word or amount.unit for amount in amounts)
        for amount in amounts:
            if amount.word or amount.unit or amount.percent or not (stated or _COUNTED.match(text, amount.end)):
                if not _is_followed(text, against, amount.end, len(text)):
                    yield _stated(document, amount, words, 0)
        return
    for start, stop, section in _regions(document):
        bare = _holds(words, start, stop)
        spelled = _holds(document.cues.get("money_name", []), start, stop)
        for amount in amounts_in(text, start, stop, bare, spelled=spelled):
            if _is_pay(document, amount, start, stop, section, words, against):
                yield _stated(document, amount, words, start)


def _regions(document: Document) -> Iterator[tuple[int, int, str]]:
    """The parts of a text that may hold pay: sentences with a cue and a number, two of them where a range is cut."""
    text = document.folded
    if document.field == "title":
        yield 0, len(text), "body"
        return
    regions: dict[int, tuple[int, int, str]] = {}
    for sentence in document.sentences_with("money", "money_name", "pay_word"):
        regions[sentence.start] = sentence[:3]
    for sentence in document.sentences_with("pay_unit"):
        if sentence.section == "offer":
            regions[sentence.start] = sentence[:3]
    if any(cue.value == "commission" for cue in document.cues.get("pay_word", ())):
        for share in _PERCENT.finditer(text):
            sentence = document.sentence_at(share.start())
            regions[sentence.start] = sentence[:3]
    names = document.cues.get("money_name", [])
    last = -1
    for start, stop, section in sorted(regions.values()):
        if start < last:
            continue
        while (following := document.sentence_at(stop + 1)).start >= stop:
            if not (_CONTINUES.match(text, following.start) or text.endswith(_CUT_CODES, start, stop)):
                break
            stop = following.end
        if _DIGIT.search(text, start, stop) or _holds(names, start, stop):
            last = stop
            yield start, stop, section


def _holds(cues: list[Cue], start: int, stop: int) -> bool:
    return any(start <= cue.start < stop for cue in cues)


def _is_pay(
    document: Document, amount: Amount, start: int, stop: int, section: str, words: list[Cue], against: list[Cue]
) -> bool:
    """Whether an amount in running text is pay."""
    text = document.folded
    if amount.percent:
        return _is_share(text, amount, start, stop, words)
    largest = amount.max or amount.min or 0.0
    if largest <= 0 or (largest > _TOO_MUCH and amount.currency not in _SMALL_CURRENCIES):
        return False
    pay_gap, against_gap = _gap_before(words, amount.start, start), _gap_before(against, amount.start, start)
    labelled = pay_gap <= _LABEL and ":" in text[amount.start - pay_gap : amount.start]
    if not labelled and _is_followed(text, against, amount.end, stop):
        return False
    timed = amount.unit in _PER_TIME
    if not amount.word:
        if amount.unit and not timed:
            return False
        return _is_bare_pay(text, amount, start, pay_gap if pay_gap < against_gap else _FAR, section)
    if amount.unit or amount.per:
        close = against_gap <= (_AGAINST_CLOSE if pay_gap <= _NEAR_BEFORE else _AGAINST_BEFORE)
        return not (close and against_gap <= pay_gap)
    if against_gap <= min(pay_gap, _AGAINST_BEFORE):
        return False
    if document.field == "title" or section == "offer" or pay_gap <= _NEAR_BEFORE:
        return True
    pay_after = _gap_after(words, amount.end, stop)
    if pay_after <= _NEAR_AFTER and not _DIVIDES.search(text, amount.end, amount.end + min(pay_after, 3)):
        return True
    before = text[max(start, amount.start - 40) : amount.start]
    if amount.max is None and _YEARLY <= largest <= _TOP_YEARLY and not before.strip():
        return True  # 'Starting at $60k'
    header = amount.start < _HEADER or _YEARLY <= largest <= _TOP_YEARLY
    return header and bool(_ALONE_BEFORE.search(before) and _ALONE_AFTER.match(text, amount.end, stop))


_FAR = 10_000


def _last_before(cues: list[Cue], at: int, floor: int) -> Cue | None:
    """The nearest cue before `at` that starts at `floor` or later; cues stand in the order of their ends."""
    for cue in reversed(cues):
        if cue.end <= at:
            return cue if cue.start >= floor else None
    return None


def _gap_before(cues: list[Cue], at: int, floor: int) -> int:
    """Characters between `at` and the nearest cue before it."""
    cue = _last_before(cues, at, floor)
    return at - cue.end if cue else _FAR


def _gap_after(cues: list[Cue], at: int, stop: int) -> int:
    """Characters between `at` and the nearest cue behind it."""
    for cue in cues:
        if cue.start >= at:
            return cue.start - at if cue.start < stop else _FAR
    return _FAR


def _is_followed(text: str, against: list[Cue], at: int, stop: int) -> bool:
    """Whether words right behind an amount tell that it is no pay: '$5,000 in ad spend'."""
    for cue in against:
        if cue.start - at > _ALLOWANCE_AFTER:
            break
        reach = _ALLOWANCE_AFTER if cue.value == "allowance" else _AGAINST_AFTER
        if at <= cue.start < stop and cue.start - at <= reach and not _DIVIDES.search(text, at, cue.start):
            return not (reach == _ALLOWANCE_AFTER and text.startswith(":", cue.end))
    return False


def _is_bare_pay(text: str, amount: Amount, start: int, pay_gap: int, section: str) -> bool:
    """Whether a number without a currency is pay: 'Salary: 25,000', '10,000 per month'."""
    smallest = amount.min or amount.max or 0.0
    if amount.unit:
        floor = {"hour": 1, "day": 3, "week": 20, "month": 50, "year": 500}.get(amount.unit, 1)
        return smallest >= floor and (pay_gap <= _NEAR_BEFORE or section == "offer")
    if _COUNTED.match(text, amount.end) or smallest < 2 or _IS_YEAR.fullmatch(text, amount.start, amount.end):
        return False
    return bool(_DIRECT.search(text[max(start, amount.start - 48) : amount.start]))


def _is_share(text: str, amount: Amount, start: int, stop: int, words: list[Cue]) -> bool:
    """Whether a percentage is a commission: '10% of each sale', 'commission: 5%'."""
    after = text[amount.end : min(stop, amount.end + 60)]
    if (amount.max or amount.min or 0) >= 100 or _NO_SHARE.search(after[:24]):
        return False
    commissions = [cue for cue in words if cue.value == "commission"]
    named = _gap_before(commissions, amount.start, max(0, start - 160)) <= 160
    share = _SHARE_AFTER.match(after)
    if share and "commission" in share[0]:
        return True
    earned = _gap_before(words, amount.start, start) <= _NEAR_BEFORE or _GETS.search(text[start : amount.start])
    return bool(share and (named or earned)) or _gap_before(commissions, amount.start, start) <= 24


def _stated(document: Document, amount: Amount, words: list[Cue], start: int) -> _Statement:
    """The statement that `amount` makes: bonus, commission, trial or regular pay, with the unit that follows from it."""
    text = document.folded
    if amount.percent:
        return _Statement(document, amount, Peer(amount.min, amount.max, None, "commission"), "", "commission")
    unit = amount.unit
    before = text[max(start, amount.start - 60) : amount.start]
    after = text[amount.end : amount.end + 48]
    last = _last_before(words, amount.start, max(start, amount.start - _NEAR_BEFORE))
    near = last.value if last and amount.start - last.end <= 26 else ""
    kind: Kind = "regular"
    if _COMMISSION_AFTER.match(after) or (near == "commission" and unit not in _PER_TIME):
        kind = "commission"
        unit = unit if unit in _PER_TIME else "commission"
    elif near == "bonus" or (("bonus" in after or "incentive" in after) and _BONUS_AFTER.match(after)):
        kind = "bonus"
        if unit is None and not _ONE_TIME.search(before[-24:] + after):
            unit = "item"
    elif _OTE_AFTER.match(after) or any(name in before for name in _POTENTIAL_NAMES) and _POTENTIAL.search(before):
        kind = "commission"
    elif _is_trial(text, amount, words, start, after, before):
        kind = "trial"
        if unit is None and _TEST_TASK.search(before + after):
            unit = "project"
    word = text[last.start : last.end] if last else ""
    return _Statement(document, amount, Peer(amount.min, amount.max, amount.currency, unit), word, kind)


def _is_trial(text: str, amount: Amount, words: list[Cue], start: int, after: str, before: str) -> bool:
    """Whether the amount is paid in a trial, a probation or a training."""
    if any(name in after for name in _TRIAL_NAMES) and _TRIAL_AFTER.match(after):
        return True
    trials = [cue for cue in words if cue.value == "trial" and start <= cue.start and amount.start - 60 <= cue.end <= amount.start]
    if trials:
        return not _AFTER_TRIAL.search(text[start : trials[-1].start])
    return "first " in before and bool(_FIRST_TIME.search(before)) and not _AFTER_TRIAL.search(before)
