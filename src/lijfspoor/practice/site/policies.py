"""Who may write the pages that visitors read."""

from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.refusals import NotAllowed


def can_write_pages(actor: Actor) -> bool:
    """Tell whether the colleague may write what visitors read in the practice's name."""
    return actor.has(Role.OWNER)


def check_can_write_pages(actor: Actor) -> None:
    """Raise NotAllowed unless the colleague runs the practice."""
    if not can_write_pages(actor):
        raise NotAllowed("Alleen de eigenaar schrijft wat bezoekers namens de praktijk lezen.")
