"""The bundle broken into jobs that people do.

Each role that the posting asks for is a job of its own, unless people ordinarily hold it together with a stronger one
of the same posting (the table of neighbours: listed together by workers at least twice as often as by chance,
or by custom). The job carries the name of its strongest role and every skill of its roles.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import NamedTuple

from postingscan.read.facts import Reading, Skill
from postingscan.tables import load_table
from postingscan.weigh.market import Population, usd_hour_quartiles
from postingscan.weigh.weights import Job

ANY_OTHER = "other"


class _Kind(NamedTuple):
    name: str
    families: tuple[str, ...]


@cache
def _kinds() -> dict[str, _Kind]:
    return {
        row["role"]: _Kind(row["job"], tuple(family for family in row["families"].split("|") if family))
        for row in load_table("jobs")
    }


@cache
def _neighbours() -> dict[str, set[str]]:
    neighbours: dict[str, set[str]] = {role: set() for role in _kinds()}
    for row in load_table("role_neighbours"):
        neighbours[row["role"]].add(row["neighbour"])
        neighbours[row["neighbour"]].add(row["role"])
    return neighbours


def split_jobs(reading: Reading, population: Population) -> tuple[Job, ...]:
    """The jobs that the posting's roles and required skills break down into, strongest first.

    Parameters
    ----------
    reading : Reading
        Its roles; where it has none, those that two or more of its required skills belong to, else the first skill's.
    population : {'us', 'world'}
        Whose asks give `usd_hour_p50`: those for the families of the job's skills, else for its roles' own.

    Returns
    -------
    tuple of Job
        Empty where nothing tells a role. Each skill stands once, in the first job that works with it; a required skill
        that belongs to one role alone gets a job of its own where no role asked for covers it.
    """
    required = [skill for skill in reading.skills if skill.demand == "required"]
    roles = [role.name for role in sorted(reading.roles, key=lambda role: -role.strength)]
    roles = roles or _roles_of(required)
    roles = [role for role in roles if role != ANY_OTHER] or roles
    jobs = _group([*roles, *(_left_over(required, roles) if reading.roles else ())])
    asked = set(roles)
    return tuple(
        _job(held, skills, population, not asked.isdisjoint(held)) for held, skills in _share_out(jobs, required)
    )


def _roles_of(required: list[Skill]) -> list[str]:
    """The roles that most skills belong to; one skill alone tells a role only where there is no better."""
    counts = Counter(skill.roles[0] for skill in required if skill.roles).most_common()
    return [role for role, count in counts if count > 1] or [role for role, _ in counts[:1]]


def _left_over(required: list[Skill], roles: list[str]) -> list[str]:
    """Roles of the required skills that are one role's alone and that none of `roles` works with."""
    alone = (skill.roles[0] for skill in required if len(skill.roles) == 1 and skill.roles[0] not in roles)
    return list(dict.fromkeys(alone))


def _group(roles: list[str]) -> list[list[str]]:
    """Roles by job; the first of each is the strongest, and the others are its neighbours."""
    neighbours = _neighbours()
    jobs: dict[str, list[str]] = {}
    for role in roles:
        strongest = next((strongest for strongest in jobs if role in neighbours[strongest]), role)
        jobs.setdefault(strongest, []).append(role)
    return list(jobs.values())


def _share_out(jobs: list[list[str]], required: list[Skill]) -> list[tuple[list[str], list[Skill]]]:
    """Each job with the skills that it works with; a skill's own first role decides before its others."""
    shared: list[tuple[list[str], list[Skill]]] = [(job, []) for job in jobs]
    home = {role: own for job, own in shared for role in job}
    for skill in required:
        for role in skill.roles:
            if role in home:
                home[role].append(skill)
                break
    return shared


def _job(held: list[str], skills: list[Skill], population: Population, asked: bool) -> Job:
    families = dict.fromkeys(skill.family for skill in skills if skill.family)
    by_skill = usd_hour_quartiles(tuple(sorted(families)), population)
    by_role = by_skill or usd_hour_quartiles(_kinds()[held[0]].families, population)
    return Job(
        role=_kinds()[held[0]].name,
        skills=tuple(dict.fromkeys(skill.name for skill in skills)),
        usd_hour_p50=by_role[1] if by_role else None,
        asked=asked,
    )
