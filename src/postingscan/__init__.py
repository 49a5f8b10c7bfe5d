"""postingscan: how far an outsourcing posting expects too much of one person, with the words that show it.

>>> import postingscan as ps
>>> result = ps.check("Write two articles a week about gardens. You report to Ann.", title="Garden writer")
>>> result.level
0
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = [
    "RULES",
    "Check",
    "ConfigError",
    "DeclaredPay",
    "Finding",
    "InputError",
    "ModelError",
    "Posting",
    "PostingscanError",
    "RecordError",
    "Scan",
    "Span",
    "__version__",
    "check",
    "read_scanned",
    "scan",
    "scan_posting",
    "scan_postings",
    "write_report",
]

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from postingscan.batch.table import scan
    from postingscan.errors import ConfigError, InputError, ModelError, PostingscanError, RecordError
    from postingscan.finding import Finding
    from postingscan.frames import read_scanned
    from postingscan.posting import DeclaredPay, Posting, Span
    from postingscan.rules import RULES
    from postingscan.scan import Scan, scan_posting, scan_postings
    from postingscan.show.notebook import Check
    from postingscan.show.report import write_report

_HOMES = {
    "RULES": "rules",
    "Check": "show.notebook",
    "ConfigError": "errors",
    "DeclaredPay": "posting",
    "Finding": "finding",
    "InputError": "errors",
    "ModelError": "errors",
    "Posting": "posting",
    "PostingscanError": "errors",
    "RecordError": "errors",
    "Scan": "scan",
    "Span": "posting",
    "read_scanned": "frames",
    "scan": "batch.table",
    "scan_posting": "scan",
    "scan_postings": "scan",
    "write_report": "show.report",
}
"""Where the public names live; each is loaded when it is first asked for."""


def check(
    posting: str | Mapping[str, Any] | Posting,
    title: str = "",
    *,
    model: str | Path | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Check:
    """Check one posting: what it expects, what is wrong with it, and what it does right.

    Parameters
    ----------
    posting : str, mapping or Posting
        The text, or a record with the columns that `scan` reads.
    title : str, optional
        The title, where `posting` is a text.
    model : path, optional
        A model file in place of the packaged model.
    select, ignore : iterable of str
        Codes or prefixes of the rules whose findings are shown.

    Returns
    -------
    Check
        Prints as text and shows as a card in a notebook; ``.level``, ``.findings`` and ``.row`` hold the result.

    Raises
    ------
    RecordError
        There is neither title nor text.
    ConfigError, ModelError
        No such rule; a model file that cannot be used.

    Examples
    --------
    >>> result = check("Write two articles a week about gardens. Paid every Friday by bank transfer.", "Garden writer")
    >>> result.level
    0
    """
    from postingscan.ingest.columns import Columns
    from postingscan.ingest.record import make_posting
    from postingscan.model.score import load_scorer
    from postingscan.rules import select_rules
    from postingscan.scan import scan_posting
    from postingscan.show.notebook import Check

    record = {"title": title, "description": posting} if isinstance(posting, str) else posting
    select, ignore = list(select), list(ignore)
    codes = select_rules(select, ignore) if select or ignore else None
    return Check(scan_posting(make_posting(record, Columns()), load_scorer(model), codes))


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """Keeps ``postingscan.scan`` the function: importing the module of that name would put itself in its place."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name != "scan" or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
