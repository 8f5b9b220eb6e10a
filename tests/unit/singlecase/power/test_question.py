"""A power question read from the section `power` of a design."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.power.question import Effect, Noise, PowerQuestion, power_question_from

PLAIN: Mapping[str, object] = {"design": "phases", "phases": "AB", "measurements": 20, "minimum": 3}
CRITERIA: Mapping[str, object] = {"design": "changing-criterion", "criteria": [8, 6], "measurements": 20}


def asked(**power: object) -> PowerQuestion:
    return power_question_from({**PLAIN, "power": power, "analysis": {"x": 1}})


def test_everything_has_a_default() -> None:
    question = power_question_from(PLAIN)
    assert question == PowerQuestion(design=dict(PLAIN))
    assert question.effect == Effect(level=1.0, slope=0.0, onset=1, between=0.0)
    assert question.noise == Noise(autocorrelation=0.3, missing=0.0, baseline=0.0, sd=1.0)
    assert (question.alpha, question.tail, question.statistic) == (0.05, "better", "mean-difference")
    assert (question.draws, question.replications, question.seed) == (999, 1000, 1)
    assert asked() == question


def test_every_key_is_read() -> None:
    question = asked(
        level=2,
        slope=-0.1,
        onset=3,
        between=0.5,
        autocorrelation=-0.2,
        missing=0.25,
        alpha=0.01,
        tail="either",
        statistic="nap",
        draws=199,
        replications=40,
        seed=0,
    )
    assert question.effect == Effect(2.0, -0.1, 3, 0.5)
    assert question.noise == Noise(-0.2, 0.25)
    assert (question.alpha, question.tail, question.statistic) == (0.01, "either", "nap")
    assert (question.draws, question.replications, question.seed) == (199, 40, 0)
    assert question.design == PLAIN


def test_a_changing_criterion_asks_for_the_baseline() -> None:
    question = power_question_from({**CRITERIA, "power": {"baseline": 12, "sd": 2}})
    assert question.noise == Noise(baseline=12.0, sd=2.0)
    assert question.statistic == "criterion-match"
    other = power_question_from({**CRITERIA, "power": {"baseline": 12, "statistic": "nap"}})
    assert other.statistic == "nap"
    for section in ({}, {"baseline": None}):
        with pytest.raises(Refused, match="baseline: give the mean of the baseline"):
            power_question_from({**CRITERIA, "power": section})
    with pytest.raises(Refused, match="sd: give a number from 1e-09"):
        power_question_from({**CRITERIA, "power": {"baseline": 3, "sd": 0}})


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ({"levl": 1}, "levl: this design has no such key. Did you mean level?"),
        ({"level": "1"}, "level: give a number."),
        ({"level": True}, "level: give a number."),
        ({"level": float("nan")}, "level: give a number."),
        ({"slope": float("inf")}, "slope: give a number."),
        ({"onset": 0}, "onset: give a whole number of at least 1."),
        ({"onset": 1.5}, "onset: give a whole number"),
        ({"between": -0.1}, "between: give a number from 0 to inf."),
        ({"autocorrelation": 1}, "autocorrelation: give a number between -1 and 1."),
        ({"autocorrelation": -1}, "autocorrelation: give a number between -1 and 1."),
        ({"missing": 0.91}, "missing: give a number from 0 to 0.9."),
        ({"missing": -0.01}, "missing: give a number from 0 to 0.9."),
        ({"alpha": 0}, "alpha: give a number between 0 and 1."),
        ({"alpha": 1}, "alpha: give a number between 0 and 1."),
        ({"tail": "lower"}, "tail: choose one of better, either."),
        ({"statistic": "smile"}, "statistic: choose one of mean-difference"),
        ({"statistic": "criterion-match"}, "statistic: choose one of"),
        ({"draws": 18}, "draws: give a whole number of at least 19."),
        ({"replications": 0}, "replications: give a whole number of at least 1."),
        ({"replications": 1_000_001}, "replications: at most 1000000."),
        ({"seed": -1}, "seed: give a whole number of at least 0."),
        ({"baseline": 3}, "baseline: this design has no such key."),
        ([1], "power: give keys with values."),
        ("high", "power: give keys with values."),
    ],
)
def test_errors_name_the_key(section: object, words: str) -> None:
    with pytest.raises(Refused) as refused:
        power_question_from({**PLAIN, "power": section})
    assert refused.value.why.en.startswith(words)
    assert refused.value.why.nl.split(":")[0] == words.split(":")[0]
    assert refused.value.code == "design-key"


def test_an_error_of_the_design_comes_through() -> None:
    with pytest.raises(Refused, match="phases"):
        power_question_from({**PLAIN, "phases": "AAB"})


def test_other_replications_or_seed() -> None:
    question = asked(seed=5)
    assert question.asking() == question
    assert question.asking(replications=7) == replace(question, replications=7)
    assert question.asking(seed=0) == replace(question, seed=0)
    for wrong in ({"replications": 0}, {"replications": 1_000_001}, {"seed": -1}):
        with pytest.raises(Refused, match=next(iter(wrong))):
            question.asking(**wrong)


def test_the_fingerprint_changes_with_every_part() -> None:
    one = asked()
    others = [
        replace(one, design={**PLAIN, "minimum": 4}),
        replace(one, effect=Effect(level=2)),
        replace(one, effect=Effect(slope=2)),
        replace(one, effect=Effect(onset=2)),
        replace(one, effect=Effect(between=2)),
        replace(one, noise=Noise(autocorrelation=0.2)),
        replace(one, noise=Noise(missing=0.2)),
        replace(one, noise=Noise(baseline=0.2)),
        replace(one, noise=Noise(sd=0.2)),
        replace(one, alpha=0.1),
        replace(one, tail="either"),
        replace(one, statistic="nap"),
        replace(one, draws=99),
        replace(one, replications=99),
        replace(one, seed=99),
    ]
    assert len({question.fingerprint for question in [one, *others]}) == len(others) + 1
    assert asked().fingerprint == one.fingerprint


def test_a_file_that_an_earlier_version_kept_is_still_its_own() -> None:
    assert asked().fingerprint == "6c295d2718d4a74ffda2ec45e772b14a3c43b41ca30d9b134422b4ad282ce760"
