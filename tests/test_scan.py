"""One posting, end to end: the touchstone, the counter-example, and what must always hold."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postingscan.ingest.postings import read_postings
from postingscan.posting import Posting
from postingscan.scan import Scan, row_of, scan_posting


@pytest.fixture(scope="module")
def samples(root: Path) -> dict[str, Scan]:
    return {posting.id: scan_posting(posting) for posting in read_postings([root / "data" / "raw" / "sample"])}


def codes(scan: Scan) -> set[str]:
    return {finding.code for finding in scan.findings}


def test_the_touchstone_is_a_unicorn_hire(samples: dict[str, Scan]) -> None:
    scan = samples["sample:touchstone"]
    assert scan.score
    assert scan.score.level == 3
    assert {"breadth", "volume", "pay"} <= set(scan.score.drivers)
    assert scan.weights
    assert scan.weights.capacity
    assert scan.weights.capacity.available
    assert scan.weights.capacity.needed_low > scan.weights.capacity.available
    assert {"writer", "SEO specialist", "web developer"} <= {job.role for job in scan.weights.split}
    assert scan.weights.offer.usd_hour_max == 1.5
    assert {"EXP005", "EXP009", "PAY006"} <= codes(scan)
    evidence = {finding.code: finding.span.text for finding in scan.findings}
    assert "twenty articles a day" in evidence["EXP005"]
    assert "$1.50" in evidence["EXP009"]


def test_the_paid_trial_is_good_practice_and_no_finding(samples: dict[str, Scan]) -> None:
    scan = samples["sample:paid-trial"]
    assert not {code for code in codes(scan) if code.startswith("TRL")}
    assert "paid-trial" in {praise.name for praise in scan.praise}
    assert scan.score
    assert scan.score.level == 0


def test_other_languages_and_short_texts_are_not_scored() -> None:
    french = Posting(
        title="Cherche assistante",
        description="Nous cherchons une personne sérieuse et motivée pour répondre aux clients et classer les factures.",
    )
    scan = scan_posting(french)
    assert (scan.status, scan.language) == ("not_scored", "fr")
    row = row_of(scan)
    for name in ("over_expectation", "p_over_expectation", "roles", "pay", "findings", "goals", "market"):
        assert row[name] is None
    assert scan_posting(Posting(title="Writer", description="Write.")).status == "not_scored"
    short = scan_posting(Posting(title="Writer wanted", description="Write about our gardens \n"))
    assert short.status_reason == "hardly any text: 4 words of description"
    assert (
        scan_posting(Posting(title="Writer wanted", description="Write about our gardens daily \n")).status == "scored"
    )


def test_selection_hides_findings_but_not_the_score(samples: dict[str, Scan]) -> None:
    posting = samples["sample:touchstone"].posting
    some = scan_posting(posting, select={"PAY006"})
    assert codes(some) == {"PAY006"}
    assert some.score == samples["sample:touchstone"].score


def test_every_span_of_every_sample_is_a_slice_of_its_field(samples: dict[str, Scan]) -> None:
    for scan in samples.values():
        row = row_of(scan)
        for name in ("required_skills", "optional_skills", "pay", "workload", "praise"):
            for fact in row[name] or []:
                assert row[fact["field"]][fact["start"] : fact["end"]] == fact["text"]
        for fact in filter(None, (row["trial"], row["payment_terms"])):
            assert fact["text"] is None or row[fact["field"]][fact["start"] : fact["end"]] == fact["text"]
        for finding in row["findings"] or []:
            assert row[finding["field"]][finding["start"] : finding["end"]] == finding["evidence"]


def test_contributions_of_every_sample_add_up(samples: dict[str, Scan]) -> None:
    for scan in samples.values():
        if scan.score:
            log_odds = math.fsum(part.contribution for part in scan.score.contributions)
            assert scan.score.p_over_expectation == pytest.approx(1 / (1 + math.exp(-log_odds)))


PIECES = st.sampled_from(
    [
        "20 articles a day", "$1.50 per hour", "unpaid trial week", "\n", ". ", "Requirements:", "• ", "24/7", "PHP", "İ", "’",
        "one week", "paid when the client pays", "Expert in all programming languages", "10k", "₱", "%", "\u200b", "😀", "per",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=12), max_size=30).map(" ".join), st.text(max_size=30), st.text(max_size=20))
def test_any_text_is_scanned_and_its_evidence_stands_in_it(description: str, title: str, salary: str) -> None:
    posting = Posting(
        title=title, description=f"We hire a person for the job and this is the text: {description}", salary=salary
    )
    row = row_of(scan_posting(posting))
    for fact in [*(row["pay"] or []), *(row["required_skills"] or []), *(row["workload"] or [])]:
        assert row[fact["field"]][fact["start"] : fact["end"]] == fact["text"]
    for finding in row["findings"] or []:
        assert row[finding["field"]][finding["start"] : finding["end"]] == finding["evidence"]


def test_scanning_is_pure(samples: dict[str, Scan]) -> None:
    for scan in list(samples.values())[:10]:
        assert row_of(scan_posting(scan.posting)) == row_of(scan)
