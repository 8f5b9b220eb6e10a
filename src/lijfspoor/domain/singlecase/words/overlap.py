"""Words for the indices that compare scores by rank: overlap, Tau and its corrections, the dual criterion."""

from collections.abc import Mapping
from types import MappingProxyType

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.words.family import Family, as_number, as_points
from lijfspoor.domain.singlecase.words.wording import both

NOT_HOW_FAR = Saying(
    nl="Dit telt alleen of scores beter zijn, niet hoeveel beter. Het zegt ook niet waardoor het verschil komt.",
    en="This only counts whether scores are better, not by how much. Nor does it say what caused the difference.",
)
ONE_SCORE = Saying(
    nl="De uitkomst hangt aan de ene beste score van de eerste fase, en zegt niet hoeveel beter de scores zijn.",
    en="The result hangs on the single best score of the first phase, and does not say how much better scores are.",
)
STRAIGHT = Saying(
    nl="De trend van de eerste fase was een rechte lijn, die zonder behandeling zo was doorgegaan.",
    en="The trend of the first phase was a straight line that would have gone on without treatment.",
)
TREND_GUESSED = Saying(
    nl="De trend van de eerste fase is zelf een schatting. Daarom staat er geen gewoon interval of p bij.",
    en="The trend of the first phase is itself an estimate. That is why no plain interval or p is given.",
)
TAU_BETTER = Saying(
    nl="Neem steeds één score uit {a} en één uit {b}: het deel paren waarin {b} beter is, is {value} groter dan het "
    "deel waarin {b} slechter is.",
    en="Take one score from {a} and one from {b}: the share of pairs in which {b} is better exceeds the share in which "
    "{b} is worse by {value}.",
)
TAU_WORSE = Saying(
    nl="Neem steeds één score uit {a} en één uit {b}: het deel paren waarin {b} slechter is, is {value} groter dan het "
    "deel waarin {b} beter is.",
    en="Take one score from {a} and one from {b}: the share of pairs in which {b} is worse exceeds the share in which "
    "{b} is better by {value}.",
)
TAU_SAME = Saying(
    nl="In {b} zijn evenveel paren scores beter als slechter dan in {a}.",
    en="In {b} as many pairs of scores are better as are worse than in {a}.",
)
TREND_TAKEN_OFF = Saying(
    nl="Hierbij is rekening gehouden met de trend van de eerste fase.",
    en="The trend of the first phase is allowed for here.",
)

_CORRELATION = Family(
    name=Saying(nl="Tau na aftrek van de trend (samenhang)", en="Baseline-corrected Tau (correlation)"),
    better=Saying(
        nl="De samenhang tussen fase en score is {value}: in {b} zijn de scores beter dan in {a}.",
        en="The correlation between phase and score is {value}: scores are better in {b} than in {a}.",
    ),
    worse=Saying(
        nl="De samenhang tussen fase en score is {value}: in {b} zijn de scores slechter dan in {a}.",
        en="The correlation between phase and score is {value}: scores are worse in {b} than in {a}.",
    ),
    same=Saying(
        nl="Er is geen samenhang tussen fase en score: {a} en {b} zijn gelijk.",
        en="There is no correlation between phase and score: {a} and {b} are equal.",
    ),
    not_said=both(TREND_GUESSED, NOT_HOW_FAR),
    shown=as_number,
    assumes=STRAIGHT,
)
OVERLAP: Mapping[str, Family] = MappingProxyType(
    {
        "pnd": Family(
            name=Saying(nl="PND (scores voorbij de beste score)", en="PND (scores beyond the best one)"),
            better=Saying(
                nl="{value} van de scores in {b} is beter dan de beste score in {a}.",
                en="{value} of the scores in {b} are better than the best score in {a}.",
            ),
            not_said=ONE_SCORE,
        ),
        "pem": Family(
            name=Saying(nl="PEM (scores voorbij de mediaan)", en="PEM (scores beyond the median)"),
            better=Saying(
                nl="{value} van de scores in {b} ligt aan de betere kant van de middelste score in {a}.",
                en="{value} of the scores in {b} lie on the better side of the median of {a}.",
            ),
            not_said=NOT_HOW_FAR,
        ),
        "pet": Family(
            name=Saying(nl="PET (scores voorbij de trend)", en="PET (scores beyond the trend)"),
            better=Saying(
                nl="{value} van de scores in {b} is beter dan de doorgetrokken trend van {a}.",
                en="{value} of the scores in {b} are better than the trend of {a} carried on.",
            ),
            not_said=NOT_HOW_FAR,
            assumes=STRAIGHT,
        ),
        "pand": Family(
            name=Saying(nl="PAND (scores zonder overlap)", en="PAND (scores without overlap)"),
            better=Saying(
                nl="{value} van alle scores kan blijven staan zonder dat {a} en {b} elkaar overlappen.",
                en="{value} of all scores can stay without {a} and {b} overlapping.",
            ),
            not_said=NOT_HOW_FAR,
        ),
        "ird": Family(
            name=Saying(nl="IRD (verschil in verbetering)", en="IRD (improvement rate difference)"),
            better=Saying(
                nl="Het deel verbeterde scores is in {b} {value} groter dan in {a}.",
                en="The share of improved scores is larger in {b} than in {a} by {value}.",
            ),
            worse=Saying(
                nl="Het deel verbeterde scores is in {b} {value} kleiner dan in {a}.",
                en="The share of improved scores is smaller in {b} than in {a} by {value}.",
            ),
            not_said=NOT_HOW_FAR,
            shown=as_points,
        ),
        "nap": Family(
            name=Saying(nl="NAP (paren zonder overlap)", en="NAP (nonoverlap of all pairs)"),
            better=Saying(
                nl="Neem steeds één score uit {a} en één uit {b}: in {value} van de paren is die uit {b} beter "
                "(gelijk telt half; 50% is geen verschil).",
                en="Take one score from {a} and one from {b}: in {value} of the pairs the one from {b} is better "
                "(equal counts half; 50% is no difference).",
            ),
            not_said=NOT_HOW_FAR,
        ),
        "tau": Family(
            name=Saying(nl="Tau (rangverschil)", en="Tau (rank difference)"),
            better=TAU_BETTER,
            worse=TAU_WORSE,
            same=TAU_SAME,
            not_said=NOT_HOW_FAR,
            shown=as_points,
        ),
        "tau-u": Family(
            name=Saying(nl="Tau-U (rangverschil, trend meegeteld)", en="Tau-U (rank difference, trend counted)"),
            better=Saying(
                nl="Met de trend meegeteld is het rangverschil {value}: in {b} zijn de scores beter dan in {a}.",
                en="With the trend counted the rank difference is {value}: scores are better in {b} than in {a}.",
            ),
            worse=Saying(
                nl="Met de trend meegeteld is het rangverschil {value}: in {b} zijn de scores slechter dan in {a}.",
                en="With the trend counted the rank difference is {value}: scores are worse in {b} than in {a}.",
            ),
            same=Saying(
                nl="Met de trend meegeteld is er geen rangverschil tussen {a} en {b}.",
                en="With the trend counted there is no rank difference between {a} and {b}.",
            ),
            not_said=both(
                Saying(
                    nl="Er zijn verschillende Tau-U's met andere uitkomsten, sommige voorbij 1; noem altijd welke.",
                    en="There are several Tau-U's with other outcomes, some beyond 1; always name which.",
                ),
                NOT_HOW_FAR,
            ),
            shown=as_number,
            assumes=STRAIGHT,
        ),
        "tau-bc": Family(
            name=Saying(nl="Tau na aftrek van de trend", en="Baseline-corrected Tau"),
            better=both(TREND_TAKEN_OFF, TAU_BETTER),
            worse=both(TREND_TAKEN_OFF, TAU_WORSE),
            same=both(TREND_TAKEN_OFF, TAU_SAME),
            not_said=both(TREND_GUESSED, NOT_HOW_FAR),
            shown=as_points,
            assumes=STRAIGHT,
        ),
        "tau-bc.kendall": _CORRELATION,
        "corrected-tau": _CORRELATION,
        "mann-whitney": Family(
            name=Saying(nl="Mann-Whitney U", en="Mann-Whitney U"),
            better=Saying(
                nl="In {value} paren is de score uit {a} beter dan die uit {b} (gelijk telt half); z = {z}.",
                en="In {value} pairs the score of {a} is better than the one of {b} (equal counts half); z = {z}.",
            ),
            not_said=NOT_HOW_FAR,
            shown=as_number,
            beside=("z",),
        ),
        "cdc": Family(
            name=Saying(nl="CDC (dubbel criterium)", en="CDC (conservative dual criterion)"),
            better=Saying(
                nl="{value} van de {n_b} scores in {b} liggen voorbij zowel de verschoven trend als het verschoven "
                "gemiddelde van {a}.",
                en="{value} of the {n_b} scores in {b} lie beyond both the shifted trend and the shifted mean of {a}.",
            ),
            not_said=NOT_HOW_FAR,
            shown=as_number,
            assumes=STRAIGHT,
            beside=("n_b",),
        ),
    }
)
