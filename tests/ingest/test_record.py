"""Records of any form into postings."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.errors import RecordError
from postingscan.frames import to_json
from postingscan.ingest.columns import Columns
from postingscan.ingest.record import make_posting, parse_record
from postingscan.posting import Posting


def posting(**record: Any) -> Posting:
    return make_posting({"title": "Writer", **record}, Columns())


def test_html_entities_and_spaces_are_settled_once() -> None:
    made = posting(
        title="  Writer &amp;\n editor ", description="<p>Two <b>posts</b></p><p>R&amp;D</p>", salary="$5\n/ hour"
    )
    assert (made.title, made.description, made.salary) == ("Writer & editor", "Two posts\n\nR&D", "$5 / hour")


def test_html_that_is_escaped_once_more_is_read() -> None:
    assert posting(description="&lt;p&gt;Write &amp;amp; edit&lt;/p&gt;").description == "Write & edit"
    assert posting(description="less than 5 &lt; 6").description == "less than 5 < 6"


@pytest.mark.parametrize(
    ("given_id", "kept"),
    [("a b", "a b"), (7, "7"), (7.0, "7"), (10**30, str(10**30)), ("007", "007"),
     ({"@type": "PropertyValue", "value": 12}, "12"),
     (np.int64(5), "5")],
)  # fmt: skip
def test_ids_are_strings_as_they_came(given_id: Any, kept: str) -> None:
    assert posting(id=given_id).id == kept


def test_without_an_id_the_address_stands_for_it_and_then_a_hash_of_the_text() -> None:
    assert posting(url="https://board.example/1").id == "https://board.example/1"
    assert posting(id=None, url="https://board.example/1").url == "https://board.example/1"
    one, same, other = posting(text="a b c"), posting(body="a b  c".replace("  ", " ")), posting(text="a b d")
    assert one.id == same.id != other.id
    assert one.id.startswith("text:")


@pytest.mark.parametrize("nothing", [None, "", float("nan"), "NaN", "null", " None ", pd.NA, pd.NaT, [], {}, np.nan])
def test_missing_values_are_missing(nothing: Any) -> None:
    made = posting(description=nothing, text="Write.", salary=nothing, hours=nothing, tags=nothing, date=nothing)
    assert (made.description, made.salary, made.hours_per_week, made.listed_skills, made.date) == (
        "Write.",
        "",
        None,
        (),
        None,
    )
    assert made.extra == {}


@pytest.mark.parametrize(
    ("skills", "read"),
    [
        (["SEO", " PHP ", "SEO", ""], ("SEO", "PHP")),
        ("SEO, Link building,PHP", ("SEO", "Link building", "PHP")),
        ("SEO|PHP", ("SEO", "PHP")),
        ("SEO · PHP; Excel", ("SEO", "PHP", "Excel")),
        ("Data Entry  Excel  3 more", ("Data Entry", "Excel")),
        ("Data Entry Excel", ("Data Entry Excel",)),
        ("['SEO', \"PHP\"]", ("SEO", "PHP")),
        ([{"name": "SEO"}, {"name": "PHP"}], ("SEO", "PHP")),
        (np.array(["SEO", "PHP"], dtype=object), ("SEO", "PHP")),
        ("C++, C#, .NET", ("C++", "C#", ".NET")),
    ],
)
def test_listed_skills(skills: Any, read: tuple[str, ...]) -> None:
    assert posting(skills=skills).listed_skills == read


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("Jul 14, 2025", "Jul 14, 2025"), (dt.date(2025, 7, 14), "2025-07-14"),
        (pd.Timestamp("2025-07-14 10:00"), "2025-07-14T10:00:00"), (1752487200, "2025-07-14T10:00:00+00:00"),
        (1752487200000, "2025-07-14T10:00:00+00:00"), (2025, "2025"), ([1], None),
    ],
)  # fmt: skip
def test_dates(value: Any, read: str | None) -> None:
    assert posting(date=value).date == read


def test_nested_forms_of_schema_org_are_read() -> None:
    made = posting(
        hiringOrganization={"@type": "Organization", "name": "Acme & Sons"},
        jobLocation=[{"@type": "Place", "address": {"addressLocality": "Cebu", "addressCountry": {"name": "PH"}}}],
        employmentType=["FULL_TIME", "CONTRACTOR"],
        workHours="40 hours",
    )
    assert (made.company, made.country) == ("Acme & Sons", "PH")
    assert (made.employment_type, made.hours_per_week) == ("FULL_TIME, CONTRACTOR", "40 hours")


def test_unknown_columns_come_out_unchanged() -> None:
    extra = {
        "near_duplicates": 0,
        "stratum": {"name": "rest", "n": 3},
        "flags": [True, None],
        "note": "a  b",
        "empty": None,
    }
    assert posting(**extra).extra == extra


def test_a_second_column_of_a_field_is_not_lost() -> None:
    assert posting(description="Long.", summary="Short.").extra == {"summary": "Short."}


def test_values_of_data_frames_become_json() -> None:
    made = posting(
        when=pd.Timestamp("2025-01-02"),
        n=np.int64(3),
        price=Decimal("1.5"),
        gone=pd.NA,
        x=float("inf"),
        raw=b"ab",
        some={1},
    )
    assert made.extra == {
        "when": "2025-01-02T00:00:00", "n": 3, "price": 1.5, "gone": None, "x": None, "raw": "ab", "some": [1],
    }  # fmt: skip
    assert to_json(made.extra)


def test_columns_of_a_data_frame_may_be_numbers() -> None:
    assert make_posting({"title": "Writer", 0: "x"}, Columns()).extra == {"0": "x"}


@pytest.mark.parametrize(
    "record", [{}, {"title": " ", "description": "<p></p>"}, {"salary": "$5"}, {"description": {"a": 1}}]
)
def test_a_record_with_neither_title_nor_text_is_refused(record: dict[str, Any]) -> None:
    with pytest.raises(RecordError, match="neither title nor text"):
        make_posting(record, Columns())


def test_a_title_is_enough() -> None:
    assert make_posting({"title": "Flutter developer", "description": ""}, Columns()).description == ""


def test_a_posting_comes_back_as_it_is() -> None:
    given_posting = Posting(title="Writer")
    assert make_posting(given_posting, Columns()) is given_posting


def test_more_tags_than_can_be_parsed_are_refused() -> None:
    with pytest.raises(RecordError, match="at most 50000 tags"):
        posting(description="<div>" * 50_001)
    with pytest.raises(RecordError, match="at most 50000 tags"):
        posting(company="&lt;div&gt;" * 50_001)


def test_nesting_without_end_is_refused() -> None:
    deep: Any = 1
    for _ in range(100):
        deep = [deep]
    with pytest.raises(RecordError, match="nested too deeply"):
        posting(strange=deep)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"title": ', "not JSON"), (b"[1]", "not an object.*a list"), (b'"x"', "not an object.*a text"),
        (b"null", "got null"),
        (b'{"title": "caf\xe9"}', "not in UTF-8.*byte 15"), (b"[" * 100_000, "nested too deeply"),
        (b"title,text", "not JSON"),
    ],
)  # fmt: skip
def test_lines_that_cannot_be_read_say_why(line: bytes, reason: str) -> None:
    with pytest.raises(RecordError, match=reason):
        parse_record(line)


def test_what_python_writes_as_json_is_read() -> None:
    assert parse_record(b'{"a": Infinity, "b": "\\ud83d"}')["a"] == float("inf")
    assert parse_record(b'{"id": 123456789012345678901234567890}') == {"id": 123456789012345678901234567890}


def test_halves_of_surrogate_pairs_do_not_reach_the_output() -> None:
    record = parse_record(b'{"id": "\\ud83dx", "title": "Writer \\ud83d", "\\ud83d": "\\udc00", "url": "\\ud83d"}')
    made = make_posting(record, Columns())
    assert to_json({"id": made.id, "title": made.title, "url": made.url, "extra": dict(made.extra)})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(
    st.dictionaries(
        st.sampled_from(["id", "Job Title", "text", "salary", "tags", "date", "location", "hours", "baseSalary", "x"]),
        JSON,
    )
)
def test_any_record_becomes_a_posting_or_a_reason(record: dict[str, Any]) -> None:
    try:
        made = make_posting(record, Columns())
    except RecordError:
        return
    assert made.id
    assert made.title or made.description
    assert "\n" not in made.title + made.salary
    assert to_json(dict(made.extra))
    assert all(type(skill) is str for skill in made.listed_skills)
