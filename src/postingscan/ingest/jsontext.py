"""JSON that is not by the line: a list of postings, one posting, or an object with a list somewhere in it."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from postingscan.ingest.bytestream import MAX_RECORD
from postingscan.ingest.columns import Columns, fold_name
from postingscan.ingest.places import Record, Reject, show_raw

_LISTS = frozenset(
    "jobs postings jobpostings joblistings jobs_results listings items results hits records rows entries vacancies "
    "positions offers elements data".replace("_", "").split()
)
_CHUNK = 1 << 18
_DEEPEST = 6  # objects around a list of postings
_DEEPEST_RECORD = 60
_SPACE = " \t\r\n"
_ESCAPED = re.compile("[\udc80-\udcff]")
"""Bytes that are no UTF-8, as the decoder passes them on."""


def read_json(stream: BinaryIO, file: str, columns: Columns) -> Iterator[Record | Reject]:
    """Postings of a JSON file, one after the other, without holding more than one of them.

    Taken are a list of objects, one object after another, a single posting, and what interfaces of job boards send: an
    object that holds such a list (``{"jobs": [...]}``).

    Yields
    ------
    Record or Reject
        Where the text breaks off or stops being JSON, the rest cannot be read: one reject stands for it.
    """
    text = _Text(stream)
    row = 0
    try:
        for value in _postings(text, columns):
            row += 1
            if not isinstance(value, dict):
                yield Reject(file, row, None, "not an object with a posting's columns", show_raw(json.dumps(value)))
            elif _is_deep(value, 0):
                yield Reject(file, row, None, "nested too deeply", show_raw(value))
            elif text.escaped and _ESCAPED.search(json.dumps(value, ensure_ascii=False)):
                yield Reject(file, row, None, "not in UTF-8", show_raw(value))
            else:
                yield Record(file, row, None, value)
    except _BrokenJSONError as error:
        yield Reject(file, row + 1, None, str(error), show_raw(text.rest()))


class _BrokenJSONError(ValueError):
    """The text is no JSON from here on."""


def _postings(text: _Text, columns: Columns) -> Iterator[Any]:
    """Values at the top of the text, those of lists one by one."""
    while opening := text.peek():
        if opening == "[":
            yield from _elements(text)
        elif opening == "{" and not text.holds_value():
            yield from _walk(text, 0)  # too large to be one posting
        else:
            value = text.value()
            found = _find_list(value, columns, 0) if isinstance(value, dict) else None
            if found is None:
                yield value
            else:
                yield from found
        if text.peek() == ",":
            text.skip(",")


def _elements(text: _Text) -> Iterator[Any]:
    text.skip("[")
    while (opening := text.peek()) != "]":
        yield text.value()
        opening = text.peek()
        if opening == ",":
            text.skip(",")
        elif opening != "]":
            raise _BrokenJSONError("the list breaks off" if not opening else f"expected ',' or ']', got {opening!r}")
    text.skip("]")


def _walk(text: _Text, depth: int) -> Iterator[Any]:
    """Objects of the lists in an object that is too large to be read at once."""
    text.skip("{")
    while text.peek() != "}":
        text.value()
        text.skip(":")
        opening = text.peek()
        if opening == "[":
            yield from (value for value in _elements(text) if isinstance(value, dict))
        elif opening == "{" and depth < _DEEPEST:
            yield from _walk(text, depth + 1)
        else:
            text.value()
        if text.peek() != "}":
            text.skip(",")
    text.skip("}")


def _find_list(value: Mapping[str, Any], columns: Columns, depth: int) -> list[Any] | None:
    """The list of postings that an object holds; None where it is a posting itself, or there is none."""
    lists = {
        name: part for name, part in value.items() if isinstance(part, list) and part and isinstance(part[0], dict)
    }
    known = [part for name, part in lists.items() if fold_name(name) in _LISTS]
    if known:
        return max(known, key=len)
    if {"title", "description"} & columns.plan(value).keys():
        return None
    if lists:
        return max(lists.values(), key=len)
    if depth < _DEEPEST:
        for part in value.values():
            if isinstance(part, dict) and (found := _find_list(part, columns, depth + 1)):
                return found
    if any(fold_name(name) in _LISTS and part == [] for name, part in value.items()):
        return []
    return None


def _is_deep(value: Any, depth: int) -> bool:
    """Tell whether a value is nested deeper than can be handed on to another process and written again."""
    if not isinstance(value, dict | list):
        return False
    if depth > _DEEPEST_RECORD:
        return True
    return any(_is_deep(part, depth + 1) for part in (value.values() if isinstance(value, dict) else value))


class _Text:
    """Text of a stream, of which only what is being read is held."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self.escaped = False  # whether any bytes so far were no UTF-8
        self._text, self._at, self._ended = "", 0, False
        self._json = json.JSONDecoder(strict=False)

    def peek(self) -> str:
        """The next character that is no space; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def skip(self, mark: str) -> None:
        """Go past `mark`, which must be next."""
        got = self.peek()
        if got != mark:
            raise _BrokenJSONError(f"expected {mark!r}, got {got!r}" if got else "the text breaks off")
        self._at += 1

    def holds_value(self) -> bool:
        """Tell whether the next value ends within the size of a record, and so can be read at once."""
        try:
            self._decode()
        except _BrokenJSONError:
            return self._ended
        return True

    def value(self) -> Any:
        """The next value, whatever it is."""
        value, self._at = self._decode()
        return value

    def _decode(self) -> tuple[Any, int]:
        """The next value, and where it ends in what is held."""
        self.peek()
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._at)
            except RecursionError:
                raise _BrokenJSONError("nested too deeply") from None
            except json.JSONDecodeError as error:
                held = len(self._text) - self._at
                if held <= MAX_RECORD and self._more(held):
                    continue
                size = f"a record of more than {MAX_RECORD} characters, or not JSON"
                raise _BrokenJSONError(f"not JSON: {error.msg}" if self._ended else size) from None
            except ValueError as error:  # a number of thousands of digits
                raise _BrokenJSONError(f"not JSON: {error}") from None
            if end < len(self._text) or not self._more():
                return value, end
            # at the end of what is held a number may go on

    def rest(self) -> str:
        """What is held of the text that was not read."""
        return self._text[self._at : self._at + _CHUNK]

    def _more(self, size: int = 0) -> bool:
        """Take more from the stream, and let go what has been read; False at the end."""
        if self._ended:
            return False
        raw = self._stream.read(max(size, _CHUNK))
        self._ended = not raw
        more = self._decoder.decode(raw, final=self._ended)
        self.escaped = self.escaped or bool(_ESCAPED.search(more))
        self._text, self._at = self._text[self._at :] + more, 0
        return bool(raw)
