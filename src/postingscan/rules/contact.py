"""No relationship: nobody to talk to."""

from __future__ import annotations

from collections.abc import Iterator

from postingscan.finding import Confidence
from postingscan.read.facts import Reading
from postingscan.rules.goals import ENOUGH_WORDS
from postingscan.rules.rule import Hit
from postingscan.weigh.weights import Weights

SHORT_WORK = frozenset({"project", "item", "article", "page", "word"})


def nobody_to_talk_to(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """Nothing is said on who the worker talks to, when and how.

    Why it matters
    --------------
    Outsourced work goes wrong in silence. A name and a weekly call cost little and save much.

    Flagged
    -------
    > Data entry clerk
    > You enter invoices into our system for 40 hours per week at $4 per hour. The invoices come as scanned files in many
    > different layouts, and each has to be entered with number, date, amount, tax and supplier. You need a fast computer
    > and a second screen.

    Not flagged
    -----------
    > Data entry clerk
    > You enter invoices into our system for 40 hours per week at $4 per hour. You report to Maria, who meets you on a call
    > every Monday and gives you feedback on last week's work. You need a fast computer and a second screen.

    Limits
    ------
    A small fixed-price job needs no more than a message; those are left alone.
    """
    if reading.communication.grade > 0 or reading.n_words < ENOUGH_WORDS:
        return
    if not any(pay.unit in SHORT_WORK for pay in reading.pay):
        yield Hit(reading.title, "nothing says who the worker talks to, or how often", Confidence.MEDIUM)


def watched(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """The worker is watched: screen shots, key logging, a camera.

    Why it matters
    --------------
    Watching measures presence, not results, and drives away those who have a choice.

    Flagged
    -------
    > Assistant
    > You work with Hubstaff running, which takes screenshots every ten minutes.

    Not flagged
    -----------
    > Assistant
    > You note your hours in a sheet, and we talk about the results every Friday.

    Limits
    ------
    A plain time sheet is no watching.
    """
    for demand in reading.availability.demands:
        if demand.kind == "monitoring":
            talked = reading.communication.grade == 2
            yield Hit(
                demand.span,
                "the worker is watched by software"
                if talked
                else "the worker is watched by software, and no regular talk is planned",
                Confidence.MEDIUM if talked else Confidence.HIGH,
            )
            return
