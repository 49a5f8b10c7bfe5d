"""The report: a page that stands alone and is safe to open, whatever the postings say."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from selectolax.lexbor import LexborHTMLParser

from postingscan.show.report import write_report

Frames = Callable[[int], pd.DataFrame]
HOSTILE = "</title></svg></style><script>alert(1)</script><img src=https://evil.example/x.png onerror=alert(2)>\"'\x1b"


def page_of(frame: pd.DataFrame, folder: Path, **options: str) -> tuple[str, LexborHTMLParser]:
    text = write_report(frame, folder, **options)[0].read_text("utf-8")
    return text, LexborHTMLParser(text)


@pytest.mark.parametrize("n_rows", [0, 1, 50])
def test_what_is_written(frame_of: Frames, tmp_path: Path, n_rows: int) -> None:
    before = mpl.rcParams.copy()
    written = write_report(frame_of(n_rows), tmp_path / "new" / "folder")
    assert written[0].name == "report.html"
    assert sorted(path.suffix for path in written[1:]) == [".png"] * 6 + [".svg"] * 6
    assert all(path.stat().st_size > 500 for path in written)
    assert not plt.get_fignums()
    assert mpl.rcParams == before


def test_the_page_loads_nothing(frame_of: Frames, tmp_path: Path) -> None:
    text, page = page_of(frame_of(50), tmp_path)
    assert not re.search(r"""(?:src|href|action|data)\s*=\s*["']?\s*(?:https?:)?//""", text, re.IGNORECASE)
    assert not re.search(r"url\(\s*['\"]?(?!#)", text)
    assert "@import" not in text
    assert not page.css("script, link, iframe, object, embed, base, form, img")
    assert "default-src 'none'" in page.css_first("meta[http-equiv]").attributes["content"]


def test_the_page_escapes_everything(frame_of: Frames, tmp_path: Path) -> None:
    frame = frame_of(40)
    for column in ("title", "source", "id", "language", "status_reason", "model", "version"):
        frame[column] = HOSTILE
    finding = dict.fromkeys(("code", "name", "severity", "message", "advice", "evidence", "field"), HOSTILE)
    frame["findings"] = [None if found is None else [finding] for found in frame["findings"]]
    frame["required_skills"] = [
        None if skills is None else [{"skill": HOSTILE}, {"skill": "b"}] for skills in frame["required_skills"]
    ]
    frame["roles"] = [None if roles is None else [HOSTILE] for roles in frame["roles"]]
    frame["trial"] = [None if trial is None else dict.fromkeys(("kind", "paid"), HOSTILE) for trial in frame["trial"]]
    _, page = page_of(frame, tmp_path, title=HOSTILE, source=HOSTILE)
    assert not page.css("script, img, iframe")
    assert not [name for node in page.css("*") for name in node.attributes if name.startswith("on")]
    assert page.css_first("h1").text() == HOSTILE.replace("\x1b", "\ufffd")
    for drawing in (tmp_path / "charts").glob("*.svg"):
        assert "<script" not in drawing.read_text("utf-8")


def test_identities_are_unique(frame_of: Frames, tmp_path: Path) -> None:
    _, page = page_of(frame_of(50), tmp_path)
    identities = [node.attributes["id"] for node in page.css("[id]")]
    assert len(identities) == len(set(identities)) > 50
    text = page.html or ""
    assert set(re.findall(r'(?:href="|url\()#([^")]+)', text)) <= set(identities)


def test_the_same_frame_gives_the_same_bytes(frame_of: Frames, tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_report(frame_of(30), tmp_path / "a")]
    assert first == [path.read_bytes() for path in write_report(frame_of(30), tmp_path / "b")]


def test_every_form_of_a_frame_gives_the_same_page(
    frame_of: Frames, stored: dict[str, Callable[[pd.DataFrame], pd.DataFrame]], tmp_path: Path
) -> None:
    frame = frame_of(30)
    said = page_of(frame, tmp_path / "a")[0]
    for name, form in stored.items():
        assert page_of(form(frame), tmp_path / name)[0] == said


def test_what_the_page_says(frame_of: Frames, tmp_path: Path) -> None:
    frame = frame_of(50)
    _, page = page_of(frame, tmp_path, title="Boards in spring")
    assert page.css_first("h1").text() == "Boards in spring"
    n_above = int((frame["over_expectation"] >= 2).sum())
    assert page.css_first(".lead").text().startswith(f"{round(100 * n_above / 45)} % of 45 scored postings ({n_above})")
    tables = {section.css_first("h2").text(): section for section in page.css("section") if section.css_first("h2")}
    assert len(tables["Highest postings"].css("tbody tr")) == 10
    top = frame.loc[frame["p_over_expectation"].astype(float).idxmax(), "title"]
    assert tables["Highest postings"].css_first("tbody th").text().startswith(top)
    assert "Not scored: language is 'fr' (5)." in tables["What was scanned"].text()
    assert "made by large language models following a codebook, not by experts" in tables["Method and limits"].text()
    assert "demo-model-1" in tables["Method and limits"].text()


def test_a_frame_without_a_scored_row_is_no_error(frame_of: Frames, tmp_path: Path) -> None:
    frame = frame_of(30)
    _, page = page_of(frame[frame["status"] == "not_scored"], tmp_path)
    assert page.css_first(".lead").text() == "None of 3 postings could be scored."


def test_foreign_scripts_warn_nobody(frame_of: Frames, tmp_path: Path) -> None:
    frame = frame_of(30)
    frame["source"] = "求人掲示板"
    text, _ = page_of(frame, tmp_path)
    assert "求人掲示板" in text
