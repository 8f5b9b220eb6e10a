"""How flows on one session begin: the session, the relation to its client, the right, and whose turn it is."""

from datetime import date
from uuid import UUID

from lijfspoor.domain.pathways.facts import SessionHeld, SessionMissed
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people.policies import check_can_see_client, check_can_treat
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.treatment import store
from lijfspoor.practice.treatment.models import Session
from lijfspoor.practice.treatment.policies import check_can_plan


def session_seen(*, actor: Actor, session_id: UUID, day: date) -> tuple[Session, Relation]:
    """Return a session and the relation to its client. Raises NotFound, also without any relation."""
    session = store.session(actor.practice_id, session_id)
    if session is None:
        raise NotFound
    relation = people.relation(actor=actor, client_id=session.client_id, day=day)
    check_can_see_client(actor, relation)
    return session, relation


def session_to_plan(*, actor: Actor, session_id: UUID, day: date) -> Session:
    """Return the session in hand, the treatment locked before it, for someone who may plan it."""
    session, relation = session_seen(actor=actor, session_id=session_id, day=day)
    check_can_plan(actor, relation)
    return _in_hand(session)


def session_to_treat(*, actor: Actor, session_id: UUID, day: date) -> Session:
    """Return the session in hand, the treatment locked before it, for someone who treats the client."""
    session, relation = session_seen(actor=actor, session_id=session_id, day=day)
    check_can_treat(actor, relation)
    return _in_hand(session)


def session_to_write(*, actor: Actor, session_id: UUID, day: date) -> Session:
    """Return the session in hand, by itself, for someone who treats the client: drafts wait for nobody else."""
    session, relation = session_seen(actor=actor, session_id=session_id, day=day)
    check_can_treat(actor, relation)
    return _locked(session)


def outcome_of(session: Session) -> SessionHeld | SessionMissed | None:
    """Return whether the session was recorded as held or missed."""
    known = pathway.outcomes(practice_id=session.practice_id, treatment_ids=(session.treatment_id,))
    return known.get(session.id)


def _in_hand(session: Session) -> Session:
    pathway.take_in_hand(practice_id=session.practice_id, treatment_id=session.treatment_id)
    return _locked(session)


def _locked(session: Session) -> Session:
    locked = store.lock_session(session.practice_id, session.id)
    if locked is None:
        raise NotFound
    return locked
