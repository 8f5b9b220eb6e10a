"""The engine: from what happened along a module to where a client stands, what is due, allowed, and why."""

from lijfspoor.domain.pathways.advice import advice
from lijfspoor.domain.pathways.facts import AnyFact, Fact, Scope, Stamp
from lijfspoor.domain.pathways.history import known_on
from lijfspoor.domain.pathways.model import Stage, Standing
from lijfspoor.domain.pathways.permissions import allowed_steps, permit
from lijfspoor.domain.pathways.standing import standing
from lijfspoor.domain.pathways.steps import Advice, Permission, Step, StepKind, Urgency
from lijfspoor.domain.pathways.turning import next_turn
from lijfspoor.domain.pathways.versions import Moving, fits, is_newer, moving, pin_on

__all__ = [
    "Advice",
    "AnyFact",
    "Fact",
    "Moving",
    "Permission",
    "Scope",
    "Stage",
    "Stamp",
    "Standing",
    "Step",
    "StepKind",
    "Urgency",
    "advice",
    "allowed_steps",
    "fits",
    "is_newer",
    "known_on",
    "moving",
    "next_turn",
    "permit",
    "pin_on",
    "standing",
]
