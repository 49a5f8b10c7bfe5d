"""The row of the contract as a table."""

from __future__ import annotations

import csv
import io
import math
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postingscan import frames
from postingscan.errors import InputError
from postingscan.frames import COLUMNS, make_frame, read_scanned, schema, to_arrow, to_csv, to_json_lines, write_parquet
from postingscan.posting import Posting
from postingscan.scan import row_of, scan_posting

FULL = Posting(
    id="1",
    title="Garden writer, web developer and bookkeeper",
    description="Write twenty articles a day and keep the books in Xero. You build our site in WordPress and PHP. "
    "We pay $3 an hour. The trial week is unpaid. A plus: Photoshop. You report to Ann every Monday. "
    "The goal is 5,000 readers a month. Payment every Friday by bank transfer.",
    salary="$3/hour",
    hours_per_week="40",
    extra={"views": 3},
)
SHORT = Posting(id="2", title="Writer")


def shape(kind: pa.DataType) -> Any:
    """What keys a type has, at any depth."""
    if pa.types.is_list(kind):
        return [shape(kind.value_type)]
    return {field.name: shape(field.type) for field in kind} if pa.types.is_struct(kind) else None


def keys(value: Any) -> Any:
    if isinstance(value, list):
        return [keys(value[0])] if value else None
    return {name: keys(part) for name, part in value.items()} if isinstance(value, dict) else None


def covers(typed: Any, had: Any, where: str) -> list[str]:
    """Keys that a value has and the type has not, and the reverse."""
    if had is None:
        return []
    if isinstance(had, list):
        return covers(typed[0], had[0], where)
    missing = [f"{where}.{name}" for name in set(had) ^ set(typed)]
    return missing + [
        wrong for name in set(had) & set(typed) for wrong in covers(typed[name], had[name], f"{where}.{name}")
    ]


def test_the_schema_has_every_key_of_a_row_and_no_other() -> None:
    row = row_of(scan_posting(FULL))
    assert tuple(row) == COLUMNS
    nested = {name: value for name, value in row.items() if name != "extra" and isinstance(value, list | dict)}
    wrong = [w for name, value in nested.items() for w in covers(shape(schema().field(name).type), keys(value), name)]
    assert not wrong
    assert {"pay", "trial", "workload", "findings", "contributions"} <= {
        name for name, value in nested.items() if value
    }


def test_the_contract_is_met() -> None:
    contract = {
        "id", "source", "title", "language", "status", "over_expectation", "p_over_expectation", "drivers", "roles",
        "required_skills", "optional_skills", "pay", "pay_usd_hour_min", "pay_usd_hour_max", "trial", "payment_terms",
        "goals", "communication", "goals_text", "communication_text", "workload", "workload_hours", "rarity", "market",
        "split", "findings", "contributions", "model", "version", "status_reason", "extra",
    }  # fmt: skip
    assert contract <= set(COLUMNS)
    inner = {name: shape(schema().field(name).type) for name in COLUMNS}
    span = {"text", "field", "start", "end"}
    assert span | {"skill"} <= set(inner["required_skills"][0])
    assert span | {"min", "max", "currency", "unit", "currency_inferred", "unit_inferred"} <= set(inner["pay"][0])
    assert span | {"kind", "paid", "days"} <= set(inner["trial"])
    assert span | {"quantity", "item", "per"} <= set(inner["workload"][0])
    assert {"needed_low", "needed", "needed_high", "available"} <= set(inner["workload_hours"])
    assert {"one_in", "one_in_low", "one_in_high", "observed", "population"} <= set(inner["rarity"])
    assert {"usd_hour_p25", "usd_hour_p50", "usd_hour_p75", "pay_ratio"} <= set(inner["market"])
    assert {"code", "name", "severity", "confidence", "field", "start", "end", "evidence", "message", "advice"} <= set(
        inner["findings"][0]
    )
    assert {"feature", "value", "contribution"} <= set(inner["contributions"][0])


def written(rows: list[dict[str, Any]], ending: str, folder: Path) -> Path:
    path = folder / f"out{ending}"
    if ending == ".jsonl":
        path.write_bytes(to_json_lines(rows))
    elif ending == ".csv":
        path.write_bytes(frames.csv_header() + to_csv(rows))
    else:
        journal = folder / "journal"
        journal.write_bytes(to_arrow(rows[:1]) + to_arrow([]) + to_arrow(rows[1:]))
        write_parquet(journal, path)
    return path


@pytest.mark.parametrize("ending", [".parquet", ".jsonl", ".csv"])
def test_a_frame_is_the_same_from_every_form(ending: str, tmp_path: Path) -> None:
    rows = [row_of(scan_posting(FULL)), row_of(scan_posting(SHORT))]
    frame = read_scanned(written(rows, ending, tmp_path))
    pd.testing.assert_frame_equal(frame, make_frame(rows))
    assert frame["findings"][0] == rows[0]["findings"]
    assert frame["trial"].tolist()[1] is None
    assert frame["extra"].tolist() == [{"views": 3}, {}]
    assert frame["over_expectation"].isna().tolist() == [False, True]
    assert math.isnan(frame["p_over_expectation"][1])


def test_evidence_is_the_slice_of_the_text_in_the_frame(tmp_path: Path) -> None:
    frame = read_scanned(written([row_of(scan_posting(FULL))], ".csv", tmp_path))
    row = frame.iloc[0]
    for finding in row["findings"]:
        assert row[finding["field"]][finding["start"] : finding["end"]] == finding["evidence"]
    for pay in row["pay"]:
        assert row[pay["field"]][pay["start"] : pay["end"]] == pay["text"]


def test_pandas_reads_the_parquet_as_it_is(tmp_path: Path) -> None:
    frame = pd.read_parquet(written([row_of(scan_posting(FULL)), row_of(scan_posting(SHORT))], ".parquet", tmp_path))
    assert frame["trial"][0]["paid"] == "unpaid"
    assert frame["over_expectation"][0] in range(4)
    assert np.isnan(frame["over_expectation"][1])


def test_an_empty_output_has_all_columns(tmp_path: Path) -> None:
    for ending in (".parquet", ".csv", ".jsonl"):
        assert tuple(read_scanned(written([], ending, tmp_path)).columns) == COLUMNS


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"), ("+63 912 555", "'+63 912 555"), ("- answer mails", "'- answer mails"), ("@ann", "'@ann"),
        ("'=x", "''=x"), ("-5", "-5"), ("+5.5", "+5.5"), ("'quoted'", "'quoted'"), ("a=b", "a=b"),
        ("-inf", "-inf"), ("", ""),
    ],
)  # fmt: skip
def test_formulas_are_guarded_and_numbers_are_not_touched(text: str, cell: str) -> None:
    cells = next(csv.DictReader(io.StringIO((frames.csv_header() + to_csv([{"title": text}])).decode())))
    assert cells["title"] == cell


def test_no_cell_of_a_csv_begins_a_formula() -> None:
    row = dict.fromkeys(COLUMNS, "=cmd") | {name: None for name in COLUMNS if frames._COLUMNS[name] != "s"}
    row |= {"extra": {"=a": "=b"}, "drivers": ["=x"], "p_over_expectation": -0.5}
    cells = next(csv.reader(io.StringIO(to_csv([row]).decode())))
    assert {cell[0] for cell in cells if cell} == {"'", "{", "[", "-"}


@settings(max_examples=60)
@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=12)
                          | st.text(st.sampled_from("'=+-@1\t"), max_size=5)), max_size=6))  # fmt: skip
def test_any_text_comes_back_from_a_csv(tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str]]) -> None:
    path = tmp_path_factory.mktemp("csv") / "out.csv"
    rows = [{"id": str(n), "status": "scored", "findings": [], "title": text} for n, (text,) in enumerate(texts)]
    path.write_bytes(frames.csv_header() + to_csv(rows))
    assert read_scanned(path)["title"].tolist() == [text for (text,) in texts]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.parquet", b"PAR1"), ("x.jsonl", b"{"), ("x.jsonl", b"[1]"), ("x.jsonl", b'{"id": 1}'),
        ("x.csv", b"a,b\n1,2\n"),
        ("x.csv", b"\xff\xfe\x00"), ("x.csv", b"id,status,findings,pay\n1,scored,[],{broken\n"), ("x", b"no"),
    ],
)  # fmt: skip
def test_what_no_scan_wrote_is_refused_in_one_line(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match="not what a scan wrote") as caught:
        read_scanned(tmp_path / name)
    assert "\n" not in str(caught.value)
    with pytest.raises(InputError, match="no such file"):
        read_scanned(tmp_path / "missing.csv")


def test_a_table_of_another_program_is_refused(tmp_path: Path) -> None:
    pd.DataFrame({"a": [1]}).to_parquet(tmp_path / "x.parquet")
    with pytest.raises(InputError, match="not what a scan wrote"):
        read_scanned(tmp_path / "x.parquet")
