from __future__ import annotations

from postingscan.read.document import Page

CUES: dict[str, tuple[str, ...]] = {}


def read_experience(page):
    return ()


def read_seniority(page):
    return ()
