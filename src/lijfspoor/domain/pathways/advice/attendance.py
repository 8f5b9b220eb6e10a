"""Advice on sessions that did not take place: ask kindly what goes on."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.advice.making import due
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.domain.pathways.steps import Advice
from lijfspoor.domain.pathways.words import OWN, say, sessions_text

PATTERN = 2
"""From how many missed sessions in a row one asks; the sources give no number, so it is ours."""


def patterns(_module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that sessions were missed one after another (S2-143 asks for weekly participation)."""
    if standing.dose.missed_in_a_row >= PATTERN:
        count = sessions_text(standing.dose.missed_in_a_row)
        title = say("Neem contact op en vraag hoe het gaat", "Get in touch and ask how things are")
        why = say(
            f"Er zijn {count.nl} achter elkaar niet doorgegaan. Daar kan van alles achter zitten.",
            f"In a row, {count.en} did not take place. There can be many reasons for that.",
        )
        yield due("no-show-pattern", "sessions", title, why, OWN, ("S2-143",))
