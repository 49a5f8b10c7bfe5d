"""Fetching: where it does not go, what it does not swallow, and TLS. The site is on this machine; no other is asked."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import time
import tracemalloc
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("requests", reason="fetching is an extra: pip install 'postingscan[fetch]'")
pytest.importorskip("protego", reason="fetching is an extra: pip install 'postingscan[fetch]'")

from local_site import PAGE, Answer, Reader, Site, answer, drip

from postingscan.ingest.addresses import AddressRefused, find_addresses, kind_of_address
from postingscan.ingest.fetch import MAX_TRIES


def test_a_redirect_to_a_private_address_is_refused_before_anything_is_sent(
    site: Site, fetch: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = site.server.server_port
    names = {"board.example": "1.1.1.1", "inner.example": "127.0.0.1"}
    connected: list[str] = []
    connect = socket.create_connection

    def lead_here(address: tuple[str, int], *args: Any) -> socket.socket:
        connected.append(address[0])
        return connect(("127.0.0.1", address[1]), *args)

    monkeypatch.setattr(socket, "create_connection", lead_here)
    site.answers["/"] = answer(b"", 302, Location=f"http://inner.example:{port}/secret")
    site.answers["/secret"] = answer()

    [page] = fetch(f"http://board.example:{port}/", allow_private=False, resolve=lambda host, _: [names[host]])
    assert page.outcome == "failed"
    assert page.reason == "address refused (inner.example): expected a public one, got 127.0.0.1 (loopback)"
    assert site.paths() == ["/robots.txt", "/"]
    assert set(connected) == {"1.1.1.1"}


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(site: Site, fetch: Reader) -> None:
    """A name that changes its address from one look-up to the next gains nothing: there is one look-up a connection."""
    site.answers["/"] = answer()
    asked: list[str] = []

    def resolve(host: str, _: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    [page] = fetch(f"http://rebinding.invalid:{site.server.server_port}/", resolve=resolve)
    assert page.outcome == "kept"  # though no resolver knows the name
    assert len(asked) == len(site.requests) == 2
    assert site.requests[1][1]["Host"] == f"rebinding.invalid:{site.server.server_port}"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "127.1", "[::ffff:127.0.0.1]"]
)
def test_this_machine_is_refused_however_it_is_written(fetch: Reader, host: str) -> None:
    [page] = fetch(f"http://{host}:1/", allow_private=False)
    assert page.outcome == "failed"
    assert "refused" in page.reason or "not an address" in page.reason


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("127.8.8.8", "loopback"), ("::1", "loopback"), ("0.0.0.0", "unspecified"), ("::", "unspecified"),
        ("10.1.2.3", "private"), ("172.16.0.1", "private"), ("192.168.1.1", "private"), ("100.64.0.1", "private"),
        ("169.254.169.254", "link-local"), ("fe80::1", "link-local"), ("fd00:ec2::254", "private"),
        ("168.63.129.16", "private"), ("192.0.0.192", "private"), ("198.18.0.1", "private"), ("fec0::1", "private"),
        ("224.0.0.1", "multicast"), ("ff02::1", "multicast"), ("ff0e::1", "multicast"), ("240.0.0.1", "reserved"),
        ("255.255.255.255", "reserved"), ("::ffff:192.168.0.1", "private"), ("64:ff9b::a00:1", "private"),
        ("2002:7f00:1::", "loopback"), ("2001:db8::1", "private"), ("3fff::1", "private"), ("5f00::1", "reserved"),
        ("1.1.1.1", "public"), ("2606:4700:4700::1111", "public"), ("64:ff9b::101:101", "public"),
    ],
)  # fmt: skip
def test_kinds_of_addresses(address: str, kind: str) -> None:
    assert kind_of_address(address) == kind


def test_one_address_that_is_not_public_spoils_them_all() -> None:
    with pytest.raises(AddressRefused):
        find_addresses("jobs.example", 80, lambda *_: ["1.1.1.1", "192.168.0.1"])
    assert find_addresses("jobs.example", 80, lambda *_: ["1.1.1.1"]) == ["1.1.1.1"]


def test_the_next_address_is_tried_where_one_does_not_answer(site: Site, fetch: Reader) -> None:
    site.answers["/"] = answer()
    [page] = fetch(f"http://two.invalid:{site.server.server_port}/", resolve=lambda *_: ["::1", "127.0.0.1"])
    assert page.outcome == "kept"


def test_a_page_that_is_too_large_is_not_kept(site: Site, fetch: Reader) -> None:
    site.answers |= {"/fits": answer(b"x" * 1000), "/large": answer(b"x" * 1001)}
    fits, large = fetch(f"{site.url}/fits", f"{site.url}/large", max_bytes=1000)
    assert fits.outcome == "kept"
    assert (large.outcome, large.reason) == ("failed", "more than 1000 bytes")


def test_a_small_file_that_unpacks_to_a_huge_one_is_stopped_early(site: Site, fetch: Reader) -> None:
    site.answers["/"] = answer(gzip.compress(bytes(200 * 2**20), 1), Content_Encoding="gzip")
    tracemalloc.start()
    [page] = fetch(f"{site.url}/", max_bytes=10**6)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert page.reason == "more than 1000000 bytes"
    assert peak < 10 * 10**6


@pytest.mark.parametrize(
    "start",
    [
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE)[:10],
    ],
    ids=["header", "endless", "length", "chunk", "gzip"],
)
def test_an_answer_that_trickles_is_cut_off(site: Site, fetch: Reader, start: bytes) -> None:
    site.answers["/"] = drip(start)
    started = time.monotonic()
    [page] = fetch(f"{site.url}/", timeout=0.3)
    assert time.monotonic() - started < 3
    assert (page.outcome, page.reason) == ("failed", "took longer than 0.3 s")
    assert site.paths().count("/") == 1


def test_a_server_that_says_nothing_is_not_waited_for(site: Site, fetch: Reader) -> None:
    site.answers["/"] = lambda _: time.sleep(0.8)
    assert fetch(f"{site.url}/", timeout=0.3)[0].reason == "took longer than 0.3 s"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (answer(PAGE, Content_Length=str(len(PAGE) + 5), Connection="close"), "connection broken"),
        (answer(gzip.compress(PAGE)[:-9], Content_Encoding="gzip"), "damaged"),
        (answer(PAGE, Content_Encoding="gzip"), "damaged"),
        (answer(PAGE, Content_Encoding="br"), "packed in a way that was not asked for: 'br'"),
        (lambda handler: handler.wfile.write(b"SSH-2.0-\x1b[31m\r\n"), "connection broken"),
    ],
    ids=["cut", "cut gzip", "no gzip", "brotli", "no http"],
)
def test_a_broken_answer_is_no_page(site: Site, fetch: Reader, said: Answer, reason: str) -> None:
    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        said(handler)

    site.answers["/"] = send
    [page] = fetch(f"{site.url}/")
    assert page.outcome == "failed"
    assert page.reason.startswith(reason)
    assert page.reason.isprintable()
    assert not fetch.files()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "jobs.example/1",
        "file:///etc/passwd",
        "http://",
        "http://[",
        "http://x:99999/",
        "http://a\x1b[m b/",
        "http://\udc80/",
    ],
)
def test_what_is_no_address_of_a_page_is_said_and_written_down(fetch: Reader, url: str) -> None:
    [page] = fetch(url)
    assert page.outcome == "failed"
    assert page.reason.startswith("not an address of a page: ")
    assert page.reason.isprintable()
    assert fetch.manifest()[0]["url"] == url


def test_a_host_that_does_not_exist_costs_one_robots_txt_only(fetch: Reader) -> None:
    asked: list[str] = []

    def resolve(host: str, _: int) -> list[str]:
        asked.append(host)
        raise OSError(-2, "Name or service not known")

    pages = fetch("http://gone.example/1", "http://gone.example/2", resolve=resolve)
    assert [page.reason for page in pages] == [f"Name or service not known; tried {MAX_TRIES} times"] * 2
    assert len(asked) == MAX_TRIES


# Over TLS


@pytest.fixture
def secure(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The site over TLS as jobs.invalid, under a certificate that is trusted here."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate with")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1",
         "-subj", "/CN=jobs", "-addext", "subjectAltName=DNS:jobs.invalid", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    context.sni_callback = lambda _, name, __: site.names.append(name)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(certificate))
    return site


def test_a_certificate_is_checked_against_the_name_and_not_the_address(secure: Site, fetch: Reader) -> None:
    secure.answers["/"] = answer()
    urls = [f"https://{name}.invalid:{secure.server.server_port}/" for name in ("jobs", "other")]
    right, wrong = fetch(*urls, resolve=lambda *_: ["127.0.0.1"])
    assert right.outcome == "kept"
    assert (wrong.outcome, wrong.status) == ("failed", None)
    assert "certificate" in wrong.reason
    assert secure.names == [
        "jobs.invalid",
        "jobs.invalid",
        "other.invalid",
    ]  # what cannot be trusted is not asked again


def test_an_answer_that_trickles_over_tls_is_cut_off(secure: Site, fetch: Reader) -> None:
    secure.answers["/"] = drip(b"HTTP/1.1 200 OK\r\n\r\n")
    started = time.monotonic()
    [page] = fetch(f"https://jobs.invalid:{secure.server.server_port}/", timeout=0.3, resolve=lambda *_: ["127.0.0.1"])
    assert time.monotonic() - started < 3
    assert page.reason == "took longer than 0.3 s"
