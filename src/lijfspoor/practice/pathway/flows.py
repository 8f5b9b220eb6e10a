"""Reading where a treatment stands, and taking steps along it; other rooms enter here."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.facts import (
    AnyFact,
    CredentialHeld,
    Referred,
    SessionHeld,
    SessionMissed,
    Stamp,
    TherapistAssigned,
)
from lijfspoor.domain.pathways.history import history
from lijfspoor.domain.pathways.steps import Advice, Step, StepKind, Urgency
from lijfspoor.domain.pathways.versions import pin_on
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.flows import credentials_of
from lijfspoor.practice.access.refusals import NotFound, NotPossible
from lijfspoor.practice.library import flows as library
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import log_kinds, store
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.pathway.models import Treatment
from lijfspoor.practice.pathway.translation import about_credentials, about_people, therapists
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.tenancy.clock import day_of

Say = Callable[[Stamp], AnyFact]


def courses(*, practice_id: UUID, treatments: Iterable[Treatment], day: date) -> tuple[Course, ...]:
    """Return these treatments read on `day`, in a fixed number of queries however many there are."""
    rows = tuple(treatments)
    recorded = store.facts_of(practice_id, (row.id for row in rows))
    around = people.around_clients(practice_id=practice_id, client_ids={row.client_id for row in rows})
    members = tuple({member for facts in recorded.values() for member in therapists(facts)})
    held = credentials_of(practice_id=practice_id, member_ids=members) if members else ()
    versions = library.versions_of(practice_id=practice_id, pins={row.pin for row in rows})
    return tuple(
        Course(
            treatment_id=row.id,
            practice_id=practice_id,
            client_id=row.client_id,
            opened_at=row.opened_at,
            opened_with=row.pin,
            versions=versions[row.pin],
            facts=(*recorded[row.id], *about_people(around[row.client_id]), *about_credentials(held)),
            around=around[row.client_id],
            on_day=day,
        )
        for row in rows
    )


def course(*, practice_id: UUID, treatment_id: UUID, day: date) -> Course:
    """Return one treatment read on `day`. Raises NotFound. The caller checks the right to read the client's file."""
    row = store.treatment(practice_id, treatment_id)
    if row is None:
        raise NotFound
    return courses(practice_id=practice_id, treatments=(row,), day=day)[0]


def courses_named(*, practice_id: UUID, treatment_ids: Iterable[UUID], day: date) -> dict[UUID, Course]:
    """Return these treatments of the practice by id, in a fixed number of queries. The caller checks the right."""
    rows = store.treatments(practice_id, treatment_ids)
    return {each.treatment_id: each for each in courses(practice_id=practice_id, treatments=rows, day=day)}


def course_in_hand(*, practice_id: UUID, treatment_id: UUID, day: date) -> Course:
    """Return one treatment read on `day` and locked until the transaction ends. Raises NotFound."""
    row = store.lock(practice_id, treatment_id)
    if row is None:
        raise NotFound
    return courses(practice_id=practice_id, treatments=(row,), day=day)[0]


def take_in_hand(*, practice_id: UUID, treatment_id: UUID) -> None:
    """Lock a treatment until the transaction ends, without reading it. Raises NotFound."""
    if store.lock(practice_id, treatment_id) is None:
        raise NotFound


def module_of(*, practice_id: UUID, treatment_id: UUID, day: date) -> CareModule:
    """Return the module version a treatment follows on `day`. Raises NotFound."""
    row = store.treatment(practice_id, treatment_id)
    if row is None:
        raise NotFound
    moves = store.version_facts(practice_id, treatment_id)
    return library.module(practice_id=practice_id, pin=pin_on(row.pin, moves, day))


def outcomes(*, practice_id: UUID, treatment_ids: Iterable[UUID]) -> dict[UUID, SessionHeld | SessionMissed]:
    """Return by session what last counted of it, for every recorded session of these treatments, in one query."""
    counting = history(store.session_facts(practice_id, treatment_ids), date.max)
    return {UUID(fact.session): fact for fact in counting.of(SessionHeld, SessionMissed)}


def session_outcomes(*, practice_id: UUID, session_ids: Iterable[UUID]) -> dict[UUID, SessionHeld | SessionMissed]:
    """Return for these sessions whether each was held or missed; one that is still open is left out."""
    wanted = frozenset(session_ids)
    known = outcomes(practice_id=practice_id, treatment_ids=store.treatments_with(practice_id, wanted))
    return {session: fact for session, fact in known.items() if session in wanted}


def courses_of_client(*, practice_id: UUID, client_id: UUID, day: date) -> tuple[Course, ...]:
    """Return a client's treatments read on `day`, the newest first."""
    return courses(practice_id=practice_id, treatments=store.treatments_of(practice_id, client_id), day=day)


def open_treatment(
    *, actor: Actor, client_id: UUID, pin: str, route: str, referrer: str, day: date, now: datetime
) -> UUID:
    """Open a treatment along a module: pin the version and record how the client came in."""
    module = library.module(practice_id=actor.practice_id, pin=pin)
    if route not in {each.id for each in module.audience.routes}:
        raise NotPossible("Langs deze weg kan iemand niet voor deze module worden aangemeld.")
    with transaction.atomic():
        row = store.open_treatment(actor.practice_id, client_id, pin, now)
        record(
            actor=actor, kind=log_kinds.OPENED, at=now, clients=(client_id,), subject=str(row.id), detail={"pin": pin}
        )
        take(
            actor=actor,
            treatment_id=row.id,
            step=Step(StepKind.REFER, route),
            say=lambda stamp: Referred(stamp=stamp, route=route, referrer=referrer),
            day=day,
            now=now,
        )
        return row.id


def take(*, actor: Actor, treatment_id: UUID, step: Step, say: Say, day: date, now: datetime, why: str = "") -> Course:
    """Take one step: check that it is allowed on `day`, keep its fact, log it; return the course after it.

    `say` makes the fact from its stamp. Raises NotFound, or NotPossible with the engine's reasons. The caller has
    checked the right of the actor. Runs in one transaction with the treatment locked.
    """
    return take_all(actor=actor, treatment_id=treatment_id, steps=((step, say),), day=day, now=now, why=why)


def take_all(
    *, actor: Actor, treatment_id: UUID, steps: Iterable[tuple[Step, Say]], day: date, now: datetime, why: str = ""
) -> Course:
    """Take several steps in order, all or none; each is checked on the standing the ones before it left."""
    with transaction.atomic():
        at = course_in_hand(practice_id=actor.practice_id, treatment_id=treatment_id, day=day)
        sequence = store.next_sequence(actor.practice_id, treatment_id)
        said: list[AnyFact] = []
        for step, say in steps:
            _require(at, step)
            fact = say(_stamp(actor, day, now, sequence + len(said)))
            said.append(fact)
            at = _and(at, fact)
        _keep(actor, at, said, now, why)
        return at


def _and(at: Course, fact: AnyFact) -> Course:
    """Return the course with one fact more; who was just assigned brings along what they are qualified for."""
    facts = (*at.facts, fact)
    if isinstance(fact, TherapistAssigned):
        held = credentials_of(practice_id=at.practice_id, member_ids=therapists(facts))
        facts = (*(each for each in facts if not isinstance(each, CredentialHeld)), *about_credentials(held))
    return replace(at, facts=facts)


def correct(
    *, actor: Actor, treatment_id: UUID, fact_id: str, say: Callable[[Stamp, AnyFact], AnyFact], now: datetime
) -> Course:
    """Add a fact that points back at an earlier one (a retraction); it holds on the day of that fact."""
    with transaction.atomic():
        if store.lock(actor.practice_id, treatment_id) is None:
            raise NotFound
        earlier = {f.stamp.id: f for f in store.facts_of(actor.practice_id, (treatment_id,))[treatment_id]}.get(fact_id)
        if earlier is None:
            raise NotFound
        at = course(practice_id=actor.practice_id, treatment_id=treatment_id, day=earlier.stamp.holds_on)
        number = store.next_sequence(actor.practice_id, treatment_id)
        fact = say(_stamp(actor, earlier.stamp.holds_on, now, number), earlier)
        at = replace(at, facts=(*at.facts, fact))
        _keep(actor, at, [fact], now, "")
        return at


def _require(at: Course, step: Step) -> None:
    permission = at.permission(step)
    if not permission.allowed:
        reasons = tuple(reason.text.nl for reason in permission.reasons)
        raise NotPossible("Deze stap kan nu niet.", reasons)


def _stamp(actor: Actor, day: date, now: datetime, sequence: int) -> Stamp:
    return Stamp(
        id=str(uuid.uuid4()), holds_on=day, recorded_at=now, sequence=sequence, by=actor.name, by_role=actor.role_word
    )


def _keep(actor: Actor, at: Course, said: list[AnyFact], now: datetime, why: str) -> None:
    store.add_facts(actor.practice_id, at.treatment_id, said)
    for fact in said:
        record(
            actor=actor,
            kind=log_kinds.STEP,
            at=now,
            clients=(at.client_id,),
            subject=str(at.treatment_id),
            why=why,
            detail={"fact": fact.kind},
        )
    derive_outlook(at=at, now=now)


def derive_outlook(*, at: Course, now: datetime) -> None:
    """Keep what the treatment comes to today, for pages that show many clients at once."""
    today = replace(at, on_day=max(at.on_day, day_of(now)))
    store.keep_outlook(at.practice_id, at.treatment_id, at.client_id, outlook_values(today, now))


def outlook_values(at: Course, now: datetime) -> dict[str, Any]:
    """Return the columns of an outlook row for a course."""
    standing = at.standing
    return {
        "stage": standing.stage.value,
        "pin": at.module.pin,
        "phase": standing.phase,
        "held": standing.dose.held,
        "limit": standing.dose.limit,
        "due_count": sum(1 for each in at.advice if each.urgency is Urgency.DUE),
        "advice": [_advice_json(each) for each in at.advice],
        "last_fact_on": standing.last_fact_on,
        "client_revision": at.around.card.revision,
        "stale_on": at.next_turn(),
        "derived_at": now,
    }


def _advice_json(advice: Advice) -> Mapping[str, Any]:
    return {
        "code": advice.code,
        "subject": advice.subject,
        "urgency": advice.urgency.value,
        "title": {"nl": advice.title.nl, "en": advice.title.en},
        "why": {"nl": advice.reason.text.nl, "en": advice.reason.text.en},
        "sources": list(advice.reason.sources),
    }


def refresh_outlooks(*, practice_id: UUID, day: date, now: datetime, limit: int = 50) -> int:
    """Derive anew the outlooks that time or a change around the client made stale; return how many."""
    ids = store.stale(practice_id, day, limit)
    if not ids:
        return 0
    with transaction.atomic():
        for at in courses(practice_id=practice_id, treatments=store.treatments(practice_id, ids), day=day):
            store.keep_outlook(practice_id, at.treatment_id, at.client_id, outlook_values(at, now))
    return len(ids)
