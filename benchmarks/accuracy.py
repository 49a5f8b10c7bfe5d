"""How right the scan is: every field against the development gold, with bootstrap intervals.

usage: accuracy.py [SHARED]   (the folder of the research material; default: beside the checkout)

The labels were made by large language models that followed the codebook, not by experts. Rules and readers were
written while looking at half of these postings, so the figures on them are a little too good; the fitted score's
out-of-fold figures come from tools/fit_weighted_findings.py.
"""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from postingscan.ingest.postings import read_postings
from postingscan.scan import row_of, scan_posting

DRAWS = 200
SEED = 20260711


def evaluator(shared: Path) -> ModuleType:
    """The script that judges releases, as a module."""
    spec = importlib.util.spec_from_file_location("evaluate", shared / "tools" / "evaluate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def flat(figures: dict[str, Any], head: str = "") -> dict[str, float]:
    """Nested figures as 'pay.f1': 0.9."""
    out: dict[str, float] = {}
    for name, value in figures.items():
        if isinstance(value, dict):
            out.update(flat(value, f"{head}{name}."))
        elif isinstance(value, float):
            out[f"{head}{name}"] = value
    return out


def main() -> None:
    """Scan the gold once, judge it, and judge bootstrap draws of it."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "shared"
    gold = shared / "gold" / "dev.jsonl"
    if not gold.is_file():
        sys.exit(f"no labelled postings at {gold}: give the folder of the research material")
    evaluate = evaluator(shared)
    rows, second = [], []
    for posting in read_postings([gold]):
        label = posting.extra["label"]
        if label.get("language", "en") == "en":
            rows.append((row_of(scan_posting(posting)), label))
            if posting.extra.get("second"):
                second.append((posting.extra["second"], label))
    told, other = flat(evaluate.judge(rows)), flat(evaluate.judge(second))
    rng = random.Random(SEED)
    draws = [flat(evaluate.judge(rng.choices(rows, k=len(rows)))) for _ in range(DRAWS)]
    print(f"{len(rows)} postings in English; 95 % bootstrap intervals of {DRAWS} draws")
    print(f"{'figure':34}{'scan':>7}  {'interval':>16}{'second annotator':>19}")
    for name, value in told.items():
        spread = sorted(draw.get(name, 0.0) for draw in draws)
        low, high = spread[int(0.025 * DRAWS)], spread[int(0.975 * DRAWS) - 1]
        beside = f"{other[name]:.3f}" if name in other else ""
        print(f"{name:34}{value:7.3f}  [{low:.3f}, {high:.3f}]{beside:>17}")


if __name__ == "__main__":
    main()
