"""The look of the charts: colours that everybody can tell apart, type for an 8 cm column, no ornament.

Everything is set on the axes themselves, so that a reader's own matplotlib settings stay as they are.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from postingscan.rules.rule import dollars
from postingscan.show.cells import cut
from postingscan.show.rows import texts

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.patches import Patch
    from numpy.typing import NDArray

WIDTH = 3.35
"""Inches; one column of a journal (85 mm)."""

INK, MUTED, RULE, PAPER = "#1f2933", "#5c6773", "#d3d9df", "#ffffff"
"""Text, lesser text, lines, background; the page puts its own in their place."""

LEVEL_COLORS = ("#6aa5cf", "#bcd9ec", "#f2ab5e", "#c8501c")
"""Levels 0 to 3: blue below the line of over-expectation, orange above it."""

DAY, NIGHT = "#fffdfa", "#10151a"
"""Text on dark and on light colours, whatever the background of the page."""

GOOD, UNSAID, BAD = "#4b94c6", "#c3c8ce", "#d9662b"

FAMILY_COLORS = {"EXP": "#d55e00", "TRL": "#0072b2", "GOL": "#009e73", "COM": "#cc79a7", "PAY": "#e69f00"}
"""After Okabe and Ito, told apart with every kind of colour vision."""

TITLE, TEXT, SMALL, FINE = 8.5, 7.5, 7.0, 6.0
"""Sizes of type in points."""

ROW, BAR = 0.31, 0.34
"""Height of a row with its label in inches, and of its bar in rows."""

_DOLLARS = tuple(step * 10.0**power for power in range(-2, 6) for step in (1, 2, 5))


def label(text: str, longest: int = 60) -> str:
    r"""Foreign text as a label: no controls, no mathematics, not too long.

    Examples
    --------
    >>> label("C++ for $5\x1b[31m")
    'C++ for \\$5�[31m'
    """
    return cut(" ".join(text.split()), longest).replace("$", r"\$")


def share(part: float) -> str:
    """A share in per cent: '12 %', '0.4 %'; never '0 %' for what exists.

    Examples
    --------
    >>> share(0.123), share(0.004), share(0.0), share(0.00001)
    ('12 %', '0.4 %', '0 %', '< 0.1 %')
    """
    percent = part * 100
    if 0 < percent < 0.1:
        return "< 0.1 %"
    return f"{percent:.1f} %" if 0 < percent < 0.95 else f"{percent:.0f} %"


def money(value: float) -> str:
    r"""US dollars as a label.

    Examples
    --------
    >>> money(9.4)
    '\\$9.40'
    """
    return dollars(value).replace("$", r"\$")


def axes(ax: Axes | None, height: float) -> Axes:
    """The axes given, or new ones in a figure one column wide and `height` inches high."""
    if ax is None:
        import matplotlib.pyplot as plt

        _, ax = plt.subplots(figsize=(WIDTH, height), layout="constrained")
    return ax


def nothing(ax: Axes, what: str) -> Axes:
    """Axes that say that there is nothing to show."""
    ax.set_axis_off()
    ax.text(0.5, 0.5, what, transform=ax.transAxes, ha="center", va="center", fontsize=TEXT, color=MUTED)
    return ax


def dress(ax: Axes, title: str, xlabel: str, footer: str, *, legend: Sequence[Artist] = (), columns: int = 4) -> None:
    """Title, legend line, axis label and footer; the frame and the ticks go."""
    for spine in ax.spines.values():
        spine.set_visible(False)
    ax.tick_params(axis="both", which="both", length=0, labelsize=SMALL, labelcolor=MUTED, pad=3)
    ax.set_axisbelow(True)
    n_lines = 0
    if legend:
        from matplotlib.transforms import ScaledTranslation

        above = ScaledTranslation(0, 5 / 72, ax.figure.dpi_scale_trans)
        ax.legend(
            handles=legend, ncols=columns, loc="lower left", bbox_to_anchor=(0, 1),
            bbox_transform=ax.transAxes + above, frameon=False, fontsize=SMALL, labelcolor=INK, handlelength=1.0,
            handleheight=0.8, handletextpad=0.4, columnspacing=1.0, borderpad=0, labelspacing=0.3, borderaxespad=0,
        )  # fmt: skip
        n_lines = -(-len(legend) // columns)
    wrapped = textwrap.fill(title, 44, break_long_words=False)
    ax.set_title(
        wrapped,
        loc="left",
        fontsize=TITLE,
        fontweight="bold",
        color=INK,
        pad=6 + n_lines * 10 + (3 if n_lines else 0),
    )
    ax.set_xlabel(xlabel, fontsize=SMALL, color=MUTED, loc="left", labelpad=3)
    ax.annotate(
        textwrap.fill(footer, 70, break_long_words=False), xy=(0, 0), xycoords=("axes fraction", ax.xaxis.label),
        xytext=(0, -3), textcoords="offset points", ha="left", va="top", fontsize=FINE, color=MUTED, linespacing=1.25,
        annotation_clip=False,
    )  # fmt: skip


def footer(frame: pd.DataFrame, counted: str, source: str = "") -> str:
    """The line under a chart: where the figures come from and on how many postings they stand."""
    if not source:
        boards = sorted({name for name in texts(frame, "source") if name})
        together = ", ".join(boards)
        source = together if len(together) <= 70 else f"{len(boards)} sources"
    return f"Source: {label(source or 'not named', 90)}; {counted}; read by postingscan."


def patches(labels: Sequence[str], colors: Sequence[str]) -> list[Patch]:
    """Legend entries, a square of colour each."""
    from matplotlib.patches import Patch

    return [Patch(color=color, label=text) for text, color in zip(labels, colors, strict=True)]


def label_bar(ax: Axes, y: float, text: str) -> None:
    """Text above the row at `y`, from the left edge of the axes."""
    ax.annotate(text, (0, y + BAR / 2), xycoords=("axes fraction", "data"), xytext=(0, 1.5), textcoords="offset points",
                va="bottom", fontsize=TEXT, color=INK)  # fmt: skip


def lay_rows(ax: Axes, n: int) -> None:
    """Room for `n` rows at 0, -1, … with a label above each."""
    ax.set_yticks([])
    ax.set_ylim(-(n - 1) - BAR / 2 - 0.15, BAR / 2 + 0.55)


def percent_axis(ax: Axes, most: float) -> None:
    """Shares along x from 0 to `most`, with the outer labels kept inside the axes."""
    from matplotlib.ticker import MaxNLocator

    ax.set_xlim(0, most)
    ticks = [float(tick) for tick in MaxNLocator(4, steps=[1, 2, 2.5, 5, 10]).tick_values(0, most) if 0 <= tick <= most]
    ax.set_xticks(ticks, [f"{100 * tick:g} %" for tick in ticks])
    labels = ax.get_xticklabels()
    labels[0].set_horizontalalignment("left")
    if ticks[-1] > 0.95 * most:
        labels[-1].set_horizontalalignment("right")
    ax.grid(axis="x", color=RULE, linewidth=0.5)


def stack(ax: Axes, lines: Sequence[str], bars: Sequence[NDArray[np.float64]], colors: Sequence[str]) -> None:
    """Stacked shares, a bar a row, with the figure in every part that has room for it."""
    for place, (line, count) in enumerate(zip(lines, bars, strict=True)):
        parts = count / count.sum()
        start = 0.0
        for part, color in zip(parts, colors, strict=True):
            ax.barh(-place, part, left=start, height=BAR, color=color)
            if part >= 0.08:
                ink = DAY if color in (BAD, LEVEL_COLORS[3]) else NIGHT
                ax.text(
                    start + part / 2,
                    -place - 0.02,
                    share(part),
                    ha="center",
                    va="center",
                    fontsize=SMALL,
                    color=ink,
                )
            start += part
        label_bar(ax, -place, line)
    lay_rows(ax, len(bars))
    percent_axis(ax, 1.0)
    ax.grid(visible=False)


def dollar_axis(ax: Axes, low: float, high: float) -> None:
    """Dollars along x from `low` to `high`, by factors, with at most seven ticks."""
    from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

    low, high = low / 1.25, high * 1.25
    ax.set_xscale("log")
    ax.set_xlim(low, high)
    ticks = [tick for tick in _DOLLARS if low <= tick <= high]
    if len(ticks) > 7:
        ticks = [tick for tick in ticks if f"{tick:e}"[0] == "1"]
    ax.xaxis.set_major_locator(FixedLocator(ticks or [round((low * high) ** 0.5, 2)]))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: money(value)))
    ax.xaxis.set_minor_locator(NullLocator())
    ax.grid(axis="x", color=RULE, linewidth=0.5)
