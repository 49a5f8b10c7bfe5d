"""RSS and Atom feeds of job boards, and pages' worth of entries in them."""

from __future__ import annotations

import io
from typing import Any

import feedparser

_OURS = {"guid": "id", "published": "date", "updated": "date"}
_LEFT_OUT = ("_detail", "_parsed")


def read_feed(feed: bytes) -> list[dict[str, Any]] | None:
    """Entries of a feed as records; None where the bytes are no feed.

    Nothing is fetched, and entities that a document defines are not expanded.

    Examples
    --------
    >>> read_feed(b"<rss version='2.0'><channel><item><title>Writer</title><guid>7</guid></item></channel></rss>")
    [{'title': 'Writer', 'id': '7'}]
    >>> read_feed(b"<html>") is None
    True
    """
    # a stream, for a text would be taken for an address; what it sanitises, `text.plain` does
    parsed = feedparser.parse(io.BytesIO(feed), sanitize_html=False, resolve_relative_uris=False)
    return [_record(entry) for entry in parsed.entries] if parsed.get("version") or parsed.entries else None


def _record(entry: Any) -> dict[str, Any]:
    """Columns of one entry: its own elements, those of the board's namespace among them."""
    record: dict[str, Any] = {}
    for name, value in entry.items():
        if isinstance(value, str) and not name.endswith(_LEFT_OUT):
            record.setdefault(_OURS.get(name, name), value)
    if "://" not in record.get("link", ""):  # made from a guid that is no address
        record.pop("link", None)
    contents = [part.value for part in entry.get("content", ()) if part.get("value")]
    if contents:  # the whole text, where the description is a teaser
        record["description"] = max(contents, key=len)
        record.pop("summary", None)
    skills = [tag.term for tag in entry.get("tags", ()) if tag.get("term")]
    if skills:
        record["tags"] = skills
    return record
