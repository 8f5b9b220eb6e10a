"""What others ask of the library."""

from uuid import UUID

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.library import store


def module(*, practice_id: UUID, pin: str) -> CareModule:
    """Return the pinned module. Raises NotFound when neither ships nor belongs to the practice."""
    found = store.module_by_pin(practice_id, pin)
    if found is None:
        raise NotFound
    return found


def modules(*, practice_id: UUID) -> dict[str, CareModule]:
    """Return every module the practice can use, by pin."""
    return store.modules_of(practice_id)
