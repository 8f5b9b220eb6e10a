"""Prepares a practice for the crash test: a child under way, sixty sessions planned. Prints what the test must know."""

import json
import sys
from datetime import UTC, datetime, timedelta
from uuid import UUID

import django

django.setup()

from lijfspoor.domain.kernel import Answer  # noqa: E402
from lijfspoor.domain.pathways import Step, StepKind  # noqa: E402
from lijfspoor.domain.pathways.facts import CriterionAnswered, TherapistAssigned  # noqa: E402
from lijfspoor.practice.pathway import flows  # noqa: E402
from lijfspoor.practice.people.models import Client  # noqa: E402
from lijfspoor.practice.treatment.models import Session  # noqa: E402
from tests import cast  # noqa: E402
from tests.practice.pathway.saying import Say, saying  # noqa: E402

SESSIONS = 60
BEFORE = timedelta(days=2)
"""How long ago the treatment began: also at night its sessions of the past hours fall after the start."""


def started(house: cast.House, now: datetime) -> tuple[Client, UUID]:
    """Open a treatment of the child and take every step until it has started."""
    client, eva, mark, _ = cast.child(house)
    for parent in (eva, mark):
        cast.consent(house, client, "treatment", parent)
    actor, day = house.actor("marjan"), now.date()
    treatment = flows.open_treatment(
        actor=actor, client_id=client.id, pin="pmkt-attachment@1.0", route="private", referrer="", day=day, now=now
    )

    def take(step: Step, say: Say) -> None:
        flows.take(actor=actor, treatment_id=treatment, step=step, say=say, day=day, now=now)

    at = flows.course(practice_id=house.practice.id, treatment_id=treatment, day=day)
    assign = Step(StepKind.ASSIGN_THERAPIST)
    member = str(house.members["marjan"].id)
    take(assign, lambda stamp: TherapistAssigned(stamp=stamp, therapist=member, name="Marjan"))
    age = Step(StepKind.STATE_DEVELOPMENTAL_AGE)
    take(age, saying(age))
    for group, criterion in at.module.criteria():
        if criterion.age is None:
            step = Step(StepKind.ANSWER_CRITERION, criterion.id)
            take(step, _answer(step, "no" if group.kind == "contra_indication" else "yes"))
    for kind in (StepKind.HOLD_MEETING, StepKind.COMPLETE_EXAMINATION_PART, StepKind.AGREE_GOAL, StepKind.AGREE_PLAN):
        for step in [each for each in at.steps if each.kind is kind]:
            take(step, saying(step))
    start = Step(StepKind.START_TREATMENT)
    take(start, saying(start))
    return client, treatment


def _answer(step: Step, word: str) -> Say:
    return lambda s: CriterionAnswered(stamp=s, criterion=step.target, answer=Answer(word), person="Ria")


def main() -> None:
    """Prepare and print."""
    now = datetime.now(UTC)
    house = cast.duinrand()
    client, treatment = started(house, now - BEFORE)
    rows = Session.plain.bulk_create(
        Session(
            practice=house.practice,
            treatment_id=treatment,
            client=client,
            therapist=house.members["marjan"],
            starts_at=now - timedelta(hours=2, minutes=number),
            minutes=60,
        )
        for number in range(SESSIONS)
    )
    known = {
        "email": house.user("marjan").email,
        "practice": str(house.practice.id),
        "client": str(client.id),
        "treatment": str(treatment),
        "sessions": [str(row.id) for row in rows],
    }
    json.dump(known, sys.stdout)


if __name__ == "__main__":
    main()
