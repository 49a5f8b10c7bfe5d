"""Hours a week that the stated volumes of work take, beside the hours offered.

Norms (hours a piece: quick, typical, slow) come from surveys, vendors and practitioners, each with its grade and
source in the table. A piece whose norm is unknown is not counted: the load is then too low rather than guessed.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from postingscan.read.facts import Availability, Workload
from postingscan.tables import load_table
from postingscan.weigh.weights import Capacity, Load

WORKING_DAYS = 5.0
WEEKS_A_MONTH = 52 / 12
TIME = frozenset({"hour", "minute", "day", "night", "shift", "week", "month"})
"""Items that say how long, not how much: '40 hours per week' is time offered and no load."""


class _Norm(NamedTuple):
    item: str
    low: float
    typical: float
    high: float
    grade: str

    def __str__(self) -> str:
        return (
            f"{self.item}: {self.low:g} to {self.high:g} hours each, {self.typical:g} typical (evidence {self.grade})"
        )


@cache
def _norms() -> dict[str, _Norm]:
    norms: dict[str, _Norm] = {}
    for row in load_table("norms"):
        norm = _Norm(
            row["item"],
            float(row["unit_hours_low"]),
            float(row["unit_hours_typical"]),
            float(row["unit_hours_high"]),
            row["grade"],
        )
        for name in (row["item"], *row["aliases"].split("|")):
            norms[name.replace("-", " ")] = norm
    del norms[""]
    return norms


def _norm_for(volume: Workload) -> _Norm | None:
    """The norm for the item, the more exact one where two words before it tell: a 'short-form video' is a 'reel'."""
    item = _words(volume.item)
    said = _words(volume.span.text)
    nearer: list[str] = []
    for place, word in enumerate(said):
        if item and word in (item[-1], item[-1] + "s"):
            nearer = said[max(place - 2, 0) : place]
            break
    return _norm(*item) if item[:-1] else _norm(*nearer, *item)


def _words(text: str) -> list[str]:
    return text.lower().replace("-", " ").split()


@lru_cache(maxsize=4096)
def _norm(*words: str) -> _Norm | None:
    """The norm for the longest end of `words` that has one: an 'animated explainer video' is a 'video'."""
    norms = _norms()
    for start in range(len(words)):
        name = " ".join(words[start:])
        if name in TIME:
            return None
        norm = norms.get(name) or norms.get(name.removesuffix("s"))
        if norm:
            return norm
    return None


def weigh_capacity(workload: tuple[Workload, ...], availability: Availability) -> Capacity | None:
    """Hours a week that `workload` takes together; None where nothing in it has a norm and a period.

    Parameters
    ----------
    workload : tuple of Workload
        Stated volumes. Those for a whole project have no week and don't count. A day's volume counts five times, or as
        often as the posting says that there are working days; an hour's as often as there are hours.
    availability : Availability
        The hours a week that the posting offers.

    Returns
    -------
    Capacity or None

    Examples
    --------
    >>> from postingscan.posting import Span
    >>> load = Workload(Span("description", 0, 17, "20 articles a day"), 20, "article", "day")
    >>> capacity = weigh_capacity((load,), Availability(hours_week_max=40))
    >>> capacity.needed_low, capacity.needed, capacity.needed_high, capacity.available
    (50.0, 200.0, 600.0, 40)
    """
    if not workload:
        return None
    available = availability.hours_week
    stated = (volume.quantity for volume in workload if (volume.item, volume.per) == ("day", "week"))
    days = next((days for days in stated if 1 <= days <= 7), WORKING_DAYS)
    per_week = {"hour": available or 0.0, "day": days, "week": 1.0, "month": 1 / WEEKS_A_MONTH, "year": 1 / 52}
    loads: dict[tuple[float, str, str], Load] = {}
    for volume in workload:
        norm = _norm_for(volume)
        times = volume.quantity * per_week.get(volume.per or "", 0.0)
        if norm is None or not times:
            continue
        loads.setdefault(
            (volume.quantity, norm.item, volume.per or ""),
            Load(
                text=volume.span.text,
                needed_low=times * norm.low,
                needed=times * norm.typical,
                needed_high=times * norm.high,
                norm=str(norm),
            ),
        )
    if not loads:
        return None
    return Capacity(
        needed_low=sum(load.needed_low for load in loads.values()),
        needed=sum(load.needed for load in loads.values()),
        needed_high=sum(load.needed_high for load in loads.values()),
        available=available,
        loads=tuple(loads.values()),
    )
