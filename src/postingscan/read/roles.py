"""The role families that the one hire must work in.

Four things tell: what the job is called, the same words in the text, the words of its duties (both in
``tables/role_words.csv``), and the roles of the skills that it names and asks for. Each sign has points in
``tables/role_points.csv``; a role is asked for where they add up to more than nought.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from math import exp, log1p
from typing import NamedTuple

from postingscan.posting import Span
from postingscan.read.document import Document, Page
from postingscan.read.facts import Role, Skill
from postingscan.tables import load_table


class Word(NamedTuple):
    """What a job or a duty is called: the roles it may be, and its signs in the title and in the opening of the text."""

    roles: tuple[str, ...]
    in_title: str
    in_opening: str


CUES: dict[str, tuple[tuple[str, Word], ...]] = {
    f"role {kind}": tuple(
        (
            row["phrase"],
            Word(tuple(row["roles"].split("|")), f"title is {row['phrase']}", f"opens with {row['phrase']}"),
        )
        for row in load_table("role_words")
        if row["kind"] == kind
    )
    for kind in ("job", "duty")
}

_OPENING = 400  # characters of the text in which a job is usually named
_NO_JOB = -3.0  # points at which even a title that names a role means none
_LONG = 600.0  # characters; the shorter a text, the more each of its words tells

_Signs = tuple[dict[str, dict[str, float]], dict[str, float]]


def find_signs(page: Page, skills: Sequence[Skill]) -> _Signs:
    """What speaks for each role, in kinds that mean the same for all, and the single signs.

    Returns
    -------
    by_kind : dict of dict
        'title' (1 where the title names the role), 'job' and 'duty' (log of 1 + words of it in the text), 'named' and
        'asked' (log of 1 + skills of it), 'share' and 'asked share' (of all skills), 'duty top' and 'named top' (of the
        role with most), each by role; 'title', 'job' and 'named' once more, 'briefly': the less, the longer the text.
    single : dict
        'title is …', 'opens with …' and 'name …' (of a skill), each with 1.
    """
    titles: dict[str, float] = {}
    jobs: dict[str, float] = {}
    duties: dict[str, float] = {}
    single: dict[str, float] = {}
    for _, _, (roles, sign, _) in page.title.cues.get("role job", ()):
        single[sign] = 1.0
        for role in roles:
            titles[role] = 1.0
    for start, _, (roles, _, sign) in page.description.cues.get("role job", ()):
        if start < _OPENING:
            single[sign] = 1.0
        for role in roles:
            jobs[role] = jobs.get(role, 0.0) + 1.0
    for _, _, (roles, _, _) in page.description.cues.get("role duty", ()):
        for role in roles:
            duties[role] = duties.get(role, 0.0) + 1.0
    named = [cue[2] for cue in chain(page.title.cues.get("skill", ()), page.description.cues.get("skill", ()))]
    for entry in named:
        single[entry.sign] = 1.0
    counts = _count(entry.roles for entry in named)
    asked = _count(skill.roles for skill in skills if skill.demand == "required")
    jobs, duties, logs = _logs(jobs), _logs(duties), _logs(counts)
    brevity = exp(-len(page.description.text) / _LONG)
    by_kind = {
        "title": titles,
        "job": jobs,
        "duty": duties,
        "duty top": _shares(duties, max(duties.values(), default=1.0)),
        "named": logs,
        "named top": _shares(logs, max(logs.values(), default=1.0)),
        "share": _shares(counts, sum(counts.values())),
        "asked": _logs(asked),
        "asked share": _shares(asked, sum(asked.values())),
        "title, briefly": _times(titles, brevity),
        "job, briefly": _times(jobs, brevity),
        "named, briefly": _times(logs, brevity),
    }
    return by_kind, single


def _count(bundles: Iterable[tuple[str, ...]]) -> dict[str, float]:
    """How many skills each role has; one that several roles work with is divided among them."""
    counts: dict[str, float] = {}
    for roles in bundles:
        for role in roles:
            counts[role] = counts.get(role, 0.0) + 1.0 / len(roles)
    return counts


def _logs(counts: dict[str, float]) -> dict[str, float]:
    return {role: log1p(count) for role, count in counts.items()}


def _times(counts: dict[str, float], factor: float) -> dict[str, float]:
    return {role: count * factor for role, count in counts.items()}


def _shares(counts: dict[str, float], whole: float) -> dict[str, float]:
    return {role: count / whole for role, count in counts.items()}


def _load() -> tuple[dict[str, tuple[tuple[str, float], ...]], dict[str, float]]:
    """The points that a sign gives to roles of its own, and those that a kind of sign gives to any role."""
    own: dict[str, tuple[tuple[str, float], ...]] = {}
    any_role: dict[str, float] = {}
    for row in load_table("role_points"):
        role, sign, points = row["role"], row["sign"], float(row["points"])
        if role:
            own[sign] = (*own.get(sign, ()), (role, points))
        else:
            any_role[sign] = points
    return own, any_role


_OWN, _ANY = _load()


def read_roles(page: Page, skills: Sequence[Skill]) -> tuple[Role, ...]:
    """The roles that the posting asks one person to fill, the strongest first.

    Parameters
    ----------
    page : Page
    skills : sequence of Skill
        What `postingscan.read.skills.read_skills` found.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> page = lay_out(Posting(title="Bookkeeper", description="Reconcile accounts in Xero and run the payroll."))
    >>> [(role.name, role.span.text) for role in read_roles(page, ())]
    [('bookkeeping_finance', 'Bookkeeper')]
    """
    by_kind, single = find_signs(page, skills)
    points = dict(_OWN["always"])
    for kind, values in by_kind.items():
        each = _ANY.get(kind, 0.0)
        for role, value in values.items():
            points[role] += each * value
    own = _OWN.get
    for sign in single:
        for role, worth in own(sign, ()):
            points[role] += worth
    asked = sorted(((value, role) for role, value in points.items() if value > 0), reverse=True)
    titles = by_kind["title"]
    if not asked and titles:  # what the job is called stands, where nothing else tells
        best = max(titles, key=points.__getitem__)
        asked = [(0.0, best)] if points[best] > _NO_JOB else []
    return tuple(Role(role, _evidence(page, role, skills), round(value, 2)) for value, role in asked)


def _evidence(page: Page, role: str, skills: Sequence[Skill]) -> Span:
    """The words that show `role` best: in the title, else a skill that is asked for, else any word of it."""
    named = _longest(page.title, "role job", role)
    if named is not None:
        return named
    for skill in skills:
        if role in skill.roles and skill.demand == "required":
            return skill.span
    for document, kind in (
        (page.description, "role job"), (page.title, "skill"), (page.description, "skill"), (page.description, "role duty"),
    ):  # fmt: skip
        named = _longest(document, kind, role)
        if named is not None:
            return named
    return page.title.span(0, len(page.title.text))


def _longest(document: Document, kind: str, role: str) -> Span | None:
    cues = [cue for cue in document.cues.get(kind, ()) if role in cue[2].roles]
    if not cues:
        return None
    start, end, _ = max(cues, key=lambda cue: cue[1] - cue[0])
    return document.span(start, end)
