"""Flows around appointments: planning a session or a weekly series, moving and dropping one."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from lijfspoor.domain.pathways.model import Stage
from lijfspoor.domain.pathways.permissions.sessions import limit_reason
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotPossible, NotUnderstood
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.look import dutch
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people import network
from lijfspoor.practice.treatment import log_kinds, store
from lijfspoor.practice.treatment.cards import Appointment
from lijfspoor.practice.treatment.flows.appointment import outcome_of, session_to_plan
from lijfspoor.practice.treatment.flows.feared import FEARED, feared_of
from lijfspoor.practice.treatment.flows.series import starts_of
from lijfspoor.practice.treatment.models import Session
from lijfspoor.practice.treatment.policies import check_can_plan
from lijfspoor.practice.treatment.slots import Placed, Slot, fixed_slot, slot_of

TREATING = ("treats", "stands_in")
ASK = "Vraag de behandelaar waarom."


def plan_sessions(*, actor: Actor, treatment_id: UUID, wish: Appointment, day: date, now: datetime) -> tuple[UUID, ...]:
    """Plan a session, or a weekly series at the same wall-clock time, and return the ids in time (S2-052, S2-131).

    Raises NotPossible beyond the agreed number (S1-011) or when a caregiver may not join (S2-015).
    """
    with transaction.atomic():
        course = pathway.course_in_hand(practice_id=actor.practice_id, treatment_id=treatment_id, day=day)
        check_can_plan(actor, people.relation(actor=actor, client_id=course.client_id, day=day))
        starts = _starts(wish)
        therapist = _therapist(actor, course, wish, day)
        check_open(course)
        _check_form(actor, course, wish, day)
        _check_room(course, len(starts))
        series = uuid4() if len(starts) > 1 else None
        made = store.add_sessions(
            {
                "practice_id": actor.practice_id,
                "treatment_id": treatment_id,
                "client_id": course.client_id,
                "starts_at": at,
                "series": series,
                **_columns(wish, therapist),
            }
            for at in starts
        )
        _log(actor, log_kinds.SESSIONS_PLANNED, course.client_id, treatment_id, now, {"sessions": len(made)})
        return tuple(row.id for row in made)


def move_session(*, actor: Actor, session_id: UUID, wish: Appointment, version: int, day: date, now: datetime) -> None:
    """Change an open session. Raises ChangedMeanwhile when someone else changed it after `version` was read."""
    with transaction.atomic():
        session = session_to_plan(actor=actor, session_id=session_id, day=day)
        _check_still_open(session)
        course = pathway.course(practice_id=actor.practice_id, treatment_id=session.treatment_id, day=day)
        _check_form(actor, course, wish, day, before=session.form)
        values = {"starts_at": _starts(wish)[0], **_columns(wish, _therapist(actor, course, wish, day))}
        if not store.change_session(actor.practice_id, session.id, version, values):
            raise ChangedMeanwhile
        _log(actor, log_kinds.SESSION_MOVED, session.client_id, session.id, now, {})


def drop_session(*, actor: Actor, session_id: UUID, day: date, now: datetime) -> None:
    """Take an open session off the agenda. One on which something was written stays: record that it was missed."""
    with transaction.atomic():
        session = session_to_plan(actor=actor, session_id=session_id, day=day)
        _check_still_open(session)
        if store.note_of(actor.practice_id, session.id) is not None:
            raise NotPossible(
                "Bij deze sessie is al iets geschreven.",
                ("Leg vast dat de sessie niet doorging. De tekst blijft dan.",),
            )
        drop(actor=actor, session=session, now=now)


def drop(*, actor: Actor, session: Session, now: datetime) -> None:
    """Take a session off the agenda that may be taken off, and log it."""
    store.change_session(actor.practice_id, session.id, session.version, {"dropped": True})
    _log(actor, log_kinds.SESSION_DROPPED, session.client_id, session.id, now, {})


def warnings_about(
    *, actor: Actor, treatment_id: UUID, wish: Appointment, day: date, besides: UUID | None = None
) -> tuple[str, ...]:
    """Return what to know before planning this: other sessions at the time, and leaving the fixed slot (S2-131).

    Warnings hold nothing back and name no other client.
    """
    course = pathway.course(practice_id=actor.practice_id, treatment_id=treatment_id, day=day)
    check_can_plan(actor, people.relation(actor=actor, client_id=course.client_id, day=day))
    starts = _starts(wish)
    therapist = _therapist(actor, course, wish, day)
    taken = store.overlapping(actor.practice_id, starts, wish.minutes, therapist, wish.place.strip(), besides)
    slot = slot_kept(store.sessions_of(actor.practice_id, treatment_id))
    return (*_clashes(taken, starts, wish, therapist), *_leaving(slot, starts[0], wish, besides))


def slot_kept(sessions: list[Session]) -> Slot | None:
    """Return the fixed slot of a treatment's sessions."""
    return fixed_slot(Placed(row.starts_at, row.place, row.series) for row in sessions)


def slot_words(slot: Slot) -> str:
    """Return a slot as people say it: `dinsdag 10.30 uur, gymzaal`."""
    place = f", {slot.place}" if slot.place else ""
    return f"{dutch.WEEKDAYS[slot.weekday]} {dutch.clock(slot.at)} uur{place}"


def _clashes(taken: list[Session], starts: tuple[datetime, ...], wish: Appointment, therapist: UUID) -> Iterator[str]:
    for row in taken:
        if row.form == "group" == wish.form and row.starts_at in starts:
            continue
        when = f"{dutch.day(row.starts_at, weekday=True, year=False)} om {dutch.clock(row.starts_at)} uur"
        if row.therapist_id == therapist:
            yield f"De therapeut heeft {when} al een sessie."
        else:
            yield f"{row.place} is {when} al bezet."


def _leaving(slot: Slot | None, first: datetime, wish: Appointment, besides: UUID | None) -> Iterator[str]:
    new = slot_of(first, wish.place)
    single = wish.repeat == 1 or besides is not None
    if (
        slot is not None
        and single
        and (new.weekday, new.at, new.place.lower())
        != (
            slot.weekday,
            slot.at,
            slot.place.lower(),
        )
    ):
        yield f"Dit wijkt af van de vaste plek: {slot_words(slot)}. Vertel dit op tijd, dan blijft het voorspelbaar."


def _starts(wish: Appointment) -> tuple[datetime, ...]:
    return starts_of(first=wish.first, at=wish.at, times=wish.repeat, minutes=wish.minutes, times_field="repeat")


def _therapist(actor: Actor, course: Course, wish: Appointment, day: date) -> UUID:
    team = network.team_of(actor=actor, client_id=course.client_id, day=day)
    treating = [line.member_id for line in team if line.kind in TREATING]
    if wish.therapist is None:
        assigned = [member for member in treating if str(member) == course.standing.therapist]
        first = [actor.member_id] if actor.member_id in treating else [*assigned, *treating]
        if not first:
            raise NotUnderstood({"therapist": "Niemand behandelt deze cliënt nog. Verbind eerst een collega."})
        return first[0]
    if wish.therapist not in treating:
        raise NotUnderstood({"therapist": "Kies iemand die deze cliënt behandelt."})
    return wish.therapist


def check_open(course: Course) -> None:
    """Raise NotPossible unless sessions can be planned in this treatment."""
    if course.standing.stage in (Stage.CLOSED, Stage.NOT_REFERRED):
        raise NotPossible("In deze behandeling kunt u nu geen sessies plannen.")


def _check_form(actor: Actor, course: Course, wish: Appointment, day: date, before: str = "") -> None:
    if wish.form not in (*course.module.approach.session.forms, "dyad", before):
        raise NotUnderstood({"form": "Kies een vorm die bij deze module hoort."})
    if wish.form == "dyad" and not wish.joined_by:
        raise NotUnderstood({"joined_by": "Kies wie er meedoet."})
    here = {
        person.id
        for person in network.people_around(practice_id=actor.practice_id, client_id=course.client_id, day=day)
        if person.ended_on is None or person.ended_on > day
    }
    if not here.issuperset(wish.joined_by):
        raise NotUnderstood({"joined_by": "Kies iemand uit het netwerk van de cliënt."})
    _check_not_feared(actor, course, wish, day)
    permission = course.permission(Step(StepKind.HOLD_JOINT_SESSION))
    if wish.joined_by and not permission.allowed:
        relation = people.relation(actor=actor, client_id=course.client_id, day=day)
        reasons = tuple(reason.text.nl for reason in permission.reasons) if relation.may_read_file else (ASK,)
        raise NotPossible("Een sessie samen kan nu niet.", reasons)


def _check_not_feared(actor: Actor, course: Course, wish: Appointment, day: date) -> None:
    """Nobody named as a source of fear joins, whatever the answer on joining says (S2-015)."""
    feared = feared_of(practice_id=actor.practice_id, client_id=course.client_id) if wish.joined_by else frozenset()
    if feared & set(wish.joined_by):
        relation = people.relation(actor=actor, client_id=course.client_id, day=day)
        raise NotPossible("Een sessie samen kan zo niet.", (FEARED if relation.treats else ASK,))


def room_left(course: Course) -> int | None:
    """Return how many sessions can still be planned within the agreed number; None when there is none (S1-011)."""
    limit = course.standing.dose.limit
    return None if limit is None else max(0, limit - course.standing.dose.held - _planned(course))


def _planned(course: Course) -> int:
    known = pathway.outcomes(practice_id=course.practice_id, treatment_ids=(course.treatment_id,))
    rows = store.sessions_of(course.practice_id, course.treatment_id)
    return sum(row.id not in known for row in rows)


def _check_room(course: Course, wanted: int) -> None:
    dose = course.standing.dose
    if dose.limit is None:
        return
    planned = _planned(course)
    room = max(0, dose.limit - dose.held - planned)
    if wanted > room:
        counted = f"De afspraak is {dose.limit} sessies: {dose.held} geweest en {planned} gepland."
        why = limit_reason(course.module, dose.limit).text.nl if not room else f"U kunt er nog {room} plannen."
        raise NotPossible("Zoveel sessies kunt u niet plannen.", (counted, why))


def _check_still_open(session: Session) -> None:
    if outcome_of(session) is not None:
        raise NotPossible("Van deze sessie is al vastgelegd of die is geweest. De afspraak staat daarmee vast.")


def _columns(wish: Appointment, therapist: UUID) -> dict[str, object]:
    return {
        "minutes": wish.minutes,
        "place": wish.place.strip(),
        "form": wish.form,
        "joined_by": [str(id_) for id_ in wish.joined_by],
        "therapist_id": therapist,
    }


def _log(actor: Actor, kind: str, client_id: UUID, subject: UUID, now: datetime, detail: dict[str, int]) -> None:
    record(actor=actor, kind=kind, at=now, clients=(client_id,), subject=str(subject), detail=detail)
