"""CSV and TSV, row by row: every row of the file comes out as a record or as a reject."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import BinaryIO

from postingscan.errors import InputError
from postingscan.ingest.bytestream import MAX_RECORD, Line, decode, read_lines
from postingscan.ingest.columns import Columns
from postingscan.ingest.places import Record, Reject, show_raw

_DELIMITERS = (",", ";", "\t", "|")


def read_delimited(
    stream: BinaryIO, file: str, columns: Columns, delimiter: str | None = None
) -> Iterator[Record | Reject]:
    """Rows of a table whose first line names its columns.

    Parameters
    ----------
    stream : binary file
    file : str
        Its name, for the places of records.
    columns : Columns
        Used to see which delimiter makes sense of the header, and that some column holds a text.
    delimiter : str, optional
        Found from the header where None.

    Yields
    ------
    Record or Reject
        Rejects are rows with more or fewer cells than the header, bytes that are neither UTF-8 nor Windows-1252, a
        quote that is never closed (its line alone; the lines after it are read as rows) and rows longer than
        `MAX_RECORD`. Blank lines are no rows.

    Raises
    ------
    InputError
        There is no header, or none of its columns can hold a title or a text.
    """
    lines = _Lines(read_lines(stream))
    header = _read_header(lines, file, columns, delimiter)
    if header is None:
        return
    names, delimiter = header
    row = 0
    while (cells := lines.read_row(delimiter)) is not None:
        if not cells and not lines.fault:
            continue
        row += 1
        fault = lines.fault
        if not fault and len(cells) != len(names):
            fault = f"expected {len(names)} cells, got {len(cells)}"
        if fault:
            yield Reject(file, row, lines.first, fault, show_raw("\n".join(lines.taken)))
        else:
            yield Record(file, row, lines.first, dict(zip(names, cells, strict=True)))


def _read_header(lines: _Lines, file: str, columns: Columns, delimiter: str | None) -> tuple[list[str], str] | None:
    """Names of the columns and the delimiter; None for an empty file."""
    choices = (delimiter,) if delimiter else _DELIMITERS
    best: tuple[int, int, list[str], str] | None = None
    for choice in choices:
        names: list[str] | None = []
        while names == []:  # blank lines before the header
            names = lines.read_row(choice)
        if names is None:
            return None
        names = _distinct(names)
        plan = columns.plan(names)
        if best is None or (len(plan), len(names)) > best[:2]:
            best = (len(plan), len(names), names, choice)
        if choice != choices[-1]:
            lines.put_back(0)
    assert best is not None
    _, _, names, chosen = best
    if any("\r" in text for text in lines.taken):
        raise InputError(
            "lines end with a carriage return alone", where=file, do="save the file with ordinary line ends"
        )
    if lines.fault or not {"title", "description"} & columns.plan(names).keys():
        raise InputError(
            "no column holds a title or a text",
            where=file,
            expected="a first line that names the columns, such as 'title' and 'description'",
            got=", ".join(names[:8])[:200],
            do="say which is which with --map theirs=description",
        )
    return names, chosen


def _distinct(names: list[str]) -> list[str]:
    """Names without blanks and doubles, so that no cell is lost."""
    seen: dict[str, None] = {}
    for place, name in enumerate(names, 1):
        name = name.strip() or f"column {place}"
        while name in seen:
            name = f"{name} ({place})"
        seen[name] = None
    return list(seen)


class _Lines:
    """Lines of a table for the csv module, which asks for as many as a row has.

    Attributes
    ----------
    taken : list of str
        Lines of the last row.
    first : int
        Number of the first of them.
    fault : str
        Why the last row cannot be used; empty where it can.
    """

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._again: list[tuple[int, str, str]] = []  # lines that are read once more, the next one last
        self._row: list[tuple[int, str, str]] = []
        self._size = 0
        self.fault = ""
        self._cut_off = False

    @property
    def taken(self) -> list[str]:
        return [text for _, text, _ in self._row]

    @property
    def first(self) -> int:
        return self._row[0][0]

    def read_row(self, delimiter: str) -> list[str] | None:
        """Cells of the next row; None at the end of the file."""
        csv.field_size_limit(2 * MAX_RECORD)  # the csv module's own, for the process; rows are bounded here
        self._row, self._size, self.fault, self._cut_off = [], 0, "", False
        try:
            cells = next(csv.reader(self, delimiter=delimiter), None)
        except csv.Error as error:
            cells, self.fault = [], f"not CSV: {error}"
        if not self._row:
            return None
        if self._cut_off and len(self._row) > 1:
            self.put_back(1)
        if self._cut_off:
            self.fault = "a quote is opened and never closed"
        else:
            self.fault = self.fault or next((fault for _, _, fault in self._row if fault), "")
        return cells

    def put_back(self, keep: int) -> None:
        """Give the lines of the last row out again, but for the first `keep`."""
        self._again.extend(reversed(self._row[keep:]))
        del self._row[keep:]

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else self._next_line()
        if line is None or (self._row and self._size > MAX_RECORD):
            if line is not None:
                self._again.append(line)
            self._cut_off = bool(self._row)
            raise StopIteration
        self._row.append(line)
        self._size += len(line[1])
        return line[1].replace("\r", " ") + "\n"  # a stray one would end the row in the middle

    def _next_line(self) -> tuple[int, str, str] | None:
        line = next(self._lines, None)
        if line is None:
            return None
        text = decode(line.data)
        if text is None:
            return line.number, line.data.decode("utf-8", "backslashreplace"), "in neither UTF-8 nor Windows-1252"
        return line.number, text, "" if line.whole else f"a line of more than {MAX_RECORD} bytes"
