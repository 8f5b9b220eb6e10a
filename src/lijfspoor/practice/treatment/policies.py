"""Who may plan sessions, and who reads and writes what is said about them."""

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotAllowed
from lijfspoor.practice.access.rights import right
from lijfspoor.practice.people.policies import check_can_see_client
from lijfspoor.practice.people.relations import Relation


@right
def _treats(_actor: Actor, relation: Relation) -> bool:
    return relation.treats


@right
def _administers(_actor: Actor, relation: Relation) -> bool:
    return relation.administers


@right
def _leads(_actor: Actor, relation: Relation) -> bool:
    return relation.leads


_plans = _treats | _administers
_reads_signed = _treats | _leads


def check_can_plan(actor: Actor, relation: Relation) -> None:
    """Raise unless the colleague may plan, move and drop appointments of this client."""
    check_can_see_client(actor, relation)
    if not _plans(actor, relation):
        raise NotAllowed("Sessies plannen kan de behandelaar of de administratie.")


def can_plan(actor: Actor, relation: Relation) -> bool:
    """Tell whether the colleague may plan, move and drop appointments of this client."""
    return bool(_plans(actor, relation))


def can_read_signed(actor: Actor, relation: Relation) -> bool:
    """Tell whether signed notes are open to this colleague."""
    return bool(_reads_signed(actor, relation))


def check_can_read_signed(actor: Actor, relation: Relation) -> None:
    """Raise unless signed notes are open: NotFound without any relation, NotAllowed for administration."""
    check_can_see_client(actor, relation)
    if not _reads_signed(actor, relation):
        raise NotAllowed("Verslagen zijn alleen open voor wie deze cliënt behandelt.")
