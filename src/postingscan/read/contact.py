"""Whether a posting gives the worker somebody to talk to."""

from __future__ import annotations

from postingscan.read.document import Page
from postingscan.read.facts import Graded
from postingscan.read.grades import grade, load_sheet

_SHEET = load_sheet("contact", "contact_points")

CUES: dict[str, tuple[tuple[str, str], ...]] = {"contact": _SHEET.phrases}


def read_communication(page: Page) -> Graded:
    """How far the posting describes a working relationship, with the words that do so best.

    Parameters
    ----------
    page : Page

    Returns
    -------
    Graded
        0: nothing; 1: logistics only (a tool, a time zone, 'collaborate with the team'); 2: a relationship (regular
        calls, whom to report to, feedback, close work with a person, a long-term partnership).

    Notes
    -----
    Points are fitted to labelled postings (``tables/sources.toml``, contact_points).

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> text = "You report directly to our founder and join a weekly team call. Feedback is given every Friday."
    >>> contact = read_communication(lay_out(Posting(title="Assistant", description=text)))
    >>> contact.grade, contact.span.text
    (2, 'You report directly to our founder and join a weekly team call.')
    """
    return grade(page, _SHEET)
