"""The door to one treatment's intake: the course, once the right of the colleague is checked."""

from datetime import date
from uuid import UUID

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people import policies
from lijfspoor.practice.people.relations import Relation


def readable(actor: Actor, treatment_id: UUID, day: date) -> tuple[Course, Relation]:
    """Return the course for reading. Raises NotFound without relation, NotAllowed for administration."""
    at = pathway.course(practice_id=actor.practice_id, treatment_id=treatment_id, day=day)
    relation = people.relation(actor=actor, client_id=at.client_id, day=day)
    policies.check_can_read_file(actor, relation)
    return at, relation


def treatable(actor: Actor, treatment_id: UUID, day: date) -> Course:
    """Return the course for writing. Raises NotFound without relation, NotAllowed for who does not treat."""
    at = pathway.course(practice_id=actor.practice_id, treatment_id=treatment_id, day=day)
    policies.check_can_treat(actor, people.relation(actor=actor, client_id=at.client_id, day=day))
    return at
