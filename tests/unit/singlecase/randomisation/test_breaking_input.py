"""Inputs that break others: an answer or a named refusal, never a silent NaN."""

from math import isfinite

import numpy as np
import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Case
from lijfspoor.domain.singlecase.designs.phases import phase_scheme
from lijfspoor.domain.singlecase.designs.scheme import Scheme
from lijfspoor.domain.singlecase.randomisation.answer import Answer, default_answer
from lijfspoor.domain.singlecase.randomisation.catalogue import STATISTICS
from tests.unit.singlecase.randomisation.builders import ab_case, ab_scheme

BREAKING: dict[str, list[float | None]] = {
    "all the same": [5.0] * 12,
    "flat baseline": [5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 6.0, 7.0, 8.0, 7.0, 6.0, 7.0],
    "flat phases": [5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 8.0, 8.0, 8.0, 8.0, 8.0, 8.0],
    "huge": [1e300, 2e300, -1e300] * 4,
    "tiny": [1e-300, 2e-300, 3e-300] * 4,
    "mostly missing": [None, None, 1.0, None, None, None, None, 2.0, None, None, None, 3.0],
    "nothing": [None] * 12,
    "one per phase": [None] * 5 + [1.0, 2.0] + [None] * 5,
}


def answer_or_refusal(case: Case, scheme: Scheme, name: str) -> Answer | Refused:
    try:
        return default_answer(case, scheme, name)
    except Refused as refused:
        return refused


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", STATISTICS)
@pytest.mark.parametrize("kind", BREAKING)
def test_every_statistic_answers_or_refuses_by_name(kind: str, name: str) -> None:
    case, scheme = ab_case(BREAKING[kind], 7), ab_scheme(12, list(range(4, 11)))
    answer = answer_or_refusal(case, scheme, name)
    if isinstance(answer, Refused):
        assert answer.code == "no-statistic"
        assert kind not in {"flat phases", "tiny"} or name in {
            "welch-t",
            "smd-glass",
            "smd-pooled",
            "smd-hedges",
            "aliv",
        }
        return
    assert isfinite(answer.test.observed)
    assert 0 < answer.p <= 1
    assert isfinite(answer.test.mean)
    assert isfinite(answer.test.sd)
    if answer.interval is not None:
        assert isfinite(answer.interval.lower)
        assert isfinite(answer.interval.upper)
        assert answer.interval.lower <= answer.interval.upper


def test_all_ties_give_no_effect_at_p_one() -> None:
    answer = default_answer(ab_case(BREAKING["all the same"], 7), ab_scheme(12, list(range(4, 11))))
    assert answer.p == 1
    assert answer.effect == 0


def test_one_score_per_phase_may_be_tested_by_its_mean() -> None:
    answer = default_answer(ab_case([1.0, 2.0], 2), phase_scheme("AB", 2))
    assert answer.p == 1
    assert answer.interval is None


def test_a_hundred_thousand_points_are_answered() -> None:
    scores = np.sin(np.arange(100_000.0)).tolist()
    answer = default_answer(ab_case(scores, 50_000), ab_scheme(100_000, list(range(49_980, 50_020))))
    assert answer.test.admissible == 40
    assert answer.interval is not None
    assert answer.interval.level == 0.95


@pytest.mark.parametrize("name", sorted(STATISTICS))
def test_scores_at_the_edge_of_the_machine_are_refused_by_name(name: str) -> None:
    case = ab_case([1e308, -1e308, 1e308, 1e308, -1e308, 1e308], 4)
    with pytest.raises(Refused) as refused:
        default_answer(case, ab_scheme(6, [3, 4, 5]), name)
    assert refused.value.code == "number-too-large"
