"""Signing in: limits nobody can lift, a fresh session, and no word on who has an account."""

import re

import pytest
from django.core import mail
from django.test import Client, override_settings

from lijfspoor.config.accounts import ClosedDoor, SecondStep
from tests import cast
from tests.practice.access.browsers import LOGIN, Answer, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def marjan() -> str:
    return str(cast.duinrand().user("marjan").email)


def attempt(login: str, password: str = "verkeerd-wachtwoord", **headers: str) -> Answer:
    browser = Client(headers={"accept-language": "nl"})
    return browser.post(LOGIN, {"login": login, "password": password}, headers=headers)


def said(answer: Answer) -> str:
    """What the page says, without what the visitor typed and without tokens."""
    text = re.sub(r'value="[^"]*"', "", answer.content.decode())
    return re.sub(r"nonce-[\w-]+", "", text)


def shut(answer: Answer) -> bool:
    return "Te vaak geprobeerd" in answer.content.decode()


def test_ten_tries_on_one_account_are_too_many_even_with_the_right_password(marjan: str) -> None:
    answers = [attempt(marjan) for _ in range(10)]
    assert not shut(answers[0])
    assert shut(answers[-1])
    assert shut(attempt(marjan, cast.PASSWORD))


def test_thirty_tries_from_one_address_are_too_many_whatever_the_account() -> None:
    answers = [attempt(f"iemand{number}@elders.example") for number in range(30)]
    assert not shut(answers[0])
    assert shut(answers[-1]) or answers[-1].status_code == 429


@pytest.mark.parametrize("proxies", [0, 1])
def test_a_forwarded_address_of_ones_own_lifts_nothing(marjan: str, proxies: int) -> None:
    # A proxy of the practice adds the address it saw at the end; what the visitor wrote stays in front of it.
    end = ", 203.0.113.9" if proxies else ""
    with override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=proxies):
        for number in range(30):
            attempt(f"iemand{number}@elders.example", **{"X-Forwarded-For": f"198.51.100.{number}{end}"})
        last = attempt("weer@elders.example", **{"X-Forwarded-For": f"198.51.100.99{end}"})
    assert shut(last) or last.status_code == 429


def test_a_wrong_password_and_an_unknown_address_read_the_same(marjan: str) -> None:
    known, unknown = attempt(marjan), attempt("niemand@elders.example")
    assert known.status_code == unknown.status_code
    assert said(known) == said(unknown)
    assert "Het e-mailadres en het wachtwoord horen niet bij elkaar" in said(known)


def test_a_forgotten_password_does_not_tell_who_has_an_account(marjan: str) -> None:
    answers = [
        Client().post("/account/password/reset/", {"email": address}, follow=True)
        for address in (marjan, "niemand@elders.example")
    ]
    assert said(answers[0]) == said(answers[1])
    assert [message.to for message in mail.outbox] == [[marjan]]


def test_the_session_is_a_new_one_after_signing_in(marjan: str) -> None:
    browser = Client()
    browser.get("/account/login/?next=/mijn-account/")
    session = browser.session
    session["planted"] = "before"
    session.save()
    before = session.session_key or ""
    browser.cookies["lijfspoor"] = before
    browser.post(LOGIN, {"login": marjan, "password": cast.PASSWORD})
    assert browser.session.session_key not in (None, before)
    thief = Client()
    thief.cookies["lijfspoor"] = before
    assert thief.get("/mijn-account/").status_code == 302


def test_a_session_is_dead_after_signing_out() -> None:
    browser = signed_in(cast.duinrand().user("marjan"))
    cookie = browser.cookies["lijfspoor"].value
    browser.post("/account/logout/")
    thief = Client()
    thief.cookies["lijfspoor"] = cookie
    assert thief.get("/mijn-account/").status_code == 302


def test_nobody_signs_up_by_themselves() -> None:
    given = {"email": "ik@elders.example", "password1": cast.PASSWORD, "password2": cast.PASSWORD}
    Client().post("/account/signup/", given)
    assert attempt("ik@elders.example", cast.PASSWORD).status_code == 200


@pytest.mark.parametrize("adapter", [ClosedDoor, SecondStep])
def test_every_error_is_plain_dutch_with_u(adapter: type[ClosedDoor] | type[SecondStep]) -> None:
    unused = {"phone_password_mismatch", "phone_taken", "unknown_phone", "username_blacklisted", "username_taken"}
    for code, words in adapter.error_messages.items():
        if code not in unused:
            assert isinstance(words, str), f"{code} is still the library's own"
            assert not re.search(r"\b([Jj]e|[Jj]ouw|[Jj]ij)\b", words), code
