"""The randomisation test: how many of the assignments that could have been drawn give a result at least as extreme.

p = the share of assignments whose statistic is at least as extreme as the observed one, which is among them; with drawn
assignments (c + 1)/(P + 1), so that p is never 0 (Edgington & Onghena 2007; Phipson & Smyth 2010,
doi:10.2202/1544-6115.1585). Values within 1e-12 times the scale count as equal. Two-sided: twice the smaller of the
two one-sided shares, at most 1, so that the sign is kept and test and interval agree. A missing score keeps its place
and statistics skip it; an assignment without a computable statistic counts as extreme (the randomised-marker rule: De,
Michiels, Tanious & Onghena 2020, doi:10.3758/s13428-020-01372-0).

Valid whatever the dependence of the scores, because only the drawing is random. Dispute: it says nothing about clients
or moments that were not part of the drawing, and a design with few assignments cannot reach a small p.

Worked example: scores 1, 2, 3, 7, 8, 9, B begins at row 3, 4 or 5 and did at row 4: mean differences 5.25, 6, 5.25; the
observed 6 is the largest of 3: p = 1/3, the smallest this design can reach.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from lijfspoor.domain.singlecase.data.saying import Saying, refuse
from lijfspoor.domain.singlecase.data.series import Case, Floats, Improvement
from lijfspoor.domain.singlecase.randomisation.catalogue import statistic_named
from lijfspoor.domain.singlecase.randomisation.reference import (
    Combine,
    Design,
    Drawing,
    Reference,
    combined,
    not_computable,
    reference_for,
)
from lijfspoor.domain.singlecase.randomisation.remarks import remarks_on
from lijfspoor.domain.singlecase.randomisation.statistic import Statistic

LARGEST = 1e307


class Tail(StrEnum):
    """What counts as extreme: B better, higher, lower, either, or a larger value of a statistic without a sign."""

    BETTER = "better"
    HIGHER = "higher"
    LOWER = "lower"
    EITHER = "either"
    LARGER = "larger"


@dataclass(frozen=True, slots=True)
class RandomisationTest:
    """The outcome of one randomisation test.

    `observed` the statistic, combined over the cases, `per_case` that of each; `p` in the direction of `tail`;
    `p_higher`, `p_lower` both one-sided shares (None for a statistic without a sign); `admissible` assignments of the
    design, `compared` with how many, `exact` whether that is all; `smallest_p` that the design can reach in this
    direction; `mean`, `sd` of the statistic over the assignments (divisor n - 1); `without_value`: assignments
    without a computable statistic, counted as extreme; `turned`: scores of cases that should fall were negated.
    """

    statistic: str
    title: Saying
    observed: float
    per_case: tuple[float, ...]
    tail: Tail
    p: float
    p_higher: float | None
    p_lower: float | None
    admissible: int
    compared: int
    exact: bool
    smallest_p: float
    mean: float
    sd: float
    without_value: int
    turned: bool
    remarks: tuple[Saying, ...]


@dataclass(frozen=True, eq=False)
class Question:
    """What is asked of which data: the cases with their scores turned if need be, the statistic and the assignments."""

    cases: tuple[Case, ...]
    values: tuple[Floats, ...]
    statistic: Statistic
    tail: Tail
    reference: Reference
    turned: bool
    combine: Combine | None = None


def randomisation_test(
    cases: Case | Sequence[Case],
    design: Design,
    statistic: str | Statistic = "mean-difference",
    *,
    tail: Tail | str = Tail.BETTER,
    a: str | Sequence[str] | None = None,
    b: str | Sequence[str] | None = None,
    combine: Combine | None = None,
    drawing: Drawing | None = None,
) -> RandomisationTest:
    """Test whether the scores of B differ from those of A more than the drawing of the design explains.

    `design`: the scheme the assignment was drawn from, of one series or of several; `a`, `b`: labels of the sides (the
    first label and its likes against all others); `combine`: how the statistics of cases become one (their mean).
    Raises Refused as `reference_for` does, and "no-statistic", "unknown-statistic", "no-direction", "no-cases",
    "number-too-large".
    """
    return answer_question(ask(cases, design, statistic, tail=tail, a=a, b=b, combine=combine, drawing=drawing))


def ask(
    cases: Case | Sequence[Case],
    design: Design,
    statistic: str | Statistic,
    *,
    tail: Tail | str = Tail.BETTER,
    a: str | Sequence[str] | None = None,
    b: str | Sequence[str] | None = None,
    combine: Combine | None = None,
    drawing: Drawing | None = None,
) -> Question:
    """Check what is asked and list or draw the assignments. Raises Refused as `randomisation_test` does."""
    series = (cases,) if isinstance(cases, Case) else tuple(cases)
    if not series:
        raise refuse("no-cases", nl="Er is geen reeks om te toetsen.", en="There is no series to test.")
    _check_magnitude(series)
    asked = statistic_named(statistic)
    turned = len({case.improvement for case in series}) > 1
    values = tuple(-case.values if turned and _falls(case) else case.values for case in series)
    reference = reference_for(series, design, drawing or Drawing(), a, b)
    return Question(series, values, asked, _resolved(Tail(tail), asked, series, turned), reference, turned, combine)


def _check_magnitude(cases: tuple[Case, ...]) -> None:
    """Raise Refused "number-too-large" where a sum of scores would leave the range of the machine."""
    for case in cases:
        if case.size * float(np.max(np.abs(case.values[case.present]), initial=0.0)) > LARGEST:
            raise refuse(
                "number-too-large",
                nl="De scores zijn te groot om mee te rekenen. Gebruik een andere eenheid.",
                en="The scores are too large to compute with. Use another unit.",
            )


def _falls(case: Case) -> bool:
    return case.improvement is Improvement.DECREASE


def _resolved(tail: Tail, statistic: Statistic, cases: tuple[Case, ...], turned: bool) -> Tail:
    if statistic.sign == 0:
        if tail in (Tail.HIGHER, Tail.LOWER):
            raise refuse(
                "no-direction",
                nl=f"De maat {statistic.title.nl} heeft geen teken en kan geen richting toetsen.",
                en=f"The statistic {statistic.title.en} has no sign and cannot test a direction.",
            )
        return Tail.LARGER
    if tail is Tail.LARGER:
        return Tail.HIGHER if statistic.sign > 0 else Tail.LOWER
    if tail is Tail.BETTER:
        return Tail.LOWER if _falls(cases[0]) and not turned else Tail.HIGHER
    return tail


def answer_question(question: Question) -> RandomisationTest:
    """Answer what was asked. Raises Refused "no-statistic" when the observed assignment has none."""
    reference, statistic = question.reference, question.statistic
    per_case, found = reference.with_observed(statistic, question.values, question.combine)
    observed = combined(per_case, question.combine)
    if not np.isfinite(observed):
        raise not_computable()
    counts = at_least(found, observed, statistic.slack(question.cases, found))
    p_higher, p_lower = (count / len(found) for count in (counts if statistic.sign >= 0 else counts[::-1]))
    known = found[~np.isnan(found)]
    smallest = _smallest(question.tail, reference, len(found))
    return RandomisationTest(
        statistic=statistic.name,
        title=statistic.title,
        observed=observed,
        per_case=tuple(per_case.tolist()),
        tail=question.tail,
        p=_p(question.tail, p_higher, p_lower),
        p_higher=p_higher if statistic.sign else None,
        p_lower=p_lower if statistic.sign else None,
        admissible=reference.admissible,
        compared=len(found),
        exact=reference.exact,
        smallest_p=smallest,
        mean=float(known.mean()),
        sd=_spread(known),
        without_value=len(found) - len(known),
        turned=question.turned,
        remarks=remarks_on(reference, smallest, len(found) - len(known), turned=question.turned),
    )


def _spread(found: Floats) -> float:
    """Standard deviation (divisor n - 1), also of numbers whose squares would overflow."""
    largest = float(np.max(np.abs(found)))
    return largest * float(np.std(found / largest, ddof=1)) if len(found) > 1 and largest > 0 else 0.0


def at_least(found: Floats, observed: float, slack: float) -> tuple[int, int]:
    """How many assignments are at least as high as observed, and at least as low; those without a value are both."""
    below, above = np.count_nonzero(found < observed - slack), np.count_nonzero(found > observed + slack)
    return len(found) - int(below), len(found) - int(above)


def _p(tail: Tail, p_higher: float, p_lower: float) -> float:
    if tail is Tail.EITHER:
        return min(1.0, 2 * min(p_higher, p_lower))
    return p_lower if tail is Tail.LOWER else p_higher


def _smallest(tail: Tail, reference: Reference, compared: int) -> float:
    sides = 2 if tail is Tail.EITHER else 1
    return min(1.0, sides / min(compared, reference.admissible))
