"""What a design offers a randomisation test: the label sequences it could have drawn, for one series or for several."""

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.saying import Refused, Saying

Codes = npt.NDArray[np.int8]
"""Label sequences, one per line: shape (k, n), each number an index into `Scheme.labels`."""

Picks = npt.NDArray[np.int64]
"""Choices for several series at once: shape (k, cases), each number an index into that case's own options."""

CHUNK = 65536


@runtime_checkable
class Scheme(Protocol):
    """The admissible label sequences of one series of `size` rows; every one is equally likely to be drawn."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that the codes index into."""
        ...

    @property
    def size(self) -> int:
        """How many rows the series has."""
        ...

    def count(self) -> int:
        """How many sequences are admissible, by formula: nothing is listed."""
        ...

    def enumerate(self, chunk: int = CHUNK) -> Iterator[Codes]:
        """Give every admissible sequence once, in a stable order, at most `chunk` lines of `size` codes at a time."""
        ...

    def draw(self, rng: np.random.Generator, k: int) -> Codes:
        """Draw `k` sequences independently and uniformly, shape (k, size), without rejecting any."""
        ...

    def admits(self, codes: npt.ArrayLike) -> bool:
        """Say whether one sequence of `size` codes is admissible."""
        ...

    def refusal(self, codes: npt.ArrayLike) -> Saying | None:
        """Say why a sequence is not admissible; None when it is."""
        ...

    def settle(self, codes: npt.ArrayLike) -> Codes:
        """Return an admissible sequence as `enumerate` gives it: where a scheme marks rows, with those rows marked."""
        ...


class JointScheme(Protocol):
    """The admissible choices for several series together; every one is equally likely to be drawn."""

    @property
    def schemes(self) -> tuple[Scheme, ...]:
        """Per case the scheme of its own series."""
        ...

    @property
    def options(self) -> tuple[Codes, ...]:
        """Per case the label sequences it can get, shape (options of the case, rows of the case)."""
        ...

    def count(self) -> int:
        """How many joint choices are admissible, by formula: nothing is listed."""
        ...

    def enumerate(self, chunk: int = CHUNK) -> Iterator[Picks]:
        """Give every admissible joint choice once, in a stable order, at most `chunk` lines at a time."""
        ...

    def draw(self, rng: np.random.Generator, k: int) -> Picks:
        """Draw `k` joint choices independently and uniformly, shape (k, cases), without rejecting any."""
        ...

    def admits(self, picks: npt.ArrayLike) -> bool:
        """Say whether one joint choice, an option per case, is admissible."""
        ...

    def find(self, observed: Sequence[npt.ArrayLike]) -> Picks | Refused:
        """Return the joint choice that was made, shape (cases,), or a refusal that says why it is not admissible."""
        ...
