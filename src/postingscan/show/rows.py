"""Scanned rows out of a data frame, whatever their nested values are: lists, arrays (Parquet), JSON text (CSV)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from postingscan.errors import InputError

if TYPE_CHECKING:
    from numpy.typing import NDArray

JUDGED = "scored"


def scored(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that carry a judgement.

    Examples
    --------
    >>> len(scored(pd.DataFrame({"status": ["scored", "not_scored"], "over_expectation": [0, None]})))
    1
    """
    if "status" not in frame:
        return frame.iloc[:0]
    return frame[frame["status"].eq(JUDGED).fillna(False).astype(bool)]


def texts(frame: pd.DataFrame, column: str) -> list[str]:
    """A column of texts; empty where nothing is said or the column is missing."""
    return ["" if _missing(value) else str(value) for value in _cells(frame, column)]


def numbers(frame: pd.DataFrame, column: str) -> NDArray[np.float64]:
    """A column of numbers, shape (rows,); NaN where there is none.

    Examples
    --------
    >>> numbers(pd.DataFrame({"goals": [2, None]}), "goals")
    array([ 2., nan])
    """
    if column not in frame:
        return np.full(len(frame), np.nan)
    values = pd.to_numeric(frame[column], errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan)
    return np.where(np.isfinite(values), values, np.nan)


def pay_usd_hour(frame: pd.DataFrame) -> NDArray[np.float64]:
    """Pay in dollars an hour, shape (rows,): the middle of the range, or the bound that is known; NaN elsewhere.

    Examples
    --------
    >>> pay_usd_hour(pd.DataFrame({"pay_usd_hour_min": [4.0, None], "pay_usd_hour_max": [6.0, 5.0]}))
    array([5., 5.])
    """
    low, high = numbers(frame, "pay_usd_hour_min"), numbers(frame, "pay_usd_hour_max")
    return np.where(np.isnan(low), high, np.where(np.isnan(high), low, (low + high) / 2))


def names(frame: pd.DataFrame, column: str) -> list[list[str]]:
    """A column of lists of names, such as `roles`; empty lists where nothing is said."""
    return [[str(item) for item in _listed(value, column)] for value in _cells(frame, column)]


def entries(frame: pd.DataFrame, column: str) -> list[list[dict[str, Any]]]:
    """A column of lists of records, such as `findings`; empty lists where nothing is said.

    Examples
    --------
    >>> frame = pd.DataFrame({"pay": ['[{"min": 4}]', np.array([{"min": 5}]), [], None]})
    >>> entries(frame, "pay")
    [[{'min': 4}], [{'min': 5}], [], []]
    """
    return [[item for item in _listed(value, column) if isinstance(item, dict)] for value in _cells(frame, column)]


def records(frame: pd.DataFrame, column: str) -> list[dict[str, Any] | None]:
    """A column of single records, such as `trial`; None where nothing is said."""
    found = (_parsed(value, column) for value in _cells(frame, column))
    return [value if isinstance(value, dict) else None for value in found]


def _cells(frame: pd.DataFrame, column: str) -> list[Any]:
    return frame[column].tolist() if column in frame else [None] * len(frame)


def _missing(value: Any) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and np.isnan(value))


def _listed(value: Any, column: str) -> list[Any]:
    value = _parsed(value, column)
    return value if isinstance(value, list) else []


def _parsed(value: Any, column: str) -> Any:
    """A nested value as plain Python: JSON text parsed, arrays as lists, what is missing as None."""
    if isinstance(value, np.ndarray | tuple):
        return list(value)
    if isinstance(value, list | dict):
        return value
    if _missing(value) or value == "":
        return None
    try:
        return json.loads(value)
    except (TypeError, ValueError, RecursionError) as error:
        raise InputError(
            "cannot read a nested value",
            where=f"column '{column}'",
            expected="JSON, as a scan writes it",
            got=repr(value)[:40],
            do="read the file that the scan wrote, unchanged",
        ) from error
