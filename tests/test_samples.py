"""The sample postings and their labels belong together and say what they claim.

The raw files are read here with the standard library and selectolax alone, so that a fault in
the project's own readers cannot hide a fault in the samples.
"""

from __future__ import annotations

import csv
import email
import email.policy
import html
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from selectolax.lexbor import LexborHTMLParser

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "raw" / "sample"

DRIVERS = {"breadth", "depth", "volume", "pay", "availability", "experience"}
ROLES = {
    "web_development", "mobile_development", "software_engineering", "data_science", "data_engineering",
    "devops_sysadmin", "qa_testing", "graphic_design", "ui_ux", "video_audio", "animation_3d",
    "photography", "writing_editing", "translation", "transcription", "seo", "social_media", "paid_ads",
    "email_marketing", "marketing_strategy", "sales_leadgen", "customer_support", "admin_assistant",
    "data_entry", "research", "bookkeeping_finance", "hr_recruiting", "legal", "ecommerce_ops",
    "project_management", "teaching_coaching", "engineering_cad", "healthcare", "trades_field", "other",
}  # fmt: skip
UNITS = {
    "hour", "day", "week", "month", "year", "project", "word", "page", "article", "item", "commission", None,
}  # fmt: skip
PER = {"hour", "day", "week", "month", "year", "project", None}
LABEL_FIELDS = {
    "over_expectation", "drivers", "why", "roles", "required_skills", "optional_skills", "pay", "trial",
    "payment_terms", "goals", "goals_text", "communication", "communication_text", "workload", "language",
    "one_person",
}  # fmt: skip


class Sample(NamedTuple):
    """A posting as its file gives it: plain texts, one tuple for each version of the body."""

    id: str
    format: str
    title: str
    bodies: tuple[str, ...]
    salary: str = ""


def plain(markup: str) -> str:
    """Text of an HTML fragment, a space where a tag stood."""
    tree = LexborHTMLParser(markup)
    return tree.body.text(separator=" ") if tree.body else ""


def from_jsonl() -> list[Sample]:
    lines = (SAMPLE / "postings.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [Sample(r["id"], "jsonl", r["title"], (r["description"],), r.get("salary") or "") for r in rows]


def from_csv() -> list[Sample]:
    with (SAMPLE / "postings.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Sample(r["Job ID"], "csv", r["Job Title"], (r["Job Description"],), r["Budget"]) for r in rows]


def job_postings(node: Any) -> list[dict[str, Any]]:
    """Every schema.org JobPosting in a JSON-LD value: an object, an array or a graph."""
    if isinstance(node, list):
        return [job for item in node for job in job_postings(item)]
    types = node.get("@type", [])
    if "JobPosting" in ([types] if isinstance(types, str) else types):
        return [node]
    return job_postings(node.get("@graph", []))


def from_pages() -> list[Sample]:
    samples = []
    for path in sorted((SAMPLE / "pages").glob("*.html")):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        scripts = tree.css('script[type="application/ld+json"]')
        jobs = [job for script in scripts for job in job_postings(json.loads(script.text()))]
        for job in jobs:
            markup = job["description"]
            if "<" not in markup:
                markup = html.unescape(markup)
            samples.append(Sample(job["identifier"]["value"], "html", job["title"], (plain(markup),)))
        scope = tree.css_first('[itemtype$="/JobPosting"]')
        if scope is not None:
            parts = {name: scope.css_first(f'[itemprop="{name}"]') for name in ("title", "description")}
            identifier = scope.css_first('meta[itemprop="identifier"]')
            title, description = parts["title"], parts["description"]
            assert identifier is not None
            assert title is not None
            assert description is not None
            name = identifier.attributes["content"] or ""
            samples.append(Sample(name, "html", title.text(), (description.text(separator=" "),)))
    return samples


def from_feed() -> list[Sample]:
    samples = []
    for item in ET.parse(SAMPLE / "feed.xml").getroot().iterfind("channel/item"):
        guid = item.find("guid")
        assert guid is not None
        assert guid.get("isPermaLink") == "false"
        body = plain(item.findtext("description", ""))
        samples.append(Sample(guid.text or "", "rss", item.findtext("title", ""), (body,)))
    return samples


def from_mail() -> list[Sample]:
    samples = []
    for path in sorted((SAMPLE / "mail").glob("*.eml")):
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        bodies = []
        for part in message.walk():
            if part.get_content_maintype() == "text":
                text = part.get_content()
                bodies.append(plain(text) if part.get_content_subtype() == "html" else text)
        slug = str(message["X-Posting-Id"])
        assert str(message["Message-ID"]) == f"<{slug.replace(':', '.')}@postingscan.example>"
        samples.append(Sample(slug, "eml", str(message["Subject"]), tuple(bodies)))
    return samples


@cache
def postings() -> dict[str, Sample]:
    found = from_jsonl() + from_csv() + from_pages() + from_feed() + from_mail()
    by_id = {sample.id: sample for sample in found}
    assert len(by_id) == len(found), "an id stands twice"
    return by_id


@cache
def labels() -> dict[str, dict[str, Any]]:
    records = [json.loads(line) for line in (SAMPLE.parent / "sample_labels.jsonl").read_text("utf-8").splitlines()]
    by_id = {record["id"]: record for record in records}
    assert len(by_id) == len(records), "an id is labelled twice"
    return by_id


def quotes(label: dict[str, Any]) -> list[str]:
    """Every text that a label quotes from its posting."""
    found = label["required_skills"] + label["optional_skills"]
    found += [entry["text"] for entry in label["pay"] + label["workload"]]
    found += [label["trial"]["text"]] if label["trial"] else []
    found += [label["payment_terms"]["text"], label["goals_text"], label["communication_text"]]
    return [text for text in found if text is not None]


def judgements(field: str) -> Counter[Any]:
    return Counter(record["label"][field] for record in labels().values())


def test_postings_and_labels_match_one_to_one() -> None:
    assert postings().keys() == labels().keys()
    assert len(labels()) >= 66
    assert all(re.fullmatch(r"sample:[a-z0-9]+(-[a-z0-9]+)*", name) for name in labels())
    assert {name: sample.format for name, sample in postings().items()} == {
        name: record["format"] for name, record in labels().items()
    }


@pytest.mark.parametrize("name", sorted(labels()))
def test_quoted_texts_stand_in_the_posting(name: str) -> None:
    sample, label = postings()[name], labels()[name]["label"]
    assert sample.title
    assert all(sample.bodies)
    for body in sample.bodies:
        missing = [t for t in quotes(label) if not any(t in f for f in (sample.title, body, sample.salary))]
        assert missing == []


@pytest.mark.parametrize("name", sorted(labels()))
def test_label_keeps_to_the_codebook(name: str) -> None:
    label = labels()[name]["label"]
    assert label.keys() == LABEL_FIELDS
    assert label["over_expectation"] in range(4)
    assert set(label["drivers"]) <= DRIVERS
    assert len(set(label["drivers"])) == len(label["drivers"])
    assert bool(label["drivers"]) == (label["over_expectation"] > 0)
    assert 0 < len(label["why"].split()) <= 20
    assert set(label["roles"]) <= ROLES
    assert len(set(label["roles"])) == len(label["roles"])
    skills = [skill.casefold() for skill in label["required_skills"] + label["optional_skills"]]
    assert len(set(skills)) == len(skills)
    assert re.fullmatch("[a-z]{2}", label["language"])
    assert isinstance(label["one_person"], bool)
    for field in ("goals", "communication"):
        assert label[field] in range(3)
        assert (label[f"{field}_text"] is None) == (label[field] == 0)
    assert label["payment_terms"]["label"] in {"none", "clear", "risky"}
    assert (label["payment_terms"]["text"] is None) == (label["payment_terms"]["label"] == "none")
    trial = label["trial"]
    if trial is not None:
        assert trial["kind"] in {"period", "task", "training"}
        assert trial["paid"] in {"paid", "unpaid", "unclear"}
        assert trial["days"] is None or trial["days"] > 0
    for volume in label["workload"]:
        assert volume["quantity"] > 0
        assert volume["item"]
        assert volume["per"] in PER


@pytest.mark.parametrize("name", sorted(labels()))
def test_pay_follows_the_rulings(name: str) -> None:
    sample, pay = postings()[name], labels()[name]["label"]["pay"]
    for entry in pay:
        bounds = [value for value in (entry["min"], entry["max"]) if value is not None]
        assert bounds
        assert bounds == sorted(bounds)
        assert entry["unit"] in UNITS
        assert entry["currency"] is None or re.fullmatch("[A-Z]{3}", entry["currency"])
        if re.search(r"(?<![A-Z])\$", entry["text"]):
            assert entry["currency"] == "USD"
        if re.fullmatch(r"[\d.,]+k?", entry["text"]):
            assert entry["currency"] is None
            assert entry["unit"] is None
    figures = [(entry["min"], entry["max"], entry["currency"], entry["unit"]) for entry in pay]
    assert len(set(figures)) == len(figures), "the same figure twice is one entry"
    if re.search(r"\d", sample.salary):
        assert any(entry["text"] in sample.salary for entry in pay)


def test_every_judgement_occurs_often_enough() -> None:
    levels = judgements("over_expectation")
    assert all(levels[level] >= 6 for level in range(4))
    assert min(judgements("goals")[step] for step in range(3)) >= 5
    assert min(judgements("communication")[step] for step in range(3)) >= 5
    terms = Counter(record["label"]["payment_terms"]["label"] for record in labels().values())
    assert min(terms[term] for term in ("none", "clear", "risky")) >= 5
    trials = Counter(
        (record["label"]["trial"]["kind"], record["label"]["trial"]["paid"])
        for record in labels().values()
        if record["label"]["trial"]
    )
    for kind in ("period", "task", "training"):
        assert all(trials[kind, paid] >= 2 for paid in ("paid", "unpaid", "unclear"))
    drivers = Counter(driver for record in labels().values() for driver in record["label"]["drivers"])
    assert all(drivers[driver] >= 2 for driver in DRIVERS)
    assert {role for record in labels().values() for role in record["label"]["roles"]} == ROLES
    units = {entry["unit"] for record in labels().values() for entry in record["label"]["pay"]}
    assert units == UNITS
    assert judgements("language").keys() == {"en", "fr", "es"}
    assert judgements("one_person")[False] >= 3


def test_every_format_occurs() -> None:
    formats = Counter(sample.format for sample in postings().values())
    assert formats.keys() == {"jsonl", "csv", "html", "rss", "eml"}
    assert all(count >= 4 for count in formats.values())
    pages = [path.read_text("utf-8") for path in sorted((SAMPLE / "pages").glob("*.html"))]
    assert any('"@graph"' in page for page in pages)
    assert any("itemscope" in page for page in pages)
    assert any("&lt;p&gt;" in page for page in pages)
    assert any("\n" in body for sample in from_csv() for body in sample.bodies)
    assert any(len(sample.bodies) == 2 for sample in from_mail())


def test_touchstone_and_counter_example() -> None:
    touchstone, trial = (labels()[name] for name in ("sample:touchstone", "sample:paid-trial"))
    assert touchstone["format"] == "eml"
    assert touchstone["label"]["over_expectation"] == 3
    assert set(touchstone["label"]["drivers"]) == {"breadth", "volume", "pay"}
    assert [(entry["min"], entry["max"]) for entry in touchstone["label"]["pay"]] == [(1.5, 1.5)]
    assert trial["label"]["over_expectation"] == 0
    assert (trial["label"]["trial"]["kind"], trial["label"]["trial"]["paid"]) == ("period", "paid")
    assert trial["label"]["trial"]["days"] == 7
    assert trial["label"]["payment_terms"]["label"] == "clear"
    assert (trial["label"]["goals"], trial["label"]["communication"]) == (2, 2)
    assert len(trial["label"]["roles"]) == 1


def test_look_alikes_are_no_trial() -> None:
    cues = {
        "sample:bookkeeper-brisbane": "unpaid invoices",
        "sample:autocad-drafter": "UNPAID LUNCH",
        "sample:clinical-trial-summaries": "clinical trial data",
        "sample:support-free-trial-users": "free trial",
        "sample:data-analyst-long-list": "free trial sign-ups",
    }
    for name, cue in cues.items():
        assert any(cue in body for body in postings()[name].bodies)
        assert labels()[name]["label"]["trial"] is None


def test_hosts_are_reserved_for_examples() -> None:
    reserved = re.compile(r"(\.example|(^|\.)example\.(com|net|org)|^(www\.)?schema\.org)$")
    for path in SAMPLE.rglob("*"):
        if path.suffix in {".jsonl", ".csv", ".html", ".xml", ".eml"}:
            hosts = re.findall(r"(?:https?://|[\w.+-]@)([\w.-]*\w)", path.read_text("utf-8"))
            assert [host for host in hosts if not reserved.search(host)] == []


def test_readme_counts_are_true() -> None:
    readme = (SAMPLE / "README.md").read_text("utf-8")
    levels = judgements("over_expectation")
    for level, name in enumerate(("realistic", "stretched", "over-expecting", "unicorn")):
        assert f"| {level} | {name} | {levels[level]} |" in readme
    formats = Counter(sample.format for sample in postings().values())
    files = {
        "jsonl": "postings.jsonl", "csv": "postings.csv", "html": "pages/*.html",
        "rss": "feed.xml", "eml": "mail/*.eml",
    }  # fmt: skip
    for kind, file in files.items():
        assert re.search(rf"^\| `{re.escape(file)}` \|.*\| {formats[kind]} \|$", readme, re.MULTILINE)
    assert readme.startswith(f"# Sample postings\n\n{len(labels())} job postings")
