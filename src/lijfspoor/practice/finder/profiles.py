"""What a therapist does with the own profile: read it, change it, show it or not."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from lijfspoor.catalogue.finder import places
from lijfspoor.domain.finder.listing import QUESTIONS, Listing
from lijfspoor.domain.finder.places import pc4_of
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.letterhead import letterhead_of
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotUnderstood
from lijfspoor.practice.finder import log_kinds, policies, store
from lijfspoor.practice.finder.details import Profile
from lijfspoor.practice.finder.listening import registrations_of
from lijfspoor.practice.logbook.flows import record


def read_profile(*, actor: Actor, now: datetime) -> Profile:
    """Return the own profile, or a first proposal from what the practice knows. Raises NotAllowed."""
    policies.check_can_have_profile(actor)
    row = store.profile(actor.practice_id, actor.member_id)
    record(actor=actor, kind=log_kinds.PROFILE_READ, at=now)
    held = registrations_of(actor.practice_id, actor.member_id)
    if row is None:
        return Profile(listing=_proposal(actor), answers={}, shown=False, registrations=held, version=0)
    return Profile(
        listing=store.listing_of(row), answers=row.answers, shown=row.shown, registrations=held, version=row.version
    )


def change_profile(
    *, actor: Actor, listing: Listing, answers: dict[str, str], shown: bool, version: int, now: datetime
) -> None:
    """Keep the own profile. The name and the registrations are those the practice keeps.

    Raises NotAllowed, NotUnderstood for a postcode that is not there, ChangedMeanwhile.
    """
    policies.check_can_have_profile(actor)
    place = places().get(pc4_of(listing.pc4) or "")
    if place is None:
        raise NotUnderstood({"postcode": "Vul een postcode in die bestaat, bijvoorbeeld 1011 of 1011 AB."})
    held = registrations_of(actor.practice_id, actor.member_id)
    kept = replace(listing, name=actor.name, pc4=place.pc4, registrations=held)
    values = store.columns(kept, place) | {
        "answers": {name: answers.get(name, "") for name in QUESTIONS},
        "shown": shown,
        "last_day": None,
    }
    with transaction.atomic():
        if not store.keep_profile(actor.practice_id, actor.member_id, version, values, now):
            raise ChangedMeanwhile
        record(actor=actor, kind=log_kinds.PROFILE_CHANGED, at=now, detail={"shown": shown})


def _proposal(actor: Actor) -> Listing:
    head = letterhead_of(practice_id=actor.practice_id)
    return Listing(
        name=actor.name,
        practice=head.name,
        discipline="pmt",
        pc4=pc4_of(head.postcode) or "",
        city=head.city,
        phone=head.phone,
        email=head.email,
        website=head.website if head.website.startswith("http") else "",
        forms=("individual",),
        settings=("practice",),
    )
