"""What a posting wants of a skill that it asks for: required, optional or not at all, and whether as an expert."""

from __future__ import annotations

from postingscan.read.document import Document, Sentence
from postingscan.read.facts import Demand

_OPTIONAL = (
    "a plus", "plus", "pluses", "bonus", "preferred", "preferably", "prefer", "preference", "nice to have", "nice to haves",
    "good to have", "advantage", "advantageous", "beneficial", "desirable", "desired", "ideally", "helpful", "optional",
    "an asset", "would be great", "would be nice", "not required", "not mandatory", "not a must", "highly valued",
    "appreciated", "is welcome", "not necessary", "willing to learn", "willingness to learn", "extra points",
)  # fmt: skip
_NEGATED = (
    "no need for", "no need to", "no need of", "don't need", "do not need", "need not", "not looking for", "not need",
    "without", "instead of", "rather than", "no experience", "no prior", "no previous", "no knowledge", "don't want",
    "do not want", "do not use", "don't use", "not interested in",
)  # fmt: skip
_NEGATED_AFTER = ("not required", "not needed", "isn't required", "is not necessary", "not necessary", "isn't needed")
_EXPERT = (
    "expert", "experts", "expert in", "expert level", "expertise", "mastery", "master", "advanced", "in depth",
    "deep knowledge", "deep understanding", "deep experience", "guru", "ninja", "wizard", "highly skilled", "highly proficient",
    "extensive experience", "extensive knowledge", "world class", "top notch", "specialist", "strong expertise",
)  # fmt: skip

CUES: dict[str, tuple[tuple[str, str], ...]] = {
    "skill optional": tuple((phrase, "") for phrase in _OPTIONAL),
    "skill negated": tuple((phrase, "before") for phrase in _NEGATED)
    + tuple((phrase, "after") for phrase in _NEGATED_AFTER),
    "skill expert": tuple((phrase, "") for phrase in _EXPERT),
}


class Demands:
    """How the sentences of one document speak of what they name: optional, negated, expert.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> document = lay_out(Posting(description="Excel is a must; knowledge of Xero would be an advantage.")).description
    >>> demands, sentence = Demands(document), document.sentences[0]
    >>> demands.of(sentence, 0, 5), demands.of(sentence, 30, 34)
    ('required', 'optional')
    """

    __slots__ = ("_expert", "_negated", "_optional", "document")

    def __init__(self, document: Document) -> None:
        self.document = document
        self._optional = document.cues.get("skill optional", [])
        self._negated = document.cues.get("skill negated", [])
        self._expert = document.cues.get("skill expert", [])

    def of(self, sentence: Sentence, start: int, end: int) -> Demand:
        """The demand on what stands from `start` to `end` in `sentence`: required, optional or negated."""
        if self._negated and self._is_negated(sentence, start, end):
            return "negated"
        if sentence.section == "optional":
            return "optional"
        low, high = sentence[0], sentence[1]
        told = [cue for cue in self._optional if low <= cue[0] < high and (cue[1] <= start or cue[0] >= end)]
        if told:
            low, high = self._clause(sentence, start, end)
            if any(low <= cue[0] < high for cue in told):
                return "optional"
        return "required"

    def is_expert(self, start: int, end: int) -> bool:
        """Whether mastery is asked: 'expert in X and Y', 'advanced X', 'X expert'."""
        for cue in self._expert:
            if cue[1] <= start and start - cue[1] <= 60:
                between = self.document.folded[cue[1] : start]
                if not any(mark in between for mark in ".;:\n!?") and " experience" not in between:
                    return True
            if cue[0] >= end and cue[0] - end <= 2:
                return True
        return False

    def _clause(self, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
        """The part of `sentence` around a mention, up to a semicolon, a dash or a 'but'."""
        folded = self.document.folded
        low, high = sentence.start, sentence.end
        for mark in _CLAUSE_ENDS:
            before = folded.rfind(mark, low, start)
            low = before if before >= 0 else low
            after = folded.find(mark, end, high)
            high = after if after >= 0 else high
        return low, high

    def _is_negated(self, sentence: Sentence, start: int, end: int) -> bool:
        folded = self.document.folded
        for cue in self._negated:
            if cue[2] == "before" and 0 <= start - cue[1] <= 30 and cue[0] >= sentence.start:
                between = folded[cue[1] : start]
                if not any(mark in between for mark in (",", ";", ":", " but ", " to ")):
                    return True
            if cue[2] == "after" and 0 <= cue[0] - end <= 30 and cue[1] <= sentence.end:
                between = folded[end : cue[0]]
                if not any(mark in between for mark in (",", ";", ":", " but ")) and " plus" not in between:
                    return True
        return False


_CLAUSE_ENDS = ("; ", ", but ", " but ", " while ", ". ", " | ")
