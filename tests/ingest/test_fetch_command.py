"""``postingscan fetch``, and that ``postingscan scan`` can read what it leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

pytest.importorskip("requests", reason="fetching is an extra: pip install 'postingscan[fetch]'")
pytest.importorskip("protego", reason="fetching is an extra: pip install 'postingscan[fetch]'")

from local_site import Site, answer

from postingscan.cli import main
from postingscan.ingest.files import find_sources
from postingscan.ingest.manifest import MANIFEST


def run(folder: Path, *arguments: str, stdin: str = "") -> Result:
    options = ["fetch", "-o", str(folder), "--allow-private", "--delay", "0"]
    return CliRunner().invoke(main, [*options, *arguments], input=stdin)


def test_what_was_kept_can_be_scanned_and_what_failed_is_said(site: Site, tmp_path: Path) -> None:
    site.answers |= {"/1": answer(), "/2": answer(b"", 403)}
    result = run(tmp_path / "raw", f"{site.url}/1", f"{site.url}/2", "--contact", "me@example.org")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        f"postingscan: failed: {site.url}/2: 403 Forbidden",
        f"postingscan: 1 kept, 1 failed; in {tmp_path / 'raw'}",
    ]
    assert site.requests[0][1]["User-Agent"].endswith("(+me@example.org)")
    assert (tmp_path / "raw" / MANIFEST).exists()
    assert [source.kind for source in find_sources([tmp_path / "raw"])] == ["page"]  # the manifest is no input


def test_urls_come_from_standard_input_too(site: Site, tmp_path: Path) -> None:
    site.answers |= {"/1": answer(), "/2": answer()}
    result = run(tmp_path, "-", stdin=f"{site.url}/1\n\n{site.url}/2\n{site.url}/1\n")
    assert result.stderr == f"postingscan: 2 kept, 1 skipped; in {tmp_path}\n"


def test_failed_pages_are_said_even_when_quiet_and_end_a_strict_run_with_3(site: Site, tmp_path: Path) -> None:
    site.answers["/1"] = answer()
    result = run(tmp_path, f"{site.url}/1", f"{site.url}/gone", "--quiet", "--strict")
    assert (result.exit_code, result.stderr) == (3, f"postingscan: failed: {site.url}/gone: 404 Not Found\n")


def test_without_any_page_there_is_nothing_to_go_on_with(tmp_path: Path) -> None:
    result = run(tmp_path, "file:///etc/passwd")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith("postingscan: no page was fetched")
    assert "Traceback" not in result.output
