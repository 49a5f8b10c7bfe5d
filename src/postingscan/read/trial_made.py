"""Work that applicants are asked to make on the posting's own matter or as a mock of the real work, in any craft."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postingscan.read.document import Document, Sentence
from postingscan.read.trial_task import DAILY, Mention, asks_applicant, is_denied, mention, words_of

_PIECES_OF_RESEARCH = tuple(
    f"{verb} {number}"
    for verb in (
        "submit",
        "send",
        "send us",
        "send me",
        "add",
        "include",
        "attach",
        "provide",
        "share",
        "give us",
        "find",
    )
    for number in ("2", "3", "4", "5", "10", "two", "three", "five", "ten")
)
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
    "test_shown": (
        "assessment", "assessments", "sample", "example hook*", "example caption*", "example title*", "example reply",
        "example script", "example email", "as if", "audition", "self tape", "saying", "sample teaching", "and teaching",
        "video teaching", "clip teaching", "promoting", "if works", "if it works", "if this works", "if that works",
        "evaluate your", "assess your", "test your", "see your skill*", "check your", "gauge your", "judge your",
        "evaluated through", "evaluated by", "evaluated with", "assessed through", "assessed by", "assessed with",
        "assessed via", "skill check:", "mini task:", "test:", "quick test", "paid test", "short test", "test project*",
        "trial project*", "test task*", "practice project*", "be asked to", "be invited to", "be required to",
        "case study", "role play*", "roleplay*", "trial interview*", "working interview*", "be tested", "start with a",
        "start with one", "begin with a", "begin with one", "starting with a", "starting with one",
        *_PIECES_OF_RESEARCH,
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

# What is asked without naming it a test. Before each: words, one of which stands wherever it matches, and whether only
# a sentence that speaks to applicants may say it.
_WORK_WORD = (
    r"(?:design|writing|editing|practical|hands-on|case(?: study)?|analytical|take-home|modell?ing|translation|content|"
    r"creative|copywriting|drawing|drafting|research)"
)
_TOOK = r"(?:complet(?:e|ing)|tak(?:e|ing)|undergo|submit|do|pass|given?|sen[dt]|receive|perform|use)"
_PIECE = (
    r"(?:hook|caption|title|comment|listing|reply|response|e-?mail|message|post|script|headline|description|ad|pitch|"
    r"thumbnail|outline|paragraph|article|tweet)s?"
)
_NUMBER = r"(?:\d{1,2}|two|three|four|five|ten)"
_SHOWN: tuple[tuple[tuple[str, ...], bool, re.Pattern[str]], ...] = (
    (
        ("assessment",),
        True,
        re.compile(
            rf"\b{_TOOK}\b[^.;\n]{{0,30}}?\b{_WORK_WORD}[ -](?:\w+ )?assessments?\b"
            r"|\bcomplet(?:e|ing) (?:this|the|our|an?|your) (?:[\w-]+ )?assessment\s?(?::|\[|<|here\b|below\b|"
            r"within\b|linked\b)"
            r"|\bassessment (?:tests?|tasks?|exercises?|projects?) (?:will|shall|may|must) be (?:given|sent|provided|"
            r"shared|assigned|completed|done)\b"
            r"|\b(?:given|sent|receive|complete|do|link to) an? assessment (?:test|task|form|exercise|project)\b"
        ),
    ),
    (
        ("sample", "test", "trial", "practice", "example", "mini"),
        False,
        re.compile(
            r"\bwe (?:then |will |'ll |would |may |\w+ally ){0,2}(?:provide|send|give|share|assign|e-?mail)"
            r"(?: (?:you|them|candidates|applicants))?(?: with)? (?:an?|the|our|one) (?:[\w-]+ )?(?:sample|test|trial|"
            r"practice|take-home|case)[ -](?:project|task|assignment|exercise|file|edit|study|brief)\b"
            r"|\bsample (?:[\w-]+ ){0,2}(?:will|shall|may|would) be (?:provided|given|sent|shared)\b[^.;\n]{0,50}\bto (?:check|see|"
            r"test|assess|verify|evaluate|judge) (?:if|whether|how well|your) ?(?:you\w*|skills?|work|accuracy|quality)?\b"
            r"|\b(?:an?|one|the) sample (?:[\w-]+ ){0,2}(?:will|shall|may|would) be (?:provided|given|sent|"
            r"shared)\b[^.;\n]{0,50}\b(?:to (?:check|see|test|assess|verify|evaluate|judge|prove|make sure)|first)\b"
            r"|\b(?:receive|complete|do|given|sent|take|submit) (?:an? )?(?:[\w-]+ )?work[- ]sample (?:tests?|exercises?|"
            r"tasks?|assignments?|resembling|that (?:mirrors|resembles|reflects))\b"
            r"|\b(?:willing|ready|open|prepared|happy) to (?:make|do|create|complete|take|edit|write|record|draw|design) "
            r"(?:an?|one|some) (?:(?:quick|short|small|brief|free|paid|unpaid|one|little|simple)[, ]+){1,2}"
            r"(?:sample|test|trial|demo)\b(?! of your)"
            r"|\b(?:write|record|create|draft|make|send|share|submit|include|provide) (?:us |me )?(?:an?|one|two|three|"
            rf"\d) (?:sample|example) (?:[\w-]+ ){{0,2}}?{_PIECE}\b[^.;\n]{{0,12}}\b(?:using (?:the|this|our)|based on|"
            r"answering|(?:for|on|about|to) (?:this|the following|our|one of our))\b"
            r"|^\W*(?:\d{1,2}[.)]\W{0,3})?(?:(?:skills?|quick|small|writing|editing|design) )?(?:test|skill check|"
            rf"mini[- ]task)(?: \([^)]{{0,20}}\))?\s?[:–-]\s?(?:(?:in|with) your \w+, )?(?:please )?{_CRAFT} (?:us |me )?"
            r"(?:an?|one|two|three|\d{1,2}|the|this|our)\b"
        ),
    ),
    (
        ("sample", "example", "demo", "mock"),
        True,
        re.compile(
            r"\b(?:sample|demo|mock) (?:teaching|lesson|tutoring|class|training|tutorial|voice-?over|narration) "
            r"(?:video|recording|clip|audio)\b"
            rf"|\b(?:sample|example) (?:[\w-]+ ){{0,3}}?{_PIECE}\b(?: (?:\+|and|&) [\w-]+)?,? (?:(?:that )?"
            r"you(?:'d| would)|using (?:the|this|our)|based on|answering|(?:for|on|about|to) (?:this|the following|any|"
            r"a random|our|one of our))\b"
            r"|\bwriting sample (?:answering|responding to|(?:on|about) (?:this|the following|the topic|our))\b"
        ),
    ),
    (
        ("shortlisted", "short-listed", "applicants", "finalists"),
        True,
        re.compile(
            r"\b(?:short-?listed (?:candidates?|applicants?|people|writers|editors|designers|teachers|developers)|"
            rf"applicants|finalists)\b[^.;\n]{{0,20}}\b(?:will|may|must|shall) be (?:asked|invited|required) to {_CRAFT} "
            r"(?:an?|one|two|three|\d{1,2}|the|some|part of)\b"
        ),
    ),
    (
        ("evaluate", "assess", "test", "see your", "check your", "gauge", "judge", "asked to"),
        False,
        re.compile(
            r"\bwe(?:'ll| will| may| then)? (?:assign|give|send|ask|provide|share|set)\b[^.;\n]{0,40}\b(?:project|task|"
            r"assignment|exercise|piece of work|sample|article|video|edit|design|brief)\b[^.;\n]{0,25}\bto (?:evaluate|assess|"
            r"test|see|check|gauge|judge) your (?:\w+ )?(?:skills?|abilit\w+|level|work|style|quality|knowledge|fit)\b"
            rf"|\bbe asked to {_CRAFT} (?:an?|one|two|three|\d{{1,2}}) (?:[\w-]+ ){{0,3}}(?:sample|test|mock|trial|demo)\b"
            r"|\b(?:applicants|candidates|you)\b[^.;\n]{0,24}\b(?:evaluated|assessed|tested|judged) (?:through|by|via|with|"
            r"on|based on) (?:an?|one) (?:[\w-]+ ){0,3}(?:project|task|assignment|exercise|sample|trial)\b"
        ),
    ),
    (
        ("case study", "case-study"),
        True,
        re.compile(
            r"\b(?:complet(?:e|ing)|solve|given?|receive|sen[dt]|do|assigned|prepare|present) (?:you |them )?(?:an?|our|the|"
            r"one) (?:(?:short|brief|paid|unpaid|written|take-home|business|technical|small|practical|sales|marketing|"
            r"design|mock|quick) ){0,2}case[ -]study\b(?! (?:of|that|you|where|showing|from))"
        ),
    ),
    (
        ("role",),
        True,
        re.compile(
            r"\b(?:complete|do|perform|record|submit|send|take part in|join|attend|given|include|with|undergo) (?:an? )?"
            r"(?:(?!of\b|in\b|and\b|the\b)[\w-]+ ){0,4}"
            r"role[- ]?play\b(?! games?)"
        ),
    ),
    (
        ("interview", "tested", "with a ", "with an ", "with one "),
        False,
        re.compile(
            r"\b(?:trial|working) interviews?\b"
            r"|\byou(?:'ll| will) be tested (?:on|for|in) (?:this|it|these|that|each)\b(?! (?:during|in|at) )"
            r"|\b(?:start|begin)(?:ing)? (?:off )?with (?:an?|one) (?:(?:small|short|paid|single|pilot|simple|initial|tiny|"
            r"quick|one-off|first|little)[, ]+){1,3}(?:project|task|article|video|batch|job|order|assignment|piece|design|"
            r"reel|edit|page)s?\b(?=[^.\n]{0,60}\b(?:to (?:see|test|check|make sure|try|assess|evaluate|judge)|before (?:we|"
            r"moving|committing|any)|and if|if (?:it|we|all|that|you)|good fit)\b)"
        ),
    ),
    (
        ("lead", "product", "supplier", "asin"),
        True,
        re.compile(
            rf"\b(?:submit|add|send|include|attach|provide|share|give|find|bring)\s(?:us |me |at least )?{_NUMBER}\s"
            r"(?:(?!(?:past|previous|recent|existing|of)\b)[\w-]+\s){0,2}(?:leads|products|suppliers|asins)\b"
            r"(?! (?:pages?|designs?|videos?|photos?|images?|descriptions?|you(?:'ve| have)))"
        ),
    ),
    (
        ("as if", "audition", "self-tape", "saying", "teaching", "promoting"),
        True,
        re.compile(
            r"\bvideo audition\b|\baudition (?:video|tape|clip|piece|recording|script)\b|\bself-tape\b"
            r"|\b(?:voice|audio)\b(?:[^.;]|etc\.){0,60}\bsaying\s?:"
            r"|\b(?:video|clip|recording)\b[^.;\n]{0,60}\b(?:teaching|promoting) (?:an?|one|any|our|the)\b"
        ),
    ),
    (
        ("as if",),
        False,
        re.compile(
            r"\b(?:present|pitch|sell|record|demonstrate|introduce)\b[^.;\n]{0,50}\bas if (?:you(?:'re| are| were)\b|"
            r"selling|speaking|talking|presenting|calling|to (?:an?|our) (?:customer|client|buyer))"
        ),
    ),
    (
        ("works",),
        False,
        re.compile(
            r"\bif (?:it |this |that )?(?:all )?works\b[^.;\n]{0,16}\b(?:i'?ll|i will|we'?ll|we will) (?:hire|pick|"
            r"choose)\b(?! (?:more|an|other))"
        ),
    ),
)
_ROUTINE = re.compile(
    r"\b(?:every|each|per|a) (?:day|week|month|quarter)\b|\b(?:daily|weekly|monthly|you will be responsible|your job|"
    r"you'll (?:work|be responsible)|job is to|our (?:students|pupils|users|customers))\b"
)
# Measured traits, not work.
_MEASURED = re.compile(
    r"\b(?:english|language|personality|cognitive|aptitude|typing|iq|disc|arithmetic|psychometric|medical|health|risk|"
    r"credit|internet|speed|background|drug|behaviou?ral|culture)\b"
)


def find_shown(document: Document, sentence: Sentence) -> Sequence[Mention]:
    """The work that `sentence` asks applicants to show, though it calls it no test."""
    if sentence.section == "duties":
        return ()
    text = words_of(document, sentence)
    for needles, to_applicant, pattern in _SHOWN:
        words = pattern.search(text) if any(map(text.__contains__, needles)) else None
        if (
            words
            and not (to_applicant and not asks_applicant(sentence, text))
            and not _ROUTINE.search(text, max(words.start() - 80, 0), words.end() + 60)
            and not is_denied(text, words)
            and not _MEASURED.search(text, max(words.start() - 20, 0), words.end())
        ):
            return (mention("task", document, sentence, text, words)._replace(days=None),)
    return ()


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
