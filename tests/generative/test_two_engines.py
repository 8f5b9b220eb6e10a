"""Two engines, one truth: the quick one and the slow obvious one agree on every module and every history."""

from dataclasses import replace

from hypothesis import given

from lijfspoor.domain.pathways import Permission, Standing, Step, allowed_steps, permit, standing
from tests.generative.choices import SMALL_NUMBERS, Choices
from tests.generative.histories import Case, cases
from tests.generative.laws import LAW
from tests.generative.reference import people, steps
from tests.generative.reference import standing as slow


def without_words(now: Standing) -> Standing:
    """The standing without the words on whose consent is needed, which the reference leaves to the engine."""
    consents = tuple(replace(consent, reason=people.NOT_SAID) for consent in now.consents)
    return replace(now, consents=consents)


def held_back(permission: Permission) -> frozenset[str]:
    """The codes of what holds a step back."""
    assert permission.allowed is not bool(permission.reasons)
    return frozenset(reason.code for reason in permission.reasons)


@LAW
@given(cases())
def test_both_engines_see_the_same_standing(case: Case) -> None:
    quick = standing(case.module, case.facts, case.on_day)
    assert without_words(quick) == slow.standing(case.module, case.facts, case.on_day)


@LAW
@given(cases())
def test_both_engines_allow_the_same_steps_for_the_same_reasons(case: Case) -> None:
    now = standing(case.module, case.facts, case.on_day)
    quick = allowed_steps(case.module, now)
    assert {each.step: held_back(each) for each in quick} == steps.refusals(case.module, now)
    assert len({each.step for each in quick}) == len(quick)


@LAW
@given(cases(), SMALL_NUMBERS)
def test_both_engines_permit_the_same_step_among_later_facts(case: Case, number: int) -> None:
    now = standing(case.module, case.facts, case.on_day)
    known = steps.all_steps(case.module, now)
    step = Choices(number).of([*known, *(Step(each.kind, "nowhere") for each in known)])
    quick = permit(case.module, case.facts, step, case.on_day)
    assert quick.step == step
    assert held_back(quick) == steps.permit(case.module, case.facts, step, case.on_day)
