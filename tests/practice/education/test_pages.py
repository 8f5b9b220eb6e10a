"""The pages on giving a card: from the session and the file, in two languages, once, with a way back."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client as Browser

from lijfspoor.practice.education import flows
from lijfspoor.practice.education.models import SharedCard
from tests import cast
from tests.practice.letters import scenes
from tests.practice.library.browsing import browser, words_of

pytestmark = pytest.mark.django_db
BLOCK = "block-basic-safety-parent@1.0"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lijfspoor.practice.education.views.now", lambda: cast.NOW)
    monkeypatch.setattr("lijfspoor.practice.desk.views.now", lambda: cast.NOW)


def marjan(post: scenes.Post) -> Browser:
    return browser(post.house, "marjan")


def address(post: scenes.Post, pin: str = "") -> str:
    return f"/traject/{post.treatment_id}/uitleg/{f'{pin}/' if pin else ''}"


def filled(post: scenes.Post, **more: str) -> dict[str, str]:
    told = {"recipient": f"contact:{post.parents[0].id}", "language": "nl", "how": "handed", "on": "2026-11-23"}
    return told | {"idempotency_key": str(uuid4())} | more


def test_the_session_and_the_file_lead_to_the_cards_that_fit() -> None:
    post = scenes.child()
    session = post.plan(post.day + timedelta(days=1))[0]
    assert f"{address(post)}?sessie={session}" in words_of(marjan(post).get(f"/sessie/{session}/"))
    assert address(post) in words_of(marjan(post).get(f"/clienten/{post.client.id}/"))
    page = words_of(marjan(post).get(address(post), {"voor": "parent", "sessie": str(session)}))
    assert f"{address(post, BLOCK)}?sessie={session}" in page
    assert "bouwsteen basisveiligheid" in page
    assert "het programma verstuurt niets" in page
    assert "Er is nog geen kaart meegegeven." in page


@pytest.mark.requirement("S2-073", "S2-120")
def test_giving_a_card_leads_to_its_paper_and_the_file_shows_it_again() -> None:
    post = scenes.child()
    answer = marjan(post).post(address(post, BLOCK), filled(post, language="en", as_talk="on"), follow=True)
    paper = words_of(answer)
    assert "Building block 1: basic safety" in paper
    assert "Praktijk De Duinrand" in paper
    assert '<article class="card-paper stack" lang="en"' in paper
    file = words_of(marjan(post).get(f"/clienten/{post.client.id}/"))
    assert "Bouwsteen 1: basisveiligheid" in file
    assert "Eva Veldhuis (ouder of verzorger met gezag)" in file
    talks = words_of(marjan(post).get(f"/traject/{post.treatment_id}/gesprekken/"))
    assert "Uitleg gegeven met de kaart" in talks
    offer = words_of(marjan(post).get(address(post), {"voor": "parent"}))
    assert "Eerder meegegeven aan Eva Veldhuis" in offer


def test_without_a_choice_the_cards_are_those_for_the_client_as_a_reader() -> None:
    house = cast.duinrand()
    child, adult = scenes.child(house), scenes.adult(house)
    assert marjan(child).get(address(child)).context["offer"].audience == "child"
    assert marjan(adult).get(address(adult)).context["offer"].audience == "client"


def test_a_submit_that_came_twice_counts_once() -> None:
    post = scenes.child()
    told = filled(post)
    first, second = (marjan(post).post(address(post, BLOCK), told) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert SharedCard.plain.count() == 1


def test_what_is_wrong_stands_beside_the_field_and_nothing_is_kept() -> None:
    post = scenes.child()
    answer = marjan(post).post(address(post, BLOCK), filled(post, recipient="contact:nobody", on="2026-11-24"))
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"recipient", "on"}
    assert SharedCard.plain.count() == 0


def test_who_cannot_get_a_card_yet_is_named_with_the_reason() -> None:
    post = scenes.child()
    post.contact("school", "Juf Mia")
    page = words_of(marjan(post).get(address(post, "window-teacher@1.0")))
    assert "Niemand kan deze kaart nu krijgen." in page
    assert "Toestemming om informatie te delen ontbreekt: Eva Veldhuis." in page
    assert "Leg vast dat u de kaart geeft" not in page


def test_a_mistake_is_put_right_on_a_page_of_its_own() -> None:
    post = scenes.child()
    given: dict[str, Any] = {"language": "nl", "how": "handed", "on": post.day, "session": None, "as_talk": False}
    recipient = f"contact:{post.parents[0].id}"
    made = flows.share_card(treatment_id=post.treatment_id, pin=BLOCK, recipient=recipient, **given, **post.when())
    back = f"/uitleg/{made}/herstel/"
    assert marjan(post).post(back, {"reason": ""}).status_code == 422
    assert marjan(post).post(back, {"reason": "Verkeerde ouder"}).status_code == 302
    page = words_of(marjan(post).get(f"/uitleg/{made}/"))
    assert "toch niet meegegeven" in page
    assert "Verkeerde ouder" in page
    assert marjan(post).get(back).status_code == 302


def test_who_leads_reads_the_offer_but_is_not_shown_how_to_give() -> None:
    post = scenes.child()
    page = words_of(browser(post.house, "lea").get(address(post), {"voor": "parent"}))
    assert address(post, BLOCK) not in page
    assert f"/bibliotheek/uitleg/{BLOCK}/" in page
