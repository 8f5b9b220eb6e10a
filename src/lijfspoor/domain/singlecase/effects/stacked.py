"""The indices that are computed over a stack of series at once, by the names of the catalogue."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Improvement
from lijfspoor.domain.singlecase.effects.answers import Answers
from lijfspoor.domain.singlecase.effects.cdc import CdcTrend, cdc_stack
from lijfspoor.domain.singlecase.effects.corrected_tau import TauKind, corrected_tau_stack
from lijfspoor.domain.singlecase.effects.ird import ird_stack
from lijfspoor.domain.singlecase.effects.lor import lor_stack
from lijfspoor.domain.singlecase.effects.lrm import lrm_stack
from lijfspoor.domain.singlecase.effects.lrr import lrr_stack
from lijfspoor.domain.singlecase.effects.mann_whitney import mann_whitney_stack
from lijfspoor.domain.singlecase.effects.nap import nap_stack
from lijfspoor.domain.singlecase.effects.pand import pand_sort_stack, pand_stack
from lijfspoor.domain.singlecase.effects.pem import pem_stack
from lijfspoor.domain.singlecase.effects.pet import pet_stack
from lijfspoor.domain.singlecase.effects.pnd import pnd_stack
from lijfspoor.domain.singlecase.effects.pogo import pogo_stack
from lijfspoor.domain.singlecase.effects.rci import RciForm, rci_stack
from lijfspoor.domain.singlecase.effects.scales import Scale, resolution
from lijfspoor.domain.singlecase.effects.smd import Standardiser, cohen_d_stack, durlak_g_stack, smd_stack
from lijfspoor.domain.singlecase.effects.stacks import Stack
from lijfspoor.domain.singlecase.effects.tau import tau_stack
from lijfspoor.domain.singlecase.effects.tau_bc import tau_bc_stack
from lijfspoor.domain.singlecase.effects.tau_u import tau_u_stack

Kernel = Callable[..., Answers]
"""Called as kernel(stack, level=..., **settings); settings as in the index's own function."""


def _at_any_level(kernel: Kernel) -> Kernel:
    """A kernel whose answer does not hold limits, so that the level does not matter to it."""

    def compute(stack: Stack, *, level: float, **settings: object) -> Answers:
        return kernel(stack, **settings)

    return compute


def _lrr(
    stack: Stack,
    *,
    better: Improvement,
    corrected: bool,
    scale: Scale | str = Scale.OTHER,
    observation_length: float | None = None,
    intervals: float | None = None,
) -> Answers:
    finest = resolution(Scale(scale), observation_length, intervals)
    return lrr_stack(stack, better, corrected=corrected, scale=Scale(scale), finest=finest)


def _lor(
    stack: Stack, *, corrected: bool, scale: Scale | str = Scale.PROPORTION, intervals: float | None = None
) -> Answers:
    return lor_stack(stack, corrected=corrected, scale=Scale(scale), intervals=intervals)


def _pogo(stack: Stack, *, goal: float | None = None, shared_baseline: bool) -> Answers:
    if goal is None:
        raise refuse(
            "setting-needed", nl="Geef bij deze maat het doel (goal) op.", en="Give the goal with this measure."
        )
    return pogo_stack(stack, goal, shared_baseline=shared_baseline)


def _rci(stack: Stack, *, reliability: float | None = None, form: RciForm) -> Answers:
    if reliability is None:
        raise refuse(
            "setting-needed",
            nl="Geef bij deze maat de betrouwbaarheid van het instrument (reliability) op.",
            en="Give the reliability with this measure.",
        )
    return rci_stack(stack, reliability, form=form)


_UP, _DOWN = Improvement.INCREASE, Improvement.DECREASE
_WITHOUT_LIMITS: Mapping[str, Kernel] = {
    "pnd": pnd_stack,
    "pem": pem_stack,
    "pem.strict": partial(pem_stack, half_ties=False),
    "pet": pet_stack,
    "pet.margin": partial(pet_stack, margin=True),
    "mann-whitney": mann_whitney_stack,
    **{f"cdc.{trend}": partial(cdc_stack, trend=trend) for trend in CdcTrend},
    **{
        f"corrected-tau.{kind}{'.continuity' if continuity else ''}{'.always' if always else ''}": partial(
            corrected_tau_stack, tau=kind, continuity=continuity, always=always
        )
        for kind in TauKind
        for continuity in (False, True)
        for always in (False, True)
    },
    "pand": pand_stack,
    "pand.sort": pand_sort_stack,
    "ird": ird_stack,
    "tau-u": tau_u_stack,
    "smd.baseline.corrected": partial(smd_stack, standardiser=Standardiser.BASELINE, corrected=True),
    "smd.baseline.uncorrected": partial(smd_stack, standardiser=Standardiser.BASELINE, corrected=False),
    "smd.pooled.corrected": partial(smd_stack, standardiser=Standardiser.POOLED, corrected=True),
    "smd.pooled.uncorrected": partial(smd_stack, standardiser=Standardiser.POOLED, corrected=False),
    "smd.average": cohen_d_stack,
    "smd.durlak": durlak_g_stack,
    "lrr-i.corrected": partial(_lrr, better=_UP, corrected=True),
    "lrr-i.uncorrected": partial(_lrr, better=_UP, corrected=False),
    "lrr-d.corrected": partial(_lrr, better=_DOWN, corrected=True),
    "lrr-d.uncorrected": partial(_lrr, better=_DOWN, corrected=False),
    "lor.corrected": partial(_lor, corrected=True),
    "lor.uncorrected": partial(_lor, corrected=False),
    "lrm": lrm_stack,
    "pogo": partial(_pogo, shared_baseline=True),
    "pogo.independent": partial(_pogo, shared_baseline=False),
    "rci.jacobson": partial(_rci, form=RciForm.JACOBSON),
    "rci.christensen-mendoza": partial(_rci, form=RciForm.CHRISTENSEN_MENDOZA),
}
STACKED: Mapping[str, Kernel] = MappingProxyType(
    {
        "nap": nap_stack,
        "nap.hanley": partial(nap_stack, se="hanley"),
        "nap.null": partial(nap_stack, se="null"),
        "tau": tau_stack,
        "tau.hanley": partial(tau_stack, se="hanley"),
        "tau.null": partial(tau_stack, se="null"),
        "tau-bc": tau_bc_stack,
        "tau-bc.kendall": partial(tau_bc_stack, kendall=True),
        "tau-bc.pretest": partial(tau_bc_stack, pretest=0.05),
        "tau-bc.kendall.pretest": partial(tau_bc_stack, kendall=True, pretest=0.05),
        **{name: _at_any_level(kernel) for name, kernel in _WITHOUT_LIMITS.items()},
    }
)
