"""The people around a client: who they are, who takes part, and whose address is whose."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client as Browser

from lijfspoor.practice.people import network
from lijfspoor.practice.people.models import Authority, Client, Contact
from lijfspoor.practice.tenancy.clock import day_of, now
from tests import cast
from tests.practice.access.browsers import key, signed_in

pytestmark = pytest.mark.django_db

MARKERS = {"street": "Geheimstraat 7", "postcode": "9999 ZZ", "phone": "06 99 99 99 99", "email": "mark@geheim.example"}


@pytest.fixture
def house() -> cast.House:
    return cast.duinrand()


@pytest.fixture
def marjan(house: cast.House) -> Browser:
    return signed_in(house.user("marjan"))


def page(client: Client, rest: str = "") -> str:
    return f"/clienten/{client.id}/netwerk/{rest}"


def someone(**other: Any) -> dict[str, Any]:
    return {"name": "Juf Anne", "kind": "school", "idempotency_key": key()} | other


@pytest.mark.requirement("S2-122")
def test_a_child_can_have_several_attachment_relations(house: cast.House, marjan: Browser) -> None:
    client, *_ = cast.child(house)
    given = someone(name="Oom Bart", kind="relative", relation="oom", attachment_figure="on", joins="on")
    assert marjan.post(page(client, "nieuw/"), given).status_code == 302
    people = network.people_around(practice_id=house.practice.id, client_id=client.id, day=cast.TODAY)
    assert {each.details.name for each in people if each.details.attachment_figure} == {"Ria Veldhuis", "Oom Bart"}
    assert marjan.get(page(client)).content.decode().count("hechtingsfiguur") == 2


def test_who_wants_to_take_part_as_attachment_person_is_named(house: cast.House, marjan: Browser) -> None:
    client, _, _, ria = cast.child(house)
    row = marjan.get(page(client)).content.decode()
    row = row[row.index("Ria Veldhuis") :]
    assert "doet mee" in row[: row.index("</li>")]
    given = {"name": "Ria Veldhuis", "kind": "relative", "attachment_figure": "on", "version": 1}
    assert marjan.post(page(client, f"{ria.id}/"), given).status_code == 302
    assert "doet mee" not in marjan.get(page(client)).content.decode()


def test_someone_new_can_hold_authority_from_today(house: cast.House, marjan: Browser) -> None:
    client, *_ = cast.child(house)
    marjan.post(page(client, "nieuw/"), someone(name="Voogd Els", kind="guardian", authority="guardian"))
    held = Authority.plain.get(contact__name="Voogd Els")
    assert (held.guardian, held.holds_from) == (True, day_of(now()))


def test_the_same_form_twice_is_one_person(house: cast.House, marjan: Browser) -> None:
    client, given = cast.adult(house), someone()
    for _ in range(2):
        assert marjan.post(page(client, "nieuw/"), given).status_code == 302
    assert Contact.plain.filter(client=client).count() == 1


def test_two_who_change_someone_at_once_see_both_texts(house: cast.House, marjan: Browser) -> None:
    client, eva, *_ = cast.child(house)
    Contact.plain.filter(id=eva.id).update(version=2, note="Van Lea", joins=True, kind="guardian")
    mine = {"name": "Eva Veldhuis", "kind": "caregiver", "relation": "moeder", "note": "Van Marjan", "version": 1}
    answer = marjan.post(page(client, f"{eva.id}/"), mine)
    assert answer.status_code == 409
    markup = answer.content.decode()
    for words in ("Van Lea", "Van Marjan", "<p>voogd</p>", "<p>ja</p>"):
        assert words in markup
    assert Contact.plain.get(id=eva.id).note == "Van Lea"
    assert (
        marjan.post(page(client, f"{eva.id}/"), mine | {"note": "Samen", "version": 2, "joins": ""}).status_code == 302
    )
    kept = Contact.plain.get(id=eva.id)
    assert (kept.note, kept.joins) == ("Samen", False)


def test_leaving_is_kept_and_ends_authority(house: cast.House, marjan: Browser) -> None:
    client, eva, *_ = cast.child(house)
    today = day_of(now())
    assert "uit het netwerk halen?" in marjan.get(page(client, f"{eva.id}/weg/")).content.decode()
    assert marjan.post(page(client, f"{eva.id}/weg/")).status_code == 302
    assert Contact.plain.get(id=eva.id).ended_on == today
    people = network.people_around(practice_id=house.practice.id, client_id=client.id, day=today + timedelta(days=1))
    assert {each.details.name: each.authority for each in people}["Eva Veldhuis"] == ""


def test_one_parents_address_stands_on_their_own_page_only(house: cast.House, marjan: Browser) -> None:
    client, eva, mark, ria = cast.child(house)
    Contact.plain.filter(id=mark.id).update(**MARKERS)
    own = marjan.get(page(client, f"{mark.id}/")).content.decode()
    assert all(marker in own for marker in MARKERS.values())
    addresses = [page(client), page(client, f"{eva.id}/"), page(client, f"{ria.id}/"), page(client, f"{mark.id}/weg/")]
    addresses += [f"/clienten/{client.id}/{rest}/" for rest in ("gegevens", "toestemmingen", "logboek")]
    addresses += [f"/clienten/{client.id}/toestemmingen/treatment/{who.id}/" for who in (eva, mark)]
    for address in addresses:
        answer = marjan.get(address)
        assert answer.status_code == 200
        assert not [marker for marker in MARKERS.values() if marker in answer.content.decode()], address


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"kind": "koning"}, "kind"),
        ({"email": "geen adres"}, "email"),
        ({"authority": "koning"}, "authority"),
        ({"note": "x" * 1001}, "note"),
    ],
)
def test_what_cannot_be_stands_beside_its_field(
    house: cast.House, marjan: Browser, wrong: dict[str, str], field: str
) -> None:
    client = cast.adult(house)
    answer = marjan.post(page(client, "nieuw/"), someone(**wrong))
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Contact.plain.exists()


def test_someone_around_another_client_is_not_found_here(house: cast.House, marjan: Browser) -> None:
    _, eva, *_ = cast.child(house)
    client = cast.adult(house)
    for rest in (f"{eva.id}/", f"{eva.id}/weg/"):
        assert marjan.get(page(client, rest)).status_code == 404
    given = {"name": "Gekaapt", "kind": "caregiver", "version": 1}
    assert marjan.post(page(client, f"{eva.id}/"), given).status_code == 404
    assert marjan.post(page(client, f"{eva.id}/weg/")).status_code == 404
    about = {"authority-change": "guardian", "authority-on": "2026-01-01"}
    assert marjan.post(page(client, f"{eva.id}/gezag/"), about).status_code == 404
    assert Contact.plain.get(id=eva.id).name == "Eva Veldhuis"
    assert Authority.plain.filter(contact=eva).count() == 1
