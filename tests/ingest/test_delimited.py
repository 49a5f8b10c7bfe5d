"""CSV and TSV: every row is a record or a reject."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.errors import InputError
from postingscan.ingest import delimited
from postingscan.ingest.columns import Columns
from postingscan.ingest.delimited import read_delimited
from postingscan.ingest.places import Record, Reject


def read(text: str | bytes, delimiter: str | None = None) -> list[Record | Reject]:
    data = text.encode() if isinstance(text, str) else text
    return list(read_delimited(io.BytesIO(data), "jobs.csv", Columns(), delimiter))


def test_rows_keep_their_place_and_cells_their_lines() -> None:
    one, two = read('title,description\nWriter,"Two posts\na week"\nEditor,"Says ""hi"""\n')
    assert one == Record("jobs.csv", 1, 2, {"title": "Writer", "description": "Two posts\na week"})
    assert two == Record("jobs.csv", 2, 4, {"title": "Editor", "description": 'Says "hi"'})


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_from_the_header(delimiter: str) -> None:
    (row,) = read(
        f"id{delimiter}title{delimiter}text\n1{delimiter}a, b; c{delimiter}d\n".replace("a, b; c", '"a, b; c"')
    )
    assert row.data == {"id": "1", "title": "a, b; c", "text": "d"}


def test_a_row_of_another_width_is_a_reject_with_its_place() -> None:
    good, short, long = read("title,text\na,b\nshort\n1,2,3\n")
    assert isinstance(good, Record)
    assert short == Reject("jobs.csv", 2, 3, "expected 2 cells, got 1", "short")
    assert (long.line, long.reason) == (4, "expected 2 cells, got 3")


def test_a_quote_that_is_never_closed_costs_its_own_line_only() -> None:
    items = read('title,text\na,b\n"open,x\nc,d\ne,f\n')
    assert [type(item) for item in items] == [Record, Reject, Record, Record]
    assert items[1].reason == "a quote is opened and never closed"
    assert (items[1].line, items[1].raw) == (3, '"open,x')
    assert [item.line for item in items[2:]] == [4, 5]


def test_a_row_that_is_too_long_is_a_reject_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MAX_RECORD", 100)
    lines = "\n".join("x" * 30 for _ in range(10))
    items = read(f'title,text\n"{lines}\na,b\n')
    assert isinstance(items[0], Reject)
    assert items[-1].data == {"title": "a", "text": "b"}


def test_bytes_that_are_not_utf_8_are_windows_1252_or_a_reject() -> None:
    items = read("title,text\ncafé,x\n".encode("cp1252") + "café,y\n".encode() + b"caf\x81,z\n")
    assert [item.data["title"] for item in items if isinstance(item, Record)] == ["café", "café"]
    assert items[2].reason == "in neither UTF-8 nor Windows-1252"


def test_blank_lines_are_no_rows() -> None:
    assert [item.row for item in read("\n\ntitle,text\n\na,b\n\n\nc,d\n")] == [1, 2]


def test_columns_without_a_name_or_with_the_same_lose_nothing() -> None:
    (row,) = read("title,,tags,tags\na,b,c,d\n")
    assert row.data == {"title": "a", "column 2": "b", "tags": "c", "tags (4)": "d"}


@pytest.mark.parametrize("text", ["", "\n\n", "title,text\n"])
def test_a_file_without_rows_has_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("foo,bar\n1,2\n", r"no column holds a title or a text.*got foo, bar.*--map"),
        ("title,text\ra,b\r", "carriage return"),
    ],
)
def test_a_table_that_cannot_be_one_is_refused(text: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(text)


def test_a_stray_carriage_return_does_not_end_a_row() -> None:
    (row,) = read("title,text\na\rb,c\n")
    assert row.data == {"title": "a b", "text": "c"}


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=20)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=15), st.sampled_from([",", ";", "\t"]))
def test_whatever_is_written_as_csv_is_read_back(rows: list[tuple[str, str, str]], delimiter: str) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([("id", "title", "text"), *rows])
    items = read(file.getvalue())
    assert [tuple(item.data.values()) for item in items] == rows


@given(st.text(st.sampled_from('ab,"\n;\x00'), max_size=60))
def test_nothing_in_a_file_makes_it_fail_and_no_line_is_lost(body: str) -> None:
    items = read(f"title,text\n{body}", ",")
    assert [item.row for item in items] == list(range(1, len(items) + 1))
    if body.replace("\n", ""):
        assert items
