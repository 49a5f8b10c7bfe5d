"""Bytes of an input, unpacked and bounded: what stands between a file and the reader of its format."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, NamedTuple

MAX_RECORD = 16 * 2**20
"""Bytes that one line, page or mail may have once unpacked; more is no posting, and a small file may unpack to it."""

MAX_TAGS = 50_000
"""Tags that one text or page may have: the time to parse HTML grows with the square of its depth."""

BROKEN = (OSError, EOFError, zlib.error)
"""What reading a damaged or cut-off file raises."""

_BUFFER = 1 << 18
_MARKS = (  # the longer first: UTF-32's mark begins like UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip


class Line(NamedTuple):
    """One line without its end. `whole` is False where it was longer than a record may be, and is cut."""

    number: int
    data: bytes
    whole: bool


@contextmanager
def unpacked(stream: BinaryIO) -> Iterator[BinaryIO]:
    """Give `stream` as UTF-8 or unmarked bytes: gunzipped where it is gzip, whatever its name, and without its mark.

    Text that a byte order mark says is UTF-16 or UTF-32 (as spreadsheets and some shells write) becomes UTF-8.
    `stream` itself stays open.
    """
    outer: Any = stream if hasattr(stream, "peek") else io.BufferedReader(stream, _BUFFER)
    inner = outer
    if inner.peek(2)[:2] == b"\x1f\x8b":
        inner = io.BufferedReader(gzip.GzipFile(fileobj=inner), _BUFFER)
    head = inner.peek(4)[:4]
    encoding = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    if encoding == "utf-8-sig":
        inner.read(3)
    elif encoding:
        inner = io.BufferedReader(_Recoded(inner, encoding), _BUFFER)
    try:
        yield inner
    finally:
        if outer is not stream:
            outer.detach()  # which would close `stream` otherwise


def read_lines(stream: BinaryIO, longest: int = MAX_RECORD) -> Iterator[Line]:
    r"""Lines of `stream`, each of at most `longest` bytes; what is longer is cut, and said to be.

    Examples
    --------
    >>> [line.data for line in read_lines(io.BytesIO(b"a\r\nb\n\nc"))]
    [b'a', b'b', b'', b'c']
    >>> [(line.data, line.whole) for line in read_lines(io.BytesIO(b"abcdef\ng"), longest=3)]
    [(b'abc', False), (b'g', True)]
    """
    number = 0
    while data := stream.readline(longest + 2):
        number += 1
        ended = data.endswith(b"\n")
        line = data.rstrip(b"\r\n") if ended else data
        whole = len(line) <= longest
        if not whole and not ended:
            while (rest := stream.readline(_BUFFER)) and not rest.endswith(b"\n"):
                pass
        yield Line(number, line[:longest], whole)


def read_whole(stream: BinaryIO, longest: int = MAX_RECORD) -> bytes | None:
    """Everything in `stream`, or None where that is more than `longest` bytes."""
    data = stream.read(longest + 1)
    return data if len(data) <= longest else None


def decode(data: bytes) -> str | None:
    r"""Text of bytes that say nothing of their encoding: UTF-8, else Windows-1252; None where they are neither.

    Examples
    --------
    >>> decode("café".encode()), decode("café €5".encode("cp1252")), decode(b"caf\x81")
    ('café', 'café €5', None)
    """
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


class _Recoded(io.RawIOBase):
    """A stream in another encoding, read as UTF-8."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, target: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._ready:
            raw = self._stream.read(_BUFFER)
            self._ready = self._decoder.decode(raw, final=not raw).encode("utf-8", "replace")
            if not raw:
                break
        n = min(len(target), len(self._ready))
        target[:n], self._ready = self._ready[:n], self._ready[n:]
        return n
