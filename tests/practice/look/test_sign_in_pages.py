"""Signing in, leaving, and guarding one's account look and speak like the rest."""

import re

import pytest
from django.test import Client

from tests import cast

SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)(?![^>]*type=\"application/json\")")


def checked(markup: str) -> str:
    """The markup, after the rules that hold on every page: our look, Dutch, one h1, nothing inline."""
    assert "look/tokens" in markup
    assert 'lang="nl"' in markup
    assert markup.count("<h1") == 1
    assert not SCRIPT.search(markup)
    assert not re.search(r"\sstyle=|<style|src=\"data:|\son[a-z]+=\"", markup)
    assert not re.search(r"\b([Jj]e|[Jj]ouw|[Jj]ij)\b", re.sub(r"<[^>]+>", " ", markup))
    return markup


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/account/login/", "Log in met een passkey"),
        ("/account/password/reset/", "Wachtwoord vergeten"),
        ("/account/password/reset/done/", "Kijk in uw e-mail"),
        ("/account/password/reset/key/x-y/", "Deze link werkt niet meer"),
    ],
)
@pytest.mark.django_db
def test_pages_at_the_door(address: str, words: str) -> None:
    assert words in checked(Client().get(address, follow=True, headers={"accept-language": "nl"}).content.decode())


@pytest.fixture
def marjan(db: None) -> Client:
    """A browser in which Marjan just signed in."""
    browser = Client(headers={"accept-language": "nl"})
    user = cast.duinrand().user("marjan")
    browser.post("/account/login/", {"login": user.email, "password": cast.PASSWORD})
    assert browser.session.get("_auth_user_id") == str(user.pk)
    return browser


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/account/logout/", "Wat u hebt bewaard, blijft bewaard."),
        ("/account/password/change/", "Bewaar nieuw wachtwoord"),
        ("/account/2fa/", "Inloggen in twee stappen"),
        ("/account/2fa/webauthn/", "U hebt nog geen sleutels."),
        ("/account/reauthenticate/", "Bent u het echt?"),
    ],
)
def test_pages_of_ones_account(marjan: Client, address: str, words: str) -> None:
    page = marjan.get(address)
    assert page.status_code == 200
    assert words in checked(page.content.decode())


def test_a_signed_in_page_names_the_person_and_signs_out_by_post(marjan: Client) -> None:
    markup = marjan.get("/account/2fa/").content.decode()
    assert "Marjan de Wit" in markup
    assert "Praktijk De Duinrand" in markup
    assert '<form method="post" action="/account/logout/"' in markup


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/account/2fa/totp/activate/", "Scan dit plaatje"),
        ("/account/2fa/webauthn/add/", "Sleutel toevoegen"),
    ],
)
def test_pages_that_ask_for_the_password_again(marjan: Client, address: str, words: str) -> None:
    marjan.post("/account/reauthenticate/", {"password": cast.PASSWORD})
    assert words in checked(marjan.get(address).content.decode())


def test_the_code_to_scan_stands_in_the_page_itself(marjan: Client) -> None:
    marjan.post("/account/reauthenticate/", {"password": cast.PASSWORD})
    markup = marjan.get("/account/2fa/totp/activate/").content.decode()
    drawing = markup[markup.index('class="qr"') :]
    assert "<svg" in drawing[:400]
    assert "<?xml" not in markup


@pytest.mark.django_db
def test_a_wrong_password_is_told_at_the_top_and_the_address_stays() -> None:
    page = Client(headers={"accept-language": "nl"}).post(
        "/account/login/", {"login": "wie@elders.example", "password": "verkeerd"}
    )
    markup = page.content.decode()
    assert 'id="errors-title"' in markup
    assert 'value="wie@elders.example"' in markup
    assert "verkeerd" not in markup
