"""Fit the points of ``tables/goal_points.csv`` or ``tables/contact_points.csv`` to labelled postings.

usage: fit_grade_points.py {goals,communication} LABELLED.jsonl [MORE.jsonl …] [--words N] [--write]

A file holds one posting a line; under "label" its grade and the words that show it (if told), under "second", where
there is one, a second reader's grade. All are learnt from; only those of the first file are judged on and choose the
cuts. The cues are those of the table; their points, the single words and the cuts are fitted.

A posting's chance of grade 1 or more is logistic in its posting points plus the log of one plus the sum of exp(points)
over its opened sentences; likewise for grade 2. Points pay for the grades (a second reader's vote counts 0.35) and, by
a fifth, for finding the sentence that the reader quoted; ridge penalties keep them small. Prints quadratic kappa from
eight-fold cross-validation in which near-duplicates stay on one side and the words are chosen inside each fold.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from labelled import board_of, read_labelled
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.model_selection import GroupKFold

import postingscan.tables
from postingscan.posting import Posting
from postingscan.read import lay_out
from postingscan.read.grades import (
    cues_by_sentence,
    load_sheet,
    section_of,
    sentence_length,
    text_length,
    words_of,
)

TABLES = {"goals": ("goal", "goal_points"), "communication": ("contact", "contact_points")}
SECOND_VOTE = 0.35
QUOTED = 0.2
RIDGE_SENTENCE, RIDGE_POSTING = {"goals": 2.0, "communication": 1.0}, 15.0
FOLDS = 8
MIN_COUNT = 15  # opened sentences that a word must stand in
MASKED = frozenset(("actual", "info", "infomber", "infombers", "teaupgrade", "upgrade"))  # one site's mask for links
SHINGLE, SHARED = 7, 0.25  # postings that share a quarter of their 7-word shingles count as one


@dataclass
class Data:
    """Opened sentences (rows of `cues` and `words`) of postings (`of`), whether quoted, and each posting's own cues."""

    cues: csr_matrix
    words: csr_matrix
    of: np.ndarray
    quoted: np.ndarray
    posting: np.ndarray
    grade: np.ndarray
    second: np.ndarray
    group: np.ndarray
    board: np.ndarray
    judged: np.ndarray
    names: list[str]
    own_names: list[str]
    vocabulary: np.ndarray


def read(paths: list[Path], what: str) -> Data:
    """Lay out every English posting and find its opened sentences."""
    sheet = load_sheet(*TABLES[what])
    names = [name for name in sheet.some if name not in sheet.words and name not in ("Constant", "Cut")]
    column = {name: index for index, name in enumerate(names)}
    own = {name: index for index, name in enumerate(sheet.posting)}
    rows = read_labelled(paths)
    entries: list[tuple[int, int, float]] = []
    texts, of, quoted, posting = [], [], [], []
    for number, row in enumerate(rows):
        page = lay_out(Posting(title=row["title"] or "", description=row["description"] or ""))
        quote = row["label"].get(f"{what}_text") or ""
        mine = np.zeros(len(own))
        mine[own["Length"]] = text_length(page.description)
        for document in (page.title, page.description):
            at = document.text.find(quote) if quote else -1
            for sentence, here in cues_by_sentence(document, sheet):
                for name in here:
                    mine[own[name]] = 1.0
                if sheet.opening.isdisjoint(here):
                    continue
                entries += [(len(of), column[name], 1.0) for name in here]
                entries.append((len(of), column[section_of(document, sentence)], 1.0))
                entries.append((len(of), column["Length"], sentence_length(sentence)))
                texts.append(document.folded[sentence.start : sentence.end])
                quoted.append(at >= 0 and sentence.start < at + len(quote) and at < sentence.end)
                of.append(number)
        posting.append(mine)
    counter = CountVectorizer(analyzer=telling_words, binary=True, min_df=MIN_COUNT)
    words = counter.fit_transform(texts).astype(float).tocsr()
    row_of, column_of, values = zip(*entries, strict=True)
    grade = np.array([row["label"][what] for row in rows])
    return Data(
        cues=csr_matrix((values, (row_of, column_of)), shape=(len(of), len(names))),
        words=words,
        of=np.array(of),
        quoted=np.array(quoted, dtype=float),
        posting=np.array(posting),
        grade=grade,
        second=np.array([(row.get("second") or row["label"])[what] for row in rows]),
        group=near_duplicates([f"{row['title']} {row['description']}" for row in rows]),
        board=np.array([board_of(row["source"]) for row in rows]),
        judged=np.array([row["judged"] for row in rows]),
        names=names,
        own_names=list(own),
        vocabulary=counter.get_feature_names_out(),
    )


def telling_words(sentence: str) -> list[str]:
    """The words that may get points: no dashes, nothing that tells the site."""
    return [word for word in words_of(sentence) if word[0].isalnum() and word not in MASKED]


def near_duplicates(texts: list[str]) -> np.ndarray:
    """A number for each text, the same for texts that share shingles."""
    held: dict[int, list[int]] = {}
    sizes = []
    for number, text in enumerate(texts):
        words = words_of(text.lower())
        shingles = {
            int.from_bytes(hashlib.blake2b(" ".join(words[k : k + SHINGLE]).encode(), digest_size=8).digest())
            for k in range(max(1, len(words) - SHINGLE + 1))
        }
        sizes.append(len(shingles))
        for shingle in shingles:
            held.setdefault(shingle, []).append(number)
    shared: dict[tuple[int, int], int] = {}
    for numbers in held.values():
        for index, first in enumerate(numbers):
            for second in numbers[index + 1 :]:
                shared[first, second] = shared.get((first, second), 0) + 1
    group = list(range(len(texts)))
    for (first, second), count in shared.items():
        if count >= SHARED * min(sizes[first], sizes[second]):
            low, high = sorted((group[first], group[second]))
            group = [low if number == high else number for number in group]
    return np.array(group)


def log_sum(scores: np.ndarray, of: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Log of one plus the sum of exp(score) for each posting, and each sentence's share in it."""
    top = np.zeros(n)
    np.maximum.at(top, of, scores)
    weights = np.exp(scores - top[of])
    total = np.exp(-top) + np.bincount(of, weights, n)
    return top + np.log(total), weights / total[of]


def fit(
    sentences: csr_matrix, of: np.ndarray, quoted: np.ndarray, posting: np.ndarray, votes: np.ndarray, ridge: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Points of the sentences' columns for grade 1 and 2, points of the postings' columns, and the two constants.

    `votes` holds the share of votes for grade 1 or more and for grade 2, a row each.
    """
    n, d, k = posting.shape[0], sentences.shape[1], posting.shape[1]
    turned = sentences.T.tocsr()
    quotes = np.bincount(of, quoted, n)
    target = np.divide(quoted, quotes[of], out=np.zeros(len(of)), where=quotes[of] > 0)

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        some, full, own = point[:d], point[d : 2 * d], point[2 * d : 2 * d + k]
        slope = np.zeros_like(point)
        gap = some - full
        value = ridge / 2 * (some @ some + full @ full + gap @ gap) + RIDGE_POSTING * own @ own
        slope[:d] += ridge * (some + gap)
        slope[d : 2 * d] += ridge * (full - gap)
        slope[2 * d : 2 * d + k] += 2 * RIDGE_POSTING * own
        for head, weights in enumerate((some, full)):
            summed, share = log_sum(sentences @ weights, of, n)
            chance = 1 / (1 + np.exp(-(summed + posting @ own + point[2 * d + k + head])))
            vote = votes[head]
            value -= (vote * np.log(chance + 1e-12) + (1 - vote) * np.log(1 - chance + 1e-12)).sum()
            off = chance - vote
            pull = off[of] * share
            showing = (vote > 0.5)[of] & (target > 0)
            known = ((vote > 0.5) & (quotes > 0))[of]
            value -= QUOTED * (target[showing] * np.log(share[showing] + 1e-12)).sum()
            pull[known] += QUOTED * (share[known] - target[known])
            slope[head * d : (head + 1) * d] += turned @ pull
            slope[2 * d : 2 * d + k] += posting.T @ off
            slope[2 * d + k + head] += off.sum()
        return value, slope

    point = minimize(loss, np.zeros(2 * d + k + 2), jac=True, method="L-BFGS-B", options={"maxiter": 250}).x
    return point[:d], point[d : 2 * d], point[2 * d : 2 * d + k], point[2 * d + k :]


def votes_of(data: Data, chosen: np.ndarray) -> np.ndarray:
    """Share of the votes for grade 1 or more, and for grade 2."""
    first, second = data.grade[chosen], data.second[chosen]
    return np.stack([(1 - SECOND_VOTE) * (first >= g) + SECOND_VOTE * (second >= g) for g in (1, 2)])


def fit_part(data: Data, postings: np.ndarray, n_words: int, ridge: float) -> tuple[np.ndarray, tuple[np.ndarray, ...]]:
    """Choose words and fit points on some of the postings; the words' columns and the points."""
    place = np.full(len(data.grade), -1)
    place[postings] = np.arange(len(postings))
    mine = np.flatnonzero(place[data.of] >= 0)
    args = (place[data.of[mine]], data.quoted[mine], data.posting[postings], votes_of(data, postings))
    chosen = np.arange(0)
    if n_words:
        counts = np.asarray(data.words[mine].sum(0)).ravel()
        common = np.flatnonzero(counts >= MIN_COUNT)
        some, full, _, _ = fit(hstack([data.cues[mine], data.words[mine][:, common]]).tocsr(), *args, 1.0)
        skip = data.cues.shape[1]
        weight = (np.abs(some) + np.abs(full))[skip:] * np.sqrt(counts[common])
        chosen = np.sort(common[np.argsort(-weight)[:n_words]])
    return chosen, fit(hstack([data.cues[mine], data.words[mine][:, chosen]]).tocsr(), *args, ridge)


def expect(data: Data, postings: np.ndarray, chosen: np.ndarray, points: tuple[np.ndarray, ...]) -> np.ndarray:
    """Expected grade of some postings."""
    place = np.full(len(data.grade), -1)
    place[postings] = np.arange(len(postings))
    mine = np.flatnonzero(place[data.of] >= 0)
    sentences = hstack([data.cues[mine], data.words[mine][:, chosen]]).tocsr()
    some, full, own, constants = points
    out = np.zeros(len(postings))
    for head, weights in enumerate((some, full)):
        summed, _ = log_sum(sentences @ weights, place[data.of[mine]], len(postings))
        out += 1 / (1 + np.exp(-(summed + data.posting[postings] @ own + constants[head])))
    return out


def kappa(said: np.ndarray, label: np.ndarray) -> float:
    """Quadratic weighted kappa of grades 0 to 2."""
    seen = np.zeros((3, 3))
    np.add.at(seen, (said, label), 1)
    cost = (np.arange(3)[:, None] - np.arange(3)) ** 2
    return float(1 - (cost * seen).sum() * seen.sum() / (cost * np.outer(seen.sum(1), seen.sum(0))).sum())


def best_cuts(expected: np.ndarray, label: np.ndarray) -> tuple[float, float, float]:
    """Kappa and the two cuts that give it."""
    found = []
    for low in np.arange(0.3, 1.2, 0.04):
        for high in np.arange(max(low + 0.1, 0.9), 1.9, 0.04):
            said = (expected > low).astype(int) + (expected > high)
            found.append((kappa(said, label), round(low, 2), round(high, 2)))
    return max(found)


def cross_validate(data: Data, n_words: int, ridge: float, by: np.ndarray) -> np.ndarray:
    """Each judged posting's expected grade from folds that it was no part of; postings of one of `by` stay together."""
    expected = np.zeros(len(data.grade))
    for train, test in GroupKFold(min(FOLDS, len(set(by)))).split(data.grade, groups=by):
        test = test[data.judged[test]]
        if len(test):
            chosen, points = fit_part(data, train, n_words, ridge)
            expected[test] = expect(data, test, chosen, points)
    return expected[data.judged]


def honest_kappa(expected: np.ndarray, data: Data) -> tuple[float, float, float]:
    """Kappa with the cuts of each fold chosen on the other folds, and those cuts on average."""
    grade, group = data.grade[data.judged], data.group[data.judged]
    said, cuts = np.zeros(len(expected), dtype=int), []
    for train, test in GroupKFold(FOLDS).split(grade, groups=group):
        _, low, high = best_cuts(expected[train], grade[train])
        said[test] = (expected[test] > low).astype(int) + (expected[test] > high)
        cuts.append((low, high))
    low, high = np.mean(cuts, axis=0)
    return kappa(said, grade), float(low), float(high)


def write(data: Data, what: str, chosen: np.ndarray, points: tuple[np.ndarray, ...], cuts: tuple[float, float]) -> None:
    """Put the fitted points into the table, row by row; words anew at its end."""
    path = Path(postingscan.tables.__file__).with_name(f"{TABLES[what][1]}.csv")
    with path.open(newline="", encoding="utf-8") as table:
        rows = [row for row in csv.DictReader(table) if row["match"] != "word"]
    some, full, own, constants = points
    to_some, to_full = dict(zip(data.names, some, strict=False)), dict(zip(data.names, full, strict=False))
    to_some |= {"Constant": constants[0], "Cut": cuts[0]}
    to_full |= {"Constant": constants[1], "Cut": cuts[1]}
    posting = dict(zip(data.own_names, own, strict=True))
    for row in rows:
        row["some"], row["full"] = f"{to_some[row['cue']]:.2f}", f"{to_full[row['cue']]:.2f}"
        row["posting"] = f"{posting[row['cue']]:.2f}" if row["cue"] in posting else ""
    for place, index in enumerate(chosen, len(data.names)):
        word = data.vocabulary[index]
        points_of = {"some": f"{some[place]:.2f}", "full": f"{full[place]:.2f}"}
        rows.append({"match": "word", "cue": word, "phrases": "", "posting": ""} | points_of)
    with path.open("w", newline="", encoding="utf-8") as table:
        writer = csv.DictWriter(table, ["match", "cue", "phrases", "some", "full", "posting"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    """Fit, cross-validate and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=TABLES)
    parser.add_argument("labelled", type=Path, nargs="+")
    parser.add_argument("--words", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    data, ridge = read(args.labelled, args.what), RIDGE_SENTENCE[args.what]
    print(f"{len(data.grade)} postings, {len(set(data.group))} groups, {len(data.of)} opened sentences")
    expected = cross_validate(data, args.words, ridge, data.group)
    agreement, low, high = honest_kappa(expected, data)
    print(f"kappa {agreement:.3f} cross-validated; cuts {low:.2f} and {high:.2f}")
    strange = honest_kappa(cross_validate(data, args.words, ridge, data.board), data)[0]
    print(f"kappa {strange:.3f} with the posting's board left out")
    if args.write:
        chosen, points = fit_part(data, np.arange(len(data.grade)), args.words, ridge)
        write(data, args.what, chosen, points, (low, high))


if __name__ == "__main__":
    main()
