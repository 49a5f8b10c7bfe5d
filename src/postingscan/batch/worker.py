"""One batch of records into judged rows, in this process or another."""

from __future__ import annotations

import os
import re
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from postingscan.errors import RecordError
from postingscan.finding import Severity
from postingscan.ingest.columns import Columns
from postingscan.ingest.files import source_name
from postingscan.ingest.places import Record, Reject, reject_record
from postingscan.ingest.record import make_posting, parse_record
from postingscan.posting import Posting

_DETAIL = re.compile(r"[:,]")  # behind it stands what differs between postings with the same reason
Form = Literal["rows", "jsonl", "csv", "arrow"]
"""What a batch's rows are handed back as: plain rows, or bytes of a file."""


@dataclass(frozen=True)
class Settings:
    """What a scan depends on besides its input; it can be sent to another process.

    Parameters
    ----------
    form : str
        One of `Form`.
    renamed : mapping of str to str
        Columns and the field that each holds.
    model : str or None
        A model file; the packaged model where None.
    codes : frozenset of str or None
        Rules whose findings are shown; all where None.
    """

    form: Form = "rows"
    renamed: Mapping[str, str] = field(default_factory=dict)
    model: str | None = None
    codes: frozenset[str] | None = None


@dataclass
class Tally:
    """What the closing line and ``--fail-on`` need to know of the rows so far."""

    n_read: int = 0
    n_scored: int = 0
    n_rejects: int = 0
    not_scored: Counter[str] = field(default_factory=Counter)
    level: int = -1
    severity: int = 0

    @property
    def n_rows(self) -> int:
        """Rows written, scored or not."""
        return self.n_scored + self.not_scored.total()

    def add(self, other: Tally) -> None:
        """Count what `other` counted too."""
        self.n_read += other.n_read
        self.n_scored += other.n_scored
        self.n_rejects += other.n_rejects
        self.not_scored.update(other.not_scored)
        self.level = max(self.level, other.level)
        self.severity = max(self.severity, other.severity)

    def count(self, row: Mapping[str, Any]) -> None:
        """Count one row."""
        if row["status"] == "scored":
            self.n_scored += 1
            self.level = max(self.level, row["over_expectation"])
        else:
            self.not_scored[_DETAIL.split(str(row["status_reason"]))[0]] += 1
        for finding in row["findings"] or ():
            self.severity = max(self.severity, Severity[finding["severity"].upper()])


@dataclass
class Judged:
    """What came of one batch: its rows in the form asked for, its rejects, and what they add up to."""

    body: bytes | list[dict[str, Any]]
    rejects: list[Reject]
    tally: Tally
    places: list[int]
    """Which items of the batch, from 0, the rows are made of."""


class Judge:
    """Makes rows of records, one batch after the other.

    Raises
    ------
    ModelError, ConfigError
        The settings name a model that cannot be used or a field that does not exist.

    Examples
    --------
    >>> text = "Write two articles a week about gardens for our blog."
    >>> batch = [Record("", 1, None, {"id": "a", "text": text}), Record("", 2, None, {"id": "b"})]
    >>> judged = Judge(Settings()).judge(batch)
    >>> [row["id"] for row in judged.body], judged.rejects[0].row
    (['a'], 2)
    """

    def __init__(self, settings: Settings) -> None:
        from postingscan.model.score import load_scorer
        from postingscan.scan import rows_of

        self._settings = settings
        self._columns = Columns(settings.renamed)
        self._scorer = load_scorer(settings.model)
        self._rows = rows_of
        self._encode = _encoder(settings.form)

    def judge(self, batch: Sequence[Record | Reject]) -> Judged:
        """Rows and rejects of a batch, each in the order of the batch; every item becomes one or the other."""
        rows: list[dict[str, Any]] = []
        places: list[int] = []
        rejects: list[Reject] = []
        for place, row in enumerate(self._rows_of(batch)):
            if isinstance(row, Reject):
                rejects.append(row)
            else:
                rows.append(row)
                places.append(place)
        try:
            body = self._encode(rows)
        except Exception:  # one row that cannot be written must not take the others with it
            rows, places, rejects = self._drop_unwritable(batch, rows, places, rejects)
            body = self._encode(rows)
        tally = Tally(n_read=len(batch), n_rejects=len(rejects))
        for row in rows:
            tally.count(row)
        return Judged(body, rejects, tally, places)

    def _rows_of(self, batch: Sequence[Record | Reject]) -> Iterator[dict[str, Any] | Reject]:
        """A row or a reject for each item of `batch`, in order."""
        parsed = [item if isinstance(item, Reject) else self._parse(item) for item in batch]
        postings = [item for item in parsed if isinstance(item, Posting)]
        try:
            rows = iter(self._rows(postings, self._scorer, self._settings.codes))
        except Exception:  # a fault of ours in one posting; the others can be scored, one by one
            return (self._row_alone(item, given) for item, given in zip(parsed, batch, strict=True))
        return (next(rows) if isinstance(item, Posting) else item for item in parsed)

    def _parse(self, record: Record) -> Posting | Reject:
        try:
            data = parse_record(record.data) if isinstance(record.data, bytes) else record.data
            return make_posting(data, self._columns, source=source_name(record.file) if record.file else "")
        except RecordError as error:
            return reject_record(record, str(error))
        except Exception as error:
            return reject_record(record, _fault(error))

    def _row_alone(self, item: Posting | Reject, given: Record | Reject) -> dict[str, Any] | Reject:
        if isinstance(item, Reject):
            return item
        assert isinstance(given, Record)
        try:
            return self._rows((item,), self._scorer, self._settings.codes)[0]
        except Exception as error:
            return reject_record(given, _fault(error))

    def _drop_unwritable(
        self, batch: Sequence[Record | Reject], rows: list[dict[str, Any]], places: list[int], rejects: list[Reject]
    ) -> tuple[list[dict[str, Any]], list[int], list[Reject]]:
        """The same without the rows that cannot be written, which are rejects."""
        kept: list[dict[str, Any]] = []
        kept_places: list[int] = []
        refused = {(reject.file, reject.row): reject for reject in rejects}
        for row, place in zip(rows, places, strict=True):
            record = batch[place]
            assert isinstance(record, Record)
            try:
                self._encode([row])
            except Exception as error:
                reason = f"could not be written: {type(error).__name__}: {error}"[:500]
                refused[record.file, record.row] = reject_record(record, reason)
            else:
                kept.append(row)
                kept_places.append(place)
        ordered = [refused[item.file, item.row] for item in batch if (item.file, item.row) in refused]
        return kept, kept_places, ordered


def _fault(error: Exception) -> str:
    return f"could not be scored: {type(error).__name__}: {error}"[:500]


def _encoder(form: Form) -> Callable[[list[dict[str, Any]]], bytes | list[dict[str, Any]]]:
    from postingscan import frames

    encoders: dict[Form, Callable[[list[dict[str, Any]]], bytes | list[dict[str, Any]]]] = {
        "rows": list, "jsonl": frames.to_json_lines, "csv": frames.to_csv, "arrow": frames.to_arrow,
    }  # fmt: skip
    return encoders[form]


_judge: Judge | None = None


def start_worker(settings: Settings) -> None:
    """Get a process of the pool ready: everything loaded, and gone when its parent is."""
    global _judge
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted too, and ends the pool
    _leave_with_parent()
    _judge = Judge(settings)


def judge_batch(batch: Sequence[Record | Reject]) -> Judged:
    """What a process of the pool does with a batch."""
    assert _judge is not None, "start_worker has not run"
    return _judge.judge(batch)


def _leave_with_parent() -> None:
    """End this process when its parent ends, however that ends: a pool's own processes would wait for ever."""
    import multiprocessing
    import threading

    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
