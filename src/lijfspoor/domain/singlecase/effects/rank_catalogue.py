"""The indices of rank and overlap by their stable names, each with what it measures."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.effects.cdc import CdcTrend, cdc
from lijfspoor.domain.singlecase.effects.corrected_tau import TauKind, corrected_tau
from lijfspoor.domain.singlecase.effects.entry import Entry
from lijfspoor.domain.singlecase.effects.ird import ird
from lijfspoor.domain.singlecase.effects.mann_whitney import mann_whitney
from lijfspoor.domain.singlecase.effects.nap import NapError, nap
from lijfspoor.domain.singlecase.effects.pand import Counting, pand
from lijfspoor.domain.singlecase.effects.pem import pem
from lijfspoor.domain.singlecase.effects.pet import pet
from lijfspoor.domain.singlecase.effects.pnd import pnd
from lijfspoor.domain.singlecase.effects.tau import tau
from lijfspoor.domain.singlecase.effects.tau_bc import tau_bc
from lijfspoor.domain.singlecase.effects.tau_u import tau_u
from lijfspoor.domain.singlecase.effects.tau_u_table import TauUMethod, tau_u_of

PRETEST = 0.05

_PND = Saying(
    nl="Welk deel van de tweede fase beter is dan de beste score van de eerste.",
    en="What part of the second phase is better than the best score of the first.",
)
_PEM = Saying(
    nl="Welk deel van de tweede fase beter is dan de mediaan van de eerste.",
    en="What part of the second phase is better than the median of the first.",
)
_PET = Saying(
    nl="Welk deel van de tweede fase beter is dan de doorgetrokken lijn van de eerste.",
    en="What part of the second phase is better than the line of the first, drawn on.",
)
_PAND = Saying(
    nl="Welk deel van alle scores overblijft als alle overlap is weggehaald.",
    en="What part of all scores is left when all overlap is taken away.",
)
_IRD = Saying(
    nl="Hoeveel groter het deel verbeterde scores is in de tweede fase dan in de eerste.",
    en="How much larger the part of improved scores is in the second phase than in the first.",
)
_NAP = Saying(
    nl="De kans dat een score uit de tweede fase beter is dan een uit de eerste; gelijk telt half.",
    en="The chance that a score of the second phase is better than one of the first; equal counts half.",
)
_TAU = Saying(
    nl="Welk deel van de paren beter is, min het deel dat slechter is.",
    en="What part of the pairs is better, less the part that is worse.",
)
_MANN_WHITNEY = Saying(
    nl="In hoeveel paren de eerste fase beter is, met de toets die daarbij hoort.",
    en="In how many pairs the first phase is better, with the test that goes with it.",
)
_TAU_U = Saying(
    nl="Het verschil tussen de fasen, met de trend van de eerste fase eraf.",
    en="The difference between the phases, less the trend of the first phase.",
)
_TAU_BC = Saying(
    nl="Het verschil tussen de fasen in wat overblijft als de trend van de eerste fase is afgetrokken.",
    en="The difference between the phases in what is left when the trend of the first phase is taken off.",
)
_CDC = Saying(
    nl="Hoeveel scores van de tweede fase boven zowel de lijn als het gemiddelde van de eerste liggen.",
    en="How many scores of the second phase lie beyond both the line and the mean of the first.",
)

_CORRECTED = {
    f"corrected-tau.{kind}{'.continuity' if continuity else ''}{'.always' if always else ''}": Entry(
        partial(corrected_tau, tau=kind, continuity=continuity, always=always), _TAU_BC
    )
    for kind in TauKind
    for continuity in (False, True)
    for always in (False, True)
}

RANK: Mapping[str, Entry] = MappingProxyType(
    {
        "pnd": Entry(pnd, _PND),
        "pem": Entry(pem, _PEM),
        "pem.strict": Entry(partial(pem, half_ties=False), _PEM),
        "pet": Entry(pet, _PET),
        "pet.margin": Entry(partial(pet, margin=True), _PET),
        "pand": Entry(pand, _PAND),
        "pand.sort": Entry(partial(pand, counting=Counting.SORT), _PAND),
        "ird": Entry(ird, _IRD),
        "nap": Entry(nap, _NAP),
        "nap.hanley": Entry(partial(nap, se=NapError.HANLEY), _NAP),
        "nap.null": Entry(partial(nap, se=NapError.NULL), _NAP),
        "mann-whitney": Entry(mann_whitney, _MANN_WHITNEY),
        "tau": Entry(tau, _TAU),
        "tau.hanley": Entry(partial(tau, se=NapError.HANLEY), _TAU),
        "tau.null": Entry(partial(tau, se=NapError.NULL), _TAU),
        "tau-u": Entry(tau_u, _TAU_U),
        **{f"tau-u.{method}": Entry(partial(tau_u_of, method=method), _TAU_U) for method in TauUMethod},
        "tau-bc": Entry(tau_bc, _TAU_BC),
        "tau-bc.pretest": Entry(partial(tau_bc, pretest=PRETEST), _TAU_BC),
        "tau-bc.kendall": Entry(partial(tau_bc, kendall=True), _TAU_BC),
        "tau-bc.kendall.pretest": Entry(partial(tau_bc, kendall=True, pretest=PRETEST), _TAU_BC),
        **_CORRECTED,
        **{f"cdc.{trend}": Entry(partial(cdc, trend=trend), _CDC) for trend in CdcTrend},
    }
)
