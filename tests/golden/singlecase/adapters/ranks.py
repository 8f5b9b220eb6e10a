"""Indices of rank and overlap, as the reference files name them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Contrast, Improvement
from lijfspoor.domain.singlecase.effects.cdc import cdc
from lijfspoor.domain.singlecase.effects.corrected_tau import TauKind, corrected_tau_stack
from lijfspoor.domain.singlecase.effects.ird import ird
from lijfspoor.domain.singlecase.effects.kendall import kendall
from lijfspoor.domain.singlecase.effects.mann_whitney import mann_whitney_stack
from lijfspoor.domain.singlecase.effects.nap import nap
from lijfspoor.domain.singlecase.effects.pand import pand
from lijfspoor.domain.singlecase.effects.pem import pem
from lijfspoor.domain.singlecase.effects.pet import pet
from lijfspoor.domain.singlecase.effects.pnd import pnd
from lijfspoor.domain.singlecase.effects.rank_answers import Bounded
from lijfspoor.domain.singlecase.effects.stacks import one
from lijfspoor.domain.singlecase.effects.tau import tau
from lijfspoor.domain.singlecase.effects.tau_bc import tau_bc
from lijfspoor.domain.singlecase.effects.tau_u import tau_u
from lijfspoor.domain.singlecase.effects.tau_u_table import TauU, TauUMethod, tau_u_table
from tests.golden.singlecase.records import Record
from tests.golden.singlecase.registry import Values, computes

VALUE_ONLY: Mapping[str, Callable[[Contrast], Estimate]] = {
    "ses.PND": pnd,
    "ses.PEM": pem,
    "ses.PAND": pand,
    "ses.IRD": ird,
    "ses.Tau_U": tau_u,
}
WITH_INTERVAL: Mapping[str, Callable[[Contrast], Estimate]] = {
    "ses.NAP.unbiased": nap,
    "ses.NAP.Hanley": partial(nap, se="hanley"),
    "ses.NAP.null": partial(nap, se="null"),
    "ses.Tau.unbiased": tau,
    "ses.Tau_BC": partial(tau_bc, plain_interval=True),
    "ses.Tau_BC.Kendall": partial(tau_bc, plain_interval=True, kendall=True),
    "ses.Tau_BC.pretest05": partial(tau_bc, plain_interval=True, pretest=0.05),
}
PEER_FIGURES = {"slope": "slope", "intercept": "intercept", "trend_p": "pval_slope_A"}


def whatever_direction(contrast: Contrast) -> Contrast:
    """The raw scores, for definitions that ignore the direction of improvement."""
    return replace(contrast, improvement=Improvement.INCREASE)


def first_of(answers: Bounded) -> dict[str, float | None]:
    """The value and the figures of a stack of one, also where an index refuses; what does not exist is null."""
    numbers = {**{name: float(column[0]) for name, column in answers.figures.items()}, "value": float(answers.value[0])}
    return {name: None if np.isnan(number) else number for name, number in numbers.items()}


@computes(*VALUE_ONLY)
def share(record: Record) -> Values:
    return {"est": VALUE_ONLY[record.definition](record.contrast).value}


@computes(*WITH_INTERVAL)
def with_interval(record: Record) -> Values:
    found = WITH_INTERVAL[record.definition](record.contrast)
    figures = {PEER_FIGURES[name]: value for name, value in found.figures.items() if name in PEER_FIGURES}
    limits = found.interval
    return {
        "est": found.value,
        "se": found.se,
        "CI_lower": limits and limits.lower,
        "CI_upper": limits and limits.upper,
        **figures,
    }


@computes("scan.pnd")
def scan_pnd(record: Record) -> Values:
    return {"PND_pct": 100 * pnd(record.contrast).value}


@computes("scan.pem")
def scan_pem(record: Record) -> Values:
    found = pem(record.contrast, half_ties=False)
    return {
        "PEM_pct": 100 * found.value,
        "positives": found.figures["beyond"],
        "total": len(record.contrast.b),
        "binom_p": found.figures["binomial_p"],
    }


@computes("scan.pet")
def scan_pet(record: Record) -> Values:
    found = pet(record.contrast)
    raised = pet(record.contrast, margin=True).value if len(record.contrast.a) > 2 else None
    return {
        "PET_pct": 100 * found.value,
        "PET_CI_pct": None if raised is None else 100 * raised,
        "binom_p": found.figures["binomial_p"],
    }


@computes("scan.pand.minimum")
def scan_pand_minimum(record: Record) -> Values:
    found = pand(record.contrast)
    return {"PAND_pct": 100 * found.value, "overlaps": found.figures["overlaps"], "n": found.figures["points"]}


@computes("scan.pand.sort")
def scan_pand_sort(record: Record) -> Values:
    found = pand(record.contrast, counting="sort")
    return {"PAND_pct": 100 * found.value, **found.figures}


@computes("scan.ird")
def scan_ird(record: Record) -> Values:
    return {"IRD": ird(record.contrast).value}


@computes("scan.nap")
def scan_nap(record: Record) -> Values:
    found, test = nap(record.contrast), first_of(mann_whitney_stack(one(record.contrast)))
    return {
        "NAP_pct": 100 * found.value,
        "pairs": found.figures["pairs"],
        "positives": found.figures["wins"],
        "ties": found.figures["ties"],
        "non_overlaps": found.figures["wins"] + found.figures["ties"] / 2,
        "w": first_of(mann_whitney_stack(one(whatever_direction(record.contrast))))["value"],
        "p": test["p"],
        "d": test["d"],
        "R2": test["r2"],
    }


@computes(*(f"scan.tau_u.{method}" for method in TauUMethod))
def scan_tau_u(record: Record) -> Values:
    method = TauUMethod(record.definition.removeprefix("scan.tau_u."))
    table = tau_u_table(one(whatever_direction(record.contrast)), method)
    return {row: as_printed(found) for row, found in table.items()}


def as_printed(row: TauU) -> Values:
    """One row in the peer's names; what does not exist is null."""
    columns = {
        "pairs": row.pairs,
        "pos": row.tally.pos,
        "neg": row.tally.neg,
        "ties": row.tally.ties,
        "S": row.s,
        "D": row.d,
        "Tau": row.tau,
        "ci_lower": row.lower,
        "ci_upper": row.upper,
        "SD_S": row.sd_s,
        "VAR_S": row.sd_s**2,
        "SE_Tau": row.se,
        "Z": row.z,
        "p": row.p,
    }
    shown = {name: None if np.isnan(column[0]) else float(column[0]) for name, column in columns.items()}
    return {"n": row.n, **shown}


@computes(*(f"scan.corrected_tau.{kind}{way}" for kind in "ab" for way in ("", ".continuity")))
def scan_corrected_tau(record: Record) -> Values:
    kind, _, way = record.definition.removeprefix("scan.corrected_tau.").partition(".")
    series = one(whatever_direction(record.contrast))
    found = first_of(corrected_tau_stack(series, tau=TauKind(kind), continuity=bool(way)))
    return {**found, "tau": found["value"], "applied": bool(found["corrected"])}


@computes("scan.cdc.OLS", "scan.cdc.bisplit", "scan.cdc.trisplit")
def scan_cdc(record: Record) -> Values:
    found = cdc(record.contrast, trend=record.definition.removeprefix("scan.cdc.").lower())
    verdict = "systematic change" if found.figures["systematic"] else "no change"
    return {"exceeding": found.value, "n_b": found.figures["n_b"], "p": found.figures["p"], "verdict": verdict}


def by_name(indices: Iterable[tuple[str, Callable[[Contrast], Estimate]]], record: Record) -> Values:
    return {name: index(record.contrast).value for name, index in indices}


@computes("published.nonoverlap")
def published_nonoverlap(record: Record) -> Values:
    return by_name([("PND", pnd), ("PAND", pand), ("PEM", pem), ("IRD", ird), ("NAP", nap), ("Tau", tau)], record)


@computes("published.tau_u", "published.tau_bc")
def published_taus(record: Record) -> Values:
    return by_name([("Tau", tau), ("Tau_U_A", tau_u), ("Tau_BC", tau_bc)], record)


@computes("published.kendall_tau_b")
def published_kendall(record: Record) -> Values:
    data = record.get("data")
    found = kendall(np.array(data["x"], dtype=np.float64), np.array(data["y"], dtype=np.float64))
    return {"S": found.s, "D": found.denominator, "tau_b": found.tau_b}
