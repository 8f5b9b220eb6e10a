"""What holds for every scheme: listing, counting, drawing and admitting agree."""

from collections.abc import Sequence

import numpy as np
import pytest

from lijfspoor.domain.singlecase.data.saying import Refused, Saying
from lijfspoor.domain.singlecase.designs.ranks import Ranked

Row = tuple[int, ...]


def listed(scheme: Ranked, chunk: int = 7) -> list[Row]:
    """All sequences, listed in small chunks."""
    parts = list(scheme.enumerate(chunk))
    assert all(len(part) <= chunk and part.shape[1] == scheme.size and part.dtype == np.int8 for part in parts)
    return [tuple(row) for part in parts for row in part.tolist()]


def holds_together(scheme: Ranked, expected: Sequence[Row], *, in_order: bool = True) -> None:
    """The scheme lists exactly the expected sequences, counts them, admits them and draws only them."""
    found = listed(scheme)
    assert scheme.count() == len(expected)
    assert (found if in_order else sorted(found)) == (list(expected) if in_order else sorted(expected))
    assert all(scheme.admits(row) and scheme.refusal(row) is None for row in found)
    drawn = scheme.draw(np.random.default_rng(1), 60)
    assert drawn.shape == (60, scheme.size)
    assert drawn.dtype == np.int8
    assert {tuple(row) for row in drawn.tolist()} <= set(expected)


def drawn_evenly(rows: Sequence[Row], expected: Sequence[Row]) -> None:
    """Every expected sequence comes about equally often: the chi-square stays below its 1 - 1e-6 quantile, roughly."""
    counts = dict.fromkeys(expected, 0)
    for row in rows:
        counts[row] += 1
    mean = len(rows) / len(expected)
    chi = sum((times - mean) ** 2 / mean for times in counts.values())
    freedom = len(expected) - 1
    assert chi < freedom + 5 * (2 * freedom) ** 0.5 + 12


def said(saying: Saying | None, *parts: str) -> None:
    """The sentence is there in both languages, differs, ends as a sentence, and its English holds the parts."""
    assert saying is not None
    assert saying.nl != saying.en
    assert saying.nl.endswith((".", "?"))
    assert saying.en.endswith((".", "?"))
    for part in parts:
        assert part in saying.en, saying.en


def refused(code: str, *parts: str) -> "pytest.RaisesExc[Refused]":
    """Expect a refusal with this code whose English sentence holds the parts."""

    def right(refusal: Refused) -> bool:
        said(refusal.why, *parts)
        return refusal.code == code

    return pytest.RaisesExc(Refused, check=right)
