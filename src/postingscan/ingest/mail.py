"""Mails with a posting in them: one posting a mail."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Any

from postingscan.errors import InputError

_COLUMN = "x-posting-"
_LONGEST_HEAD = 2**17
_PASSED_ON = re.compile(r"^(?:\s{0,5}(?:fwd?|re|wg|aw|tr)\s?:){1,10}\s{0,5}", re.IGNORECASE)


def read_mail(data: bytes) -> dict[str, Any]:
    r"""The posting that a mail holds: its subject is the title, its text (else its HTML) the description.

    Headers ``X-Posting-…`` are columns (``X-Posting-Salary``). Attachments are left alone, and so are the sender and
    all other headers, which are nobody's business.

    Raises
    ------
    InputError
        Its headers are of a size that no mail has.

    Examples
    --------
    >>> read_mail(b"Subject: Fwd: Writer\nX-Posting-Id: 7\n\nTwo articles a week")
    {'id': '7', 'title': 'Writer', 'description': 'Two articles a week'}
    """
    if not any(end in data[:_LONGEST_HEAD] for end in (b"\n\n", b"\n\r\n")) and len(data) > _LONGEST_HEAD:
        raise InputError("no mail that can be parsed", expected=f"headers of at most {_LONGEST_HEAD} bytes")
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    record: dict[str, Any] = {}
    for name in message:
        if name.lower().startswith(_COLUMN):
            record[name.lower().removeprefix(_COLUMN).replace("-", "_")] = str(message[name])
    if "id" not in record and (identity := str(message.get("Message-ID", "")).strip("<> \t")):
        record["id"] = identity
    record.setdefault("title", _PASSED_ON.sub("", str(message.get("Subject", ""))))
    if "date" not in record and (date := _date(message)):
        record["date"] = date
    record["description"] = _body(message)
    return record


def _date(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).isoformat()
    except (TypeError, ValueError):
        return None


def _body(message: EmailMessage) -> str:
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    try:
        text: str = body.get_content()
    except (LookupError, ValueError):  # an encoding that does not exist, or is not what the header says
        payload = body.get_payload(decode=True)
        text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else str(body.get_payload())
    return text.strip()
