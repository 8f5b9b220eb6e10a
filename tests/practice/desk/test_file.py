"""The client's file on one page."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse
from django.urls import reverse

from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import store as pathway_store
from lijfspoor.practice.treatment.models import Note
from tests import cast
from tests.practice.desk import desk
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import ADDON, Scene

pytestmark = pytest.mark.django_db
OCTOBER = date(2026, 10, 5)
CLINICAL = ("PMKT", "fase", "subdoel", "evaluatie", "verslag", "bouwsteen", "regulatie", "hechting", "doet mee")


@pytest.fixture
def noor() -> Scene:
    return scenes.attachment()


def page_of(scene: Scene, who: str = "marjan", **query: str) -> HttpResponse:
    return desk.get(scene.house, "file", scene.client.id, who=who, **query)


def planned_and_held(scene: Scene, times: int, first: date = OCTOBER) -> list[UUID]:
    ids = scene.plan(first, at=time(10, 30), repeat=times)
    for number, id_ in enumerate(ids):
        scene.add(f.SessionHeld, session=str(id_), on=first + timedelta(weeks=number))
    return list(ids)


def note(scene: Scene, session: UUID, *, signed: bool) -> None:
    Note.plain.create(
        practice=scene.house.practice,
        treatment_id=scene.treatment_id,
        client=scene.client,
        session_id=session,
        author=scene.house.members["marjan"],
        saved_at=cast.NOW,
        saved_by="Marjan de Wit",
        signed_at=cast.NOW if signed else None,
        signed_by="Marjan de Wit" if signed else "",
    )


@pytest.mark.requirement("S2-131")
def test_the_head_says_who_it_is_and_where_they_are(noor: Scene) -> None:
    noor.add(f.DevelopmentalAgeStated, months=51)
    planned_and_held(noor, 3)
    read = desk.words(page_of(noor))
    assert "Dossier Noor V." in read
    assert "7 jaar · ontwikkeling rond 4 jaar en 3 maanden" in read
    assert "PMKT bij hechting · versie 1.0" in read
    assert "1, regulatie · bouwsteen 1 en 2" in read
    assert "Maandag 10.30 uur, Gymzaal" in read
    assert "Behandelaar Marjan de Wit" in read
    assert "Regiebehandelaar Lea Aalbers" in read


@pytest.mark.requirement("S2-021")
def test_a_passed_contra_indication_shows_for_ever_with_its_reason(noor: Scene) -> None:
    noor.add(f.CriterionAnswered, criterion="severe-psychiatric-disorder", answer=Answer.YES)
    noor.add(
        f.ContraIndicationOverridden,
        criterion="severe-psychiatric-disorder",
        reason="Korte sessies kunnen wel.",
        consulted="dr. Aal",
        consulted_role="psychiatrist",
    )
    noor.add(f.CriterionAnswered, criterion="severe-psychiatric-disorder", answer=Answer.NO, on=OCTOBER)
    noor.add(f.TreatmentClosed, reason="goals-reached", next_step="", words="", on=cast.TODAY)
    read = desk.words(page_of(noor))
    assert "met een reden toch passend gevonden" in read
    assert "Korte sessies kunnen wel." in read
    assert "Besproken met dr. Aal" in read


@pytest.mark.requirement("S2-072")
def test_a_step_back_is_drawn_and_told_like_any_other(noor: Scene) -> None:
    planned_and_held(noor, 2)
    noor.add(f.PhaseMoved, to_phase="relationship", reason="Noor kan ontspannen.", on=date(2026, 10, 12))
    planned_and_held(noor, 2, date(2026, 10, 19))
    noor.add(f.PhaseMoved, to_phase="regulation", reason="Na de verhuizing weer houvast.", on=date(2026, 10, 26))
    planned_and_held(noor, 1, date(2026, 11, 2))
    way = desk.section(page_of(noor), "pad")
    assert "Naar Fase 2, Relatie, sessie 3. Noor kan ontspannen." in way
    assert "Terug naar Fase 1, Regulatie, sessie 5. Na de verhuizing weer houvast." in way
    assert "terugval" not in way.lower()


@pytest.mark.requirement("S1-013")
def test_the_addon_is_a_line_of_what_was_agreed_with_what_was_decided_on_top() -> None:
    scene = scenes.addon()
    planned_and_held(scene, 4)
    assert "Afgesproken: 8 sessies." in desk.section(page_of(scene), "pad")
    scene.add(f.DecisionOpened, decision="extension", sessions=3, on=cast.TODAY)
    for party in ("client", "therapist", "lead_clinician"):
        scene.add(f.VoiceGiven, decision="extension", party=party, voice="yes", reason="Ja", on=cast.TODAY)
    scene.add(f.DecisionClosed, decision="extension", on=cast.TODAY)
    read = desk.words(page_of(scene))
    assert "Afgesproken: 8 sessies. Samen besloten: 3 erbij." in read
    assert "4 van 11 · waarvan 3 door verlenging" in read


@pytest.mark.requirement("S2-031")
def test_the_ladder_shows_the_word_of_now_and_before_and_the_session_that_shows_it(noor: Scene) -> None:
    first, second = planned_and_held(noor, 2)
    noor.add(f.SubgoalRated, subgoal="bv-1", rating="with-help", session=str(first), seen="", on=OCTOBER)
    noor.add(
        f.SubgoalRated,
        subgoal="bv-1",
        rating="mostly",
        session=str(second),
        seen="kwam naast me zitten",
        on=date(2026, 10, 12),
    )
    page = page_of(noor)
    stones = desk.section(page, "stenen")
    assert "meestal uit zichzelf , eerder: met hulp" in stones
    assert "Sessie 2 : kwam naast me zitten" in stones
    assert "nog niet bekeken" in stones
    assert reverse("treatment:session", args=[second]) in page.content.decode()


def test_goals_of_the_addon_stand_by_aspect() -> None:
    scene = scenes.addon()
    scene.add(f.GoalAgreed, goal="own-1", own="Merken wat mijn buik zegt", aspect="identity")
    assert "Identiteit Merken wat mijn buik zegt" in desk.section(page_of(scene), "doelen")


def test_the_next_session_is_the_next_step_and_planning_one_when_there_is_none(noor: Scene) -> None:
    assert "Plan de volgende sessie" in desk.section(page_of(noor), "next-step")
    (session,) = noor.plan(cast.TODAY + timedelta(days=1), at=time(10, 30))
    page = page_of(noor)
    assert "Dinsdag 24 november om 10.30 uur" in desk.section(page, "next-step")
    assert reverse("treatment:session", args=[session]) in page.content.decode()


def test_before_the_start_the_steps_of_the_intake_show_and_are_not_said_twice() -> None:
    house = cast.duinrand()
    client, *_ = cast.child(house)
    scene = Scene(
        house, client, pathway_store.open_treatment(house.practice.id, client.id, scenes.ATTACHMENT, cast.NOW).id
    )
    scene.add(f.Referred, route="private")
    page = page_of(scene)
    steps = desk.section(page, "intake")
    assert "Toestemming voor de behandeling 0 van 2 gegeven open" in steps
    assert "Psychomotorisch onderzoek 0 van 4 delen klaar open" in steps
    assert "om toestemming voor de behandeling" in desk.section(page, "next-step")
    assert "Vraag na:" not in desk.section(page, "nu")
    assert not desk.section(page, "pad")


def test_sessions_people_and_papers_stand_beside_each_other(noor: Scene) -> None:
    ids = planned_and_held(noor, 7)
    for id_ in ids:
        note(noor, id_, signed=True)
    noor.add(f.PlanAgreed, version=2, on=OCTOBER)
    noor.add(f.EvaluationHeld, evaluation="regular", on=cast.TODAY)
    page = page_of(noor)
    sessions = desk.section(page, "sessies")
    assert [number in sessions for number in ("Sessie 7", "Sessie 3", "Sessie 2 ")] == [True, True, False]
    people = desk.section(page, "netwerk")
    assert "Eva Veldhuis moeder gezag toestemming ontbreekt: informatie aan anderen toestemming: behandeling" in people
    assert "Ria Veldhuis oma hechtingsfiguur doet mee" in people
    papers = desk.section(page, "stukken")
    assert "Evaluatie met ouders en kind 23 november 2026" in papers
    assert "Behandelplan, versie 2 5 oktober 2026" in papers


def test_an_earlier_treatment_stays_at_hand_and_opens_whole() -> None:
    old = scenes.addon()
    old.add(f.TreatmentClosed, reason="goals-reached", next_step="", words="", on=date(2026, 10, 1))
    new = Scene(
        old.house,
        old.client,
        pathway_store.open_treatment(old.house.practice.id, old.client.id, ADDON, cast.NOW + timedelta(hours=1)).id,
    )
    new.add(f.Referred, route="private")
    read = desk.words(page_of(new))
    assert "Andere behandelingen (1) PMT add-on afgerond" in read
    assert "Voor de start" in read
    assert "Deze behandeling is afgerond." in desk.words(page_of(new, traject=str(old.treatment_id)))
    assert "Voor de start" in desk.words(page_of(new, traject=str(uuid4())))


def test_what_others_did_since_an_earlier_day_is_told_all_day(noor: Scene) -> None:
    seen = datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert "Wat er is veranderd" not in desk.words(page_of(noor))
    _seen_on(noor, seen)
    stamp = f.Stamp(
        id=str(uuid4()), holds_on=cast.TODAY, recorded_at=cast.NOW - timedelta(hours=2), sequence=90, by="Tess Vos"
    )
    pathway_store.add_facts(
        noor.house.practice.id, noor.treatment_id, [f.TalkHeld(stamp=stamp, audience="school", summary="x")]
    )
    for _ in range(2):
        news = desk.section(page_of(noor), "nieuws")
        assert "Sinds u dit dossier bekeek op 20 november 2026." in news
        assert "Gesprek met mensen om de cliënt heen 23 november, door Tess Vos" in news


def _seen_on(scene: Scene, at: datetime) -> None:
    """The therapist read this file on an earlier day."""
    record(actor=scene.actor(), kind="desk.file_read", at=at, clients=(scene.client.id,))


def test_a_lead_clinician_reads_the_file_and_sees_no_drafts(noor: Scene) -> None:
    first, second = planned_and_held(noor, 2)
    note(noor, first, signed=True)
    note(noor, second, signed=False)
    mine, read = desk.words(page_of(noor)), desk.words(page_of(noor, who="lea"))
    assert "verslag in concept" in mine
    assert "concept" not in read
    assert "verslag nog schrijven" not in read
    assert "verslag getekend" in read
    assert "De weg tot nu toe" in read


def test_a_lead_clinician_is_led_to_the_own_voice() -> None:
    scene = scenes.addon()
    scene.add(f.DecisionOpened, decision="extension", sessions=3, on=cast.TODAY)
    assert "Voorstel: 3 sessies erbij" in desk.section(page_of(scene, who="lea"), "next-step")
    assert "Voorstel: 3 sessies erbij" not in desk.words(page_of(scene))


def test_administration_sees_people_consents_and_appointments_and_no_clinical_word(noor: Scene) -> None:
    planned_and_held(noor, 2)
    noor.plan(cast.TODAY + timedelta(days=1), at=time(10, 30))
    read = desk.file_of(noor.house, noor.client.id, "ab")
    assert "Noor Veldhuis" in read
    assert "Dinsdag 24 november 2026 om 10.30 uur Marjan de Wit · Gymzaal · 60 minuten" in read
    assert "Behandeling Eva Veldhuis gegeven" in read
    assert "Informatie aan anderen Mark Smit open" in read
    assert not [word for word in CLINICAL if word in read]


def test_a_client_without_treatment_has_a_calm_file() -> None:
    house = cast.duinrand()
    client = cast.adult(house)
    assert "Nog geen behandeling" in desk.file_of(house, client.id)
    assert "Er staat geen afspraak gepland." in desk.file_of(house, client.id, "ab")


@pytest.mark.parametrize("who", ["tess", "elsa"])
def test_without_a_relation_there_is_no_such_client(noor: Scene, who: str) -> None:
    house = cast.oever() if who == "elsa" else noor.house
    page = desk.get(house, "file", noor.client.id, who=who)
    assert page.status_code == 404
    assert "Noor" not in page.content.decode()
    assert "Veldhuis" not in page.content.decode()


@pytest.mark.parametrize(("who", "kind"), [("marjan", "file_read"), ("lea", "file_read"), ("ab", "office_file_read")])
def test_every_reading_leaves_one_entry(noor: Scene, who: str, kind: str) -> None:
    before = len(desk.entries(noor.house))
    page_of(noor, who)
    assert len(desk.entries(noor.house)) == before + 1
    (entry,) = desk.entries(noor.house, f"desk.{kind}")
    assert entry.client_id == noor.client.id


def test_what_people_wrote_stays_text(noor: Scene) -> None:
    noor.add(f.PhaseMoved, to_phase="relationship", reason="<script>alert(1)</script>{{ 7|add:1 }}", on=OCTOBER)
    planned_and_held(noor, 1, date(2026, 10, 12))
    html = page_of(noor).content.decode()
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7|add:1 }}" in html
