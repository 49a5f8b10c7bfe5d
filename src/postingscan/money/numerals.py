"""Figures and number words into values: '1,250.50', '43.000', "8'500", 'twenty five', 'half a million'."""

from __future__ import annotations

import re

SCALES: dict[str, float] = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9,
    "t": 1e12, "trillion": 1e12, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "lacs": 1e5, "lpa": 1e5, "crore": 1e7,
    "crores": 1e7,
}  # fmt: skip
"""What a word or letter behind a figure multiplies it by."""

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_TEENS = f"{_UNITS} seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS: dict[str, float] = {
    **{word: value for value, word in enumerate(_TEENS.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), 2)},
    "half": 0.5, "quarter": 0.25,
}  # fmt: skip
_LINKS = frozenset(("a", "an", "and", "of"))
_SPACES = re.compile(r"[\s'’]+")
_WORD = re.compile(r"[a-z]+")
_SPELLED = re.compile(r"[a-z][a-z\s-]*")


def parse_number(raw: str, decimals: int = 2) -> float:
    """The value of a figure, whatever marks its thousands and decimals.

    Parameters
    ----------
    raw : str
        Digits with points, commas, spaces and apostrophes between them.
    decimals : int
        Decimals that the currency has; where it has three, '423.923' is no thousand.

    Returns
    -------
    float

    Examples
    --------
    >>> [parse_number(raw) for raw in ("1,250.50", "43.000", "8'500", "12,34,567", "2,5", ".75", "0.005")]
    [1250.5, 43000.0, 8500.0, 1234567.0, 2.5, 0.75, 0.005]
    >>> parse_number("423.923", decimals=3)
    423.923
    """
    if raw.isdigit():
        return float(raw)
    raw = _SPACES.sub("", raw)
    mark = raw[max(raw.rfind("."), raw.rfind(","))] if "." in raw or "," in raw else ""
    if not mark:
        return float(raw)
    other = "," if mark == "." else "."
    head, _, tail = raw.rpartition(mark)
    if other in raw:
        # Two kinds of mark: the last one is the decimal's, unless it stands twice.
        whole, decimal = head.replace(other, ""), mark not in head
    else:
        whole = head
        decimal = mark not in head and not (len(tail) == 3 and decimals != 3 and head.strip("0"))
        if mark == "," and len(tail) > 3:  # '22,8800', a slip of the finger
            decimal = False
    digits = whole.replace(mark, "")
    return float(f"{digits or 0}.{tail or 0}" if decimal else digits + tail)


def parse_spelled(text: str) -> float | None:
    """The value of number words, None where `text` holds anything else.

    Examples
    --------
    >>> parse_spelled("two hundred thousand"), parse_spelled("forty-five"), parse_spelled("three quarters of a million")
    (200000.0, 45.0, 750000.0)
    >>> parse_spelled("one point three"), parse_spelled("ten apples")
    (1.3, None)
    """
    if not _SPELLED.fullmatch(text):
        return None
    text, _, decimals = text.partition(" point ")
    words = _WORD.findall(text)
    total, current = 0.0, 0.0
    for word in words:
        if word in _WORDS:
            current += _WORDS[word]
        elif word == "quarters":
            current *= 0.25
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in SCALES and len(word) > 2:
            total, current = total + (current or 1) * SCALES[word], 0.0
        elif word not in _LINKS:
            return None
    if not words or words[-1] in ("and", "of"):
        return None
    if words[0] in ("a", "an") and len(words) == 1:
        return 1.0
    if decimals:
        digits = [_WORDS.get(word, -1) if word.isalpha() else -1 for word in decimals.split()]
        if any(not 0 <= digit <= 9 for digit in digits):
            return None
        total += float("0." + "".join(str(int(digit)) for digit in digits))
    return total + current
