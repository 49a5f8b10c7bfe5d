"""Builds the tables fitted on freelancers' profiles: rarity, market and neighbouring roles.

usage: build_worker_tables.py RAW [TABLES]

RAW: the folder with ``persons_deidentified.csv.gz`` (one row a person: `dataset`, `rate_usd_h`, `families`
joined by ``|``) and ``skill_prevalence_rates.csv`` (the names of the skill families). TABLES: where the CSV
files and ``sources.toml`` lie; the package's own tables where left out. The seed is fixed: the same input gives
the same files. No person's row and no count of one to four people is written. Figures of merit go to standard
output.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

TABLES = Path(__file__).parents[1] / "src" / "postingscan" / "tables"
SEED = 20180701
SMALLEST_CELL = 5

LISTS = "upwork_us_2018"
N_CLASSES = 16  # of 8 to 28, the fewest whose held-out likelihood is within two standard errors of the best
PRIOR = 3.0  # people of average prevalence added to each class, chosen with K
N_DRAWS = 80
N_STARTS = 3
LARGEST_BUNDLE = 5

RATES = {
    "us": ("Upwork, United States, 2018", ("upwork_us_2018",)),
    "world": ("Freelancer.com, worldwide, 2025", ("freelancer_com_2025a", "freelancer_com_2025b")),
}
RIDGE = 20.0
PARTS = 6  # random parts of each list that the rate model is fitted on

LIFT = 2.0
SHARE = 0.2
# Held together by custom, after the codebook's rulings (what assistants, marketers and shop managers ordinarily
# hold) and where the lists have no family for a role.
BY_CUSTOM = """
software_engineering web_development|software_engineering mobile_development|software_engineering devops_sysadmin
software_engineering data_engineering|software_engineering qa_testing|software_engineering data_science
data_science data_engineering|data_engineering devops_sysadmin|web_development devops_sysadmin
data_engineering web_development|animation_3d video_audio|animation_3d graphic_design|photography video_audio
photography graphic_design|engineering_cad animation_3d|marketing_strategy social_media|marketing_strategy paid_ads
marketing_strategy email_marketing|marketing_strategy seo|social_media graphic_design|social_media writing_editing
email_marketing writing_editing|admin_assistant social_media|admin_assistant email_marketing
admin_assistant hr_recruiting|admin_assistant bookkeeping_finance|admin_assistant ecommerce_ops
ecommerce_ops customer_support|ecommerce_ops data_entry|sales_leadgen email_marketing|sales_leadgen research
translation transcription
"""


def main(raw: Path, tables: Path = TABLES) -> None:
    """Fit everything and write it."""
    people = read_people(raw / "persons_deidentified.csv.gz")
    with (raw / "skill_prevalence_rates.csv").open(newline="") as lines:
        families = [row["skill"] for row in csv.DictReader(lines)]
    lists = listed(people[LISTS], families)
    rng = np.random.default_rng(SEED)

    judge_classes(lists, rng)
    draws = [fit_classes(lists, rng, resample(len(lists), rng)) for _ in range(N_DRAWS)]
    write(
        tables / "rarity_classes.csv",
        ("draw", "class", "weight", *families),
        (
            (number, index, *map(short, (weight, *rates)))
            for number, (weights, classes) in enumerate(draws)
            for index, (weight, rates) in enumerate(zip(weights, classes, strict=True))
        ),
    )
    write(tables / "rarity_observed.csv", ("families", "n_workers"), observed_bundles(lists, families))

    effects: list[Sequence[object]] = []
    populations: list[Sequence[object]] = []
    for population, (name, datasets) in RATES.items():
        asking = [person for dataset in datasets for person in people[dataset] if person["rate_usd_h"]]
        rates = np.array([float(person["rate_usd_h"]) for person in asking])
        asked = listed(asking, families)
        with_family = asked.any(axis=1)
        judge_market(name, asked[with_family], np.log(rates[with_family]), rng)
        effect, bands = fit_market(asked[with_family], np.log(rates[with_family]), rng)
        populations.append((population, name, int(with_family.sum()), *map(short, bands)))
        for column, family in enumerate(families):
            quartiles = np.quantile(rates[asked[:, column] > 0], (0.25, 0.5, 0.75))
            n_workers = int(asked[:, column].sum())
            if n_workers >= SMALLEST_CELL:
                effects.append((population, family, n_workers, short(effect[column]), *map(short, quartiles)))
    write(tables / "market_populations.csv", ("population", "name", "n_workers", *BANDS), populations)
    write(
        tables / "market_effects.csv",
        ("population", "family", "n_workers", "log_effect", "usd_hour_p25", "usd_hour_p50", "usd_hour_p75"),
        effects,
    )
    write(
        tables / "role_neighbours.csv",
        ("role", "neighbour", "lift", "share", "basis"),
        neighbours(lists, families, tables),
    )
    for name in ("rarity_classes", "rarity_observed", "market_populations", "market_effects", "role_neighbours"):
        record_hash(tables, name)


def read_people(path: Path) -> dict[str, list[dict[str, str]]]:
    """Rows by data set."""
    people: dict[str, list[dict[str, str]]] = {}
    with gzip.open(path, "rt", newline="") as lines:
        for row in csv.DictReader(lines):
            people.setdefault(row["dataset"], []).append(row)
    return people


def listed(people: Iterable[dict[str, str]], families: Sequence[str]) -> Floats:
    """One row a person, one column a family: 1 where the person lists it."""
    column = {family: index for index, family in enumerate(families)}
    rows = []
    for person in people:
        row = np.zeros(len(families))
        row[[column[family] for family in person["families"].split("|") if family]] = 1
        rows.append(row)
    return np.array(rows)


def resample(n: int, rng: np.random.Generator) -> Floats:
    """How often each of `n` people is drawn in one bootstrap sample."""
    return rng.multinomial(n, np.full(n, 1 / n)).astype(float)


def fit_classes(
    lists: Floats,
    rng: np.random.Generator,
    times: Floats | None = None,
    n_classes: int = N_CLASSES,
    prior: float = PRIOR,
) -> tuple[Floats, Floats]:
    """Weights and family rates of latent classes within which families are independent; the best of several EM runs."""
    times = np.ones(len(lists)) if times is None else times
    average = times @ lists / times.sum()
    best: tuple[float, Floats, Floats] | None = None
    for _ in range(N_STARTS):
        share = rng.dirichlet(np.full(n_classes, 0.1), size=len(lists))
        last = -math.inf
        for step in range(400):
            members = share * times[:, None]
            size = members.sum(axis=0)
            weights = (size + 1) / (size.sum() + n_classes)
            rates = (members.T @ lists + prior * average) / (size[:, None] + prior)
            rates = np.clip(rates, 1e-9, 1 - 1e-9)
            joint = log_joint(lists, weights, rates)
            top = joint.max(axis=1, keepdims=True)
            odds = np.exp(joint - top)
            total = odds.sum(axis=1, keepdims=True)
            share = odds / total
            pull = prior * (average * np.log(rates) + (1 - average) * np.log(1 - rates)).sum()
            fit = float(times @ (top + np.log(total))[:, 0] + pull)
            if step > 20 and fit - last < 1e-7 * len(lists):
                break
            last = fit
        if best is None or fit > best[0]:
            best = fit, weights, rates
    assert best is not None
    return best[1], best[2]


def log_joint(lists: Floats, weights: Floats, rates: Floats) -> Floats:
    """Log-probability of each person's list together with each class, shape (people, classes)."""
    joint: Floats = lists @ np.log(rates / (1 - rates)).T + np.log(1 - rates).sum(axis=1) + np.log(weights)
    return joint


def probabilities(weights: Floats, rates: Floats, bundles: NDArray[np.int64]) -> Floats:
    """P(all families of the bundle) for each bundle, shape (bundles,)."""
    total = np.zeros(len(bundles))
    for weight, rate in zip(weights, rates, strict=True):
        part = np.full(len(bundles), weight)
        for column in bundles.T:
            part *= rate[column]
        total += part
    return total


def count_bundles(lists: Floats, size: int) -> Counter[tuple[int, ...]]:
    """How many people list each bundle of `size` families."""
    return Counter(bundle for row in lists for bundle in combinations(np.flatnonzero(row).tolist(), size))


def observed_bundles(lists: Floats, families: Sequence[str]) -> Iterable[tuple[str, int]]:
    """All people (the empty bundle), bundles that five or more of them list, and the smallest that nobody lists."""
    yield "", len(lists)
    seen: set[tuple[int, ...]] = set()
    nobody: list[tuple[int, ...]] = []
    for size in range(1, LARGEST_BUNDLE + 1):
        counts = count_bundles(lists, size)
        for bundle, n_workers in sorted(counts.items()):
            if n_workers >= SMALLEST_CELL:
                yield "|".join(families[i] for i in bundle), n_workers
        if size > 1:
            nobody += [
                (*head, last)
                for head in sorted(seen)
                for last in range(head[-1] + 1, len(families))
                if (*head, last) not in counts and all(part in seen for part in combinations((*head, last), size - 1))
            ]
        seen = set(counts)
    for bundle in nobody:
        yield "|".join(families[i] for i in bundle), 0


def judge_classes(lists: Floats, rng: np.random.Generator) -> None:
    """Print, for half fitted and half predicted, the mean Poisson log-likelihood of a bundle of 2 to 5 families."""
    order = rng.permutation(len(lists))
    fitted, held = lists[order[: len(lists) // 2]], lists[order[len(lists) // 2 :]]
    one = fit_classes(fitted, rng)
    many = [fit_classes(fitted, rng, resample(len(fitted), rng)) for _ in range(20)]
    alone = (np.ones(1), fitted.mean(axis=0)[None])
    for size in range(2, LARGEST_BUNDLE + 1):
        bundles = np.array(list(combinations(range(lists.shape[1]), size)))
        counts = count_bundles(held, size)
        seen = np.array([counts[tuple(bundle)] for bundle in bundles.tolist()])
        log_factorial = np.array([math.lgamma(count + 1) for count in range(int(seen.max()) + 1)])[seen]
        for name, models in (("independence", [alone]), ("one fit", [one]), ("mean of draws", many)):
            shares = [probabilities(weights, rates, bundles) for weights, rates in models]
            expected = len(held) * np.mean(shares, axis=0)
            score = (seen * np.log(expected) - expected - log_factorial).mean()
            print(f"bundles of {size}, {name}: {score:.4f}, observed over expected {seen.sum() / expected.sum():.2f}")


BANDS = ("log_base", "residual_p10", "residual_p25", "residual_p50", "residual_p75", "residual_p90")


def parts_of(lists: Floats, rng: np.random.Generator) -> Floats:
    """A random part of each person's list, of random size: a posting names a part of what a worker lists."""
    parts = np.zeros_like(lists)
    for row, whole in zip(parts, lists, strict=True):
        families = np.flatnonzero(whole)
        row[rng.choice(families, rng.integers(1, len(families) + 1), replace=False)] = 1
    return parts


def scaled(bundles: Floats) -> Floats:
    """Each family's indicator over the square root of the bundle's size: effects of many families don't simply add."""
    result: Floats = bundles / np.sqrt(bundles.sum(axis=1, keepdims=True))
    return result


def fit_market(lists: Floats, log_rates: Floats, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Effects of the families on the log of the asked rate, and `BANDS`: the base and quantiles of the residuals."""
    parts = np.vstack([parts_of(lists, rng) for _ in range(PARTS)])
    rates = np.tile(log_rates, PARTS)
    features = scaled(parts)
    middle = features.mean(axis=0)
    centred = features - middle
    # The penalty is RIDGE people a family, in the scale of the features.
    penalty = RIDGE * PARTS * (features**2).sum() / parts.sum()
    effect = np.linalg.solve(centred.T @ centred + penalty * np.eye(lists.shape[1]), centred.T @ (rates - rates.mean()))
    base = rates.mean() - middle @ effect
    residuals = rates - base - features @ effect
    return effect, np.array([base, *np.quantile(residuals, (0.1, 0.25, 0.5, 0.75, 0.9))])


def judge_market(name: str, lists: Floats, log_rates: Floats, rng: np.random.Generator) -> None:
    """Print, in five folds, how well the rate of held-out people is told from a part of their list."""
    fold = rng.permutation(len(lists)) % 5
    parts = parts_of(lists, rng)
    told, plain, low, high = (np.zeros(len(lists)) for _ in range(4))
    for number in range(5):
        fitted, held = fold != number, fold == number
        effect, (base, p10, _, p50, _, p90) = fit_market(lists[fitted], log_rates[fitted], rng)
        centre = base + scaled(parts[held]) @ effect
        told[held], low[held], high[held] = centre + p50, centre + p10, centre + p90
        medians = np.array([np.median(log_rates[fitted][column > 0]) for column in lists[fitted].T])
        plain[held] = [np.median(medians[row > 0]) for row in parts[held]]
    inside = np.mean((log_rates >= low) & (log_rates <= high))
    spread = ((log_rates - log_rates.mean()) ** 2).sum()
    print(f"{name}: n = {len(lists)}, 80 % band covers {inside:.3f} of held-out people")
    for label, guess in (("rate model", told), ("median of the families' medians", plain)):
        error = np.abs(log_rates - guess)
        print(
            f"  {label}: R2 {1 - (error**2).sum() / spread:.3f}, absolute error of the log: mean {error.mean():.3f}, "
            f"median {np.median(error):.3f}"
        )


def neighbours(lists: Floats, families: Sequence[str], tables: Path) -> Iterable[tuple[str, str, str, str, str]]:
    """Pairs of roles that are ordinarily held together, by the workers' lists or by custom."""
    with (tables / "jobs.csv").open(newline="") as lines:
        of_role = {
            row["role"]: [family for family in row["families"].split("|") if family] for row in csv.DictReader(lines)
        }
    holds = {
        role: lists[:, [families.index(family) for family in own]].any(axis=1) for role, own in of_role.items() if own
    }
    custom = {frozenset(pair.split()) for line in BY_CUSTOM.split("\n") for pair in line.split("|") if pair}
    for role, other in combinations(of_role, 2):
        lift = share = None
        if role in holds and other in holds:
            together = int((holds[role] & holds[other]).sum())
            if together >= SMALLEST_CELL:
                n_role, n_other = int(holds[role].sum()), int(holds[other].sum())
                lift = together * len(lists) / (n_role * n_other)
                share = together / min(n_role, n_other)
        by_lists = lift is not None and share is not None and lift >= LIFT and share >= SHARE
        if by_lists or {role, other} in custom:
            yield (
                role, other, "" if lift is None else f"{lift:.2f}", "" if share is None else f"{share:.2f}",
                "lists" if by_lists else "custom",
            )  # fmt: skip


def short(number: float) -> str:
    """Four significant digits."""
    return f"{number:.4g}"


def write(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """One CSV file."""
    with path.open("w", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{path.name}: {path.stat().st_size:,} bytes")


def record_hash(tables: Path, name: str) -> None:
    """Put the file's sha256 into its section of ``sources.toml``."""
    sources = tables / "sources.toml"
    digest = hashlib.sha256((tables / f"{name}.csv").read_bytes()).hexdigest()
    text, n_changed = re.subn(
        rf'(?m)^(\[{name}\]\n(?:(?!\[).*\n)*?sha256 = )"[0-9a-f]*"', rf'\g<1>"{digest}"', sources.read_text("utf-8")
    )
    if not n_changed:
        sys.exit(f"no section [{name}] with a sha256 in {sources}: write where the table comes from first")
    sources.write_text(text, "utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
