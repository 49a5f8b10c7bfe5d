"""Which skills are required together, beside what chance alone would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from postingscan.show.canvas import INK, MUTED, SMALL, UNSAID, axes, dress, footer, label, nothing
from postingscan.show.rows import entries, scored

if TYPE_CHECKING:
    from matplotlib.axes import Axes

N_SKILLS = 12
N_PAIR = 5
"""Fewest postings that would name a pair by chance, for its lift to be shown."""


def plot_skills_together(frame: pd.DataFrame, ax: Axes | None = None, *, source: str = "") -> Axes:
    """How often the commonest skills are required together, beside what chance alone would give.

    A dot's area is the number of postings that require both skills; its colour is the lift, that number over the one
    expected if the two were asked independently. A pair that chance would give fewer than five times stays grey.

    Parameters
    ----------
    frame : pandas.DataFrame
        Scanned rows; `status` and `required_skills` are used.
    ax : matplotlib.axes.Axes, optional
    source : str, optional

    Returns
    -------
    matplotlib.axes.Axes

    Examples
    --------
    >>> skills = [[{"skill": "SEO"}, {"skill": "PHP"}], [{"skill": "SEO"}]]
    >>> len(plot_skills_together(pd.DataFrame({"status": ["scored"] * 2, "required_skills": skills})).collections)
    1
    """
    rows = scored(frame)
    asked = [
        {str(skill["skill"]) for skill in skills if skill.get("skill")} for skills in entries(rows, "required_skills")
    ]
    single = Counter(name for bundle in asked for name in bundle)
    common = sorted(single, key=lambda name: (-single[name], name))[:N_SKILLS]
    pairs: Counter[tuple[str, str]] = Counter()
    for bundle in asked:
        pairs.update(combinations([name for name in common if name in bundle], 2))
    n, n_named = len(rows), sum(map(bool, asked))
    ax = axes(ax, 0.95 + 0.2 * max(len(common), 6))
    if not pairs:
        return nothing(ax, "no postings with two skills")
    return _pairs(
        ax,
        common,
        single,
        pairs,
        n,
        footer(rows, f"n = {n:,} scored postings, {n_named:,} with a skill", source),
    )


def _pairs(
    ax: Axes, common: Sequence[str], single: Counter[str], pairs: Counter[tuple[str, str]], n: int, line: str
) -> Axes:
    """Dots below a diagonal of names; the empty corner holds the keys."""
    from matplotlib import colormaps
    from matplotlib.colors import TwoSlopeNorm

    norm, hue = TwoSlopeNorm(0, -2, 2), colormaps["PuOr_r"]
    biggest = max(pairs.values())
    x, y, area, colors, strongest = [], [], [], [], (0.0, "")
    for (one, other), count in pairs.items():
        by_chance = single[one] * single[other] / n
        lift = count / by_chance
        x.append(common.index(one))
        y.append(-common.index(other))
        area.append(110 * count / biggest)
        colors.append(hue(norm(np.log2(lift))) if by_chance >= N_PAIR else UNSAID)
        if by_chance >= N_PAIR and lift > strongest[0]:
            strongest = lift, f"{label(one, 22)} and {label(other, 22)}"
    ax.scatter(x, y, s=area, c=colors, linewidths=0.4, edgecolors=MUTED, zorder=2)
    for place, name in enumerate(common):
        text = f"{label(name, 24)} ({single[name]:,})"
        ax.text(place - 0.35, -place, text, ha="left", va="center", fontsize=SMALL, color=INK)
    ax.set_xlim(-0.7, len(common) + 7.5)
    ax.set_ylim(-len(common) + 0.4, 0.7)
    ax.set_xticks([])
    ax.set_yticks([])
    title = f"Asked together most beyond chance: {strongest[1]}, {strongest[0]:.1f} times"
    dress(
        ax,
        title if strongest[0] > 1 else "Skills asked together",
        "area: postings that require both · colour: times chance",
        line,
    )
    for k, (times, text) in enumerate(((0.25, "¼"), (0.5, "½"), (1, "1"), (2, "2"), (4, "4  times chance"))):
        at, last = (0.60 + 0.055 * k, 0.95), times == 4
        ax.plot(
            *at, "o", transform=ax.transAxes, markersize=6, color=hue(norm(np.log2(times))), markeredgecolor=MUTED,
            markeredgewidth=0.4,
        )  # fmt: skip
        ax.annotate(
            text, at, xycoords="axes fraction", xytext=(-2 if last else 0, -6), textcoords="offset points",
            ha="left" if last else "center", va="top", fontsize=SMALL, color=MUTED,
        )  # fmt: skip
    return ax
