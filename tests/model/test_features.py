"""Features rise with what speaks for over-expectation, and are absent where nothing does."""

from __future__ import annotations

import pytest

from postingscan.model.features import FEATURES, find_features
from postingscan.posting import Posting
from postingscan.read import read_posting
from postingscan.scan import scan_posting
from postingscan.weigh import weigh

WRITER = "You write two articles a week about gardens for our blog."


def features(title: str = "Garden writer", description: str = WRITER, **fields: str) -> dict[str, float]:
    posting = Posting(title=title, description=description, **fields)  # type: ignore[arg-type]
    reading = read_posting(posting)
    return find_features(reading, weigh(posting, reading))


def test_a_plain_posting_has_hardly_any() -> None:
    assert set(features()) <= {"required_skills"}


@pytest.mark.parametrize(
    ("pay", "halvings"), [("$6 an hour", None), ("$3 an hour", 1.0), ("$1.50 an hour", 2.0), ("$0.10 an hour", 3.0)]
)
def test_halvings_of_pay(pay: str, halvings: float | None) -> None:
    assert features(description=f"{WRITER} We pay {pay}.").get("pay_halvings") == halvings


def test_a_price_of_the_whole() -> None:
    text = "Build a Shopify store with twenty products, write its texts and set up its e-mails. Fixed price: $50."
    assert features("Shopify store", text)["price_halvings"] == pytest.approx(2.0)
    assert "price_halvings" not in features("Shopify store", text.replace("$50", "$500"))


def test_many_roles_in_few_hours() -> None:
    text = (
        "You edit our videos, write SEO blog articles, run our Facebook ads, design logos in Photoshop and do the "
        "bookkeeping in QuickBooks."
    )
    title = "Video editor, SEO writer, ads manager, graphic designer and bookkeeper"
    ample = features(title, text, hours_per_week="40")
    scarce = features(title, text, hours_per_week="8")
    assert ample["further_roles"] == scarce["further_roles"] >= 2
    assert "roles_in_few_hours" not in ample
    assert scarce["roles_in_few_hours"] == pytest.approx(0.7 * scarce["further_roles"])


def test_a_volume_beyond_the_hours() -> None:
    heavy = features(description="You write 20 articles a day, 1,000 words each. 40 hours a week.")
    assert 0 < heavy["overload_doublings"] <= 4
    assert "overload_doublings" not in features(description="You write 2 articles a week. 40 hours a week.")


@pytest.mark.parametrize(
    ("better", "worse"), [("$12 an hour", "$1.20 an hour"), ("40 hours a week", "on weekends too, 40 hours")]
)
def test_worse_terms_never_lower_the_score(better: str, worse: str) -> None:
    text = "Edit videos, write SEO articles and run Google ads. You must be an expert in Premiere Pro. {}."
    scores = [
        scan_posting(Posting(title="Marketer", description=text.format(terms))).score for terms in (better, worse)
    ]
    assert scores[0] is not None
    assert scores[1] is not None
    assert scores[0].p_over_expectation <= scores[1].p_over_expectation


def test_every_feature_that_is_found_is_named() -> None:
    text = "Edit 40 videos a day, write SEO articles and run Google ads, weekends too, for $1 an hour, 8 hours a week."
    found = features("Video editor, SEO writer and ads manager", text)
    assert found
    assert set(found) <= set(FEATURES)
    assert all(0 < value <= 30 for value in found.values())
