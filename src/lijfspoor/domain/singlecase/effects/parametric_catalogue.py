"""The parametric effect sizes by their stable names.

What an index must know beside the scores is passed to `compute` by name: `goal` (pogo), `reliability` (rci), `scale`,
`observation_length` and `intervals` (lrr, lor), `level` (all with an interval).
"""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import Refused, Saying, refuse
from lijfspoor.domain.singlecase.data.series import Contrast
from lijfspoor.domain.singlecase.effects.aliv import aliv
from lijfspoor.domain.singlecase.effects.entry import Entry
from lijfspoor.domain.singlecase.effects.lor import lor
from lijfspoor.domain.singlecase.effects.lrm import lrm
from lijfspoor.domain.singlecase.effects.lrr import lrr_decreasing, lrr_increasing
from lijfspoor.domain.singlecase.effects.pogo import pogo
from lijfspoor.domain.singlecase.effects.rci import RciForm, rci
from lijfspoor.domain.singlecase.effects.smd import cohen_d, durlak_g, smd

_SMD_BASELINE = Saying(
    nl="Hoeveel standaarddeviaties van de eerste fase het gemiddelde is verschoven.",
    en="How many standard deviations of the first phase the mean has moved.",
)
_SMD_POOLED = Saying(
    nl="Hoeveel standaarddeviaties, uit beide fasen samen, het gemiddelde is verschoven.",
    en="How many standard deviations, of both phases together, the mean has moved.",
)
_LRR_UP = Saying(
    nl="Met welke factor het gemiddelde is veranderd, als logaritme; boven nul is beter.",
    en="By what factor the mean has changed, as a logarithm; above zero is better.",
)
_LRR_DOWN = Saying(
    nl="Met welke factor het gemiddelde is veranderd, als logaritme; onder nul is beter.",
    en="By what factor the mean has changed, as a logarithm; below zero is better.",
)
_LOR = Saying(
    nl="Hoe de verhouding tussen wel en niet is veranderd, als logaritme.",
    en="How the odds have changed, as a logarithm.",
)
_LRM = Saying(
    nl="Met welke factor de mediaan is veranderd, als logaritme.",
    en="By what factor the median has changed, as a logarithm.",
)
_POGO = Saying(
    nl="Welk deel van de weg van begin naar doel is afgelegd, in procenten.",
    en="What part of the way from baseline to goal has been covered, in percent.",
)
_RCI = Saying(
    nl="Of het verschil groter is dan de onbetrouwbaarheid van het instrument.",
    en="Whether the difference is larger than the unreliability of the instrument.",
)
_ALIV = Saying(
    nl="Hoeveel hoger of lager de ene conditie ligt dan de andere, waar beide een waarde hebben.",
    en="How much higher or lower one condition lies than the other, where both have a value.",
)


def _pogo(
    contrast: Contrast, *, goal: float | None = None, shared_baseline: bool = True, level: float = 0.95
) -> Estimate:
    if goal is None:
        raise _needed(nl="het doel (goal)", en="the goal (goal)")
    return pogo(contrast, goal, shared_baseline=shared_baseline, level=level)


def _rci(contrast: Contrast, *, reliability: float | None = None, form: RciForm) -> Estimate:
    if reliability is None:
        raise _needed(nl="de betrouwbaarheid van het instrument (reliability)", en="the reliability (reliability)")
    return rci(contrast, reliability, form=form)


def _needed(*, nl: str, en: str) -> Refused:
    return refuse("setting-needed", nl=f"Geef bij deze maat {nl} op.", en=f"Give {en} with this measure.")


PARAMETRIC: Mapping[str, Entry] = MappingProxyType(
    {
        "smd.baseline.corrected": Entry(partial(smd, standardiser="baseline", corrected=True), _SMD_BASELINE),
        "smd.baseline.uncorrected": Entry(partial(smd, standardiser="baseline", corrected=False), _SMD_BASELINE),
        "smd.pooled.corrected": Entry(partial(smd, standardiser="pooled", corrected=True), _SMD_POOLED),
        "smd.pooled.uncorrected": Entry(partial(smd, standardiser="pooled", corrected=False), _SMD_POOLED),
        "smd.average": Entry(cohen_d, _SMD_POOLED),
        "smd.durlak": Entry(durlak_g, _SMD_POOLED),
        "lrr-i.corrected": Entry(partial(lrr_increasing, corrected=True), _LRR_UP),
        "lrr-i.uncorrected": Entry(partial(lrr_increasing, corrected=False), _LRR_UP),
        "lrr-d.corrected": Entry(partial(lrr_decreasing, corrected=True), _LRR_DOWN),
        "lrr-d.uncorrected": Entry(partial(lrr_decreasing, corrected=False), _LRR_DOWN),
        "lor.corrected": Entry(partial(lor, corrected=True), _LOR),
        "lor.uncorrected": Entry(partial(lor, corrected=False), _LOR),
        "lrm": Entry(lrm, _LRM),
        "pogo": Entry(partial(_pogo, shared_baseline=True), _POGO),
        "pogo.independent": Entry(partial(_pogo, shared_baseline=False), _POGO),
        "rci.jacobson": Entry(partial(_rci, form=RciForm.JACOBSON), _RCI),
        "rci.christensen-mendoza": Entry(partial(_rci, form=RciForm.CHRISTENSEN_MENDOZA), _RCI),
        "aliv": Entry(aliv, _ALIV),
    }
)
