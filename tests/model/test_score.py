"""The score adds up, never loses a finding's weight, and only loads what is a model."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.errors import ModelError
from postingscan.finding import DRIVERS, Confidence, Finding, Severity
from postingscan.model.features import DRIVER_OF, FEATURES
from postingscan.model.score import Scorer, load_scorer
from postingscan.posting import Span
from postingscan.rules import RULES

CODES = [rule.code for rule in RULES]


def finding(code: str, driver: str = "") -> Finding:
    return Finding(code, "x", Severity.LOW, Confidence.LOW, Span("title", 0, 0, ""), "m", "a", driver)


@given(st.lists(st.sampled_from(CODES)))
def test_contributions_add_up_to_the_log_odds(codes: list[str]) -> None:
    score = load_scorer().score([finding(code) for code in codes])
    log_odds = math.fsum(part.contribution for part in score.contributions)
    assert score.p_over_expectation == pytest.approx(1 / (1 + math.exp(-log_odds)))


@given(st.sets(st.sampled_from(CODES)), st.sampled_from(CODES))
def test_one_more_finding_never_lowers_the_score(codes: set[str], more: str) -> None:
    scorer = load_scorer()
    before = scorer.score([finding(code) for code in sorted(codes)])
    after = scorer.score([finding(code) for code in sorted({*codes, more})])
    assert after.p_over_expectation >= before.p_over_expectation
    assert after.level >= before.level


def test_a_rule_that_fires_twice_counts_once() -> None:
    scorer = Scorer("x", -1.0, {"EXP001": 2.0}, (0, 5, 9))
    assert scorer.score([finding("EXP001")] * 3).contributions == scorer.score([finding("EXP001")]).contributions


def test_contributions_stand_from_the_strongest_to_the_weakest_and_the_baseline_last() -> None:
    scorer = Scorer("x", -9.0, {"EXP001": 1.0, "EXP002": 3.0, "EXP003": 1.0, "PAY001": 0.0}, (0, 5, 9))
    score = scorer.score([finding(code) for code in ("PAY001", "EXP003", "EXP001", "EXP002", "TRL001")])
    assert [part.feature for part in score.contributions] == ["EXP002", "EXP001", "EXP003", "baseline"]


def test_a_level_begins_at_its_threshold() -> None:
    scorer = Scorer("x", -1.0, {"EXP001": 1.0, "EXP002": 5.0}, (0, 5, 9))
    levels = [
        scorer.score([finding(code) for code in codes]).level for codes in ((), ("EXP001",), ("EXP001", "EXP002"))
    ]
    assert levels == [0, 1, 2]


def test_level_zero_has_no_drivers_and_others_name_theirs_in_order() -> None:
    scorer = Scorer("x", -1.0, {"EXP001": 2.0}, (0, 5, 9))
    assert scorer.score([finding("EXP009", "pay")]).drivers == ()
    assert scorer.score([finding("EXP009", "pay"), finding("EXP001", "breadth")]).drivers == ("breadth", "pay")


def test_a_feature_counts_by_its_value_beside_the_findings() -> None:
    scorer = Scorer("x", -3.0, {"EXP001": 1.0, "further_roles": 0.5}, (0, 5, 9))
    score = scorer.score([finding("EXP001")], {"further_roles": 4.0, "unheard_of": 9.0})
    assert [(part.feature, part.value, part.contribution) for part in score.contributions] == [
        ("further_roles", 4.0, 2.0),
        ("EXP001", 1.0, 1.0),
        ("baseline", 1.0, -3.0),
    ]


def test_where_no_finding_names_a_driver_the_heaviest_feature_does() -> None:
    scorer = Scorer("x", -1.0, {"further_roles": 1.0, "pay_halvings": 2.0, "EXP009": 0.5}, (0, 50, 90))
    features = {"further_roles": 1.0, "pay_halvings": 2.0}
    assert scorer.score([], features).drivers == ("pay",)
    assert scorer.score([finding("EXP009", "breadth")], features).drivers == ("breadth",)
    assert scorer.score([], {"further_roles": 0.5}).drivers == ()


def test_every_feature_tells_of_a_driver() -> None:
    assert set(DRIVER_OF) == set(FEATURES)
    assert set(DRIVER_OF.values()) <= set(DRIVERS)


def test_weights_of_the_packaged_model_belong_to_rules_and_features_and_are_not_negative() -> None:
    scorer = load_scorer()
    assert set(scorer.weights) <= {*CODES, *FEATURES}
    assert all(weight > 0 for weight in scorer.weights.values())


GOOD = {"format": 1, "name": "mine", "intercept": -1, "weights": {"EXP001": 1}, "thresholds": [0, 1, 2]}


def test_a_model_file_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text(json.dumps(GOOD))
    assert load_scorer(path) == Scorer("mine", -1.0, {"EXP001": 1.0}, (0.0, 1.0, 2.0))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("no json", "not a model file"),
        ("[" * 100_000, "not a model file"),
        ("[]", "'format': 1"),
        (json.dumps({**GOOD, "format": 99}), "got 99"),
        (json.dumps({**GOOD, "thresholds": [2, 1, 0]}), "three rising thresholds"),
        (json.dumps({**GOOD, "weights": {"EXP001": "many"}}), "damaged"),
        (json.dumps({**GOOD, "intercept": float("nan")}), "damaged"),
        (json.dumps({k: v for k, v in GOOD.items() if k != "weights"}), "KeyError"),
    ],
)
def test_what_is_no_model_is_refused_in_one_line(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "model.json"
    path.write_text(content)
    with pytest.raises(ModelError) as caught:
        load_scorer(path)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_model_says_where(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"nowhere\.json"):
        load_scorer(tmp_path / "nowhere.json")
