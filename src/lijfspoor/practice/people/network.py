"""Flows around a client's network: contacts, authority, and which colleagues have to do with the client."""

from dataclasses import asdict, dataclass, fields
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.flows import member_named
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotAllowed, NotFound, NotUnderstood
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.people import log_kinds, policies, store
from lijfspoor.practice.people.details import ContactDetails, Person
from lijfspoor.practice.people.flows import relation
from lijfspoor.practice.people.models import Authority, Contact
from lijfspoor.practice.people.words import RELATION_KINDS


def read_network(*, actor: Actor, client_id: UUID, day: date, now: datetime) -> tuple[Person, ...]:
    """Return the people around a client with today's authority, those who left at the end."""
    policies.check_can_see_client(actor, relation(actor=actor, client_id=client_id, day=day))
    record(actor=actor, kind=log_kinds.NETWORK_READ, at=now, clients=(client_id,))
    return people_around(practice_id=actor.practice_id, client_id=client_id, day=day)


def people_around(*, practice_id: UUID, client_id: UUID, day: date) -> tuple[Person, ...]:
    """Return the people around a client. The caller has checked the right and writes the logbook."""
    held = store.authority_on(practice_id, client_id, day)
    people = [_person(row, held.get(row.id)) for row in store.contacts(practice_id, client_id)]
    return tuple(sorted(people, key=lambda p: (p.ended_on is not None, not p.authority, p.details.name)))


def _person(row: Contact, held: Authority | None) -> Person:
    return Person(
        id=row.id,
        details=ContactDetails(**{field.name: getattr(row, field.name) for field in fields(ContactDetails)}),
        version=row.version,
        ended_on=row.ended_on,
        authority="" if held is None else "guardian" if held.guardian else "parent",
        authority_until=held.until if held else None,
    )


def may_change(*, actor: Actor, client_id: UUID, day: date) -> bool:
    """Tell whether the colleague may change the people around this client."""
    return policies.can_change_people(actor, relation(actor=actor, client_id=client_id, day=day))


def open_to_change(*, actor: Actor, client_id: UUID, day: date) -> None:
    """Raise unless the colleague may change the people around this client: before a page asks what to change."""
    _check(actor, client_id, day)


def add_contact(
    *, actor: Actor, client_id: UUID, details: ContactDetails, authority: str, day: date, now: datetime
) -> UUID:
    """Add someone around a client; `authority` is `parent`, `guardian` or empty and holds from `day`."""
    _check(actor, client_id, day)
    with transaction.atomic():
        made = put_contact(actor=actor, client_id=client_id, details=details, now=now)
        if authority:
            state_authority(
                actor=actor,
                client_id=client_id,
                contact_id=made,
                authority=authority,
                holds_from=day,
                day=day,
                now=now,
            )
        return made


def put_contact(*, actor: Actor, client_id: UUID, details: ContactDetails, now: datetime) -> UUID:
    """Add someone around a client who was just referred; the caller has checked the right."""
    with transaction.atomic():
        made = store.add_contact(actor.practice_id, client_id, details)
        record(actor=actor, kind=log_kinds.CONTACT_CHANGED, at=now, clients=(client_id,), subject=str(made.id))
        return made.id


def change_contact(
    *, actor: Actor, client_id: UUID, contact_id: UUID, details: ContactDetails, version: int, day: date, now: datetime
) -> None:
    """Change someone around a client. Raises ChangedMeanwhile."""
    _check(actor, client_id, day)
    _known(actor, client_id, contact_id)
    with transaction.atomic():
        if not store.change_contact(actor.practice_id, contact_id, version, asdict(details)):
            raise ChangedMeanwhile
        store.touch(actor.practice_id, client_id)
        record(actor=actor, kind=log_kinds.CONTACT_CHANGED, at=now, clients=(client_id,), subject=str(contact_id))


def end_contact(*, actor: Actor, client_id: UUID, contact_id: UUID, version: int, day: date, now: datetime) -> None:
    """Note that someone no longer belongs to the network; what they did stays in the file, authority ends."""
    _check(actor, client_id, day)
    _known(actor, client_id, contact_id)
    with transaction.atomic():
        if not store.change_contact(actor.practice_id, contact_id, version, {"ended_on": day}):
            raise ChangedMeanwhile
        if contact_id in store.authority_on(actor.practice_id, client_id, day):
            end_authority(actor=actor, client_id=client_id, contact_id=contact_id, last_day=day, day=day, now=now)
        store.touch(actor.practice_id, client_id)
        record(actor=actor, kind=log_kinds.CONTACT_CHANGED, at=now, clients=(client_id,), subject=str(contact_id))


def state_authority(
    *, actor: Actor, client_id: UUID, contact_id: UUID, authority: str, holds_from: date, day: date, now: datetime
) -> None:
    """Record that a contact holds authority as `parent` or `guardian` from a day."""
    _check(actor, client_id, day)
    _known(actor, client_id, contact_id)
    _keep_authority(actor, client_id, contact_id, authority == "guardian", holds_from, None, now)


def end_authority(*, actor: Actor, client_id: UUID, contact_id: UUID, last_day: date, day: date, now: datetime) -> None:
    """Record that a contact holds authority up to and including `last_day`."""
    _check(actor, client_id, day)
    _known(actor, client_id, contact_id)
    held = store.authority_on(actor.practice_id, client_id, day).get(contact_id)
    if held is None:
        raise NotUnderstood({"change": "Deze persoon heeft op dit moment geen gezag."})
    last = max(last_day, held.holds_from)
    _keep_authority(actor, client_id, contact_id, held.guardian, held.holds_from, last, now)


def _keep_authority(
    actor: Actor, client_id: UUID, contact_id: UUID, guardian: bool, holds_from: date, until: date | None, now: datetime
) -> None:
    with transaction.atomic():
        store.add_authority(
            {
                "practice_id": actor.practice_id,
                "client_id": client_id,
                "contact_id": contact_id,
                "guardian": guardian,
                "holds_from": holds_from,
                "until": until,
                "recorded_at": now,
                "recorded_by": actor.name,
            }
        )
        store.touch(actor.practice_id, client_id)
        record(actor=actor, kind=log_kinds.AUTHORITY_CHANGED, at=now, clients=(client_id,), subject=str(contact_id))


def assign_colleague(
    *, actor: Actor, client_id: UUID, member_id: UUID, kind: str, day: date, now: datetime, until: date | None = None
) -> None:
    """Tie a colleague to a client: `treats`, `stands_in` or `leads`. Who administers or treats the client may do so."""
    _check(actor, client_id, day)
    if member_named(practice_id=actor.practice_id, member_id=member_id) is None:
        raise NotFound
    if until is not None and until < day:
        raise NotUnderstood({"until": "Deze dag is al geweest."})
    if any(
        (line.member_id, line.kind) == (member_id, kind) for line in team_of(actor=actor, client_id=client_id, day=day)
    ):
        raise NotUnderstood({"member": "Deze collega heeft deze rol al bij de cliënt."})
    relate(actor=actor, client_id=client_id, member_id=member_id, kind=kind, day=day, now=now, until=until)


def relate(
    *, actor: Actor, client_id: UUID, member_id: UUID, kind: str, day: date, now: datetime, until: date | None = None
) -> None:
    """Tie a colleague to a client who was just registered; the caller has checked the right."""
    with transaction.atomic():
        store.add_relation(
            {
                "practice_id": actor.practice_id,
                "client_id": client_id,
                "member_id": member_id,
                "kind": kind,
                "holds_from": day,
                "until": until,
                "recorded_at": now,
            }
        )
        record(actor=actor, kind=log_kinds.RELATION_CHANGED, at=now, clients=(client_id,), detail={"relation": kind})


def release_colleague(*, actor: Actor, client_id: UUID, member_id: UUID, kind: str, day: date, now: datetime) -> None:
    """End a colleague's relation as of today: from the next request on the client is closed to them (trust G8)."""
    _check(actor, client_id, day)
    if member_id == actor.member_id and not actor.roles & {"owner"}:
        raise NotAllowed("U kunt uzelf niet losmaken. Vraag dit aan de eigenaar van de praktijk.")
    with transaction.atomic():
        if not store.end_relations(actor.practice_id, client_id, member_id, kind, day - timedelta(days=1)):
            raise NotFound
        record(actor=actor, kind=log_kinds.RELATION_CHANGED, at=now, clients=(client_id,), detail={"ended": kind})


def _check(actor: Actor, client_id: UUID, day: date) -> None:
    policies.check_can_change_people(actor, relation(actor=actor, client_id=client_id, day=day))


def _known(actor: Actor, client_id: UUID, contact_id: UUID) -> Contact:
    found = store.contact(actor.practice_id, client_id, contact_id)
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLine:
    """A colleague who has to do with the client."""

    member_id: UUID
    name: str
    kind: str
    words: str
    since: date
    until: date | None


def team_of(*, actor: Actor, client_id: UUID, day: date) -> tuple[TeamLine, ...]:
    """Return the colleagues who have to do with the client on `day`. The caller has read the network."""
    return tuple(
        TeamLine(
            member_id=row.member_id,
            name=row.member.user.name,
            kind=row.kind,
            words=RELATION_KINDS.get(row.kind, row.kind),
            since=row.holds_from,
            until=row.until,
        )
        for row in store.relation_rows(actor.practice_id, client_id)
        if row.holds_from <= day and (row.until is None or row.until >= day)
    )


def read_person(*, actor: Actor, client_id: UUID, contact_id: UUID, day: date) -> Person:
    """Return someone around a client the actor may see."""
    policies.check_can_see_client(actor, relation(actor=actor, client_id=client_id, day=day))
    row = _known(actor, client_id, contact_id)
    return _person(row, store.authority_on(actor.practice_id, client_id, day).get(contact_id))


def change_authority(
    *, actor: Actor, client_id: UUID, contact_id: UUID, change: str, on: date, day: date, now: datetime
) -> None:
    """Record what changed in a contact's authority: `parent`, `guardian`, or `none` after the day `on`."""
    if change == "none":
        end_authority(actor=actor, client_id=client_id, contact_id=contact_id, last_day=on, day=day, now=now)
    else:
        state_authority(
            actor=actor, client_id=client_id, contact_id=contact_id, authority=change, holds_from=on, day=day, now=now
        )
