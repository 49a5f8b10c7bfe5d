"""Stated volumes of work: how many of what in which time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from postingscan.read.document import Document, Page
from postingscan.read.facts import Period, Workload
from postingscan.read.lexicon import Cue

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
    "ads", "animations", "articles", "automations", "banners", "blog posts", "books", "carousels", "chapters", "charts",
    "columns", "dashboards", "designs", "drawings", "emails", "episodes", "forms", "funnels", "graphs", "icons",
    "illustrations", "images", "lessons", "listings", "logos", "measures", "mockups", "modules", "pages", "photos", "posts",
    "products", "queries", "recommendations", "recordings", "reels", "renders", "reports", "screens", "scripts", "sheets",
    "shorts", "sites", "slides", "songs", "spreadsheets", "stores", "tables", "templates", "thumbnails", "videos",
    "visualizations", "visuals", "websites", "workflows",
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

CUES: dict[str, tuple[tuple[str, tuple[str, Period]], ...]] = {
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
    "volume_shift": (
        *((f"{hours} {unit}", ("hour", "day")) for hours in _HOUR_WORDS for unit in ("shift*", "day*", "workday*", "work day*", "working day*")),
        *((f"{hours} {unit}", ("hour", "week")) for hours in _HOUR_WORDS for unit in ("week", "workweek*", "work week*")),
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
        *((f"{verb} {adverb}", ("post", period)) for adverb, period in _ADVERBS.items() for verb in ("post", "publish")),
    ),
    "volume_pieces": tuple((noun, (noun, "project")) for noun in _PIECES),
}

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "hundred": 100, "dozen": 12, "once": 1, "twice": 2,
}  # fmt: skip
_FIGURE = rf"\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,6}}(?:\.\d{{1,2}})?|\b(?:{'|'.join(_WORDS)})\b"
_RANGE = (
    rf"(?<![\w$€£₱#.,:])(?P<low>{_FIGURE})(?:k(?=\s?[-–t]))?\+?"
    rf"(?:\s?(?:[-–—/~]|to|or)\s?(?P<high>{_FIGURE}))?(?P<thousand>k(?!\w))?\+?"
    r"(?![\d%:]|\s?(?:am|pm|[kmb]|bn|[gmt]b|p|st|nd|rd|th)\b)"
)
_QUANTITY = re.compile(_RANGE)
_QUANTITY_BEFORE = re.compile(_RANGE + r"[\s-]{0,2}$")
_QUANTITY_AFTER = re.compile(r"\s?:?\s{0,2}(?:about |around |approx\w*\.? |up to |minimum |~)?" + _RANGE)
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
_WORD = re.compile(r"[a-z][\w'&-]*")
_CLAUSE_END = re.compile(r"[^\w\s'&-]")
# Where a noun phrase ends.
_STOPS = frozenset(
    "a about across also and are as at before but by during each every for from go goes going if in including into is just "
    "max maximum min minimum of on only or over so that the then this through times to using via was we when where which "
    "while who with within x you your".split()
)
# A figure of these is no volume of work.
_UNITS = frozenset(
    "aud billion birr cad chf cent cents crore dollar dollars etb eur euros fixed gb gbp inr k kes km lakh lakhs mb mbps miles "
    "million minute min ngn page peso pesos php pkr pounds rs sec second tb usd usdt word".split()
)
_NO_WORK = frozenset(
    "base bonus break breaks budget client clients customer customers day days download downloads employee employees follower "
    "followers gross guest guests hour hours impressions income lunch member members meal meals min mins minute minutes month "
    "months net off order orders overtime pageviews patients pay people percent rate revenue salary sale sales second seconds "
    "staff subscriber subscribers thousand time transactions user users view views visitor visitors week weeks year years yrs".split()
)
_NOT_WORKDAYS = re.compile(
    r"\b(?:off|leave|rest|vacation|holidays?|pto|sick|office|on-?site|in-person|hybrid|remote\w*|from home)\b"
)
_NOT_WORKED = re.compile(
    r"\b(?:overlap\w*|within|respon\w+|reply|replies|turn-?around|breaks?|lunch|notice|prior|advance|every|ago|last|unpaid|"
    r"delay\w*|sleep|ahead|behind|difference|window|first|support|after|before)\b"
)
_TASK = re.compile(
    r"\b(?:takes?|taking|spend|estimated?|approx\w*|about|around|total\w*|duration|completed?|of work|workload|scope|project|"
    r"meeting|session|short-term)\b|~"
)
_OWN_BUSINESS = re.compile(
    r"\b(?:we(?:'re| are)? (?:currently|already|now|have|get|receive|process|sell|ship|serve|see|guarantee|clos\w+|run\w*)|"
    r"currently|our clients|i (?:have|get|can)|receiv\w+|guarantee\w*|i'm sitting|talks)\b"
)
_MAKING = re.compile(
    r"\b(?:creat\w+|build\w*|(?:re)?design\w*|mak(?:e|ing)|writ(?:e|ing)|edit(?:ing)?|produc(?:e|ing)|develop\w*|migrat\w+|"
    r"replicat\w+|recreat\w+|convert\w*|populat\w+|improv\w+|deliver\w*|fix\w*|complet\w+|conclude|set(?:ting)? up|translat\w+|"
    r"transcrib\w+|proofread\w*|illustrat\w+|draw|clon\w+|automat\w+|total\w*|length|approx\w*|maximum|need|analy[sz]\w+)\b"
)
_PAST_WORK = re.compile(
    r"\b(?:sampl\w+|portfolio|examples?|experience\w*|send|share|attach\w*|submit|previous\w*|past|proven|have|interview\w*|"
    r"apply\w*|application|already|if you|trial|test|top|best)\b"
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
    r"(?:,? (?:of|with|at) (?:about |around |up to |at least )?|\s?\(|, )\d[\d,.]{0,6}k?(?:\s?(?:-|–|to)\s?\d[\d,.]{0,6}k?)?\+?"
    r"[ -]?(?:words?|minutes?|mins?|min|seconds?|secs?|sec|characters)\b(?: each| long)?\)?"
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
    for kind, read in _BY_CUE.items():
        for cue in document.cues.get(kind, ()):
            sentence = document.sentence_at(cue.start)
            if sentence.section == "company":
                continue
            left, right = max(sentence.start, cue.start - _BEFORE), min(sentence.end, cue.end + _AFTER)
            volume = read(cue, document.folded[left : cue.start], document.folded[cue.end : right])
            if volume:
                yield volume


def _per_period(cue: Cue, before: str, after: str) -> _Volume | None:
    """'5 articles per week', '20-25 hrs/week', 'posts: 3 a day', 'hours per week: 30'."""
    before = _without_size(before)
    quantity = _last_quantity(before)
    if quantity is None:
        return _after_label(cue, before, after)
    lead, between = before[: quantity.start()], before[quantity.end() :]
    item, per = "", cue.value[1]
    if hours := _HOURS.match(between):
        if per != "hour" and len(between) - hours.end() < 24 and not _NOT_WORKED.search(before):
            item = "hour"
    elif days := _DAYS.match(between):
        if per in ("week", "month") and len(between) - days.end() < 2 and not _NOT_WORKDAYS.search(before):
            item = "day"
    elif _OWN_BUSINESS.search(before):
        return None
    elif not _TIMES.fullmatch(between):
        item = "" if _BREAK.search(between) else _head(between.rsplit(", ", 1)[-1])
    elif (label := _ITEM_LABEL.search(lead)) and (label[1] in _PIECES or label[1] == "hours"):
        item = _singular(label[1])
    elif _POSTS.search(lead):
        item = "post"
    return _volume(cue, before, quantity, item, per) if item else None


def _after_label(cue: Cue, before: str, after: str) -> _Volume | None:
    label, quantity = _HOURS_LABEL.search(before), _QUANTITY_AFTER.match(after)
    if not label or not quantity:
        return None
    start = cue.start - len(before) + label.start()
    return _Volume(start, cue.end + quantity.end(), _upper(quantity), "hour", cue.value[1])


def _per_adverb(cue: Cue, before: str, after: str) -> _Volume | None:
    """'2 weekly e-mails', '10 articles monthly'."""
    quantity = _last_quantity(before)
    if quantity and _ADJECTIVE.fullmatch(before, quantity.end()) and (item := _head(after)):
        volume = _volume(cue, before, quantity, item, cue.value[1])
        return volume._replace(end=cue.end + after.index(item[:3]) + len(item))
    return _per_period(cue, before, after)


def _per_shift(cue: Cue, before: str, after: str) -> _Volume | None:
    """'8-hour shift', '40-hour week'."""
    quantity = _QUANTITY_BEFORE.search(before)
    return _volume(cue, before, quantity, *cue.value) if quantity and not _NOT_WORKED.search(before + after[:12]) else None


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
    return _volume(cue, before, quantity, *cue.value)


def _in_rhythm(cue: Cue, before: str, after: str) -> _Volume | None:
    """'Daily posts', 'post daily': one in a period, unless a figure stands before."""
    if _QUANTITY_BEFORE.search(before) or _OWN_BUSINESS.search(before):
        return None
    return _Volume(cue.start, cue.end, 1, *cue.value)


def _in_pieces(cue: Cue, before: str, after: str) -> _Volume | None:
    """'A site of 5 pages': pieces for the whole."""
    quantity = _last_quantity(before)
    if quantity is None or _upper(quantity) < 2 or not _MODIFIERS.fullmatch(before, quantity.end()):
        return None
    if not _head(before[quantity.end() :] + cue.value[0]):
        return None
    lead = before[: quantity.start()]
    noun, per = cue.value
    if shared := _SHARED_PERIOD.match(after):
        per = shared[1]
    elif not _MAKING.search(lead + "|" + after[:10]) or _PAST_WORK.search(lead):
        return None
    return _volume(cue, before, quantity, _singular(noun), per)


_BY_CUE: dict[str, Callable[[Cue, str, str], _Volume | None]] = {
    "volume_per": _per_period,
    "volume_adverb": _per_adverb,
    "volume_shift": _per_shift,
    "volume_hours": _hours_in_all,
    "volume_rhythm": _in_rhythm,
    "volume_pieces": _in_pieces,
}


def _volume(cue: Cue, before: str, quantity: re.Match[str], item: str, per: Period) -> _Volume:
    return _Volume(cue.start - len(before) + quantity.start(), cue.end, _upper(quantity), item, per)


def _without_size(before: str) -> str:
    """The same length of text with the size of a piece cut out: '3 articles of 1,000 words' are 3, not 1,000.

    Examples
    --------
    >>> _without_size("3 articles of 500 words").replace("\\0", "_"), _without_size("500 words")
    ('3 articles_____________', '500 words')
    """
    size = _SIZE.search(before)
    if not size or not _QUANTITY.search(before, 0, size.start()):
        return before
    return before[: size.start()] + "\0" * len(size[0]) + before[size.end() :]


def _last_quantity(text: str) -> re.Match[str] | None:
    last = None
    for last in _QUANTITY.finditer(text):  # noqa: B007
        pass
    return last


def bounds(folded: str) -> tuple[float, float]:
    """Both bounds of the first figure or range in `folded`, the text of a `Workload`.

    Examples
    --------
    >>> bounds("15–20 hours/week"), bounds("8-hour shift")
    ((15.0, 20.0), (8.0, 8.0))
    """
    quantity = _QUANTITY.search(folded)
    return (_value(quantity["low"]), _upper(quantity)) if quantity else (0.0, 0.0)


def _upper(quantity: re.Match[str]) -> float:
    """The upper bound of a range, the figure itself otherwise."""
    return _value(quantity["high"] or quantity["low"]) * (1000 if quantity["thousand"] else 1)


def _value(figure: str) -> float:
    return float(_WORDS[figure] if figure in _WORDS else figure.replace(",", ""))


def _head(phrase: str) -> str:
    """The head of the noun phrase that `phrase` begins with, in the singular; '' where it is no work.

    Examples
    --------
    >>> _head(" short-form product videos for our shop"), _head(" days off"), _head(" of the team")
    ('video', '', '')
    """
    head = ""
    for word in _WORD.findall(_CLAUSE_END.split(phrase, 1)[0]):
        if word in _STOPS or (word.endswith("ed") and head.endswith("s")):
            break
        if word in _UNITS:
            return ""
        head = word
    return "" if head in _NO_WORK or len(head) < 2 else _singular(head)


def _singular(noun: str) -> str:
    """The singular, by the regular endings.

    Examples
    --------
    >>> [_singular(noun) for noun in ("stories", "batches", "articles", "series", "process")]
    ['story', 'batch', 'article', 'series', 'process']
    """
    if noun.endswith("ies") and len(noun) > 4 and noun != "series":
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "series", "news")) else noun
