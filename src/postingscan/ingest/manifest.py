"""The folder of fetched pages: raw answers under names of its own making, and a manifest that says what each is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Literal

from postingscan.errors import InputError

MANIFEST = "manifest.jsonl"
"""Name of the manifest in its folder: one JSON object per answer, the newest last."""

_SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "application/xml": ".xml", "text/xml": ".xml",
    "application/json": ".json", "text/json": ".json", "application/x-ndjson": ".jsonl", "text/csv": ".csv",
    "text/plain": ".txt", "message/rfc822": ".eml",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of one URL; a line of the manifest holds the same.

    Parameters
    ----------
    url, final_url : str
        As it was asked for, and after redirects (where it got).
    time : str
        When, in UTC, ISO 8601.
    outcome : {'kept', 'unchanged', 'skipped', 'failed'}
        Kept anew; the same as the last time (304); already there and not asked for again; no page.
    status : int or None
        HTTP status of the last answer; None where there was none.
    reason : str
        Why there is no page; empty where there is one.
    file : str or None
        Name in the folder.
    sha256 : str or None
        Of the file's bytes.
    bytes : int
        Length of the file; transfer encodings such as gzip undone, the text's own encoding as it came.
    content_type, etag, last_modified : str or None
        The answer's headers.
    """

    url: str
    final_url: str
    time: str
    outcome: Literal["kept", "unchanged", "skipped", "failed"]
    status: int | None = None
    reason: str = ""
    file: str | None = None
    sha256: str | None = None
    bytes: int = 0
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None


class RawFolder:
    """A folder of raw answers.

    Nothing in it is overwritten: a page that has changed is kept beside what it was. A file appears whole or not at
    all, and before its line in the manifest does.

    Parameters
    ----------
    folder : Path
        Is made where it does not exist.

    Raises
    ------
    InputError
        The folder cannot be made or its manifest cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._kept: dict[str, Fetched] = {}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for fetched in _read_manifest(folder / MANIFEST):
                self._note(fetched)
        except OSError as error:
            raise InputError("cannot use the folder", where=str(folder), got=error.strerror or str(error)) from None

    def find(self, url: str) -> Fetched | None:
        """The page kept last for `url`; None where there is none, or its file is gone or cut."""
        fetched = self._kept.get(url)
        if fetched is None or fetched.file is None:
            return None
        path = self.folder / fetched.file
        return fetched if path.is_file() and path.stat().st_size == fetched.bytes else None

    def keep(self, url: str, body: bytes, content_type: str) -> tuple[str, str]:
        """Write the raw answer; its name and SHA-256.

        The name comes from hashes of URL and content, whatever characters the URL has, and ends as its kind wants.
        """
        sha256 = hashlib.sha256(body).hexdigest()
        key = hashlib.sha256(url.encode(errors="surrogatepass")).hexdigest()
        name = f"{key[:24]}-{sha256[:8]}{suffix_of(content_type)}"
        part = self.folder / f".{name}.part"
        try:
            part.write_bytes(body)
            part.replace(self.folder / name)
        except OSError as error:
            raise InputError("cannot keep the page", where=str(self.folder), got=error.strerror or str(error)) from None
        finally:
            part.unlink(missing_ok=True)
        return name, sha256

    def add(self, fetched: Fetched) -> Fetched:
        """Append a line to the manifest."""
        with (self.folder / MANIFEST).open("ab+") as file:
            if file.tell():
                file.seek(-1, 2)
                if file.read(1) != b"\n":  # a line that an earlier run did not finish
                    file.write(b"\n")
            file.write(json.dumps(asdict(fetched)).encode() + b"\n")
        self._note(fetched)
        return fetched

    def _note(self, fetched: Fetched) -> None:
        if fetched.file:
            self._kept[fetched.url] = fetched


def suffix_of(content_type: str) -> str:
    """The end of a file's name for a content type, as ``postingscan scan`` knows it.

    Examples
    --------
    >>> [suffix_of(kind) for kind in ("text/html; charset=koi8-r", "application/rss+xml", "image/png", "")]
    ['.html', '.xml', '.bin', '.bin']
    """
    kind = content_type.partition(";")[0].strip().lower()
    ending = kind.rpartition("+")[2]
    return _SUFFIXES.get(kind) or (f".{ending}" if ending in ("xml", "json") else ".bin")


def _read_manifest(path: Path) -> Iterator[Fetched]:
    if not path.exists():
        return
    known = {field.name for field in fields(Fetched)}
    with path.open("rb") as file:
        for line in file:
            try:
                values = json.loads(line)
                yield Fetched(**{name: value for name, value in values.items() if name in known})
            except (ValueError, TypeError, AttributeError):
                continue  # half a line, from a run that was ended while it wrote: that page is fetched again
