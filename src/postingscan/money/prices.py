"""One price from a text that holds nothing else: '1.299,00 €', 'ten dollars', '$20 and 43c'.

In running text see `postingscan.money.amounts`; here any currency sign counts, however short, since the text is
a price.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from postingscan.money.currencies import THREE_DECIMALS, CurrencyWord, vocabulary, word_after, word_before
from postingscan.money.numerals import SCALES, parse_number, parse_spelled
from postingscan.text import fold


class Price(NamedTuple):
    """An amount, the ISO 4217 code of its currency (None where unknown or shared) and the currency's words, folded."""

    amount: float
    currency: str | None = None
    word: str = ""


_NUMBER = re.compile(
    r"""
    (?: \d{1,15}                               # 1299
        (?: [.,']\d{1,20}                      # 1.299,00
          | [ ]\d{3}(?!\d)                     # 1 299
          | [.,][ ]\d{2}(?!\d)                 # 118, 99 with a slipped space
        ){0,6}
      | \.\d{1,4}                              # .75
    )
    """,
    re.VERBOSE,
)
_NO_CENTS = re.compile(r"(\d{1,2})(?: ?(?:[^\W\d_]{1,8}|¢))?")
_SCALE = re.compile(r"[ ]?(k|mm?|bn?|t|thousand|million|billion|trillion|lakhs?|crores?)(?![^\W\d_])")
_CENTS = re.compile(r"(\d{1,2})(?: ?(?:[^\W\d_]{1,8}|¢))?")
_LONGEST = 200  # what is longer is no price by itself, and only its beginning is read
_DIGIT = re.compile(r"\d")
_TOKENS = re.compile(r"[^\W\d_]+(?:[.][^\W\d_]+)*[.$/]?|[^\w\s]")


def parse_price(text: str, hint: str = "") -> Price | None:
    """The price that `text` is, None where it holds no number.

    Parameters
    ----------
    text : str
        A price by itself, with whatever little words stand around it.
    hint : str
        Where else the currency may stand: a label beside the price, or a code.

    Returns
    -------
    Price or None

    Examples
    --------
    >>> parse_price("1.299,00 €"), parse_price("ten dollars"), parse_price("12,50", hint="Price in GBP")
    (Price(amount=1299.0, currency='EUR', word='€'), Price(amount=10.0, currency='USD', word='dollars'),
     Price(amount=12.5, currency='GBP', word='gbp'))
    >>> parse_price("on request") is None
    True
    """
    folded = fold(text).strip()[:_LONGEST]
    found = _in_words(folded) or _in_figures(folded)
    if found is None:
        return None
    if not found.word:
        word = _named(folded) or _named(fold(hint))
        if word:
            return found._replace(currency=word.currency, word=word.word)
    elif found.currency is None and (word := _named(fold(hint))):
        return found._replace(currency=word.currency)
    return found


def _in_figures(folded: str) -> Price | None:
    """The first number with a currency beside it, or else the first number."""
    words = vocabulary(prices=True)
    best: Price | None = None
    for number in _NUMBER.finditer(folded):
        start, end = number.span()
        scale = 1.0
        before = word_before(folded, start, 0, words)
        dash = _NO_CENTS.match(folded, end)
        after = word_after(folded, dash.end() if dash else end, len(folded), words)
        if scaled := _SCALE.match(folded, end):
            behind = word_after(folded, scaled.end(), len(folded), words)
            if before or behind or not after:  # '1 K' alone is a kina
                scale, end, after = SCALES[scaled[1]], scaled.end(), behind
        money = before if before and not (before.word == "$" and after and after.currency != "USD") else after
        decimals = 3 if money and money.currency in THREE_DECIMALS else 2
        value = parse_number(number[0], decimals) * scale * (money.worth if money else 1.0)
        if money is None:
            best = best or Price(value)
            continue
        end = max(end, after.end if after else end)
        return Price(round(value + _cents(folded[end:]), 10), money.currency, money.word)
    return best


def _in_words(folded: str) -> Price | None:
    """A price in words: 'twenty dollars and 43 cents', 'two dimes', 'a grand'."""
    words = vocabulary(prices=True)
    tokens = re.finditer(r"[^\s-]+", folded)
    for token in tokens:
        amount = folded[: token.start()].strip(" -")
        if _DIGIT.search(amount):
            break
        word = word_after(folded, token.start(), len(folded), words)
        if word is None or word.end < token.end():
            continue
        for lead in ("about ", "around ", "exactly "):
            amount = amount.removeprefix(lead)
        coin = word.worth != 1 and not _DIGIT.search(folded)  # 'a dime', but no bare '€'
        value = parse_spelled(amount) if amount else 1.0 if coin else None
        if value is not None:
            return Price(round(value * word.worth + _cents(folded[word.end :]), 10), word.currency, word.word)
    value = parse_spelled(folded)
    return None if value is None else Price(value)


def _cents(rest: str) -> float:
    """Small change behind an amount, where that is all that is left: ' and 43', ' 43 cents', ' forty-two cents'."""
    tokens = rest.replace("-", " ").split()
    if tokens and tokens[0] == "and":
        tokens = tokens[1:]
    joined = " ".join(tokens)
    glued = _CENTS.fullmatch(joined)
    if glued:
        return int(glued[1]) / 100
    if len(tokens) > 1 and vocabulary(prices=True).after.get(tokens[-1], (None, 1.0, ""))[1] < 1:
        tokens = tokens[:-1]
    value = parse_spelled(" ".join(tokens)) if tokens else None
    return value / 100 if value is not None and value < 100 else 0.0


def _named(folded: str) -> CurrencyWord | None:
    """The first currency word in a text, those that are a sign of money anywhere before the others."""
    words = vocabulary(prices=True)
    named = []
    for token in _TOKENS.finditer(folded):
        for text in (token[0], token[0].rstrip("./")):
            meaning = words.before.get(text) or words.after.get(text)
            if meaning:
                named.append(CurrencyWord(token.start(), token.end(), *meaning, text))
                break
    return min(named, key=lambda word: word.reading == "price", default=None)
