"""Postings into a data frame."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

import postingscan as ps
from postingscan.errors import ConfigError, InputError, ModelError
from postingscan.frames import COLUMNS

TEXT = "Write two articles a week about gardens for our blog. You get the pictures from us."


def test_a_data_frame_keeps_its_order_and_index() -> None:
    given = pd.DataFrame(
        {"Job Title": ["Writer", None, "Editor"], "body": [TEXT, "", TEXT + " Edit."], "views": [3, 4, 5]},
        index=["a", "b", "c"],
    )
    frame = ps.scan(given)
    assert frame.index.tolist() == ["a", "c"]
    assert frame["title"].tolist() == ["Writer", "Editor"]
    assert frame["extra"].tolist() == [{"views": 3}, {"views": 5}]
    assert [(reject["row"], reject["reason"].split(":")[0]) for reject in frame.attrs["rejects"]] == [
        (2, "neither title nor text")
    ]
    assert tuple(frame.columns) == COLUMNS
    assert given.join(frame["over_expectation"])["over_expectation"].isna().tolist() == [False, True, False]


def test_frames_with_rejects_can_be_joined_and_cut() -> None:
    frame = ps.scan([{"text": TEXT}, {}])
    assert len(pd.concat([frame, frame])) == 2
    assert frame.head(1).attrs["rejects"][0]["row"] == 2


def test_values_of_a_data_frame_are_read_as_they_are_meant() -> None:
    given = pd.DataFrame({
        "id": [1.0, float("nan")], "title": ["Writer", "Editor"], "text": [TEXT, TEXT],
        "date": [pd.Timestamp("2025-07-01"), pd.NaT], "skills": [["SEO"], None], "hourly_min": [5.0, None],
    })  # fmt: skip
    frame = ps.scan(given)
    assert frame["id"].tolist()[0] == "1"
    assert frame["id"].tolist()[1].startswith("text:")
    assert frame["date"].tolist()[0] == "2025-07-01T00:00:00"


def test_texts_records_postings_and_paths_may_be_mixed(tmp_path: Path) -> None:
    path = tmp_path / "jobs.jsonl"
    path.write_text(json.dumps({"id": "from file", "text": TEXT}))
    frame = ps.scan([TEXT, {"id": "record", "text": TEXT}, ps.Posting(id="posting", description=TEXT), path])
    assert frame["id"].tolist()[1:] == ["record", "posting", "from file"]
    assert ps.scan(path)["id"].tolist() == ps.scan(str(path))["id"].tolist() == ["from file"]
    assert ps.scan({"id": "one", "text": TEXT})["id"].tolist() == ["one"]


def test_many_rows_come_out_once_each_in_order_from_any_number_of_processes() -> None:
    rows = [{"id": str(n), "text": f"{TEXT} {n}"} for n in range(600)]
    assert ps.scan(rows, workers=2)["id"].tolist() == [str(n) for n in range(600)]
    assert ps.scan(iter(rows), limit=300)["id"].tolist() == [str(n) for n in range(300)]
    assert ps.scan(pd.DataFrame(rows))["id"].tolist() == [str(n) for n in range(600)]


def test_nothing_gives_an_empty_frame_with_all_columns() -> None:
    frame = ps.scan([])
    assert (len(frame), tuple(frame.columns), frame.attrs) == (0, COLUMNS, {"rejects": []})


def test_what_is_no_posting_is_a_reject() -> None:
    frame = ps.scan([3, {"text": TEXT}])  # type: ignore[list-item]
    assert len(frame) == 1
    assert frame.attrs["rejects"][0]["reason"] == "expected a mapping, a Posting or a text, got int"


def test_options() -> None:
    frame = ps.scan([{"blurb": TEXT}], columns={"blurb": "description"}, select=["PAY"])
    assert {finding["code"][:3] for finding in frame["findings"][0]} == {"PAY"}
    assert ps.scan([TEXT], ignore=["ALL"])["findings"][0] == []
    with pytest.raises(InputError, match=r"1 of 2 records cannot be read \(record 2\)"):
        ps.scan([TEXT, ""], strict=True)
    with pytest.raises(ConfigError, match="no such rule"):
        ps.scan([TEXT], select=["XYZ"])
    with pytest.raises(ConfigError, match="no such field"):
        ps.scan([TEXT], columns={"a": "b"})
    with pytest.raises(ModelError):
        ps.scan([TEXT], model="missing.json")
    with pytest.raises(InputError, match="no such file"):
        ps.scan("Write two articles a week")
    with pytest.raises(InputError, match="have one name"):
        ps.scan(pd.DataFrame([[TEXT, "a"]], columns=["text", "text"]))
