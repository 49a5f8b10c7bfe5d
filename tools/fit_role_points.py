"""Fit the points of ``tables/role_points.csv`` to labelled postings: one logistic regression for all roles.

usage: fit_role_points.py LABELLED.jsonl [MORE.jsonl …] [--write TABLE.csv]

A file holds one posting a line, with the roles a reader found in it under "label". All are learnt from; only those of
the first file are judged on. Prints micro F1 from five-fold cross-validation, whole postings on one side of each split,
and with each board left out in turn, then fits all and writes the table.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

import numpy as np
from labelled import board_of, read_labelled
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from postingscan.posting import Posting
from postingscan.read import lay_out
from postingscan.read.facts import ROLES
from postingscan.read.roles import find_signs
from postingscan.read.skills import read_skills

MIN_COUNT = 8  # postings that a sign must be seen in to get points of its own
STRENGTH = 0.15  # of the data against the prior that a sign tells nothing (scikit-learn's C)
SMALLEST = 0.08  # points below this are left out
SLACK = 0.002  # of F1 given up for recall, since a role that is missed hides a bundle

Signs = tuple[dict[str, dict[str, float]], dict[str, float]]


def read(paths: list[Path]) -> tuple[list[Signs], np.ndarray, np.ndarray, np.ndarray]:
    """Signs of each posting, for each posting and role whether it is asked for (0 or 1), its board, whether judged."""
    signs, truth, boards, judged = [], [], [], []
    for row in read_labelled(paths):
        page = lay_out(Posting(title=row["title"] or "", description=row["description"] or ""))
        signs.append(find_signs(page, read_skills(page)))
        truth.append([role in row["label"]["roles"] for role in ROLES])
        boards.append(board_of(row["source"]))
        judged.append(row["judged"])
    return signs, np.array(truth, dtype=int), np.array(boards), np.array(judged)


def rows_of(signs: list[Signs], seen: Counter[str]) -> list[dict[str, float]]:
    """One row for each posting and role: the kinds of sign for this role, and every sign that may be this role's own."""
    rows = []
    for by_kind, single in signs:
        common = [(sign, value) for sign, value in single.items() if seen[sign] >= MIN_COUNT]
        for role in ROLES:
            row = {f"{role}|{sign}": value for sign, value in common}
            row[f"{role}|always"] = 1.0
            row |= {f"|{kind}": values[role] for kind, values in by_kind.items() if role in values}
            rows.append(row)
    return rows


def narrow(matrix: csr_matrix) -> csr_matrix:
    """The matrix with 32-bit indices, which scikit-learn's solver wants."""
    matrix.indices = matrix.indices.astype(np.int32)
    matrix.indptr = matrix.indptr.astype(np.int32)
    return matrix


def micro_f1(points: np.ndarray, truth: np.ndarray) -> float:
    """Micro F1 of the roles above nought."""
    said = points > 0
    return 2 * (said & (truth == 1)).sum() / (said.sum() + truth.sum())


def main() -> None:
    """Read, cross-validate, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", type=Path, nargs="+")
    parser.add_argument("--write", type=Path)
    args = parser.parse_args()
    signs, truth, boards, judged = read(args.labelled)
    seen = Counter(sign for _, single in signs for sign in single)
    vectors = DictVectorizer(dtype=np.float32)
    x = narrow(vectors.fit_transform(rows_of(signs, seen)))
    y = truth.ravel()
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=500, random_state=0)
    asked = np.repeat(judged, len(ROLES))

    def cross_validate(by: np.ndarray, n_folds: int) -> np.ndarray:
        """Points of the judged postings, from folds that they were no part of."""
        points = np.zeros(len(y))
        for train, test in GroupKFold(n_folds).split(x, y, np.repeat(by, len(ROLES))):
            model.fit(narrow(x[train]), y[train])
            model.coef_[abs(model.coef_) < SMALLEST] = 0.0
            points[test] = model.decision_function(narrow(x[test]))
        return points[asked]

    points, told = cross_validate(np.arange(len(signs)), 5), y[asked]
    shifts = np.arange(-0.5, 1.5, 0.05)
    best = max(micro_f1(points + by, told) for by in shifts)
    by = max(by for by in shifts if micro_f1(points + by, told) > best - SLACK)
    print(f"{len(signs)} postings; micro F1 in cross-validation {micro_f1(points + by, told):.3f}")
    print(f"micro F1 with the board left out {micro_f1(cross_validate(boards, len(set(boards))) + by, told):.3f}")
    model.fit(x, y)
    table = {
        name: value
        for name, value in zip(vectors.feature_names_, model.coef_[0], strict=True)
        if abs(value) >= SMALLEST or name[0] == "|"
    }
    base = float(model.intercept_[0]) + by
    for role in ROLES:
        table[f"{role}|always"] = base + table.get(f"{role}|always", 0.0)
    if args.write:
        with args.write.open("w", newline="") as target:
            writer = csv.writer(target, lineterminator="\n")
            writer.writerow(("role", "sign", "points"))
            writer.writerows((*name.split("|", 1), round(value, 2)) for name, value in sorted(table.items()))
        print(f"{len(table)} signs written to {args.write}")


if __name__ == "__main__":
    main()
