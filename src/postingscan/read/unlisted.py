"""Skills that the lexicon does not list, where the words around leave little doubt.

Two places: a capitalised name in one list with tools that are known ('Trello, Asana and Zeepo'), and a short noun phrase
behind words that ask for it ('knowledge of customs law').
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from postingscan.read.asking import Weighed
from postingscan.read.document import Document
from postingscan.read.lexicon import Cue
from postingscan.read.mentions import Entry

_NAMED = frozenset(("tool", "language", "office"))
_ELSEWHERE = frozenset(("company", "offer", "apply", "equipment", "schedule"))

_NAME = r"[A-Z][\w+#'’&]*(?:\.[\w+#]+)*(?:[ -](?:[A-Z][\w+#'’&]*(?:\.[\w+#]+)*|\d[\d.]{0,4}\b)){0,2}"
_NEXT = re.compile(rf"(?:,\s?(?:and |or |& )?|\s?/\s?|\s&\s| and | or | and/or )({_NAME})")
_PRECEDING = re.compile(rf"(?:^|[\s(,/])({_NAME})(?:,\s?(?:and |or |& )?|\s?/\s?|\s&\s| and | or | and/or )$")
_REACH = 48  # characters in front of a mention in which its neighbour in the list may begin
_JOINT = 9  # characters of the longest joint, ' and/or ', and the first of the name behind it
_JOINTS = (",", "/", "&", "and", "or")

_ASKED = re.compile(
    r"\s+(?P<link>in |with |of |using )?(?:(?:the|a|an|basic|advanced|modern|common|various|different|other|both|some|relevant|local) ){0,2}"
    r"(?P<words>[a-z][\w+#&'/-]*(?:\.[\w]+)?(?: [\w+#&'/-]+){0,2}?)"
    r"(?=\s*(?:[,.;:()\n!?]|$)| (?:and|or|is|are|for|to|in|on|with|at|that|as|preferred|required|will|would) )"
)
_ASKS = frozenset(
    f"before {phrase}"
    for phrase in (
        "background in", "command of", "experience in", "experience with", "familiar with", "familiarity with", "knowledge of",
        "must know",
    )
)  # fmt: skip
_ASKS_WITH_LINK = frozenset(
    ("before mastery", "before proficien*", "before skilled", "before understanding")
)  # of, in, with

# Words that make a phrase anything but the name of a skill: people, places in a text, praise, and what is said of any job.
_COMMON = frozenset((
    "a", "about", "above", "academic", "admin", "administrative", "agencies", "agency", "all", "analyst",
    "analytical", "and", "annual", "any", "application", "applications", "apply", "area", "areas", "as",
    "assistant", "assistants", "at", "back", "be", "best", "both", "brand", "brands", "business", "businesses",
    "but", "candidate", "candidates", "career", "client", "clients", "common", "communication",
    "communications", "companies", "company", "concepts", "consultant", "content", "context", "creators",
    "current", "customer", "customers", "cv", "data", "day", "days", "deadlines", "dear", "degree",
    "department", "design", "designer", "desktop", "details", "develop", "developer", "digital", "diploma",
    "do", "document", "documents", "drive", "driver", "each", "ecosystem", "editor", "editors", "education",
    "email", "emails", "end", "engagement", "engineer", "engineering", "environment", "etc", "experience",
    "expert", "expertise", "experts", "fast", "field", "fields", "files", "filters", "first", "focus", "folder",
    "following", "for", "format", "freelancer", "freelancers", "from", "front", "full", "general", "goals",
    "great", "high", "highly", "hours", "how", "i", "if", "in", "including", "individual", "industries",
    "industry", "information", "internet", "into", "is", "it", "its", "job", "key", "knowledge", "language",
    "languages", "large", "lead", "leads", "least", "level", "like", "link", "list", "long", "looking",
    "management", "manager", "many", "market", "marketing", "materials", "media", "meeting", "methods",
    "monday", "more", "most", "multiple", "must", "my", "name", "needs", "new", "no", "not", "number", "of",
    "office", "on", "one", "online", "or", "order", "other", "others", "our", "output", "pace", "partner",
    "passion", "people", "performance", "phone", "photo", "pictures", "plan", "platform", "platforms", "please",
    "point", "position", "practices", "previous", "principles", "private", "problem", "process", "processes",
    "product", "production", "products", "professional", "proficiency", "project", "projects", "proven",
    "quality", "read", "real", "related", "relevant", "reports", "requirements", "resume", "revenue", "role",
    "roles", "sales", "same", "schools", "service", "services", "setting", "several", "similar", "site", "size",
    "skill", "skills", "small", "social", "software", "solid", "solutions", "some", "space", "specialist",
    "standards", "startup", "startups", "state", "status", "strong", "such", "system", "systems", "team",
    "teams", "tech", "technical", "techniques", "technologies", "technology", "test", "that", "the", "their",
    "them", "then", "these", "they", "things", "this", "those", "time", "times", "tools", "topics",
    "traditional", "tv", "two", "types", "understanding", "upgrade", "us", "use", "user", "users", "various",
    "video", "videos", "virtual", "we", "web", "website", "websites", "week", "what", "when", "where", "which",
    "who", "why", "wide", "will", "with", "word", "words", "work", "workflow", "workflows", "working", "world",
    "writer", "writers", "years", "you", "your",
))  # fmt: skip

# Words that do not begin a name.
_OPENERS = frozenset((
    "a", "all", "an", "and", "any", "at", "best", "both", "each", "every", "fast", "good", "how", "in", "it",
    "its", "least", "more", "most", "multiple", "new", "of", "one", "or", "our", "passion", "people",
    "previous", "prior", "proven", "real", "related", "relevant", "same", "similar", "such", "that", "the",
    "their", "these", "this", "those", "two", "what", "you", "your",
))  # fmt: skip


def find_unlisted(document: Document, weighed: Sequence[Weighed[float]]) -> list[Cue]:
    """Spans that name a skill which is not in the lexicon, as cues with an entry of their own.

    `weighed` are the mentions of listed skills in `document`, with their points.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> document = lay_out(Posting(description="You must have good knowledge of falconry law.")).description
    >>> [document.text[start:end] for start, end, _ in find_unlisted(document, [])]
    ['falconry law']
    """
    spans = _beside_known(document, weighed) + _behind_asks(document)
    if not spans:
        return []
    starts = [mention[0] for mention, _, _ in weighed]
    found: list[Cue] = []
    reached = -1
    for start, end in sorted(spans):
        before = bisect_left(starts, end) - 1
        if start >= reached and (before < 0 or weighed[before][0][1] <= start):
            reached = end
            found.append((start, end, _entry(document, start, end)))
    return found


def _entry(document: Document, start: int, end: int) -> Entry:
    name = " ".join(document.text[start:end].split())
    return Entry(name, (), "", "", "", document.folded[start:end])


def _beside_known(document: Document, weighed: Sequence[Weighed[float]]) -> list[tuple[int, int]]:
    """Names in one list with a tool that is asked for. Where folding changes nothing, no name stands."""
    text, folded = document.text, document.folded
    spans: list[tuple[int, int]] = []
    previous = reached = 0  # the end of the mention in front, and of the names found
    for (start, end, entry), sentence, points in weighed:
        front, previous = previous, end
        if points <= 0 or entry.kind not in _NAMED or sentence.section in _ELSEWHERE:
            continue
        if end > reached and text[end : end + _JOINT] != folded[end : end + _JOINT]:
            reached = end
            while (name := _NEXT.match(text, reached, sentence.end)) and _is_name(name[1]):
                spans.append(name.span(1))
                reached = name.end()
        if text[max(sentence.start, start - 4) : start].rstrip().endswith(_JOINTS):
            low = max(sentence.start, start - _REACH)
            if front > low and text[front:start] == folded[front:start]:
                continue
            name = _PRECEDING.search(text[low:start])
            if name and _is_name(name[1]):
                spans.append((low + name.start(1), low + name.end(1)))
    return spans


def _behind_asks(document: Document) -> list[tuple[int, int]]:
    """Noun phrases behind words that ask for what follows."""
    folded = document.folded
    spans: list[tuple[int, int]] = []
    for start, end, sign in document.cues.get("skill asking", ()):
        if sign not in _ASKS and sign not in _ASKS_WITH_LINK:
            continue
        phrase = _ASKED.match(folded, end, min(end + 90, len(folded)))
        if not phrase or document.sentence_at(start).section in _ELSEWHERE:
            continue
        if not phrase["link"] and sign in _ASKS_WITH_LINK:
            continue
        words = phrase["words"].split()
        if words[0].endswith(("ing", "ly", "ed")) or len(phrase["words"]) < 4:
            continue
        if words[-1] in _COMMON or words[0] in _OPENERS:
            continue
        spans.append(phrase.span("words"))
    return spans


def _is_name(name: str) -> bool:
    words = name.lower().split()
    return len(name) > 1 and words[0] not in _COMMON and words[-1] not in _COMMON
