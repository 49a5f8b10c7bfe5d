"""What a posting's demands weigh against the world: numbers with their intervals and sources. No judgement here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """The pay in US dollars an hour, with every inference counted in; `assumed` lists what was inferred, in words.

    `usd_total` is the price of the whole where only that is known (a fixed price without hours).
    """

    usd_hour_min: float | None = None
    usd_hour_max: float | None = None
    usd_total: float | None = None
    assumed: tuple[str, ...] = ()

    @property
    def usd_hour(self) -> tuple[float, ...]:
        """The bounds that are known, the lower first; one figure where they are equal."""
        low, high = self.usd_hour_min, self.usd_hour_max
        if low is None or low == high:
            return () if high is None else (high,)
        return (low,) if high is None else (low, high)

    @property
    def usd_hour_middle(self) -> float | None:
        """The middle of the bounds, the one bound where there is one, None where there is none."""
        bounds = self.usd_hour
        return sum(bounds) / len(bounds) if bounds else None


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many workers list the whole bundle of skill families.

    `one_in` workers lists all `families` by the model, with a 90 % interval; `observed` of `n_workers` in
    `population` do (None: between one and four, not told, to keep people unknown).
    """

    families: tuple[str, ...]
    one_in: float
    one_in_low: float
    one_in_high: float
    observed: int | None
    n_workers: int
    population: str


@dataclass(frozen=True, slots=True)
class Market:
    """What workers who list the bundle's families ask, US dollars an hour; `pay_ratio` is the offer over the median."""

    usd_hour_p25: float
    usd_hour_p50: float
    usd_hour_p75: float
    pay_ratio: float | None
    n_workers: int
    population: str


@dataclass(frozen=True, slots=True)
class Job:
    """One of the jobs that the bundle breaks down into.

    `asked` is false where only a required skill tells of it, not a role at working level.
    """

    role: str
    skills: tuple[str, ...]
    usd_hour_p50: float | None
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Load:
    """Hours a week that one stated volume takes."""

    text: str
    needed_low: float
    needed: float
    needed_high: float
    norm: str


@dataclass(frozen=True, slots=True)
class Capacity:
    """Hours a week that all stated volumes take together, beside the hours offered (None where not said)."""

    needed_low: float
    needed: float
    needed_high: float
    available: float | None
    loads: tuple[Load, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything weighed for one posting; None where the posting gives nothing to weigh."""

    offer: Offer
    rarity: Rarity | None
    market: Market | None
    split: tuple[Job, ...]
    capacity: Capacity | None
