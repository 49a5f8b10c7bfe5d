"""Where a page may be fetched from: every address of a host is checked, and none but a checked one is connected to."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from postingscan.errors import PostingscanError

if TYPE_CHECKING:
    from requests.adapters import HTTPAdapter

Resolve = Callable[[str, int], Sequence[str]]
"""Host and port to the host's addresses, as digits; raises OSError where there are none."""

_MOST_TRIED = 4  # addresses of one host
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
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
        ``'public'``, ``'unspecified'``, ``'loopback'``, ``'link-local'``, ``'multicast'``, ``'reserved'`` or ``'private'``.

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
    for kind, holds in (
        ("unspecified", parsed.is_unspecified),
        ("loopback", parsed.is_loopback),
        ("link-local", parsed.is_link_local),
        ("multicast", parsed.is_multicast),
        ("reserved", parsed.is_reserved),
        ("private", not parsed.is_global or any(parsed in network for network in _NOT_PUBLIC)),
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
    postingscan.ingest.addresses.AddressRefused: address refused (jobs.example): expected a public one, got 10.0.0.7 (private)
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


def make_adapter(
    resolve: Resolve, *, allow_private: bool, on_open: Callable[[socket.socket], None]
) -> HTTPAdapter:
    """A transport of requests that connects to the very addresses that were checked.

    The check and the connection share one look-up, so that a name cannot change its address in between (DNS rebinding);
    the ``Host`` header and the certificate's name stay those of the URL.

    Parameters
    ----------
    resolve : callable
    allow_private : bool
    on_open : callable
        Is given every socket once it is connected, after the TLS handshake.
    """
    from requests.adapters import HTTPAdapter
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
    from urllib3.connection import HTTPConnection, HTTPSConnection

    def open_socket(connection: HTTPConnection) -> socket.socket:
        addresses = find_addresses(connection.host, connection.port, resolve, allow_private=allow_private)
        for address in addresses[:_MOST_TRIED]:
            try:
                return socket.create_connection((address, connection.port), connection.timeout)
            except OSError as error:
                failure = error
        raise failure

    class CheckedHTTPConnection(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return open_socket(self)

        def connect(self) -> None:
            super().connect()
            on_open(self.sock)

    class CheckedHTTPSConnection(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return open_socket(self)

        def connect(self) -> None:
            super().connect()
            on_open(self.sock)

    class CheckedHTTPPool(HTTPConnectionPool):
        ConnectionCls = CheckedHTTPConnection

    class CheckedHTTPSPool(HTTPSConnectionPool):
        ConnectionCls = CheckedHTTPSConnection

    class CheckedAdapter(HTTPAdapter):
        def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
            super().init_poolmanager(*args, **kwargs)
            self.poolmanager.pool_classes_by_scheme = {"http": CheckedHTTPPool, "https": CheckedHTTPSPool}

    return CheckedAdapter(max_retries=0)
