"""Who may see and change a client: rights follow from the relation (design.md section 5)."""

from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.refusals import NotAllowed, NotFound
from lijfspoor.practice.access.rights import right
from lijfspoor.practice.people.relations import Relation


@right
def _sees(_actor: Actor, relation: Relation) -> bool:
    return relation.may_see


@right
def _reads(_actor: Actor, relation: Relation) -> bool:
    return relation.may_read_file


@right
def _treats(_actor: Actor, relation: Relation) -> bool:
    return relation.treats


@right
def _administers(_actor: Actor, relation: Relation) -> bool:
    return relation.administers


@right
def _registers(actor: Actor) -> bool:
    return bool(actor.roles & {Role.OWNER, Role.THERAPIST, Role.ASSISTANT, Role.LEAD_CLINICIAN})


_may_change = _treats | _administers


def check_can_see_client(actor: Actor, relation: Relation) -> None:
    """Raise NotFound unless the client exists for this colleague."""
    if not _sees(actor, relation):
        raise NotFound


def can_see_client(actor: Actor, relation: Relation) -> bool:
    """Tell whether the client exists for this colleague."""
    return bool(_sees(actor, relation))


def check_can_read_file(actor: Actor, relation: Relation) -> None:
    """Raise unless the clinical file is open: NotFound without any relation, NotAllowed for administration."""
    check_can_see_client(actor, relation)
    if not _reads(actor, relation):
        raise NotAllowed("Het inhoudelijke dossier is alleen open voor wie deze cliënt behandelt.")


def can_read_file(actor: Actor, relation: Relation) -> bool:
    """Tell whether the clinical file is open to this colleague."""
    return bool(_reads(actor, relation))


def check_can_treat(actor: Actor, relation: Relation) -> None:
    """Raise unless the colleague treats this client on the day."""
    check_can_see_client(actor, relation)
    if not _treats(actor, relation):
        raise NotAllowed("Dit kan alleen wie deze cliënt behandelt.")


def can_treat(actor: Actor, relation: Relation) -> bool:
    """Tell whether the colleague treats this client."""
    return bool(_treats(actor, relation))


def check_can_change_people(actor: Actor, relation: Relation) -> None:
    """Raise unless the colleague may change names, contacts, authority and consents."""
    check_can_see_client(actor, relation)
    if not _may_change(actor, relation):
        raise NotAllowed("Gegevens wijzigen kan de behandelaar of de administratie.")


def can_change_people(actor: Actor, relation: Relation) -> bool:
    """Tell whether the colleague may change names, contacts, authority and consents."""
    return bool(_may_change(actor, relation))


def check_can_register(actor: Actor) -> None:
    """Raise unless the colleague may register a new client."""
    if not _registers(actor):
        raise NotAllowed("Aanmelden kan alleen wie bij de praktijk hoort.")


def can_register(actor: Actor) -> bool:
    """Tell whether the colleague may register a new client."""
    return bool(_registers(actor))
