"""A site on this machine and a reader of it, for the tests of fetching."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from postingscan.ingest.fetch import fetch_pages
from postingscan.ingest.manifest import MANIFEST, Fetched

PAGE = b"<html><body><h1>Grant writer</h1><p>One grant application a month for a bird sanctuary.</p></body></html>"
Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A site in a thread: an answer for each path, and a note of every request."""

    def __init__(self) -> None:
        self.fallback = answer(b"", status=404)
        self.answers: dict[str, Answer | list[Answer]] = {"/robots.txt": self.fallback}
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.names: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.requests.append((self.path, dict(self.headers)))
                said = site.answers.get(self.path, site.fallback)
                (said.pop(0) if isinstance(said, list) else said)(self)

            def log_message(self, *_: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: object) -> None:
                """A reader that has hung up is nothing to report."""

        self.server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def paths(self) -> list[str]:
        return [path for path, _ in self.requests]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def answer(body: bytes = PAGE, status: int = 200, **headers: str) -> Answer:
    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        usual = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(body))}
        for name, value in (usual | headers).items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return send


def drip(start: bytes) -> Answer:
    """Send `start` and then a byte every few hundredths of a second, for ever."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        try:
            handler.wfile.write(start)
            while True:
                time.sleep(0.03)
                handler.wfile.write(b"x")
        except OSError:
            pass

    return send


class Reader:
    """`fetch_pages` as these tests call it; waiting is noted and takes no time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.slept: list[float] = []

    def __call__(self, *urls: str, **options: Any) -> list[Fetched]:
        usual: dict[str, Any] = {
            "delay_seconds": 0.0, "allow_private": True, "sleep": self.slept.append, "timeout": 5.0,
        }  # fmt: skip
        return list(fetch_pages(urls, self.folder, **usual | options))

    def manifest(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.folder / MANIFEST).read_text().splitlines()]

    def files(self) -> set[str]:
        return {path.name for path in self.folder.iterdir()} - {MANIFEST}
