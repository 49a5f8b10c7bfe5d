"""Everything weighed together."""

from __future__ import annotations

from collections.abc import Callable

from postingscan.posting import Posting
from postingscan.read.facts import Reading, Workload
from postingscan.weigh import weigh


def test_touchstone_is_weighed_on_every_scale(
    touchstone: Reading, reading_of: Callable[..., Reading], volume: Callable[..., Workload]
) -> None:
    reading = reading_of(
        *touchstone.skills,
        roles="writing_editing seo web_development",
        workload=(volume(9, "article", "day"),),
        hours=40,
    )
    weights = weigh(Posting(title="Content person", country="United States"), reading)
    assert weights.rarity is not None
    assert weights.rarity.observed == 0
    assert weights.market is not None
    assert weights.market.population == "Upwork, United States, 2018"
    assert [job.role for job in weights.split] == ["writer", "SEO specialist", "web developer"]
    assert weights.capacity is not None
    assert weights.capacity.needed > weights.capacity.available > 0  # type: ignore[operator]


def test_an_empty_reading_weighs_nothing(reading_of: Callable[..., Reading]) -> None:
    weights = weigh(Posting(), reading_of())
    assert weights.rarity is None
    assert weights.market is None
    assert weights.split == ()
    assert weights.capacity is None
