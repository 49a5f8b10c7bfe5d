"""RSS and Atom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.ingest.columns import Columns
from postingscan.ingest.feeds import read_feed
from postingscan.ingest.record import make_posting

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:job="https://board.example/ns">
<channel><title>Jobs</title>
<item><title>Logo &amp; card</title><link>https://board.example/1</link><guid isPermaLink="false">job-1</guid>
<pubDate>Tue, 04 Feb 2025 09:12:00 +0000</pubDate><category>Design</category><category>Logo</category>
<description>A teaser …</description><content:encoded><![CDATA[<p>A logo, <b>€240</b>.</p>]]></content:encoded>
<job:salary>€240</job:salary></item>
<item><title>Second</title><guid>https://board.example/2</guid><description>&lt;p&gt;Text&lt;/p&gt;</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Jobs</title><entry><title>Writer</title><id>tag:1</id>
<link href="https://board.example/1"/><updated>2025-02-04T09:12:00Z</updated>
<content type="html">&lt;p&gt;Write.&lt;/p&gt;</content></entry></feed>"""


def test_rss_entries_are_postings() -> None:
    records = read_feed(RSS.encode())
    assert records is not None
    first, second = (make_posting(record, Columns()) for record in records)
    assert (first.id, first.title, first.description) == ("job-1", "Logo & card", "A logo, €240.")
    assert (first.url, first.listed_skills) == ("https://board.example/1", ("Design", "Logo"))
    assert first.year == 2025
    assert (second.id, second.url, second.description) == ("https://board.example/2", "https://board.example/2", "Text")


def test_atom_entries_are_postings() -> None:
    (record,) = read_feed(ATOM.encode()) or []
    made = make_posting(record, Columns())
    assert (made.id, made.title, made.description, made.date) == ("tag:1", "Writer", "Write.", "2025-02-04T09:12:00Z")


def test_a_feed_without_entries_is_a_feed() -> None:
    assert read_feed(b"<rss version='2.0'><channel><title>Jobs</title></channel></rss>") == []


@pytest.mark.parametrize("data", [b"", b"<html><body>Jobs</body></html>", b"{}", b"\x00\x01", b"<jobs><job/></jobs>"])
def test_other_things_are_no_feed(data: bytes) -> None:
    assert read_feed(data) is None


def test_entities_that_a_document_defines_are_not_expanded_and_nothing_is_fetched() -> None:
    nested = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE rss [<!ENTITY e0 "boom">{nested}<!ENTITY file SYSTEM "file:///etc/hostname">]>'
    feed = f"{bomb}<rss version='2.0'><channel><item><title>a &e9; &file;</title></item></channel></rss>"
    records = read_feed(feed.encode()) or []
    assert all(len(record.get("title", "")) < 100 and "boom" not in record.get("title", "") for record in records)


def test_a_feed_that_breaks_off_gives_what_it_has() -> None:
    records = read_feed(RSS.encode()[:-120])
    assert records
    assert records[0]["id"] == "job-1"


@given(st.binary(max_size=200))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    read_feed(data)
    read_feed(b"<rss version='2.0'><channel><item><title>" + data)
