"""From a written-down model to a problem: checked, scaled, made orthonormal, sorted into blocks of equal shape."""

from collections.abc import Sequence

import numpy as np
from scipy.linalg import qr

from lijfspoor.domain.singlecase.data.saying import Refused, refuse
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.models.hierarchical.problem import Batch, Level, MixedModel, Place, Problem
from lijfspoor.domain.singlecase.models.hierarchical.rhythm import Ints, make_rhythm

RANK_SLACK = 1e-9
FLAT_SLACK = 1e-11
LARGEST = 1e140


def make_problem(model: MixedModel) -> Problem:
    """Sort, scale and check a model.

    Raises Refused: "fewer-scores-than-terms", "terms-not-separable" (a fixed term that the others already say),
    "perfect-fit", "one-case" (random effects with one unit only), and those of `make_rhythm`.
    """
    _check_size(model)
    order, batches = _sorted_blocks(model)
    fixed, triangle = _orthonormal(model.fixed[order], model.names)
    ordinary, residual, unit = _brought_to_size(model.scores[order], fixed)
    effects, scales, places = _random_columns(model, order)
    return Problem(
        model=model,
        order=order,
        scores=residual,
        unit=unit,
        ordinary=ordinary,
        fixed=fixed,
        triangle=triangle,
        effects=effects,
        effect_scale=scales,
        places=places,
        batches=batches,
        rhythm=make_rhythm(model.correlation, model.times[order], model.series[order]),
        stratum=model.stratum[order],
        counts=np.bincount(model.stratum, minlength=len(model.strata)).astype(np.float64),
    )


def _brought_to_size(scores: Floats, fixed: Floats) -> tuple[Floats, Floats, float]:
    """Ordinary least squares on the orthonormal columns: coefficients, residuals of size 1, and their unit."""
    largest = float(np.max(np.abs(scores)))
    if largest == 0:
        raise perfect_fit()
    shares = scores / largest
    ordinary = fixed.T @ shares
    residual = shares - fixed @ ordinary
    spread = float(np.sqrt(np.mean(residual**2)))
    if not spread > FLAT_SLACK:
        raise perfect_fit()
    check_magnitude(largest * spread)
    return largest * ordinary, residual / spread, largest * spread


def _check_size(model: MixedModel) -> None:
    rows, terms = model.fixed.shape
    if rows <= terms:
        raise refuse(
            "fewer-scores-than-terms",
            nl=f"Er zijn {rows} scores voor {terms} vaste effecten; dat zijn er te weinig.",
            en=f"There are {rows} scores for {terms} fixed effects, which is too few.",
        )
    if model.levels and len(np.unique(model.levels[0].group)) < 2:
        raise refuse(
            "one-case",
            nl="Er is maar één casus; hoe casussen verschillen is dan niet te schatten.",
            en="There is one case only, so how cases differ cannot be estimated.",
        )


def perfect_fit() -> Refused:
    """The refusal for a model that leaves nothing to estimate uncertainty from."""
    return refuse(
        "perfect-fit",
        nl="Het model past precies op de scores; er blijft geen spreiding over om onzekerheid uit te schatten.",
        en="The model fits the scores exactly, so no spread is left to estimate uncertainty from.",
    )


def check_magnitude(unit: float) -> None:
    """Raise Refused "number-too-large" when the square of a spread leaves the range of the machine."""
    if not 1 / LARGEST < unit < LARGEST:
        raise refuse(
            "number-too-large",
            nl="De scores of tijden zijn te groot of te klein om mee te rekenen. Gebruik een andere eenheid.",
            en="The scores or times are too large or too small to compute with. Use another unit.",
        )


def _sorted_blocks(model: MixedModel) -> tuple[Ints, tuple[Batch, ...]]:
    """Order rows by size of block, block, series and time; list runs of blocks with equal size."""
    outer = model.levels[0].group if model.levels else model.series
    _, block, sizes = np.unique(outer, return_inverse=True, return_counts=True)
    order = np.lexsort((model.times, model.series, block, sizes[block]))
    batches, start = [], 0
    for size, count in zip(*np.unique(sizes, return_counts=True), strict=True):
        batches.append(Batch(start, int(count), int(size)))
        start += int(count) * int(size)
    return order.astype(np.intp), tuple(batches)


def _orthonormal(fixed: Floats, names: Sequence[str]) -> tuple[Floats, Floats]:
    """X = Q R, columns centred (when the first is the intercept) and scaled before: any clock and unit is as good."""
    centred = fixed.shape[1] > 0 and bool(np.all(fixed[:, 0] == 1))
    centre = fixed.mean(axis=0) if centred else np.zeros(fixed.shape[1])
    centre[:1] = 0.0
    scale = np.max(np.abs(fixed - centre), axis=0)
    lost = scale <= RANK_SLACK * np.max(np.abs(fixed), axis=0)
    scale[lost] = 1.0
    basis, triangle = qr((fixed - centre) / scale, mode="economic")
    lost |= np.abs(np.diag(triangle)) <= RANK_SLACK * np.linalg.norm(triangle, axis=0)
    if lost.any():
        raise _shadow(names[int(np.flatnonzero(lost)[0])])
    shift = np.eye(len(names))
    shift[0, 1:] = centre[1:]
    return basis, (triangle * scale) @ shift if centred else triangle * scale


def _shadow(term: str) -> Refused:
    return refuse(
        "terms-not-separable",
        nl=f"De term {term} is met deze metingen niet te schatten: de andere termen zeggen al hetzelfde.",
        en=f"The term {term} cannot be estimated from these measurements: the other terms already say the same.",
    )


def _random_columns(model: MixedModel, order: Ints) -> tuple[Floats, tuple[Floats, ...], tuple[Place, ...]]:
    """Set every level's columns side by side: one copy for the outermost, one per unit of the block for inner ones."""
    columns, scales, places, start = [], [], [], 0
    for depth, level in enumerate(model.levels):
        values = level.columns[order]
        scale = np.sqrt(np.mean(values**2, axis=0))
        scale[scale == 0] = 1.0
        unit = np.zeros(len(order), dtype=np.intp) if depth == 0 else _unit_in_block(model, level, order)
        place = Place(start, values.shape[1], int(unit.max()) + 1)
        spread = np.zeros((len(order), place.copies, place.size))
        spread[np.arange(len(order)), unit] = values / scale
        columns.append(spread.reshape(len(order), -1))
        scales.append(scale)
        places.append(place)
        start += place.copies * place.size
    effects = np.hstack(columns) if columns else np.zeros((len(order), 0))
    return effects, tuple(scales), tuple(places)


def _unit_in_block(model: MixedModel, level: Level, order: Ints) -> Ints:
    """Number the inner units within their block: 0, 1, ..."""
    outer, inner = model.levels[0].group[order], level.group[order]
    pairs, which = np.unique(np.column_stack([outer, inner]), axis=0, return_inverse=True)
    opening = np.r_[True, pairs[1:, 0] != pairs[:-1, 0]]
    rank = np.arange(len(pairs)) - np.maximum.accumulate(np.where(opening, np.arange(len(pairs)), 0))
    return np.asarray(rank[which.reshape(-1)], dtype=np.intp)
