"""Weighing: facts against what workers list, earn and manage."""

from __future__ import annotations

from postingscan.posting import Posting
from postingscan.read.facts import Reading
from postingscan.weigh.capacity import weigh_capacity
from postingscan.weigh.market import population_of, weigh_market
from postingscan.weigh.offer import weigh_offer
from postingscan.weigh.rarity import required_families, weigh_rarity
from postingscan.weigh.split import split_jobs
from postingscan.weigh.weights import Weights


def weigh(posting: Posting, reading: Reading) -> Weights:
    """Set what `reading` found in `posting` against what workers list, ask and manage.

    Examples
    --------
    >>> from postingscan.read import read_posting
    >>> posting = Posting(title="Writer", description="Write 5 articles a week about gardens. 20 hours per week.")
    >>> weights = weigh(posting, read_posting(posting))
    >>> weights.market is None or weights.market.usd_hour_p25 < weights.market.usd_hour_p50
    True
    """
    families = required_families(reading)
    population = population_of(posting)
    offer = weigh_offer(posting, reading.pay, reading.availability)
    return Weights(
        offer=offer,
        rarity=weigh_rarity(families),
        market=weigh_market(families, population, offer),
        split=split_jobs(reading, population),
        capacity=weigh_capacity(reading.workload, reading.availability),
    )
