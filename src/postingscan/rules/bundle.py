"""Over-expecting, the person: crafts and mastery that hardly anybody holds together."""

from __future__ import annotations

from collections.abc import Iterator

from postingscan.finding import Confidence
from postingscan.posting import Span
from postingscan.read.facts import Reading
from postingscan.rules.rule import Hit, words
from postingscan.weigh.weights import Job, Weights

SOME_JOBS = 2
MANY_JOBS = 4  # jobs that one person is rarely good at together
WIDE_SKILLS = 18  # required skills, from which a list is a wish list
MANY_ROLES = 4  # role families in one hire
ALL_ROLES = 6  # a department's worth of them
EXPERT_SKILLS = 5
RARE = 2_000  # one worker in so many lists the bundle


def unrelated_trades(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """One hire is asked to hold four or more jobs that different people do.

    Why it matters
    --------------
    A writer, a designer, a developer and a bookkeeper are four people with four rates. Whoever claims to be all of
    them is mediocre at some, and the work waits in one queue.

    Flagged
    -------
    > Copywriter, video editor, bookkeeper, web developer and customer support agent in one
    > You write blog articles and product descriptions. You edit videos and reels in Premiere Pro. You reconcile our bank
    > accounts in Xero and send invoices. You develop and maintain our PHP and WordPress website. You answer customer
    > tickets and live chat in Zendesk.

    Not flagged
    -----------
    > Full-stack web developer
    > You know HTML, CSS, JavaScript, PHP and MySQL and build and maintain our web shop.

    Limits
    ------
    Jobs are counted from roles asked for at working level; duties that are often held together count as one job.
    """
    jobs = asked_jobs(weights)
    if len(jobs) >= MANY_JOBS and reading.hiring.one_person:
        named = words(job.role for job in jobs)
        yield Hit(
            duty_span(reading),
            f"one person is asked to do {len(jobs)} jobs: {named}",
            Confidence.HIGH if len(jobs) > MANY_JOBS else Confidence.MEDIUM,
            f"break the work down into jobs and hire for each: {named}",
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
    jobs = asked_jobs(weights)
    if SOME_JOBS <= len(jobs) < MANY_JOBS and reading.hiring.one_person:
        named = words(job.role for job in jobs)
        yield Hit(
            duty_span(reading),
            f"the hire covers {len(jobs)} jobs: {named}",
            Confidence.MEDIUM,
            f"say which job comes first and how much time each gets: {named}",
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
    if len(reading.skills) < EXPERT_SKILLS:
        return
    expert = [skill for skill in reading.skills if skill.expert and skill.demand == "required"]
    fields = {skill.roles[0] for skill in expert if skill.roles}
    if len(expert) >= EXPERT_SKILLS and len(fields) > SOME_JOBS:
        yield Hit(
            expert[0].span,
            f"expert level is asked in {len(expert)} skills of {len(fields)} fields: {words(sorted(fields))}",
            Confidence.MEDIUM,
        )


def bundle_nobody_lists(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """Hardly any of thousands of workers lists the whole bundle of skills.

    Why it matters
    --------------
    Where nobody offers the bundle, nobody can be hired for it, whatever the pay.

    Flagged
    -------
    > Web and content person
    > Required skills: transcription, link building, PHP, bookkeeping and Photoshop.

    Not flagged
    -----------
    > WordPress developer
    > Required skills: WordPress, PHP, HTML and CSS.

    Limits
    ------
    Workers list what they want to be hired for, at most ten skills; who does not list a skill may still have it.
    """
    rarity = weights.rarity
    if rarity and rarity.observed == 0 and rarity.one_in >= RARE:
        yield Hit(
            duty_span(reading),
            f"0 of {rarity.n_workers:,} workers list {words(rarity.families)} together; model: about one in "
            f"{_round(rarity.one_in)} (one in {_round(rarity.one_in_low)} to {_round(rarity.one_in_high)})",
            Confidence.MEDIUM if rarity.one_in_low >= RARE else Confidence.LOW,
        )


def wish_list(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """The list of required skills is so long that few can tick it off.

    Why it matters
    --------------
    Applicants who meet four fifths of it don't apply; the rest can't be told apart.

    Flagged
    -------
    > Web developer, video editor and ad manager
    > You develop our website, edit our videos and run our ads. Required: SEO, Google Ads, Facebook Ads, Mailchimp,
    > Klaviyo, Canva, Photoshop, Illustrator, Premiere Pro, CapCut, WordPress, Shopify, Webflow, HTML, CSS, JavaScript,
    > PHP, Excel, QuickBooks, Zapier and Notion.

    Not flagged
    -----------
    > Office assistant
    > Required: Excel, Google Docs, Gmail, Slack and good written English.

    Limits
    ------
    A long list inside one craft is ordinary; it is only flagged where it spans more than one job.
    """
    if len(reading.skills) < WIDE_SKILLS:
        return
    required = reading.required
    if len(required) >= WIDE_SKILLS and len(asked_jobs(weights)) >= SOME_JOBS:
        yield Hit(
            required[0].span,
            f"{len(required)} skills are required over {len(asked_jobs(weights))} jobs",
            Confidence.MEDIUM,
        )


def many_roles(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """The hire works in four or five role families.

    Why it matters
    --------------
    Even where families are neighbours, each has its own tools and its own way of going stale. In four of them nobody
    keeps up.

    Flagged
    -------
    > Social media manager, video editor, copywriter and ad buyer
    > You manage our social media accounts and plan the content calendar. You edit reels and videos in CapCut and
    > Premiere Pro. You write captions, blog articles and newsletters. You run our Facebook Ads and Google Ads campaigns.

    Not flagged
    -----------
    > Social media manager
    > You manage our Instagram and TikTok accounts, schedule the posts and answer the comments.

    Limits
    ------
    Families are those of the codebook; a small shop's helper may touch several lightly.
    """
    if MANY_ROLES <= len(reading.roles) < ALL_ROLES and reading.hiring.one_person:
        yield _roles_hit(reading, Confidence.MEDIUM)


def one_person_department(reading: Reading, weights: Weights) -> Iterator[Hit]:
    """The hire works in six or more role families.

    Why it matters
    --------------
    That is a department. One person in its place does the urgent half of it, badly.

    Flagged
    -------
    > Bookkeeper, video editor, web developer, writer and designer in one
    > You reconcile our bank accounts in QuickBooks and send invoices. You edit our YouTube videos in Premiere Pro. You
    > develop and maintain our PHP and WordPress website. You answer customer tickets and live chat in Zendesk. You write
    > blog articles and product descriptions. You design logos and banners in Illustrator and Photoshop.

    Not flagged
    -----------
    > Bookkeeper
    > You keep our books in QuickBooks, send the invoices and answer customer questions about them.

    Limits
    ------
    Families are those of the codebook; passing mentions are left out as far as they can be told.
    """
    if len(reading.roles) >= ALL_ROLES and reading.hiring.one_person:
        yield _roles_hit(reading, Confidence.HIGH)


def asked_jobs(weights: Weights) -> tuple[Job, ...]:
    """The jobs that the posting asks for at working level."""
    return tuple([job for job in weights.split if job.asked])


def _roles_hit(reading: Reading, confidence: Confidence) -> Hit:
    named = words(role.name for role in reading.roles)
    return Hit(duty_span(reading), f"one hire works in {len(reading.roles)} fields: {named}", confidence)


def duty_span(reading: Reading) -> Span:
    """The first duty that shows a role, else the title."""
    for role in reading.roles:
        if role.span.field == "description":
            return role.span
    return reading.title


def _round(value: float) -> str:
    """Two significant digits, which is more than the model knows."""
    return f"{float(f'{value:.2g}'):,.0f}"
