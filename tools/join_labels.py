"""Join labels that stand alone with the postings that they are of, for the tools that fit.

usage: join_labels.py LABELS.jsonl POSTINGS_FOLDER -o LABELLED.jsonl

LABELS holds labels by posting id (``data/raw/more_labels.jsonl``, which ships without any posting's text);
POSTINGS_FOLDER holds gzipped JSON Lines of postings. What comes out has a posting a line with its label under "label",
as the fitting tools read it. Says how many labels found their posting.
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path


def main() -> None:
    """Read the labels, look the postings up, write both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path)
    parser.add_argument("postings", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args()
    labels = {label.pop("id"): label for label in map(json.loads, args.labels.open())}
    n_labels, n_found = len(labels), 0
    with args.output.open("w") as output:
        for path in sorted(args.postings.glob("*.jsonl.gz")):
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                for posting in map(json.loads, lines):
                    label = labels.pop(posting["id"], None)
                    if label:
                        label["payment_terms"] = {"label": label["payment_terms"]}
                        output.write(json.dumps(posting | {"label": label | {"language": "en"}}) + "\n")
                        n_found += 1
    print(f"{n_found} of {n_labels} labels found their posting")


if __name__ == "__main__":
    main()
