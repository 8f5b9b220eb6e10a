"""Who may read exercises, who may add or hide them, and who sees how they went."""

from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.refusals import NotAllowed
from lijfspoor.practice.access.rights import right
from lijfspoor.practice.library import policies as library


@right
def _counts(actor: Actor) -> bool:
    return actor.has(Role.THERAPIST)


def check_can_read(actor: Actor) -> None:
    """Raise NotAllowed unless the colleague may read exercises."""
    if not can_read(actor):
        raise NotAllowed("Werkvormen zijn voor wie in de praktijk werkt.")


def can_read(actor: Actor) -> bool:
    """Tell whether the colleague may read exercises: who may read modules may."""
    return library.can_read(actor)


def check_can_publish(actor: Actor) -> None:
    """Raise NotAllowed unless the colleague may add, adapt and hide exercises."""
    if not can_publish(actor):
        raise NotAllowed("Werkvormen toevoegen of verbergen kan een therapeut of de eigenaar van de praktijk.")


def can_publish(actor: Actor) -> bool:
    """Tell whether the colleague may add, adapt and hide exercises: who may add modules may."""
    return library.can_publish(actor)


def check_can_see_counts(actor: Actor) -> None:
    """Raise NotAllowed unless the colleague may see how an exercise went in this practice."""
    if not _counts(actor):
        raise NotAllowed("Hoe een werkvorm ging, zien alleen therapeuten.")


def can_see_counts(actor: Actor) -> bool:
    """Tell whether the colleague may see how an exercise went in this practice."""
    return bool(_counts(actor))
