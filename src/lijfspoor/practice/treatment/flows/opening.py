"""Reading for pages: the list of a treatment's sessions, one session with its paper, and what planning starts from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.domain.pathways.steps import Permission, Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.exercises import flows as exercises
from lijfspoor.practice.exercises.flows.client import Known
from lijfspoor.practice.exercises.flows.used import Use
from lijfspoor.practice.exercises.shelf import Shelf
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people import network
from lijfspoor.practice.people.details import Person
from lijfspoor.practice.people.policies import can_treat, check_can_see_client
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.tenancy.clock import day_of
from lijfspoor.practice.treatment import log_kinds, policies, store
from lijfspoor.practice.treatment.cards import SessionCard
from lijfspoor.practice.treatment.flows.appointment import session_seen
from lijfspoor.practice.treatment.flows.drafts import version_of
from lijfspoor.practice.treatment.flows.feared import feared_of
from lijfspoor.practice.treatment.flows.notes import written
from lijfspoor.practice.treatment.flows.planning import TREATING, slot_kept
from lijfspoor.practice.treatment.flows.reading import cards_of
from lijfspoor.practice.treatment.models import Note, Session
from lijfspoor.practice.treatment.paper import Paper, Version
from lijfspoor.practice.treatment.slots import Slot


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
    versions: Mapping[str, Exercise]


def read_sessions(*, actor: Actor, treatment_id: UUID, day: date, now: datetime) -> SessionList:
    """Return the sessions of a treatment; administration sees appointments, only those who treat see drafts."""
    with transaction.atomic():
        course = pathway.course(practice_id=actor.practice_id, treatment_id=treatment_id, day=day)
        relation = people.relation(actor=actor, client_id=course.client_id, day=day)
        check_can_see_client(actor, relation)
        rows = store.sessions_of(actor.practice_id, treatment_id)
        notes = {note.session_id: note for note in store.notes_of(actor.practice_id, treatment_id)}
        _log(actor, log_kinds.SESSIONS_READ, course.client_id, treatment_id, now)
        plans = {row.id: row.plan for row in rows}
        lines = (
            _line(actor, relation, card, plans[card.id], notes.get(card.id))
            for card in cards_of(actor.practice_id, rows)
        )
        versions = exercises.shelf_of(practice_id=actor.practice_id).versions
        return SessionList(course, relation, tuple(lines), slot_kept(rows), versions)


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
    feared: frozenset[UUID]
    allergies: str
    paper: Paper
    version: Version
    note: Note | None
    amendments: tuple[Note, ...]
    used: dict[str, tuple[int, ...]]
    shelf: Shelf
    known: Known
    uses: tuple[Use, ...]

    @property
    def writes(self) -> bool:
        """Whether plan and drafts are open to this reader."""
        return can_treat(self.actor, self.relation)

    @property
    def reads(self) -> bool:
        """Whether signed notes are open to this reader."""
        return policies.can_read_signed(self.actor, self.relation)

    @property
    def plans(self) -> bool:
        """Whether this reader may move and drop the appointment."""
        return policies.can_plan(self.actor, self.relation)

    @property
    def phase(self) -> str:
        """The phase the client is in on the day of the session, as known now; empty without phases."""
        day = day_of(self.card.starts_at)
        steps = self.course.standing.path
        return next((step.phase for step in reversed(steps) if step.on <= day), steps[0].phase if steps else "")

    @property
    def signed(self) -> Note | None:
        """The note when it is signed."""
        return self.note if self.note and self.note.signed_at else None

    @property
    def earlier_open(self) -> tuple[SessionCard, ...]:
        """Sessions before this one of which nothing was recorded yet."""
        return tuple(card for card in self.cards if card.outcome is None and card.starts_at < self.card.starts_at)

    @cached_property
    def hold(self) -> Permission:
        """Whether one more session may be held, with the reasons when not (S1-011)."""
        return self.course.permission(Step(StepKind.HOLD_SESSION))

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
        cards = tuple(cards_of(actor.practice_id, rows))
        writes = can_treat(actor, relation)
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
            feared=feared_of(practice_id=actor.practice_id, client_id=session.client_id) if writes else frozenset(),
            allergies=people.allergies_of(practice_id=actor.practice_id, client_id=session.client_id) if writes else "",
            paper=Paper(session.plan if writes else {}, written(note) if note else {}),
            version=version_of(session, note),
            note=note,
            amendments=tuple(store.amendments(actor.practice_id, note.id)) if note else (),
            used=_used(rows, cards, session.id) if writes else {},
            **_exercises(session, writes),
        )


def _exercises(session: Session, writes: bool) -> dict[str, Any]:
    """Return the shelf, and for who treats what is known of the client for exercises."""
    of = {"practice_id": session.practice_id, "client_id": session.client_id}
    return {
        "shelf": exercises.shelf_of(practice_id=session.practice_id),
        "known": exercises.known_of(**of) if writes else Known(frozenset(), "unknown"),
        "uses": tuple(exercises.done_before(**of)) if writes else (),
    }


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
        feared = feared_of(practice_id=actor.practice_id, client_id=course.client_id)
        treating = {line.member_id: line.name for line in team if line.kind in TREATING}
        return Planning(
            course=course,
            relation=relation,
            people=tuple(
                each for each in around if each.id not in feared and (each.ended_on is None or each.ended_on > day)
            ),
            therapists=tuple(treating.items()),
            cards=tuple(cards_of(actor.practice_id, rows)),
            slot=slot_kept(rows),
        )


def _line(actor: Actor, relation: Relation, card: SessionCard, plan: dict[str, str], note: Note | None) -> SessionLine:
    signed = note is not None and note.signed_at is not None
    if can_treat(actor, relation):
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
