"""Trainings that pay or hiring depends on: inductions, courses to pass, practice rounds, days beside a colleague."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postingscan.read.document import Document, Sentence
from postingscan.read.trial_task import Mention, is_denied, mention, words_of

CUES: dict[str, tuple[str, ...]] = {
    "training": (
        "training", "trainings", "onboarding", "trainee period", "induction", "course", "academy", "nesting",
        "practice files", "practice calls", "practice tasks", "practice round*", "practice chats", "practice orders",
        "practice lessons", "practice tickets", "shadow", "shadowing", "trained", "learning phase", "learning period",
        "orientation",
    ),
}  # fmt: skip

_TRAINING_RATE = re.compile(
    r"\b(?:during|while in|throughout) (?:the |your |our )?(?:[\w-]+ ){0,3}training\b|\btraining (?:pay|rate|salary|"
    r"wage)\b"
)
_TRAINING_GATE = re.compile(
    r"\b(?:training|course|academy)\b[^.;]{0,20}\b(?:you (?:have|need) to|you must|must be) pass(?:ed)?\b"
    r"|\b(?:who|to|must|will) pass (?:the|our|an?) (?:\w+ ){0,2}(?:training|course|academy|induction)\b"
    r"|\b(?:you|once|after|if you)(?: have)? pass(?:ed|ing)? (?:our|the|your) (?:\w+ ){0,2}training\b"
    r"|\b(?:complete|finish|attend|undergo|take) (?:an?|the|our) [^.;\n]{0,40}?(?:course|training|academy) "
    r"(?:and pass|before (?:you|being|starting)|prior to (?:formal |your |the )?(?:onboarding|start\w*|employment|hiring))\b"
    r"|\btraining\s?(?:→|->|>|\(\d\))\s?(?:[\w ]{1,20}(?:→|->|>|\(\d\))\s?)?(?:hired?|onboard\w*|start|"
    r"deploy\w*|job offer|regular)\b"
    r"|\b(?:course|academy|induction|onboarding|practice \w+|shadow\w*)\b[^.;]{0,40}\bbefore (?:your|the first|you|"
    r"we|handling|taking)\b"
    r"|\b(?:must|need to|have to|pass\w*|graduat\w+|successful\w*)\b[^.;]{0,50}\btraining\b[^.;]{0,60}\b(?:before|"
    r"hired?|deploy\w*|"
    r"considered|regular\w*|proceed|offer(?:ed)?|start(?:ing)? work\w*)\b"
    r"|\b(?:hired?|deployed|employed|regularized|start work\w*|onboarded) (?:only )?(?:after|upon|"
    r"once)\b[^.;]{0,40}\btraining\b"
    r"|\btraining\b[^.;]{0,40}\b(?:before (?:you|being|starting|hiring|deployment|pay|handling|going|taking|working)|"
    r"(?:up)?on (?:successful )?completion)"
)
_TRAINING_OF_OTHERS = re.compile(
    r"\b(?:deliver|conduct|provide|facilitate|lead|teach|develop|manage|organi[sz]e|clients?|students?|customers?|"
    r"bootcamp|cent(?:er|re)|"
    r"every (?:week|month|year)|per (?:week|month|year)|annual\w*|a year|each (?:week|month|year)|allowance|budget|"
    r"days for|days off)\b"
)
_TRAINING_FREE = re.compile(r"\bfree\b|\bat no cost\b|\bfree of charge\b|\bfor free\b|\bno cost to you\b")
_TRAINING = re.compile(
    r"\b(?:(?:training|onboarding|induction|orientation|nesting)(?:\s(?:period|phase|program|course|week|days?))?"
    r"|(?:certification |online |entry |introductory )?(?:course|academy)|practice (?:files|calls|tasks|rounds?|chats|"
    r"orders|lessons|tickets)|shadow(?:ing)?(?= (?:an?|one|our|the|my|your|senior|other)\b)|(?:are|be) trained|"
    r"learning (?:phase|period))\b"
)
# Names that mean much else: the sentence must speak of the new colleague's beginning.
_LOOSE = (
    "course", "academy", "orientation", "nesting", "shadow", "onboarding", "induction", "are", "be", "certification",
    "online", "entry", "introductory",
)  # fmt: skip
_OF_NEWCOMER = re.compile(
    r"\b(?:before (?:your|the|you|handling|going|taking|starting|shifts)|you (?:first |will |'ll |would |have to |"
    r"must |need to )?"
    r"(?:first |then )?(?:go|pass|shadow|complete|do|attend|take|start|sit|are trained|get)|first|pass(?:ed)?|then|"
    r"there (?:is|are|will be)|un-?paid|not paid|isn't paid|is paid|without (?:pay|salary)|everyone|"
    r"new (?:colleagues|agents|hires)|agents)\b"
)


def find_trainings(document: Document, sentence: Sentence) -> Sequence[Mention]:
    """The training of `sentence` that is unpaid, stands before the hiring or the pay, or has a stated length."""
    is_duty = sentence.section == "duties"
    if is_duty and sentence.bullet:
        return ()
    text = words_of(document, sentence)
    name = _TRAINING.search(text)
    if name is None or is_denied(text, name):
        return ()
    loose = name[0].startswith(_LOOSE)
    if (loose or is_duty) and (_TRAINING_OF_OTHERS.search(text) or not _OF_NEWCOMER.search(text)):
        return ()
    said = mention("training", document, sentence, text, name)
    if (
        (said.paid == "unpaid" and not _TRAINING_FREE.search(text))
        or _TRAINING_GATE.search(text)
        or (said.paid == "paid" and not loose and _TRAINING_RATE.search(text))
        or (said.days is not None and not _TRAINING_OF_OTHERS.search(text))
    ):
        return (said,)
    return ()
