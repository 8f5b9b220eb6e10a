"""What others ask of the library, and what people do in it: read, look something up, add a module."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.catalogue.reader import shipped
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.versions import module_id, version_key
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.letterhead import letterhead_of
from lijfspoor.practice.access.refusals import NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.library import log_kinds, policies, store
from lijfspoor.practice.library.chapters.every import chapters
from lijfspoor.practice.library.differences import Comparison, differences
from lijfspoor.practice.library.education import every_card as every_card
from lijfspoor.practice.library.education import read_card as read_card
from lijfspoor.practice.library.education import read_cards as read_cards
from lijfspoor.practice.library.evidence import gaps_of as gaps_of
from lijfspoor.practice.library.evidence import read_claim as read_claim
from lijfspoor.practice.library.evidence import read_claims as read_claims
from lijfspoor.practice.library.evidence import read_evidence as read_evidence
from lijfspoor.practice.library.evidence import read_evidence_record as read_evidence_record
from lijfspoor.practice.library.evidence import read_reading_list as read_reading_list
from lijfspoor.practice.library.models import OwnModule
from lijfspoor.practice.library.own import Examined, look_through
from lijfspoor.practice.library.reviews import ReviewList as ReviewList
from lijfspoor.practice.library.reviews import read_reviews as read_reviews
from lijfspoor.practice.library.shelf import (
    Leaflet,
    ModuleCard,
    Preview,
    Reading,
    Shelf,
    Source,
    SourceCard,
    card_of,
    leaflet_of,
    source_card,
    with_newest,
)
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.tenancy.clock import day_of


def module(*, practice_id: UUID, pin: str) -> CareModule:
    """Return the pinned module. Raises NotFound when neither ships nor belongs to the practice."""
    found = store.module_by_pin(practice_id, pin)
    if found is None:
        raise NotFound
    return found


def modules(*, practice_id: UUID) -> dict[str, CareModule]:
    """Return every module the practice can use, by pin."""
    return store.modules_of(practice_id)


def versions_of(*, practice_id: UUID, pins: Iterable[str]) -> dict[str, dict[str, CareModule]]:
    """Return for each pin every version of its module that the practice has, by pin; at most one query.

    Raises NotFound when a pin is of no module.
    """
    asked = frozenset(pins)
    known = store.versions_of(practice_id, asked)
    found = {pin: {each: known[each] for each in known if module_id(each) == module_id(pin)} for pin in asked}
    if not all(pin in versions for pin, versions in found.items()):
        raise NotFound
    return found


def own_source(*, practice_id: UUID, pin: str) -> Source:
    """Return the file of a module and whether it is the practice's own. Raises NotFound."""
    own = None if pin in shipped() else store.own_module(practice_id, pin)
    if own is None and pin not in shipped():
        raise NotFound
    return Source(store.shipped_text(pin), own=False) if own is None else Source(own.source, own=True)


def newest(*, practice_id: UUID, pin: str) -> CareModule:
    """Return the highest version of the module of a pin. Raises NotFound."""
    found = versions_of(practice_id=practice_id, pins=(pin,))[pin]
    return max(found.values(), key=lambda module: version_key(module.version))


def module_ids(*, practice_id: UUID) -> frozenset[str]:
    """Return the ids of every module the practice can use."""
    return frozenset(module.id for module in store.modules_of(practice_id).values())


def read_differences(*, actor: Actor, pin: str, other: str, now: datetime) -> Comparison:
    """Return what differs between two modules of the practice, `other` being the earlier. Raises NotFound."""
    policies.check_can_read(actor)
    before, after = (module(practice_id=actor.practice_id, pin=each) for each in (other, pin))
    with transaction.atomic():
        record(actor=actor, kind=log_kinds.MODULE_READ, at=now, subject=pin)
    return Comparison(before, after, differences(before, after))


def preview(*, actor: Actor, module: CareModule, day: date) -> Preview:
    """Return how a module that is not published would look here. Raises NotAllowed."""
    policies.check_can_publish(actor)
    card = card_of(module, day)
    practice = letterhead_of(practice_id=actor.practice_id).name
    return Preview(Reading(card, chapters(module)), leaflet_of(module, card, practice))


def read_shelf(*, actor: Actor, day: date, now: datetime) -> Shelf:
    """Return every module the practice can use: those that ship, then its own."""
    policies.check_can_read(actor)
    with transaction.atomic():
        record(actor=actor, kind=log_kinds.SHELF_READ, at=now)
        own = {row.pin: row for row in store.own_modules(actor.practice_id)}
        found = dict(shipped()) | {pin: store.module_of(row) for pin, row in own.items()}
    cards = with_newest(_card(module, own.get(pin), day) for pin, module in found.items())
    return Shelf(cards, policies.can_publish(actor))


def read_module(*, actor: Actor, pin: str, day: date, now: datetime) -> Reading:
    """Return a module to read. Raises NotFound."""
    policies.check_can_read(actor)
    found, card = _one(actor, pin, day)
    with transaction.atomic():
        record(actor=actor, kind=log_kinds.MODULE_READ, at=now, subject=pin)
    earlier = _earlier(actor.practice_id, found)
    return Reading(card, chapters(found), earlier, policies.can_publish(actor))


def read_leaflet(*, actor: Actor, pin: str, day: date, now: datetime) -> Leaflet:
    """Return the leaflet of a module, with the practice's name on it (S2-148). Raises NotFound."""
    policies.check_can_read(actor)
    found, card = _one(actor, pin, day)
    with transaction.atomic():
        record(actor=actor, kind=log_kinds.LEAFLET_READ, at=now, subject=pin)
    return leaflet_of(found, card, letterhead_of(practice_id=actor.practice_id).name)


def read_source(*, actor: Actor, source_id: str, now: datetime) -> SourceCard:
    """Return a source and where the practice's modules use it. Raises NotFound for an unknown one."""
    policies.check_can_read(actor)
    found = source_card(source_id, store.modules_of(actor.practice_id))
    if found is None:
        raise NotFound
    with transaction.atomic():
        record(actor=actor, kind=log_kinds.SOURCE_READ, at=now, subject=source_id)
    return found


def check_can_publish(actor: Actor) -> None:
    """Raise NotAllowed unless the colleague may add a module."""
    policies.check_can_publish(actor)


def examine_own_module(*, actor: Actor, document: bytes, now: datetime) -> Examined:
    """Look a module file through without keeping it: every mistake with its line, or the module it would become."""
    policies.check_can_publish(actor)
    with transaction.atomic():
        examined = _examined(actor, document)
        record(
            actor=actor,
            kind=log_kinds.OWN_EXAMINED,
            at=now,
            detail={"mistakes": len(examined.mistakes) + examined.unshown},
        )
    return examined


def publish_own_module(*, actor: Actor, document: bytes, now: datetime, changed: str = "") -> str:
    """Keep a module file of the practice's own, for ever as it is; return its pin. The same file again is no news.

    `changed` is a line on what changed since the version before.

    Raises NotAllowed, NotUnderstood when it has mistakes, NotPossible when someone else gave another file this pin.
    """
    policies.check_can_publish(actor)
    with transaction.atomic():
        examined = _examined(actor, document)
        if examined.module is None:
            raise NotUnderstood({"text": "Er staan nog fouten in deze tekst. Verbeter ze eerst."})
        checksum, pin = examined.checksum, examined.module.pin
        row = store.keep_own(actor.practice_id, examined.module, examined.text, checksum, now, actor.name, changed)
        if row.checksum != checksum:
            raise NotPossible(f"{pin} is intussen met een andere tekst gepubliceerd. Geef deze een nieuwe versie.")
        if row.published_at == now:
            record(actor=actor, kind=log_kinds.OWN_PUBLISHED, at=now, subject=pin, detail={"checksum": checksum})
    return pin


def _examined(actor: Actor, document: bytes) -> Examined:
    kept = {row.pin: row.checksum for row in store.own_modules(actor.practice_id)}
    return look_through(document, kept)


def _one(actor: Actor, pin: str, day: date) -> tuple[CareModule, ModuleCard]:
    own = None if pin in shipped() else store.own_module(actor.practice_id, pin)
    if own is None and pin not in shipped():
        raise NotFound
    found = shipped()[pin] if own is None else store.module_of(own)
    return found, _card(found, own, day)


def _card(module: CareModule, own: OwnModule | None, day: date) -> ModuleCard:
    published = (own.published_by, day_of(own.published_at), own.changed) if own else None
    return card_of(module, day, published)


def _earlier(practice_id: UUID, found: CareModule) -> tuple[str, ...]:
    """Return the pins a module can be held against, the nearest first: its lower versions, then what it was made of."""
    versions = versions_of(practice_id=practice_id, pins=(found.pin,))[found.pin].values()
    lower = [each for each in versions if version_key(each.version) < version_key(found.version)]
    pins = [each.pin for each in sorted(lower, key=lambda each: version_key(each.version), reverse=True)]
    origin = found.provenance.derived_from
    if origin and store.module_by_pin(practice_id, origin) is not None:
        pins.append(origin)
    return tuple(pins)
