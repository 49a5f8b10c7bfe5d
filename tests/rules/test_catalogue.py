"""Every rule keeps the contract of a rule: a page with examples that hold, a case file, a code of its family."""

from __future__ import annotations

import re
import tomllib
from enum import IntEnum
from pathlib import Path

import pytest

from postingscan.errors import ConfigError
from postingscan.finding import DRIVERS, Confidence, Severity
from postingscan.posting import Posting
from postingscan.rules import FAMILIES, RULES, Rule, rule_page, select_rules
from postingscan.scan import scan_posting

HEADINGS = ["Why it matters", "Flagged", "Not flagged", "Limits"]
by_code = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def sections(rule: Rule) -> dict[str, str]:
    parts = re.split(r"^(.+)\n-{4,}\n", rule.page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def example(section: str) -> Posting:
    """The posting quoted in a section: the first line is its title, the others its text."""
    title, *lines = [line.removeprefix("> ") for line in section.strip().splitlines()]
    return Posting(title=title, description=" ".join(lines))


def codes(posting: Posting) -> set[str]:
    scan = scan_posting(posting)
    assert scan.status == "scored", scan.status_reason
    return {finding.code for finding in scan.findings}


def case_postings(rule: Rule, kind: str) -> list[dict[str, str]]:
    path = Path(__file__).parents[1] / "cases" / f"{rule.code}.toml"
    return tomllib.loads(path.read_text()).get(kind, [])


@by_code
def test_page_has_its_headings_in_order(rule: Rule) -> None:
    assert list(sections(rule)) == HEADINGS
    assert rule.summary.endswith(".")
    assert "## What to write instead" in rule_page(rule)


@by_code
def test_what_the_page_flags_is_flagged_and_what_it_does_not_is_not(rule: Rule) -> None:
    assert rule.code in codes(example(sections(rule)["Flagged"]))
    assert rule.code not in codes(example(sections(rule)["Not flagged"]))


@by_code
def test_cases(rule: Rule) -> None:
    """Cases in the rule's file. A known miss that is found at last has to be moved to the flagged ones."""
    for kind, fires in (("flagged", True), ("near_misses", False), ("known_misses", False)):
        cases = case_postings(rule, kind)
        assert len(cases) >= 2 or kind == "known_misses", f"{rule.code} has hardly any {kind}"
        for case in cases:
            posting = Posting(**case)
            assert (rule.code in codes(posting)) is fires, f"{rule.code} {kind}: {case}"


@by_code
def test_findings_point_at_their_evidence(rule: Rule) -> None:
    for case in (example(sections(rule)["Flagged"]), *(Posting(**c) for c in case_postings(rule, "flagged"))):
        for finding in scan_posting(case).findings:
            span = finding.span
            assert case.text(span.field)[span.start : span.end] == span.text
            assert finding.message
            assert finding.advice


def test_codes_and_names_are_unique_and_belong_to_a_family() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
        assert rule.family in FAMILIES
        assert (rule.driver in DRIVERS) == (rule.family == "EXP")
        assert rule.source
        assert rule.advice


def test_no_case_file_without_a_rule() -> None:
    files = {path.stem for path in (Path(__file__).parents[1] / "cases").glob("*.toml")}
    assert files == {rule.code for rule in RULES}


def test_selection_by_code_prefix_and_all() -> None:
    everything = {rule.code for rule in RULES}
    assert select_rules() == select_rules(["ALL"]) == everything
    assert select_rules(["PAY", "TRL001"], ["PAY003"]) == {c for c in everything if c.startswith("PAY")} - {
        "PAY003"
    } | {"TRL001"}
    assert select_rules(ignore=["EXP"]) == {c for c in everything if not c.startswith("EXP")}


def test_a_name_that_no_rule_has_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"no such rule.*'XYZ'"):
        select_rules(["XYZ"])
    with pytest.raises(ConfigError, match="no such rule"):
        select_rules(["EXP"], ["EXP999"])


def test_findings_stand_from_the_gravest_and_surest_down() -> None:
    text = "Build our PHP site. The pay is $1 per hour. The job starts with a trial period of two weeks. You edit our videos."
    findings = scan_posting(Posting(title="Web developer", description=text)).findings
    gravity = [(finding.severity, finding.confidence) for finding in findings]
    assert len(set(gravity)) > 1
    assert gravity == sorted(gravity, reverse=True)


@pytest.mark.parametrize("grades", [Severity, Confidence])
def test_grades_are_written_as_they_are_called(grades: type[IntEnum]) -> None:
    assert [str(grade) for grade in grades] == [grade.name.lower() for grade in grades]


def test_bug_reports_and_offers_of_service_get_no_findings() -> None:
    offer = "I am a virtual assistant looking for work. I offer data entry and social media services at $5 per hour. Hire me!"
    assert scan_posting(Posting(title="[FOR HIRE] Virtual assistant", description=offer)).findings == ()
