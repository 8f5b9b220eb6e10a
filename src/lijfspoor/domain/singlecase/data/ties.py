"""When two numbers are the same: ties are compared with the data's resolution, never by round-off."""

import numpy as np

from lijfspoor.domain.singlecase.data.series import Floats

SLACK = 1e-10


def tie_slack(*parts: Floats, scale: float | None = None) -> float:
    """How far apart two numbers computed from these scores may be and still count as equal.

    `scale` defaults to the largest absolute score; the slack is that scale times 1e-10: far above the round-off of a
    few thousand additions, far below the step of any instrument.
    """
    if scale is None:
        scale = max((float(np.max(np.abs(part))) for part in parts if part.size), default=0.0)
    return scale * SLACK


def sign_with_ties(differences: Floats, slack: float) -> Floats:
    """The sign of each difference, 0 where it is within the slack."""
    return np.sign(np.where(np.abs(differences) <= slack, 0.0, differences))
