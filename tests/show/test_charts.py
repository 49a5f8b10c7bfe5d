"""Charts: what they count, that they fit their paper, and that they leave the reader's settings alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from postingscan.show import charts

Frames = Callable[[int], pd.DataFrame]
PLOTS = [getattr(charts, name) for name in charts.__all__]


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    mpl.use("agg")
    yield
    plt.close("all")


def words(ax: Axes) -> list[str]:
    return [text.get_text() for text in ax.texts]


def test_every_chart_is_public() -> None:
    assert charts.__all__ == sorted(name for name in dir(charts) if name.startswith("plot_"))


@pytest.mark.parametrize("plot", PLOTS)
@pytest.mark.parametrize("n_rows", [0, 1, 2, 9, 120])
def test_draws_on_given_axes_and_leaves_settings_alone(
    plot: Callable[..., Axes], n_rows: int, frame_of: Frames
) -> None:
    before = mpl.rcParams.copy()
    ax = Figure(layout="constrained").subplots()
    assert plot(frame_of(n_rows), ax) is ax
    ax.get_figure().canvas.draw()
    assert mpl.rcParams == before
    assert not plt.get_fignums()


@pytest.mark.parametrize("plot", PLOTS)
def test_without_any_rows_or_columns_it_says_so(plot: Callable[..., Axes]) -> None:
    (notice,) = words(plot(pd.DataFrame()))
    assert notice.startswith("no ")


@pytest.mark.parametrize("plot", PLOTS)
@pytest.mark.parametrize("n_rows", [1, 5, 120])
def test_nothing_is_cut_off_and_n_is_stated(plot: Callable[..., Axes], n_rows: int, frame_of: Frames) -> None:
    ax = plot(frame_of(n_rows), source="boards made up for this test, 2025")
    figure = ax.get_figure()
    figure.canvas.draw()
    assert figure.get_figwidth() == pytest.approx(3.35)
    width, height = figure.canvas.get_width_height()
    legend = ax.get_legend()
    for artist in [*ax.texts, ax.title, ax._left_title, ax.xaxis.label, ax.yaxis.label, *([legend] if legend else [])]:
        box = artist.get_window_extent()
        if box.width and (not hasattr(artist, "get_text") or artist.get_text()):
            assert box.x0 >= -2, artist
            assert box.x1 <= width + 2, artist
            assert box.y0 >= -2, artist
            assert box.y1 <= height + 2, artist
    if len(words(ax)) > 1:
        assert any("n = " in text and "boards made up for this test, 2025" in text for text in words(ax))


@pytest.mark.parametrize("plot", PLOTS)
def test_foreign_names_are_neither_mathematics_nor_markup(plot: Callable[..., Axes], frame_of: Frames) -> None:
    frame = frame_of(40)
    odd = r"C$^{_\frac$ </svg> $x_1$" + "\x1b"
    frame["source"] = odd
    frame["required_skills"] = [
        None if skills is None else [{"skill": odd}, {"skill": "SEO"}] for skills in frame["required_skills"]
    ]
    frame["roles"] = [None if roles is None else [odd] for roles in frame["roles"]]
    frame["findings"] = [None if found is None else [{"code": odd, "name": odd}] for found in frame["findings"]]
    ax = plot(frame)
    ax.get_figure().canvas.draw()
    assert "\x1b" not in "".join(words(ax))


def test_levels_by_source_counts() -> None:
    frame = pd.DataFrame(
        {"status": ["scored"] * 4 + ["not_scored"], "source": list("aabbc"), "over_expectation": [0, 2, 3, 2, None]}
    )
    ax = charts.plot_levels_by_source(frame)
    assert words(ax)[-1].startswith("Source: a, b; n = 4 scored postings")
    rows = [text for text in words(ax) if "level 2 or 3" in text]
    assert rows == [
        "all · n = 4, 75 % level 2 or 3",
        "b · n = 2, 100 % level 2 or 3",
        "a · n = 2, 50 % level 2 or 3",
    ]


def test_a_rule_counts_once_a_posting() -> None:
    twice = [{"code": "PAY001", "name": "no-pay-named"}] * 2
    ax = charts.plot_findings_by_rule(pd.DataFrame({"status": ["scored"] * 4, "findings": [twice, [], [], []]}))
    assert words(ax)[0] == "PAY001 no-pay-named · 25 % (1)"
    assert [patch.get_width() for patch in ax.patches] == [0.25]


def test_pay_by_role_shows_quartiles_only_where_there_are_enough() -> None:
    n = charts.N_QUARTILES
    frame = pd.DataFrame(
        {
            "status": ["scored"] * (n + 2),
            "roles": [["seo"]] * n + [["legal"]] * 2,
            "pay_usd_hour_min": [float(k + 1) for k in range(n)] + [30.0, 50.0],
            "market": [{"usd_hour_p50": 20.0}] * (n + 2),
        }
    )
    ax = charts.plot_pay_by_role(frame)
    (box,) = ax.patches
    low, high = np.percentile(np.arange(1, n + 1), [25, 75])
    assert (box.get_x(), box.get_x() + box.get_width()) == pytest.approx((low, high))
    assert words(ax)[0].startswith(r"legal · n = 2, median \$40")


def test_pay_of_nothing_is_left_out() -> None:
    frame = pd.DataFrame(
        {"status": ["scored"], "roles": [["seo"]], "pay_usd_hour_min": [0.0], "p_over_expectation": [0.5]}
    )
    assert words(charts.plot_pay_by_role(frame)) == ["no postings with a role and pay an hour"]
    assert words(charts.plot_score_against_pay(frame)) == ["no postings with a score and pay an hour"]


def test_lift_is_told_only_where_chance_would_give_five() -> None:
    from postingscan.show.canvas import UNSAID

    bundles = [["a", "b"]] * 20 + [["a"]] * 10 + [["c", "d"]] * 2 + [["e"]] * 8
    frame = pd.DataFrame(
        {"status": ["scored"] * 40, "required_skills": [[{"skill": s} for s in bundle] for bundle in bundles]}
    )
    ax = charts.plot_skills_together(frame)
    # a and b: 20 together, 30 · 20 / 40 = 15 by chance
    assert ax.get_title(loc="left").replace("\n", " ") == "Asked together most beyond chance: a and b, 1.3 times"
    (dots,) = ax.collections
    grey = [mpl.colors.to_hex(color) == UNSAID for color in dots.get_facecolors()]
    assert grey == [False, True]
