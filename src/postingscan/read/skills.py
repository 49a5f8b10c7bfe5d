"""The skills that a posting names, and which of them it asks for."""

from __future__ import annotations

from postingscan.read.asking import CUES, Demands, find_signs, points_of
from postingscan.read.document import Page
from postingscan.read.facts import Demand, Skill
from postingscan.read.mentions import entries, find_mentions
from postingscan.read.universals import read_universals

__all__ = ["CUES", "entries", "read_skills", "read_universals"]

_RANK: dict[Demand, int] = {"required": 3, "optional": 2, "negated": 1, "context": 0}


def read_skills(page: Page) -> tuple[Skill, ...]:
    """The skills that title and description name, each once, in the order of the text.

    Of several mentions of a skill the one that asks most clearly counts: required before optional, and among
    equals the one with most points.
    """
    best: dict[str, tuple[int, float, Skill]] = {}
    for document in (page.title, page.description):
        mentions = find_mentions(document)
        if not mentions:
            continue
        demands = Demands(document)
        for mention, signs in zip(mentions, find_signs(document, mentions), strict=True):
            points = points_of(signs)
            start, end, entry = mention
            if points <= 0:
                continue
            demand = demands.of(start, end)
            rank = _RANK[demand]
            key = document.folded[start:end]
            held = best.get(key)
            if held is not None and (held[0], held[1]) >= (rank, points):
                continue
            expert = demands.is_expert(start, end)
            skill = Skill(document.span(start, end), entry.name, entry.roles, entry.family, demand, expert)
            best[key] = (rank, points, skill)
    return tuple(skill for _, _, skill in best.values())
