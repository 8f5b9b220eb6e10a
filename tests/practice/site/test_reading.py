"""The pages to read: what the documents say, in plain words, found by people and by search engines."""

import json
import re
from html import unescape
from xml.etree import ElementTree

import pytest
from _pytest.mark.structures import ParameterSet
from django.test import Client as Browser

from lijfspoor.catalogue.publicpages import shipped_pages
from lijfspoor.catalogue.register import requirements
from lijfspoor.domain.education.reading_level import LONGEST_SENTENCE, reading_level
from lijfspoor.practice.site.languages import LANGUAGES, Language, address
from lijfspoor.practice.site.reading import READING
from tests.practice.site.addresses import addresses

pytestmark = pytest.mark.django_db
EASE = 65.0
"""Reading ease of a whole page by the formula of Flesch-Douma; 65 is the middle of 'plain' in the table of Flesch."""


def shown(name: str, language: Language = "nl") -> str:
    """What a visitor reads."""
    markup = Browser().get(address(name, language)).content.decode()
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", markup)))


SAID = [
    ("S0-005", "what", "oefeningen, spel of opdrachten"),
    ("S0-006", "what", "zeven erkende vaktherapieën"),
    ("S0-007", "what", "sinds 1960 en had in januari 2026 meer dan 1500 leden"),
    ("S0-008", "what", "opleiding op hbo-niveau"),
    ("S0-018", "what", "ingang naar gevoelens, gedachten en gewoontes"),
    ("S0-019", "what", "Meemaken gaat vóór praten"),
    ("S0-021", "what", "leert weer merken wat er in uw lichaam gebeurt"),
    ("S0-047", "what", "geen fitness en geen gymles"),
    ("S0-009", "whom", "kinderen, jongeren, volwassenen en ouderen"),
    ("S0-010", "whom_adhd", "beter opletten, eerst denken en dan doen"),
    ("S0-011", "whom_adhd", "De therapeut houdt het niet tegen"),
    ("S0-012", "whom_autism", "vaste opbouw"),
    ("S0-013", "whom_trauma", "kan bijdragen aan het verwerken"),
    ("S4-024", "whom_trauma", "gevoelens uiten, uw lichaam weer van uzelf voelen"),
    ("S4-030", "whom_trauma", "vond geen verschil"),
    ("S4-033", "whom_trauma", "geen onderzoek met een controlegroep"),
    ("S4-039", "whom_trauma", "meer bewegen bij trauma geen kwaad kan. Overleg met uw huisarts"),
    ("S0-015", "whom_depression_anxiety", "ingezakte houding"),
    ("S0-016", "whom_depression_anxiety", "richtlijn Depressie van 2024"),
    ("S0-017", "whom_stress_burnout", "voelt weer waar uw grens ligt"),
    ("S0-038", "whom_stress_burnout", "hoeveel spanning zij meedragen"),
    ("S3-004", "whom_complaints", "Uw klachten zijn echt"),
    ("S3-005", "whom_complaints", "kán spanning meespelen"),
    ("S3-020", "whom_complaints", "Het gaat niet snel"),
    ("S3-023", "whom_complaints", "Een gewone fysiotherapeut kijkt vooral naar de lichamelijke oorzaak"),
    ("S0-022", "children", "spel, muziek en beweging"),
    ("S0-024", "children", "matten, ballen, klimtoestellen en muziekinstrumenten"),
    ("S0-030", "children", "Leerkrachten krijgen advies voor in de klas"),
    ("S0-031", "children", "iedereen om het kind heen hetzelfde doet"),
    ("S0-064", "adults", "trauma, burn-out, angst of langdurige stress"),
    ("S0-042", "expect", "gemiddeld 10 tot 20 sessies"),
    ("S0-043", "expect", "8 tot 12"),
    ("S0-046", "expect", "begeleidt, kijkt, geeft opdrachten of doet mee"),
    ("S0-062", "expect", "Dat is niemands schuld"),
    ("S0-063", "expect", "of het nog past"),
    ("S4-002", "open_questions", "of sport in een trauma-behandeling hetzelfde doet als PMT"),
    ("S4-036", "open_questions", "is afleiding beter"),
]
"""What a page must say, by the requirement it comes from."""


FOR_READERS = {"INF", "CMP", "FND", "FUN"}
"""Groups that ask a text for visitors; the others ask more of the software than that it is said here."""


def case(id_: str, name: str, words: str) -> ParameterSet:
    """One row, with the requirement it proves when a text is what that asks."""
    proves = requirements()[id_].group in FOR_READERS
    return pytest.param(id_, name, words, marks=[pytest.mark.requirement(id_)] if proves else [])


@pytest.mark.parametrize(("id_", "name", "words"), [case(*each) for each in SAID])
def test_a_page_says_what_the_document_says(id_: str, name: str, words: str) -> None:
    """With the source beside it."""
    told = shown(name)
    assert words in told
    assert id_ in told


@pytest.mark.requirement("S0-002")
@pytest.mark.requirement("S0-009")
def test_every_problem_area_has_a_page_that_one_finds_from_the_overview() -> None:
    """ADHD, autism, trauma and stress first of all, for every age."""
    markup = Browser().get(address("whom", "nl")).content.decode()
    areas = [each for each in READING if each.name.startswith("whom_")]
    assert len(areas) == 8
    for each in areas:
        assert f'href="{address(each.name, "nl")}"' in markup


@pytest.mark.requirement("S0-067")
def test_the_seven_questions_are_there_in_order() -> None:
    """Duration, adults, physiotherapy, finding someone, ADHD and autism, play therapy, cost."""
    asked = [section.title.nl for section in shipped_pages()["faq"].sections]
    words = ("Hoe lang", "volwassenen", "fysiotherapie", "erkende therapeut", "ADHD of autisme", "speltherapie", "kost")
    assert len(asked) == 7
    assert all(word in question for word, question in zip(words, asked, strict=True))


@pytest.mark.requirement("S0-061")
def test_the_five_questions_of_a_first_meeting_can_be_taken_along() -> None:
    """Experience, treatment, number, cooperation, family."""
    told = shown("expect")
    for words in (
        "ervaring heeft u",
        "Hoe ziet een behandeling",
        "Hoeveel sessies",
        "hulpverleners",
        "ouders of partner",
    ):
        assert words in told


def test_there_are_five_open_questions() -> None:
    """One of S4-002 and four of the conclusion."""
    sections = shipped_pages()["open-questions"].sections[:5]
    assert [section.said[0].sources for section in sections] == [
        ("S4-002",),
        ("S4-035",),
        ("S4-036",),
        ("S4-037",),
        ("S4-038",),
    ]


def test_evidence_shows_both_sides_and_what_was_not_found() -> None:
    """For one claim what supports it and what came out otherwise, with level and number of people (contradiction 9)."""
    told = shown("evidence")
    first = told.partition("Wat dit steunt")[0][-400:]
    assert "verwerken van trauma" in first
    assert "Wat anders uitkwam" in told
    assert "64 deelnemers" in told
    assert re.search(r"geen gecontroleerd onderzoek", told)


@pytest.mark.parametrize("each", READING, ids=lambda each: each.name)
def test_search_engines_are_told_what_the_page_is(each: object) -> None:
    """In the words of schema.org, in the language of the page."""
    for language in LANGUAGES:
        markup = Browser().get(address(each.name, language)).content.decode()  # type: ignore[attr-defined]  # a reading page
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', markup, re.S)
        assert found is not None
        told = json.loads(found[1])
        assert told["inLanguage"] == language
        assert told["@context"] == "https://schema.org"


def test_the_questions_are_told_as_questions() -> None:
    """With their answers, so that they can be shown where people search."""
    markup = Browser().get(address("faq", "nl")).content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', markup, re.S)
    assert found is not None
    told = json.loads(found[1])
    assert told["@type"] == "FAQPage"
    assert told["mainEntity"][0]["name"] == "Hoe lang duurt PMT?"
    assert "10 tot 20 sessies" in told["mainEntity"][0]["acceptedAnswer"]["text"]


def test_the_sitemap_holds_every_page_in_both_languages() -> None:
    """All but those that belong to one therapist."""
    answer = Browser().get("/sitemap.xml")
    root = ElementTree.fromstring(answer.content)
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    listed = {str(each.text).removeprefix("http://testserver") for each in root.iter(f"{space}loc")}
    of_one = ("therapist", "first_talk", "first_talk_asked")
    assert listed == {url for name, _, url in addresses() if name not in of_one}


def test_robots_read_the_public_side_and_nothing_else() -> None:
    """A practice's own pages are not theirs."""
    told = Browser().get("/robots.txt").content.decode()
    assert "Allow: /hulp/" in told
    assert "Allow: /en/help/" in told
    assert "Disallow: /\n" in told
    assert "Sitemap: http://testserver/sitemap.xml" in told


@pytest.mark.parametrize("page_id", sorted(page.id for page in shipped_pages().values() if page.sections))
def test_the_dutch_reads_easily(page_id: str) -> None:
    """Reading ease (Flesch-Douma) of a page at least 65, and no sentence over 20 words."""
    page = shipped_pages()[page_id]
    told = " ".join(said.text.nl for section in page.sections for said in section.said)
    level = reading_level(told)
    assert level.ease >= EASE, level
    assert len(level.longest.split()) <= LONGEST_SENTENCE, level.longest
