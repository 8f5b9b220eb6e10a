"""Every refusal and remark of the single-series models, word for word: people read them."""

from collections.abc import Callable

import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Case, make_case
from lijfspoor.domain.singlecase.models.glm import generalised_linear
from lijfspoor.domain.singlecase.models.gls import generalised_least_squares
from lijfspoor.domain.singlecase.models.model_answer import model_answer
from lijfspoor.domain.singlecase.models.ols import ordinary_least_squares
from lijfspoor.domain.singlecase.models.ordinal import proportional_odds
from lijfspoor.domain.singlecase.models.piecewise import piecewise_model, two_sides
from lijfspoor.domain.singlecase.models.small_sample import small_sample


def k(scores: list[float | None], phases: str, trials: list[float] | None = None) -> Case:
    """A case of one-letter phases."""
    return make_case("k", scores, list(phases), trials=trials)


UNIT = [1.0, 3.0, 2.0, 5.0, 4.0, 6.0, 2.0, 3.0]
ASKED: dict[str, tuple[Callable[[], object], str, str, str]] = {
    "0 one-phase": (
        lambda: piecewise_model(k([1, 2], "AA")),
        "one-phase",
        "De reeks heeft maar één fase; er is niets om mee te vergelijken.",
        "The series has one phase only; there is nothing to compare it with.",
    ),
    "1 no-rows": (
        lambda: two_sides(k([1, 2], "AB"), ["A"], ["Z"]),
        "no-rows",
        "Een van de twee fasen heeft geen metingen.",
        "One of the phases has no rows.",
    ),
    "2 no-scores": (
        lambda: ordinary_least_squares(piecewise_model(k([None] * 5, "AABBB"))),
        "no-scores",
        "De reeks heeft geen enkele score.",
        "The series has no score at all.",
    ),
    "3 fewer-scores-than-terms": (
        lambda: ordinary_least_squares(piecewise_model(k([1, 2, 3], "AAB"))),
        "fewer-scores-than-terms",
        "Het model heeft 4 onderdelen en de reeks maar 3 scores.",
        "The model has 4 terms and the series only 3 scores.",
    ),
    "4 no-scores-to-spare": (
        lambda: ordinary_least_squares(piecewise_model(k([1, 2, 4, 6], "AABB"))),
        "no-scores-to-spare",
        "Er zijn net zo veel scores (4) als onderdelen; hoe zeker de uitkomst is, valt niet te zeggen.",
        "There are as many scores (4) as terms; how sure the outcome is cannot be said.",
    ),
    "5 terms-not-separable": (
        lambda: ordinary_least_squares(piecewise_model(k([1, 2, 3, 4, 6], "AAAAB"))),
        "terms-not-separable",
        "Het onderdeel interB is met deze scores niet te scheiden van de andere; een fase heeft te weinig scores.",
        "The term interB cannot be told apart from the others with these scores; a phase has too few.",
    ),
    "6 number-too-large": (
        lambda: ordinary_least_squares(piecewise_model(k([1e80, 2, 3, 4, 6], "AABBB"))),
        "number-too-large",
        "De scores of tijden zijn te groot of te klein om mee te rekenen. Gebruik een andere eenheid.",
        "The scores or times are too large or too small to compute with. Use another unit.",
    ),
    "7 perfect-fit": (
        lambda: generalised_least_squares(piecewise_model(k([2, 2, 2, 5, 5, 5], "AAABBB"))),
        "perfect-fit",
        "Het model past precies op de scores: er is geen spreiding over om de zekerheid aan af te lezen.",
        "The model fits the scores exactly: no spread is left to read its certainty from.",
    ),
    "8 too-few-for-memory": (
        lambda: generalised_least_squares(piecewise_model(k([2, 1, 2, 5, 5], "AABBB"))),
        "too-few-for-memory",
        "Voor dit model met geheugen zijn 6 scores nodig; er zijn er 5.",
        "This model with a memory needs 6 scores; there are 5.",
    ),
    "9 times-not-whole": (
        lambda: generalised_least_squares(
            piecewise_model(make_case("k", UNIT, list("AAAABBBB"), [1, 2, 3, 4, 5, 6, 7, 8.5])), "whole"
        ),
        "times-not-whole",
        "De tijden zijn geen hele getallen; kies het model in doorlopende tijd.",
        "The times are not whole numbers; choose the model in continuous time.",
    ),
    "10 phi-out-of-range": (
        lambda: generalised_least_squares(piecewise_model(k([*UNIT], "AAAABBBB")), phi=1.0),
        "phi-out-of-range",
        "De samenhang moet kleiner dan 1 zijn, en in doorlopende tijd minstens 0.",
        "The correlation must be below 1, and in continuous time at least 0.",
    ),
    "11 not-restricted": (
        lambda: small_sample(generalised_least_squares(piecewise_model(k([*UNIT], "AAAABBBB")), "rows", "ML")),
        "not-restricted",
        "De correctie voor korte reeksen bestaat alleen bij de REML-schatting.",
        "The small-sample correction exists for the REML fit only.",
    ),
    "12 separated": (
        lambda: generalised_linear(piecewise_model(k([1, 2, 0, 0], "AABB"), trend=False, slope=False), "poisson"),
        "separated",
        "Er is geen eindige uitkomst; een fase heeft bijvoorbeeld alleen nullen of alleen successen.",
        "There is no finite estimate; a phase has zeros only, for example, or successes only.",
    ),
    "13 not-counts": (
        lambda: generalised_linear(piecewise_model(k([1, 2.5, 1, 3], "AABB"), trend=False, slope=False), "poisson"),
        "not-counts",
        "Dit model is voor aantallen: hele getallen vanaf 0. Deze scores zijn dat niet.",
        "This model is for counts: whole numbers from 0. These scores are not.",
    ),
    "14 no-trials": (
        lambda: generalised_linear(piecewise_model(k([1, 2, 1, 3], "AABB"), trend=False, slope=False), "binomial"),
        "no-trials",
        "Bij elke score is nodig uit hoeveel pogingen zij komt.",
        "Each score needs the number of trials it comes from.",
    ),
    "15 more-successes-than-trials": (
        lambda: generalised_linear(
            piecewise_model(k([1, 2, 1, 3], "AABB", [2] * 4), trend=False, slope=False), "binomial"
        ),
        "more-successes-than-trials",
        "Er is een meting met meer successen dan pogingen.",
        "There is a measurement with more successes than trials.",
    ),
    "16 one-phase": (
        lambda: proportional_odds(k([1, 2], "AA")),
        "one-phase",
        "De reeks heeft maar één fase; er is niets om mee te vergelijken.",
        "The series has one phase only; there is nothing to compare it with.",
    ),
    "17 no-scores": (
        lambda: proportional_odds(k([1, None], "AB")),
        "no-scores",
        "Een van de twee fasen heeft geen enkele score.",
        "One of the two phases has no score at all.",
    ),
    "18 one-level": (
        lambda: proportional_odds(k([2, 2, 2, 2], "AABB")),
        "one-level",
        "Alle scores zijn gelijk; er is geen verandering te schatten.",
        "All scores are the same; there is no change to estimate.",
    ),
    "19 separated": (
        lambda: proportional_odds(k([1, 2, 1, 3, 4, 3], "AAABBB")),
        "separated",
        "De fasen overlappen niet; hoe groot de verandering is, valt met dit model niet te schatten.",
        "The phases do not overlap; how large the change is cannot be estimated with this model.",
    ),
    "20 fewer-scores-than-terms": (
        lambda: proportional_odds(k([1, 2, 3, 4], "AABB")),
        "fewer-scores-than-terms",
        "Het model heeft 4 onderdelen en de reeks maar 4 scores.",
        "The model has 4 terms and the series only 4 scores.",
    ),
    "21 separated": (
        lambda: proportional_odds(k([1, None, 2, 1, 2], "ABBAA"), trend=True),
        "separated",
        "De fasen overlappen niet; hoe groot de verandering is, valt met dit model niet te schatten.",
        "The phases do not overlap; how large the change is cannot be estimated with this model.",
    ),
    "22 one-phase": (
        lambda: model_answer(k([1, 2], "AA")),
        "one-phase",
        "De reeks heeft maar één fase; er is niets om mee te vergelijken.",
        "The series has one phase only; there is nothing to compare it with.",
    ),
    "23 no-scores": (
        lambda: model_answer(k([1, 2, None], "AAB")),
        "no-scores",
        "Een van de twee fasen heeft geen enkele score.",
        "One of the two phases has no score at all.",
    ),
    "24 slope-needs-one-change": (
        lambda: model_answer(k([*UNIT], "AABBAABB"), slope=True),
        "slope-needs-one-change",
        "Een knik in de trend is alleen te schatten als er één overgang tussen de fasen is.",
        "A bend in the trend can only be estimated when the phases change once.",
    ),
}


@pytest.mark.parametrize("name", list(ASKED))
def test_a_refusal_says_why(name: str) -> None:
    ask, code, dutch, english = ASKED[name]
    with pytest.raises(Refused) as refused:
        ask()
    assert refused.value.code == code
    assert refused.value.why.nl == dutch
    assert refused.value.why.en == english


EXAMPLE = [3.0, 5.0, 4.0, 6.0, 4.0, 5.0, 9.0, 8.0, 10.0, 9.0, 11.0, 9.0, 10.0]


def test_the_answer_speaks() -> None:
    answer = model_answer(k([*EXAMPLE], "AAAAAABBBBBBB"))
    assert [(remark.nl, remark.en) for remark in answer.remarks] == [
        (
            "Na de overgang ligt de score naar schatting 4,93 hoger (95%-interval van 3,11 tot 6,75; p = 0,0027).",
            "After the change the score is estimated 4.93 higher (95% interval from 3.11 to 6.75; p = 0.0027).",
        ),
        (
            "Dit klopt alleen als de scores niet al stegen of daalden, de afwijkingen ongeveer normaal "
            "en in elke fase even groot zijn, en de samenhang met de vorige score (hier 0,00) "
            "geleidelijk uitdooft.",
            "This holds only if the scores were not already rising or falling, deviations are near "
            "normal and equally large in each phase, and the link with the score before (here 0.00) "
            "fades gradually.",
        ),
        (
            "In nagemaakte reeksen zonder effect (40 scores) zag dit model toch een effect in 2,6% "
            "zonder en 4,7% met sterke samenhang tussen de scores; bedoeld is hoogstens 5%.",
            "In made-up series without an effect (40 scores) this model still saw one in 2.6% without "
            "and 4.7% with strong links between scores; 5% at most is intended.",
        ),
    ]


def test_the_answer_with_a_trend_speaks() -> None:
    answer = model_answer(k([-score for score in EXAMPLE], "AAAAAABBBBBBB"), trend=True)
    assert [(remark.nl, remark.en) for remark in answer.remarks] == [
        (
            "Na de overgang ligt de score naar schatting 3,43 lager (95%-interval van −6,57 tot −0,284; p = 0,038).",
            "After the change the score is estimated 3.43 lower (95% interval from −6.57 to −0.284; p = 0.038).",
        ),
        (
            "Dit klopt alleen als de trend een rechte lijn is, de afwijkingen ongeveer normaal en in "
            "elke fase even groot zijn, en de samenhang met de vorige score (hier 0,00) geleidelijk "
            "uitdooft.",
            "This holds only if the trend is a straight line, deviations are near normal and equally "
            "large in each phase, and the link with the score before (here 0.00) fades gradually.",
        ),
        (
            "In nagemaakte reeksen zonder effect (40 scores) zag dit model toch een effect in 2,2% "
            "zonder en 4,8% met sterke samenhang tussen de scores; bedoeld is hoogstens 5%.",
            "In made-up series without an effect (40 scores) this model still saw one in 2.2% without "
            "and 4.8% with strong links between scores; 5% at most is intended.",
        ),
    ]
