"""What several test modules share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The research material beside the checkout, which is no part of the repository."""
    folder = Path(os.environ.get("POSTINGSCAN_SHARED", ROOT.parent / "shared"))
    if not (folder / "gold" / "dev.jsonl").is_file():
        pytest.skip(f"no research material at {folder}: set POSTINGSCAN_SHARED to its folder to run this test")
    return folder
