"""A session is held without a mouse, from signing in to the signature, and the focus is always seen (WCAG 2.1.1)."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from lijfspoor.practice.tenancy import clock
from lijfspoor.practice.treatment.models import Note
from tests import cast
from tests.browser.demo import StoppedClock
from tests.practice.treatment.sessions import scenes

pytestmark = pytest.mark.django_db(transaction=True)

MOST_TABS = 160
WHERE = """() => {
    const e = document.activeElement, look = getComputedStyle(e);
    const shown = getComputedStyle(e.closest('label') ?? e);
    const back = window.focusedBefore
        && window.focusedBefore.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING;
    window.focusedBefore = e;
    return {
        tag: e.tagName, name: e.getAttribute('name'), id: e.id, words: e.innerText, value: e.value, back: Boolean(back),
        seen: [look, shown].some(
            s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none'),
    };
}"""


@pytest.fixture
def noor(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> scenes.Scene:
    """Noor, who comes this morning with her grandmother."""
    monkeypatch.setattr(clock, "datetime", StoppedClock)
    scene = scenes.attachment()
    scenes.safe_together(scene)
    assert scene.grandmother
    scene.plan(cast.TODAY, joined_by=(scene.grandmother.id,))
    return scene


def test_a_session_is_held_written_and_signed_with_the_keyboard_alone(
    page: Page, live_server: LiveServer, noor: scenes.Scene
) -> None:
    page.goto(f"{live_server.url}/account/login/")
    tab_to(page, name="login")
    page.keyboard.type(noor.house.user("marjan").email)
    tab_to(page, name="password")
    page.keyboard.type(cast.PASSWORD)
    enter(page)

    page.keyboard.press("Tab")
    assert page.evaluate(WHERE)["words"] == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate(WHERE)["id"] == "inhoud"
    tab_to(page, words="Open de sessie")
    enter(page)

    tab_to(page, name="check_in")
    page.keyboard.type("Noor kwam hand in hand met oma.")
    assert noor.grandmother
    came = tab_to(page, name=f"came-{noor.grandmother.id}", back_is_fine=True)
    if not page.locator(f"[name='{came['name']}']").is_checked():
        page.keyboard.press("Space")
    tab_to(page, name="reflection", back_is_fine=True)
    page.keyboard.type("Ik bleef rustig op de bank.")
    tab_to(page, words="Teken verslag")
    enter(page)

    expect(page.locator("main")).to_contain_text("Noor kwam hand in hand met oma.")
    note = Note.plain.get()
    assert note.signed_at is not None
    assert note.body["reflection"] == "Ik bleef rustig op de bank."
    assert f"came-{noor.grandmother.id}" in note.body


def test_tab_goes_through_every_page_of_the_day_and_out_again(
    page: Page, live_server: LiveServer, noor: scenes.Scene
) -> None:
    page.goto(f"{live_server.url}/account/login/")
    assert page.locator("[tabindex]:not([tabindex='-1']):not([tabindex='0'])").count() == 0
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            return
        assert page.evaluate(WHERE)["seen"]
    pytest.fail("Tab stays on the page")


def tab_to(page: Page, *, name: str = "", words: str = "", back_is_fine: bool = False) -> dict[str, Any]:
    """Press Tab until the focus is there; on the way it is always seen and never goes back."""
    page.evaluate("window.focusedBefore = null")
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        at: dict[str, Any] = page.evaluate(WHERE)
        if at["tag"] == "BODY":
            assert back_is_fine, (name, words)
            continue
        assert at["seen"], at
        assert back_is_fine or not at["back"], at
        if (name and at["name"] == name) or (words and (at["words"] or "").strip() == words):
            return at
    raise AssertionError(f"Tab does not come to {name}{words}")


def enter(page: Page) -> None:
    """Press Enter and wait for the page that follows."""
    with page.expect_navigation():
        page.keyboard.press("Enter")
