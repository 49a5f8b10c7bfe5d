"""Batches of postings on a Dask cluster, for those who have more than one machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from postingscan.batch.pool import make_batches
from postingscan.batch.table import _records
from postingscan.batch.worker import Judge, Judged, Settings
from postingscan.errors import PostingscanError
from postingscan.ingest.columns import Columns
from postingscan.ingest.places import Record, Reject

if TYPE_CHECKING:
    from distributed import Client, Future

    from postingscan.batch.table import Postings

_IN_FLIGHT = 3  # batches a thread of the cluster: one at work, one waiting, one being taken away


def scan_on(client: Client, postings: Postings, settings: Settings | None = None) -> Iterator[dict[str, Any] | Reject]:
    """Scan postings on a cluster and hand out their rows while it works.

    Parameters
    ----------
    client : distributed.Client
        Connected to the cluster; each worker needs the same release of postingscan. A model file is read here and sent.
    postings : DataFrame, path, or iterable of paths, records, Postings or texts
        As `postingscan.scan` takes them; read a few batches ahead, so that they may be more than fit into memory.
    settings : Settings, optional

    Yields
    ------
    dict or Reject
        The row of each posting, or why there is none, in the order of the input.

    Raises
    ------
    PostingscanError
        Workers of the cluster keep being lost.

    Examples
    --------
    >>> from distributed import Client, LocalCluster  # doctest: +SKIP
    >>> with LocalCluster() as cluster, Client(cluster) as client:  # doctest: +SKIP
    ...     rows = [row for row in scan_on(client, "boards/") if isinstance(row, dict)]
    """
    settings = replace(settings or Settings(), form="rows")
    batches = make_batches(_records(postings, Columns(settings.renamed)))
    for batch, judged in judge_batches_on(client, batches, settings):
        rows, rejects, places = iter(judged.body), iter(judged.rejects), set(judged.places)
        for place in range(len(batch)):
            yield next(rows if place in places else rejects)  # type: ignore[misc]


def judge_batches_on(
    client: Client, batches: Iterable[list[Record | Reject]], settings: Settings
) -> Iterator[tuple[list[Record | Reject], Judged]]:
    """Each batch with what came of it, in the order of `batches`: `pool.judge_batches` on a cluster.

    Parameters
    ----------
    client : distributed.Client
    batches : iterable of list
        Taken a few ahead of what is handed out, never all.
    settings : Settings

    Raises
    ------
    PostingscanError
        Workers of the cluster keep being lost.
    """
    from distributed.scheduler import KilledWorker

    judge = Judge(settings)
    most = _IN_FLIGHT * max(sum(client.nthreads().values()), 1)
    flying: deque[tuple[list[Record | Reject], Future[Judged]]] = deque()
    try:
        for batch in batches:
            # The batch is part of the function, so that Dask does not look through its records for futures.
            flying.append((batch, client.submit(partial(judge.judge, batch), pure=False)))
            if len(flying) >= most:
                batch, future = flying.popleft()
                yield batch, future.result()
        while flying:
            batch, future = flying.popleft()
            yield batch, future.result()
    except KilledWorker as error:
        raise PostingscanError(
            "workers of the cluster keep being lost", do="give them more memory, or look at their logs"
        ) from error
    finally:
        client.cancel([future for _, future in flying])
