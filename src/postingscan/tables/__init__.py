"""Tables that ship with the package: CSV files, each with its provenance in ``sources.toml``."""

from __future__ import annotations

import csv
import tomllib
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
    return list(csv.DictReader(files(__name__).joinpath(f"{name}.csv").read_text("utf-8").splitlines()))


def load_sources() -> dict[str, dict[str, str]]:
    """Where each packaged table comes from: publisher, retrieved, licence, method and sha256, by table.

    Examples
    --------
    >>> load_sources()["norms"]["publisher"].split(",")[0]
    'postingscan'
    """
    return tomllib.loads(files(__name__).joinpath("sources.toml").read_text("utf-8"))
