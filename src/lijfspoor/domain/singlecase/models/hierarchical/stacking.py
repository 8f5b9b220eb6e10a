"""The rows of several cases under each other, with one column per term that any of them has."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Case, Floats
from lijfspoor.domain.singlecase.models.hierarchical.rhythm import Ints
from lijfspoor.domain.singlecase.models.piecewise import (
    INTERCEPT,
    TREND,
    Against,
    LinearModel,
    Parameterisation,
    piecewise_model,
)


@dataclass(frozen=True, eq=False)
class Stacked:
    """Rows with a score of all cases: `matrix` (N, p) by `names`; `case` and `phase` number each row's."""

    names: tuple[str, ...]
    matrix: Floats
    scores: Floats
    times: Floats
    case: Ints
    phase: Ints
    labels: tuple[str, ...]

    def columns(self, names: Sequence[str]) -> Floats:
        """The columns of some terms, shape (N, len(names))."""
        return self.matrix[:, [self.names.index(name) for name in names]]


def stacked(
    cases: Sequence[Case],
    parameterisation: Parameterisation | str = Parameterisation.W,
    against: Against | str = Against.FIRST,
    *,
    trend: bool = True,
    level: bool = True,
    slope: bool = True,
) -> Stacked:
    """Set cases under each other; a phase a case does not have is 0 there, rows without a score are left out.

    Raises Refused: "no-scores", "one-phase" (no case has a second phase).
    """
    if not cases or not any(case.present.any() for case in cases):
        raise refuse("no-scores", nl="Geen enkele casus heeft een score.", en="No case has a score.")
    if all(len(case.spells) == 1 for case in cases) and (level or slope):
        raise refuse(
            "one-phase",
            nl="Geen enkele casus heeft een tweede fase; er is niets om mee te vergelijken.",
            en="No case has a second phase; there is nothing to compare with.",
        )
    models = [_rows_of(case, parameterisation, against, trend, level, slope) for case in cases]
    names = _all_terms(models)
    labels = tuple(dict.fromkeys(label for case in cases for label in case.labels))
    phases = [np.array([labels.index(label) for label in case.phases])[case.present] for case in cases]
    return Stacked(
        names=names,
        matrix=np.vstack([_spread_out(model, names) for model in models]),
        scores=np.concatenate([model.values for model in models]),
        times=np.concatenate([model.times for model in models]),
        case=np.repeat(np.arange(len(models)), [len(model.values) for model in models]),
        phase=np.concatenate(phases).astype(np.intp),
        labels=labels,
    )


def _rows_of(
    case: Case, way: Parameterisation | str, against: Against | str, trend: bool, level: bool, slope: bool
) -> LinearModel:
    changes = len(case.spells) > 1
    return piecewise_model(case, way, against, trend=trend, level=level and changes, slope=slope and changes).scored()


def _all_terms(models: Sequence[LinearModel]) -> tuple[str, ...]:
    """Intercept, trend, level changes, slope changes; phases in the order they first appear."""
    seen = dict.fromkeys(name for model in models for name in model.names)
    return tuple(sorted(seen, key=lambda name: (name != INTERCEPT, name != TREND, name.startswith("inter"))))


def _spread_out(model: LinearModel, names: tuple[str, ...]) -> Floats:
    if model.names == names:
        return model.matrix
    wide = np.zeros((len(model.values), len(names)))
    wide[:, [names.index(name) for name in model.names]] = model.matrix
    return wide
