"""What a posting says: facts, each with the words it was read from. No judgement here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from postingscan.posting import PayUnit, Span

Period = Literal["hour", "day", "week", "month", "year", "project"]
TrialKind = Literal["period", "task", "training"]
Paid = Literal["paid", "unpaid", "unclear"]
TermsLabel = Literal["none", "clear", "risky"]
Demand = Literal["required", "optional", "negated", "context"]

ROLES = (
    "web_development", "mobile_development", "software_engineering", "data_science", "data_engineering",
    "devops_sysadmin", "qa_testing", "graphic_design", "ui_ux", "video_audio", "animation_3d", "photography",
    "writing_editing", "translation", "transcription", "seo", "social_media", "paid_ads", "email_marketing",
    "marketing_strategy", "sales_leadgen", "customer_support", "admin_assistant", "data_entry", "research",
    "bookkeeping_finance", "hr_recruiting", "legal", "ecommerce_ops", "project_management", "teaching_coaching",
    "engineering_cad", "healthcare", "trades_field", "other",
)  # fmt: skip
"""The codebook's closed list of role families."""


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill, tool, language or domain that the text names.

    `name` is the canonical name; `roles` are the role families that work with it (empty for general skills);
    `family` is the skill family of the workers' statistics ('' where none); `demand` tells what the posting wants
    of it ('context': named, but not asked of the worker); `expert` is true where mastery is asked.
    """

    span: Span
    name: str
    roles: tuple[str, ...] = ()
    family: str = ""
    demand: Demand = "required"
    expert: bool = False


@dataclass(frozen=True, slots=True)
class Universal:
    """A claim on the whole of a field: 'all programming languages', 'every Adobe tool'."""

    span: Span
    scope: str


@dataclass(frozen=True, slots=True)
class Role:
    """A role family the hire must work in, with the words that show it best and how strongly (points)."""

    name: str
    span: Span
    strength: float


@dataclass(frozen=True, slots=True)
class Pay:
    """One pay statement. `currency` and `unit` hold what is stated; what is inferred stands apart, with `reason`.

    `min` and `max` are in the stated or inferred currency per unit. `kind` tells regular pay from the pay of a
    trial, a bonus or a commission.
    """

    span: Span
    min: float | None
    max: float | None
    currency: str | None = None
    unit: PayUnit | None = None
    currency_inferred: str | None = None
    unit_inferred: PayUnit | None = None
    reason: str = ""
    kind: Literal["regular", "trial", "bonus", "commission"] = "regular"


@dataclass(frozen=True, slots=True)
class Trial:
    """Work asked for before there is a job. `days`: calendar days, None if not said."""

    span: Span
    kind: TrialKind
    paid: Paid
    days: float | None = None


@dataclass(frozen=True, slots=True)
class PaymentTerms:
    """When and how the worker is paid; `span` is None for the label 'none'."""

    label: TermsLabel
    span: Span | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade from 0 to 2 after the codebook (goals, communication) with its evidence."""

    grade: int
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Workload:
    """A stated volume: '20 articles a day' is 20, 'article', 'day'. A range counts by its upper bound."""

    span: Span
    quantity: float
    item: str
    per: Period | None


@dataclass(frozen=True, slots=True)
class Demands:
    """A condition on time or person.

    `kind`: 'around_the_clock', 'instant_replies', 'weekends', 'night_shift', 'overlap', 'exclusive', 'monitoring' or
    'unpaid_overtime'.
    """

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Availability:
    """Hours a week that the posting offers (or asks), and the conditions on time.

    `source` is 'field' where the hours come from the site's own field, 'text' where from the words, '' where unknown.
    """

    hours_week_min: float | None = None
    hours_week_max: float | None = None
    source: Literal["field", "text", ""] = ""
    span: Span | None = None
    demands: tuple[Demands, ...] = ()

    @property
    def hours_week(self) -> float | None:
        """The hours a week that count: the upper bound, the lower one where there is no other."""
        return self.hours_week_max or self.hours_week_min


@dataclass(frozen=True, slots=True)
class Experience:
    """Years asked of the worker, and for what ('' where in general)."""

    span: Span
    years_min: float
    years_max: float | None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Seniority:
    """A level word asked of the worker: 'entry', 'intermediate', 'expert'."""

    level: Literal["entry", "intermediate", "expert"]
    span: Span


@dataclass(frozen=True, slots=True)
class Hiring:
    """Whether this is a hiring post at all, and for how many people."""

    is_posting: bool = True
    one_person: bool = True
    n_hired: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Every fact read out of one posting. `title` spans the whole title, where absent things are pointed at."""

    title: Span
    hiring: Hiring
    skills: tuple[Skill, ...]
    universals: tuple[Universal, ...]
    roles: tuple[Role, ...]
    pay: tuple[Pay, ...]
    trial: Trial | None
    payment_terms: PaymentTerms
    goals: Graded
    communication: Graded
    workload: tuple[Workload, ...]
    availability: Availability
    experience: tuple[Experience, ...]
    seniority: tuple[Seniority, ...]
    n_words: int

    @property
    def required(self) -> list[Skill]:
        """The skills that the posting requires, in the order of the text."""
        return [skill for skill in self.skills if skill.demand == "required"]
