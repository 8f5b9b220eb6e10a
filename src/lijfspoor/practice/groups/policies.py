"""Who may make a group, see it, and write in it: its own therapists write, each only about clients they treat."""

from collections.abc import Collection
from uuid import UUID

from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.refusals import NotAllowed, NotFound
from lijfspoor.practice.access.rights import right


@right
def _therapist(actor: Actor, _therapists: Collection[UUID]) -> bool:
    return actor.has(Role.THERAPIST)


@right
def _its_own(actor: Actor, therapists: Collection[UUID]) -> bool:
    return actor.member_id in therapists


@right
def _office(actor: Actor, _therapists: Collection[UUID]) -> bool:
    return bool(actor.roles & {Role.OWNER, Role.ASSISTANT})


_runs = _therapist & _its_own
_sees = _therapist | _office


def check_can_open_group(actor: Actor) -> None:
    """Raise unless the colleague may make a group."""
    if not can_open_group(actor):
        raise NotAllowed("Een groep maken kan een therapeut.")


def can_open_group(actor: Actor) -> bool:
    """Tell whether the colleague may make a group."""
    return bool(_therapist(actor, ()))


def check_can_run(actor: Actor, therapists: Collection[UUID]) -> None:
    """Raise unless the colleague is one of the group's therapists."""
    if not can_run(actor, therapists):
        raise NotAllowed("Dit kan alleen wie de groep begeleidt.")


def can_run(actor: Actor, therapists: Collection[UUID]) -> bool:
    """Tell whether the colleague is one of the group's therapists."""
    return bool(_runs(actor, therapists))


def check_can_see_group(actor: Actor, own_clients: int) -> None:
    """Raise NotFound unless the group exists for this colleague: for therapists and office, or with own clients."""
    if not can_see_group(actor, own_clients):
        raise NotFound


def can_see_group(actor: Actor, own_clients: int) -> bool:
    """Tell whether the group exists for this colleague; a lead clinician knows it through own clients only."""
    return bool(_sees(actor, ())) or own_clients > 0


def check_can_see_meeting(actor: Actor, therapists: Collection[UUID], own_clients: int) -> None:
    """Raise NotFound unless a session of the group exists for this colleague."""
    if not can_see_meeting(actor, therapists, own_clients):
        raise NotFound


def can_see_meeting(actor: Actor, therapists: Collection[UUID], own_clients: int) -> bool:
    """Tell whether a session of the group exists for this colleague: to run it, for the office, or with own clients."""
    return bool((_runs | _office)(actor, therapists)) or own_clients > 0
