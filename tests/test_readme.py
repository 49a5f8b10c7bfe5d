"""What the README shows is what the command prints."""

from __future__ import annotations

import re
from pathlib import Path

from postingscan.ingest.postings import read_postings
from postingscan.scan import scan_posting
from postingscan.show.terminal import render


def test_the_check_in_the_readme_is_what_check_prints(root: Path) -> None:
    block = re.search(r"\$ postingscan check (\S+)\n(.*?)\n```", (root / "README.md").read_text("utf-8"), re.DOTALL)
    assert block
    [posting] = read_postings([root / block[1]])
    printed = set(render(scan_posting(posting)).splitlines())
    shown = [line for line in block[2].splitlines() if line.strip() not in {"", "…"}]
    assert len(shown) > 20
    assert [line for line in shown if line not in printed] == []


def test_files_that_the_readme_names_are_there(root: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (root / "README.md").read_text("utf-8"))
    assert links
    assert [link for link in links if not (root / link).exists()] == []
