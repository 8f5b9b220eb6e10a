"""Random care modules: small, with every kind of rule, made from a handful of drawn numbers."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from hypothesis import strategies as st

from lijfspoor.domain.caremodules import criteria
from lijfspoor.domain.caremodules.module import Audience, CareModule, Problem, Provenance
from lijfspoor.domain.caremodules.surroundings import Surroundings
from tests.generative.chapters import (
    OWN,
    SAID,
    TEXT,
    agreements,
    approach,
    blocks_from,
    decisions_from,
    diagnostics,
    goals,
    movement,
    problem_areas,
    underpinning,
    variations,
)
from tests.generative.choices import NUMBERS, SMALL_NUMBERS, Choices

AGE_BORDERS = (0, 24, 143, 144, 145, 191, 192, 300)
Scope = Literal["treatment", "information", "touch"]
Opens = Literal["start", "letters", "touch"]
Kind = Literal["eligibility", "indication", "contra_indication", "precondition", "joint_session", "effort_check"]
Need = Literal["all", "any", "none"]
Route = Literal["private", "institution", "lead_clinician"]
CONSENTS: tuple[tuple[Scope, Opens], ...] = (
    ("treatment", "start"),
    ("information", "letters"),
    ("touch", "touch"),
    ("information", "start"),
)
KINDS: tuple[Kind, ...] = (
    "contra_indication",
    "precondition",
    "joint_session",
    "eligibility",
    "indication",
    "effort_check",
)
NEEDS: tuple[Need, ...] = ("all", "any", "none")
NEEDS_OF_CONTRA: tuple[Need, ...] = ("none", "none", "all", "any")
ROUTES: tuple[tuple[Route, ...], ...] = (("lead_clinician",), ("private", "institution"))
FLAVOURS = ("plain", "plain", "person", "safety", "safety", "developmental", "calendar")
GROUP_NUMBERS = st.lists(NUMBERS, min_size=1, max_size=5)
BLOCK_NUMBERS = st.lists(NUMBERS, max_size=3)


@st.composite
def modules(draw: st.DrawFn) -> CareModule:
    """A care module with every kind of rule now and then."""
    whom, how, given = Choices(draw(NUMBERS)), Choices(draw(NUMBERS)), Choices(draw(NUMBERS))
    blocks = blocks_from(draw(BLOCK_NUMBERS))
    decisions = decisions_from(how)
    return CareModule(
        schema=1,
        id="random",
        version="1.0",
        title=TEXT,
        short_title=TEXT,
        discipline="pmt",
        summary=(SAID,),
        provenance=Provenance(
            authors=("A. Auteur",),
            level=TEXT,
            checked_on=date(2026, 1, 1),
            review_by=date(2027, 1, 1),
            sources=OWN,
        ),
        problem=Problem(statements=(SAID,)),
        audience=_audience(draw(GROUP_NUMBERS), whom),
        diagnostics=diagnostics(whom),
        goals=goals(blocks, how),
        approach=approach(blocks, decisions, Choices(draw(NUMBERS))),
        agreements=agreements(decisions, how),
        surroundings=Surroundings(),
        underpinning=underpinning(whom),
        variations=variations(given),
        problem_areas=problem_areas(given),
        movement=movement(Choices(draw(SMALL_NUMBERS))),
    )


def _audience(numbers: Sequence[int], choices: Choices) -> Audience:
    return Audience(
        short=SAID,
        age_groups=("child",),
        groups=tuple(_group(place, Choices(number)) for place, number in enumerate(numbers)),
        routes=tuple(criteria.ReferralRoute(id=route, text=TEXT, sources=OWN) for route in choices.of(ROUTES)),
        consents=tuple(
            criteria.ConsentNeed(scope=scope, opens=opens, text=TEXT, sources=OWN)
            for scope, opens in choices.some(CONSENTS)
        ),
    )


def _group(place: int, choices: Choices) -> criteria.CriterionGroup:
    kind = choices.of(KINDS)
    needs = choices.of(NEEDS_OF_CONTRA if kind == "contra_indication" else NEEDS)
    passes = kind == "contra_indication" and choices.below(4) > 0
    override = criteria.Override(consulted_roles=("psychiatrist", "lead_clinician"), text=TEXT, sources=OWN)
    return criteria.CriterionGroup(
        id=f"g{place}",
        kind=kind,
        title=TEXT,
        needs=needs,
        criteria=tuple(_criterion(f"c{place}{at}", choices) for at in range(1 + choices.below(3))),
        sources=OWN,
        asked=("before_start", "at_evaluation") if choices.coin() else ("before_start",),
        override=override if passes else None,
    )


def _criterion(criterion_id: str, choices: Choices) -> criteria.Criterion:
    flavour = choices.of(FLAVOURS)
    age = None
    if flavour in ("developmental", "calendar"):
        low = choices.below(len(AGE_BORDERS))
        high = low + choices.below(len(AGE_BORDERS) - low)
        age = criteria.AgeRange(
            measure="developmental" if flavour == "developmental" else "calendar",
            low_months=AGE_BORDERS[low],
            high_months=AGE_BORDERS[high],
        )
    return criteria.Criterion(
        id=criterion_id,
        text=TEXT,
        sources=OWN,
        age=age,
        names_person=TEXT if flavour == "person" else None,
        safety=flavour == "safety",
    )
