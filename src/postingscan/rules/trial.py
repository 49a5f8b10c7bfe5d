"""Tasks before a job: work asked for before there is a job."""

from __future__ import annotations

from collections.abc import Iterator

from postingscan.finding import Confidence
from postingscan.read.facts import Paid, Reading, TrialKind
from postingscan.rules.rule import Hit, number
from postingscan.weigh.weights import Weights

LONG_TRIAL_DAYS = 31  # a month is a common probation; a paid week is the right way


def unpaid_trial(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """A trial period is not paid.

    Why it matters
    --------------
    Days of work without pay are not a trial but a gift, and the big marketplaces forbid asking for it.

    Flagged
    -------
    > Data entry clerk
    > The first week is an unpaid trial; after that you get $3 per hour.

    Not flagged
    -----------
    > Data entry clerk
    > We start with a paid trial week at the full rate of $3 per hour.

    Limits
    ------
    Pay that 'may or may not' come counts as unpaid, since nothing is promised.
    """
    return _trial(reading, "period", "unpaid", "the trial period is unpaid")


def unpaid_test_task(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """A test task made for the posting is not paid.

    Why it matters
    --------------
    A sample made to order is work. Past work shows the same and costs nobody an evening.

    Flagged
    -------
    > Video editor
    > To apply, complete an unpaid test task: edit a one-minute clip from our footage.

    Not flagged
    -----------
    > Video editor
    > To apply, send us two videos that you edited before.

    Limits
    ------
    Where pay is not mentioned at all, trial-pay-unsaid speaks instead.
    """
    return _trial(reading, "task", "unpaid", "the test task is unpaid")


def unpaid_training(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """A training before the job is not paid.

    Why it matters
    --------------
    Training is time that the employer needs; unpaid, it costs the worker other work.

    Flagged
    -------
    > Call center agent
    > You will go through an unpaid training of two weeks before the job starts.

    Not flagged
    -----------
    > Call center agent
    > The training of two weeks is paid at the full rate before the job starts.

    Limits
    ------
    Free courses that the worker may take for their own good are not meant.
    """
    return _trial(reading, "training", "unpaid", "the training before the job is unpaid")


def trial_pay_unsaid(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """There is a trial and nothing says that it is paid.

    Why it matters
    --------------
    Whoever is not told fears the worst; the good ones don't apply.

    Flagged
    -------
    > Social media assistant
    > The job starts with a trial period of two weeks.

    Not flagged
    -----------
    > Social media assistant
    > The job starts with a trial period of two weeks, paid like all other weeks.

    Limits
    ------
    A short probation inside a paid job is usually paid too; the confidence is lower there.
    """
    trial = reading.trial
    if trial and trial.paid == "unclear":
        what = {"period": "trial period", "task": "test task", "training": "training"}[trial.kind]
        sure = Confidence.MEDIUM if trial.kind != "task" else Confidence.HIGH
        yield Hit(trial.span, f"nothing says whether the {what} is paid", sure)


def long_trial(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """The trial is longer than a month.

    Why it matters
    --------------
    A week or two shows whether somebody can do the work. A longer trial keeps the worker on probation, not on trial.

    Flagged
    -------
    > Executive assistant
    > After a trial period of 90 days, paid at $4 per hour, we decide together.

    Not flagged
    -----------
    > Executive assistant
    > After a paid trial week at $4 per hour, we decide together.

    Limits
    ------
    Labour law in some countries knows probations of three to six months for employees.
    """
    trial = reading.trial
    if trial and trial.kind == "period" and trial.days and trial.days > LONG_TRIAL_DAYS:
        yield Hit(
            trial.span, f"the trial lasts {number(trial.days)} days; one or two weeks show the same", Confidence.MEDIUM
        )


def _trial(reading: Reading, kind: TrialKind, paid: Paid, message: str) -> Iterator[Hit]:
    trial = reading.trial
    if trial and trial.kind == kind and trial.paid == paid:
        length = f" for {number(trial.days)} days" if trial.days and trial.days > 1 else ""
        yield Hit(trial.span, f"{message}{length}")
