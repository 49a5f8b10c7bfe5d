"""Whether a posting asks for a skill that it names, how strongly, and how the words around it tell.

Each sign (the section, the words around, the shape, the name itself) has points in ``tables/skill_points.csv``;
a mention is a demand where they add up to more than nothing. `tools/fit_skill_points.py` fits them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postingscan.read.document import Document, Sentence
from postingscan.read.facts import Demand
from postingscan.read.lexicon import Cue
from postingscan.read.mentions import joined
from postingscan.tables import load_table

POINTS: dict[str, float] = {row["sign"]: float(row["points"]) for row in load_table("skill_points")}

_ASKS = (
    "ability to", "able to", "across", "advanced", "apply", "assist*", "background", "background in", "bachelor*", "basic",
    "brand*", "business*", "certif*", "client*", "comfortable", "command of", "company", "create", "creating", "degree",
    "develop", "e.g", "ensure", "etc", "excellent", "experience", "experience in", "experience with", "experienced",
    "expert", "expertise", "familiar with", "familiarity with", "field", "fluent", "fluency", "focus*", "good", "grow*",
    "handle", "hands on", "help", "including", "industry", "join", "know", "knowledge", "knowledge of", "learn*",
    "like", "link", "looking for", "maintain", "manage", "managing", "mastery", "minimum", "must have", "must know", "need",
    "our", "platforms", "please", "portfolio", "preferably", "proficien*", "proven", "provide", "require", "required",
    "requirement*", "requires", "responsible", "resume", "role", "seeking", "send", "similar", "skill", "skilled", "skills",
    "software", "solid", "specializ*", "strong", "submit", "such as", "support", "tasks", "team", "through", "tools",
    "track record", "understand", "understanding", "use", "using", "various", "via", "video", "we", "work", "working",
    "years", "you", "you'll",
)  # fmt: skip
_OPTIONAL = (
    "a plus", "plus", "pluses", "bonus", "preferred", "preferably", "prefer", "preference", "nice to have", "nice to haves",
    "good to have", "advantage", "advantageous", "beneficial", "desirable", "desired", "ideally", "helpful", "optional",
    "an asset", "would be great", "would be nice", "not required", "not mandatory", "not a must", "highly valued",
    "appreciated", "is welcome", "not necessary", "willing to learn", "willingness to learn", "extra points",
)  # fmt: skip
_COMPANY = ("we are a", "we're a", "our company", "our client*", "founded", "leading", "our mission", "agency", "startup")
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

CUES: dict[str, tuple[tuple[str, object], ...]] = {
    "asking": tuple((phrase, (f"before {phrase}", f"after {phrase}")) for phrase in _ASKS),
    "optional": tuple((phrase, None) for phrase in _OPTIONAL),
    "company": tuple((phrase, None) for phrase in _COMPANY),
    "negated": tuple((phrase, "before") for phrase in _NEGATED)
    + tuple((phrase, "after") for phrase in _NEGATED_AFTER),
    "expert": tuple((phrase, None) for phrase in _EXPERT),
}

_LEAD = " -*•●▪·\t0123456789.)?✅✔"
_ALONE = 14  # characters that a bullet may hold beside the mention, and still be no more than its name
_WORD = 18  # characters looked at on either side


def find_signs(document: Document, mentions: Sequence[Cue]) -> Iterator[list[str]]:
    """For each mention (in order) the signs that speak for or against its being asked for."""
    text, folded, sentences = document.text, document.folded, document.sentences
    asks = document.cues.get("asking", [])
    n_asks, upcoming = len(asks), 0
    shared: list[str] = []
    around: list[Cue] = []
    index, sentence_start, sentence_end = -1, -1, -1
    title = document.field == "title"
    wanting = "" if title or any(sentence.section == "required" for sentence in sentences) else "only "
    last = len(mentions) - 1
    beside_left = False
    for place, mention in enumerate(mentions):
        start, end, entry = mention
        if start >= sentence_end or index < 0:
            while index + 1 < len(sentences) and sentences[index + 1].start <= start:
                index += 1
            sentence = sentences[index]
            sentence_start, sentence_end = sentence.start, sentence.end
            shared = _signs_of_sentence(document, sentence, "title" if title else sentence.section, wanting)
            while upcoming < n_asks and asks[upcoming][0] < sentence_start:
                upcoming += 1
            around = []
            while upcoming < n_asks and asks[upcoming][0] < sentence_end:
                around.append(asks[upcoming])
                upcoming += 1
        signs = [*shared, *entry.signs]
        for ask in around:
            if ask[1] <= start:
                signs.append(ask[2][0])
            elif ask[0] >= end:
                signs.append(ask[2][1])
        first = text[start]
        shape = "upper" if text[start:end].isupper() else "capital" if first.isupper() else "lower"
        signs.append(shape)
        signs.append(f"{entry.kind} {shape}")
        if sentence_end - sentence_start - end + start < _ALONE:
            signs.append("alone")
        if not folded[sentence_start:start].strip(_LEAD):
            signs.append("opens")
            signs.append(f"opens {entry.care}")
        if beside_left:
            signs.append("list")
            signs.append(f"beside {mentions[place - 1][2].kind}")
        beside_left = place < last and mentions[place + 1][1] <= sentence_end and joined(document, mention, mentions[place + 1])
        if beside_left:
            signs.append("list")
            signs.append(f"beside {mentions[place + 1][2].kind}")
        signs.append(f"< {_word_before(folded, sentence_start, start)}")
        signs.append(f"> {_word_after(folded, end, sentence_end)}")
        yield signs


def points_of(signs: Sequence[str]) -> float:
    """The points that `signs` add up to; a demand is above nought."""
    get = POINTS.get
    return POINTS["always"] + sum([get(sign, 0.0) for sign in signs])


def _signs_of_sentence(document: Document, sentence: Sentence, section: str, wanting: str) -> list[str]:
    signs = [f"in {section}"]
    if wanting:
        signs.append(f"{wanting}{section}")
    if sentence.bullet:
        signs.append("bullet")
    for kind in ("optional", "company", "negated"):
        if any(sentence.start <= cue[0] < sentence.end for cue in document.cues.get(kind, ())):
            signs.append(kind)
    return signs


def _word_before(folded: str, low: int, start: int) -> str:
    before = folded[max(low, start - _WORD) : start].rstrip(' "(')
    if not before:
        return "^"
    return before[max(before.rfind(" "), before.rfind("\n")) + 1 :] if before[-1].isalnum() else before[-1]


def _word_after(folded: str, end: int, high: int) -> str:
    after = folded[end : min(high, end + _WORD)].lstrip(' ")')
    if not after:
        return "$"
    if not after[0].isalnum():
        return after[0]
    return after.split(None, 1)[0].rstrip(",.;:)!?")


class Demands:
    """How the sentences of one document speak of what they name: optional, negated, expert.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> page = lay_out(Posting(description="Excel is a must; knowledge of Xero would be an advantage."))
    >>> demands = Demands(page.description)
    >>> demands.of(0, 5), demands.of(30, 34)
    ('required', 'optional')
    """

    __slots__ = ("_document", "_expert", "_negated", "_optional")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._optional = document.cues.get("optional", [])
        self._negated = document.cues.get("negated", [])
        self._expert = document.cues.get("expert", [])

    def of(self, start: int, end: int) -> Demand:
        """The demand on what stands from `start` to `end`: required, optional or negated."""
        document = self._document
        sentence = document.sentence_at(start)
        if self._negated and self._is_negated(sentence, start, end):
            return "negated"
        if sentence.section == "optional":
            return "optional"
        if self._optional:
            low, high = self._clause(sentence, start, end)
            for cue in self._optional:
                if low <= cue[0] < high and (cue[1] <= start or cue[0] >= end):
                    return "optional"
        return "required"

    def is_expert(self, start: int, end: int) -> bool:
        """Whether mastery is asked: 'expert in X and Y', 'advanced X', 'X expert'."""
        for cue in self._expert:
            if cue[1] <= start and start - cue[1] <= 60:
                between = self._document.folded[cue[1] : start]
                if not any(mark in between for mark in ".;:\n!?") and " experience" not in between:
                    return True
            if cue[0] >= end and cue[0] - end <= 2:
                return True
        return False

    def _clause(self, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
        """The part of `sentence` around a mention, up to a semicolon, a dash or a 'but'."""
        folded = self._document.folded
        low, high = sentence.start, sentence.end
        for mark in _CLAUSE_ENDS:
            before = folded.rfind(mark, low, start)
            low = before if before >= 0 else low
            after = folded.find(mark, end, high)
            high = after if after >= 0 else high
        return low, high

    def _is_negated(self, sentence: Sentence, start: int, end: int) -> bool:
        folded = self._document.folded
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
