"""Fit the packaged model: a log-odds weight for each rule and feature, never negative, on labelled postings.

usage: fit_weighted_findings.py GOLD.jsonl [MORE.jsonl …] [-o MODEL.json]

Proportional odds over the levels 0 to 3 (McCullagh 1980): one weighted sum of findings and features, and three thresholds, of
which the second makes the sum the log-odds of level 2 or more. Prints out-of-fold figures, grouped by
near-duplicates, and leave-one-source-out; the model itself is fitted on all labels. The weights are learnt from all
files; only postings of the first are judged on, and only they set the thresholds, since the others were drawn otherwise.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from labelled import board_of
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.metrics import average_precision_score, cohen_kappa_score, roc_auc_score
from sklearn.model_selection import GroupKFold, LeaveOneGroupOut

import postingscan
from postingscan.ingest.postings import read_postings
from postingscan.model.features import FEATURES, find_features
from postingscan.model.score import FORMAT
from postingscan.rules import RULES
from postingscan.scan import scan_postings

Array = NDArray[np.float64]
RIDGE = 1.0
# What the codebook says that a finding means by itself, for findings too rare in the labels to be learnt from them.
# Weights are shrunk to these, not to nought: 'a volume of work that does not fit the hours' alone is level 2.
CODEBOOK = {"EXP003": 3.0, "EXP004": 2.0, "EXP005": 3.5, "EXP011": 1.5, "EXP012": 0.5, "EXP013": 1.0}
SEED = 20260711


def fit(x: Array, y: Array, prior: Array, ridge: float = RIDGE) -> tuple[Array, Array]:
    """Weights (one a column, >= 0, shrunk to `prior`) and three rising thresholds that make the labels likeliest."""
    n_columns = x.shape[1]

    def unpack(values: Array) -> tuple[Array, Array]:
        return values[:n_columns], np.cumsum(
            np.concatenate([values[n_columns : n_columns + 1], values[n_columns + 1 :]])
        )

    def loss(values: Array) -> float:
        weights, cuts = unpack(values)
        latent = x @ weights
        upper = 1 / (1 + np.exp(latent[:, None] - cuts[None, :]))  # P(level <= k)
        bounds = np.hstack([np.zeros((len(x), 1)), upper, np.ones((len(x), 1))])
        rows = np.arange(len(x))
        p = bounds[rows, y.astype(int) + 1] - bounds[rows, y.astype(int)]
        return float(-np.log(np.clip(p, 1e-12, None)).sum() + ridge / 2 * ((weights - prior) ** 2).sum())

    start = np.concatenate([np.maximum(prior, 0.3), [0.5, 2.0, 2.0]])
    limits = [(0, None)] * n_columns + [(None, None), (0.05, None), (0.05, None)]
    found = minimize(loss, start, method="L-BFGS-B", bounds=limits, options={"maxiter": 500})
    return unpack(found.x)


def calibration_error(p: Array, y: Array, bins: int = 10) -> float:
    """Expected calibration error over equal bins of `p`."""
    which = np.minimum((p * bins).astype(int), bins - 1)
    return float(sum(abs(p[which == k].sum() - y[which == k].sum()) for k in range(bins)) / len(p))


def figures(levels: Array, p: Array, y: Array) -> dict[str, float]:
    """Agreement, ranking and calibration."""
    positive = y >= 2
    return {
        "level_kappa": float(cohen_kappa_score(levels, y, weights="quadratic", labels=[0, 1, 2, 3])),
        "auroc": float(roc_auc_score(positive, p)),
        "average_precision": float(average_precision_score(positive, p)),
        "ece": calibration_error(p, positive.astype(float)),
    }


def fit_judged(x: Array, y: Array, prior: Array, judged: NDArray[np.bool_]) -> tuple[Array, Array]:
    """Weights learnt from all rows, and thresholds from the judged ones."""
    weights, _ = fit(x, y, prior)
    _, cuts = fit((x[judged] @ weights)[:, None], y[judged], np.ones(1), ridge=1e6)
    return weights, cuts


def out_of_fold(
    x: Array,
    y: Array,
    prior: Array,
    judged: NDArray[np.bool_],
    groups: NDArray[np.str_],
    splitter: GroupKFold | LeaveOneGroupOut,
) -> tuple[Array, Array]:
    """Level and probability of every judged row, each from a fit that saw nothing of its group."""
    levels, p = np.zeros(len(y)), np.zeros(len(y))
    for train, test in splitter.split(x, y, groups):
        mine, test = train[judged[train]], test[judged[test]]
        if len(test):
            weights, cuts = fit_judged(x[train], y[train], prior, judged[train])
            latent = x[test] @ weights
            chosen = level_cuts(x[mine] @ weights, y[mine], cuts)
            levels[test] = (latent[:, None] >= chosen[None, :]).sum(axis=1)
            p[test] = 1 / (1 + np.exp(cuts[1] - latent))
    return levels[judged], p[judged]


def level_cuts(latent: Array, y: Array, cuts: Array) -> Array:
    """Cuts of the weighted sum that agree best with the labels (quadratic kappa), each near the fitted one."""
    best = cuts.copy()

    def agreement(trial: Array) -> float:
        said = (latent[:, None] >= trial[None, :]).sum(axis=1)
        return float(cohen_kappa_score(said, y, weights="quadratic", labels=[0, 1, 2, 3]))

    top = agreement(best)
    for _ in range(3):
        for k in (0, 1, 2):
            for step in np.linspace(-4.0 if k == 2 else -2.0, 0.5, 46):
                trial = best.copy()
                trial[k] = cuts[k] + step
                if np.all(np.diff(trial) > 0) and agreement(trial) > top + 1e-9:
                    best, top = trial, agreement(trial)
    return best


def interval(
    y: Array, levels: Array, p: Array, of: Callable[[Array, Array, Array], dict[str, float]]
) -> dict[str, list[float]]:
    """95 % bootstrap intervals of every figure."""
    rng = np.random.default_rng(SEED)
    draws = []
    for _ in range(300):
        rows = rng.integers(0, len(y), len(y))
        if (y[rows] >= 2).any():
            draws.append(of(levels[rows], p[rows], y[rows]))
    return {name: [float(np.percentile([d[name] for d in draws], q)) for q in (2.5, 97.5)] for name in draws[0]}


def main() -> None:
    """Scan, fit, tell and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path)
    args = parser.parse_args()

    names = [rule.code for rule in RULES if rule.family == "EXP" or rule.code in {"PAY002", "PAY006"}]
    names += FEATURES
    rows, y, sources, texts, from_first = [], [], [], [], []
    for path in args.labelled:
        for scan in scan_postings(list(read_postings([path]))):
            label = scan.posting.extra["label"]
            if label.get("language", "en") != "en":
                continue
            fired = {finding.code for finding in scan.findings}
            measured = find_features(scan.reading, scan.weights) if scan.reading and scan.weights else {}
            rows.append([float(name in fired) or measured.get(name, 0.0) for name in names])
            y.append(label["over_expectation"])
            sources.append(board_of(scan.posting.source))
            texts.append(" ".join(scan.posting.description.lower().split())[:80])
            from_first.append(path == args.labelled[0])
    x, target, judged = np.array(rows), np.array(y, dtype=float), np.array(from_first)
    prior = np.array([CODEBOOK.get(name, 0.0) for name in names])
    groups = np.array([hashlib.sha256(text.encode()).hexdigest() for text in texts])

    for name, splitter, by in (
        ("10 folds", GroupKFold(10, shuffle=True, random_state=SEED), groups),
        ("leave one source out", LeaveOneGroupOut(), np.array(sources)),
    ):
        levels, p = out_of_fold(x, target, prior, judged, by, splitter)
        told, spread = figures(levels, p, target[judged]), interval(target[judged], levels, p, figures)
        print(name)
        for figure, value in told.items():
            print(f"  {figure:20}{value:.3f}  [{spread[figure][0]:.3f}, {spread[figure][1]:.3f}]")

    weights, cuts = fit_judged(x, target, prior, judged)
    chosen = level_cuts(x[judged] @ weights, target[judged], cuts)
    print("weights")
    for name, weight in sorted(zip(names, weights, strict=True), key=lambda pair: -pair[1]):
        print(f"  {name:20}{weight:.3f}  in {int((x[:, names.index(name)] > 0).sum())}")
    if args.output:
        model = {
            "format": FORMAT,
            "name": "weighted-findings-2",
            "made_by": f"postingscan {postingscan.__version__}, tools/fit_weighted_findings.py",
            "labels": [
                {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "postings": int(n_postings)}
                for path, n_postings in zip(args.labelled, (judged.sum(), (~judged).sum()), strict=False)
            ],
            "seed": SEED,
            "intercept": round(float(-cuts[1]), 3),
            "weights": {name: round(float(w), 3) for name, w in zip(names, weights, strict=True) if w >= 0.0005},
            "thresholds": [round(float(cut - cuts[1]), 3) for cut in chosen],
        }
        args.output.write_text(json.dumps(model, indent=1) + "\n")


if __name__ == "__main__":
    main()
