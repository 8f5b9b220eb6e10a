"""Evidence can be found, read and weighed: for beside against, and what is not known in plain sight."""

import re

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

from lijfspoor.practice.logbook.models import LogEntry
from tests import cast
from tests.practice.library.browsing import browser, words_of

pytestmark = pytest.mark.django_db
SHELF = "/bibliotheek/onderbouwing/"
GAP = "Er is geen gecontroleerd onderzoek bekend naar wat PMT zelf toevoegt bij trauma."


@pytest.fixture
def tess() -> Browser:
    return browser(cast.duinrand(), "tess")


def found(tess: Browser, **wish: str) -> set[str]:
    return {card.record.id for card in tess.get(SHELF, wish).context["shelf"].cards}


def test_the_shelf_is_narrowed_by_module_level_outcome_and_design(tess: Browser) -> None:
    assert len(found(tess)) == 51
    assert found(tess, direction="no_difference") == {"pmt-module-uncontrolled"}
    assert found(tess, module="pmt-addon", design="meta_analysis") == {"dance-movement-meta-analysis"}
    assert found(tess, status="recommended") == {"guideline-depression-activation"}
    assert found(tess, words="loopband") == {"treadmill-before-exposure"}
    assert found(tess, status="geen niveau") == found(tess)
    assert "Niets past bij al deze wensen" in words_of(tess.get(SHELF, {"words": "bestaatnietditwoord"}))


@pytest.mark.requirement("S4-033")
def test_the_gap_on_pmt_in_trauma_stands_above_what_is_found_there(tess: Browser) -> None:
    assert GAP in words_of(tess.get(SHELF, {"module": "movement-in-trauma"}))
    assert GAP not in words_of(tess.get(SHELF, {"module": "pmt-addon"}))


@pytest.mark.requirement("S4-033")
def test_the_page_of_movement_in_trauma_says_that_what_pmt_adds_was_not_studied(tess: Browser) -> None:
    page = words_of(tess.get("/bibliotheek/module/movement-in-trauma@1.0/"))
    assert GAP in page
    assert page.index(GAP) < page.index('class="chapters"')


@pytest.mark.requirement("S2-133")
def test_a_module_page_says_what_is_not_known_of_it(tess: Browser) -> None:
    page = words_of(tess.get("/bibliotheek/module/pmkt-attachment@1.0/"))
    assert "/bibliotheek/lezen/pmkt-attachment/" in page
    assert "Over deze module zijn geen onderzoeksgegevens bekend." in page
    assert "Wat niet bekend is" not in words_of(tess.get("/bibliotheek/module/pmt-addon@1.0/"))


@pytest.mark.requirement("S4-030")
def test_what_did_not_differ_is_shown_as_an_outcome(tess: Browser) -> None:
    page = words_of(tess.get(f"{SHELF}pmt-module-uncontrolled/"))
    shown = dict(re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", page))
    assert shown["Dissociatie"] == shown["Lichaamsbewustzijn"] == shown["Lichaamsattitude"] == "geen verschil"
    assert shown["Klachten van PTSS"] == "gunstig"
    assert "ongecontroleerd, vergelijking zonder loting" in page
    assert "noemt het onderzoek verkennend en ongecontroleerd, en geeft toch een vergelijking" in page
    assert shown["Aantal deelnemers"] == "staat niet in de bron"
    assert LogEntry.plain.filter(kind="library.evidence_record_read", subject="pmt-module-uncontrolled").count() == 1


@pytest.mark.requirement("S4-013")
def test_an_unknown_mechanism_is_said_on_the_page(tess: Browser) -> None:
    page = words_of(tess.get(f"{SHELF}strength-and-walking-trial/"))
    assert "81" in page
    assert "Waardoor de klachten van PTSS afnamen, is niet bekend." in page


def test_one_claim_shows_for_and_against_side_by_side(tess: Browser) -> None:
    """Contradiction 9."""
    page = words_of(tess.get("/bibliotheek/beweringen/pmt-and-trauma-processing/"))
    speaks_for, against = page.index('id="voor"'), page.index('id="tegen"')
    assert speaks_for < page.index("/onderbouwing/body-movement-trauma-processing/") < against
    assert against < page.index("/onderbouwing/ptss-and-body-awareness/")
    assert "wat PMT zelf toevoegt bij trauma, en ook niet" in page


def test_a_claim_nobody_speaks_against_says_that_this_proves_nothing(tess: Browser) -> None:
    assert "Dat is nog geen bewijs" in words_of(tess.get("/bibliotheek/beweringen/pmt-in-depression/"))


def test_every_claim_is_on_the_list_with_its_counts(tess: Browser) -> None:
    page = words_of(tess.get("/bibliotheek/beweringen/"))
    assert page.count("/bibliotheek/beweringen/") >= 20
    assert "2 voor · 2 tegen · 1 laat het open" in page


@pytest.mark.requirement("S1-016")
def test_the_reading_list_of_the_add_on_begins_with_its_handbook(tess: Browser) -> None:
    page = words_of(tess.get("/bibliotheek/lezen/pmt-addon/"))
    advised, cited = page.index('id="aangeraden"'), page.index('id="aangehaald"')
    assert advised < page.index("Drewes, Nijkamp & Roemen-van Haaren (2019). PMT handboek") < cited
    assert cited < page.index("Koch, Kunz, Lykou & Cruz (2014)")
    assert page.count("Bernstein (2011)") == 1
    assert "schrijft de derde naam twee keer anders" in page
    assert "De bron raadt niets aan om te lezen." in words_of(tess.get("/bibliotheek/lezen/pmkt-attachment/"))


@pytest.mark.parametrize(
    "address", ["onderbouwing/nergens/", "beweringen/nergens/", "lezen/nergens/", "uitleg/nergens@1.0/"]
)
def test_what_is_not_there_is_not_there(tess: Browser, address: str) -> None:
    assert tess.get(f"/bibliotheek/{address}").status_code == 404


def test_the_pages_ask_as_little_as_before_however_much_there_is(tess: Browser) -> None:
    """The content is read from files: a long list costs no more than an empty one."""

    def queries(address: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert tess.get(address).status_code == 200
        return len(asked)

    queries(SHELF)
    bare = queries(f"{SHELF}?words=bestaatnietditwoord")
    assert queries(SHELF) == bare
    assert queries("/bibliotheek/uitleg/") == queries("/bibliotheek/uitleg/?words=bestaatnietditwoord") == bare
    assert queries("/bibliotheek/herzien/?everything=on") == queries("/bibliotheek/herzien/?kind=card")


def test_a_source_leads_to_the_evidence_and_cards_that_rest_on_it(tess: Browser) -> None:
    page = words_of(tess.get("/bibliotheek/bron/S4-020/"))
    assert "/bibliotheek/onderbouwing/bdnf-helps-learning/" in page
    assert "/bibliotheek/uitleg/walk-before-session-client@1.0/" in page
    assert "In onderbouwing en kaarten" not in words_of(tess.get("/bibliotheek/bron/own/"))
