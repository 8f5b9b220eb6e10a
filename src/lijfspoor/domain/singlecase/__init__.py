"""Single-case statistics: designs, randomisation, effect sizes, models, pooling and pictures of one person's series.

Needs NumPy and SciPy alone. What one works with is named here and read when it is first asked for, so importing the
package costs next to nothing: `from lijfspoor.domain import singlecase; singlecase.default_answer(cases, design)`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lijfspoor.domain.singlecase.data.reading import read_series as read_series
    from lijfspoor.domain.singlecase.data.results import Estimate as Estimate
    from lijfspoor.domain.singlecase.data.results import Interval as Interval
    from lijfspoor.domain.singlecase.data.saying import Refused as Refused
    from lijfspoor.domain.singlecase.data.saying import Saying as Saying
    from lijfspoor.domain.singlecase.data.series import Case as Case
    from lijfspoor.domain.singlecase.data.series import Contrast as Contrast
    from lijfspoor.domain.singlecase.data.series import Improvement as Improvement
    from lijfspoor.domain.singlecase.data.series import Outcome as Outcome
    from lijfspoor.domain.singlecase.data.series import contrast as contrast
    from lijfspoor.domain.singlecase.data.series import make_case as make_case
    from lijfspoor.domain.singlecase.data.writing import write_series as write_series
    from lijfspoor.domain.singlecase.designs.attainable import attainable as attainable
    from lijfspoor.domain.singlecase.designs.design import Design as Design
    from lijfspoor.domain.singlecase.designs.opening import open_seal as open_seal
    from lijfspoor.domain.singlecase.designs.opening import verify as verify
    from lijfspoor.domain.singlecase.designs.quality import quality as quality
    from lijfspoor.domain.singlecase.designs.reading import design_from as design_from
    from lijfspoor.domain.singlecase.designs.seal import commit as commit
    from lijfspoor.domain.singlecase.designs.seal import seal as seal
    from lijfspoor.domain.singlecase.effects.batch import batch as batch
    from lijfspoor.domain.singlecase.effects.catalogue import CATALOGUE as CATALOGUE
    from lijfspoor.domain.singlecase.effects.catalogue import effect_size as effect_size
    from lijfspoor.domain.singlecase.models.between.multiple_baseline import (
        moment_multiple_baseline as moment_multiple_baseline,
    )
    from lijfspoor.domain.singlecase.models.between.restricted import restricted_difference as restricted_difference
    from lijfspoor.domain.singlecase.models.between.reversal import moment_reversal as moment_reversal
    from lijfspoor.domain.singlecase.models.glm import generalised_linear as generalised_linear
    from lijfspoor.domain.singlecase.models.gls import generalised_least_squares as generalised_least_squares
    from lijfspoor.domain.singlecase.models.hierarchical.piecewise_cases import (
        hierarchical_piecewise as hierarchical_piecewise,
    )
    from lijfspoor.domain.singlecase.models.model_answer import model_answer as model_answer
    from lijfspoor.domain.singlecase.models.ols import ordinary_least_squares as ordinary_least_squares
    from lijfspoor.domain.singlecase.models.ordinal import proportional_odds as proportional_odds
    from lijfspoor.domain.singlecase.models.piecewise import piecewise_model as piecewise_model
    from lijfspoor.domain.singlecase.picture.draw import draw as draw
    from lijfspoor.domain.singlecase.picture.svg import to_svg as to_svg
    from lijfspoor.domain.singlecase.pooling.bayes import Priors as Priors
    from lijfspoor.domain.singlecase.pooling.bayes import pool_bayes as pool_bayes
    from lijfspoor.domain.singlecase.pooling.client_effects import client_effects as client_effects
    from lijfspoor.domain.singlecase.pooling.leave_one_out import leave_one_out as leave_one_out
    from lijfspoor.domain.singlecase.pooling.overlap import pool_overlap as pool_overlap
    from lijfspoor.domain.singlecase.pooling.random_effects import pool as pool
    from lijfspoor.domain.singlecase.pooling.shrinkage import shrunken as shrunken
    from lijfspoor.domain.singlecase.power.chunks import plan_chunks as plan_chunks
    from lijfspoor.domain.singlecase.power.chunks import run_chunk as run_chunk
    from lijfspoor.domain.singlecase.power.gather import gather as gather
    from lijfspoor.domain.singlecase.power.question import power_question_from as power_question_from
    from lijfspoor.domain.singlecase.randomisation.answer import default_answer as default_answer
    from lijfspoor.domain.singlecase.randomisation.reference import Drawing as Drawing
    from lijfspoor.domain.singlecase.randomisation.testing import randomisation_test as randomisation_test
    from lijfspoor.domain.singlecase.report.analyse import analyse as analyse
    from lijfspoor.domain.singlecase.report.as_data import as_data as as_data
    from lijfspoor.domain.singlecase.report.as_text import as_text as as_text

_HOMES = {
    "Estimate": "data.results",
    "Interval": "data.results",
    "Refused": "data.saying",
    "Saying": "data.saying",
    "Case": "data.series",
    "Contrast": "data.series",
    "Improvement": "data.series",
    "Outcome": "data.series",
    "contrast": "data.series",
    "make_case": "data.series",
    "read_series": "data.reading",
    "write_series": "data.writing",
    "attainable": "designs.attainable",
    "Design": "designs.design",
    "open_seal": "designs.opening",
    "verify": "designs.opening",
    "quality": "designs.quality",
    "design_from": "designs.reading",
    "commit": "designs.seal",
    "seal": "designs.seal",
    "batch": "effects.batch",
    "CATALOGUE": "effects.catalogue",
    "effect_size": "effects.catalogue",
    "moment_multiple_baseline": "models.between.multiple_baseline",
    "restricted_difference": "models.between.restricted",
    "moment_reversal": "models.between.reversal",
    "hierarchical_piecewise": "models.hierarchical.piecewise_cases",
    "generalised_linear": "models.glm",
    "generalised_least_squares": "models.gls",
    "model_answer": "models.model_answer",
    "proportional_odds": "models.ordinal",
    "ordinary_least_squares": "models.ols",
    "piecewise_model": "models.piecewise",
    "draw": "picture.draw",
    "to_svg": "picture.svg",
    "Priors": "pooling.bayes",
    "pool_bayes": "pooling.bayes",
    "client_effects": "pooling.client_effects",
    "leave_one_out": "pooling.leave_one_out",
    "pool_overlap": "pooling.overlap",
    "pool": "pooling.random_effects",
    "shrunken": "pooling.shrinkage",
    "plan_chunks": "power.chunks",
    "run_chunk": "power.chunks",
    "gather": "power.gather",
    "power_question_from": "power.question",
    "default_answer": "randomisation.answer",
    "Drawing": "randomisation.reference",
    "randomisation_test": "randomisation.testing",
    "analyse": "report.analyse",
    "as_data": "report.as_data",
    "as_text": "report.as_text",
}

__all__ = [
    "CATALOGUE",
    "Case",
    "Contrast",
    "Design",
    "Drawing",
    "Estimate",
    "Improvement",
    "Interval",
    "Outcome",
    "Priors",
    "Refused",
    "Saying",
    "analyse",
    "as_data",
    "as_text",
    "attainable",
    "batch",
    "client_effects",
    "commit",
    "contrast",
    "default_answer",
    "design_from",
    "draw",
    "effect_size",
    "gather",
    "generalised_least_squares",
    "generalised_linear",
    "hierarchical_piecewise",
    "leave_one_out",
    "make_case",
    "model_answer",
    "moment_multiple_baseline",
    "moment_reversal",
    "open_seal",
    "ordinary_least_squares",
    "piecewise_model",
    "plan_chunks",
    "pool",
    "pool_bayes",
    "pool_overlap",
    "power_question_from",
    "proportional_odds",
    "quality",
    "randomisation_test",
    "read_series",
    "restricted_difference",
    "run_chunk",
    "seal",
    "shrunken",
    "to_svg",
    "verify",
    "write_series",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401  # as the language has it
    """Fetch a public name from the room where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(_HOMES)
