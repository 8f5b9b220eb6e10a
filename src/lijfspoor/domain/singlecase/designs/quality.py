"""How a design stands against the first What Works Clearinghouse standards for single-case studies.

Only the figures of version 1.0 (Kratochwill et al. 2010, Single-case designs technical documentation; 2013,
doi:10.1177/0741932512452794) as commonly quoted: five measurements per phase, or three with reservations, and three
attempts to show the effect at three different moments. Later handbooks (4.1 and 5.0) judge otherwise and are not
encoded here. The standards also ask what a design cannot know: that the researcher changes the phase, and a second
assessor in each phase on a fifth of the measurements.
"""

from dataclasses import dataclass
from enum import StrEnum

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.designs.design import Design, Kind

POINTS, POINTS_WITH_RESERVATIONS, REPLICATIONS = 5, 3, 3
SOURCE = "WWC 1.0 (Kratochwill et al. 2010)"


class Met(StrEnum):
    """How a bar is met."""

    YES = "yes"
    WITH_RESERVATIONS = "with-reservations"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what the design has at least, whether that is enough, and the sentence."""

    name: str
    least: int
    met: Met
    said: Saying


def quality(design: Design) -> tuple[Bar, Bar]:
    """Judge the fewest measurements per phase (or condition) and the attempts to show the effect."""
    return _points(design), _replications(design)


def _points(design: Design) -> Bar:
    least = min(scheme.fewest_points() for scheme in design.schemes)
    met = Met.YES if least >= POINTS else Met.WITH_RESERVATIONS if least >= POINTS_WITH_RESERVATIONS else Met.NO
    what_nl, what_en = ("conditie", "condition") if design.kind is Kind.ALTERNATION else ("fase", "phase")
    verdict = VERDICTS[met]
    return Bar(
        name="points-per-phase",
        least=least,
        met=met,
        said=Saying(
            nl=f"Elke {what_nl} heeft ten minste {least} metingen. {verdict.nl}: {SOURCE} vraagt er {POINTS}, "
            f"of {POINTS_WITH_RESERVATIONS} met voorbehoud.",
            en=f"Each {what_en} has at least {least} measurements. {verdict.en}: {SOURCE} asks for {POINTS}, "
            f"or {POINTS_WITH_RESERVATIONS} with reservations.",
        ),
    )


def _replications(design: Design) -> Bar:
    baselines = design.kind is Kind.MULTIPLE_BASELINE
    attempts = len(design.cases) if baselines else min(scheme.fewest_changes() for scheme in design.schemes)
    together = baselines and not design.apart
    met = Met.YES if attempts >= REPLICATIONS and not together else Met.NO
    verdict = MAY_COINCIDE if together else VERDICTS[met]
    return Bar(
        name="replications",
        least=attempts,
        met=met,
        said=Saying(
            nl=f"Het effect kan zich op {attempts} momenten laten zien. {verdict.nl}: {SOURCE} vraagt er "
            f"{REPLICATIONS}, op verschillende momenten.",
            en=f"The effect can show itself at {attempts} moments. {verdict.en}: {SOURCE} asks for "
            f"{REPLICATIONS}, at different moments.",
        ),
    )


VERDICTS = {
    Met.YES: Saying(nl="Dat is genoeg", en="That is enough"),
    Met.WITH_RESERVATIONS: Saying(nl="Dat is genoeg met voorbehoud", en="That is enough with reservations"),
    Met.NO: Saying(nl="Dat is te weinig", en="That is too few"),
}
MAY_COINCIDE = Saying(
    nl="Maar de starts kunnen samenvallen; kies starts die uit elkaar liggen",
    en="But the starts may coincide; choose starts that lie apart",
)
