"""Random chapters of a care module: getting to know, goals, approach, agreements, conditions."""

from collections.abc import Sequence
from typing import Literal

from lijfspoor.domain.caremodules import agreements as agreed
from lijfspoor.domain.caremodules import approach as way
from lijfspoor.domain.caremodules import diagnostics as known
from lijfspoor.domain.caremodules import goals as aims
from lijfspoor.domain.caremodules import movement as moving
from lijfspoor.domain.caremodules import underpinning as ground
from lijfspoor.domain.caremodules.agreements import Party
from lijfspoor.domain.caremodules.criteria import AgeRange
from lijfspoor.domain.caremodules.problem_areas import ProblemArea
from lijfspoor.domain.caremodules.variants import Variant, Variation
from lijfspoor.domain.evidence.status import EvidenceStatus
from lijfspoor.domain.kernel import Statement, Text
from tests.generative.choices import Choices

TEXT = Text(nl="Een tekst.", en="A text.")
OWN = ("own",)
SAID = Statement(text=TEXT, sources=OWN)
Form = Literal["individual", "dyad", "group"]
PARTIES: tuple[Party, ...] = ("client", "therapist", "lead_clinician")
MEETINGS: tuple[Literal["introduction", "intake"], ...] = ("introduction", "intake")
DOSES: tuple[Literal["fixed", "expected", "open"], ...] = ("fixed", "expected", "fixed", "open")
ORDERS: tuple[Literal["ordered", "free", "none"], ...] = ("ordered", "free", "none")
MEASURES: tuple[Literal["developmental", "calendar"], ...] = ("calendar", "developmental")
DOSES_OF_VARIANTS: tuple[Literal["expected", "open"] | None, ...] = ("expected", "expected", "open", None)
FIT = agreed.FitQuestion(question=TEXT, weighs=(SAID,), when_not=TEXT, sources=OWN)
MOVES: tuple[moving.RouteId, ...] = ("enhancer", "stand_alone", "symptom_directed", "means")
FORMS: tuple[tuple[Form, ...], ...] = (
    ("individual", "dyad"),
    ("individual",),
    ("individual", "dyad", "group"),
)


def diagnostics(choices: Choices) -> known.Diagnostics:
    return known.Diagnostics(
        meetings=tuple(
            known.Meeting(
                id=meeting,
                title=TEXT,
                parts=tuple(_meeting_part(f"{meeting}-{at}", choices) for at in range(choices.below(3))),
                attended_by=("client",),
                sources=OWN,
            )
            for meeting in choices.some(MEETINGS)
        ),
        examination=tuple(_examination_part(at, choices) for at in range(choices.below(3))),
        phase=known.DiagnosticPhase(title=TEXT, about=SAID) if choices.coin() else None,
    )


def _meeting_part(part_id: str, choices: Choices) -> known.MeetingPart:
    variant = choices.of((None, None, "young", "old"))
    return known.MeetingPart(id=part_id, text=TEXT, sources=OWN, required=choices.coin(), variant=variant)


def _examination_part(at: int, choices: Choices) -> known.ExaminationPart:
    variant = choices.of((None, None, None, "young", "v1"))
    in_phase = choices.below(3) == 1
    return known.ExaminationPart(
        id=f"exam{at}", title=TEXT, about=TEXT, sources=OWN, variant=variant, in_phase=in_phase
    )


def blocks_from(numbers: Sequence[int]) -> tuple[aims.BuildingBlock, ...]:
    blocks: list[aims.BuildingBlock] = []
    earlier: list[str] = []
    for place, number in enumerate(numbers):
        choices = Choices(number)
        subgoals: list[aims.Subgoal] = []
        for at in range(choices.below(3)):
            code = f"b{place}{at}"
            subgoals.append(aims.Subgoal(id=code, code=code, text=TEXT, sources=OWN, builds_on=choices.some(earlier)))
            earlier.append(code)
        blocks.append(_block(place, tuple(subgoals), choices.coin()))
    return tuple(blocks)


def _block(place: int, subgoals: tuple[aims.Subgoal, ...], in_group: bool) -> aims.BuildingBlock:
    return aims.BuildingBlock(
        id=f"block{place}",
        number=place + 1,
        name=TEXT,
        from_age=TEXT,
        from_months=0,
        key_sentence=TEXT,
        about=(SAID,),
        needed=(),
        unmet_signals=(),
        guidance_for_parents=(),
        subgoals=subgoals,
        own_goals=not subgoals,
        prefers_group=in_group,
        sources=OWN,
    )


def goals(blocks: tuple[aims.BuildingBlock, ...], choices: Choices) -> aims.Goals:
    words = tuple(
        aims.RatingWord(id=word, word=TEXT, meaning=TEXT, order=order, carries=order >= 2)
        for order, word in enumerate(("not", "with-help", "alone", "always"))
    )
    rated = choices.below(5) > 0
    scale = aims.RatingScale(words=words, remark=TEXT, sources=OWN) if rated else None
    return aims.Goals(main=SAID, blocks=blocks, rating=scale)


def decisions_from(choices: Choices) -> tuple[agreed.JointDecision, ...]:
    return tuple(
        agreed.JointDecision(
            id=f"decision{at}",
            title=TEXT,
            question=TEXT,
            parties=PARTIES[: 1 + choices.below(3)],
            rule="all_yes",
            when_divided=TEXT,
            sources=OWN,
        )
        for at in range(choices.of((1, 2, 0)))
    )


def _dose(decisions: tuple[agreed.JointDecision, ...], choices: Choices) -> way.Dose:
    kind = choices.of(DOSES)
    low, more = 1 + choices.below(2), choices.below(3)
    by = decisions[0].id if decisions and kind == "fixed" else None
    return way.Dose(
        kind=kind,
        low=low if kind == "expected" else None,
        high=None if kind == "open" else low + more,
        words=TEXT,
        sources=OWN,
        extended_by=by,
    )


def approach(
    blocks: tuple[aims.BuildingBlock, ...],
    decisions: tuple[agreed.JointDecision, ...],
    choices: Choices,
) -> way.Approach:
    dose = _dose(decisions, choices)
    order = choices.of(ORDERS)
    forms = choices.of(FORMS)
    session = way.SessionShape(minutes_low=45, minutes_high=60, frequency=SAID, forms=forms, parts=(), sources=OWN)
    count = 0 if order == "none" else 1 + choices.below(4)
    phases = tuple(_phase(at, [block.id for block in blocks], choices) for at in range(count))
    told = tuple(way.Forewarning(id=f"told{at}", title=TEXT, text=TEXT, sources=OWN) for at in range(choices.below(3)))
    return way.Approach(dose=dose, session=session, phase_order=order, phases=phases, forewarnings=told)


def movement(choices: Choices) -> moving.Movement | None:
    if choices.below(3) == 0:
        return None
    routes = MOVES if choices.coin() else choices.some(MOVES) or MOVES
    return moving.Movement(
        routes=tuple(moving.MovementRoute(id=route, name=TEXT, about=(SAID,), sources=OWN) for route in routes),
        effort_check=SAID,
    )


def _phase(at: int, blocks: Sequence[str], choices: Choices) -> way.Phase:
    sign = way.ExitSign(id=f"sign{at}", text=TEXT, sources=OWN)
    return way.Phase(
        id=f"phase{at}",
        number=at + 1,
        name=TEXT,
        emphasis=SAID,
        blocks=tuple(blocks) if choices.coin() else choices.some(blocks),
        exit_signs=(sign,) if choices.below(4) > 0 else (),
    )


def agreements(decisions: tuple[agreed.JointDecision, ...], choices: Choices) -> agreed.Agreements:
    evaluations = tuple(
        agreed.Evaluation(
            id=f"evaluation{at}",
            kind="interim",
            title=TEXT,
            after_session=1 + choices.below(3),
            then_every=choices.of((1, 2, None)),
            remark=TEXT,
            asks_preconditions=choices.coin(),
            fit=FIT if choices.coin() else None,
            sources=OWN,
        )
        for at in range(choices.below(3))
    )
    taper = agreed.Taper(text=SAID, agreements=(TEXT,)) if choices.coin() else None
    reasons = tuple(
        agreed.ClosingReason(id=reason, text=TEXT, planned=reason == "reached", sources=OWN)
        for reason in ("reached", "stopped")
    )
    return agreed.Agreements(
        evaluations=evaluations,
        bond=_bond(1 + choices.below(2)) if choices.below(3) > 0 else None,
        decisions=decisions,
        taper=taper,
        closing_reasons=reasons,
    )


def _bond(after_session: int) -> agreed.BondCheck:
    return agreed.BondCheck(
        why=SAID,
        at_ease=TEXT,
        understood=TEXT,
        after_session=after_session,
        remark=TEXT,
        no_blame=(SAID,),
        sources=OWN,
    )


def variations(choices: Choices) -> tuple[Variation, ...]:
    """None, one by length, or also one by age; with a usual variant or without."""
    length = Variation(
        id="length",
        title=TEXT,
        question=TEXT,
        variants=tuple(
            Variant(id=f"v{at}", name=TEXT, about=(SAID,), dose=_dose_of_variant(choices), sources=OWN)
            for at in range(2 + choices.below(2))
        ),
        usual=choices.of(("v0", None)),
        sources=OWN,
    )
    by = choices.of(MEASURES)
    ages = (("young", 0, 143), ("old", 144, 500))
    who = Variation(
        id="who",
        title=TEXT,
        question=TEXT,
        variants=tuple(
            Variant(
                id=name,
                name=TEXT,
                about=(SAID,),
                age=AgeRange(measure=by, low_months=low, high_months=high),
                asks_developmental_age=name == "young",
                sources=OWN,
            )
            for name, low, high in ages
        ),
        usual=choices.of(("old", None)),
        sources=OWN,
    )
    return ((), (length,), (length, who), (who,))[choices.below(4)]


def _dose_of_variant(choices: Choices) -> way.Dose | None:
    kind = choices.of(DOSES_OF_VARIANTS)
    if kind is None:
        return None
    low = 1 + choices.below(3)
    numbers = (low, low + choices.below(3)) if kind == "expected" else (None, None)
    return way.Dose(kind=kind, low=numbers[0], high=numbers[1], words=TEXT, sources=OWN)


def problem_areas(choices: Choices) -> tuple[ProblemArea, ...]:
    return tuple(ProblemArea(id=f"area{at}", name=TEXT, about=(SAID,), sources=OWN) for at in range(choices.of((0, 2))))


def underpinning(choices: Choices) -> ground.Underpinning:
    held = choices.some((("register", "required"), ("training", "desirable")))
    return ground.Underpinning(
        status=EvidenceStatus.EXPERT_BASED,
        status_text=SAID,
        qualifications=tuple(
            ground.Qualification(
                credential=credential,
                text=TEXT,
                level="required" if level == "required" else "desirable",
                sources=OWN,
            )
            for credential, level in held
        ),
    )
