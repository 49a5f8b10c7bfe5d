"""What a currency was worth in US dollars, by year."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from postingscan.tables import load_table


class Rate(NamedTuple):
    """US dollars a unit, on average over `year`; `asked` is the year that was asked for, None where none was."""

    currency: str
    usd_per_unit: float
    year: int
    asked: int | None = None


@cache
def _rates() -> dict[str, dict[int, float]]:
    rates: dict[str, dict[int, float]] = {}
    for row in load_table("exchange_rates"):
        rates.setdefault(row["currency"], {})[int(row["year"])] = float(row["usd_per_unit"])
    return rates


@lru_cache(maxsize=1024)  # few currencies and years come up, and the nearest year takes a search
def usd_rate(currency: str, year: int | None = None) -> Rate | None:
    """The rate of `currency` in `year`, or in the nearest year of the table; None where it has no rate at all.

    Parameters
    ----------
    currency : str
        ISO 4217 code.
    year : int, optional
        The latest of the table where None.

    Returns
    -------
    Rate or None

    Examples
    --------
    >>> usd_rate("USD", 2025)
    Rate(currency='USD', usd_per_unit=1.0, year=2025, asked=2025)
    >>> usd_rate("INR", 2031).year, usd_rate("ETB", 2025) is None
    (2026, True)
    """
    years = _rates().get(currency)
    if not years:
        return None
    nearest = max(years) if year is None else min(years, key=lambda known: (abs(known - year), -known))
    return Rate(currency, years[nearest], nearest, year)
