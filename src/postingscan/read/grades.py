"""Grades from 0 to 2 by points: each sentence earns points by its cues, and the best sentences make the posting's grade.

A table (``tables/goal_points.csv``, ``tables/contact_points.csv``) names the cues. By the column `match` a row is

phrase   words that open a sentence: only opened sentences earn points
context  words that add to a sentence that is open
pair     'a > b': cue a with cue b behind it, at most 60 characters on; opens too
word     a single word that adds to an open sentence
section  where the sentence stands
length   of the sentence, a point's worth each 150 characters up to 300; `posting`: of the text, each 2,000 up to 4,000
constant, cut  the points of no sentence at all, and the least expected grades for 1 and 2

and has points `some` (towards grade 1 or 2) and `full` (towards 2) for the sentence, and `posting` once for the posting.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import exp, log1p

from postingscan.posting import Span
from postingscan.read.document import Document, Page, Sentence
from postingscan.read.evidence import words_around
from postingscan.read.facts import Graded
from postingscan.read.lexicon import Cue
from postingscan.tables import load_table

Points = tuple[float, float]

_GAP = 60
_SENTENCE, _LONG_SENTENCE = 150, 300
_TEXT, _LONG_TEXT = 2000, 4000
_SPACED = str.maketrans(dict.fromkeys(".,;:!?()[]{}<>\"*_|~=•●▪◦→–—…“”", " "))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of cues with their points; `kind` names its cues in the lexicon."""

    kind: str
    phrases: tuple[tuple[str, str], ...]
    pairs: dict[str, tuple[tuple[str, str], ...]]
    opening: frozenset[str]
    cues: dict[str, Points]
    words: dict[str, Points]
    sections: dict[str, Points]
    length: Points
    constant: Points
    cut: Points
    posting: dict[str, float]
    posting_length: float
    _known: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", frozenset(self.words))

    def words_in(self, folded: str) -> frozenset[str]:
        """The words of `folded` that have points."""
        return self._known.intersection(words_of(folded))


def words_of(folded: str) -> list[str]:
    """The words of a sentence as the tables spell them."""
    return folded.translate(_SPACED).split()


def load_sheet(kind: str, table: str) -> Sheet:
    """The cues and points of `table`, for the lexicon's `kind`."""
    rows = load_table(table)
    points = {(row["match"], row["cue"]): (float(row["some"] or 0), float(row["full"] or 0)) for row in rows}
    by_match = {match: {cue: p for (where, cue), p in points.items() if where == match} for match, _ in points}
    pairs: dict[str, list[tuple[str, str]]] = {}
    for pair in by_match.get("pair", {}):
        first, second = pair.split(" > ")
        pairs.setdefault(second, []).append((first, pair))
    return Sheet(
        kind=kind,
        phrases=tuple(
            (phrase, row["cue"]) for row in rows if row["match"] in ("phrase", "context") for phrase in row["phrases"].split("|")
        ),
        pairs={second: tuple(firsts) for second, firsts in pairs.items()},
        opening=frozenset(by_match["phrase"]) | frozenset(by_match.get("pair", ())),
        cues=by_match["phrase"] | by_match.get("context", {}) | by_match.get("pair", {}),
        words=by_match.get("word", {}),
        sections=by_match["section"],
        length=points["length", "length"],
        constant=points["constant", "constant"],
        cut=points["cut", "cut"],
        posting={row["cue"]: float(row["posting"]) for row in rows if row["posting"] and row["match"] != "length"},
        posting_length=next(float(row["posting"] or 0) for row in rows if row["match"] == "length"),
    )


def cues_by_sentence(document: Document, sheet: Sheet) -> Iterator[tuple[Sentence, dict[str, Cue]]]:
    """Each sentence of `document` with the cues of `sheet` that stand in it, pairs too."""
    found: dict[int, tuple[Sentence, dict[str, Cue]]] = {}
    pairs = sheet.pairs
    for cue in document.cues.get(sheet.kind, ()):
        sentence = document.sentence_at(cue.start)
        if sentence.start not in found:
            found[sentence.start] = (sentence, {})
        here = found[sentence.start][1]
        name = cue.value
        if name in pairs:
            for first, pair in pairs[name]:
                if first in here and 0 <= cue.start - here[first].end <= _GAP:
                    here[pair] = cue
        here[name] = cue
    yield from found.values()


def sentence_length(sentence: Sentence) -> float:
    """The length of `sentence`, in units of the tables."""
    return min(sentence.end - sentence.start, _LONG_SENTENCE) / _SENTENCE


def text_length(document: Document) -> float:
    """The length of a text, in units of the tables."""
    return min(len(document.text), _LONG_TEXT) / _TEXT


def section_of(document: Document, sentence: Sentence) -> str:
    """The section's name in the tables."""
    return "title" if document.field == "title" else sentence.section


def grade(page: Page, sheet: Sheet) -> Graded:
    """The grade of a posting by `sheet`, with the words of its best sentence."""
    seen: set[str] = set()
    some_sum = full_sum = 0.0
    best, evidence = float("-inf"), None
    for document in (page.title, page.description):
        for sentence, here in cues_by_sentence(document, sheet):
            seen.update(here)
            if sheet.opening.isdisjoint(here):
                continue
            some, full = sheet.sections.get(section_of(document, sentence), (0.0, 0.0))
            length = sentence_length(sentence)
            some += length * sheet.length[0]
            full += length * sheet.length[1]
            for name in here:
                points = sheet.cues[name]
                some += points[0]
                full += points[1]
            for word in sheet.words_in(document.folded[sentence.start : sentence.end]):
                points = sheet.words[word]
                some += points[0]
                full += points[1]
            some_sum += exp(min(some, 50.0))
            full_sum += exp(min(full, 50.0))
            if some + full > best:
                best, evidence = some + full, (document, here)
    posting = sum(map(sheet.posting.get, seen & sheet.posting.keys()), 0.0)  # type: ignore[arg-type]
    posting += text_length(page.description) * sheet.posting_length
    expected = _chance(sheet.constant[0] + posting + log1p(some_sum)) + _chance(sheet.constant[1] + posting + log1p(full_sum))
    level = (expected > sheet.cut[0]) + (expected > sheet.cut[1])
    if not level:
        return Graded(0)
    return Graded(level, _words(*evidence, sheet) if evidence else page.title.span(0, len(page.title.text)))


def _words(document: Document, here: dict[str, Cue], sheet: Sheet) -> Span:
    """The words around the strongest cue of the best sentence."""
    strongest = max((name for name in here if name in sheet.opening), key=lambda name: sum(sheet.cues[name]))
    return words_around(document, here[strongest])


def _chance(score: float) -> float:
    return 1 / (1 + exp(-max(-50.0, min(50.0, score))))
