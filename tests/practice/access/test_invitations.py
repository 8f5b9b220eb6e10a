"""A secret link, handed over by an owner, lets one person in, once."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from lijfspoor.practice.access.models import Invitation, Membership, User
from tests import cast
from tests.practice.access.browsers import Answer, confirmed, key, signed_in

pytestmark = pytest.mark.django_db

NEW = "fluiten-in-de-duinen"


@pytest.fixture
def house() -> cast.House:
    return cast.duinrand()


@pytest.fixture
def marjan(house: cast.House) -> Client:
    return confirmed(house.user("marjan"))


def invite(browser: Client, **other: Any) -> Answer:
    given = {
        "name": "Nora Bos",
        "email": "Nora@Elders.example",
        "profession": "PMT",
        "roles": ["therapist"],
        "idempotency_key": key(),
    }
    return browser.post("/praktijk/collegas/nieuw/", given | other)


def link(answer: Answer) -> str:
    found = re.search(r"http://testserver(/uitnodiging/[\w-]+/)", answer.content.decode())
    assert found, "the page shows the link"
    return found[1]


def join(address: str, browser: Client | None = None, **other: str) -> Answer:
    given = {"name": "Nora Bos", "password": NEW, "password_again": NEW} | other
    return (browser or Client()).post(address, given)


def age(by: timedelta) -> None:
    invitation = Invitation.plain.get()
    Invitation.plain.update(made_at=invitation.made_at - by, ends_at=invitation.ends_at - by)


def test_someone_new_makes_an_account_and_works_here(house: cast.House, marjan: Client) -> None:
    address, nora = link(invite(marjan)), Client()
    markup = nora.get(address).content.decode()
    assert "Welkom bij Praktijk De Duinrand" in markup
    assert "therapeut" in markup
    assert join(address, nora)["Location"] == "/account/2fa/"
    member = Membership.plain.get(user__email="nora@elders.example")
    assert (member.practice_id, member.is_therapist, member.is_owner) == (house.practice.id, True, False)
    assert nora.get("/mijn-account/").status_code == 200
    assert signed_in(member.user, NEW).get("/mijn-account/").status_code == 200


def test_the_link_holds_128_bits_and_only_its_hash_is_kept(marjan: Client) -> None:
    address = link(invite(marjan))
    secret = address.removeprefix("/uitnodiging/").removesuffix("/")
    assert len(secret) >= 22
    kept = Invitation.plain.values().get()
    assert not any(secret in str(value) for value in kept.values())
    assert secret not in marjan.get("/praktijk/collegas/").content.decode()


def test_the_link_works_once(marjan: Client) -> None:
    address = link(invite(marjan))
    for _ in range(3):
        assert Client().get(address).status_code == 200, "opening it uses nothing up"
    assert join(address).status_code == 302
    assert Client().get(address).status_code == 404
    assert join(address, name="Iemand anders").status_code == 404
    assert User.objects.filter(email="nora@elders.example").count() == 1


def test_the_link_works_14_days(marjan: Client) -> None:
    address = link(invite(marjan))
    age(timedelta(days=14, minutes=-5))
    assert Client().get(address).status_code == 200
    age(timedelta(minutes=10))
    assert Client().get(address).status_code == 404
    assert join(address).status_code == 404
    assert not User.objects.filter(email="nora@elders.example").exists()


def test_a_wrong_link_answers_like_an_ended_one(marjan: Client) -> None:
    address = link(invite(marjan))
    age(timedelta(days=15))
    ended, wrong = Client().get(address), Client().get("/uitnodiging/AAAAAAAAAAAAAAAAAAAAAA/")
    assert (ended.status_code, ended.content) == (wrong.status_code, wrong.content)
    assert ended.status_code == 404


def test_a_withdrawn_link_no_longer_works(marjan: Client) -> None:
    address = link(invite(marjan))
    page = f"/praktijk/collegas/uitnodiging/{Invitation.plain.get().id}/weg/"
    assert "Nora Bos" in marjan.get(page).content.decode()
    assert marjan.post(page).status_code == 302
    assert Client().get(address).status_code == 404
    assert marjan.post(page).status_code == 404


def test_a_new_invitation_ends_the_earlier_one(marjan: Client) -> None:
    earlier, later = link(invite(marjan)), link(invite(marjan))
    assert Client().get(earlier).status_code == 404
    assert Client().get(later).status_code == 200


def test_the_same_form_twice_is_one_invitation_and_shows_no_second_link(marjan: Client) -> None:
    same = key()
    link(invite(marjan, idempotency_key=same))
    assert invite(marjan, idempotency_key=same)["Location"] == "/praktijk/collegas/"
    assert Invitation.plain.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"email": "tess@duinrand.example"}, "email"),
        ({"email": "TESS@DUINRAND.EXAMPLE "}, "email"),
        ({"email": "geen adres"}, "email"),
        ({"roles": []}, "roles"),
        ({"roles": ["baas"]}, "roles"),
        ({"name": ""}, "name"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(marjan: Client, wrong: dict[str, Any], field: str) -> None:
    answer = invite(marjan, **wrong)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Invitation.plain.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"password": "kort", "password_again": "kort"}, "password"),
        ({"password_again": "anders"}, "password_again"),
        ({"password": "nora@elders.example", "password_again": "nora@elders.example"}, "password"),
    ],
)
def test_a_password_that_does_not_do_uses_nothing_up(marjan: Client, wrong: dict[str, str], field: str) -> None:
    address = link(invite(marjan))
    answer = join(address, None, **wrong)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert join(address).status_code == 302


class TestSomeoneWithAnAccount:
    @pytest.fixture
    def elsa(self) -> User:
        return cast.oever().user("elsa")

    @pytest.fixture
    def address(self, marjan: Client, elsa: User) -> str:
        return link(invite(marjan, name="Elsa Brand", email=elsa.email))

    def test_signs_in_and_works_in_both(self, house: cast.House, address: str, elsa: User) -> None:
        markup = Client().get(address).content.decode()
        assert f"/account/login/?next={address}" in markup
        browser = signed_in(elsa)
        assert "Praktijk De Oever" in browser.get("/mijn-account/").content.decode()
        assert "Begin bij deze praktijk" in browser.get(address).content.decode()
        assert browser.post(address)["Location"] == "/"
        account = browser.get("/mijn-account/").content.decode()
        assert "Praktijk De Oever" in account
        assert "Praktijk De Duinrand" in account
        assert browser.session["practice"] == str(house.practice.id)

    def test_nobody_makes_an_account_over_it(self, address: str, elsa: User) -> None:
        before = User.objects.get(id=elsa.id).password
        assert join(address).status_code == 200
        assert User.objects.get(id=elsa.id).password == before
        assert not Membership.plain.filter(user=elsa, practice__name="Praktijk De Duinrand").exists()

    def test_nobody_else_uses_it(self, house: cast.House, address: str, elsa: User) -> None:
        browser = signed_in(house.user("tess"))
        assert "met een ander account ingelogd" in browser.get(address).content.decode()
        assert browser.post(address).status_code == 403
        assert not Membership.plain.filter(user=elsa, practice=house.practice).exists()
        assert Client().get(address).status_code == 200

    def test_who_left_can_come_back_with_a_new_role(self, house: cast.House, marjan: Client) -> None:
        tess = house.user("tess")
        marjan.post(f"/praktijk/collegas/{house.members['tess'].id}/einde/", {"last_day": ""})
        address = link(invite(marjan, name="Tess Vos", email=tess.email, roles=["assistant"]))
        browser = signed_in(tess)
        assert browser.get(address).status_code == 200, "the link also works for someone who works nowhere"
        assert browser.post(address).status_code == 302
        member = Membership.plain.get(user=tess)
        assert (member.is_assistant, member.is_therapist, member.until) == (True, False, None)
        assert browser.get("/mijn-account/").status_code == 200


@pytest.mark.parametrize("name", ["tess", "lea", "ab"])
def test_only_an_owner_invites(house: cast.House, name: str) -> None:
    assert invite(confirmed(house.user(name))).status_code == 403
    assert not Invitation.plain.exists()


def test_the_link_is_in_no_log(house: cast.House, marjan: Client) -> None:
    from lijfspoor.practice.logbook.models import LogEntry

    address = link(invite(marjan))
    Client().get(address)
    tess = signed_in(house.user("tess"))
    tess.post(address)
    tess.get("/uitnodiging/AAAAAAAAAAAAAAAAAAAAAA/")
    secret = address.removeprefix("/uitnodiging/").removesuffix("/")
    for entry in LogEntry.plain.values():
        assert secret not in str(entry)
        assert "AAAAAAAAAAAAAAAAAAAAAA" not in str(entry)
