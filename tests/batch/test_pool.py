"""Batches through one process or several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.batch import pool
from postingscan.batch.pool import count_cores, judge_batches, make_batches
from postingscan.batch.worker import Settings
from postingscan.errors import ModelError
from postingscan.ingest.places import Record

TEXT = "Write two articles a week about gardens for our blog. You get the pictures from us."


def records(n: int) -> list[Record]:
    return [Record("", row, None, {"id": str(row), "text": f"{TEXT} Number {row}."}) for row in range(1, n + 1)]


@given(st.lists(st.integers(0, 3_000_000), max_size=30), st.integers(1, 5))
def test_batches_hold_every_item_once_in_order_and_no_more_than_they_may(sizes: list[int], rows: int) -> None:
    items = [Record("", n, None, b"x" * size) for n, size in enumerate(sizes)]
    batches = list(make_batches(items, rows))
    assert [item.row for batch in batches for item in batch] == list(range(len(sizes)))
    for batch in batches:
        assert 0 < len(batch) <= rows
        assert sum(len(item.data) for item in batch[:-1]) < pool._BATCH_BYTES


@pytest.mark.parametrize("workers", [1, 2])
def test_rows_come_out_in_order_from_any_number_of_processes(workers: int) -> None:
    items = records(50)
    judged = list(judge_batches(make_batches(items, 4), Settings(), workers))
    assert [row["id"] for _, done in judged for row in done.body] == [str(n) for n in range(1, 51)]
    assert [item for batch, _ in judged for item in batch] == items


def test_batches_are_taken_only_a_few_ahead() -> None:
    taken = 0

    def batches() -> object:
        nonlocal taken
        for batch in make_batches(records(40), 2):
            taken += 1
            yield batch

    ahead = []
    for done, _ in enumerate(judge_batches(batches(), Settings(), workers=2), 1):
        ahead.append(taken - done)
    assert taken == 20
    assert max(ahead) <= 2 * pool._IN_FLIGHT


def test_a_model_that_cannot_be_used_is_said_before_any_process_starts() -> None:
    with pytest.raises(ModelError):
        list(judge_batches(make_batches(records(4), 2), Settings(model="missing.json"), workers=2))


def test_no_batches_are_no_work() -> None:
    assert list(judge_batches([], Settings(), workers=2)) == []
    assert count_cores() >= 1
