"""Scores and times brought between -1 and 1 by a power of two, which is exact, so that no product of them overflows."""

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.series import Floats

Powers = npt.NDArray[np.int32]


def powers_of_two(*sides: Floats) -> Powers:
    """Per row the power of two just above the largest absolute number of these sides, shape (k,)."""
    largest = np.max([np.abs(side).max(axis=1) for side in sides], axis=0)
    return np.asarray(np.frexp(largest)[1], dtype=np.int32)


def scaled_down(side: Floats, powers: Powers) -> Floats:
    """Divide each row by two to its power, exactly."""
    return np.asarray(np.ldexp(side, -powers[:, np.newaxis]))
