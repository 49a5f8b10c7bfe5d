"""One batch of records into rows and rejects."""

from __future__ import annotations

from typing import Any

import pytest

from postingscan.batch import worker
from postingscan.batch.worker import Judge, Settings, Tally
from postingscan.errors import ConfigError, ModelError
from postingscan.ingest.places import Record, Reject

TEXT = "Write two articles a week about gardens for our blog. You get the pictures from us."


def record(row: int, **columns: Any) -> Record:
    return Record("jobs.jsonl", row, row, {"id": str(row), "title": "Garden writer", "text": TEXT, **columns})


def test_every_item_becomes_a_row_or_a_reject_in_order() -> None:
    rejected = Reject("jobs.jsonl", 2, 2, "not JSON", "{")
    batch = [
        record(1),
        rejected,
        Record("jobs.jsonl", 3, 3, b'{"id": "3", "text": "%s"}' % TEXT.encode()),
        record(4, title="", text=""),
    ]
    judged = Judge(Settings()).judge(batch)
    assert [row["id"] for row in judged.body] == ["1", "3"]
    assert judged.places == [0, 2]
    assert judged.rejects[0] is rejected
    assert (judged.rejects[1].row, judged.rejects[1].line) == (4, 4)
    assert judged.rejects[1].reason.startswith("neither title nor text")
    assert (judged.tally.n_read, judged.tally.n_rows, judged.tally.n_rejects) == (4, 2, 2)


def test_the_source_is_the_rows_own_or_the_files_name() -> None:
    rows = Judge(Settings()).judge([record(1), record(2, source="board")]).body
    assert [row["source"] for row in rows] == ["jobs", "board"]


def test_a_fault_in_one_posting_is_its_reject(monkeypatch: pytest.MonkeyPatch) -> None:
    judge = Judge(Settings())
    whole = judge._rows

    def rows(postings: Any, *args: Any) -> Any:
        if any(posting.id == "2" for posting in postings):
            raise ZeroDivisionError("seven")
        return whole(postings, *args)

    monkeypatch.setattr(judge, "_rows", rows)
    judged = judge.judge([record(1), record(2), record(3)])
    assert [row["id"] for row in judged.body] == ["1", "3"]
    assert judged.rejects[0].reason == "could not be scored: ZeroDivisionError: seven"


@pytest.mark.parametrize("form", ["jsonl", "csv", "arrow"])
def test_a_row_that_cannot_be_written_is_its_reject(form: worker.Form, monkeypatch: pytest.MonkeyPatch) -> None:
    judge = Judge(Settings(form=form))
    whole = judge._rows

    def rows(*args: Any) -> list[dict[str, Any]]:
        return [row | ({"extra": {"x": object()}} if row["id"] == "2" else {}) for row in whole(*args)]

    monkeypatch.setattr(judge, "_rows", rows)
    judged = judge.judge([record(1), record(2), Reject("jobs.jsonl", 3, 3, "not JSON", ""), record(4)])
    assert judged.places == [0, 3]
    assert [reject.row for reject in judged.rejects] == [2, 3]
    assert judged.rejects[0].reason.startswith("could not be written")
    assert judged.tally.n_rows == 2


def test_the_tally_counts_by_status_and_keeps_the_worst() -> None:
    judged = Judge(Settings()).judge([record(1), record(2, text="Too short"), record(3, text="")])
    assert judged.tally.n_scored == 1
    assert dict(judged.tally.not_scored) == {"hardly any text": 2}
    assert judged.tally.level == judged.body[0]["over_expectation"]
    assert judged.tally.severity == 2, "no pay is named"
    total = Tally(n_read=1, n_rejects=1)
    total.add(judged.tally)
    total.add(judged.tally)
    assert (total.n_read, total.n_rejects, total.n_rows, total.severity) == (7, 1, 6, 2)


def test_codes_choose_the_findings_that_are_shown() -> None:
    shown = Judge(Settings(codes=frozenset({"PAY001"}))).judge([record(1)]).body[0]["findings"]
    assert {finding["code"] for finding in shown} == {"PAY001"}


def test_settings_that_cannot_be_used_are_refused() -> None:
    with pytest.raises(ModelError):
        Judge(Settings(model="missing.json"))
    with pytest.raises(ConfigError):
        Judge(Settings(renamed={"a": "nothing"}))
