"""What a posting does right. Good practice is told as plainly as bad."""

from __future__ import annotations

from collections.abc import Iterator

from postingscan.finding import Praise
from postingscan.read.facts import Reading
from postingscan.rules.rule import dollars, number
from postingscan.weigh.weights import Weights

SHORT_TRIAL_DAYS = 14


def find_good(reading: Reading, weights: Weights) -> Iterator[Praise]:
    """Everything worth praising in one posting, in the order of the five mistakes."""
    capacity, market = weights.capacity, weights.market
    if capacity and capacity.available and capacity.needed <= capacity.available:
        yield Praise(
            "realistic-volume",
            reading.workload[0].span,
            f"the stated volume fits: about {number(capacity.needed)} of {number(capacity.available)} hours a week",
        )
    trial = reading.trial
    if trial and trial.paid == "paid":
        what = {"period": "trial period", "task": "test task", "training": "training"}[trial.kind]
        short = bool(trial.days) and (trial.days or 0) <= SHORT_TRIAL_DAYS
        message = f"the {what} is paid" + (f" and short ({number(trial.days or 0)} days)" if short else "")
        yield Praise("paid-trial", trial.span, message)
    if reading.goals.grade == 2 and reading.goals.span:
        yield Praise("stated-objective", reading.goals.span, "a result is named that can be checked")
    if reading.communication.grade == 2 and reading.communication.span:
        yield Praise("working-relationship", reading.communication.span, "the worker knows whom to talk to")
    terms = reading.payment_terms
    if terms.label == "clear" and terms.span:
        yield Praise("clear-payment", terms.span, "it says when or how the worker is paid")
    if market and market.pay_ratio is not None and market.pay_ratio >= 1 and reading.pay:
        yield Praise(
            "fair-rate",
            reading.pay[0].span,
            f"the pay meets the median of what workers with these skills ask ({dollars(market.usd_hour_p50)} an hour)",
        )
