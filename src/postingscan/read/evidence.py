"""The words to show for a cue: its sentence, or the part of a long one around it."""

from __future__ import annotations

from postingscan.posting import Span
from postingscan.read.document import Document
from postingscan.read.lexicon import Cue

_LONGEST = 150
_BEFORE, _AFTER = 50, 80
_OPENERS = " \t\n•●▪◦‣➤►✅✔✓☑·*-–—>"


def words_around(document: Document, cue: Cue) -> Span:
    r"""The sentence that `cue` stands in without its bullet, cut between words where it is longer than 150 characters.

    Examples
    --------
    >>> from postingscan.read.lexicon import Lexicon
    >>> document = Document("description", "A calm team.\n- No weekends", Lexicon([("days", "weekend*", None)]))
    >>> words_around(document, document.cues["days"][0]).text
    'No weekends'
    """
    text = document.text
    first, last, _ = cue
    sentence = document.sentence_at(first)
    start, end = sentence.start, max(sentence.end, last)
    if end - start > _LONGEST:
        if first - _BEFORE > start:
            start = text.find(" ", first - _BEFORE, first) + 1 or first
        if last + _AFTER < end:
            end = max(text.rfind(" ", last, last + _AFTER), last)
    while start < first and text[start] in _OPENERS:
        start += 1
    return document.span(start, end)
