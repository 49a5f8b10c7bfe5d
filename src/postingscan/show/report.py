"""Many scanned postings as one page that stands alone, with its charts as files beside it."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from postingscan.show import charts
from postingscan.show.canvas import INK, MUTED, PAPER, RULE
from postingscan.show.markup import escape, load_style
from postingscan.show.report_tables import (
    commonest_findings,
    done_well,
    highest_postings,
    key_figures,
    method,
    opening,
    what_was_scanned,
)

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DPI = 200

_THEME = {INK: "var(--ink)", MUTED: "var(--muted)", RULE: "var(--rule)", PAPER: "var(--paper)"}
"""The page's colours take the place of a chart's, so that charts follow light and dark."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""Whatever a posting may smuggle in, a browser neither runs nor loads it."""

_IDENTITY = re.compile(r'(\sid="|href="#|url\(#)')
_METADATA = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)


class _Chart(NamedTuple):
    name: str
    plot: Callable[..., Axes]
    caption: str


_CHARTS = (
    _Chart(
        "levels-by-source",
        charts.plot_levels_by_source,
        "Each bar is all scored postings of a source. Blue: an ordinary worker or a good generalist fits. Orange: very "
        "few people fit (level 2) or practically nobody (level 3). Where n is small, a few postings move them a lot.",
    ),
    _Chart(
        "findings-by-rule",
        charts.plot_findings_by_rule,
        "Share of scored postings in which a rule found something at least once. Colours are the five mistakes. A "
        "finding is a thing worth changing, not a verdict on the posting.",
    ),
    _Chart(
        "trial-and-payment-terms",
        charts.plot_trial_and_payment_terms,
        "Each bar is all postings of its row: those with a trial of that kind, and all for the payment terms. Grey is "
        "what a posting leaves unsaid.",
    ),
    _Chart(
        "pay-by-role",
        charts.plot_pay_by_role,
        "Box: the middle half of offers; thin line: from the tenth to the ninetieth per cent; dots where few. "
        "Diamond: median of what workers with the postings' skills ask, by the tables of 'Method and limits'. "
        "Pay by month or project rests on assumed hours.",
    ),
    _Chart(
        "skills-together",
        charts.plot_skills_together,
        "Read from a name to its left and downwards: each dot is a pair. Large dots are asked together often; orange "
        "ones more often than chance would, violet ones less. Grey: too few postings to tell.",
    ),
    _Chart(
        "score-against-pay",
        charts.plot_score_against_pay,
        "A dot a posting whose pay can be put in dollars an hour. The score counts pay among other things, so the two "
        "are no independent measurements.",
    ),
)


def write_report(
    frame: pd.DataFrame, folder: Path, *, title: str = "What postings ask of one person", source: str = ""
) -> list[Path]:
    """Write the report of a scan: ``report.html`` and each chart as PNG (200 dpi) and SVG under ``charts/``.

    Parameters
    ----------
    frame : pandas.DataFrame
        Scanned rows in the form of the contract; nested values as lists, arrays or JSON text.
    folder : pathlib.Path
        Where to write; made where missing. Files of these names are replaced.
    title : str
        The page's heading.
    source : str
        Where the postings come from, for the charts; the frame's own sources where empty.

    Returns
    -------
    list of pathlib.Path
        What was written, the page first.

    Raises
    ------
    InputError
        A nested value is not JSON.

    Examples
    --------
    >>> import pandas, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = write_report(pandas.DataFrame({"status": []}), Path(folder))
    >>> written[0].name, len(written)
    ('report.html', 13)
    """
    folder = Path(folder)
    (folder / "charts").mkdir(parents=True, exist_ok=True)
    written, figures = [], []
    for chart in _CHARTS:
        stem = folder / "charts" / chart.name
        drawing = _draw(chart, frame, source, stem)
        written += [stem.with_suffix(".png"), stem.with_suffix(".svg")]
        figures.append(_figure(chart, drawing))
    page = folder / "report.html"
    page.write_text("\n".join(_page(frame, title, figures)) + "\n", encoding="utf-8")
    return [page, *written]


def _draw(chart: _Chart, frame: pd.DataFrame, source: str, stem: Path) -> str:
    """Write one chart as PNG and SVG; the SVG's text, with a clear background, for the page."""
    import matplotlib.pyplot as plt

    with plt.style.context("default", after_reset=True), warnings.catch_warnings():
        # A name in a script that the font lacks is shown as boxes in the PNG, and as text in the SVG.
        warnings.filterwarnings("ignore", message="Glyph .* missing from", category=UserWarning)
        plt.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": chart.name, "text.usetex": False})
        figure = cast("Figure", chart.plot(frame, source=source).figure)
        try:
            figure.savefig(stem.with_suffix(".png"), dpi=DPI, metadata={"Software": None})
            figure.savefig(stem.with_suffix(".svg"), dpi=DPI, metadata={"Date": None})
            text = io.StringIO()
            figure.savefig(text, format="svg", dpi=DPI, transparent=True, metadata={"Date": None})
        finally:
            plt.close(figure)
    return text.getvalue()


def _figure(chart: _Chart, drawing: str) -> str:
    """A chart as part of the page: its own identities, the page's colours and typeface, a name for screen readers."""
    drawing = _METADATA.sub("", drawing[drawing.index("<svg") :])
    drawing = _IDENTITY.sub(lambda found: f"{found[0]}{chart.name}-", drawing)
    for color, variable in _THEME.items():
        drawing = drawing.replace(color, variable)
    drawing = drawing.replace("'DejaVu Sans'", "system-ui, 'DejaVu Sans'")
    drawing = drawing.replace("<svg ", f'<svg role="img" aria-label="{escape(chart.name.replace("-", " "))}" ', 1)
    return f"<figure>{drawing}<figcaption>{escape(chart.caption)}</figcaption></figure>"


def _page(frame: pd.DataFrame, title: str, figures: list[str]) -> Iterator[str]:
    yield "<!doctype html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title)}</title><style>{load_style('report')}</style></head><body><main>"
    yield f"<header><h1>{escape(title)}</h1>"
    yield from opening(frame)
    yield "</header>"
    yield from key_figures(frame)
    yield "<section><h2>Charts</h2>"
    yield '<div class="charts">'
    yield from figures
    yield "</div></section>"
    yield from commonest_findings(frame)
    yield from highest_postings(frame)
    yield from done_well(frame)
    yield from what_was_scanned(frame)
    yield from method(frame)
    yield "</main></body></html>"
