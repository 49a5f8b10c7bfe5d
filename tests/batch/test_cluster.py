"""Scanning on a cluster gives what scanning here gives."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("distributed", reason="the cluster is an extra: pip install 'postingscan[cluster]'")

from postingscan.batch.cluster import judge_batches_on, scan_on
from postingscan.batch.pool import judge_batches, make_batches
from postingscan.batch.worker import Settings
from postingscan.ingest.places import Record, Reject

if TYPE_CHECKING:
    from distributed import Client

POSTINGS: list[dict[str, Any]] = [
    {
        "id": "a",
        "title": "Garden writer",
        "text": "Write two articles a week about gardens. $40 each.",
    },
    {"id": "empty"},
    {
        "id": "b",
        "title": "Editor and animator",
        "text": "Edit videos, animate a logo and run the servers. $3 an hour.",
    },
    {
        "id": "c",
        "title": "Schreiberin",
        "text": "Wir suchen eine Schreiberin für zwei Artikel in der Woche.",
    },
    {"id": "d", "title": "Bookkeeper", "text": "Keep the books of a small bakery, ten hours a week, at $25 an hour."},
]


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with warnings.catch_warnings():
        warnings.simplefilter("default")  # what the cluster's own libraries say as they start and end is not ours
        from distributed import Client, LocalCluster

        with (
            LocalCluster(n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None) as cluster,
            Client(cluster) as client,
        ):
            yield client


def records(n: int) -> Iterator[Record]:
    for row in range(1, n + 1):
        yield Record("", row, None, POSTINGS[row % len(POSTINGS)] | {"id": str(row)})


def test_rows_are_those_of_a_scan_here_in_the_same_order(client: Client) -> None:
    here = list(judge_batches(make_batches(records(60), rows=7), Settings()))
    there = list(judge_batches_on(client, make_batches(records(60), rows=7), Settings()))
    assert there == here
    assert sum(judged.tally.n_scored for _, judged in there) > 0


def test_every_posting_is_a_row_or_a_reject_in_its_place(client: Client) -> None:
    made = list(scan_on(client, POSTINGS))
    assert [row["id"] if isinstance(row, dict) else row.row for row in made] == ["a", 2, "b", "c", "d"]
    assert isinstance(made[1], Reject)
    assert [row["status"] for row in made if isinstance(row, dict)] == ["scored", "scored", "not_scored", "scored"]


def test_settings_reach_the_workers(client: Client) -> None:
    [row] = scan_on(client, [{"blurb": POSTINGS[0]["text"]}], Settings(form="jsonl", renamed={"blurb": "description"}))
    assert isinstance(row, dict)
    assert row["description"] == POSTINGS[0]["text"]


def test_input_is_read_only_a_little_ahead_of_the_rows(client: Client) -> None:
    n_read = 0

    def endless() -> Iterator[Record]:
        nonlocal n_read
        for record in records(10**9):
            n_read += 1
            yield record

    made = judge_batches_on(client, make_batches(endless(), rows=5), Settings())
    for _ in range(3):
        next(made)
    made.close()  # type: ignore[attr-defined]
    assert n_read <= 5 * (3 + 3 * 2)
