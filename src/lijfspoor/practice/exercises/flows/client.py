"""What is known of a client for exercises: what to mind, the check on effort, and what was done before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.exercises.effort import Outcome, effort_outcome
from lijfspoor.domain.kernel import Answer
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.exercises import log_kinds, store
from lijfspoor.practice.exercises.flows.used import Use, done_before
from lijfspoor.practice.exercises.models import ClientCaution, EffortCheck
from lijfspoor.practice.exercises.shelf import Shelf, open_shelf
from lijfspoor.practice.exercises.words import CAUTIONS
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people.policies import check_can_read_file, check_can_treat
from lijfspoor.practice.people.relations import Relation


@dataclass(frozen=True, slots=True)
class Known:
    """What holds exercises back for a client: noted contra-indications, and what the check on effort says."""

    cautions: frozenset[str]
    effort: Outcome


@dataclass(frozen=True, slots=True)
class ClientExercises:
    """Everything on a client and exercises; `cautions` are the last row of each, `uses` oldest first."""

    client: str
    born: date | None
    cautions: tuple[ClientCaution, ...]
    check: EffortCheck | None
    effort: Outcome
    uses: tuple[Use, ...]
    shelf: Shelf
    relation: Relation

    @property
    def treats(self) -> bool:
        """Whether the reader treats this client and may note things."""
        return self.relation.treats


def known_of(*, practice_id: UUID, client_id: UUID) -> Known:
    """Return what holds exercises back, in two queries. The caller has checked the right and writes the logbook."""
    rows = {row.caution: row for row in store.cautions(practice_id, client_id)}
    present = frozenset(caution for caution, row in rows.items() if row.present)
    return Known(present, _outcome(store.effort_check(practice_id, client_id)))


def read_client_exercises(*, actor: Actor, client_id: UUID, day: date, now: datetime) -> ClientExercises:
    """Return what a client did and what to mind, for whom the file is open; in a fixed number of queries."""
    with transaction.atomic():
        relation = people.relation(actor=actor, client_id=client_id, day=day)
        check_can_read_file(actor, relation)
        record(actor=actor, kind=log_kinds.CLIENT_READ, at=now, clients=(client_id,))
        card = people.client_cards(practice_id=actor.practice_id, client_ids=(client_id,))[client_id]
        check = store.effort_check(actor.practice_id, client_id)
        return ClientExercises(
            client=card.short,
            born=card.born,
            cautions=tuple({row.caution: row for row in store.cautions(actor.practice_id, client_id)}.values()),
            check=check,
            effort=_outcome(check),
            uses=tuple(done_before(practice_id=actor.practice_id, client_id=client_id)),
            shelf=open_shelf(actor.practice_id),
            relation=relation,
        )


def check_can_note(*, actor: Actor, told: ClientExercises) -> None:
    """Raise NotAllowed unless the reader treats this client."""
    check_can_treat(actor, told.relation)


def note_caution(*, actor: Actor, client_id: UUID, caution: str, note: str, day: date, now: datetime) -> None:
    """Note something that holds exercises back or adapts them. Raises NotUnderstood for what no exercise knows."""
    if caution not in CAUTIONS:
        raise NotUnderstood({"caution": "Kies iets uit de lijst."})
    _add_caution(actor, client_id, caution, True, note, day, now)


def end_caution(*, actor: Actor, client_id: UUID, caution: str, note: str, day: date, now: datetime) -> None:
    """Note that something is no longer so; that it was stays readable."""
    _add_caution(actor, client_id, caution, False, note, day, now)


def check_effort(
    *,
    actor: Actor,
    client_id: UUID,
    answers: Mapping[str, Answer],
    doctor: str = "",
    note: str = "",
    day: date,
    now: datetime,
) -> Outcome:
    """Keep the answers on physical effort, with who and when, and return what follows from them."""
    with transaction.atomic():
        check_can_treat(actor, people.relation(actor=actor, client_id=client_id, day=day))
        values = {
            "answers": {question: str(answer) for question, answer in answers.items()},
            "doctor": doctor.strip(),
            "note": note.strip(),
            "at": now,
            "by": actor.name,
        }
        store.add_effort_check(actor.practice_id, client_id, values)
        record(actor=actor, kind=log_kinds.EFFORT_CHECKED, at=now, clients=(client_id,))
    return effort_outcome(answers, doctor=doctor)


def _add_caution(
    actor: Actor, client_id: UUID, caution: str, present: bool, note: str, day: date, now: datetime
) -> None:
    with transaction.atomic():
        check_can_treat(actor, people.relation(actor=actor, client_id=client_id, day=day))
        last = {row.caution: row for row in store.cautions(actor.practice_id, client_id)}.get(caution)
        if present == (last is not None and last.present):
            return
        values = {"caution": caution, "present": present, "note": note.strip(), "at": now, "by": actor.name}
        store.add_caution(actor.practice_id, client_id, values)
        kind = log_kinds.CAUTION_NOTED if present else log_kinds.CAUTION_ENDED
        record(actor=actor, kind=kind, at=now, clients=(client_id,), subject=caution)


def _outcome(check: EffortCheck | None) -> Outcome:
    if check is None:
        return "unknown"
    answers = {question: Answer(answer) for question, answer in check.answers.items()}
    return effort_outcome(answers, doctor=check.doctor)
