"""Flows on what became of a session: held, missed, and putting a wrong record right."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.kernel import Reason
from lijfspoor.domain.pathways.facts import Retracted, SessionHeld, SessionMissed
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.people import network
from lijfspoor.practice.tenancy.clock import day_of
from lijfspoor.practice.treatment import log_kinds
from lijfspoor.practice.treatment.cards import Draft
from lijfspoor.practice.treatment.flows.appointment import outcome_of, session_to_treat
from lijfspoor.practice.treatment.flows.drafts import keep_draft
from lijfspoor.practice.treatment.flows.feared import FEARED, feared_of
from lijfspoor.practice.treatment.models import Session

How = Literal["cancelled_by_client", "cancelled_by_practice", "no_show"]
TOUCH = Step(StepKind.USE_TOUCH)


def hold_session(
    *,
    actor: Actor,
    session_id: UUID,
    came: tuple[UUID, ...] = (),
    touch: bool = False,
    draft: Draft | None = None,
    day: date,
    now: datetime,
) -> None:
    """Record that a session took place, who of the network came, and whether touch was used.

    With `draft` its text is kept first and says who came. Doing it twice is doing it once. Raises NotPossible with
    the engine's reasons: the agreed number (S1-011), a caregiver who may not join (S2-015), touch (S1-032).
    """
    with transaction.atomic():
        session = session_to_treat(actor=actor, session_id=session_id, day=day)
        if draft is not None:
            keep_draft(actor=actor, session=session, draft=draft, day=day, now=now)
            came, touch = came_of(draft), draft.paper.touched
        record_held(actor=actor, session=session, came=came, touch=touch, day=day, now=now)


def miss_session(*, actor: Actor, session_id: UUID, how: How, reason: str, day: date, now: datetime) -> None:
    """Record that a planned session did not take place, and how (S2-143). It may be known before its day."""
    with transaction.atomic():
        session = session_to_treat(actor=actor, session_id=session_id, day=day)
        outcome = outcome_of(session)
        if isinstance(outcome, SessionHeld):
            raise NotPossible("Er is vastgelegd dat deze sessie is geweest. Herstel dat eerst.")
        if outcome is not None and outcome.how == how and outcome.reason == reason.strip():
            return
        step = Step(StepKind.MISS_SESSION)
        pathway.take(
            actor=actor,
            treatment_id=session.treatment_id,
            step=step,
            say=lambda stamp: SessionMissed(stamp=stamp, session=str(session.id), how=how, reason=reason.strip()),
            day=_counting_day(session, (step,), day),
            now=now,
        )
        _log(actor, log_kinds.SESSION_RECORDED, session, now, {"outcome": how})


def correct_session(*, actor: Actor, session_id: UUID, reason: str, day: date, now: datetime) -> None:
    """Take back what was recorded of a session, with a reason; the wrong record stays readable as taken back."""
    if not reason.strip():
        raise NotUnderstood({"reason": "Schrijf wat er niet klopte."})
    with transaction.atomic():
        session = session_to_treat(actor=actor, session_id=session_id, day=day)
        outcome = outcome_of(session)
        if outcome is None:
            raise NotPossible("Van deze sessie is nog niets vastgelegd.")
        course = pathway.course(practice_id=actor.practice_id, treatment_id=session.treatment_id, day=day)
        if course.standing.stage is Stage.CLOSED:
            raise NotPossible("Deze behandeling is afgesloten. U kunt alleen nog lezen en aanvullen.")
        _take_back(actor, session, outcome, reason.strip(), now)
        _log(actor, log_kinds.SESSION_CORRECTED, session, now, {})


def record_held(
    *, actor: Actor, session: Session, came: tuple[UUID, ...], touch: bool, day: date, now: datetime
) -> None:
    """Record a session in hand as held, inside the caller's transaction.

    A session recorded before with other people or other touch is recorded anew, the former taken back.
    """
    outcome = outcome_of(session)
    if isinstance(outcome, SessionMissed):
        raise NotPossible("Er is vastgelegd dat deze sessie niet doorging. Herstel dat eerst.")
    if outcome is not None and (outcome.joint, outcome.touch) == (bool(came), touch):
        return
    if day_of(session.starts_at) > day:
        raise NotPossible("Deze sessie moet nog komen.")
    _check_known(session, came, day)
    if outcome is not None:
        _take_back(actor, session, outcome, "Bijgewerkt bij het verslag.", now)
    step = Step(StepKind.HOLD_JOINT_SESSION if came else StepKind.HOLD_SESSION)
    counting = _counting_day(session, (step, TOUCH) if touch else (step,), day)
    pathway.take(
        actor=actor,
        treatment_id=session.treatment_id,
        step=step,
        say=lambda stamp: SessionHeld(
            stamp=stamp, session=str(session.id), joint=bool(came), touch=touch, group=session.form == "group"
        ),
        day=counting,
        now=now,
    )
    _log(actor, log_kinds.SESSION_RECORDED, session, now, {"outcome": "held", "joined_by": len(came), "touch": touch})


def came_of(draft: Draft) -> tuple[UUID, ...]:
    """Return who of the network came, as the note says. Raises NotFound for what is no person."""
    try:
        return tuple(UUID(id_) for id_ in draft.paper.came)
    except ValueError as fault:
        raise NotFound from fault


def _check_known(session: Session, came: tuple[UUID, ...], day: date) -> None:
    if not came:
        return
    here = network.people_around(practice_id=session.practice_id, client_id=session.client_id, day=day)
    if not {person.id for person in here}.issuperset(came):
        raise NotFound
    if feared_of(practice_id=session.practice_id, client_id=session.client_id) & set(came):
        raise NotPossible("Zo kunt u dit niet vastleggen.", (FEARED,))


def _take_back(
    actor: Actor, session: Session, outcome: SessionHeld | SessionMissed, reason: str, now: datetime
) -> None:
    pathway.correct(
        actor=actor,
        treatment_id=session.treatment_id,
        fact_id=outcome.stamp.id,
        say=lambda stamp, fact: Retracted(stamp=stamp, fact=fact.stamp.id, reason=reason),
        now=now,
    )


def _counting_day(session: Session, steps: tuple[Step, ...], day: date) -> date:
    """Return the day from which the record counts: that of the session, or today when it is still to come.

    Recorded late, after something later in the course was recorded already, it counts from today.
    Raises NotPossible with the reasons of every step that is not allowed.
    """
    own = min(day_of(session.starts_at), day)
    against = _against(session, steps, own)
    if against and own < day and {reason.code for reason in against} == {"later-facts"}:
        own, against = day, _against(session, steps, day)
    if against:
        raise NotPossible("Dit kunt u nu niet vastleggen.", tuple(dict.fromkeys(each.text.nl for each in against)))
    return own


def _against(session: Session, steps: Iterable[Step], day: date) -> tuple[Reason, ...]:
    course = pathway.course(practice_id=session.practice_id, treatment_id=session.treatment_id, day=day)
    permissions = (course.permission(step) for step in steps)
    return tuple(reason for each in permissions if not each.allowed for reason in each.reasons)


def _log(actor: Actor, kind: str, session: Session, now: datetime, detail: dict[str, object]) -> None:
    record(actor=actor, kind=kind, at=now, clients=(session.client_id,), subject=str(session.id), detail=detail)
