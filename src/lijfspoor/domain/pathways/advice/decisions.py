"""Advice on joint decisions: whose voice is to be heard, what can be closed, what can be proposed."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.agreements import JointDecision
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.advice.making import due, possible
from lijfspoor.domain.pathways.model import Round, Standing
from lijfspoor.domain.pathways.steps import Advice, Step, StepKind
from lijfspoor.domain.pathways.words import PARTIES, listed, say


def decisions_running(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say what each open proposal waits for (S1-013)."""
    for decision in module.agreements.decisions:
        running = standing.decision(decision.id).running
        if running is not None:
            yield _voices_open(decision, running) if running.outcome == "open" else _ready(decision, running)


def extension_possible(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that extension can be proposed once an evaluation of a fixed number of sessions was held (S1-012, S1-013)."""
    dose = module.approach_with(standing.variant_ids).dose
    if dose.kind != "fixed" or not any(e.times_held for e in standing.evaluations):
        return
    for decision in module.agreements.decisions:
        if decision.id == dose.extended_by and not standing.decision(decision.id).rounds:
            who = listed(PARTIES[party] for party in decision.parties)
            title = say(f"U kunt voorleggen: {decision.title.nl}", f"You can propose: {decision.title.en}")
            why = say(
                f"De evaluatie is geweest. Hierover beslissen samen: {who.nl}.",
                f"The evaluation has been held. Deciding on this together: {who.en}.",
            )
            step = Step(StepKind.OPEN_DECISION, decision.id)
            yield possible("extend-possible", decision.id, title, why, decision.sources, step=step)


def _voices_open(decision: JointDecision, running: Round) -> Advice:
    voices = {voice.party: voice.voice for voice in running.voices}
    waiting = [party for party in decision.parties if voices.get(party, "unsure") == "unsure"]
    who = listed(PARTIES[party] for party in waiting)
    title = say(f"Vraag naar de stem van {who.nl}", f"Ask for the voice of {who.en}")
    why = say(
        f"{decision.title.nl}: het besluit wacht nog op {who.nl}. Twijfel mag; neem er de tijd voor.",
        f"{decision.title.en}: the decision still waits for {who.en}. Doubt is fine; take the time for it.",
    )
    step = Step(StepKind.GIVE_VOICE, f"{decision.id}:{waiting[0]}") if len(waiting) == 1 else None
    return due("voices-open", ",".join(waiting), title, why, decision.sources, step=step)


def _ready(decision: JointDecision, running: Round) -> Advice:
    title = say(f"Rond het besluit af: {decision.title.nl}", f"Close the decision: {decision.title.en}")
    agreed = say("Iedereen heeft ja gezegd.", "Everyone has said yes.")
    why = agreed if running.outcome == "agreed" else decision.when_divided
    step = Step(StepKind.CLOSE_DECISION, decision.id)
    return due("decision-ready", decision.id, title, why, decision.sources, step=step)
