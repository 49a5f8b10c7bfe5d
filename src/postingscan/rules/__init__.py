"""Judging: facts and weights into findings. `RULES` is the one catalogue; codes are never reused."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from operator import attrgetter

from postingscan.errors import ConfigError
from postingscan.finding import Finding, Praise, Severity
from postingscan.read.facts import Reading
from postingscan.rules import bundle, conditions, contact, goals, payment, trial
from postingscan.rules.good import find_good
from postingscan.rules.rule import FAMILIES, Rule, matches
from postingscan.weigh.weights import Weights

__all__ = ["FAMILIES", "RULES", "Rule", "find_findings", "find_praise", "rule_page", "select_rules"]

_LIST = "an online worker's list of the five mistakes of people who outsource"
_CODEBOOK = "the labelling codebook, over_expectation"
_UPWORK = "Upwork's terms of service, which forbid asking applicants for free work"
_LOW, _MEDIUM, _HIGH = Severity.LOW, Severity.MEDIUM, Severity.HIGH
_GRAVITY = attrgetter("severity", "confidence")

RULES: tuple[Rule, ...] = (
    Rule(
        "EXP001", "unrelated-trades", bundle.unrelated_trades, _HIGH, _LIST,
        "break the work down into jobs and hire for each", "breadth",
    ),
    Rule(
        "EXP002", "neighbouring-jobs", bundle.neighbouring_jobs, _LOW, _CODEBOOK,
        "say which job comes first and how much time each gets", "breadth",
    ),
    Rule(
        "EXP003", "whole-field", bundle.whole_field, _HIGH, _LIST,
        "name the two or three that the work really needs", "depth",
    ),
    Rule(
        "EXP004", "expert-in-many", bundle.expert_in_many, _HIGH, _CODEBOOK,
        "ask for mastery in the one craft that matters and for working knowledge in the others", "depth",
    ),
    Rule(
        "EXP005", "volume-beyond-hours", conditions.volume_beyond_hours, _HIGH, _LIST,
        "ask for what fits the hours, or hire more people", "volume",
    ),
    Rule(
        "EXP006", "volume-tight", conditions.volume_tight, _MEDIUM, _CODEBOOK,
        "leave a fifth of the hours for questions and corrections", "volume",
    ),
    Rule(
        "EXP007", "much-in-few-hours", conditions.much_in_few_hours, _MEDIUM, _CODEBOOK,
        "cut the list down to what ten hours can hold, or offer more hours", "volume",
    ),
    Rule(
        "EXP008", "bundle-nobody-lists", bundle.bundle_nobody_lists, _MEDIUM, _LIST,
        "split the bundle where the crafts part", "breadth",
    ),
    Rule(
        "EXP009", "pay-far-below", conditions.pay_far_below, _HIGH, _CODEBOOK,
        "pay what the skills earn, or ask for fewer of them", "pay",
    ),
    Rule(
        "EXP010", "pay-below", conditions.pay_below, _LOW, _CODEBOOK,
        "say what makes up for the lower pay, or ask for less", "pay",
    ),
    Rule(
        "EXP011", "around-the-clock", conditions.around_the_clock, _HIGH, _CODEBOOK,
        "name the hours of one shift, and hire for the others", "availability",
    ),
    Rule(
        "EXP012", "instant-replies", conditions.instant_replies, _LOW, _CODEBOOK,
        "name the hours in which replies are expected, and how fast", "availability",
    ),
    Rule(
        "EXP013", "level-against-years", conditions.level_against_years, _MEDIUM, _CODEBOOK,
        "ask for the level that the years mean, and pay for it", "experience",
    ),
    Rule(
        "EXP014", "wish-list", bundle.wish_list, _MEDIUM, _CODEBOOK,
        "keep what the first month needs and mark the rest as a plus", "breadth",
    ),
    Rule(
        "EXP015", "many-roles", bundle.many_roles, _MEDIUM, _CODEBOOK,
        "keep the one or two fields that matter most and hire by the hour for the others", "breadth",
    ),
    Rule(
        "EXP016", "one-person-department", bundle.one_person_department, _HIGH, _LIST,
        "name the first job, hire for it, and write a posting of its own for each of the others", "breadth",
    ),
    Rule(
        "EXP017", "little-pay-for-much", conditions.little_pay_for_much, _HIGH, _LIST,
        "price each job by itself and add the prices up", "pay",
    ),
    Rule(
        "EXP018", "expert-for-little", conditions.expert_for_little, _HIGH, _CODEBOOK,
        "pay an expert's rate, or teach a beginner", "pay",
    ),
    Rule(
        "TRL001", "unpaid-trial", trial.unpaid_trial, _HIGH, _LIST,
        "pay the trial at the full rate and keep it to a week: 'We start with a paid trial week.'",
    ),
    Rule(
        "TRL002", "unpaid-test-task", trial.unpaid_test_task, _HIGH, _UPWORK,
        "look at past work, or pay for the test at the usual rate",
    ),
    Rule(
        "TRL003", "unpaid-training", trial.unpaid_training, _HIGH, _LIST,
        "pay the training like work",
    ),
    Rule(
        "TRL004", "trial-pay-unsaid", trial.trial_pay_unsaid, _MEDIUM, _LIST,
        "say that it is paid, and at which rate",
    ),
    Rule(
        "TRL005", "long-trial", trial.long_trial, _MEDIUM, _LIST,
        "keep the trial to a week or two",
    ),
    Rule(
        "GOL001", "no-outcome", goals.no_outcome, _MEDIUM, _LIST,
        "say what is there when the work is done well: 'The goal is …, measured by …'",
    ),
    Rule(
        "COM001", "nobody-to-talk-to", contact.nobody_to_talk_to, _MEDIUM, _LIST,
        "name a person and a rhythm: 'You report to …; we talk every …'",
    ),
    Rule(
        "COM002", "watched", contact.watched, _LOW, "what workers complain of on the boards",
        "agree on results and talk about them once a week",
    ),
    Rule(
        "PAY001", "no-pay-named", payment.no_pay_named, _MEDIUM, _LIST,
        "name an amount or a range, with currency and unit",
    ),
    Rule(
        "PAY002", "pay-at-risk", payment.pay_at_risk, _HIGH, _LIST,
        "guarantee a base that the work is worth, and share success on top",
    ),
    Rule(
        "PAY003", "no-schedule", payment.no_schedule, _LOW, _LIST,
        "add when and how: 'paid every Friday by bank transfer'",
    ),
    Rule(
        "PAY004", "unit-missing", payment.unit_missing, _LOW, _LIST,
        "add per hour, per month or for the whole",
    ),
    Rule(
        "PAY005", "currency-missing", payment.currency_missing, _LOW, _LIST,
        "add the currency: USD, PHP, EUR …",
    ),
    Rule(
        "PAY006", "below-floor", payment.below_floor, _HIGH, "Upwork's minimum hourly rate of $3",
        "pay at least the floor of the place where you post",
    ),
)  # fmt: skip


def find_findings(reading: Reading, weights: Weights) -> tuple[Finding, ...]:
    """Every finding of every rule, most severe first; none in a text that hires nobody."""
    if not reading.hiring.is_posting:
        return ()
    found = [rule.finding(hit) for rule in RULES for hit in rule.find(reading, weights)]
    found.sort(key=_GRAVITY, reverse=True)
    return tuple(found)


def find_praise(reading: Reading, weights: Weights) -> tuple[Praise, ...]:
    """What the posting does right; none in a text that hires nobody."""
    return tuple(find_good(reading, weights)) if reading.hiring.is_posting else ()


def select_rules(select: Iterable[str] = (), ignore: Collection[str] = ()) -> frozenset[str]:
    """Codes of the rules that `select` names (all where empty), less those that `ignore` names.

    Parameters
    ----------
    select, ignore : iterable of str
        Codes or prefixes of codes: ``'TRL001'``, ``'TRL'``, ``'ALL'``.

    Raises
    ------
    ConfigError
        A name that no rule has.

    Examples
    --------
    >>> sorted(select_rules(["TRL"], ["TRL004", "TRL005"]))
    ['TRL001', 'TRL002', 'TRL003']
    """
    select = list(select) or ["ALL"]
    for pattern in (*select, *ignore):
        if not any(matches(rule.code, [pattern]) for rule in RULES):
            raise ConfigError(
                "no such rule",
                expected="a code or prefix such as 'TRL001' or 'EXP'",
                got=repr(pattern),
                do="'postingscan rules' lists them",
            )
    return frozenset(rule.code for rule in RULES if matches(rule.code, select) and not matches(rule.code, ignore))


def rule_page(rule: Rule) -> str:
    """The page of a rule as Markdown: what it watches, why, examples, limits, what to write instead, source.

    Examples
    --------
    >>> print(rule_page(RULES[2]).splitlines()[0])
    # EXP003 whole-field
    """
    summary, _, rest = rule.page.partition("\n")
    lines = [f"# {rule.code} {rule.name}", "", summary]
    body = rest.strip("\n").splitlines()
    for line, below in zip(body, [*body[1:], ""], strict=True):
        if set(line) == {"-"}:
            continue
        lines.append(f"## {line}" if below and set(below) == {"-"} else line)
    lines += ["", "## What to write instead", rule.advice[0].upper() + rule.advice[1:] + ".", ""]
    family = f"{FAMILIES[rule.family]} ({rule.family})"
    driver = f", driver {rule.driver}" if rule.driver else ""
    lines.append(f"Family: {family}{driver}. Severity: {rule.severity}. Since {rule.since}. Source: {rule.source}.")
    return "\n".join(lines).replace("\n## ", "\n\n## ").replace("\n\n\n", "\n\n")
