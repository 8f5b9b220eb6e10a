"""Flows around a joint decision: proposing, each party's voice, closing (S1-013, docs/adr/0004)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.caremodules.agreements import JointDecision, Party
from lijfspoor.domain.pathways import Step, StepKind
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotAllowed, NotFound, NotUnderstood
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import network
from lijfspoor.practice.people.network import TeamLine
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.treatment import log_kinds
from lijfspoor.practice.treatment.flows import minutes
from lijfspoor.practice.treatment.flows.course import read_course
from lijfspoor.practice.treatment.flows.entry import course_to_read, course_to_treat

MOST_SESSIONS = 100
Said = Literal["yes", "no", "unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFile:
    """Everything the page of a joint decision shows."""

    course: Course
    relation: Relation
    decision: JointDecision
    team: tuple[TeamLine, ...]
    evaluations: tuple[minutes.Minutes, ...]

    @property
    def leads(self) -> tuple[TeamLine, ...]:
        """The lead clinicians tied to the client."""
        return tuple(line for line in self.team if line.kind == "leads")


def read_decision(
    *, actor: Actor, treatment_id: UUID, decision: str, day: date, now: datetime, to_write: bool = False
) -> DecisionFile:
    """Return a joint decision with its people and what the evaluations showed. Raises NotFound."""
    course, relation = read_course(
        actor=actor, treatment_id=treatment_id, day=day, now=now, kind=log_kinds.DECISION_READ, to_write=to_write
    )
    found = next((each for each in course.module.agreements.decisions if each.id == decision), None)
    if found is None:
        raise NotFound
    return DecisionFile(
        course=course,
        relation=relation,
        decision=found,
        team=network.team_of(actor=actor, client_id=course.client_id, day=day),
        evaluations=minutes.kept(practice_id=actor.practice_id, treatment_id=treatment_id, kind="evaluation"),
    )


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
    round_number: int,
    day: date,
    now: datetime,
) -> Course:
    """Give a party's voice, or change it. Each gives its own; the client's is written down as spoken by who treats.

    `round_number` (from 1) is the round the voice is about. Raises ChangedMeanwhile when another proposal came since:
    nobody's voice lands on something they were not asked.
    """
    minutes.require(reason, "reason", "Schrijf waarom, in de eigen woorden.")
    _, relation = course_to_read(actor=actor, treatment_id=treatment_id, day=day)
    check_can_speak_for(party, relation)
    with transaction.atomic():
        after = pathway.take(
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
        if len(after.standing.decision(decision).rounds) != round_number:
            raise ChangedMeanwhile("Er ligt intussen een ander voorstel. Lees het eerst en geef dan de stem.")
        return after


def check_can_speak_for(party: str, relation: Relation) -> None:
    """Raise NotAllowed unless someone with this relation gives or writes down this party's voice."""
    if not can_speak_for(party, relation):
        raise NotAllowed("Iedereen geeft hier de eigen stem. Deze stem kunt u niet geven.")


def can_speak_for(party: str, relation: Relation) -> bool:
    """Tell whether someone with this relation gives or writes down this party's voice."""
    if party not in get_args(Party):
        return False
    return relation.leads if party == "lead_clinician" else relation.treats


def close(
    *,
    actor: Actor,
    treatment_id: UUID,
    decision: str,
    round_number: int,
    outcome: Literal["agreed", "divided"],
    day: date,
    now: datetime,
) -> Course:
    """Close the running round; its outcome follows from the voices.

    Raises ChangedMeanwhile when a voice changed since and the outcome is no longer the one that was read.
    """
    course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    with transaction.atomic():
        after = pathway.take(
            actor=actor,
            treatment_id=treatment_id,
            step=Step(StepKind.CLOSE_DECISION, decision),
            say=lambda stamp: f.DecisionClosed(stamp=stamp, decision=decision),
            day=day,
            now=now,
        )
        rounds = after.standing.decision(decision).rounds
        if len(rounds) != round_number or rounds[-1].outcome != outcome:
            raise ChangedMeanwhile("Een stem is intussen veranderd. Lees de uitkomst eerst opnieuw.")
        return after
