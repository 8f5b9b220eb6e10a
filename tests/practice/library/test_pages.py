"""The pages to read: the shelf, a module by chapters, its leaflet, a source and where it is used."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lijfspoor.catalogue.reader import shipped
from lijfspoor.catalogue.register import requirements
from lijfspoor.domain.kernel.text import Text
from lijfspoor.practice.library import flows
from lijfspoor.practice.logbook.models import LogEntry
from tests import cast
from tests.cast import NOW, TODAY, House
from tests.practice.library.browsing import browser, page
from tests.practice.library.own_texts import PIN, SOURCE, TITLE, version

pytestmark = pytest.mark.django_db
ATTACHMENT = "/bibliotheek/module/pmkt-attachment@1.0/"
ADDON = "/bibliotheek/module/pmt-addon@1.0/"


@pytest.fixture
def house() -> House:
    return cast.duinrand()


def statement(shown: str, source: str) -> list[str]:
    """The lines of a module page that carry the chip of a source."""
    lines = re.findall(r"<li><p>(.*?)</li>", shown, re.DOTALL)
    return [line for line in lines if f'href="/bibliotheek/bron/{source}/"' in line]


def texts(thing: object) -> Iterator[str]:
    if isinstance(thing, Text):
        yield thing.nl
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts(getattr(thing, field.name))
    elif isinstance(thing, tuple):
        for each in thing:
            yield from texts(each)


def test_the_shelf_says_version_discipline_evidence_and_review_day(house: House) -> None:
    shown = page(house, "/bibliotheek/", who="ab")
    assert "<dd>nog niet onderzocht</dd>" in shown
    assert "<dd>ervaring van deskundigen</dd>" in shown
    assert "<dd>psychomotorische kindertherapie</dd>" in shown
    assert "<dd>1.0</dd>" in shown
    assert "<dd>6 september 2027</dd>" in shown
    assert "Een richtlijn raadt het aan." in shown
    assert "eigen module" not in shown


def test_a_module_past_its_review_day_is_to_be_reviewed(house: House) -> None:
    def due(day: date) -> set[str]:
        shelf = flows.read_shelf(actor=house.actor("tess"), day=day, now=NOW)
        return {card.pin for card in shelf.cards if card.is_due}

    assert due(date(2027, 9, 6)) == set()
    assert due(date(2027, 9, 7)) == {"pmkt-attachment@1.0"}


def test_the_mark_for_review_stands_on_the_shelf_and_on_the_module(house: House) -> None:
    text = SOURCE.replace("review_by: 2027-01-10", "review_by: 2026-01-11")
    flows.publish_own_module(actor=house.actor("tess"), document=text.encode(), now=NOW)
    assert page(house, "/bibliotheek/").count("toe aan herziening") == 1
    assert "toe aan herziening" in page(house, f"/bibliotheek/module/{PIN}/")
    assert "toe aan herziening" not in page(house, ADDON)


def test_an_own_module_is_marked_and_an_older_version_says_so(house: House) -> None:
    for number in ("1.0", "1.1"):
        flows.publish_own_module(actor=house.actor("tess"), document=version(number).encode(), now=NOW)
    shown = page(house, "/bibliotheek/")
    assert shown.count("eigen module<") == 2
    assert shown.count("er is een nieuwere versie") == 1
    assert "Tess Vos" in page(house, f"/bibliotheek/module/{PIN}/")


@pytest.mark.parametrize("pin", tuple(shipped()))
def test_the_whole_module_is_on_its_page_and_every_chip_leads_somewhere(house: House, pin: str) -> None:
    shown = page(house, f"/bibliotheek/module/{pin}/", who="ab")
    read = shown.lower()
    assert [
        text for text in texts(shipped()[pin]) if text.lower() not in read and text != shipped()[pin].short_title.nl
    ] == []
    chips = set(re.findall(r'href="/bibliotheek/bron/([^/"]+)/"', shown))
    assert chips <= {*requirements(), "own"}
    places = set(re.findall(r'href="#([a-z]+)"', shown)) - {"inhoud"}
    assert len(places) >= 10
    assert all(f'id="{place}"' in shown for place in places)


PROVED = [
    ("S2-001", ATTACHMENT, ("2019", "6 september 2024", "MODULE BASIS", "Eisenga")),
    ("S2-005", ATTACHMENT, ("nieuw gedrag proberen", "verlagen stress")),
    ("S2-018", ATTACHMENT, ("Felitti, 2011", "geen voorspelling voor dit kind")),
    ("S2-123", ATTACHMENT, ("eerste vier jaar", "onderste delen eerst", "kwetsbaarst")),
    ("S2-124", ATTACHMENT, ("mentale modellen", "niet voor het leven vast", "bouwstenen opnieuw")),
    ("S2-125", ATTACHMENT, ("ander netwerk in het brein", "regulatie van buitenaf")),
    ("S2-126", ATTACHMENT, ("kok (thalamus)", "rookdetector (amygdala)", "wachttoren (prefrontale cortex)")),
    ("S2-127", ATTACHMENT, ("alleen de weg van onderaf", "is een aanname", "aangenomen")),
    ("S2-133", ATTACHMENT, ("N=1-studie is opgezet", "nog niet onderzocht")),
    ("S2-141", ATTACHMENT, ("goed ingerichte PMKT-ruimte of gymzaal",)),
    ("S2-144", ATTACHMENT, ("Jeugdwet", "persoonsgebonden budget", "aanvullende")),
    ("S2-145", ATTACHMENT, ("andere doelgroep met vergelijkbare problemen", "Bakker-van Zeil")),
    ("S2-147", ATTACHMENT, ("Beroepsprofiel", "2016")),
    ("S1-020", ADDON, ("meer samen met het uiterlijk dan met ervaren emoties",)),
    ("S1-021", ADDON, ("Lichaamsbewustzijn is daarvoor onmisbaar",)),
    ("S1-034", ADDON, ("Zorgverzekeringswet", "basisverzekering")),
    ("S1-035", ADDON, ("eigen risico", "polisvoorwaarden")),
    ("S1-036", ADDON, ("contract met Arkin",)),
]


@pytest.mark.parametrize(
    ("source", "address", "words"),
    [pytest.param(*row, marks=pytest.mark.requirement(row[0]), id=row[0]) for row in PROVED],
)
def test_what_the_source_says_can_be_read_with_its_chip(
    house: House, source: str, address: str, words: tuple[str, ...]
) -> None:
    lines = statement(page(house, address), source)
    assert [word for word in words if not any(word.lower() in line.lower() for line in lines)] == []


@pytest.mark.requirement("S2-148")
def test_a_leaflet_tells_parents_what_it_is_and_that_it_is_no_advice(house: House) -> None:
    shown = page(house, f"{ATTACHMENT}folder/")
    assert "Praktijk De Duinrand" in shown
    assert "Uw kind komt elke week een uur." in shown
    assert "NVPMKT" in shown
    assert "algemene informatie" in shown
    assert "geen advies over uw eigen situatie" in shown
    assert "/bibliotheek/bron/" not in shown


def test_a_module_without_leaflet_words_tells_its_summary(house: House) -> None:
    flows.publish_own_module(actor=house.actor("tess"), document=SOURCE.encode(), now=NOW)
    shown = page(house, f"/bibliotheek/module/{PIN}/folder/")
    assert "<li>Samenvatting</li>" in shown
    assert "Wekelijks" in shown


def test_a_source_says_what_it_is_and_where_it_is_used(house: House) -> None:
    shown = page(house, "/bibliotheek/bron/S2-053/", who="ab")
    assert requirements()["S2-053"].text in shown
    assert requirements()["S2-053"].section in shown
    assert "Module PMKT bij hechtingsproblemen" in shown
    assert f'href="{ATTACHMENT}#aanpak"' in shown
    assert "pmt-addon" not in shown


def test_what_is_ours_and_what_is_law_is_told(house: House) -> None:
    assert "De bron zegt hier niets over" in page(house, "/bibliotheek/bron/own/")
    assert "boek 7" in page(house, "/bibliotheek/bron/standards-4.4/")
    assert "Meldcode" in page(house, "/bibliotheek/bron/standards-4.5/")


@pytest.mark.parametrize(
    "address", ["bron/S9-999", "bron/standards-9.9", "bron/s2-053", "module/nothing@1.0", "module/nothing@1.0/folder"]
)
def test_what_is_not_there_is_not_found(house: House, address: str) -> None:
    assert browser(house).get(f"/bibliotheek/{address}/").status_code == 404


def test_every_source_the_screens_name_has_a_page(house: House) -> None:
    for source in requirements():
        flows.read_source(actor=house.actor("tess"), source_id=source, now=NOW)


def test_another_practice_does_not_see_an_own_module(house: House) -> None:
    flows.publish_own_module(actor=house.actor("tess"), document=SOURCE.encode(), now=NOW)
    elsewhere = cast.oever()
    for address in (f"module/{PIN}/", f"module/{PIN}/folder/"):
        assert browser(house).get(f"/bibliotheek/{address}").status_code == 200
        assert browser(elsewhere, "elsa").get(f"/bibliotheek/{address}").status_code == 404
    assert TITLE not in page(elsewhere, "/bibliotheek/", who="elsa")
    assert "Voorbeeld kort" in page(house, "/bibliotheek/bron/S2-052/")
    assert "Voorbeeld kort" not in page(elsewhere, "/bibliotheek/bron/S2-052/", who="elsa")


@pytest.mark.parametrize("address", ["", "module/pmkt-attachment@1.0/", f"module/{PIN}/", "bron/own/"])
def test_more_modules_ask_no_more_of_the_database(house: House, address: str) -> None:
    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            reader.get(f"/bibliotheek/{address}")
        return len(asked)

    reader = browser(house)
    flows.publish_own_module(actor=house.actor("tess"), document=SOURCE.encode(), now=NOW)
    cost()
    before = cost()
    for number in range(2, 8):
        flows.publish_own_module(actor=house.actor("tess"), document=version(f"{number}.0").encode(), now=NOW)
    assert cost() == before


def test_reading_is_written_in_the_logbook_without_a_client(house: House) -> None:
    for address in ("", "module/pmt-addon@1.0/", "module/pmt-addon@1.0/folder/", "bron/S1-001/"):
        page(house, f"/bibliotheek/{address}")
    kinds = list(LogEntry.objects.in_practice(house.practice.id).order_by("at").values_list("kind", "subject"))
    assert kinds == [
        ("library.shelf_read", ""),
        ("library.module_read", "pmt-addon@1.0"),
        ("library.leaflet_read", "pmt-addon@1.0"),
        ("library.source_read", "S1-001"),
    ]


def test_today_is_a_day_on_which_nothing_shipped_is_due(house: House) -> None:
    shelf = flows.read_shelf(actor=house.actor("lea"), day=TODAY, now=NOW)
    assert not any(card.is_due for card in shelf.cards)
    assert not shelf.may_publish
