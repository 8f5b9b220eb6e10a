"""Who may read modules, and who may add them."""

from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.refusals import NotAllowed
from lijfspoor.practice.access.rights import right


@right
def _reads(actor: Actor) -> bool:
    return bool(actor.roles)


@right
def _publishes(actor: Actor) -> bool:
    return bool(actor.roles & {Role.OWNER, Role.THERAPIST})


def check_can_read(actor: Actor) -> None:
    """Raise NotAllowed unless the colleague may read modules and sources."""
    if not _reads(actor):
        raise NotAllowed("De bibliotheek is voor wie in de praktijk werkt.")


def can_read(actor: Actor) -> bool:
    """Tell whether the colleague may read modules and sources."""
    return bool(_reads(actor))


def check_can_publish(actor: Actor) -> None:
    """Raise NotAllowed unless the colleague may add a module of the practice's own."""
    if not _publishes(actor):
        raise NotAllowed("Een eigen module toevoegen kan alleen een therapeut of de eigenaar van de praktijk.")


def can_publish(actor: Actor) -> bool:
    """Tell whether the colleague may add a module of the practice's own."""
    return bool(_publishes(actor))
