"""Planning, moving and dropping sessions."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.tenancy.clock import AMSTERDAM
from lijfspoor.practice.tenancy.once import once
from lijfspoor.practice.treatment import flows
from lijfspoor.practice.treatment.flows.planning import warnings_about
from lijfspoor.practice.treatment.models import Session
from lijfspoor.practice.treatment.paper import Version
from tests import cast
from tests.practice.treatment.sessions.scenes import Scene, addon, attachment, safe_together

pytestmark = pytest.mark.django_db

MONDAY = date(2026, 11, 30)
WISH = flows.Appointment(first=MONDAY, at=time(10, 30), minutes=60, place="Gymzaal")


def warn(scene: Scene, wish: flows.Appointment, who: str = "marjan", **more: object) -> tuple[str, ...]:
    return warnings_about(
        actor=scene.actor(who),
        treatment_id=scene.treatment_id,
        wish=wish,
        day=scene.day,
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.requirement("S2-052", "S2-131")
def test_a_weekly_series_is_planned_at_one_time_and_place() -> None:
    scene = attachment()
    ids = scene.plan(date(2026, 10, 18), repeat=4)
    rows = [scene.row(id_) for id_ in ids]
    assert [row.starts_at.astimezone(AMSTERDAM).strftime("%d-%m %H:%M") for row in rows] == [
        "18-10 10:30",
        "25-10 10:30",
        "01-11 10:30",
        "08-11 10:30",
    ]
    assert {(row.place, row.minutes) for row in rows} == {("Gymzaal", 60)}
    assert len({row.series for row in rows}) == 1


@pytest.mark.requirement("S2-131")
def test_leaving_the_fixed_slot_is_said_and_not_forbidden() -> None:
    scene = attachment()
    ids = scene.plan(MONDAY, repeat=4)
    wish = replace(WISH, first=MONDAY + timedelta(days=2))
    told = warn(scene, wish, besides=ids[1])
    assert any("maandag 10.30 uur, Gymzaal" in words for words in told)
    flows.move_session(session_id=ids[1], wish=wish, version=1, **scene.when())
    assert scene.row(ids[1]).starts_at.astimezone(AMSTERDAM).weekday() == 2
    cards = flows.sessions_of(practice_id=scene.house.practice.id, treatment_id=scene.treatment_id)
    assert [card.off_slot for card in cards] == [False, True, False, False]


def test_a_session_at_the_same_time_is_told_without_naming_anyone() -> None:
    house = cast.duinrand()
    scene, other = addon(house), attachment(house)
    other.plan(MONDAY, at=time(11))
    told = warn(scene, WISH)
    assert len(told) == 1
    assert "De therapeut heeft maandag 30 november om 11.00 uur al een sessie" in told[0]
    assert "Noor" not in told[0]
    cast.relate(house, scene.client, "tess", "stands_in")
    elsewhere = replace(WISH, therapist=house.members["tess"].id)
    assert warn(scene, elsewhere) == ("Gymzaal is maandag 30 november om 11.00 uur al bezet.",)
    assert warn(scene, replace(elsewhere, place="Zaal 2")) == ()


@pytest.mark.requirement("S1-011")
def test_the_add_on_is_planned_up_to_its_eight_sessions() -> None:
    scene = addon()
    scene.held(3)
    with pytest.raises(NotPossible) as refusal:
        scene.plan(MONDAY, repeat=6)
    assert refusal.value.reasons == (
        "De afspraak is 8 sessies: 3 geweest en 0 gepland.",
        "U kunt er nog 5 plannen.",
    )
    scene.plan(MONDAY, repeat=5)
    with pytest.raises(NotPossible) as refusal:
        scene.plan(date(2027, 3, 1))
    assert "Die afspraak is nu vol" in refusal.value.reasons[1]
    assert "de regiebehandelaar" in refusal.value.reasons[1]


def test_a_module_without_limit_plans_on() -> None:
    scene = attachment()
    scene.held(40)
    assert len(scene.plan(MONDAY, repeat=52)) == 52


@pytest.mark.requirement("S2-015", "S2-050")
def test_nobody_joins_before_the_safety_question_is_answered() -> None:
    scene = attachment()
    assert scene.grandmother
    with pytest.raises(NotPossible) as refusal:
        scene.plan(MONDAY, form="dyad", joined_by=(scene.grandmother.id,))
    assert refusal.value.reasons
    assert not Session.objects.in_practice(scene.house.practice.id).exists()
    safe_together(scene)
    (session,) = scene.plan(MONDAY, form="dyad", joined_by=(scene.grandmother.id,))
    assert scene.row(session).joined_by == [str(scene.grandmother.id)]


def test_who_joins_belongs_to_this_client() -> None:
    scene = attachment()
    safe_together(scene)
    other = addon(scene.house)
    stranger = cast.contact(scene.house, other.client, "relative", "Iemand anders")
    for who in (stranger.id, uuid4()):
        with pytest.raises(NotUnderstood):
            scene.plan(MONDAY, form="dyad", joined_by=(who,))
    with pytest.raises(NotUnderstood):
        scene.plan(MONDAY, form="dyad")


def test_the_form_must_be_one_of_the_module() -> None:
    with pytest.raises(NotUnderstood):
        attachment().plan(MONDAY, form="group")


@pytest.mark.parametrize(
    ("field", "wish"),
    [
        ("repeat", {"repeat": 0}),
        ("repeat", {"repeat": 53}),
        ("minutes", {"minutes": 0}),
        ("at", {"first": date(2027, 3, 28), "at": time(2, 30)}),
        ("first", {"first": date(9999, 12, 31), "repeat": 2}),
        ("therapist", {"therapist": uuid4()}),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(field: str, wish: dict[str, object]) -> None:
    scene = attachment()
    with pytest.raises(NotUnderstood) as refusal:
        flows.plan_sessions(treatment_id=scene.treatment_id, wish=replace(WISH, **wish), **scene.when())  # type: ignore[arg-type]
    assert list(refusal.value.fields) == [field]


def test_the_assistant_plans_for_the_therapist_and_the_lead_clinician_does_not() -> None:
    scene = attachment()
    (session,) = scene.plan(MONDAY, who="ab")
    assert scene.row(session).therapist_id == scene.house.members["marjan"].id
    with pytest.raises(NotAllowed):
        scene.plan(MONDAY, who="lea")
    with pytest.raises(NotFound):
        scene.plan(MONDAY, who="tess")


def test_another_practice_finds_nothing() -> None:
    scene = attachment()
    (session,) = scene.plan(MONDAY)
    elsa = cast.oever().actor("elsa")
    when: dict[str, Any] = {"actor": elsa, "day": scene.day, "now": scene.now}
    with pytest.raises(NotFound):
        flows.plan_sessions(treatment_id=scene.treatment_id, wish=WISH, **when)
    with pytest.raises(NotFound):
        flows.move_session(session_id=session, wish=WISH, version=1, **when)
    with pytest.raises(NotFound):
        flows.drop_session(session_id=session, **when)


def test_two_people_do_not_move_one_session_unseen() -> None:
    scene = attachment()
    (session,) = scene.plan(MONDAY)
    flows.move_session(session_id=session, wish=replace(WISH, place="Zaal 2"), version=1, **scene.when())
    with pytest.raises(ChangedMeanwhile):
        flows.move_session(session_id=session, wish=replace(WISH, place="Zaal 3"), version=1, **scene.when("ab"))
    assert scene.row(session).place == "Zaal 2"


def test_a_session_that_was_held_stays_where_it_was() -> None:
    scene = attachment()
    (session,) = scene.plan(scene.day)
    flows.hold_session(session_id=session, **scene.when())
    with pytest.raises(NotPossible):
        flows.move_session(session_id=session, wish=WISH, version=1, **scene.when())
    with pytest.raises(NotPossible):
        flows.drop_session(session_id=session, **scene.when())


def test_a_dropped_session_is_gone_from_the_agenda_and_one_with_text_is_not_dropped() -> None:
    scene = attachment()
    first, second = scene.plan(MONDAY, repeat=2)
    flows.drop_session(session_id=first, **scene.when("ab"))
    scene.save(second, {"check_in": "Belde vooraf."}, Version(1, 0))
    with pytest.raises(NotPossible):
        flows.drop_session(session_id=second, **scene.when())
    cards = flows.sessions_of(practice_id=scene.house.practice.id, treatment_id=scene.treatment_id)
    assert [card.id for card in cards] == [second]


def test_nothing_is_planned_after_closing() -> None:
    scene = attachment()
    scene.add(f.TreatmentClosed, reason="other", next_step="")
    with pytest.raises(NotPossible):
        scene.plan(MONDAY)


def test_planning_is_in_the_logbook() -> None:
    scene = attachment()
    scene.plan(MONDAY, repeat=3)
    entry = LogEntry.objects.in_practice(scene.house.practice.id).get(kind="treatment.sessions_planned")
    assert (entry.client_id, entry.detail) == (scene.client.id, {"sessions": 3})


@pytest.mark.django_db(transaction=True)
def test_fifty_submits_of_one_form_plan_one_session() -> None:
    scene = attachment()
    key = uuid4()

    def submit(_: int) -> str:
        try:
            return once(scene.actor().member_id, key, lambda: str(scene.plan(MONDAY)[0]))
        finally:
            connection.close()

    with ThreadPoolExecutor(5) as crowd:
        led_to = set(crowd.map(submit, range(50)))
    assert len(led_to) == 1
    assert Session.objects.in_practice(scene.house.practice.id).count() == 1
