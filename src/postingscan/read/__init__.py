"""Reading: a posting's words into facts with spans.

A reader is a module with one function ``read_…(page)`` and its cue words in ``CUES``: kind to phrases, or to pairs
of a phrase and what it means. All cues and the skill lexicon are searched in one pass when the page is laid out.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    page = lay_out(posting)
    hired = hiring.read_hiring(page)
    named = skills.read_skills(page)
    before_job = trial.read_trial(page) if hired.is_posting else None
    volumes = workload.read_workload(page)
    return Reading(
        title=posting.span("title", 0, len(posting.title)),
        hiring=hired,
        skills=named,
        universals=universals.read_universals(page),
        roles=roles.read_roles(page, named),
        pay=pay.read_pay(page),
        trial=before_job,
        payment_terms=payment.read_payment_terms(page, before_job) if hired.is_posting else PaymentTerms("none"),
        goals=goals.read_goals(page),
        communication=contact.read_communication(page),
        workload=volumes,
        availability=availability.read_availability(page, volumes),
        experience=experience.read_experience(page),
        seniority=experience.read_seniority(page),
        n_words=len(posting.title.split()) + len(posting.description.split()),
    )
