"""The pages on sessions: what each colleague sees, what the buttons do, and that no text is lost on the way."""

import re
from datetime import timedelta
from html import unescape
from typing import Protocol
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

from lijfspoor.catalogue.reader import shipped as modules
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import Step, StepKind
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.tenancy import clock
from lijfspoor.practice.treatment import flows
from lijfspoor.practice.treatment.models import Note, Session
from lijfspoor.practice.treatment.paper import Paper, Version
from tests import cast
from tests.practice.treatment.sessions.scenes import Scene, addon, attachment, safe_together, touch_allowed

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert('x')</script>{% if %}{{ secret }}"
SECRET = "Zei dat het thuis vaak ruzie is"


def now_in(scene: Scene) -> Scene:
    """Let the scene play today, as pages ask the clock."""
    scene.now = clock.now()
    scene.day = clock.day_of(scene.now)
    return scene


def browser(scene: Scene, who: str = "marjan") -> Browser:
    made = Browser()
    made.force_login(scene.house.user(who))
    return made


class Shown(Protocol):
    """What a page came back as."""

    content: bytes


def words(answer: Shown) -> str:
    return unescape(answer.content.decode())


def here(session: UUID, more: str = "") -> str:
    return f"/sessie/{session}/{more}"


def child() -> tuple[Scene, UUID]:
    scene = now_in(attachment())
    (session,) = scene.plan(scene.day - timedelta(days=1))
    return scene, session


def grown_up(house: cast.House | None = None) -> tuple[Scene, UUID]:
    scene = now_in(addon(house))
    (session,) = scene.plan(scene.day - timedelta(days=1))
    return scene, session


def version_on(page: str) -> str:
    found = re.search(r'name="version" value="([^"]+)"', page)
    assert found
    return found[1]


@pytest.mark.requirement("S2-131", "S2-076", "S1-032")
def test_the_hour_starts_with_the_ritual_the_allergies_and_touch() -> None:
    scene, session = child()
    page = words(browser(scene).get(here(session)))
    for step in ("Op dezelfde plek gaan zitten", "Iets eten of drinken", "Samen een plan maken"):
        assert step in page
    for picture in ("seat", "food-and-drink", "plan"):
        assert f"pictures.svg#{picture}" in page
    assert "Noten" in page
    assert "geen aanraking" in page
    touch_allowed(scene)
    assert "aanraking mag, met toestemming" in words(browser(scene).get(here(session)))


@pytest.mark.requirement("S2-113", "S2-114", "S2-115", "S0-035", "S0-045", "S1-024")
def test_the_plan_offers_the_phase_first_and_materials_in_their_order() -> None:
    scene, session = child()
    page = words(browser(scene).get(here(session)))
    order = [
        "Fase 1: Regulatie",
        "Sensopathisch materiaal",
        "scheerschuim",
        "Sensomotorisch materiaal",
        "trampoline",
        "Muzikaal materiaal",
        "Creatief materiaal",
        "Fase 2:",
    ]
    plan = page[page.index("Plan van deze sessie") :]
    places = [plan.index(each) for each in order]
    assert places == sorted(places)
    adult, other = grown_up(scene.house)
    page = words(browser(adult).get(here(other)))
    assert "Materiaal: doeken" in page
    for words_ in ("Improviseren in beweging", "Spanning en ontspanning", "Werken met houding", "Werken met adem"):
        assert words_ in page
    assert "Eerst reguleren, dan integreren." in page


@pytest.mark.requirement("S1-032")
def test_an_exercise_with_touch_cannot_be_picked_without_consent() -> None:
    scene, session = child()
    page = words(browser(scene).get(here(session)))
    assert re.search(r'name="pick-i-int-1-3" value="ja"\s+disabled', page)
    touch_allowed(scene)
    page = words(browser(scene).get(here(session)))
    assert not re.search(r'name="pick-i-int-1-3" value="ja"\s+disabled', page)


@pytest.mark.requirement("S0-034", "S0-036", "S0-037", "S1-002", "S1-003", "S1-005", "S1-006")
def test_the_sheet_of_an_adult_has_the_three_parts_channels_and_bodily_rows() -> None:
    scene, session = grown_up()
    page = words(browser(scene).get(here(session)))
    for name in (
        "check_in",
        "reflection",
        "daily_life",
        "observation",
        "channel-bodily-experience",
        "channel-expression",
        "channel-interaction",
        "sensation-0-what",
        "sensation-0-where",
        "sensation-0-emotion",
        "sensation-0-conviction",
        "can-aware",
        "can-understand",
        "can-tolerate",
    ):
        assert f'name="{name}"' in page, name
    assert "Wat hebt u ervaren?" in page
    assert "Wat betekent dit voor het dagelijks leven?" in page


@pytest.mark.requirement("S2-102", "S2-103", "S2-104", "S2-105", "S2-106", "S2-107", "S2-108")
def test_the_sheet_of_a_child_has_window_success_and_the_attitude_of_the_phase() -> None:
    scene, session = child()
    page = words(browser(scene).get(here(session)))
    for name in (
        "window_in",
        "window_out",
        "success",
        "attitude-safety",
        "attitude-acceptance",
        "attitude-mentalising",
    ):
        assert f'name="{name}"' in page, name
    assert "wat hielp mij om rustig te blijven?" in page
    assert "Wees rustig en voorspelbaar" in page
    assert "Overweldigende emoties worden langzaam gevoelens" in page
    assert "tijdelijk kleiner gedrag laten zien (regressie)" in page


@pytest.mark.requirement("S2-108")
def test_in_the_last_phase_the_therapist_directs_more() -> None:
    scene, session = child()
    scene.add(f.PhaseMoved, to_phase="transfer", reason="Klaar voor.")
    page = words(browser(scene).get(here(session)))
    plan = page[page.index("Plan van deze sessie") :]
    assert plan.index("Fase 4:") < plan.index("Fase 1:")
    own = [about.text.nl for about in modules()["pmkt-attachment@1.0"].phase("transfer").attitude]
    assert own
    assert all(about in page for about in own)


@pytest.mark.requirement("S1-030")
def test_in_a_group_the_note_asks_what_was_seen_in_contact_and_nothing_of_others() -> None:
    scene, session = grown_up()
    assert 'name="in_group"' not in words(browser(scene).get(here(session)))
    Session.objects.in_practice(scene.house.practice.id).filter(id=session).update(form="group")
    page = words(browser(scene).get(here(session)))
    assert 'name="in_group"' in page
    assert "participant-" not in page


def test_lines_about_others_in_an_older_note_stay_readable() -> None:
    scene, session = grown_up()
    Session.objects.in_practice(scene.house.practice.id).filter(id=session).update(form="group")
    scene.save(session, {"participant-0-seen": "deed mee"}, Version(1, 0))
    page = words(browser(scene).get(here(session)))
    assert "deed mee" in page
    assert "participant-1-seen" not in page


@pytest.mark.requirement("S0-046", "S2-130")
def test_a_picked_exercise_gets_its_own_row_and_says_where_it_was_before() -> None:
    scene = now_in(attachment())
    first, second = scene.plan(scene.day - timedelta(days=8), repeat=2)
    paper = Paper({"pick-m-sensomotor-1": "ja"}, {"check_in": "x"})
    flows.sign_note(session_id=first, draft=flows.Draft(paper, Version(1, 0)), **scene.when())
    answer = browser(scene).post(here(second), {"version": "1.0", "pick-m-sensomotor-1": "ja", "do": "plan"})
    assert answer.status_code == 302
    page = words(browser(scene).get(here(second)))
    assert 'name="how-m-sensomotor-1"' in page
    assert all(f'value="{role}"' in page for role in ("guides", "observes", "assigns", "plays"))
    assert "eerder in sessie 1" in page
    assert "pictures.svg#swing" in page


def test_a_row_more_comes_without_script_and_keeps_the_text() -> None:
    scene, session = grown_up()
    surf = browser(scene)
    form = {"version": "1.0", "check_in": "Moe.", "spare": "1", "do": "row:sensations"}
    answer = surf.post(here(session), form)
    assert answer["Location"] == here(session, "?rijen=2#sensations")
    page = words(surf.get(answer["Location"]))
    assert "sensation-1-what" in page
    assert "Moe." in page
    answer = surf.post(here(session), {**form, "version": version_on(page), "do": "row:x\r\nSet-Cookie: a=b"})
    assert answer.status_code == 302
    assert "\n" not in answer["Location"]


def test_one_click_signs_and_holds() -> None:
    scene, session = grown_up()
    answer = browser(scene).post(here(session, "tekenen/"), {"version": "1.0", "check_in": "Moe."}, follow=True)
    assert "Ondertekend door Marjan de Wit" in words(answer)
    assert len(scene.facts(f.SessionHeld)) == 1


def test_an_empty_note_comes_back_with_what_was_typed() -> None:
    scene, session = grown_up()
    answer = browser(scene).post(here(session, "tekenen/"), {"version": "1.0", "home": "Wandelen."})
    assert answer.status_code == 422
    page = words(answer)
    assert "Schrijf iets over de check-in" in page
    assert "Wandelen." in page


@pytest.mark.requirement("S1-011")
def test_a_refused_session_shows_the_reason_and_keeps_the_text_on_the_page() -> None:
    scene, session = grown_up()
    scene.held(8)
    page = words(browser(scene).get(here(session)))
    assert "Die afspraak is nu vol" in page
    assert "Sessie is geweest</button>" not in page
    answer = browser(scene).post(here(session, "geweest/"), {"version": "1.0", "check_in": SECRET})
    assert answer.status_code == 409
    page = words(answer)
    assert "Die afspraak is nu vol" in page
    assert SECRET in page
    assert not Note.objects.in_practice(scene.house.practice.id).exists()


def test_a_session_still_to_come_is_prepared_and_not_signed() -> None:
    scene = now_in(addon())
    (session,) = scene.plan(scene.day + timedelta(days=7))
    page = words(browser(scene).get(here(session)))
    assert "Teken verslag" not in page
    assert "Zet in het plan" in page


def test_the_draft_saves_itself_and_says_when() -> None:
    scene, session = grown_up()
    surf = browser(scene)
    answer = surf.post(here(session, "concept/"), {"version": "1.0", "check_in": "Moe."})
    told = answer.json()
    assert told["version"] == "1.1"
    assert re.fullmatch(r"\d\d\.\d\d", told["saved_at"])
    assert surf.post(here(session, "concept/"), {"version": "1.0", "check_in": "Moe."}).json()["version"] == "1.1"
    assert scene.note(session).body == {"check_in": "Moe."}


def test_two_writers_get_both_texts_side_by_side_and_nothing_is_lost() -> None:
    scene, session = grown_up()
    cast.relate(scene.house, scene.client, "tess", "stands_in")
    base = scene.save(session, {"check_in": "Begin.", "home": "Wandelen."}, Version(1, 0)).version
    scene.save(session, {"check_in": "Van Tess.", "home": "Wandelen."}, base, "tess")
    mine = {"version": str(base), "check_in": "Van Marjan.", "home": "Wandelen.", "plan": "Rustig aan."}
    surf = browser(scene)
    answer = surf.post(here(session, "concept/"), mine)
    assert (answer.status_code, answer.json()) == (409, {"merge": here(session, "samenvoegen/")})
    for address in ("samenvoegen/", "", "tekenen/", "geweest/"):
        answer = surf.post(here(session, address), mine)
        page = words(answer)
        assert answer.status_code == 409
        assert "Van Tess." in page
        assert "Van Marjan." in page
        assert "Rustig aan." in page
    assert scene.note(session).body["check_in"] == "Van Tess."
    merged = {**mine, "version": version_on(page), "check_in": "Van Tess en Marjan."}
    assert surf.post(here(session), merged).status_code == 302
    assert scene.note(session).body == {"check_in": "Van Tess en Marjan.", "home": "Wandelen."}
    assert scene.facts(f.SessionHeld) == []


def test_text_typed_while_a_colleague_signed_can_be_added() -> None:
    scene, session = grown_up()
    cast.relate(scene.house, scene.client, "tess", "stands_in")
    draft = flows.Draft(Paper(note={"check_in": "Van Tess."}), Version(1, 0))
    flows.sign_note(session_id=session, draft=draft, **scene.when("tess"))
    surf = browser(scene)
    answer = surf.post(here(session, "samenvoegen/"), {"version": "1.0", "check_in": "Van Marjan."})
    assert answer.status_code == 409
    assert "Van Marjan." in words(answer)
    form = {"text": "Van Marjan.", "reason": "Schreef tegelijk.", "idempotency_key": str(uuid4())}
    for _ in range(3):
        surf.post(here(session, "aanvullen/"), form)
    page = words(surf.get(here(session)))
    assert page.count("Van Marjan.") == 1
    assert "Schreef tegelijk." in page
    assert "Van Tess." in page


def test_text_that_is_too_long_is_refused_and_stays_on_the_page() -> None:
    scene, session = grown_up()
    long = "x" * 20_001
    answer = browser(scene).post(here(session, "concept/"), {"version": "1.0", "check_in": long})
    assert answer.status_code == 422
    assert "te lang" in answer.json()["message"]
    answer = browser(scene).post(here(session), {"version": "1.0", "check_in": long, "home": SECRET})
    assert answer.status_code == 422
    assert long in words(answer)
    assert SECRET in words(answer)


def test_hostile_text_is_shown_as_text() -> None:
    scene, session = grown_up()
    surf = browser(scene)
    surf.post(here(session), {"version": "1.0", "check_in": HOSTILE, "own-0": HOSTILE, "plan": HOSTILE})
    for address in (here(session), f"/traject/{scene.treatment_id}/sessies/"):
        raw = surf.get(address).content.decode()
        assert "<script>alert" not in raw
        assert "&lt;script&gt;" in raw
    surf.post(here(session, "tekenen/"), {"version": "2.1", "check_in": HOSTILE, "own-0": HOSTILE, "plan": HOSTILE})
    for address in (here(session), here(session, "afdruk/")):
        raw = surf.get(address).content.decode()
        assert "<script>alert" not in raw
        assert "{{ secret }}" in unescape(raw)


def test_the_lead_clinician_reads_what_is_signed_and_no_draft() -> None:
    scene, session = grown_up()
    note = {"check_in": SECRET, "self_check": "Dit raakte mij."}
    base = scene.save(session, note, Version(1, 0)).version
    lea = browser(scene, "lea")
    for address in (here(session), f"/traject/{scene.treatment_id}/sessies/"):
        page = words(lea.get(address))
        assert SECRET not in page
        assert "concept" not in page
    flows.sign_note(session_id=session, draft=flows.Draft(Paper(note=note), base), **scene.when())
    page = words(lea.get(here(session)))
    assert SECRET in page
    assert "Dit raakte mij." not in page
    assert "Dit raakte mij." in words(browser(scene).get(here(session)))
    assert "Dit raakte mij." not in words(browser(scene).get(here(session, "afdruk/")))
    assert lea.get(here(session, "aanvullen/")).status_code == 403


def test_who_stands_in_sees_whose_draft_it_is() -> None:
    scene, session = grown_up()
    scene.save(session, {"check_in": SECRET}, Version(1, 0))
    cast.relate(scene.house, scene.client, "tess", "stands_in")
    assert "concept van Marjan de Wit" in words(browser(scene, "tess").get(f"/traject/{scene.treatment_id}/sessies/"))


def test_the_assistant_sees_appointments_and_no_word_of_content() -> None:
    scene, session = child()
    plan = {"plan": "Schommelen met oma", "pick-m-sensomotor-1": "ja"}
    draft = flows.Draft(Paper(plan, {"check_in": SECRET}), Version(1, 0))
    flows.save_note_draft(session_id=session, draft=draft, **scene.when())
    surf = browser(scene, "ab")
    for address in (here(session), f"/traject/{scene.treatment_id}/sessies/"):
        page = words(surf.get(address))
        assert "Gymzaal" in page
        for word in (SECRET, "chommel", "Fase", "Regulatie", "concept", "Noten"):
            assert word not in page, word
    for address in ("concept/", "tekenen/", "geweest/"):
        assert surf.post(here(session, address), {"version": "1.0", "check_in": "x"}).status_code == 403
    assert surf.get(here(session, "afdruk/")).status_code == 404
    assert surf.get(f"/traject/{scene.treatment_id}/sessies/nieuw/").status_code == 200


def test_another_practice_and_a_colleague_without_relation_find_nothing() -> None:
    scene, session = child()
    other = Browser()
    other.force_login(cast.oever().user("elsa"))
    for surf in (other, browser(scene, "tess")):
        for address in ("", "afspraak/", "vervalt/", "niet-doorgegaan/", "aanvullen/", "herstel/", "afdruk/"):
            assert surf.get(here(session, address)).status_code == 404, address
        for address in ("", "concept/", "samenvoegen/", "geweest/", "tekenen/", "vervalt/"):
            assert surf.post(here(session, address), {"version": "1.0", "check_in": "x"}).status_code == 404, address
        assert surf.get(f"/traject/{scene.treatment_id}/sessies/").status_code == 404
        assert surf.get(f"/traject/{scene.treatment_id}/sessies/nieuw/").status_code == 404
    assert not Note.objects.in_practice(scene.house.practice.id).exists()


def test_the_assistant_is_not_told_why_nobody_may_join() -> None:
    scene = now_in(attachment())
    scene.add(f.CriterionAnswered, criterion="caregiver-not-source-of-fear", answer=Answer.NO)
    address = f"/traject/{scene.treatment_id}/sessies/nieuw/"
    page = words(browser(scene, "ab").get(address))
    assert "Vraag de behandelaar waarom." in page
    course = pathway.course(practice_id=scene.house.practice.id, treatment_id=scene.treatment_id, day=scene.day)
    reasons = [reason.text.nl for reason in course.permission(Step(StepKind.HOLD_JOINT_SESSION)).reasons]
    assert reasons
    assert not any(reason in page for reason in reasons)
    page = words(browser(scene).get(address))
    assert all(reason in page for reason in reasons)


def test_a_page_asks_as_much_of_the_database_for_many_sessions_as_for_few() -> None:
    scene, session = child()
    surf = browser(scene)
    addresses = (here(session), f"/traject/{scene.treatment_id}/sessies/")
    surf.get(addresses[0])
    counts: list[list[int]] = []
    for _ in range(2):
        counts.append([])
        for address in addresses:
            with CaptureQueriesContext(connection) as asked:
                surf.get(address)
            counts[-1].append(len(asked))
        scene.plan(scene.day + timedelta(days=1), repeat=30)
    assert counts[0] == counts[1]


def test_every_look_at_a_session_is_in_the_logbook() -> None:
    scene, session = child()
    entries = LogEntry.objects.in_practice(scene.house.practice.id).filter(client_id=scene.client.id)
    before = entries.count()
    surf = browser(scene)
    surf.get(here(session))
    surf.get(f"/traject/{scene.treatment_id}/sessies/")
    kinds = list(entries.order_by("number").values_list("kind", flat=True))[before:]
    assert kinds == ["treatment.session_read", "treatment.sessions_read"]


@pytest.mark.requirement("S2-131")
def test_planning_shows_what_to_know_once_and_then_goes_on() -> None:
    scene = now_in(attachment())
    scene.plan(scene.day + timedelta(days=7), repeat=3)
    address = f"/traject/{scene.treatment_id}/sessies/nieuw/"
    form = {
        "first": str(scene.day + timedelta(days=9)),
        "at": "14:00",
        "minutes": "60",
        "place": "Zaal 2",
        "form": "individual",
        "therapist": str(scene.house.members["marjan"].id),
        "repeat": "1",
        "idempotency_key": str(uuid4()),
    }
    surf = browser(scene)
    answer = surf.post(address, form)
    page = words(answer)
    assert "wijkt af van de vaste plek" in page
    seen = re.search(r'name="seen" value="([^"]*)"', answer.content.decode())
    assert seen
    for _ in range(3):
        assert surf.post(address, {**form, "seen": unescape(seen[1])}).status_code == 302
    assert Session.objects.in_practice(scene.house.practice.id).count() == 4


@pytest.mark.requirement("S0-033", "S2-052")
def test_planning_starts_from_the_module_and_the_fixed_slot() -> None:
    scene = now_in(addon())
    address = f"/traject/{scene.treatment_id}/sessies/nieuw/"
    page = words(browser(scene).get(address))
    assert 'value="45"' in page
    assert "45 tot 60 minuten" in page
    scene = now_in(attachment(scene.house))
    scene.plan(scene.day, repeat=2)
    page = words(browser(scene).get(f"/traject/{scene.treatment_id}/sessies/nieuw/"))
    assert 'value="10:30"' in page
    assert f'value="{scene.day + timedelta(days=14)}"' in page


@pytest.mark.requirement("S2-015")
def test_planning_says_why_nobody_can_join_yet() -> None:
    scene = now_in(attachment())
    address = f"/traject/{scene.treatment_id}/sessies/nieuw/"
    page = words(browser(scene).get(address))
    assert "Samen met een ouder of verzorger kan nu niet." in page
    assert "Ria Veldhuis" not in page
    safe_together(scene)
    page = words(browser(scene).get(address))
    assert "Ria Veldhuis" in page
    assert "samen met iemand" in page


def test_a_planned_session_is_moved_and_dropped_after_a_question() -> None:
    scene = now_in(attachment())
    first, second = scene.plan(scene.day + timedelta(days=1), repeat=2)
    surf = browser(scene, "ab")
    assert 'value="10:30"' in words(surf.get(here(first, "afspraak/")))
    form = {
        "version": "1",
        "first": str(scene.day + timedelta(days=1)),
        "at": "10:30",
        "minutes": "45",
        "place": "gymzaal",
        "form": "individual",
        "therapist": str(scene.house.members["marjan"].id),
    }
    assert surf.post(here(first, "afspraak/"), form).status_code == 302
    assert scene.row(first).minutes == 45
    assert surf.post(here(first, "afspraak/"), form).status_code == 409
    assert "laten vervallen?" in words(surf.get(here(second, "vervalt/")))
    assert surf.post(here(second, "vervalt/")).status_code == 302
    assert surf.get(here(second)).status_code == 404


@pytest.mark.requirement("S2-143")
def test_a_session_that_did_not_go_on_and_a_wrong_record() -> None:
    scene, session = grown_up()
    surf = browser(scene)
    assert surf.post(here(session), {"version": "1.0", "check_in": "Gebeld.", "do": "missed"})["Location"] == here(
        session, "niet-doorgegaan/"
    )
    assert surf.post(here(session, "niet-doorgegaan/"), {"how": "anders"}).status_code == 422
    surf.post(here(session, "niet-doorgegaan/"), {"how": "no_show", "reason": "Geen bericht."})
    page = words(surf.get(here(session)))
    assert "niet gekomen, zonder bericht" in page
    assert "Gebeld." in page
    assert surf.post(here(session, "herstel/"), {"reason": ""}).status_code == 422
    surf.post(here(session, "herstel/"), {"reason": "Kwam wel."})
    assert "Sessie is geweest" in words(surf.get(here(session)))
