"""The first nouns: a posting as it came in, and a span of its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Field = Literal["title", "description", "salary"]
"""The three texts of a posting that a span can lie in."""

PayUnit = Literal["hour", "day", "week", "month", "year", "project", "word", "page", "article", "item", "commission"]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a posting and where they stand.

    Parameters
    ----------
    field : {'title', 'description', 'salary'}
        The text that the words stand in.
    start, end : int
        Half-open offsets in code points.
    text : str
        Exactly ``field[start:end]``; whoever makes a span slices, nobody retypes.
    """

    field: Field
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DeclaredPay:
    """Pay that the site keeps in fields of its own, beside the text.

    Parameters
    ----------
    min, max : float or None
        Bounds of the amount, in `currency` per `unit`; equal for a single figure.
    unit : str or None
        One of the codebook's units; ``'project'`` for a fixed price.
    currency : str or None
        ISO 4217 code, None where the site does not say.
    """

    min: float | None = None
    max: float | None = None
    unit: PayUnit | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Posting:
    """One job posting: three plain texts and what the site says beside them.

    HTML and Markdown are turned into text before a posting is made (``postingscan.ingest``), once, so that
    every offset in a result refers to the texts as they stand here.

    Examples
    --------
    >>> posting = Posting(title="Logo designer", description="One logo, paid on delivery.", date="Jul 14, 2025")
    >>> posting.year
    2025
    >>> posting.span("title", 0, 4).text
    'Logo'
    """

    description: str = ""
    title: str = ""
    salary: str = ""
    id: str = ""
    source: str = ""
    hours_per_week: str | None = None
    employment_type: str | None = None
    country: str | None = None
    date: str | None = None
    url: str | None = None
    company: str | None = None
    listed_skills: tuple[str, ...] = ()
    declared_pay: DeclaredPay | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    def text(self, name: Field) -> str:
        """The text that a span's `field` names."""
        return self.title if name == "title" else self.salary if name == "salary" else self.description

    def span(self, name: Field, start: int, end: int) -> Span:
        """The span of `name` from `start` to `end`."""
        return Span(name, start, end, self.text(name)[start:end])

    @property
    def year(self) -> int | None:
        """The year in `date`, which stands for 'today' in every judgement; None where there is none."""
        found = _YEAR.search(self.date or "")
        return int(found[0]) if found else None
