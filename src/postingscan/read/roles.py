"""The role families that the one hire must work in.

What tells is what the job is called (``tables/role_titles.csv``), the same words in the text, what is to be done
(`postingscan.read.duties`), and the roles of the skills that are named. Each sign has points in ``tables/role_points.csv``; a role is asked for where they add up to
more than nothing. `tools/fit_role_points.py` fits them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from math import log1p
from typing import NamedTuple

from postingscan.posting import Span
from postingscan.read.document import Document, Page
from postingscan.read.duties import find_duties
from postingscan.read.facts import Role, Skill
from postingscan.tables import load_table



class Title(NamedTuple):
    """What a job is called: the roles it may be, and its signs in the title and in the opening of the text."""

    roles: tuple[str, ...]
    in_title: str
    in_opening: str


CUES: dict[str, tuple[tuple[str, Title], ...]] = {
    "role": tuple(
        (row["phrase"], Title(tuple(row["roles"].split("|")), f"title is {row['phrase']}", f"opens with {row['phrase']}"))
        for row in load_table("role_titles")
    )
}

_OPENING = 400  # characters of the text in which a job is usually named
_KINDS = ("title", "duties", "skills", "words", "asked", "asked of few", "duties of few", "skills of few")
_LONG = 2_000  # characters from which a text no longer counts as short


def _load() -> tuple[dict[str, list[tuple[str, float]]], dict[str, float], dict[str, float]]:
    own: dict[str, list[tuple[str, float]]] = {}
    any_role, base = dict.fromkeys(_KINDS, 0.0), {}
    for row in load_table("role_points"):
        role, sign, points = row["role"], row["sign"], float(row["points"])
        if not role:
            any_role[sign] = points
        elif sign == "always":
            base[role] = points
        else:
            own.setdefault(sign, []).append((role, points))
    return own, any_role, base


_OWN, _ANY, _BASE = _load()


def find_signs(page: Page, skills: Sequence[Skill]) -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """What speaks for each role, in kinds that mean the same for all, and the single signs with their weight.

    Returns
    -------
    by_kind : dict of dict
        'title' (1 where the title names the role), 'duties' (log of 1 + sentences that ask
        for its work), 'words' (log of 1 + times the text names it), 'skills' (log of 1 +
        mentions of its skills), 'asked' (the same of required skills that are this role's alone), and the last two
        and 'duties' once more for short texts, where less is said in passing; each by role.
    single : dict
        'title is …', 'opens with …' and 'names …' with 1; 'skills of …' with their log.
    """
    titles: dict[str, float] = {}
    words: dict[str, float] = {}
    counts: dict[str, float] = {}
    single: dict[str, float] = {}
    for _, _, (roles, sign, _) in page.title.cues.get("role", ()):
        single[sign] = 1.0
        for role in roles:
            titles[role] = 1.0
    for start, _, (roles, _, sign) in page.description.cues.get("role", ()):
        if start < _OPENING:
            single[sign] = 1.0
        for role in roles:
            words[role] = words.get(role, 0.0) + 1.0
    for _, _, entry in chain(page.title.cues.get("skill", ()), page.description.cues.get("skill", ())):
        single[entry.sign] = 1.0
        if entry.roles:
            part = 1.0 / len(entry.roles)
            for role in entry.roles:
                counts[role] = counts.get(role, 0.0) + part
    duties: dict[str, float] = {}
    for document in (page.title, page.description):
        for duty in find_duties(document):
            duties[duty.role] = duties.get(duty.role, 0.0) + 1.0
            single[f"does {duty.role}"] = 1.0
    asked: dict[str, float] = {}
    for skill in skills:
        if skill.demand == "required" and len(skill.roles) == 1:
            asked[skill.roles[0]] = asked.get(skill.roles[0], 0.0) + 1.0
    named = {role: log1p(count) for role, count in counts.items()}
    for role, weight in named.items():
        single[f"skills of {role}"] = weight
    few = max(0.0, 1 - len(page.description.text) / _LONG)
    by_kind = {
        "title": titles,
        "duties": {role: log1p(count) for role, count in duties.items()},
        "skills": named,
        "words": {role: log1p(count) for role, count in words.items()},
        "asked": {role: log1p(count) for role, count in asked.items()},
        "asked of few": {role: log1p(count) * few for role, count in asked.items()},
        "duties of few": {role: log1p(count) * few for role, count in duties.items()},
        "skills of few": {role: weight * few for role, weight in named.items()},
    }
    return by_kind, single


def read_roles(page: Page, skills: Sequence[Skill]) -> tuple[Role, ...]:
    """The roles that the posting asks one person to fill, the strongest first.

    Parameters
    ----------
    page : Page
    skills : sequence of Skill
        What `postingscan.read.skills.read_skills` found; they serve as evidence.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> page = lay_out(Posting(title="Bookkeeper", description="Reconcile accounts in Xero and run the payroll."))
    >>> [(role.name, role.span.text) for role in read_roles(page, ())]
    [('bookkeeping_finance', 'Bookkeeper')]
    """
    by_kind, single = find_signs(page, skills)
    points = dict(_BASE)
    for kind, values in by_kind.items():
        each = _ANY[kind]
        for role, value in values.items():
            points[role] = points.get(role, _ANY["always"]) + each * value
    own = _OWN.get
    for sign, value in single.items():
        for role, worth in own(sign, ()):
            points[role] = points.get(role, _ANY["always"]) + worth * value
    asked = sorted(((value, role) for role, value in points.items() if value > 0), reverse=True)
    return tuple(Role(role, _evidence(page, role, skills), round(value, 2)) for value, role in asked)


def _evidence(page: Page, role: str, skills: Sequence[Skill]) -> Span:
    """The words that show `role` best: in the title, else a skill that is asked for, else any word of it."""
    named = _longest_title(page.title, role)
    if named is not None:
        return named
    for demand in ("required", "optional"):
        for skill in skills:
            if role in skill.roles and skill.demand == demand:
                return skill.span
    named = _longest_title(page.description, role)
    if named is not None:
        return named
    for document in (page.title, page.description):
        for start, end, entry in document.cues.get("skill", ()):
            if role in entry.roles:
                return document.span(start, end)
    return page.title.span(0, len(page.title.text))


def _longest_title(document: Document, role: str) -> Span | None:
    cues = [cue for cue in document.cues.get("role", ()) if role in cue[2].roles]
    if not cues:
        return None
    start, end, _ = max(cues, key=lambda cue: cue[1] - cue[0])
    return document.span(start, end)
