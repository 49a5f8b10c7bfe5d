"""Raw text into plain text: nothing that a reader would see is lost, nothing that could steer a terminal stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.text import fold, html_to_text, plain


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Plain text stays.", "Plain text stays."),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("Line<br/>break<BR>again", "Line\nbreak\nagain"),
        ("<ul><li>SEO</li><li>PHP &amp; MySQL</li></ul>", "• SEO\n• PHP & MySQL"),
        ("<div>Pay: <b>$5</b>/hour</div><script>alert('x')</script>", "Pay: $5/hour"),
        ("Salary &pound;500 &#8211; &pound;700", "Salary £500 – £700"),
        ("AT&T and R&D", "AT&T and R&D"),
        ("if a < b and b > c", "if a < b and b > c"),
        ("**Requirements**\n- Excel\n- [ ] Word", "**Requirements**\n- Excel\n- [ ] Word"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("red\x1b[31m alert\x07\x00", "red[31m alert"),
        ("safe\u202etxt.exe", "safetxt.exe"),
        ("<table><tr><td>Rate</td><td>$5</td></tr></table>", "Rate $5"),
    ],
)
def test_plain(raw: str, text: str) -> None:
    assert plain(raw) == text


def test_deep_nesting_does_not_break_the_stack() -> None:
    assert html_to_text("<div>" * 3000 + "deep" + "</div>" * 3000) == "deep"


@given(st.text())
def test_plain_is_stable_and_clean(raw: str) -> None:
    once = plain(raw)
    assert not any(ord(c) < 32 and c not in "\n\t" for c in once)
    assert not any(0xD800 <= ord(c) <= 0xDFFF for c in once)


@given(st.text())
def test_fold_keeps_every_offset(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    for before, after in zip(text, folded, strict=True):
        assert after == before or after == before.lower() or before in "İ’‘“”\u00a0\u202f\u2011\u2010\u200b"


@pytest.mark.parametrize("text", ["İSTANBUL", "ẞ", "ﬁ", "Ǆ", "WEISS’"])
def test_fold_of_odd_cases(text: str) -> None:
    assert len(fold(text)) == len(text)
