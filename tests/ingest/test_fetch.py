"""Fetching: what is kept, manners, redirects, coming again. The site is on this machine; no other is asked."""

from __future__ import annotations

import gzip
import hashlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("requests", reason="fetching is an extra: pip install 'postingscan[fetch]'")
pytest.importorskip("protego", reason="fetching is an extra: pip install 'postingscan[fetch]'")

from local_site import PAGE, Reader, Site, answer, drip

from postingscan.errors import ConfigError, InputError, PostingscanError
from postingscan.ingest.fetch import MAX_TRIES, fetch_pages
from postingscan.ingest.manifest import MANIFEST

# What is kept


def test_a_page_is_kept_byte_for_byte_with_its_line_in_the_manifest(site: Site, fetch: Reader) -> None:
    site.answers["/job/1"] = answer(ETag='"v1"', Last_Modified="Tue, 15 Jul 2025 08:00:00 GMT")
    [page] = fetch(f"{site.url}/job/1#apply")
    assert (page.outcome, page.status, page.reason) == ("kept", 200, "")
    assert page.file is not None
    assert (fetch.folder / page.file).read_bytes() == PAGE
    [line] = fetch.manifest()
    assert line.pop("time").endswith("+00:00")
    assert line == {
        "url": f"{site.url}/job/1#apply",
        "final_url": f"{site.url}/job/1",
        "outcome": "kept",
        "status": 200,
        "reason": "",
        "file": page.file,
        "sha256": hashlib.sha256(PAGE).hexdigest(),
        "bytes": len(PAGE),
        "content_type": "text/html; charset=utf-8",
        "etag": '"v1"',
        "last_modified": "Tue, 15 Jul 2025 08:00:00 GMT",
    }


def test_a_text_in_another_encoding_than_it_says_is_kept_as_it_came(site: Site, fetch: Reader) -> None:
    body = "Übersetzerin gesucht, 12 € je Seite".encode("cp1252")
    site.answers["/"] = answer(body)
    [page] = fetch(f"{site.url}/")
    assert page.file is not None
    assert (fetch.folder / page.file).read_bytes() == body


@pytest.mark.parametrize(
    "path", ["/../../etc/passwd", "/a%2f..%2f..", "/job?next=../../x&y=\x1b[31m", "/" + "x" * 2000]
)
def test_no_url_leads_out_of_the_folder(site: Site, fetch: Reader, path: str) -> None:
    site.fallback = answer()
    [page] = fetch(site.url + path)
    assert page.outcome == "kept"
    assert fetch.files() == {page.file}
    assert set(page.file or "") <= set("0123456789abcdef-.html")


def test_gzip_is_undone_whichever_way_it_is_cut(site: Site, fetch: Reader) -> None:
    body = PAGE * 3000
    site.answers["/one"] = answer(gzip.compress(body), Content_Encoding="gzip")
    site.answers["/two"] = answer(gzip.compress(body) + gzip.compress(PAGE), Content_Encoding="gzip")
    one, two = fetch(f"{site.url}/one", f"{site.url}/two")
    assert one.sha256 == hashlib.sha256(body).hexdigest()
    assert two.sha256 == hashlib.sha256(body + PAGE).hexdigest()


def test_the_name_ends_as_the_content_wants(site: Site, fetch: Reader) -> None:
    site.answers["/feed"] = answer(b"<rss/>", Content_Type="application/rss+xml")
    site.answers["/api.php"] = answer(b"[]", Content_Type="application/json")
    pages = fetch(f"{site.url}/feed", f"{site.url}/api.php")
    assert [(page.file or "").rpartition(".")[2] for page in pages] == ["xml", "json"]


# Manners


def test_who_is_asking_is_said(site: Site, fetch: Reader) -> None:
    site.answers["/"] = answer()
    fetch(f"{site.url}/", contact="mailto:research@example.org")
    agents = {headers["User-Agent"] for _, headers in site.requests}
    assert len(agents) == 1
    assert agents.pop().startswith("postingscan/")
    assert site.requests[0][1]["User-Agent"].endswith(" (+mailto:research@example.org)")


def test_robots_txt_is_obeyed_and_asked_for_once(site: Site, fetch: Reader) -> None:
    site.answers["/robots.txt"] = answer(b"User-agent: *\nDisallow: /private\nAllow: /\n", Content_Type="text/plain")
    site.answers["/open"] = answer()
    closed, opened = fetch(f"{site.url}/private/1", f"{site.url}/open")
    assert (closed.outcome, closed.status, closed.reason) == ("failed", None, "forbidden by robots.txt")
    assert opened.outcome == "kept"
    assert site.paths() == ["/robots.txt", "/open"]
    assert [line["outcome"] for line in fetch.manifest()] == ["failed", "kept"]


def test_a_rule_for_this_reader_counts_before_the_rule_for_all(site: Site, fetch: Reader) -> None:
    site.answers["/robots.txt"] = answer(b"User-agent: *\nDisallow:\n\nUser-agent: postingscan\nDisallow: /\n")
    assert fetch(f"{site.url}/")[0].reason == "forbidden by robots.txt"


@pytest.mark.parametrize(("status", "fetched"), [(404, True), (410, True), (401, False), (403, False), (503, False)])
def test_without_robots_txt_all_is_open_but_behind_a_closed_one_nothing(
    site: Site, fetch: Reader, status: int, fetched: bool
) -> None:
    site.answers |= {"/robots.txt": answer(b"", status), "/": answer()}
    [page] = fetch(f"{site.url}/")
    assert (page.outcome == "kept") == fetched
    assert ("/" in site.paths()) == fetched
    assert fetched or page.reason.startswith("robots.txt cannot be read: ")


def test_a_host_is_given_time_between_requests(site: Site, fetch: Reader) -> None:
    site.answers |= {"/1": answer(), "/2": answer()}
    fetch(f"{site.url}/1", f"{site.url}/2", delay_seconds=3.0)
    assert [round(seconds) for seconds in fetch.slept] == [3, 3]  # after robots.txt, and between the pages


@pytest.mark.parametrize("rule", [b"Crawl-delay: 20", b"Request-rate: 3/60"])
def test_the_pace_that_robots_txt_asks_for_is_kept(site: Site, fetch: Reader, rule: bytes) -> None:
    site.answers |= {"/robots.txt": answer(b"User-agent: *\n" + rule), "/1": answer(), "/2": answer()}
    fetch(f"{site.url}/1", f"{site.url}/2", delay_seconds=1.0)
    assert round(fetch.slept[-1]) == 20


def test_a_host_that_asks_for_a_day_between_pages_is_left_alone_after_the_first(site: Site, fetch: Reader) -> None:
    site.answers |= {"/robots.txt": answer(b"User-agent: *\nCrawl-delay: 86400"), "/1": answer(), "/2": answer()}
    first, second = fetch(f"{site.url}/1", f"{site.url}/2")
    assert first.outcome == "kept"
    assert (second.outcome, second.reason) == ("failed", "the host asks to wait 86400 s")


def test_too_many_requests_waits_as_asked_and_tries_again(site: Site, fetch: Reader) -> None:
    site.answers["/"] = [answer(b"", 429, Retry_After="17"), answer()]
    [page] = fetch(f"{site.url}/")
    assert page.outcome == "kept"
    assert round(fetch.slept[-1]) == 17


def test_retry_after_may_be_a_date(site: Site, fetch: Reader) -> None:
    then = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + 40))
    site.answers["/"] = [answer(b"", 503, Retry_After=then), answer()]
    assert fetch(f"{site.url}/")[0].outcome == "kept"
    assert 35 < fetch.slept[-1] <= 40


def test_whoever_asks_to_come_back_in_an_hour_is_not_asked_before(site: Site, fetch: Reader) -> None:
    site.answers |= {"/1": answer(b"", 429, Retry_After="3600"), "/2": answer()}
    first, second = fetch(f"{site.url}/1", f"{site.url}/2")
    assert (first.status, first.reason) == (429, "429 Too Many Requests; asks to wait 3600 s")
    assert second.reason.startswith("the host asks to wait 3")
    assert site.paths() == ["/robots.txt", "/1"]


def test_a_passing_error_is_tried_again_after_growing_pauses_and_not_for_ever(site: Site, fetch: Reader) -> None:
    site.answers |= {"/soon": [answer(b"", 500), answer()], "/never": answer(b"", 502)}
    soon, never = fetch(f"{site.url}/soon", f"{site.url}/never")
    assert soon.outcome == "kept"
    assert (never.outcome, never.status) == ("failed", 502)
    assert never.reason == f"502 Bad Gateway; tried {MAX_TRIES} times"
    assert site.paths().count("/never") == MAX_TRIES
    assert [round(seconds) for seconds in fetch.slept] == [1, 1, 2, 4]


@pytest.mark.parametrize("status", [401, 403, 404, 410, 202, 204, 304])
def test_an_answer_without_a_page_says_so_at_once(site: Site, fetch: Reader, status: int) -> None:
    site.answers["/"] = answer(b"", status)
    [page] = fetch(f"{site.url}/")
    assert (page.outcome, page.status, page.file) == ("failed", status, None)
    assert page.reason.startswith(str(status))
    assert site.paths().count("/") == 1


def test_an_empty_page_is_no_page(site: Site, fetch: Reader) -> None:
    site.answers["/"] = answer(b" \n")
    [page] = fetch(f"{site.url}/")
    assert (page.outcome, page.status, page.reason) == ("failed", 200, "empty answer")
    assert not fetch.files()


# Redirects


def test_a_redirect_is_followed_and_where_it_led_is_kept(site: Site, fetch: Reader) -> None:
    site.answers |= {"/old": answer(b"", 301, Location="new?a=1"), "/new?a=1": answer()}
    [page] = fetch(f"{site.url}/old")
    assert (page.outcome, page.url, page.final_url) == ("kept", f"{site.url}/old", f"{site.url}/new?a=1")


def test_a_ring_of_redirects_ends(site: Site, fetch: Reader) -> None:
    site.answers |= {"/a": answer(b"", 302, Location="/b"), "/b": answer(b"", 307, Location="/a")}
    [page] = fetch(f"{site.url}/a")
    assert (page.outcome, page.reason) == ("failed", "more than 5 redirects")
    assert len(site.requests) == 1 + 6


def test_robots_txt_holds_for_where_a_redirect_leads(site: Site, fetch: Reader) -> None:
    site.answers["/robots.txt"] = answer(b"User-agent: *\nDisallow: /inside")
    site.answers["/out"] = answer(b"", 302, Location="/inside/1")
    [page] = fetch(f"{site.url}/out")
    assert (page.reason, page.final_url) == ("forbidden by robots.txt", f"{site.url}/inside/1")


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "http://me:pw@127.0.0.1/"]
)
def test_a_redirect_to_anything_but_a_page_is_refused(site: Site, fetch: Reader, target: str) -> None:
    site.answers["/"] = answer(b"", 302, Location=target)
    [page] = fetch(f"{site.url}/")
    assert page.reason.startswith("not an address of a page: ")


def test_the_endless_body_of_a_redirect_is_not_read(site: Site, fetch: Reader) -> None:
    site.answers["/"] = drip(b"HTTP/1.1 302 Found\r\nLocation: /page\r\n\r\n")
    site.answers["/page"] = answer()
    assert fetch(f"{site.url}/")[0].outcome == "kept"


# Again


def test_what_is_there_is_not_asked_for_again(site: Site, fetch: Reader) -> None:
    site.answers |= {"/1": answer(), "/2": [answer(b"", 404), answer()]}
    urls = [f"{site.url}/1", f"{site.url}/2"]
    assert [page.outcome for page in fetch(*urls)] == ["kept", "failed"]
    assert [page.outcome for page in fetch(*urls)] == ["skipped", "kept"]
    assert site.paths().count("/1") == 1
    assert len(fetch.manifest()) == 3


def test_a_url_that_is_named_twice_is_asked_for_once(site: Site, fetch: Reader) -> None:
    site.answers["/1"] = answer()
    outcomes = [page.outcome for page in fetch(*[f"{site.url}/1", f"{site.url}/2"] * 2, refresh=True)]
    assert outcomes == ["kept", "failed", "skipped", "failed"]
    assert site.paths() == ["/robots.txt", "/1", "/2"]


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site, fetch: Reader) -> None:
    site.answers["/"] = answer(b"", 302, Location="/1")
    site.answers["/1"] = answer(ETag='"v1"', Last_Modified="Tue, 15 Jul 2025 08:00:00 GMT")
    [first] = fetch(f"{site.url}/")
    site.answers["/1"] = answer(b"", 304)
    [again] = fetch(f"{site.url}/", refresh=True)
    assert (again.outcome, again.status) == ("unchanged", 304)
    assert (again.file, again.sha256, again.etag) == (first.file, first.sha256, first.etag)
    sent = site.requests[-1][1]
    assert (sent["If-None-Match"], sent["If-Modified-Since"]) == ('"v1"', "Tue, 15 Jul 2025 08:00:00 GMT")
    assert "If-None-Match" not in site.requests[-2][1]  # it belongs to the page, not to the redirect that led there
    assert fetch.files() == {first.file}
    assert fetch(f"{site.url}/")[0].outcome == "skipped"


def test_a_page_that_has_changed_is_kept_beside_what_it_was(site: Site, fetch: Reader) -> None:
    site.answers["/1"] = [answer(), answer(PAGE + b"<!-- closed -->")]
    [before] = fetch(f"{site.url}/1")
    [after] = fetch(f"{site.url}/1", refresh=True)
    assert before.file != after.file
    for line in fetch.manifest():
        assert hashlib.sha256((fetch.folder / line["file"]).read_bytes()).hexdigest() == line["sha256"]


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(PAGE[:9])], ids=["gone", "cut"])
def test_a_page_whose_file_is_harmed_is_fetched_again(site: Site, fetch: Reader, harm: Callable[[Path], None]) -> None:
    site.answers["/1"] = answer(ETag='"v1"')
    [page] = fetch(f"{site.url}/1")
    harm(fetch.folder / (page.file or ""))
    assert fetch(f"{site.url}/1")[0].outcome == "kept"
    assert (fetch.folder / (page.file or "")).read_bytes() == PAGE


def test_a_run_that_was_ended_while_it_wrote_is_gone_on_with(site: Site, fetch: Reader) -> None:
    site.answers |= {"/1": answer(), "/2": answer()}
    fetch(f"{site.url}/1", f"{site.url}/2")
    whole = (fetch.folder / MANIFEST).read_bytes()
    (fetch.folder / MANIFEST).write_bytes(whole[:-40])
    assert [page.outcome for page in fetch(f"{site.url}/1", f"{site.url}/2")] == ["skipped", "kept"]
    assert [page.outcome for page in fetch(f"{site.url}/1", f"{site.url}/2")] == ["skipped", "skipped"]


def test_an_interrupted_write_leaves_no_half_file(site: Site, fetch: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    site.answers["/1"] = answer()
    monkeypatch.setattr(Path, "replace", _interrupt)
    with pytest.raises(KeyboardInterrupt):
        fetch(f"{site.url}/1")
    assert not fetch.files()
    assert not (fetch.folder / MANIFEST).exists()


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_pages_come_as_they_are_wanted(site: Site, fetch: Reader) -> None:
    site.answers["/1"] = answer()

    def endless() -> Iterator[str]:
        while True:
            yield f"{site.url}/1"

    pages = fetch_pages(endless(), fetch.folder, allow_private=True, delay_seconds=0)
    assert [next(pages).outcome for _ in range(3)] == ["kept", "skipped", "skipped"]


# What cannot be used is said before anything is asked


def test_a_missing_library_is_said_in_one_line(fetch: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "protego", None)
    with pytest.raises(PostingscanError, match=r"^fetching needs protego; pip install 'postingscan\[fetch\]'$"):
        fetch_pages([], fetch.folder)


@pytest.mark.parametrize(
    "options",
    [{"contact": "me\r\nX: 1"}, {"user_agent": "é"}, {"delay_seconds": float("nan")}, {"timeout": 0}, {"max_bytes": 0}],
)
def test_options_that_cannot_be_used(fetch: Reader, options: dict[str, Any]) -> None:
    with pytest.raises(ConfigError):
        fetch_pages([], fetch.folder, **options)


def test_a_folder_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "raw").write_text("")
    with pytest.raises(InputError, match="cannot use the folder"):
        fetch_pages([], tmp_path / "raw")
