"""Claims on the whole of a field: 'all programming languages', 'every Adobe program'."""

from __future__ import annotations

import re

from postingscan.read.document import Document, Page
from postingscan.read.facts import Universal

CUES: dict[str, tuple[str, ...]] = {"universal": ("all", "every", "any", "each")}

# What nobody has the whole of. 'All platforms' or 'all tools' alone mean the employer's own, and are left out.
_FIELD = re.compile(
    r"\s(?:of the |the |and any |kinds? of |types? of |sorts? of )?(?:known |major |modern |common |popular |existing |other |main )?"
    r"(?P<scope>(?:programming|coding|scripting|computer|web|foreign) languages?"
    r"|adobe (?:creative (?:suite|cloud) )?(?:programs?|tools?|apps?|applications?|products?|software)"
    r"|(?:ms |microsoft )?office (?:software|programs?|tools?|applications?|products?)"
    r"|(?:design|graphics?|video editing|editing|accounting|marketing|seo|bookkeeping|crm|analytics) (?:software|programs?|tools?)"
    r"|(?:web |javascript |php |development )?frameworks?"
    r"|(?:cms(?:es)?|content management systems?|crms?|databases?|operating systems?|cloud platforms?|ad platforms?)\b"
    r"|aspects of (?:digital marketing|marketing|web development|programming|design|seo|it\b|business|online business))"
)
_ASKED = re.compile(
    r"\b(?:know\w*|master\w*|proficien\w+|expert\w*|fluent|familiar\w*|experience\w*|skill\w*|command|comfortable|versed|good at|able|"
    r"capable|understand\w*|must|should|can|work with|use of|using|use)\b"
)
_DENIED = re.compile(r"\b(?:not|no|don't|doesn't|without|nobody|any(?:one)? of|plus|bonus|prefer\w*)\b")
_REACH = 90  # characters before the claim in which it must be asked for


def read_universals(page: Page) -> tuple[Universal, ...]:
    """Every claim on the whole of a field that the posting makes on the worker, each scope once.

    Examples
    --------
    >>> from postingscan.posting import Posting
    >>> from postingscan.read import lay_out
    >>> text = "You must know all programming languages. We ship to every country."
    >>> [(claim.span.text, claim.scope) for claim in read_universals(lay_out(Posting(description=text)))]
    [('all programming languages', 'programming languages')]
    """
    found: dict[str, Universal] = {}
    for document in (page.title, page.description):
        for claim in _claims(document):
            found.setdefault(claim.scope, claim)
    return tuple(found.values())


def _claims(document: Document) -> list[Universal]:
    claims = []
    folded = document.folded
    for start, end, _ in document.cues.get("universal", ()):
        field = _FIELD.match(folded, end)
        if not field:
            continue
        sentence = document.sentence_at(start)
        around = folded[max(sentence.start, start - _REACH) : start]
        if sentence.section not in ("company", "offer", "apply", "optional") and _is_asked(document, around):
            claims.append(Universal(document.span(start, field.end()), field["scope"]))
    return claims


def _is_asked(document: Document, before: str) -> bool:
    return (document.field == "title" or bool(_ASKED.search(before))) and not _DENIED.search(before[-40:])
