"""Test tasks that stand before a job, and whose trial a sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from postingscan.read.document import Document, Sentence
from postingscan.read.facts import Paid, TrialKind
from postingscan.read.trial_terms import read_days, read_paid

CUES: dict[str, tuple[str, ...]] = {
    "test_task": (
        "trial*", "test", "tests", "homework", "take home", "mock", "sample task*", "sample project*",
        "sample assignment*",
        "sample edit*", "sample work", "sample video", "sample test*", "assignment*", "challenge", "exercise*",
        "practical",
        "paid task", "paid project", "paid assignment", "evaluation task*", "screening task*", "assessment task*",
        "skills task*",
        "interview task*", "following task*", "complete this task", "complete the task", "share the task",
        "send you a task", "short task*", "small task*", "brief task*", "simple task*",
        "quick task*", "short project", "small project", "mini project", "writing project", "specific tasks",
        "live task",
        "brief development task", "short test", "small test", "quick test", "brief test", "simple test",
        "small paid", "little paid", "unpaid", "a sample*", "one sample*", "two sample*", "three sample*",
        "four sample*",
        "five sample*", "2 sample*", "3 sample*", "demo", "application task*", "following script", "script below",
        "this script", "provided script", "following paragraph", "paragraph below", "following text", "text below",
        "as a test", "as a trial", "test batch", "is a test", "be a test", "be a trial", "paid sample", "unpaid sample",
        "teaching demo", "demo lesson", "demo class", "sample lesson", "recording of", "reading", "reciting",
        "record the following",
        "if we like", "if we love", "if we're happy", "if we are happy", "if i like", "if i love", "if i'm happy",
        "if i am happy", "task will be", "task may be", "task shall be", "given a task", "receive a task", "assigned a task",
        "complete a task", "do a task",
    ),
    "test_make": (
        "write a*", "write one", "write us", "write 2", "write 3", "create a*", "create one", "design a*", "design one",
        "edit a", "edit the", "edit this", "edit one", "share a sample", "submit a*", "provide a", "make a",
        "make us", "make one", "draft a*", "come up with",
        "translate the", "translate this", "prepare a", "suggest", "rewrite", "reply with", "sample of", "send us a",
        "find and send", "transcribe the", "transcribe this", "audit of", "redesign", "mock up", "propose",
        "response to", "reply to this", "reply to the", "find 3", "find 5",
        "find 10", "find three", "find five", "ideas", "improvements", "suggestions", "bullet points", "research 3",
    ),
}  # fmt: skip

_FIRM = (
    "task|project|assignment|article|edit|cut|piece|thumbnail|translation|exercise|challenge|homework|illustration|"
    "module|"
    "animation|render|chapter|transcription|mockup"
)
_LOOSE = (
    "video|reel|clip|short|post|blog|email|call|lesson|class|work|gig|audit|design|page|copy|script|test|job|sample"
)
_NOT_TASK = (
    "of|and|or|for|to|in|on|by|with|as|that|is|are|will|across|the|your|out|new|cases?|plans?|data|environments?|"
    "automation|"
    "results?|suites?|strategy|drive|engineer\\w*|frameworks?|coverage|tools?|development|driven|leads?|managers?"
)
_TEST_TASK = re.compile(
    rf"\b(?:test|trial)[\s-](?:(?!(?:{_NOT_TASK})\b)[\w-]+\s){{0,3}}?(?:(?P<firm>{_FIRM})|{_LOOSE})s?\b"
)
# Tests that measure a trait; nothing is made in them.
_TRAIT = "qualif|personal|english|language|typing|voice|speed|iq\\b|cognit|aptitud|skill|psycho|eligib|internet|grammar"
_OTHER_TASK = re.compile(
    r"\btake[- ]home[\s-](?:[\w-]+\s){0,2}(?:test|task|assignment|project|challenge|exercise|sample|problem|"
    r"assessment)\b"
    r"|\bhome-?work\s(?:assignment|task|exercise|project|challenge)\b"
    r"|\b(?<!pair )(?:coding|programming|code)\s(?:assignment|project)\b"
    r"|\b(?:take|complet\w+|given?|pass|do|sent|send|undergo)\s(?:an?|our|the|this)\s(?:[\w-]+\s)?(?:excel|photoshop|"
    r"autocad|figma|canva|wordpress|revit|sketchup|drafting|animation|illustration|transcription|proofreading|"
    r"bookkeeping|seo|content)\stest\b"
    r"|\b(?:design|writing|editing|translation|modell?ing|drawing|research|copywriting)\s"
    r"(?:challenge|assignment|exercise|test|project)\b"
    r"|\b(?:short|small|brief|simple|quick|little|paid|unpaid|sample|mini|one-off|application|live|evaluation|"
    r"screening|"
    r"assessment|skills?|qualification|interview|following)\)?[\s-]"
    r"(?:[\w/-]+\s){0,2}(?:task|project|assignment|exercise|edit|challenge)s?\b"
    r"|\b(?:paid|unpaid|sample|practical|multiple|hands-on)\)?[\s-](?:[\w-]+\s){0,3}(?:tests?|exam)\b"
    rf"|\b(?:short|small|quick|brief|simple|mini)\s(?:(?!cod|tech|program|{_TRAIT})[\w-]+\s)?test\b"
    r"|\b(?:practical\s(?:[\w-]+\s){0,2}(?:exercise|task|assignment)|technical design assessment)\b|\b(?:field|"
    r"work)\stest\b"
    r"|\bmock[\s-](?:[\w-]+\s){0,2}(?:call|lesson|class|session|presentation|pitch|demo|proposal|e-?mail|ad|post|"
    r"campaign|conversation|chat|scenario)\b"
    r"|\b(?:perform|complete|do)\s(?:[\w-]+\s){0,2}tasks\b(?=[^.;]{0,60}\b(?:to prove|to show|to demonstrate))"
    r"|\bcomplet(?:e|ing)\s(?:the|this|our)\s(?:[\w-]+\s)?(?:task|exercise|challenge|assignment)\b"
    r"|\b(?:share|send|give|assign)\s(?:you\s)?(?:the|a|an|some)\s(?:[\w-]+\s)?(?:task|assignment|exercise|challenge)\b"
    r"|\b(?:an?|one|the|short|small|brief|simple)\s(?:[\w-]+\s)?(?:task|assignment|exercise|challenge)\s(?:will|shall|may)\s"
    r"be\s(?:given|sent|assigned|provided|shared|e-?mailed)\b"
    r"|\b(?:given|receive|assigned|asked\sto\s(?:do|complete))\s(?:an?|one)\s(?:[\w-]+\s)?(?:task|assignment|exercise)\b"
    r"|\b(?:paid|unpaid)\ssample\b|\bas an?\s(?:[\w-]+\s)?(?:test|trial)\b"
    r"|\b(?:first|initial)\s(?:[\w-]+\s){1,3}(?:will be|is|as|serves as)\s(?:an?|our|the)\s(?:[\w-]+\s)?(?:test|"
    r"trial)\b"
    r"|\b(?:teaching demo|(?:demo|trial) (?:lesson|class|teaching)|sample lesson)\b"
    r"|\b(?:that|this|the|your|each|every) (?:\w+ )?(?:test|sample|trial)(?: \w+)? (?:is|are|will be) (?:un|not |"
    r"fully )?paid\b|"
    r"\bno pay for (?:\w+ )?tests?\b"
    r"|\b(?:do|write|make|produce|create|complete|edit|record|draw|submit) (?:an?|one|two|three|four|five|\d{1,2}|"
    r"some|a few) "
    r"(?:unpaid |paid |short |free )?samples? (?:(?!of)\w+ )?\w+\b"
)
_TEST_PAY = re.compile(r"paid.*test|(?:test|sample|trial).*paid|no pay for")
# 'the test design' of software; 'how long you need to complete the task' of the job itself.
_OF_PRODUCT = re.compile(r"tests? (?:design|script|page|data)s?$")
_ONE_TEST = re.compile(r"\b(?:an?|one|two|three|paid|unpaid|free|short|small|quick|do|your)\W{1,3}$")
_THE_TASK = re.compile(r"complet\w+ (?:the|this|our) \w+$")
_HOW_LONG = re.compile(
    r"\b(?:how|time|when|able|ability|can|could|deadline|once|after|tools?|needed|takes?|experience)\b[^.;]{0,40}$"
)
_SURE_NAME = re.compile(
    r"(?:[\w-]+ ){0,2}?(?:un)?paid (?:[\w-]+ )?(?:evaluation|test|trial|screening|assessment|sample|audition) (?:task|"
    r"project|assignment|exercise|edit)s?$"
    r"|complet\w+ (?:the|this|our) (?:sample|screening|evaluation|assessment|interview|application|trial) \w+$"
)
_BY_ITSELF = ("sample", "screening", "evaluation", "assessment", "interview", "application")
_DO_THIS = re.compile(
    r"\b(?:complete|do|finish|submit) (?:the|this|our|an?) (?:(?:following|short|small|brief) ){0,2}$"
)
_GIVEN_AS = re.compile(r"\b(?:send|give|ask|edit|make|write|start|hire|complete|translate|design|draw)\b[^.;]{0,60}$")
_SAMPLES = re.compile(r"\w+ (?:one|two|three|four|five|\d{1,2}|some|a few) [\w ]*sample")
_TAUGHT = re.compile(r"\b(?:students?|pupils?|learners?|trainees?|grad(?:e|ing)|curriculum|visa)\b")
_SCRIPT = re.compile(
    r"\b(?:record|recit|read|voice|video|audio)\w*\b[^.;]{0,60}\b(?:following|below|provided|attached|this|sample)\s"
    r"(?:[\w-]+\s)?(?:script|paragraph|text|passage|dialogue)\b"
    r"|\b(?:record|recit|read)\w*\b[^.;]{0,40}\b(?:script|paragraph|text|passage)\s(?:below|provided|attached)\b"
    r"|\b(?:record\w*|audio|voice|video)\b[^.;]{0,60}\b(?:saying|reading|reciting)\b[^.;]{0,24}(?::|\"|\bfollowing\b|"
    r"\bbelow\b)"
    r"|\brecord the following\b"
)
_FILLER = r"(?:(?!(?:by|via|in|to|at|and|or|with|from|for|as|is|on)\b)[\w$%/–+-]+\s){0,5}?"
_MAKE = re.compile(
    r"\b(?:write|create|design|prepare|draft|make|come up with|develop|translate|transcribe|produce|suggest|propose|"
    r"rewrite|"
    rf"redesign|share|reply with|send(?: us)?|submit|include|find and send)\s(?:us\s)?{_FILLER}"
    r"(?:e-?mails?|posts?|captions?|articles?|blogs?|ads?|copy|logo|banner|thumbnails?|reels?|audit|mock-?ups?|script|"
    r"outreach|headlines?|hooks?|description|carousel|calendar|strategy|plan|review|analysis|teardown|"
    r"quotes|translation|story|proposal|sample|footage|text|paragraph|slide)\b"
    rf"|\b(?:edit|cut|animate)\s{_FILLER}(?:videos?|clips?|footage|reel|photos?|images?|text|article|paragraph)\b"
    rf"|\b(?:write|draft|provide|compose|prepare)\s{_FILLER}(?:response|reply|answer)\sto\s(?:the following|this)\b"
    rf"|\b(?:create|prepare|build|make|draft)\s{_FILLER}(?:itinerary|schedule|spreadsheet|outline|storyboard|"
    rf"wireframe|tagline|"
    r"slogan|concept|lesson plan|budget)\b"
    r"|\b(?:find|research|source|list)\s(?:us\s)?(?:\d{1,2}|two|three|five|ten)\s(?:[\w-]+\s){0,3}(?:leads|suppliers|"
    r"companies|"
    r"influencers|products|competitors|properties|prospects|keywords|hotels|restaurants)\b"
    r"|\b(?:suggest|list|give|provide|tell|share)\s(?:us\s)?(?:at least\s)?(?:\d{1,2}|one|two|three|five|a few)\s"
    r"(?:[\w-]+\s){0,2}(?:improvements|ideas|suggestions|changes|bullet points)\b"
)
_FOR_THEM = re.compile(
    r"\b(?:our|improve|we could|we can|you would|you'd|for us|we provide|provided|attached|following|below|"
    r"\d+[- ]words?|mock|"
    r"this (?:topic|product|scenario|brand|channel|listing|video|clip|sample|email|text|page|\d+)|reference style)\b"
)
_WOULD_USE = re.compile(
    r"\b(?:we (?:could|can) (?:send|use|post|publish)|you would (?:create|write|send|post|make|use))\b"
)
_ABOUT_YOU = re.compile(
    r"\b(?:cover letter|introduc\w+|yourself|why|your|you've|you have|previous|past|existing|resume|cv|portfolio|"
    r"subject|"
    r"form|fit|experience|telegram|whatsapp|loom|tell(?:ing)? (?:us|me)|days?|week|month)\b"
)
_SENDING = re.compile(r"(?:send|submit|include|make)(?: us)? (?:an? |your )?(?:\w+ )?e?-?mail|(?:make sure|include) ")
DAILY = re.compile(
    r"\b(?:every|each|per|a) (?:day|week|month|quarter)\b|\b(?:daily|weekly|monthly|ideal|successful candidates? will|"
    r"you will be responsible|the candidate (?:will|should|must)|candidates? (?:who|with|to|that)|able to|ability|"
    r"want to|ready to|passion\w*|you'll (?:work|be (?:responsible|working))|will (?:use|work)|"
    r"experience|looking for|applicants? (?:who|with|that)|job is to|will be (?:able|tasked|expected)|"
    r"apply (?:your|best|for|to)|(?:right|best|perfect|qualified|strong|suitable) (?:candidate|applicant)s?)\b"
)
_IF_LIKED = re.compile(
    r"\bif (?:we|i) (?:like|love|'re happy with|are happy with|'m happy with|am happy with) (?:it|the (?:result|edit|video|work|design|article|draft|"
    r"sample|piece|test)|what (?:we see|you make|you send))\b[^.]{0,50}\b(?:hired?|job is yours|you're in|on board|"
    r"keep you)\b"
)

# The sentence speaks of the one to be hired, and of handing a task out.
_HIRING = re.compile(
    r"\b(?:candidates?|applicants?|apply|applying|applications?|short-?list\w*|selected|hir(?:e|ed|ing)|interview\w*|"
    r"considered|before (?:joining|moving|we|you)|finalists?|next[- ](?:step|round|stage)|selection|to select|"
    r"screening|"
    r"recruit(?:ment|ing) process|invited|to qualify|requirements?|onboarding|proceed)\b"
)
_ASKED = re.compile(
    r"\bplease (?:reply|send|share|edit|design|translate|submit|include|write|record|provide|attach|create|"
    r"prepare)\b|\breply with\b"
)
_HANDED_OUT = re.compile(
    r"\b(?:there (?:is|will be)|complet\w+|do|doing|perform|given|giv(?:e|ing)|send|sent|request\w*|ask\w*|assign\w*|"
    r"submit\w*|receiv\w+|"
    r"invit\w+|requir\w+|tak(?:e|ing)|pass\w*|includ\w+|follow\w*|contact\w*|undergo\w*|attend|sit|then|start\w*|"
    r"with|stage|step|part|process|through|involv\w+)\b|[>→+]|->"
)
_YOU = re.compile(
    r"\b(?:you(?:'ll| will| may| must| would| can| are|'re)?|we(?:'ll| will| may)|required|paid|unpaid|please|open to|"
    r"willing|successful)\b"
)
# Another's trial: of a product, a drug, a court, a pupil.
_OTHERS_BEFORE = re.compile(
    r"(?:\b(?:free|clinical|drug|human|medical|vaccine|randomi[sz]ed|jury|criminal|civil|court|product|app|software|"
    r"beta|"
    r"field|plant|production|pilot|machine|their|(?:customer|client|user|student)s?'?s?|seo|saas|risk-free|at|to|"
    r"whose)\s"
    r"|\bsign(?:ed|s|ing)?[- ]?up\b[^.;]{0,40}|\b(?:exhibits?|witness\w*|hearings?|depositions?)\b[^.;]{0,40}"
    r"|\b(?:users?|customers?|leads|prospects|subscribers?|visitors|members|students|patients|inquiries|"
    r"convert\w*)\b[^.;]{0,40})$"
)
_OTHERS_AFTER = re.compile(
    r"[\s-]?(?:to[- ]paid|users?|sign-?\s?ups?|subscri\w+|conver\w+|customers?|members?|clients?|accounts?|orders?|"
    r"packages?|deadlines?|deliverables?|balances?|versions?|and error|courts?|law\w*|attorneys?|prep\w*|judges?|"
    r"dates?|"
    r"data|sites?|protocols?|exhibits?|experience|leads?|bends?|kits?|(?:of|in|to|for) (?:our|the|its) (?:product|"
    r"software|app|"
    r"tool|service|platform|subscription|model)|cases?|plans?|results?|environments?|scripts?|automation)\b"
)
_OWN_WORK = re.compile(
    r"^\W*(?:track|manage|monitor|support|conduct|coordinate|oversee|handle|administer|maintain|prepare|assist|process|"
    r"review|grade|score|evaluate|check|run|execute|own|develop|design|create|plan|perform|write|send|organize)\w*\b"
)
_MAY_DENY = re.compile(r"n[eo']|without|instead|rather|zero")
_DENIED = re.compile(
    r"(?:\bno\b|\bnot (?:an?|any|just|interested in|ask(?:ing)? for|requir(?:e|ing)|do(?:ing)?|offer(?:ing)?|have|"
    r"need|give|run|"
    r"believe in|use)"
    r"|\bnever (?:ask for|require|do|run)|\bwithout (?:an?|any)|\bwon't (?:an?|any|ask(?:ed)? for|require|do|have|be)"
    r"|n't (?:an?|any|ask for|require|do|offer|have|need|give|run|believe in|use)|\binstead of|\brather than|\bzero)"
    r"(?: (?:an?|any|the))?(?: (?:[\w-]+|\(unpaid\))){0,2}[ -]?$"
    r"|\bnot an? (?:[\w-]+ ){1,3}or (?:an? )?$"
)
_QUOTES = ('"', "'")
_NOT_NEEDED = re.compile(r"[^.;]{0,20}\b(?:is|are) not (?:required|needed|necessary|applicable)\b")

_GOES_ON = re.compile(
    r"\W{0,4}(?:this|it|the (?:trial|test|task|project|assignment|first|time)|that|these|both|each|"
    r"(?:we|you) (?:\w+ ){0,2}(?:pay|paid) (?:it|this|that|for (?:it|this|that))|unpaid\b|paid\.|not paid|no pay)\b"
)

_NOTED = re.compile(
    r"(?:(?:kindly |please )?note that )?(?:this|the) (?:test|task|trial|assignment|assessment|exercise|sample|module|"
    r"work|stage|is)\b"
)
_NEAR = 160
_LONGEST = 4_000


class Mention(NamedTuple):
    """One place where a trial is spoken of: half-open offsets in its document, and what is said of it there."""

    kind: TrialKind
    start: int
    end: int
    paid: Paid
    days: float | None


def find_tasks(document: Document, sentence: Sentence) -> Sequence[Mention]:
    """The test task that `sentence` names."""
    text = words_of(document, sentence)
    for name in chain(_TEST_TASK.finditer(text), _OTHER_TASK.finditer(text)):
        if _is_test(sentence, text, name):
            return (mention("task", document, sentence, text, name),)
    words = _IF_LIKED.search(text) if "if we" in text or "if i" in text else None
    if not words and asks_applicant(sentence, text):
        words = _SCRIPT.search(text)
    return (mention("task", document, sentence, text, words),) if words else ()


def find_pieces(document: Document, sentence: Sentence) -> Sequence[Mention]:
    """The work that `sentence` asks to be made for the application."""
    text = words_of(document, sentence)
    told_use = ("we c" in text or "you would" in text) and _WOULD_USE.search(text)
    if told_use or asks_applicant(sentence, text):
        words = _MAKE.search(text)
        if words and _is_for_them(text, words):
            return (mention("task", document, sentence, text, words),)
    return ()


def _is_for_them(text: str, words: re.Match[str]) -> bool:
    """Whether the piece of work asked for is made for this posting, not a sample of past work or a word on oneself."""
    start, end = words.span()
    if _SENDING.match(text, start):
        return False
    return bool(_FOR_THEM.search(text, start, end + 60)) and not _ABOUT_YOU.search(text, start, end + 24)


def mention(kind: TrialKind, document: Document, sentence: Sentence, text: str, name: re.Match[str]) -> Mention:
    """The mention of a trial named by `name` in `text`, the folded words of `sentence`."""
    follow = follow_up(document, sentence, text)
    start, end = name.span()
    days, begin, finish = read_days(text, start, end)
    if days is None and follow and len(text) - (end - start) < 12:  # a heading, told below it
        days = read_days(text + follow, start, end)[0]
    paid = read_paid(text, begin, finish, follow, is_time=kind == "period")
    return Mention(kind, sentence.start + begin, sentence.start + finish, paid, days)


def words_of(document: Document, sentence: Sentence) -> str:
    """The folded words of `sentence`; of an endless one without any full stop, the beginning."""
    return document.folded[sentence.start : min(sentence.end, sentence.start + _LONGEST)]


def follow_up(document: Document, sentence: Sentence, text: str) -> str:
    """The folded sentence behind `sentence`, if it goes on speaking of the same thing; else an empty text."""
    folded = document.folded
    start = sentence.end
    while start < len(folded) and folded[start].isspace():
        start += 1
    if start >= len(folded):
        return ""
    following = folded[start : document.sentence_at(start).end]
    if not _GOES_ON.match(following):  # one sentence may stand between
        later = document.folded[document.sentence_at(start).end :][:_NEAR].lstrip()
        if _NOTED.match(later):
            return later.partition(".")[0]
    goes_on = text.endswith(":") or (len(text) < 32 and not text.endswith(".")) or _GOES_ON.match(following)
    return following[:_LONGEST] if goes_on else ""


def is_denied(text: str, name: re.Match[str]) -> bool:
    """Whether the folded sentence says that there is no such trial: 'no test tasks', 'we don't ask for trial work'."""
    before = text[max(name.start() - 50, 0) : name.start()]
    quoted = before.endswith(_QUOTES) and text.startswith(_QUOTES, name.end())  # a code word to reply with
    denied = _MAY_DENY.search(before) and _DENIED.search(before)
    return quoted or bool(denied or _NOT_NEEDED.match(text, name.end()))


def names_task(text: str, start: int) -> bool:
    """Whether the folded words at `start` name a task ('trial edit'), not a time."""
    return _TEST_TASK.match(text, start) is not None


def is_of_others(text: str, name: re.Match[str]) -> bool:
    """Whether the trial is of a product, a medicine or a court, not of the worker."""
    start, end = name.span()
    if _OTHERS_BEFORE.search(text[max(start - 60, 0) : start]) and not (
        text.endswith("free ", 0, start) and _HIRING.search(text)
    ):
        return True
    if text.startswith("trial", start) and _OTHERS_AFTER.match(text, start + len("trial")):
        return True
    return _OTHERS_AFTER.match(text, end) is not None


def _is_test(sentence: Sentence, text: str, name: re.Match[str]) -> bool:
    if is_denied(text, name) or is_of_others(text, name):
        return False
    if _OF_PRODUCT.match(name[0]) and not _ONE_TEST.search(text, max(name.start() - 30, 0), name.start()):
        return False
    if _THE_TASK.match(name[0]) and _HOW_LONG.search(text, max(name.start() - 50, 0), name.start()):
        return False
    if sentence.section != "duties":
        before = text[max(name.start() - 80, 0) : name.start()]
        if _SURE_NAME.match(name[0]) or (name[0].startswith(_BY_ITSELF) and _DO_THIS.search(before)):
            return True
        if name[0].startswith("as a") and "you" in before and _GIVEN_AS.search(before):
            return True
    hiring = sentence.section == "apply" or _HIRING.search(text) is not None
    lesson = name[0].endswith(("lesson", "class", "demo"))
    if lesson and ("unpaid" in text or "one of our" in text or "not paid" in text):
        return sentence.section != "duties" or not sentence.bullet
    if not hiring and _TAUGHT.search(text):
        return False
    if sentence.section == "duties" and (not (hiring or _YOU.search(text)) or _OWN_WORK.match(text)):
        return False
    if name.re is _TEST_TASK and name["firm"]:
        return hiring or _OWN_WORK.match(text) is None
    if name.re is _TEST_TASK and name[0].startswith("trial") and _YOU.search(text):
        return True
    is_heading = len(text) < 48 and not sentence.bullet
    if _TEST_PAY.search(name[0]):
        return sentence.section != "duties"
    if _SAMPLES.match(name[0]) and sentence.section != "duties":
        return not DAILY.search(text)
    if hiring and (sentence.section == "apply" or is_heading or _HANDED_OUT.search(text)):
        # 'a portfolio or sample edits' is past work
        return not (name[0].startswith("sample") and "portfolio" in text)
    return (
        name[0].startswith(("take", "homework", "paid test", "unpaid", "first", "initial"))
        and _YOU.search(text) is not None
    )


def asks_applicant(sentence: Sentence, text: str) -> bool:
    """Whether the folded words of `sentence` speak to those who apply."""
    if sentence.section == "apply" or _HIRING.search(text):
        return True
    return ("please" in text or "reply with" in text) and _ASKED.search(text) is not None
