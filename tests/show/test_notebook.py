"""One posting as a card in Jupyter."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from postingscan.posting import Span
from postingscan.scan import Scan, row_of
from postingscan.show.markup import Mark, mark
from postingscan.show.notebook import Check
from postingscan.show.terminal import render

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onmouseover=alert(3)"


def test_what_a_check_holds(scan: Scan) -> None:
    check = Check(scan)
    assert (check.level, check.p_over_expectation) == (3, 0.917)
    assert [finding.code for finding in check.findings[:2]] == ["EXP005", "EXP003"]
    assert check.row == row_of(scan)
    assert str(check) == repr(check) == render(scan)


def test_a_posting_that_is_not_scored(unscored: Scan) -> None:
    check = Check(unscored)
    assert check.level is None
    assert check.p_over_expectation is None
    card = LexborHTMLParser(check._repr_html_())
    assert "only English is read" in card.css_first(".verdict").text()
    assert not card.css("mark")


def test_the_card_marks_the_words_of_the_findings(scan: Scan) -> None:
    card = LexborHTMLParser(Check(scan)._repr_html_())
    marked = {node.attributes["title"].split(":")[0]: node.text() for node in card.css("mark")}
    assert marked["1 EXP005 volume-beyond-hours"] == "20 articles a day"
    assert marked["6 PAY004 unit-missing"] == "400"
    assert card.css_first(".text").text().count("1") >= 1
    assert [node.text() for node in card.css(".notes .number")] == ["1", "2", "3", "4", "5", "6", "✓", "✓"]


def test_the_card_stands_alone(scan: Scan) -> None:
    html = Check(scan)._repr_html_()
    card = LexborHTMLParser(html)
    assert not card.css("script, link, img, iframe, object, embed")
    assert "http" not in html
    assert "@import" not in html
    style = card.css_first("style").text()
    selectors = [rule.rpartition("*/")[2].strip() for rule in style.replace("}", "{").split("{")[::2]]
    assert all(
        part.strip().startswith(".postingscan") for selector in selectors if selector for part in selector.split(",")
    )


def test_the_card_escapes_everything(scan: Scan) -> None:
    posting = replace(
        scan.posting, title=HOSTILE, description=HOSTILE, salary=HOSTILE, source=HOSTILE, id=HOSTILE, date=HOSTILE
    )
    span = Span("description", 0, len(HOSTILE), HOSTILE)
    findings = tuple(
        replace(finding, span=span, message=HOSTILE, advice=HOSTILE, name=HOSTILE) for finding in scan.findings
    )
    praise = tuple(replace(good, span=replace(span, field="title"), message=HOSTILE) for good in scan.praise)
    assert scan.reading
    assert scan.score
    skills = tuple(replace(skill, name=HOSTILE) for skill in scan.reading.skills)
    parts = tuple(replace(part, feature=HOSTILE) for part in scan.score.contributions)
    hostile = replace(
        scan, posting=posting, findings=findings, praise=praise, reading=replace(scan.reading, skills=skills),
        score=replace(scan.score, contributions=parts, model=HOSTILE, drivers=(HOSTILE,)),
    )  # fmt: skip
    card = LexborHTMLParser(Check(hostile)._repr_html_())
    assert not card.css("script, img")
    assert not [name for node in card.css("*") for name in node.attributes if name.startswith("on")]
    assert card.css_first("h3").text().startswith(HOSTILE)


PLAIN = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cn", "Cs")), max_size=60)


@given(PLAIN, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_marking_leaves_the_text_as_it_is(text: str, spans: list[tuple[int, int]]) -> None:
    marked = mark(text, [Mark(start, end, "high", "a title") for start, end in spans])
    assert LexborHTMLParser(f"<pre>.{marked}</pre>").css_first("pre").text() == f".{text}"


def test_overlapping_marks_carry_both_titles() -> None:
    html = mark("abcd", [Mark(0, 3, "high", "one", "1"), Mark(1, 4, "low", "two", "2")])
    nodes = LexborHTMLParser(html).css("mark")
    assert [(node.text(), node.attributes["class"], node.attributes["title"]) for node in nodes] == [
        ("a", "high", "one"),
        ("bc", "high", "one\ntwo"),
        ("d", "low", "two"),
    ]
