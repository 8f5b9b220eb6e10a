"""Why a parametric effect size is not given, in words: the sentence behind every code."""

from collections.abc import Mapping
from types import MappingProxyType

from lijfspoor.domain.singlecase.data.saying import Saying

REASONS: Mapping[str, Saying] = MappingProxyType(
    {
        "flat-baseline": Saying(
            nl="Alle scores in de eerste fase zijn gelijk. Een verschil is dan niet in standaarddeviaties te meten.",
            en="All scores in the first phase are equal. A difference then cannot be measured in standard deviations.",
        ),
        "flat-phases": Saying(
            nl="In beide fasen zijn alle scores gelijk. Een verschil is dan niet in standaarddeviaties te meten.",
            en="In both phases all scores are equal. A difference then cannot be measured in standard deviations.",
        ),
        "one-point-baseline": Saying(
            nl="De eerste fase heeft maar één score; daarmee is de spreiding niet te schatten.",
            en="The first phase has one score only; its spread cannot be estimated from that.",
        ),
        "one-point-phase": Saying(
            nl="Een van de fasen heeft maar één score; daarmee is de onzekerheid niet te schatten.",
            en="One of the phases has one score only; the uncertainty cannot be estimated from that.",
        ),
        "too-few-points": Saying(
            nl="Er zijn te weinig scores om de spreiding te schatten.",
            en="There are too few scores to estimate the spread.",
        ),
        "correction-leaves-nothing": Saying(
            nl="De correctie voor kleine aantallen maakt bij zo weinig scores van elk verschil nul. "
            "Gebruik de maat zonder correctie, of die met de spreiding van beide fasen.",
            en="With so few scores the small-sample correction turns every difference into zero. "
            "Use the measure without correction, or the one with the spread of both phases.",
        ),
        "mean-not-positive": Saying(
            nl="Het gemiddelde van een fase is nul of lager; daarvan bestaat geen logaritme. "
            "Noem de schaal (aantal, tempo, deel of percentage) en de duur of het aantal intervallen.",
            en="The mean of a phase is zero or less, which has no logarithm. "
            "Name the scale (count, rate, proportion or percentage) and the length or the number of intervals.",
        ),
        "mean-at-bound": Saying(
            nl="In een fase is elke score 0 of elke score de hoogst mogelijke. Noem het aantal intervallen per meting.",
            en="In a phase every score is 0 or every score is the highest possible. "
            "Name the number of intervals per measurement.",
        ),
        "score-below-scale": Saying(
            nl="Een score is lager dan nul; dat kan niet bij een aantal, tempo, deel of percentage.",
            en="A score is below zero, which a count, rate, proportion or percentage cannot be.",
        ),
        "score-above-scale": Saying(
            nl="Een score is hoger dan het hoogste van de schaal (1 bij een deel, 100 bij een percentage).",
            en="A score is above the highest of the scale (1 for a proportion, 100 for a percentage).",
        ),
        "score-not-positive": Saying(
            nl="Een score is nul of lager. De verhouding van medianen vraagt scores boven nul.",
            en="A score is zero or less. The ratio of medians asks for scores above zero.",
        ),
        "goal-is-baseline": Saying(
            nl="Het doel is gelijk aan het gemiddelde van de eerste fase; er is geen afstand om een deel van te nemen.",
            en="The goal equals the mean of the first phase; there is no distance to take a part of.",
        ),
        "no-interval": Saying(
            nl="Bij deze maat hoort geen standaardfout die klopt.",
            en="There is no sound standard error for this measure.",
        ),
        "out-of-range": Saying(
            nl="De uitkomst is te groot of te klein om als getal te schrijven.",
            en="The answer is too large or too small to be written as a number.",
        ),
    }
)

NEGATIVE_SCORES = Saying(
    nl="Er zijn scores onder nul. Een verhouding heeft alleen betekenis op een schaal met een echt nulpunt.",
    en="There are scores below zero. A ratio has a meaning only on a scale with a true zero.",
)
