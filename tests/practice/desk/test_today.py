"""The day: what comes next, what waits and why, and for whom."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.intake.models import Referral
from lijfspoor.practice.treatment.models import Note, Session
from tests import cast
from tests.practice.desk import desk
from tests.practice.treatment.sessions import scenes
from tests.practice.treatment.sessions.scenes import Scene

pytestmark = pytest.mark.django_db
CLINICAL = ("PMKT", "PMT add-on", "fase", "subdoel", "evaluatie", "verslag", "sessie 1", "Bouwsteen", "indicatie")


def draft_of(scene: Scene, session: object) -> None:
    scene.save(session, {"check_in": "Moe vandaag"}, (1, 0))  # type: ignore[arg-type]


def test_a_new_practice_hears_what_to_do_first() -> None:
    house = cast.duinrand()
    page = desk.get(house, "today")
    read = desk.words(page)
    assert "Zo begint u" in read
    assert reverse("intake:refer") in page.content.decode()
    assert "Wat op u wacht" not in read


def test_a_quiet_day_is_calm() -> None:
    scene = desk.keep(scenes.attachment())
    read = desk.words(desk.get(scene.house, "today"))
    assert "Maandag 23 november" in read
    assert "Geen sessies vandaag" in read
    assert "Zo begint u" not in read


def test_the_next_session_is_the_one_main_act() -> None:
    scene = scenes.attachment()
    done, coming = scene.plan(cast.TODAY, at=time(9, 0))[0], scene.plan(cast.TODAY, at=time(10, 30))[0]
    scene.add(f.SessionHeld, session=str(done), on=cast.TODAY)
    desk.keep(scene)
    page = desk.get(scene.house, "today")
    step = desk.section(page, "next-step")
    assert "Over 30 minuten, om 10.30 uur" in step
    assert "Noor V. · sessie 2" in step
    assert reverse("treatment:session", args=[coming]) in page.content.decode()
    assert page.content.decode().count("button--main") == 1


def test_the_trail_shows_gaps_and_what_is_still_to_do() -> None:
    scene = scenes.attachment()
    held, forgotten, later = (scene.plan(cast.TODAY, at=at, minutes=30)[0] for at in (time(8), time(9), time(15)))
    scene.add(f.SessionHeld, session=str(held), on=cast.TODAY)
    desk.keep(scene)
    day = desk.section(desk.get(scene.house, "today"), "dag")
    assert "verslag nog schrijven" in day
    assert "nog vastleggen" in day
    assert "30 minuten vrij" in day
    assert "5 uur en 30 minuten vrij" in day
    assert forgotten != later


def test_a_draft_waits_to_be_signed_and_shows_on_the_trail() -> None:
    scene = scenes.attachment()
    session = scene.plan(cast.TODAY, at=time(8))[0]
    row = Session.objects.in_practice(scene.house.practice.id).get(id=session)
    Note.plain.create(
        practice=scene.house.practice,
        treatment_id=scene.treatment_id,
        client=scene.client,
        session=row,
        author=scene.house.members["marjan"],
        saved_at=cast.NOW,
        saved_by="Marjan de Wit",
    )
    desk.keep(scene)
    page = desk.get(scene.house, "today")
    assert "Noor V. · verslag van 23 november" in desk.section(page, "tekenen")
    assert "verslag in concept" in desk.section(page, "dag")
    assert "tekenen" not in desk.words(desk.get(scene.house, "today", who="tess"))


def test_what_waits_says_why_with_one_act_and_its_source() -> None:
    scene = scenes.attachment()
    cast.consent(scene.house, scene.client, "treatment", scene.father, given=False)
    desk.keep(scene)
    page = desk.get(scene.house, "today")
    due = desk.section(page, "wacht")
    assert "Noor V.: " in due
    assert "Mark Smit" in due
    assert "Bron wet en regels" in due
    assert reverse("people:consents", args=[scene.client.id]) in page.content.decode()


@pytest.mark.requirement("S2-138")
def test_a_lapsed_condition_of_safety_comes_first_with_the_reporting_code_at_hand() -> None:
    scene = scenes.attachment()
    cast.consent(scene.house, scene.client, "treatment", scene.father, given=False)
    scene.add(f.CriterionAnswered, criterion="safety-ensured", answer=Answer.NO, on=cast.TODAY)
    desk.keep(scene)
    page = desk.get(scene.house, "today")
    due = desk.section(page, "wacht")
    first = due.index("Volg de meldcode")
    assert first < due.index("Mark Smit")
    assert reverse("treatment:safety", args=[scene.treatment_id]) in page.content.decode()


def test_at_most_eight_things_show_and_the_rest_is_one_click_away() -> None:
    house = cast.duinrand()
    for _ in range(12):
        scene = scenes.addon(house)
        cast.consent(house, scene.client, "treatment", None, given=False)
        desk.keep(scene)
    page = desk.get(house, "today")
    assert page.content.decode().count("due__item") == 8
    assert reverse("desk:due") in page.content.decode()
    assert desk.get(house, "due").content.decode().count("due__item") == 12


def test_everything_that_waits_comes_in_pages() -> None:
    house = cast.duinrand()
    for _ in range(21):
        scene = scenes.addon(house)
        cast.consent(house, scene.client, "treatment", None, given=False)
        desk.keep(scene)
    first, second = desk.get(house, "due"), desk.get(house, "due", page="2")
    assert first.content.decode().count("due__item") == 20
    assert "?page=2" in first.content.decode()
    assert second.content.decode().count("due__item") == 1
    assert desk.get(house, "due", page="9" * 50).status_code == 200


def test_what_time_made_old_is_derived_anew_before_it_shows() -> None:
    scene = desk.keep(scenes.addon(), day=cast.TODAY - timedelta(days=30))
    consent = cast.consent(scene.house, scene.client, "treatment")
    assert "Er wacht nu niets" in desk.words(desk.get(scene.house, "today"))
    cast.consent(scene.house, scene.client, "treatment", None, given=False)
    scene.client.__class__.plain.filter(id=scene.client.id).update(revision=99)
    assert "toestemming" in desk.section(desk.get(scene.house, "today"), "wacht")
    assert consent.given


def test_a_therapist_sees_own_sessions_and_own_clients_only() -> None:
    scene = scenes.attachment()
    scene.plan(cast.TODAY, at=time(10, 30))
    cast.consent(scene.house, scene.client, "treatment", scene.father, given=False)
    desk.keep(scene)
    assert "Noor" not in desk.words(desk.get(scene.house, "today", who="tess"))
    assert "Noor" not in desk.words(desk.get(scene.house, "due", who="tess"))


@pytest.mark.requirement("S1-013")
def test_a_lead_clinician_is_asked_for_the_own_voice_and_nothing_else() -> None:
    scene = scenes.addon()
    scene.add(f.DecisionOpened, decision="extension", sessions=3, on=cast.TODAY)
    cast.consent(scene.house, scene.client, "treatment", None, given=False)
    desk.keep(scene)
    page = desk.get(scene.house, "today", who="lea")
    due = desk.section(page, "wacht")
    assert "Samira el H.: uw stem wordt gevraagd" in due
    assert "toestemming" not in due.lower()
    assert reverse("treatment:decision", args=[scene.treatment_id, "extension"]) in page.content.decode()
    assert "Samira el Haddioui" in desk.section(page, "regie")
    scene.add(f.VoiceGiven, decision="extension", party="lead_clinician", voice="yes", reason="Goed", on=cast.TODAY)
    desk.keep(scene)
    assert "Er wacht nu niets op u" in desk.words(desk.get(scene.house, "today", who="lea"))


def test_administration_sees_appointments_referrals_and_missing_consent_and_no_clinical_word() -> None:
    scene = scenes.attachment()
    scene.plan(cast.TODAY, at=time(10, 30))
    cast.consent(scene.house, scene.client, "treatment", scene.father, given=False)
    scene.add(f.DecisionOpened, decision="extension", sessions=3, on=cast.TODAY)
    desk.keep(scene)
    new = cast.adult(scene.house, lead="")
    Referral.plain.create(
        practice=scene.house.practice,
        client=new,
        identity=str(uuid4()),
        came_by="file",
        received_on=date(2026, 11, 20),
        recorded_at=cast.NOW,
        recorded_by="x",
    )
    for page in (desk.get(scene.house, "today", who="ab"), desk.get(scene.house, "due", who="ab")):
        read = desk.words(page)
        assert "Noor Veldhuis: toestemming ontbreekt" in read
        assert not [word for word in CLINICAL if word.lower() in read.lower()]
    today = desk.get(scene.house, "today", who="ab")
    assert "Marjan de Wit · Gymzaal" in desk.section(today, "dag")
    assert "Samira el Haddioui" in desk.section(today, "nieuw")


def test_the_owner_hears_of_new_referrals_too() -> None:
    scene = desk.keep(scenes.addon())
    Referral.plain.create(
        practice=scene.house.practice,
        client=scene.client,
        identity="one",
        came_by="file",
        received_on=date(2026, 11, 20),
        recorded_at=cast.NOW,
        recorded_by="x",
    )
    assert "Samira el Haddioui" in desk.section(desk.get(scene.house, "today"), "nieuw")
    assert not desk.section(desk.get(scene.house, "today", who="tess"), "nieuw")


def test_another_practice_is_nowhere_on_the_day() -> None:
    scene = scenes.attachment()
    scene.plan(cast.TODAY, at=time(10, 30))
    cast.consent(scene.house, scene.client, "treatment", scene.father, given=False)
    desk.keep(scene)
    assert "Noor" not in desk.words(desk.get(cast.oever(), "today", who="elsa"))


@pytest.mark.parametrize(("page", "kind"), [("today", "desk.today_read"), ("due", "desk.due_read")])
def test_looking_at_the_day_leaves_one_entry_that_names_whom_it_showed(page: str, kind: str) -> None:
    scene = scenes.attachment()
    cast.consent(scene.house, scene.client, "treatment", scene.father, given=False)
    desk.keep(scene)
    before = len(desk.entries(scene.house))
    desk.get(scene.house, page)
    assert len(desk.entries(scene.house)) == before + 1
    (entry,) = desk.entries(scene.house, kind)
    assert entry.clients == [str(scene.client.id)]
