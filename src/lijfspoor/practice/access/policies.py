"""Who may run the practice."""

from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.refusals import NotAllowed
from lijfspoor.practice.access.rights import right


@right
def _runs_practice(actor: Actor) -> bool:
    return actor.has(Role.OWNER)


def check_can_run_practice(actor: Actor) -> None:
    """Raise NotAllowed unless the colleague runs the practice."""
    if not _runs_practice(actor):
        raise NotAllowed("Dit kan alleen de eigenaar van de praktijk.")


def can_run_practice(actor: Actor) -> bool:
    """Tell whether the colleague runs the practice."""
    return bool(_runs_practice(actor))
