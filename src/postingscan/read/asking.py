"""Whether a posting asks for a skill that it names: how the place, the list and the words around it tell.

Each sign (the section, the words around, the kind of skill, the name itself) has points in
``tables/skill_points.csv``; a mention is a demand where they add up to more than nought.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from sys import maxsize
from typing import Any, Generic, TypeVar, cast, get_args

from postingscan.read.document import Document, Section, Sentence
from postingscan.read.lexicon import Cue
from postingscan.read.mentions import LIST_GAP, Entry, joined
from postingscan.tables import load_table

_BEFORE = (
    "background in", "comfortable", "command of", "degree", "experience in", "experience with", "expertise", "familiar with",
    "familiarity with", "hands on", "know", "knowledge of", "looking for", "mastery", "must have", "must know", "portfolio",
    "proficien*", "resume", "seeking", "similar", "skilled", "specializ*", "strong", "submit", "understanding",
)  # fmt: skip

CUES: dict[str, tuple[tuple[str, str], ...]] = {
    "skill asking": tuple((phrase, f"before {phrase}") for phrase in _BEFORE)
}

_WORD = 18  # characters looked at on either side

_PLACES = ("title", *get_args(Section))
_SHAPES = ("lower", "capital", "upper")
_NONE: Cue = (maxsize, maxsize, None)

V = TypeVar("V")

Weighed = tuple[Cue, Sentence, V]
"""A mention, the sentence it stands in, and what its signs add up to."""


class Weigher(Generic[V]):
    """Adds up what the signs of a mention are worth, whatever they are counted in.

    Parameters
    ----------
    worth : callable
        Given how the signs of one sort begin ('< ' for the word before), gives what a sign of the sort is worth, called
        with the rest of the sign and with what to answer where nothing is known of it. Points serve to read; whoever
        fits the points lets each sign be worth itself.
    nought : V
        What no signs are worth.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> from postingscan.read.mentions import find_mentions
    >>> document = lay_out(Posting(description="You need experience with Xero.")).description
    >>> told = Weigher(lambda sort: lambda rest, _: [sort + rest], []).weigh(document, find_mentions(document))
    >>> [sign for sign in told[0][2] if not sign.startswith(("name", "phrase"))]
    ['always', 'in body', 'only body', 'before experience with', 'kind tool', 'care ', 'tool capital', '< with', '> .']
    """

    __slots__ = ("_any", "_before", "_behind", "_beside", "_entries", "_in", "_nought", "_only")

    def __init__(self, worth: Callable[[str], Callable[[str, V], V]], nought: V) -> None:
        self._any, self._beside = worth(""), worth("beside ")
        self._before, self._behind = worth("< "), worth("> ")
        self._nought = nought
        self._in = {place: self._add(("always", f"in {place}")) for place in _PLACES}
        self._only = {place: self._add(("always", f"in {place}", f"only {place}")) for place in _PLACES}
        self._entries: dict[Entry, tuple[V, ...]] = {}

    def weigh(self, document: Document, mentions: Sequence[Cue]) -> list[Weighed[V]]:
        """Each of `mentions` (in order) with its sentence and the worth of its signs."""
        if not mentions:
            return []
        worth, worth_beside, worth_before, worth_behind = self._any, self._beside, self._before, self._behind
        nought, entries = self._nought, self._entries
        text, folded, sentences = document.text, document.folded, document.sentences
        title = document.field == "title"
        places = self._in if title or "required" in [sentence.section for sentence in sentences] else self._only
        asks = iter(document.cues.get("skill asking", ()))
        ask_start, ask_end, ask = next(asks, _NONE)
        index, n_sentences = 0, len(sentences)
        sentence_start, sentence_end = 0, -1
        linked = ""
        weighed: list[Weighed[V]] = []
        for mention, (following, _, follower) in pairwise((*mentions, _NONE)):
            start, end, entry = mention
            if start >= sentence_end:
                while index + 1 < n_sentences and sentences[index + 1].start <= start:
                    index += 1
                sentence = sentences[index]
                sentence_start, sentence_end, section, _ = sentence
                shared: Any = places["title" if title else section]
                while ask_start < sentence_start:
                    ask_start, ask_end, ask = next(asks, _NONE)
            while ask_end <= start:
                shared = shared + worth(ask, nought)
                ask_start, ask_end, ask = next(asks, _NONE)
            own = entries.get(entry)
            if own is None:
                shapes = [self._any(f"{entry.kind} {shape}", nought) for shape in _SHAPES]
                own = entries[entry] = (self._add(entry.signs), *shapes)
            words = text[start:end]
            value = shared + own[0]
            value += own[3 if words.isupper() else 2 if words[0].isupper() else 1]
            if linked:
                value += worth_beside(linked, nought)
                linked = ""
            if following - end <= LIST_GAP and following < sentence_end and joined(folded, end, following):
                linked = entry.kind
                value += worth_beside(follower.kind, nought)
            low = start - _WORD if start - _WORD > sentence_start else sentence_start
            before = folded[low:start].rstrip(' "(').rsplit(" ", 1)[-1]
            value += worth_before(before if before[-1:].isalnum() else before[-1:], nought)
            high = end + _WORD if end + _WORD < sentence_end else sentence_end
            behind = folded[end:high].lstrip(' ")')
            behind = behind.split(None, 1)[0].rstrip(",.;:)!?") if behind[:1].isalnum() else behind[:1]
            value += worth_behind(behind, nought)
            weighed.append((mention, sentence, value))
        return weighed

    def _add(self, signs: Iterable[str]) -> V:
        total: Any = self._nought
        for sign in signs:
            total = total + self._any(sign, self._nought)
        return cast(V, total)


def _load() -> Weigher[float]:
    points = [(row["sign"], float(row["points"])) for row in load_table("skill_points")]

    def worth(sort: str) -> Callable[[str, float], float]:
        return {sign.removeprefix(sort): value for sign, value in points if sign.startswith(sort)}.get

    return Weigher(worth, 0.0)


POINTS = _load()
