"""How far a scan has come, on standard error, for a person who waits."""

from __future__ import annotations

from types import TracebackType
from typing import Any

from postingscan.batch.worker import Tally
from postingscan.ingest.files import Meter

_ENOUGH = 0.002  # share of the input below which an estimate of the whole would jump about


class Progress:
    """A bar with postings a second and the rejects so far; with the time left where the input's size is known.

    Parameters
    ----------
    meter : Meter
        How much of the input has been read.
    limit : int or None
        So many records are read at most.
    shown : bool
        Show it at all.
    """

    def __init__(self, meter: Meter, limit: int | None = None, *, shown: bool = True) -> None:
        self._meter, self._limit = meter, limit
        self._bar: Any = None
        if shown:
            from tqdm import tqdm

            self._bar = tqdm(unit=" postings", dynamic_ncols=True, mininterval=0.2, smoothing=0.05)

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.leave = False
            self._bar.close()

    def update(self, tally: Tally) -> None:
        """Show what has been done so far."""
        if self._bar is None:
            return
        self._bar.total = self._estimate()
        if tally.n_rejects:
            self._bar.set_postfix_str(f"{tally.n_rejects:,} rejects", refresh=False)
        self._bar.update(tally.n_read - self._bar.n)

    def _estimate(self) -> int | None:
        """Records in all, by the share of the bytes that was read; None where sizes are unknown."""
        fraction = self._meter.fraction
        whole = round(self._meter.n_records / fraction) if fraction > _ENOUGH else None
        if self._limit is None:
            return whole
        return self._limit if whole is None else min(whole, self._limit)
