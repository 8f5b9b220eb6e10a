"""Who may read which part of the logbook."""

from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.policies import check_can_run_practice
from lijfspoor.practice.access.refusals import NotAllowed
from lijfspoor.practice.access.rights import right
from lijfspoor.practice.people.policies import check_can_see_client
from lijfspoor.practice.people.relations import Relation


@right
def _treats_or_leads(_actor: Actor, relation: Relation) -> bool:
    return relation.may_read_file


@right
def _owns(actor: Actor, _relation: Relation) -> bool:
    return actor.has(Role.OWNER)


_reads_log = _treats_or_leads | _owns


def check_can_read_client_log(actor: Actor, relation: Relation) -> None:
    """Raise unless the log of this client is open: to who treats or leads, and to owners."""
    check_can_see_client(actor, relation)
    if not _reads_log(actor, relation):
        raise NotAllowed("Het logboek van een cliënt is open voor wie behandelt en voor de eigenaar.")


def can_read_client_log(actor: Actor, relation: Relation) -> bool:
    """Tell whether the log of this client is open to the colleague."""
    return bool(relation.may_see and _reads_log(actor, relation))


def check_can_read_practice_log(actor: Actor) -> None:
    """Raise unless the log of the whole practice is open: to owners."""
    check_can_run_practice(actor)
