"""Nested values out of frames, in every form that a scan is stored in."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from postingscan.errors import InputError
from postingscan.show.rows import entries, names, numbers, records, scored, texts

Stored = Callable[[pd.DataFrame], pd.DataFrame]


def test_every_form_reads_alike(frame_of: Callable[[int], pd.DataFrame], stored: dict[str, Stored]) -> None:
    frame = frame_of(23)
    for other in (form(frame) for form in stored.values()):
        assert names(other, "roles") == names(frame, "roles")
        assert entries(other, "findings") == entries(frame, "findings")
        assert records(other, "trial") == records(frame, "trial")
        assert texts(other, "status_reason") == texts(frame, "status_reason")
        np.testing.assert_allclose(numbers(other, "pay_usd_hour_max"), numbers(frame, "pay_usd_hour_max"))
        assert len(scored(other)) == len(scored(frame)) == 21


def test_what_is_missing_is_empty() -> None:
    frame = pd.DataFrame({"roles": [None, np.nan, pd.NA, "", [], np.array([])]})
    assert names(frame, "roles") == [[]] * 6
    assert records(frame, "trial") == [None] * 6
    assert np.isnan(numbers(frame, "goals")).all()
    assert len(scored(frame)) == 0


def test_infinity_is_no_number() -> None:
    assert np.isnan(numbers(pd.DataFrame({"pay_usd_hour_min": [np.inf, "much"]}), "pay_usd_hour_min")).all()


def test_damaged_json_is_told() -> None:
    with pytest.raises(InputError, match=r"column 'findings'.*expected JSON.*\[\{"):
        entries(pd.DataFrame({"findings": ['[{"code": "EXP0']}), "findings")
