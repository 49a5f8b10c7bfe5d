"""Split: the bundle broken into jobs that people do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postingscan.read.facts import ROLES, Reading, Skill
from postingscan.tables import load_table
from postingscan.weigh.split import split_jobs


def names(reading: Reading) -> list[str]:
    return [job.role for job in split_jobs(reading, "world")]


def test_touchstone_is_three_jobs_with_their_skills_and_rates(touchstone: Reading) -> None:
    writer, seo, developer = split_jobs(touchstone, "us")
    assert (writer.role, writer.skills) == ("writer", ("article writing",))
    assert (seo.role, seo.skills) == ("SEO specialist", ("keyword research", "link building"))
    assert (developer.role, developer.skills) == ("web developer", ("PHP", "WordPress"))
    assert all(job.usd_hour_p50 and 15 < job.usd_hour_p50 < 100 for job in (writer, seo, developer))


def test_one_job_stays_one_job(skill: Callable[..., Skill], reading_of: Callable[..., Reading]) -> None:
    reading = reading_of(
        skill("PHP", "web_development", "php"), skill("CSS", "web_development", "html_css"), roles="web_development"
    )
    (job,) = split_jobs(reading, "world")
    assert (job.role, job.skills) == ("web developer", ("PHP", "CSS"))


@pytest.mark.parametrize(
    ("roles", "jobs"),
    [
        ("admin_assistant data_entry customer_support social_media email_marketing", ["virtual assistant"]),
        ("social_media graphic_design email_marketing writing_editing", ["social media manager"]),
        ("data_science data_engineering", ["data analyst"]),
        ("software_engineering devops_sysadmin qa_testing", ["software engineer"]),
        ("web_development bookkeeping_finance", ["web developer", "bookkeeper"]),
        ("writing_editing seo", ["writer", "SEO specialist"]),
        (
            "legal healthcare engineering_cad",
            ["lawyer or paralegal", "healthcare worker", "engineer or draughtsperson"],
        ),
    ],
)
def test_neighbours_are_held_together_and_strangers_are_not(
    reading_of: Callable[..., Reading], roles: str, jobs: list[str]
) -> None:
    assert names(reading_of(roles=roles)) == jobs


def test_the_strongest_role_gives_the_name_and_neighbours_of_neighbours_don_t_chain(
    reading_of: Callable[..., Reading],
) -> None:
    # Video editing is near graphic design and that near social media; video editing and social media are two jobs.
    assert names(reading_of(roles="social_media graphic_design video_audio")) == [
        "social media manager",
        "video editor",
    ]
    assert names(reading_of(roles="graphic_design social_media video_audio")) == ["graphic designer"]


def test_indefinite_work_is_no_job_beside_others(reading_of: Callable[..., Reading]) -> None:
    assert names(reading_of(roles="other writing_editing")) == ["writer"]
    assert names(reading_of(roles="other")) == ["other work"]


def test_skills_tell_the_roles_where_no_role_was_read(
    skill: Callable[..., Skill], reading_of: Callable[..., Reading]
) -> None:
    reading = reading_of(
        skill("French", "translation", "translation"),
        skill("subtitles", "translation", "translation"),
        skill("AutoCAD", "engineering_cad"),
        skill("SolidWorks", "engineering_cad"),
        skill("Excel", "data_science", "excel"),  # one skill is not a role
        skill("QuickBooks", "bookkeeping_finance", "bookkeeping_accounting", demand="optional"),
        skill("Xero", "bookkeeping_finance", "bookkeeping_accounting", demand="optional"),
    )
    jobs = split_jobs(reading, "world")
    assert [job.role for job in jobs] == ["translator", "engineer or draughtsperson"]
    assert jobs[0].usd_hour_p50 is not None
    assert jobs[1].usd_hour_p50 is None  # no family of the workers' statistics


def test_one_skill_tells_a_role_where_nothing_else_does(
    skill: Callable[..., Skill], reading_of: Callable[..., Reading]
) -> None:
    assert names(reading_of(skill("Premiere Pro", "video_audio", "video_editing"), skill("English"))) == [
        "video editor"
    ]


def test_nothing_to_tell_a_role_gives_nothing(skill: Callable[..., Skill], reading_of: Callable[..., Reading]) -> None:
    assert split_jobs(reading_of(), "world") == ()
    assert split_jobs(reading_of(skill("good English")), "world") == ()


def test_each_skill_stands_once(skill: Callable[..., Skill], reading_of: Callable[..., Reading]) -> None:
    reading = reading_of(
        skill("WordPress", "web_development writing_editing", "wordpress"),
        skill("WordPress", "web_development writing_editing", "wordpress"),
        roles="writing_editing web_development",
    )
    assert [job.skills for job in split_jobs(reading, "world")] == [(), ("WordPress",)]


def test_every_role_of_the_codebook_has_a_job_and_every_neighbour_is_a_role() -> None:
    assert [row["role"] for row in load_table("jobs")] == list(ROLES)
    for row in load_table("role_neighbours"):
        assert {row["role"], row["neighbour"]} < set(ROLES)
        assert row["role"] != row["neighbour"]
