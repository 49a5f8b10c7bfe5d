"""What a rule is: a frozen value with an identity and one pure function."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from postingscan.finding import Confidence, Finding, Severity
from postingscan.posting import Span
from postingscan.read.facts import Reading
from postingscan.weigh.weights import Weights

FAMILIES = {
    "EXP": "over-expecting",
    "TRL": "tasks before a job",
    "GOL": "no objective",
    "COM": "no relationship",
    "PAY": "payment",
}
"""The five mistakes of the mission, by the prefix of their rules' codes."""


class Hit(NamedTuple):
    """Where a rule fired, what to say of it, and how sure it is; `advice` where the rule's own is too general."""

    span: Span
    message: str
    confidence: Confidence = Confidence.HIGH
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One check of a posting.

    Parameters
    ----------
    code : str
        Stable and never reused: family prefix and three digits.
    name : str
        Kebab-case; it names the smell, so that 'allow NAME' reads right.
    find : callable
        ``(Reading, Weights) -> iterable of Hit``, pure. Its docstring is the rule's page.
    severity : Severity
    source : str
        Where the rule comes from.
    advice : str
        What to write instead.
    driver : str
        For over-expecting: which of `postingscan.finding.DRIVERS` it speaks for.
    since : str
        The release that brought it.
    """

    code: str
    name: str
    find: Callable[[Reading, Weights], Iterable[Hit]]
    severity: Severity
    source: str
    advice: str
    driver: str = ""
    since: str = "0.1.0"

    @property
    def family(self) -> str:
        """The prefix of the code."""
        return self.code[:3]

    @property
    def page(self) -> str:
        """What the rule watches and why, from its function's docstring."""
        return inspect.cleandoc(self.find.__doc__ or "")

    @property
    def summary(self) -> str:
        """The page's first line."""
        return self.page.partition("\n")[0]

    def finding(self, hit: Hit) -> Finding:
        """What this rule says of a place where it fired."""
        span, message, confidence, advice = hit
        return Finding(
            self.code, self.name, self.severity, confidence, span, message, advice or self.advice, self.driver
        )


def number(value: float) -> str:
    """A figure as people write it: '8', '2.5', '1,200'.

    Examples
    --------
    >>> number(8.0), number(2.54), number(1200), number(0.037)
    ('8', '2.5', '1,200', '0.04')
    """
    if abs(value) < 0.1 and value:
        return f"{value:.1g}"
    text = f"{value:.1f}" if abs(value) < 100 else f"{value:,.0f}"
    return text.removesuffix(".0")


def dollars(value: float) -> str:
    """An amount of US dollars: '$1.50', '$12', '$1,200'."""
    return f"${value:.2f}".removesuffix(".00") if abs(value) < 100 else f"${value:,.0f}"


def words(items: Iterable[str]) -> str:
    """A list in a sentence: 'writing, SEO and sales'."""
    *most, last = items
    listed = f"{', '.join(most)} and {last}" if most else last
    return listed.replace("_", " ")


def matches(code: str, patterns: Iterable[str]) -> bool:
    """Whether `code` is selected by a code or a prefix: 'EXP001', 'EXP', 'ALL'."""
    return any(pattern == "ALL" or code.startswith(pattern) for pattern in patterns)
