"""The kinds of letters: what each is called, to whom and when it can be written, and how it is composed."""

from collections.abc import Callable
from dataclasses import dataclass

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.practice.letters.addressee import PROFESSIONALS, Part
from lijfspoor.practice.letters.compose import notes, reports
from lijfspoor.practice.letters.compose.about import About
from lijfspoor.practice.letters.compose.body import LetterBody


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of letter. `advice` names audiences of which the module must have advice for at least one."""

    id: str
    title: str
    about: str
    to: frozenset[Part]
    stages: frozenset[Stage]
    compose: Callable[[About], LetterBody]
    advice: frozenset[str] = frozenset()

    def fits(self, module: CareModule, stage: Stage, part: Part) -> bool:
        """Tell whether this letter can be written to someone with this part, now."""
        audiences = {each.audience for each in module.surroundings.advice}
        return part in self.to and stage in self.stages and (not self.advice or bool(self.advice & audiences))


BEGUN = frozenset({Stage.UNDER_WAY, Stage.TAPERING})
OPEN = BEGUN | {Stage.INTAKE}
AFTER = frozenset({Stage.CLOSED})

KINDS = {
    kind.id: kind
    for kind in (
        Kind(
            id="start",
            title="Startbericht",
            about="Waarom en waarheen: bij het begin van de behandeling.",
            to=PROFESSIONALS - {Part.CO_TREATER},
            stages=OPEN,
            compose=reports.start,
        ),
        Kind(
            id="interim",
            title="Tussenbericht",
            about="Hoe het nu gaat: bij een lang of ander verloop, of op verzoek.",
            to=PROFESSIONALS,
            stages=BEGUN,
            compose=reports.interim,
        ),
        Kind(
            id="closing",
            title="Afsluitende brief",
            about="Hoe het ging en hoe het verdergaat: bij het einde.",
            to=PROFESSIONALS,
            stages=AFTER | {Stage.TAPERING},
            compose=reports.closing,
        ),
        Kind(
            id="parents",
            title="Tips voor thuis",
            about="Wat thuis helpt bij de bouwstenen van nu.",
            to=frozenset({Part.CAREGIVER, Part.CAREGIVER_WITHOUT, Part.RELATIVE}),
            stages=BEGUN | AFTER,
            compose=notes.parents,
            advice=frozenset({"caregivers", "relatives"}),
        ),
        Kind(
            id="school",
            title="Advies voor school",
            about="Wat in de klas helpt. Niets over de behandeling zelf.",
            to=frozenset({Part.SCHOOL}),
            stages=OPEN | AFTER,
            compose=notes.school,
            advice=frozenset({"school"}),
        ),
        Kind(
            id="guardian",
            title="Bericht voor de voogd",
            about="Waar de behandeling is, in hoofdlijnen.",
            to=frozenset({Part.GUARDIAN, Part.GUARDIAN_WITHOUT}),
            stages=OPEN | AFTER,
            compose=notes.guardian,
        ),
    )
}
