"""Flows on who of the people around a client may join a session, and who is named as a source of fear (S2-015)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.caremodules.criteria import Criterion
from lijfspoor.domain.pathways.model import CriterionStanding
from lijfspoor.domain.pathways.steps import Permission, Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound, NotPossible
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import network, policies
from lijfspoor.practice.people.details import Person
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.treatment import log_kinds
from lijfspoor.practice.treatment.cards import SessionCard
from lijfspoor.practice.treatment.flows import minutes
from lijfspoor.practice.treatment.flows.entry import course_to_read, course_to_treat
from lijfspoor.practice.treatment.flows.feared import named, said_of_fear
from lijfspoor.practice.treatment.flows.reading import sessions_of
from lijfspoor.practice.treatment.told import is_open


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Someone around the client; `fear` is what was last said about fear of them, if anything."""

    person: Person
    fear: minutes.Minutes | None

    @property
    def feared(self) -> bool:
        """Whether they are named as a source of fear now."""
        return self.fear is not None and bool(self.fear.body["feared"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """Whether someone may join now, why not, how the question was answered, and what is said of each person."""

    course: Course
    relation: Relation
    together: Permission
    checks: tuple[tuple[str, Criterion, CriterionStanding], ...]
    people: tuple[Around, ...]
    planned: tuple[SessionCard, ...]


def read_joining(*, actor: Actor, treatment_id: UUID, day: date, now: datetime) -> Joining:
    """Return who could join, for those who treat the client only; `planned` are open sessions with someone feared."""
    with transaction.atomic():
        course, relation = course_to_read(actor=actor, treatment_id=treatment_id, day=day)
        policies.check_can_treat(actor, relation)
        record(
            actor=actor, kind=log_kinds.SHIELDED_READ, at=now, clients=(course.client_id,), subject=str(treatment_id)
        )
        said = said_of_fear(practice_id=course.practice_id, client_id=course.client_id)
        here = network.people_around(practice_id=actor.practice_id, client_id=course.client_id, day=day)
        cards = sessions_of(practice_id=actor.practice_id, treatment_id=treatment_id)
        feared = named(said)
        return Joining(
            course=course,
            relation=relation,
            together=course.permission(Step(StepKind.HOLD_JOINT_SESSION)),
            checks=tuple(
                (group.id, criterion, course.standing.criterion(criterion.id))
                for group, criterion in course.module.criteria()
                if group.kind == "joint_session"
            ),
            people=tuple(Around(person=each, fear=said.get(each.id)) for each in here if each.ended_on is None),
            planned=tuple(card for card in cards if card.outcome is None and feared & set(card.joined_by)),
        )


def name_fear(
    *, actor: Actor, treatment_id: UUID, contact_id: UUID, feared: bool, words: str, day: date, now: datetime
) -> None:
    """Write down that someone is, or is no longer, a source of fear for the client; with what was seen or said.

    Kept for ever, shielded as the reporting code is; the last one counts, whatever the treatment it was said in.
    """
    minutes.require(words, "words", "Schrijf kort wat u zag of hoorde. Houd het bij feiten.")
    with transaction.atomic():
        course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
        if not is_open(course):
            raise NotPossible("Deze behandeling is afgerond. U kunt alleen nog lezen.")
        here = network.people_around(practice_id=actor.practice_id, client_id=course.client_id, day=day)
        if contact_id not in {each.id for each in here}:
            raise NotFound
        body = {"feared": feared, "words": words.strip()}
        minutes.keep(actor=actor, at=course, kind="joining", subject=str(contact_id), body=body, now=now)
        record(
            actor=actor, kind=log_kinds.SHIELDED_NOTED, at=now, clients=(course.client_id,), subject=str(treatment_id)
        )
