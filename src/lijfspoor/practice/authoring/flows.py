"""Flows of authoring: begin a draft from a module, change it part by part or as a whole, publish, throw away."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from lijfspoor.catalogue.documents import Value, read
from lijfspoor.catalogue.writing import written_out
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.versions import next_version
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.authoring import log_kinds, places, store
from lijfspoor.practice.authoring.models import ModuleDraft
from lijfspoor.practice.authoring.places import NoSuchPlace
from lijfspoor.practice.authoring.reading import Draft, mark_of
from lijfspoor.practice.library import flows as library
from lijfspoor.practice.logbook.flows import record

SITTING = timedelta(minutes=15)
"""Saves of one writer closer together than this are one entry in the logbook."""
MOST_DRAFTS = 200


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save came to: the mark of the part (or version of the whole) as it is now, and when."""

    mark: str
    at: datetime


def read_drafts(*, actor: Actor, now: datetime) -> tuple[ModuleDraft, ...]:
    """Return the drafts of the practice, the last saved first. Raises NotAllowed."""
    library.check_can_publish(actor)
    with transaction.atomic():
        record(actor=actor, kind=log_kinds.DRAFTS_READ, at=now)
        return store.drafts(actor.practice_id)


def read_draft(*, actor: Actor, draft_id: UUID, now: datetime) -> Draft:
    """Return a draft. Raises NotAllowed or NotFound."""
    library.check_can_publish(actor)
    found = store.draft(actor.practice_id, draft_id)
    if found is None:
        raise NotFound
    with transaction.atomic():
        record(actor=actor, kind=log_kinds.DRAFT_READ, at=now, subject=str(draft_id))
    return Draft(found)


def begin_draft(*, actor: Actor, pin: str, title: str, continues: bool, now: datetime) -> UUID:
    """Copy a module as a draft: as one of one's own, or as the next version of one's own module; return the draft.

    The copy of another module says where it comes from (`provenance.derived_from`, S2-145). Raises NotAllowed,
    NotFound, NotUnderstood without a title, NotPossible for a next version of a module that comes with the program.
    """
    library.check_can_publish(actor)
    source = library.own_source(practice_id=actor.practice_id, pin=pin)
    base = library.module(practice_id=actor.practice_id, pin=pin)
    if continues and not source.own:
        raise NotPossible("Nieuwe versies van deze module komen met het programma. Maak er een eigen module van.")
    if not continues and not title.strip():
        raise NotUnderstood({"title": "Geef uw module een titel."})
    document: Any = read(source.text.encode()).value
    if continues:
        document["version"] = next_version(library.newest(practice_id=actor.practice_id, pin=pin).version)
    else:
        _name_own(document, base, title.strip(), library.module_ids(practice_id=actor.practice_id))
    with transaction.atomic():
        if len(store.drafts(actor.practice_id)) >= MOST_DRAFTS:
            raise NotPossible("Er staan al veel concepten. Gooi er eerst een paar weg.")
        made = store.add(
            {
                "practice_id": actor.practice_id,
                "base": pin,
                "title": places.words_of(document)[:200],
                "text": written_out(document),
                "made_by_id": actor.member_id,
                "made_at": now,
                "saved_at": now,
                "saved_by": actor.name,
            }
        )
        record(actor=actor, kind=log_kinds.DRAFT_MADE, at=now, subject=str(made.id), detail={"pin": pin})
        return made.id


def _name_own(document: dict[str, Any], base: CareModule, title: str, taken: frozenset[str]) -> None:
    id_ = first = places.slug(title)
    number = 2
    while id_ in taken:
        id_, number = f"{first}-{number}", number + 1
    document |= {"id": id_, "version": "1.0", "title": {"nl": title, "en": base.title.en}}
    document["provenance"]["derived_from"] = base.pin


def save_part(*, actor: Actor, draft_id: UUID, place: str, own: Mapping[str, Any], mark: str, now: datetime) -> Saved:
    """Keep the own fields of one part; what others changed elsewhere in the draft stays as they made it.

    `mark` is that of the part as the form showed it. Raises ChangedMeanwhile when someone changed this part since.
    """

    def change(document: Value) -> Value:
        if mark_of(places.find(document, place)) != mark:
            raise ChangedMeanwhile
        return places.changed(document, place, own)

    made = _change(actor, draft_id, change, now)
    return Saved(mark_of(Draft(made).spot(place)), now)


def add_part(*, actor: Actor, draft_id: UUID, place: str, name: str, words: str, now: datetime) -> str:
    """Add a part to a list (or a single part that was left out); return its place."""
    led_to: list[str] = []

    def change(document: Value) -> Value:
        made, there = places.added(document, place, name, words.strip())
        led_to.append(there)
        return made

    _change(actor, draft_id, change, now)
    return led_to[0]


def remove_part(*, actor: Actor, draft_id: UUID, place: str, name: str, key: str, now: datetime) -> None:
    """Take a part out."""
    _change(actor, draft_id, lambda document: places.removed(document, place, name, key), now)


def move_part(*, actor: Actor, draft_id: UUID, place: str, name: str, key: str, by: int, now: datetime) -> None:
    """Move a part up (-1) or down (1) in its list."""
    _change(actor, draft_id, lambda document: places.moved(document, place, name, key, by), now)


def save_text(*, actor: Actor, draft_id: UUID, text: str, version: int, now: datetime) -> Saved:
    """Keep the whole draft as text, also with mistakes. Raises ChangedMeanwhile when someone saved since `version`."""
    with transaction.atomic():
        row = _in_hand(actor, draft_id)
        if row.version != version and row.text != text:
            raise ChangedMeanwhile(version=row.version)
        _keep(actor, row, text, now)
        return Saved(str(row.version), now)


def publish_draft(*, actor: Actor, draft_id: UUID, changed: str, version: int, now: datetime) -> str:
    """Publish a draft as a version that never changes, with a line on what changed; the draft is gone. Return the pin.

    Raises NotUnderstood when it has mistakes or the line is missing, and ChangedMeanwhile when someone saved since
    `version`.
    """
    if not changed.strip():
        raise NotUnderstood({"changed": "Schrijf in één regel wat er veranderd is."})
    with transaction.atomic():
        row = _in_hand(actor, draft_id)
        if row.version != version:
            raise ChangedMeanwhile(version=row.version)
        pin = library.publish_own_module(actor=actor, document=row.text.encode(), now=now, changed=changed.strip())
        record(actor=actor, kind=log_kinds.DRAFT_PUBLISHED, at=now, subject=str(draft_id), detail={"pin": pin})
        store.discard(row)
        return pin


def discard_draft(*, actor: Actor, draft_id: UUID, now: datetime) -> None:
    """Throw a draft away."""
    with transaction.atomic():
        row = _in_hand(actor, draft_id)
        record(actor=actor, kind=log_kinds.DRAFT_DISCARDED, at=now, subject=str(draft_id), detail={"base": row.base})
        store.discard(row)


def _in_hand(actor: Actor, draft_id: UUID) -> ModuleDraft:
    library.check_can_publish(actor)
    row = store.lock(actor.practice_id, draft_id)
    if row is None:
        raise NotFound
    return row


def _change(actor: Actor, draft_id: UUID, change: Callable[[Value], Value], now: datetime) -> ModuleDraft:
    with transaction.atomic():
        row = _in_hand(actor, draft_id)
        document = Draft(row).document
        try:
            made = change(document)
        except NoSuchPlace:
            raise NotFound from None
        if made != document:
            _keep(actor, row, written_out(made), now)
        return row


def _keep(actor: Actor, row: ModuleDraft, text: str, now: datetime) -> None:
    if row.text == text:
        return
    if row.saved_by != actor.name or now - row.saved_at > SITTING or row.version == 1:
        record(actor=actor, kind=log_kinds.DRAFT_SAVED, at=now, subject=str(row.id))
    document = read(text.encode()).value
    store.keep(row, text=text, title=places.words_of(document) or row.title, at=now, by=actor.name)
