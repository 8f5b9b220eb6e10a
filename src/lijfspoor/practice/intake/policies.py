"""Who may take referrals in and up; what concerns one client follows from the rules of people."""

from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.refusals import NotAllowed
from lijfspoor.practice.access.rights import right


@right
def _takes_up(actor: Actor) -> bool:
    return bool(actor.roles & {Role.OWNER, Role.ASSISTANT, Role.THERAPIST})


def check_can_take_up(actor: Actor) -> None:
    """Raise unless the colleague may see and take up referrals that nobody treats yet."""
    if not _takes_up(actor):
        raise NotAllowed("Nieuwe verwijzingen zijn voor behandelaars en de administratie van de praktijk.")


def can_take_up(actor: Actor) -> bool:
    """Tell whether the colleague may see and take up referrals that nobody treats yet."""
    return bool(_takes_up(actor))


def only_leads(actor: Actor) -> bool:
    """Tell whether the colleague can refer as lead clinician only (S1-037)."""
    return actor.has(Role.LEAD_CLINICIAN) and not can_take_up(actor)
