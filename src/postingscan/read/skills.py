"""The skills that a posting names."""

from __future__ import annotations

from postingscan.read.document import Page

CUES: dict[str, tuple[str, ...]] = {}


def entries():
    return ()


def read_skills(page):
    return ()


def read_universals(page):
    return ()
