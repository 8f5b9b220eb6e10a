"""What rooms above this one plug in: access cannot import them, so they come and say what they want to hear or tell."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class EvaluationOffer:
    """An evaluation of a module the practice uses, with what the module itself proposes (in held sessions)."""

    id: str
    title: str
    module: str
    after: int
    every: int | None
    remark: str
    sources: tuple[str, ...]


CredentialsChanged = Callable[[UUID, UUID, date], None]
MemberLeft = Callable[[UUID, UUID, date], None]
TellEvaluations = Callable[[UUID], tuple[EvaluationOffer, ...]]

_credentials_changed: list[CredentialsChanged] = []
_member_left: list[MemberLeft] = []
_evaluations: list[TellEvaluations] = []


def when_credentials_change(act: CredentialsChanged) -> None:
    """Have `act(practice_id, member_id, day)` called in the transaction that changes a colleague's credentials."""
    _credentials_changed.append(act)


def when_member_leaves(act: MemberLeft) -> None:
    """Have `act(practice_id, member_id, last_day)` called in the transaction that ends a colleague's membership."""
    _member_left.append(act)


def evaluations_come_from(tell: TellEvaluations) -> None:
    """Have `tell(practice_id)` asked for the evaluations whose rhythm a practice can set."""
    _evaluations.append(tell)


def credentials_changed(practice_id: UUID, member_id: UUID, day: date) -> None:
    """Tell those who listen that a colleague's credentials changed."""
    for act in _credentials_changed:
        act(practice_id, member_id, day)


def member_left(practice_id: UUID, member_id: UUID, last_day: date) -> None:
    """Tell those who listen that a colleague works here until and including `last_day`."""
    for act in _member_left:
        act(practice_id, member_id, last_day)


def evaluations(practice_id: UUID) -> tuple[EvaluationOffer, ...]:
    """Return the evaluations whose rhythm the practice can set."""
    return tuple(offer for tell in _evaluations for offer in tell(practice_id))
