"""When and how much the worker must be there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from postingscan.money import parse_spelled
from postingscan.posting import Span
from postingscan.read.document import Document, Page
from postingscan.read.evidence import words_around
from postingscan.read.facts import Availability, Demands, Workload
from postingscan.read.quantities import bounds

_ZONES = (
    "us", "u.s.", "usa", "american", "uk", "european", "eu", "australian", "australia", "canadian", "singapore",
    "dubai", "est", "edt", "eastern", "eastern time", "pst", "pdt", "pacific", "pacific time", "cst", "central",
    "central time", "mst", "mountain", "aest", "aedt", "gmt", "cet", "client's",
)  # fmt: skip

CUES: dict[str, tuple[tuple[str, str], ...]] = {
    "demand": (
        *(
            (phrase, "around_the_clock")
            for phrase in (
                "24/7", "24 / 7", "24x7", "24 hours a day", "around the clock", "round the clock", "always online",
                "always be available", "always reachable", "at all times", "day and night", "at any hour",
                "day or night", "any time of day", "any time of the day", "available anytime", "available any time",
                "reachable anytime",
            )
        ),
        *(
            (phrase, "instant_replies")
            for phrase in (
                "respond immediately", "reply immediately", "immediate response*", "immediate replies",
                "immediate reply", "respond instantly", "reply instantly", "instant response*", "instant replies",
                "instant reply", "respond right away", "reply right away", "respond within", "reply within",
                "response within", "replies within", "responsive within", "response time*", "always responsive",
                "available to respond at", "respond to", "reply to", "response to", "replies to", "answer messages",
                "answer every message",
            )
        ),
        *(
            (phrase, "weekends")
            for phrase in (
                "weekend", "weekends", "saturday", "saturdays", "sunday", "sundays", "7 days a week",
                "seven days a week", "7 days per week", "7 days/week", "6 days a week", "six days a week",
                "6 days per week", "6 days/week",
            )
        ),
        *(
            (phrase, "night_shift")
            for phrase in (
                "night shift*", "nightshift*", "graveyard", "overnight shift*", "overnight hours", "nocturnal",
                "night hours", "work nights", "working nights", "work at night", "overnight schedule",
                "late night shift*",
            )
        ),
        ("overlap*", "overlap"),
        *(
            (f"{zone} {hours}", "overlap")
            for zone, hours in product(
                _ZONES,
                (
                    "hours", "business hours", "working hours", "work hours", "office hours", "shift", "time zone*",
                    "timezone*",
                ),
            )
        ),
        *(
            (phrase, "exclusive")
            for phrase in (
                "no other clients", "no other client", "no other job*", "no other employer*", "no other commitments",
                "no other work commitments", "no side job*", "no side hustle*", "no side gigs", "no second job*",
                "no multiple jobs", "no moonlighting", "not have another job", "not have other jobs",
                "not have any other jobs", "not have any other job", "not have other clients",
                "not have any other clients", "without other clients", "without other jobs", "not working for other*",
                "not work for other*", "not work for anyone else", "not working with other clients", "exclusivity",
                "work exclusively for us", "work exclusively with us", "work only for us", "only work for us",
                "work for us exclusively", "no freelancing on the side", "no other full time*", "not juggling other*",
            )
        ),
        *(
            (phrase, "monitoring")
            for phrase in (
                "hubstaff", "time doctor", "timedoctor", "desktime", "teramind", "activtrak", "monitask", "workpuls",
                "screenshot", "screenshots", "screen shots", "screen monitoring", "screen recording", "keylogg*",
                "key logg*", "keystroke*", "webcam on", "camera on", "cameras on", "webcam must be on",
                "activity monitor*", "employee monitoring", "track your screen",
            )
        ),
        *(
            (phrase, "unpaid_overtime")
            for phrase in (
                "unpaid overtime", "overtime is not paid", "overtime is unpaid", "overtime will not be paid",
                "overtime not paid", "no overtime pay", "no overtime payment", "no paid overtime",
                "without overtime pay", "overtime without pay", "overtime without extra pay", "not paid for overtime",
                "no pay for overtime", "no extra pay for overtime", "unpaid extra hours", "ot is not paid",
                "unpaid ot",
            )
        ),
    ),
}  # fmt: skip

_OFF = (
    r"\b(?:no|not|non|without|never|except|excluding|off|closed|free|rest|optional\w*|don't|won't|isn't|bonus|"
    r"avoid)\b"
)
# What the sentence around a cue must say, and must not say, for the cue to be a condition on the worker.
_RULES: dict[str, tuple[re.Pattern[str] | None, re.Pattern[str] | None]] = {
    "around_the_clock": (
        re.compile(
            r"\b(?:availab\w+|on[- ]call|reachable|reach you|online|responsive|shifts?|rotat\w+|on[- ]site|work 24)\b"
        ),
        re.compile(
            r"\b(?:we (?:offer|provide|operate|run|are)|our|customers?|guests?|patients?|support|service\w*|safety|"
            r"quality|confidential\w*|professional\w*|clean|standards?|dignity|hygiene|image|access|coverage|"
            r"reliab\w+|uptime|monitoring)\b"
        ),
    ),
    "instant_replies": (
        re.compile(
            r"\b(?:[1-9]|[1-3]\d|five|ten|fifteen|thirty)\s?(?:-\s?\d{1,2}\s?)?min(?:ute)?s?\b|immediate|instant|"
            r"right away|always responsive|always available to respond"
        ),
        re.compile(
            r"\b(?:customers?|leads?|guests?|buyers?|inquir\w+|enquir\w+|comments?|tickets?|patients?|clients?|"
            r"reviews?|dms?|applica\w+|we will|hear)\b"
        ),
    ),
    "weekends": (
        None,
        re.compile(
            _OFF + r"|\b(?:paid|payouts?|payments?|payroll|payday|reports?|interviews?|deadline|submit\w*|kickstart|"
            r"office|this weekend)\b"
        ),
    ),
    "night_shift": (None, re.compile(r"\b(?:no|not|non|without|never|instead of|differential)\b")),
    "overlap": (
        None,
        re.compile(
            r"\b(?:no|not|never|interview\w*|our office|we are open|any time ?zone|clips|layers|data|familiar\w*)\b"
        ),
    ),
    "exclusive": (None, re.compile(r"\bno exclusivity\b")),
    "monitoring": (
        re.compile(
            r"\b(?:monitor\w*|track\w*|random\w*|captur\w*|every \d|work ?day|shifts?|hours|at all times|while|"
            r"throughout|logg\w+)\b"
        ),
        re.compile(
            r"\b(?:speed|attach\w*|send|include|submit|upload|examples?|portfolio|results?|app store|design\w*|"
            r"share|resum\w*|edit\w*|tutorials?|footage|creat\w+|loom|photos?|provide|take|proof|interview\w*|"
            r"calls?|meetings?)\b"
        ),
    ),
    "unpaid_overtime": (None, None),
}
# Said of the worker in so many words: 'you must be available 24/7', whatever else the sentence speaks of.
_PLAINLY_ASKED = re.compile(
    r"\b(?:you|must|need|have to|required|expected|able|willing|candidates?|applicants?|should|someone|person|"
    r"who)\b[^.;:]{0,40}\b(?:be|is|are|being) (?:\w+ ){0,2}(?:available|on[- ]call|reachable|online)\b"
)
# Programs that do nothing but watch; screenshots and cameras have other uses too.
_WATCHERS = frozenset(
    ("hubstaff", "time doctor", "timedoctor", "desktime", "teramind", "activtrak", "monitask", "workpuls")
)
_REACH = 90  # characters on either side of a cue that may bear on it

_FIELD = re.compile(
    r"\s*(?P<bound>less than|under|up to|more than|over|at least)?\s*(?P<low>\d{1,3})\s*(?:(?:-|–|"
    r"to)\s*(?P<high>\d{1,3}))?\s*(?P<plus>\+)?"
)
_HALF = r"\s?([ap]\.?m)?\b\.?"
_CLOCK = re.compile(
    rf"(\d(?<![\d:.$].)\d?)(?:[:.]([0-5]\d))?{_HALF}\s?(?:-|–|—|to|until|till|and)\s?"
    r"(\d{1,2})(?:[:.]([0-5]\d))?\s?([ap]\.?m)\b"
)
_DAY = r"(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}"
_DAYS = re.compile(rf"\b{_DAY}\s?(?:-|–|—|to|through|thru|until)\s?{_DAY}\b")
_IN_HOURS = re.compile(r"\b(?:in|within) (\d{1,2}|four|five|six|seven|eight|nine|ten|twelve) hours\b")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WORK_DAYS = 5
_MOST_HOURS = 112  # 16 hours on each of seven days; more is another figure


def read_availability(page: Page, volumes: Sequence[Workload]) -> Availability:
    """Hours a week that the posting offers, and its conditions on time and person.

    Parameters
    ----------
    page : Page
    volumes : sequence of Workload
        What `postingscan.read.workload.read_workload` finds on the page.

    Returns
    -------
    Availability
        The hours come from the site's own field where it has them, else from the words. A bound that is not stated
        ('20+', 'less than 30') is None. `demands` holds the first of each kind.

    Notes
    -----
    Hours a day become hours a week by the days that are named, or by five. A clock range of nine hours or more is
    taken to hold an hour of break in its lower bound.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> from postingscan.read.workload import read_workload
    >>> text = "Work 4 hours a day, 6 days a week. Some weekends. No other clients, please."
    >>> page = lay_out(Posting(description=text))
    >>> read = read_availability(page, read_workload(page))
    >>> read.hours_week_min, read.hours_week_max, read.source
    (24.0, 24.0, 'text')
    >>> [(demand.kind, demand.span.text) for demand in read.demands][1:]
    [('exclusive', 'No other clients, please.')]
    """
    demands = tuple(_demands(page.title, page.description))
    stated = _hours_in_field(page.posting.hours_per_week)
    if stated:
        return Availability(*stated, source="field", demands=demands)
    said = _hours_in_volumes(page, volumes) or _hours_on_clock(page.description) or _hours_with_days(page.description)
    if said:
        return Availability(said.low, said.high, source="text", span=said.span, demands=demands)
    return Availability(demands=demands)


class _Hours(NamedTuple):
    low: float
    high: float | None
    span: Span


def _demands(*documents: Document) -> Iterator[Demands]:
    seen: set[str] = set()
    for document in documents:
        for cue in document.cues.get("demand", ()):
            start, end, kind = cue
            if kind in seen:
                continue
            sentence = document.sentence_at(start)
            around = document.folded[max(sentence.start, start - _REACH) : min(sentence.end, end + _REACH)]
            if _is_asked(kind, document.folded[start:end], around):
                seen.add(kind)
                yield Demands(kind, words_around(document, cue))


def _is_asked(kind: str, words: str, around: str) -> bool:
    """Whether the words around a cue make it a condition on the worker."""
    if words in _WATCHERS or (kind == "around_the_clock" and _PLAINLY_ASKED.search(around)):
        return True
    needed, barred = _RULES[kind]
    return (needed is None or bool(needed.search(around))) and (barred is None or not barred.search(around))


def _hours_in_field(field: str | None) -> tuple[float | None, float | None] | None:
    """Bounds in the site's own words: '40', '20-30', 'Less than 30', 'More than 30'.

    Examples
    --------
    >>> _hours_in_field("Less than 30"), _hours_in_field("20-30"), _hours_in_field("TBD")
    ((None, 30.0), (20.0, 30.0), None)
    """
    figure = _FIELD.match(field.lower()) if field else None
    if not figure or not 0 < float(figure["low"]) <= _MOST_HOURS:
        return None
    low = float(figure["low"])
    if figure["bound"] in ("less than", "under", "up to"):
        return None, low
    if figure["bound"] or figure["plus"]:
        return low, None
    return low, float(figure["high"] or low)


def _hours_in_volumes(page: Page, volumes: Sequence[Workload]) -> _Hours | None:
    """Hours a week, else a day times the days, else a month, out of the stated volumes."""
    first = {(volume.item, volume.per): volume for volume in reversed(volumes)}
    for per in ("week", "day", "month"):
        volume = first.get(("hour", per))
        if volume is None:
            continue
        low, high = bounds(volume.span.text.lower())
        times = 1.0
        if per == "day":
            days = first.get(("day", "week"))
            times = days.quantity if days else _named_days(page.description.folded)
        elif per == "month":
            times = 12 / 52
        if high * times <= _MOST_HOURS:
            return _Hours(low * times, None if "+" in volume.span.text else high * times, volume.span)
    return None


def _hours_on_clock(document: Document) -> _Hours | None:
    """'9am to 5pm, Monday to Friday'."""
    for clock in _CLOCK.finditer(document.folded):
        start_hour, start_minute, start_half, end_hour, end_minute, end_half = clock.groups()
        if not (1 <= int(start_hour) <= 12 and 1 <= int(end_hour) <= 12):
            continue
        start = int(start_hour) % 12 + int(start_minute or 0) / 60
        end = int(end_hour) % 12 + int(end_minute or 0) / 60 + (12 if end_half[0] == "p" else 0)
        halves = (0, 12) if start_half is None else (12,) if start_half[0] == "p" else (0,)
        hours = min((end - start - half) % 24 for half in halves)
        if 2 <= hours <= 12:
            sentence = document.sentence_at(clock.start())
            days = _named_days(document.folded[sentence.start : sentence.end])
            return _Hours((hours - (hours >= 9)) * days, hours * days, document.span(*clock.span()))
    return None


def _hours_with_days(document: Document) -> _Hours | None:
    """'All of it in eight hours, Monday to Saturday'."""
    if "volume_hours" not in document.cues:
        return None
    for named in _DAYS.finditer(document.folded):
        sentence = document.sentence_at(named.start())
        hours = _IN_HOURS.search(document.folded, sentence.start, sentence.end)
        if hours:
            figure = float(hours[1]) if hours[1].isdigit() else float(parse_spelled(hours[1]) or 0)
            week = figure * _named_days(named[0])
            return _Hours(week, week, document.span(*hours.span())) if 0 < week <= _MOST_HOURS else None
    return None


def _named_days(folded: str) -> float:
    """How many days 'Monday to Saturday' are; five where no days are named."""
    named = _DAYS.search(folded)
    if not named:
        return _WORK_DAYS
    first, last = (_WEEKDAYS.index(day) for day in named.groups())
    return (last - first) % 7 + 1
