"""Claims on the whole of a field."""

from __future__ import annotations

from postingscan.read.document import Page
from postingscan.read.facts import Universal


def read_universals(page: Page) -> tuple[Universal, ...]:
    return ()
