from __future__ import annotations

from postingscan.read.document import Page
from postingscan.read.facts import Availability

CUES: dict[str, tuple[str, ...]] = {}


def read_availability(page):
    return Availability()
