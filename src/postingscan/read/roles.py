"""The role families that the one hire must work in.

Four things tell: what the job is called, the same words in the text, the words of its duties (both in
``tables/role_words.csv``), and the roles of the skills that it names and asks for. Each sign has points in
``tables/role_points.csv``; a role is asked for where they add up to more than nought.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import exp, log1p
from struct import Struct
from typing import NamedTuple

from postingscan.posting import Span
from postingscan.read.document import Document, Page
from postingscan.read.facts import ROLES, Role, Skill
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


def find_signs(page: Page, skills: Sequence[Skill]) -> tuple[dict[str, dict[str, float]], dict[str, float]]:
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
    counts, single = _count(page, skills)
    return {
        kind: {role: value * factor for role, value in measure.items()}
        for measure, kinds in _measures(counts, len(page.description.text))
        for kind, factor in kinds
    }, single


class _Counts(NamedTuple):
    """How often each role is met in the title, in jobs and duties of the text, among skills named and asked for.

    A skill that several roles work with is divided among them.
    """

    titles: dict[str, float]
    jobs: dict[str, float]
    duties: dict[str, float]
    named: dict[str, float]
    asked: dict[str, float]


def _count(page: Page, skills: Sequence[Skill]) -> tuple[_Counts, dict[str, float]]:
    """Counts by role, and the single signs met on the way."""
    titles: dict[str, float] = {}
    jobs: dict[str, float] = defaultdict(float)
    duties: dict[str, float] = defaultdict(float)
    named: dict[str, float] = defaultdict(float)
    asked: dict[str, float] = defaultdict(float)
    single: dict[str, float] = {}
    for _, _, (roles, sign, _) in page.title.cues.get("role job", ()):
        single[sign] = 1.0
        for role in roles:
            titles[role] = 1.0
    for start, _, (roles, _, sign) in page.description.cues.get("role job", ()):
        if start < _OPENING:
            single[sign] = 1.0
        for role in roles:
            jobs[role] += 1.0
    for _, _, (roles, _, _) in page.description.cues.get("role duty", ()):
        for role in roles:
            duties[role] += 1.0
    for document in (page.title, page.description):
        for _, _, entry in document.cues.get("skill", ()):
            single[entry.sign] = 1.0
            roles = entry.roles
            if roles:
                share = 1.0 / len(roles)
                for role in roles:
                    named[role] += share
    for skill in skills:
        if skill.demand == "required":
            for role in skill.roles:
                asked[role] += 1.0 / len(skill.roles)
    return _Counts(titles, jobs, duties, named, asked), single


_Measure = tuple[dict[str, float], tuple[tuple[str, float], ...]]


def _measures(counts: _Counts, n_characters: int) -> tuple[_Measure, ...]:
    """What is measured of each role, and the kinds of sign that it makes: each by its name and a factor."""
    jobs, duties, named, asked = map(_logs, counts[1:])
    brevity = exp(-n_characters / _LONG)
    return (
        (counts.titles, (("title", 1.0), ("title, briefly", brevity))),
        (jobs, (("job", 1.0), ("job, briefly", brevity))),
        (duties, (("duty", 1.0), ("duty top", 1.0 / max(duties.values(), default=1.0)))),
        (named, (("named", 1.0), ("named top", 1.0 / max(named.values(), default=1.0)), ("named, briefly", brevity))),
        (counts.named, (("share", 1.0 / (sum(counts.named.values()) or 1.0)),)),
        (asked, (("asked", 1.0),)),
        (counts.asked, (("asked share", 1.0 / (sum(counts.asked.values()) or 1.0)),)),
    )


def _logs(counts: dict[str, float]) -> dict[str, float]:
    return {role: log1p(count) for role, count in counts.items()}


def _load() -> tuple[dict[str, int], dict[str, float]]:
    """The points that a sign gives to each role, packed, and those that a kind of sign gives to any role."""
    own: dict[str, int] = defaultdict(int)
    any_role: dict[str, float] = {}
    for row in load_table("role_points"):
        role, sign, points = row["role"], row["sign"], float(row["points"])
        if role:
            own[sign] += round(points * _PARTS) << _LANE * ROLES.index(role)
        else:
            any_role[sign] = points
    return dict(own), any_role


# A sign gives points to many roles. With the hundredths of all roles side by side in one number it takes one addition
# and not one for each. Every lane starts with `_RAISED` on it, so that none falls below nought and borrows from the next.
_PARTS = 100  # of a point; the table has two decimals
_LANE = 32  # bits
_RAISED = 1 << _LANE - 1
_UNPACK = Struct(f"<{len(ROLES)}I").unpack
_N_BYTES = len(ROLES) * _LANE // 8

_OWN, _ANY = _load()
_ALWAYS = _OWN["always"] + sum(_RAISED << _LANE * place for place in range(len(ROLES)))


def _own_points(signs: Iterable[str]) -> dict[str, float]:
    """What single signs, each counted once, add up to for every role."""
    packed = sum([_OWN.get(sign, 0) for sign in signs], _ALWAYS)
    lanes = _UNPACK(packed.to_bytes(_N_BYTES, "little"))
    return {role: (lane - _RAISED) / _PARTS for role, lane in zip(ROLES, lanes, strict=True)}


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
    counts, single = _count(page, skills)
    points = _own_points(single)
    for measure, kinds in _measures(counts, len(page.description.text)):
        if measure:
            each = 0.0
            for kind, factor in kinds:
                each += _ANY.get(kind, 0.0) * factor
            for role, value in measure.items():
                points[role] += each * value
    asked = sorted([(value, role) for role, value in points.items() if value > 0], reverse=True)
    titles = counts.titles
    if not asked and titles:  # what the job is called stands, where nothing else tells
        best = max(titles, key=points.__getitem__)
        asked = [(0.0, best)] if points[best] > _NO_JOB else []
    return tuple([Role(role, _evidence(page, role, skills), round(value, 2)) for value, role in asked])


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
    """The longest cue of `kind` that speaks for `role`."""
    first = last = 0
    for start, end, said in document.cues.get(kind, ()):
        if end - start > last - first and role in said.roles:
            first, last = start, end
    return document.span(first, last) if last else None
