"""What kind of pay an amount is: regular, of a trial, a bonus or a commission; and the unit that follows from it."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from postingscan.money import TIMES, Amount
from postingscan.posting import PayUnit
from postingscan.read.lexicon import Cue
from postingscan.read.pay_cues import all_between, last_before

Kind = Literal["regular", "trial", "bonus", "commission"]


class PayKind(NamedTuple):
    """Kind and unit of a pay statement, and the nearest word of pay before it ('' where there is none)."""

    kind: Kind
    unit: PayUnit | None
    word: str


_PERIODS = frozenset(TIMES.values())
_WORD_REACH = 70  # characters before an amount in which its word of pay may stand
_NEAR = 26
_BEFORE, _AFTER = 60, 48

_COMMISSION_AFTER = re.compile(r"\s{0,2}(?:sales |flat )?commissions?\b(?!\s?[:=(–-])")
_BONUS_AFTER = re.compile(r"\s{0,2}(?:(?!plus|and|with|or)[\w-]{1,14}\s){0,3}?(?:bonus(?:es)?|incentives?)\b")
_ONE_TIME = re.compile(
    r"\b(?:sign(?:ing|[- ](?:in|on|up))|one[- ]?time|joining|welcome|13th|christmas|retention|loyalty)\b"
)
# Pay at its best: 'earning potential: up to …', '… OTE', '… including commission'.
_POTENTIAL = re.compile(r"\b(?:potential|ote|on[- ]target)\b[^.;|]{0,24}\Z")
_AT_BEST = re.compile(
    r"\s{0,2}\(?(?:ote\b|on[- ]target\b|(?:with|including|incl\.) (?:\w+ )?(?:commission|bonus|incentive))"
)
_TRIAL_AFTER = re.compile(
    r"""
    \s{0,2} [(,]? \s?
    (?: (?:for|during|while|in|on|as)\s (?:\w{1,8}\s){0,4}? (?:trial|probation\w*|training)
      | (?:paid[ ])? (?:trial|probation\w*)
    ) \b
    """,
    re.VERBOSE,
)
_AFTER_TRIAL = re.compile(r"\b(?:after|post|once|upon|following|completing|passing|successful)\b[^.;]{0,24}\Z")
_AFTERWARDS = re.compile(r"\s{0,2}(?:afterwards?|after|thereafter|upon|once|following)\b")
_FIRST_TIME = re.compile(r"\bfirst (?:\w{1,6}[ -]){0,2}(?:weeks?|months?|days?)\b[^.;]{0,30}\Z")
_TEST_TASK = re.compile(r"\btest (?:task|project|edit|assignment|article|video)|\bpaid test\b")


def kind_of(text: str, amount: Amount, start: int, words: list[Cue]) -> PayKind:
    """The kind of an amount that is pay; `text` is folded, and nothing before `start` counts."""
    if amount.percent:
        return PayKind("commission", "commission", "")
    unit = amount.unit
    if not words:  # every kind but the regular one has a word that is a cue
        return PayKind("regular", unit, "")
    before = text[max(start, amount.start - _BEFORE) : amount.start]
    after = text[amount.end : amount.end + _AFTER].partition("\n")[0]
    last = last_before(words, amount.start, max(start, amount.start - _WORD_REACH))
    word = text[last[0] : last[1]] if last else ""
    near = last[2] if last and amount.start - last[1] <= _NEAR else ""
    if _COMMISSION_AFTER.match(after) or (near == "commission" and unit not in _PERIODS):
        return PayKind("commission", unit if unit in _PERIODS else "commission", word)
    if near == "bonus" or (("bonus" in after or "incentive" in after) and _BONUS_AFTER.match(after)):
        single = _ONE_TIME.search(before[-24:] + after)
        return PayKind("bonus", unit or (None if single else "item"), word)
    if _AT_BEST.match(after) or (
        ("potential" in before or "ote" in before or "target" in before) and _POTENTIAL.search(before)
    ):
        return PayKind("commission", unit, word)
    if _is_trial(text, amount, words, start, before, after):
        return PayKind("trial", unit or ("project" if _TEST_TASK.search(before + after) else None), word)
    return PayKind("regular", unit, word)


def _is_trial(text: str, amount: Amount, words: list[Cue], start: int, before: str, after: str) -> bool:
    """Whether the amount is paid in a trial, a probation or a training."""
    if _AFTERWARDS.match(after):
        return False
    if ("trial" in after or "probation" in after or "training" in after) and _TRIAL_AFTER.match(after):
        return True
    floor = max(start, amount.start - _BEFORE)
    trials = [cue for cue in all_between(words, floor, amount.start) if cue[2] == "trial"]
    if trials:
        return not _AFTER_TRIAL.search(text[max(start, trials[-1][0] - _BEFORE) : trials[-1][0]])
    return "first " in before and bool(_FIRST_TIME.search(before)) and not _AFTER_TRIAL.search(before)
