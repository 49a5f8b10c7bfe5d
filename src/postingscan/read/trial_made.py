"""Work on the posting's own matter that every applicant is asked to make, in whatever craft."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postingscan.read.document import Document, Sentence
from postingscan.read.trial_task import DAILY, Mention, is_denied, mention, words_of

CUES: dict[str, tuple[str, ...]] = {
    "test_applicant": (
        "to apply", "when you apply", "who apply", "who applies", "you apply", "before applying", "when applying",
        "while applying", "your application", "applicant", "applicants", "candidates each", "candidates will",
        "candidates must", "candidates build", "candidates implement", "candidates make", "candidates write",
        "candidates do", "all candidates", "every candidate", "three candidates", "selected candidates", "your bid",
        "your proposal", "your message", "attach", "finalists", "short listed", "shortlisted", "to be considered",
        "before we decide", "before we sign", "before we hire", "before we choose", "along with your",
        "with your portfolio", "to prove", "as a test", "as a sample", "gets the job", "only people who",
        "everyone who", "job is yours", "you are hired", "you're hired", "to compare", "can compare",
    ),
}  # fmt: skip

# Any craft's verb, and whose thing it is for.
_CRAFT = (
    r"(?:write|create|design|prepare|draft|make|build|develop|code|implement|translate|transcribe|subtitle|produce|"
    r"propose|record|compose|edit|cut|animate|model|draw|illustrate|fix|redesign|rewrite|plan|proofread|teach|retouch|"
    r"colou?r|dub|voice|lay out|sketch|rework|optimi[sz]e)s?"
)
_THEIRS = (
    r"(?:our(?! (?:team|company|business|staff|office|culture))|ours|for us|attached|"
    r"my (?:shop|site|channel|book|podcast|app))"
)
_MAKE_THEIRS = re.compile(
    rf"\b{_CRAFT}\s(?=(?:us|an?|one|two|three|ten|\d+|our|the|this|some)\b)(?:(?!impact|difference|"
    rf"sure)[\w'’/–-]+\s){{0,7}}?"
    rf"{_THEIRS}\b(?:\s(?!team|company)[\w-]+){{0,2}}"
)
_ATTACH_THEIRS = re.compile(
    r"\b(?:attach|includ(?:e|ing)|send(?: us)?|submit|contain|add|bring|share|enclose)\s(?:in your \w+ )?"
    r"(?:an?|one|two|three)\s(?:[\w-]+\s){0,4}?(?:plan|strategy|mock-?up|storyboard|audit|proposal|concept|analysis|"
    r"study|calendar|teaser|ad|advert|commercial|design|layout|script|campaign|redesign|roadmap|forecast|sketch|"
    r"wireframe|"
    r"article|translation|model|demo|teardown|review)s?\s(?:for|of|on|about) (?:our|us|my|one of our|"
    r"the following)\s[\w-]+"
)
_APPLICANT = re.compile(
    r"\b(?:candidates (?:each|will|must|implement|build|make|write|do)|(?:shortlisted|selected|three|all|"
    r"every) (?:candidates?|"
    r"applicants?)|applicants?|(?:to|when|who|you|before|while) appl(?:y|ies|ying)\b|when applying|(?:with|for|of|in|"
    r"to) your "
    r"(?:application|message|proposal|bid)|your application|finalists?|short-?listed|to be considered|"
    r"before we (?:decide|sign|hire|choose)|(?:as|for) an? (?:\w+ )?(?:test|sample|audition)|to prove|only people who|"
    r"to compare|can compare|gets the job|(?:you are|you're|is) hired|attach|everyone who|the job is yours|portfolio)\b"
)
_ABOUT_YOU_ALONE = re.compile(
    r"\b(?:cover letter|introduc\w+|yourself|why|resume|cv|portfolio|form|question\w*|decision|questionnaire|video|"
    r"rates?|email|e-mail|call|subject|team|company|process|link)\b"
)


def find_made(document: Document, sentence: Sentence) -> Sequence[Mention]:
    """The piece of work that `sentence` asks of the applicants."""
    text = words_of(document, sentence)
    words = _made_for_application(sentence, text)
    return (mention("task", document, sentence, text, words)._replace(days=None),) if words else ()


def _made_for_application(sentence: Sentence, text: str) -> re.Match[str] | None:
    theirs = " our" in text or "for us" in text or "attach" in text or " my " in text
    if not theirs or sentence.section == "duties" or not _APPLICANT.search(text) or DAILY.search(text):
        return None
    words = _MAKE_THEIRS.search(text) or _ATTACH_THEIRS.search(text)
    if words is None or is_denied(text, words) or _ABOUT_YOU_ALONE.search(text, *words.span()):
        return None
    return words
