"""Grades from 0 to 2 by points: sentences earn points by their cues, and the best of them make the posting's grade.

A table (``tables/goal_points.csv``, ``tables/contact_points.csv``) names the cues. By the column `match` a row is

========  ==========================================================================================================
phrase    words that open a sentence: only opened sentences earn points
context   words that add to a sentence that is open
pair      'A > B': cue A with cue B behind it, at most 60 characters on; opens too
word      a single word that adds to an open sentence
section   where the sentence stands
length    of the sentence, once for each 150 characters up to 300; `posting`: of the text, for each 2,000 up to 4,000
constant  what a posting without any sentence has
cut       the expected grade above which the grade is 1, or 2
========  ==========================================================================================================

with the points `some` (for grade 1 or more) and `full` (for grade 2) of a sentence, and `posting`, counted once. A
posting's chance of a grade is logistic in its posting points plus the log of one plus the sum of exp(points) over its
open sentences. `tools/fit_grade_points.py` fits them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log1p

from postingscan.posting import Span
from postingscan.read.document import Document, Page, Sentence
from postingscan.read.evidence import words_around
from postingscan.read.facts import Graded
from postingscan.read.lexicon import Cue
from postingscan.tables import load_table

Points = dict[str, float]

_GAP = 60
_SENTENCE, _LONG_SENTENCE = 150, 300
_TEXT, _LONG_TEXT = 2000, 4000


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of cues with their points; `kind` names its cues in the lexicon.

    `some` and `full` hold the points of cues, words, 'In …' for sections, 'Length' and 'Constant'; capitals tell cues
    from words.
    """

    kind: str
    phrases: tuple[tuple[str, str], ...]
    pairs: dict[str, tuple[tuple[str, str], ...]]
    opening: frozenset[str]
    words: frozenset[str]
    some: Points
    full: Points
    posting: Points
    cuts: tuple[float, float]


def load_sheet(kind: str, table: str) -> Sheet:
    """The cues and points of `table`, for the lexicon's `kind`."""
    rows = load_table(table)
    pairs: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in rows:
        if row["match"] == "pair":
            first, second = row["cue"].split(" > ")
            pairs[second] = (*pairs.get(second, ()), (first, row["cue"]))
    cut = next(row for row in rows if row["match"] == "cut")
    return Sheet(
        kind=kind,
        phrases=tuple(
            (phrase, row["cue"])
            for row in rows
            if row["match"] in ("phrase", "context")
            for phrase in row["phrases"].split("|")
        ),
        pairs=pairs,
        opening=frozenset(row["cue"] for row in rows if row["match"] in ("phrase", "pair")),
        words=frozenset(row["cue"] for row in rows if row["match"] == "word"),
        some={row["cue"]: float(row["some"]) for row in rows},
        full={row["cue"]: float(row["full"]) for row in rows},
        posting={row["cue"]: float(row["posting"]) for row in rows if row["posting"]},
        cuts=(float(cut["some"]), float(cut["full"])),
    )


def cues_by_sentence(document: Document, sheet: Sheet) -> Iterable[tuple[Sentence, dict[str, Cue]]]:
    """Each sentence of `document` with the cues of `sheet` that stand in it, pairs too."""
    found: dict[int, tuple[Sentence, dict[str, Cue]]] = {}
    pairs = sheet.pairs
    begin = end = -1
    here: dict[str, Cue] = {}
    for cue in document.cues.get(sheet.kind, ()):
        start, _, name = cue
        if not begin <= start < end:
            sentence = document.sentence_at(start)
            begin, end = sentence.start, sentence.end
            _, here = found.setdefault(begin, (sentence, {}))
        if name in pairs:
            for first, pair in pairs[name]:
                if first in here and 0 <= start - here[first][1] <= _GAP:
                    here[pair] = cue
        here[name] = cue
    return found.values()


def words_of(folded: str) -> list[str]:
    """The words of a sentence as the tables spell them."""
    for mark in ",.:()!?*":  # eight times `replace` is half the price of one `translate`
        if mark in folded:
            folded = folded.replace(mark, " ")
    return folded.split()


def sentence_length(sentence: Sentence) -> float:
    """The length of `sentence`, in units of the tables."""
    return min(sentence.end - sentence.start, _LONG_SENTENCE) / _SENTENCE


def text_length(document: Document) -> float:
    """The length of a text, in units of the tables."""
    return min(len(document.text), _LONG_TEXT) / _TEXT


def section_of(document: Document, sentence: Sentence) -> str:
    """The section's name in the tables: 'In duties'."""
    return "In title" if document.field == "title" else f"In {sentence.section}"


def grade(page: Page, sheet: Sheet) -> Graded:
    """The grade of a posting by `sheet`, with the words of its best sentence."""
    some, full = sheet.some.__getitem__, sheet.full.__getitem__
    seen: set[str] = set()
    some_sum = full_sum = 0.0
    best, evidence = float("-inf"), None
    for document in (page.title, page.description):
        for sentence, here in cues_by_sentence(document, sheet):
            seen.update(here)
            if sheet.opening.isdisjoint(here):
                continue
            signs = [*here, *sheet.words.intersection(words_of(document.folded[sentence.start : sentence.end]))]
            signs.append(section_of(document, sentence))
            length = sentence_length(sentence)
            to_some = sum(map(some, signs)) + length * some("Length")
            to_full = sum(map(full, signs)) + length * full("Length")
            some_sum += exp(min(to_some, 50.0))
            full_sum += exp(min(to_full, 50.0))
            if to_some + to_full > best:
                best, evidence = to_some + to_full, (document, here)
    posting = sum(map(sheet.posting.__getitem__, seen)) + text_length(page.description) * sheet.posting["Length"]
    expected = _chance(some("Constant") + posting + log1p(some_sum))
    expected += _chance(full("Constant") + posting + log1p(full_sum))
    level = (expected > sheet.cuts[0]) + (expected > sheet.cuts[1])
    if not level:
        return Graded(0)
    return Graded(level, _words(*evidence, sheet) if evidence else page.title.span(0, len(page.title.text)))


def _words(document: Document, here: dict[str, Cue], sheet: Sheet) -> Span:
    """The words around the strongest cue of the best sentence."""
    strongest = max(sheet.opening.intersection(here), key=lambda name: (sheet.full[name], name))
    return words_around(document, here[strongest])


def _chance(score: float) -> float:
    return 1 / (1 + exp(-max(-50.0, min(50.0, score))))
