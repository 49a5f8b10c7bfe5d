"""A scan's output while it is unfinished: a part file that grows by whole batches, and how far it has come.

Beside ``OUT`` stand, until the end, ``OUT.part`` with the rows so far, ``OUT.rejects.jsonl.part``, and
``OUT.part.json``, which tells how many records were read and how long the two are. It is replaced in one
step after each batch, so that a scan that is killed at any moment goes on from its last whole batch: what was written
after that is cut off.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import BinaryIO

import orjson

from postingscan.batch.worker import Judged, Tally
from postingscan.errors import InputError
from postingscan.frames import csv_header, write_parquet

FORMS = {".parquet": "arrow", ".jsonl": "jsonl", ".csv": "csv"}
"""What the part file of each format holds; without an ending the output is Parquet."""


def beside(out: Path, ending: str) -> Path:
    """The path of `out` with `ending` behind its whole name.

    Examples
    --------
    >>> beside(Path("scanned.parquet"), ".part").name
    'scanned.parquet.part'
    """
    return out.with_name(out.name + ending)


def rejects_path(out: Path) -> Path:
    """Where the rejects of a scan to `out` are written."""
    return beside(out, ".rejects.jsonl")


class Checkpoint:
    """The unfinished output of one scan.

    Parameters
    ----------
    out : Path
        The output; its ending tells the format.
    fingerprint : str
        What the rows depend on; a scan can only be resumed by one with the same.
    resume : bool
        Go on from what is there, if anything is.

    Attributes
    ----------
    tally : Tally
        Of all batches so far, earlier runs' included.
    abandoned : int
        Records in an unfinished scan that was there and is not gone on with.

    Raises
    ------
    InputError
        The unfinished scan that is there was made from other inputs, or with other options; the folder cannot be
        written to.
    """

    def __init__(self, out: Path, fingerprint: str, *, resume: bool) -> None:
        self.out = out
        self._fingerprint = fingerprint
        self._part, self._state = beside(out, ".part"), beside(out, ".part.json")
        self._rejects = beside(rejects_path(out), ".part")
        self.tally, sizes, self.abandoned = Tally(), (0, 0), 0
        kept = self._load()
        if kept and resume:
            if kept[2] != fingerprint:
                raise InputError(
                    "cannot resume",
                    where=str(self._part),
                    expected="the inputs, options and release that the unfinished scan was begun with",
                    got="others",
                    do="leave out --resume to begin anew",
                )
            self.tally, sizes, _ = kept
        elif kept:
            self.abandoned = kept[0].n_read
        try:
            out.parent.mkdir(parents=True, exist_ok=True)
            self._rows_file = _open_at(self._part, sizes[0])
            self._rejects_file = _open_at(self._rejects, sizes[1])
        except OSError as error:
            raise InputError("cannot write", where=str(out), got=(error.strerror or str(error)).lower()) from error
        if not sizes[0] and out.suffix.lower() == ".csv":
            self._rows_file.write(csv_header())

    def append(self, judged: Judged) -> None:
        """Write a batch, and that it is written."""
        assert isinstance(judged.body, bytes)
        self._rows_file.write(judged.body)
        for reject in judged.rejects:
            self._rejects_file.write(orjson.dumps(reject._asdict(), option=orjson.OPT_APPEND_NEWLINE))
        self.tally.add(judged.tally)
        self._save()

    def finish(self) -> Path | None:
        """Make the part file the output; the rejects' path, where there are any."""
        self._rows_file.close()
        self._rejects_file.close()
        whole, rejects = self._part, rejects_path(self.out)
        if FORMS.get(self.out.suffix.lower(), "arrow") == "arrow":
            whole = beside(self.out, ".part.parquet")
            write_parquet(self._part, whole)
        if self.tally.n_rejects:
            self._rejects.replace(rejects)
        else:
            self._rejects.unlink()
            rejects.unlink(missing_ok=True)  # an earlier scan's
        whole.replace(self.out)
        self._part.unlink(missing_ok=True)
        self._state.unlink(missing_ok=True)
        return rejects if self.tally.n_rejects else None

    def close(self) -> None:
        """Leave it unfinished, to be resumed."""
        self._rows_file.close()
        self._rejects_file.close()

    def _save(self) -> None:
        self._rows_file.flush()
        self._rejects_file.flush()
        state = {
            "fingerprint": self._fingerprint,
            "sizes": [self._rows_file.tell(), self._rejects_file.tell()],
            "tally": vars(self.tally),
        }
        fresh = beside(self.out, ".part.json.new")
        fresh.write_text(json.dumps(state), "utf-8")
        fresh.replace(self._state)

    def _load(self) -> tuple[Tally, tuple[int, int], str] | None:
        """Tally, lengths and fingerprint of the unfinished scan that is there; None where none can be gone on with."""
        try:
            state = json.loads(self._state.read_text("utf-8"))
            tally = Tally(**{**state["tally"], "not_scored": Counter(state["tally"]["not_scored"])})
            sizes = (int(state["sizes"][0]), int(state["sizes"][1]))
            fingerprint = str(state["fingerprint"])
            if self._part.stat().st_size < sizes[0] or self._rejects.stat().st_size < sizes[1]:
                return None  # written by a machine that went down before the disk had it all
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return tally, sizes, fingerprint


def _open_at(path: Path, size: int) -> BinaryIO:
    """`path` open for writing from `size` on, what lay beyond it cut off."""
    file = open(path, "r+b" if size else "wb")  # noqa: PTH123, SIM115
    file.truncate(size)
    file.seek(0, os.SEEK_END)
    return file
