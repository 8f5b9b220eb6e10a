"""A group of three on the phone: attendance by thumb, what was seen kept while one writes, signed into each file."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from lijfspoor.practice.tenancy import clock
from tests import cast
from tests.browser.conftest import SIZES
from tests.browser.demo import StoppedClock
from tests.browser.walk import axe_faults
from tests.practice.groups.circle import circle, held, missed, own_note

pytestmark = pytest.mark.django_db(transaction=True)
SEEN = "Hield de bal vast tot een ander vroeg."
OWN = "Het was druk, maar ik bleef."


def choose(page: Page, who: str, answer: str) -> None:
    """Tap an answer at someone; it is big enough for a thumb."""
    answers = page.locator("section.seat", has=page.get_by_role("heading", name=who)).locator(".seg label")
    target = answers.filter(has_text=answer)
    box = target.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    target.click()


def test_attendance_and_observations_of_three_are_taken_and_signed(
    page: Page, live_server: LiveServer, transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "datetime", StoppedClock)
    group = circle(3)
    (meeting,) = group.meet()
    page.set_viewport_size(SIZES["phone"])
    page.goto(f"{live_server.url}/account/login/")
    page.fill("[name=login]", group.house.user("marjan").email)
    page.fill("[name=password]", cast.PASSWORD)
    with page.expect_navigation():
        page.press("[name=password]", "Enter")
    page.get_by_role("link", name="Open de groep").first.click()
    for who, answer in (("Berend W.", "erbij"), ("Coba W.", "niet gekomen"), ("Driekus W.", "kwam later")):
        choose(page, who, answer)
    for who, field, words in (("Berend W.", "in_group", SEEN), ("Driekus W.", "own_words", OWN)):
        seat = page.locator("section.seat", has=page.get_by_role("heading", name=who))
        seat.get_by_text("Wat u zag").first.click()
        seat.locator(f"[name$='.{field}']").fill(words)
    expect(page.locator("[data-autosave-status]")).to_contain_text("Bewaard om", timeout=15_000)
    assert [seat.entry.attendance for seat in group.file(meeting).seats] == ["present", "no_show", "late"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe_faults(page) == []
    with page.expect_navigation():
        page.get_by_role("button", name="Teken wie klaar is").click()
    expect(page.locator("section.seat .chip", has_text="ondertekend")).to_have_count(2)
    first, second, third = group.scenes
    assert [(len(held(one)), len(missed(one))) for one in group.scenes] == [(1, 0), (0, 1), (1, 0)]
    assert (own_note(first).body["in_group"], own_note(third).body["own_words"]) == (SEEN, OWN)
    assert SEEN not in str(own_note(third).body)
    assert second.facts(type(missed(second)[0]))[0].how == "no_show"
