"""Terms of payment: schedules, means and risks, and what says nothing of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.posting import Posting
from postingscan.read import lay_out
from postingscan.read.facts import PaymentTerms
from postingscan.read.payment import CUES, read_payment_terms

CLEAR = [
    ("You are paid weekly.", "schedule"),
    ("Bi-weekly pay", "schedule"),
    ("Salary is paid every 15th and 30th of the month.", "schedule"),
    ("Pay schedule: every other Friday", "schedule"),
    ("We send payments twice a month.", "schedule"),
    ("On-time weekly payments", "schedule"),
    ("Bi-monthly salary and a yearly raise", "schedule"),
    ("Base salary (monthly) and a bonus", "schedule"),
    ("Fixed monthly salary", "schedule"),
    ("What we offer:\n- Monthly salary\n- Friendly team", "schedule"),
    ("Payouts are on Fridays", "schedule"),
    ("$4/hour, paid monthly by bank transfer", "schedule"),
    ("Payment will be made on a monthly basis.", "schedule"),
    ("Salary via PayPal or Payoneer", "method"),
    ("We pay through Wise.", "method"),
    ("Payment method: GCash", "method"),
    ("Compensation\n- $4 an hour\n- Wise or PayPal", "method"),
    ("Payments: bank transfer only", "method"),
    ("We pay per milestone; the budget is placed in escrow.", "milestones"),
    ("We can switch to a per-milestone contract.", "milestones"),
    ("50% upfront, 50% on delivery", "on delivery"),
    ("Payment within 3 days after approval of each article.", "on delivery"),
    ("Payment is done once the job is complete.", "on delivery"),
    ("Send an invoice every Friday; invoices are paid within two days.", "on delivery"),
    ("Terms: net 30", "on delivery"),
]

RISKY = [
    ("This is a commission-only role.", "commission only"),
    ("100% commission, unlimited income!", "commission only"),
    ("There is no base salary, you earn commission on each sale.", "commission only"),
    ("You earn 15% of every sale you close.", "commission only"),
    ("Commission-based closer wanted", "commission only"),
    ("What we offer:\n- Attractive commission\n- Free coffee", "commission only"),
    ("Equity only until we launch.", "equity only"),
    ("You work in exchange for equity.", "equity only"),
    ("Compensation will be profit sharing.", "revenue share only"),
    ("You get paid when our client pays us.", "paid when others pay"),
    ("Salary starts once we raise funding.", "paid when others pay"),
    ("Payment is made after the deal closes.", "paid when others pay"),
    ("No results, no pay.", "paid by result only"),
    ("We only pay for leads that are approved.", "paid by result only"),
    ("This is an unpaid internship.", "unpaid"),
    ("Volunteer position with a great team", "unpaid"),
    ("No salary at first, but a bright future.", "unpaid"),
    ("The trial may or may not be paid.", "may or may not be paid"),
    ("The pay is low at first but will increase later.", "low pay now for more later"),
    ("We ask for a lower rate for the first project.", "low pay now for more later"),
    ("You receive half of the salary during probation.", "half pay at first"),
    ("First month (training): $150\nAfter that: $350", "half pay at first"),
    ("The first two weeks are unpaid.", "unpaid at first"),
    ("Your first week's pay is held as a deposit.", "pay held back"),
]

NONE = [
    "$400 a month",
    "Salary: 25,000 PHP monthly",
    "Base salary: $1,000 per month",
    "$5 per hour depending on experience",
    "Competitive monthly salary",
    "Send us your expected monthly salary.",
    "State your desired weekly pay.",
    "Monthly performance bonus",
    "Paid vacation and 13th month",
    "Paid time off every month",
    "Responsibilities:\n- Process weekly payroll\n- Send invoices to clients monthly",
    "Responsibilities:\n- Handle PayPal disputes and Stripe payouts",
    "Integrate PayPal and bank transfers as payment methods",
    "Run paid ads weekly and report monthly.",
    "Weekly reports, monthly meetings",
    "Define milestones and deliverables of the project.",
    "Milestone bonuses at 10,000 followers",
    "We reach every milestone together.",
    "Your pay rises step by step from $4 to $6.",
    "Hours are tracked with a time tracker.",
    "Follow up on unpaid invoices.",
    "1 hour unpaid lunch",
    "Base salary plus commission",
    "$500 a month plus 5% commission on closed deals",
    "Commission-based bonus on top of your hourly rate of $5 per hour",
    "Salary and equity",
    "Competitive salary, profit sharing",
    "Experience with private equity",
    "Track sales commissions and calculate payouts of agents.",
    "A short unpaid test is part of the hiring process.",
    "We are wise with our time.",
    "Volunteer experience is a plus.",
]

KNOWN_MISSES = [
    ("The two training weeks bring $180 in total, later it is $320 every week.", "risky"),
    ("The more you sell, the more you take home: that is the whole package.", "risky"),
]


def read(text: str, salary: str = "") -> PaymentTerms:
    return read_payment_terms(lay_out(Posting(title="Assistant", description=text, salary=salary)))


@pytest.mark.parametrize(("text", "reason"), CLEAR)
def test_clear(text: str, reason: str) -> None:
    terms = read(text)
    assert (terms.label, terms.reason) == ("clear", reason)


@pytest.mark.parametrize(("text", "reason"), RISKY)
def test_risky(text: str, reason: str) -> None:
    terms = read(text)
    assert (terms.label, terms.reason) == ("risky", reason)


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert read(text) == PaymentTerms("none")


@pytest.mark.parametrize(("text", "label"), KNOWN_MISSES)
@pytest.mark.xfail(reason="told without the usual words", strict=True)
def test_known_misses(text: str, label: str) -> None:
    assert read(text).label == label


def test_the_risk_counts_where_both_stand() -> None:
    assert read("Commission only. Paid weekly via PayPal.").label == "risky"


def test_terms_in_the_salary_field() -> None:
    terms = read("Answer the phone.", salary="$900 / month (paid every 15th)")
    assert terms.label == "clear"
    assert terms.span is not None
    assert terms.span.field == "salary"


def test_a_base_in_the_salary_field_makes_commission_no_risk() -> None:
    assert read("We offer an attractive commission per sale.", salary="600").label == "none"
    assert read("We offer an attractive commission per sale.").label == "risky"


PIECES = [
    *(phrase.rstrip("*") for phrases in CUES.values() for phrase in phrases),
    "paid", "pay", "salary", "$100", "after", "then", "$400", "no", ". ", "\n- ", "first month", "unpaid",
    "%", "15", "İ", "’",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_span_is_the_slice_of_any_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    terms = read(text)
    assert (terms.span is None) == (terms.label == "none")
    if terms.span:
        assert terms.span.text == text[terms.span.start : terms.span.end]
        assert terms.span.text
