"""Keeps profiles true when something changes in access: a credential, or who works here."""

from datetime import date
from uuid import UUID

from lijfspoor.catalogue.finder import finder_content
from lijfspoor.domain.finder.listing import Registration
from lijfspoor.practice.access.flows import credentials_of
from lijfspoor.practice.access.neighbours import when_credentials_change, when_member_leaves
from lijfspoor.practice.finder import store


def listen() -> None:
    """Ask access to be told."""
    when_credentials_change(_credentials_changed)
    when_member_leaves(store.end_profile)


def registrations_of(practice_id: UUID, member_id: UUID) -> tuple[Registration, ...]:
    """Return the registrations a colleague holds, as far as visitors know what they guarantee."""
    kinds = {each.credential: each.id for each in finder_content().registers if each.credential}
    held = credentials_of(practice_id=practice_id, member_ids=(member_id,))
    return tuple(Registration(kinds[each.kind], each.number, each.until) for each in held if each.kind in kinds)


def _credentials_changed(practice_id: UUID, member_id: UUID, _day: date) -> None:
    store.renew_registrations(practice_id, member_id, registrations_of(practice_id, member_id))
