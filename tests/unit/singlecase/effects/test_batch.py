"""Thousands of series in one call: every cell is what the index's own function says, and no cell is silent."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Contrast
from lijfspoor.domain.singlecase.effects import batch as batch_module
from lijfspoor.domain.singlecase.effects.batch import ELEVEN, Batch, batch
from lijfspoor.domain.singlecase.effects.catalogue import CATALOGUE
from lijfspoor.domain.singlecase.effects.stacked import STACKED
from tests.unit.singlecase.effects.sides import DOWN, UP, close, refusal, two

NAMES = tuple(CATALOGUE)
EXTRA: Mapping[str, Mapping[str, object]] = {
    "pogo": {"goal": 14.0},
    "pogo.independent": {"goal": 3.0},
    "rci.jacobson": {"reliability": 0.8},
    "rci.christensen-mendoza": {"reliability": 0.5},
    "lor.corrected": {"scale": "percentage", "intervals": 20},
    "lor.uncorrected": {"scale": "percentage"},
    "lrr-i.corrected": {"scale": "count"},
    "lrr-d.uncorrected": {"scale": "rate", "observation_length": 5},
    "tau-u.parker": {"row": "Trend A"},
}
SCORE = st.one_of(st.integers(0, 8), st.just(float("nan")), st.just(float("inf")), st.just(-2))
SOUND = st.integers(0, 8)


@st.composite
def contrasts(draw: st.DrawFn) -> Contrast:
    score = draw(st.sampled_from([SOUND, SOUND, SOUND, SCORE]))
    a = draw(st.lists(score, min_size=draw(st.sampled_from([0, 1, 1, 1])), max_size=7))
    b = draw(st.lists(score, min_size=draw(st.sampled_from([0, 1, 1, 1])), max_size=7))
    return two([float(y) for y in a], [float(y) for y in b], draw(st.sampled_from([UP, DOWN])))


def alone(contrast: Contrast, name: str, level: float = 0.95) -> Estimate | Refused:
    own = dict(EXTRA.get(name, {}))
    if level != 0.95:
        own["level"] = level
    compute: object = CATALOGUE[name].compute
    assert callable(compute)
    try:
        found = compute(contrast, **own)
    except Refused as refused:
        return refused
    assert isinstance(found, Estimate)
    return found


def cell(found: Batch, row: int, name: str) -> tuple[float, float, float, float]:
    place = (row, found.column(name))
    return tuple(float(part[place]) for part in (found.value, found.se, found.lower, found.upper))  # type: ignore[return-value]  # four parts


def agree(found: Batch, row: int, name: str, single: Estimate | Refused) -> None:
    value, se, lower, upper = cell(found, row, name)
    if isinstance(single, Refused):
        assert (found.code(row, name), found.why(row, name)) == (single.code, single.why)
        assert np.isnan([value, se, lower, upper]).all()
        return
    limits = single.interval
    assert value == close(single.value)
    assert np.isnan(se) if single.se is None else se == close(single.se)
    assert np.isnan(lower) if limits is None else (lower, upper) == (close(limits.lower), close(limits.upper))
    lacking = single.se is None or limits is None
    assert (found.code(row, name) != "") == lacking
    assert (found.why(row, name) is not None) == lacking


@given(st.lists(contrasts(), min_size=1, max_size=8))
@settings(deadline=None, max_examples=60)
def test_every_index_answers_as_it_does_alone(series: list[Contrast]) -> None:
    found = batch(series, NAMES, settings=EXTRA)
    for row, contrast in enumerate(series):
        for name in NAMES:
            agree(found, row, name, alone(contrast, name))


def many(count: int) -> list[Contrast]:
    random = np.random.default_rng(4)
    sizes = random.integers(4, 7, size=(count, 2))
    return [
        two(random.integers(1, 9, m) * 1.0, random.integers(1, 12, n) * 1.0, UP if random.random() < 0.5 else DOWN)
        for m, n in sizes
    ]


@pytest.mark.parametrize("at_once", [1, 30, 1 << 18])
def test_rows_keep_their_order_however_many_are_stacked(monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(batch_module, "AT_ONCE", at_once)
    series = many(60)
    series[7] = replace(series[7], a=np.where(series[7].times_a == 2, np.nan, series[7].a))
    series[20] = replace(series[20], b=np.array([]), times_b=np.array([]))
    found = batch(series, level=0.8)
    assert found.names == ELEVEN
    assert found.level == 0.8
    assert found.value.shape == found.se.shape == found.refused.shape == (60, 11)
    for row, contrast in enumerate(series):
        agree(found, row, "nap", alone(contrast, "nap", 0.8))
        agree(found, row, "smd.baseline.corrected", alone(contrast, "smd.baseline.corrected", 0.8))
    for name in ELEVEN:
        assert found.code(7, name) == "score-not-a-number"
        assert found.code(20, name) == "no-scores"


def test_the_eleven_are_stacked_and_named() -> None:
    assert len(set(ELEVEN)) == 11
    assert set(ELEVEN) <= set(STACKED) <= set(CATALOGUE)
    assert {name for name in CATALOGUE if name not in STACKED} == {
        "aliv",
        *(name for name in CATALOGUE if name.startswith("tau-u.")),
    }


def test_a_cell_without_a_value_says_why() -> None:
    found = batch([two([3, 3, 3], [4, 5]), two([1, 2, 4], [4, 5])], ["smd.baseline.corrected", "pnd", "tau-bc"])
    assert found.code(0, "smd.baseline.corrected") == "flat-baseline"
    why = found.why(0, "smd.baseline.corrected")
    assert why is not None
    assert "gelijk" in why.nl
    assert found.code(1, "smd.baseline.corrected") == ""
    assert found.why(1, "smd.baseline.corrected") is None
    assert (found.code(1, "pnd"), found.code(1, "tau-bc")) == ("no-known-error", "trend-was-estimated")
    assert found.refused.tolist() == [[found.codes.index("flat-baseline"), 0, 0], [0, 0, 0]]
    assert found.unsure[0, 0] == 0
    assert set(found.reasons) == set(found.codes) - {""}


def test_an_answer_out_of_range_is_a_code_and_not_a_silent_infinity() -> None:
    found = batch([two([1e-300, 2e-300, 4e-300], [1e300, 2e300])], ["smd.baseline.corrected", "nap"])
    assert found.code(0, "smd.baseline.corrected") == "out-of-range"
    assert np.isnan(found.value[0, 0])
    assert found.value[0, 1] == 1


def test_what_is_asked_wrongly_is_refused_at_once() -> None:
    series = many(2)
    assert refusal(batch, series, ["nap", "no-such"]) == "unknown-index"
    assert refusal(batch, [], ["no-such"]) == "unknown-index"
    assert refusal(batch, series, level=1.0) == "bad-level"
    assert refusal(batch, series, ["pogo"]) == "setting-needed"
    assert refusal(batch, series, ["rci.jacobson"]) == "setting-needed"
    with pytest.raises(ValueError, match="tuple"):
        batch(series, ["nap"]).column("tau")


def test_nothing_asked_is_nothing_answered() -> None:
    assert batch([]).value.shape == (0, 11)
    assert batch(many(3), []).value.shape == (3, 0)


def test_the_first_reason_counts() -> None:
    found = batch([two([3], [5])], ["smd.baseline.corrected", "lrr-i.uncorrected"])
    assert found.code(0, "smd.baseline.corrected") == "one-point-baseline"
    assert found.refused[0, 1] == 0
    assert found.codes[found.unsure[0, 1]] == "one-point-phase"
    assert np.isnan([found.se[0, 1], found.lower[0, 1], found.upper[0, 1]]).all()
