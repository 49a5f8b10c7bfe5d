"""Bytes before any format is read from them."""

from __future__ import annotations

import gzip
import io
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.ingest.bytestream import read_lines, read_whole, unpacked


def unpack(data: bytes) -> bytes:
    with unpacked(io.BytesIO(data)) as stream:
        return stream.read()


def test_gzip_is_told_by_its_first_bytes_and_not_by_its_name() -> None:
    assert unpack(gzip.compress(b"text")) == b"text"
    assert unpack(b"text") == b"text"
    assert unpack(b"") == b""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("packed", [False, True])
def test_text_with_a_byte_order_mark_becomes_plain_utf_8(encoding: str, packed: bool) -> None:
    text = "title,text\nCafé ☕,ñ\n" * 40_000  # more than a buffer
    data = text.encode(encoding)
    assert unpack(gzip.compress(data, 1) if packed else data).decode() == text


def test_the_stream_that_was_given_stays_open_and_nothing_warns() -> None:
    stream = io.BytesIO(b"abc")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with unpacked(stream) as inner:
            inner.read(1)
        del inner
    assert not stream.closed


@given(st.lists(st.binary(max_size=30).map(lambda line: line.replace(b"\n", b"").replace(b"\r", b"")), max_size=20))
def test_lines_come_out_once_each_in_order(lines: list[bytes]) -> None:
    for end in (b"\n", b"\r\n"):
        data = end.join(lines) + end if lines else b""
        read = list(read_lines(io.BytesIO(data)))
        assert [line.data for line in read] == lines
        assert [line.number for line in read] == list(range(1, len(lines) + 1))
        assert all(line.whole for line in read)


@given(st.lists(st.integers(0, 40), max_size=10), st.integers(1, 20), st.booleans())
def test_long_lines_are_cut_and_said_to_be_and_the_next_is_read(sizes: list[int], longest: int, ended: bool) -> None:
    data = b"\n".join(b"x" * size for size in sizes) + (b"\n" if ended else b"")
    read = list(read_lines(io.BytesIO(data), longest))
    expected = sizes if ended or not sizes or sizes[-1] else sizes[:-1]
    if not sizes:
        expected = [0] if ended else []
    assert [(len(line.data), line.whole) for line in read] == [
        (min(size, longest), size <= longest) for size in expected
    ]


def test_a_bomb_is_bounded_while_it_is_unpacked() -> None:
    bomb = gzip.compress(b"0" * 5_000_000 + b"\nnext\n")
    with unpacked(io.BytesIO(bomb)) as stream:
        first, second = read_lines(stream, longest=1_000)
    assert (len(first.data), first.whole, second.data) == (1_000, False, b"next")
    with unpacked(io.BytesIO(bomb)) as stream:
        assert read_whole(stream, longest=1_000) is None
