"""Over-expecting, the conditions: hours, pay, availability and years that don't fit what is asked."""

from __future__ import annotations

from collections.abc import Iterator

from postingscan.finding import Confidence
from postingscan.posting import Span
from postingscan.read.facts import Reading, Workload
from postingscan.rules.bundle import MANY_ROLES, SOME_JOBS, asked_jobs, duty_span
from postingscan.rules.rule import Hit, dollars, number, words
from postingscan.weigh.weights import Weights

FEW_HOURS = 10  # hours a week that turn an ordinary bundle into too much (codebook)
FAR_BELOW = 1 / 3  # of the median ask (codebook: 'less than about a third')
WELL_BELOW = 0.4
HALF = 0.5
BELOW = 0.6
MANY_YEARS = 3  # years of experience that nobody calls a beginning


def volume_beyond_hours(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """The stated volume does not fit the hours, even for a quick worker.

    Why it matters
    --------------
    What does not fit is done badly, not at all, or in hours that nobody pays.

    Flagged
    -------
    > Article writer
    > Write 25 articles of 1,000 words a day. The working time is 8 hours a day, 40 hours per week.

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
            _stated(reading, load.text).span,
            f"'{_short(load.text)}' and what else is stated take {number(capacity.needed_low)} to "
            f"{number(capacity.needed_high)} hours a week; the posting offers {number(capacity.available)}"
            if len(capacity.loads) > 1
            else f"'{_short(load.text)}' takes {number(capacity.needed_low)} to {number(capacity.needed_high)} hours a "
            f"week; the posting offers {number(capacity.available)}",
            Confidence.HIGH,
            f"ask for about {_fitting(_stated(reading, load.text), capacity.available / capacity.needed)}, or hire more people",
        )


def volume_tight(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """The stated volume takes a typical worker more than the hours offered.

    Why it matters
    --------------
    Only a quick worker keeps up, and nothing is left for questions and corrections.

    Flagged
    -------
    > Article writer
    > Write 20 articles of 1,000 words a week. The working time is 30 hours per week.

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
            _stated(reading, load.text).span,
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
    > Bookkeeper, video editor and web developer
    > The job has 8 hours per week. You reconcile our accounts in QuickBooks and send invoices. You edit our YouTube
    > videos in Premiere Pro. You develop and maintain our PHP and WordPress website.

    Not flagged
    -----------
    > Graphic designer
    > 8 hours per week. You design the graphics for our posts in Canva and Photoshop.

    Limits
    ------
    Small stated volumes may fit; the posting then does well to state them.
    """
    offered = reading.availability.hours_week
    if offered and offered <= FEW_HOURS and len(asked_jobs(weights)) >= SOME_JOBS + 1:
        span = reading.availability.span or duty_span(reading)
        yield Hit(
            span, f"{len(asked_jobs(weights))} jobs are to be done in {number(offered)} hours a week", Confidence.MEDIUM
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


def little_pay_for_much(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """Several jobs are to be done for less than half of what the skills earn.

    Why it matters
    --------------
    Who can do several jobs asks more than who can do one, not less.

    Flagged
    -------
    > Marketing and web person
    > You manage our social media, run our Google Ads, send the newsletters through Mailchimp, edit our YouTube videos in
    > Premiere Pro and develop our PHP website. The pay is $2 per hour, 40 hours per week.

    Not flagged
    -----------
    > Marketing and web person
    > You manage our social media, run our Google Ads, send the newsletters through Mailchimp, edit our YouTube videos in
    > Premiere Pro and develop our PHP website. The pay is $45 per hour, 40 hours per week.

    Limits
    ------
    Asks differ by country; the population that the pay is set against is named.
    """
    market = weights.market
    if not market or market.pay_ratio is None:
        return
    wide = len(reading.roles) >= MANY_ROLES and market.pay_ratio < HALF
    if wide or (len(asked_jobs(weights)) >= SOME_JOBS and market.pay_ratio < FAR_BELOW):
        fields = words(role.name for role in reading.roles) if wide else words(job.role for job in asked_jobs(weights))
        yield Hit(
            pay_span(reading),
            f"{fields} for {number(market.pay_ratio * 100)} % of the median that workers with these skills ask",
            Confidence.MEDIUM,
        )


def expert_for_little(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """An expert is sought at well under half of what such workers ask.

    Why it matters
    --------------
    Experts know what they are worth. Whoever takes the job at this pay is none, or is about to leave.

    Flagged
    -------
    > Senior PHP developer
    > An expert with at least 5 years of experience in PHP and MySQL. The pay is $2.50 per hour, 40 hours per week.

    Not flagged
    -----------
    > Junior PHP developer
    > We teach you PHP and MySQL on the job. The pay is $2.50 per hour, 40 hours per week.

    Limits
    ------
    'Expert' is also a compliment that postings pay to everybody.
    """
    market = weights.market
    if not market or market.pay_ratio is None or market.pay_ratio >= WELL_BELOW:
        return
    expert = next((word.span for word in reading.seniority if word.level == "expert"), None)
    years = next((asked.span for asked in reading.experience if asked.years_min > MANY_YEARS), None)
    if shown := expert or years:
        yield Hit(
            shown,
            f"an expert is sought for {number(market.pay_ratio * 100)} % of the median that workers with these skills ask",
            Confidence.MEDIUM,
        )


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
    return _demand(reading, "around_the_clock", "one person is asked to be available around the clock")


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
    return _demand(reading, "instant_replies", "replies are expected at once")


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
    if not reading.seniority or not reading.experience or not reading.hiring.one_person:
        return
    entry = next((word for word in reading.seniority if word.level == "entry"), None)
    if not entry or any(word.level == "expert" for word in reading.seniority):
        return
    for experience in reading.experience:
        if experience.years_min >= MANY_YEARS:
            yield Hit(
                experience.span,
                f"'{entry.span.text}' and {number(experience.years_min)} years of experience contradict each other",
                Confidence.MEDIUM,
            )
            return


def _pay_hit(reading: Reading, weights: Weights, how: str, confidence: Confidence) -> Hit:
    market, offer = weights.market, weights.offer
    assert market is not None
    offered = " to ".join(dollars(figure) for figure in offer.usd_hour)
    assumed = f" ({'; '.join(offer.assumed)})" if offer.assumed else ""
    fair = dollars(market.usd_hour_p25)
    return Hit(
        pay_span(reading),
        f"{offered} an hour{assumed} is {how} what workers with these skills ask: {fair} to "
        f"{dollars(market.usd_hour_p75)}, median {dollars(market.usd_hour_p50)} ({market.population})",
        Confidence.MEDIUM if offer.assumed else confidence,
        f"pay at least {fair} an hour for all of it, or ask for less of it",
    )


def pay_span(reading: Reading) -> Span:
    """The regular pay as it is stated, else the title."""
    for pay in reading.pay:
        if pay.kind == "regular":
            return pay.span
    return reading.title


def _demand(reading: Reading, kind: str, message: str) -> Iterator[Hit]:
    for demand in reading.availability.demands:
        if demand.kind == kind:
            yield Hit(demand.span, message)
            return


def _stated(reading: Reading, text: str) -> Workload:
    """The stated volume that a load was weighed from."""
    return next(volume for volume in reading.workload if volume.span.text == text)


def _fitting(stated: Workload, share: float) -> str:
    """The part of a stated volume that fits: '4 articles a day'."""
    quantity = max(float(int(stated.quantity * share)), 1.0)
    plural = "" if quantity == 1 or stated.item.endswith("s") else "s"
    return f"{number(quantity)} {stated.item}{plural} a {stated.per}"


def _short(text: str, size: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= size else f"{text[: size - 1].rstrip()}…"
