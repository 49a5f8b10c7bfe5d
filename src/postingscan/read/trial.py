"""Work or training that a posting asks for before there is a job."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from postingscan.read import trial_made, trial_task, trial_training
from postingscan.read.document import Document, Page, Sentence
from postingscan.read.facts import Paid, Trial, TrialKind
from postingscan.read.trial_task import Mention, is_denied, is_of_others, mention, words_of

CUES: dict[str, tuple[str, ...]] = {
    "trial": (
        "trial*", "probation*", "tryout*", "try out*", "test period", "test phase", "test week*", "test month",
        "evaluation period", "assessment period", "introductory period", "test run", "try each other", "prove yourself",
        "proving yourself", "provisional period", "provisional month", "adaptation period", "pilot month", "pilot week",
        "show us what you can do", "second month", "second week", "2nd month",
    ),
    "trial_opening": (
        "first day", "first week", "first month", "first days", "first weeks", "first months", "first two",
        "first three",
        "first four", "first few", "first couple", "first 2", "first 3", "first 4", "first 5", "first 7", "first 10",
        "first 14", "first 30", "first 60", "first 90", "first five", "first six", "first seven", "first ten",
        "first thirty", "first sixty", "first ninety", "first quarter", "first shift*", "initial week*",
        "initial month*", "opening week*", "opening month*", "opening day*", "week one", "month one", "week 1",
        "month 1", "day one",
    ),
    "trial_unpaid": (
        "unpaid", "without pay", "without payment", "without compensation", "not paid", "not be paid", "no pay",
        "no payment", "no salary", "no compensation", "for free", "voluntary", "volunteer*", "not compensated",
        "not be compensated", "free of charge", "pay starts", "pay begins", "payment starts", "payment begins",
        "salary starts", "salary begins", "pay will start", "whether to pay", "if we pay", "whether we pay",
        "us to decide", "decide to pay", "no wage*", "no charge", "can't pay", "cannot pay", "not able to pay",
        "unable to pay", "without salary", "is on you", "not remunerated", "not be remunerated",
        "on your own account", "on your own time", "isn't paid",
        "aren't paid",
        "nobody is paid", "no money", "carries no", "without a salary", "without wage*", "without any pay",
    ),
    "trial_intern": ("internship", "intern"),
    **trial_task.CUES,
    **trial_made.CUES,
    **trial_training.CUES,
}  # fmt: skip

_NOUN = (
    r"(?:period|phase|time|stage|term|basis|contract|run|hire|employment|engagement|month|week|day|shift|rate|pay|"
    r"salary)s?"
)
_PERIOD = re.compile(
    rf"\bprobation(?:ary|al)?(?:[\s-]{_NOUN})?\b"
    rf"|\btrial[\s-](?:\w+[\s-])?{_NOUN}\b"
    r"|\b(?:test|evaluation|assessment|introductory|try-?\s?out)[\s-](?:period|phase|month|week)s?\b"
    r"|\b(?:provisional|adaptation)[\s-](?:period|phase|month)\b|\bpilot[\s-](?:month|week)\b"
    r"|\btry-?\s?outs?\b|\btry each other\b(?: out)?|\b(?:working )?trials?\b|\btest run\b"
    r"|\b(?:to prove|proving) yourself\b|\bshow us what you can do\b"
)
_PROVING = ("to prove", "proving", "show us")
_SURE = re.compile(r"^trial.*(?:period|phase|basis|contract|hire|employment|month|week|day|shift|rate|pay|salary)")
# Before a bare 'trial' or 'test week': words that open a job, not a product's use.
_OPENS_JOB = re.compile(
    r"\b(?:start\w*|begin\w*|after|during|pass\w*|successful\w*|offer\w*|initial|undergo\w*|hiring by|first|before|"
    r"short|"
    r"includ\w+|through|with|following|end of|have|propos\w+|do|paid|(?:part|full)[- ]time|unpaid|complet\w+|"
    r"on an?)\b(?:[\s(]+[\w-]+){0,3}[\s(]*$"
)
_REFERS = re.compile(r"\b(?:this|it|that|which)(?:'s| is| will be) an? (?:[\w-]+ ){0,2}$")
_TASK_VERB = re.compile(
    r"\b(?:complet\w+|perform\w*|submit\w*|do|doing)\s(?:(?:an?|the|our|your|one)\s)?(?:[\w-]+\s){0,3}$"
)
_PAY_BESIDE = re.compile(r"\W{0,3}(?:(?:is|are|and)\s)?(?:fully |un-?|not )?paid\b|\s?:")
_STAFF_WORK = re.compile(
    r"\s?(?:period\s)?(?:evaluations?|reviews?|assessments?|management|tracking|records?|confirm\w*|appraisals?|"
    r"decisions?|"
    r"reports?|process(?:es|ing)|letters?|documents?|officers?|periods?, and)\b"
)
_PEOPLE_ON = ("people on ", "persons on ", "clients on ", "offenders on ", "youth on ", "those on ")
_STAFF_NEAR = re.compile(
    r"\b(?:track|manag|monitor|conduct|coordinat|oversee|handl|administer|maintain|onboarding,|"
    r"appraisal)\w*\b[^.;]{0,60}$"
)
# Unpaid time that is called nothing: 'the first two weeks are unpaid', 'work for free for a week'.
_OPENING_TIME = re.compile(
    r"\b(?:first|initial|opening) (?:(?:\d{1,2}|one|two|three|four|five|six|seven|ten|fourteen|thirty|sixty|ninety|few|"
    r"couple of|working|calendar)[\s-]){0,2}(?:days?|weeks?|months?|quarter|shift)\b|\b(?:week|month) (?:one|1)\b"
)
_OPENING_PAY = re.compile(
    r"(?:\b(?:half|[3-7]\d ?%)[^.;]{0,20}\b(?:pay|salary|wages?|rate)|\bpay(?:s|ing)? (?:you )?(?:half|[3-7]\d ?%))"
    r"|\b(?:earn|get|receive) (?:only )?(?:half|[3-7]\d ?%)"
)
_LATE_PAY = re.compile(
    r"\b(?:pay|salary|wages?|payment) (?:only )?(?:begins?|starts?) (?:in|with|from) (?:the |your )?(?:second|2nd) "
    r"(?P<unit>week|month)\b"
)
# An internship is a trial where the job stands behind it.
_INTERNSHIP = re.compile(
    r"\bfirst (?:\w+ )?(?:weeks?|months?)\b[^.;\n]{0,20}\binternship\b"
    r"|\binternship\b(?=[^.\n]{0,90}\b(?:then|followed by|lead(?:s|ing)? to|before (?:you|the|a|being|we)|after which|"
    r"permanent|turns? into|convert\w*|hired|job offer)\b)"
    r"|\b(?:hired|employed|permanent|job offer|join\w*|full[- ]time)\b[^.;\n]{0,50}\b(?:after|upon|once|following)\b"
    r"[^.;\n]{0,40}?\binternship\b"
)
_FREE_WORK = re.compile(
    r"\b(?:work\w*|help\w*|start\w*|begin\w*|join\w*|serve|perform)\b[^.;]{0,50}\b(?:unpaid|for free|"
    r"without (?:any )?(?:pay|payment|"
    r"compensation|salary)|(?:as an? |on an? )?volunt(?:ary|eer)\w*)\b[^.;]{0,30}\b(?:for|in|during|"
    r"the first) [^.;]{0,20}\b"
    r"(?:days?|weeks?|months?)\b"
)

_ORDER: dict[TrialKind, int] = {"period": 0, "task": 1, "training": 2}


def read_trial(page: Page) -> Trial | None:
    """Read the trial time, test task or training that stands before the job.

    Where several are spoken of, a trial period goes before a test task and a test task before a training; what
    different sentences say of its pay and length is taken together.

    Parameters
    ----------
    page : Page

    Returns
    -------
    Trial or None
        `days` in calendar days (week 7, month 30), a range by its upper bound; hours and unsaid lengths are None.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> trial = read_trial(lay_out(Posting(description="We begin with a two-week unpaid trial.")))
    >>> trial.kind, trial.paid, trial.days, trial.span.text
    ('period', 'unpaid', 14.0, 'two-week unpaid trial')
    >>> read_trial(lay_out(Posting(description="Help customers of our free trial. No unpaid test tasks."))) is None
    True
    """
    found: list[tuple[Document, Mention]] = []
    for document in page.documents:
        if document.cues.keys().isdisjoint(CUES):
            continue
        for kinds, find in _FINDERS:
            if not document.cues.keys().isdisjoint(kinds):
                for sentence in document.sentences_with(*kinds):
                    found += [(document, mention) for mention in find(document, sentence)]
    if not found:
        return None
    kind = min((mention.kind for _, mention in found), key=_ORDER.__getitem__)
    found = [(document, mention) for document, mention in found if mention.kind == kind]
    paid: Paid = next((mention.paid for _, mention in found if mention.paid != "unclear"), "unclear")
    days = next((mention.days for _, mention in found if mention.days is not None), None)
    document, shown = next(pair for pair in found if pair[1].paid == paid)
    return Trial(document.span(shown.start, shown.end), kind, paid, days)


def _find_named_periods(document: Document, sentence: Sentence) -> list[Mention]:
    """Trial and probation times."""
    found = []
    text = words_of(document, sentence)
    late = _LATE_PAY.search(text)
    if late:
        said = mention("period", document, sentence, text, late)
        found.append(said._replace(paid="unpaid", days=7.0 if late["unit"] == "week" else 30.0))
    for name in _PERIOD.finditer(text):
        if name[0].startswith("probation"):
            meant = not _is_staff_work(text, name)
        else:
            meant = not is_of_others(text, name) and not trial_task.names_task(text, name.start())
        if meant and not is_denied(text, name):
            said = mention("period", document, sentence, text, name)
            if _names_period(text, name, said):
                before = text[max(name.start() - 60, 0) : name.start()]
                is_task = name[0] == "trial" and (_TASK_VERB.search(before) or _REFERS.search(before))
                found.append(said._replace(kind="task") if is_task and said.days is None else said)
    return found


def _find_unnamed_periods(document: Document, sentence: Sentence) -> Sequence[Mention]:
    """Times at the beginning of a job that their lack of pay tells to be trials."""
    text = words_of(document, sentence)
    words = _FREE_WORK.search(text)
    if words and is_denied(text, words):
        return ()
    words = words or _OPENING_TIME.search(text)
    if words:
        kind: TrialKind = "training" if "training" in text else "period"
        said = mention(kind, document, sentence, text, words)
        if said.paid == "unpaid":
            return (said,)
        if _OPENING_PAY.search(text) and sentence.section != "duties":
            return (said._replace(paid="paid"),)
    return ()


def _find_internships(document: Document, sentence: Sentence) -> Sequence[Mention]:
    """Internships of a stated length, or without pay, that stand before the job."""
    text = words_of(document, sentence)
    words = _INTERNSHIP.search(text) if "internship" in text else None
    if not words or is_denied(text, words):
        return ()
    said = mention("period", document, sentence, text, words)
    if "unpaid" in text or "non-paid" in text:
        said = said._replace(paid="unpaid")
    return (said,) if said.days is not None or said.paid == "unpaid" else ()


_FINDERS: tuple[tuple[tuple[str, ...], Callable[[Document, Sentence], Sequence[Mention]]], ...] = (
    (("trial",), _find_named_periods),
    (("trial_unpaid", "trial_opening"), _find_unnamed_periods),
    (("trial_intern",), _find_internships),
    (("test_task",), trial_task.find_tasks),
    (("test_make",), trial_task.find_pieces),
    (("test_applicant",), trial_made.find_made),
    (("test_shown",), trial_made.find_shown),
    (("training",), trial_training.find_trainings),
)


def _is_staff_work(text: str, name: re.Match[str]) -> bool:
    """Whether the probation is that of the staff whom the worker looks after."""
    before = text[max(name.start() - 70, 0) : name.start()]
    if before.endswith(_PEOPLE_ON):
        return True
    return bool(_STAFF_WORK.match(text, name.end()) or _STAFF_NEAR.search(before))


def _names_period(text: str, name: re.Match[str], said: Mention) -> bool:
    """Whether a loose name ('trial', 'test week') stands for a trial of the worker."""
    word = name[0]
    if word.startswith(_PROVING):
        return said.paid == "unpaid"
    if word.startswith("probation") or _SURE.search(word):
        return True
    if said.days is not None or _PAY_BESIDE.match(text, name.end()):
        return True
    return _OPENS_JOB.search(text, max(name.start() - 60, 0), name.start()) is not None and (
        word != "trials" or said.paid != "unclear"
    )
