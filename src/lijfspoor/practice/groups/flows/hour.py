"""Reading a group session: the sheet for its therapists, and for others who has a seat there."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.pathways.facts import SessionMissed
from lijfspoor.domain.pathways.steps import Permission, Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.groups import log_kinds, policies, store
from lijfspoor.practice.groups.cards import Entry, GroupCard, MeetingCard
from lijfspoor.practice.groups.flows.entry import card_of, meeting_card, therapists_of
from lijfspoor.practice.groups.flows.sheet import entry_of, whole_of
from lijfspoor.practice.groups.models import GroupNote, Meeting, Seat
from lijfspoor.practice.groups.policies import can_run
from lijfspoor.practice.groups.roster import RosterFact, taking_part
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people import overview
from lijfspoor.practice.people import policies as people_policies
from lijfspoor.practice.people.relations import ClientCard, Relation
from lijfspoor.practice.tenancy.clock import day_of
from lijfspoor.practice.treatment.flows import gathering
from lijfspoor.practice.treatment.flows.gathering import SessionSheet

HOLD, TOUCH = Step(StepKind.HOLD_SESSION), Step(StepKind.USE_TOUCH)


@dataclass(frozen=True)
class SeatLine:
    """One participant of a group session as this reader may see them; `course` and `entry` for who treats."""

    id: UUID
    session_id: UUID
    client: ClientCard
    relation: Relation
    sheet: SessionSheet
    entry: Entry
    course: Course | None

    @property
    def missed(self) -> bool:
        """Whether it was recorded that they did not come."""
        return isinstance(self.sheet.outcome, SessionMissed)

    @property
    def done(self) -> bool:
        """Whether nothing is left to write."""
        return self.missed or self.sheet.signed

    @cached_property
    def hold(self) -> Permission | None:
        """Whether one more session may be held, with the reasons when not (S1-011)."""
        return self.course.permission(HOLD) if self.course and self.sheet.outcome is None else None

    @cached_property
    def touch(self) -> bool:
        """Whether touch may be used on the day (S1-032)."""
        return self.course is not None and self.course.permission(TOUCH).allowed


@dataclass(frozen=True)
class NoSeat:
    """Someone who takes part on the day and has no session in this one, with why."""

    client: ClientCard
    hold: Permission


@dataclass(frozen=True)
class MeetingFile:
    """One session of a group with everything its page shows."""

    card: MeetingCard
    group: GroupCard
    runs: bool
    seats: tuple[SeatLine, ...]
    no_seat: tuple[NoSeat, ...]
    whole: dict[str, str]
    signed: GroupNote | None
    amendments: tuple[GroupNote, ...]
    day: date
    now: datetime

    @property
    def coming(self) -> bool:
        """Whether the day of the session is still to come."""
        return day_of(self.card.starts_at) > self.day


def read_meeting(*, actor: Actor, meeting_id: UUID, day: date, now: datetime) -> MeetingFile:
    """Return a group session in a fixed number of queries: its sheet for its therapists, for others who they may see.

    A therapist of the group sees clients they treat; a lead clinician their own clients; the office names alone.
    Raises NotFound.
    """
    with transaction.atomic():
        meeting = store.meeting(actor.practice_id, meeting_id)
        if meeting is None:
            raise NotFound
        facts = store.roster(actor.practice_id, (meeting.group_id,))[meeting.group_id]
        rows = store.seats(actor.practice_id, (meeting_id,))
        runs = can_run(actor, therapists_of(meeting.group))
        clients = {row.client_id for row in rows} | {each.client_id for each in facts}
        relations = people.relations(actor=actor, client_ids=clients, day=day)
        seen = [row for row in rows if people_policies.can_see_client(actor, relations[row.client_id])]
        policies.check_can_see_meeting(actor, therapists_of(meeting.group), len(seen))
        missing = _without_seat(facts, rows, relations, meeting) if runs else []
        treated = {row.treatment_id for row in seen if runs and relations[row.client_id].treats}
        wanted = treated | {each.treatment_id for each in missing}
        courses = pathway.courses_named(practice_id=actor.practice_id, treatment_ids=wanted, day=day)
        note = store.note_of(actor.practice_id, meeting_id) if runs else None
        _log(actor, meeting, seen, now)
        return MeetingFile(
            card=meeting_card(meeting, seen),
            group=card_of(meeting.group, facts, day),
            runs=runs,
            seats=_lines(actor, seen, relations, courses, runs),
            no_seat=tuple(
                NoSeat(course.around.card, course.permission(HOLD))
                for course in (courses[each.treatment_id] for each in missing)
            ),
            whole=whole_of(note),
            signed=note if note and note.signed_at else None,
            amendments=tuple(store.amendments(actor.practice_id, meeting_id)) if runs else (),
            day=day,
            now=now,
        )


def _lines(
    actor: Actor, rows: list[Seat], relations: dict[UUID, Relation], courses: dict[UUID, Course], runs: bool
) -> tuple[SeatLine, ...]:
    sheets = gathering.sheets(practice_id=actor.practice_id, session_ids=[row.session_id for row in rows])
    return tuple(
        SeatLine(
            id=row.id,
            session_id=row.session_id,
            client=overview.card_of(row.client),
            relation=relations[row.client_id],
            sheet=sheets[row.session_id],
            entry=entry_of(row, sheets[row.session_id]) if runs and relations[row.client_id].treats else Entry(),
            course=courses.get(row.treatment_id),
        )
        for row in rows
        if not runs or relations[row.client_id].treats
    )


def _without_seat(
    facts: list[RosterFact], rows: list[Seat], relations: dict[UUID, Relation], meeting: Meeting
) -> list[RosterFact]:
    seated = {row.treatment_id for row in rows}
    here = taking_part(facts, day_of(meeting.starts_at))
    return [each for each in here if each.treatment_id not in seated and relations[each.client_id].treats]


def _log(actor: Actor, meeting: Meeting, seen: list[Seat], now: datetime) -> None:
    clients = tuple(row.client_id for row in seen)
    record(actor=actor, kind=log_kinds.MEETING_READ, at=now, clients=clients, subject=str(meeting.id))
