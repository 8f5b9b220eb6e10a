"""The report of one series."""

from collections.abc import Mapping
from functools import partial

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Case, contrast
from lijfspoor.domain.singlecase.designs.design import Design
from lijfspoor.domain.singlecase.effects.autocorrelation import phase_autocorrelations
from lijfspoor.domain.singlecase.effects.descriptives import describe
from lijfspoor.domain.singlecase.models.model_answer import model_answer
from lijfspoor.domain.singlecase.picture.conditions import alternates
from lijfspoor.domain.singlecase.report.choices import NO_SETTINGS, Choices, indices_for
from lijfspoor.domain.singlecase.report.parts import CaseReport, Comparison, Result
from lijfspoor.domain.singlecase.report.settings import compute_index
from lijfspoor.domain.singlecase.report.sides import Sides, named, sides_of
from lijfspoor.domain.singlecase.report.trying import itself, tried
from lijfspoor.domain.singlecase.words.early import needs_of, reserve, too_early
from lijfspoor.domain.singlecase.words.effects import effect_in_words
from lijfspoor.domain.singlecase.words.models import model_in_words


def report_case(case: Case, choices: Choices, design: Design | None, design_based: Result | None) -> CaseReport:
    """Everything of one series beside the design-based answer, which is handed in."""
    needs = needs_of(case)
    early = too_early(needs)
    return CaseReport(
        case=case,
        too_early=early,
        reserve=reserve(needs),
        descriptives=describe(case),
        autocorrelation=tuple(phase_autocorrelations(case).items()),
        design_based=design_based,
        comparisons=() if early else tuple(compare(case, sides, choices) for sides in sides_of(case, design)),
    )


def compare(case: Case, sides: Sides, choices: Choices) -> Comparison:
    """The effect sizes and the model's answer of one comparison."""
    a, b = sides
    names = indices_for(case, choices, alternating=alternates(case))
    return Comparison(
        a=a,
        b=b,
        effects=tuple(effect(case, name, sides, choices.settings.get(name, NO_SETTINGS)) for name in names),
        model=model(case, sides, choices.level),
    )


def effect(case: Case, name: str, sides: Sides, settings: Mapping[str, object]) -> Result:
    """One index of the catalogue, or why it is not given."""
    a, b = sides

    def ask() -> Estimate:
        return compute_index(name, contrast(case, a, b), settings, case.outcome)

    return tried(name, ask, itself, partial(effect_in_words, a=named(a), b=named(b)))[0]


def model(case: Case, sides: Sides, level: float) -> Result:
    """The model's answer, or why it is not given."""
    a, b = sides
    words = partial(model_in_words, a=named(a), b=named(b))
    return tried("level-change.car1-reml", partial(model_answer, case, a, b, level=level), itself, words)[0]
