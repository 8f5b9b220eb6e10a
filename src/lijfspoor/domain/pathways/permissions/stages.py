"""Gates of the stage of treatment: referred, started, closed."""

from collections.abc import Iterator

from lijfspoor.domain.kernel import Reason
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.domain.pathways.permissions.case import Case
from lijfspoor.domain.pathways.words import OWN, because, say

CLOSED = because(
    "closed",
    say(
        "Deze behandeling is afgesloten. Er komt niets meer bij.",
        "This treatment is closed. Nothing is added any more.",
    ),
    OWN,
)
NOT_REFERRED = because(
    "not-referred",
    say("De cliënt is nog niet aangemeld.", "The client has not been referred yet."),
    ("S1-037", "S2-022"),
)
UNKNOWN_TARGET = because(
    "unknown-target",
    say("Dit hoort niet bij deze behandelmodule.", "This is not part of this care module."),
    OWN,
)
LATER_FACTS = because(
    "later-facts",
    say(
        "Na deze dag is al iets vastgelegd over het verloop van de behandeling.",
        "Something about the course of treatment has already been recorded after this day.",
    ),
    OWN,
)


def not_referred_before(case: Case) -> Iterator[Reason]:
    """Hold back when the client came in already."""
    if case.standing.stage is not Stage.NOT_REFERRED:
        text = say("De cliënt is al aangemeld.", "The client has been referred already.")
        yield because("already-referred", text, ("S1-037", "S2-022"))


def in_intake(case: Case) -> Iterator[Reason]:
    """Hold back when treatment has started."""
    if case.standing.stage is not Stage.INTAKE:
        text = say("De behandeling is al begonnen.", "Treatment has started already.")
        yield because("already-started", text, OWN)


def started(case: Case) -> Iterator[Reason]:
    """Hold back when treatment has not started."""
    if not case.started:
        text = say("De behandeling is nog niet begonnen.", "Treatment has not started yet.")
        yield because("not-started", text, OWN)
