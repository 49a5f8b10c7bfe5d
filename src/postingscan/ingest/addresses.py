"""Where a page may be fetched from and for how long: only addresses that were checked, only while they are watched."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

from postingscan.errors import PostingscanError

if TYPE_CHECKING:
    from requests.adapters import HTTPAdapter

Resolve = Callable[[str, int], Sequence[str]]
"""Host and port to the host's addresses, as digits; raises OSError where there are none."""

_MOST_TRIED = 4  # addresses of one host
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_NOT_PUBLIC = (  # what older releases of `ipaddress` take for public, and a cloud's inner service at a public address
    ipaddress.ip_network("192.0.0.0/24"),
    ipaddress.ip_network("192.88.99.0/24"),
    ipaddress.ip_network("168.63.129.16/32"),
    ipaddress.ip_network("3fff::/20"),
)


class AddressRefused(PostingscanError):
    """A host lies at an address that is not public: this machine, the local network, a cloud's inner services."""


def resolve_host(host: str, port: int) -> list[str]:
    """Addresses of `host` as the system's resolver gives them, in its order of preference.

    Examples
    --------
    >>> resolve_host("127.0.0.1", 80)
    ['127.0.0.1']
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def kind_of_address(address: str) -> str:
    """What an address is for, by the IANA's registries of special-purpose addresses.

    Parameters
    ----------
    address : str
        IPv4 or IPv6, as digits. An IPv6 address that carries an IPv4 address is judged by the latter.

    Returns
    -------
    str
        ``'public'``, or else ``'unspecified'``, ``'loopback'``, ``'link-local'``, ``'multicast'``, ``'reserved'`` or
        ``'private'``.

    Raises
    ------
    ValueError
        `address` is no address.

    Examples
    --------
    >>> [kind_of_address(a) for a in ("8.8.8.8", "127.0.0.1", "169.254.169.254", "fd00:ec2::254", "::ffff:10.0.0.1")]
    ['public', 'loopback', 'link-local', 'private', 'private']
    """
    parsed = ipaddress.ip_address(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour
        if parsed in _NAT64:
            inner = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
        if inner:
            return kind_of_address(str(inner))
        is_global = parsed.is_global and parsed in _GLOBAL_UNICAST
    else:
        is_global = parsed.is_global
    for kind, holds in (
        ("unspecified", parsed.is_unspecified),
        ("loopback", parsed.is_loopback),
        ("link-local", parsed.is_link_local),
        ("multicast", parsed.is_multicast),
        ("reserved", parsed.is_reserved),
        ("private", not is_global or any(parsed in network for network in _NOT_PUBLIC)),
    ):
        if holds:
            return kind
    return "public"


def find_addresses(host: str, port: int, resolve: Resolve, *, allow_private: bool = False) -> list[str]:
    """Addresses of `host`, all of them checked.

    Raises
    ------
    AddressRefused
        One of them is not public, be the others as they may: an honest site has no such address.
    OSError
        The host has no address.

    Examples
    --------
    >>> find_addresses("jobs.example", 443, lambda host, port: ["93.184.216.34", "10.0.0.7"])
    Traceback (most recent call last):
    postingscan.ingest.addresses.AddressRefused: address refused (jobs.example): expected a public one, got 10.0.0.7...
    """
    try:
        addresses = list(resolve(host, port))
    except UnicodeError:  # what the resolver says to empty and overlong labels
        addresses = []
    if not addresses:
        raise OSError("the host has no address")
    for address in addresses:
        kind = kind_of_address(address)
        if kind != "public" and not allow_private:
            raise AddressRefused("address refused", where=host, expected="a public one", got=f"{address} ({kind})")
    return addresses


class Watch:
    """Cuts connections after a time, whatever trickles in: a socket's own timeout begins anew with every byte.

    Parameters
    ----------
    seconds : float
        From entering the context on.
    """

    def __init__(self, seconds: float) -> None:
        self.expired = False
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._expire)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def add(self, opened: socket.socket) -> None:
        """Watch over a connected socket too."""
        with self._lock:
            self._sockets.append(opened)
            if self.expired:
                _cut(opened)

    def _expire(self) -> None:
        with self._lock:
            self.expired = True
            for opened in self._sockets:
                _cut(opened)


def _cut(opened: socket.socket) -> None:
    with suppress(OSError):
        socket.socket.shutdown(opened, socket.SHUT_RDWR)  # a TLS socket's own is not for another thread than its reader


def make_adapter(watch: Watch, resolve: Resolve, *, allow_private: bool) -> HTTPAdapter:
    """A transport of requests that connects to the very addresses that were checked, under `watch`.

    The check and the connection share one look-up, so that a name cannot change its address in between (DNS rebinding);
    the ``Host`` header and the certificate's name stay those of the URL.
    """
    from requests.adapters import HTTPAdapter
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
    from urllib3.connection import HTTPConnection, HTTPSConnection

    def open_socket(connection: HTTPConnection) -> socket.socket:
        addresses = find_addresses(connection.host, connection.port, resolve, allow_private=allow_private)
        tried = addresses[:_MOST_TRIED]
        for address in tried:
            try:
                timeout = connection.timeout and connection.timeout / len(tried)
                return socket.create_connection((address, connection.port), timeout)
            except OSError as error:
                failure = error
        raise failure

    class CheckedHTTPConnection(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return open_socket(self)

        def connect(self) -> None:
            super().connect()
            watch.add(self.sock)

    class CheckedHTTPSConnection(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return open_socket(self)

        def connect(self) -> None:
            super().connect()
            watch.add(self.sock)

    class CheckedHTTPPool(HTTPConnectionPool):
        ConnectionCls = CheckedHTTPConnection

    class CheckedHTTPSPool(HTTPSConnectionPool):
        ConnectionCls = CheckedHTTPSConnection

    class CheckedAdapter(HTTPAdapter):
        def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
            super().init_poolmanager(*args, **kwargs)
            self.poolmanager.pool_classes_by_scheme = {"http": CheckedHTTPPool, "https": CheckedHTTPSPool}

    return CheckedAdapter(max_retries=0)
