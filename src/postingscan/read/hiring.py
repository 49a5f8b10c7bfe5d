from __future__ import annotations

from postingscan.read.document import Page
from postingscan.read.facts import Hiring

CUES: dict[str, tuple[str, ...]] = {}


def read_hiring(page):
    return Hiring()
