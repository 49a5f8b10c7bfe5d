"""A finding: one thing worth saying about a posting, with the words that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from postingscan.posting import Span

_WORDS = ("", "low", "medium", "high")  # what the grades 1 to 3 are called


class Severity(IntEnum):
    """How bad it is for the worker or the hire, if it is so."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    def __str__(self) -> str:
        return _WORDS[self]


class Confidence(IntEnum):
    """How sure the scan is that the posting means it."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    def __str__(self) -> str:
        return _WORDS[self]


LEVELS = ("realistic", "stretched", "over-expecting", "unicorn")
"""Names of the over-expectation levels 0 to 3."""

DRIVERS = ("breadth", "depth", "volume", "pay", "availability", "experience")
"""What can push a level up, in the codebook's order."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found in one posting.

    Parameters
    ----------
    code, name : str
        The rule's stable code (``'TRL001'``) and kebab-case name (``'unpaid-trial'``).
    severity, confidence : Severity, Confidence
        How bad, and how sure.
    span : Span
        The words it rests on; the title where something is absent.
    message : str
        Why it matters for this posting, with its own numbers.
    advice : str
        What to write instead.
    driver : str
        Which of `DRIVERS` it speaks for; empty for families other than over-expecting.
    """

    code: str
    name: str
    severity: Severity
    confidence: Confidence
    span: Span
    message: str
    advice: str
    driver: str = ""


@dataclass(frozen=True, slots=True)
class Praise:
    """Something the posting does right, with the words that show it."""

    name: str
    span: Span
    message: str
