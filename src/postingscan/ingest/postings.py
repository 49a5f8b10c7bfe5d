"""Inputs straight into postings, for scripts that need the postings themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from postingscan.errors import RecordError
from postingscan.ingest.columns import Columns
from postingscan.ingest.files import find_sources, read_sources, source_name
from postingscan.ingest.places import Reject
from postingscan.ingest.record import make_posting, parse_record
from postingscan.posting import Posting


def read_postings(
    inputs: Sequence[str | Path], renamed: Mapping[str, str] | None = None, *, strict: bool = True
) -> Iterator[Posting]:
    """Every posting in files and folders of any format that is read, in order.

    Parameters
    ----------
    inputs : sequence of path
    renamed : mapping of str to str, optional
        Columns with unusual names, and the field that each holds.
    strict : bool, optional
        Whether a record that cannot be read is an error; else it is passed over.

    Raises
    ------
    InputError
        A file is missing or of an unknown format.
    RecordError
        A record cannot be read, where `strict`.
    """
    columns = Columns(renamed or {})
    for item in read_sources(find_sources(inputs), columns):
        try:
            if isinstance(item, Reject):
                raise RecordError("cannot read a posting", where=item.where, got=item.reason)
            data = parse_record(item.data) if isinstance(item.data, bytes) else item.data
            yield make_posting(data, columns, source=source_name(item.file))
        except RecordError:
            if strict:
                raise
