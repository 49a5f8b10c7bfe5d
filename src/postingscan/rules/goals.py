"""No objective: instructions, and no result to reach."""

from __future__ import annotations

from collections.abc import Iterator

from postingscan.finding import Confidence
from postingscan.read.facts import Reading
from postingscan.rules.rule import Hit
from postingscan.weigh.weights import Weights

ENOUGH_WORDS = 40  # in a shorter text an outcome may just not have fitted


def no_outcome(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """The posting lists instructions and names no outcome.

    Why it matters
    --------------
    Whoever knows the result can find a better way to it; whoever only has instructions can only follow them.

    Flagged
    -------
    > Assistant
    > Tasks: check the inbox, copy addresses into a sheet, rename files, post comments. You need a computer, a headset
    > and a quiet room. Office software and written English are needed. Send your application with your expected rate
    > and the word banana in the first line.

    Not flagged
    -----------
    > Assistant
    > The goal of this role is an inbox that is empty every evening and a reply to each customer within one working day.
    > Tasks: check the inbox, copy addresses into a sheet, rename files. You need a computer and a headset. Office
    > software and written English are needed. Send your application with your expected rate.

    Limits
    ------
    An outcome between the lines counts as named.
    """
    if reading.goals.grade == 0 and reading.n_words >= ENOUGH_WORDS:
        yield Hit(reading.title, "no outcome is named: nothing tells when the work is done well", Confidence.MEDIUM)
