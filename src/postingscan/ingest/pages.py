"""Saved web pages: schema.org's JobPosting, as JSON-LD or as microdata."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from postingscan.errors import InputError
from postingscan.ingest.bytestream import MAX_TAGS
from postingscan.text import html_to_text

_TYPE = re.compile(r"(?:^|[/:#])JobPosting$")
_COMMENT = re.compile(
    r"\A(?://|/\*)?\s{0,50}(?:<!--|<!\[CDATA\[)\s{0,50}(?:\*/)?"
    r"|(?://|/\*)?\s{0,50}(?:-->|\]\]>)\s{0,50}(?:\*/)?\s{0,50}\Z"
)
_TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
_STRAY_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')
_LINE_COMMENT = re.compile(r"^[ \t]{0,50}//[^\n]*$", re.MULTILINE)
_CHARSET = re.compile(rb"charset=[\"']?([\w-]{1,40})", re.ASCII)
_DEEPEST = 30
_MOST_NODES = 20_000
_MOST_ITEMS = 500  # postings of one page
_MOST_NAMES = 8  # of one property
_ROOM = 4  # times the page's own size
_LINKS = {
    "a": "href",
    "link": "href",
    "area": "href",
    "img": "src",
    "object": "data",
    "time": "datetime",
    "data": "value",
}
_LEFT_OUT = {"@type", "@context"}
_KEYWORDS = {"@id": "uid"}  # an address within the page's data; an identifier, where there is one, says more


def read_page(page: bytes | str) -> list[dict[str, Any]]:
    """Job postings of a saved page, with schema.org's names.

    JSON-LD is taken as it is met in the wild: in lists and under ``@graph``, wrapped in comments or CDATA, with
    trailing commas, raw line breaks in strings and stray backslashes. Microdata is read where there is no JSON-LD. A
    page with neither is read as one posting where it is an article and nothing else: a heading and a text within
    ``main`` or ``article``.

    Raises
    ------
    InputError
        There are more than `MAX_TAGS` tags.

    Examples
    --------
    >>> read_page('<script type="application/ld+json">{"@type": "JobPosting", "title": "Writer",}</script>')
    [{'title': 'Writer'}]
    >>> read_page(
    ...     '<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Writer</h1>'
    ...     '<meta itemprop="datePosted" content="2025-07-01"></div>'
    ... )
    [{'title': 'Writer', 'datePosted': '2025-07-01'}]
    """
    if not isinstance(page, str):
        page = _decode_page(page)
    if page.count("<") > MAX_TAGS:
        raise InputError("a page that cannot be parsed in reasonable time", expected=f"at most {MAX_TAGS} tags")
    tree = LexborHTMLParser(page)
    found: list[dict[str, Any]] = []
    for script in tree.css("script[type]"):
        if "ld+json" in (script.attributes.get("type") or "").lower():
            for node in find_postings(parse_leniently(script.text(deep=True) or "")):
                posting = {_KEYWORDS.get(name, name): value for name, value in node.items() if name not in _LEFT_OUT}
                if posting not in found:
                    found.append(posting)
    return found or _microdata(tree, len(page)) or _article(tree)


def _decode_page(page: bytes) -> str:
    """Text of a page: UTF-8, else what its head says, else Windows-1252."""
    declared = _CHARSET.search(page[:2_048])
    for encoding in ("utf-8", declared[1].decode() if declared else "cp1252", "cp1252"):
        with suppress(UnicodeDecodeError, LookupError):
            return page.decode(encoding)
    return page.decode("cp1252", "replace")


def parse_leniently(text: str) -> Any:
    r"""What a script of JSON-LD holds, mended where it is nearly JSON; None where it is not.

    Examples
    --------
    >>> parse_leniently('<!-- {"title": "Bob\\\'s\nhelper", "skills": ["SEO",],} -->;')
    {'title': "Bob's\nhelper", 'skills': ['SEO']}
    >>> parse_leniently("{broken") is None
    True
    """
    text = _COMMENT.sub("", _COMMENT.sub("", text.strip().rstrip(";"))).strip().rstrip(";")
    for mend in (str, _mend, lambda broken: _mend(html.unescape(broken))):
        try:
            return json.loads(mend(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _mend(text: str) -> str:
    return _TRAILING_COMMA.sub("", _STRAY_ESCAPE.sub("", _LINE_COMMENT.sub("", text)))


def find_postings(value: Any) -> Iterator[dict[str, Any]]:
    """Objects of the type JobPosting in JSON-LD, wherever they stand, in their order."""
    waiting: list[tuple[Any, int]] = [(value, 0)]
    n_seen = 0
    while waiting and n_seen < _MOST_NODES:
        node, depth = waiting.pop()
        n_seen += 1
        if isinstance(node, list):
            inner = node
        elif isinstance(node, dict):
            if _is_posting(node.get("@type")):
                yield node
                continue
            inner = list(node.values())
        else:
            continue
        if depth < _DEEPEST:
            waiting.extend((part, depth + 1) for part in reversed(inner) if isinstance(part, dict | list))


def _is_posting(kind: Any) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and _TYPE.search(name) for name in kinds)


def _microdata(tree: LexborHTMLParser, size: int) -> list[dict[str, Any]]:
    items = _Items(_ROOM * size)
    scopes = tree.css("[itemscope][itemtype]")
    found = (scope for scope in scopes if _is_posting((scope.attributes.get("itemtype") or "").split()))
    return [items.read(scope, 0) for scope in islice(found, _MOST_ITEMS)]


class _Items:
    """Reads microdata items of one page, in bounded room.

    Properties may lie in one another and each holds the markup of all that lies in it, so that a small page could grow
    without bound. Once `room` characters are taken, properties are empty.
    """

    def __init__(self, room: int) -> None:
        self._room = room

    def read(self, scope: LexborNode, depth: int) -> dict[str, Any]:
        """Properties of an item; those of items within it stay within it."""
        item: dict[str, Any] = {}
        waiting = list(_children(scope))[::-1]
        while waiting and self._room > 0:
            node = waiting.pop()
            names, inner = node.attributes.get("itemprop"), "itemscope" in node.attributes
            for name in (names or "").split()[:_MOST_NAMES]:
                value = self.read(node, depth + 1) if inner and depth < _DEEPEST else self._value(node)
                if name not in item:
                    item[name] = value
                elif isinstance(item[name], list):
                    item[name].append(value)
                else:
                    item[name] = [item[name], value]
            if not inner:
                waiting.extend(list(_children(node))[::-1])
        return item

    def _value(self, node: LexborNode) -> str:
        attributes, tag = node.attributes, node.tag or ""
        held = (attributes.get(name) for name in ("content", _LINKS.get(tag, "")))
        text = next((value for value in held if value is not None), None)
        if text is None:
            text = (node.html or "") if next(_children(node), None) else node.text(deep=True).strip()
        self._room -= len(text) + 1
        return text


def _children(node: LexborNode) -> Iterator[LexborNode]:
    return node.iter(include_text=False)


def _article(tree: LexborHTMLParser) -> list[dict[str, Any]]:
    """The one article of a page without markup; nothing where it is not clear which part is the posting."""
    for tag in ("article", "main"):
        nodes = tree.css(tag)
        if len(nodes) == 1:
            heading = nodes[0].css_first("h1") or tree.css_first("h1") or tree.css_first("title")
            title = heading.text(deep=True).strip() if heading else ""
            text = html_to_text(nodes[0].html or "")
            return [{"title": title, "description": text.removeprefix(title).strip()}] if text else []
    return []
