"""What the engine allows, the flow does; what it refuses, the flow refuses, with the engine's reasons."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lijfspoor.domain.pathways import Permission, StepKind, permit
from lijfspoor.practice.access.refusals import NotFound, NotPossible
from lijfspoor.practice.pathway import flows, store
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.pathway.models import FactRow
from lijfspoor.practice.people.models import Client
from tests import cast
from tests.practice.pathway.saying import saying

pytestmark = pytest.mark.django_db

FORWARD = (
    StepKind.STATE_DEVELOPMENTAL_AGE,
    StepKind.ANSWER_CRITERION,
    StepKind.HOLD_MEETING,
    StepKind.COMPLETE_EXAMINATION_PART,
    StepKind.AGREE_GOAL,
    StepKind.AGREE_PLAN,
    StepKind.START_TREATMENT,
)


def opened(house: cast.House, pin: str, route: str) -> tuple[Client, Course]:
    client = cast.adult(house) if pin.startswith("pmt-addon") else cast.child(house)[0]
    treatment_id = flows.open_treatment(
        actor=house.actor("marjan"),
        client_id=client.id,
        pin=pin,
        route=route,
        referrer="",
        day=cast.TODAY,
        now=cast.NOW,
    )
    return client, flows.course(practice_id=house.practice.id, treatment_id=treatment_id, day=cast.TODAY)


@given(data=st.data())
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@pytest.mark.parametrize(("pin", "route"), [("pmt-addon@1.0", "lead_clinician"), ("pmkt-attachment@1.0", "private")])
def test_the_flow_refuses_exactly_what_the_engine_refuses(pin: str, route: str, data: st.DataObject) -> None:
    with transaction.atomic():
        house = cast.duinrand()
        client, at = opened(house, pin, route)
        cast.consent(house, client, "treatment")
        at = flows.course(practice_id=house.practice.id, treatment_id=at.treatment_id, day=cast.TODAY)
        for _ in range(data.draw(st.integers(3, 14))):
            chosen = data.draw(st.sampled_from(_likely(tuple(at.steps.values()))))
            at = _try(house, at, chosen)
        transaction.set_rollback(True)


def _likely(steps: tuple[Permission, ...]) -> tuple[Permission, ...]:
    forward = tuple(each for each in steps if each.allowed and each.step.kind in FORWARD)
    return steps + forward * 3


def _try(house: cast.House, at: Course, chosen: Permission) -> Course:
    before = len(at.facts)
    try:
        after = flows.take(
            actor=house.actor("marjan"),
            treatment_id=at.treatment_id,
            step=chosen.step,
            say=saying(chosen.step),
            day=cast.TODAY,
            now=cast.NOW,
        )
    except NotPossible as refusal:
        assert not chosen.allowed, chosen
        assert refusal.reasons == tuple(reason.text.nl for reason in chosen.reasons)  # noqa: PT017  # either may happen
        return at
    assert chosen.allowed, chosen
    assert len(after.facts) == before + 1
    kept = flows.course(practice_id=house.practice.id, treatment_id=at.treatment_id, day=cast.TODAY)
    assert kept.standing == after.standing
    return kept


def test_all_steps_together_or_none() -> None:
    house = cast.duinrand()
    _, at = opened(house, "pmt-addon@1.0", "lead_clinician")
    steps = [each.step for each in at.steps.values()]
    fine = next(step for step in steps if step.kind is StepKind.HOLD_TALK)
    refused = next(step for step in steps if step.kind is StepKind.HOLD_SESSION)
    with pytest.raises(NotPossible):
        flows.take_all(
            actor=house.actor("marjan"),
            treatment_id=at.treatment_id,
            steps=((fine, saying(fine)), (refused, saying(refused))),
            day=cast.TODAY,
            now=cast.NOW,
        )
    assert FactRow.objects.in_practice(house.practice.id).filter(kind="talk_held").count() == 0


def test_a_treatment_of_another_practice_is_not_found() -> None:
    house, elsewhere = cast.duinrand(), cast.oever()
    _, at = opened(house, "pmt-addon@1.0", "lead_clinician")
    talk = next(each.step for each in at.steps.values() if each.step.kind is StepKind.HOLD_TALK)
    with pytest.raises(NotFound):
        flows.take(
            actor=elsewhere.actor("elsa"),
            treatment_id=at.treatment_id,
            step=talk,
            say=saying(talk),
            day=cast.TODAY,
            now=cast.NOW,
        )


@pytest.mark.requirement("S1-037")
def test_the_add_on_is_only_opened_along_the_lead_clinician() -> None:
    house = cast.duinrand()
    client = cast.adult(house)
    with pytest.raises(NotPossible, match="deze weg"):
        flows.open_treatment(
            actor=house.actor("marjan"),
            client_id=client.id,
            pin="pmt-addon@1.0",
            route="private",
            referrer="",
            day=cast.TODAY,
            now=cast.NOW,
        )


def test_facts_come_back_from_the_database_as_they_were_said() -> None:
    house = cast.duinrand()
    _, at = opened(house, "pmkt-attachment@1.0", "private")
    for step in [each.step for each in at.steps.values() if each.allowed]:
        permission = permit(at.module, at.facts, step, cast.TODAY)
        if permission.allowed and step.kind not in {StepKind.CLOSE_TREATMENT}:
            at = flows.take(
                actor=house.actor("marjan"),
                treatment_id=at.treatment_id,
                step=step,
                say=saying(step),
                day=cast.TODAY,
                now=cast.NOW,
            )
    again = flows.course(practice_id=house.practice.id, treatment_id=at.treatment_id, day=cast.TODAY)
    assert sorted(again.facts, key=repr) == sorted(at.facts, key=repr)
    assert len(again.facts) > 30


def test_a_consent_taken_back_shows_in_the_outlook_the_next_time_it_is_looked_at() -> None:
    house = cast.duinrand()
    client, _ = opened(house, "pmt-addon@1.0", "lead_clinician")
    cast.consent(house, client, "treatment")
    Client.objects.in_practice(house.practice.id).filter(id=client.id).update(revision=2)
    assert flows.refresh_outlooks(practice_id=house.practice.id, day=cast.TODAY, now=cast.NOW) == 1
    assert flows.refresh_outlooks(practice_id=house.practice.id, day=cast.TODAY, now=cast.NOW) == 0


def test_an_outlook_is_derived_anew_on_the_day_time_alone_changes_it() -> None:
    house = cast.duinrand()
    client, at = opened(house, "pmkt-attachment@1.0", "private")
    outlook = store.outlooks(house.practice.id, [client.id])[0]
    turn = at.next_turn()
    assert outlook.stale_on == turn
    assert turn is not None
    day_before = turn - timedelta(days=1)
    assert flows.refresh_outlooks(practice_id=house.practice.id, day=day_before, now=cast.NOW) == 0
    assert flows.refresh_outlooks(practice_id=house.practice.id, day=turn, now=cast.NOW) == 1
