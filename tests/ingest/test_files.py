"""Files, folders and standard input."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from postingscan.errors import InputError
from postingscan.ingest.columns import Columns
from postingscan.ingest.files import Meter, Source, check_sources, find_sources, read_sources
from postingscan.ingest.places import Record, Reject
from postingscan.ingest.record import make_posting, parse_record
from postingscan.posting import Posting

ROWS: list[dict[str, Any]] = [
    {"id": "1", "title": "Writer", "description": "Two posts a week,\nwith «pictures» ☕.", "salary": "$5 an hour"},
    {"id": "2", "title": "Editor", "description": 'Says "hi" & bye.', "salary": ""},
]


def write_csv(path: Path, delimiter: str = ",") -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(ROWS[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(ROWS)


def write_page(path: Path) -> None:
    scripts = "".join(
        f'<script type="application/ld+json">{json.dumps({"@type": "JobPosting", **row})}</script>' for row in ROWS
    )
    path.write_text(f"<html><head>{scripts}</head></html>", "utf-8")


def write_feed(path: Path) -> None:
    from xml.sax.saxutils import escape

    items = "".join(
        f"<item><guid>{row['id']}</guid><title>{row['title']}</title><description>{escape(row['description'])}</description>"
        f"<salary>{row['salary']}</salary></item>"
        for row in ROWS
    )
    path.write_text(f"<rss version='2.0'><channel><title>x</title>{items}</channel></rss>", "utf-8")


WRITERS: dict[str, Callable[[Path], Any]] = {
    "jobs.csv": write_csv,
    "jobs.tsv": lambda path: write_csv(path, "\t"),
    "jobs.json": lambda path: path.write_text(json.dumps(ROWS)),
    "jobs.jsonl": lambda path: path.write_text("\n".join(json.dumps(row) for row in ROWS)),
    "jobs.ndjson": lambda path: path.write_text(
        "\n\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS), "utf-8-sig"
    ),
    "jobs.parquet": lambda path: pq.write_table(pa.Table.from_pylist(ROWS), path),
    "jobs.html": write_page,
    "jobs.xml": write_feed,
}


def postings(items: list[Record | Reject]) -> list[Posting]:
    made = []
    for item in items:
        assert isinstance(item, Record), item
        data = parse_record(item.data) if isinstance(item.data, bytes) else item.data
        made.append(make_posting(data, Columns()))
    return made


def read(*inputs: str | Path, text: bool = False) -> list[Record | Reject]:
    return list(read_sources(find_sources(inputs, text=text), Columns()))


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("packed", [False, True])
def test_every_format_gives_the_same_postings(name: str, packed: bool, tmp_path: Path) -> None:
    path = tmp_path / name
    WRITERS[name](path)
    if packed:
        data = path.read_bytes()
        path = tmp_path / f"{name}.gz"
        path.write_bytes(gzip.compress(data))
    items = read(path)
    made = postings(items)
    assert [(one.id, one.title) for one in made] == [("1", "Writer"), ("2", "Editor")]
    assert [" ".join(one.description.split()) for one in made] == [
        "Two posts a week, with «pictures» ☕.",
        'Says "hi" & bye.',
    ]
    assert [one.salary for one in made] == ["$5 an hour", ""]
    assert [item.row for item in items] == [1, 2]
    assert {item.file for item in items} == {str(path)}


def test_a_mail_and_a_text_are_one_posting_each(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(b"Subject: Writer\n\nTwo posts.")
    (tmp_path / "b.txt").write_text("# Writer\n\nTwo posts.\nAnd more.\n")
    mail, text = postings(read(tmp_path / "a.eml", tmp_path / "b.txt"))
    assert (mail.title, mail.description) == ("Writer", "Two posts.")
    assert (text.title, text.description) == ("Writer", "Two posts.\nAnd more.")


def test_a_folder_is_its_files_by_name_at_any_depth(tmp_path: Path) -> None:
    for name in (
        "b/two.jsonl",
        "a.jsonl",
        "b/one.json.gz",
        ".hidden/x.jsonl",
        "README.md",
        "out.parquet.rejects.jsonl",
        "x.png",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b'{"title": "x"}')
    names = [Path(source.name).relative_to(tmp_path).as_posix() for source in find_sources([tmp_path])]
    assert names == ["a.jsonl", "b/one.json.gz", "b/two.jsonl"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.csv", "no such file"),
        ("x.xyz", "cannot tell the format.*csv"),
        ("empty", "nothing to read in the folder"),
    ],
)
def test_inputs_that_cannot_be_used_are_refused(name: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "x.xyz").write_text("x")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=reason):
        find_sources([tmp_path / name])
    with pytest.raises(InputError, match="standard input can be read once only"):
        find_sources(["-", "-"])


BROKEN = {
    "jobs.parquet": b"PAR1 not at all", "jobs.csv": b"foo,bar\n1,2\n", "jobs.xml": b"<html>",
    "jobs.csv.gz": b"\x1f\x8b\x08broken", "other.parquet.gz": b"PAR1",
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_named_file_that_is_not_what_it_says_is_refused_before_the_scan(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(BROKEN[name])
    with pytest.raises(InputError, match=name):
        check_sources(find_sources([path]), Columns())


@pytest.mark.parametrize("name", BROKEN)
def test_in_a_folder_it_is_one_reject_and_the_others_are_read(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(BROKEN[name])
    (tmp_path / "z.jsonl").write_text('{"title": "x"}')
    reject, record = read(tmp_path)
    assert isinstance(reject, Reject)
    assert (reject.file, reject.row) == (str(tmp_path / name), 1)
    assert isinstance(record, Record)


def test_a_file_that_breaks_off_gives_what_it_has_and_a_reject(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"title": f"t{n}", "x": str(n) * 50}).encode() + b"\n" for n in range(5_000))
    path = tmp_path / "jobs.jsonl.gz"
    path.write_bytes(gzip.compress(lines)[:-2_000])
    *records, last = read(path)
    assert len(records) > 100
    assert all(isinstance(record, Record) for record in records)
    assert isinstance(last, Reject)
    assert last.reason == "the file breaks off"
    assert last.row == len(records) + 1


@pytest.mark.parametrize("name", ["empty.jsonl", "empty.csv", "empty.json", "empty.jsonl.gz"])
def test_an_empty_file_has_no_postings(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(b"") if name.endswith(".gz") else b"")
    assert read(path) == []


def test_a_page_without_a_posting_is_a_reject_with_its_beginning(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>Nothing here</p>")
    (reject,) = read(tmp_path / "a.html")
    assert isinstance(reject, Reject)
    assert "no job posting on the page" in reject.reason
    assert reject.raw == "<p>Nothing here</p>"


@pytest.mark.parametrize(
    ("name", "kind"), [("jobs.jsonl", "line"), ("page.html", "bytes"), ("a.eml", "bytes"), ("jobs.csv", "")]
)
def test_what_unpacks_to_more_than_a_record_may_have_is_a_reject(name: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.gz"
    path.write_bytes(gzip.compress(b"title\n" + b"x" * (17 * 2**20)))
    *_, reject = read(path)
    assert isinstance(reject, Reject)
    assert "more than 16777216" in reject.reason
    assert kind in reject.reason
    assert len(reject.raw) < 3_000


def test_standard_input_is_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(b'{"title": "x"}\n\n{"title": "y"}\n')))
    )
    items = read("-")
    assert [(item.file, item.row, item.line) for item in items] == [("-", 1, 1), ("-", 2, 3)]


def test_reading_holds_little_of_a_large_file(tmp_path: Path) -> None:
    import tracemalloc

    path = tmp_path / "jobs.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=1) as file:
        for n in range(20_000):
            file.write(b'{"id": %d, "title": "x", "description": "%s"}\n' % (n, b"word " * 400))  # 40 MB
    tracemalloc.start()
    n_read = sum(1 for _ in read_sources(find_sources([path]), Columns()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert n_read == 20_000
    assert peak < 8 * 2**20


def test_the_meter_ends_at_the_whole(tmp_path: Path) -> None:
    for name in ("jobs.jsonl", "jobs.csv"):
        WRITERS[name](tmp_path / name)
    sources = find_sources([tmp_path / "jobs.jsonl", tmp_path / "jobs.csv"])
    meter = Meter(sum(source.size for source in sources))
    fractions = [meter.fraction for _ in read_sources(sources, Columns(), meter)]
    assert fractions == sorted(fractions)
    assert (meter.fraction, meter.n_records) == (1.0, 4)
    assert Meter(0).fraction == 0.0


def test_parquet_values_keep_their_types(tmp_path: Path) -> None:
    rows = [
        {
            "title": "x",
            "tags": ["a", "b"],
            "declared_pay": {"hourly_min": 5.0, "hourly_max": None},
            "date": None,
            "n": 3,
        }
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "jobs.parquet")
    (made,) = postings(read(tmp_path / "jobs.parquet"))
    assert made.listed_skills == ("a", "b")
    assert made.declared_pay is not None
    assert (made.declared_pay.min, made.declared_pay.unit, made.extra) == (5.0, "hour", {"n": 3})


def test_the_sample_is_read_with_its_ids(root: Path) -> None:
    sample = root / "data" / "raw" / "sample"
    labelled = {
        json.loads(line)["id"] for line in (sample.parent / "sample_labels.jsonl").read_text("utf-8").splitlines()
    }
    inputs = [sample / name for name in ("postings.jsonl", "postings.csv", "pages", "feed.xml", "mail")]
    made = postings(read(*inputs))
    assert {one.id for one in made} == labelled
    assert len(made) == len(labelled)
    assert all(one.title and len(one.description) > 100 for one in made)


def test_a_source_knows_its_size() -> None:
    assert Source("-", "jsonl").size == 0
