"""The answer of the draw and those of the models in words."""

from dataclasses import replace

import pytest

from lijfspoor.domain.singlecase.data.results import Estimate, Interval
from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.pooling.bayes import Priors, pool_bayes
from lijfspoor.domain.singlecase.pooling.client_effects import client_effects
from lijfspoor.domain.singlecase.pooling.random_effects import pool
from lijfspoor.domain.singlecase.randomisation.answer import Answer
from lijfspoor.domain.singlecase.randomisation.testing import RandomisationTest, Tail
from lijfspoor.domain.singlecase.words.design_based import (
    CHANCE_FITS,
    CHANCE_POOR,
    NO_DRAW,
    OUT_OF_REACH,
    answer_in_words,
    outcome_in_words,
)
from lijfspoor.domain.singlecase.words.models import (
    bayes_in_words,
    between_in_words,
    hierarchical_in_words,
    model_in_words,
    pooled_in_words,
)

TEST = RandomisationTest(
    statistic="mean-difference",
    title=Saying(nl="verschil", en="difference"),
    observed=9.5,
    per_case=(9.5,),
    tail=Tail.HIGHER,
    p=2 / 165,
    p_higher=2 / 165,
    p_lower=164 / 165,
    admissible=165,
    compared=165,
    exact=True,
    smallest_p=1 / 165,
    mean=0.0,
    sd=1.0,
    without_value=0,
    turned=False,
    remarks=(),
)


def answer(test: RandomisationTest = TEST, **how: object) -> Answer:
    whole = Answer(
        test=test,
        interval=Interval(2.5, 14.1, 0.92),
        effect=8.54,
        attained=0.92,
        solved=True,
        assumptions=(Saying("Echt geloot.", "Really drawn."), Saying("Vaste verschuiving.", "One shift.")),
        remarks=(Saying("Let op.", "Mind."),),
    )
    return replace(whole, **how)  # type: ignore[arg-type]


def test_the_answer_of_the_draw_says_what_was_found_how_rare_it_is_and_what_the_treatment_adds() -> None:
    words = answer_in_words(answer())
    assert words.sentence.nl == (
        "De scores zijn met de behandeling gemiddeld 9,5 punten hoger. Als de behandeling niets deed, komt een "
        "uitkomst die minstens zo hoog is voor bij 2 van de 165 mogelijke indelingen (p = 0,012; kleinst haalbare p "
        "0,0061). Toeval alleen verklaart dit slecht. De verandering die het best past is 8,54. Het 92%-interval loopt "
        "van 2,5 tot 14,1."
    )
    assert words.sentence.en == (
        "With the treatment scores are on average 9.5 points higher. If the treatment did nothing, a result at "
        "least as high comes with 2 of the 165 possible assignments (p = 0.012; smallest p within reach 0.0061). "
        "Chance alone explains this poorly. The change that fits best is 8.54. The 92% interval runs from 2.5 to 14.1."
    )
    assert words.assumes == Saying("Echt geloot. Vaste verschuiving.", "Really drawn. One shift.")
    assert words.not_said.nl.startswith("Dit geldt voor deze persoon")
    assert words.not_said.nl.endswith("Let op.")


@pytest.mark.parametrize(
    ("p", "smallest", "meaning"),
    [
        (0.05, 0.05, CHANCE_POOR),
        (0.051, 0.05, CHANCE_FITS),
        (0.06, 0.06, OUT_OF_REACH),
        (0.01, 0.01, CHANCE_POOR),
        (0.9, 0.01, CHANCE_FITS),
    ],
)
def test_chance_is_judged_at_one_in_twenty_and_only_where_the_design_can_reach_it(
    p: float, smallest: float, meaning: Saying
) -> None:
    said = outcome_in_words(replace(TEST, p=p, smallest_p=smallest))
    assert said.nl.endswith(meaning.nl)
    assert said.en.endswith(meaning.en)


@pytest.mark.parametrize(
    ("tail", "nl", "en"),
    [
        (Tail.HIGHER, "een uitkomst die minstens zo hoog is", "a result at least as high"),
        (Tail.LOWER, "een uitkomst die minstens zo laag is", "a result at least as low"),
        (Tail.LARGER, "een uitkomst die minstens zo groot is", "a result at least as large"),
        (Tail.EITHER, "Naar twee kanten geteld over 165 mogelijke", "Counted on both sides over 165 possible"),
    ],
)
def test_the_side_that_counts_is_told(tail: Tail, nl: str, en: str) -> None:
    said = outcome_in_words(replace(TEST, tail=tail))
    assert nl in said.nl
    assert en in said.en


def test_drawn_assignments_are_not_called_all_that_are_possible() -> None:
    said = outcome_in_words(replace(TEST, exact=False, compared=10_000, p=0.0003, smallest_p=0.0001))
    assert "bij 3 van de 10.000 vergeleken indelingen (p = 0,0003; kleinst haalbare p 0,0001)" in said.nl
    assert "3 of the 10,000 compared assignments" in said.en
    assert "p < 0,0001" in outcome_in_words(replace(TEST, p=0.00001)).nl


def test_a_fall_is_told_as_lower_and_other_statistics_by_their_title() -> None:
    assert "gemiddeld 2 punten lager" in outcome_in_words(replace(TEST, observed=-2.0)).nl
    assert "2 points lower" in outcome_in_words(replace(TEST, observed=-2.0)).en
    assert outcome_in_words(replace(TEST, statistic="nap")).nl.startswith("De maat (verschil) is 9,5.")
    assert outcome_in_words(replace(TEST, turned=True)).en.startswith("The statistic (difference) is 9.5.")


def test_without_an_interval_or_effect_they_are_not_told() -> None:
    assert answer_in_words(answer(interval=None)).sentence.nl.endswith("Toeval alleen verklaart dit slecht.")
    only = answer_in_words(answer(effect=None)).sentence.nl
    assert "best past" not in only
    assert only.endswith("Het 92%-interval loopt van 2,5 tot 14,1.")


def test_without_a_draw_no_p_is_given_and_the_reason_is_told() -> None:
    assert "geen p" in NO_DRAW.nl
    assert "no p" in NO_DRAW.en


CHANGE = Estimate(
    "level-change.car1-reml",
    -6.75,
    se=1.0,
    interval=Interval(-9.82, -3.69),
    assumes_independence=False,
    figures={"p": 0.0019},
    remarks=(Saying("een", "one"), Saying("Als dit.", "If this."), Saying("Let op.", "Mind.")),
)


def test_the_model_tells_the_change_with_its_limits_and_leans_on_itself() -> None:
    words = model_in_words(CHANGE, "A", "B")
    assert words.sentence.nl == (
        "In B ligt de score naar schatting 6,75 lager dan in A (95%-interval −9,82 tot −3,69; p = 0,0019)."
    )
    assert words.sentence.en == (
        "In B the score is estimated 6.75 lower than in A (95% interval −9.82 to −3.69; p = 0.0019)."
    )
    assert words.assumes.nl == "Als dit."
    assert words.not_said.nl.startswith("Dit leunt op het model.")
    assert words.not_said.nl.endswith("Let op.")


def test_the_model_without_limits_or_remarks() -> None:
    words = model_in_words(Estimate("x", 2.0), "A", "B")
    assert words.sentence.nl == "In B ligt de score naar schatting 2 hoger dan in A."
    assert "normaal" in words.assumes.nl
    assert model_in_words(Estimate("x", 2.0, figures={"p": 0.0})).sentence.nl.endswith("(p < 0,0001).")


def test_all_series_in_one_model() -> None:
    words = hierarchical_in_words(CHANGE, "A", "B")
    assert words.sentence.nl.startswith("Gemiddeld over de reeksen: In B ligt")
    assert "grotere groep" in words.assumes.nl
    assert words.not_said.nl.endswith("een Als dit. Let op.")


def test_series_taken_together_say_how_they_differ_and_what_a_next_one_may_be() -> None:
    pooled = pool(client_effects([0.0, 2.0, 4.0], [0.5, 0.5, 0.5], ["a", "b", "c"]))
    words = pooled_in_words(pooled)
    assert words.sentence.nl.startswith(
        "Over 3 reeksen is de verandering gemiddeld 2 (95%-interval −2,97 tot 6,97; p = "
    )
    assert "verschillen veel" in words.sentence.nl
    assert "volgende persoon verwachten we met 95% zekerheid een verandering van −" in words.sentence.nl
    assert words.sentence.en.startswith("Over 3 series the mean change is 2 (95% interval −2.97 to 6.97; p = ")
    assert words.not_said.nl.startswith("Een gemiddelde over personen")


def test_the_prior_stands_beside_what_follows_from_it() -> None:
    pooled = pool_bayes(client_effects([1.0, 1.0], [1.0, 1.0]), Priors(mu_sd=1.0, tau_scale=0.01))
    words = bayes_in_words(pooled)
    assert words.sentence.nl.startswith("De verandering is gemiddeld 0,667 (met 95% kans tussen −0,465 en 1,8)")
    assert words.sentence.en.startswith("The mean change is 0.667 (with 95% probability between −0.465 and 1.8)")
    assert words.sentence.nl.endswith("de kans dat zij boven nul ligt is 88%.")
    assert "Vooraf aangenomen" in words.assumes.nl


def test_the_difference_between_persons() -> None:
    words = between_in_words(Estimate("between-case-smd.reml", 1.98, interval=Interval(0.892, 3.07)))
    assert words.sentence.nl == (
        "Gemeten in de spreiding tussen personen liggen de scores 1,98 standaarddeviaties hoger (95%-interval 0,89 tot "
        "3,07)."
    )
    assert "1.98 standard deviations higher" in words.sentence.en
    assert "lager" in between_in_words(Estimate("x", -1.0)).sentence.nl
