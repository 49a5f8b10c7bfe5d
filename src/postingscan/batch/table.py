"""Many postings into a data frame, in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeGuard

from postingscan.batch.pool import judge_batches, make_batches
from postingscan.batch.worker import Settings
from postingscan.errors import InputError
from postingscan.frames import make_frame
from postingscan.ingest.columns import Columns
from postingscan.ingest.files import find_sources, read_sources
from postingscan.ingest.places import Record, Reject, show_raw
from postingscan.posting import Posting
from postingscan.rules import select_rules

if TYPE_CHECKING:
    import pandas

    Given = str | Path | Mapping[str, Any] | Posting
    Postings = pandas.DataFrame | Given | Iterable[Given]

_ROWS = 256


def scan(
    postings: Postings,
    *,
    workers: int = 1,
    limit: int | None = None,
    columns: Mapping[str, str] | None = None,
    model: str | Path | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    strict: bool = False,
) -> pandas.DataFrame:
    """Scan postings and return a row for each.

    Parameters
    ----------
    postings : DataFrame, path, or iterable of paths, records, Postings or texts
        A data frame with a posting a row; a file or folder of any format that is read (a str is a path here); or
        postings one by one, as mappings, `Posting` objects or plain texts (a str in a list is a text).
    workers : int
        Processes. More than one in a script needs the usual ``if __name__ == "__main__":``.
    limit : int, optional
        So many records are read at most.
    columns : mapping of str to str, optional
        Columns whose names tell nothing, and the field that each holds: ``{"blurb": "description"}``.
    model : path, optional
        A model file in place of the packaged model.
    select, ignore : iterable of str
        Codes or prefixes of the rules whose findings are shown. The score rests on all of them.
    strict : bool
        Raise at the end if any record could not be read.

    Returns
    -------
    pandas.DataFrame
        The columns of the contract, in the order of the input. A data frame's index is kept. Records that could not be
        read or scored are missing; ``frame.attrs["rejects"]`` lists them with place and reason.

    Raises
    ------
    InputError
        A file cannot be read; under `strict`, a record cannot.
    ConfigError
        No such rule or field.

    Examples
    --------
    >>> frame = scan([{"id": "a", "text": "Write two articles a week about gardens for our blog."}, {"id": "b"}])
    >>> frame[["id", "status", "language"]].values.tolist()
    [['a', 'scored', 'en']]
    >>> [reject["reason"].split(":")[0] for reject in frame.attrs["rejects"]]
    ['neither title nor text']
    """
    select, ignore = list(select), list(ignore)
    settings = Settings(
        renamed=dict(columns or {}),
        model=None if model is None else str(model),
        codes=select_rules(select, ignore) if select or ignore else None,
    )
    items = islice(_records(postings, Columns(columns)), limit)
    rows: list[dict[str, Any]] = []
    kept: list[int] = []
    rejects: list[Reject] = []
    n_before = 0
    for batch, judged in judge_batches(make_batches(items), settings, workers):
        rows.extend(judged.body)  # type: ignore[arg-type]
        kept.extend(n_before + place for place in judged.places)
        rejects.extend(judged.rejects)
        n_before += len(batch)
    if strict and rejects:
        raise InputError(
            f"{len(rejects)} of {n_before} records cannot be read", where=rejects[0].where, got=rejects[0].reason
        )
    frame = make_frame(rows)
    if _is_frame(postings):
        frame.index = postings.index[kept]
    frame.attrs["rejects"] = [reject._asdict() for reject in rejects]
    return frame


def _is_frame(postings: Postings) -> TypeGuard[pandas.DataFrame]:
    return hasattr(postings, "iloc")  # without importing pandas for those who have no data frame


def _records(postings: Postings, columns: Columns) -> Iterator[Record | Reject]:
    if _is_frame(postings):
        yield from _frame_records(postings)
        return
    if isinstance(postings, str | Path):
        yield from read_sources(find_sources([postings]), columns)
        return
    row = 0
    for given in [postings] if isinstance(postings, Mapping | Posting) else postings:
        if isinstance(given, Path):
            yield from read_sources(find_sources([given]), columns)
            continue
        row += 1
        if isinstance(given, Mapping | Posting):
            yield Record("", row, None, given)
        elif isinstance(given, str):
            yield Record("", row, None, {"text": given})
        else:
            kind = type(given).__name__
            yield Reject("", row, None, f"expected a mapping, a Posting or a text, got {kind}", show_raw(given))


def _frame_records(frame: pandas.DataFrame) -> Iterator[Record]:
    names = [str(name) for name in frame.columns]
    if len(set(names)) < len(names):
        raise InputError("two columns of the data frame have one name", got=", ".join(names)[:200])
    for start in range(0, len(frame), _ROWS):
        part = frame.iloc[start : start + _ROWS]
        cells = zip(*(part.iloc[:, place].tolist() for place in range(len(names))), strict=True)
        for row, values in enumerate(cells, start + 1):
            yield Record("", row, None, dict(zip(names, values, strict=True)))
