from __future__ import annotations

from postingscan.read.document import Page
from postingscan.read.facts import PaymentTerms

CUES: dict[str, tuple[str, ...]] = {}


def read_payment_terms(page):
    return PaymentTerms("none")
