"""Charts of many scanned postings: each takes the frame that a scan wrote and an axes, and returns the axes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from postingscan.finding import LEVELS
from postingscan.rules import FAMILIES
from postingscan.show.canvas import (
    BAD,
    BAR,
    FAMILY_COLORS,
    GOOD,
    INK,
    LEVEL_COLORS,
    MUTED,
    PAPER,
    ROW,
    RULE,
    SMALL,
    UNSAID,
    axes,
    dollar_axis,
    dress,
    footer,
    label,
    label_bar,
    lay_rows,
    money,
    nothing,
    patches,
    percent_axis,
    share,
    stack,
)
from postingscan.show.rows import entries, names, numbers, pay_usd_hour, records, scored, texts
from postingscan.show.skill_pairs import plot_skills_together
from postingscan.show.wording import counted, role_name

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from numpy.typing import NDArray

__all__ = [
    "plot_findings_by_rule",
    "plot_levels_by_source",
    "plot_pay_by_role",
    "plot_score_against_pay",
    "plot_skills_together",
    "plot_trial_and_payment_terms",
]

MOST_ROWS = 15
"""So many sources, rules or roles have a row; the rarest are left out, and the footer says so."""
N_QUARTILES = 8
"""Fewest values that quartiles are drawn from; fewer are shown as dots."""


def plot_levels_by_source(frame: pd.DataFrame, ax: Axes | None = None, *, source: str = "") -> Axes:
    """Share of each over-expectation level, a bar a source, with the whole on top.

    Parameters
    ----------
    frame : pandas.DataFrame
        Scanned rows; `status`, `source` and `over_expectation` are used.
    ax : matplotlib.axes.Axes, optional
        Where to draw; new axes one column wide where None.
    source : str, optional
        Where the postings come from, for the line below; the frame's own sources where empty.

    Returns
    -------
    matplotlib.axes.Axes

    Examples
    --------
    >>> frame = pd.DataFrame({"status": ["scored"] * 3, "source": list("aab"), "over_expectation": [0, 2, 1]})
    >>> print(plot_levels_by_source(frame).get_title(loc="left"))
    33 % of 3 postings expect too much of one person
    """
    rows = scored(frame)
    levels = numbers(rows, "over_expectation")
    known = np.isfinite(levels)
    boards = [name or "source not named" for name in texts(rows, "source")]
    counts: dict[str, NDArray[np.float64]] = {}
    for board, level in zip(boards, levels, strict=True):
        if np.isfinite(level) and 0 <= level < len(LEVELS):
            counts.setdefault(board, np.zeros(len(LEVELS)))[int(level)] += 1
    n = int(sum(count.sum() for count in counts.values()))
    shown = sorted(
        sorted(counts, key=lambda name: -counts[name].sum())[:MOST_ROWS],
        key=lambda name: -_above(counts[name]),
    )
    bars = {name: counts[name] for name in shown}
    if len(counts) > 1:
        bars = {"all": np.sum(list(counts.values()), axis=0)} | bars
    ax = axes(ax, 1.05 + ROW * max(len(bars), 2))
    if not n:
        return nothing(ax, "no scored postings")
    lines = [
        f"{label(name, 26)} · n = {count.sum():,.0f}, {share(_above(count))} level 2 or 3"
        for name, count in bars.items()
    ]
    stack(ax, lines, list(bars.values()), LEVEL_COLORS)
    above = float(np.mean(levels[known] >= 2))
    left = f"; {len(counts) - len(shown)} small sources not shown" if len(counts) > len(shown) else ""
    dress(
        ax, f"{share(above)} of {counted(n, 'posting')} expect too much of one person", "share of postings",
        footer(rows, f"n = {n:,} scored postings{left}", source), legend=patches(LEVELS, LEVEL_COLORS),
    )  # fmt: skip
    return ax


def plot_findings_by_rule(frame: pd.DataFrame, ax: Axes | None = None, *, source: str = "") -> Axes:
    """Share of scored postings in which each rule found something, coloured by family.

    Parameters
    ----------
    frame : pandas.DataFrame
        Scanned rows; `status` and `findings` are used. A rule counts once a posting.
    ax : matplotlib.axes.Axes, optional
    source : str, optional

    Returns
    -------
    matplotlib.axes.Axes

    Examples
    --------
    >>> found = [[{"code": "PAY001", "name": "no-pay-named"}], []]
    >>> frame = pd.DataFrame({"status": ["scored"] * 2, "findings": found})
    >>> print(plot_findings_by_rule(frame).get_title(loc="left"))
    Commonest finding: no-pay-named, in 50 % of postings
    """
    rows = scored(frame)
    named: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for found in entries(rows, "findings"):
        codes = {str(finding.get("code", "")): str(finding.get("name", "")) for finding in found}
        named.update(codes)
        counts.update(codes.keys())
    common = sorted(counts, key=lambda code: (-counts[code], code))[:MOST_ROWS]
    ax = axes(ax, 1.15 + ROW * max(len(common), 2))
    if not common:
        return nothing(ax, "no postings with findings")
    n = len(rows)
    for place, code in enumerate(common):
        part = counts[code] / n
        ax.barh(-place, part, height=BAR, color=FAMILY_COLORS.get(code[:3], MUTED))
        label_bar(ax, -place, f"{label(code, 12)} {label(named[code], 32)} · {share(part)} ({counts[code]:,})")
    lay_rows(ax, len(common))
    percent_axis(ax, max(counts[common[0]] / n, 0.02))
    families = [name for name in FAMILIES if any(code.startswith(name) for code in common)]
    left = f"; {len(counts) - len(common)} rarer rules not shown" if len(counts) > len(common) else ""
    dress(
        ax, f"Commonest finding: {label(named[common[0]], 40)}, in {share(counts[common[0]] / n)} of postings",
        "share of scored postings", footer(rows, f"n = {n:,} scored postings{left}", source),
        legend=patches([FAMILIES[name] for name in families], [FAMILY_COLORS[name] for name in families]), columns=3,
    )  # fmt: skip
    return ax


def plot_pay_by_role(frame: pd.DataFrame, ax: Axes | None = None, *, source: str = "") -> Axes:
    """Pay offered in US dollars an hour, a row a role: the middle half, the median, and what workers ask.

    Parameters
    ----------
    frame : pandas.DataFrame
        Scanned rows; `status`, `roles`, `pay_usd_hour_min`, `pay_usd_hour_max` and `market` are used. A posting's pay
        is the middle of its range; a posting of several roles counts in each.
    ax : matplotlib.axes.Axes, optional
    source : str, optional

    Returns
    -------
    matplotlib.axes.Axes

    Examples
    --------
    >>> columns = {"status": ["scored"], "roles": [["seo"]], "pay_usd_hour_min": [4.0], "pay_usd_hour_max": [6.0]}
    >>> plot_pay_by_role(pd.DataFrame(columns)).get_xscale()
    'log'
    """
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    rows = scored(frame)
    offered = pay_usd_hour(rows)
    market = np.array([_figure(record, "usd_hour_p50") for record in records(rows, "market")], dtype=float)
    by_role: dict[str, list[int]] = {}
    for place, roles in enumerate(names(rows, "roles")):
        for role in dict.fromkeys(roles):
            if offered[place] > 0:
                by_role.setdefault(role, []).append(place)
    shown = sorted(by_role, key=lambda role: -len(by_role[role]))[:MOST_ROWS]
    medians = {role: float(np.median(offered[by_role[role]])) for role in shown}
    shown.sort(key=lambda role: -medians[role])
    ax = axes(ax, 1.15 + ROW * max(len(shown), 2))
    if not shown:
        return nothing(ax, "no postings with a role and pay an hour")
    ends: list[float] = []
    for y, role in zip(range(0, -len(shown), -1), shown, strict=True):
        pay, asked = offered[by_role[role]], market[by_role[role]]
        asked = asked[np.isfinite(asked) & (asked > 0)]
        if len(pay) >= N_QUARTILES:
            low, high = np.percentile(pay, [25, 75])
            ax.plot(np.percentile(pay, [10, 90]), [y, y], color=UNSAID, linewidth=1.6, solid_capstyle="butt")
            ax.barh(y, high - low, left=low, height=BAR, color=LEVEL_COLORS[0])
            ends += list(np.percentile(pay, [10, 90]))
        else:
            ax.plot(
                pay,
                np.full(len(pay), y),
                "o",
                markersize=3,
                color=LEVEL_COLORS[0],
                markeredgewidth=0,
                clip_on=False,
            )
            ends += [float(pay.min()), float(pay.max())]
        ax.plot([medians[role]] * 2, [y - BAR / 2, y + BAR / 2], color=INK, linewidth=1.6, solid_capstyle="butt")
        if len(asked):
            ax.plot(np.median(asked), y, "D", markersize=4, color=PAPER, markeredgecolor=BAD, markeredgewidth=1.3)
            ends.append(float(np.median(asked)))
    dollar_axis(ax, min(ends), max(ends))
    for y, role in zip(range(0, -len(shown), -1), shown, strict=True):
        label_bar(ax, y, f"{label(role_name(role), 34)} · n = {len(by_role[role]):,}, median {money(medians[role])}")
    lay_rows(ax, len(shown))
    best = shown[0]
    left = f"; {len(by_role) - len(shown)} rarer roles not shown" if len(by_role) > len(shown) else ""
    n = int((offered > 0).sum())
    title = f"Median pay runs from {money(medians[shown[-1]])} to {money(medians[best])} an hour by role"
    dress(
        ax, title if len(shown) > 1 else f"Median pay in {label(role_name(best), 30)}: {money(medians[best])} an hour",
        "US dollars an hour (each step of the axis multiplies)",
        footer(rows, f"n = {n:,} postings whose pay can be put in dollars an hour{left}", source),
        legend=[
            Patch(color=LEVEL_COLORS[0], label="middle half offered"),
            Line2D([], [], color=INK, linewidth=1.6, label="median offered"),
            Line2D([], [], color=PAPER, marker="D", markersize=4, markeredgecolor=BAD, markeredgewidth=1.3, linewidth=0,
                   label="median asked"),
        ], columns=3,
    )  # fmt: skip
    return ax


def plot_trial_and_payment_terms(frame: pd.DataFrame, ax: Axes | None = None, *, source: str = "") -> Axes:
    """How work before the job is paid, by kind, and how clear the payment terms are.

    Parameters
    ----------
    frame : pandas.DataFrame
        Scanned rows; `status`, `trial` and `payment_terms` are used.
    ax : matplotlib.axes.Axes, optional
    source : str, optional

    Returns
    -------
    matplotlib.axes.Axes

    Examples
    --------
    >>> columns = {"status": ["scored"], "trial": [{"kind": "task", "paid": "unpaid"}]}
    >>> print(plot_trial_and_payment_terms(pd.DataFrame(columns)).get_title(loc="left"))
    100 % of postings ask for work before the job
    """
    rows = scored(frame)
    trials = [record for record in records(rows, "trial") if record]
    terms = Counter(str(record.get("label")) for record in records(rows, "payment_terms") if record)
    lines, bars, n = [], [], len(rows)
    kinds = {"period": "trial period", "task": "test task", "training": "training before the job"}
    for kind, name in kinds.items():
        paid = Counter(str(trial.get("paid")) for trial in trials if trial.get("kind") == kind)
        if paid:
            lines.append(f"{name} · {share(paid.total() / n)} of postings (n = {paid.total():,})")
            bars.append(np.array([paid["paid"], paid["unclear"], paid["unpaid"]], dtype=float))
    n_terms = terms["clear"] + terms["none"] + terms["risky"]
    if n_terms:
        lines.append(f"payment terms of all postings (n = {n_terms:,})")
        bars.append(np.array([terms["clear"], terms["none"], terms["risky"]], dtype=float))
    ax = axes(ax, 1.1 + ROW * max(len(bars), 2))
    if not bars:
        return nothing(ax, "no postings with a trial or payment terms")
    colors = (GOOD, UNSAID, BAD)
    stack(ax, lines, bars, colors)
    dress(
        ax, f"{share(len(trials) / n)} of postings ask for work before the job", "share of each row",
        footer(rows, f"n = {n:,} scored postings", source),
        legend=patches(("paid, clear", "not said", "unpaid, at risk"), colors), columns=3,
    )  # fmt: skip
    return ax


def plot_score_against_pay(frame: pd.DataFrame, ax: Axes | None = None, *, source: str = "") -> Axes:
    """Probability of over-expectation against pay: a dot a posting, and the median of each tenth by pay.

    Parameters
    ----------
    frame : pandas.DataFrame
        Scanned rows; `status`, `p_over_expectation`, `pay_usd_hour_min` and `pay_usd_hour_max` are used.
    ax : matplotlib.axes.Axes, optional
    source : str, optional

    Returns
    -------
    matplotlib.axes.Axes

    Examples
    --------
    >>> columns = {"status": ["scored"], "p_over_expectation": [0.9], "pay_usd_hour_min": [2.0]}
    >>> plot_score_against_pay(pd.DataFrame(columns)).get_xscale()
    'log'
    """
    from matplotlib.lines import Line2D

    rows = scored(frame)
    pay, score = pay_usd_hour(rows), numbers(rows, "p_over_expectation")
    both = (pay > 0) & np.isfinite(score)
    pay, score = pay[both], score[both]
    n = len(pay)
    ax = axes(ax, 2.7)
    if not n:
        return nothing(ax, "no postings with a score and pay an hour")
    size, alpha = (9.0, 0.6) if n < 500 else (4.0, 0.3) if n < 5000 else (2.0, 0.12)
    ax.scatter(pay, score, s=size, alpha=alpha, color=GOOD, linewidths=0, rasterized=n > 2000, zorder=2)
    dollar_axis(ax, float(pay.min()), float(pay.max()))
    ax.set_ylim(-0.03, 1.03)
    ax.set_yticks([0, 0.25, 0.5, 0.75, 1.0], ["0", "0.25", "0.5", "0.75", "1"])
    ax.grid(axis="y", color=RULE, linewidth=0.5)
    title = "Over-expectation against the pay offered"
    legend = [Line2D([], [], marker="o", markersize=3, linewidth=0, color=GOOD, label="a posting")]
    if n >= 10 * N_QUARTILES:
        edges = np.unique(np.quantile(pay, np.linspace(0, 1, 11)))
        group = np.clip(np.searchsorted(edges, pay, side="right") - 1, 0, max(len(edges) - 2, 0))
        tenths = [(np.median(pay[group == k]), np.median(score[group == k])) for k in np.unique(group)]
        x, y = zip(*tenths, strict=True)
        legend += ax.plot(
            x, y, "-o", color=BAD, linewidth=1.4, markersize=3, zorder=3, label="median of each tenth by pay"
        )
        if np.ptp(pay) and np.ptp(score):
            rank = pd.Series(pay).rank().corr(pd.Series(score).rank())
            title += f" (rank correlation {rank:.2f})"
    dress(
        ax, title, "US dollars an hour (each step of the axis multiplies)", footer(rows, f"n = {n:,} postings", source),
        legend=legend, columns=2,
    )  # fmt: skip
    ax.set_ylabel("probability that it expects too much", fontsize=SMALL, color=MUTED)
    return ax


def _above(count: NDArray[np.float64]) -> float:
    return float(count[2:].sum() / count.sum())


def _figure(record: dict[str, Any] | None, name: str) -> float:
    value = record.get(name) if record else None
    return float(value) if isinstance(value, int | float) else np.nan
