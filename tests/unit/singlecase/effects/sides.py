"""Short ways to make a contrast, to compare numbers and to read the code of a refusal."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Contrast, Improvement

Numbers = Sequence[float] | npt.NDArray[np.float64]
UP, DOWN = Improvement.INCREASE, Improvement.DECREASE


def two(a: Numbers, b: Numbers, better: Improvement = UP) -> Contrast:
    """A phase and the next, measured at 1, 2, 3, ..."""
    first, second = np.array(a, dtype=float), np.array(b, dtype=float)
    times = np.arange(1.0, len(a) + len(b) + 1)
    return Contrast(first, second, times[: len(a)], times[len(a) :], better)


def close(value: float | None, rel: float = 1e-9, abs_: float = 1e-10) -> object:
    """Equal up to round-off."""
    return pytest.approx(value, rel=rel, abs=abs_)


def refusal(compute: Callable[..., object], *arguments: object, **settings: object) -> str:
    """The code with which it refuses, having said why in both languages."""
    with pytest.raises(Refused) as refused:
        compute(*arguments, **settings)
    assert refused.value.why.nl.endswith(".")
    assert refused.value.why.en.endswith(".")
    assert refused.value.why.nl != refused.value.why.en
    return refused.value.code
