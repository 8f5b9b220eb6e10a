"""A visitor with a phone and no scripts takes the guide, reads, reckons and asks, in both languages."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from lijfspoor.practice.intake.models import Referral
from tests import cast
from tests.browser.conftest import SIZES
from tests.browser.walk import WIDER, axe_faults, too_wide

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = {
    "nl": {"start": "/hulp/", "begin": "Begin de wegwijzer", "next": "Verder", "back": "Terug", "fits": "Dit past"},
    "en": {"start": "/en/help/", "begin": "Begin the guide", "next": "Continue", "back": "Back", "fits": "This fits"},
}


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone whose browser runs no script."""
    context = browser.new_context(viewport=SIZES["phone"], java_script_enabled=False)
    page = context.new_page()
    outside: list[str] = []
    page.on("request", lambda asked: outside.append(asked.url) if "localhost" not in asked.url else None)
    yield page
    assert outside == []
    assert context.cookies() == []
    context.close()


@dataclass(frozen=True)
class Examiner:
    """Looks with scripts at the pages that the phone without scripts has before it."""

    page: Page

    def looks_at(self, phone: Page, name: str) -> None:
        """The page can be used by everyone and fits the phone."""
        self.page.goto(phone.url)
        self.page.set_content(phone.content(), wait_until="load")
        assert axe_faults(self.page) == [], name
        assert self.page.evaluate(WIDER) <= 0, too_wide(self.page)
        if folder := os.environ.get("LIJFSPOOR_LOOK_AT"):
            self.page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def choose(page: Page, **answers: str) -> None:
    """Tick answers by the ids of questions and options."""
    for question, options in answers.items():
        for option in options.split():
            page.locator(f'main [name="q-{question}"][value="{option}"]').check()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_visitor_without_scripts_comes_to_an_answer_and_can_turn_back(
    phone: Page, page: Page, live_server: LiveServer, language: str
) -> None:
    words = WORDS[language]
    page.set_viewport_size(SIZES["phone"])
    looked_at = Examiner(page).looks_at

    def press(name: str) -> None:
        phone.get_by_role("button", name=words[name], exact=True).click()

    phone.goto(live_server.url + words["start"])
    looked_at(phone, f"{language}-home")
    phone.get_by_role("link", name=words["begin"]).click()
    expect(phone.locator("html")).to_have_attribute("lang", language)
    looked_at(phone, f"{language}-first")
    press("next")
    expect(phone.locator(".field__error")).to_be_visible()
    looked_at(phone, f"{language}-mend")
    choose(phone, danger="none")
    press("next")
    phone.fill("#q-age", "35")
    press("next")
    choose(phone, body="tension fatigue")
    press("next")
    choose(phone, medical="no-cause", duration="long")
    press("next")
    choose(phone, feelings="stress")
    press("back")
    expect(phone.locator('main [name="q-duration"][value="long"]')).to_be_checked()
    press("next")
    choose(phone, feelings="stress", behaviour="none")
    press("next")
    choose(phone, talking="hard")
    press("next")
    choose(phone, earlier="talking-not-enough", treatment="none")
    press("next")
    looked_at(phone, f"{language}-last")
    choose(phone, wishes="move")
    press("next")
    expect(phone.get_by_role("heading", name=words["fits"], exact=True)).to_be_visible()
    looked_at(phone, f"{language}-outcome")
    assert re.fullmatch(rf"{live_server.url}/(?:hulp/wegwijzer|en/help/guide)/", phone.url)
    phone.locator('button[value="take"]').click()
    looked_at(phone, f"{language}-take")
    phone.goto(live_server.url + ("/hulp/vergelijken/" if language == "nl" else "/en/help/compare/"))
    looked_at(phone, f"{language}-compare")
    phone.goto(live_server.url + ("/hulp/wegwijzer/" if language == "nl" else "/en/help/guide/"))
    choose(phone, danger="suicidal")
    press("next")
    expect(phone.locator(".alarm a[href='tel:113']")).to_be_visible()
    expect(phone.get_by_role("heading", name=words["fits"], exact=True)).to_have_count(0)
    looked_at(phone, f"{language}-alarm")


READ = {
    "nl": ("/hulp/wat-is-pmt/", "/hulp/voor-wie/trauma/", "/hulp/veelgestelde-vragen/", "/hulp/wat-we-weten/"),
    "en": ("/en/help/what-is-pmt/", "/en/help/for-whom/trauma/", "/en/help/questions/", "/en/help/what-is-known/"),
}
PAYING = {
    "nl": ("/hulp/kosten/", "Reken het uit", "U betaalt zelf € 500"),
    "en": ("/en/help/costs/", "Reckon it", "You pay yourself € 500"),
}
ASKING = {
    "nl": ("/hulp/therapeuten/?postcode=1012", "Vraag een eerste gesprek", "Verstuur", "Uw vraag is verstuurd"),
    "en": ("/en/help/therapists/?postcode=1012", "Ask for a first talk", "Send", "Your question was sent"),
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_visitor_without_scripts_reads_reckons_and_asks_for_a_first_talk(
    phone: Page, page: Page, live_server: LiveServer, language: str
) -> None:
    cast.listed(uuid4())
    page.set_viewport_size(SIZES["phone"])
    looked_at = Examiner(page).looks_at
    for number, address in enumerate(READ[language]):
        phone.goto(live_server.url + address)
        expect(phone.locator("h1")).to_have_count(1)
        looked_at(phone, f"{language}-read-{number}")
    address, reckon, answer = PAYING[language]
    phone.goto(live_server.url + address)
    looked_at(phone, f"{language}-costs")
    phone.locator('[name="setting"][value="own_practice"]').check()
    phone.fill('[name="price"]', "80")
    phone.fill('[name="sessions_low"]', "10")
    phone.fill('[name="sessions_high"]', "10")
    phone.locator("summary").first.click()
    phone.locator('[name="has_policy"][value="yes"]').check()
    phone.locator('[name="recognises"][value="yes"]').check()
    phone.fill('[name="starts_on"]', "2026-06-01")
    phone.fill('[name="per_year"]', "300")
    phone.get_by_role("button", name=reckon).click()
    expect(phone.locator("main")).to_contain_text(answer)
    looked_at(phone, f"{language}-costs-answer")
    search, ask, send, asked = ASKING[language]
    phone.goto(live_server.url + search)
    looked_at(phone, f"{language}-finder")
    phone.locator("ol a").first.click()
    looked_at(phone, f"{language}-therapist")
    phone.get_by_role("link", name=ask).click()
    looked_at(phone, f"{language}-ask")
    for name, typed in {"given": "Sem", "family": "Verzonnen", "phone": "000"}.items():
        phone.fill(f'[name="{name}"]', typed)
    phone.locator('[name="agrees"]').check()
    phone.wait_for_timeout(3500)
    phone.get_by_role("button", name=send).click()
    expect(phone.locator("h1")).to_have_text(asked)
    looked_at(phone, f"{language}-asked")
    assert Referral.plain.count() == 1
