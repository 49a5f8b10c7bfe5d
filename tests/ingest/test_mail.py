"""Mails."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.errors import InputError
from postingscan.ingest.columns import Columns
from postingscan.ingest.mail import read_mail
from postingscan.ingest.record import make_posting


def mail(text: str | None = "Two posts a week.", html: str | None = None, **headers: str) -> bytes:
    message = EmailMessage()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if text is not None:
        message.set_content(text)
    if html is not None:
        if text is None:
            message.set_content(html, subtype="html")
        else:
            message.add_alternative(html, subtype="html")
    return bytes(message)


def test_subject_text_and_date_are_read() -> None:
    record = read_mail(
        mail(Subject="Writer für Gärten", Date="Mon, 12 May 2025 08:15:04 +0200", Message_ID="<a@b.example>")
    )
    assert record == {
        "id": "a@b.example", "title": "Writer für Gärten", "date": "2025-05-12T08:15:04+02:00",
        "description": "Two posts a week.",
    }  # fmt: skip


@pytest.mark.parametrize("subject", ["Fwd: Writer", "FW: Re: Writer", "AW: Writer", "Writer"])
def test_marks_of_passing_on_are_no_title(subject: str) -> None:
    assert read_mail(mail(Subject=subject))["title"] == "Writer"


def test_headers_of_ours_are_columns_and_others_are_left_out() -> None:
    record = read_mail(
        mail(Subject="x", X_Posting_Id="sample:1", X_Posting_Salary="$5 an hour", From="ann@b.example", X_Spam="1")
    )
    made = make_posting(record, Columns())
    assert (made.id, made.salary, made.extra) == ("sample:1", "$5 an hour", {})


def test_plain_text_is_taken_before_html_and_html_where_there_is_no_other() -> None:
    assert read_mail(mail("Plain.", "<p>Rich.</p>"))["description"] == "Plain."
    assert make_posting(read_mail(mail(None, "<p>Rich.</p><p>Text</p>")), Columns()).description == "Rich.\n\nText"


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: x\nContent-Type: text/plain; charset=no-such\n\ncaf\xc3\xa9",
        b"Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nY2Fmw6k",
        b"Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        b"caf=C3=A9",
    ],
)
def test_encodings(data: bytes) -> None:
    assert read_mail(data)["description"] == "café"


def test_headers_of_a_size_that_no_mail_has_are_refused() -> None:
    with pytest.raises(InputError, match="headers of at most 131072 bytes"):
        read_mail(b"Subject: " + b"Re: " * 40_000 + b"\n\nText")
    assert read_mail(b"Subject: x\n\n" + b"Text. " * 40_000)["title"] == "x"


def test_attachments_alone_are_no_text() -> None:
    message = EmailMessage()
    message["Subject"] = ""
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="job.pdf")
    assert read_mail(bytes(message))["description"] == ""


@given(st.binary(max_size=200))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    read_mail(data)
    read_mail(b"Subject: x\nDate: " + data)
    read_mail(b"MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/" + data)
