"""A record of any form, as a row, a page or a feed gave it, into a posting. Text is made plain here, once."""

from __future__ import annotations

import hashlib
import html
import json
import math
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import orjson

from postingscan.errors import RecordError
from postingscan.ingest.bytestream import MAX_TAGS
from postingscan.ingest.columns import Columns
from postingscan.ingest.declared import read_declared_pay
from postingscan.posting import Posting
from postingscan.text import plain

_NULLS = frozenset({"", "nan", "none", "null", "nat", "<na>", "n/a", "undefined"})
_TEXT_KEYS = ("@value", "plain", "text", "html", "rendered", "content", "value", "name", "title", "label")
_PLACE_KEYS = ("addressCountry", "addressRegion", "addressLocality", "name", "country", "address")
_DEEPEST = 60  # levels of nesting that a value may have
_MOST_SKILLS = 200
_SEPARATORS = re.compile(r"[,|;•·\n\t]| {2,}")
_MORE = re.compile(r"\+? ?\d{1,3} more")  # how boards cut a list of skills short
_SURROGATE = re.compile("[\ud800-\udfff]")
_PAY_FIELDS = (
    "declared_pay", "base_salary", "hourly_min", "hourly_max", "hourly", "daily", "weekly", "monthly", "yearly",
    "fixed", "min_amount", "max_amount", "interval", "currency",
)  # fmt: skip
_PAY_IN_WORDS = ("hourly", "daily", "weekly", "monthly", "yearly", "fixed", "base_salary")


def parse_record(line: bytes | str) -> dict[str, Any]:
    """The object that one line of JSON holds.

    Raises
    ------
    RecordError
        The line is not JSON, or no object.

    Examples
    --------
    >>> parse_record(b'{"title": "Writer", "rate": NaN}')
    {'title': 'Writer', 'rate': nan}
    """
    try:
        value = orjson.loads(line)
    except orjson.JSONDecodeError:
        value = _parse_leniently(line)
    else:
        if isinstance(value, dict) and any(type(part) is float and abs(part) >= 2**63 for part in value.values()):
            value = _parse_leniently(line)  # a long number may be an id, of which no digit may be lost
    if not isinstance(value, dict):
        raise RecordError("not an object", expected="{…}", got=_kind(value))
    return value


def _parse_leniently(line: bytes | str) -> Any:
    """What Python's own reader takes beyond the standard: NaN, Infinity, halves of surrogate pairs."""
    try:
        return json.loads(line.decode("utf-8") if isinstance(line, bytes) else line)
    except UnicodeDecodeError as error:
        raise RecordError("not in UTF-8", where=f"byte {error.start + 1}") from None
    except RecursionError:
        raise RecordError("nested too deeply") from None
    except ValueError as error:
        raise RecordError("not JSON", got=str(error)) from None


def make_posting(record: Mapping[Any, Any] | Posting, columns: Columns, *, source: str = "") -> Posting:
    """The posting that a record holds.

    Parameters
    ----------
    record : mapping or Posting
        Column names to values, schema.org's nested forms among them. A posting comes back as it is.
    columns : Columns
        Which field each column holds.
    source : str, optional
        Where the record comes from, unless it says so itself.

    Returns
    -------
    Posting
        Texts are plain; title and salary on one line. Columns that hold no field, or hold it in a form that is not
        understood, stand in ``extra`` as they came.

    Raises
    ------
    RecordError
        The record has neither title nor text.

    Examples
    --------
    >>> posting = make_posting(
    ...     {"Job ID": 7, "Position": "Writer", "body": "<p>Two articles a week</p>", "Payment Rate": "$5", "views": 3},
    ...     Columns(),
    ... )
    >>> posting.id, posting.title, posting.description, posting.salary, posting.extra
    ('7', 'Writer', 'Two articles a week', '$5', {'views': 3})
    >>> make_posting({"title": " ", "views": 3}, Columns())
    Traceback (most recent call last):
    postingscan.errors.RecordError: neither title nor text: expected a column such as 'description', got title, views
    """
    if isinstance(record, Posting):
        return record
    if all(type(name) is str for name in record):
        row: Mapping[str, Any] = record
    else:  # a data frame's columns may be numbers
        row = {str(name): value for name, value in record.items()}
    plan = columns.plan(row)
    used: set[str] = set()

    def first(field: str, read: Callable[[Any], Any]) -> Any:
        """The first of the field's columns from which `read` makes something of."""
        for name in plan.get(field, ()):
            value = row[name]
            if is_missing(value):
                used.add(name)
            elif made := read(value):
                used.add(name)
                return made
        return None

    title = first("title", _line) or ""
    description = first("description", _text) or ""
    if not title and not description:
        shown = ", ".join(list(row)[:12])
        raise RecordError("neither title nor text", expected="a column such as 'description'", got=shown or "nothing")
    pay_columns = {field: name for field in _PAY_FIELDS if (name := _first_filled(row, plan.get(field, ())))}
    pay, pay_used = read_declared_pay({field: _bare(row[name]) for field, name in pay_columns.items()})
    used.update(pay_columns[field] for field in pay_used)
    salary = first("salary", _line)
    if salary is None and pay is None:  # a rate in words, in a column made for a figure
        salary = next((text for field in _PAY_IN_WORDS if (text := first(field, _line))), None)
    posting = {
        "id": first("id", _identity),
        "source": first("source", _line) or source,
        "hours_per_week": first("hours_per_week", _scalar),
        "employment_type": first("employment_type", _listed),
        "country": first("country", _place),
        "date": first("date", _date),
        "url": first("url", _line),
        "company": first("company", _line),
        "listed_skills": first("listed_skills", _skills) or (),
    }
    posting["id"] = posting["id"] or hash_text(title, description)
    extra = {_raw_text(name): _json_value(value) for name, value in row.items() if name not in used}
    return Posting(
        title=title, description=description, salary=salary or "", declared_pay=pay, extra=extra, **posting
    )  # fmt: skip


def hash_text(title: str, description: str) -> str:
    """What stands for the id of a posting that has none: the same text has the same id, wherever it is read.

    Examples
    --------
    >>> hash_text("Writer", "Two articles a week")
    'text:8d5cff3180e77db2'
    """
    digest = hashlib.sha256("\n".join((title, description)).encode()).hexdigest()
    return f"text:{digest[:16]}"


def is_missing(value: Any) -> bool:
    """Tell whether a cell holds nothing: None, NaN, pandas' NA and NaT, an empty text or list, the word 'null'.

    A mapping is missing where all that it holds is.

    Examples
    --------
    >>> [is_missing(value) for value in (None, float("nan"), "", "NULL", [], 0, False, "none of it")]
    [True, True, True, True, True, False, False, False]
    """
    if value is None:
        return True
    if isinstance(value, str):
        return len(value) < 12 and value.strip().lower() in _NULLS
    if isinstance(value, float):
        return math.isnan(value)
    if isinstance(value, dict):
        return all(map(is_missing, value.values()))
    if isinstance(value, list | tuple):
        return not value
    return type(value).__name__ in {"NAType", "NaTType"}


def _first_filled(row: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    return next((name for name in names if not is_missing(row[name])), None)


def _bare(value: Any) -> Any:
    """A value without numpy's, pandas' or Decimal's clothes."""
    if value is None or type(value) is str:
        return value
    if hasattr(value, "tolist"):
        value = value.tolist()
    return float(value) if isinstance(value, Decimal) else value


def _raw_text(value: Any) -> str:
    """The text of a cell of any type; empty where there is none to be had."""
    value = _bare(value)
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value) if not value.isascii() else value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, float):
        return "" if math.isnan(value) else str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, Mapping):
        return next((_raw_text(value[key]) for key in _TEXT_KEYS if isinstance(value.get(key), str)), "")
    if isinstance(value, list | tuple):
        parts = [_raw_text(part) for part in value if not isinstance(part, list | tuple | Mapping)]
        return "\n".join(part for part in parts if part) if len(parts) == len(value) else ""
    return str(value)


def _text(value: Any) -> str:
    raw = _raw_text(value)
    if "&lt;" in raw and "<" not in raw:  # feeds and JSON-LD hold HTML that is escaped once more
        raw = html.unescape(raw)
    if raw.count("<") > MAX_TAGS:
        raise RecordError("a text that cannot be parsed in reasonable time", expected=f"at most {MAX_TAGS} tags")
    return plain(raw)


def _line(value: Any) -> str:
    if type(value) is str and value.isascii() and value.isprintable() and "&" not in value and "<" not in value:
        return " ".join(value.split())  # nine of ten cells need no more
    return " ".join(_text(value).split())


def _scalar(value: Any) -> str | None:
    value = _bare(value)
    return None if isinstance(value, list | tuple | Mapping) else _line(value)


def _identity(value: Any) -> str:
    value = _bare(value)
    if isinstance(value, Mapping):  # schema.org's PropertyValue
        value = next((value[key] for key in ("value", "@id", "id", "name") if not is_missing(value.get(key))), "")
    return _raw_text(value)


def _listed(value: Any) -> str:
    value = _bare(value)
    if isinstance(value, list | tuple):
        return ", ".join(text for part in value if (text := _line(part)))
    return _line(value)


def _place(value: Any, depth: int = 0) -> str:
    value = _bare(value)
    if depth > 4:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(dict.fromkeys(text for part in value[:20] if (text := _place(part, depth + 1))))
    if isinstance(value, Mapping):
        address = value.get("address")
        holder = address if isinstance(address, Mapping) else value
        return next((text for key in _PLACE_KEYS if (text := _place(holder.get(key), depth + 1))), "")
    return _line(value)


def _date(value: Any) -> str:
    value = _bare(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):  # seconds or milliseconds since 1970
        seconds = value / 1000 if value > 1e11 else value
        if 1e8 < seconds < 1e10:
            return datetime.fromtimestamp(seconds, UTC).isoformat()
    return _scalar(value) or ""


def _skills(value: Any) -> tuple[str, ...]:
    """Skills from a list, or from a text with commas, bars, bullets or wide gaps between them."""
    value = _bare(value)
    if isinstance(value, str):
        text = value.strip()
        if text[:1] == "[" and text[-1:] == "]":  # a list that an export turned into text
            text = text[1:-1].replace('"', "").replace("'", "")
        value = _SEPARATORS.split(plain(text))
    if not isinstance(value, list | tuple):
        value = [value]
    named = (_line(part) for part in value[:_MOST_SKILLS])
    return tuple(dict.fromkeys(name for name in named if name and not _MORE.fullmatch(name)))


def _json_value(value: Any, depth: int = 0) -> Any:
    """`value` in JSON's own types, the same for all purposes of reading it again."""
    value = _bare(value)
    if depth > _DEEPEST:
        raise RecordError("nested too deeply", expected=f"at most {_DEEPEST} levels")
    if isinstance(value, str):
        return _raw_text(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {_raw_text(str(key)): _json_value(part, depth + 1) for key, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_json_value(part, depth + 1) for part in value]
    if isinstance(value, datetime | date):
        return None if is_missing(value) else value.isoformat()
    return None if is_missing(value) else _raw_text(value)


def _kind(value: Any) -> str:
    names = {list: "a list", str: "a text", int: "a number", float: "a number", bool: "true or false"}
    return names.get(type(value), "null")
