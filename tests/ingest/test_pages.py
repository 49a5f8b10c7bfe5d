"""Saved pages with schema.org's JobPosting."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.errors import InputError
from postingscan.ingest.columns import Columns
from postingscan.ingest.pages import parse_leniently, read_page
from postingscan.ingest.record import make_posting
from postingscan.posting import DeclaredPay

JOB: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Writer",
    "description": "<p>Two posts</p>",
}
COLUMNS = {"title": "Writer", "description": "<p>Two posts</p>"}


def page(*scripts: str, body: str = "") -> str:
    tags = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return f"<!doctype html><html><head><title>Jobs</title>{tags}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "data",
    [
        JOB, [JOB], {"@graph": [{"@type": "WebSite"}, JOB]}, {**JOB, "@type": ["Thing", "JobPosting"]},
        {**JOB, "@type": "http://schema.org/JobPosting"}, {"@type": "WebPage", "mainEntity": JOB},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": JOB}]}, [[JOB]],
    ],
)  # fmt: skip
def test_a_posting_is_found_wherever_it_stands(data: Any) -> None:
    assert read_page(page(json.dumps(data))) == [COLUMNS]


@pytest.mark.parametrize(
    "script",
    [
        "<!-- {} -->", "<![CDATA[ {} ]]>", "//<![CDATA[\n{}\n//]]>", "/*<![CDATA[*/{}/*]]>*/", "{};", "\n\n {} \n",
        "// our data\n{}", "{} // ]]>",
    ],
)  # fmt: skip
def test_wrappings_are_taken_off(script: str) -> None:
    assert read_page(page(script.replace("{}", json.dumps(JOB)))) == [COLUMNS]


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ('{"@type": "JobPosting", "title": "A",}', {"title": "A"}),
        ('{"@type": "JobPosting", "skills": ["a", "b", ], }', {"skills": ["a", "b"]}),
        ('{"@type": "JobPosting", "title": "A\nB\tC"}', {"title": "A\nB\tC"}),
        ('{"@type": "JobPosting", "title": "Bob\\\'s \\helper"}', {"title": "Bob's helper"}),
        ("{&quot;@type&quot;: &quot;JobPosting&quot;, &quot;title&quot;: &quot;A&quot;}", {"title": "A"}),
    ],
)
def test_what_is_nearly_json_is_mended(script: str, value: dict[str, Any]) -> None:
    assert read_page(page(script)) == [value]


def test_one_broken_script_does_not_hide_the_next_and_copies_count_once() -> None:
    assert read_page(page("{broken", json.dumps(JOB), "", json.dumps(JOB))) == [COLUMNS]


def test_an_identifier_says_more_than_an_address_in_the_data() -> None:
    (record,) = read_page(
        page(json.dumps({**JOB, "@id": "#job", "identifier": {"@type": "PropertyValue", "value": 12}}))
    )
    assert make_posting(record, Columns()).id == "12"
    (record,) = read_page(page(json.dumps({**JOB, "@id": "https://board.example/#job"})))
    assert make_posting(record, Columns()).id == "https://board.example/#job"


MICRODATA = """
<ul><li>Home</li></ul>
<div itemscope itemtype="http://schema.org/JobPosting">
 <h1 itemprop="title">Shop <b>helper</b></h1> <span itemprop="identifier">12</span>
 <a itemprop="url" href="https://shop.example/12">link</a>
 <time itemprop="datePosted" datetime="2025-01-08">8 January</time>
 <span itemprop="hiringOrganization" itemscope itemtype="http://schema.org/Organization"
  ><b itemprop="name">Acme</b></span>
 <div itemprop="baseSalary" itemscope><meta itemprop="currency" content="EUR">
  <div itemprop="value" itemscope><meta itemprop="value" content="1500"
   ><meta itemprop="unitText" content="MONTH"></div></div>
 <div itemprop="description"><p>Pack parcels.</p><ul><li>Mon</li><li>Tue</li></ul></div>
 <span itemprop="skills">Excel</span> <span itemprop="skills">Shopify</span>
</div>"""


def test_microdata_is_read_where_there_is_no_json_ld() -> None:
    (record,) = read_page(page(body=MICRODATA))
    made = make_posting(record, Columns())
    assert (made.id, made.title, made.company, made.date) == ("12", "Shop helper", "Acme", "2025-01-08")
    assert made.description == "Pack parcels.\n\n• Mon\n• Tue"
    assert made.declared_pay == DeclaredPay(1500, 1500, "month", "EUR")
    assert made.listed_skills == ("Excel", "Shopify")
    assert made.url == "https://shop.example/12"
    assert read_page(page(json.dumps(JOB), body=MICRODATA)) == [COLUMNS]


def test_a_page_without_markup_is_read_where_it_is_an_article_and_nothing_else() -> None:
    body = "<nav>Home</nav><main><h1>Writer</h1><p>Two posts a week.</p></main><footer>(c)</footer>"
    assert read_page(page(body=body)) == [{"title": "Writer", "description": "Two posts a week."}]


@pytest.mark.parametrize(
    "body",
    ["<p>Two posts a week.</p>", "<article>a</article><article>b</article>", "<main></main>", "", "not html at all"],
)
def test_a_page_of_which_nobody_knows_what_is_the_posting_has_none(body: str) -> None:
    assert read_page(page(body=body)) == []


@pytest.mark.parametrize(
    ("data", "title"),
    [
        ("Café".encode(), "Café"), ("Café".encode("cp1252"), "Café"),
        (b"<meta charset='iso-8859-2'>" + "Łódź".encode("iso-8859-2"), "Łódź"),
        (b"<meta charset=no-such>" + "Café".encode("cp1252"), "Café"),
        (b"<meta charset=base64>\x81 Caf\xe9", "\ufffd Café"),
    ],
)  # fmt: skip
def test_encodings(data: bytes, title: str) -> None:
    (record,) = read_page(b"<main><h1>" + data + b"</h1><p>Text</p></main>")
    assert record["title"] == title


def test_depth_does_not_end_it() -> None:
    nested: Any = JOB
    for _ in range(500):
        nested = {"x": nested}
    assert read_page(page(json.dumps(nested))) == []
    assert parse_leniently("[" * 100_000) is None
    assert read_page(page(body="<div itemscope itemtype='x/JobPosting' itemprop=a>" * 2_000))


def test_nested_properties_do_not_grow_without_bound() -> None:
    nested = "<div itemscope itemtype='x/JobPosting'>" + "<div itemprop='title description'>" * 3_000
    (record,) = read_page(nested)
    assert sum(len(str(value)) for value in record.values()) < 10 * len(nested)
    items = "<div itemscope itemtype='x/JobPosting'><b itemprop=title>x</b></div>" * 3_000
    assert len(read_page(items)) == 500


def test_more_tags_than_can_be_parsed_are_refused() -> None:
    with pytest.raises(InputError, match="at most 50000 tags"):
        read_page("<main>" + "<div>" * 50_001)


@given(st.text(st.sampled_from('<>/{}[]",:\\ script type=ld+json@JobPosting'), max_size=200))
def test_nothing_in_a_page_makes_it_fail(text: str) -> None:
    read_page(page(text, body=text))
