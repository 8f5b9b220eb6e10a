"""The answer of the design itself in words: how often chance alone would do this, and what the treatment adds."""

from collections.abc import Sequence

from lijfspoor.domain.singlecase.data.numerals import numeral, p_value
from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.randomisation.answer import Answer
from lijfspoor.domain.singlecase.randomisation.testing import RandomisationTest, Tail
from lijfspoor.domain.singlecase.words.effects import level_of, limits
from lijfspoor.domain.singlecase.words.wording import Wording, both

USUAL_BAR = 0.05
NAME = Saying(nl="Antwoord uit de loting (randomisatietoets)", en="Answer of the draw (randomisation test)")
CHANCE_POOR = Saying(
    nl="Toeval alleen verklaart dit slecht.",
    en="Chance alone explains this poorly.",
)
CHANCE_FITS = Saying(
    nl="Dit past ook bij toeval alleen. Dat betekent niet dat de behandeling niets doet.",
    en="This also fits chance alone. That does not mean that the treatment does nothing.",
)
OUT_OF_REACH = Saying(
    nl="Met zo weinig mogelijke indelingen kon deze opzet toeval niet uitsluiten, wat de scores ook waren.",
    en="With so few possible assignments this design could not rule out chance, whatever the scores were.",
)
NOT_SAID = Saying(
    nl="Dit geldt voor deze persoon of personen, in deze periode. Het zegt niets over anderen, en niet of het verschil "
    "groot genoeg is om iets aan te hebben.",
    en="This holds for this person or these persons, in this period. It says nothing of others, nor whether the "
    "difference is large enough to matter.",
)
NO_DRAW = Saying(
    nl="Er is geen loting bekend van het moment waarop de behandeling begon. Daarom staat hier geen p. De andere "
    "uitkomsten beschrijven wat er gebeurde; ze kunnen niet uitsluiten dat het verschil door iets anders komt.",
    en="No draw is known of the moment the treatment began. Therefore no p is given here. The other results describe "
    "what happened; they cannot rule out that something else made the difference.",
)
TAILS = {
    Tail.HIGHER: Saying(nl="minstens zo hoog", en="at least as high"),
    Tail.LOWER: Saying(nl="minstens zo laag", en="at least as low"),
    Tail.EITHER: Saying(nl="minstens zo ver van nul", en="at least as extreme on either side"),
    Tail.LARGER: Saying(nl="minstens zo groot", en="at least as large"),
}


def answer_in_words(answer: Answer) -> Wording:
    """Say the design-based answer: p with its count, what it means, and the effect with its interval."""
    return Wording(
        name=NAME,
        sentence=both(outcome_in_words(answer.test), effect_of_answer(answer)),
        assumes=_joined(answer.assumptions),
        not_said=both(NOT_SAID, _joined(answer.remarks)),
    )


def outcome_in_words(test: RandomisationTest) -> Saying:
    """What was found, how many of the assignments that could have been drawn do as much, and what that means."""
    if test.smallest_p > USUAL_BAR:
        meaning = OUT_OF_REACH
    else:
        meaning = CHANCE_POOR if test.p <= USUAL_BAR else CHANCE_FITS
    return both(both(_found(test), Saying(nl=_counted(test, "nl"), en=_counted(test, "en"))), meaning)


def _found(test: RandomisationTest) -> Saying:
    nl, en = numeral(test.observed, "nl"), numeral(test.observed)
    if test.statistic != "mean-difference" or test.turned:
        return Saying(nl=f"De maat ({test.title.nl}) is {nl}.", en=f"The statistic ({test.title.en}) is {en}.")
    size, up = abs(test.observed), test.observed >= 0
    return Saying(
        nl=f"De scores zijn met de behandeling gemiddeld {numeral(size, 'nl')} punten {'hoger' if up else 'lager'}.",
        en=f"With the treatment scores are on average {numeral(size)} points {'higher' if up else 'lower'}.",
    )


def _counted(test: RandomisationTest, language: str) -> str:
    many, of = numeral(round(test.p * test.compared), language, 0), numeral(test.compared, language, 0)
    least = p_value(test.smallest_p, language)
    if language == "nl":
        kind = "mogelijke" if test.exact else "vergeleken"
        tail = f"({_p(test.p, language)}; kleinst haalbare p {least})."
        if test.tail is Tail.EITHER:
            return f"Naar twee kanten geteld over {of} {kind} indelingen {tail}"
        said = TAILS.get(test.tail, TAILS[Tail.LARGER]).nl
        return (
            f"Als de behandeling niets deed, komt een uitkomst die {said} is voor bij {many} van de {of} {kind} "
            f"indelingen {tail}"
        )
    kind = "possible" if test.exact else "compared"
    tail = f"({_p(test.p, language)}; smallest p within reach {least})."
    if test.tail is Tail.EITHER:
        return f"Counted on both sides over {of} {kind} assignments {tail}"
    said = TAILS.get(test.tail, TAILS[Tail.LARGER]).en
    return f"If the treatment did nothing, a result {said} comes with {many} of the {of} {kind} assignments {tail}"


def _p(p: float, language: str) -> str:
    written = p_value(p, language)
    return f"p {written}" if written.startswith("<") else f"p = {written}"


def effect_of_answer(answer: Answer) -> Saying:
    """The effect that fits best and the interval at the level that the design attains; empty where there is none."""
    if answer.interval is None:
        return Saying(nl="", en="")
    level = (level_of(answer.interval, "nl"), level_of(answer.interval, "en"))
    effect = answer.effect
    best = (
        Saying(nl="", en="")
        if effect is None
        else Saying(
            nl=f"De verandering die het best past is {numeral(effect, 'nl')}.",
            en=f"The change that fits best is {numeral(effect)}.",
        )
    )
    return both(
        best,
        Saying(
            nl=f"Het {level[0]}-interval loopt van {limits(answer.interval, 'nl')}.",
            en=f"The {level[1]} interval runs from {limits(answer.interval, 'en')}.",
        ),
    )


def _joined(sayings: Sequence[Saying]) -> Saying:
    return Saying(nl=" ".join(one.nl for one in sayings), en=" ".join(one.en for one in sayings))
