"""Flows around a joint decision: proposing, each party's voice, closing (S1-013, docs/adr/0004)."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from lijfspoor.domain.caremodules.agreements import Party
from lijfspoor.domain.pathways import Step, StepKind
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotAllowed, NotUnderstood
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.treatment.flows.entry import course_to_read, course_to_treat

MOST_SESSIONS = 100
Said = Literal["yes", "no", "unsure"]


def propose(*, actor: Actor, treatment_id: UUID, decision: str, sessions: int, day: date, now: datetime) -> Course:
    """Put to all parties: so many more sessions. A new proposal opens a new round of voices."""
    if not 1 <= sessions <= MOST_SESSIONS:
        raise NotUnderstood({"sessions": f"Vul een aantal in van 1 tot {MOST_SESSIONS}."})
    course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.OPEN_DECISION, decision),
        say=lambda stamp: f.DecisionOpened(stamp=stamp, decision=decision, sessions=sessions),
        day=day,
        now=now,
    )


def vote(
    *,
    actor: Actor,
    treatment_id: UUID,
    decision: str,
    party: Party,
    voice: Said,
    reason: str,
    day: date,
    now: datetime,
) -> Course:
    """Give a party's voice, or change it. Each gives its own; the client's is written down as spoken by who treats."""
    if not reason.strip():
        raise NotUnderstood({"reason": "Schrijf waarom, in de eigen woorden."})
    _, relation = course_to_read(actor=actor, treatment_id=treatment_id, day=day)
    check_can_speak_for(party, relation)
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.GIVE_VOICE, f"{decision}:{party}"),
        say=lambda stamp: f.VoiceGiven(
            stamp=stamp,
            decision=decision,
            party=party,
            voice=voice,
            reason=reason.strip(),
            as_spoken=party == "client",
        ),
        day=day,
        now=now,
    )


def check_can_speak_for(party: Party, relation: Relation) -> None:
    """Raise NotAllowed unless someone with this relation gives or writes down this party's voice."""
    if not can_speak_for(party, relation):
        raise NotAllowed("Iedereen geeft hier de eigen stem. Deze stem kunt u niet geven.")


def can_speak_for(party: Party, relation: Relation) -> bool:
    """Tell whether someone with this relation gives or writes down this party's voice."""
    return relation.leads if party == "lead_clinician" else relation.treats


def close(*, actor: Actor, treatment_id: UUID, decision: str, day: date, now: datetime) -> Course:
    """Close the running round; its outcome follows from the voices."""
    course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.CLOSE_DECISION, decision),
        say=lambda stamp: f.DecisionClosed(stamp=stamp, decision=decision),
        day=day,
        now=now,
    )
