"""Whether the treating therapist holds what the module asks for."""

from datetime import date

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.underpinning import Qualification
from lijfspoor.domain.pathways.facts import CredentialHeld, TherapistAssigned
from lijfspoor.domain.pathways.history import History
from lijfspoor.domain.pathways.model import CredentialStanding


def credentials(module: CareModule, history: History, on_day: date) -> tuple[CredentialStanding, ...]:
    """Return each qualification of the module and whether the current therapist holds it on `on_day` (S2-142)."""
    assigned = history.last(TherapistAssigned)
    held = {(fact.therapist, fact.credential): fact for fact in history.of(CredentialHeld)}
    return tuple(
        _standing(q, held.get((assigned.therapist, q.credential)) if assigned else None, on_day)
        for q in module.underpinning.qualifications
    )


def _standing(asked: Qualification, fact: CredentialHeld | None, on_day: date) -> CredentialStanding:
    if fact is None:
        return CredentialStanding(asked.credential, asked.level, False, None)
    valid = fact.until is None or on_day <= fact.until
    return CredentialStanding(asked.credential, asked.level, valid, fact.until)
