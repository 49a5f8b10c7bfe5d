"""Skills: what a posting names, what it asks for, and what only looks like a skill."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postingscan.posting import Posting
from postingscan.read import lay_out
from postingscan.read.asking import POINTS, Weigher
from postingscan.read.facts import ROLES, Skill
from postingscan.read.mentions import find_mentions
from postingscan.read.skills import read_skills
from postingscan.tables import load_table


def read(description: str, title: str = "") -> dict[str, Skill]:
    """The skills by the words that name them, in lower case."""
    page = lay_out(Posting(title=title, description=description))
    return {skill.span.text.lower(): skill for skill in read_skills(page)}


def demands(description: str, title: str = "") -> dict[str, str]:
    return {words: skill.demand for words, skill in read(description, title).items()}


VA = """We sell handmade candles and need somebody to keep the shop running.

Requirements:
- Experience with Shopify, Klaviyo and Canva
- Strong written English
- Proficiency in Google Sheets (pivot tables, VLOOKUP)
- Knowledge of keyword research is a must

Nice to have:
- Photoshop
- Spanish

How to apply: record a Loom and send it with your resume."""


def test_a_plain_list_of_requirements() -> None:
    found = demands(VA, "Shop assistant")
    for words in ("shopify", "klaviyo", "canva", "written english", "google sheets", "pivot tables", "vlookup"):
        assert found[words] == "required", words
    assert found["keyword research"] == "required"
    assert found["photoshop"] == found["spanish"] == "optional"
    assert "loom" not in found


def test_a_skill_knows_its_name_roles_and_family() -> None:
    found = read("You must have experience with MS Excel, GHL and link building.")
    assert found["ms excel"].name == "Excel"
    assert found["ms excel"].family == "excel"
    assert found["ghl"].name == "GoHighLevel"
    assert found["link building"].roles == ("seo",)
    assert found["link building"].family == "link_building"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Experience in Xero is required; familiarity with Dext is a plus.", "dext"),
        ("You know Figma well. Knowledge of Webflow would be an advantage.", "webflow"),
        ("Must be fluent in English (knowledge of French preferred).", "french"),
        ("Bonus points if you have worked with Klaviyo or Zapier.", "zapier"),
        ("Proficiency in Python, ideally with some experience in Django.", "django"),
    ],
)
def test_optional_words_govern_their_own_clause(text: str, words: str) -> None:
    found = demands(text)
    assert found[words] == "optional"
    assert "required" in found.values() or text.startswith("Bonus")


def test_what_stands_before_the_bracket_stays_required() -> None:
    found = demands("Expert in Adobe Premiere Pro required (CapCut is a plus).")
    assert found == {"adobe premiere pro": "required", "capcut": "optional"}


@pytest.mark.parametrize(
    "text",
    [
        "The report has to be in Excel, there is no need for Power BI.",
        "Experience with Excel is a must. Experience in Power BI is not required.",
        "You will work in Excel rather than Power BI.",
    ],
)
def test_a_skill_that_is_not_needed_is_no_demand(text: str) -> None:
    found = demands(text)
    assert found.get("excel") == "required"
    assert found.get("power bi") in (None, "negated", "optional")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We love people who go the extra mile.", "go"),
        ("Go the extra mile for our customers.", "go"),
        ("You excel at keeping five things apart.", "excel"),
        ("Candidates who excel in a fast-paced place will like it here.", "excel"),
        ("You will report to the rest of the team every Friday.", "rest"),
        ("A word of advice: read the whole post.", "word"),
        ("Word spreads fast about good employers.", "word"),
        ("You will help our teams in two countries.", "teams"),
        ("You get access to paid courses.", "access"),
        ("Access to a quiet room is needed.", "access"),
        ("Make sure that every order leaves on time.", "make"),
        ("We meet on Monday and talk later.", "monday"),
        ("The pay is $5/hr after the first month.", "hr"),
        ("We mean what we say.", "mean"),
        ("Be attentive and cordial on the phone.", "attentive"),
        ("You will react to complaints within a day.", "react"),
        ("We are growing swift and lean.", "swift"),
        ("Slack off elsewhere, please: express yourself at work.", "express"),
        ("Front of house and drive to improve.", "front"),
    ],
)
def test_words_that_have_another_meaning(text: str, words: str) -> None:
    assert words not in read(text)


def test_the_same_words_as_tools() -> None:
    found = demands("Requirements: Word, Excel, PowerPoint, Teams and Slack. Experience with React, Go and Swift.")
    for words in ("word", "excel", "powerpoint", "teams", "slack", "react", "go", "swift"):
        assert found[words] == "required", words


def test_make_beside_other_tools_is_a_tool() -> None:
    assert "make" in read("Must have experience with Zapier, Make and Airtable.")


@pytest.mark.parametrize(
    ("text", "words", "expert"),
    [
        ("We need an expert in Power BI and DAX.", "dax", True),
        ("Advanced Excel is required.", "excel", True),
        ("Mastery of Photoshop is a must.", "photoshop", True),
        ("You should have basic experience with Photoshop.", "photoshop", False),
        ("An advanced degree is welcome. You need experience with Python.", "python", False),
    ],
)
def test_expert(text: str, words: str, expert: bool) -> None:
    assert read(text)[words].expert is expert


def test_a_name_that_no_list_knows_beside_tools_that_it_does() -> None:
    found = demands("Requirements:\n- Experience with Trello, Asana, Zeepolo and ClickUp")
    assert found["zeepolo"] == "required"


def test_a_long_list_is_read_to_its_end() -> None:
    unknown = ("Zeepo", "Yantra", "Xilox", "Wubbo", "Vorpal", "Umbrix", "Tarnix", "Sproot", "Quaxel")
    found = demands(f"Requirements:\n- Experience with Trello, {', '.join(unknown)}")
    assert {words for words, demand in found.items() if demand == "required"} >= {name.lower() for name in unknown}


def test_a_list_ends_at_what_is_no_name() -> None:
    assert not read("Requirements:\n- Experience with Trello, Communication, Zeepo").keys() & {"communication", "zeepo"}


def test_a_name_that_no_list_knows_behind_words_that_ask() -> None:
    assert "falconry law" in read("You must have good knowledge of falconry law.")
    assert "people" not in read("You need experience with people.")


def test_each_skill_once_and_best() -> None:
    skills = read_skills(
        lay_out(Posting(title="SEO help", description="SEO would be a plus.\nYou must know SEO.\nSEO!"))
    )
    assert [skill.span.text for skill in skills] == ["SEO"]
    assert skills[0].demand == "required"


def test_no_skill_across_lines() -> None:
    found = read("Requirements:\n- Data\nEntry of all kinds is done elsewhere")
    assert not any("\n" in words for words in found)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "????", "Hello there.", "ﬁx İstanbul’s “CRM”"])
def test_hardly_any_text(text: str) -> None:
    read_skills(lay_out(Posting(title=text, description=text)))


_WORDS = st.sampled_from(
    ["Excel", "experience with", "WordPress", "is a plus", "no need for", "İstanbul", "e-mail marketing", "and", ",", ".",
     "\n- ", "(", ")", "expert in", "Word", "hr", "SEO/SEM", "Zzyx", "knowledge of", "’", "C++", ".NET", "preferred", "🔹"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=25).map(" ".join), st.text(max_size=40))
def test_evidence_is_the_slice_and_demands_are_disjoint(description: str, title: str) -> None:
    posting = Posting(title=title, description=description)
    skills = read_skills(lay_out(posting))
    for skill in skills:
        assert posting.text(skill.span.field)[skill.span.start : skill.span.end] == skill.span.text
    asked = {skill.span.text.lower() for skill in skills if skill.demand == "required"}
    wished = {skill.span.text.lower() for skill in skills if skill.demand == "optional"}
    assert not asked & wished
    places = [(skill.span.field == "description", skill.span.start) for skill in skills]
    assert places == sorted(places)


@settings(max_examples=100, deadline=None)
@given(st.lists(_WORDS, max_size=25).map(" ".join))
def test_points_are_the_sum_of_the_signs(description: str) -> None:
    points = {row["sign"]: float(row["points"]) for row in load_table("skill_points")}
    teller: Weigher[list[str]] = Weigher(lambda sort: lambda rest, _: [sort + rest], [])
    document = lay_out(Posting(description=description)).description
    mentions = find_mentions(document)
    weighed, told = POINTS.weigh(document, mentions), teller.weigh(document, mentions)
    assert [mention for mention, _, _ in weighed] == [mention for mention, _, _ in told] == mentions
    for (_, _, value), (_, _, signs) in zip(weighed, told, strict=True):
        assert value == pytest.approx(sum(points.get(sign, 0.0) for sign in signs))


def test_the_lexicon_is_sound() -> None:
    families = {row["families"] for row in load_table("jobs")}
    known = {family for row in families for family in row.split("|")}
    phrases: dict[str, int] = {}
    for row in load_table("skills"):
        assert row["name"] == row["name"].strip()
        assert set(row["roles"].split("|")) <= {*ROLES, ""}
        assert row["kind"] in {"tool", "language", "method", "domain", "speech", "office"}, row
        assert row["context"] in {"", "capital", "acronym", "list", "verb", "speaker", "asked"}, row
        assert row["source"], row
        for phrase in filter(None, row["aliases"].lower().split("|")):
            phrases[phrase] = phrases.get(phrase, 0) + 1
            assert "\n" not in phrase
    assert known - {""} <= {row["family"] for row in load_table("skills")} | {"excel"}
    assert [phrase for phrase, times in phrases.items() if times > 1] == []


def test_points_are_of_known_kinds() -> None:
    kinds = {row["sign"].split(" ")[0] for row in load_table("skill_points")}
    assert kinds == {"always", "in", "only", "kind", "care", "name", "phrase", "before", "beside", "<", ">"} | {
        "tool", "language", "method", "domain", "speech", "office"
    }  # fmt: skip


def test_the_whole_development_set(shared: Path) -> None:
    import json

    hit = said = wanted = 0
    with (shared / "gold" / "dev.jsonl").open() as lines:
        for line in lines:
            row = json.loads(line)
            if row["label"]["language"] != "en":
                continue
            gold = {text.lower() for text in row["label"]["required_skills"] + row["label"]["optional_skills"]}
            page = lay_out(Posting(title=row["title"] or "", description=row["description"] or ""))
            found = {skill.span.text.lower() for skill in read_skills(page) if skill.demand in ("required", "optional")}
            hit, said, wanted = hit + len(found & gold), said + len(found), wanted + len(gold)
    assert 2 * hit / (said + wanted) > 0.62


def test_the_table_is_plain_csv(root: Path) -> None:
    with (root / "src/postingscan/tables/skills.csv").open(newline="") as lines:
        header = next(csv.reader(lines))
    assert header == ["name", "aliases", "roles", "family", "kind", "context", "source"]
