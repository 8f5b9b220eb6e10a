"""Exercises are narrowed while someone types, without the page being loaded anew and without losing the cursor."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def house(transactional_db: None) -> cast.House:
    """The practice with its people."""
    return cast.duinrand()


def test_typing_narrows_the_exercises_on_the_same_page(page: Page, live_server: LiveServer, house: cast.House) -> None:
    page.goto(f"{live_server.url}/account/login/?next=/bibliotheek/werkvormen/")
    page.get_by_label("E-mailadres").fill(house.user("tess").email)
    page.locator("input[name=password]").fill(cast.PASSWORD)
    page.locator("input[name=password]").press("Enter")
    found = page.locator("#gevonden [role=status]")
    page.wait_for_load_state("load")
    whole = found.inner_text()
    page.evaluate("window.stillHere = true")
    page.get_by_label("Woorden", exact=False).first.press_sequentially("trampoline")
    expect(found).not_to_have_text(whole)
    expect(page.locator("#gevonden li").first).to_contain_text("Springen, stil, zeggen")
    assert page.evaluate("window.stillHere") is True
    assert page.evaluate("document.activeElement.name") == "words"
    page.get_by_label("Spanning", exact=False).first.select_option("calms")
    expect(page.locator("#gevonden")).to_contain_text("Geen werkvorm past bij al deze wensen")
