"""The skills that a posting names, and which of them it asks for."""

from __future__ import annotations

from postingscan.read import asking, demand
from postingscan.read.demand import Demands
from postingscan.read.document import Page
from postingscan.read.facts import Demand, Skill
from postingscan.read.lexicon import Cue
from postingscan.read.mentions import entries, find_mentions
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
    best: dict[str, tuple[int, float, Demands, Cue]] = {}
    for document in (page.title, page.description):
        mentions = find_mentions(document)
        weighed = asking.POINTS.weigh(document, mentions)
        demands = Demands(document)
        asked = [(mention, sentence, points) for mention, sentence, points in weighed if points > 0]
        asked += [(cue, document.sentence_at(cue[0]), 0.0) for cue in find_unlisted(document, weighed)]
        for mention, sentence, points in asked:
            start, end, _ = mention
            rank = _RANKS.index(demands.of(sentence, start, end))
            words = document.folded[start:end]
            held = best.get(words)
            if held is None or (held[0], held[1]) < (rank, points):
                best[words] = (rank, points, demands, mention)
    chosen = sorted(best.values(), key=_place)
    return tuple(_skill(demands, rank, mention) for rank, _, demands, mention in chosen)


def _place(held: tuple[int, float, Demands, Cue]) -> tuple[bool, int]:
    return held[2].document.field == "description", held[3][0]


def _skill(demands: Demands, rank: int, mention: Cue) -> Skill:
    start, end, entry = mention
    expert = demands.is_expert(start, end)
    return Skill(demands.document.span(start, end), entry.name, entry.roles, entry.family, _RANKS[rank], expert)
