"""Flows on the group itself: making one, and changing what was agreed about it."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.flows import colleagues
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotUnderstood
from lijfspoor.practice.groups import log_kinds, policies, store
from lijfspoor.practice.groups.cards import GroupDetails
from lijfspoor.practice.groups.flows.binding import bind
from lijfspoor.practice.groups.flows.entry import group_to_run
from lijfspoor.practice.groups.roster import taken, taking_part
from lijfspoor.practice.library import flows as library
from lijfspoor.practice.logbook.flows import record

FEWEST, MOST = 2, 40


def open_group(*, actor: Actor, details: GroupDetails, day: date, now: datetime) -> UUID:
    """Make a group along a module that knows groups (S1-029, S2-100). Raises NotUnderstood."""
    policies.check_can_open_group(actor)
    _check(actor, details, day)
    with transaction.atomic():
        made = store.add_group({"practice_id": actor.practice_id, **_columns(details)})
        record(actor=actor, kind=log_kinds.GROUP_OPENED, at=now, subject=str(made.id))
        return made.id


def change_group(
    *, actor: Actor, group_id: UUID, details: GroupDetails, version: int, day: date, now: datetime
) -> None:
    """Change what was agreed about a group; sessions planned already stay. A new therapist treats who takes part.

    Raises NotUnderstood for fewer places than are taken, ChangedMeanwhile.
    """
    with transaction.atomic():
        group = group_to_run(actor=actor, group_id=group_id)
        facts = store.roster(actor.practice_id, (group_id,))[group_id]
        _check(actor, details, day, pin=group.pin)
        if facts and details.pin != group.pin:
            raise NotUnderstood({"pin": "Er doen al mensen mee. De module staat daarmee vast."})
        if details.most < taken(facts, day):
            raise NotUnderstood({"most": f"Er zijn al {taken(facts, day)} plaatsen bezet."})
        if not store.change_group(actor.practice_id, group_id, version, _columns(details)):
            raise ChangedMeanwhile
        therapists = [each for each in (details.therapist, details.co_therapist) if each]
        for each in taking_part(facts, day):
            bind(actor=actor, client_id=each.client_id, therapists=therapists, day=day, now=now)
        record(actor=actor, kind=log_kinds.GROUP_CHANGED, at=now, subject=str(group_id))


def _check(actor: Actor, details: GroupDetails, day: date, pin: str = "") -> None:
    faults: dict[str, str] = {}
    known = library.modules(practice_id=actor.practice_id)
    if details.pin != pin and (details.pin not in known or not known[details.pin].knows_groups):
        faults["pin"] = "Kies een module waarin in een groep wordt gewerkt."
    here = {each.member_id for each in colleagues(practice_id=actor.practice_id, role=Role.THERAPIST, day=day)}
    if details.therapist not in here:
        faults["therapist"] = "Kies een therapeut van deze praktijk."
    if details.co_therapist is not None and details.co_therapist not in here - {details.therapist}:
        faults["co_therapist"] = "Kies een andere therapeut van deze praktijk."
    if not FEWEST <= details.most <= MOST:
        faults["most"] = f"Kies een grootte van {FEWEST} tot {MOST}."
    if not 5 <= details.minutes <= 600:
        faults["minutes"] = "Kies een duur van 5 tot 600 minuten."
    if details.ends_on is not None and details.ends_on < details.begins_on:
        faults["ends_on"] = "De groep kan niet eindigen voor die begint."
    if not 0 <= details.weekday <= 6:
        faults["weekday"] = "Kies een dag van de week."
    if faults:
        raise NotUnderstood(faults)


def _columns(details: GroupDetails) -> dict[str, Any]:
    values = asdict(details)
    roles = {"therapist_id": values.pop("therapist"), "co_therapist_id": values.pop("co_therapist")}
    return {**values, **roles}
