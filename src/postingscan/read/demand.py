"""What a posting wants of a skill that it asks for: required, optional or not at all, and whether as an expert."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from postingscan.read.document import Document, Sentence
from postingscan.read.facts import Demand
from postingscan.read.lexicon import Cue

# Words that make optional what stands around them, and those that do so only for what follows.
_OPTIONAL = (
    "a plus", "big plus", "huge plus", "is plus", "pluses", "plus points", "recommended", "bonus", "preferred", "nice to have", "nice to haves", "good to have", "advantage",
    "advantageous", "beneficial", "desirable", "desired", "helpful", "optional", "an asset", "would be great",
    "would be nice", "not required", "not mandatory", "not a must", "highly valued", "appreciated", "is welcome",
    "not necessary", "extra points",
)  # fmt: skip
_OPTIONAL_AFTER = ("preferably", "ideally", "prefer", "preference", "willing to learn", "willingness to learn")
_NEGATED = (
    "no need for", "no need to", "no need of", "don't need", "do not need", "need not", "not looking for", "not need",
    "without", "instead of", "rather than", "no experience", "no prior", "no previous", "no knowledge", "don't want",
    "do not want", "do not use", "don't use", "not interested in",
)  # fmt: skip
_NEGATED_AFTER = ("not required", "not needed", "isn't required", "is not necessary", "not necessary", "isn't needed")
_EXPERT = (
    "expert", "experts", "expert in", "expert level", "mastery", "must master", "mastered", "advanced", "in depth knowledge", "in depth understanding", "in depth experience",
    "deep knowledge", "deep understanding", "deep experience", "deep expertise", "guru", "ninja", "wizard", "rockstar",
    "highly skilled", "highly proficient", "extensive knowledge", "world class",
)  # fmt: skip

_CLAUSE_ENDS = ("; ", ", but ", " but ", " while ", ". ", " | ")
_NEAR = 160  # characters between a mention and the words that make it optional
_BRACKETED = 12  # characters of '(highly' and the like
_LONGEST = 26  # characters of a cue
_DENIED_REACH = 30
_OTHER = (",", ";", ":", " but ", " to ", " plus")
_EXPERT_REACH = 60
_FEW = 8  # cues that are sooner gone through than looked up
_END = itemgetter(1)
# 'An expert who knows X' is not said to be an expert in X.
_NOT_OF_IT = (" who", " to ", " that", " with a", " with s", " with proven", " with exp")
_OTHER_THAN_EXPERT = (".", ";", ":", "\n", "!", "?", " experience", " degree", " knowledge of", " familiar")

CUES: dict[str, tuple[tuple[str, str], ...]] = {
    "skill optional": tuple((phrase, "around") for phrase in _OPTIONAL)
    + tuple((phrase, "following") for phrase in _OPTIONAL_AFTER),
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

    __slots__ = ("_experts", "_negated", "_optional", "document")

    def __init__(self, document: Document) -> None:
        self.document = document
        self._negated: Sequence[Cue] = document.cues.get("skill negated", ())
        self._optional: Sequence[Cue] = document.cues.get("skill optional", ())
        self._experts: Sequence[Cue] = document.cues.get("skill expert", ())

    def of(self, sentence: Sentence, start: int, end: int) -> Demand:
        """The demand on what stands from `start` to `end` in `sentence`: required, optional or negated."""
        low, high, section, _ = sentence
        for cue in _near(self._negated, start, end):
            if low <= cue[0] < high and self._denies(cue, start, end):
                return "negated"
        if section == "optional":
            return "optional"
        for cue in _near(self._optional, start, end):
            if low <= cue[0] < high and self._governs(cue, start, end):
                return "optional"
        return "required"

    def is_expert(self, start: int, end: int) -> bool:
        """Whether mastery is asked: 'expert in X and Y', 'advanced X', 'X expert'."""
        for cue in _near(self._experts, start, end):
            if cue[1] <= start and start - cue[1] <= _EXPERT_REACH:
                between = self.document.folded[cue[1] : start].removeprefix(" knowledge of").removeprefix(" experience")
                if not between.startswith(_NOT_OF_IT) and not any(mark in between for mark in _OTHER_THAN_EXPERT):
                    return True
            if end <= cue[0] <= end + 2:
                return True
        return False

    def _governs(self, cue: Cue, start: int, end: int) -> bool:
        """Whether optional words speak of a mention in the same sentence: near it, in its clause and its brackets."""
        folded = self.document.folded
        if cue[1] <= start:
            between = folded[cue[1] : start]
            closed = between[:1] in (",", ")", ".") and cue[2] == "around"
            return not closed and len(between) <= _NEAR and not any(mark in between for mark in _CLAUSE_ENDS)
        between = folded[end : cue[0]]
        if cue[2] == "following" or len(between) > _NEAR or any(mark in between for mark in _CLAUSE_ENDS):
            return False
        opened = between.find("(")
        return opened < 0 or ")" in between[opened:] or len(between.strip()) <= _BRACKETED

    def _denies(self, cue: Cue, start: int, end: int) -> bool:
        """Whether words of denial speak of a mention: 'no need for X', 'X is not required'."""
        folded = self.document.folded
        if cue[2] == "before":
            between = folded[cue[1] : start] if cue[1] <= start else ","
        else:
            between = folded[end : cue[0]] if cue[0] >= end else ","
        return len(between) <= _DENIED_REACH and not any(mark in between for mark in _OTHER)


def _near(cues: Sequence[Cue], start: int, end: int) -> Sequence[Cue]:
    """Of many `cues` those that end not long before `start` or begin not long after `end`."""
    if len(cues) < _FEW:
        return cues
    low = bisect_left(cues, start - _NEAR, key=_END)
    return cues[low : bisect_left(cues, end + _NEAR + _LONGEST, low, key=_END)]
