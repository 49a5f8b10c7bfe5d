"""Stated volumes of work: how many of what in which time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from postingscan.read.document import Document, Page
from postingscan.read.facts import Period, Workload
from postingscan.read.lexicon import Cue
from postingscan.read.quantities import (
    NUMBER_WORDS,
    QUANTITY,
    RANGE,
    counted_noun,
    last_quantity,
    singular,
    upper_bound,
)

_PERIODS: dict[Period, tuple[str, ...]] = {
    "hour": ("hour", "hr"),
    "day": ("day", "business day", "work day", "working day", "workday", "weekday", "shift", "night"),
    "week": ("week", "work week", "workweek", "working week", "wk"),
    "month": ("month", "calendar month", "mo"),
    "year": ("year", "annum"),
}
_WHOLES = ("project", "article", "video", "site", "website", "campaign", "brand", "client", "blog post")
_ADVERBS: dict[str, Period] = {"daily": "day", "weekly": "week", "monthly": "month"}
_PIECES = (
    "ads", "animations", "articles", "automations", "banners", "blog posts", "books", "carousels", "chapters",
    "charts", "columns", "dashboards", "designs", "drawings", "emails", "episodes", "forms", "funnels", "graphs",
    "icons", "illustrations", "images", "lessons", "listings", "logos", "measures", "mockups", "modules", "pages",
    "photos", "posts", "products", "queries", "recommendations", "recordings", "reels", "renders", "reports",
    "screens", "scripts", "sheets", "shorts", "sites", "slides", "songs", "spreadsheets", "stores", "tables",
    "templates", "thumbnails", "videos", "visualizations", "visuals", "websites", "workflows",
)  # fmt: skip
_REGULAR = {
    "article": ("article", "articles"),
    "blog post": ("blog", "blogs", "blog post", "blog posts"),
    "email": ("email", "emails", "email campaign", "email campaigns"),
    "magazine": ("magazine",),
    "newsletter": ("newsletter", "newsletters"),
    "post": ("post", "posts", "posting", "social media posts", "social posts", "social media posting"),
    "reel": ("reels",),
    "story": ("stories",),
    "video": ("video", "videos"),
}
_HOUR_WORDS = ("hour", "hours", "hr", "hrs")
_SHIFTS: dict[Period, tuple[str, ...]] = {
    "day": ("shift*", "day*", "workday*", "work day*", "working day*"),
    "week": ("week", "workweek*", "work week*"),
}

CUES: dict[str, tuple[tuple[str, tuple[str, Period]], ...] | tuple[str, ...]] = {
    "volume_per": (
        *(
            (lead + unit, ("", period))
            for period, units in _PERIODS.items()
            for unit in units
            for lead in ("per ", "a ", "an ", "each ", "every ", "every single ", "/", "/ ")
        ),
        *((lead + whole, ("", "project")) for whole in _WHOLES for lead in ("per ", "/")),
    ),
    "volume_adverb": tuple((adverb, ("", period)) for adverb, period in _ADVERBS.items()),
    "volume_shift": tuple(
        (f"{hours} {unit}", ("hour", period))
        for hours in _HOUR_WORDS
        for period, units in _SHIFTS.items()
        for unit in units
    ),
    "volume_hours": tuple((word, ("hour", "project")) for word in _HOUR_WORDS),
    "volume_rhythm": (
        *(
            (f"{adverb} {noun}", (item, period))
            for adverb, period in _ADVERBS.items()
            for item, nouns in _REGULAR.items()
            for noun in nouns
            if period != "month" or item in ("magazine", "newsletter")
        ),
        *(
            (f"{verb} {adverb}", ("post", period))
            for adverb, period in _ADVERBS.items()
            for verb in ("post", "publish")
        ),
    ),
    "volume_pieces": tuple((noun, (noun, "project")) for noun in _PIECES),
    "number_word": tuple(NUMBER_WORDS),
}

_DIGIT = re.compile(r"\d")
_QUANTITY_BEFORE = re.compile(RANGE + r"[\s-]{0,2}$")
_QUANTITY_AFTER = re.compile(r"\s?:?\s{0,2}(?:about |around |approx\w*\.? |up to |minimum |~)?" + RANGE)
_HOURS = re.compile(r"[\s-]{0,2}(?:h|hrs?|hours?)(?:'s?)?(?!\w)")
_HOURS_LABEL = re.compile(r"\b(?:hours|hrs)(?: of work| needed| required| expected)?\s$")
_DAYS = re.compile(r"[\s-]{0,2}days?(?!\w)")
_BREAK = re.compile(r"^,|[.;:?|()=]|^(?:\S*\s){8}")
_ADJECTIVE = re.compile(r"\s?(?:x|times|[a-z-]{1,20}[a-rt-z])?\s?")
_TIMES = re.compile(r"\s?(?:x|times)?\s?")
_ITEM_LABEL = re.compile(r"\b([a-z]+s)\s?[:(–—-]\s?(?:at ?least |about |up to |approx\w*\.? |minimum |~)?$")
_MODIFIERS = re.compile(r"\s(?:[a-z][\w/&'-]{0,20}[ ]){0,4}")
_POSTS = re.compile(r"\b(?:post|posting|upload|publish)\b[^.;]{0,30}$")
_SHARED_PERIOD = re.compile(r"\s?(?:,|and|\+|&)\s[^.;:]{0,36}?\s?(?:per|a|each|every|/)\s?(day|week|month)\b")
_PERIOD_NEXT = re.compile(r"\s?(?:\+|each|of work)?\s?(?:/|per\b|an?\b|each\b|every\b|daily\b|weekly\b|monthly\b)")
_FULL_TIME = re.compile(r"\b(?:full|part)[ -]?time\W{0,3}$")
_NOT_WORKDAYS = re.compile(
    r"\b(?:off|leave|rest|vacation|holidays?|pto|sick|office|on-?site|in-person|hybrid|remote\w*|from home)\b"
)
_NOT_WORKED = re.compile(
    r"\b(?:overlap\w*|within|respon\w+|reply|replies|turn-?around|breaks?|lunch|notice|prior|advance|every|ago|last|"
    r"unpaid|delay\w*|sleep|ahead|behind|difference|window|first|support|after|before)\b"
)
_TASK = re.compile(
    r"\b(?:takes?|taking|spend|estimated?|approx\w*|about|around|total\w*|duration|completed?|of work|workload|"
    r"scope|project|meeting|session|short-term)\b|~"
)
_OWN_BUSINESS = re.compile(
    r"\b(?:we(?:'re| are)? (?:currently|already|now|have|get|receive|process|sell|ship|serve|see|guarantee|clos\w+|"
    r"run\w*)|currently|our clients|i (?:have|get|can)|receiv\w+|guarantee\w*)\b"
)
_MAKING = re.compile(
    r"\b(?:creat\w+|build\w*|(?:re)?design\w*|mak(?:e|ing)|writ(?:e|ing)|edit(?:ing)?|produc(?:e|ing)|develop\w*|"
    r"migrat\w+|replicat\w+|recreat\w+|convert\w*|populat\w+|improv\w+|deliver\w*|fix\w*|complet\w+|conclude|"
    r"set(?:ting)? up|translat\w+|transcrib\w+|proofread\w*|illustrat\w+|draw|clon\w+|automat\w+|total\w*|length|"
    r"approx\w*|maximum|need|analy[sz]\w+)\b"
)
_PAST_WORK = re.compile(
    r"\b(?:sampl\w+|portfolio|examples?|experience\w*|send|share|attach\w*|submit|previous\w*|past|proven|have|"
    r"interview\w*|apply\w*|application|already|if you|trial|test|top|best)\b"
)
_BEFORE, _AFTER = 70, 48  # characters to look at on either side of a cue


class _Volume(NamedTuple):
    start: int
    end: int
    quantity: float
    item: str
    per: Period


# How big a piece is: 'of 1,000 words', '(3-5 minutes)', ', 500 words each'.
_SIZE = re.compile(
    r"(?:,? (?:of|with|at) (?:about |around |up to |at least )?|\s?\(|, )\d[\d,.]{0,6}k?(?:\s?(?:-|–|"
    r"to)\s?\d[\d,.]{0,6}k?)?\+?[ -]?(?:words?|minutes?|mins?|min|seconds?|secs?|sec|characters)\b(?: each|"
    r" long)?\)?"
)


def read_workload(page: Page) -> tuple[Workload, ...]:
    """Every volume of work that title and description state, each once, in the order of the text.

    Parameters
    ----------
    page : Page

    Returns
    -------
    tuple of Workload
        `quantity` is the upper bound of a range; `item` a noun in the singular, 'hour' and 'day' for working time;
        `per` the period, ``'project'`` for the whole.

    Notes
    -----
    After the codebook, working time is a volume too; pay, years, audiences, time off and the client's own business
    are not. Pieces without a period ('a site of 5 pages') are read only beside a word of making or measuring.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> text = "Edit 3–5 short videos per week. Part-time, 20 hours/week. We pay $300 a month."
    >>> [(w.span.text, w.quantity, w.item, w.per) for w in read_workload(lay_out(Posting(description=text)))]
    [('3–5 short videos per week', 5.0, 'video', 'week'), ('20 hours/week', 20.0, 'hour', 'week')]
    """
    found: dict[tuple[float, str, Period], Workload] = {}
    for document in page.documents:
        if document.cues.keys().isdisjoint(_BY_CUE):
            continue
        reach = -1
        for start, end, quantity, item, per in sorted(_volumes(document), key=_first_and_timed):
            if start >= reach and 0 < quantity < 100_000:
                reach = end
                found.setdefault((quantity, item, per), Workload(document.span(start, end), quantity, item, per))
    return tuple(found.values())


def _first_and_timed(volume: _Volume) -> tuple[int, bool, int]:
    """Of volumes with the same figure, one with a period comes first, the nearest period before others."""
    return volume.start, volume.per == "project", volume.end


def _volumes(document: Document) -> Iterator[_Volume]:
    """Volumes as each kind of cue shows them; the same words may come twice."""
    folded, cues = document.folded, document.cues
    number_words = [start for start, _, _ in cues.get("number_word", ())]
    for kind, read in _BY_CUE.items():
        for cue in cues.get(kind, ()):
            start, end, _ = cue
            left = max(start - _BEFORE, 0)
            counts = (
                _DIGIT.search(folded, left, start)
                or (number_words and bisect_left(number_words, left) < bisect_left(number_words, start))
                or kind == "volume_rhythm"
                or (kind in _LABELLED and _HOURS_LABEL.search(folded, left, start))
            )
            if not counts:  # most cues have no figure beside them, and their sentence need not be looked at
                continue
            sentence = document.sentence_at(start)
            if sentence.section == "company":
                continue
            left, right = max(sentence.start, left), min(sentence.end, end + _AFTER)
            volume = read(cue, folded[left:start], folded[end:right])
            if volume:
                yield volume


def _per_period(cue: Cue, before: str, after: str) -> _Volume | None:
    """'5 articles per week', '20-25 hrs/week', 'posts: 3 a day', 'hours per week: 30'."""
    quantity = last_quantity(before)
    if quantity is None:
        return _after_label(cue, before, after)
    if (shortened := _without_size(before)) is not before:
        before = shortened
        quantity = last_quantity(before) or quantity
    lead, between = before[: quantity.start()], before[quantity.end() :]
    item, per = "", cue[2][1]
    if hours := _HOURS.match(between):
        if per != "hour" and len(between) - hours.end() < 24 and not _NOT_WORKED.search(before):
            item = "hour"
    elif days := _DAYS.match(between):
        if per in ("week", "month") and len(between) - days.end() < 2 and not _NOT_WORKDAYS.search(before):
            item = "day"
    elif _OWN_BUSINESS.search(before):
        return None
    elif not _TIMES.fullmatch(between):
        item = "" if _BREAK.search(between) else counted_noun(between.rsplit(", ", 1)[-1])
    elif (label := _ITEM_LABEL.search(lead)) and (label[1] in _PIECES or label[1] == "hours"):
        item = singular(label[1])
    elif _POSTS.search(lead):
        item = "post"
    return _volume(cue, before, quantity, item, per) if item else None


def _after_label(cue: Cue, before: str, after: str) -> _Volume | None:
    label = _HOURS_LABEL.search(before)
    quantity = _QUANTITY_AFTER.match(after) if label else None
    if not label or not quantity:
        return None
    start, end, (_, per) = cue
    return _Volume(start - len(before) + label.start(), end + quantity.end(), upper_bound(quantity), "hour", per)


def _per_adverb(cue: Cue, before: str, after: str) -> _Volume | None:
    """'2 weekly e-mails', '10 articles monthly'."""
    quantity = last_quantity(before)
    if quantity and _ADJECTIVE.fullmatch(before, quantity.end()) and (item := counted_noun(after)):
        volume = _volume(cue, before, quantity, item, cue[2][1])
        return volume._replace(end=cue[1] + after.index(item[:3]) + len(item))
    return _per_period(cue, before, after)


def _per_shift(cue: Cue, before: str, after: str) -> _Volume | None:
    """'8-hour shift', '40-hour week'."""
    quantity = _QUANTITY_BEFORE.search(before)
    if not quantity or _NOT_WORKED.search(before + after[:12]):
        return None
    return _volume(cue, before, quantity, *cue[2])


def _hours_in_all(cue: Cue, before: str, after: str) -> _Volume | None:
    """'Full-time (40 hours)', and 'should take 3-4 hours' for the whole."""
    quantity = _QUANTITY_BEFORE.search(before)
    if not quantity:
        return None
    lead = before[: quantity.start()]
    if _PERIOD_NEXT.match(after):
        return None
    if _FULL_TIME.search(lead):
        return _volume(cue, before, quantity, "hour", "week")
    if _NOT_WORKED.search(lead) or _NOT_WORKED.search(after[:24]) or not _TASK.search(lead[-40:] + "|" + after[:16]):
        return None
    return _volume(cue, before, quantity, *cue[2])


def _in_rhythm(cue: Cue, before: str, _after: str) -> _Volume | None:
    """'Daily posts', 'post daily': one in a period, unless a figure stands before."""
    if _QUANTITY_BEFORE.search(before) or _OWN_BUSINESS.search(before):
        return None
    return _Volume(cue[0], cue[1], 1, *cue[2])


def _in_pieces(cue: Cue, before: str, after: str) -> _Volume | None:
    """'A site of 5 pages': pieces for the whole."""
    quantity = last_quantity(before)
    if quantity is None or upper_bound(quantity) < 2 or not _MODIFIERS.fullmatch(before, quantity.end()):
        return None
    if not counted_noun(before[quantity.end() :] + cue[2][0]):
        return None
    lead = before[: quantity.start()]
    noun, per = cue[2]
    if shared := _SHARED_PERIOD.match(after):
        per = shared[1]
    elif not _MAKING.search(lead + "|" + after[:10]) or _PAST_WORK.search(lead):
        return None
    return _volume(cue, before, quantity, singular(noun), per)


_BY_CUE: dict[str, Callable[[Cue, str, str], _Volume | None]] = {
    "volume_per": _per_period,
    "volume_adverb": _per_adverb,
    "volume_shift": _per_shift,
    "volume_hours": _hours_in_all,
    "volume_rhythm": _in_rhythm,
    "volume_pieces": _in_pieces,
}
_LABELLED = ("volume_per", "volume_adverb")  # the figure may stand behind these: 'hours per week: 30'


def _volume(cue: Cue, before: str, quantity: re.Match[str], item: str, per: Period) -> _Volume:
    return _Volume(cue[0] - len(before) + quantity.start(), cue[1], upper_bound(quantity), item, per)


def _without_size(before: str) -> str:
    r"""The same length of text with the size of a piece cut out: '3 articles of 1,000 words' are 3, not 1,000.

    Examples
    --------
    >>> _without_size("3 articles of 500 words").replace("\0", "_"), _without_size("500 words")
    ('3 articles_____________', '500 words')
    """
    size = _SIZE.search(before)
    if not size or not QUANTITY.search(before, 0, size.start()):
        return before
    return before[: size.start()] + "\0" * len(size[0]) + before[size.end() :]
