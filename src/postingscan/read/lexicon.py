"""Thousands of words and phrases found in one pass over a text.

Every reader names its cue words here by kind; the skill lexicon is one more kind. So a text is searched once,
and a reader looks closer only where one of its cues stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import ahocorasick

Cue = tuple[int, int, Any]
"""A phrase found: half-open offsets, and what the lexicon says of it. A bare tuple: a posting has two hundred."""

_TO_SPACE = str.maketrans("-\n\t\r", "    ")
_SHORT = 2
# What can stand before a word. Names as short as 'C', 'R' or 'AI' are searched together with it: alone they occur
# inside every other word, and telling those apart afterwards would cost more than all the rest.
_BEFORE = " /,(\"'&:+|.[*;=_>•"


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
    ...     print(kind, [(start, end) for start, end, _ in cues])
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
            opens, closes = key[0].isalnum(), key[-1].isalnum()
            leads = _BEFORE if len(key) <= _SHORT and opens else ("",)
            (kind, value, stem), *others = meanings
            # Nearly all phrases are a whole word with one meaning: they take the short way through `find`.
            simple = opens and closes and not others and not stem
            payload = (
                (len(key), kind, value, None) if simple else (len(key), "", None, (opens, closes, tuple(meanings)))
            )
            for lead in leads:
                self._automaton.add_word(lead + key, payload)
        self._automaton.make_automaton()

    def find(self, folded: str) -> dict[str, list[Cue]]:
        """Every phrase in `folded` (see `postingscan.text.fold`) by kind, overlapping ones too, in order of their ends."""
        found: dict[str, list[Cue]] = {}
        # With a space on either side, no phrase stands at an edge; the one in front makes a last character's offset
        # the end in `folded`.
        spaced = " " + folded.replace("-", " ").replace("\n", " ").replace("\t", " ") + " "
        for end, (length, kind, value, special) in self._automaton.iter(spaced):
            start = end - length
            if special is None:
                if spaced[start].isalnum() or spaced[end + 1].isalnum():
                    continue
                if kind in found:
                    found[kind].append((start, end, value))
                else:
                    found[kind] = [(start, end, value)]
                continue
            opens, closes, meanings = special
            if opens and spaced[start].isalnum():
                continue
            goes_on = closes and spaced[end + 1].isalnum()
            for kind, value, stem in meanings:
                stop = end
                if goes_on:
                    if not stem:
                        continue
                    while spaced[stop + 1].isalnum():
                        stop += 1
                found.setdefault(kind, []).append((start, stop, value))
        return found
