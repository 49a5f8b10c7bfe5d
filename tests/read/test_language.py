"""The language of a posting, and texts that must not pass for another language."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingscan.posting import Posting
from postingscan.read import language
from postingscan.read.language import read_language

ENGLISH = [
    ("Virtual assistant", "You will answer mail, book flights and keep the calendar of our director."),
    ("VIRTUAL ASSISTANT NEEDED", "YOU WILL ANSWER MAIL AND KEEP THE CALENDAR OF OUR DIRECTOR. APPLY NOW."),
    ("Full stack developer", "React, Node, Docker, AWS, PostgreSQL, Redis, GraphQL, TypeScript, Jest, CI/CD"),
    ("VA", "Canva. CapCut. Asana."),
    ("AI chatbot", ""),
    ("", ""),
    ("Bug fix", "def total(rows):\n    return sum(row.price * row.n for row in rows)\nassert total([]) == 0"),
    ("VA po", "Hi po! We are looking for a VA na marunong mag-Canva and can work with our team from home."),
    ("Übersetzer", "We need a translator for our shop. You will translate 500 words a day from English to German."),
    ("Writer", "https://example.org/a https://example.org/b"),
]

OTHER = [
    ("fr", "Assistante", "Nous cherchons une personne pour répondre aux courriels de nos clients et tenir l'agenda."),
    ("es", "Asistente", "Buscamos a una persona que responda los correos de nuestros clientes y lleve la agenda."),
    ("de", "Assistenz", "Wir suchen eine Person, die die Post unserer Kunden beantwortet und den Kalender führt."),
    ("am", "ጸሐፊ", "የደንበኞቻችንን መልእክቶች የሚመልስ እና ቀጠሮዎችን የሚይዝ ሰው እንፈልጋለን። የስራ ልምድ አያስፈልግም።"),
    ("nl", "Data entry", "Our company serves millions of customers in ten countries. " * 4
     + "Voor ons team in Utrecht zoeken wij een medewerker die gegevens invoert en klanten te woord staat. " * 6),
    ("de", "Cloud Consultant", "Wir suchen einen IT Consultant mit Skills in SAP und Python. Work from home ist möglich, "
     "all unsere Teams arbeiten remote. Du bringst Erfahrung im Cloud Engineering und Spaß an Teamwork mit."),
    ("pl", "Obsługa klienta", "To jest praca zdalna, więc liczy się to, że potrafisz pracować samodzielnie. My oferujemy "
     "dobre wynagrodzenie i elastyczne godziny, to znaczy sam wybierasz, kiedy pracujesz."),
    ("am", "Cashier", "We need two cashiers to work mornings, please call us. "
     + "ሁለት ካሸር እንፈልጋለን። የስራ ሰዓት ከጠዋቱ ሁለት ሰዓት እስከ ስድስት ሰዓት ነው። ልምድ ያላት ሴት ብትሆን ይመረጣል። " * 4),
]  # fmt: skip


@pytest.mark.parametrize(("title", "description"), ENGLISH)
def test_english(title: str, description: str) -> None:
    assert read_language(Posting(title=title, description=description))[0] == "en"


@pytest.mark.parametrize(("code", "title", "description"), OTHER)
def test_other_languages(code: str, title: str, description: str) -> None:
    found, confidence = read_language(Posting(title=title, description=description))
    assert found == code
    assert confidence > 0.4


def test_a_list_of_duties_is_settled_by_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(language, "_ask_model")
    text = "Duties:\n- Respond to messages daily\n- Create invoices\n- Book calls, more than ten per day\n- Report to owner"
    assert language.read_language(Posting(title="Executive assistant", description=text)) == ("en", 1.0)


def test_case_does_not_matter() -> None:
    text = "Nous cherchons une personne pour garder nos enfants le mercredi."
    assert read_language(Posting(description=text.upper()))[0] == "fr"


def test_lone_surrogates_do_no_harm() -> None:
    assert read_language(Posting(description="\ud800 " * 30))[0] == "en"


@given(st.text(max_size=400), st.text(max_size=1500))
def test_never_fails(title: str, description: str) -> None:
    code, confidence = read_language(Posting(title=title, description=description))
    assert code
    assert 0.0 <= confidence <= 1.0


def _rows(shared: Path, name: str) -> Iterator[Posting]:
    with gzip.open(shared / "postings" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Posting(title=row["title"] or "", description=row["description"] or "")


def test_french_gigs_are_french(shared: Path) -> None:
    postings = list(_rows(shared, "control_french"))
    told = [p for p in postings if len(f"{p.title} {p.description}".split()) >= 15]
    french = sum(read_language(posting)[0] == "fr" for posting in told)
    assert len(told) > 3_000
    assert french >= 0.998 * len(told)  # three are written in English, two in both


def test_philippine_postings_are_english(shared: Path) -> None:
    assert {read_language(posting)[0] for posting in _rows(shared, "onlinejobs_ph")} == {"en"}
