"""Packaged tables: each with its provenance, none that tells on few people."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

from postingscan.tables import load_sources, load_table

TABLES = Path(__file__).parents[1] / "src" / "postingscan" / "tables"
NAMES = sorted(path.stem for path in TABLES.glob("*.csv"))


def test_every_table_has_a_source_and_every_source_a_table() -> None:
    assert sorted(load_sources()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_source_tells_everything_and_its_hash_is_right(name: str) -> None:
    source = load_sources()[name]
    for key in ("publisher", "retrieved", "licence", "method"):
        assert source[key].strip(), f"[{name}] in sources.toml has no {key}"
    digest = hashlib.sha256((TABLES / f"{name}.csv").read_bytes()).hexdigest()
    assert source["sha256"] == digest, f"{name}.csv was changed: look at it again, then renew its sha256"


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_whole(name: str) -> None:
    with (TABLES / f"{name}.csv").open(newline="", encoding="utf-8") as lines:
        header, *rows = csv.reader(lines)
    assert len(set(header)) == len(header)
    assert rows
    assert all(len(row) == len(header) for row in rows)
    assert load_table(name) == [dict(zip(header, row, strict=True)) for row in rows]


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_tells_on_fewer_than_five_people(name: str) -> None:
    for row in load_table(name):
        for column, value in row.items():
            if column.startswith("n_"):
                assert int(value) == 0 or int(value) >= 5, row


@pytest.mark.parametrize("name", NAMES)
def test_tables_are_small(name: str) -> None:
    assert (TABLES / f"{name}.csv").stat().st_size < 600_000
