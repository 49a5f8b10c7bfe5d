"""A posting laid out for the readers: its sentences, sections and cues, found once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, NamedTuple

from postingscan.posting import Field, Posting, Span
from postingscan.read.lexicon import Cue, Lexicon
from postingscan.text import fold

Section = Literal["body", "duties", "required", "optional", "company", "offer", "apply", "schedule", "equipment"]

# What a heading is called. Where several stand in one ('Preferred qualifications'), the first kind here wins.
HEADINGS: dict[Section, tuple[str, ...]] = {
    "optional": (
        "nice to have*", "good to have*", "bonus points", "bonus skills", "bonus if", "preferred", "pluses", "a plus",
        "big plus", "plus points", "desirable", "desired", "advantageous", "advantages", "extra credit", "brownie points",
        "optional", "not required but", "would be great",
    ),
    "equipment": (
        "system requirements", "technical requirements", "equipment", "hardware", "internet", "work setup", "home office",
        "computer requirements", "device specifications", "pc specs", "workstation",
    ),
    "apply": (
        "how to apply", "to apply", "apply now", "application", "application process", "application instructions",
        "next steps", "hiring process", "interview process", "interview", "screening questions", "when applying", "selection process",
        "please answer", "please include", "questions to answer",
    ),
    "offer": (
        "what we offer", "we offer", "benefits", "perks", "compensation", "why join us", "why join", "what's in it for you",
        "why work with us", "why you'll love", "salary", "pay", "rate", "package", "remuneration", "payment", "budget",
        "what you'll get", "what you get", "why us", "your benefits",
    ),
    "schedule": (
        "hours", "schedule", "working hours", "work schedule", "work hours", "availability", "shift", "time zone", "timezone",
        "job type", "employment type", "start date", "location", "work details",
    ),
    "company": (
        "about us", "who we are", "about the company", "about our company", "company overview", "our company", "our story",
        "the company", "our mission", "our values", "company description", "our culture", "about the client", "what we do",
        "company background", "about the team",
    ),
    "required": (
        "requirement*", "qualification*", "must have*", "skills", "skill set", "skillset", "what we're looking for",
        "what we are looking for", "who we're looking for", "who we are looking for", "we're looking for", "we are looking for",
        "who you are", "what you need", "what you'll need", "you'll need", "about you", "you have", "ideal candidate",
        "ideal profile", "you should have", "experience", "tech stack", "expectations", "great fit if", "good fit if",
        "right fit if", "perfect fit if", "what you bring", "you bring", "knowledge", "competencies", "technologies",
        "tools", "software", "prerequisites", "criteria", "candidate profile", "non negotiables", "your profile", "required",
    ),
    "duties": (
        "responsibilit*", "duties", "what you'll do", "what you will do", "what you'll be doing", "what you will be doing",
        "you will be doing", "tasks", "your role", "the role", "role overview", "role description", "role summary",
        "job description", "scope of work", "scope", "day to day", "deliverables", "you will", "you'll be", "about the role",
        "about the job", "about this role", "position overview", "job summary", "your mission", "job overview", "the job",
        "project description", "project overview", "project details", "overview", "objectives", "objective", "goals",
        "what you'll own", "what you'll be responsible for", "outcomes", "the position", "position summary", "key areas",
        "the work", "the project", "what we need", "job purpose", "outcome",
    ),
}  # fmt: skip
_PRIORITY = {section: rank for rank, section in enumerate(HEADINGS)}

HEADING_CUES: dict[str, tuple[tuple[str, Section], ...]] = {
    "heading": tuple((phrase, section) for section, phrases in HEADINGS.items() for phrase in phrases)
}

# A stop with the next sentence behind it in the same line; a line's end ends a sentence anyway.
_STOP = re.compile(r"[.!?][\"')\]*]{0,3}[^\S\n]+(?=[\"'(\[*#]{0,3}[A-Z0-9•●▪–-])")
_MARKS = "•●▪◦‣➤►✅✔✓☑👉🔹🔸⭐📌➡"
# Where line breaks were lost, dashes and numbers still tell one point from the next. The mark comes first in the
# pattern, and what stands before it after, because that is what `re` searches for fast.
_INLINE = re.compile(r"[-*–\d](?<=\s.)(?:(?<=\d)\d?[.)]|(?<=\D))\s+[A-Z*]")
_NO_POINT_BEFORE = ",–-"
_GAP = 20  # characters of white space at most before such a mark
_LONG_LINE = 240
_ABBREVIATIONS = (
    "e.g.", "i.e.", " eg.", " ie.", " vs.", " inc.", " ltd.", " mr.", " mrs.", " ms.", " dr.", " approx.", " min.", " max.",
    " no.", " st.", " etc.", " dept.", " est.", " a.m.", " p.m.", " jr.", " sr.", " u.s.", " u.k.", " rs.",
)  # fmt: skip
_BULLETS = frozenset(f"-*·–—{_MARKS}")
_NUMBER = re.compile(r"\(?\d{1,2}[.)]|[a-z][.)]")
_HEAD_END = re.compile(r"[^\n:.!?•]{0,48}?(?::|\*\*|__|[ \t]+[-–—][ \t]|[ \t]*(?:\n|\Z))")
_LEADS = " \t?!*#•-–—0123456789.)(:"  # bullets and numbers of headings; '?' is what lost emoji leave behind
_HEAD_LEAD = 44  # characters that may stand before the heading's key word: 'Key Duties & …', 'The Ideal …'
_RUNS_ON = re.compile("[.,:!?] ")  # what stands before the key word in running text, but in no heading


class Sentence(NamedTuple):
    """A sentence, bullet or heading: half-open offsets, its section, and whether a bullet opens it."""

    start: int
    end: int
    section: Section
    bullet: bool


class Document:
    """One text of a posting (`field`), with its folded copy, sentences in order and cues by kind.

    Examples
    --------
    >>> lexicon = Lexicon([("heading", "requirement*", "required"), ("trial", "trial", None)])
    >>> text = "One paid trial. Then a job.\\nRequirements:\\n- English"
    >>> document = Document("description", text, lexicon)
    >>> [(document.text[s.start:s.end], s.section, s.bullet) for s in document.sentences]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('One paid trial.', 'body', False), ('Then a job.', 'body', False), ('Requirements:', 'required', False),
     ('- English', 'required', True)]
    >>> [s.start for s in document.sentences_with("trial")]
    [0]
    """

    __slots__ = ("_starts", "cues", "field", "folded", "sentences", "text")

    def __init__(self, field: Field, text: str, lexicon: Lexicon) -> None:
        self.field: Field = field
        self.text = text
        self.folded = fold(text)
        self.cues: dict[str, list[Cue]] = lexicon.find(self.folded)
        self.sentences: list[Sentence] = []
        self._starts: list[int] = []
        if text:
            self._split()

    def _split(self) -> None:
        """Find the sentences: every line is one or, where something within it begins another, several."""
        text, make = self.text, tuple.__new__
        headings, cuts = self._headings(), self._cuts()
        headings.append((len(text) + 1, "body"))
        cuts.append(len(text) + 1)
        heading, cut = headings[0][0], cuts[0]
        n_headings = n_cuts = 0
        section: Section = "body"
        line = 0
        for words in text.split("\n"):
            line_end = line + len(words)
            start = line
            while start < line_end:
                while cut <= start:
                    n_cuts += 1
                    cut = cuts[n_cuts]
                if cut < line_end:
                    words, stop = text[start:cut], cut
                else:
                    words, stop = text[start:line_end], line_end
                begin = stop - len(words.lstrip())
                end = start + len(words.rstrip())
                start = stop
                if end <= begin:
                    continue
                while heading < end:
                    section = headings[n_headings][1]
                    n_headings += 1
                    heading = headings[n_headings][0]
                first = text[begin]
                bullet = first in _BULLETS or (not first.isupper() and _NUMBER.match(text, begin, end) is not None)
                self.sentences.append(make(Sentence, (begin, end, section, bullet)))
                self._starts.append(begin)
            line = line_end + 1

    def _cuts(self) -> list[int]:
        """Where within a line one sentence ends and the next begins, in order."""
        text, folded = self.text, self.folded
        cuts = [stop.end() for stop in _STOP.finditer(text) if not folded.endswith(_ABBREVIATIONS, 0, stop.start() + 1)]
        n_stops = len(cuts)
        if len(text) > _LONG_LINE:
            line = 0
            for words in text.split("\n"):
                if len(words) > _LONG_LINE:
                    for mark in _INLINE.finditer(text, line, line + len(words)):
                        at = mark.start()
                        before = text[max(line, at - _GAP) : at].rstrip()
                        if before and before[-1] not in _NO_POINT_BEFORE:
                            cuts.append(at)
                line += len(words) + 1
        if not text.isascii():
            for bullet in _MARKS:
                at = text.find(bullet)
                while at >= 0:
                    cuts.append(at)
                    at = text.find(bullet, at + 1)
        if len(cuts) > n_stops:
            cuts.sort()
        return cuts

    def _headings(self) -> list[tuple[int, Section]]:
        """Where a heading begins, and the section that it opens; in order, one for each line or sentence."""
        found: dict[int, tuple[int, Section]] = {}
        text = self.text
        for start, end, section in self.cues.get("heading", ()):
            line = text.rfind("\n", 0, start) + 1
            if start - line > _HEAD_LEAD:  # lost line breaks: 'we grow fast. Key responsibilities: …'
                if text.find(":", end, end + 40) < 0:
                    continue
                lead = text[start - _HEAD_LEAD : start]
                stop = max(lead.rfind(". "), lead.rfind("! "), lead.rfind("? "), lead.rfind("• "))
                line = start - _HEAD_LEAD + stop + 2
                if stop < 0 or not text[line].isupper():
                    continue
                closed = ":"
            else:
                lead = text[line:start].lstrip(_LEADS) if start > line else ""
                if lead and _RUNS_ON.search(lead):
                    continue
                closed = ""
            rest = _HEAD_END.match(text, end)
            if not rest or not rest[0].endswith(closed) or text.count(" ", line, rest.end()) > 8:
                continue
            held = found.get(line)
            if held is None or _PRIORITY[section] < _PRIORITY[held[1]]:
                found[line] = (line, section)
        return sorted(found.values())

    def span(self, start: int, end: int) -> Span:
        """The words from `start` to `end`."""
        return Span(self.field, start, end, self.text[start:end])

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that `offset` lies in, or the nearest before it."""
        if not self.sentences:
            return Sentence(0, len(self.text), "body", False)
        return self.sentences[max(bisect_right(self._starts, offset) - 1, 0)]

    def sentences_with(self, *kinds: str) -> Iterator[Sentence]:
        """The sentences that hold a cue of any of `kinds`, each once, in order."""
        starts = sorted(cue[0] for kind in kinds for cue in self.cues.get(kind, ()))
        last = -1
        for start in starts:
            index = max(bisect_right(self._starts, start) - 1, 0)
            if index != last and self.sentences:
                last = index
                yield self.sentences[index]


class Page:
    """The three documents of a posting, in the order title, description, salary."""

    __slots__ = ("description", "posting", "salary", "title")

    def __init__(self, posting: Posting, lexicon: Lexicon) -> None:
        self.posting = posting
        self.title = Document("title", posting.title, lexicon)
        self.description = Document("description", posting.description, lexicon)
        self.salary = Document("salary", posting.salary, lexicon)

    @property
    def documents(self) -> tuple[Document, Document, Document]:
        """Title, description and salary."""
        return self.title, self.description, self.salary
