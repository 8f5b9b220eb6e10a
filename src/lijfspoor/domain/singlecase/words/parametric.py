"""Words for the indices that compare means, medians, ratios or the way to a goal."""

from collections.abc import Mapping
from types import MappingProxyType

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.words.family import NOT_WHY, Family, as_factor, as_percent, as_size
from lijfspoor.domain.singlecase.words.wording import both

OWN_SPREAD = Saying(
    nl="De schommeling van deze persoon is de maatstaf. Vergelijk dit getal niet met dat uit groepsonderzoek.",
    en="This person's own fluctuation is the yardstick. Do not compare this number with one from group research.",
)
STEADY = Saying(
    nl="De scores schommelden in beide fasen rond een vast gemiddelde, zonder trend.",
    en="In both phases scores moved around a fixed mean, without trend.",
)
TRUE_ZERO = Saying(
    nl="Nul op de schaal betekent echt 'niets', en er was geen trend.",
    en="Zero on the scale really means 'nothing', and there was no trend.",
)
FACTOR = Saying(
    nl="Een factor zegt niet hoeveel punten het scheelt. Hij zegt ook niet waardoor het verschil komt.",
    en="A factor does not say how many points it is. Nor does it say what caused the difference.",
)
ONE_MEASUREMENT = Saying(
    nl="Dit vergelijkt het verschil met de meetfout van het instrument. De gewone schommeling van dag tot dag telt "
    "niet mee.",
    en="This compares the difference with the error of the instrument. Ordinary day-to-day fluctuation does not count.",
)


def _shift(nl: str, en: str) -> tuple[Saying, Saying, Saying]:
    return (
        Saying(
            nl=f"Gemiddeld liggen de scores in {{b}} {{value}} {nl} beter dan in {{a}}.",
            en=f"On average the scores in {{b}} are {{value}} {en} better than in {{a}}.",
        ),
        Saying(
            nl=f"Gemiddeld liggen de scores in {{b}} {{value}} {nl} slechter dan in {{a}}.",
            en=f"On average the scores in {{b}} are {{value}} {en} worse than in {{a}}.",
        ),
        Saying(
            nl="Gemiddeld zijn de scores in {a} en {b} gelijk.",
            en="On average the scores in {a} and {b} are equal.",
        ),
    )


def _factor(nl: str, en: str) -> tuple[Saying, Saying, Saying]:
    return (
        Saying(
            nl=f"{nl} is in {{b}} met een factor {{value}} veranderd, de goede kant op.",
            en=f"{en} has changed by a factor of {{value}} in {{b}}, for the better.",
        ),
        Saying(
            nl=f"{nl} is in {{b}} met een factor {{value}} veranderd, de verkeerde kant op.",
            en=f"{en} has changed by a factor of {{value}} in {{b}}, for the worse.",
        ),
        Saying(nl=f"{nl} is in {{a}} en {{b}} gelijk.", en=f"{en} is equal in {{a}} and {{b}}."),
    )


_SMD = _shift("standaarddeviaties", "standard deviations")
_ALIV = _shift("punten", "points")
_MEAN = _factor("De gemiddelde score", "The mean score")
_MEDIAN = _factor("De middelste score", "The median score")
_ODDS = _factor("De verhouding tussen wel en niet", "The odds")

PARAMETRIC: Mapping[str, Family] = MappingProxyType(
    {
        "smd": Family(
            name=Saying(nl="Gestandaardiseerd verschil binnen de persoon", en="Within-person standardised difference"),
            better=_SMD[0],
            worse=_SMD[1],
            same=_SMD[2],
            not_said=both(OWN_SPREAD, NOT_WHY),
            shown=as_size,
            assumes=STEADY,
        ),
        "lrr-i": Family(
            name=Saying(nl="Log-verhouding (stijgen is beter)", en="Log response ratio (increase is better)"),
            better=_MEAN[0],
            worse=_MEAN[1],
            same=_MEAN[2],
            not_said=FACTOR,
            shown=as_factor,
            assumes=TRUE_ZERO,
        ),
        "lrr-d": Family(
            name=Saying(nl="Log-verhouding (dalen is beter)", en="Log response ratio (decrease is better)"),
            better=_MEAN[0],
            worse=_MEAN[1],
            same=_MEAN[2],
            not_said=FACTOR,
            shown=as_factor,
            assumes=TRUE_ZERO,
            turned=True,
        ),
        "lor": Family(
            name=Saying(nl="Log-kansverhouding", en="Log odds ratio"),
            better=_ODDS[0],
            worse=_ODDS[1],
            same=_ODDS[2],
            not_said=FACTOR,
            shown=as_factor,
            assumes=STEADY,
        ),
        "lrm": Family(
            name=Saying(nl="Log-verhouding van medianen", en="Log ratio of medians"),
            better=_MEDIAN[0],
            worse=_MEDIAN[1],
            same=_MEDIAN[2],
            not_said=FACTOR,
            shown=as_factor,
            assumes=TRUE_ZERO,
        ),
        "pogo": Family(
            name=Saying(nl="Deel van het doel gehaald", en="Percent of goal obtained"),
            better=Saying(
                nl="Van de weg van het begin naar het doel is in {b} {value} afgelegd.",
                en="Of the way from the start to the goal, {value} has been covered in {b}.",
            ),
            not_said=Saying(
                nl="Dit hangt af van het doel dat vooraf is gekozen. Het zegt niet waardoor de verandering komt.",
                en="This depends on the goal that was chosen beforehand. It does not say what caused the change.",
            ),
            shown=as_percent,
            assumes=STEADY,
        ),
        "rci": Family(
            name=Saying(nl="Betrouwbare verandering (RCI)", en="Reliable change index (RCI)"),
            better=Saying(
                nl="Het gemiddelde verschil tussen {a} en {b}, naar de goede kant, is {value} keer de meetfout; "
                "vanaf 1,96 heet dat een "
                "betrouwbare verandering.",
                en="The mean difference between {a} and {b}, for the better, is {value} times the measurement error; "
                "from 1.96 on that is "
                "called a reliable change.",
            ),
            worse=Saying(
                nl="Het gemiddelde verschil tussen {a} en {b}, naar de verkeerde kant, is {value} keer de meetfout; "
                "vanaf 1,96 heet dat "
                "een betrouwbare verandering.",
                en="The mean difference between {a} and {b}, for the worse, is {value} times the measurement error; "
                "from 1.96 on that is "
                "called a reliable change.",
            ),
            not_said=ONE_MEASUREMENT,
            shown=as_size,
            assumes=STEADY,
        ),
        "aliv": Family(
            name=Saying(nl="ALIV (afstand van de twee lijnen)", en="ALIV (distance of the two paths)"),
            better=_ALIV[0],
            worse=_ALIV[1],
            same=_ALIV[2],
            not_said=NOT_WHY,
            shown=as_size,
            assumes=Saying(
                nl="Tussen twee scores van dezelfde conditie loopt het verloop ongeveer recht.",
                en="Between two scores of one condition the course is about straight.",
            ),
        ),
    }
)
