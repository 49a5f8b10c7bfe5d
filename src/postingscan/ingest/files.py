"""Files, folders and standard input: which there are, what they hold, and their records one by one."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from postingscan.errors import InputError, RecordError
from postingscan.ingest.bytestream import BROKEN, MAX_RECORD, decode, read_lines, read_whole, unpacked
from postingscan.ingest.columns import Columns
from postingscan.ingest.manifest import MANIFEST
from postingscan.ingest.places import Record, Reject, show_raw
from postingscan.ingest.record import parse_record

Reader = Callable[[BinaryIO, str, Columns], Iterator[Record | Reject]]

KINDS: dict[str, str] = {
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".json": "json", ".jsonld": "json", ".jsonl": "jsonl",
    ".ndjson": "jsonl", ".jsonlines": "jsonl", ".parquet": "parquet", ".pq": "parquet", ".html": "page",
    ".htm": "page", ".xhtml": "page",
    ".xml": "feed", ".rss": "feed", ".atom": "feed", ".rdf": "feed", ".eml": "mail", ".txt": "text", ".md": "text",
}  # fmt: skip
"""What the end of a name says of a file's format, once a final ``.gz`` is taken off."""

_ONE_POSTING = frozenset(("page", "mail", "text"))  # kinds of which a file holds one posting
STDIN = "-"
_LONGEST_TITLE = 120
_MAX_FEED = 4 * MAX_RECORD
_PARQUET_ROWS = 256


@dataclass(frozen=True)
class Source:
    """One input.

    Parameters
    ----------
    name : str
        As the user gave it, or as it stands in the folder that was given.
    kind : str
        One of the values of `KINDS`.
    named : bool
        Whether the user named it; what a folder merely holds may turn out to be unusable without ending the scan.
    """

    name: str
    kind: str
    named: bool = True

    @property
    def path(self) -> Path | None:
        """Where it lies; None for standard input."""
        return None if self.name == STDIN else Path(self.name)

    @property
    def size(self) -> int:
        """Bytes, packed as they are; 0 for standard input."""
        return self.path.stat().st_size if self.path else 0


@dataclass
class Meter:
    """How much of the inputs has been read, for whoever shows progress."""

    total: int
    done: int = 0
    n_records: int = 0
    file: BinaryIO | None = None

    @property
    def fraction(self) -> float:
        """Share of the bytes that has been read, 0 to 1; 0 where sizes are unknown."""
        try:
            read = self.done + (self.file.tell() if self.file else 0)
        except (OSError, ValueError):
            read = self.done
        return min(read / self.total, 1.0) if self.total else 0.0


def source_name(file: str) -> str:
    """What stands for the source of a file's postings: its name without folders and endings.

    A page or a mail holds one posting, so that there the folder it lies in tells more.

    Examples
    --------
    >>> source_name("boards/upwork.2024.jsonl.gz"), source_name("-"), source_name("saved/pages/writer.html")
    ('upwork.2024', 'stdin', 'pages')
    """
    if file == STDIN:
        return "stdin"
    path = Path(file)
    if path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    kind = KINDS.get(path.suffix.lower())
    if kind in _ONE_POSTING and path.parent.name:
        return path.parent.name
    return path.stem if kind else path.name


def find_sources(inputs: Sequence[str | Path], *, text: bool = False) -> list[Source]:
    """The files that `inputs` name, folders opened; in the order given, the files of a folder by name.

    Parameters
    ----------
    inputs : sequence of str or Path
        Files, folders, and ``'-'`` for standard input, which is read as JSON Lines.
    text : bool
        Take a file whose name tells nothing for the text of one posting, and standard input too.

    Raises
    ------
    InputError
        A file that does not exist, a name that does not tell the format, a folder with nothing to read in it.
    """
    sources: list[Source] = []
    for given in map(str, inputs):
        path = Path(given)
        if given == STDIN:
            if any(source.name == STDIN for source in sources):
                raise InputError("standard input can be read once only", got="'-' twice")
            sources.append(Source(STDIN, "text" if text else "jsonl"))
        elif path.is_dir():
            found = [
                Source(str(inner), kind, named=False)
                for inner in sorted(path.rglob("*"))
                if (kind := _kind(inner)) and kind != "text" and _is_shown(inner.relative_to(path)) and inner.is_file()
            ]
            if not found:
                raise InputError("nothing to read in the folder", where=given, expected=f"files ending in {_endings()}")
            sources += found
        elif not path.exists():
            raise InputError("no such file", where=given)
        elif kind := _kind(path) or ("text" if text else None):
            sources.append(Source(given, kind))
        else:
            raise InputError("cannot tell the format", where=given, expected=f"a name ending in {_endings()}")
    return sources


def _kind(path: Path) -> str | None:
    name = path.name.lower()
    if name.endswith(".rejects.jsonl"):  # what an earlier scan could not read is no input
        return None
    if name == MANIFEST:  # nor is what fetching noted of the pages beside it
        return None
    return KINDS.get(Path(name.removesuffix(".gz")).suffix)


def _is_shown(path: Path) -> bool:
    return not any(part.startswith(".") for part in path.parts)


def _endings() -> str:
    return f"{', '.join(KINDS)}, each also with .gz"


def read_sources(sources: Iterable[Source], columns: Columns, meter: Meter | None = None) -> Iterator[Record | Reject]:
    """Records of all `sources`, in order.

    Raises
    ------
    InputError
        A source that the user named is not what its name says, before any record of it was read. What breaks later,
        or in a file of a folder, comes out as a reject.
    """
    for source in sources:
        row = 0
        try:
            for item in _read_source(source, columns, meter):
                row = item.row
                if meter:
                    meter.n_records += 1
                yield item
        except (InputError, RecursionError, *BROKEN) as error:
            reason = str(error) if isinstance(error, InputError) else _explain(error)
            if source.named and not row:
                raise error if isinstance(error, InputError) else InputError(reason, where=source.name) from error
            yield Reject(source.name, row + 1, None, reason, "")
        if meter:
            meter.done, meter.file = meter.done + source.size, None


def check_sources(sources: Iterable[Source], columns: Columns) -> None:
    """Read the first record of every named file, so that what is unusable is known before hours of work.

    Raises
    ------
    InputError
        As `read_sources`.
    """
    for source in sources:
        if source.named and source.path:
            next(read_sources([source], columns), None)


def _explain(error: Exception) -> str:
    if isinstance(error, EOFError):
        return "the file breaks off"
    if isinstance(error, RecursionError):
        return "nested too deeply"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return f"damaged: {error}"


def _read_source(source: Source, columns: Columns, meter: Meter | None) -> Iterator[Record | Reject]:
    if source.path is None:
        with unpacked(sys.stdin.buffer) as stream:
            yield from _READERS[source.kind](stream, source.name, columns)
        return
    with source.path.open("rb") as file:
        if meter:
            meter.file = file
        if source.kind == "parquet" and not source.name.lower().endswith(".gz"):
            yield from read_parquet(file, source.name, columns)
        else:
            with unpacked(file) as stream:
                yield from _READERS[source.kind](stream, source.name, columns)


def read_json_lines(stream: BinaryIO, file: str, columns: Columns) -> Iterator[Record | Reject]:  # noqa: ARG001
    """Lines of JSON Lines, still as bytes; blank ones are no rows."""
    row = 0
    for line in read_lines(stream):
        if not line.data.strip():
            continue
        row += 1
        if line.whole:
            yield Record(file, row, line.number, line.data)
        else:
            yield Reject(file, row, line.number, f"a line of more than {MAX_RECORD} bytes", show_raw(line.data))


def read_parquet(stream: BinaryIO, file: str, columns: Columns) -> Iterator[Record | Reject]:
    """Rows of a Parquet file, a few hundred at a time."""
    import pyarrow
    import pyarrow.parquet

    try:
        table = pyarrow.parquet.ParquetFile(stream, pre_buffer=False)
        if not {"title", "description"} & columns.plan(table.schema_arrow.names).keys():
            raise InputError(
                "no column holds a title or a text",
                where=file,
                got=", ".join(table.schema_arrow.names[:8])[:200],
                do="say which is which with --map theirs=description",
            )
        row = 0
        for batch in table.iter_batches(_PARQUET_ROWS, use_threads=False):
            for values in batch.to_pylist():
                row += 1
                yield Record(file, row, None, values)
    except (pyarrow.ArrowException, UnicodeDecodeError) as error:
        raise InputError("cannot be read as Parquet", where=file, got=str(error)[:200]) from None


def _read_packed_parquet(stream: BinaryIO, file: str, columns: Columns) -> Iterator[Record | Reject]:
    with tempfile.TemporaryFile() as whole:  # Parquet is read from its end
        shutil.copyfileobj(stream, whole)
        whole.seek(0)
        yield from read_parquet(whole, file, columns)


def _read_whole_file(make: Callable[[bytes], list[dict[str, Any]] | None], what: str, longest: int) -> Reader:
    """A reader of files that are read at once, such as pages and mails; `what` says what none of them holds."""

    def read(stream: BinaryIO, file: str, columns: Columns) -> Iterator[Record | Reject]:  # noqa: ARG001
        data = read_whole(stream, longest)
        if data is None:
            yield Reject(file, 1, None, f"more than {longest} bytes", "")
            return
        try:
            records = make(data)
        except InputError as error:
            raise InputError(error.what, where=file, expected=error.expected) from None
        except Exception as error:  # whatever a library makes of bytes that are not what the name says
            raise InputError("cannot be read", where=file, got=f"{type(error).__name__}: {error}"[:200]) from error
        if records is None:
            raise InputError(what, where=file)
        if not records:
            yield Reject(file, 1, None, what, show_raw(data))
        for row, record in enumerate(records, 1):
            yield Record(file, row, None, record)

    return read


def _make_page(data: bytes) -> list[dict[str, Any]]:
    from postingscan.ingest.pages import read_page

    return read_page(data)


def _make_feed(data: bytes) -> list[dict[str, Any]] | None:
    from postingscan.ingest.feeds import read_feed

    return read_feed(data)


def _make_mail(data: bytes) -> list[dict[str, Any]]:
    from postingscan.ingest.mail import read_mail

    return [read_mail(data)]


def make_text(data: bytes) -> list[dict[str, Any]]:
    r"""The posting that a text is; a short first line with more below it is the title. An object of JSON is a record.

    Examples
    --------
    >>> make_text(b"Writer\n\nTwo articles a week")
    [{'title': 'Writer', 'description': 'Two articles a week'}]
    >>> make_text(b"Two articles a week, please.")
    [{'title': '', 'description': 'Two articles a week, please.'}]
    >>> make_text(b'{"title": "Writer"}')
    [{'title': 'Writer'}]
    """
    if data.lstrip()[:1] == b"{":
        with suppress(RecordError):
            return [parse_record(data)]
    text = (decode(data) or data.decode("utf-8", "replace")).strip()
    first, _, rest = text.partition("\n")
    if rest.strip() and len(first) <= _LONGEST_TITLE:
        return [{"title": first.strip("# \t\r"), "description": rest.strip()}]
    return [{"title": "", "description": text}]


def _delimited(delimiter: str | None) -> Reader:
    def read(stream: BinaryIO, file: str, columns: Columns) -> Iterator[Record | Reject]:
        from postingscan.ingest.delimited import read_delimited

        return read_delimited(stream, file, columns, delimiter)

    return read


def _json(stream: BinaryIO, file: str, columns: Columns) -> Iterator[Record | Reject]:
    from postingscan.ingest.jsontext import read_json

    return read_json(stream, file, columns)


_READERS: dict[str, Reader] = {
    "csv": _delimited(None),
    "tsv": _delimited("\t"),
    "json": _json,
    "jsonl": read_json_lines,
    "parquet": _read_packed_parquet,
    "page": _read_whole_file(
        _make_page, "no job posting on the page: neither schema.org markup nor an article", MAX_RECORD
    ),
    "feed": _read_whole_file(_make_feed, "neither RSS nor Atom", _MAX_FEED),
    "mail": _read_whole_file(_make_mail, "no mail", MAX_RECORD),
    "text": _read_whole_file(make_text, "no text", MAX_RECORD),
}
