"""Over-expecting: one person asked for what hardly any person has or can do."""

from __future__ import annotations

from collections.abc import Iterator

from postingscan.finding import Confidence
from postingscan.posting import Span
from postingscan.read.facts import Reading
from postingscan.rules.rule import Hit, dollars, number, words
from postingscan.weigh.weights import Weights

MANY_JOBS = 4  # jobs that one person is rarely good at together
SOME_JOBS = 2
WIDE_SKILLS = 18  # required skills, from which a list is a wish list
FEW_HOURS = 10  # hours a week that turn an ordinary bundle into too much (codebook)
EXPERT_SKILLS = 5
RARE = 2_000  # one worker in so many lists the bundle
FAR_BELOW = 1 / 3  # of the median ask (codebook: 'less than about a third')
BELOW = 0.6


def unrelated_trades(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """One hire is asked to hold four or more jobs that different people do.

    Why it matters
    --------------
    A writer, a designer, a developer and a bookkeeper are four people with four rates. Whoever claims to be all of
    them is mediocre at some, and the work waits in one queue.

    Flagged
    -------
    > One-person team wanted
    > You will write our blog articles, design logos and banners, develop our PHP website and do the bookkeeping in
    > Xero. You also edit our videos and run our Facebook ads.

    Not flagged
    -----------
    > Full-stack web developer
    > You know HTML, CSS, JavaScript, PHP and MySQL and build and maintain our web shop.

    Limits
    ------
    Jobs are counted from roles asked for at working level; duties that are often held together count as one job.
    """
    jobs = weights.split
    if len(jobs) >= MANY_JOBS and reading.hiring.one_person:
        yield Hit(
            _roles_span(reading),
            f"one person is asked to do {len(jobs)} jobs: {words(job.role for job in jobs)}",
            Confidence.HIGH if len(jobs) > MANY_JOBS else Confidence.MEDIUM,
            f"break the work down into jobs and hire for each: {words(job.role for job in jobs)}",
        )


def neighbouring_jobs(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """The hire is asked for two or three jobs at once.

    Why it matters
    --------------
    A good generalist may exist, but each further job narrows the choice and splits the attention.

    Flagged
    -------
    > Bookkeeper who also edits our videos
    > Reconcile our accounts in QuickBooks each week and edit our YouTube videos in Premiere Pro.

    Not flagged
    -----------
    > Bookkeeper
    > Reconcile our accounts in QuickBooks each week and prepare the monthly reports.

    Limits
    ------
    Two neighbouring jobs are ordinary in small firms: the finding is a remark, not a reproach.
    """
    jobs = weights.split
    if SOME_JOBS <= len(jobs) < MANY_JOBS and reading.hiring.one_person:
        yield Hit(
            _roles_span(reading),
            f"the hire covers {len(jobs)} jobs: {words(job.role for job in jobs)}",
            Confidence.MEDIUM,
            f"say which job comes first and how much time each gets: {words(job.role for job in jobs)}",
        )


def whole_field(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """The posting asks for the whole of a field: 'all programming languages'.

    Why it matters
    --------------
    Nobody masters all of a field. Honest applicants stay away and the bold ones say yes to anything.

    Flagged
    -------
    > Developer
    > You must know all programming languages and build whatever we need for our web shop.

    Not flagged
    -----------
    > Developer
    > You know PHP and JavaScript well; experience with other programming languages is a plus.

    Limits
    ------
    A claim on a small, closed set ('all pages of our site') is no field.
    """
    for claim in reading.universals:
        yield Hit(claim.span, f"nobody masters '{claim.span.text}'", Confidence.HIGH)


def expert_in_many(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """Expert level is asked in many skills of more than one job.

    Why it matters
    --------------
    Mastery takes years in one craft. Experts in several are few, and ask accordingly.

    Flagged
    -------
    > Marketing and development specialist
    > Expert in SEO, expert in Google Ads, expert in React, expert in Photoshop, expert in Premiere Pro and expert in
    > copywriting. You run the campaigns, develop the website and edit the videos.

    Not flagged
    -----------
    > React developer
    > Expert in React and TypeScript; you build our dashboard and know Git and Figma well enough to work with designers.

    Limits
    ------
    'Expert' as an empty compliment ('an SEO expert wanted') counts once.
    """
    expert = [skill for skill in reading.skills if skill.expert and skill.demand == "required"]
    if len(expert) >= EXPERT_SKILLS and len(weights.split) >= SOME_JOBS:
        yield Hit(
            expert[0].span,
            f"expert level is asked in {len(expert)} skills over {len(weights.split)} jobs",
            Confidence.MEDIUM,
        )


def volume_beyond_hours(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """The stated volume does not fit the hours, even for a quick worker.

    Why it matters
    --------------
    What does not fit is done badly, not at all, or in hours that nobody pays.

    Flagged
    -------
    > Article writer
    > Write 20 articles of 1,000 words a day. The working time is 8 hours a day, 40 hours per week.

    Not flagged
    -----------
    > Article writer
    > Write 3 articles of 1,000 words a week. The working time is 20 hours per week.

    Limits
    ------
    Norms are ranges from surveys and practice; only where even the low figure is too much does this rule speak.
    """
    capacity = weights.capacity
    if capacity and capacity.available and capacity.needed_low > capacity.available:
        load = max(capacity.loads, key=lambda load: load.needed_low)
        yield Hit(
            _load_span(reading, load.text),
            f"'{_short(load.text)}' and what else is stated take {number(capacity.needed_low)} to "
            f"{number(capacity.needed_high)} hours a week; the posting offers {number(capacity.available)}"
            if len(capacity.loads) > 1
            else f"'{_short(load.text)}' takes {number(capacity.needed_low)} to {number(capacity.needed_high)} hours a "
            f"week; the posting offers {number(capacity.available)}",
            Confidence.HIGH,
            f"ask for at most {number(max(_fitting(reading, capacity.available / capacity.needed), 1))} "
            "in these hours, or hire more people",
        )


def volume_tight(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """The stated volume takes a typical worker more than the hours offered.

    Why it matters
    --------------
    Only a quick worker keeps up, and nothing is left for questions and corrections.

    Flagged
    -------
    > Article writer
    > Write 14 articles of 1,000 words a week. The working time is 30 hours per week.

    Not flagged
    -----------
    > Article writer
    > Write 4 articles of 1,000 words a week. The working time is 30 hours per week.

    Limits
    ------
    How long a piece takes depends on what is asked of it; the range of the norm is told with the finding.
    """
    capacity = weights.capacity
    if capacity and capacity.available and capacity.needed_low <= capacity.available < capacity.needed:
        load = max(capacity.loads, key=lambda load: load.needed)
        yield Hit(
            _load_span(reading, load.text),
            f"the stated volume takes a typical worker {number(capacity.needed)} hours a week "
            f"({number(capacity.needed_low)} to {number(capacity.needed_high)}); the posting offers "
            f"{number(capacity.available)}",
            Confidence.MEDIUM,
        )


def much_in_few_hours(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """Several jobs are to be done in ten hours a week or fewer.

    Why it matters
    --------------
    Every job has its own upkeep: learning the tools, reading in, reporting. In few hours little else is done.

    Flagged
    -------
    > Marketing all-rounder
    > 8 hours per week. You write our blog articles, run our Google Ads, design the graphics, edit our videos and manage
    > our bookkeeping in Xero.

    Not flagged
    -----------
    > Graphic designer
    > 8 hours per week. You design the graphics for our posts in Canva and Photoshop.

    Limits
    ------
    Small stated volumes may fit; the posting then does well to state them.
    """
    offered = reading.availability.hours_week_max or reading.availability.hours_week_min
    if offered and offered <= FEW_HOURS and len(weights.split) >= SOME_JOBS + 1:
        span = reading.availability.span or _roles_span(reading)
        yield Hit(span, f"{len(weights.split)} jobs are to be done in {number(offered)} hours a week", Confidence.MEDIUM)


def bundle_nobody_lists(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """Hardly any of thousands of workers lists the whole bundle of skills.

    Why it matters
    --------------
    Where nobody offers the bundle, nobody can be hired for it, whatever the pay.

    Flagged
    -------
    > Web and content person
    > Required: article writing, keyword research, link building, PHP and WordPress.

    Not flagged
    -----------
    > WordPress developer
    > Required: WordPress and PHP.

    Limits
    ------
    Workers list what they want to be hired for, at most ten skills; who does not list a skill may still have it.
    """
    rarity = weights.rarity
    if rarity and rarity.observed == 0 and rarity.one_in >= RARE:
        yield Hit(
            _roles_span(reading),
            f"0 of {rarity.n_workers:,} workers list {words(rarity.families)} together; model: about one in "
            f"{_round(rarity.one_in)} (one in {_round(rarity.one_in_low)} to {_round(rarity.one_in_high)})",
            Confidence.MEDIUM if rarity.one_in_low >= RARE else Confidence.LOW,
        )


def pay_far_below(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """The pay is less than a third of what workers with these skills ask.

    Why it matters
    --------------
    Whoever can do all of it earns more elsewhere; whoever accepts will leave, or cannot do it.

    Flagged
    -------
    > Senior PHP developer
    > Develop our PHP and MySQL web application. The pay is $1.50 per hour, 40 hours per week.

    Not flagged
    -----------
    > Senior PHP developer
    > Develop our PHP and MySQL web application. The pay is $25 per hour, 40 hours per week.

    Limits
    ------
    Asks differ by country; the population that the pay is set against is named.
    """
    market = weights.market
    if market and market.pay_ratio is not None and market.pay_ratio < FAR_BELOW:
        yield _pay_hit(reading, weights, "far below", Confidence.HIGH)


def pay_below(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """The pay is well below what workers with these skills ask.

    Why it matters
    --------------
    The best applicants look elsewhere first.

    Flagged
    -------
    > PHP developer
    > Develop our PHP and MySQL web application. The pay is $9 per hour, 40 hours per week.

    Not flagged
    -----------
    > PHP developer
    > Develop our PHP and MySQL web application. The pay is $22 per hour, 40 hours per week.

    Limits
    ------
    Asks are what workers hope for; what is agreed in the end is often lower.
    """
    market = weights.market
    if market and market.pay_ratio is not None and FAR_BELOW <= market.pay_ratio < BELOW:
        yield _pay_hit(reading, weights, "below", Confidence.MEDIUM)


def around_the_clock(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """The worker is to be available around the clock.

    Why it matters
    --------------
    One person sleeps. Service at all hours takes a rota of at least four.

    Flagged
    -------
    > Support agent
    > You must be available 24/7 for our customers' e-mails.

    Not flagged
    -----------
    > Support agent
    > Our customers get 24/7 support from three shifts; yours is 9 am to 5 pm on weekdays.

    Limits
    ------
    A slogan about the company's service is not a demand on the worker.
    """
    yield from _demand(reading, "around_the_clock", "one person is asked to be available around the clock")


def instant_replies(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """Replies are expected at once, at any time.

    Why it matters
    --------------
    Whoever must answer within minutes cannot do work that needs a quiet hour.

    Flagged
    -------
    > Assistant
    > You must reply to messages within 5 minutes at all times.

    Not flagged
    -----------
    > Assistant
    > Please reply to messages within one working day.

    Limits
    ------
    For live chat and phone work a quick answer is the job itself.
    """
    yield from _demand(reading, "instant_replies", "replies are expected at once")


def level_against_years(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """A beginner is sought who has years of experience.

    Why it matters
    --------------
    'Entry level with five years' means an expert at a beginner's pay.

    Flagged
    -------
    > Entry-level graphic designer
    > At least 5 years of experience in graphic design with Photoshop and Illustrator is required.

    Not flagged
    -----------
    > Senior graphic designer
    > At least 5 years of experience in graphic design with Photoshop and Illustrator is required.

    Limits
    ------
    Where several positions stand in one posting, the years may belong to another one.
    """
    entry = next((word for word in reading.seniority if word.level == "entry"), None)
    expert = any(word.level == "expert" for word in reading.seniority)
    if not entry or expert or not reading.hiring.one_person:
        return
    for experience in reading.experience:
        if experience.years_min >= 3:
            yield Hit(
                experience.span,
                f"'{entry.span.text}' and {number(experience.years_min)} years of experience contradict each other",
                Confidence.MEDIUM,
            )
            return


def wish_list(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """The list of required skills is so long that few can tick it off.

    Why it matters
    --------------
    Applicants who meet four fifths of it don't apply; the rest can't be told apart.

    Flagged
    -------
    > Digital person
    > Required: SEO, Google Ads, Facebook Ads, Mailchimp, Klaviyo, Canva, Photoshop, Illustrator, Premiere Pro, CapCut,
    > WordPress, Shopify, Webflow, HTML, CSS, JavaScript, PHP, Excel, QuickBooks, Zapier and Notion.

    Not flagged
    -----------
    > Office assistant
    > Required: Excel, Google Docs, Gmail, Slack and good written English.

    Limits
    ------
    A long list inside one craft is ordinary; it is only flagged where it spans more than one job.
    """
    required = [skill for skill in reading.skills if skill.demand == "required"]
    if len(required) >= WIDE_SKILLS and len(weights.split) >= SOME_JOBS:
        yield Hit(
            required[0].span,
            f"{len(required)} skills are required over {len(weights.split)} jobs",
            Confidence.MEDIUM,
        )


def _pay_hit(reading: Reading, weights: Weights, how: str, confidence: Confidence) -> Hit:
    market, offer = weights.market, weights.offer
    assert market is not None
    low, high = offer.usd_hour_min, offer.usd_hour_max
    figures = sorted({figure for figure in (low, high) if figure is not None})
    offered = " to ".join(dollars(figure) for figure in figures)
    assumed = f" ({'; '.join(offer.assumed)})" if offer.assumed else ""
    span = next((pay.span for pay in reading.pay if pay.kind == "regular"), reading.title)
    return Hit(
        span,
        f"{offered} an hour{assumed} is {how} what workers with these skills ask: {dollars(market.usd_hour_p25)} to "
        f"{dollars(market.usd_hour_p75)}, median {dollars(market.usd_hour_p50)} ({market.population})",
        Confidence.MEDIUM if offer.assumed else confidence,
        f"pay at least {dollars(market.usd_hour_p25)} an hour for all of it, or ask for less of it",
    )


def _demand(reading: Reading, kind: str, message: str) -> Iterator[Hit]:
    for demand in reading.availability.demands:
        if demand.kind == kind:
            yield Hit(demand.span, message)
            return


def _roles_span(reading: Reading) -> Span:
    """The first duty that shows a role, else the title."""
    described = [role.span for role in reading.roles if role.span.field == "description"]
    return described[0] if described else reading.title


def _load_span(reading: Reading, text: str) -> Span:
    return next((load.span for load in reading.workload if load.span.text == text), reading.title)


def _fitting(reading: Reading, share: float) -> float:
    quantity = max((load.quantity for load in reading.workload), default=1.0)
    return float(int(quantity * share))


def _short(text: str, size: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= size else f"{text[: size - 1].rstrip()}…"


def _round(value: float) -> str:
    """Two significant digits, which is more than the model knows."""
    return f"{float(f'{value:.2g}'):,.0f}"
