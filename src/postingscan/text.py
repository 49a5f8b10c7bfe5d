"""Raw text into plain text, once. Offsets everywhere else refer to what comes out of here."""

from __future__ import annotations

import html
import re

_MARKUP = re.compile(
    r"</?(?:p|br|div|span|li|ul|ol|b|i|u|em|strong|a|h[1-6]|table|tr|td|th|section|article|html|body|font|blockquote)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
# Controls can steer a terminal, and bidirectional overrides can show other words than stand there.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_BLANK_LINES = re.compile(r"\n[ \t]*\n[ \t\n]*")
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "thead",
        "tr",
        "ul",
    ]
)
_UNSEEN = ["script", "style", "template", "noscript", "head", "svg", "iframe"]


def plain(raw: str) -> str:
    r"""Plain text of a posting's text, whether it came as HTML, with entities, or plain already.

    Markdown reads well as it stands and is left alone. Control characters are dropped, line ends unified.

    Parameters
    ----------
    raw : str
        Text as a site, a file or a person gave it.

    Returns
    -------
    str

    Examples
    --------
    >>> plain("<p>Write <b>5 posts</b></p><ul><li>SEO</li><li>WordPress</li></ul>")
    'Write 5 posts\n\n• SEO\n• WordPress'
    >>> plain("R&amp;D for AT&T\r\n1 < 2")
    'R&D for AT&T\n1 < 2'
    """
    if "<" in raw and _MARKUP.search(raw):
        return html_to_text(raw)
    if "&" in raw and _ENTITY.search(raw):
        raw = html.unescape(raw)
    return _clean(raw).strip()


def html_to_text(page: str) -> str:
    """Visible text of an HTML fragment or page, with a line per block and a bullet per list item.

    Examples
    --------
    >>> html_to_text("<div>Hello<br>there<script>alert(1)</script></div>")
    'Hello\\nthere'
    """
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(page)
    tree.strip_tags(_UNSEEN)
    if tree.body is None:
        return ""
    parts: list[str] = []
    _walk(tree.body, parts)
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return _BLANK_LINES.sub("\n\n", _clean("\n".join(lines))).strip()


def _walk(root: object, parts: list[str]) -> None:
    """Append the text below `root`, iteratively: hostile pages nest deeper than Python's stack."""
    stack: list[tuple[object, bool]] = [(root, False)]
    while stack:
        node, closing = stack.pop()
        tag = node.tag  # type: ignore[attr-defined]
        if closing:
            parts.append("\n" if tag in _BLOCKS else " ")
            continue
        if tag == "-text":
            parts.append(re.sub(r"\s+", " ", node.text_content or ""))  # type: ignore[attr-defined]
            continue
        if tag == "br":
            parts.append("\n")
            continue
        if tag == "li":
            parts.append("\n• ")
        elif tag in _BLOCKS:
            parts.append("\n\n" if tag in {"p", "ul", "ol"} or tag[0] == "h" else "\n")
        if tag in _BLOCKS or tag in {"td", "th"}:
            stack.append((node, True))
        children = list(node.iter(include_text=True))  # type: ignore[attr-defined]
        stack.extend((child, False) for child in reversed(children))


def _clean(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() and text.isprintable() else _CONTROL.sub("", text)


def fold(text: str) -> str:
    """A copy of the same length for matching: lower case, straight quotes, plain spaces and hyphens.

    Examples
    --------
    >>> fold("İstanbul’s  “Best”")
    'istanbul\\'s  "best"'
    """
    lowered = text.lower()
    if text.isascii():
        return lowered
    if len(lowered) != len(text):  # 'İ'.lower() is two characters
        lowered = "".join(c if len(c.lower()) != 1 else c.lower() for c in text).replace("İ", "i")
    for odd, usual in (
        ("\u2019", "'"), ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\u00a0", " "), ("\u202f", " "),
        ("\u2011", "-"), ("\u2010", "-"), ("\u200b", " "),
    ):  # fmt: skip
        if odd in lowered:
            lowered = lowered.replace(odd, usual)
    return lowered
