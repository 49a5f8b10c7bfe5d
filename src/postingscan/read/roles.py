from __future__ import annotations

from postingscan.read.document import Page

CUES: dict[str, tuple[str, ...]] = {}


def read_roles(page, named):
    return ()
