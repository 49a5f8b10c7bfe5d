"""Trials, test tasks and trainings: what is found, and what only sounds like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.posting import Posting
from postingscan.read import lay_out
from postingscan.read.facts import Trial
from postingscan.read.trial import CUES, read_trial

# text, kind, paid, days
FOUND = [
    # trial times
    ("We begin with a two-week paid trial.", "period", "paid", 14),
    ("Every new hire starts on a 30-day probation.", "period", "unclear", 30),
    ("There is a 3-month probationary period before benefits.", "period", "unclear", 90),
    ("Trial period: 10 days", "period", "unclear", 10),
    ("Trial period of one month, then a contract.", "period", "unclear", 30),
    ("Probation: 2 months.", "period", "unclear", 60),
    ("You will work a paid trial week before we decide.", "period", "paid", 7),
    ("The first month is a trial, paid at the full rate.", "period", "paid", 30),
    ("A trial of two to three weeks comes first.", "period", "unclear", 21),
    ("After a 1-2 week trial you join full time.", "period", "unclear", 14),
    ("Trial period (two (2) weeks): $5 per hour", "period", "paid", 14),
    ("$4 an hour during the trial period, $6 afterwards", "period", "paid", None),
    ("Trial rate: $3 per hour for two weeks.", "period", "paid", 14),
    ("You will start part-time on a trial basis.", "period", "unclear", None),
    ("Leaves and HMO upon passing the probationary period", "period", "unclear", None),
    ("The salary rises to $900 after the trial period.", "period", "unclear", None),
    ("We offer a month's trial contract first, paid weekly.", "period", "paid", 30),
    ("Evaluation period: 14 days", "period", "unclear", 14),
    ("A part-time trial, leading to a full-time job", "period", "unclear", None),
    ("Month 1 (probation): $320", "period", "paid", 30),
    # unpaid, in these and other words
    ("Unpaid trial of three days.", "period", "unpaid", 3),
    ("The trial week is not paid.", "period", "unpaid", 7),
    ("A 5-day trial without compensation is required.", "period", "unpaid", 5),
    ("The first two weeks are unpaid while you prove yourself.", "period", "unpaid", 14),
    ("Your first week will be voluntary.", "period", "unpaid", 7),
    ("You will work for free for the first 10 days.", "period", "unpaid", 10),
    ("During the first month there is no salary.", "period", "unpaid", 30),
    ("We ask candidates for a free trial day in our shop.", "period", "unpaid", 1),
    ("For the first week it is on us to decide whether to pay.", "period", "unpaid", 7),
    ("Trial shift of one day, no pay.", "period", "unpaid", 1),
    # test tasks
    ("Shortlisted candidates complete a short test task.", "task", "unclear", None),
    ("You will be asked to do a test article before hiring.", "task", "unclear", None),
    ("We send a paid test project to three finalists.", "task", "paid", None),
    ("Applicants must submit an unpaid test edit.", "task", "unpaid", None),
    ("The hiring process has a trial translation (not paid).", "task", "unpaid", None),
    ("Selected applicants do a trial video editing task.", "task", "unclear", None),
    ("We pay $20 for the test assignment.", "task", "paid", None),
    ("Interview process: call, take-home project, final interview", "task", "unclear", None),
    ("Finalists receive a homework assignment.", "task", "unclear", None),
    ("Qualified applicants will be given a small writing test.", "task", "unclear", None),
    ("How to apply: record yourself reading the script below.", "task", "unclear", None),
    ("To apply, send a recording of a mock sales call.", "task", "unclear", None),
    ("To apply, write a 100-word product description for our candle.", "task", "unclear", None),
    ("When applying, please design a banner for our summer sale.", "task", "unclear", None),
    ("To apply: translate the following paragraph into Spanish.", "task", "unclear", None),
    ("Please edit this clip in the reference style and send it with your application.", "task", "unclear", None),
    ("To apply, come up with three captions for our latest reel.", "task", "unclear", None),
    ("Send us the finished reel; if we like it, you're hired.", "task", "unclear", None),
    ("Applicants who do not complete this task will not be considered.", "task", "unclear", None),
    ("Pre-application task (required): find five suppliers.", "task", "unclear", None),
    ("Selected candidates take a practical editing test.", "task", "unclear", None),
    ("Please share a sample headline for this topic: home solar", "task", "unclear", None),
    ("You'll complete a paid trial with our team.", "task", "paid", None),
    ("We hire you for one article as a test.", "task", "unclear", None),
    ("The first video will be a paid test.", "task", "paid", None),
    ("To apply, find 5 suppliers for our tea boxes.", "task", "unclear", None),
    ("To apply, draft a reply to the following complaint.", "task", "unclear", None),
    ("Teachers are invited to a teaching demo.", "task", "unclear", None),
    # trainings
    ("Two weeks of unpaid training before you start.", "training", "unpaid", 14),
    ("You must pass a training before being hired.", "training", "unclear", None),
    ("Training is paid upon completion.", "training", "paid", None),
    ("Pay starts after the training.", "training", "unpaid", None),
    ("During training you earn $2 per hour.", "training", "paid", None),
    ("Willing to undergo a one-week training on site", "training", "unclear", 7),
    ("Paid training: 8 hours a day for two weeks", "training", "paid", 14),
    # the period is recorded where there are two
    ("A short test task, then a 2-week paid trial.", "period", "paid", 14),
    ("One week of training. Probation lasts 3 months.", "period", "unclear", 90),
]

NONE = [
    # no trial at all, and said so
    "We do not ask for unpaid trials.",
    "There is no test task, only a short call.",
    "No probation, no test project: you start on Monday.",
    "We don't require any test tasks or trial work.",
    "This is not a short project but a long-term role.",
    "A trial period is not required.",
    # another's trial
    "Our software has a 14-day free trial.",
    "Convert trial users into paying customers.",
    "You will e-mail people whose trial period has ended and turn trial sign-ups into sales.",
    "Guide our clients during their trial period.",
    "Support clinical trials in three countries.",
    "Prepare the trial balance every month.",
    "Assist the attorneys with trial preparation and court trials.",
    "You should not learn by trial and error.",
    "Experience with NinjaTrader is a plus.",
    "Raise our trial-to-paid conversion.",
    "The trial of our product lasts two weeks.",
    # another's unpaid things
    "1-hour unpaid lunch break",
    "Follow up on unpaid claims and invoices.",
    "Unpaid overtime is never expected.",
    "Twelve weeks of parental leave (3 paid, 9 unpaid).",
    # another's tests
    "Run A/B tests on landing pages.",
    "Responsibilities:\n- Write test cases and execute test tasks\n- Send test emails",
    "Your QA work covers test plans, test design and test automation.",
    "Upload an internet speed test.",
    "Take the personality test in your profile.",
    "Candidates may have a technical interview and a skills assessment.",
    "Responsibilities:\n- Review test tasks of applicants\n- Grade homework assignments of students",
    "Track probation periods and support performance reviews of the staff.",
    "Oversee onboarding, probation evaluations and exit interviews.",
    "Worked as a probation officer",
    # applying as usual
    "To apply, send a 2-minute video introducing yourself.",
    "To apply, record a voice note telling us about your experience.",
    "Send a sample of your work and your portfolio.",
    "To apply, write a cover letter about why you fit our team.",
    "Write 'mango' as the first word of your application.",
    'Include the word "Probation" in your subject line.',
    "Please submit a writing sample or a link to your blog.",
    "Responsibilities:\n- Write captions for our posts\n- Design a banner for our campaigns every week",
    # training as a perk or as the work itself
    "Paid training and a friendly team",
    "Training will be provided.",
    "Free training and career growth",
    "Responsibilities:\n- Deliver a two-week training to our clients",
    "$1,000 training allowance a year",
    "Free language training and free personal training",
    "Unit test coverage across all projects",
    "As a test engineer you design test frameworks that exercise our API.",
    "Volunteer days and on-site training",
]

KNOWN_MISSES = [
    ("Show what you can do for ten days, then we talk about money.", "period"),
    ("Make us one thumbnail and we will see.", "task"),
    ("Explain the steps to reset a router in a short video.", "task"),
]


def read(text: str) -> Trial | None:
    return read_trial(lay_out(Posting(title="Assistant", description=text)))


@pytest.mark.parametrize(("text", "kind", "paid", "days"), FOUND)
def test_found(text: str, kind: str, paid: str, days: float | None) -> None:
    trial = read(text)
    assert trial is not None
    assert (trial.kind, trial.paid, trial.days) == (kind, paid, days)


@pytest.mark.parametrize("text", NONE)
def test_not_found(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(("text", "kind"), KNOWN_MISSES)
@pytest.mark.xfail(reason="told without any word for a trial or a test", strict=True)
def test_known_misses(text: str, kind: str) -> None:
    trial = read(text)
    assert trial is not None
    assert trial.kind == kind


def test_title_and_salary_count() -> None:
    titled = read_trial(lay_out(Posting(title="Video editor (paid test project)", description="Ten reels a week.")))
    salaried = read_trial(
        lay_out(Posting(description="Ten reels a week.", salary="$3/hour in the 2-week trial period"))
    )
    assert titled is not None
    assert titled.span.field == "title"
    assert salaried is not None
    assert (salaried.kind, salaried.paid, salaried.days, salaried.span.field) == ("period", "paid", 14, "salary")


def test_pay_and_length_are_gathered_from_several_sentences() -> None:
    trial = read("All hires pass a trial period. The trial is paid. The trial period lasts three weeks.")
    assert trial is not None
    assert (trial.kind, trial.paid, trial.days) == ("period", "paid", 21)


def test_may_or_may_not_be_paid_is_left_open() -> None:
    trial = read("To be selected you go through a trial period that may or may not be paid.")
    assert trial is not None
    assert trial.paid == "unclear"


def test_a_heading_takes_what_stands_below_it() -> None:
    trial = read("Trial Period:\nTwo weeks, paid at $5 per hour")
    assert trial is not None
    assert (trial.paid, trial.days) == ("paid", 14)


PIECES = [
    *(phrase.rstrip("*") for phrases in CUES.values() for phrase in phrases),
    "paid", "first two weeks", "3-5 days", "no", "customers", "To apply:", "\n- ", ". ", "; ", "(", ")", "$5", "İ", "“",
    "candidates", "write a 100-word post for our", "month 1 (", " 2 ", "hours",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_span_is_the_slice_of_any_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    trial = read(text)
    if trial:
        assert trial.span.text == text[trial.span.start : trial.span.end]
        assert trial.span.text
        assert trial.days is None or trial.days > 0
