"""Whether a posting says what should come out of the work."""

from __future__ import annotations

from postingscan.read.document import Page
from postingscan.read.facts import Graded
from postingscan.read.grades import grade, load_sheet

_SHEET = load_sheet("goal", "goal_points")

CUES: dict[str, tuple[tuple[str, str], ...]] = {"goal": _SHEET.phrases}


def read_goals(page: Page) -> Graded:
    """How plainly the posting states an outcome, with the words that do so best.

    Parameters
    ----------
    page : Page

    Returns
    -------
    Graded
        0: only instructions or tasks; 1: an outcome can be inferred (a defined deliverable, a slogan of purpose);
        2: a stated outcome, target or measure of success.

    Notes
    -----
    Points are fitted to labelled postings (``tables/sources.toml``, goal_points). Two readers often differ by one grade
    here, and so does this one: trust the grade over many postings more than over one.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> text = "The goal is to double our organic traffic within six months. KPIs are leads and sales a month."
    >>> goals = read_goals(lay_out(Posting(title="SEO specialist", description=text)))
    >>> goals.grade, goals.span.text
    (2, 'The goal is to double our organic traffic within six months.')
    """
    return grade(page, _SHEET)
