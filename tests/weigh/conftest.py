"""Readings made by hand, so that weighing is tested apart from reading."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postingscan.posting import Span
from postingscan.read.facts import (
    Availability,
    Demand,
    Graded,
    Hiring,
    PaymentTerms,
    Reading,
    Role,
    Skill,
    Workload,
)

HERE = Span("description", 0, 0, "")


@pytest.fixture(scope="session")
def skill() -> Callable[..., Skill]:
    def make(name: str, roles: str = "", family: str = "", demand: Demand = "required") -> Skill:
        return Skill(HERE, name, tuple(roles.split()), family, demand)

    return make


@pytest.fixture(scope="session")
def volume() -> Callable[..., Workload]:
    def make(quantity: float, item: str, per: str | None) -> Workload:
        return Workload(Span("description", 0, 0, f"{quantity} {item} per {per}"), quantity, item, per)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def reading_of() -> Callable[..., Reading]:
    """A reading of these skills and roles; roles stand from the strongest to the weakest."""

    def make(
        *skills: Skill, roles: str = "", workload: tuple[Workload, ...] = (), hours: float | None = None
    ) -> Reading:
        named = roles.split()
        return Reading(
            title=HERE,
            hiring=Hiring(),
            skills=skills,
            universals=(),
            roles=tuple(Role(role, HERE, float(len(named) - rank)) for rank, role in enumerate(named)),
            pay=(),
            trial=None,
            payment_terms=PaymentTerms("none"),
            goals=Graded(0),
            communication=Graded(0),
            workload=workload,
            availability=Availability(hours_week_max=hours),
            experience=(),
            seniority=(),
            n_words=100,
        )

    return make


@pytest.fixture(scope="session")
def touchstone(skill: Callable[..., Skill], reading_of: Callable[..., Reading]) -> Reading:
    """The bundle that started it all: articles, keywords, links, PHP and WordPress from one person."""
    return reading_of(
        skill("article writing", "writing_editing", "article_blog_writing"),
        skill("keyword research", "seo", "keyword_research"),
        skill("link building", "seo", "link_building"),
        skill("PHP", "web_development software_engineering", "php"),
        skill("WordPress", "web_development writing_editing", "wordpress"),
        skill("written English"),
        roles="writing_editing seo web_development",
    )
