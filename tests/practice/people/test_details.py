"""A client's details: nothing overwritten, nothing that cannot be, and text that stays text."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client as Browser
from django.utils.html import escape

from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.people.models import Client, Contact
from tests import cast
from tests.practice.access.browsers import key, signed_in

pytestmark = pytest.mark.django_db

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE people_client; --",
    "{{ 7|add:7 }}{% load static %}",
    "</textarea><svg onload=alert(1)>",
    "javascript:alert(1)",
]


@pytest.fixture
def house() -> cast.House:
    return cast.duinrand()


@pytest.fixture
def marjan(house: cast.House) -> Browser:
    return signed_in(house.user("marjan"))


def page(client: Client, rest: str = "gegevens/") -> str:
    return f"/clienten/{client.id}/{rest}"


def details(**other: Any) -> dict[str, Any]:
    return {"given": "Samira", "infix": "el", "family": "Haddioui", "born": "1992-03-04", "version": 1} | other


def test_a_change_is_kept_and_logged(house: cast.House, marjan: Browser) -> None:
    client = cast.adult(house)
    assert marjan.post(page(client), details(city="Duinstad")).status_code == 302
    kept = Client.plain.get()
    assert (kept.city, kept.version, kept.search_name) == ("Duinstad", 2, "samira el haddioui")
    assert LogEntry.plain.get(kind="people.client_changed").client_id == client.id


@pytest.mark.parametrize("version", ["1", "", "x", "²", "-1", "9" * 30])
def test_two_who_change_at_once_see_both_texts(house: cast.House, marjan: Browser, version: str) -> None:
    client = cast.adult(house)
    Client.plain.update(version=2, city="Van Lea", gender="female")
    answer = marjan.post(page(client), details(city="Van Marjan", gender="other", version=version))
    assert answer.status_code == 409
    markup = answer.content.decode()
    assert "Van Lea" in markup
    assert "Van Marjan" in markup
    assert "<p>vrouw</p>" in markup
    assert '<option value="other" selected>anders</option>' in markup
    assert Client.plain.get().city == "Van Lea"
    assert marjan.post(page(client), details(city="Samen", version=2)).status_code == 302
    assert Client.plain.get().city == "Samen"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"born": "0001-01-01"}, "born"),
        ({"born": "9999-12-31"}, "born"),
        ({"born": "2026-02-30"}, "born"),
        ({"born": "1899-12-31"}, "born"),
        ({"born": "2190-01-01"}, "born"),
        ({"bsn": "123456789"}, "bsn"),
        ({"bsn": "abc"}, "bsn"),
        ({"email": "geen adres"}, "email"),
        ({"given": ""}, "given"),
        ({"given": "x" * 81}, "given"),
        ({"gender": "koning"}, "gender"),
        ({"interests": "x" * 2001}, "interests"),
    ],
)
def test_what_cannot_be_stands_beside_its_field(
    house: cast.House, marjan: Browser, wrong: dict[str, str], field: str
) -> None:
    client = cast.adult(house)
    answer = marjan.post(page(client), details(**wrong))
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert Client.plain.get().version == 1


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_stays_text_on_every_page(house: cast.House, marjan: Browser, payload: str) -> None:
    client, eva, *_ = cast.child(house)
    texts = ("called", "allergies", "interests", "earlier_help", "street", "city", "country", "phone")
    sent = {name: payload[:38] if name in ("phone",) else payload for name in texts}
    assert marjan.post(page(client), details(born="2019-05-06", **sent)).status_code == 302
    contact = {"name": payload, "kind": "caregiver", "note": payload, "organisation": payload, "relation": payload}
    assert marjan.post(page(client, f"netwerk/{eva.id}/"), contact | {"version": 1}).status_code == 302
    assert Contact.plain.get(id=eva.id).name == payload
    assert escape(payload) in marjan.get(page(client)).content.decode()
    for rest in ("gegevens/", "netwerk/", f"netwerk/{eva.id}/", "toestemmingen/", f"netwerk/{eva.id}/weg/", "logboek/"):
        answer = marjan.get(page(client, rest))
        assert answer.status_code == 200
        markup = answer.content.decode()
        assert "<script>alert" not in markup
        assert "<img src=x" not in markup
        assert "<svg onload" not in markup


class TestWho:
    @pytest.mark.parametrize(
        ("name", "reads", "writes"),
        [("marjan", 200, 302), ("lea", 200, 403), ("ab", 200, 302), ("tess", 404, 404)],
    )
    def test_sees_and_changes(self, house: cast.House, name: str, reads: int, writes: int) -> None:
        client = cast.adult(house)
        browser = signed_in(house.user(name))
        assert browser.get(page(client)).status_code == reads
        assert browser.post(page(client), details()).status_code == writes

    @pytest.mark.parametrize("name", ["lea", "tess"])
    def test_who_may_not_change_sees_no_button_for_it(self, house: cast.House, name: str) -> None:
        client = cast.adult(house)
        markup = signed_in(house.user(name)).get(page(client, "netwerk/")).content.decode()
        assert "Voeg iemand toe" not in markup
        assert "Maak los" not in markup

    def test_a_released_colleague_is_out_at_the_next_request(self, house: cast.House, marjan: Browser) -> None:
        client = cast.adult(house)
        cast.relate(house, client, "tess", "treats")
        tess = signed_in(house.user("tess"))
        assert tess.get(page(client)).status_code == 200
        loose = page(client, f"netwerk/collega/{house.members['tess'].id}/treats/los/")
        assert marjan.get(loose).status_code == 200
        assert marjan.post(loose).status_code == 302
        assert tess.get(page(client)).status_code == 404
        assert marjan.get(loose).status_code == 404

    def test_a_colleague_who_stands_in_is_in_until_that_day(self, house: cast.House, marjan: Browser) -> None:
        client = cast.adult(house)
        tess = str(house.members["tess"].id)
        same = key()
        given = {"member": tess, "kind": "stands_in", "until": "2199-01-01", "idempotency_key": same}
        for _ in range(2):
            assert marjan.post(page(client, "netwerk/collega/"), given).status_code == 302
        assert signed_in(house.user("tess")).get(page(client)).status_code == 200
        again = marjan.post(page(client, "netwerk/collega/"), given | {"idempotency_key": key()})
        assert "heeft deze rol al" in again.content.decode()

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"until": "2020-01-01"}, "until"),
            ({"until": "9999-12-31"}, "until"),
            ({"kind": "koning"}, "kind"),
            ({"member": str(uuid4())}, "member"),
        ],
    )
    def test_ties_that_cannot_be(self, house: cast.House, marjan: Browser, wrong: dict[str, str], field: str) -> None:
        client = cast.adult(house)
        given = {"member": str(house.members["tess"].id), "kind": "treats"}
        answer = marjan.post(page(client, "netwerk/collega/"), given | wrong)
        assert answer.status_code == 422
        assert field in answer.context["form"].errors

    def test_a_colleague_of_another_practice_cannot_be_tied(self, house: cast.House, marjan: Browser) -> None:
        client = cast.adult(house)
        elsa = str(cast.oever().members["elsa"].id)
        answer = marjan.post(page(client, "netwerk/collega/"), {"member": elsa, "kind": "treats"})
        assert answer.status_code == 422
        assert "Elsa" not in answer.content.decode()
