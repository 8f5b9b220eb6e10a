"""Rows to facts and back, and what people and access keep, said as facts."""

from collections.abc import Iterable
from typing import Any, get_args
from uuid import UUID

from pydantic import TypeAdapter

from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.flows import HeldCredential
from lijfspoor.practice.pathway.models import FactRow
from lijfspoor.practice.people.relations import AroundClient

KINDS: dict[str, type[f.Fact]] = {kind.kind: kind for kind in get_args(f.AnyFact)}
# Facts that other rooms keep come before the treatment's own facts of the same day.
BEFORE = -1_000_000


ADAPTERS: dict[str, TypeAdapter[Any]] = {name: TypeAdapter(kind) for name, kind in KINDS.items()}


def from_row(row: FactRow) -> f.AnyFact:
    """Return the fact a row holds. Raises KeyError for a kind this version does not know: nothing is guessed."""
    stamp = f.Stamp(
        id=str(row.id),
        holds_on=row.holds_on,
        recorded_at=row.recorded_at,
        sequence=row.sequence,
        by=row.by,
        by_role=row.by_role,
    )
    fact: f.AnyFact = ADAPTERS[row.kind].validate_python({**row.body, "stamp": stamp})
    return fact


def to_body(fact: f.AnyFact) -> dict[str, Any]:
    """Return what a fact says beside its stamp, as plain JSON."""
    body: dict[str, Any] = ADAPTERS[fact.kind].dump_python(fact, mode="json", exclude={"stamp"})
    return body


def about_people(around: AroundClient) -> Iterable[f.AnyFact]:
    """Say birth date, authority and consents as facts."""
    card = around.card
    if card.born is not None:
        stamp = f.Stamp(id=f"born-{card.id}", holds_on=card.born, recorded_at=card.created_at, sequence=BEFORE)
        yield f.Born(stamp=stamp, on=card.born)
    for number, held in enumerate(around.authority, BEFORE + 1):
        stamp = f.Stamp(
            id=f"authority-{number}",
            holds_on=held.holds_from,
            recorded_at=held.recorded_at,
            sequence=number,
            by=held.by,
        )
        yield f.AuthorityHeld(
            stamp=stamp, person=str(held.contact), name=held.name, guardian=held.guardian, until=held.until
        )
    for number, said in enumerate(around.consents, BEFORE + 1 + len(around.authority)):
        stamp = f.Stamp(
            id=f"consent-{number}", holds_on=said.holds_from, recorded_at=said.recorded_at, sequence=number, by=said.by
        )
        person = "client" if said.contact is None else str(said.contact)
        if said.given:
            yield f.ConsentGiven(stamp=stamp, scope=_scope(said.scope), person=person, until=said.until)
        else:
            yield f.ConsentWithdrawn(stamp=stamp, scope=_scope(said.scope), person=person)


def about_credentials(held: Iterable[HeldCredential]) -> Iterable[f.AnyFact]:
    """Say credentials of colleagues as facts."""
    for number, one in enumerate(held, BEFORE // 2):
        stamp = f.Stamp(
            id=f"credential-{number}", holds_on=one.holds_from, recorded_at=one.recorded_at, sequence=number
        )
        yield f.CredentialHeld(stamp=stamp, therapist=str(one.member), credential=one.kind, until=one.until)


def therapists(facts: Iterable[f.AnyFact]) -> tuple[UUID, ...]:
    """Return the ids of everyone who was ever assigned, once each."""
    return tuple(dict.fromkeys(UUID(x.therapist) for x in facts if isinstance(x, f.TherapistAssigned)))


def _scope(word: str) -> f.Scope:
    if word == "treatment":
        return "treatment"
    return "information" if word == "information" else "touch"
