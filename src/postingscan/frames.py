"""The row of the contract as a table: its schema, its forms on disk, and data frames."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from postingscan.errors import InputError

if TYPE_CHECKING:
    import pandas
    import pyarrow

Row = dict[str, Any]

_SPAN = ("text:s", "field:s", "start:i", "end:i")
_COLUMNS: dict[str, str | tuple[str, ...]] = {
    "id": "s",
    "source": "s",
    "title": "s",
    "language": "s",
    "status": "s",
    "status_reason": "s",
    "over_expectation": "i",
    "p_over_expectation": "f",
    "drivers": "[s",
    "roles": "[s",
    "required_skills": ("[", *_SPAN, "skill:s"),
    "optional_skills": ("[", *_SPAN, "skill:s"),
    "pay": (
        "[", *_SPAN, "min:f", "max:f", "currency:s", "unit:s", "currency_inferred:s", "unit_inferred:s", "reason:s",
        "kind:s",
    ),
    "trial": ("{", "kind:s", "paid:s", "days:f", *_SPAN),
    "payment_terms": ("{", "label:s", *_SPAN),
    "goals": "i",
    "goals_text": "s",
    "communication": "i",
    "communication_text": "s",
    "workload": ("[", *_SPAN, "quantity:f", "item:s", "per:s"),
    "one_person": "b",
    "pay_usd_hour_min": "f",
    "pay_usd_hour_max": "f",
    "workload_hours": ("{", "needed_low:f", "needed:f", "needed_high:f", "available:f"),
    "rarity": (
        "{", "one_in:f", "one_in_low:f", "one_in_high:f", "observed:i", "population:s", "n_workers:i", "families:[s",
    ),
    "market": ("{", "usd_hour_p25:f", "usd_hour_p50:f", "usd_hour_p75:f", "pay_ratio:f", "population:s", "n_workers:i"),
    "split": ("[", "role:s", "skills:[s", "usd_hour_p50:f"),
    "findings": (
        "[", "code:s", "name:s", "severity:s", "confidence:s", "driver:s", "field:s", "start:i", "end:i", "evidence:s",
        "message:s", "advice:s",
    ),
    "praise": ("[", "name:s", *_SPAN, "message:s"),
    "contributions": ("[", "feature:s", "value:f", "contribution:f"),
    "model": "s",
    "version": "s",
    "description": "s",
    "salary": "s",
    "hours_per_week": "s",
    "employment_type": "s",
    "country": "s",
    "date": "s",
    "url": "s",
    "company": "s",
    "extra": "json",
}  # fmt: skip
"""Every column of a scanned row: s text, i integer, f float, b true or false, ``[`` a list, ``{`` a nested value.

``extra`` holds whatever the input had, so it has no type of its own: in Parquet and CSV it is JSON text.
"""

COLUMNS = tuple(_COLUMNS)
_NESTED = frozenset(name for name, kind in _COLUMNS.items() if kind[0] in {"[", "{"} or kind == "json")
_TEXTS = frozenset(name for name, kind in _COLUMNS.items() if kind == "s")
_FORMULA = re.compile(r"'{0,100}[=+\-@\t\r]")
_GUARDED = re.compile(r"'{1,101}[=+\-@\t\r]")
_FLOATS = frozenset(name for name, kind in _COLUMNS.items() if kind == "f")
_INTEGERS = frozenset(name for name, kind in _COLUMNS.items() if kind == "i")
_JOURNAL_ROWS = 4096


@cache
def schema() -> pyarrow.Schema:
    """The row of the contract as an Arrow schema.

    Examples
    --------
    >>> schema().field("trial").type.field("days").type
    DataType(double)
    """
    import pyarrow as pa

    plain = {"s": pa.string(), "i": pa.int64(), "f": pa.float64(), "b": pa.bool_(), "json": pa.string()}

    def type_of(kind: str | tuple[str, ...]) -> Any:
        if isinstance(kind, str):
            return pa.list_(plain[kind[1:]]) if kind[0] == "[" else plain[kind]
        parts = (part.split(":") for part in kind[1:])
        struct = pa.struct([(name, type_of(inner)) for name, inner in parts])
        return pa.list_(struct) if kind[0] == "[" else struct

    return pa.schema([(name, type_of(kind)) for name, kind in _COLUMNS.items()])


def to_json(value: Any) -> bytes:
    """JSON of a value, whatever the size of its numbers."""
    try:
        return orjson.dumps(value)
    except TypeError:  # integers of more than 64 bits, nesting beyond orjson's
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def to_json_lines(rows: Iterable[Row]) -> bytes:
    """Rows as JSON Lines."""
    return b"".join(to_json(row) + b"\n" for row in rows)


def to_csv(rows: Iterable[Row]) -> bytes:
    """Rows as CSV without a header, nested values as JSON text, what is absent as an empty cell.

    A text that a spreadsheet would take for a formula (its first character is ``=``, ``+``, ``-``, ``@``, a tab or a
    carriage return) gets an apostrophe before it, unless it is a number; `read_scanned` takes it off again.
    Offsets count without it.

    Examples
    --------
    >>> cells = to_csv([{"id": "1", "title": "=cmd()", "salary": "-5", "drivers": ["pay"]}]).decode().split(",")
    >>> cells[:3], cells[8]
    (['1', '', "'=cmd()"], '"[""pay""]"')
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in rows:
        writer.writerow([_cell(name, row.get(name)) for name in COLUMNS])
    return text.getvalue().encode("utf-8", "replace")


def csv_header() -> bytes:
    """The first line of the CSV form."""
    return f"{','.join(COLUMNS)}\n".encode()


def _cell(name: str, value: Any) -> Any:
    if value is None:
        return ""
    if name in _NESTED:
        return to_json(value).decode()
    if name in _TEXTS and _FORMULA.match(value) and not _is_number(value):
        return f"'{value}"
    return value


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return text.isascii()


def to_batch(rows: Sequence[Row]) -> pyarrow.RecordBatch:
    """Rows as an Arrow record batch of the contract's schema."""
    import pyarrow as pa

    return pa.RecordBatch.from_pylist(
        [{**row, "extra": to_json(row.get("extra") or {}).decode()} for row in rows], schema()
    )


def to_arrow(rows: Sequence[Row]) -> bytes:
    """Rows as one Arrow stream, packed quickly; streams can stand one behind the other in a file (see `write_parquet`)."""
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, schema(), options=pa.ipc.IpcWriteOptions(compression="lz4")) as writer:
        writer.write_batch(to_batch(rows))
    return sink.getvalue().to_pybytes()  # type: ignore[no-any-return]


def write_parquet(journal: Path, out: Path) -> None:
    """Turn a file of Arrow streams into a Parquet file, some thousand rows at a time."""
    import pyarrow as pa
    import pyarrow.parquet

    options = {"compression": "zstd", "use_dictionary": False}  # hardly a text comes twice
    with journal.open("rb") as streams, pyarrow.parquet.ParquetWriter(out, schema(), **options) as writer:
        held: list[Any] = []
        for batch in _batches(streams):
            held.append(batch)
            if sum(part.num_rows for part in held) >= _JOURNAL_ROWS:
                writer.write_table(pa.Table.from_batches(held))
                held.clear()
        if held:
            writer.write_table(pa.Table.from_batches(held))


def _batches(streams: io.BufferedReader) -> Iterator[Any]:
    import pyarrow as pa

    while streams.peek(1):
        yield from pa.ipc.open_stream(streams)


def make_frame(rows: Sequence[Row]) -> pandas.DataFrame:
    """A data frame of scanned rows; nested values are lists and dicts, absent ones None or NA.

    Parameters
    ----------
    rows : sequence of dict
        Rows of the contract.

    Returns
    -------
    pandas.DataFrame
        A column per field of the contract, in its order. Levels are ``Int64``, probabilities and pay ``float64``,
        texts pandas' ``str``.

    Examples
    --------
    >>> frame = make_frame([{"id": "1", "over_expectation": 2}, {"id": "2", "over_expectation": None}])
    >>> frame["over_expectation"].tolist()
    [2, <NA>]
    """
    import pandas as pd

    columns: dict[str, pd.Series[Any]] = {}
    for name in COLUMNS:
        values = [row.get(name) for row in rows]
        columns[name] = pd.Series(values, dtype=_dtype(name), name=name)
    return pd.DataFrame(columns)


def _dtype(name: str) -> Any:
    if name in _INTEGERS:
        return "Int64"
    if name in _FLOATS:
        return "float64"
    return "str" if name in _TEXTS else "object"


def read_scanned(path: str | Path) -> pandas.DataFrame:
    """The rows that a scan wrote, from Parquet, JSON Lines or CSV; the same frame from each.

    Parameters
    ----------
    path : str or Path

    Returns
    -------
    pandas.DataFrame
        As `make_frame`.

    Raises
    ------
    InputError
        There is no such file, or it is not what a scan wrote.
    """
    path = Path(path)
    readers: dict[str, Callable[[Path], Iterator[Row]]] = {
        ".parquet": _read_parquet, ".jsonl": _read_json_lines, ".csv": _read_csv,
    }  # fmt: skip
    if not path.is_file():
        raise InputError("no such file", where=str(path))
    reader = readers.get(path.suffix.lower(), _read_parquet)
    try:
        rows = list(reader(path))
    except (ValueError, KeyError, TypeError, OSError) as error:  # Arrow's errors are ValueErrors and OSErrors
        raise InputError(
            "not what a scan wrote", where=str(path), got=f"{type(error).__name__}: {error}"[:200]
        ) from None
    if rows and not {"id", "status", "findings"} <= rows[0].keys():
        raise InputError(
            "not what a scan wrote",
            where=str(path),
            expected="columns id, status, findings …",
            got=", ".join(list(rows[0])[:6]),
        )
    return make_frame(rows)


def _read_parquet(path: Path) -> Iterator[Row]:
    import pyarrow.parquet

    for batch in pyarrow.parquet.ParquetFile(path).iter_batches(_JOURNAL_ROWS):
        for row in batch.to_pylist():
            row["extra"] = orjson.loads(row["extra"]) if row.get("extra") else {}
            yield row


def _read_json_lines(path: Path) -> Iterator[Row]:
    with path.open("rb") as lines:
        for line in lines:
            row = orjson.loads(line)
            if not isinstance(row, dict):
                raise TypeError(f"a row that is no object: {line[:40]!r}")
            yield row


def _read_csv(path: Path) -> Iterator[Row]:
    longest = csv.field_size_limit(2**30)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield {name: _value(name, cell) for name, cell in row.items() if name}
    finally:
        csv.field_size_limit(longest)


def _value(name: str, cell: str) -> Any:
    if name in _TEXTS:
        return (cell[1:] if _GUARDED.match(cell) else cell) or _empty(name)
    if not cell:
        return None
    if name in _NESTED:
        return orjson.loads(cell)
    if name in _FLOATS:
        return float(cell)
    if name in _INTEGERS:
        return int(cell)
    return cell == "True"


def _empty(name: str) -> str | None:
    """What an empty cell of text means: a posting's own texts are never absent, only empty."""
    return "" if name in {"id", "source", "title", "description", "salary"} else None
