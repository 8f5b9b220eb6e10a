"""The AB sequences of one case by the row on which B begins."""

import numpy as np

from lijfspoor.domain.singlecase.designs.ranks import Ranked
from lijfspoor.domain.singlecase.designs.scheme import Codes


def start_options(scheme: Ranked, starts: tuple[int, ...]) -> Codes:
    """Return the sequence for each start (a row counted from 1) as the scheme gives it, shape (starts, size)."""
    begins = np.array(starts, dtype=np.int64)[:, np.newaxis] - 1
    codes = (np.arange(scheme.size) >= begins).astype(np.int8)
    return np.stack([scheme.settle(row) for row in codes])
