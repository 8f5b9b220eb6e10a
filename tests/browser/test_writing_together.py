"""Two colleagues write in one part of a draft: what each typed is saved by itself, and nothing is written over."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from lijfspoor.practice.authoring import flows
from tests import cast
from tests.cast import NOW

pytestmark = pytest.mark.django_db(transaction=True)


def test_typing_is_saved_by_itself_and_two_texts_are_shown_side_by_side(page: Page, live_server: LiveServer) -> None:
    house = cast.duinrand()
    draft = flows.begin_draft(
        actor=house.actor("tess"), pin="pmt-addon@1.0", title="Rust aan zee", continues=False, now=NOW
    )
    address = f"{live_server.url}{reverse('authoring:part', args=[draft, 'goals'])}"
    page.goto(f"{live_server.url}/account/login/")
    page.fill("[name=login]", house.user("tess").email)
    page.fill("[name=password]", cast.PASSWORD)
    with page.expect_navigation():
        page.press("[name=password]", "Enter")
    page.goto(address)
    other = page.context.new_page()
    other.goto(address)

    page.fill("[name='main.nl']", "Rust vinden bij zee.")
    expect(page.locator("[data-autosave-status]")).to_contain_text("Bewaard om", timeout=15_000)
    page.fill("[name='main.nl']", "Rust vinden aan zee.")
    expect(page.locator("[data-autosave-status][data-state=saved]")).to_be_visible(timeout=15_000)
    other.fill("[name='main.nl']", "Rust in de duinen.")
    other.get_by_role("button", name="Bekijk beide teksten").click(timeout=15_000)
    expect(other.get_by_text("Rust vinden aan zee.")).to_be_visible()
    other.get_by_label("Uw tekst").first.fill("Rust aan zee en in de duinen.")
    other.get_by_role("button", name="Bewaar deze tekst").click()
    expect(other.locator("[name='main.nl']")).to_have_value("Rust aan zee en in de duinen.")
    document = flows.read_draft(actor=house.actor("tess"), draft_id=draft, now=NOW).spot("goals").value
    assert document["main"]["text"]["nl"] == "Rust aan zee en in de duinen."
