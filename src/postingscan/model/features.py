"""What a posting asks and pays as numbers for the model, beside the findings.

Each number is nought where nothing speaks for over-expectation and rises with what does; the model gives none a weight
below nought. So more trades, more work, fewer hours or less pay never lower a score.
"""

from __future__ import annotations

from math import log1p, log2

from postingscan.read.facts import Reading
from postingscan.weigh.offer import HOURS_FULL_TIME
from postingscan.weigh.weights import Weights

FEATURES: dict[str, str] = {
    "further_roles": "roles asked for beside the strongest, at most 7",
    "third_role_points": "how plainly a third role is asked for, in points of log-odds, at most 4",
    "required_skills": "natural logarithm of 1 + skills required, less 1, at most 3",
    "pay_halvings": "how often $6 an hour must be halved to come to the pay, at most 3",
    "market_halvings": "how often a third of what workers with these skills ask must be halved to come to the pay, at most 3",
    "experts_at_low_pay": "natural logarithm of 1 + skills asked as an expert, times pay_halvings",
    "roles_in_few_hours": "further_roles, times how far the hours a week are below 15, in parts of 10, at most 1",
    "overload_doublings": "how often the hours offered must be doubled for the stated volume, typically done, at most 4",
    "price_halvings": "how often $200 must be halved to come to the price of the whole, at most 6",
    "skills_at_low_price": "required_skills, times price_halvings",
    "weekends": "1 where weekends are asked for",
}
"""Every feature and its unit."""

DRIVER_OF: dict[str, str] = {
    "further_roles": "breadth",
    "third_role_points": "breadth",
    "required_skills": "depth",
    "pay_halvings": "pay",
    "market_halvings": "pay",
    "experts_at_low_pay": "pay",
    "roles_in_few_hours": "volume",
    "overload_doublings": "volume",
    "price_halvings": "pay",
    "skills_at_low_price": "pay",
    "weekends": "availability",
}
"""The driver that each feature tells of, for postings whose level no finding explains."""

_LOW_PAY, _LOW_PRICE, _LOW_SHARE = 6.0, 200.0, 1 / 3
_FEW_HOURS, _HARDLY_ANY = 15.0, 5.0


def find_features(reading: Reading, weights: Weights) -> dict[str, float]:
    """The features of one posting that are not nought, by name; see `FEATURES` for their units.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import read_posting
    >>> from postingscan.weigh import weigh
    >>> posting = Posting(title="Writer", description="You write about gardens. We pay $1.50 an hour.")
    >>> reading = read_posting(posting)
    >>> find_features(reading, weigh(posting, reading))["pay_halvings"]
    2.0
    """
    roles, availability, capacity = reading.roles, reading.availability, weights.capacity
    required = reading.required
    features: dict[str, float] = {}
    if len(roles) > 1:
        features["further_roles"] = min(len(roles) - 1.0, 7.0)
        hours = availability.hours_week
        if hours and hours < _FEW_HOURS:
            shortage = min((_FEW_HOURS - hours) / (_FEW_HOURS - _HARDLY_ANY), 1.0)
            features["roles_in_few_hours"] = features["further_roles"] * shortage
    if len(roles) > 2:
        features["third_role_points"] = min(max(roles[2].strength, 0.0), 4.0)
    skills = min(max(log1p(len(required)) - 1, 0.0), 3.0)
    if skills:
        features["required_skills"] = skills
    pay = weights.offer.usd_hour_middle
    if pay and 0 < pay < _LOW_PAY:
        features["pay_halvings"] = min(log2(_LOW_PAY / pay), 3.0)
        experts = sum(skill.expert for skill in required)
        if experts:
            features["experts_at_low_pay"] = log1p(experts) * features["pay_halvings"]
    share = weights.market.pay_ratio if weights.market else None
    if share and 0 < share < _LOW_SHARE:
        features["market_halvings"] = min(log2(_LOW_SHARE / share), 3.0)
    price = weights.offer.usd_total
    if price and 0 < price < _LOW_PRICE:
        features["price_halvings"] = min(log2(_LOW_PRICE / price), 6.0)
        if skills:
            features["skills_at_low_price"] = skills * features["price_halvings"]
    overload = capacity.needed / (capacity.available or HOURS_FULL_TIME) if capacity else 0.0
    if overload > 1:
        features["overload_doublings"] = min(log2(overload), 4.0)
    if any(demand.kind == "weekends" for demand in availability.demands):
        features["weekends"] = 1.0
    return features
