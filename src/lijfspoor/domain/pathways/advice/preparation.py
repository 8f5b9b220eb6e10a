"""Advice during intake: what is still to do before treatment can start."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.advice.making import due, possible
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.domain.pathways.permissions import permission
from lijfspoor.domain.pathways.permissions.needs import parts_open
from lijfspoor.domain.pathways.steps import Advice, Step, StepKind
from lijfspoor.domain.pathways.words import OWN, say


def meetings_due(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say which meeting is still to be held (S1-009, S1-010, S2-023)."""
    held = dict(standing.meetings)
    for meeting in module.diagnostics.meetings:
        if meeting.id not in held:
            title = say(f"Plan: {meeting.title.nl}", f"Plan: {meeting.title.en}")
            why = say(
                "Dit gesprek is er vóór de behandeling begint.",
                "This meeting comes before treatment starts.",
            )
            step = Step(StepKind.HOLD_MEETING, meeting.id)
            yield due("meeting-due", meeting.id, title, why, meeting.sources, step=step)


def meeting_parts_open(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say what a meeting that was held still has to cover (S0-039, S0-040)."""
    for meeting, part in parts_open(module, standing):
        title = say(f"Bespreek nog: {part.text.nl}", f"Still to cover: {part.text.en}")
        why = say(
            "Dit hoort bij de intake, voor de behandeling begint.", "This belongs to the intake, before treatment."
        )
        step = Step(StepKind.HOLD_MEETING, meeting.id)
        yield due("meeting-part-open", part.id, title, why, part.sources, step=step)


def diagnostic_phase_possible(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that a diagnostic phase can follow once the meetings were held, when more is to be found out (S0-041)."""
    phase, held = module.diagnostics.phase, {meeting for meeting, _ in standing.meetings}
    if phase is None or standing.diagnostic_phase is not None:
        return
    if all(meeting.id in held for meeting in module.diagnostics.meetings):
        title = say(f"U kunt openen: {phase.title.nl}", f"You can open: {phase.title.en}")
        step = Step(StepKind.OPEN_DIAGNOSTIC_PHASE)
        about = phase.about
        yield possible("diagnostic-phase-possible", "phase", title, about.text, about.sources, step=step)


def examination_open(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say which part of the examination is open (S2-024)."""
    completed = dict(standing.examination)
    for part in module.diagnostics.examination:
        if part.id in completed and completed[part.id] is None:
            title = say(f"Rond af: {part.title.nl}", f"Complete: {part.title.en}")
            why = say(
                "Dit deel van het onderzoek is nog niet klaar.",
                "This part of the examination is not complete yet.",
            )
            step = Step(StepKind.COMPLETE_EXAMINATION_PART, part.id)
            yield due("examination-part-open", part.id, title, why, part.sources, step=step)


def plan_open(_module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that goals or the plan are still to be agreed (S1-015, S2-025)."""
    if not standing.goals:
        title = say("Spreek samen een behandeldoel af", "Agree on a treatment goal together")
        why = say(
            "De doelen zijn duidelijk voordat de behandeling begint.",
            "The goals are clear before treatment starts.",
        )
        yield due("goal-missing", "goals", title, why, ("S1-015",), step=Step(StepKind.AGREE_GOAL))
    if standing.plan_version is None:
        title = say("Spreek het behandelplan af", "Agree on the treatment plan")
        why = say("Er is nog geen afgesproken behandelplan.", "There is no agreed treatment plan yet.")
        sources = ("S1-015", "S2-025")
        yield due("plan-missing", "plan", title, why, sources, step=Step(StepKind.AGREE_PLAN))


def start_possible(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that everything is there for treatment to start."""
    step = Step(StepKind.START_TREATMENT)
    if permission(module, standing, step).allowed:
        title = say("De behandeling kan beginnen", "Treatment can start")
        why = say("Alles wat vooraf nodig is, is er.", "All that is needed beforehand is there.")
        yield possible("start-possible", "start", title, why, OWN, step=step)
