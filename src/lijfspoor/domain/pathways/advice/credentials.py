"""Advice on what the therapist must hold: what is missing, what ends soon."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.advice.making import due, know
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.domain.pathways.permissions.needs import credentials_missing
from lijfspoor.domain.pathways.steps import Advice, Step, StepKind
from lijfspoor.domain.pathways.words import day_text, say

NOTICE_DAYS = 60
"""How many days ahead an ending credential is announced; our own choice."""


def credentials_needed(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say which required credential is not there on the day (S2-142)."""
    for held, reason in credentials_missing(module, standing):
        if standing.therapist:
            title = say("Regel wat de therapeut nog nodig heeft", "Arrange what the therapist still needs")
            yield due("credential-missing", held.credential, title, reason.text, reason.sources)
        else:
            title = say("Kies een therapeut die hieraan voldoet", "Assign a therapist who holds this")
            step = Step(StepKind.ASSIGN_THERAPIST)
            yield due("credential-missing", held.credential, title, reason.text, reason.sources, step=step)


def credentials_ending(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say which credential ends within 60 days (S2-142)."""
    for asked, held in zip(module.underpinning.qualifications, standing.credentials, strict=True):
        if held.held and held.until and (held.until - standing.on_day).days <= NOTICE_DAYS:
            day = day_text(held.until)
            title = say(f"Dit loopt af op {day.nl}", f"This ends on {day.en}")
            why = say(
                f"De therapeut heeft dit nog tot en met {day.nl}: {asked.text.nl}",
                f"The therapist holds this up to and including {day.en}: {asked.text.en}",
            )
            yield know("credential-ending", held.credential, title, why, asked.sources)
