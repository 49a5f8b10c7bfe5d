"""Files in, one file out, at any size: read, judge in parallel, write in order, resume after a break."""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import postingscan
from postingscan.batch.checkpoint import FORMS, Checkpoint, beside, rejects_path
from postingscan.batch.pool import judge_batches, make_batches
from postingscan.batch.progress import Progress
from postingscan.batch.worker import Form, Settings, Tally
from postingscan.errors import ConfigError, InputError
from postingscan.ingest.columns import Columns
from postingscan.ingest.files import STDIN, Meter, Source, check_sources, find_sources, read_sources
from postingscan.ingest.places import Record, Reject
from postingscan.model.score import load_scorer

STDOUT = "-"
_MOST_REASONS = 5


@dataclass(frozen=True)
class Plan:
    """A scan of files, as the command line or a script asks for it.

    Parameters
    ----------
    inputs : sequence of str or Path
        Files, folders, ``'-'`` for standard input.
    out : str or Path
        Where the rows go: a name ending in ``.parquet``, ``.jsonl`` or ``.csv``, or ``'-'`` for JSON Lines on standard
        output.
    workers : int
        Processes.
    overwrite, resume : bool
        Replace an output that is there; go on with an unfinished one.
    limit : int or None
        So many records are read at most.
    renamed : mapping of str to str
        Columns and the field that each holds.
    model : str or None
        A model file.
    codes : frozenset of str or None
        Rules whose findings are shown.
    """

    inputs: Sequence[str | Path]
    out: str | Path
    workers: int = 1
    overwrite: bool = False
    resume: bool = False
    limit: int | None = None
    renamed: Mapping[str, str] = field(default_factory=dict)
    model: str | None = None
    codes: Collection[str] | None = None


@dataclass(frozen=True)
class Summary:
    """What a finished scan came to."""

    tally: Tally
    seconds: float
    out: str
    rejects: Path | None
    n_resumed: int = 0
    n_abandoned: int = 0

    def __str__(self) -> str:
        """The closing line.

        Examples
        --------
        >>> print(Summary(Tally(n_read=3, n_scored=2, n_rejects=1), 1.0, "out.jsonl", Path("out.jsonl.rejects.jsonl")))
        2 postings: 2 scored, 0 not scored; 1 reject (out.jsonl.rejects.jsonl); 1.0 s; written to out.jsonl
        """
        tally = self.tally
        common = tally.not_scored.most_common(_MOST_REASONS)
        reasons = ", ".join(f"{n:,}: {reason}" for reason, n in common)
        if n_others := tally.not_scored.total() - sum(n for _, n in common):
            reasons += f", {n_others:,}: other reasons"
        parts = [
            f"{_count(tally.n_rows, 'posting')}: {tally.n_scored:,} scored, {tally.not_scored.total():,} not scored"
            + (f" ({reasons})" if reasons else ""),
            _count(tally.n_rejects, "reject") + (f" ({self.rejects})" if self.rejects else ""),
            f"{self.seconds:,.1f} s",
            f"written to {'standard output' if self.out == STDOUT else self.out}",
        ]
        if self.n_resumed:
            parts.insert(2, f"resumed after {_count(self.n_resumed, 'record')}")
        return "; ".join(parts)


def _count(n: int, noun: str) -> str:
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def scan_files(plan: Plan, *, progress: bool = False, tell: Callable[[str], None] | None = None) -> Summary:
    """Scan what `plan` names and write one row a posting, in the order of the input.

    Parameters
    ----------
    plan : Plan
    progress : bool
        Show a bar on standard error.
    tell : callable, optional
        Is told, line by line, what the person at the keyboard should know meanwhile, and every reject where the rows go
        to standard output and there is no file for them.

    Returns
    -------
    Summary

    Raises
    ------
    PostingscanError
        Nothing can be read from an input, the output is there already, an option contradicts another.
    """
    tell = tell or (lambda _: None)
    started = time.monotonic()
    sources = find_sources(plan.inputs)
    columns = Columns(plan.renamed)
    load_scorer(plan.model)  # before anything is begun that a wrong model would leave half done
    settings = Settings(
        form=_form(plan.out),
        renamed=plan.renamed,
        model=plan.model,
        codes=None if plan.codes is None else frozenset(plan.codes),
    )
    if str(plan.out) != STDOUT:
        _check_out(Path(plan.out), sources, plan)
    check_sources(sources, columns)
    meter = Meter(0 if any(source.name == STDIN for source in sources) else sum(source.size for source in sources))
    items = read_sources(sources, columns, meter)
    if plan.limit is not None:
        items = islice(items, plan.limit)
    if str(plan.out) == STDOUT:
        tally = _to_stdout(items, settings, plan, Progress(meter, plan.limit, shown=progress), tell)
        return Summary(tally, time.monotonic() - started, STDOUT, None)
    checkpoint = Checkpoint(Path(plan.out), _fingerprint(plan, sources), resume=plan.resume)
    if checkpoint.abandoned:
        tell(
            f"began anew: an unfinished scan of {checkpoint.abandoned:,} records was there (--resume goes on with one)"
        )
    n_resumed = checkpoint.tally.n_read
    try:
        with Progress(meter, plan.limit, shown=progress) as bar:
            bar.update(checkpoint.tally)
            for _, judged in judge_batches(make_batches(islice(items, n_resumed, None)), settings, plan.workers):
                checkpoint.append(judged)
                bar.update(checkpoint.tally)
        rejects = checkpoint.finish()
    except OSError as error:  # most likely a full disk
        raise InputError("cannot write", where=str(plan.out), got=(error.strerror or str(error)).lower()) from error
    finally:
        checkpoint.close()
    return Summary(
        checkpoint.tally, time.monotonic() - started, str(plan.out), rejects, n_resumed, checkpoint.abandoned
    )  # fmt: skip


def _to_stdout(
    items: Iterable[Record | Reject], settings: Settings, plan: Plan, bar: Progress, tell: Callable[[str], None]
) -> Tally:
    tally = Tally()
    out: BinaryIO = sys.stdout.buffer
    with bar:
        for _, judged in judge_batches(make_batches(items), settings, plan.workers):
            assert isinstance(judged.body, bytes)
            out.write(judged.body)
            out.flush()
            for reject in judged.rejects:
                tell(f"rejected: {reject.where}: {reject.reason}")
            tally.add(judged.tally)
            bar.update(tally)
    return tally


def _form(out: str | Path) -> Form:
    if str(out) == STDOUT:
        return "jsonl"
    ending = Path(out).suffix.lower()
    if ending and ending not in FORMS:
        raise ConfigError(
            "cannot tell the format of the output", where=str(out), expected=f"a name ending in {', '.join(FORMS)}"
        )
    return FORMS.get(ending, "arrow")  # type: ignore[return-value]


def _check_out(out: Path, sources: Sequence[Source], plan: Plan) -> None:
    if out.is_dir():
        raise InputError("the output is a folder", where=str(out), expected="a file's name")
    if any(source.path and source.path.resolve() == out.resolve() for source in sources):
        raise InputError("the output is one of the inputs", where=str(out))
    if out.exists() and not plan.overwrite:
        unfinished = beside(out, ".part.json").exists()
        raise InputError(
            "the output is there already",
            where=str(out),
            do="give another name, or --overwrite to replace it"
            + (" once the unfinished scan is done" if unfinished else ""),
        )


def _fingerprint(plan: Plan, sources: Sequence[Source]) -> str:
    """What the rows depend on, as a hash: an unfinished scan may only be gone on with where it is the same."""
    seen = hashlib.sha256()
    for source in sources:
        stat = source.path.stat() if source.path else None
        seen.update(repr((source.name, stat and stat.st_size, stat and stat.st_mtime_ns)).encode())
    model = hashlib.sha256(Path(plan.model).read_bytes()).hexdigest() if plan.model else None
    codes = None if plan.codes is None else sorted(plan.codes)
    asked = (postingscan.__version__, plan.limit, sorted(plan.renamed.items()), model, codes, _form(plan.out))
    seen.update(repr(asked).encode())
    return seen.hexdigest()


def read_rejects(out: str | Path) -> Iterator[Reject]:
    """The rejects that a scan to `out` left, if any."""
    import orjson

    path = rejects_path(Path(out))
    if path.exists():
        with path.open("rb") as lines:
            for line in lines:
                yield Reject(**orjson.loads(line))
