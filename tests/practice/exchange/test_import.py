"""A file from another system becomes a referral that a therapist can act on, once, with nothing lost unsaid."""

from pathlib import Path

import pytest

from lijfspoor.practice.access.refusals import NotAllowed, NotPossible, NotUnderstood
from lijfspoor.practice.exchange import flows
from lijfspoor.practice.intake import flows as intake
from lijfspoor.practice.intake.details import Way
from lijfspoor.practice.intake.models import Referral
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.people.models import Client, Contact
from tests import cast
from tests.cast import NOW, TODAY, House
from tests.practice.exchange.files import DUTCH, ENGLISH, dutch, english, of_others, ours

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return cast.duinrand()


def taken_over(house: House, document: bytes, who: str = "ab") -> flows.TakenOver:
    return flows.import_referral(actor=house.actor(who), document=document, now=NOW)


def test_a_referral_in_a_file_becomes_a_client_with_network_and_reason(house: House) -> None:
    taken = taken_over(house, ours())
    card = flows.read_imported(actor=house.actor("ab"), referral_id=taken.referral_id, now=NOW)
    assert not taken.was_known
    assert card.client.name.endswith("de Wit")
    assert "Trekt zich terug na verhuizing" in card.reason
    assert card.referrer.name.endswith("Visser")
    assert card.came_by == "fhir"
    around = Contact.objects.in_practice(house.practice.id).filter(client_id=card.client.id)
    assert {"caregiver", "referrer"} <= set(around.values_list("kind", flat=True))


def test_the_same_file_twice_is_one_referral(house: House) -> None:
    first, again = taken_over(house, ours()), taken_over(house, ours(), who="tess")
    assert again == flows.TakenOver(first.referral_id, True)
    assert Referral.objects.in_practice(house.practice.id).count() == 1
    assert Client.objects.in_practice(house.practice.id).count() == 1


def test_another_practice_gets_a_referral_of_its_own(house: House) -> None:
    elsewhere = cast.oever()
    first = taken_over(house, ours())
    other = flows.import_referral(actor=elsewhere.actor("elsa"), document=ours(), now=NOW)
    assert not other.was_known
    assert other.referral_id != first.referral_id


@of_others
@pytest.mark.parametrize("name", [*ENGLISH, "dutch"])
def test_a_file_of_others_ends_as_a_referral_to_act_on(house: House, name: str) -> None:
    document = dutch() if name == "dutch" else english(name)
    taken = taken_over(house, document)
    therapist = house.actor("tess")
    way = Way(pin="pmkt-attachment@1.0", route="institution", therapist=therapist.member_id)
    done = intake.take_up_referral(actor=therapist, referral_id=taken.referral_id, way=way, day=TODAY, now=NOW)
    overview = intake.read_overview(actor=therapist, treatment_id=done.treatment_id, day=TODAY, now=NOW)
    assert overview.course.client_id == done.client_id
    card = flows.read_imported(actor=therapist, referral_id=taken.referral_id, now=NOW)
    assert card.unused, "what has no place is listed"
    assert DUTCH


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (b"", "leeg"),
        (b"%PDF-1.7", ""),
        (b'{"resourceType": "Patient"}', ""),
        (b"\xff\xfe\x00", ""),
        (b"[" * 100_000, ""),
    ],
    ids=["empty", "another kind of file", "no referral", "no text", "deep"],
)
def test_what_is_no_referral_is_refused_with_a_reason_and_leaves_nothing(
    house: House, document: bytes, words: str
) -> None:
    with pytest.raises(NotPossible) as refused:
        taken_over(house, document)
    assert refused.value.reasons[0].endswith(".")
    assert words in refused.value.reasons[0].lower()
    assert not Referral.objects.in_practice(house.practice.id).exists()


def test_the_reason_says_where_in_the_file_it_is(house: House) -> None:
    with pytest.raises(NotPossible) as refused:
        taken_over(house, ours(status="revoked"))
    assert refused.value.reasons[0].startswith("Bundle.entry[0].resource: ")


def test_a_lead_clinician_takes_over_no_files(house: House) -> None:
    with pytest.raises(NotAllowed):
        taken_over(house, ours(), who="lea")


def test_at_the_command_line_the_one_practice_gets_it_and_the_logbook_names_the_act(
    house: House, tmp_path: Path
) -> None:
    file = tmp_path / "verwijzing.json"
    file.write_bytes(ours())
    said = flows.import_file(file)
    assert said.startswith("Verwijzing ingelezen: ")
    assert "Nog na te vragen:" in said
    assert "Niet gebruikt" in said
    assert "al binnengekomen" in flows.import_file(file)
    entries = LogEntry.objects.in_practice(house.practice.id)
    assert set(entries.values_list("actor_name", flat=True)) == {"bestand ingelezen"}


def test_with_two_practices_the_command_line_must_say_which(house: House, tmp_path: Path) -> None:
    elsewhere = cast.oever()
    file = tmp_path / "verwijzing.json"
    file.write_bytes(ours())
    with pytest.raises(NotUnderstood) as refused:
        flows.import_file(file)
    assert "Praktijk De Duinrand, Praktijk De Oever" in refused.value.fields["practice"]
    flows.import_file(file, "Praktijk De Oever")
    assert Referral.objects.in_practice(elsewhere.practice.id).count() == 1
    assert Referral.objects.in_practice(house.practice.id).count() == 0
