"""What the hire is to do: a verb with its object, and the role family that does such work.

'Reconcile the bank accounts' shows a bookkeeper whatever the title says. Verbs and objects stand in
``tables/duties.csv``; a verb counts where one of its objects follows in the same clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from postingscan.posting import Span
from postingscan.read.document import Document, Section
from postingscan.read.lexicon import Cue
from postingscan.tables import load_table

_REACH = 64  # characters after the verb in which its object must begin
_NOT_ASKED: frozenset[Section] = frozenset(("company", "offer", "apply", "equipment"))
_CLAUSE_END = re.compile(r"[.!?;:\n•]")
_LEADS_AWAY = re.compile(r"\b(?:we|i|our (?:team|company|clients|customers|software|app|platform))\s(?:\w+\s){0,2}$")


class Duty(NamedTuple):
    """Work asked for, and the role family that does it."""

    role: str
    span: Span


def _pattern(objects: str) -> re.Pattern[str] | None:
    """The objects of a row as one alternation; None where any object will do."""
    words = objects.split("|")
    if "*" in words:
        return None
    inner = "|".join(re.escape(word.removesuffix("*")) + (r"\w{0,12}" if word.endswith("*") else "") for word in words)
    return re.compile(rf"(?<!\w)(?:{inner})(?!\w)")


_ROWS = [(row["role"], row["verbs"].split("|"), _pattern(row["objects"])) for row in load_table("duties")]


def _by_verb() -> dict[str, tuple[tuple[str, re.Pattern[str] | None], ...]]:
    verbs: dict[str, list[tuple[str, re.Pattern[str] | None]]] = {}
    for role, named, pattern in _ROWS:
        for verb in named:
            verbs.setdefault(verb, []).append((role, pattern))
    return {verb: tuple(meanings) for verb, meanings in verbs.items()}


CUES: dict[str, tuple[tuple[str, tuple[tuple[str, re.Pattern[str] | None], ...]], ...]] = {
    "duty": tuple(_by_verb().items())
}


def find_duties(document: Document) -> Iterator[Duty]:
    """The duties that one text names, in order; each role once a sentence.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> text = "You reconcile the bank accounts and edit our YouTube videos. We build websites for dentists."
    >>> [(duty.role, duty.span.text) for duty in find_duties(lay_out(Posting(description=text)).description)]
    [('bookkeeping_finance', 'reconcile the bank accounts'), ('video_audio', 'edit our YouTube videos')]
    """
    last = -1
    seen: set[str] = set()
    for cue in document.cues.get("duty", ()):
        sentence = document.sentence_at(cue.start)
        if sentence.start != last:
            last = sentence.start
            seen.clear()
        if sentence.section in _NOT_ASKED:
            continue
        for role, end in _objects(document, cue, sentence.start, sentence.end):
            if role not in seen:
                seen.add(role)
                yield Duty(role, document.span(cue.start, end))


def _objects(document: Document, cue: Cue, low: int, high: int) -> Iterator[tuple[str, int]]:
    """Roles that do what the verb at `cue` says, with where its object ends."""
    folded = document.folded
    if _LEADS_AWAY.search(folded, max(low, cue.start - 40), cue.start):
        return
    stop = min(high, cue.end + _REACH)
    clause_end = _CLAUSE_END.search(folded, cue.end, stop)
    stop = clause_end.start() if clause_end else stop
    for role, pattern in cue.value:
        if pattern is None:
            yield role, cue.end
        elif found := pattern.search(folded, cue.end, stop):
            yield role, found.end()
