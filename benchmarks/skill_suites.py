"""How the reading of skills does on outside suites, beside plain gazetteers and spaCy's PhraseMatcher.

usage: skill_suites.py [FOLDER] [--train]   (default: shared/bench/skills beside the checkout)

Two readings of the same texts: `mentions`, every name of the lexicon (`find_mentions`), and `asked`, those that the
reader takes for asked of the worker (`read_skills`). A suite's sentences of one advertisement are read as one text, a
line each, and a span counts for the tokens that it touches, as the suites' own scorer does it. Strict figures are the
ones to compare with published ones. A floor is the best plain gazetteer of LEXICON_FLOORS.txt, which learnt from the
suite's train part, as neither reading here does. Where spaCy is installed, its PhraseMatcher runs over the same lexicon
in a blank English pipeline; times are ratios to `mentions` in this run (laying the text out, with every cue of every
reader, is counted in `mentions`).
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from postingscan.posting import Posting
from postingscan.read import lay_out
from postingscan.read.mentions import entries, find_mentions
from postingscan.read.skills import read_skills

Spans = list[tuple[int, int]]
Row = tuple[list[str], list[str], list[str], str]  # tokens, tags asked for, tags told, advertisement


class Suite(NamedTuple):
    """A suite's file, the tags judged, the part taken ('' for all), the bar, and how its floor is called."""

    name: str
    file: str
    key: str
    source: str
    bar: float | None
    floor: str


SUITES = (
    Suite("SkillSpan KNOWLEDGE", "skillspan", "tags_knowledge", "", 0.60, "SkillSpan KNOWLEDGE dev"),
    Suite("  tech", "skillspan", "tags_knowledge", "tech", 0.65, "SkillSpan KNOWLEDGE tech dev"),
    Suite("  house", "skillspan", "tags_knowledge", "house", None, "SkillSpan KNOWLEDGE house dev"),
    Suite("Sayfullina soft skills", "sayfullina_soft", "tags_skill", "", 0.86, "Sayfullina dev"),
)
GAZETTEER = re.compile(r"(.+?) gazetteer (?:p|\+).*? strict +\S+/ *\S+/ *(\S+) ")


def scorer(folder: Path) -> ModuleType:
    """The suites' own scorer, as a module."""
    spec = importlib.util.spec_from_file_location("score_spans", folder / "score_spans.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def floors(folder: Path) -> dict[str, float]:
    """Strict F1 of the best plain gazetteer, by suite and part."""
    best: dict[str, float] = {}
    for line in (folder / "LEXICON_FLOORS.txt").read_text("utf-8").splitlines():
        if found := GAZETTEER.match(line):
            best[found[1]] = max(best.get(found[1], 0.0), float(found[2]) / 100)
    return best


def advertisements(folder: Path, suite: Suite, part: str) -> Iterator[tuple[str, list[tuple[list[str], list[str]]]]]:
    """Each advertisement of a suite as its number and its sentences (tokens and tags)."""
    with gzip.open(folder / f"{suite.file}.{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = [row for row in rows if not suite.source or row["source"] == suite.source]
    for number, sentences in groupby(rows, key=lambda row: str(row["idx"])):
        yield number, [(row["tokens"], row[suite.key]) for row in sentences]


def spacy_reader() -> Callable[[str], Spans] | None:
    """SpaCy's PhraseMatcher over the lexicon, the longest of overlapping matches; None where it is not installed."""
    if importlib.util.find_spec("spacy") is None:
        return None
    import spacy  # type: ignore[import-not-found, unused-ignore]
    from spacy.matcher import PhraseMatcher  # type: ignore[import-not-found, unused-ignore]
    from spacy.util import filter_spans  # type: ignore[import-not-found, unused-ignore]

    blank = spacy.blank("en")
    matcher = PhraseMatcher(blank.vocab, attr="LOWER")
    matcher.add("skill", [blank.make_doc(phrase) for _, phrase, _ in entries()])

    def read(text: str) -> Spans:
        found = filter_spans(matcher(blank.make_doc(text), as_spans=True))
        return [(span.start_char, span.end_char) for span in found]

    return read


def readers() -> dict[str, Callable[[str], Spans]]:
    """What can be run over a suite, by name."""

    def mentions(text: str) -> Spans:
        return [(start, end) for start, end, _ in find_mentions(lay_out(Posting(description=text)).description)]

    def asked(text: str) -> Spans:
        skills = read_skills(lay_out(Posting(description=text)))
        return [(skill.span.start, skill.span.end) for skill in skills]

    read: dict[str, Callable[[str], Spans]] = {"mentions": mentions, "asked": asked}
    if other := spacy_reader():
        read["spaCy PhraseMatcher"] = other
    return read


def judge(
    ads: Iterable[tuple[str, list[tuple[list[str], list[str]]]]],
    read: Callable[[str], Spans],
    chars_to_tags: Callable[[list[str], Spans], list[str]],
) -> tuple[list[Row], float]:
    """Every sentence with the tags told, and the seconds that the reading took."""
    rows: list[Row] = []
    seconds = 0.0
    for number, sentences in ads:
        lines = [" ".join(tokens) for tokens, _ in sentences]
        began = time.perf_counter()
        spans = read("\n".join(lines))
        seconds += time.perf_counter() - began
        start = 0
        for line, (tokens, tags) in zip(lines, sentences, strict=True):
            end = start + len(line)
            inside = [(max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start]
            rows.append((tokens, tags, chars_to_tags(tokens, inside), number))
            start = end + 1
    return rows, seconds


def main() -> None:
    """Print a table of suites and readings."""
    paths = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    folder = Path(paths[0]) if paths else Path(__file__).resolve().parents[2] / "shared" / "bench" / "skills"
    if not folder.is_dir():
        sys.exit(f"no suites at {folder}: give the folder that holds them")
    part = "train" if "--train" in sys.argv else "dev"
    score, floor = scorer(folder), floors(folder)
    print(
        f"{'suite (' + part + ')':24}{'reading':20}{'P':>7}{'R':>7}{'F1':>7}{'partial F1':>12}{'time':>8}{'floor':>8}{'bar':>7}"
    )
    for suite in SUITES:
        ads = list(advertisements(folder, suite, part))
        base = 0.0
        for name, read in readers().items():
            read("Warm up.")
            rows, seconds = judge(ads, read, score.chars_to_tags)
            told = score.score(rows)
            base = base or seconds
            figures = "".join(f"{value:7.3f}" for value in told["strict"])
            line = f"{suite.name:24}{name:20}{figures}{told['partial'][2]:12.3f}{seconds / base:8.2f}"
            if name == "mentions":
                line += f"{floor[suite.floor]:8.3f}" + (f"{suite.bar:7.2f}" if suite.bar else "")
            print(line, flush=True)


if __name__ == "__main__":
    main()
