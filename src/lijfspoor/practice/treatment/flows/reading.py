"""Reading sessions: many at once for other rooms, the list of a treatment, and one session with its paper."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.pathways.facts import SessionHeld, SessionMissed
from lijfspoor.domain.pathways.model import Permission, Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.flows import member_named
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people import network
from lijfspoor.practice.people.details import Person
from lijfspoor.practice.people.policies import check_can_see_client
from lijfspoor.practice.people.relations import ClientCard, Relation
from lijfspoor.practice.treatment import log_kinds, policies, store
from lijfspoor.practice.treatment.cards import DraftCard, NoteState, SessionCard
from lijfspoor.practice.treatment.flows.appointment import session_seen
from lijfspoor.practice.treatment.flows.drafts import version_of
from lijfspoor.practice.treatment.flows.notes import written
from lijfspoor.practice.treatment.flows.planning import TREATING, slot_kept
from lijfspoor.practice.treatment.models import Note, Session
from lijfspoor.practice.treatment.paper import Paper, Version
from lijfspoor.practice.treatment.slots import Slot, slot_of

Outcomes = dict[UUID, SessionHeld | SessionMissed]


def sessions_between(
    *, practice_id: UUID, start: datetime, end: datetime, therapist: UUID | None = None, limit: int = 500
) -> tuple[SessionCard, ...]:
    """Return the sessions that start in a period, in time, at most `limit`, in three queries however many there are.

    The caller checks which of these clients the reader may see, hides drafts from who does not treat, and logs.
    """
    rows = store.sessions_beside(practice_id, start, end, therapist)
    wanted = (
        card
        for card in _cards(practice_id, rows)
        if start <= card.starts_at < end and therapist in (None, card.therapist_id)
    )
    return tuple(sorted(wanted, key=lambda card: (card.starts_at, str(card.id))))[:limit]


def sessions_of(*, practice_id: UUID, treatment_id: UUID) -> tuple[SessionCard, ...]:
    """Return the sessions of a treatment in time, in three queries. The caller checks the right and logs."""
    return tuple(_cards(practice_id, store.sessions_of(practice_id, treatment_id)))


def drafts_of(*, practice_id: UUID, member_id: UUID) -> tuple[DraftCard, ...]:
    """Return the notes a colleague began and nobody signed yet, the oldest first, in one query."""
    return tuple(
        DraftCard(
            id=row.id,
            kind=row.kind,
            client_id=row.client_id,
            treatment_id=row.treatment_id,
            session_id=row.session_id,
            starts_at=row.session.starts_at if row.session else None,
            saved_at=row.saved_at,
        )
        for row in store.drafts(practice_id, member_id)
    )


@dataclass(frozen=True)
class SessionLine:
    """A session in the list of its treatment, with what is told of it to this reader."""

    card: SessionCard
    picked: tuple[str, ...]
    draft_by: str


@dataclass(frozen=True)
class SessionList:
    """The sessions of a treatment as this reader may see them."""

    course: Course
    relation: Relation
    lines: tuple[SessionLine, ...]
    slot: Slot | None


def read_sessions(*, actor: Actor, treatment_id: UUID, day: date, now: datetime) -> SessionList:
    """Return the sessions of a treatment for reading; administration sees appointments, only treaters see drafts."""
    with transaction.atomic():
        course = pathway.course(practice_id=actor.practice_id, treatment_id=treatment_id, day=day)
        relation = people.relation(actor=actor, client_id=course.client_id, day=day)
        check_can_see_client(actor, relation)
        rows = store.sessions_of(actor.practice_id, treatment_id)
        notes = {note.session_id: note for note in store.notes_of(actor.practice_id, treatment_id)}
        _log(actor, log_kinds.SESSIONS_READ, course.client_id, treatment_id, now)
        plans = {row.id: row.plan for row in rows}
        lines = (
            _line(actor, relation, card, plans[card.id], notes.get(card.id)) for card in _cards(actor.practice_id, rows)
        )
        return SessionList(course, relation, tuple(lines), slot_kept(rows))


@dataclass(frozen=True)
class SessionFile:
    """One session with everything its page shows; `paper` and `version` are what a form starts from."""

    actor: Actor
    card: SessionCard
    cards: tuple[SessionCard, ...]
    relation: Relation
    course: Course
    slot: Slot | None
    people: tuple[Person, ...]
    allergies: str
    paper: Paper
    version: Version
    note: Note | None
    amendments: tuple[Note, ...]
    used: dict[str, tuple[int, ...]]

    @property
    def writes(self) -> bool:
        """Whether plan and drafts are open to this reader."""
        return policies.can_write_notes(self.actor, self.relation)

    @property
    def reads(self) -> bool:
        """Whether signed notes are open to this reader."""
        return policies.can_read_signed(self.actor, self.relation)

    @property
    def plans(self) -> bool:
        """Whether this reader may move and drop the appointment."""
        return policies.can_plan(self.actor, self.relation)

    @property
    def signed(self) -> Note | None:
        """The note when it is signed."""
        return self.note if self.note and self.note.signed_at else None

    @property
    def earlier_open(self) -> tuple[SessionCard, ...]:
        """Sessions before this one of which nothing was recorded yet."""
        return tuple(card for card in self.cards if card.outcome is None and card.starts_at < self.card.starts_at)

    @cached_property
    def touch(self) -> Permission:
        """Whether touch may be used on the day, with the reasons when not (S1-032)."""
        return self.course.permission(Step(StepKind.USE_TOUCH))

    @cached_property
    def together(self) -> Permission:
        """Whether a caregiver may join on the day, with the reasons when not (S2-015)."""
        return self.course.permission(Step(StepKind.HOLD_JOINT_SESSION))


def read_session(*, actor: Actor, session_id: UUID, day: date, now: datetime) -> SessionFile:
    """Return a session for its page: all of it for who treats, the signed note for the lead clinician.

    Administration gets the appointment alone: plan, note and course are left empty or unread. Raises NotFound.
    """
    with transaction.atomic():
        session, relation = session_seen(actor=actor, session_id=session_id, day=day)
        rows = store.sessions_of(actor.practice_id, session.treatment_id)
        cards = tuple(_cards(actor.practice_id, rows))
        writes = policies.can_write_notes(actor, relation)
        note = store.note_of(actor.practice_id, session.id) if policies.can_read_signed(actor, relation) else None
        if note is not None and not writes and note.signed_at is None:
            note = None
        kind = log_kinds.NOTE_READ if note else log_kinds.SESSION_READ
        _log(actor, kind, session.client_id, session.id, now)
        return SessionFile(
            actor=actor,
            card=next(card for card in cards if card.id == session.id),
            cards=cards,
            relation=relation,
            course=pathway.course(practice_id=actor.practice_id, treatment_id=session.treatment_id, day=day),
            slot=slot_kept(rows),
            people=network.people_around(practice_id=actor.practice_id, client_id=session.client_id, day=day),
            allergies=people.allergies_of(practice_id=actor.practice_id, client_id=session.client_id) if writes else "",
            paper=Paper(session.plan if writes else {}, written(note) if note else {}),
            version=version_of(session, note),
            note=note,
            amendments=tuple(store.amendments(actor.practice_id, note.id)) if note else (),
            used=_used(rows, cards, session.id) if writes else {},
        )


@dataclass(frozen=True)
class Planning:
    """What the form for planning needs to know."""

    course: Course
    relation: Relation
    people: tuple[Person, ...]
    therapists: tuple[tuple[UUID, str], ...]
    cards: tuple[SessionCard, ...]
    slot: Slot | None

    @cached_property
    def together(self) -> Permission:
        """Whether a caregiver may join now, with the reasons when not."""
        return self.course.permission(Step(StepKind.HOLD_JOINT_SESSION))


def read_planning(*, actor: Actor, treatment_id: UUID, day: date, now: datetime) -> Planning:
    """Return what planning a session of this treatment starts from."""
    with transaction.atomic():
        course = pathway.course(practice_id=actor.practice_id, treatment_id=treatment_id, day=day)
        relation = people.relation(actor=actor, client_id=course.client_id, day=day)
        policies.check_can_plan(actor, relation)
        team = network.team_of(actor=actor, client_id=course.client_id, day=day)
        rows = store.sessions_of(actor.practice_id, treatment_id)
        _log(actor, log_kinds.SESSIONS_READ, course.client_id, treatment_id, now)
        around = network.people_around(practice_id=actor.practice_id, client_id=course.client_id, day=day)
        treating = {line.member_id: line.name for line in team if line.kind in TREATING}
        return Planning(
            course=course,
            relation=relation,
            people=tuple(person for person in around if person.ended_on is None or person.ended_on > day),
            therapists=tuple(treating.items()),
            cards=tuple(_cards(actor.practice_id, rows)),
            slot=slot_kept(rows),
        )


def colleague_name(*, actor: Actor, member_id: UUID) -> str:
    """Return the name of a colleague."""
    return member_named(practice_id=actor.practice_id, member_id=member_id) or ""


def _cards(practice_id: UUID, rows: Iterable[Session]) -> Iterator[SessionCard]:
    by_treatment: dict[UUID, list[Session]] = defaultdict(list)
    for row in rows:
        by_treatment[row.treatment_id].append(row)
    if not by_treatment:
        return
    outcomes = pathway.outcomes(practice_id=practice_id, treatment_ids=tuple(by_treatment))
    known = {row.client_id for those in by_treatment.values() for row in those}
    clients = people.client_cards(practice_id=practice_id, client_ids=known)
    for those in by_treatment.values():
        yield from _of_treatment(those, outcomes, clients[those[0].client_id])


def _of_treatment(rows: list[Session], outcomes: Outcomes, client: ClientCard) -> Iterator[SessionCard]:
    slot = slot_kept(rows)
    number = 0
    for row in rows:
        outcome = outcomes.get(row.id)
        missed = isinstance(outcome, SessionMissed)
        number += not missed
        yield SessionCard(
            id=row.id,
            treatment_id=row.treatment_id,
            client=client,
            starts_at=row.starts_at,
            minutes=row.minutes,
            place=row.place,
            form=row.form,
            therapist_id=row.therapist_id,
            therapist_name=row.therapist.user.name,
            joined_by=tuple(UUID(id_) for id_ in row.joined_by),
            number=None if missed else number,
            outcome=outcome,
            note=_state(row),
            note_by=getattr(row, "note_author", None),
            off_slot=slot is not None and slot_of(row.starts_at, row.place) != slot,
            version=row.version,
        )


def _state(row: Session) -> NoteState:
    if getattr(row, "note_id", None) is None:
        return ""
    return "signed" if getattr(row, "note_signed", None) else "draft"


def _line(actor: Actor, relation: Relation, card: SessionCard, plan: dict[str, str], note: Note | None) -> SessionLine:
    signed = note is not None and note.signed_at is not None
    if policies.can_write_notes(actor, relation):
        drafted = note.author.user.name if note and not signed else ""
        return SessionLine(card, Paper(plan, written(note) if note else {}).done, drafted)
    if signed and note is not None and policies.can_read_signed(actor, relation):
        return SessionLine(card, Paper(note.body["signed_plan"], written(note)).done, "")
    return SessionLine(card, (), "")


def _used(rows: Iterable[Session], cards: Iterable[SessionCard], besides: UUID) -> dict[str, tuple[int, ...]]:
    """Return by pick the numbers of the held sessions it was in: what comes back and what is new (S2-130)."""
    plans = {row.id: row.plan for row in rows}
    used: dict[str, list[int]] = defaultdict(list)
    for card in cards:
        if card.held and card.number and card.id != besides:
            for pick in Paper(plans[card.id]).picked:
                used[pick].append(card.number)
    return {pick: tuple(numbers) for pick, numbers in used.items()}


def _log(actor: Actor, kind: str, client_id: UUID, subject: UUID, now: datetime) -> None:
    record(actor=actor, kind=kind, at=now, clients=(client_id,), subject=str(subject))
