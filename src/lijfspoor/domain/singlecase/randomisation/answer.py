"""The package's default answer to whether a treatment did anything: what the drawing of the design licenses to say.

One test, with its p in the direction that is better for the client; the interval of the effect at the highest level up
to 95 % that the design reaches; and the effect that fits best. It holds whatever the dependence of the scores. Dispute:
a design with few assignments says little, and the answer says so itself rather than lean on a model.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate, Interval
from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Case, Floats
from lijfspoor.domain.singlecase.randomisation import remarks
from lijfspoor.domain.singlecase.randomisation.inversion import Inversion, breakpoints, invert
from lijfspoor.domain.singlecase.randomisation.layout import SIDE_B, WASHED, Layout
from lijfspoor.domain.singlecase.randomisation.reference import (
    Combine,
    Design,
    Drawing,
    Reference,
    combined,
    reference_for,
)
from lijfspoor.domain.singlecase.randomisation.search import candidate_differences, search
from lijfspoor.domain.singlecase.randomisation.statistic import Shape, Statistic
from lijfspoor.domain.singlecase.randomisation.testing import (
    Question,
    RandomisationTest,
    Tail,
    answer_question,
    ask,
    at_least,
)

HIGHEST_LEVEL = 0.95
MOST_LINES = 20_000
FEWER_DRAWS = 1_999


@dataclass(frozen=True, slots=True)
class Answer:
    """What the design itself licenses to say.

    `test`: statistic, p and their direction; `interval`: of the effect in score units (per unit of time for a slope),
    at the level it names, None when the design gives no two limits; `effect`: the size that fits best; `attained`: the
    level exactly reached; `solved`: whether the limits were solved for rather than searched.
    """

    test: RandomisationTest
    interval: Interval | None
    effect: float | None
    attained: float
    solved: bool
    assumptions: tuple[Saying, ...]
    remarks: tuple[Saying, ...]

    @property
    def p(self) -> float:
        """The p value of the test."""
        return self.test.p

    def as_estimate(self) -> Estimate:
        """The answer in the form that all statistics of the package share."""
        test = self.test
        figures = {
            "p": test.p,
            "assignments": float(test.admissible),
            "compared": float(test.compared),
            "smallest_p": test.smallest_p,
            "distribution_mean": test.mean,
            "distribution_sd": test.sd,
            "level_attained": self.attained,
        }
        optional = {"p_higher": test.p_higher, "p_lower": test.p_lower, "effect": self.effect}
        return Estimate(
            statistic=f"randomisation.{test.statistic}",
            value=test.observed,
            interval=self.interval,
            assumes_independence=False,
            figures=figures | {name: figure for name, figure in optional.items() if figure is not None},
            remarks=self.assumptions + self.remarks,
        )


def default_answer(
    cases: Case | Sequence[Case],
    design: Design,
    statistic: str | Statistic = "mean-difference",
    *,
    tail: Tail | str = Tail.BETTER,
    a: str | Sequence[str] | None = None,
    b: str | Sequence[str] | None = None,
    combine: Combine | None = None,
    drawing: Drawing | None = None,
    level: float = HIGHEST_LEVEL,
) -> Answer:
    """Give the design-based answer for one series and its scheme, or for several and their joint scheme.

    `level`: the highest level the interval is wanted at. Raises Refused as `randomisation_test` does.
    """
    question = ask(cases, design, statistic, tail=tail, a=a, b=b, combine=combine, drawing=drawing)
    test = answer_question(question)
    if question.statistic.shape is None:
        return Answer(test, None, None, 0.0, False, remarks.ASSUMPTIONS, (*test.remarks, remarks.NO_INTERVAL_ASKED))
    solvable = question.statistic.linear and combine is None
    counted = question.reference if solvable else _lighter(question, design, a, b, drawing)
    found = _solve(question, test, level) if solvable else _search(replace(question, reference=counted), level)
    return Answer(
        test=test,
        interval=found.interval,
        effect=found.estimate,
        attained=found.attained,
        solved=solvable,
        assumptions=(*remarks.ASSUMPTIONS, *_supposed(question)),
        remarks=(*test.remarks, *_about(found, level, solvable, counted is not question.reference)),
    )


def _supposed(question: Question) -> Iterator[Saying]:
    yield remarks.SAME_SLOPE if question.statistic.shape is Shape.SLOPE else remarks.SAME_SHIFT
    if len(question.cases) > 1:
        yield remarks.SAME_FOR_ALL


def _about(found: Inversion, level: float, solved: bool, drawn: bool) -> Iterator[Saying]:
    if found.interval is None:
        yield remarks.NO_INTERVAL
        return
    said = remarks.level_remark(found.interval.level, level)
    if said:
        yield said
    if not solved:
        yield remarks.SEARCHED
    if drawn:
        yield remarks.DRAWN_FOR_INTERVAL


def effect_of_one(layout: Layout, shape: Shape) -> Floats:
    """An effect of size 1: 1 on side B, or the time since its phase began there. Shape (n,), NaN where missing.

    Rows of washout belong to the condition that follows.
    """
    sides = layout.sides[0]
    rows = np.where(sides != WASHED, np.arange(len(sides)), len(sides) - 1)
    on_b = sides[np.minimum.accumulate(rows[::-1])[::-1]] == SIDE_B
    if shape is Shape.STEP:
        return np.where(layout.present, on_b.astype(np.float64), np.nan)
    changed = np.flatnonzero(np.diff(on_b, prepend=~on_b[:1]))
    begins = layout.times[changed[np.cumsum(np.isin(np.arange(len(on_b)), changed)) - 1]]
    return np.where(layout.present, np.where(on_b, layout.times - begins, 0.0), np.nan)


def _effects(question: Question) -> tuple[Floats, ...]:
    shape = question.statistic.shape or Shape.STEP
    return tuple(effect_of_one(layout, shape) for layout in question.reference.observed)


def _solve(question: Question, test: RandomisationTest, level: float) -> Inversion:
    statistic, reference, sign = question.statistic, question.reference, question.statistic.sign
    found = reference.under_all(statistic, question.values)
    effect = reference.under_all(statistic, _effects(question))
    slack = statistic.slack(question.cases, found)
    return invert(breakpoints(sign * found, sign * effect, sign * test.observed, slack), level)


def _lighter(
    question: Question,
    design: Design,
    a: str | Sequence[str] | None,
    b: str | Sequence[str] | None,
    drawing: Drawing | None,
) -> Reference:
    """The assignments to search with: fewer, drawn ones when a statistic would be computed for very many lines."""
    if question.reference.lines <= MOST_LINES:
        return question.reference
    seed = (drawing or Drawing()).seed
    return reference_for(question.cases, design, Drawing(exact_up_to=0, draws=FEWER_DRAWS, seed=seed), a, b)


def _search(question: Question, level: float) -> Inversion:
    reference, statistic, effects = question.reference, question.statistic, _effects(question)

    def counts(size: float) -> tuple[int, int]:
        values = [scores - size * effect for scores, effect in zip(question.values, effects, strict=True)]
        per_case, found = reference.with_observed(statistic, values, question.combine)
        observed = combined(per_case, question.combine)
        return at_least(statistic.sign * found, statistic.sign * observed, statistic.slack(question.cases, found))

    in_a, in_b = ([getattr(layout, side)[0] for layout in reference.observed] for side in ("in_a", "in_b"))
    spread = max(float(np.ptp(scores[~np.isnan(scores)])) for scores in question.values)
    return search(counts, candidate_differences(question.values, in_b, in_a), reference.total, 3 * spread or 1.0, level)
