"""Payment: whether, when and how the worker is paid."""

from __future__ import annotations

from collections.abc import Iterator

from postingscan.finding import Confidence
from postingscan.read.facts import Reading
from postingscan.rules.conditions import pay_span
from postingscan.rules.rule import Hit, dollars
from postingscan.weigh.weights import Weights

FLOOR_USD_HOUR = 3.0  # the lowest hourly rate that Upwork lets a client offer


def no_pay_named(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """No pay is named, neither in the text nor beside it.

    Why it matters
    --------------
    Without a figure both sides waste an interview on finding out that they never could agree.

    Flagged
    -------
    > Web researcher
    > You find contact data of dentists in Ohio and enter it into our sheet. Competitive salary.

    Not flagged
    -----------
    > Web researcher
    > You find contact data of dentists in Ohio and enter it into our sheet for $5 per hour.

    Limits
    ------
    Pay that the site shows only after logging in is not seen.
    """
    offer = weights.offer
    if not reading.pay and not offer.usd_hour and offer.usd_total is None:
        yield Hit(reading.title, "no pay is named")


def pay_at_risk(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """Pay depends on something that the worker does not control.

    Why it matters
    --------------
    Commission only, a share of a revenue that may never come, or pay once the client pays puts the employer's risk on
    the worker.

    Flagged
    -------
    > Sales agent
    > This job is commission only: you earn 10% of each sale, no base salary.

    Not flagged
    -----------
    > Sales agent
    > You earn a base salary of $600 per month, paid on the 1st, and 5% of each sale on top.

    Limits
    ------
    A share on top of a guaranteed base is fine.
    """
    terms = reading.payment_terms
    if terms.label == "risky":
        why = f": {terms.reason}" if terms.reason else ""
        yield Hit(terms.span or reading.title, f"the pay is not safe{why}")


def no_schedule(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """A figure is named, but not when or how it is paid.

    Why it matters
    --------------
    'When do I get paid?' is the first thing that workers ask each other about a client.

    Flagged
    -------
    > Bookkeeper
    > You keep our books in Xero for 40 hours per week. The pay is $900 per month.

    Not flagged
    -----------
    > Bookkeeper
    > You keep our books in Xero for 40 hours per week. The pay is $900 per month, paid by Wise on the 15th and 30th.

    Limits
    ------
    Marketplaces that pay by their own rules leave the posting little to say; the finding is a remark there.
    """
    if reading.payment_terms.label != "none":
        return
    for pay in reading.pay:
        if pay.kind == "regular":
            if pay.unit in {"week", "month", "year"}:
                yield Hit(pay.span, "nothing says when and how this is paid", Confidence.MEDIUM)
            return


def unit_missing(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """An amount does not say for how much work it is: an hour, a month, the whole.

    Why it matters
    --------------
    '450' may be a fair month or a bad joke.

    Flagged
    -------
    > Virtual assistant
    > You manage the calendar and the inbox of our director. Salary: $450

    Not flagged
    -----------
    > Virtual assistant
    > You manage the calendar and the inbox of our director. Salary: $450 per month

    Limits
    ------
    What a careful reader would guess is shown as inferred; the posting should still say it.
    """
    for pay in reading.pay:
        if pay.unit is None and pay.kind == "regular":
            guess = f"; most likely it is per {pay.unit_inferred}" if pay.unit_inferred else ""
            yield Hit(pay.span, f"'{pay.span.text.strip()}' does not say for how much work{guess}", Confidence.MEDIUM)
            return


def currency_missing(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """An amount stands without its currency.

    Why it matters
    --------------
    Dollars or pesos differ by a factor of fifty.

    Flagged
    -------
    > Virtual assistant
    > You manage the calendar and the inbox of our director. Salary: 25,000 per month

    Not flagged
    -----------
    > Virtual assistant
    > You manage the calendar and the inbox of our director. Salary: PHP 25,000 per month

    Limits
    ------
    A bare dollar sign counts as US dollars.
    """
    for pay in reading.pay:
        if pay.currency is None and pay.kind == "regular" and pay.unit != "commission":
            guess = f"; most likely {pay.currency_inferred}" if pay.currency_inferred else ""
            yield Hit(pay.span, f"'{pay.span.text.strip()}' does not say in which currency{guess}", Confidence.MEDIUM)
            return


def below_floor(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """The pay is below the lowest hourly rate that a big marketplace allows.

    Why it matters
    --------------
    Upwork lets no client offer less than $3 an hour; below that hardly any place in the world is left where it is a wage.

    Flagged
    -------
    > Article writer
    > You write articles on gardens. The pay is $1.50 per hour.

    Not flagged
    -----------
    > Article writer
    > You write articles on gardens. The pay is $6 per hour.

    Limits
    ------
    The floor is a marketplace's rule, not a law.
    """
    rates = weights.offer.usd_hour
    if rates and rates[-1] < FLOOR_USD_HOUR:
        yield Hit(
            pay_span(reading),
            f"{dollars(rates[-1])} an hour is below the {dollars(FLOOR_USD_HOUR)} that Upwork sets as the lowest rate",
            Confidence.MEDIUM if weights.offer.assumed else Confidence.HIGH,
        )
