"""How fast a scan is, set against scikit-learn's bigram TF-IDF on the same texts in the same run.

usage: speed.py [POSTINGS.jsonl.gz ...]   (default: the sample postings, many times over)

Postings are scanned into rows in batches, as `postingscan scan` does it. Prints postings a second on one core, the ratio to TfidfVectorizer(ngram_range=(1, 2)).fit_transform, and where the
time goes. Ratios are to be trusted more than figures: machines differ and are noisy.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer

from postingscan.batch.pool import BATCH_ROWS
from postingscan.ingest.postings import read_postings
from postingscan.model.score import load_scorer
from postingscan.posting import Posting
from postingscan.read import lay_out, read_all, read_posting
from postingscan.read.language import read_language
from postingscan.rules import find_findings
from postingscan.scan import row_of, rows_of, scan_postings
from postingscan.weigh import weigh

ROUNDS = 5
SAMPLE = Path(__file__).resolve().parents[1] / "data" / "raw" / "sample"


def seconds(work: Callable[[], object]) -> float:
    """Seconds that `work` takes once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def load(paths: Sequence[Path]) -> list[Posting]:
    """The postings in `paths`; small sets are repeated, so that a round takes long enough to be timed."""
    postings = list(read_postings(paths))
    return postings * max(1, 1000 // max(len(postings), 1))


def main() -> None:
    """Time scan and peer in turn, then the stages."""
    postings = load([Path(path) for path in sys.argv[1:]] or [SAMPLE])
    texts = [posting.description for posting in postings]
    batches = [postings[start : start + BATCH_ROWS] for start in range(0, len(postings), BATCH_ROWS)]
    rows_of(postings[:1])
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(seconds(lambda: [len(rows_of(batch)) for batch in batches]))
        theirs.append(seconds(lambda: TfidfVectorizer(ngram_range=(1, 2)).fit_transform(texts)))
    n = len(postings)
    scan, peer = statistics.median(ours), statistics.median(theirs)
    ratios = sorted(a / b for a, b in zip(ours, theirs, strict=True))
    print(f"{n:,} postings, {sum(map(len, texts)) / n:,.0f} characters each on average, {ROUNDS} rounds, medians")
    print(f"scan          {n / scan:8,.0f} postings a second   {scan / n * 1e6:7,.0f} µs each")
    print(f"TF-IDF (1, 2) {n / peer:8,.0f} postings a second   {peer / n * 1e6:7,.0f} µs each")
    print(f"scan / TF-IDF {statistics.median(ratios):8.2f} (from {ratios[0]:.2f} to {ratios[-1]:.2f})")
    readings = read_all(postings)
    weights = [weigh(posting, reading) for posting, reading in zip(postings, readings, strict=True)]
    findings = [find_findings(reading, weight) for reading, weight in zip(readings, weights, strict=True)]
    scans = scan_postings(postings)
    scorer = load_scorer()
    stages: dict[str, Callable[[], object]] = {
        "language": lambda: [read_language(posting) for posting in postings],
        "lay out (part of read)": lambda: [len([lay_out(posting) for posting in batch]) for batch in batches],
        "read, many together": lambda: [len(read_all(batch)) for batch in batches],
        "read, one by one": lambda: [read_posting(posting).n_words for posting in postings],
        "weigh": lambda: [weigh(p, r) for p, r in zip(postings, readings, strict=True)],
        "judge": lambda: [find_findings(r, w) for r, w in zip(readings, weights, strict=True)],
        "score": lambda: [scorer.score(found) for found in findings],
        "row": lambda: [row_of(scan) for scan in scans],
    }
    gc.disable()  # as a batch does
    for name, work in stages.items():
        print(f"  {name:24}{statistics.median(seconds(work) for _ in range(3)) / n * 1e6:7,.0f} µs a posting")


if __name__ == "__main__":
    main()
