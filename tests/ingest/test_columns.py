"""Names of columns and the fields that they hold."""

from __future__ import annotations

import pytest

from postingscan.errors import ConfigError
from postingscan.ingest.columns import FIELDS, Columns, fold_name


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Job Title", "title"), ("position", "title"), ("JOB_TITLE", "title"), ("jobTitle", "title"),
        ("job_description", "description"), ("Description", "description"), ("body", "description"),
        ("Payment Rate", "salary"), ("BUDGET", "salary"), ("compensation", "salary"),
        ("Hourly Rate", "hourly"), ("hourly_min", "hourly_min"), ("Hourly Low", "hourly_min"),
        ("min_amount", "min_amount"), ("interval", "interval"), ("baseSalary", "base_salary"),
        ("Hours / Week", "hours_per_week"), ("Type of Work", "employment_type"), ("jobLocation", "country"),
        ("date_posted", "date"), ("hiringOrganization", "company"), ("skill requirements", "listed_skills"),
        ("rss_skills", "listed_skills"), ("tags", "listed_skills"), ("declared_pay", "declared_pay"),
        ("Job ID", "id"), ("guid", "id"),
    ],
)  # fmt: skip
def test_usual_names_are_known_whatever_their_form(name: str, field: str) -> None:
    assert field in Columns().plan((name,))


@pytest.mark.parametrize("name", ["views", "applicants", "untitled", "job", "category", "***", ""])
def test_other_names_hold_no_field(name: str) -> None:
    assert Columns().plan((name,)) == {}


def test_every_field_is_known_by_its_own_name() -> None:
    for field in FIELDS:
        assert field in Columns().plan((field,))


def test_better_names_come_first() -> None:
    plan = Columns().plan(("name", "link", "title", "job_id", "text", "description"))
    assert plan["title"] == ("title", "name")
    assert plan["description"] == ("description", "text")
    assert plan["id"] == ("job_id", "link")
    assert plan["url"] == ("link",)


def test_map_settles_a_name_and_beats_the_known_ones() -> None:
    columns = Columns({"The Blurb": "description", "salary": "title"})
    plan = columns.plan(("the_blurb", "description", "Salary"))
    assert plan["description"] == ("the_blurb", "description")
    assert plan["title"] == ("Salary",)
    assert "salary" not in plan


def test_map_to_a_field_that_no_posting_has_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"no such field .*colour.*description"):
        Columns({"x": "colour"})


def test_records_without_a_common_form_do_not_fill_the_memory() -> None:
    columns = Columns()
    for n in range(2_000):
        columns.plan(("title", f"column {n}"))
    assert len(columns._plans) <= 512


def test_folding_keeps_letters_of_other_scripts() -> None:
    assert fold_name("Größe_1") == fold_name("GRÖSSE 1")
