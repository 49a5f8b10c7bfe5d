"""Figures in text and the currency words beside them: '₱25,000', '60k php', 'AU$ 15', 'ten cents'."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from postingscan.money.numerals import SCALES, parse_number, parse_spelled
from postingscan.tables import load_table

THREE_DECIMALS = frozenset(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"))
"""Currencies of a thousand pieces, in which '423.923' is less than 424."""


class Figure(NamedTuple):
    """A number with what belongs to it.

    `value` has scale ('k') and worth ('cents') counted in; `currency` is None where the word is shared by several
    currencies ('dinar'); `word` is the currency's words as they stand, '' where there are none.
    """

    start: int
    end: int
    digits: str
    value: float
    scale: float = 1.0
    currency: str | None = None
    word: str = ""
    worth: float = 1.0
    percent: bool = False


class CurrencyWord(NamedTuple):
    """A currency's word in a text and what the table ``currencies`` says of it."""

    start: int
    end: int
    currency: str | None
    worth: float
    reading: str
    word: str


class Vocabulary(NamedTuple):
    """Currency words by the side of the figure that they may stand on, and where to look for them.

    `lengths_before` holds the lengths of the words by their last two characters, `lengths_after` by their first two,
    longest first; those of a single character stand under it too.
    """

    before: dict[str, tuple[str | None, float, str]]
    after: dict[str, tuple[str | None, float, str]]
    lengths_before: dict[str, tuple[int, ...]]
    lengths_after: dict[str, tuple[int, ...]]


@cache
def vocabulary(prices: bool = False) -> Vocabulary:
    """The words that mean money beside a number; with `prices` also those that do so only in a price by itself."""
    before, after = {}, {}
    for row in load_table("currencies"):
        reading, meaning = row["reading"], (row["currency"] or None, float(row["worth"]), row["reading"])
        if reading == "price" and not prices:
            continue
        if reading in {"anywhere", "before", "price"}:
            before[row["word"]] = meaning
        if reading in {"anywhere", "after", "sign", "price"}:
            after[row["word"]] = meaning
    return Vocabulary(before, after, _lengths(before, slice(-2, None)), _lengths(after, slice(2)))


def _lengths(words: Iterable[str], edge: slice) -> dict[str, tuple[int, ...]]:
    """Lengths of words by the one or two characters at their `edge`, longest first."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[edge], set()).add(len(word))
    for pair in found:
        single = pair[-1] if edge.start else pair[0]
        if single in found:
            found[pair].add(1)
    return {pair: tuple(sorted(lengths, reverse=True)) for pair, lengths in found.items()}


# Every branch begins with a digit, so that a search skips to one.
_NUMBER = re.compile(
    r"""
    \d
    (?: \d{0,2} (?:[ ]\d{3}(?!\d)){1,4} (?:[.,]\d{1,2}(?!\d))?   # 45 000,50
      | \d{0,2},[ ]\d{3} (?!\d)                                  # 15, 000
      | \d{0,14} (?:[.,']\d{1,15}){0,5}                          # 1250  25,000.50  8'500
    )
    """,
    re.VERBOSE,
)
_SCALE = re.compile(
    r"[ -]?\+?(k|thousand|mm|mn|m|million|bn|b|billion|t|trillion|lakhs?|lacs?|lpa|crores?)(?![a-z0-9])"
    r"|k(?=(?:usd|php|eur|gbp|cad|aud|nzd|inr|chf|sgd|sek|nok|dkk|pln)\b)"
)
_SCALE_WORD = re.compile(r"[ ](thousand|million|billion|trillion|lakhs?|crores?)\b")
_SCALES_OF_MONEY = frozenset(("m", "mm", "mn", "b", "bn", "t"))  # '5m' without a currency may be metres or months
_SPELLED = re.compile(
    r"\b(?:(?:a|an|and|of|half|quarters?|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundred|thousand|million|billion|lakhs?|crores?|point)\b[ -]?){1,9}"
)
_SPELLED_BY = re.compile(
    "dollar|cent|buck|euro|peso|rupee|pound|birr|yen|yuan|penn|usd|grand|franc|kuai|ringgit|shekel|riyal|dinar"
)
_SIGNS = "$₱€£₹"
_PER_CENT = ("%", " %")
_GLUED_UNIT = re.compile(r"(?:p/|(?:h|hr|hrs|hours?|hourly|mo|months?|monthly|wk|weekly|weeks?|yearly)\b)")
_CENTS_LINK = re.compile(r"(?:[ ]and)?[ ]?")


def find_figures(folded: str, start: int, stop: int, spelled: bool = True) -> list[Figure]:
    """The numbers from `start` to `stop` that stand by themselves, each with the currency beside it.

    Examples
    --------
    >>> [(f.value, f.currency, f.word) for f in find_figures("$5 or 300 birr, cad$ 20 and 50 cents, v2, 3d", 0, 44)]
    [(5.0, 'USD', '$'), (300.0, 'ETB', 'birr'), (20.5, 'CAD', 'cad$')]
    """
    words = vocabulary()
    numbers: Iterable[re.Match[str]] = _NUMBER.finditer(folded, start, stop)
    if spelled and _SPELLED_BY.search(folded, start, stop):
        numbers = sorted([*numbers, *_SPELLED.finditer(folded, start, stop)], key=re.Match.start)
    figures: list[Figure] = []
    free = start
    for number in numbers:
        first, end = number.span()
        figure = figure_at(folded, first, end, free, stop, words) if first >= free else None
        if figure is None:
            continue
        last = figures[-1] if figures and figure.worth < 1 else None
        cents = last and last.word and last.worth == 1
        if last and cents and _CENTS_LINK.fullmatch(folded, last.end, figure.start):
            figures[-1] = last._replace(end=figure.end, value=last.value + figure.value)  # '20 dollars and 43 cents'
        else:
            figures.append(figure)
        free = figure.end
    return figures


def figure_at(folded: str, start: int, end: int, free: int, stop: int, words: Vocabulary) -> Figure | None:
    """The figure whose number stands from `start` to `end`; None where that is part of a word or a code.

    What lies before `free` belongs to another figure.
    """
    digits = folded[start:end]
    spelled = not digits[-1].isdigit()
    if spelled:
        digits = digits.rstrip(" -")
        end = start + len(digits)
    if start - free > 1 and folded[start - 1] == "." and folded[start - 2] in _SIGNS:  # '$.05'
        start, digits = start - 1, f".{digits}"
    value = parse_spelled(digits) if spelled else parse_number(digits)
    if value is None:
        return None
    left = word_before(folded, start, free, words)
    if not left and start > free and (folded[start - 1].isalnum() or folded[start - 1] in "#_@"):
        return None  # 'v2', '#54700'
    scale = 1.0
    scaled = None if spelled else _SCALE.match(folded, end, stop)
    if scaled:
        scale, end = SCALES[scaled[1] or "k"], scaled.end()
        if digits.count(".") == 1 and "," not in digits:  # '2.174T' is no 2,174
            value = float(digits)
    right = word_after(folded, end, stop, words)
    if right:
        right = _right_of(left, right, folded)
    if scaled and scaled[1] in _SCALES_OF_MONEY and not left and not right:
        return None
    if right:
        end = right.end
        if scale == 1 and (more := _SCALE_WORD.match(folded, end, stop)):  # '75 usd million'
            scale, end = SCALES[more[1]], more.end()
        if spelled and right.word.isalpha() and len(right.word) < 3:
            return None  # 'a Ph.D.'
    elif spelled:
        return None
    percent = not left and not right and folded.startswith(_PER_CENT, end)
    if percent:
        end = folded.index("%", end) + 1
    elif not right and not scaled and folded[end : end + 1].isalpha() and not _GLUED_UNIT.match(folded, end, stop):
        return None  # '3d', '1st'
    money = right if right and (left is None or left.word == "$") else left
    if money and _names_software(money.word, value * scale, digits):
        return None
    if scale == 1e3 and value >= 10_000:  # '60,000K'
        scale = 1.0
    if money is None:
        return Figure(start, end, digits, value if scale == 1 else round(value * scale, 8), scale, percent=percent)
    if _is_minus(folded, start, free, left):
        value = -value
    if scale != 1 or money.worth != 1:
        value = round(value * scale * money.worth, 8)
    return Figure(
        left.start if left else start, end, digits, value, scale, money.currency, money.word, money.worth
    )  # fmt: skip


def _right_of(left: CurrencyWord | None, right: CurrencyWord, folded: str) -> CurrencyWord | None:
    """`right` if it belongs to the figure that has `left` before it."""
    if right.word[-1] in _SIGNS and folded[right.end : right.end + 1].isdigit():
        return None  # '1 $10 bill'
    if left is None:
        return None if right.reading == "sign" else right
    if left.word == "$" and right.word not in {"$", "ph"}:
        return right  # '$100 AUD', '$400 US'
    next_figure = folded[right.end : right.end + 2].lstrip(" ")[:1].isdigit()
    return right if right.currency == left.currency and not next_figure else None


def _is_minus(folded: str, start: int, free: int, left: CurrencyWord | None) -> bool:
    """Whether the hyphen before a number is a minus: '$-5', 'a loss of -5€', but no '500 -600€' and no bullet."""
    if start == 0 or folded[start - 1] != "-":
        return False
    return left is not None or (start - 3 > free and folded[start - 2] == " " and folded[start - 3].isalpha())


def _names_software(word: str, value: float, digits: str) -> bool:
    """'PHP 8' is a version of the language, 'CAD 2024' and 'Primavera P6' are programs."""
    if word in {"php", "p", "r"}:
        return value < (40 if word == "php" else 100)
    return word == "cad" and 1990 <= value <= 2100 and digits.isdigit()


def word_before(folded: str, at: int, free: int, words: Vocabulary) -> CurrencyWord | None:
    """The currency word that ends at `at`, but for a space or colon between; none of it before `free`."""
    end = at - 1 if folded[at - 1 : at] == "-" and folded[at - 2 : at - 1] in _SIGNS else at
    while end > free and at - end < 2 and folded[end - 1] in " :~":
        end -= 1
    if end <= free:
        return None
    for length in words.lengths_before.get(folded[end - 2 : end]) or words.lengths_before.get(folded[end - 1], ()):
        start = end - length
        if start < free:
            continue
        meaning = words.before.get(folded[start:end])
        if meaning and not (folded[start].isalpha() and start > 0 and folded[start - 1].isalnum()):
            if meaning[2] == "before" and end != at and "," not in folded[at : at + 4]:
                continue  # 'P 15,000' but no 'part P 3'
            word = CurrencyWord(start, end, *meaning, folded[start:end])
            if word.word[-1] in _SIGNS and folded[max(free, start - 2) : start].rstrip(" ")[-1:].isalpha():
                code = word_before(folded, start, free, words)  # 'USD $5', 'PHP ₱300': the code tells which dollar
                if code and code.word.isalpha():
                    return code._replace(end=end, word=f"{code.word}{word.word}")
            return word
    return None


def word_after(folded: str, at: int, stop: int, words: Vocabulary) -> CurrencyWord | None:
    """The currency word that begins at `at`, but for a space, hyphen or bracket between."""
    start = at
    while start < stop and start - at < 2 and folded[start] in " (-":
        start += 1
    if start >= stop:
        return None
    for length in words.lengths_after.get(folded[start : start + 2]) or words.lengths_after.get(folded[start], ()):
        end = start + length
        if end > stop:
            continue
        meaning = words.after.get(folded[start:end])
        if meaning and not (folded[end - 1].isalpha() and end < len(folded) and folded[end].isalpha()):
            word = folded[start:end]
            hyphened = folded[at : at + 1] == "-"
            if hyphened and (length < 3 or not word.isalpha() or folded[end : end + 2].strip()[:1].isdigit()):
                return None  # '12-cent', but no '500-$600'
            if folded[start - 1] == "(":
                if folded[end : end + 1] != ")":
                    return None
                end += 1
            return CurrencyWord(start, end, *meaning, word)
    return None
