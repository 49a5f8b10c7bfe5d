"""The score: a transparent weighted sum of findings and features, made a probability by a logistic curve.

The weights lie in a data file (JSON), never in code; nothing in it can run.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from postingscan.errors import ModelError
from postingscan.finding import DRIVERS, Finding
from postingscan.model.features import DRIVER_OF

FORMAT = 1
BASELINE = "baseline"
_NO_FEATURES: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one feature added to the log-odds of over-expectation."""

    feature: str
    value: float
    contribution: float


@dataclass(frozen=True, slots=True)
class Score:
    """A level (0 to 3), the calibrated probability that it is 2 or more, and what moved it, strongest first."""

    level: int
    p_over_expectation: float
    drivers: tuple[str, ...]
    contributions: tuple[Contribution, ...]
    model: str


@dataclass(frozen=True)
class Scorer:
    """A weighted sum of findings and features.

    Parameters
    ----------
    name : str
        What goes into the row's `model`.
    intercept : float
        Log-odds of a posting without findings and features.
    weights : mapping of str to float
        Log-odds that a rule's finding adds, by code, and that one unit of a feature adds, by name (see
        `postingscan.model.features.FEATURES`); what has no weight doesn't move the score.
    thresholds : sequence of three floats
        Log-odds from which the level is 1, 2 and 3.

    Examples
    --------
    >>> scorer = Scorer("demo", -4.0, {"EXP001": 2.0}, (-2.5, 0.0, 3.0))
    >>> score = scorer.score([])
    >>> score.level, round(score.p_over_expectation, 3)
    (0, 0.018)
    """

    name: str
    intercept: float
    weights: Mapping[str, float]
    thresholds: Sequence[float]

    def score(self, findings: Sequence[Finding], features: Mapping[str, float] = _NO_FEATURES) -> Score:
        """Score one posting by what was found in it; a code counts once however often it fired."""
        weights = self.weights
        values = {finding.code: 1.0 for finding in findings if weights.get(finding.code)}
        values.update({name: value for name, value in features.items() if weights.get(name)})
        parts = [Contribution(name, value, value * weights[name]) for name, value in values.items()]
        parts.sort(key=_heaviest)
        parts.append(Contribution(BASELINE, 1.0, self.intercept))
        log_odds = math.fsum([part.contribution for part in parts])
        level = bisect_right(self.thresholds, log_odds)
        named = {finding.driver for finding in findings}
        if named.isdisjoint(DRIVERS):  # no finding tells what drove it: the heaviest feature does
            named = {next((DRIVER_OF[part.feature] for part in parts if part.feature in DRIVER_OF), "")}
        return Score(
            level=level,
            p_over_expectation=1 / (1 + math.exp(-log_odds)),
            drivers=tuple([driver for driver in DRIVERS if driver in named]) if level else (),
            contributions=tuple(parts),
            model=self.name,
        )


def _heaviest(part: Contribution) -> tuple[float, str]:
    return -abs(part.contribution), part.feature


def load_scorer(path: Path | str | None = None) -> Scorer:
    """The scorer in the model file `path`; the one that ships where `path` is None.

    Raises
    ------
    ModelError
        The file is missing, is no model, or was made for another version of the format.

    Examples
    --------
    >>> load_scorer().name.startswith("weighted-findings")
    True
    """
    return _packaged() if path is None else _parse(_read(Path(path)), str(path))


@cache
def _packaged() -> Scorer:
    text = resources.files("postingscan.model").joinpath("weighted_findings.json").read_text("utf-8")
    return _parse(text, "the packaged model")


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise ModelError("cannot read the model", where=str(path), got=error.strerror or "an error") from error
    except UnicodeDecodeError as error:
        raise ModelError("not a model file", where=str(path), expected="JSON in UTF-8", got="other bytes") from error


def _parse(text: str, where: str) -> Scorer:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ModelError("not a model file", where=where, expected="JSON", got=text[:30]) from error
    made_for = data.get("format") if isinstance(data, dict) else None
    if made_for != FORMAT:
        raise ModelError(
            "cannot use the model",
            where=where,
            expected=f"'format': {FORMAT}",
            got=repr(made_for),
            do="use a model file made by this release",
        )
    try:
        scorer = Scorer(
            name=str(data["name"]),
            intercept=float(data["intercept"]),
            weights={str(code): float(weight) for code, weight in data["weights"].items()},
            thresholds=tuple(float(threshold) for threshold in data["thresholds"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ModelError("the model is damaged", where=where, got=f"{type(error).__name__}: {error}") from error
    numbers = (scorer.intercept, *scorer.weights.values(), *scorer.thresholds)
    if (
        len(scorer.thresholds) != 3
        or not all(map(math.isfinite, numbers))
        or list(scorer.thresholds) != sorted(scorer.thresholds)
    ):
        raise ModelError("the model is damaged", where=where, expected="three rising thresholds and finite weights")
    return scorer
