"""The skills that a posting names, and which of them it asks for."""

from __future__ import annotations

from postingscan.read import asking, demand
from postingscan.read.demand import Demands
from postingscan.read.document import Page
from postingscan.read.facts import Demand, Skill
from postingscan.read.lexicon import Cue
from postingscan.read.mentions import entries, find_mentions
from postingscan.read.universals import read_universals

__all__ = ["CUES", "entries", "read_skills", "read_universals"]

CUES = asking.CUES | demand.CUES

_RANKS: tuple[Demand, ...] = ("negated", "optional", "required")


def read_skills(page: Page) -> tuple[Skill, ...]:
    """The skills that title and description ask for, each once, in the order of the text.

    Of several mentions of the same words the one that asks most clearly counts: required before optional, and among
    equals the one with most points.
    """
    best: dict[str, tuple[int, float, Demands, Cue]] = {}
    for document in (page.title, page.description):
        mentions = find_mentions(document)
        if not mentions:
            continue
        demands = Demands(document)
        for mention, sentence, points in asking.POINTS.weigh(document, mentions):
            if points > 0:
                start, end, _ = mention
                rank = _RANKS.index(demands.of(sentence, start, end))
                words = document.folded[start:end]
                held = best.get(words)
                if held is None or (held[0], held[1]) < (rank, points):
                    best[words] = (rank, points, demands, mention)
    return tuple(_skill(demands, rank, mention) for rank, _, demands, mention in best.values())


def _skill(demands: Demands, rank: int, mention: Cue) -> Skill:
    start, end, entry = mention
    expert = demands.is_expert(start, end)
    return Skill(demands.document.span(start, end), entry.name, entry.roles, entry.family, _RANKS[rank], expert)
