"""Whether a text is a hiring post at all, and whether it hires one person or several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postingscan.money import parse_spelled
from postingscan.read.document import Document, Page
from postingscan.read.facts import Hiring

_WORKERS = (
    "accountants", "agents", "analysts", "animators", "annotators", "appointment setters", "architects", "artists",
    "assistants", "bookkeepers", "builders", "callers", "candidates", "cashiers", "chatters", "cleaners", "closers",
    "coaches", "coders", "consultants", "contractors", "coordinators", "copywriters", "creators", "data scientists",
    "designers", "developers", "devs", "drivers", "editors", "engineers", "estimators", "executives", "experts",
    "facilitators", "freelancers", "graduates", "guards", "hackers", "illustrators", "individuals", "instructors",
    "interns", "interpreters", "journalists", "lawyers", "managers", "marketers", "moderators", "nurses", "officers",
    "operators", "participants", "paralegals", "people", "photographers", "players", "producers", "professionals",
    "programmers",
    "promoters", "proofreaders", "receptionists", "recruiters", "representatives", "reps", "researchers", "reviewers",
    "salespeople", "sales persons", "scientists", "scrapers", "setters", "speakers", "specialists", "sysadmins",
    "talents",
    "teachers", "technicians", "telemarketers", "testers", "therapists", "trainers", "transcribers", "translators",
    "tutors", "typists", "vas", "va's", "videographers", "virtual assistants", "voice actors", "waiters", "workers",
    "writers",
)  # fmt: skip

CUES: dict[str, tuple[str, ...]] = {
    "workers": _WORKERS,
    "positions": (
        "positions", "position available", "openings", "vacancies", "vacancy", "roles", "slots", "headcount",
        "number required",
        "required number", "number needed", "number of required", "number of people", "number of staff",
        "number of employees",
        "no. of", "quantity", "required no", "required staff", "required employees", "staff required", "staff needed",
        "also hiring", "also looking for", "also seeking", "following jobs", "following vacancy",
    ),
    "agency": (
        "agency", "firm", "development team", "team of", "team desired", "team needed", "team wanted", "team required",
    ),
    "list_of_jobs": (
        "we're hiring", "we are hiring", "is hiring", "are hiring", "hiring for", "hiring:", "currently hiring",
        "positions",
        "openings", "to fill", "open roles", "these roles", "following roles", "several roles", "multiple roles",
    ),
    "bug_report": (
        "action performed", "actual result*", "expected result*", "expected behavior", "expected behaviour",
        "actual behavior", "current behavior", "steps to reproduce", "reproducible in", "version number", "workaround",
        "issue reported by", "reported by", "hold for payment", "bug report", "what is the root cause",
        "regression test*",
    ),
    "offers_work": (
        "seeking work", "for hire", "hire me", "my services", "i offer", "i specialize", "i specialise",
        "available for hire", "available for work", "available for freelance", "available for projects",
        "i am looking for",
        "i'm looking for", "im looking for", "i am seeking", "i'm seeking", "i am available", "i'm available",
        "looking for a job",
        "looking for work", "looking for a position", "looking for freelance work", "looking for opportunities",
        "my portfolio",
        "my resume", "my cv", "my rate*", "my hourly rate", "willing to relocate", "i have", "i can help",
        "i will design",
        "i will build", "i will create", "i will write", "i will edit", "my skills", "my experience", "open to work",
        "[offer]",
    ),
    "discusses": (
        "has anyone", "does anyone", "any advice", "what do you think", "how do i", "how can i", "should i",
        "honest question",
        "is it worth", "is it just me", "why is there", "why are there", "this thread", "anyone else", "any tips",
        "looking for advice",
    ),
}  # fmt: skip

_HIRES = (
    r"(?:looking for|look for|hiring|hire|seeking|seek|need|needs|needed|recruiting|recruit|searching for|in search of|"
    r"want|wanted|require|requires|in need of|looking to (?:hire|add|find|bring on)|adding|invit(?:e|es|ing))"
)
_LINK = r"(?:who|that|to|for|with|in|by|from|on|of|at|as|our|your|their|the|other|my|not|manage|managing|how)"
_HIRES_BEFORE = re.compile(rf"\b{_HIRES}\b(?P<between>(?!,)[^.;:?!\n—–(]{{0,70}})$")
_MAY_HIRE = re.compile(r"look|hir|seek|need|recru|search|want|requir|adding|invit")
_LINKS = re.compile(rf"\b{_LINK}\b")
_COUNT = (
    r"(?P<count>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"multiple|several|many|a few|couple(?: of)?|various|a number of)"
)
_COUNT_BEFORE = re.compile(
    rf"\b{_COUNT}\+?\s?(?:\(\w+\)\s?)?(?:(?!(?:years?|hours?|months?|days?|of|and|or|to)\b)[\w/'&-]+\s){{0,4}}$"
)
_LABELLED = re.compile(
    r"\b(?:number of (?:required|positions?|vacanc(?:y|ies)|openings?|people|persons|employees|staff|hires|"
    r"posts)(?: needed| required| available)?|"
    r"no\. of (?:positions?|vacanc(?:y|ies)|openings?)|positions? available|available positions?|vacanc(?:y|ies)|"
    r"openings?|"
    r"(?:required (?:number|no\.?|quantity|staff|employees|candidates|persons?)|staff (?:required|needed)|(?:number|"
    r"quantity|no\.?) (?:required|needed))|headcount|quantity|open positions)"
    r"\s?(?:[:=–-]|is|are)\s?\(?(?P<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|multiple|several|many)\b"
)
_POSITIONS = re.compile(
    rf"\b(?<![\d,.$€£₱-])(?:{_COUNT}\+?\s?(?:\(\w+\)\s?)?(?:(?!(?:of|and|or|in|for|with|user|users|people|management|"
    rf"leadership|different|senior|security)\b)[\w-]+\s){{0,3}})(?:positions|openings|vacancies|roles|slots)\b"
    r"|\b(?:following|listed|open|available) (?:[\w-]+ )?(?:positions|roles|openings|vacancies|jobs)\b"
    r"|\balso (?:hiring|looking for|seeking)\b(?! (?:someone|candidates|people|an? (?:\w+ )?(?:person|candidate|"
    r"partner)))"
    r"|\b(?:positions|roles|openings|vacancies) (?:listed|below|include|available|open|we(?:'re| are) (?:hiring|"
    r"looking))\b"
)
# Lines that are job titles: 'Senior iOS Engineer - Berlin', '2. Account manager:'
_TITLE_LINE = re.compile(
    r"(?m)[^\w\n]{0,12}(?:\d{1,2}[^\w\n]{1,4})?(?P<title>(?:(?!(?:with|to|for|of|the|our|an?|by|as|and|"
    r"report\w*)\b)[\w/+#.&]+[ -]){0,4}(?:engineer|developer|designer|manager|scientist|analyst|administrator|"
    r"architect|"
    r"recruiter|representative|accountant|assistant|editor|writer|marketer|specialist|intern|internship|teacher|"
    r"nurse|technician|"
    r"officer|director|devops|sre)s?)\b(?=[ \t]*(?:$|[:(–|<,-]|&|and\b))"
)
_PAST = re.compile(
    r"\b(?:total|promot\w+|advanc\w+|career|senior|experience|experienced|worked|previous|past|years?|held|handled|"
    r"managing|manage|team of|different|simultaneous|across|per|our clients?)\b"
    r"[^.;\n]{0,40}$"
)
_AGENCY = re.compile(
    r"\b(?:looking for|hiring|seeking|need|hire|engage|find) (?:an? )?(?:(?!(?:to|for|our|my|with|someone|your|the|"
    r"from|at|by)\b)[\w-]+ ){0,4}(?:agency|company|firm|development team|team of (?:\w+ ){0,3}\w+s)\b"
    r"(?! (?:experience|owner|va|assistant|manager|lead|member|player|environment|background|who is))"
    r"|\b(?:agency|team) (?:needed|wanted|desired|required)\b"
)
_DUTY = re.compile(r"\W*(?:hire|recruit|seek|add|find|onboard|invite)\b")
_NO_HIRE = re.compile(
    r"\b(?:hiring|recruiting) (?:(?:and|&) |managers?\b[^.;\n]*)?$|\b(?:not|n't|never)\b[^.;\n]{0,80}$|"
    r"\bexperience\b[^.;\n]{0,20}$"
)
_NOT_PLURAL_AFTER = re.compile(
    r"[\s/]*(?:manager|coordinator|lead|team|education|supervisor|trainer|support|recruitment|assistant|needs?\b|'|"
    r"who report)"
)

_FORM_LINE = re.compile(
    r"(?m)^[^\w\n]{0,12}(?:action performed|actual results?|expected results?|(?:expected|actual|current) behaviou?r|"
    r"steps to reproduce|reproducible in "
    r"\w+\??|version number|workaround|issue reported by|problem|solution|if this was caught[^\n]{0,60}|"
    r"what is the root cause[^\n]{0,60})[^\w\n]{0,8}(?:$|(?<=:)|:)"
)
_BOUNTY = re.compile(r"\[\$\d[\d,.]*\]|\[hold for payment")
_ISSUE_TALK = re.compile(r"hold for payment|<details>|!\[|reported by @|issue owner|\bgithub\b|pull request")

_SEEKS_WORK = re.compile(
    r"^\W*(?:\[?\bfor hire\b\]?|seeking (?:freelance )?work\b|\[offer\]|hire me\b"
    r"|looking for (?:an? )?(?:[\w-]+ )?(?:job|work|position|internship|opportunit\w+)\b(?![^.\n]{0,80}\?))"
    r"|\b(?:(?:i am|i'm|im) (?:currently |actively )?(?:looking for|seeking|searching for|open to|"
    r"available for) (?:(?:an?|any|new|remote|"
    r"full[- ]?time|part[- ]?time|freelance|online|my|long[- ]term|entry[- ]level|work[- ]from[- ]home|more|some|"
    r"the next|next)\s)*"
    r"(?:[\w-]+\s){0,2}(?:jobs?|work|opportunit\w+|positions?|roles?|projects|clients|gigs?|internships?|employment|"
    r"employer|hire)\b"
    r"|(?:please )?hire me\b|available for (?:hire|freelance work|new projects)\b|open to work\b"
    r"|(?:consider|see|attached|here is) my (?:cv|resume)\b)"
)
_OFFERS = re.compile(
    r"\bmy services\b|\bi (?:offer|speciali[sz]e in|can help you|will (?:design|build|create|write|edit|do)) |"
    r"\bmy (?:hourly )?rates?\b(?: is| are|:)|"
    r"\bi have (?:over |more than )?\d{1,2}\+? years|\bmy (?:portfolio|resume|cv|skills|experience)\b|\bcontact me\b|"
    r"\bhire me\b"
)
_SEEKER_FORM = re.compile(
    r"(?m)^[^\w\n]{0,12}(?:remote|willing to relocate|technologies|r[ée]sum[ée](?:/cv)?|cv|linkedin|github)\s?:"
)
_HIRING_TALK = re.compile(
    r"\b(?:we(?:'re| are)? (?:looking|hiring|seeking|need|want|offer|build)|(?:i am|i'm|i) (?:looking for|seeking|"
    r"need|hiring) (?:an? |some|to hire|help|experienced)"
    r"(?!(?:[\w-]+ ){0,3}(?:job|work|position|role|opportunit))|is hiring|are hiring|requirements?:|responsibilities|"
    r"you will|you'll|"
    r"the ideal|job description|join (?:us|our)|must have|how to apply|to apply|apply (?:here|now|at)|qualifications|"
    r"applicants?|candidates?|wanted\b|our (?:team|stack|company|customers|users)|we use\b|we're an?\b|we are an?\b)"
)
_DISCUSSES = re.compile(
    r"\b(?:has anyone|does anyone|any advice|what do you (?:guys )?think|honest question|should i\b|how (?:do|can|"
    r"should) i\b(?! apply)|is it worth|is it just me|"
    r"why (?:is|are) there|this thread|anyone else|any tips|looking for advice)"
)
_ONE_PERSON = Hiring()
_SEVERAL_CUES = frozenset(("workers", "positions", "list_of_jobs", "agency"))
_REACH = 110  # characters between the verb and whom it hires
_OPENING = 400  # characters in which a text shows what it is


def read_hiring(page: Page) -> Hiring:
    """Tell a hiring post from a worker's offer, a discussion or a bug report, and one hire from several.

    Parameters
    ----------
    page : Page

    Returns
    -------
    Hiring
        `one_person` is false where several people, several positions or an agency are hired; `n_hired` where a number
        is told; `span` shows the telling words.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> hiring = read_hiring(lay_out(Posting(title="Support", description="We are hiring three support agents.")))
    >>> hiring.one_person, hiring.n_hired, hiring.span.text
    (False, 3, 'three support agents')
    >>> read_hiring(lay_out(Posting(description="[For hire] I'm a writer looking for work."))).is_posting
    False
    """
    title, description = page.title, page.description
    other = _no_posting(title, description)
    if other:
        return Hiring(is_posting=False, span=other[0].span(*other[1]))
    for document in (title, description):
        if not document.cues.keys().isdisjoint(_SEVERAL_CUES):
            several = _several(document)
            if several:
                start, end, count = several
                return Hiring(one_person=False, n_hired=count, span=document.span(start, end))
    return _ONE_PERSON


def _no_posting(title: Document, description: Document) -> tuple[Document, tuple[int, int]] | None:
    """Where a text shows that it hires nobody."""
    bounty = _BOUNTY.search(title.folded) if "[" in title.folded else None
    if bounty or len(description.cues.get("bug_report", ())) > 2:
        lines = list(_FORM_LINE.finditer(description.folded))
        if len(lines) > 2 or (bounty and (lines or _ISSUE_TALK.search(title.folded + description.folded))):
            return (description, lines[0].span()) if lines else (title, (0, len(title.text)))
    for document in (title, description):
        if "offers_work" in document.cues:
            opening = document.folded[:_OPENING]
            seeks = _SEEKS_WORK.search(opening)
            hires = _HIRING_TALK.search(description.folded)
            if seeks and (not hires or seeks.start() == 0 or _OFFERS.search(document.folded)):
                return document, seeks.span()
            if not hires:
                form = list(_SEEKER_FORM.finditer(document.folded))
                if len(form) > 2:
                    return document, form[0].span()
                offers = _OFFERS.search(opening)
                several = offers and len(_OFFERS.findall(document.folded)) > 1
                if offers and several and not _HIRING_TALK.search(title.folded):
                    return document, offers.span()
        if "discusses" in document.cues:
            talk = _DISCUSSES.search(document.folded[:_OPENING])
            if talk and not _HIRING_TALK.search(description.folded):
                return document, talk.span()
    return None


def _several(document: Document) -> tuple[int, int, int | None] | None:
    """The first words that tell of several hires, and how many where told."""
    return _several_workers(document) or _several_positions(document) or _several_jobs(document) or _an_agency(document)


def _several_workers(document: Document) -> tuple[int, int, int | None] | None:
    """'Looking for three writers', or a title that names writers."""
    folded = document.folded
    for first, last, _ in document.cues.get("workers", ()):
        line = max(folded.rfind("\n", max(first - _REACH, 0), first) + 1, first - _REACH, 0)
        before = folded[line:first]
        hires = _HIRES_BEFORE.search(before) if _MAY_HIRE.search(before) else None
        if hires and _LINKS.search(hires["between"]):
            hires = None
        named = document.field == "title" and "(" not in before and not _LINKS.search(before)
        if not (hires or named) or _NOT_PLURAL_AFTER.match(folded, last):
            continue
        count = _COUNT_BEFORE.search(before)
        vague = not count and folded[first:last] in _VAGUE
        if vague or _NO_HIRE.search(before) or _DUTY.match(before):
            continue
        start = line + (count.start() if count else hires.start("between") if hires else 0)
        start += len(folded[start:first]) - len(folded[start:first].lstrip())
        return start, last, _number(count["count"]) if count else None
    return None


def _several_positions(document: Document) -> tuple[int, int, int | None] | None:
    """'Vacancies: 7', 'multiple positions'."""
    folded = document.folded
    for sentence in document.sentences_with("positions"):
        told = _LABELLED.search(folded, sentence.start, sentence.end)
        if told:
            number = _number(told["n"])
            return None if number == 1 else (told.start(), told.end(), number)
        told = _POSITIONS.search(folded, sentence.start, sentence.end)
        if told and (told["count"] or sentence.section != "duties"):
            number = _number(told["count"]) if told["count"] else None
            if number != 1 and not _PAST.search(folded, max(told.start() - 60, sentence.start), told.start()):
                return told.start(), told.end(), number
    return None


def _an_agency(document: Document) -> tuple[int, int, int | None] | None:
    """'Looking for an agency', where it is the first thing said."""
    for start, _, _ in document.cues.get("agency", ()):
        if document.field == "title" or start < _OPENING:
            sentence = document.sentence_at(start)
            told = _AGENCY.search(document.folded, sentence.start, sentence.end)
            if told:
                return told.start(), told.end(), None
    return None


def _several_jobs(document: Document) -> tuple[int, int, int | None] | None:
    """A list of job titles below 'We're hiring'."""
    if "list_of_jobs" in document.cues:
        titles = {found["title"]: found for found in _title_lines(document.folded)}
        crafts = {title.split()[-1].rstrip("s") for title in titles}
        if len(titles) > 2 or (len(titles) == 2 and len(crafts) == 2):
            second = list(titles.values())[1]
            return second.start("title"), second.end("title"), None
    return None


def _title_lines(folded: str) -> Iterator[re.Match[str]]:
    line = 0
    while True:
        if found := _TITLE_LINE.match(folded, line):
            yield found
        line = folded.find("\n", line) + 1
        if not line:
            return


# 'We are looking for people who …' may well end in one hire.
_VAGUE = frozenset(
    (
        "people",
        "individuals",
        "candidates",
        "professionals",
        "talents",
        "participants",
        "graduates",
        "workers",
        "players",
    )
)


def _number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    if word.startswith("couple"):
        return 2
    spelled = parse_spelled(word)
    return int(spelled) if spelled else None
