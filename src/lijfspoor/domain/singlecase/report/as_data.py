"""The report as plain data, schema `lijfspoor.singlecase.report/1`: numbers as they are, words in both languages.

What cannot be given is a result with status "refused", a stable code and a reason; there is never a NaN or an infinity.
"""

import math
from collections.abc import Iterable, Mapping
from typing import Any

from lijfspoor.domain.singlecase.data.results import Estimate, Interval
from lijfspoor.domain.singlecase.data.saying import Refused, Saying
from lijfspoor.domain.singlecase.effects.autocorrelation import Autocorrelation
from lijfspoor.domain.singlecase.effects.descriptives import PhaseDescription
from lijfspoor.domain.singlecase.report.parts import CaseReport, Comparison, DesignReport, Report, Result, Together
from lijfspoor.domain.singlecase.words.scribe import Item
from lijfspoor.domain.singlecase.words.wording import Wording

SCHEMA = "lijfspoor.singlecase.report/1"
Plain = dict[str, Any]


def as_data(report: Report) -> Plain:
    """The whole report as dictionaries, lists, texts and finite numbers."""
    return {
        "schema": SCHEMA,
        "title": saying(report.title),
        "answers": [{"measure": one.measure, "answer": result(one.result)} for one in report.answers],
        "design": None if report.design is None else design(report.design),
        "cases": [case(one) for one in report.cases],
        "together": [together(one) for one in report.together],
        "picture": {"title": saying(report.picture.title), "description": saying(report.picture.description)},
        "scribe": [item(one) for one in report.scribe],
    }


def saying(said: Saying | None) -> dict[str, str] | None:
    """Both languages."""
    return None if said is None else {"nl": said.nl, "en": said.en}


def sayings(several: Iterable[Saying]) -> list[dict[str, str] | None]:
    """Several sentences."""
    return [saying(one) for one in several]


def number(value: float | None) -> float | None:
    """A finite number, or nothing."""
    return None if value is None or not math.isfinite(value) else float(value)


def interval(limits: Interval | None) -> Plain | None:
    """Lower, upper and level; a limit that does not exist is nothing."""
    if limits is None:
        return None
    return {"lower": number(limits.lower), "upper": number(limits.upper), "level": limits.level}


def result(one: Result | None) -> Plain | None:
    """An answer that is given, or refused with its code and reason."""
    if one is None:
        return None
    if one.estimate is None or one.words is None:
        code = one.refused.code if one.refused else ""
        return {"statistic": one.statistic, "status": "refused", "code": code, "why": saying(one.why)}
    return {"statistic": one.statistic, "status": "given", **_estimate(one.estimate), "words": _wording(one.words)}


def _estimate(estimate: Estimate) -> Plain:
    return {
        "value": number(estimate.value),
        "se": number(estimate.se),
        "interval": interval(estimate.interval),
        "assumes_independence": estimate.assumes_independence,
        "figures": _figures(estimate.figures),
        "remarks": sayings(estimate.remarks),
    }


def _figures(figures: Mapping[str, float]) -> dict[str, float | None]:
    return {str(name): number(value) for name, value in figures.items()}


def _wording(words: Wording) -> Plain:
    return {
        "name": saying(words.name),
        "sentence": saying(words.sentence),
        "assumes": saying(words.assumes),
        "not_said": saying(words.not_said),
    }


def design(one: DesignReport) -> Plain:
    """Kind, cases, what it can say at best, and the seal."""
    seal = None if one.seal is None else {"intact": one.seal.intact, "said": sayings(one.seal.said)}
    return {
        "kind": one.design.kind.value,
        "title": one.design.title,
        "cases": list(one.design.cases),
        "measurements": list(one.design.sizes),
        "assignments": str(one.design.joint.count()),
        "said": sayings(one.said),
        "seal": seal,
        "followed": sayings(one.followed),
    }


def case(one: CaseReport) -> Plain:
    """One series: its rows, its phases in numbers, and its answers."""
    series = one.case
    return {
        "name": series.name,
        "measure": series.measure,
        "improvement": series.improvement.value,
        "outcome": series.outcome.value,
        "first_day": None if series.first_day is None else series.first_day.isoformat(),
        "times": [float(time) for time in series.times],
        "phases": list(series.phases),
        "values": [number(float(value)) for value in series.values],
        "too_early": saying(one.too_early),
        "reserve": saying(one.reserve),
        "descriptives": [phase(described) for described in one.descriptives],
        "autocorrelation": [_autocorrelation(label, found) for label, found in one.autocorrelation],
        "design_based": result(one.design_based),
        "comparisons": [comparison(made) for made in one.comparisons],
    }


def phase(described: PhaseDescription) -> Plain:
    """One phase in numbers."""
    numbers = ("mean", "median", "sd", "mad", "minimum", "maximum", "trend")
    return {
        "label": described.label,
        "n": described.n,
        "missing": described.missing,
        **{name: number(getattr(described, name)) for name in numbers},
        "refused": {name: _refusal(refused) for name, refused in described.refused.items()},
    }


def _refusal(refused: Refused) -> Plain:
    return {"code": refused.code, "why": saying(refused.why)}


def _autocorrelation(label: str, found: Autocorrelation | Refused) -> Plain:
    given = None if isinstance(found, Refused) else number(found.r)
    refused = _refusal(found) if isinstance(found, Refused) else None
    return {"phase": label, "lag": 1, "r": given, "refused": refused}


def comparison(made: Comparison) -> Plain:
    """One condition against the first."""
    return {
        "a": list(made.a),
        "b": list(made.b),
        "effects": [result(effect) for effect in made.effects],
        "model": result(made.model),
    }


def together(one: Together) -> Plain:
    """Several clients taken together."""
    return {
        "measure": one.measure,
        "names": list(one.names),
        "b": list(one.b),
        "pooled": result(one.pooled),
        "clients": [
            {
                "name": client.name,
                "value": number(client.value),
                "se": number(client.se),
                "interval": interval(client.interval),
                "pull": number(client.pull),
            }
            for client in one.clients
        ],
        "without": [{"name": name, "mean": number(mean)} for name, mean in one.without],
        "bayes": result(one.bayes),
        "hierarchical": result(one.hierarchical),
        "between": result(one.between),
        "remarks": sayings(one.remarks),
    }


def item(one: Item) -> Plain:
    """One item of the SCRIBE list."""
    return {
        "number": one.number,
        "topic": saying(one.topic),
        "question": saying(one.question),
        "state": one.state.value,
        "answer": saying(one.answer),
        "checked_at_source": one.checked,
    }
