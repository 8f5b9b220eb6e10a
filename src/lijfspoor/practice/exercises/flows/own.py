"""Adding, adapting and hiding exercises; what was published never changes."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction

from lijfspoor.domain.caremodules.versions import version_key
from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.exercises import log_kinds, policies, store
from lijfspoor.practice.exercises.own import Examined, look_through
from lijfspoor.practice.exercises.shelf import open_shelf
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.tenancy.clock import day_of

OWN_ENDING = "-eigen"
A_YEAR = 365


def check_can_publish(actor: Actor) -> None:
    """Raise NotAllowed unless the colleague may add an exercise."""
    policies.check_can_publish(actor)


def adapt(*, actor: Actor, exercise_id: str, now: datetime) -> Exercise:
    """Return an exercise to begin an adaptation from: an own one in its next version, else under an id of one's own.

    Nothing is kept. `derived_from` names what it came from. Raises NotFound.
    """
    policies.check_can_publish(actor)
    shelf = open_shelf(actor.practice_id)
    found = shelf.newest.get(exercise_id)
    if found is None:
        raise NotFound
    own = found.id in shelf.own
    id_ = found.id if own else f"{found.id}{OWN_ENDING}"
    before = shelf.newest.get(id_)
    version = _next(before.version) if before else "1.0"
    on = day_of(now)
    return replace(
        found, id=id_, version=version, derived_from=found.pin, written_on=on, review_by=on + timedelta(days=A_YEAR)
    )


def examine_own_exercise(*, actor: Actor, document: bytes, now: datetime) -> Examined:
    """Look a text through without keeping it: every mistake with its line, or the exercise it would become."""
    policies.check_can_publish(actor)
    with transaction.atomic():
        examined = look_through(document, store.own_checksums(actor.practice_id))
        record(actor=actor, kind=log_kinds.OWN_EXAMINED, at=now, detail={"mistakes": len(examined.mistakes)})
    return examined


def publish_own_exercise(*, actor: Actor, document: bytes, now: datetime) -> str:
    """Keep an exercise of the practice's own, for ever as it is; return its id. The same text again is no news.

    Raises NotAllowed, NotUnderstood when it has mistakes, NotPossible when someone else gave another text this pin.
    """
    policies.check_can_publish(actor)
    with transaction.atomic():
        examined = look_through(document, store.own_checksums(actor.practice_id))
        made = examined.exercise
        if made is None:
            raise NotUnderstood({"text": "Er staan nog fouten in deze tekst. Verbeter ze eerst."})
        row = store.keep_own(actor.practice_id, made, examined.text, examined.checksum, now, actor.name)
        if row.checksum != examined.checksum:
            raise NotPossible(f"{made.pin} is intussen met een andere tekst gepubliceerd. Geef deze een nieuwe versie.")
        if row.published_at == now:
            detail: dict[str, object] = {"checksum": examined.checksum}
            record(actor=actor, kind=log_kinds.OWN_PUBLISHED, at=now, subject=made.pin, detail=detail)
    return made.id


def hide_exercise(*, actor: Actor, exercise_id: str, reason: str, now: datetime) -> None:
    """Hide an exercise in this practice, with the reason. What used it keeps showing it. Raises NotFound."""
    if not reason.strip():
        raise NotUnderstood({"reason": "Schrijf waarom u deze werkvorm verbergt."})
    _turn(actor, exercise_id, True, reason.strip(), now)


def show_exercise(*, actor: Actor, exercise_id: str, now: datetime) -> None:
    """Show a hidden exercise again. Raises NotFound."""
    _turn(actor, exercise_id, False, "", now)


def _turn(actor: Actor, exercise_id: str, hidden: bool, reason: str, now: datetime) -> None:
    policies.check_can_publish(actor)
    with transaction.atomic():
        shelf = open_shelf(actor.practice_id)
        if exercise_id not in shelf.newest:
            raise NotFound
        if (exercise_id in shelf.hidden) == hidden:
            return
        store.add_hiding(actor.practice_id, exercise_id, hidden, reason, now, actor.name)
        kind = log_kinds.HIDDEN if hidden else log_kinds.SHOWN
        record(actor=actor, kind=kind, at=now, subject=exercise_id)


def _next(version: str) -> str:
    *front, last = version_key(version)
    return ".".join(map(str, (*front, last + 1)))
