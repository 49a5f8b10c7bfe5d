"""Pages over the network, politely and safely: the raw answers are kept in a folder before anything reads them."""

from __future__ import annotations

import email.utils
import importlib
import math
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http import HTTPStatus
from http.client import responses
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from postingscan import __version__
from postingscan.errors import ConfigError, PostingscanError
from postingscan.ingest.addresses import AddressRefused, Resolve, Watch, make_adapter, resolve_host
from postingscan.ingest.bytestream import MAX_RECORD
from postingscan.ingest.manifest import Fetched, RawFolder

if TYPE_CHECKING:
    from protego import Protego
    from requests import Response

MAX_REDIRECTS = 5
MAX_TRIES = 4
LONGEST_WAIT = 120.0
"""Seconds that a host may ask to be waited for; where it asks for more, its pages are left for another day."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({429, 500, 502, 503, 504})
_CLOSED = frozenset({401, 403, 429})
_LONGEST_ROBOTS = 512 * 1024  # RFC 9309 asks for 500 KiB at the least
_PIECE = 1 << 16


def fetch_pages(
    urls: Iterable[str],
    folder: Path,
    *,
    contact: str | None = None,
    user_agent: str | None = None,
    delay_seconds: float = 2.0,
    timeout: float = 30.0,
    max_bytes: int = MAX_RECORD,
    refresh: bool = False,
    allow_private: bool = False,
    resolve: Resolve = resolve_host,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Fetched]:
    """Fetch pages one after the other and keep what came, byte for byte, in `folder` with a manifest.

    Each host's robots.txt is obeyed, its crawl delay too. 429, 5xx and broken connections are tried again, with growing
    pauses and as ``Retry-After`` asks. Every URL gets a result; where there is no page it says why, and so does the
    manifest.

    Parameters
    ----------
    urls : iterable of str
        Read as the pages are wanted, so that it may be endless.
    folder : Path
        Where answers and ``manifest.jsonl`` go; pages that it has already are skipped, so that a run can be resumed.
    contact : str, optional
        A mail address or URL that a site's owner can turn to; stands in the User-Agent.
    user_agent : str, optional
        In place of ``postingscan/VERSION (+contact)``.
    delay_seconds : float
        Seconds from one answer of a host to the next request to it, at the least.
    timeout : float
        Seconds that one answer may take from the first connection to its last byte, looking up the host apart.
    max_bytes : int
        Length of a page, unpacked.
    refresh : bool
        Ask again for pages that are there; what has not changed is not sent again (ETag, Last-Modified).
    allow_private : bool
        Connect to addresses that are not public as well.
    resolve, sleep : callable, optional
        In place of the system's resolver and of waiting.

    Yields
    ------
    Fetched
        In the order of `urls`.

    Raises
    ------
    PostingscanError
        requests or protego is not installed.
    ConfigError, InputError
        An option or the folder cannot be used.

    Notes
    -----
    Proxies, passwords and certificates of the environment are not used: a proxy would look up hosts unchecked. Robots
    Exclusion Protocol: RFC 9309; where a host refuses its robots.txt (401, 403) nothing of it is fetched.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [page] = fetch_pages(["ftp://jobs.example/1"], Path(folder))
    >>> page.outcome, page.reason
    ('failed', 'not an address of a page: only http and https are fetched')
    """
    for library in ("requests", "protego"):
        try:
            importlib.import_module(library)
        except ImportError:
            raise PostingscanError(f"fetching needs {library}", do="pip install 'postingscan[fetch]'") from None
    agent = user_agent or (f"postingscan/{__version__} (+{contact})" if contact else f"postingscan/{__version__}")
    if not (agent.isascii() and agent.isprintable()):
        raise ConfigError("the User-Agent must be plain ASCII on one line", got=repr(agent))
    if not (delay_seconds >= 0 and timeout > 0 and max_bytes > 0):
        raise ConfigError("delay, timeout and size must be positive", got=f"{delay_seconds}, {timeout}, {max_bytes}")
    reader = _Reader(agent, delay_seconds, timeout, max_bytes, sleep, resolve, allow_private)
    return _fetch_all(urls, RawFolder(Path(folder)), reader, refresh)


def _fetch_all(urls: Iterable[str], raw: RawFolder, reader: _Reader, refresh: bool) -> Iterator[Fetched]:
    seen: dict[str, Fetched] = {}
    for url in urls:
        prior = raw.find(url)
        earlier = seen.get(url) or (None if refresh else prior)
        if earlier:
            yield earlier if earlier.outcome == "failed" else replace(earlier, outcome="skipped")
            continue
        seen[url] = raw.add(_fetch_one(url, prior, raw, reader))
        yield seen[url]


def _fetch_one(url: str, prior: Fetched | None, raw: RawFolder, reader: _Reader) -> Fetched:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        page = reader.read_page(url, prior)
    except _Unfetched as failure:
        return Fetched(url, failure.url or url, now, "failed", failure.status, str(failure))
    if prior and page.status == HTTPStatus.NOT_MODIFIED:
        return replace(prior, time=now, outcome="unchanged", status=page.status)
    content_type = page.headers.get("content-type")
    file, sha256 = raw.keep(url, page.body, content_type or "")
    return Fetched(
        url, page.url, now, "kept", page.status, "", file, sha256, len(page.body), content_type,
        page.headers.get("etag"), page.headers.get("last-modified"),
    )  # fmt: skip


class _Unfetched(Exception):
    """There is no page. `again` where trying again may help, in `wait` seconds at the earliest."""

    def __init__(
        self, reason: str, status: int | None = None, *, url: str = "", again: bool = False, wait: float = 0.0
    ) -> None:
        super().__init__(reason if reason.isprintable() else ascii(reason))
        self.status, self.url, self.again, self.wait = status, url, again, wait


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one request brought; names of headers are in lower case."""

    url: str
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class _Reader:
    """Reads pages for one run, and remembers of each host its rules and when it may be asked again."""

    agent: str
    delay: float
    timeout: float
    max_bytes: int
    sleep: Callable[[float], None]
    resolve: Resolve
    allow_private: bool

    def __post_init__(self) -> None:
        self._robots: dict[str, Protego | _Unfetched] = {}
        self._delays: dict[str, float] = {}
        self._next: dict[str, float] = {}

    def read_page(self, url: str, prior: Fetched | None) -> _Answer:
        """The page at `url`, or 304 where it is the same as `prior`."""
        page = self._follow(url, prior, obey=True)
        if page.status == HTTPStatus.OK and not page.body.strip():
            raise _Unfetched("empty answer", page.status, url=page.url)
        return page

    def _follow(self, url: str, prior: Fetched | None = None, *, obey: bool) -> _Answer:
        for _ in range(MAX_REDIRECTS + 1):
            url = _escape(url)
            if obey:
                self._obey(url)
            known = {}  # what has been kept belongs to the address that it came from, not to those that led there
            if prior and prior.final_url == url:
                known = {"If-None-Match": prior.etag, "If-Modified-Since": prior.last_modified}
            answer = self._ask(url, {name: value for name, value in known.items() if value})
            if answer.status == HTTPStatus.OK or (answer.status == HTTPStatus.NOT_MODIFIED and known):
                return answer
            location = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not location:
                raise _Unfetched(_in_words(answer.status), answer.status, url=url)
            # Sites send UTF-8 where the standard knows Latin-1 only.
            url = urljoin(url, location.encode("latin-1", "ignore").decode("utf-8", "replace"))
        raise _Unfetched(f"more than {MAX_REDIRECTS} redirects", answer.status, url=url)

    def _obey(self, url: str) -> None:
        """Stop where the host's robots.txt forbids the page."""
        origin = _origin(url)
        if origin not in self._robots:
            try:
                self._robots[origin] = self._read_robots(origin)
            except _Unfetched as failure:
                self._robots[origin] = failure.with_traceback(None)
        rules = self._robots[origin]
        if isinstance(rules, _Unfetched):
            raise _Unfetched(str(rules), rules.status, url=url)
        if not rules.can_fetch(url, self.agent):
            raise _Unfetched("forbidden by robots.txt", url=url)

    def _read_robots(self, origin: str) -> Protego:
        """The host's rules; the pace that they ask for is taken over."""
        from protego import Protego

        try:
            text = self._follow(f"{origin}/robots.txt", obey=False).body[:_LONGEST_ROBOTS]
        except _Unfetched as failure:
            if failure.status is None:
                raise
            if not 400 <= failure.status < 500 or failure.status in _CLOSED:
                raise _Unfetched(f"robots.txt cannot be read: {failure}", failure.status) from None
            text = b""
        rules = Protego.parse(text.decode("utf-8-sig", "replace"))
        rate = rules.request_rate(self.agent)
        asked = (rules.crawl_delay(self.agent) or 0.0, rate.seconds / rate.requests if rate and rate.requests else 0.0)
        self._delays[origin] = max(self.delay, *asked)
        return rules

    def _ask(self, url: str, headers: dict[str, str]) -> _Answer:
        """The answer of `url`, asked again where that may help, in the host's own time."""
        origin = _origin(url)
        n_tries = 0
        while True:
            n_tries += 1
            self._wait(origin)
            try:
                answer = self._answer(url, headers)
            except _Unfetched as failure:
                pause = max(failure.wait, max(self.delay, 1.0) * 2 ** (n_tries - 1)) if failure.again else 0.0
                self._hold(origin, pause)
                if not failure.again or n_tries == MAX_TRIES or pause > LONGEST_WAIT:
                    asked = f"; asks to wait {failure.wait:.0f} s" if failure.wait else ""
                    tried = f"; tried {n_tries} times" if n_tries > 1 else ""
                    raise _Unfetched(f"{failure}{tried}{asked}", failure.status, url=url) from None
            else:
                self._hold(origin, 0.0)
                return answer

    def _hold(self, origin: str, seconds: float) -> None:
        self._next[origin] = time.monotonic() + max(seconds, self._delays.get(origin, self.delay))

    def _wait(self, origin: str) -> None:
        seconds = self._next.get(origin, -math.inf) - time.monotonic()
        if seconds > LONGEST_WAIT:
            raise _Unfetched(f"the host asks to wait {seconds:.0f} s")
        if seconds > 0:
            self.sleep(seconds)

    def _answer(self, url: str, headers: dict[str, str]) -> _Answer:
        """One request, one answer, over a connection of its own, which is opened, checked and timed by itself."""
        from requests import Request, RequestException
        from requests.exceptions import SSLError
        from urllib3.exceptions import HTTPError

        identity = {"User-Agent": self.agent, "Accept": "*/*", "Accept-Encoding": "gzip"}
        request = Request("GET", url, headers=identity | headers).prepare()
        with Watch(self.timeout) as watch:
            adapter = make_adapter(watch, self.resolve, allow_private=self.allow_private)
            try:
                with adapter.send(request, stream=True, timeout=self.timeout, verify=True, proxies={}) as response:
                    status = response.status_code
                    got = {name.lower(): value for name, value in response.headers.items()}
                    # The body of anything but a page is left unread: it may be endless.
                    body = self._read_body(response) if status == HTTPStatus.OK else b""
            except AddressRefused as refusal:
                raise _Unfetched(str(refusal)) from None
            except (RequestException, HTTPError, OSError, zlib.error) as error:
                cause = _innermost(error)
                if not (watch.expired or isinstance(cause, TimeoutError)):
                    raise _Unfetched(_explain(cause), again=not isinstance(error, SSLError)) from None
                watch.expired = True
            finally:
                adapter.close()
        if watch.expired:  # a connection that was cut can look like an answer that has ended
            raise _Unfetched(f"took longer than {self.timeout:g} s")
        if status in _PASSING:
            raise _Unfetched(_in_words(status), status, again=True, wait=_retry_after(got.get("retry-after", "")))
        return _Answer(url, status, got, body)

    def _read_body(self, response: Response) -> bytes:
        coding = response.headers.get("Content-Encoding", "").strip().lower()
        pieces: Iterator[bytes] = response.raw.stream(_PIECE, decode_content=False)
        if coding in ("gzip", "x-gzip"):
            pieces = _gunzip(pieces)
        elif coding not in ("", "identity"):
            raise _Unfetched(f"packed in a way that was not asked for: {coding[:40]!r}", response.status_code)
        body = bytearray()
        for piece in pieces:
            body += piece
            if len(body) > self.max_bytes:
                raise _Unfetched(f"more than {self.max_bytes} bytes", response.status_code)
        return bytes(body)


def _escape(url: str) -> str:
    """`url` without fragment, its characters escaped and its host in ASCII; raises where it is no page's address."""
    from requests import Request, RequestException

    try:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https"):
            fault = "only http and https are fetched"
        elif parts.username is not None:
            fault = "it holds a user name"
        else:
            return str(Request("GET", urldefrag(url).url).prepare().url)
    except (ValueError, RequestException):
        fault = "it cannot be understood"
    raise _Unfetched(f"not an address of a page: {fault}", url=url)


def _gunzip(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What gzip packed, in pieces of bounded length, however small it was packed."""
    member = zlib.decompressobj(wbits=31)
    for packed in pieces:
        while packed:
            if member.eof:
                member = zlib.decompressobj(wbits=31)
            yield member.decompress(packed, _PIECE)
            packed = member.unconsumed_tail or member.unused_data
    yield member.flush()
    if not member.eof:
        raise zlib.error("breaks off")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _in_words(status: int) -> str:
    """A status with the standard's words for it, not the site's.

    Examples
    --------
    >>> _in_words(403), _in_words(999)
    ('403 Forbidden', '999')
    """
    return f"{status} {responses.get(status, '')}".strip()


def _retry_after(value: str) -> float:
    """Seconds that a ``Retry-After`` header asks for; 0 where it says nothing that can be understood.

    Examples
    --------
    >>> _retry_after("120"), _retry_after("Wed, 21 Oct 2015 07:28:00 GMT"), _retry_after("soon")
    (120.0, 0.0, 0.0)
    """
    if value.isdecimal():
        return float(value)
    try:
        until = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return 0.0
    return max(until.timestamp() - time.time(), 0.0)


def _innermost(error: BaseException) -> BaseException:
    while inner := error.__cause__ or error.__context__:
        error = inner
    return error


def _explain(error: BaseException) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    if isinstance(error, zlib.error):
        return "damaged: not whole and sound gzip, as it says"
    return f"connection broken: {type(error).__name__}"
