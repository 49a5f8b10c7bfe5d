"""JSON that is not by the line."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.ingest import jsontext
from postingscan.ingest.columns import Columns
from postingscan.ingest.jsontext import read_json
from postingscan.ingest.places import Record, Reject

A, B = {"title": "a"}, {"title": "b"}


def read(data: bytes | Any) -> list[Record | Reject]:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return list(read_json(io.BytesIO(raw), "jobs.json", Columns()))


@pytest.mark.parametrize(
    "data",
    [
        [A, B], {"jobs": [A, B]}, {"n": 2, "results": [A, B], "next": None}, {"data": {"items": [A, B]}},
        {"whatever": [A, B]},
        {"title": "Feed of jobs", "version": "1", "items": [A, B]}, b'{"title": "a"}\n{"title": "b"}\n',
        b'  [\n{"title": "a"} ,\n{"title": "b"}\n]  ',
    ],
)  # fmt: skip
def test_postings_are_found_in_every_form(data: Any) -> None:
    assert [item.data for item in read(data)] == [A, B]


def test_an_object_may_be_one_posting_with_lists_of_its_own() -> None:
    posting = {"title": "a", "locations": [{"name": "Cebu"}], "skills": ["SEO"]}
    assert [item.data for item in read(posting)] == [posting]


@pytest.mark.parametrize("data", [b"", b"[]", {"jobs": []}, b" \n "])
def test_nothing_is_nothing(data: Any) -> None:
    assert read(data) == []


def test_elements_that_are_no_objects_are_rejects() -> None:
    items = read([A, 3, None, "x", B])
    assert [type(item) for item in items] == [Record, Reject, Reject, Reject, Record]
    assert items[1] == Reject("jobs.json", 2, None, "not an object with a posting's columns", "3")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'[{"title": "a"},{"title":', "not JSON"), (b'[{"title": "a"}, bad]', "not JSON"),
        (b'[{"title": "a"} {"title": "b"}]', "expected ',' or ']', got '{'"),
        (b'[{"title": "a"}', "the list breaks off"),
        (b'[{"title": "a"},' + b"[" * 100_000, "nested too deeply"),
        (b'[{"title": "a"}, ' + b"1" * 10_000 + b"]", "not JSON"),
    ],
)  # fmt: skip
def test_where_it_breaks_one_reject_stands_for_the_rest(data: bytes, reason: str) -> None:
    first, last = read(data)
    assert first.data == A
    assert isinstance(last, Reject)
    assert last.row == 2
    assert reason in last.reason


@pytest.mark.parametrize("depth", [61, 300, 900, 960, 980, 990])
def test_a_record_that_is_nested_too_deeply_is_a_reject(depth: int) -> None:
    data = b'[{"title": "a"}, {"title": "b", "x": %s}, %s]' % (b"[" * depth + b"]" * depth, b"[" * depth + b"]" * depth)
    first, *others = read(data)
    assert first.data == A
    assert others
    assert all(isinstance(item, Reject) for item in others)


def test_bytes_that_are_not_utf_8_cost_their_own_record_only() -> None:
    items = read(b'[{"title": "a"}, {"title": "caf\xe9"}, {"title": "b \\ud83d"}]')
    assert [type(item) for item in items] == [Record, Reject, Record]
    assert items[1].reason == "not in UTF-8"


def test_a_list_in_an_object_of_any_size_is_streamed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsontext, "MAX_RECORD", 2_000)
    monkeypatch.setattr(jsontext, "_CHUNK", 64)
    many = [{"title": f"t{n}", "n": n} for n in range(2_000)]
    data = {"meta": {"names": ["x"], "page": {"n": 1}}, "data": {"jobs": many}, "tail": [1, 2]}
    assert [item.data for item in read(data)] == many


def test_a_record_that_is_too_large_is_a_reject(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsontext, "MAX_RECORD", 500)
    monkeypatch.setattr(jsontext, "_CHUNK", 64)
    first, reject = read([A, {"title": "x" * 5_000}])
    assert first.data == A
    assert "more than 500 characters" in reject.reason


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


@given(
    st.lists(st.fixed_dictionaries({"title": st.text(max_size=30), "x": VALUES}), max_size=20),
    st.integers(1, 200),
    st.booleans(),
)
def test_chunks_of_any_size_give_the_same(rows: list[dict[str, Any]], chunk: int, escaped: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jsontext, "_CHUNK", chunk)
        raw = json.dumps(rows, ensure_ascii=escaped, indent=1).encode("utf-8", "replace")
        assert [item.data for item in read(raw)] == json.loads(raw)
