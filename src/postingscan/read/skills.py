"""The skills that a posting names, and which of them it asks for."""

from __future__ import annotations

from postingscan.read import asking, demand
from postingscan.read.demand import Demands
from postingscan.read.document import Page
from postingscan.read.facts import Demand, Skill
from postingscan.read.mentions import Entry, entries, find_mentions
from postingscan.read.unlisted import find_unlisted

__all__ = ["CUES", "entries", "read_skills"]

CUES = asking.CUES | demand.CUES

_RANKS: tuple[Demand, ...] = ("negated", "optional", "required")


def read_skills(page: Page) -> tuple[Skill, ...]:
    """The skills that title and description ask for, each once, in the order of the text.

    Of several mentions of the same words the one that asks most clearly counts: required before optional, and among
    equals the one with most points.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> page = lay_out(Posting(title="SEO help", description="You know Ahrefs well. Knowledge of PHP is a plus."))
    >>> [(skill.span.text, skill.demand) for skill in read_skills(page)]
    [('SEO', 'required'), ('Ahrefs', 'required'), ('PHP', 'optional')]
    """
    fields = (Demands(page.title), Demands(page.description))
    best: dict[str, tuple[int, int, int, Entry, int, float]] = {}
    for field, demands in enumerate(fields):
        document = demands.document
        folded = document.folded
        weighed = asking.POINTS.weigh(document, find_mentions(document))
        asked = [mention for mention in weighed if mention[2] > 0]
        asked += [(cue, document.sentence_at(cue[0]), 0.0) for cue in find_unlisted(document, weighed)]
        for (start, end, entry), sentence, points in asked:
            rank = _RANKS.index(demands.of(sentence, start, end))
            words = folded[start:end]
            held = best.get(words)
            if held is None or (held[4], held[5]) < (rank, points):
                best[words] = (field, start, end, entry, rank, points)
    chosen = []
    for field, start, end, entry, rank, _ in sorted(best.values()):
        demands = fields[field]
        span, expert = demands.document.span(start, end), demands.is_expert(start, end)
        chosen.append(Skill(span, entry.name, entry.roles, entry.family, _RANKS[rank], expert))
    return tuple(chosen)
