"""The pooling room's answers to the pooling and Bayes records."""

from collections.abc import Callable, Mapping

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Contrast, Improvement, contrast
from lijfspoor.domain.singlecase.effects.lrr import lrr_increasing
from lijfspoor.domain.singlecase.effects.smd import smd
from lijfspoor.domain.singlecase.effects.tau import tau
from lijfspoor.domain.singlecase.effects.tau_u_table import TauUMethod, tau_u_of
from lijfspoor.domain.singlecase.pooling.bayes import Posterior, Priors, pool_bayes
from lijfspoor.domain.singlecase.pooling.client_effects import ClientEffects, effects_of
from lijfspoor.domain.singlecase.pooling.paule_mandel_coarse import paule_mandel_coarse
from lijfspoor.domain.singlecase.pooling.random_effects import Floor, pool
from lijfspoor.domain.singlecase.pooling.tau_u_fixed import tau_u_meta_fixed
from tests.golden.singlecase.records import Record
from tests.golden.singlecase.registry import Values, computes

EFFECTS: Mapping[str, Callable[[Contrast], Estimate]] = {
    "LRRi": lrr_increasing,
    "SMD": smd,
    "Tau": tau,
}


def inputs(record: Record) -> ClientEffects:
    """The effects of the record's cases; the record leaves the direction unsaid, only the signs of its inputs show it.

    Cases without an answer are left out, as in the record.
    """
    rising = _effects(record, Improvement.INCREASE)
    falling = _effects(record, Improvement.DECREASE)
    wanted = np.asarray(record.expected["yi"], dtype=float)
    return min(rising, falling, key=lambda one: _misfit(one, wanted))


def _misfit(effects: ClientEffects, wanted: np.ndarray) -> float:
    return float("inf") if len(wanted) != effects.count else float(np.sum(np.sign(effects.values) != np.sign(wanted)))


def _effects(record: Record, improvement: Improvement) -> ClientEffects:
    compute = EFFECTS[record.get("effect")]
    answers = []
    for case in record.cases:
        sides = contrast(case, case.labels[:1], case.labels[1:2])
        sides = Contrast(sides.a, sides.b, sides.times_a, sides.times_b, improvement)
        try:
            answers.append((case.name, compute(sides)))
        except Refused:
            continue
    return effects_of(answers)


@computes("metafor.rma.REML.knha", "metafor.rma.DL.knha", "metafor.rma.PM.knha")
def random_effects(record: Record) -> Values:
    effects = inputs(record)
    method = record.definition.split(".")[2]
    tau2 = paule_mandel_coarse(effects) if method == "PM" else None
    pooled = pool(effects, method=method, floor=Floor.NONE, tau2=tau2)
    return {
        "yi": effects.values.tolist(),
        "sei": effects.ses.tolist(),
        "b": pooled.mean,
        "se": pooled.se,
        "tau2": pooled.tau2,
        "I2": pooled.i2,
        "Q": pooled.q,
        "p": pooled.p,
        "ci_lower": pooled.interval.lower,
        "ci_upper": pooled.interval.upper,
        "pi_lower": pooled.prediction.lower,
        "pi_upper": pooled.prediction.upper,
    }


@computes("jags.normal_normal")
def normal_normal(record: Record) -> Values:
    effects = inputs(record)
    mu_sd, tau_scale = record.expected["prior_mu_sd"], record.expected["prior_tau_scale"]
    answer = pool_bayes(effects, Priors(mu_sd, tau_scale))
    each = {f"th[{row}]": client for row, client in enumerate(answer.clients, start=1)}
    unknowns = {"mu": answer.mu, "new": answer.new_client, "tau": answer.tau, **each}
    return {
        "yi": effects.values.tolist(),
        "sei": effects.ses.tolist(),
        "prior_mu_sd": mu_sd,
        "prior_tau_scale": tau_scale,
        "posterior": {name: _posterior(one) for name, one in unknowns.items()},
        "rhat_max": record.expected["rhat_max"],  # a diagnostic of the peer's chains; there are none here
    }


def _posterior(one: Posterior) -> Values:
    return {
        "mean": one.mean,
        "sd": one.sd,
        "mcse": 0.0,
        "q025": one.interval.lower,
        "median": one.median,
        "q975": one.interval.upper,
    }


@computes("scan.tau_u.meta")
def tau_u_meta(record: Record) -> Values:
    sides = [contrast(case, case.labels[:1], case.labels[1:2]) for case in record.cases]
    counts = [len(pair.a) + len(pair.b) for pair in sides]
    return {
        name: _meta([tau_u_of(pair, method=TauUMethod.COMPLETE_B, row=name).value for pair in sides], counts)
        for name in record.expected
    }


def _meta(taus: list[float], counts: list[int]) -> Values:
    answer = tau_u_meta_fixed(taus, counts)
    assert answer.interval is not None
    z = answer.figures["z"]
    return {
        "Tau_U": answer.value,
        "se": answer.se,
        "ci_lower": answer.interval.lower,
        "ci_upper": answer.interval.upper,
        "z": z if np.isfinite(z) else None,
        "p": answer.figures["p"],
    }
