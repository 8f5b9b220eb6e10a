"""Simulated studies: the design's own test on scores made anew, with and without the effect."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import make_case
from lijfspoor.domain.singlecase.designs.reading import design_from
from lijfspoor.domain.singlecase.power import study as room
from lijfspoor.domain.singlecase.power.question import Noise, PowerQuestion, power_question_from
from lijfspoor.domain.singlecase.power.simulate import ar1
from lijfspoor.domain.singlecase.power.study import Workshop
from lijfspoor.domain.singlecase.randomisation.testing import randomisation_test

AB: Mapping[str, object] = {"design": "phases", "phases": "AB", "measurements": 14, "minimum": 3}
WASHED: Mapping[str, object] = {**AB, "washout": 2}
BASELINES: Mapping[str, object] = {"design": "multiple-baseline", "cases": 2, "measurements": [10, 12], "minimum": 3}


def rng(seed: int = 3) -> np.random.Generator:
    return np.random.default_rng(seed)


def by_hand(question: PowerQuestion, seed: int) -> tuple[float, float]:
    """The same study, step by step, with the public test on cases made in the ordinary way."""
    design, numbers = design_from(question.design), rng(seed)
    drawn = [codes[0] for codes in design.joint.draw_codes(numbers, 1)]
    noise = []
    for codes in drawn:
        scores = ar1(numbers, 1, len(codes), question.noise.autocorrelation)[0]
        noise.append(np.where(numbers.random(len(codes)) < question.noise.missing, np.nan, scores))
    ps, effect = [], question.effect
    own = [question.effect.level + question.effect.between * numbers.standard_normal() for _ in drawn]
    for with_effect in (True, False):
        cases = []
        phases = design.phases_of(drawn)
        for name, codes, labels, scores, level in zip(design.cases, drawn, phases, noise, own, strict=True):
            start = int(np.argmax(codes != 0))
            shifts = [
                0.0 if row < start else level * min(1, (row - start + 1) / effect.onset) + effect.slope * (row - start)
                for row in range(len(codes))
            ]
            raised = scores + with_effect * np.array(shifts)
            cases.append(make_case(name, raised, labels))
        ps.append(randomisation_test(cases, design.joint, question.statistic, tail=question.tail).p)
    return ps[0], ps[1]


@pytest.mark.parametrize("mapping", [AB, BASELINES, WASHED])
@pytest.mark.parametrize(
    "question",
    [
        {},
        {"level": 2.0, "autocorrelation": 0.6},
        {"missing": 0.2, "level": 3.0},
        {"between": 1.5, "tail": "either"},
        {"statistic": "nap", "level": 0.5},
        {"level": 0, "slope": 0.8},
        {"level": 4, "onset": 4, "slope": -0.3, "statistic": "slope-change"},
    ],
)
def test_a_study_is_the_public_test_on_drawn_scores(mapping: Mapping[str, object], question: dict[str, object]) -> None:
    asked = power_question_from({**mapping, "power": question})
    for seed in (1, 2, 3):
        assert Workshop(asked).study(rng(seed)) == pytest.approx(by_hand(asked, seed), abs=1e-15)


def test_the_listed_assignments_are_used_again_for_every_study() -> None:
    workshop = Workshop(power_question_from({**AB, "power": {"missing": 0.1}}))
    numbers = rng()
    first = [workshop.study(numbers) for _ in range(5)]
    again = rng()
    assert first == [Workshop(workshop.question).study(again) for _ in range(5)]


def test_a_design_too_large_to_list_is_drawn() -> None:
    mapping = {"design": "alternation", "measurements": 40}
    question = power_question_from({**mapping, "power": {"draws": 99, "level": 4}})
    found, none = Workshop(question).study(rng())
    assert found == 0.01
    assert none is not None
    assert round(none * 100) == pytest.approx(none * 100)


def test_a_design_is_listed_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    question = power_question_from({**AB, "power": {"draws": 19, "level": 60}})
    assert room.LISTED_UP_TO == 50_000
    monkeypatch.setattr(room, "LISTED_UP_TO", 9)
    assert Workshop(question).study(rng())[0] == pytest.approx(1 / 9)
    monkeypatch.setattr(room, "LISTED_UP_TO", 8)
    drawn = Workshop(question).study(rng())[0]
    assert drawn is not None
    assert drawn * 20 == pytest.approx(round(drawn * 20))


def test_scores_and_effects_are_in_the_unit_of_the_sd() -> None:
    one, ten = (
        power_question_from({"design": "changing-criterion", "criteria": [8, 6], "measurements": 12, "power": power})
        for power in ({"baseline": 10, "sd": 0.01}, {"baseline": 10, "sd": 5, "level": 0.5})
    )
    assert Workshop(one).levels.tolist() == [0, -2, -4]
    assert Workshop(ten).levels.tolist() == [0, -1, -2]
    assert Workshop(replace(one, design={**AB}, noise=Noise(sd=3), statistic="nap")).levels.tolist() == [0, 3]


def test_a_criterion_that_is_followed_closely_is_found() -> None:
    mapping = {"design": "changing-criterion", "criteria": [8, 6, 4], "measurements": 20, "minimum": 3}
    question = power_question_from({**mapping, "power": {"baseline": 10, "sd": 0.01}})
    for seed in range(4):
        found, none = Workshop(question).study(rng(seed))
        assert found is not None
        assert none is not None
        assert found < 0.2
        assert found < none


def test_a_study_without_scores_on_a_side_has_no_p() -> None:
    question = power_question_from({**AB, "measurements": 6, "power": {"missing": 0.9}})
    found = [Workshop(question).study(rng(seed)) for seed in range(12)]
    assert (None, None) in found


def by_chance_untestable(seed: int) -> bool:
    """Whether the scores that this seed leaves cannot be tested, by the public test."""
    try:
        by_hand(power_question_from({**AB, "measurements": 6, "power": {"missing": 0.9}}), seed)
    except Refused:
        return True
    return False


def test_another_refusal_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "NO_STATISTIC", "something-else")
    question = power_question_from({**AB, "measurements": 6, "power": {"missing": 0.9}})
    untestable = next(seed for seed in range(12) if by_chance_untestable(seed))
    with pytest.raises(Refused):
        Workshop(question).study(rng(untestable))


def test_the_scale_of_the_scores_changes_nothing() -> None:
    one = power_question_from({**BASELINES, "power": {"level": 0.8, "slope": 0.2, "between": 0.7}})
    ten = replace(one, noise=replace(one.noise, sd=8.0, baseline=64.0))
    for seed in range(5):
        assert Workshop(one).study(rng(seed)) == pytest.approx(Workshop(ten).study(rng(seed)), abs=1e-15)
