"""Thousands of words and phrases found in one pass over a text.

Every reader names its cue words here by kind; the skill lexicon is one more kind. So a text is searched once,
and a reader looks closer only where one of its cues stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import ahocorasick

_TO_SPACE = str.maketrans("-\n\t\r", "    ")
_SHORT = 2
# What can stand before a word. Names as short as 'C', 'R' or 'AI' are searched together with it: alone they occur
# inside every other word, and telling those apart afterwards would cost more than all the rest.
_BEFORE = " /,(\"'&:+|.[*;=_>•"


class Cue(NamedTuple):
    """A phrase found: half-open offsets, and what the lexicon says of it."""

    start: int
    end: int
    value: Any


class Lexicon:
    """Phrases by kind, matched at word boundaries; a space in a phrase stands for a space, hyphen or line break.

    Parameters
    ----------
    entries : iterable of (kind, phrase, value)
        `phrase` in lower case. A trailing ``*`` lets the word go on: ``'probation*'`` finds 'probationary'.

    Examples
    --------
    >>> lexicon = Lexicon([("trial", "trial", None), ("trial", "probation*", None), ("skill", "follow up", "crm")])
    >>> for kind, cues in lexicon.find("a trial; probationary follow-up, trials").items():
    ...     print(kind, [(cue.start, cue.end) for cue in cues])
    trial [(2, 7), (9, 21)]
    skill [(22, 31)]
    """

    def __init__(self, entries: Iterable[tuple[str, str, Any]]) -> None:
        by_phrase: dict[str, dict[tuple[str, Any, bool], None]] = {}
        for kind, phrase, value in entries:
            stem = phrase.endswith("*")
            key = " ".join(phrase.rstrip("*").translate(_TO_SPACE).split())
            if key:
                by_phrase.setdefault(key, {})[kind, value, stem] = None
        self._automaton = ahocorasick.Automaton()
        for key, meanings in by_phrase.items():
            leads = _BEFORE if len(key) <= _SHORT and key[0].isalnum() else ("",)
            for lead in leads:
                self._automaton.add_word(lead + key, (len(key), key[0].isalnum(), key[-1].isalnum(), tuple(meanings)))
        self._automaton.make_automaton()

    def find(self, folded: str) -> dict[str, list[Cue]]:
        """Every phrase in `folded` (see `postingscan.text.fold`) by kind, overlapping ones too, in order of their ends."""
        found: dict[str, list[Cue]] = {}
        if not folded:
            return found
        size, make = len(folded), Cue._make
        spaced = " " + folded.replace("-", " ").replace("\n", " ").replace("\t", " ")
        for end, (length, word_start, word_end, meanings) in self._automaton.iter(spaced):
            start = end - length  # the space in front makes the last character's offset the end
            if word_start and start and folded[start - 1].isalnum():
                continue
            goes_on = word_end and end < size and folded[end].isalnum()
            for kind, value, stem in meanings:
                stop = end
                if goes_on:
                    if not stem:
                        continue
                    while stop < size and folded[stop].isalnum():
                        stop += 1
                cue = make((start, stop, value))
                if kind in found:
                    found[kind].append(cue)
                else:
                    found[kind] = [cue]
        return found
