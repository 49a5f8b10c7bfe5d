"""What a reader is told about the model's parts."""

from __future__ import annotations

import pytest

from postingscan.model.features import FEATURES
from postingscan.model.score import Contribution
from postingscan.show.wording import FEATURE_WORDS, contribution_name


def test_every_feature_has_words_of_its_own() -> None:
    assert set(FEATURE_WORDS) == set(FEATURES)
    assert len(set(FEATURE_WORDS.values())) == len(FEATURES)


@pytest.mark.parametrize(
    ("feature", "value", "said"),
    [
        ("EXP009", 1.0, "EXP009 pay-far-below"),
        ("weekends", 1.0, "weekends asked for"),
        ("n_brands", 3.0, "n brands = 3"),
        ("baseline", 1.0, "baseline"),
    ],
)
def test_a_contribution_is_called_by_its_rule_its_words_or_its_name(feature: str, value: float, said: str) -> None:
    assert contribution_name(Contribution(feature, value, 0.5), {"EXP009": "pay-far-below"}) == said
