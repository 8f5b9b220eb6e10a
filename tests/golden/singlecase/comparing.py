"""Whether the engine's numbers are the record's, by the tolerance class of each definition."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from tests.golden.singlecase.records import Record, as_list

EXACT_TIE_KEYS = {
    "ses.Tau_BC*": "est",
    "scan.corrected_tau.*": "corrected_tau",
    "scan.pet": "PET_pct",
    "scan.rand_test.*": "p",
}
ROOTS = ("ses.NAP.*", "ses.Tau.unbiased", "ses.Tau_BC", "ses.Tau_BC.pretest05")
HIERARCHICAL = ("scan.hplm.*", "scdhlm.REML.*", "scan.between_smd", "MASS.polr.*")
LIMITS = ("CI_lower", "CI_upper")
TIES_FREE_OF_PEER = frozenset(
    {"baseline_tau", "baseline_z", "baseline_p", "uncorrected_tau", "uncorrected_z", "uncorrected_p", "applied"}
    | {"slope", "intercept", "pval_slope_A", "PET_CI_pct"}
    | {"statistic", "assignments", "distribution_mean", "distribution_sd"}
)
NORMAL_975 = 1.959963984540054
CENTRE, TAIL = 0.3989422804014327, 0.05844507
"""The density of the normal curve at its middle and at its 97.5 % point."""
LONG_TAILED = 15
SHORT = 1e-3
"""How far below the best likelihood a peer is said to have stopped short, by the README of the reference files."""
WITHOUT_END = 0.999
"""From this phi on the errors remember for ever: the REML likelihood has its supremum at phi 1, where the intercept and
the variance are not determined and only the changes are."""


@dataclass(frozen=True)
class Difference:
    """One number that is not the record's: where, what came and what was asked."""

    key: str
    got: object
    wanted: object


@dataclass
class Comparison:
    """The outcome of one record."""

    differences: list[Difference]
    worst: float = 0.0
    skipped: tuple[str, ...] = ()


def of_class(definition: str, patterns: tuple[str, ...]) -> bool:
    """Whether a definition is one of these patterns."""
    return any(fnmatchcase(definition, pattern) for pattern in patterns)


def compare(record: Record, got: Mapping[str, Any]) -> Comparison:
    """Hold the engine's values against the record's."""
    if of_class(record.definition, HIERARCHICAL):
        return _compare_hierarchical(record, got)
    outcome = Comparison([])
    skipped = []
    for key, wanted, given in _pairs(record.expected, got, ""):
        leaf = key.rsplit(".", 1)[-1]
        wanted, compared = _by_exact_ties(record, leaf, wanted)
        if not compared or _degenerate_limit(record, leaf):
            skipped.append(key)
            continue
        _compare_one(record, key, wanted, given, outcome)
    outcome.skipped = tuple(skipped)
    return _forgiven_by_likelihood(record, got, outcome)


def _forgiven_by_likelihood(record: Record, got: Mapping[str, Any], outcome: Comparison) -> Comparison:
    """An iterative fit also passes with a likelihood at least as high.

    With a higher one the peer stopped short, and its numbers are not the optimum's. With the same one the optimum is
    flat, and its numbers may differ by what the likelihood does not tell apart (a relative 1e-4); when the errors
    remember for ever, that holds for the changes alone (ADR 8).
    """
    wanted, given = record.expected.get("logLik"), got.get("logLik")
    if not record.definition.startswith("nlme.gls.") or wanted is None or not isinstance(given, int | float):
        return outcome
    higher = given - wanted
    left = _changes(outcome.differences) if _without_end(record, got) else outcome.differences
    flat = higher >= -1e-8 * abs(wanted) and all(_apart(one) <= 2e-4 for one in left)
    return Comparison([], skipped=outcome.skipped) if higher > 1e-6 or flat else outcome


def _without_end(record: Record, got: Mapping[str, Any]) -> bool:
    return min(float(record.expected.get("phi") or 0), float(got.get("phi") or 0)) > WITHOUT_END


def _changes(differences: list[Difference]) -> list[Difference]:
    return [one for one in differences if one.key.startswith(("coefficients.t.", "coefficients.D.", "coefficients.S."))]


def _apart(one: Difference) -> float:
    if not isinstance(one.got, int | float) or not isinstance(one.wanted, int | float):
        return math.inf
    return abs(one.got - one.wanted) / max(1.0, abs(one.wanted))


def _pairs(wanted: Any, got: Any, path: str) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(wanted, Mapping):
        for key, value in wanted.items():
            inner = got.get(key, KeyError) if isinstance(got, Mapping) else KeyError
            yield from _pairs(value, inner, f"{path}.{key}" if path else key)
    elif isinstance(wanted, list):
        given = as_list(got) if got is not KeyError else []
        if len(given) != len(wanted):
            yield f"{path}.length", len(wanted), len(given)
        else:
            for index, (one, other) in enumerate(zip(wanted, given, strict=True)):
                yield from _pairs(one, other, f"{path}.{index}")
    else:
        yield path, wanted, got


def _by_exact_ties(record: Record, leaf: str, wanted: Any) -> tuple[Any, bool]:
    ties = record.get("exact_ties")
    if not ties:
        return wanted, True
    keys = [key for pattern, key in EXACT_TIE_KEYS.items() if fnmatchcase(record.definition, pattern)]
    if leaf in keys:
        return ties["value"], True
    if leaf in ("tau", "p") and record.definition.startswith("scan.corrected_tau"):
        return wanted, ties["agrees"] or not record.expected["applied"]
    return wanted, bool(ties["agrees"]) or leaf in TIES_FREE_OF_PEER


def _degenerate_limit(record: Record, leaf: str) -> bool:
    """The peer's [1, 1] at complete separation is a root it finds trivially; the engine gives the inner root."""
    perfect = abs(abs(float(record.expected.get("est") or 0)) - 1) < 1e-12 or record.expected.get("est") == 0
    rooted = of_class(record.definition, ROOTS) and leaf in LIMITS
    return rooted and perfect and record.expected["CI_lower"] == record.expected["CI_upper"]


def _compare_one(record: Record, key: str, wanted: Any, got: Any, outcome: Comparison) -> None:
    if wanted is None:
        return
    if isinstance(wanted, bool | str) or got is None or got is KeyError:
        if got is None or got is KeyError or got != wanted:
            outcome.differences.append(Difference(key, got, wanted))
        return
    given = float(got)
    error = abs(given - wanted) / max(1.0, abs(wanted)) if math.isfinite(given) else math.inf
    if not error <= _relative(record, key):
        outcome.differences.append(Difference(key, got, wanted))
    if not record.get("stochastic"):
        outcome.worst = max(outcome.worst, error)


def _relative(record: Record, key: str) -> float:
    """The largest allowed error relative to the wanted value (absolute below 1)."""
    definition, leaf = record.definition, key.rsplit(".", 1)[-1]
    wanted = _value_at(record.expected, key)
    size = max(1.0, abs(wanted)) if isinstance(wanted, int | float) else 1.0
    if definition.startswith("published."):
        digits = record.get("digits")
        return 1e-8 if digits is None else 0.5000001 * 10.0**-digits / size
    if definition == "jags.normal_normal" and key.startswith("posterior."):
        return _monte_carlo(record, key) / size
    if of_class(definition, ROOTS) and leaf in LIMITS:
        return (1e-4 if definition.startswith("ses.NAP") else 2e-4) / size
    if definition == "ses.Tau_BC.Kendall" or leaf == "pval_slope_A":
        return 1e-6 / size
    if definition.startswith(("scan.rand_test.", "SCRT.")):
        return 1e-12 if leaf in ("p", "assignments") else 1e-9
    if "AR1" in definition:
        return 1e-5
    if definition.endswith((".poisson", ".binomial")) or definition.startswith(("nlme.gls.", "metafor.")):
        return 1e-6
    return 1e-8


def _monte_carlo(record: Record, key: str) -> float:
    """Four standard errors of the peer's draws.

    The file states the error of each mean. As draws count the effective ones of the parameter that mixes worst,
    (sd/mcse)^2. A quantile then has the error sqrt(p (1 - p) / draws) / density, with the density of a normal curve
    through it and the median; a standard deviation sd sqrt((kurtosis - 1) / (4 draws)), with a kurtosis of 15: the
    curves are mixtures over the spread between clients, with long tails.
    """
    parameter, leaf = key.rsplit(".", 1)
    own = _value_at(record.expected, parameter)
    if leaf == "mcse":
        return math.inf
    if leaf == "mean":
        return 4.0 * float(own["mcse"]) + 1e-6
    every = record.expected["posterior"].values()
    draws = min((float(one["sd"]) / float(one["mcse"])) ** 2 for one in every)
    if leaf == "sd":
        return 4.0 * float(own["sd"]) * math.sqrt((LONG_TAILED - 1) / (4 * draws))
    if leaf == "median":
        share, density = 0.25, CENTRE / ((own["q975"] - own["q025"]) / (2 * NORMAL_975))
    else:
        share, density = 0.025 * 0.975, TAIL / (abs(own[leaf] - own["median"]) / NORMAL_975)
    return 4.0 * math.sqrt(share / draws) / float(density)


def _value_at(values: Any, key: str) -> Any:
    for part in key.split("."):
        if isinstance(values, list) and part.isdigit():
            values = values[int(part)]
        elif isinstance(values, Mapping) and part in values:
            values = values[part]
        else:
            return None
    return values


def _compare_hierarchical(record: Record, got: Mapping[str, Any]) -> Comparison:
    outcome = Comparison([])
    optimum = record.get("optimum") or {}
    wanted = optimum.get("best_logLik", record.expected.get("logLik"))
    if wanted is None and "deviance" in record.expected:
        wanted, got = -record.expected["deviance"] / 2, {**got, "logLik": -float(got["deviance"]) / 2}
    if wanted is not None:
        given = got.get("logLik")
        if not isinstance(given, int | float) or not given >= wanted - 1e-4:
            outcome.differences.append(Difference("logLik", given, wanted))
    if optimum.get("at_optimum", True) and not _stopped_short(wanted, got.get("logLik")):
        for key, target, given, allowed in _estimates(record, got):
            error = abs(float(given) - target) if isinstance(given, int | float) else math.inf
            outcome.worst = max(outcome.worst, error / max(1.0, abs(target)))
            if not error <= allowed:
                outcome.differences.append(Difference(key, given, target))
    return outcome


def _stopped_short(wanted: float | None, given: object) -> bool:
    """Whether the best likelihood of the file is itself below the optimum, whatever its flag says."""
    return wanted is not None and isinstance(given, int | float) and given > wanted + SHORT


def _estimates(record: Record, got: Mapping[str, Any]) -> Iterator[tuple[str, float, Any, float]]:
    """What is held at the optimum: fixed effects within 0.01 standard error, standardised differences within 0.001."""
    for group in ("fixed", "coefficients"):
        for name, target in record.expected.get(group, {}).items():
            given = got.get(group, {}).get(name)
            if isinstance(target, Mapping):
                value = given.get("est") if isinstance(given, Mapping) else given
                yield f"{group}.{name}", target["est"], value, 0.01 * target["se"]
    if record.expected.get("g_AB") is not None:
        yield "g_AB", record.expected["g_AB"], got.get("g_AB"), 1e-3
    if record.definition == "scan.between_smd":
        for model, target in record.expected.items():
            given = as_list(got.get(model, {}).get("bc_smd"))
            for key, value, one in _pairs(as_list(target["bc_smd"]), given, f"{model}.bc_smd"):
                yield key, value, one, 1e-3
