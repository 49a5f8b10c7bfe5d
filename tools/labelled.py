"""Labelled postings as the fitting tools read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def board_of(source: str) -> str:
    """The board that a source was drawn from: its first word."""
    return source.partition("_")[0]


def read_labelled(paths: list[Path]) -> list[dict[str, Any]]:
    """The English postings of all files with their labels; those of the first file are 'judged'."""
    rows = [json.loads(line) | {"judged": path == paths[0]} for path in paths for line in path.open()]
    return [row for row in rows if row["label"].get("language", "en") == "en"]
