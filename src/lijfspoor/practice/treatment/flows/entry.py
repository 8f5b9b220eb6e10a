"""How every flow of this room begins: the treatment, the relation to its client, the right to act or read."""

from datetime import date
from uuid import UUID

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people import policies
from lijfspoor.practice.people.relations import Relation


def course_to_treat(*, actor: Actor, treatment_id: UUID, day: date) -> Course:
    """Return the course for someone who treats the client. Raises NotFound or NotAllowed."""
    course, relation = _course(actor, treatment_id, day)
    policies.check_can_treat(actor, relation)
    return course


def course_to_read(*, actor: Actor, treatment_id: UUID, day: date) -> tuple[Course, Relation]:
    """Return the course and relation for someone who may read the file. Raises NotFound or NotAllowed."""
    course, relation = _course(actor, treatment_id, day)
    policies.check_can_read_file(actor, relation)
    return course, relation


def _course(actor: Actor, treatment_id: UUID, day: date) -> tuple[Course, Relation]:
    course = pathway.course(practice_id=actor.practice_id, treatment_id=treatment_id, day=day)
    return course, people.relation(actor=actor, client_id=course.client_id, day=day)
