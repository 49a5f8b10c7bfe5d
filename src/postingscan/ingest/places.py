"""What comes out of an input: records with their place, and what could not be read with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from postingscan.posting import Posting

_LONGEST_RAW = 2_000


class Record(NamedTuple):
    """One record, not yet made a posting, so that this can be done in another process.

    Parameters
    ----------
    file : str
        The input as it was named; ``'-'`` for standard input, empty for records that were handed over.
    row : int
        Which record of the file it is, from 1, counting those that cannot be read.
    line : int or None
        Line of the file that it begins on, for formats that have lines.
    data : bytes, mapping or Posting
        A line of JSON, columns and values, or a posting already.
    """

    file: str
    row: int
    line: int | None
    data: bytes | Mapping[Any, Any] | Posting


class Reject(NamedTuple):
    """A record that cannot be read or scored: where it stands, why, and what it looks like (cut)."""

    file: str
    row: int
    line: int | None
    reason: str
    raw: str

    @property
    def where(self) -> str:
        """Its place in words.

        Examples
        --------
        >>> Reject("jobs.csv", 2, 3, "expected 4 cells, got 3", "a,b,c").where
        'jobs.csv, line 3'
        """
        place = f"line {self.line}" if self.line else f"record {self.row}"
        return f"{self.file}, {place}" if self.file else place


def show_raw(data: object) -> str:
    r"""What a record looks like, cut to a length that a person reads, fit for any output.

    Examples
    --------
    >>> show_raw(b"caf\xe9"), show_raw({"title": ""}), show_raw("x" * 3000).endswith("… (3000 characters)")
    ('caf\\xe9', "{'title': ''}", True)
    """
    if isinstance(data, bytes):
        text = data[: 4 * _LONGEST_RAW].decode("utf-8", "backslashreplace")
        size = len(data)
    else:
        text = data if isinstance(data, str) else _show(data)
        text, size = text.encode("utf-8", "backslashreplace").decode("utf-8"), len(text)
    return text if len(text) <= _LONGEST_RAW else f"{text[:_LONGEST_RAW]}… ({size} characters)"


def _show(data: object) -> str:
    try:
        return repr(data)
    except RecursionError:
        return f"(a {type(data).__name__} nested too deeply to be shown)"


def reject_record(record: Record, reason: str) -> Reject:
    """The reject of a record that was read and then turned out to be unusable."""
    return Reject(record.file, record.row, record.line, reason, show_raw(record.data))
