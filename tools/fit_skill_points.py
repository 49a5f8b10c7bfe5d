"""Fit the points of ``tables/skill_points.csv`` to labelled postings: logistic regression, small and plain.

usage: fit_skill_points.py LABELLED.jsonl [--write TABLE.csv]

LABELLED holds one posting a line, with what a reader found in it under "label" (required_skills, optional_skills).
Prints F1 from five-fold cross-validation, whole postings on one side of each split, then fits all and writes the table.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from postingscan.posting import Posting
from postingscan.read import lay_out
from postingscan.read.asking import Weigher
from postingscan.read.mentions import find_mentions

MIN_COUNT = 5  # mentions that a sign must be seen on to get points of its own
STRENGTH = 0.4  # of the data against the prior that a sign tells nothing (scikit-learn's C)


TELLER = Weigher(lambda sort: lambda rest, _: Counter((sort + rest,)), Counter[str]())  # each sign is worth itself


def surface(text: str) -> str:
    """The text as skills are compared: lower case, without punctuation."""
    return re.sub(r"\s+", " ", re.sub(r"[^\w+#.& ]+", " ", text.lower()).strip(" ."))


def read(path: Path) -> tuple[list[Counter[str]], np.ndarray, list[tuple[str, str]], dict[str, int]]:
    """Signs, truth and (posting, surface) of each mention, and the number of labelled skills of each posting."""
    signs, truth, where, wanted = [], [], [], {}
    for line in path.open():
        row = json.loads(line)
        label = row["label"]
        if label.get("language", "en") != "en":
            continue
        gold = {surface(s) for s in label["required_skills"] + label["optional_skills"]} - {""}
        wanted[row["id"]] = len(gold)
        page = lay_out(Posting(title=row["title"] or "", description=row["description"] or ""))
        for document in (page.title, page.description):
            for (start, end, _), _, found in TELLER.weigh(document, find_mentions(document)):
                said = surface(document.text[start:end])
                signs.append(found)
                truth.append(said in gold)
                where.append((row["id"], said))
    return signs, np.array(truth), where, wanted


def f1(points: np.ndarray, truth: np.ndarray, where: list[tuple[str, str]], n_gold: int) -> float:
    """F1 of the skills said (best mention above nought), each once a posting."""
    said = {w: t for p, t, w in zip(points, truth, where, strict=True) if p > 0}
    hit = sum(said.values())
    return 2 * hit / (len(said) + n_gold)


def shift(points: np.ndarray, truth: np.ndarray, where: list[tuple[str, str]], n_gold: int) -> float:
    """What to add to all points so that F1 is best."""
    return max(np.arange(-0.2, 1.0, 0.05), key=lambda by: f1(points + by, truth, where, n_gold))


def main() -> None:
    """Read, cross-validate, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", type=Path)
    parser.add_argument("--write", type=Path)
    args = parser.parse_args()
    signs, truth, where, wanted = read(args.labelled)
    seen = Counter(sign for found in signs for sign in found)
    vectors = DictVectorizer()
    x = vectors.fit_transform(
        [{s: n for s, n in found.items() if seen[s] >= MIN_COUNT and s != "always"} for found in signs]
    )
    n_gold = sum(wanted.values())
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    points = np.zeros(len(truth))
    groups = [w[0] for w in where]
    for train, test in GroupKFold(5).split(x, truth, groups):
        points[test] = model.fit(x[train], truth[train]).decision_function(x[test])
    by = shift(points, truth, where, n_gold)
    print(
        f"{len(truth)} mentions, {x.shape[1]} signs; F1 in cross-validation {f1(points + by, truth, where, n_gold):.3f}"
    )
    model.fit(x, truth)
    table = {"always": float(model.intercept_[0]) + by}
    table |= dict(zip(vectors.feature_names_, model.coef_[0], strict=True))
    rows = [(sign, round(value, 2)) for sign, value in sorted(table.items()) if abs(value) >= 0.05 or sign == "always"]
    if args.write:
        with args.write.open("w", newline="") as target:
            writer = csv.writer(target, lineterminator="\n")
            writer.writerow(("sign", "points"))
            writer.writerows(rows)
        print(f"{len(rows)} signs written to {args.write}")


if __name__ == "__main__":
    main()
