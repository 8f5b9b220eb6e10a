"""How someone without account asks for a first talk, which becomes a referral at the practice."""

from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.limits import DAY, HOUR, stay_within
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.finder import log_kinds, store
from lijfspoor.practice.finder.details import FirstTalk
from lijfspoor.practice.intake import flows as intake
from lijfspoor.practice.intake.details import Referrer
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.people.details import ClientDetails
from lijfspoor.practice.tenancy.clock import day_of

NOBODY = UUID(int=0)
MOST_FROM_ONE_ADDRESS = 5
"""Requests an hour."""
MOST_AT_ONE_PRACTICE = 40
"""Requests a day."""
TOO_MANY = "Er zijn net veel aanvragen gedaan. Probeer het later nog eens, of bel de praktijk."


def ask_first_talk(*, listed_id: UUID, talk: FirstTalk, address: str, now: datetime) -> None:
    """Keep a request for a first talk as a referral that waits at the practice; the same form twice is one request.

    Raises NotFound when this therapist cannot be asked here, NotPossible when too many requests came in.
    """
    row = store.listed(listed_id, day_of(now))
    if row is None or row.practice_id is None:
        raise NotFound
    actor = _visitor(row.practice_id, address)
    identity = f"finder:{talk.key}"
    if intake.is_known(practice_id=row.practice_id, identity=identity):
        return
    visitor = sha256(address.encode()).hexdigest()
    stay_within(f"finder-address-{visitor}", MOST_FROM_ONE_ADDRESS, HOUR, TOO_MANY)
    stay_within(f"finder-practice-{row.practice_id}", MOST_AT_ONE_PRACTICE, DAY, TOO_MANY)
    with transaction.atomic():
        kept = intake.receive_request(
            actor=actor,
            client=_client(talk),
            referrer=_asker(talk),
            reason=talk.about,
            asked_for=_asked_for(row.name, talk.when),
            identity=identity,
            now=now,
        )
        record(actor=actor, kind=log_kinds.TALK_ASKED, at=now, subject=str(kept.referral_id))


def _visitor(practice_id: UUID, address: str) -> Actor:
    return Actor(
        member_id=NOBODY,
        user_id=NOBODY,
        practice_id=practice_id,
        name="aanvraag via de website",
        roles=frozenset({Role.ASSISTANT}),
        address=address,
    )


def _client(talk: FirstTalk) -> ClientDetails:
    own = not talk.asker
    return ClientDetails(
        given=talk.given,
        family=talk.family,
        phone=talk.phone if own else "",
        email=talk.email if own else "",
    )


def _asker(talk: FirstTalk) -> Referrer:
    if not talk.asker:
        return Referrer()
    return Referrer(name=talk.asker, role=talk.relation, phone=talk.phone, email=talk.email)


def _asked_for(therapist: str, when: str) -> str:
    asked = f"Eerste gesprek met {therapist}"
    return f"{asked}. Kan het beste: {when}" if when else asked
