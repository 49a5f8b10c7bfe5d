"""HTML made of text that nobody vouches for: escaping, packaged styles, and marked-up words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")


def escape(text: object) -> str:
    """Text for an element or a quoted attribute; controls and direction overrides are shown as U+FFFD.

    Examples
    --------
    >>> escape('<script>"x"</script>')
    '&lt;script&gt;&quot;x&quot;&lt;/script&gt;'
    """
    return html.escape(_UNFIT.sub("\ufffd", str(text)), quote=True)


@cache
def load_style(name: str) -> str:
    """The packaged style sheet `name`."""
    return resources.files("postingscan.show").joinpath("assets", f"{name}.css").read_text("utf-8").strip()


class Mark(NamedTuple):
    """Words to mark: half-open offsets, a class that styles them, what to say of them, the note that they point to."""

    start: int
    end: int
    style: str
    title: str
    note: str = ""


def mark(text: str, marks: Iterable[Mark]) -> str:
    """The text as HTML with its marks, which may overlap: where they do, the words carry all their titles.

    Parameters
    ----------
    text : str
    marks : iterable of Mark
        In order of weight: the first one that covers a word gives it its style.

    Returns
    -------
    str

    Examples
    --------
    >>> mark("paid <weekly>", [Mark(0, 4, "good", "clear-payment", "1")])
    '<mark class="good" title="clear-payment">paid</mark><sup>1</sup> &lt;weekly&gt;'
    """
    marks = [one._replace(start=max(one.start, 0), end=min(one.end, len(text))) for one in marks]
    edges = sorted({0, len(text), *(edge for one in marks if one.start < one.end for edge in (one.start, one.end))})
    parts: list[str] = []
    for start, end in pairwise(edges):
        over = [one for one in marks if one.start <= start and end <= one.end]
        words = escape(text[start:end])
        if over:
            titles = escape("\n".join(dict.fromkeys(one.title for one in over)))
            words = f'<mark class="{escape(over[0].style)}" title="{titles}">{words}</mark>'
        parts.append(words + _notes([one for one in marks if one.end == end and one.start < one.end]))
    return "".join(parts)


def _notes(ending: Sequence[Mark]) -> str:
    notes = ", ".join(dict.fromkeys(escape(one.note) for one in ending if one.note))
    return f"<sup>{notes}</sup>" if notes else ""
