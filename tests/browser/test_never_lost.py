"""What someone typed stays, whatever happens to the connection, the session or the other window (trust, section 5)."""

from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session as SignedIn
from playwright.sync_api import BrowserContext, Dialog, Page, expect
from pytest_django.live_server_helper import LiveServer

from lijfspoor.practice.people.models import Contact
from lijfspoor.practice.tenancy import clock
from lijfspoor.practice.treatment.models import Note
from tests import cast
from tests.browser.demo import StoppedClock
from tests.practice.treatment.sessions import scenes

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Noor bouwde een hut en bleef erin."
OTHERS = "Zij wilde eerst kijken."
Opener = Callable[[Page], None]


@pytest.fixture
def noor(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> scenes.Scene:
    """Noor, who comes this morning."""
    monkeypatch.setattr(clock, "datetime", StoppedClock)
    scene = scenes.attachment()
    scene.plan(cast.TODAY)
    return scene


@pytest.fixture
def note(page: Page, live_server: LiveServer, noor: scenes.Scene) -> Opener:
    """Opens the page of the note in a window of Marjan, who is signed in."""
    page.goto(f"{live_server.url}/account/login/")
    page.fill("[name=login]", noor.house.user("marjan").email)
    page.fill("[name=password]", cast.PASSWORD)
    with page.expect_navigation():
        page.press("[name=password]", "Enter")
    page.get_by_role("link", name="Open de sessie").first.click()
    address = page.url

    def open_note(window: Page) -> None:
        window.goto(address)
        expect(window.locator("[name=check_in]")).to_be_visible()

    return open_note


def says(window: Page, words: str) -> None:
    """Wait until the line that tells what is saved says so."""
    expect(window.locator("[data-autosave-status]")).to_contain_text(words, timeout=15_000)


def kept() -> str:
    """The check-in as the practice has it."""
    return str(Note.plain.get().body["check_in"])


def test_a_draft_is_kept_while_one_writes_and_there_on_return(page: Page, note: Opener) -> None:
    note(page)
    page.fill("[name=check_in]", WORDS)
    says(page, "Bewaard om")
    assert kept() == WORDS
    note(page)
    expect(page.locator("[name=check_in]")).to_have_value(WORDS)


def test_without_connection_the_text_stays_and_is_saved_when_it_is_back(
    page: Page, context: BrowserContext, note: Opener
) -> None:
    note(page)
    context.set_offline(True)
    page.fill("[name=check_in]", WORDS)
    says(page, "Geen verbinding")
    expect(page.locator("[name=check_in]")).to_have_value(WORDS)
    assert not Note.plain.exists()
    context.set_offline(False)
    says(page, "Bewaard om")
    assert kept() == WORDS


def test_two_windows_on_one_note_come_together_and_nothing_is_lost(
    page: Page, context: BrowserContext, note: Opener
) -> None:
    other = context.new_page()
    note(page)
    note(other)
    page.fill("[name=check_in]", WORDS)
    says(page, "Bewaard om")
    other.fill("[name=check_in]", OTHERS)
    says(other, "Iemand anders heeft dit")
    expect(other.locator("[name=check_in]")).to_have_value(OTHERS)
    with other.expect_navigation():
        other.get_by_role("button", name="Bekijk beide teksten").click()
    expect(other.locator(".kept")).to_contain_text(WORDS)
    mine = other.locator("main textarea[name=check_in]")
    expect(mine).to_have_value(OTHERS)
    assert kept() == WORDS
    mine.fill(f"{WORDS} {OTHERS}")
    with other.expect_navigation():
        other.get_by_role("button", name="Bewaar deze tekst").click()
    assert kept() == f"{WORDS} {OTHERS}"


def test_leaving_with_text_that_is_not_saved_asks_first(page: Page, context: BrowserContext, note: Opener) -> None:
    note(page)
    context.set_offline(True)
    page.locator("[name=check_in]").press_sequentially("Hut")
    asked: list[str] = []

    def refuse(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", refuse)
    page.close(run_before_unload=True)
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    expect(page.locator("[name=check_in]")).to_have_value("Hut")


def test_a_double_click_makes_one_record(page: Page, live_server: LiveServer, noor: scenes.Scene, note: Opener) -> None:
    page.goto(f"{live_server.url}/clienten/{noor.client.id}/netwerk/nieuw/")
    page.fill("main [name=name]", "Juf Bo")
    page.locator("main [name=kind]").first.select_option("school")
    with page.expect_navigation():
        page.locator("main button.button--main").dblclick()
    expect(page.locator("main")).to_contain_text("Juf Bo")
    assert Contact.plain.filter(name="Juf Bo").count() == 1


def test_who_was_signed_out_while_writing_keeps_the_text_and_goes_on(
    page: Page, context: BrowserContext, live_server: LiveServer, noor: scenes.Scene, note: Opener
) -> None:
    note(page)
    SignedIn.objects.all().delete()
    page.fill("[name=check_in]", WORDS)
    says(page, "uitgelogd")
    expect(page.locator("[name=check_in]")).to_have_value(WORDS)
    assert not Note.plain.exists()
