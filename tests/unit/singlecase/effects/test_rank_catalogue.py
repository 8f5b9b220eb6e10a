"""Every index under its own name: an answer or a refusal with a reason, whatever comes in."""

from math import isfinite

import numpy as np
import pytest

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Contrast
from lijfspoor.domain.singlecase.effects.catalogue import CATALOGUE, effect_size
from lijfspoor.domain.singlecase.effects.parametric_catalogue import PARAMETRIC
from lijfspoor.domain.singlecase.effects.rank_answers import RANK_REASONS
from lijfspoor.domain.singlecase.effects.rank_catalogue import RANK
from tests.unit.singlecase.effects.sides import DOWN, refusal, two

NAMES = [
    *("pnd", "pem", "pem.strict", "pet", "pet.margin", "pand", "pand.sort", "ird"),
    *("nap", "nap.hanley", "nap.null", "tau", "tau.hanley", "tau.null", "mann-whitney"),
    *("tau-u", "tau-u.complete.a", "tau-u.complete.b", "tau-u.parker", "tau-u.tarlow"),
    *("tau-bc", "tau-bc.pretest", "tau-bc.kendall", "tau-bc.kendall.pretest"),
    *(f"corrected-tau.{kind}{way}{also}" for kind in "ab" for way in ("", ".continuity") for also in ("", ".always")),
    *("cdc.ols", "cdc.bisplit", "cdc.trisplit"),
]
DIFFICULT = {
    "all tied": two([2] * 5, [2] * 5),
    "flat baseline": two([2] * 5, [1, 2, 3, 4, 5]),
    "flat and above": two([2] * 5, [3] * 5),
    "one score each": two([1], [2]),
    "one score in A": two([1], [2, 3, 1, 5, 2]),
    "one score in B": two([1, 2, 3, 4, 5], [2]),
    "two each": two([1, 2], [2, 3]),
    "complete": two([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]),
    "complete and down": two([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], DOWN),
    "huge": two([1.7e308, -1.7e308, 1e307, 2, 3], [1.7e308, -1.7e308, 1, 1e308, 5]),
    "tiny": two([5e-324, 0, 1e-320, 1e-310, 2e-308], [1e-323, 3e-324, 0, 1e-300, 5e-324]),
    "one time": Contrast(np.arange(5.0), np.arange(5.0), np.ones(5), np.arange(2.0, 7)),
    "far times": Contrast(np.arange(5.0), np.arange(5.0), np.arange(1.0, 6) * 1e300, np.arange(6.0, 11) * 1e300),
}


def test_every_variant_has_its_name() -> None:
    assert sorted(RANK) == sorted(NAMES)
    assert {*RANK, *PARAMETRIC} == set(CATALOGUE)
    assert not {*RANK} & {*PARAMETRIC}
    for entry in CATALOGUE.values():
        assert entry.what.nl.endswith(".")
        assert entry.what.en.endswith(".")


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_carries_its_name(name: str) -> None:
    contrast = two([3, 1, 4, 1.5, 5, 2], [6, 5.5, 3.5, 8, 9])
    found = effect_size(name, contrast)
    assert found.statistic == name
    assert RANK[name].compute(contrast).value == found.value


def test_an_unknown_name_is_refused() -> None:
    assert refusal(effect_size, "nap.exact", two([1], [2])) == "unknown-index"
    with pytest.raises(Refused, match=r"There is no index called nap\.exact\."):
        effect_size("nap.exact", two([1], [2]))


def answer_or_reason(name: str, contrast: Contrast) -> Estimate | Refused:
    try:
        return RANK[name].compute(contrast)
    except Refused as refused:
        return refused


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("what", DIFFICULT)
def test_difficult_series_get_numbers_or_a_reason(name: str, what: str) -> None:
    found = answer_or_reason(name, DIFFICULT[what])
    if isinstance(found, Refused):
        assert RANK_REASONS[found.code].nl == found.why.nl
        return
    limits = () if found.interval is None else (found.interval.lower, found.interval.upper)
    assert all(map(isfinite, (found.value, found.se or 0.0, *limits, *found.figures.values())))
    assert found.assumes_independence is (True if limits or found.se is not None else found.assumes_independence)


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith((".continuity", ".always", ".pretest"))])
def test_a_hundred_thousand_points_get_an_answer(name: str) -> None:
    random = np.random.default_rng(7)
    found = RANK[name].compute(two(random.normal(size=50_000), random.normal(1, 1, 50_000)))
    assert isfinite(found.value)
