"""Files in, a file out: whole, in order, and resumed after a break at any moment."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postingscan.batch import pool, stream
from postingscan.batch.checkpoint import Checkpoint, beside, rejects_path
from postingscan.batch.stream import Plan, read_rejects, scan_files
from postingscan.errors import ConfigError, InputError
from postingscan.frames import read_scanned
from postingscan.ingest.columns import Columns
from postingscan.ingest.record import make_posting

TEXT = "Write two articles a week about gardens for our blog. You get the pictures from us."


class Stopped(Exception):
    """What a broken scan ends with here."""


def write_lines(path: Path, n: int, *, broken: tuple[int, ...] = ()) -> Path:
    lines = [
        "{broken" if row in broken else json.dumps({"id": f"p{row}", "title": f"Writer {row}", "text": f"{TEXT} {row}"})
        for row in range(1, n + 1)
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def left_over(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir() if path.name.startswith(out.name) and ".part" in path.name)


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "make_batches", lambda items: pool.make_batches(items, 4))


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("ending", [".parquet", ".jsonl", ".csv", ""])
def test_rows_and_rejects_are_all_that_came_in_in_order(ending: str, tmp_path: Path) -> None:
    source = write_lines(tmp_path / "jobs.jsonl", 21, broken=(3, 21))
    out = tmp_path / f"out{ending}"
    summary = scan_files(Plan([source], out))
    frame = read_scanned(out)
    assert frame["id"].tolist() == [f"p{row}" for row in range(1, 22) if row not in (3, 21)]
    rejects = list(read_rejects(out))
    assert [(reject.row, reject.line, reject.file) for reject in rejects] == [
        (3, 3, str(source)),
        (21, 21, str(source)),
    ]
    assert rejects[0].raw == "{broken"
    assert rejects[0].reason.startswith("not JSON")
    assert summary.tally.n_rows + summary.tally.n_rejects == summary.tally.n_read == 21
    assert summary.rejects == rejects_path(out)
    assert left_over(out) == []
    assert set(frame["source"]) == {"jobs"}


def test_all_forms_hold_the_same(tmp_path: Path) -> None:
    import pandas as pd

    source = tmp_path / "jobs.jsonl"
    rows = [
        {
            "id": "1",
            "title": "=SUM(A1)",
            "text": f"-5 is less than 4. {TEXT}",
            "salary": "-5",
            "extra column": {"a": [1, None]},
        },
        {"id": "'=x", "title": "Short", "text": "@home", "salary": "+1 (212) 555"},
        {"id": "3", "title": 'Quotes "and", commas;\nlines', "text": f"{TEXT} ☕ café", "date": None, "n": 10**30},
        {
            "id": "4",
            "title": "",
            "text": "Nous cherchons une personne pour garder nos enfants le mercredi après l'école.",
        },
    ]
    source.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    frames = []
    for ending in (".parquet", ".jsonl", ".csv"):
        scan_files(Plan([source], tmp_path / f"out{ending}"))
        frames.append(read_scanned(tmp_path / f"out{ending}"))
    assert frames[0]["title"].tolist() == ["=SUM(A1)", "Short", 'Quotes "and", commas; lines', ""]
    assert frames[0]["extra"].tolist()[0] == {"extra column": {"a": [1, None]}}
    pd.testing.assert_frame_equal(frames[0], frames[2])
    frames[1].loc[2, "extra"] = None  # JSON itself has no limit, its readers do
    frames[0].loc[2, "extra"] = None
    pd.testing.assert_frame_equal(frames[0], frames[1])
    cells = (tmp_path / "out.csv").read_text("utf-8")
    assert ",'=SUM(A1)," in cells
    assert "''=x" in cells
    assert ",-5," in cells


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("ending", [".parquet", ".jsonl", ".csv"])
@pytest.mark.parametrize("n_batches", [1, 3, 5])
def test_a_scan_that_is_stopped_goes_on_where_it_was(
    ending: str, n_batches: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_lines(tmp_path / "jobs.jsonl", 21, broken=(2, 9, 20))
    out, whole = tmp_path / f"out{ending}", tmp_path / f"whole{ending}"
    scan_files(Plan([source], whole))
    append = Checkpoint.append

    def stop(self: Checkpoint, judged: Any) -> None:
        append(self, judged)
        if self.tally.n_read >= 4 * n_batches:
            raise Stopped

    with monkeypatch.context() as patch:
        patch.setattr(Checkpoint, "append", stop)
        with pytest.raises(Stopped):
            scan_files(Plan([source], out))
    assert not out.exists()
    with beside(out, ".part").open("ab") as part, beside(rejects_path(out), ".part").open("ab") as rejects:
        part.write(b"half a batch that was on its way when the plug was pu")
        rejects.write(b'{"file": "half a rej')
    summary = scan_files(Plan([source], out, resume=True))
    assert summary.n_resumed == 4 * n_batches
    assert out.read_bytes() == whole.read_bytes()
    assert list(read_rejects(out)) == list(read_rejects(whole))
    assert summary.tally.n_read == 21
    assert left_over(out) == []


def test_a_scan_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "jobs.jsonl", 6_000, broken=(7, 5_999))
    out = tmp_path / "out.jsonl"
    run = "from postingscan.cli import main; main()"
    command = [sys.executable, "-c", run, "scan", str(source), "-o", str(out), "--workers", "1", "--quiet"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    state = beside(out, ".part.json")
    deadline = time.monotonic() + 60
    while not state.exists() and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert state.exists(), "it ended before it could be killed"
    assert not out.exists()
    done = subprocess.run([*command, "--resume"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    ids = [orjson.loads(line)["id"] for line in out.read_bytes().splitlines()]
    assert ids == [f"p{row}" for row in range(1, 6_001) if row not in (7, 5_999)]
    assert [reject.row for reject in read_rejects(out)] == [7, 5_999]


def test_resume_begins_where_there_is_nothing_to_resume(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "jobs.jsonl", 3)
    summary = scan_files(Plan([source], tmp_path / "out.jsonl", resume=True))
    assert (summary.n_resumed, summary.tally.n_rows) == (0, 3)


def interrupted(source: Path, out: Path, monkeypatch: pytest.MonkeyPatch, **options: Any) -> None:
    append = Checkpoint.append

    def stop(self: Checkpoint, judged: Any) -> None:
        append(self, judged)
        raise Stopped

    with monkeypatch.context() as patch:
        patch.setattr(Checkpoint, "append", stop)
        with pytest.raises(Stopped):
            scan_files(Plan([source], out, **options))


@pytest.mark.usefixtures("small_batches")
def test_resume_of_another_scan_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, out = write_lines(tmp_path / "jobs.jsonl", 9), tmp_path / "out.jsonl"
    interrupted(source, out, monkeypatch)
    for other in ({"limit": 5}, {"codes": frozenset({"PAY001"})}, {"renamed": {"title": "description"}}):
        with pytest.raises(InputError, match="cannot resume"):
            scan_files(Plan([source], out, resume=True, **other))
    write_lines(source, 10)
    with pytest.raises(InputError, match="cannot resume"):
        scan_files(Plan([source], out, resume=True))


@pytest.mark.usefixtures("small_batches")
def test_without_resume_it_begins_anew_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, out = write_lines(tmp_path / "jobs.jsonl", 9), tmp_path / "out.csv"
    interrupted(source, out, monkeypatch)
    said: list[str] = []
    summary = scan_files(Plan([source], out), tell=said.append)
    assert (summary.n_abandoned, summary.tally.n_rows, len(read_scanned(out))) == (4, 9, 9)
    assert "began anew" in said[0]


@pytest.mark.usefixtures("small_batches")
def test_a_part_that_is_shorter_than_it_should_be_is_not_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = write_lines(tmp_path / "jobs.jsonl", 9), tmp_path / "out.jsonl"
    interrupted(source, out, monkeypatch)
    os.truncate(beside(out, ".part"), 10)
    assert scan_files(Plan([source], out, resume=True)).n_resumed == 0
    assert len(read_scanned(out)) == 9
    interrupted(source, tmp_path / "two.jsonl", monkeypatch)
    beside(tmp_path / "two.jsonl", ".part.json").write_text("{}")
    assert scan_files(Plan([source], tmp_path / "two.jsonl", resume=True)).n_resumed == 0


def test_an_output_that_is_there_is_refused_and_stays(tmp_path: Path) -> None:
    source, out = write_lines(tmp_path / "jobs.jsonl", 3), tmp_path / "out.jsonl"
    out.write_text("mine")
    for resume in (False, True):
        with pytest.raises(InputError, match=r"there already.*--overwrite"):
            scan_files(Plan([source], out, resume=resume))
    assert out.read_text() == "mine"
    scan_files(Plan([source], out, overwrite=True))
    assert len(read_scanned(out)) == 3


def test_rejects_of_an_earlier_scan_do_not_stay(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    scan_files(Plan([write_lines(tmp_path / "jobs.jsonl", 3, broken=(1,))], out))
    assert rejects_path(out).exists()
    summary = scan_files(Plan([write_lines(tmp_path / "jobs.jsonl", 3)], out, overwrite=True))
    assert not rejects_path(out).exists()
    assert summary.rejects is None


@pytest.mark.parametrize(
    ("out", "error", "reason"),
    [
        ("out.xlsx", ConfigError, "cannot tell the format of the output"),
        ("jobs.jsonl", InputError, "one of the inputs"),
        (".", InputError, "is a folder"),
        ("jobs.jsonl/out.csv", InputError, "cannot write"),
    ],
)  # fmt: skip
def test_outputs_that_cannot_be_are_refused(out: str, error: type[Exception], reason: str, tmp_path: Path) -> None:
    source = write_lines(tmp_path / "jobs.jsonl", 3)
    with pytest.raises(error, match=reason):
        scan_files(Plan([source], tmp_path / out, overwrite=True))
    assert len(source.read_text().splitlines()) == 3


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("limit", [0, 1, 4, 5, 100])
def test_the_limit_counts_records_that_are_read(limit: int, tmp_path: Path) -> None:
    sources = [write_lines(tmp_path / "a.jsonl", 6, broken=(2,)), write_lines(tmp_path / "b.jsonl", 6)]
    summary = scan_files(Plan(sources, tmp_path / "out.parquet", limit=limit))
    assert summary.tally.n_rows + summary.tally.n_rejects == min(limit, 12)
    assert len(read_scanned(tmp_path / "out.parquet")) == summary.tally.n_rows


def test_folders_for_the_output_are_made(tmp_path: Path) -> None:
    out = tmp_path / "new" / "deep" / "out.parquet"
    scan_files(Plan([write_lines(tmp_path / "jobs.jsonl", 2)], out))
    assert out.exists()


@pytest.mark.usefixtures("small_batches")
def test_two_processes_write_what_one_writes(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "jobs.jsonl", 40, broken=(5, 30))
    scan_files(Plan([source], tmp_path / "one.jsonl", workers=1))
    scan_files(Plan([source], tmp_path / "two.jsonl", workers=2))
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    assert list(read_rejects(tmp_path / "one.jsonl")) == list(read_rejects(tmp_path / "two.jsonl"))


def test_the_closing_line_names_the_common_reasons_and_counts_the_others() -> None:
    from collections import Counter

    reasons = Counter({f"reason {n}": 10 - n for n in range(8)})
    line = str(
        stream.Summary(stream.Tally(n_read=60, n_scored=8, not_scored=reasons), 2.0, "out.csv", None, n_resumed=4)
    )
    assert line == (
        "60 postings: 8 scored, 52 not scored (10: reason 0, 9: reason 1, 8: reason 2, 7: reason 3, 6: reason 4, "
        "12: other reasons); 0 rejects; resumed after 4 records; 2.0 s; written to out.csv"
    )


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.fixed_dictionaries({"title": WORDS, "description": WORDS}), max_size=12))
def test_whatever_comes_in_comes_out_once_in_order(
    rows: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    source = folder / "jobs.jsonl"
    source.write_bytes(b"".join(orjson.dumps({"id": str(n), **row}) + b"\n" for n, row in enumerate(rows)))
    for ending in (".parquet", ".jsonl", ".csv"):
        out = folder / f"out{ending}"
        scan_files(Plan([source], out))
        frame = read_scanned(out)
        rejected = [reject.row - 1 for reject in read_rejects(out)]
        expected = [n for n in range(len(rows)) if n not in rejected]
        assert frame["id"].tolist() == [str(n) for n in expected]
        for n, title, description in zip(expected, frame["title"], frame["description"], strict=True):
            made = make_posting({"id": "x", **rows[n]}, Columns())
            assert (made.title, made.description) == (title, description)
        assert sorted([*expected, *rejected]) == list(range(len(rows)))
