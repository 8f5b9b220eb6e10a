"""Advice on what is said beforehand, and on what the client let know."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.advice.making import due
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.domain.pathways.steps import Advice, Step, StepKind
from lijfspoor.domain.pathways.words import day_text, say


def forewarnings_due(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say what the client should hear before the start (S3-022)."""
    given = dict(standing.forewarnings)
    for each in module.approach.forewarnings:
        if given[each.id] is None:
            title = say(f"Vertel vooraf: {each.title.nl}", f"Tell beforehand: {each.title.en}")
            step = Step(StepKind.GIVE_FOREWARNING, each.id)
            yield due("forewarning-due", each.id, title, each.text, each.sources, step=step)


def client_notes_open(_module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say which word of the client waits for someone to come back to it (S3-022)."""
    for each in standing.client_notes:
        if each.answered_on is None:
            day = day_text(each.on)
            title = say("Kom terug op wat de cliënt liet weten", "Come back to what the client let know")
            why = say(f"De cliënt liet dit weten op {day.nl}.", f"The client let this know on {day.en}.")
            step = Step(StepKind.ANSWER_CLIENT_NOTE, each.note)
            yield due("client-note-open", each.note, title, why, ("S3-022",), step=step)
