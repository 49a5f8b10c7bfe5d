"""What a posting asks of the worker's past: years, for what, and at which level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from postingscan.read.document import Document, Page
from postingscan.read.facts import Experience, Seniority
from postingscan.read.lexicon import Cue

Level = Literal["entry", "intermediate", "expert"]

_LEVELS: dict[Level, tuple[str, ...]] = {
    "entry": (
        "beginner*",
        "entry level",
        "fresh grad",
        "fresh grads",
        "fresh graduate*",
        "new graduate*",
        "newbie*",
        "no experience is required",
        "no experience necessary",
        "no experience needed",
        "no experience required",
        "no previous experience required",
        "no prior experience needed",
        "no prior experience required",
        "recent graduate*",
        "zero experience",
    ),
    "intermediate": ("intermediate level", "medior", "mid level", "mid senior", "midlevel"),
    "expert": ("expert level", "highly experienced", "senior level", "seasoned expert", "seasoned professional"),
}
# Levels only where a worker is named by them: 'a senior editor', not 'senior management'.
_LEVELS_OF_A_WORKER: dict[Level, tuple[str, ...]] = {
    "entry": ("jr", "junior"),
    "intermediate": ("intermediate",),
    "expert": ("expert", "experts", "seasoned", "senior", "sr"),
}
_LEVELS_IN_TITLES: dict[Level, tuple[str, ...]] = {
    "entry": ("intern", "internship", "trainee"),
    "expert": ("head of", "lead", "principal"),
}

CUES: dict[str, tuple[str, ...] | tuple[tuple[str, Level], ...]] = {
    "years": ("months", "year", "years", "yr", "yrs"),
    "level": tuple((word, level) for level, words in _LEVELS.items() for word in words),
    "level_of_worker": tuple((word, level) for level, words in _LEVELS_OF_A_WORKER.items() for word in words),
    "level_in_title": tuple((word, level) for level, words in _LEVELS_IN_TITLES.items() for word in words),
}

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_FIGURE = rf"\d{{1,2}}(?:\.\d)?|\b(?:{'|'.join(_WORDS)})\b"
_FIGURE_BEFORE = re.compile(
    rf"(?P<most>(?:less than|under|below|up to|<) ?)?(?<![\w$€£.,/])(?P<low>{_FIGURE})\s?(?:\(\d{{1,2}}\+?\)\s?)?\+?\s?"
    rf"(?:(?:-|–|—|to|or)\s?(?P<high>{_FIGURE})\s?(?:\(\d{{1,2}}\)\s?)?)?\+?\s?(?:or more |full |solid |"
    rf"consecutive )?-?$"
)
_WORD_EXPERIENCE = r"exp(?:[ei]r\w{1,4}n[cs]e\w{0,2})?"  # it is often misspelt
_EXPERIENCE = re.compile(rf"\b{_WORD_EXPERIENCE}\b")
# 'At least 2 years running ads' asks for experience without the word.
_AT_LEAST = re.compile(
    r"(?:\b(?:at ?least|minimum(?: of)?|min\.?|more than|over|must have|with|have|requires?)\s?|\A[^a-z0-9]{0,8}|"
    r"[:•*-]\s{0,2})$"
)
_WANTED = re.compile(r"\s?\(?(?:preferred|required|mandatory)\b")
_OPENS = re.compile(r"[^a-z0-9]{0,8}(?:at ?least |minimum (?:of )?)?")
_AT_WORK = re.compile(r"'?\s(?:of|in|as|with|on|[a-z]{2,12}ing)\b")
_NOT_THE_WORKER = re.compile(
    r"\b(?:we have|we bring|we've|we are an?|our|i'm|i am|i have|i've|(?:company|agency|firm|team|business|founder|"
    r"client|brand) (?:with|of|has|for)|founded|established|been|the past|last|next|first|every|each|this|per|"
    r"for the|within|after|contract|commit\w*|aged?|which has|that has|grow\w*|helping|serving)\b[^.;:]{0,30}$"
)
_NO_EXPERIENCE = re.compile(
    r"(?:'?s?\s?(?:ago|old|of age|in business|contract|warranty|in a row|bonus|end|round|from now)|[- ](?:old|end|"
    r"round))\b"
)
_FILLERS = re.compile(
    rf"(?:(?:a|actual|an|and above|applicable|as|combined|continuous|demonstrated|direct|doing|{_WORD_EXPERIENCE}|"
    r"extensive|field|for|full[- ]time|hands[- ]on|in|industry|job|least|managing|minimum|more|of|on|overall|position|or|"
    r"practical|previous|prior|professional|progressive|proven|recent|related|relevant|required|role|running|s|same|"
    r"similar|solid|specialized|strong|success|successful|the|total|using|verifiable|with|work|working|years?)\b|"
    r"[\s'\"(*:,–-])+"
)
_SUBJECT_END = re.compile(
    rf"[,;:.()\[\]/|*–—•\n]|\s-\s|\b(?:background|especially|{_WORD_EXPERIENCE}|field|for|from|ideally|including|is|are|"
    r"must|or a|or an|or equivalent|or related|or similar|plus|preferabl[ey]|preferred|required|role|that|to|while|"
    r"who|within)\b|\bin an?\b|\band (?=\d)"
)
_LABEL = re.compile(r"(?:^|[•*\n-]\s?)([^:•*\n]{2,40}):\*{0,2}\s?(?:at least |minimum (?:of )?|min\.? ?)?$")
_WORD = re.compile(r"[^\s]+")
_MOST_WORDS = 6
_LONGEST_CAREER = 40  # years; more is an age or a company's

_SOUGHT = re.compile(
    r"\b(?:looking for|seeking|searching for|in search of|need(?:ed|s)?|hir(?:e|ing)|are you|you are|you're|as (?:a|"
    r"an|our)|be an?|candidates?|require[sd]?|for an?|wanted|position|role|an?)\b[^.;:\n]{0,30}$"
)
# 'Report to senior management', 'grow into a senior role', 'help beginners', 'not an expert': not asked of the worker.
_NOT_ASKED = re.compile(
    r"\b(?:(?:our|with|by|from|under|support\w*|assist\w*|report\w*(?: to)?|train\w*|mentor\w*|manag\w+|coach\w*|"
    r"help\w*|teach\w*|tutor\w*|speaks?|other|started|between|collaborat\w*|into|to|don't need|not|isn't|aren't)\b|"
    r"and junior)[^.;]{0,16}$"
)
_OTHERS = re.compile(
    r"[ -](?:ads?|advice|by|capture\w*|care|citizens?|conversion\w*|data|executives?|flow|follow\w*|form|gen|"
    r"generat\w*|homes?|housing|leaders?\w*|lists?|living|magnet\w*|management|members?|nurtur\w*|our|qualif\w*|"
    r"research\w*|scrap\w*|sourc\w*|staff|stakeholders?|status|team|the|time|to|us|witness|year)\b"
)
_BEFORE = 50


def read_experience(page: Page) -> tuple[Experience, ...]:
    """Years of experience asked of the worker, and for what, in the order of the text.

    Parameters
    ----------
    page : Page

    Returns
    -------
    tuple of Experience
        `years_max` is None unless the posting states an upper bound ('2-4 years', 'less than 2 years'). Months are
        parts of a year. `subject` holds at most six words as they stand.

    Notes
    -----
    The age of the company, the worker's age and the length of the contract are not experience.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> text = "We have sold for 12 years. You have 3+ years of experience in Shopify and 2-4 years' sales experience."
    >>> [(e.years_min, e.years_max, e.subject) for e in read_experience(lay_out(Posting(description=text)))]
    [(3.0, None, 'Shopify'), (2.0, 4.0, 'sales')]
    """
    found: dict[tuple[float, float | None, str], Experience] = {}
    for document in (page.title, page.description):
        for cue in document.cues.get("years", ()):
            experience = _experience(document, cue)
            if experience:
                found.setdefault((experience.years_min, experience.years_max, experience.subject.lower()), experience)
    return tuple(found.values())


def _experience(document: Document, cue: Cue) -> Experience | None:
    folded = document.folded
    first, last, _ = cue
    sentence = document.sentence_at(first)
    left, right = max(sentence.start, first - 90), min(sentence.end, last + 90)
    before, after = folded[left:first], folded[last:right]
    figure = _FIGURE_BEFORE.search(before)
    if not figure or sentence.section == "company" or _NO_EXPERIENCE.match(after):
        return None
    lead = before[: figure.start()]
    in_months = folded.startswith("month", first)
    said = _EXPERIENCE.search(after[:60]) or (not in_months and _EXPERIENCE.search(lead[-40:]))
    listed = sentence.section in ("required", "optional")
    implied = not in_months and (
        _WANTED.match(after)
        or (_AT_WORK.match(after) and (listed or _AT_LEAST.search(lead)))
        or (listed and _OPENS.fullmatch(lead))
    )
    if not (said or implied) or _NOT_THE_WORKER.search(lead):
        return None
    low, high = (_WORDS.get(word or "") or (float(word) if word else None) for word in figure.group("low", "high"))
    if low is None or max(low, high or 0) > (12 * _LONGEST_CAREER if in_months else _LONGEST_CAREER):
        return None
    scale = 12 if in_months else 1
    low, high = low / scale, high / scale if high else None
    if figure["most"]:
        low, high = 0.0, low
    start, end = _subject(document, last, right)
    subject = document.text[start:end]
    if not subject and (label := _LABEL.search(document.text, left, left + figure.start())):
        subject = document.text[slice(*_subject(document, *label.span(1)))]
    return Experience(document.span(left + figure.start(), max(last, end)), low, high, subject)


def _subject(document: Document, start: int, right: int) -> tuple[int, int]:
    """What the years are asked for, between `start` and `right`: fillers off, cut where the phrase ends."""
    folded = document.folded
    fillers = _FILLERS.match(folded, start, right)
    start = fillers.end() if fillers else start
    stop = _SUBJECT_END.search(folded, start, right)
    end = start
    if stop and stop[0] == ":":  # the next label of a line that lost its breaks
        return start, start
    for number, word in enumerate(_WORD.finditer(folded, start, stop.start() if stop else right)):
        if number < _MOST_WORDS:
            end = word.end()
    return start, end


def read_seniority(page: Page) -> tuple[Seniority, ...]:
    """Levels asked of the worker, each once, those in the title first.

    Parameters
    ----------
    page : Page

    Returns
    -------
    tuple of Seniority

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> posting = Posting(title="Senior editor", description="Report to senior management. Beginners welcome.")
    >>> [(s.level, s.span.text) for s in read_seniority(lay_out(posting))]
    [('expert', 'Senior'), ('entry', 'Beginners')]
    """
    found: dict[Level, Seniority] = {}
    for document in (page.title, page.description):
        for start, end, level in _levels(document):
            found.setdefault(level, Seniority(level, document.span(start, end)))
    return tuple(found.values())


def _levels(document: Document) -> Iterator[Cue]:
    """Level words that speak of the worker."""
    in_title = document.field == "title"
    for cue in document.cues.get("level", ()):
        start, _, _ = cue
        before = document.folded[max(document.sentence_at(start).start, start - _BEFORE) : start]
        if not _NOT_ASKED.search(before):
            yield cue
    for cue in document.cues.get("level_of_worker", ()):
        start, end, _ = cue
        sentence = document.sentence_at(start)
        before = document.folded[max(sentence.start, start - _BEFORE) : start]
        if sentence.section == "company" or _OTHERS.match(document.folded, end) or _NOT_ASKED.search(before):
            continue
        if in_title or _SOUGHT.search(before):
            yield cue
    if in_title:
        for cue in document.cues.get("level_in_title", ()):
            if not _OTHERS.match(document.folded, cue[1]):
                yield cue
