"""Who writes and who reads letters: who treats writes; a lead clinician reads what was sent to a lead clinician or
referrer; the administration sees nothing of them.
"""

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.access.rights import right
from lijfspoor.practice.letters.addressee import Part
from lijfspoor.practice.people.relations import Relation

FOR_LEADS = frozenset({Part.LEAD_CLINICIAN, Part.REFERRER})


@right
def _treats(relation: Relation, _letter: tuple[Part, bool]) -> bool:
    return relation.treats


@right
def _leads(relation: Relation, letter: tuple[Part, bool]) -> bool:
    part, sent = letter
    return relation.leads and sent and part in FOR_LEADS


_reads = _treats | _leads


def can_read(_actor: Actor, relation: Relation, part: Part, *, sent: bool) -> bool:
    """Tell whether a letter to this part, a draft or sent, is open to the colleague."""
    return bool(_reads(relation, (part, sent)))


def check_can_read(actor: Actor, relation: Relation, part: Part, *, sent: bool) -> None:
    """Raise NotFound unless the letter is open to the colleague; whoever may not read it does not learn it is there."""
    if not can_read(actor, relation, part, sent=sent):
        raise NotFound
