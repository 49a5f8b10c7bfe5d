"""Reading: a posting's words into facts with spans.

A reader is a module with one function ``read_…(page)`` and its cue words in ``CUES``: kind to phrases, or to pairs
of a phrase and what it means. All cues and the skill lexicon are searched in one pass when the page is laid out.

Many postings are read one reader after the other, not one posting after the other: a reader's code and tables then
stay in the processor's cache, which makes them a fifth faster.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from postingscan.posting import Posting
from postingscan.read import (
    availability,
    contact,
    document,
    experience,
    goals,
    hiring,
    pay,
    payment,
    roles,
    skills,
    trial,
    universals,
    workload,
)
from postingscan.read.document import Page
from postingscan.read.facts import PaymentTerms, Reading
from postingscan.read.lexicon import Lexicon

_READERS = (availability, contact, experience, goals, hiring, pay, payment, roles, skills, trial, universals, workload)


def _entries() -> Iterator[tuple[str, str, Any]]:
    for cues in (document.HEADING_CUES, *(reader.CUES for reader in _READERS)):
        for kind, phrases in cues.items():
            for phrase in phrases:
                yield (kind, *phrase) if isinstance(phrase, tuple) else (kind, phrase, None)
    yield from skills.entries()


@cache
def lexicon() -> Lexicon:
    """Every cue and every skill, built once a process."""
    return Lexicon(_entries())


def lay_out(posting: Posting) -> Page:
    """The posting's sentences, sections and cues, which every reader reads from."""
    return Page(posting, lexicon())


def read_posting(posting: Posting) -> Reading:
    """Read every fact out of `posting`.

    Examples
    --------
    >>> reading = read_posting(Posting(title="Writer", description="Write 5 articles a week. Trial week is paid."))
    >>> reading.title.text
    'Writer'
    """
    return read_all((posting,))[0]


def read_all(postings: Sequence[Posting]) -> list[Reading]:
    """Read every fact out of each of `postings`, a few dozen at a time for the best of speed.

    Examples
    --------
    >>> readings = read_all([Posting(title="Writer"), Posting(title="Editor", description="$4 an hour.")])
    >>> [len(reading.pay) for reading in readings]
    [0, 1]
    """
    pages = [lay_out(posting) for posting in postings]
    hired = [hiring.read_hiring(page) for page in pages]
    named = [skills.read_skills(page) for page in pages]
    before = [trial.read_trial(page) if hire.is_posting else None for page, hire in zip(pages, hired, strict=True)]
    volumes = [workload.read_workload(page) for page in pages]
    facts = zip(
        [posting.span("title", 0, len(posting.title)) for posting in postings],
        hired,
        named,
        [universals.read_universals(page) for page in pages],
        [roles.read_roles(page, asked) for page, asked in zip(pages, named, strict=True)],
        [pay.read_pay(page) for page in pages],
        before,
        [
            payment.read_payment_terms(page, work) if hire.is_posting else PaymentTerms("none")
            for page, work, hire in zip(pages, before, hired, strict=True)
        ],
        [goals.read_goals(page) for page in pages],
        [contact.read_communication(page) for page in pages],
        volumes,
        [availability.read_availability(page, volume) for page, volume in zip(pages, volumes, strict=True)],
        [experience.read_experience(page) for page in pages],
        [experience.read_seniority(page) for page in pages],
        [len(posting.title.split()) + len(posting.description.split()) for posting in postings],
        strict=True,
    )
    return [Reading(*each) for each in facts]
