"""Who may show themselves to visitors."""

from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.refusals import NotAllowed


def can_have_profile(actor: Actor) -> bool:
    """Tell whether the colleague treats, and so can be found."""
    return actor.has(Role.THERAPIST)


def check_can_have_profile(actor: Actor) -> None:
    """Raise NotAllowed unless the colleague treats."""
    if not can_have_profile(actor):
        raise NotAllowed("Alleen wie behandelt, heeft een profiel voor bezoekers.")
