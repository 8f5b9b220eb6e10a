from dataclasses import FrozenInstanceError
from datetime import date
from math import inf, isnan, nan

import numpy as np
import pytest

from lijfspoor.domain.singlecase.data.results import NO_FIGURES, Estimate, Interval
from lijfspoor.domain.singlecase.data.saying import Refused, Saying, refuse
from lijfspoor.domain.singlecase.data.series import Contrast, Improvement, Outcome, Spell, contrast, make_case
from lijfspoor.domain.singlecase.data.ties import SLACK, sign_with_ties, tie_slack


def code_of(call: object) -> str:
    with pytest.raises(Refused) as refused:
        call()  # type: ignore[operator]  # a lambda given by each test
    assert refused.value.why.nl
    assert refused.value.why.en
    return refused.value.code


def test_rows_are_sorted_by_time_with_phase_score_and_trials() -> None:
    case = make_case("Ada", [3.0, None, 1.0], ["B", "A", "A"], [30.0, 20.0, 10.0], trials=[5, 6, 7])
    assert case.times.tolist() == [10.0, 20.0, 30.0]
    assert case.phases == ("A", "A", "B")
    assert (case.values[0], case.values[2]) == (1.0, 3.0)
    assert isnan(case.values[1])
    assert case.trials is not None
    assert case.trials.tolist() == [7.0, 6.0, 5.0]
    assert case.present.tolist() == [True, False, True]
    assert case.size == 3


def test_times_count_from_one_when_they_are_not_given() -> None:
    assert make_case("Ada", [5.0, 6.0], "AB").times.tolist() == [1.0, 2.0]


def test_what_a_case_is_made_with_is_kept() -> None:
    case = make_case(
        "Ada", [1.0], "A", measure="pain", improvement="decrease", outcome="ordinal", first_day=date(2026, 1, 2)
    )
    assert (case.name, case.measure) == ("Ada", "pain")
    assert (case.improvement, case.outcome) == (Improvement.DECREASE, Outcome.ORDINAL)
    assert case.first_day == date(2026, 1, 2)
    plain = make_case("Ada", [1.0], "A")
    assert (plain.measure, plain.improvement, plain.outcome) == ("", Improvement.INCREASE, Outcome.CONTINUOUS)
    assert (plain.trials, plain.first_day) == (None, None)


def test_labels_and_spells_follow_time_and_keep_steps_back() -> None:
    case = make_case("Ada", [1.0] * 6, "AABBAC")
    assert case.labels == ("A", "B", "C")
    assert case.spells == (Spell("A", 0, 2), Spell("B", 2, 4), Spell("A", 4, 5), Spell("C", 5, 6))
    assert case.rows_of("AC").tolist() == [True, True, False, False, True, True]
    assert case.rows_of([]).tolist() == [False] * 6


def test_other_scores_at_the_same_times() -> None:
    case = make_case("Ada", [1.0, 2.0], "AB", [4.0, 9.0], measure="x")
    other = case.with_values(np.array([7.0, nan]))
    assert (other.times.tolist(), other.phases, other.measure) == ([4.0, 9.0], ("A", "B"), "x")
    assert other.present.tolist() == [True, False]
    assert case.values.tolist() == [1.0, 2.0]


def test_rows_that_make_no_series_are_refused() -> None:
    assert code_of(lambda: make_case("Ada", [], [])) == "no-rows"
    assert code_of(lambda: make_case("Ada", [1.0, 2.0], "A")) == "unequal-lengths"
    assert code_of(lambda: make_case("Ada", [1.0, 2.0], "AB", [1.0])) == "unequal-lengths"
    assert code_of(lambda: make_case("Ada", [1.0, 2.0], "AB", trials=[1.0])) == "unequal-lengths"
    for time in (inf, -inf, nan):
        assert code_of(lambda time=time: make_case("Ada", [1.0, 2.0], "AB", [1.0, time])) == "bad-time"
    assert code_of(lambda: make_case("Ada", [1.0, 2.0], "AB", [1.0, 1.0])) == "same-time-twice"
    for score in (inf, -inf):
        assert code_of(lambda score=score: make_case("Ada", [1.0, score], "AB")) == "infinite-score"
    assert make_case("Ada", [nan, 1.0], "AB").present.tolist() == [False, True]
    with pytest.raises(ValueError):
        make_case("Ada", [1.0], "A", improvement="up")


def test_a_contrast_is_the_first_label_against_all_others_unless_said() -> None:
    case = make_case("Ada", [1.0, None, 3.0, 4.0, 5.0], "AABCA", [2.0, 4.0, 6.0, 8.0, 10.0], improvement="decrease")
    sides = contrast(case)
    assert (sides.a.tolist(), sides.b.tolist()) == ([1.0, 5.0], [3.0, 4.0])
    assert (sides.times_a.tolist(), sides.times_b.tolist()) == ([2.0, 10.0], [6.0, 8.0])
    assert sides.improvement is Improvement.DECREASE
    assert contrast(case, "B").b.tolist() == [1.0, 4.0, 5.0]
    assert contrast(case, ["B", "C"], "A").a.tolist() == [3.0, 4.0]
    assert contrast(case, "A", ["C"]).b.tolist() == [4.0]
    assert contrast(case, b="C").a.tolist() == [1.0, 5.0]


def test_a_contrast_of_many_letters_is_one_label() -> None:
    case = make_case("Ada", [1.0, 2.0], ["baseline", "treatment"])
    assert contrast(case, "baseline", "treatment").b.tolist() == [2.0]


def test_a_contrast_without_two_sides_is_refused() -> None:
    assert code_of(lambda: contrast(make_case("Ada", [1.0, 2.0], "AA"))) == "one-phase"
    gone = make_case("Ada", [1.0, None], "AB")
    assert code_of(lambda: contrast(gone)) == "no-scores"
    assert code_of(lambda: contrast(gone, "B", "A")) == "no-scores"
    assert code_of(lambda: contrast(gone, "A", "Z")) == "no-scores"


def test_toward_better_turns_scores_where_lower_is_better() -> None:
    moments = np.array([1.0]), np.array([2.0])
    falling = Contrast(np.array([3.0]), np.array([1.0]), *moments, Improvement.DECREASE)
    turned = falling.toward_better
    assert (turned.a.tolist(), turned.b.tolist()) == ([-3.0], [-1.0])
    assert turned.improvement is Improvement.INCREASE
    assert turned.times_b.tolist() == [2.0]
    assert turned.toward_better is turned


def test_a_refusal_has_a_code_and_a_sentence_in_both_languages() -> None:
    refused = refuse("some-code", nl="Dit kan niet.", en="This cannot be.")
    assert (refused.code, refused.why) == ("some-code", Saying("Dit kan niet.", "This cannot be."))
    assert str(refused) == "some-code: This cannot be."
    assert isinstance(refused, ValueError)
    assert refused.why.in_language("nl") == "Dit kan niet."
    assert refused.why.in_language("en") == "This cannot be."


def test_an_estimate_holds_what_it_was_given_and_nothing_else() -> None:
    bare = Estimate("nap", 0.5)
    assert (bare.se, bare.interval, bare.assumes_independence, bare.remarks) == (None, None, None, ())
    assert bare.figures is NO_FIGURES
    assert dict(bare.figures) == {}
    with pytest.raises(FrozenInstanceError):
        bare.value = 1.0  # type: ignore[misc]  # that it is frozen is what is tested
    assert Interval(0.1, 0.9).level == 0.95


def test_scores_within_the_slack_are_tied() -> None:
    slack = tie_slack(np.array([1.0, -4.0]), np.array([3.0]))
    assert slack == 4.0 * SLACK
    assert pytest.approx(1e-10) == SLACK
    differences = np.array([slack, -slack, slack * 1.001, -slack * 1.001, 0.0, 2.0])
    assert sign_with_ties(differences, slack).tolist() == [0.0, 0.0, 1.0, -1.0, 0.0, 1.0]


def test_the_slack_follows_the_scale_and_is_nothing_without_scores() -> None:
    assert tie_slack(np.array([])) == 0.0
    assert tie_slack() == 0.0
    assert tie_slack(np.array([7.0]), scale=2.0) == 2.0 * SLACK
    assert tie_slack(np.array([1e300])) == 1e300 * SLACK
    assert sign_with_ties(np.array([0.0, 1e-300]), 0.0).tolist() == [0.0, 1.0]


def test_sums_that_differ_by_round_off_are_tied() -> None:
    a = np.array([0.1 + 0.2])
    assert sign_with_ties(a - 0.3, tie_slack(a)).tolist() == [0.0]
