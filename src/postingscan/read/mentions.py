"""Where the skill lexicon's names stand in a text, and whether a word that has another meaning means the skill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from postingscan.read.document import Document
from postingscan.read.lexicon import Cue
from postingscan.tables import load_table

_JOINS = frozenset(("", "and", "or", "and/or", "as well as", "and also"))
_EDGES = " \t\n,/&()+|•-–—:;\"'*"
LIST_GAP = 14  # characters that may stand between two items of a list
_NOUNS_OF_SKILL = ("experience", "skill", "knowledge", "proficien", "expert", "developer", "fluen", "speak", "certif")
_VERB_LEADS = (
    "to ",
    "will ",
    "can ",
    "who ",
    "you ",
    "also ",
    "they ",
    "not ",
    "could ",
    "really ",
    "truly ",
    "should ",
)
_VERB_FOLLOWS = (" at ", " in a", " in th", " in yo", " in ou", " when", " under", " as ", " within", " on ")
_SPEAK = ("speak", "fluent", "native", "language", "tagalog", "cebuano", "english and")


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A row of the lexicon as one of its phrases means it.

    `care` names what a word with another meaning needs ('' for none): 'capital' a capital letter, 'acronym' capitals
    throughout, 'list' another skill beside it, 'verb' that it is no verb, 'speaker' that it is a language, 'asked'
    that it be asked for. `plain` is true of one word that needs no look at what stands around it. `sign` is the key
    under which its name is weighed, `signs` all the keys of the phrase.
    """

    name: str
    roles: tuple[str, ...]
    family: str
    kind: str
    care: str
    phrase: str
    plain: bool = False
    sign: str = ""
    signs: tuple[str, ...] = ()


def entries() -> Iterator[tuple[str, str, Entry]]:
    """Every phrase of the skill lexicon as ('skill', phrase, entry).

    Source: ``tables/skills.csv``.

    Examples
    --------
    >>> [entry.name for kind, phrase, entry in entries() if phrase == "ms excel"]
    ['Excel']
    """
    known: set[str] = set()
    for row in load_table("skills"):
        roles = tuple(row["roles"].split("|")) if row["roles"] else ()
        for text in (row["name"], *row["aliases"].split("|")):
            phrase = text.lower()
            if not phrase or phrase in known:
                continue
            known.add(phrase)
            name, kind, care = row["name"], row["kind"], row["context"]
            plain = " " not in phrase and care in ("", "asked")
            sign = f"name {name}"
            signs = (f"kind {kind}", f"care {care}", sign, f"phrase {phrase}")
            yield "skill", phrase, Entry(name, roles, row["family"], kind, care, phrase, plain, sign, signs)


def find_mentions(document: Document) -> list[Cue]:
    """The lexicon's phrases in `document`, in order, the longest where they overlap, other meanings left out."""
    found = document.cues.get("skill")
    if not found:
        return []
    chosen = longest(found)
    return [cue for index, cue in enumerate(chosen) if cue[2].plain or _means_it(document, chosen, index)]


def longest(cues: Iterable[Cue]) -> list[Cue]:
    """Of overlapping cues (in order of their ends) the longest; the first of two as long."""
    chosen: list[Cue] = []
    reached = 0
    for cue in cues:
        start, end, _ = cue
        if start < reached:
            while chosen and chosen[-1][0] >= start:
                chosen.pop()
            if chosen and chosen[-1][1] > start:
                if chosen[-1][1] - chosen[-1][0] >= end - start:
                    continue
                chosen.pop()
        chosen.append(cue)
        reached = end
    return chosen


def joined(folded: str, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end` only joins items of a list: a comma, a slash, an 'and'."""
    return end - start <= LIST_GAP and folded[start:end].strip(_EDGES) in _JOINS


def _means_it(document: Document, cues: Sequence[Cue], index: int) -> bool:
    """Whether a phrase that is not `plain` means the skill here."""
    start, end, entry = cues[index]
    if " " in entry.phrase:
        return document.text.find("\n", start, end) < 0
    care: str = entry.care
    text = document.text[start:end]
    if care == "acronym":
        return text.isupper()
    if care == "verb":
        return not _is_verb(document.folded, start, end)
    if care == "speaker":
        around = document.folded[max(start - 40, 0) : end + 30]
        return text[0].isupper() and any(word in around for word in _SPEAK)
    beside = _beside_tool(document, cues, index)
    if care == "list" or not text[0].isupper():
        return beside and (text[0].isupper() or care != "list")
    return beside or not _opens_clause(document, start, end)


def _beside_tool(document: Document, cues: Sequence[Cue], index: int) -> bool:
    """Whether the mention has a name beside it that can hardly mean anything else."""
    folded, (start, end, _) = document.folded, cues[index]
    if index:
        _, left, entry = cues[index - 1]
        if not entry.care and entry.kind in _NAMED and joined(folded, left, start):
            return True
    if index + 1 < len(cues):
        right, _, entry = cues[index + 1]
        return not entry.care and entry.kind in _NAMED and joined(folded, end, right)
    return False


_NAMED = frozenset(("tool", "language", "office"))


def _opens_clause(document: Document, start: int, end: int) -> bool:
    """Whether a capital only opens a sentence, so that it tells nothing: 'Go the extra mile'."""
    sentence = document.sentence_at(start)
    lead = document.folded[sentence.start : start].strip(" -*•·\t0123456789.)(\"'–—")
    if lead and lead[-1] not in ".!?:":
        return False
    follows = document.folded[end : end + 16]
    return follows[:1] == " " and follows[1:2].isalpha() and not follows[1:].startswith(_NOUNS_OF_SKILL)


def _is_verb(folded: str, start: int, end: int) -> bool:
    return folded[max(start - 7, 0) : start].endswith(_VERB_LEADS) or folded[end : end + 8].startswith(_VERB_FOLLOWS)
