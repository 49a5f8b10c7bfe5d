"""Whether a posting asks for a skill that it names: how the place, the list and the words around it tell.

Each sign (the section, the words around, the kind of skill, the name itself) has points in
``tables/skill_points.csv``; a mention is a demand where they add up to more than nought.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar, cast

from postingscan.read.document import Document, Sentence
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

V = TypeVar("V")


class Weighed(NamedTuple, Generic[V]):
    """A mention, the sentence it stands in, and what its signs add up to."""

    mention: Cue
    sentence: Sentence
    value: V


class Weigher(Generic[V]):
    """Adds up what the signs of a mention are worth, whatever they are counted in.

    Parameters
    ----------
    worth : callable
        Gives what a sign is worth, or its second argument where nothing is known of the sign. Points serve to read;
        whoever fits the points lets each sign be worth itself.
    nought : V
        What no signs are worth.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> from postingscan.read.mentions import find_mentions
    >>> document = lay_out(Posting(description="You need experience with Xero.")).description
    >>> told = Weigher(lambda sign, nought: [sign], []).weigh(document, find_mentions(document))
    >>> [sign for sign in told[0].value if not sign.startswith(("name", "phrase"))]
    ['always', 'in body', 'only body', 'before experience with', 'kind tool', 'care ', 'tool capital', '< with', '> .']
    """

    __slots__ = ("_entries", "_nought", "_worth")

    def __init__(self, worth: Callable[[str, Any], Any], nought: V) -> None:
        self._worth = worth
        self._nought = nought
        self._entries: dict[Entry, V] = {}

    def weigh(self, document: Document, mentions: Sequence[Cue]) -> list[Weighed[V]]:
        """Each of `mentions` (in order) with its sentence and the worth of its signs."""
        if not mentions:
            return []
        worth, nought, entries = self._worth, self._nought, self._entries
        text, folded, sentences = document.text, document.folded, document.sentences
        asks = document.cues.get("skill asking", ())
        n_asks, upcoming, index = len(asks), 0, 0
        title = document.field == "title"
        only = not title and not any(sentence.section == "required" for sentence in sentences)
        sentence, sentence_end, shared = sentences[0], -1, nought
        weighed: list[Weighed[V]] = []
        last, linked = len(mentions) - 1, False
        for place, mention in enumerate(mentions):
            start, end, entry = mention
            if start >= sentence_end:
                while index + 1 < len(sentences) and sentences[index + 1].start <= start:
                    index += 1
                sentence = sentences[index]
                sentence_end = sentence.end
                section = "title" if title else sentence.section
                shared = worth("always", nought)
                shared += worth(f"in {section}", nought)
                if only:
                    shared += worth(f"only {section}", nought)
                while upcoming < n_asks and asks[upcoming][0] < sentence.start:
                    upcoming += 1
            own = entries.get(entry)
            if own is None:
                own = entries[entry] = self._add(entry.signs)
            while upcoming < n_asks and asks[upcoming][1] <= start:
                shared = shared + worth(asks[upcoming][2], nought)
                upcoming += 1
            value: Any = shared
            value = value + own
            shape = "upper" if text[start:end].isupper() else "capital" if text[start].isupper() else "lower"
            value += worth(f"{entry.kind} {shape}", nought)
            if linked:
                value += worth(f"beside {mentions[place - 1][2].kind}", nought)
            linked = False
            if place < last:
                follower = mentions[place + 1]
                if follower[0] - end <= LIST_GAP and follower[0] < sentence_end and joined(folded, end, follower[0]):
                    linked = True
                    value += worth(f"beside {follower[2].kind}", nought)
            before = folded[max(sentence[0], start - _WORD) : start].rstrip(' "(')
            if before:
                before = before[before.rfind(" ") + 1 :] if before[-1].isalnum() else before[-1]
            value += worth(f"< {before}", nought)
            after = folded[end : min(sentence_end, end + _WORD)].lstrip(' ")')
            if after:
                after = after.split(None, 1)[0].rstrip(",.;:)!?") if after[0].isalnum() else after[0]
            value += worth(f"> {after}", nought)
            weighed.append(Weighed(mention, sentence, value))
        return weighed

    def _add(self, signs: Iterable[str]) -> V:
        total: Any = self._nought
        for sign in signs:
            total = total + self._worth(sign, self._nought)
        return cast(V, total)


def _load() -> Weigher[float]:
    points = {row["sign"]: float(row["points"]) for row in load_table("skill_points")}
    return Weigher(points.get, 0.0)


POINTS = _load()
