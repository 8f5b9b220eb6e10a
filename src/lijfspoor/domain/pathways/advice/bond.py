"""Advice on the bond between client and therapist: ask for it, talk about it, or offer someone else without blame."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.advice.making import due, possible
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.domain.pathways.steps import Advice, Step, StepKind
from lijfspoor.domain.pathways.words import held_text, say


def bond_asked(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that it is time to ask for the bond (S0-062)."""
    check, now = module.agreements.bond, standing.bond
    if check is not None and now is not None and now.due:
        held = held_text(standing.dose.held)
        title = say("Vraag hoe het klikt", "Ask how the bond is")
        why = say(f"{held.nl} {check.why.text.nl}", f"{held.en} {check.why.text.en}")
        yield due("bond-due", "bond", title, why, check.why.sources, step=Step(StepKind.ASK_BOND))


def bond_answered(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that another therapist is to be offered, or that a talk does good (S0-062)."""
    check, now = module.agreements.bond, standing.bond
    if check is None or now is None:
        return
    if now.change_open:
        title = say("Bied een andere therapeut aan", "Offer another therapist")
        calm = check.no_blame[0]
        yield due("bond-change", "bond", title, calm.text, calm.sources, step=Step(StepKind.ASSIGN_THERAPIST))
    elif now.talk_open:
        title = say("Sta samen stil bij de klik", "Stand still at the bond together")
        why = say(
            "De cliënt twijfelt of wil erover praten. Een open gesprek helpt. Een andere therapeut mag altijd.",
            "The client doubts or wants to talk about it. An open talk helps. Another therapist is always possible.",
        )
        yield possible("bond-talk", "bond", title, why, check.sources, step=Step(StepKind.ASK_BOND))
