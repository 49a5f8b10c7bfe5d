"""Batches of records through one process or several, in order and with a bounded number in flight."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice

from postingscan.batch.worker import Judge, Judged, Settings, judge_batch, start_worker
from postingscan.errors import PostingscanError
from postingscan.ingest.places import Record, Reject
from postingscan.model.score import load_scorer

BATCH_ROWS = 256
_BATCH_BYTES = 4 * 2**20
_IN_FLIGHT = 3  # batches a worker: one at work, one waiting, one being taken away


def count_cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def make_batches(items: Iterable[Record | Reject], rows: int = BATCH_ROWS) -> Iterator[list[Record | Reject]]:
    """Items in lists of `rows`, fewer where they are large.

    Examples
    --------
    >>> [len(batch) for batch in make_batches((Record("", n, None, {}) for n in range(5)), rows=2)]
    [2, 2, 1]
    """
    batch: list[Record | Reject] = []
    size = 0
    for item in items:
        batch.append(item)
        size += _size(item)
        if len(batch) >= rows or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(item: Record | Reject) -> int:
    data = item.data if isinstance(item, Record) else item.raw
    if isinstance(data, bytes | str):
        return len(data)
    values = data.values() if isinstance(data, Mapping) else (data.description,)
    return sum(len(value) for value in values if isinstance(value, str))


def judge_batches(
    batches: Iterable[list[Record | Reject]], settings: Settings, workers: int = 1
) -> Iterator[tuple[list[Record | Reject], Judged]]:
    """Each batch with what came of it, in the order of `batches`, whichever process did it.

    Parameters
    ----------
    batches : iterable of list
        Taken a few ahead of what is handed out, never all.
    settings : Settings
    workers : int
        Processes; with one, or for a single batch, everything happens in this one.

    Raises
    ------
    PostingscanError
        A process of the pool was ended from outside, most likely for want of memory.
    """
    batches = iter(batches)
    first = list(islice(batches, 2))
    batches = chain(first, batches)
    if workers <= 1 or len(first) < 2:
        judge = Judge(settings)
        for batch in batches:
            yield batch, judge.judge(batch)
        return
    load_scorer(settings.model)  # what is wrong with the model is to be said here, not by each of the workers
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context(method), start_worker, (settings,))
    flying: deque[tuple[list[Record | Reject], Future[Judged]]] = deque()
    try:
        for batch in batches:
            flying.append((batch, pool.submit(judge_batch, batch)))
            if len(flying) >= workers * _IN_FLIGHT:
                batch, future = flying.popleft()
                yield batch, future.result()
        while flying:
            batch, future = flying.popleft()
            yield batch, future.result()
    except BrokenProcessPool as error:
        raise PostingscanError(
            "a worker process ended unexpectedly", do="run again with --resume, with fewer --workers if memory is short"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
