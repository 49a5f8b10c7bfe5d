"""How many workers list the whole bundle of skill families that a posting requires.

Base: 4,272 profiles of US freelancers on Upwork in 2018, all trades, no random sample of workers. A mixture of
16 latent classes, within which families are independent, was fitted on 80 bootstrap samples of them; the share
of workers who list a bundle is the mean of the 80 answers, its interval their 5th to 95th percentile. Half
fitted and half predicted, the mean Poisson log-likelihood of a bundle of 2, 3, 4 and 5 families is -2.42,
-0.77, -0.156 and -0.0217, against -8.37, -1.76, -0.264 and -0.0306 for independence.

A list holds at most ten skills, and about half of the people stand at that cap, so bundles look rarer than they
are: cutting longer lists (820 people on Upwork, 2024) to ten keeps three quarters of the pairs of families and
three fifths of the fives. Who does not list a skill may still have it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from postingscan.read.facts import Reading
from postingscan.tables import load_table
from postingscan.weigh.weights import Rarity

POPULATION = "Upwork, United States, 2018"
LARGEST_BUNDLE = 5
"""Families that a list of ten skills has room for, at about two each; the model was judged up to this size."""


class _Classes(NamedTuple):
    families: tuple[str, ...]
    column: dict[str, int]
    weights: NDArray[np.float64]  # (draws x classes,), summing to 1 in each draw
    rates: NDArray[np.float64]  # (families, draws x classes)
    n_draws: int


@cache
def _classes() -> _Classes:
    rows = load_table("rarity_classes")
    families = tuple(rows[0])[3:]
    weights = np.array([float(row["weight"]) for row in rows])
    rates = np.array([[float(row[family]) for row in rows] for family in families])
    n_draws = int(rows[-1]["draw"]) + 1
    weights /= np.repeat(weights.reshape(n_draws, -1).sum(axis=1), len(rows) // n_draws)
    return _Classes(families, {family: index for index, family in enumerate(families)}, weights, rates, n_draws)


@cache
def _observed() -> tuple[dict[frozenset[str], int], frozenset[frozenset[str]], int]:
    """Counts of five and more by bundle, the smallest bundles that nobody lists, and how many people there are."""
    counts = {frozenset(row["families"].split("|")): int(row["n_workers"]) for row in load_table("rarity_observed")}
    n_workers = counts.pop(frozenset({""}))  # the empty bundle
    nobody = frozenset(bundle for bundle, count in counts.items() if not count)
    return {bundle: count for bundle, count in counts.items() if count}, nobody, n_workers


def required_families(reading: Reading) -> tuple[str, ...]:
    """The distinct skill families of the skills that `reading` requires, in the order of the workers' statistics."""
    known = _classes().column
    named = {skill.family for skill in reading.skills if skill.demand == "required" and skill.family in known}
    return tuple(sorted(named, key=known.__getitem__))


def weigh_rarity(families: Iterable[str]) -> Rarity | None:
    """How rarely workers list all of `families`.

    Parameters
    ----------
    families : iterable of str
        Skill families; unknown ones don't count.

    Returns
    -------
    Rarity or None
        None for fewer than two families. Of more than five, those five are weighed that are found by adding one family
        at a time, each the one that leaves the fewest workers: the whole bundle is at least as rare. `observed` is None
        where one to four people list the bundle.

    Examples
    --------
    >>> rarity = weigh_rarity(["article_blog_writing", "keyword_research", "link_building", "php", "wordpress"])
    >>> rarity.observed, rarity.n_workers, rarity.one_in > 50_000
    (0, 4272, True)
    >>> weigh_rarity(["php", "wordpress"]).observed
    164
    """
    known = _classes().column
    bundle = tuple(sorted({known[family] for family in families if family in known}))
    return _weigh(bundle) if len(bundle) > 1 else None


@lru_cache(maxsize=65_536)
def _weigh(bundle: tuple[int, ...]) -> Rarity:
    classes = _classes()
    if len(bundle) > LARGEST_BUNDLE:
        bundle = _rarest(bundle)
    shares = classes.weights * classes.rates[bundle[0]]
    for column in bundle[1:]:
        shares *= classes.rates[column]
    draws = np.add.reduce(shares.reshape(classes.n_draws, -1), axis=1)
    draws.sort()
    share = float(np.add.reduce(draws)) / classes.n_draws
    tail = classes.n_draws // 20
    families = tuple(classes.families[column] for column in bundle)
    return Rarity(
        families=families,
        one_in=1 / share,
        one_in_low=1 / max(float(draws[-1 - tail]), share),
        one_in_high=1 / min(float(draws[tail]), share),
        observed=_count(families),
        n_workers=_observed()[2],
        population=POPULATION,
    )


def _rarest(bundle: tuple[int, ...]) -> tuple[int, ...]:
    """The rarest bundle of `LARGEST_BUNDLE` found greedily."""
    classes = _classes()
    rates = classes.rates[list(bundle)]
    shares = classes.weights
    chosen: list[int] = []
    for _ in range(LARGEST_BUNDLE):
        left = rates @ shares
        left[chosen] = np.inf
        chosen.append(int(left.argmin()))
        shares = shares * rates[chosen[-1]]
    return tuple(bundle[index] for index in sorted(chosen))


def _count(families: tuple[str, ...]) -> int | None:
    counts, nobody, _ = _observed()
    whole = frozenset(families)
    if whole in counts:
        return counts[whole]
    parts = (frozenset(part) for size in range(2, len(families) + 1) for part in combinations(families, size))
    return 0 if any(part in nobody for part in parts) else None
