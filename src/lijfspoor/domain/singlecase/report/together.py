"""Several clients on one measure: their changes pooled, and all series in one model."""

from collections.abc import Sequence
from functools import partial

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Case
from lijfspoor.domain.singlecase.models.between.restricted import restricted_difference
from lijfspoor.domain.singlecase.models.hierarchical.piecewise_cases import RandomEffect, hierarchical_piecewise
from lijfspoor.domain.singlecase.models.hierarchical.rhythm import Correlation
from lijfspoor.domain.singlecase.models.piecewise import two_sides
from lijfspoor.domain.singlecase.pooling.bayes import BayesPooled, Priors, pool_bayes
from lijfspoor.domain.singlecase.pooling.client_effects import ClientEffects, effects_of
from lijfspoor.domain.singlecase.pooling.leave_one_out import LeftOut, leave_one_out, one_client_decides
from lijfspoor.domain.singlecase.pooling.random_effects import Pooled, pool
from lijfspoor.domain.singlecase.pooling.shrinkage import Shrunken, shrunken
from lijfspoor.domain.singlecase.report.choices import Choices
from lijfspoor.domain.singlecase.report.parts import CaseReport, Comparison, Result, Together
from lijfspoor.domain.singlecase.report.sides import named
from lijfspoor.domain.singlecase.report.trying import itself, tried
from lijfspoor.domain.singlecase.words.models import (
    bayes_in_words,
    between_in_words,
    hierarchical_in_words,
    pooled_in_words,
)
from lijfspoor.domain.singlecase.words.wording import Wording

LEAST_TO_LEAVE_OUT = 3
Member = tuple[Case, Comparison]
Found = tuple[ClientEffects, Pooled]


def report_together(reports: Sequence[CaseReport], choices: Choices) -> tuple[Together, ...]:
    """One part for each measure and each condition that at least two clients have in common."""
    groups: dict[tuple[str, tuple[str, ...]], list[Member]] = {}
    for report in reports:
        for comparison in report.comparisons:
            groups.setdefault((report.case.measure, comparison.b), []).append((report.case, comparison))
    return tuple(
        together(measure, members, choices)
        for (measure, _), members in groups.items()
        if len({case.name for case, _ in members}) > 1
    )


def together(measure: str, members: Sequence[Member], choices: Choices) -> Together:
    """Pool the changes of level that the model gives each client; put all series in one model."""
    b = members[0][1].b
    changes = [(case.name, made.model.estimate) for case, made in members]
    usable = tuple((name, change) for name, change in changes if change is not None)
    result_and_answer = tried("pooled.reml", partial(_pool, usable, choices.level), _mean, _in_words)
    pooled, answer = result_and_answer
    without = _without(answer)
    deciding = one_client_decides(without, answer[1]) if answer and without else None
    return Together(
        measure=measure,
        names=tuple(name for name, _ in changes),
        b=b,
        pooled=pooled,
        clients=_shrunken(answer),
        without=tuple((one.name, one.pooled.mean) for one in without),
        bayes=None if choices.priors is None else _bayes(usable, choices.priors, choices.level),
        hierarchical=_hierarchical(members, choices.level),
        between=_between(members, choices.level),
        remarks=() if deciding is None else (deciding,),
    )


def _pool(changes: Sequence[tuple[str, Estimate]], level: float) -> Found:
    effects = effects_of(changes)
    return effects, pool(effects, level=level)


def _mean(found: Found) -> Estimate:
    return found[1].estimate


def _in_words(found: Found) -> Wording:
    return pooled_in_words(found[1])


def _shrunken(answer: Found | None) -> tuple[Shrunken, ...]:
    return () if answer is None else shrunken(*answer)


def _without(answer: Found | None) -> tuple[LeftOut, ...]:
    return () if answer is None or answer[0].count < LEAST_TO_LEAVE_OUT else leave_one_out(answer[0])


def _bayes(changes: Sequence[tuple[str, Estimate]], priors: Priors, level: float) -> Result:
    def ask() -> BayesPooled:
        return pool_bayes(effects_of(changes), priors, level=level)

    return tried("pooled.bayes", ask, _posterior, bayes_in_words)[0]


def _posterior(found: BayesPooled) -> Estimate:
    return Estimate(
        statistic="pooled.bayes",
        value=found.mu.mean,
        se=found.mu.sd,
        interval=found.mu.interval,
        assumes_independence=False,
        figures={
            "tau": found.tau.mean,
            "probability_above_zero": found.probability_above_zero,
            "new_client_lower": found.new_client.interval.lower,
            "new_client_upper": found.new_client.interval.upper,
        },
        remarks=found.remarks,
    )


def _hierarchical(members: Sequence[Member], level: float) -> Result:
    """The change of level in one model: each series its own height and its own change, errors that remember."""
    a, b = named(members[0][1].a), named(members[0][1].b)

    def ask() -> Estimate:
        if any(len(two_sides(case, made.a, made.b).spells) > 2 for case, made in members):
            raise refuse(
                "steps-back",
                nl="Bij fasen die heen en weer gaan staat hier de maat tussen personen; die telt elke fase mee.",
                en="With phases that go back and forth the between-case measure stands here; it counts every phase.",
            )
        sided = [two_sides(case, made.a, made.b) for case, made in members]
        fit = hierarchical_piecewise(
            sided,
            trend=False,
            slope=False,
            random=(RandomEffect.INTERCEPT, RandomEffect.LEVEL),
            correlation=Correlation.AR1,
        )
        return next(one for one in fit.estimates(level) if one.statistic == "hierarchical.phaseB")

    return tried("hierarchical.phaseB", ask, itself, partial(hierarchical_in_words, a=a, b=b))[0]


def _between(members: Sequence[Member], level: float) -> Result:
    """The change in units of the spread between persons, by REML."""

    def ask() -> Estimate:
        cases = [case for case, _ in members]
        back = any(len(two_sides(case, made.a, made.b).spells) > 2 for case, made in members)
        first = members[0][1]
        found = restricted_difference(cases, first.a, first.b, reversal=back)
        return found.estimate(level)

    return tried("between-case-smd.reml", ask, itself, between_in_words)[0]
