"""Trials, test tasks and trainings: what is found, and what only sounds like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from look_alikes import LOOK_ALIKES

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
    # the same in other writers' words
    (
        "Before signing the long contract we try each other out for ten days, paid at your usual rate.",
        "period",
        "paid",
        10,
    ),
    ("The first four weeks count as a trial; you receive your full wage.", "period", "paid", 28),
    ("Your contract begins with 60 days of probation.", "period", "unclear", 60),
    ("New colleagues are on probation for half a year.", "period", "unclear", 180),
    ("You get a fortnight to prove yourself without salary.", "period", "unpaid", 14),
    ("The first week is on your own account.", "period", "unpaid", 7),
    ("For the first two weeks we cannot pay you.", "period", "unpaid", 14),
    ("Expect no wage in month one.", "period", "unpaid", 30),
    ("Your opening month will not be remunerated.", "period", "unpaid", 30),
    ("We start everyone on a month-long test period at 60% pay.", "period", "paid", 30),
    ("During the first two months you earn half of the salary.", "period", "paid", 60),
    ("We run a three-day working trial, compensated at 8 euros an hour.", "period", "paid", 3),
    ("There will be a two-week try-out; whether it is paid depends on how it goes.", "period", "unclear", 14),
    ("After a successful trial month your rate rises.", "period", "unclear", 30),
    ("Trial week may be paid or unpaid.", "period", "unclear", 7),
    ("Probationary employment of 90 days, regular afterwards.", "period", "unclear", 90),
    ("One trial day, which we of course pay.", "period", "paid", 1),
    ("We'd like to begin with a paid trial run of 5 hours.", "period", "paid", None),
    ("You work the first seven days at no charge so that we can see whether it fits.", "period", "unpaid", 7),
    ("The initial 30 days are a probation at the same pay.", "period", "paid", 30),
    ("Salary begins in the second month; the first is for learning the shop.", "period", "unpaid", 30),
    ("Both sides can stop at any time during the eight-week probation.", "period", "unclear", 56),
    ("Your first month is for proving yourself and carries no pay.", "period", "unpaid", 30),
    ("To be considered, write three sample product texts for our lamps.", "task", "unclear", None),
    ("Together with your application, send a storyboard for our next commercial.", "task", "unclear", None),
    ("Applicants build a small landing page for our course; this is not paid.", "task", "unpaid", None),
    ("You will translate a two-page brochure for us as a test.", "task", "unclear", None),
    ("We ask every applicant to cut a one-minute teaser from our footage.", "task", "unclear", None),
    ("A test edit is part of the process, and that edit is paid at your full rate.", "task", "paid", None),
    ("There is a test chapter. We pay it like any other chapter.", "task", "paid", None),
    ("We give three people a test logo to do (no pay for tests).", "task", "unpaid", None),
    ("Please attach a 90-day growth plan for our bakery.", "task", "unclear", None),
    ("Include a mock-up of our home page with your message.", "task", "unclear", None),
    ("Teachers give a demo lesson to one of our students, without pay.", "task", "unpaid", None),
    ("As the last step you teach a trial lesson with a real pupil; it is unpaid.", "task", "unpaid", None),
    ("Subtitle the attached five-minute clip and send it back with your application.", "task", "unclear", None),
    ("Shortlisted writers do two sample articles on topics we choose.", "task", "unclear", None),
    ("To prove your skill, develop our booking module first; if we are happy, you are hired.", "task", "unclear", None),
    (
        "Candidates implement a small feature in our app, about six hours, for which we pay 100 dollars.",
        "task",
        "paid",
        None,
    ),
    ("Three candidates each make a cover for our next book and the best one gets the job.", "task", "unclear", None),
    ("Everyone who applies transcribes ten minutes of our audio so that we can compare.", "task", "unclear", None),
    ("Test task: clean a table of 200 rows. Unpaid.", "task", "unpaid", None),
    ("We'll send a little paid test (two hours).", "task", "paid", None),
    ("A small paid test comes before the contract.", "task", "paid", None),
    ("Send a 30-second ad for our perfume along with your portfolio.", "task", "unclear", None),
    ("We begin with one test illustration, which is paid like the rest.", "task", "paid", None),
    ("Before we decide, you'll model one of our chairs as an unpaid sample.", "task", "unpaid", None),
    ("Only people who redesign one of our slides will get an answer.", "task", "unclear", None),
    ("Your application must contain a keyword study for our shop.", "task", "unclear", None),
    ("Please fix one open bug in our repository and link the pull request when you apply.", "task", "unclear", None),
    ("After the interview there is a practical exercise on our own data.", "task", "unclear", None),
    ("The finalists get a paid assignment of roughly three hours.", "task", "paid", None),
    ("You'll be asked to prepare a lesson for a class of ours before we sign anything.", "task", "unclear", None),
    ("Propose a full redesign of our menu with your bid, free of charge.", "task", "unpaid", None),
    ("For your application, compose a 20-second jingle for our podcast.", "task", "unclear", None),
    ("You first go through a week of induction.", "training", "unclear", 7),
    ("Three days of onboarding are unpaid, then shifts begin.", "training", "unpaid", 3),
    ("There is a ten-day course you have to pass before your first shift.", "training", "unclear", 10),
    ("We have two weeks of paid training.", "training", "paid", 14),
    ("The first five days are paid training with a senior colleague.", "training", "paid", 5),
    ("Six practice calls come first, they are for learning and not paid.", "training", "unpaid", None),
    ("You shadow a colleague for three days before you start on your own.", "training", "unclear", 3),
    ("Product training takes four days (unpaid).", "training", "unpaid", 4),
    ("Training: one month at $150, then $400.", "training", "paid", 30),
    ("Only those who pass the onboarding course are taken on.", "training", "unclear", None),
    ("Induction lasts a week and is paid.", "training", "paid", 7),
    ("Agents sit a certification course before handling live chats.", "training", "unclear", None),
    ("The learning phase of two weeks carries no pay.", "training", "unpaid", 14),
    ("You are trained for a month without salary.", "training", "unpaid", 30),
    ("Nesting lasts two weeks and is paid at the training rate.", "training", "paid", 14),
    ("In the first quarter you get 50% of the salary.", "period", "paid", 90),
    # assessments in which work is made
    ("Shortlisted candidates complete a short drafting assessment.", "task", "unclear", None),
    ("Applicants will take a practical design assessment.", "task", "unclear", None),
    ("How to apply:\n1. Complete this assessment: example.org", "task", "unclear", None),
    ("An assessment task will be sent to those who qualify; candidates have two days.", "task", "unclear", None),
    ("Applicants get a link to an assessment form.", "task", "unclear", None),
    # handed out without the word 'test'
    ("We then give you a sample brief and a sample project to finish at home.", "task", "unclear", None),
    ("A sample sheet will be provided first to check your accuracy.", "task", "unclear", None),
    ("Finalists receive a work-sample exercise.", "task", "unclear", None),
    ("A short paid screening task may be used.", "task", "paid", None),
    ("If your profile fits, a small task will be sent to you before the interview.", "task", "unclear", None),
    ("Shortlisted applicants are given a task.", "task", "unclear", None),
    (
        "Shortlisted candidates will be asked to edit a one-minute scene.",
        "task",
        "unclear",
        None,
    ),
    ("Applicants will be invited to design a small poster.", "task", "unclear", None),
    ("Finalists prepare a short case study before the last call.", "task", "unclear", None),
    ("To apply, record a two-minute cold call role play.", "task", "unclear", None),
    ("After that there is a working interview in our kitchen.", "task", "unclear", None),
    ("Solid Excel knowledge (you will be tested on this).", "task", "unclear", None),
    ("You must be willing to make a quick sample.", "task", "unclear", None),
    ("Candidates take a Photoshop test.", "task", "unclear", None),
    ("Let's start with a small paid article to see whether we fit.", "task", "paid", None),
    ("We start with a short paid project before we commit to more.", "task", "paid", None),
    # mocks of the real work
    ("To apply, send your CV and a 4-min demo teaching video.", "task", "unclear", None),
    ("To apply, send a video introducing yourself and teaching one short topic in physics.", "task", "unclear", None),
    ("To apply, film a clip promoting any phone.", "task", "unclear", None),
    ("In the interview you pitch our kettle as if you were speaking to a buyer.", "task", "unclear", None),
    ("To apply, upload a video audition of one minute.", "task", "unclear", None),
    ("To apply, send a voice note (phone, laptop, etc.) saying: Hello, this is your bank.", "task", "unclear", None),
    ("To apply, send a sample caption you'd write under a photo of a cake.", "task", "unclear", None),
    ("Optional: write an example title using the following picture", "task", "unclear", None),
    ("To apply, send a writing sample answering the question below.", "task", "unclear", None),
    ("Test: in your message, write a slogan for a shoe shop.", "task", "unclear", None),
    ("To apply, submit 3 winning products with their cost and source.", "task", "unclear", None),
    ("Write me the macro and if it works I'll hire you for the rest.", "task", "unclear", None),
    ("Send the cover; if I like it, you're hired.", "task", "unclear", None),
    # trainings and internships that stand before the job
    ("Paid four-week virtual training", "training", "paid", 28),
    ("Your hours are flexible once you pass our product training.", "training", "unclear", None),
    ("Steps: (1) Interview (2) Training (3) Hired", "training", "unclear", None),
    ("You complete an online course and pass the exam before the first day.", "training", "unclear", None),
    ("It begins with an unpaid internship of two months, then a permanent contract.", "period", "unpaid", 60),
    ("You are hired after a three-month internship.", "period", "unclear", 90),
    ("A provisional period of six weeks comes first.", "period", "unclear", 42),
    ("Unpaid internship (6 weeks); the best intern is hired.", "period", "unpaid", 42),
    ("The first three months are an unpaid internship.", "period", "unpaid", 90),
    ("We will give you a small article to check your style.", "task", "unclear", None),
    ("Sample receipts will be provided to see whether you work carefully.", "task", "unclear", None),
    ("You may be asked to record a short sample call.", "task", "unclear", None),
    ("Candidates are assessed through a hands-on project.", "task", "unclear", None),
    ("We'll send you one photo to edit as a test.", "task", "unclear", None),
    ("Please complete the screening task in the link.", "task", "unclear", None),
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
    *LOOK_ALIKES,
    # assessments and tests of a trait, and those of an interview
    "Candidates take an English assessment test and a personality assessment.",
    "Shortlisted applicants complete a cognitive assessment.",
    "Applicants complete a short qualification test.",
    "Candidates complete a short personality test.",
    "Shortlisted candidates are invited to an interview and a technical assessment.",
    "You write risk assessments and send a design assessment to the client every week.",
    "Our interview process: phone screen, coding challenge, on-site interview.",
    "You must be willing to take a drug test.",
    "You will be tested on this during the interview.",
    # the work itself
    "Provide analytics requirements and help with the test design.",
    "Tell us how long you need to complete the task.",
    "Share how quickly you can complete the task.",
    "Tasks will be assigned by the manager each morning.",
    "Responsibilities:\n- Send 5 leads to the sales team\n- Find 3 suppliers for new products",
    "To apply, tell us how you would send 5 leads a day to our team.",
    "We will provide sample data for development.",
    "Responsibilities:\n- Present our products as if you were selling them to a friend",
    "You'll be teaching a class of ten on video every week.",
    "Edit videos promoting our app each day.",
    "Proficiency in Adobe Audition",
    "Successful candidates will be required to write an article each day.",
    # past work and words about oneself
    "To apply, send sample videos you've made.",
    "To apply, include 3 products you have launched.",
    "To apply, send two articles you wrote and a sample report if you have one.",
    "To apply, send a case study of a shop you built.",
    "To apply, send a video explaining your experience with children.",
    # look-alikes
    "We have been developing role-playing games since 2010.",
    "Write case studies about our customers.",
    "We start with a project plan and a kick-off call.",
    "Check that the site works; if it works, we'll hire more people.",
    "Run user interviews and working groups.",
    "Unpaid internship, six months",
    "You supervise the students' internship of two months.",
    "A degree or an internship of three months in a law firm is required.",
    "Our academy offers a course every month; teachers join after the summer.",
    "Sample data will be provided to test the dashboard.",
    "Rows: 6. Classroom Training 7. Safety Training 8. Start date",
    "Exciting projects that test your skills every day",
    "You will be asked to write a short report for our board.",
    "You deploy a build to staging as a test.",
    "Performance is assessed through monthly reviews.",
]

KNOWN_MISSES = [
    ("Days one to three are a test run and nobody is paid for them.", "period"),
    ("Week one is a free trial from your side.", "period"),
    ("First, we would like you to record a sample chapter of our novel.", "task"),
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
