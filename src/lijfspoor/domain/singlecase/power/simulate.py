"""One simulated series: noise that remembers, an effect that begins with each phase, scores missing by chance."""

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.designs.layers import Washout
from lijfspoor.domain.singlecase.designs.ranks import Ranked
from lijfspoor.domain.singlecase.designs.scheme import Codes
from lijfspoor.domain.singlecase.power.question import Effect


def ar1(rng: np.random.Generator, series: int, size: int, phi: float) -> Floats:
    """Draw stationary AR(1) noise with variance 1, shape (series, size): e_t = phi e_(t-1) + sqrt(1 - phi^2) z_t."""
    noise = rng.standard_normal((series, size))
    noise[:, 1:] *= np.sqrt(1.0 - phi * phi)
    for row in range(1, size):
        noise[:, row] += phi * noise[:, row - 1]
    return noise


def conditions(scheme: Ranked, codes: Codes) -> npt.NDArray[np.int64]:
    """The condition of each row, shape (rows,): a washout row is under the condition that has just begun."""
    row = codes.astype(np.int64)
    if not isinstance(scheme, Washout):
        return row
    plain = scheme.unmark(row)
    return row if isinstance(plain, Saying) else plain


def rows_into_phase(row: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """How many rows each row lies behind the first of its phase, shape (rows,)."""
    places = np.arange(len(row))
    begins = np.concatenate([[True], row[1:] != row[:-1]])
    return places - np.maximum.accumulate(np.where(begins, places, 0))


def shift(row: npt.NDArray[np.int64], levels: Floats, effect: Effect) -> Floats:
    """How far each row lies above the baseline, shape (rows,), in the unit of `levels`.

    `levels`: per condition its full level, 0 for the baseline; it is reached in a straight line over `effect.onset`
    rows, and conditions other than the baseline rise by `effect.slope` with each row further.
    """
    into = rows_into_phase(row)
    built = np.minimum(1.0, (into + 1) / effect.onset)
    return levels[row] * built + effect.slope * into * (row > 0)
