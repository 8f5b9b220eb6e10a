"""The model's answer: how much the level changed, with errors that remember, on real times, for a short series.

Definition: y = b0 (+ b1 t) + b2 D (+ b3 S) + e with e continuous-time AR(1) (`gls`), by REML, each term tested and
given its interval with the small-sample correction (`small_sample`). D is 1 in the rows of the later side; the trend t
counts from the first row, S from the first row of the later side.

What it assumes: deviations are near normal and equally spread in both phases, they fade into each other at one rate,
the change is a jump that stays (plus a bend if `slope`), and without `trend` that nothing was rising or falling before.
Soundness, no effect, 40 points, start drawn among 25, nominal 5 %, 2,000 series each (Monte Carlo error 0.5): see
`CALLED`; plain REML called 9.6 % at phi 0.6. The interval does not assume independence, but it does lean on the model:
where the start was drawn, the randomisation test needs none of this and comes first.

Example: scores 3 5 4 6 4 5 | 9 8 10 9 11 9 10 at times 1..13: the level is estimated 4.9 higher after the start.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import numpy as np

from lijfspoor.domain.singlecase.data.numerals import numeral, p_value, percentage
from lijfspoor.domain.singlecase.data.results import Estimate, Interval
from lijfspoor.domain.singlecase.data.saying import Saying, refuse
from lijfspoor.domain.singlecase.data.series import Case, Floats
from lijfspoor.domain.singlecase.models.coefficients import Coefficient
from lijfspoor.domain.singlecase.models.gls import SerialFit, Spacing, generalised_least_squares
from lijfspoor.domain.singlecase.models.piecewise import INTERCEPT, TREND, LinearModel, two_sides
from lijfspoor.domain.singlecase.models.profile import Likelihood
from lijfspoor.domain.singlecase.models.small_sample import small_sample

LEVEL, SLOPE = "phaseB", "interB"
# share of series without an effect that were called one, at phi 0, 0.3 and 0.6: level only, with a trend, with a slope
CALLED: Mapping[int, tuple[float, float, float]] = MappingProxyType(
    {0: (0.0260, 0.0415, 0.0465), 1: (0.0225, 0.0365, 0.0475), 2: (0.0295, 0.0390, 0.0445)}
)


def model_answer(
    case: Case,
    a: str | Iterable[str] | None = None,
    b: str | Iterable[str] | None = None,
    *,
    trend: bool = False,
    slope: bool = False,
    level: float = 0.95,
) -> Estimate:
    """The level change from side `a` to side `b` (default: the first label against all others), in raw scores.

    `figures`: se, statistic, df, p; `memory` (correlation over the usual gap), `phi` (over one time unit), `sigma`,
    `plain_se`, `scores_a`, `scores_b`; with a trend or slope also theirs (`trend`, `trend_se`, `trend_p`, ...).
    Raises Refused: "one-phase", "no-scores", "slope-needs-one-change", and those of `gls` and `small_sample`.
    """
    sides = _sides(case, a, b)
    model = _terms(sides, trend=trend, slope=slope)
    fit = generalised_least_squares(model, Spacing.CONTINUOUS, Likelihood.REML)
    corrected = {one.name: one for one in small_sample(fit).coefficients}
    change = corrected[LEVEL]
    plain = next(one.se for one in fit.coefficients if one.name == LEVEL)
    interval = change.interval(level)
    memory = float(np.exp(-fit.memory.rate * np.median(fit.memory.gaps)))
    later = sides.rows_of("B") & sides.present
    figures = _tested("", change) | {
        "memory": memory,
        "phi": fit.phi,
        "sigma": fit.sigma,
        "plain_se": plain,
        "scores_a": float(np.sum(sides.present & ~later)),
        "scores_b": float(np.sum(later)),
    }
    for name, term in (("trend", TREND), ("slope", SLOPE)):
        if term in corrected:
            figures |= {name: corrected[term].estimate} | _tested(f"{name}_", corrected[term])
    return Estimate(
        statistic="level-change.car1-reml",
        value=change.estimate,
        se=change.se,
        interval=interval,
        assumes_independence=False,
        figures=MappingProxyType(figures),
        remarks=_remarks(fit, change, interval, memory, lines=int(trend) + int(slope)),
    )


def _tested(prefix: str, term: Coefficient) -> dict[str, float]:
    shown = {"se": term.se, "statistic": term.statistic, "df": term.df, "p": term.p}
    return {f"{prefix}{name}": value for name, value in shown.items() if value is not None}


def _sides(case: Case, a: str | Iterable[str] | None, b: str | Iterable[str] | None) -> Case:
    first = case.labels[:1] if a is None else _labels(a)
    second = tuple(label for label in case.labels if label not in first) if b is None else _labels(b)
    if not second:
        raise refuse(
            "one-phase",
            nl="De reeks heeft maar één fase; er is niets om mee te vergelijken.",
            en="The series has one phase only; there is nothing to compare it with.",
        )
    sides = two_sides(case, first, second)
    later = sides.rows_of("B")
    if not (sides.present & later).any() or not (sides.present & ~later).any():
        raise refuse(
            "no-scores",
            nl="Een van de twee fasen heeft geen enkele score.",
            en="One of the two phases has no score at all.",
        )
    return sides


def _labels(labels: str | Iterable[str]) -> tuple[str, ...]:
    return (labels,) if isinstance(labels, str) else tuple(labels)


def _terms(sides: Case, *, trend: bool, slope: bool) -> LinearModel:
    later = sides.rows_of("B").astype(np.float64)
    columns: dict[str, Floats] = {INTERCEPT: np.ones(sides.size)}
    if trend:
        columns[TREND] = sides.times - sides.times[0]
    columns[LEVEL] = later
    if slope:
        if len(sides.spells) != 2:
            raise refuse(
                "slope-needs-one-change",
                nl="Een knik in de trend is alleen te schatten als er één overgang tussen de fasen is.",
                en="A bend in the trend can only be estimated when the phases change once.",
            )
        columns[SLOPE] = (sides.times - sides.times[sides.spells[1].start]) * later
    return LinearModel(
        names=tuple(columns),
        matrix=np.stack(tuple(columns.values()), axis=1),
        times=sides.times,
        rows=np.arange(float(sides.size)),
        values=sides.values,
    )


def _remarks(
    fit: SerialFit, change: Coefficient, interval: Interval, memory: float, *, lines: int
) -> tuple[Saying, ...]:
    remarks = [_found(change, interval), _assumed(memory, lines=lines), _measured(lines=lines)]
    if fit.drifts:
        remarks.append(
            Saying(
                nl="De scores zwerven: het model kan een verandering hier niet goed van toevallig afdwalen scheiden.",
                en="The scores wander: the model can hardly tell a change here from drifting by chance.",
            )
        )
    return tuple(remarks)


def _found(change: Coefficient, interval: Interval) -> Saying:
    up = change.estimate >= 0
    size, low, high = abs(change.estimate), interval.lower, interval.upper
    p = 0.0 if change.p is None else change.p

    def limits(language: str, word: str) -> str:
        return f"{numeral(low, language)} {word} {numeral(high, language)}"

    return Saying(
        nl=f"Na de overgang ligt de score naar schatting {numeral(size, 'nl')} {'hoger' if up else 'lager'} "
        f"({percentage(interval.level, 'nl')}-interval van {limits('nl', 'tot')}; p {_sign(p)}{p_value(p, 'nl')}).",
        en=f"After the change the score is estimated {numeral(size)} {'higher' if up else 'lower'} "
        f"({percentage(interval.level)} interval from {limits('en', 'to')}; p {_sign(p)}{p_value(p)}).",
    )


def _sign(p: float) -> str:
    return "" if p < 0.0001 else "= "


def _assumed(memory: float, *, lines: int) -> Saying:
    course = (
        ("de trend een rechte lijn is", "the trend is a straight line")
        if lines
        else ("de scores niet al stegen of daalden", "the scores were not already rising or falling")
    )
    return Saying(
        nl=f"Dit klopt alleen als {course[0]}, de afwijkingen ongeveer normaal en in elke fase even groot zijn, en de "
        f"samenhang met de vorige score (hier {numeral(memory, 'nl', 2)}) geleidelijk uitdooft.",
        en=f"This holds only if {course[1]}, deviations are near normal and equally large in each phase, and the link "
        f"with the score before (here {numeral(memory, 'en', 2)}) fades gradually.",
    )


def _measured(*, lines: int) -> Saying:
    none, _, strong = CALLED[lines]
    return Saying(
        nl="In nagemaakte reeksen zonder effect (40 scores) zag dit model toch een effect in "
        f"{percentage(none, 'nl', 1)} zonder en {percentage(strong, 'nl', 1)} met sterke samenhang tussen de scores; "
        "bedoeld is hoogstens 5%.",
        en="In made-up series without an effect (40 scores) this model still saw one in "
        f"{percentage(none, 'en', 1)} without and {percentage(strong, 'en', 1)} with strong links between scores; "
        "5% at most is intended.",
    )
