"""The command line: what scripts rely on."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner, Result

from postingscan import __version__
from postingscan.cli import main
from postingscan.frames import read_scanned
from postingscan.rules import RULES

TEXT = "Write two articles a week about gardens for our blog. You get the pictures from us."
RUN = [sys.executable, "-W", "error", "-c", "from postingscan.cli import main; main()"]


def run(*args: str | Path, stdin: str | bytes = "") -> Result:
    result = CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def write_lines(path: Path, rows: Sequence[object]) -> Path:
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), "utf-8")
    return path


@pytest.fixture
def jobs(tmp_path: Path) -> Path:
    return write_lines(
        tmp_path / "jobs.jsonl", [{"id": str(n), "title": "Garden writer", "text": f"{TEXT} {n}"} for n in range(3)]
    )


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "broken.jsonl", [{"id": "1", "text": TEXT}, "{broken", {"id": "2"}])


def test_a_scan_writes_rows_and_says_so_in_one_line(jobs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.parquet"
    result = run("scan", jobs, "-o", out)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert re.fullmatch(
        rf"postingscan: 3 postings: 3 scored, 0 not scored; 0 rejects; [\d.]+ s; written to {re.escape(str(out))}\n",
        result.stderr,
    )
    assert read_scanned(out)["id"].tolist() == ["0", "1", "2"]


def test_quiet_says_nothing(jobs: Path, tmp_path: Path) -> None:
    result = run("scan", jobs, "-o", tmp_path / "out.csv", "--quiet")
    assert (result.exit_code, result.output) == (0, "")


def test_rejects_are_counted_written_and_strict_about(broken: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    result = run("scan", broken, "-o", out)
    assert result.exit_code == 0
    assert "1 posting: 1 scored, 0 not scored; 2 rejects (" in result.stderr
    rejects = [json.loads(line) for line in (tmp_path / "out.jsonl.rejects.jsonl").read_text().splitlines()]
    assert [(reject["file"], reject["line"], reject["row"]) for reject in rejects] == [
        (str(broken), 2, 2),
        (str(broken), 3, 3),
    ]
    assert "not JSON" in rejects[0]["reason"]
    assert rejects[0]["raw"] == "{broken"
    assert run("scan", broken, "-o", out, "--overwrite", "--strict").exit_code == 3
    assert out.exists()


def test_an_output_that_is_there_is_refused(jobs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("mine")
    result = run("scan", jobs, "-o", out)
    assert result.exit_code == 2
    assert "there already" in result.stderr
    assert out.read_text() == "mine"
    assert run("scan", jobs, "-o", out, "--overwrite").exit_code == 0


@pytest.mark.parametrize(("level", "code"), [("0", 1), ("3", 0), ("low", 1), ("medium", 1), ("high", 0)])
def test_fail_on_tells_by_level_or_severity(level: str, code: int, jobs: Path, tmp_path: Path) -> None:
    assert run("scan", jobs, "-o", tmp_path / "out.jsonl", "--fail-on", level).exit_code == code
    assert (tmp_path / "out.jsonl").exists()
    assert run("check", jobs, "--fail-on", level).exit_code == code


def test_fail_on_looks_at_the_rules_that_are_shown(jobs: Path, tmp_path: Path) -> None:
    assert run("scan", jobs, "-o", tmp_path / "a.jsonl", "--fail-on", "low", "--ignore", "ALL").exit_code == 0
    assert run("scan", jobs, "-o", tmp_path / "b.jsonl", "--fail-on", "low", "--select", "PAY,COM").exit_code == 1
    codes = {finding["code"] for findings in read_scanned(tmp_path / "b.jsonl")["findings"] for finding in findings}
    assert codes
    assert {code[:3] for code in codes} <= {"PAY", "COM"}


def test_rejects_weigh_more_than_fail_on_under_strict(broken: Path, tmp_path: Path) -> None:
    assert run("scan", broken, "-o", tmp_path / "a.jsonl", "--fail-on", "0").exit_code == 1
    assert run("scan", broken, "-o", tmp_path / "b.jsonl", "--fail-on", "0", "--strict").exit_code == 3


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["scan"], "Missing argument 'INPUT...'"), (["scan", "JOBS"], "Missing option '-o'"),
        (["scan", "missing.csv", "-o", "OUT"], "no such file (missing.csv)"),
        (["scan", "JOBS", "-o", "x.xlsx"], "cannot tell the format"),
        (["scan", "JOBS", "-o", "OUT", "--workers", "0"], "--workers"),
        (["scan", "JOBS", "-o", "OUT", "--limit", "x"], "--limit"),
        (["scan", "JOBS", "-o", "OUT", "--map", "title"], "expected theirs=ours"),
        (["scan", "JOBS", "-o", "OUT", "--map", "a=colour"], "no such field"),
        (["scan", "JOBS", "-o", "OUT", "--select", "XYZ"], "no such rule"),
        (["scan", "JOBS", "-o", "OUT", "--model", "no.json"], "cannot read the model"),
        (["scan", "JOBS", "-o", "OUT", "--fail-on", "9"], "--fail-on"),
        (["scan", "JOBS", "-o", "JOBS", "--overwrite"], "one of the inputs"),
        (["frobnicate"], "No such command"), (["scan", "--frobnicate"], "No such option"),
        (["explain", "XYZ"], "no such rule"),
        (["check", "missing.txt"], "no such file"), (["report", "missing.parquet", "-o", "x"], "no such file"),
        (["report", "JOBS", "-o", "x"], "not what a scan wrote"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_said_in_one_line_with_code_2(
    args: list[str], said: str, jobs: Path, tmp_path: Path
) -> None:
    places = {"JOBS": str(jobs), "OUT": str(tmp_path / "out.jsonl")}
    result = run(*(places.get(arg, arg) for arg in args))
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.startswith("postingscan: ")
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""
    assert not (tmp_path / "out.jsonl").exists()


def test_map_settles_a_column(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "jobs.jsonl", [{"Blurb=1": TEXT, "Ref": "r1"}])
    assert run("scan", source, "-o", tmp_path / "a.jsonl", "--strict").exit_code == 3
    assert (
        run("scan", source, "-o", tmp_path / "b.jsonl", "--map", "blurb=1=description", "--map", "ref=id").exit_code
        == 0
    )
    assert read_scanned(tmp_path / "b.jsonl")["id"].tolist() == ["r1"]


def test_standard_input_and_output_are_json_lines(jobs: Path) -> None:
    result = run("scan", "-", "-o", "-", "--limit", "3", stdin=jobs.read_bytes() + b"never read")
    rows = [orjson.loads(line) for line in result.stdout_bytes.splitlines()]
    assert [row["id"] for row in rows] == ["0", "1", "2"]
    assert {row["source"] for row in rows} == {"stdin"}
    assert "written to standard output" in result.stderr


def test_rejects_are_said_where_there_is_no_file_for_them(broken: Path) -> None:
    result = run("scan", "-", "-o", "-", "--quiet", stdin=broken.read_bytes())
    assert len(result.stdout_bytes.splitlines()) == 1
    first, second = result.stderr.splitlines()
    assert first.startswith("postingscan: rejected: -, line 2: not JSON")
    assert "line 3: neither title nor text" in second


def test_limit_and_workers(jobs: Path, tmp_path: Path) -> None:
    assert run("scan", jobs, jobs, "-o", tmp_path / "out.jsonl", "--limit", "4", "--workers", "2").exit_code == 0
    assert read_scanned(tmp_path / "out.jsonl")["id"].tolist() == ["0", "1", "2", "0"]


def test_in_a_pipe_that_nobody_reads_to_the_end_it_stops_without_a_word(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "jobs.jsonl", [{"id": str(n), "text": f"{TEXT} {n}"} for n in range(1_000)])
    process = subprocess.Popen(
        [*RUN, "scan", str(source), "-o", "-", "--workers", "1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


def test_the_program_itself_scans_with_every_core_and_no_warning(broken: Path, tmp_path: Path) -> None:
    write_lines(tmp_path / "many.jsonl", [{"id": str(n), "text": f"{TEXT} {n}"} for n in range(600)])
    out = tmp_path / "out.parquet"
    done = subprocess.run(
        [*RUN, "scan", str(tmp_path / "many.jsonl"), str(broken), "-o", str(out), "--strict"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "601 postings: 601 scored, 0 not scored; 2 rejects" in done.stderr
    assert read_scanned(out)["id"].tolist() == [*map(str, range(600)), "1"]


def test_check_shows_a_text_with_its_first_line_as_title(tmp_path: Path) -> None:
    (tmp_path / "job.txt").write_text(f"Garden writer\n\n{TEXT}\n")
    result = run("check", tmp_path / "job.txt", "--no-color")
    assert result.exit_code == 0
    assert "Garden writer" in result.stdout
    assert "no-pay-named" in result.stdout
    assert "\x1b" not in result.stdout
    assert "\x1b[" in run("check", tmp_path / "job.txt", "--color").stdout
    for posting in (f"Garden writer\n{TEXT}", json.dumps({"title": "Garden writer", "text": TEXT})):
        assert run("check", "-", stdin=posting).stdout.startswith("Garden writer\n")


def test_check_gives_rows_as_json(jobs: Path) -> None:
    rows = [json.loads(line) for line in run("check", jobs, "--format", "json", "--select", "PAY").stdout.splitlines()]
    assert [row["id"] for row in rows] == ["0", "1", "2"]
    assert {finding["code"][:3] for row in rows for finding in row["findings"]} == {"PAY"}


def test_check_of_nothing_is_unusable(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    assert run("check", tmp_path / "empty.txt").exit_code == 2
    assert run("check", write_lines(tmp_path / "jobs.jsonl", ["{broken"])).exit_code == 2


def test_nothing_that_comes_in_steers_the_terminal(tmp_path: Path) -> None:
    evil = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e"
    source = write_lines(
        tmp_path / "jobs.jsonl",
        [{"id": f"i{evil}", "title": f"Writer {evil}", "text": f"{TEXT} {evil}", "company": evil}],
    )
    (tmp_path / f"evil{evil[:3]}.jsonl").write_text(f"{{broken {evil}\n[1]\n")
    for result in (
        run("check", source, "--no-color"), run("check", tmp_path / f"evil{evil[:3]}.jsonl"),
        run("check", f"missing{evil}"),
        run("scan", tmp_path / f"evil{evil[:3]}.jsonl", "-o", "-"), run("explain", evil),
    ):  # fmt: skip
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(result.output)


def test_rules_are_listed_and_explained() -> None:
    listed = run("rules").stdout
    assert all(f"{rule.code}  {rule.name}" in listed for rule in RULES)
    assert [rule["code"] for rule in json.loads(run("rules", "--format", "json").stdout)] == [
        rule.code for rule in RULES
    ]
    assert run("explain", "trl001").stdout == run("explain", "unpaid-trial").stdout
    assert run("explain", "TRL001").stdout.startswith("# TRL001 unpaid-trial")


def test_report_draws_what_a_scan_wrote(jobs: Path, tmp_path: Path) -> None:
    run("scan", jobs, "-o", tmp_path / "out.parquet")
    result = run("report", tmp_path / "out.parquet", "-o", tmp_path / "report", "--title", "Gardens")
    assert result.exit_code == 0
    written = [Path(line) for line in result.stdout.splitlines()]
    assert written
    assert all(path.is_file() for path in written)
    assert run("report", tmp_path / "out.parquet", "-o", jobs / "x").exit_code == 2


def test_help_and_version() -> None:
    assert run().stdout == run("--help").stdout
    assert run().exit_code == 0
    assert run("--version").stdout == f"postingscan {__version__}\n"
    assert run("version").stdout.startswith(f"postingscan {__version__}, model ")
    for command in ("scan", "check", "report", "rules", "explain", "version"):
        assert command in run("--help").stdout
        assert run(command, "--help").exit_code == 0


def test_help_loads_click_and_nothing_heavy() -> None:
    code = (
        "import sys\nsys.argv = ['postingscan', '--help']\nfrom postingscan.cli import main\n"
        "try: main()\nexcept SystemExit: pass\nprint(*{m.split('.')[0] for m in sys.modules}, file=sys.stderr)"
    )
    loaded = set(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stderr.split()
    )
    assert "click" in loaded
    assert not loaded & {
        "pandas",
        "numpy",
        "pyarrow",
        "orjson",
        "matplotlib",
        "ahocorasick",
        "selectolax",
        "feedparser",
        "tqdm",
    }


def test_a_fault_of_ours_is_said_in_one_line(jobs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from postingscan.batch import stream

    monkeypatch.setattr(stream, "find_sources", lambda _: 1 / 0)
    result = run("scan", jobs, "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 2
    assert result.stderr.startswith("postingscan: a fault of postingscan's own: ZeroDivisionError")


@pytest.mark.parametrize("out", ["out.jsonl", "-"])
def test_an_interrupted_scan_leaves_no_output(
    out: str, jobs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from postingscan.batch import stream

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(stream, "judge_batches", interrupt)
    result = run("scan", jobs, "-o", out)
    assert result.exit_code == 2
    assert result.stderr.startswith("postingscan: stopped")
    assert ("--resume" in result.stderr) == (out != "-")
    assert not (tmp_path / "out.jsonl").exists()
