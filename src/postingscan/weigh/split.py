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
        Its roles, the strongest first; where it has none, those that two or more of its required skills belong to, else the first skill's.
    population : {'us', 'world'}
        Whose asks give `usd_hour_p50`: those for the families of the job's skills, else for its roles' own.

    Returns
    -------
    tuple of Job
        Empty where nothing tells a role. Each skill stands once, in the first job that works with it; a required skill
        that belongs to one role alone gets a job of its own where no role asked for covers it.
    """
    required = reading.required
    roles = [role.name for role in reading.roles] or _roles_of(required)
    roles = [role for role in roles if role != ANY_OTHER] or roles
    left_over = [skill.roles[0] for skill in required if len(skill.roles) == 1] if reading.roles else []
    jobs, home = _group([*roles, *left_over])
    for skill in required:
        for role in skill.roles:  # a skill's own first role decides before its others
            if role in home:
                home[role].append(skill)
                break
    return tuple([_job(role, skills, population, role in roles) for role, skills in jobs.items()])


def _roles_of(required: list[Skill]) -> list[str]:
    """The roles that most skills belong to; one skill alone tells a role only where there is no better."""
    counts = Counter(skill.roles[0] for skill in required if skill.roles).most_common()
    return [role for role, count in counts if count > 1] or [role for role, _ in counts[:1]]


def _group(roles: list[str]) -> tuple[dict[str, list[Skill]], dict[str, list[Skill]]]:
    """The skills of each job, none as yet: by its strongest role, and by every role that it holds."""
    neighbours = _neighbours()
    jobs: dict[str, list[Skill]] = {}
    home: dict[str, list[Skill]] = {}
    for role in roles:
        if role in home:
            continue
        near = neighbours[role]
        for strongest, skills in jobs.items():
            if strongest in near:
                home[role] = skills
                break
        else:
            home[role] = jobs[role] = []
    return jobs, home


def _job(strongest: str, skills: list[Skill], population: Population, asked: bool) -> Job:
    kind = _kinds()[strongest]
    families = {skill.family for skill in skills}
    families.discard("")
    asks = usd_hour_quartiles(tuple(sorted(families)), population) if families else None
    asks = asks or usd_hour_quartiles(kind.families, population)
    return Job(kind.name, tuple(dict.fromkeys([skill.name for skill in skills])), asks[1] if asks else None, asked)
