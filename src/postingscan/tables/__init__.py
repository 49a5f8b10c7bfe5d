"""Tables that ship with the package: CSV files, each with its provenance in ``sources.toml``."""

from __future__ import annotations

import csv
from importlib.resources import files


def load_table(name: str) -> list[dict[str, str]]:
    """The rows of the packaged table `name`, as dictionaries by column; every value is text.

    Parameters
    ----------
    name : str
        File name without ``.csv``.

    Returns
    -------
    list of dict

    Examples
    --------
    >>> sorted(load_table("exchange_rates")[0])
    ['currency', 'source', 'usd_per_unit', 'year']
    """
    with files(__name__).joinpath(f"{name}.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))
