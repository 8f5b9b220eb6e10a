"""The answers of the models in words: one series, several series in one model, and series taken together."""

from lijfspoor.domain.singlecase.data.numerals import numeral, p_value, percentage
from lijfspoor.domain.singlecase.data.results import Estimate, Interval
from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.pooling.bayes import BayesPooled
from lijfspoor.domain.singlecase.pooling.heterogeneity import share_in_words
from lijfspoor.domain.singlecase.pooling.random_effects import Pooled
from lijfspoor.domain.singlecase.words.effects import level_of, limits
from lijfspoor.domain.singlecase.words.family import NOT_WHY
from lijfspoor.domain.singlecase.words.wording import Wording, both

MODEL = Saying(
    nl="Antwoord van een model (scores die samenhangen in de tijd)", en="Answer of a model (errors that remember)"
)
HIERARCHICAL = Saying(nl="Alle reeksen in één model", en="All series in one model")
POOLED = Saying(nl="De reeksen samengenomen", en="The series taken together")
BAYES = Saying(nl="Samengenomen, met vooraf genoemde verwachting", en="Taken together, with a prior that is stated")
BETWEEN = Saying(nl="Verschil op de maatstaf tussen personen", en="Between-case standardised mean difference")
MODEL_ASSUMES = Saying(
    nl="De afwijkingen zijn ongeveer normaal verdeeld en in elke fase even groot, en wat vandaag afwijkt werkt steeds "
    "zwakker door.",
    en="Deviations are near normal and equally large in each phase, and what deviates today fades gradually.",
)
HIERARCHICAL_ASSUMES = both(
    MODEL_ASSUMES,
    Saying(
        nl="De personen zijn een greep uit een grotere groep, en hun verschillen zijn ongeveer normaal verdeeld.",
        en="The persons are a sample of a larger group, and their differences are near normal.",
    ),
)
POOLED_ASSUMES = Saying(
    nl="De personen hangen niet met elkaar samen, en de maat betekent bij iedereen hetzelfde.",
    en="The persons are not connected with each other, and the measure means the same for all.",
)
POOLED_NOT = Saying(
    nl="Een gemiddelde over personen zegt niet of het bij de volgende persoon werkt; kijk daarvoor naar het bereik "
    "voor een volgende persoon.",
    en="A mean over persons does not say whether it works for the next person; for that look at the range for a next "
    "one.",
)
LEANS = Saying(
    nl="Dit leunt op het model. Was het begin geloot, dan gaat het antwoord uit de loting voor.",
    en="This leans on the model. Where the start was drawn, the answer of the draw comes first.",
)


def model_in_words(estimate: Estimate, a: str = "A", b: str = "B") -> Wording:
    """Say the level change of one series."""
    return Wording(
        name=MODEL,
        sentence=_change(estimate, a, b),
        assumes=_joined(estimate.remarks[1:2]) if len(estimate.remarks) > 1 else MODEL_ASSUMES,
        not_said=both(both(LEANS, NOT_WHY), _joined(estimate.remarks[2:])),
    )


def hierarchical_in_words(estimate: Estimate, a: str = "A", b: str = "B") -> Wording:
    """Say the mean level change of several series in one model."""
    return Wording(
        name=HIERARCHICAL,
        sentence=both(
            Saying(nl="Gemiddeld over de reeksen:", en="On average over the series:"), _change(estimate, a, b)
        ),
        assumes=HIERARCHICAL_ASSUMES,
        not_said=both(both(LEANS, POOLED_NOT), _joined(estimate.remarks)),
    )


def _change(estimate: Estimate, a: str, b: str) -> Saying:
    p = estimate.figures.get("p")
    up = estimate.value >= 0
    size, interval = abs(estimate.value), estimate.interval
    return Saying(
        nl=f"In {b} ligt de score naar schatting {numeral(size, 'nl')} {'hoger' if up else 'lager'} dan in {a}"
        f"{_certainty(interval, p, 'nl')}.",
        en=f"In {b} the score is estimated {numeral(size)} {'higher' if up else 'lower'} than in {a}"
        f"{_certainty(interval, p, 'en')}.",
    )


def _certainty(interval: Interval | None, p: float | None, language: str) -> str:
    told = []
    if interval is not None:
        level = level_of(interval, language)
        told.append(f"{level}{'-interval ' if language == 'nl' else ' interval '}{limits(interval, language)}")
    if p is not None:
        written = p_value(p, language)
        told.append(f"p {written}" if written.startswith("<") else f"p = {written}")
    return f" ({'; '.join(told)})" if told else ""


def pooled_in_words(pooled: Pooled) -> Wording:
    """Say the mean over clients, how much they differ, and the range for a next one."""
    k = len(pooled.names)
    mean = Saying(
        nl=f"Over {k} reeksen is de verandering gemiddeld {numeral(pooled.mean, 'nl')}"
        f"{_certainty(pooled.interval, pooled.p, 'nl')}.",
        en=f"Over {k} series the mean change is {numeral(pooled.mean)}{_certainty(pooled.interval, pooled.p, 'en')}.",
    )
    level = (percentage(pooled.prediction.level, "nl"), percentage(pooled.prediction.level, "en"))
    ahead = Saying(
        nl=f"Bij een volgende persoon verwachten we met {level[0]} zekerheid een verandering van "
        f"{limits(pooled.prediction, 'nl')}.",
        en=f"For a next person a change from {limits(pooled.prediction, 'en')} is expected with {level[1]} certainty.",
    )
    return Wording(
        name=POOLED,
        sentence=both(both(mean, share_in_words(pooled.i2)), ahead),
        assumes=POOLED_ASSUMES,
        not_said=both(POOLED_NOT, _joined(pooled.remarks)),
    )


def bayes_in_words(pooled: BayesPooled) -> Wording:
    """Say the posterior mean, its interval, the chance of a rise, and the prior it stands on."""
    above = (percentage(pooled.probability_above_zero, "nl"), percentage(pooled.probability_above_zero, "en"))
    mu = pooled.mu.interval
    nl = f"tussen {numeral(mu.lower, 'nl')} en {numeral(mu.upper, 'nl')}"
    en = f"between {numeral(mu.lower)} and {numeral(mu.upper)}"
    level = (percentage(pooled.mu.interval.level, "nl"), percentage(pooled.mu.interval.level, "en"))
    return Wording(
        name=BAYES,
        sentence=Saying(
            nl=f"De verandering is gemiddeld {numeral(pooled.mu.mean, 'nl')} (met {level[0]} kans {nl}); de kans dat "
            f"zij boven nul ligt is {above[0]}.",
            en=f"The mean change is {numeral(pooled.mu.mean)} (with {level[1]} probability {en}); the chance that it "
            f"lies above zero is {above[1]}.",
        ),
        assumes=both(POOLED_ASSUMES, pooled.priors.said),
        not_said=POOLED_NOT,
    )


def between_in_words(estimate: Estimate) -> Wording:
    """Say the between-case standardised mean difference."""
    up = estimate.value >= 0
    return Wording(
        name=BETWEEN,
        sentence=Saying(
            nl=f"Gemeten in de spreiding tussen personen liggen de scores {numeral(abs(estimate.value), 'nl')} "
            f"standaarddeviaties {'hoger' if up else 'lager'}{_certainty(estimate.interval, None, 'nl')}.",
            en=f"In units of the spread between persons the scores are {numeral(abs(estimate.value))} standard "
            f"deviations {'higher' if up else 'lower'}{_certainty(estimate.interval, None, 'en')}.",
        ),
        assumes=HIERARCHICAL_ASSUMES,
        not_said=both(NOT_WHY, _joined(estimate.remarks)),
    )


def _joined(sayings: tuple[Saying, ...]) -> Saying:
    return Saying(nl=" ".join(one.nl for one in sayings), en=" ".join(one.en for one in sayings))
