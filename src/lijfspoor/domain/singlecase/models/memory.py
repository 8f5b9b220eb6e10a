"""Errors with a memory that fades: the correlation of two scores is exp(-rate) to the power of the time between them.

R_ij = sign^g exp(-rate g), g the gap between rows i and j (a whole number where the sign is negative). Such errors are
a Markov chain: given the score before, the ones further back say nothing. So R = (L'L)^-1 with L two-banded, and every
quantity costs O(n): row i of L v is (v_i - rho_i v_(i-1)) / s_i, rho_i the correlation with the row before,
s_i^2 = 1 - rho_i^2; log |R| = sum log s_i^2.
"""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lijfspoor.domain.singlecase.data.series import Floats

FAINTEST = 0.05


@dataclass(frozen=True, eq=False)
class Memory:
    """`gaps`: time from each row to the next, shape (n - 1,); `rate` 0 < rate <= infinity; `sign` 1 or -1."""

    gaps: Floats
    rate: float
    sign: float = 1.0

    @cached_property
    def rho(self) -> Floats:
        """The correlation of each row with the row before, shape (n - 1,)."""
        return self.signs * np.exp(-self.rate * self.gaps)

    @cached_property
    def signs(self) -> Floats:
        """The sign of the correlation over each gap."""
        if self.sign > 0:
            return np.ones(len(self.gaps))
        return np.asarray(1.0 - 2.0 * np.mod(np.rint(self.gaps), 2.0))

    @cached_property
    def variances(self) -> Floats:
        """s^2 of each row but the first: what is new in it, as a share of the variance."""
        return -np.expm1(-2.0 * self.rate * self.gaps)

    @cached_property
    def log_det(self) -> float:
        """log |R|."""
        return float(np.sum(np.log(self.variances)))

    @cached_property
    def steps_by_log_rate(self) -> Floats:
        """The derivative of rho by log rate."""
        return -self.rate * self.gaps * self.rho if np.isfinite(self.rate) else np.zeros(len(self.gaps))

    @cached_property
    def steps_by_usual(self) -> Floats:
        """The derivative of rho by the correlation, sign aside, over the usual gap.

        Where that correlation is below `FAINTEST` the gaps keep the weights they have there: otherwise, at no memory at
        all, the one shortest gap would count and the others not.
        """
        usual = float(np.median(self.gaps))
        rate = min(self.rate, -math.log(FAINTEST) / usual)
        return np.asarray(self.signs * self.gaps / usual * np.exp(-rate * (self.gaps - usual)))

    def whiten(self, columns: Floats) -> Floats:
        """L times columns, shape (n, k): rows that no longer depend on each other."""
        fresh = np.empty_like(columns)
        fresh[0] = columns[0]
        fresh[1:] = (columns[1:] - self.rho[:, None] * columns[:-1]) / np.sqrt(self.variances)[:, None]
        return fresh

    def whiten_step(self, columns: Floats, fresh: Floats, steps: Floats) -> Floats:
        """How `whiten` changes when rho changes by `steps`; `fresh` is the whitened columns."""
        change = np.zeros_like(columns)
        spread = np.sqrt(self.variances)
        pull = self.rho * steps / spread
        change[1:] = (pull[:, None] * fresh[1:] - steps[:, None] * columns[:-1]) / spread[:, None]
        return change

    def log_det_step(self, steps: Floats) -> float:
        """How log |R| changes when rho changes by `steps`."""
        return float(np.sum(-2.0 * self.rho * steps / self.variances))
