"""Every pay statement of a posting: salary field, title and description.

Amounts come from `postingscan.money`; here it is decided which of them are pay. In the salary field every amount is.
In text an amount in a unit of time is, unless words beside it say otherwise ('in ad spend', 'allowance'); an amount
without a unit needs a word of pay near it, a heading of pay above it, or to stand by itself between dividers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from postingscan.money import TIMES, Amount, amounts_in
from postingscan.read.document import Document, Page
from postingscan.read.facts import Pay
from postingscan.read.lexicon import Cue
from postingscan.read.pay_cues import CUES, all_between, gap_after, gap_before, holds
from postingscan.read.pay_inference import NO_GUESS, Peer, Place, infer, place_of
from postingscan.read.pay_kind import Kind, kind_of

__all__ = ["CUES", "read_pay"]

_PERIODS = frozenset(TIMES.values())
# Reach of a cue, in characters.
_NEAR_BEFORE, _NEAR_AFTER = 70, 26  # a word of pay from an amount without a unit
_AGAINST_BEFORE, _AGAINST_CLOSE, _AGAINST_AFTER = 40, 12, 14  # a word that tells of money that is no pay
_ALLOWANCE_AFTER = 40
_LABEL = 30  # a word of pay over a colon: 'Salary (gross): 500'
_HEADER = 300  # what may be a text's header: 'Developer | Berlin | €50k'

_MOST_PEERS = 50  # statements that another may take its unit from
_YEARLY, _TOP_YEARLY = 15_000, 700_000  # what stands by itself and is a year's pay
_TOO_MUCH, _TOO_MUCH_DOLLARS = 100_000_000, 1_000_000  # what no one is hired for, in whatever currency
_LIKE_DOLLARS = frozenset(("USD", "EUR", "GBP", "AUD", "CAD", "NZD", "SGD", "CHF"))
_LEAST: dict[str, float] = {"hour": 1, "day": 3, "week": 20, "month": 50, "year": 500}  # of a figure without a currency

_DIGIT = re.compile(r"\d")
_PERCENT = re.compile(r"\d\s?%")
_DIVIDES = re.compile(r"[().,;:|+\n•]")
_CONTINUES = re.compile(r"\s?[-–—]\s+(?:[a-z]{1,4}\$?\s?|[$€£₱₹]\s?)?\d")
_CUT_CODES = (" rs.", "\nrs.", " inr.", " php.", " usd.", " etb.")  # no end of a sentence
_ALONE_BEFORE = re.compile(r"(?:\A|[|(\[;•·–—/\n*]|-[ ]|[|].{0,30},)\s*\Z")
_ALONE_AFTER = re.compile(
    r"""
    \s*
    (?: \Z | [|)\];•·,\n+*–—/&(] | -\s | doe\b | d\.o\.e | dep\w*\ on | based\ on | plus\b | negotiable | base\b | ote\b
      | salary\b | and\ equity )
    """,
    re.VERBOSE,
)
_COUNTED = re.compile(
    r"""
    \s? (?: % | \+?\s? (?:years?|yrs|hours?|hrs|days?|weeks?|months?|minutes?|mins?)\b | [ap]m\b | [:/]\d
          | [ ] (?!plus|bonus|gross|basis|less|depends) [a-z]{3,}s\b )
    """,
    re.VERBOSE,
)
_IS_YEAR = re.compile(r"(?:19|20)\d\d\b")
# What leads up to a bare number that is pay: 'Salary: ', 'the rate is ', 'budget of up to '.
_DIRECT = re.compile(
    r"""
    (?: \b (?: salary | salaries | pay | pays | paying | compensation | budget | wages? | stipend | remuneration
             | base(?=:) | payment | gehalt | lohn | net | gross | birr )
      | (?: \A | [^a-z ][ ]{0,2} | \b(?:hourly|pay|base|starting|daily|weekly|monthly|day|the|your|our)[ ] ) rates?
    )
    (?: [ ] (?: range | rate | package | is | of | will\ be | from | between | starting\ at | starts\ at | up\ to | net
              | gross | around | about | approx | per\ month | offer | \([\w ,/]{2,14}\) ) ){0,3}
    [\s:=*~()–—-]{1,4}
    (?: of\  | from\  | up\ to\  | between\  | net\  | gross\  )? \Z
    """,
    re.VERBOSE,
)
# What a percentage is a share of, where it is a commission.
_SHARE = re.compile(
    r"""
    \s{0,2} (?: base\  | flat\  | sales\  | recurring\  | per\  | lifetime\  | referral\  )?
    (?: (?P<commission> commissions?\b )
      | (?:of|on|from|per|for)\s (?:[\w/'-]{1,16}\s){0,4}?
        (?: sales? | sell | profits? | revenues? | sold | deals? | clos\w+ | what\ you | proceeds | earnings | bookings?
          | referrals? | contracts? | fees? ) \b
    )
    """,
    re.VERBOSE,
)
_NO_SHARE = re.compile(
    r"\b(?:equity|stock|increase\w*|grow\w*|conversion|off|accuracy|discount|raise|tax|vat|time|remote)\b"
)
_GETS = re.compile(r"\b(?:get|receive|keep|make)\b[^.;]{0,24}\Z")
_COMMISSION_ABOVE = 160  # characters from a heading of commissions to a line of them


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
        for statement in _statements(document, dollar):
            statements.setdefault(statement.stated, statement)
    if not statements:
        return ()
    peers = tuple(islice(statements, _MOST_PEERS))
    place: Place | None = None
    found = []
    for document, amount, stated, word, kind in statements.values():
        guess = NO_GUESS
        if stated.unit != "commission" and not (stated.currency and (stated.unit or amount.per)):
            place = place or place_of(page.posting)
            text = document.folded[amount.start : amount.end]
            guess = infer(amount, text, stated, document.field, word, place, peers, kind == "regular")
        found.append(Pay(document.span(amount.start, amount.end), *stated, *guess, kind))
    return tuple(found)


def _named_dollar(page: Page) -> str | None:
    """The one dollar other than the United States' that the posting says its figures are in."""
    named: set[str] = set()
    for document in page.documents:
        if "dollar" in document.cues:
            named.update(code for _, _, code in document.cues["dollar"])
    return named.pop() if len(named) == 1 else None


def _statements(document: Document, dollar: str | None) -> Iterator[_Statement]:
    """The pay statements of one text, in order; a bare '$' is `dollar` where the posting says so."""
    words = document.cues.get("pay_word", [])
    amounts = _in_field(document) if document.field == "salary" else _in_text(document)
    for amount, start in amounts:
        kind, unit, word = kind_of(document.folded, amount, start, words)
        currency = dollar if dollar and amount.word == "$" and amount.currency else amount.currency
        yield _Statement(document, amount, Peer(amount.min, amount.max, currency, unit), word, kind)


def _in_field(document: Document) -> Iterator[tuple[Amount, int]]:
    """The amounts of the salary field; bare numbers only where nothing else there is an amount."""
    text = document.folded
    if not _DIGIT.search(text):
        return
    amounts = amounts_in(text, 0, len(text), bare=True, field=True)
    any_stated = any(amount.word or amount.unit for amount in amounts)
    against = document.cues.get("no_pay", [])
    for amount in amounts:
        stated = amount.word or amount.unit or amount.percent
        counted = any_stated or _COUNTED.match(text, amount.end)
        other = against and not amount.percent and _is_followed(text, against, amount.end, len(text))
        if (stated or not counted) and not other:
            yield amount, 0


def _in_text(document: Document) -> Iterator[tuple[Amount, int]]:
    """The amounts of a title or description that are pay, each with the start of its sentence."""
    regions = _regions(document)
    if not regions:
        return
    words = document.cues.get("pay_word", [])
    names = document.cues.get("money_name", [])
    for start, stop, section in regions:
        bare, spelled = holds(words, start, stop), holds(names, start, stop)
        for amount in amounts_in(document.folded, start, stop, bare, spelled=spelled):
            if amount.percent:
                pay = _is_share(document.folded, amount, start, stop, words)
            else:
                pay = _is_pay(document, amount, start, stop, section)
            if pay:
                yield amount, start


def _regions(document: Document) -> list[tuple[int, int, str]]:
    """The parts of a text that may hold pay: sentences with a cue and a number, joined where an amount was cut."""
    text, cues = document.folded, document.cues
    if document.field == "title":
        return [(0, len(text), "body")] if _DIGIT.search(text) else []
    found = set(document.sentences_with("money", "money_name", "pay_word"))
    if "pay_unit" in cues:
        found.update(sentence for sentence in document.sentences_with("pay_unit") if sentence.section == "offer")
    if "%" in text and any(cue[2] == "commission" for cue in cues.get("pay_word", ())):
        found.update(document.sentence_at(share.start()) for share in _PERCENT.finditer(text))
    names = cues.get("money_name", [])
    regions: list[tuple[int, int, str]] = []
    last = -1
    for start, stop, section, _ in sorted(found):
        if start < last:
            continue
        while _CONTINUES.match(text, stop) or text.endswith(_CUT_CODES, start, stop):
            following = document.sentence_at(stop + 1)
            if following.start < stop:
                break
            stop = following.end
        if _DIGIT.search(text, start, stop) or holds(names, start, stop):
            last = stop
            regions.append((start, stop, section))
    return regions


def _is_pay(document: Document, amount: Amount, start: int, stop: int, section: str) -> bool:
    """Whether an amount in running text is pay."""
    text, words, against = document.folded, document.cues.get("pay_word", []), document.cues.get("no_pay", [])
    largest = amount.max or amount.min or 0.0
    if not 0 < largest < (_TOO_MUCH_DOLLARS if amount.currency in _LIKE_DOLLARS else _TOO_MUCH):
        return False
    pay_gap, against_gap = gap_before(words, amount.start, start), gap_before(against, amount.start, start)
    labelled = pay_gap <= _LABEL and ":" in text[amount.start - pay_gap : amount.start]
    if not labelled and _is_followed(text, against, amount.end, stop):
        return False
    if not amount.word:
        near = pay_gap < against_gap and pay_gap <= _NEAR_BEFORE
        return _is_bare_pay(text, amount, start, near or section == "offer")
    if amount.unit or amount.per:
        reach = _AGAINST_CLOSE if pay_gap <= _NEAR_BEFORE else _AGAINST_BEFORE
        return against_gap > min(reach, pay_gap)
    if against_gap <= min(pay_gap, _AGAINST_BEFORE):
        return False
    if document.field == "title" or section == "offer" or pay_gap <= _NEAR_BEFORE:
        return True
    pay_after = gap_after(words, amount.end, stop)
    if pay_after <= _NEAR_AFTER and not _DIVIDES.search(text, amount.end, amount.end + min(pay_after, 3)):
        return True
    before = text[max(start, amount.start - 40) : amount.start]
    yearly = _YEARLY <= largest <= _TOP_YEARLY
    if amount.max is None and yearly and not before.strip():
        return True  # 'Starting at $60k'
    alone = _ALONE_BEFORE.search(before) and _ALONE_AFTER.match(text, amount.end, stop)
    return bool(alone) and (amount.start < _HEADER or yearly)


def _is_followed(text: str, against: list[Cue], at: int, stop: int) -> bool:
    """Whether words right behind an amount tell that it is no pay: '$5,000 in ad spend'."""
    for start, end, value in all_between(against, at, min(stop, at + _ALLOWANCE_AFTER + 1)):
        reach = _ALLOWANCE_AFTER if value == "allowance" else _AGAINST_AFTER
        if start - at <= reach and not _DIVIDES.search(text, at, start):
            return not (reach == _ALLOWANCE_AFTER and text.startswith(":", end))
    return False


def _is_bare_pay(text: str, amount: Amount, start: int, near: bool) -> bool:
    """Whether a number without a currency is pay: 'Salary: 25,000'; with a unit, if a word of pay is `near`."""
    smallest = amount.min or amount.max or 0.0
    if amount.unit:
        return near and amount.unit in _PERIODS and smallest >= _LEAST[amount.unit]
    if _COUNTED.match(text, amount.end) or smallest < 2 or _IS_YEAR.fullmatch(text, amount.start, amount.end):
        return False
    return near and bool(_DIRECT.search(text[max(start, amount.start - 48) : amount.start]))


def _is_share(text: str, amount: Amount, start: int, stop: int, words: list[Cue]) -> bool:
    """Whether a percentage is a commission: '10% of each sale', 'commission: 5%'."""
    after = text[amount.end : min(stop, amount.end + 60)]
    if (amount.max or amount.min or 0) >= 100 or _NO_SHARE.search(after[:24]):
        return False
    share = _SHARE.match(after)
    if share and share["commission"]:
        return True
    above = max(0, start - _COMMISSION_ABOVE, amount.start - 2 * _COMMISSION_ABOVE)
    commissions = [cue for cue in all_between(words, above, amount.start) if cue[2] == "commission"]
    if gap_before(commissions, amount.start, start) <= _NEAR_AFTER:
        return True
    named = bool(commissions)
    before = text[max(start, amount.start - _NEAR_BEFORE) : amount.start]
    earned = gap_before(words, amount.start, start) <= _NEAR_BEFORE or _GETS.search(before)
    return bool(share and (named or earned))
