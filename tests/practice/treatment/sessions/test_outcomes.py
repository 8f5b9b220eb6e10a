"""What became of a session: held, missed, put right."""

from datetime import date, time, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.refusals import NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.people.models import Consent
from lijfspoor.practice.tenancy.clock import AMSTERDAM
from lijfspoor.practice.treatment import flows
from lijfspoor.practice.treatment.paper import Paper, Version
from tests import cast
from tests.practice.treatment.sessions.scenes import Scene, addon, attachment, evening, safe_together, touch_allowed

pytestmark = pytest.mark.django_db

LAST_WEEK = cast.TODAY - timedelta(weeks=1)


def held(scene: Scene) -> int:
    return pathway.course(
        practice_id=scene.house.practice.id, treatment_id=scene.treatment_id, day=scene.day
    ).standing.dose.held


def hold(scene: Scene, session: UUID, who: str = "marjan", **more: object) -> None:
    flows.hold_session(session_id=session, **scene.when(who), **more)  # type: ignore[arg-type]  # as the test says


@pytest.mark.requirement("S1-011")
def test_the_eighth_session_is_held_and_a_ninth_refused_with_the_reason() -> None:
    scene = addon()
    eighth, ninth = scene.plan(LAST_WEEK, repeat=2)
    scene.held(7)
    hold(scene, eighth)
    with pytest.raises(NotPossible) as refusal:
        hold(scene, ninth)
    assert refusal.value.reasons == (
        "De afspraak is 8 sessies. Die afspraak is nu vol. Over verlenging beslissen samen: "
        "de cliënt, de therapeut en de regiebehandelaar.",
    )
    assert held(scene) == 8


def test_a_session_is_recorded_on_its_own_day_and_once() -> None:
    scene = addon()
    (session,) = scene.plan(LAST_WEEK)
    hold(scene, session)
    hold(scene, session)
    (fact,) = scene.facts(f.SessionHeld)
    assert (fact.stamp.holds_on, fact.session, fact.joint, fact.touch) == (LAST_WEEK, str(session), False, False)


def test_a_session_still_to_come_was_not_held() -> None:
    scene = addon()
    (session,) = scene.plan(scene.day + timedelta(days=1))
    with pytest.raises(NotPossible):
        hold(scene, session)


@pytest.mark.requirement("S2-015", "S2-050")
def test_a_joint_session_is_refused_until_the_safety_question_is_answered() -> None:
    scene = attachment()
    assert scene.grandmother
    (session,) = scene.plan(LAST_WEEK)
    with pytest.raises(NotPossible) as refusal:
        hold(scene, session, came=(scene.grandmother.id,))
    assert refusal.value.reasons
    assert scene.facts(f.SessionHeld) == []
    safe_together(scene)
    hold(scene, session, came=(scene.grandmother.id,))
    (fact,) = scene.facts(f.SessionHeld)
    assert fact.joint


@pytest.mark.requirement("S2-015")
def test_a_lost_answer_closes_joint_sessions_and_not_those_with_the_child() -> None:
    scene = attachment()
    assert scene.grandmother
    (session,) = scene.plan(LAST_WEEK)
    scene.add(f.CriterionAnswered, criterion="caregiver-not-source-of-fear", answer=Answer.NO)
    with pytest.raises(NotPossible):
        hold(scene, session, came=(scene.grandmother.id,))
    hold(scene, session)
    assert held(scene) == 1


def test_who_came_belongs_to_this_client() -> None:
    scene = attachment()
    safe_together(scene)
    (session,) = scene.plan(LAST_WEEK)
    stranger = cast.contact(scene.house, addon(scene.house).client, "relative", "Iemand anders")
    for who in (stranger.id, uuid4()):
        with pytest.raises(NotFound):
            hold(scene, session, came=(who,))


@pytest.mark.requirement("S1-032")
def test_touch_needs_everyones_consent_on_the_day_and_can_be_taken_back() -> None:
    scene = attachment()
    first, second = scene.plan(LAST_WEEK, repeat=2)
    with pytest.raises(NotPossible) as refusal:
        hold(scene, first, touch=True)
    assert len(refusal.value.reasons) == 2
    assert scene.facts(f.SessionHeld) == []
    touch_allowed(scene)
    hold(scene, first, touch=True)
    (fact,) = scene.facts(f.SessionHeld)
    assert fact.touch
    entry = LogEntry.objects.in_practice(scene.house.practice.id).get(kind="treatment.session_recorded")
    assert entry.detail == {"outcome": "held", "joined_by": 0, "touch": True}
    Consent.plain.create(
        practice=scene.house.practice,
        client=scene.client,
        contact=scene.father,
        scope="touch",
        given=False,
        holds_from=scene.day,
        recorded_at=scene.now,
        recorded_by="Marjan de Wit",
        order=99,
    )
    with pytest.raises(NotPossible):
        hold(scene, second, touch=True)


@pytest.mark.requirement("S1-032")
def test_an_exercise_with_touch_only_gets_into_the_plan_with_consent() -> None:
    scene = attachment()
    (session,) = scene.plan(scene.day)
    paper = Paper(plan={"pick-i-int-1-3": "ja"})
    with pytest.raises(NotPossible):
        flows.save_note_draft(session_id=session, draft=flows.Draft(paper, Version(1, 0)), **scene.when())
    assert scene.row(session).plan == {}
    touch_allowed(scene)
    flows.save_note_draft(session_id=session, draft=flows.Draft(paper, Version(1, 0)), **scene.when())
    assert scene.row(session).plan == {"pick-i-int-1-3": "ja"}


def test_the_same_people_and_touch_are_recorded_anew_when_the_note_says_otherwise() -> None:
    scene = addon()
    touch_allowed(scene)
    scene.held(7)
    (session,) = scene.plan(LAST_WEEK)
    hold(scene, session)
    hold(scene, session, touch=True)
    assert held(scene) == 8
    outcome = pathway.session_outcomes(practice_id=scene.house.practice.id, session_ids=(session,))[session]
    assert isinstance(outcome, f.SessionHeld)
    assert outcome.touch


@pytest.mark.requirement("S2-143")
def test_a_missed_session_says_how_and_why() -> None:
    scene = addon()
    (session,) = scene.plan(LAST_WEEK)
    for _ in range(2):
        flows.miss_session(session_id=session, how="no_show", reason="Geen bericht.", **scene.when())
    (fact,) = scene.facts(f.SessionMissed)
    assert (fact.how, fact.reason, fact.stamp.holds_on) == ("no_show", "Geen bericht.", LAST_WEEK)
    with pytest.raises(NotPossible):
        hold(scene, session)


def test_a_session_cancelled_beforehand_counts_from_today() -> None:
    scene = addon()
    (session,) = scene.plan(scene.day + timedelta(days=3))
    flows.miss_session(session_id=session, how="cancelled_by_client", reason="Ziek", **scene.when())
    (fact,) = scene.facts(f.SessionMissed)
    assert fact.stamp.holds_on == scene.day


def test_a_session_recorded_late_counts_from_today() -> None:
    scene = addon()
    first, second = scene.plan(LAST_WEEK - timedelta(weeks=1), repeat=2)
    hold(scene, second)
    hold(scene, first)
    assert [(fact.session, fact.stamp.holds_on) for fact in scene.facts(f.SessionHeld)] == [
        (str(second), LAST_WEEK),
        (str(first), scene.day),
    ]
    cards = flows.sessions_of(practice_id=scene.house.practice.id, treatment_id=scene.treatment_id)
    assert [(card.id, card.number) for card in cards] == [(first, 1), (second, 2)]


def test_a_wrong_record_is_taken_back_with_a_reason_and_can_be_made_anew() -> None:
    scene = addon()
    (session,) = scene.plan(LAST_WEEK)
    hold(scene, session)
    with pytest.raises(NotUnderstood):
        flows.correct_session(session_id=session, reason="  ", **scene.when())
    flows.correct_session(session_id=session, reason="Verkeerde cliënt aangeklikt.", **scene.when())
    assert held(scene) == 0
    assert [fact.reason for fact in scene.facts(f.Retracted)] == ["Verkeerde cliënt aangeklikt."]
    assert pathway.session_outcomes(practice_id=scene.house.practice.id, session_ids=(session,)) == {}
    flows.miss_session(session_id=session, how="no_show", reason="", **scene.when())
    assert held(scene) == 0
    flows.correct_session(session_id=session, reason="Kwam toch.", **scene.when())
    hold(scene, session)
    assert held(scene) == 1


def test_after_closing_nothing_is_put_right_any_more() -> None:
    scene = addon()
    (session,) = scene.plan(LAST_WEEK)
    hold(scene, session)
    scene.add(f.TreatmentClosed, on=scene.day, reason="other", next_step="")
    with pytest.raises(NotPossible):
        flows.correct_session(session_id=session, reason="Toch niet.", **scene.when())


@pytest.mark.parametrize(("who", "refusal"), [("ab", NotAllowed), ("lea", NotAllowed), ("tess", NotFound)])
def test_only_who_treats_records_sessions(who: str, refusal: type[Exception]) -> None:
    scene = addon()
    (session,) = scene.plan(LAST_WEEK)
    when = scene.when(who)
    with pytest.raises(refusal):
        flows.hold_session(session_id=session, **when)
    with pytest.raises(refusal):
        flows.miss_session(session_id=session, how="no_show", reason="", **when)
    with pytest.raises(refusal):
        flows.correct_session(session_id=session, reason="x", **when)


def test_another_practice_finds_no_session() -> None:
    scene = addon()
    (session,) = scene.plan(LAST_WEEK)
    elsa = cast.oever().actor("elsa")
    with pytest.raises(NotFound):
        flows.hold_session(actor=elsa, session_id=session, day=scene.day, now=scene.now)


def test_sessions_of_a_day_come_in_two_queries_however_many() -> None:
    house = cast.duinrand()
    scenes = [addon(house), attachment(house)]
    for number, scene in enumerate(scenes):
        scene.plan(scene.day, at=time(9 + number), repeat=4)
    first = scenes[0]
    start, end = evening(first.day - timedelta(days=1)), evening(first.day)

    def ask() -> tuple[flows.SessionCard, ...]:
        return flows.sessions_between(practice_id=house.practice.id, start=start, end=end)

    with CaptureQueriesContext(connection) as few:
        cards = ask()
    told = [(card.client.short, card.number, card.note) for card in cards]
    assert told == [("Samira el H.", 1, ""), ("Noor V.", 1, "")]
    for _ in range(4):
        addon(house).plan(first.day, at=time(15))
    with CaptureQueriesContext(connection) as many:
        assert len(ask()) == 6
    assert len(few) == len(many) == 2


def test_a_number_counts_sessions_that_went_on() -> None:
    scene = attachment()
    first, second, third = scene.plan(LAST_WEEK, repeat=3)
    flows.miss_session(session_id=first, how="no_show", reason="", **scene.when())
    cards = flows.sessions_of(practice_id=scene.house.practice.id, treatment_id=scene.treatment_id)
    assert [(card.id, card.number, card.missed) for card in cards] == [
        (first, None, True),
        (second, 1, False),
        (third, 2, False),
    ]


def test_a_session_just_after_midnight_belongs_to_its_dutch_day() -> None:
    scene = addon()
    (session,) = scene.plan(date(2026, 11, 20), at=time(0, 15))
    assert scene.row(session).starts_at.astimezone(AMSTERDAM).date() == date(2026, 11, 20)
    hold(scene, session)
    (fact,) = scene.facts(f.SessionHeld)
    assert fact.stamp.holds_on == date(2026, 11, 20)
