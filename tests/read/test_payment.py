"""Terms of payment: schedules, means and risks, and what says nothing of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from look_alikes import LOOK_ALIKES

from postingscan.posting import Posting
from postingscan.read import lay_out
from postingscan.read.facts import PaymentTerms
from postingscan.read.payment import CUES, read_payment_terms
from postingscan.read.trial import read_trial

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
    *LOOK_ALIKES,
    # what pay is measured by, not when or how it is made
    "Paid per short.",
    "Paid in USD",
    "Send your rate for this project based on the brief.",
    "Update the sheet with the exchange rate of the day.",
    "Track the exchange rate at the time of transfer for our clients' payments.",
    # a base beside it, or another's share
    "$700 a month plus performance-based pay on top",
    "Performance-based pay increases every year.",
    "Salary of 90,000 dollars and 1% of the founding equity",
    "The team made 25% of the revenue of last year.",
    "Reports on revenue per booking and per appointment",
    "We market a funding platform for low-income founders with private equity.",
    "Bonus paid for each referral if they are hired.",
    "Pay depends on experience.",
    "Paid internship of three months",
    "We have done pro bono work on a pro bono basis for years.",
    "Monthly internet stipend for interns",
    "You only have to be paid up with your union dues.",
    "Send the invoice to the buyer once the house is sold.",
    "Report the revenue split by country.",
    "Salary with significant equity-based compensation",
    "Lower rates come later in the season.",
]

CLEAR_IN_OTHER_WORDS = [
    "Wages go out each Thursday by bank transfer.",
    "Your invoice is settled within 10 days.",
    "We settle invoices every second Friday.",
    "Money arrives in your account on the last working day of the month.",
    "Salary on the 1st and 16th.",
    "Net 15.",
    "Payment terms are net 14 days from invoice.",
    "The whole sum sits in escrow before you begin.",
    "I put the money into escrow once we agree on a price.",
    "We fund each milestone in advance and release it when the part is accepted.",
    "A third at the start, a third after the draft, a third at the end.",
    "You get the money the day you hand in the file.",
    "Paid when you send the finished translation back.",
    "PayPal every Friday.",
    "Wise, on the 5th of each month.",
    "Hours logged from Monday to Sunday are paid the following Tuesday.",
    "I pay within 24 hours of receiving each batch.",
    "Payday is the 25th.",
    "Monthly salary 1,800 EUR gross.",
    "Salary per month 40,000 PHP, sent to your bank account on the 30th.",
    "The first half is paid after chapter five, the other half when the book is finished.",
    "Payments are processed through Deel twice monthly.",
    "You invoice us at the end of the month and we transfer within a week.",
    "We transfer your fee by SEPA on the tenth of every month.",
    "Fee: 300 euro per lesson block, paid in advance.",
    "Each approved video is paid the same day.",
    "M-Pesa or bank, every two weeks.",
    "We pay every Saturday evening.",
    "Your pay lands on Revolut each Monday.",
    "Upwork hourly contract with weekly billing.",
    "Payroll runs on the 10th and the 25th of the month.",
    "Half now, half when done.",
    "Paid daily through GCash.",
    "Payment in two parts: 40% after the wireframes and 60% after launch.",
    "Articles delivered by Wednesday are paid on Friday.",
    "There are two pay days each month.",
    "Paydays are the 10th and the 25th.",
    "Payroll twice monthly.",
    "You will be paid every 15 days.",
    "Salary is sent every 14 days.",
    "Your salary is paid in shillings at the exchange rate on the day of payment.",
    "Payments are project-based and agreed beforehand.",
    "You get paid for the size and completion of each drawing.",
]

RISKY_IN_OTHER_WORDS = [
    "You get a fortnight to prove yourself without salary.",
    "The first week is on your own account.",
    "For the first two weeks we cannot pay you.",
    "Expect no wage in month one.",
    "Your opening month will not be remunerated.",
    "We start everyone on a month-long test period at 60% pay.",
    "During the first two months you earn half of the salary.",
    "There will be a two-week try-out; whether it is paid depends on how it goes.",
    "Trial week may be paid or unpaid.",
    "You work the first seven days at no charge so that we can see whether it fits.",
    "Salary begins in the second month; the first is for learning the shop.",
    "Your first month is for proving yourself and carries no pay.",
    "Three days of onboarding are unpaid, then shifts begin.",
    "Six practice calls come first, they are for learning and not paid.",
    "Product training takes four days (unpaid).",
    "The learning phase of two weeks carries no pay.",
    "You are trained for a month without salary.",
    "We can pay you as soon as the customer has settled our bill.",
    "You receive your share when the broadcaster pays us.",
    "Your fee is due once the end client has paid.",
    "Payment happens only after the client has signed off on everything.",
    "You are paid when all 40 modules are delivered and tested.",
    "Full payment after the entire platform is live and has run for a month.",
    "There is no budget, but you will be credited in the film.",
    "We are unable to pay but it is great exposure.",
    "Instead of money you get your name on the cover.",
    "Your reward is a part of the profit as soon as there is any.",
    "We split the profits 50/50, nothing fixed.",
    "Compensation is a percentage of the revenue your posts bring in.",
    "Salary starts when the shop has its first hundred orders.",
    "We will begin paying you after the seed round closes.",
    "Pay is deferred until we have investors.",
    "The fee is paid out after the candidate has stayed for three months.",
    "You earn per signed contract, there is no fixed part.",
    "Income comes purely from commission.",
    "Monthly payment only if every target was met.",
    "If we are not satisfied there will be no payment.",
    "In the first quarter you get 50% of the salary.",
    "We keep the first month's wage as a deposit until you leave.",
    "You get shares instead of a salary.",
    "For now we can only offer a small token, real money comes when the app takes off.",
    "You only get something when a deal is signed.",
    "Nobody gets paid until launch.",
    "This is a volunteer role until our grant comes through.",
    "We pay for the videos we publish, not for the ones we turn down.",
    "A placement fee of 400 euro, payable 90 days after the start of the candidate.",
    "The developer works for 5% of future sales.",
    "I will pay you 20% of the revenue that your newsletters make.",
    "The pay is low for now, with high equity.",
    "Low salary but generous equity",
    "We give up to 15% of the founding shares to the right person.",
    "This is an equity-based role.",
    "Performance-based payouts, no cap.",
    "You earn per booked call.",
    "Per-booking payouts",
    "Our salery is based on commision.",
    "The fee is only payable upon a successful demonstration.",
    "You are compensated for each candidate you find if they are hired.",
    "An unpaid remote marketing internship",
    "Non-paid internship in our studio",
    "The internship is currently not paid.",
    "Internship without any stipend",
    "You earn only when you close a deal.",
    "You get paid once the house is sold.",
    "Your compensation is a revenue share (60/40).",
    "We have just begun, so pay will come later.",
    "It begins with an unpaid internship of two months, then a permanent contract.",
]

KNOWN_MISSES = [
    ("Days one to three are a test run and nobody is paid for them.", "risky"),
    ("Week one is a free trial from your side.", "risky"),
    ("Everyone completes an online academy of 20 hours before the first booking; it isn't paid.", "risky"),
    ("Training: one month at $150, then $400.", "risky"),
    ("30% on signing, 70% on handing over the files.", "clear"),
    ("The two training weeks bring $180 in total, later it is $320 every week.", "risky"),
    ("The more you sell, the more you take home: that is the whole package.", "risky"),
]


def read(text: str, salary: str = "") -> PaymentTerms:
    page = lay_out(Posting(title="Assistant", description=text, salary=salary))
    return read_payment_terms(page, read_trial(page))


@pytest.mark.parametrize(("text", "reason"), CLEAR)
def test_clear(text: str, reason: str) -> None:
    terms = read(text)
    assert (terms.label, terms.reason) == ("clear", reason)


@pytest.mark.parametrize(("text", "reason"), RISKY)
def test_risky(text: str, reason: str) -> None:
    terms = read(text)
    assert (terms.label, terms.reason) == ("risky", reason)


@pytest.mark.parametrize("text", CLEAR_IN_OTHER_WORDS)
def test_clear_in_other_words(text: str) -> None:
    assert read(text).label == "clear"


@pytest.mark.parametrize("text", RISKY_IN_OTHER_WORDS)
def test_risky_in_other_words(text: str) -> None:
    assert read(text).label == "risky"


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
