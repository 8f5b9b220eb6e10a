"""Every index of the catalogue in one plain sentence, both languages."""

import re
from math import log

import pytest

from lijfspoor.domain.singlecase.data.results import Estimate, Interval
from lijfspoor.domain.singlecase.effects.catalogue import CATALOGUE
from lijfspoor.domain.singlecase.words.effects import (
    FAMILIES,
    effect_in_words,
    family_of,
    interval_in_words,
    level_of,
    limits,
    share_limits,
)

FIGURES = {"n_b": 12.0, "z": -3.5}


def said(statistic: str, value: float, language: str = "nl") -> str:
    estimate = Estimate(statistic, value, figures=FIGURES)
    return effect_in_words(estimate, "A", "B").sentence.in_language(language)


@pytest.mark.parametrize("name", sorted(CATALOGUE))
@pytest.mark.parametrize("value", [0.5, -0.5, 0.0])
def test_every_index_has_words_of_its_own(name: str, value: float) -> None:
    assert family_of(name) is not None, name
    words = effect_in_words(Estimate(name, value, assumes_independence=True, figures=FIGURES), "A", "B")
    for language in ("nl", "en"):
        for text in (words.name, words.sentence, words.assumes, words.not_said):
            told = text.in_language(language)
            assert told
            assert "{" not in told
        sentence = words.sentence.in_language(language)
        assert sentence[0].isupper() or sentence[0].isdigit() or sentence[0] == "\u2212"
        assert sentence.endswith(".")
        assert re.search(r"\bB\b", sentence), sentence
    assert words.sentence.nl != words.sentence.en
    assert "los van elkaar" in words.assumes.nl
    assert "do not depend on each other" in words.assumes.en


def test_every_family_is_used_by_the_catalogue() -> None:
    used = {max((key for key in FAMILIES if name == key or name.startswith(f"{key}.")), key=len) for name in CATALOGUE}
    assert used == set(FAMILIES)


def test_the_longest_family_name_counts() -> None:
    assert family_of("tau-bc.kendall.pretest") is FAMILIES["tau-bc.kendall"]
    assert family_of("tau-bc.pretest") is FAMILIES["tau-bc"]
    assert family_of("tau") is FAMILIES["tau"]
    assert family_of("taut") is None


@pytest.mark.parametrize(
    ("name", "value", "nl"),
    [
        ("pnd", 0.75, "75% van de scores in B is beter dan de beste score in A."),
        ("pem", 0.5, "50% van de scores in B ligt aan de betere kant van de middelste score in A."),
        ("pet", 1.0, "100% van de scores in B is beter dan de doorgetrokken trend van A."),
        ("pand", 0.9, "90% van alle scores kan blijven staan zonder dat A en B elkaar overlappen."),
        ("ird", 0.4, "Het deel verbeterde scores is in B 40 procentpunt groter dan in A."),
        ("ird", -0.4, "Het deel verbeterde scores is in B 40 procentpunt kleiner dan in A."),
        (
            "nap",
            0.91,
            "Neem steeds één score uit A en één uit B: in 91% van de paren is die uit B beter (gelijk telt half; "
            "50% is geen verschil).",
        ),
        (
            "tau",
            0.82,
            "Neem steeds één score uit A en één uit B: het deel paren waarin B beter is, is 82 procentpunt groter dan "
            "het deel waarin B slechter is.",
        ),
        ("tau", 0.0, "In B zijn evenveel paren scores beter als slechter dan in A."),
        ("tau-u.parker", 1.125, "Met de trend meegeteld is het rangverschil 1,12: in B zijn de scores beter dan in A."),
        ("tau-u", -0.5, "Met de trend meegeteld is het rangverschil −0,5: in B zijn de scores slechter dan in A."),
        ("corrected-tau.a", 0.47, "De samenhang tussen fase en score is 0,47: in B zijn de scores beter dan in A."),
        ("mann-whitney", 3.0, "In 3 paren is de score uit A beter dan die uit B (gelijk telt half); z = −3,5."),
        (
            "cdc.ols",
            11.0,
            "11 van de 12 scores in B liggen voorbij zowel de verschoven trend als het verschoven gemiddelde van A.",
        ),
        ("smd.pooled.corrected", 2.42, "Gemiddeld liggen de scores in B 2,42 standaarddeviaties beter dan in A."),
        ("smd.pooled.corrected", -2.42, "Gemiddeld liggen de scores in B 2,42 standaarddeviaties slechter dan in A."),
        ("smd.pooled.corrected", 0.0, "Gemiddeld zijn de scores in A en B gelijk."),
        ("lrr-i.corrected", log(2), "De gemiddelde score is in B met een factor 2 veranderd, de goede kant op."),
        ("lrr-i.corrected", -log(2), "De gemiddelde score is in B met een factor 2 veranderd, de verkeerde kant op."),
        ("lrr-d.corrected", -log(2), "De gemiddelde score is in B met een factor 2 veranderd, de goede kant op."),
        ("lrr-d.corrected", log(2), "De gemiddelde score is in B met een factor 2 veranderd, de verkeerde kant op."),
        ("lrr-d.corrected", 0.0, "De gemiddelde score is in A en B gelijk."),
        ("lrm", log(3), "De middelste score is in B met een factor 3 veranderd, de goede kant op."),
        (
            "lor.corrected",
            log(4),
            "De verhouding tussen wel en niet is in B met een factor 4 veranderd, de goede kant op.",
        ),
        ("pogo", 62.5, "Van de weg van het begin naar het doel is in B 62,5% afgelegd."),
        ("aliv", -1.5, "Gemiddeld liggen de scores in B 1,5 punten slechter dan in A."),
    ],
)
def test_the_sentence_says_what_the_number_counts(name: str, value: float, nl: str) -> None:
    assert said(name, value) == nl


@pytest.mark.parametrize(
    ("name", "value", "en"),
    [
        ("nap", 0.5, "in 50% of the pairs the one from B is better"),
        ("tau", -0.3, "in which B is worse exceeds the share in which B is better by 30 percentage points."),
        (
            "rci.jacobson",
            -2.5,
            "The mean difference between A and B, for the worse, is 2.5 times the measurement error",
        ),
        ("lrr-d.corrected", -log(2), "The mean score has changed by a factor of 2 in B, for the better."),
        ("ird", -0.4, "The share of improved scores is smaller in B than in A by 40 percentage points."),
    ],
)
def test_in_english(name: str, value: float, en: str) -> None:
    assert en in said(name, value, "en")


def test_a_variant_is_named() -> None:
    assert effect_in_words(Estimate("nap", 0.9)).name.nl == "NAP (paren zonder overlap)"
    assert effect_in_words(Estimate("nap.hanley", 0.9)).name.nl == "NAP (paren zonder overlap) [nap.hanley]"


def test_independence_is_only_asked_where_it_is_assumed() -> None:
    assert "los van elkaar" not in effect_in_words(Estimate("pnd", 0.9)).assumes.nl
    assert "los van elkaar" in effect_in_words(Estimate("pnd", 0.9, assumes_independence=True)).assumes.nl


def test_limits_of_a_share_are_percentages_and_others_are_numbers() -> None:
    interval = Interval(0.832, 1.0)
    nap, smd = (effect_in_words(Estimate(name, 0.9, interval=interval)) for name in ("nap", "smd.pooled.corrected"))
    assert nap.sentence.nl.endswith("geen verschil). Het 95%-interval loopt van 83% tot 100%.")
    assert nap.sentence.en.endswith("The 95% interval runs from 83% to 100%.")
    assert smd.sentence.nl.endswith("Het 95%-interval van de maat loopt van 0,83 tot 1,00.")
    assert smd.sentence.en.endswith("The 95% interval of the index runs from 0.83 to 1.00.")


def test_an_index_that_nobody_knows_is_said_plainly() -> None:
    words = effect_in_words(Estimate("own", 1.5, assumes_independence=True))
    assert words.sentence.nl == "own: Uitkomst: 1,5."
    assert words.sentence.en == "own: Result: 1.5."
    assert "los van elkaar" in words.assumes.nl


@pytest.mark.parametrize(
    ("lower", "upper", "nl"),
    [
        (2.5, 14.1, "2,5 tot 14,1"),
        (-0.00811, 13.6, "−0,01 tot 13,6"),
        (-0.0004, 13.6, "−0,0004 tot 13,6000"),
        (0.0, 3.0, "0,00 tot 3,00"),
        (1e-9, 2e-9, "1e−9 tot 2e−9"),
        (-1e12, 1e12, "−1e12 tot 1e12"),
        (100.0, 250.0, "100 tot 250"),
        (0.0, 0.0, "0 tot 0"),
    ],
)
def test_limits_share_their_decimals_and_keep_their_sign(lower: float, upper: float, nl: str) -> None:
    assert limits(Interval(lower, upper), "nl") in {nl, nl.replace("−0,01 tot 13,6", "−0,01 tot 13,60")}


def test_limits_that_do_not_end_are_told() -> None:
    assert limits(Interval(float("-inf"), 3.0), "nl") == "−oneindig tot 3"
    assert share_limits(Interval(0.1, 0.9), "en") == "10% to 90%"


def test_a_level_has_a_decimal_only_where_it_needs_one() -> None:
    assert level_of(Interval(0, 1, 0.95), "nl") == "95%"
    assert level_of(Interval(0, 1, 0.925), "nl") == "92,5%"
    assert interval_in_words(None).nl == ""
