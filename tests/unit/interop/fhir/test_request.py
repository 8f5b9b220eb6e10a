from datetime import UTC, date, datetime
from typing import Any

import pytest

from lijfspoor.interop.fhir.incoming import IncomingCondition, IncomingReferral
from tests.unit.interop.fhir.samples import (
    AGB,
    PATIENT,
    PERSON,
    SNOMED,
    VERIFIED,
    beside,
    bundle,
    patient,
    practice,
    problem,
    read,
    request,
    task,
    unused_paths,
    warned,
    without,
)


def referral_with(*resources: dict[str, Any], **changes: Any) -> IncomingReferral:
    return read(bundle(request(**changes), *resources)).referral


def test_the_whole_referral_is_read_and_nothing_is_left_but_the_paperwork() -> None:
    reading = read(bundle())
    referral = reading.referral
    assert referral.reason == "Trekt zich terug na verhuizing; Angst"
    assert referral.requested == "Psychomotorische kindertherapie"
    assert (referral.status, referral.intent, referral.urgency) == ("active", "order", "urgent")
    assert referral.authored_on == date(2024, 3, 4)
    assert referral.authored_at == datetime(2024, 3, 4, 8, 30, tzinfo=UTC)
    assert referral.notes == (
        "Graag overleg met school.",
        "Aan de cliënt gezegd: Neem gymschoenen mee.",
        "Taak: Graag binnen twee weken een eerste gesprek.",
    )
    assert referral.complete
    assert referral.missing == ()
    assert reading.warnings == ()
    assert unused_paths(reading) == [
        "Bundle.entry[7].resource.status",
        "Bundle.entry[7].resource.intent",
        "Bundle.entry[7].resource.focus",
    ]


def test_the_condition_is_read_in_words_and_code() -> None:
    (condition,) = read(bundle()).referral.conditions
    assert condition == IncomingCondition(
        text="Angst",
        system=SNOMED,
        code="386810004",
        since="2023-09",
        until="",
        status="actief, voorlopig",
        note="Vooral in de gymzaal.",
    )


@pytest.mark.parametrize(
    ("changes", "since"),
    [
        ({"onsetDateTime": "2023-09-01T10:00:00+02:00"}, "2023-09-01"),
        ({"onsetDateTime": None, "onsetString": "sinds de verhuizing"}, "sinds de verhuizing"),
        ({"onsetDateTime": None, "onsetAge": {"value": 7, "unit": "jaar"}}, "op de leeftijd van 7 jaar"),
        ({"onsetDateTime": None, "onsetPeriod": {"start": "2022"}}, "2022"),
        ({"onsetDateTime": None}, ""),
    ],
)
def test_when_a_condition_began_is_kept_as_sent(changes: dict[str, Any], since: str) -> None:
    (condition,) = referral_with(problem(**changes)).conditions
    assert condition.since == since


def test_a_condition_entered_by_mistake_is_no_condition_and_no_reason() -> None:
    mistake = {"coding": [{"system": VERIFIED, "code": "entered-in-error"}]}
    reading = read(bundle(problem(verificationStatus=mistake)))
    assert reading.referral.conditions == ()
    assert reading.referral.reason == "Trekt zich terug na verhuizing"
    assert "bij vergissing" in warned(reading, "Bundle.entry[6].resource")[0]


def test_a_condition_of_somebody_else_is_no_condition_and_no_reason() -> None:
    document = beside(bundle(problem(subject={"reference": "Patient/kind-2"})), patient(id="kind-2"))
    referral = read(document).referral
    assert referral.conditions == ()
    assert referral.reason == "Trekt zich terug na verhuizing"


def test_conditions_the_request_names_come_first_and_others_of_the_client_follow() -> None:
    other = problem(id="a", code={"text": "Astma"}, subject={"reference": PATIENT})
    conditions = read(beside(bundle(), other)).referral.conditions
    assert [condition.text for condition in conditions] == ["Angst", "Astma"]


def test_a_reason_that_is_not_sent_along_is_told_by_its_name() -> None:
    document = without(bundle(request(reasonCode=None)), "Condition")
    document["entry"][0]["resource"]["reasonReference"] = [{"reference": "Condition/weg", "display": "Faalangst"}]
    assert read(document).referral.reason == "Faalangst"


def test_without_a_client_in_the_document_the_condition_still_belongs() -> None:
    referral = read(without(bundle(), "Patient")).referral
    assert [condition.text for condition in referral.conditions] == ["Angst"]
    assert [contact.name.text for contact in referral.contacts] == ["Els Bakker"]


def test_what_is_asked_holds_code_details_and_category() -> None:
    referral = referral_with(
        code={"coding": [{"system": SNOMED, "code": "1", "display": "Onderzoek"}]},
        orderDetail=[{"text": "zes keer"}],
        category=[{"coding": [{"system": "urn:soort", "code": "verwijzing"}]}],
    )
    assert referral.requested == "Onderzoek; zes keer; verwijzing"
    assert referral.requested_codes == (f"{SNOMED}|1", "urn:soort|verwijzing")


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"status": "draft"}, "concept"),
        ({"status": "on-hold"}, "in de wacht"),
        ({"status": "unknown"}, "nog geldt"),
        ({"status": None}, "geen status"),
        ({"intent": "proposal"}, "voorstel"),
        ({"replaces": [{"reference": "ServiceRequest/oud"}]}, "in de plaats"),
        ({"implicitRules": "https://zis.example/regels"}, "eigen afspraken"),
    ],
)
def test_a_doubtful_request_is_read_with_a_remark(changes: dict[str, Any], word: str) -> None:
    remarks = warned(read(bundle(request(**changes))), "Bundle.entry[0].resource")
    assert len(remarks) == 1
    assert word in remarks[0]


def test_a_name_in_other_capitals_is_read_with_a_remark() -> None:
    reading = read(bundle(request(patientInstruction=None, PatientInstruction="Kom op tijd.")))
    assert "Aan de cliënt gezegd: Kom op tijd." in reading.referral.notes
    assert "“patientInstruction”" in warned(reading, "Bundle.entry[0].resource.PatientInstruction")[0]


def test_the_right_name_goes_before_one_in_other_capitals() -> None:
    reading = read(bundle(request(PatientInstruction="Kom op tijd.")))
    assert "Aan de cliënt gezegd: Neem gymschoenen mee." in reading.referral.notes
    assert "Bundle.entry[0].resource.PatientInstruction" in unused_paths(reading)


def test_one_thing_where_a_list_belongs_is_read_with_a_remark() -> None:
    reading = read(bundle(request(note={"text": "Bel eerst."})))
    assert reading.referral.notes[0] == "Bel eerst."
    assert warned(reading, "Bundle.entry[0].resource.note")


def test_a_list_where_one_thing_belongs_is_read_when_it_holds_one() -> None:
    reading = read(bundle(request(code=[{"text": "PMT"}])))
    assert reading.referral.requested == "PMT"
    assert warned(reading, "Bundle.entry[0].resource.code")


def test_a_time_without_zone_gives_the_day_with_a_remark() -> None:
    reading = read(bundle(request(authoredOn="2024-03-04T09:30:00")))
    assert (reading.referral.authored_on, reading.referral.authored_at) == (date(2024, 3, 4), None)
    assert warned(reading, "Bundle.entry[0].resource.authoredOn")


def test_plans_messages_and_documents_about_the_client_become_notes() -> None:
    plan = {
        "resourceType": "CarePlan",
        "subject": {"reference": PATIENT},
        "description": "Meer durven bewegen.",
        "activity": [{"detail": {"code": {"text": "Judo"}, "description": "Eens per week."}}],
    }
    message = {
        "resourceType": "Communication",
        "subject": {"reference": PATIENT},
        "payload": [{"contentString": "School belt maandag."}],
    }
    document = {
        "resourceType": "DocumentReference",
        "subject": {"reference": PATIENT},
        "description": "Brief van de psycholoog",
        "content": [{"attachment": {"data": "aGFsbG8="}}],
    }
    reading = read(beside(bundle(), plan, message, document))
    assert {
        "Zorgplan: Meer durven bewegen.",
        "Zorgplan: Judo",
        "Zorgplan: Eens per week.",
        "Bericht: School belt maandag.",
        "Document: Brief van de psycholoog",
    } <= set(reading.referral.notes)
    assert "Bundle.entry[10].resource.content" in unused_paths(reading)


def test_notes_about_somebody_else_or_made_by_mistake_are_left_out() -> None:
    elsewhere = task(id="t2", description="Niet van hem.", **{"for": {"reference": "Patient/kind-2"}})
    mistake = task(id="t3", description="Vergissing.", status="entered-in-error")
    notes = read(beside(bundle(), patient(id="kind-2"), elsewhere, mistake)).referral.notes
    assert not any("Niet van hem" in note or "Vergissing" in note for note in notes)


def test_the_referrer_is_the_person_behind_the_role() -> None:
    referral = read(bundle()).referral
    assert referral.referrer is not None
    assert referral.referrer.name.text == "Anna Visser"
    assert (referral.referrer.role, referral.referrer.organisation) == ("Huisarts", "Huisartsenpraktijk De Brug")
    assert (referral.referrer.agb, referral.referrer.big) == ("01012345", "")
    assert (referral.referrer.phone, referral.referrer.mail) == ("0301234567", "a.visser@huisarts.example")
    assert referral.organisation is not None
    assert referral.organisation.agb == "01054321"


def test_a_person_as_requester_is_found_in_the_role_that_points_back() -> None:
    assert referral_with(requester={"reference": PERSON}).referrer == read(bundle()).referral.referrer


def test_an_organisation_alone_can_refer() -> None:
    referrer = referral_with(requester={"reference": "Organization/praktijk-1"}).referrer
    assert referrer is not None
    assert (referrer.name.text, referrer.organisation, referrer.agb) == ("", "Huisartsenpraktijk De Brug", "01054321")


def test_a_client_or_parent_can_ask_for_help_without_a_professional() -> None:
    oneself = referral_with(requester={"reference": PATIENT}).referrer
    parent = referral_with(requester={"reference": "RelatedPerson/moeder-1"}).referrer
    assert oneself is not None
    assert parent is not None
    assert (oneself.name.family, oneself.role) == ("de Wit", "cliënt")
    assert (parent.name.family, parent.role) == ("Bakker", "Wettelijke vertegenwoordiger, Moeder")


def test_a_requester_who_is_only_a_number_and_a_name_is_kept() -> None:
    pointer = {"type": "Device", "identifier": {"system": AGB, "value": "01099999"}, "display": "Dr. Bos"}
    referrer = referral_with(requester=pointer).referrer
    assert referrer is not None
    assert (referrer.name.text, referrer.agb) == ("Dr. Bos", "01099999")


def test_a_number_of_the_wrong_length_is_kept_with_a_remark() -> None:
    reading = read(bundle(practice(identifier=[{"system": AGB, "value": "123"}])))
    assert reading.referral.organisation is not None
    assert reading.referral.organisation.agb == "123"
    assert "8 cijfers" in warned(reading, "Bundle.entry[4].resource.identifier[0]")[0]


def test_without_a_requester_nobody_refers_and_the_sender_is_the_organisation() -> None:
    header = {
        "resourceType": "MessageHeader",
        "eventUri": "urn:x",
        "source": {"endpoint": "https://zis.example"},
        "sender": {"reference": "Organization/praktijk-1"},
    }
    referral = read(beside(bundle(request(requester=None)), header)).referral
    assert referral.referrer is None
    assert referral.organisation is not None
    assert referral.organisation.name == "Huisartsenpraktijk De Brug"
    assert referral.missing == ("wie verwijst",)


def test_everything_missing_is_named() -> None:
    bare = {"resourceType": "ServiceRequest", "status": "active", "subject": {"reference": "Patient/9"}}
    referral = read(bare).referral
    assert not referral.complete
    assert referral.missing == (
        "naam van de cliënt",
        "geboortedatum van de cliënt",
        "telefoonnummer of e-mailadres",
        "wie verwijst",
        "reden van verwijzing",
    )


def test_the_number_of_a_parent_is_enough_to_reach_a_child() -> None:
    assert read(bundle(patient(telecom=None))).referral.missing == ()


def test_the_senders_own_number_identifies_the_referral() -> None:
    referral = read(bundle()).referral
    assert referral.identity == "number:https://huisarts.example/verwijzingen|2024-0017"
    assert referral_with(note=None).identity == referral.identity


def test_an_official_number_goes_before_another_and_an_old_one_does_not_count() -> None:
    numbers = [
        {"use": "old", "system": "urn:a", "value": "0"},
        {"system": "urn:a", "value": "1"},
        {"use": "official", "system": "urn:a", "value": "2"},
    ]
    assert referral_with(identifier=numbers).identity == "number:urn:a|2"


def test_without_a_number_the_id_counts_together_with_its_sender() -> None:
    referral = referral_with(identifier=None)
    assert referral.identity == f"id:{AGB}|01054321|verwijzing-1"
    document = bundle(request(identifier=None))
    document["entry"][0]["fullUrl"] = "https://zis.example/fhir/ServiceRequest/verwijzing-1"
    assert read(document).referral.identity == "id:https://zis.example/fhir|verwijzing-1"


def test_an_id_that_others_may_use_too_does_not_identify_without_a_sender() -> None:
    alone = request(identifier=None, requester=None, reasonReference=None)
    referral = read(alone).referral
    assert referral.identity == f"sha256:{referral.document_fingerprint}"
    unique = {**alone, "id": "71d2b38e-b81c-4894-a522-6a65265b1d58"}
    assert read(unique).referral.identity == "id:|71d2b38e-b81c-4894-a522-6a65265b1d58"


def test_a_task_that_is_about_nobody_is_left_out() -> None:
    assert not any("twee weken" in note for note in referral_with(task(**{"for": None})).notes)


def test_a_condition_that_does_not_say_which_is_left_out() -> None:
    reading = read(bundle(request(reasonReference=None), problem(code=None)))
    assert reading.referral.conditions == ()
    assert "Bundle.entry[6].resource.note" in unused_paths(reading)


def test_an_unknown_change_of_meaning_outside_the_request_is_remarked() -> None:
    changed = patient(modifierExtension=[{"url": "https://zis.example/geheim", "valueBoolean": True}])
    assert "modifierExtension" in warned(read(bundle(changed)), "Bundle.entry[1].resource")[0]
