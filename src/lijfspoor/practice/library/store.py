"""Reading the modules a practice can use."""

from functools import lru_cache
from uuid import UUID

from lijfspoor.catalogue.reader import load_module, shipped
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.library.models import OwnModule


@lru_cache(maxsize=64)
def _parsed(checksum: str, source: str, name: str) -> CareModule:
    return load_module(source, name)


def module_by_pin(practice_id: UUID, pin: str) -> CareModule | None:
    """Return the module of this pin, or None; a shipped one costs no query."""
    found = shipped().get(pin)
    if found is not None:
        return found
    own = OwnModule.objects.in_practice(practice_id).filter(pin=pin).first()
    return None if own is None else _parsed(own.checksum, own.source, own.pin)


def modules_of(practice_id: UUID) -> dict[str, CareModule]:
    """Return every module the practice can use, by pin."""
    own = OwnModule.objects.in_practice(practice_id).order_by("title", "pin")
    return dict(shipped()) | {row.pin: _parsed(row.checksum, row.source, row.pin) for row in own}
