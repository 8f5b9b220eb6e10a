"""Reading the modules a practice can use, and keeping those of its own."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache, reduce
from operator import or_
from uuid import UUID

from django.db.models import Q

from lijfspoor.catalogue.mistakes import ContentRefused
from lijfspoor.catalogue.reader import SHIPPED, bytes_of, examine, module_files, pin_of, shipped
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.versions import module_id
from lijfspoor.practice.library.models import OwnModule


@lru_cache(maxsize=64)
def _parsed(checksum: str, source: str) -> CareModule:
    # Held against every rule when it was published; a rule made later does not close a running treatment.
    reading = examine(source.encode())
    if reading.module is None:
        raise ContentRefused(reading.mistakes_in(checksum))
    return reading.module


def module_of(row: OwnModule) -> CareModule:
    """Return the module of a row. Raises ContentRefused when its shape is no longer known."""
    return _parsed(row.checksum, row.source)


def own_modules(practice_id: UUID) -> tuple[OwnModule, ...]:
    """Return the practice's own modules by title."""
    return tuple(OwnModule.objects.in_practice(practice_id).order_by("title", "pin"))


def own_module(practice_id: UUID, pin: str) -> OwnModule | None:
    """Return the practice's own module of this pin, or None."""
    found: OwnModule | None = OwnModule.objects.in_practice(practice_id).filter(pin=pin).first()
    return found


def module_by_pin(practice_id: UUID, pin: str) -> CareModule | None:
    """Return the module of this pin, or None; a shipped one costs no query."""
    found = shipped().get(pin)
    if found is not None:
        return found
    own = own_module(practice_id, pin)
    return None if own is None else module_of(own)


def modules_of(practice_id: UUID) -> dict[str, CareModule]:
    """Return every module the practice can use, by pin."""
    return dict(shipped()) | {row.pin: module_of(row) for row in own_modules(practice_id)}


def shipped_text(pin: str) -> str:
    """Return the file of a module that comes with the program. Raises KeyError."""
    files = {pin_of(file): file for file in module_files(SHIPPED)}
    return bytes_of(files[pin]).decode()


def versions_of(practice_id: UUID, pins: Iterable[str]) -> dict[str, CareModule]:
    """Return every version of the modules of these pins, by pin; shipped ones alone cost no query."""
    asked = frozenset(pins)
    ids = {module_id(pin) for pin in asked}
    found = {pin: module for pin, module in shipped().items() if module.id in ids}
    if own := {module_id(pin) for pin in asked - found.keys()}:
        begins = reduce(or_, (Q(pin__startswith=f"{each}@") for each in own))
        rows = OwnModule.objects.in_practice(practice_id).filter(begins)
        found |= {row.pin: module_of(row) for row in rows.order_by("published_at")}
    return found


def keep_own(
    practice_id: UUID, module: CareModule, source: str, checksum: str, at: datetime, by: str, changed: str
) -> OwnModule:
    """Keep a module unless its pin is there; return the row of that pin, whose checksum may be another."""
    row: OwnModule
    row, _ = OwnModule.plain.get_or_create(
        practice_id=practice_id,
        pin=module.pin,
        defaults={
            "title": module.title.nl[:200],
            "source": source,
            "checksum": checksum,
            "published_at": at,
            "published_by": by,
            "changed": changed,
        },
    )
    return row
