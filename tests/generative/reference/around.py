"""Forewarnings, the client's own words, treatments beside this one, and movement, read afresh from the facts."""

from collections.abc import Sequence
from datetime import date

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.facts import (
    AnyFact,
    ClientNoteAnswered,
    ClientNoteReceived,
    ForewarningGiven,
    MovementPrescribed,
    MovementStopped,
    TraumaSessionNoted,
    TreatmentBesideNoted,
)
from lijfspoor.domain.pathways.model import BesideStanding, ClientNote, MovementStanding, TraumaSession
from lijfspoor.domain.pathways.plans import MovementPlan
from tests.generative.reference.counting import every, place


def forewarnings(module: CareModule, facts: Sequence[AnyFact]) -> tuple[tuple[str, date | None], ...]:
    found: list[tuple[str, date | None]] = []
    for each in module.approach.forewarnings:
        given = [fact for fact in every(facts, ForewarningGiven) if fact.forewarning == each.id]
        found.append((each.id, given[0].stamp.holds_on if given else None))
    return tuple(found)


def client_notes(facts: Sequence[AnyFact]) -> tuple[ClientNote, ...]:
    found = []
    notes = every(facts, ClientNoteReceived)
    for note in notes:
        if any(other.note == note.note and place(other) < place(note) for other in notes):
            continue
        after = [a for a in every(facts, ClientNoteAnswered) if a.note == note.note and place(a) > place(note)]
        back = (after[0].stamp.holds_on, after[0].words) if after else (None, "")
        found.append(ClientNote(note.note, note.text, note.as_spoken, note.stamp.holds_on, *back))
    return tuple(found)


def beside(facts: Sequence[AnyFact]) -> tuple[BesideStanding, ...]:
    noted = every(facts, TreatmentBesideNoted)
    ids = list(dict.fromkeys(fact.beside for fact in noted))
    found = []
    for each in ids:
        now = [fact for fact in noted if fact.beside == each][-1]
        sessions = trauma_sessions(facts, each)
        found.append(BesideStanding(each, now.name, now.by_whom, now.where, now.since, now.until, now.trauma, sessions))
    return tuple(found)


def trauma_sessions(facts: Sequence[AnyFact], beside_id: str) -> tuple[TraumaSession, ...]:
    noted = every(facts, TraumaSessionNoted)
    last_words = [n for n in noted if not any(o.moment == n.moment and place(o) > place(n) for o in noted)]
    kept = [n for n in last_words if n.beside == beside_id and not n.dropped]
    return tuple(TraumaSession(n.moment, n.on, n.at) for n in sorted(kept, key=lambda n: (n.on, n.at, n.moment)))


def movements(module: CareModule, facts: Sequence[AnyFact]) -> tuple[MovementStanding, ...]:
    agreed = [fact for fact in every(facts, MovementPrescribed) if counts(module, facts, fact.plan)]
    ids = list(dict.fromkeys(fact.movement for fact in agreed))
    return tuple(movement(facts, [fact for fact in agreed if fact.movement == each]) for each in ids)


def movement(facts: Sequence[AnyFact], agreed: Sequence[MovementPrescribed]) -> MovementStanding:
    now = agreed[-1]
    ends = [stop for stop in every(facts, MovementStopped) if stop.movement == now.movement]
    ended = [stop for stop in ends if place(stop) > place(now)]
    since = now
    for earlier in reversed(agreed[:-1]):
        if any(place(earlier) < place(stop) < place(since) for stop in ends):
            break
        since = earlier
    return MovementStanding(
        movement=now.movement,
        plan=now.plan,
        since=since.stamp.holds_on,
        agreed_on=now.stamp.holds_on,
        reason=now.reason,
        changes=len(agreed) - 1,
        stopped_on=ended[0].stamp.holds_on if ended else None,
        stop_reason=ended[0].reason if ended else "",
    )


def counts(module: CareModule, facts: Sequence[AnyFact], plan: MovementPlan) -> bool:
    ways = [] if module.movement is None else [str(route.id) for route in module.movement.routes]
    if plan.route not in ways:
        return False
    if plan.route != "enhancer":
        return True
    noted = [fact.beside for fact in every(facts, TreatmentBesideNoted)]
    return plan.beside in noted and plan.timing is not None and plan.offset_minutes is not None
