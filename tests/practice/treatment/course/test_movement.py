"""Movement as it is agreed, changed and stopped, and the treatments beside it that it goes with."""

from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import facts as f
from lijfspoor.domain.pathways.plans import MovementPlan
from lijfspoor.practice.access.refusals import NotPossible, NotUnderstood
from lijfspoor.practice.library.flows import module
from lijfspoor.practice.treatment.flows import movement as flows
from lijfspoor.practice.treatment.paper import Paper
from lijfspoor.practice.treatment.sheet import Setting, sheet
from tests.practice.treatment.course import story
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db
SINCE = date(2026, 8, 3)
WALK = MovementPlan(route="stand_alone", what="Wandelen in het bos", minutes=30, times_per_week=3, weeks=12)


@pytest.fixture
def samira() -> Scene:
    return scenes.movement()


def emdr(scene: Scene, beside: str = "emdr", **more: Any) -> None:
    said = {"name": "EMDR", "by_whom": "Joris Prins", "since": SINCE, "trauma": True, **more}
    scene.add(f.TreatmentBesideNoted, beside=beside, **said)


def filled(**more: Any) -> dict[str, Any]:
    return {
        "what": "Wandelen op de loopband",
        "minutes": "30",
        "intensity": "moderate",
        "setting": "individual",
        "attention": "sensations",
        "expression": "not_asked",
        **more,
    }


def test_nothing_is_agreed_before_our_own_check_of_effort() -> None:
    scene = scenes.movement(checked=False)
    about = story.about(scene) | {"movement": "", "plan": WALK, "reason": ""}
    with pytest.raises(NotPossible) as refused:
        flows.agree_movement(**about)
    assert refused.value.reasons == ("Nog niet alles is bekend: Inspanningscheck (van onszelf).",)
    page = story.words(story.get(scene, "movement"))
    assert "Eerst: onze eigen inspanningscheck" in page
    assert "nog niet klaar" in page
    assert "De bron vraagt er niet om." in page
    for asked in ("heart-and-breath", "illness-and-medication", "joints-and-balance", "arousal"):
        scene.add(f.CriterionAnswered, criterion=asked, answer=Answer.YES)
    flows.agree_movement(**about)
    assert [each.plan for each in story.now(scene).standing.movements] == [WALK]


@pytest.mark.requirement("S4-017", "S4-037")
def test_an_enhancer_goes_with_a_treatment_that_processes_trauma_at_an_offset(samira: Scene) -> None:
    empty = story.post(samira, "movement_agree", "enhancer", **filled(timing="before", offset_minutes="15"))
    assert empty.status_code == 422, "there is nothing to link it to"
    emdr(samira)
    no_offset = story.post(samira, "movement_agree", "enhancer", **filled(beside="emdr", timing="before"))
    assert no_offset.status_code == 422
    story.post(samira, "movement_agree", "enhancer", **filled(beside="emdr", timing="before", offset_minutes="15"))
    (now,) = story.now(samira).standing.movements
    assert (now.plan.beside, now.plan.timing, now.plan.offset_minutes) == ("emdr", "before", 15)
    assert "15 minuten vóór de traumasessie · EMDR" in story.words(story.get(samira, "movement"))
    assert "Wandelen op de loopband: 15 minuten vóór de traumasessie" in story.words(story.get(samira, "beside"))


@pytest.mark.requirement("S4-035", "S4-036", "S4-038")
def test_open_questions_are_kept_with_each_movement(samira: Scene) -> None:
    said = filled(intensity="vigorous", setting="group", play="on", attention="distraction", expression="asked")
    story.post(samira, "movement_agree", "means", **said)
    (now,) = story.now(samira).standing.movements
    plan = now.plan
    assert (plan.intensity, plan.play, plan.setting) == ("vigorous", True, "group")
    assert (plan.attention, plan.expression) == ("distraction", "asked")
    page = story.words(story.get(samira, "movement"))
    assert "zwaar · in de vorm van spel" in page
    assert "juist afleiding" in page


@pytest.mark.requirement("S4-012")
def test_a_studied_dose_is_where_one_can_begin(samira: Scene) -> None:
    page = story.get(samira, "movement_agree", "stand_alone", dosis="strength-and-walking").content.decode()
    assert 'name="times_per_week" value="3"' in page
    assert 'name="minutes" value="30"' in page
    assert 'name="weeks" value="12"' in page
    address = f"{story.at(samira, 'movement_agree', 'stand_alone')}?dosis=strength-and-walking"
    story.browser(samira).post(address, filled())
    assert story.now(samira).standing.movements[0].plan.dose == "strength-and-walking"
    assert "Rosenbaum et al. (2015)" in story.words(story.get(samira, "movement"))


@pytest.mark.requirement("S4-013", "S4-016", "S4-030", "S4-033", "S4-039")
def test_the_page_says_what_was_not_found_and_what_nobody_knows(samira: Scene) -> None:
    page = story.words(story.get(samira, "movement"))
    assert "Er is geen gecontroleerd onderzoek bekend naar wat PMT bij trauma toevoegt" in page
    assert "Hoe dit op PTSS werkt, is onbekend." in page
    assert "Geen verschil in dissociatie (niet gevonden)" in page
    assert "Betere emotieregulatie werd verondersteld, maar is niet duidelijk vastgesteld." in page
    assert "vervangt geen persoonlijk advies" in page


def test_what_is_agreed_anew_keeps_what_was_and_stopping_asks_why(samira: Scene) -> None:
    flows.agree_movement(**story.about(samira), movement="", plan=WALK, reason="Graag buiten")
    (first,) = story.now(samira).standing.movements
    assert story.post(samira, "movement_change", first.movement, **filled()).status_code == 422, "why is missing"
    story.post(samira, "movement_change", first.movement, **filled(minutes="20", reason="Een half uur was veel"))
    (now,) = story.now(samira).standing.movements
    assert (now.plan.minutes, now.changes, now.since) == (20, 1, first.since)
    assert [fact.plan.minutes for fact in samira.facts(f.MovementPrescribed)] == [30, 20]
    assert story.post(samira, "movement_stop", first.movement, reason=" ").status_code == 422
    story.post(samira, "movement_stop", first.movement, reason="Knie doet pijn")
    assert story.now(samira).standing.movements[0].stop_reason == "Knie doet pijn"
    assert "Knie doet pijn" in story.words(story.get(samira, "movement"))
    assert story.get(samira, "movement_stop", first.movement).status_code == 404


def test_a_number_that_cannot_be_is_said_beside_its_field(samira: Scene) -> None:
    plan = MovementPlan(route="means", what=" ", minutes=0, weeks=500)
    with pytest.raises(NotUnderstood) as wrong:
        flows.agree_movement(**story.about(samira), movement="", plan=plan, reason="")
    assert set(wrong.value.fields) == {"what", "minutes", "weeks"}


@pytest.mark.requirement("S4-003", "S4-028", "S1-014")
def test_treatments_elsewhere_are_noted_with_period_and_days_of_trauma_processing(samira: Scene) -> None:
    said = {"name": "EMDR", "by_whom": "Joris Prins", "where": "De Brug", "since": "2026-08-03", "trauma": "on"}
    story.post(samira, "beside", **said)
    (other,) = story.now(samira).standing.beside
    outside = story.post(samira, "trauma_session", other.beside, on="2026-08-01")
    assert outside.status_code == 422, "that treatment did not run yet"
    on = samira.day + timedelta(days=3)
    story.post(samira, "trauma_session", other.beside, on=on.isoformat(), at="14:30")
    page = story.words(story.get(samira, "beside"))
    assert "Bij Joris Prins, De Brug" in page
    assert "14:30 uur" in page
    (session,) = story.now(samira).standing.beside[0].sessions
    story.post(samira, "trauma_session_drop", other.beside, session.session)
    assert story.now(samira).standing.beside[0].sessions == ()
    story.post(samira, "beside_change", other.beside, **said, until=(samira.day - timedelta(days=1)).isoformat())
    assert "loopt nu niet" in story.words(story.get(samira, "beside"))


def test_an_add_on_notes_its_psychotherapy_too() -> None:
    scene = scenes.addon()
    story.post(scene, "beside", name="Schematherapie", since="2026-01-05")
    assert [each.name for each in story.now(scene).standing.beside] == ["Schematherapie"]
    assert story.get(scene, "movement").status_code == 404, "this module has no movement"


@pytest.mark.requirement("S3-022")
def test_what_the_client_lets_know_waits_until_someone_comes_back_to_it(samira: Scene) -> None:
    said = {"text": "Ik moest na het oefenen huilen.", "as_spoken": "written", "on": samira.day.isoformat()}
    story.post(samira, "client_notes", **said)
    assert "client-note-open" in {each.code for each in story.now(samira).advice}
    (note,) = story.now(samira).standing.client_notes
    assert not note.as_spoken
    story.post(samira, "client_note_answer", note.note, words="Samen bij stilgestaan.")
    assert "client-note-open" not in {each.code for each in story.now(samira).advice}
    page = story.words(story.get(samira, "client_notes"))
    assert "Ik moest na het oefenen huilen." in page
    assert "Samen bij stilgestaan." in page
    assert story.get(samira, "client_note_answer", "nergens").status_code == 404


def test_what_others_wrote_is_never_markup(samira: Scene) -> None:
    hostile = '<script>alert("x")</script>{{ 7|add:7 }}'
    emdr(samira, name=hostile)
    samira.add(f.MovementPrescribed, movement="m", plan=MovementPlan(route="means", what=hostile, minutes=5))
    samira.add(f.ClientNoteReceived, note="n", text=hostile)
    for page in ("movement", "beside", "client_notes"):
        html = story.get(samira, page).content.decode()
        assert "<script>alert" not in html
        assert "{{ 7|add:7 }}" in html


@pytest.mark.parametrize("shown", ["movement", "beside", "client_notes"])
def test_pages_cost_the_same_however_much_is_noted(samira: Scene, shown: str) -> None:
    emdr(samira)
    few = cost(samira, shown)
    for number in range(12):
        emdr(samira, f"x{number}")
        samira.add(partial(f.TraumaSessionNoted, moment=f"s{number}", beside="emdr", on=samira.day))
        samira.add(f.MovementPrescribed, movement=f"m{number}", plan=WALK)
        samira.add(f.ClientNoteReceived, note=f"n{number}", text="Het was veel")
    assert cost(samira, shown) == few


def cost(scene: Scene, page: str) -> int:
    signed_in = story.browser(scene)
    signed_in.get(story.at(scene, page))
    with CaptureQueriesContext(connection) as captured:
        assert signed_in.get(story.at(scene, page)).status_code == 200
    return len(captured)


@pytest.mark.requirement("S3-021")
def test_the_note_of_a_session_asks_what_the_module_asks_in_its_own_three_parts() -> None:
    told = module(practice_id=uuid4(), pin=scenes.PHYSIO)
    asked = {section.id: section for section in sheet(Setting(module=told, phase="", form="individual"), Paper())}
    assert asked["check-in"].title == "Terugkijken"
    assert "Wat hebt u geoefend, en hoe ging dat?" in asked["check-in"].prompts
    assert "Wat oefent u thuis, en wanneer?" in asked["reflection"].prompts
