"""Who may read case questions, ask and answer them, and who may close one."""

from uuid import UUID

from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.refusals import NotAllowed
from lijfspoor.practice.access.rights import right


@right
def _reads(actor: Actor) -> bool:
    return bool(actor.roles & {Role.THERAPIST, Role.LEAD_CLINICIAN})


@right
def _asked_it(actor: Actor, asker: UUID) -> bool:
    return actor.member_id == asker


def check_can_take_part(actor: Actor) -> None:
    """Raise NotAllowed unless the colleague may read, ask and answer case questions."""
    if not _reads(actor):
        raise NotAllowed("Casusvragen zijn voor therapeuten en regiebehandelaars.")


def can_take_part(actor: Actor) -> bool:
    """Tell whether the colleague may read, ask and answer case questions."""
    return bool(_reads(actor))


def check_can_lead(actor: Actor, asker: UUID) -> None:
    """Raise NotAllowed unless the colleague asked the question, and so may invite for it and close it."""
    check_can_take_part(actor)
    if not _asked_it(actor, asker):
        raise NotAllowed("Dit kan alleen wie de vraag stelde.")


def can_lead(actor: Actor, asker: UUID) -> bool:
    """Tell whether the colleague asked the question."""
    return bool(_reads(actor) and _asked_it(actor, asker))
