"""How the answer of a rank index over a stack becomes an Estimate: with limits of its own, and words for what lacks."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate, Interval
from lijfspoor.domain.singlecase.data.saying import Refused, Saying
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.effects.answers import Answers, first_code
from lijfspoor.domain.singlecase.effects.reasons import REASONS

RANK_REASONS: Mapping[str, Saying] = MappingProxyType(
    {
        **REASONS,
        "no-known-error": Saying(
            nl="Van deze maat is geen standaardfout bekend; een interval is er daarom niet.",
            en="No standard error of this index is known; there is no interval for that reason.",
        ),
        "trend-was-estimated": Saying(
            nl="Een gewoon interval vergeet dat de trend van de eerste fase zelf geschat is en is veel te smal. "
            "Daarom staat er geen.",
            en="A plain interval forgets that the baseline trend was itself estimated and is far too narrow. "
            "That is why none is given.",
        ),
        "baseline-too-short": Saying(
            nl="De eerste fase heeft te weinig scores om een trend in te zien.",
            en="The first phase has too few scores to see a trend in.",
        ),
        "phase-too-short": Saying(
            nl="Voor deze manier zijn in beide fasen minstens vijf scores nodig.",
            en="This way needs at least five scores in both phases.",
        ),
        "all-tied": Saying(
            nl="Alle scores zijn gelijk; er is geen volgorde om te vergelijken.",
            en="All scores are equal; there is no order to compare.",
        ),
        "tie-at-the-cut": Saying(
            nl="Gelijke scores uit beide fasen liggen op de grens; hoe ze verdeeld worden is willekeurig. "
            "Gebruik PAND zonder sorteren.",
            en="Equal scores of both phases lie at the cut; how they are shared out is arbitrary. "
            "Use PAND without sorting.",
        ),
        "same-time-twice": Saying(
            nl="Twee metingen hebben dezelfde tijd; een lijn door de tijd is dan niet te trekken.",
            en="Two measurements have the same time; a line through time cannot be drawn then.",
        ),
        "tau-at-its-bound": Saying(
            nl="Deze tau is 1 of -1 of ligt daarbuiten; de gebruikelijke benadering heeft dan geen interval.",
            en="This tau is 1 or -1 or beyond; the usual approximation has no interval then.",
        ),
        "too-few-for-interval": Saying(
            nl="Met minder dan vier scores is er geen interval.",
            en="With fewer than four scores there is no interval.",
        ),
    }
)


@dataclass(frozen=True, eq=False, slots=True)
class Bounded(Answers):
    """k answers with limits that are not value -+ z SE; NaN where there is none.

    Where `unsure` holds there is no standard error; the limits may stand without one.
    """

    lower: Floats | None = None
    upper: Floats | None = None


def estimate(statistic: str, answers: Bounded, level: float = 0.95, *, tested: bool = False) -> Estimate:
    """The only answer of a stack of one; raises Refused when there is no value.

    Figures that do not exist for this series are left out. `tested`: there is a p value among them, which like a
    standard error rests on scores that do not depend on the one before.
    """
    if code := first_code(answers.refused):
        raise Refused(code, RANK_REASONS[code])
    unsure = first_code(answers.unsure)
    se = None if answers.se is None or unsure else float(answers.se[0])
    interval = _interval(answers, level)
    figures = {name: float(numbers[0]) for name, numbers in answers.figures.items() if np.isfinite(numbers[0])}
    return Estimate(
        statistic,
        float(answers.value[0]),
        se=se,
        interval=interval,
        assumes_independence=True if tested or se is not None or interval is not None else None,
        figures=MappingProxyType(figures),
        remarks=(RANK_REASONS[unsure],) if unsure else (),
    )


def _interval(answers: Bounded, level: float) -> Interval | None:
    if answers.lower is None or answers.upper is None or np.isnan(answers.lower[0] + answers.upper[0]):
        return None
    return Interval(float(answers.lower[0]), float(answers.upper[0]), level)
