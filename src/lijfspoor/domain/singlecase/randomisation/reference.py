"""The assignments a test compares with: all that could have been drawn, or the one that was and some drawn anew.

All of them when there are at most `exact_up_to` (250,000 by default); else the observed one and `draws` others (9,999
by default), drawn uniformly from a seed. A statistic is computed once for each option of each case; a joint choice only
looks these up, so that its cost does not grow with the series.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.saying import Refused, Saying, refuse
from lijfspoor.domain.singlecase.data.series import Case, Floats
from lijfspoor.domain.singlecase.designs.joint import Independent
from lijfspoor.domain.singlecase.designs.scheme import Codes, JointScheme, Picks, Scheme
from lijfspoor.domain.singlecase.randomisation.layout import Layout, codes_of, layout_of, sides_of
from lijfspoor.domain.singlecase.randomisation.statistic import Statistic

EXACT_UP_TO = 250_000
DRAWS = 9_999
MOST_OPTIONS = 250_000
NOT_ADMISSIBLE = "not-admissible"

Observed = npt.NDArray[np.int8]

Design = Scheme | JointScheme
Combine = Callable[[Floats], Floats]
"""Combine the statistics of the cases, shape (k, cases), into one, shape (k,); NaN where it has no value."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How the assignments are come by: up to how many are listed, how many are drawn otherwise, and from what seed."""

    exact_up_to: int = EXACT_UP_TO
    draws: int = DRAWS
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Reference:
    """The observed assignment, and all or drawn ones, the observed one among them.

    `options`: per case the sequences it can get; `picks`: shape (k, cases), which option each case has in each
    assignment, None for one case whose options are the assignments; `chosen`: which option each case had, None when
    that was not looked up; `observed`: per case the sequence it had; `admissible`: how many assignments the design has.
    """

    options: tuple[Layout, ...]
    picks: Picks | None
    chosen: tuple[int, ...] | None
    observed: tuple[Layout, ...]
    admissible: int
    exact: bool

    def under_all(self, statistic: Statistic, values: Sequence[Floats], combine: Combine | None = None) -> Floats:
        """The statistic under every assignment, combined over the cases (their mean unless said otherwise)."""
        return self._joined(_tables(statistic, self.options, values), combine)

    def with_observed(
        self, statistic: Statistic, values: Sequence[Floats], combine: Combine | None = None
    ) -> tuple[Floats, Floats]:
        """The statistic of each case under the assignment it had, shape (cases,), and `under_all`."""
        tables = _tables(statistic, self.options, values)
        if self.chosen is None:
            had = np.concatenate(_tables(statistic, self.observed, values))
        else:
            had = np.array([table[option] for table, option in zip(tables, self.chosen, strict=True)])
        return had, self._joined(tables, combine)

    def _joined(self, tables: list[Floats], combine: Combine | None) -> Floats:
        if self.picks is None and combine is None:
            return tables[0]
        columns = [table if self.picks is None else table[self.picks[:, case]] for case, table in enumerate(tables)]
        return _mean(columns) if combine is None else np.asarray(combine(np.stack(columns, axis=1)), dtype=np.float64)

    @property
    def total(self) -> int:
        """How many assignments are compared with, the observed one included."""
        return len(self.options[0].codes if self.picks is None else self.picks)

    @property
    def lines(self) -> int:
        """How many label sequences a statistic is computed for."""
        return sum(len(layout.codes) for layout in self.options)


def _tables(statistic: Statistic, layouts: Sequence[Layout], values: Sequence[Floats]) -> list[Floats]:
    return [_table(statistic, layout, one) for layout, one in zip(layouts, values, strict=True)]


def _table(statistic: Statistic, layout: Layout, values: Floats) -> Floats:
    found = np.concatenate([statistic.compute(part, values) for part in layout.parts()])
    return np.where(np.isfinite(found), found, np.nan)


def _mean(columns: list[Floats]) -> Floats:
    total = columns[0]
    for column in columns[1:]:
        total = total + column
    return total / len(columns)


def combined(found: Floats, combine: Combine | None = None) -> float:
    """The statistics of the cases, shape (cases,), as one number."""
    return float(_mean(list(found)) if combine is None else combine(found[None, :])[0])


def reference_for(
    cases: Sequence[Case],
    design: Design,
    drawing: Drawing,
    a: str | Sequence[str] | None = None,
    b: str | Sequence[str] | None = None,
) -> Reference:
    """List or draw the assignments of a design for these cases.

    Raises Refused: "not-admissible" with the design's reason when the observed assignment could not have been drawn;
    "other-number-of-cases", "other-length", "label-not-in-design", "one-phase", "label-on-both-sides".
    """
    # asking for the attribute is many times faster than asking for the protocol
    single = None if hasattr(design, "schemes") else design
    schemes = cast(JointScheme, design).schemes if single is None else (single,)
    if len(schemes) != len(cases):
        raise refuse(
            "other-number-of-cases",
            nl=f"De opzet is voor {len(schemes)} reeksen en er zijn er {len(cases)}.",
            en=f"The design is for {len(schemes)} series and there are {len(cases)}.",
        )
    read = [codes_of(case, scheme.labels, scheme.size) for case, scheme in zip(cases, schemes, strict=True)]
    assigned = _joint(cast(JointScheme, design), read, drawing) if single is None else _single(single, read[0], drawing)
    settled = [scheme.settle(codes) for scheme, codes in zip(schemes, read, strict=True)]
    sides = [sides_of(scheme.labels, a, b) for scheme in schemes]
    return Reference(
        options=tuple(layout_of(*each) for each in zip(cases, assigned.options, sides, strict=True)),
        picks=assigned.picks,
        chosen=assigned.chosen,
        observed=tuple(layout_of(*each) for each in zip(cases, settled, sides, strict=True)),
        admissible=design.count(),
        exact=design.count() <= drawing.exact_up_to,
    )


@dataclass(frozen=True, eq=False)
class Assigned:
    """The options, picks and chosen options of a reference."""

    options: tuple[Codes, ...]
    picks: Picks | None = None
    chosen: tuple[int, ...] | None = None


def _single(scheme: Scheme, observed: Observed, drawing: Drawing) -> Assigned:
    why = scheme.refusal(observed)
    if why is not None:
        raise Refused(NOT_ADMISSIBLE, why)
    if scheme.count() <= drawing.exact_up_to:
        return Assigned((np.concatenate(list(scheme.enumerate())),))
    drawn = scheme.draw(np.random.default_rng(drawing.seed), drawing.draws)
    return Assigned((np.concatenate([scheme.settle(observed)[None, :], drawn]),), chosen=(0,))


def _joint(design: JointScheme, observed: Sequence[Observed], drawing: Drawing) -> Assigned:
    if isinstance(design, Independent) and any(scheme.count() > MOST_OPTIONS for scheme in design.schemes):
        return _unlisted(design, observed, drawing)
    found = design.find(observed)
    if isinstance(found, Refused):
        raise found
    options, chosen = tuple(design.options), tuple(np.ravel(found).tolist())
    if design.count() <= drawing.exact_up_to:
        return Assigned(options, np.concatenate(list(design.enumerate())), chosen)
    drawn = design.draw(np.random.default_rng(drawing.seed), drawing.draws)
    return Assigned(options, np.concatenate([np.reshape(found, (1, -1)), drawn]), chosen)


def _unlisted(design: Independent, observed: Sequence[Observed], drawing: Drawing) -> Assigned:
    """Draw the sequences themselves where a case has too many to list; assignment k is line k of every case."""
    for scheme, codes in zip(design.schemes, observed, strict=True):
        why = scheme.refusal(codes)
        if why is not None:
            raise Refused(NOT_ADMISSIBLE, why)
    drawn = design.draw_codes(np.random.default_rng(drawing.seed), drawing.draws)
    lines = [
        np.concatenate([scheme.settle(codes)[None, :], more])
        for scheme, codes, more in zip(design.schemes, observed, drawn, strict=True)
    ]
    picks = np.repeat(np.arange(drawing.draws + 1)[:, None], len(lines), axis=1)
    return Assigned(tuple(lines), picks, (0,) * len(lines))


def not_computable() -> Refused:
    """The refusal when the observed assignment has no statistic."""
    return Refused(
        "no-statistic",
        Saying(
            nl="De maat is voor deze reeks niet te berekenen: een fase heeft te weinig scores of geen spreiding.",
            en="The statistic cannot be computed for this series: a phase has too few scores or no spread.",
        ),
    )
