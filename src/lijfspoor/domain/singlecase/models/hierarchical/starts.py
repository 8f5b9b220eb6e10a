"""Where a descent begins: a coarse look over correlations, sizes and spreads, and the lowest dips in it.

Likelihoods of several small cases have more than one top: dependence over time, differences between cases and spread
per phase explain the same scores. One start finds one top.
"""

from collections.abc import Iterator

import numpy as np

from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.models.hierarchical.likelihood import Profile

SIZES = (0.25, 1.0, 4.0, 16.0)
TINY = 0.03
GRID_CORRELATIONS = (-0.5, -0.2, 0.05, 0.3, 0.55, 0.8, 0.95, 0.985)
CONTINUOUS_CORRELATIONS = (1e-4, 0.02, 0.1, 0.3, 0.55, 0.8, 0.95, 0.985)
LOG_SPREADS = (-0.7, -0.3, 0.3, 0.7)
MOST_STARTS = 8
FEWEST_STARTS = 3
SMALL = 3000
HOPELESS = 12.0


def _diagonals(profile: Profile) -> list[int]:
    found, start = [], 0
    for place in profile.problem.places:
        rows, columns = place.lower
        found += [start + int(index) for index in np.flatnonzero(rows == columns)]
        start += place.entries
    return found


def starts(profile: Profile) -> Iterator[Floats]:
    """The lowest dips along the grid of correlations, for each family of sizes and each spread; each improved."""
    families = [(family, spread) for family in _families(profile) for spread in _spreads(profile)]
    dips = [dip for family, spread in families for dip in _dips(profile, family, spread)]
    most = MOST_STARTS if profile.problem.rows <= SMALL else FEWEST_STARTS
    ranked = sorted(dips, key=lambda dip: dip[0])[:most]
    for value, parameters in ranked:
        if value <= ranked[0][0] + HOPELESS:
            yield _improve_each(profile, parameters, value)


def _families(profile: Profile) -> list[list[Floats]]:
    """Sets of random parameters to try: next to none, all of one size, and one effect at a time."""
    diagonals = _diagonals(profile)
    bare = np.zeros(profile.random)
    if not diagonals:
        return [[bare]]
    tiny, even = bare.copy(), []
    tiny[diagonals] = TINY
    for size in SIZES:
        same = bare.copy()
        same[diagonals] = size
        even.append(same)
    families = [[tiny], even]
    for index in diagonals if len(diagonals) > 1 else ():
        alone = []
        for size in SIZES[1:]:
            one = tiny.copy()
            one[index] = size
            alone.append(one)
        families.append(alone)
    return families


def _spreads(profile: Profile) -> tuple[float, ...]:
    return (0.0,) if len(profile.problem.model.strata) == 1 else (0.0, *LOG_SPREADS)


def _dips(profile: Profile, family: list[Floats], spread: float) -> list[tuple[float, Floats]]:
    """Along the grid of correlations, the places that are no worse than their neighbours."""
    best = [_best_of(profile, family, free, spread) for free in _correlations(profile)]
    padded = [np.inf, *(value for value, _ in best), np.inf]
    return [
        (value, parameters)
        for index, (value, parameters) in enumerate(best)
        if value <= padded[index] and value <= padded[index + 2]
    ]


def _correlations(profile: Profile) -> list[float]:
    rhythm = profile.problem.rhythm
    if not rhythm.parameters:
        return [0.0]
    grid = GRID_CORRELATIONS if rhythm.on_grid else CONTINUOUS_CORRELATIONS
    return [rhythm.free(correlation) for correlation in grid]


def _best_of(profile: Profile, family: list[Floats], free: float, spread: float) -> tuple[float, Floats]:
    rhythm = profile.problem.rhythm
    tail = np.r_[[free] * rhythm.parameters, [spread] * (profile.residual - rhythm.parameters)]
    tried = [np.concatenate([random, tail]) for random in family]
    values = [profile.value(parameters) for parameters in tried]
    best = int(np.argmin(values))
    return values[best], tried[best]


def _improve_each(profile: Profile, start: Floats, value: float) -> Floats:
    """Set each random standard deviation and each spread in turn to the best of a few, when there are several."""
    diagonals, best = _diagonals(profile), start.copy()
    spreads = range(profile.random + profile.problem.rhythm.parameters, profile.size)
    choices = [(index, (TINY, *SIZES)) for index in diagonals if len(diagonals) > 1]
    choices += [(index, (0.0, *LOG_SPREADS)) for index in spreads if len(spreads) > 1]
    for index, options in choices:
        for option in options:
            tried = best.copy()
            tried[index] = option
            if (reached := profile.value(tried)) < value:
                best, value = tried, reached
    return best
