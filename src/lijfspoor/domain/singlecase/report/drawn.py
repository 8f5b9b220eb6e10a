"""The design-based answer of a report: of all series together, and of each where each was drawn for itself."""

from collections.abc import Sequence
from functools import partial

from lijfspoor.domain.singlecase.data.saying import Refused, Saying, refuse
from lijfspoor.domain.singlecase.data.series import Case
from lijfspoor.domain.singlecase.designs.attainable import attainable
from lijfspoor.domain.singlecase.designs.design import Design, Kind
from lijfspoor.domain.singlecase.designs.joint import Independent
from lijfspoor.domain.singlecase.designs.opening import Verdict
from lijfspoor.domain.singlecase.designs.quality import quality
from lijfspoor.domain.singlecase.designs.seal import Seal
from lijfspoor.domain.singlecase.randomisation.answer import Answer, default_answer
from lijfspoor.domain.singlecase.randomisation.criterion import criterion_match
from lijfspoor.domain.singlecase.randomisation.reference import Design as Drawable
from lijfspoor.domain.singlecase.randomisation.statistic import Statistic
from lijfspoor.domain.singlecase.report.choices import Choices
from lijfspoor.domain.singlecase.report.parts import DesignReport, Result
from lijfspoor.domain.singlecase.words.design_based import NO_DRAW, answer_in_words

STATISTIC = "randomisation"


def no_draw() -> Result:
    """What stands in the first place when no design is known."""
    return Result(STATISTIC, refused=Refused("no-design", NO_DRAW))


Group = tuple[str, tuple[Case, ...]]


def groups_of(design: Design, cases: Sequence[Case]) -> tuple[Group, ...]:
    """The cases as the design counts them, once for each measure where every measure followed the same schedule.

    A series is known to the design by its name, else by its measure (a baseline across behaviours), else by place where
    the design only numbers its series. Raises Refused: "other-cases".
    """
    measures = dict.fromkeys(case.measure for case in cases)
    by_measure = [(measure, [case for case in cases if case.measure == measure]) for measure in measures]
    if len(measures) > 1:
        found = [(measure, _ordered(design, group)) for measure, group in by_measure]
        whole = [(measure, group) for measure, group in found if group is not None]
        if len(whole) == len(found):
            return tuple(whole)
    ordered = _ordered(design, cases)
    if ordered is None:
        raise _other_cases(design, cases)
    return (("" if len(measures) > 1 else cases[0].measure, ordered),)


def _ordered(design: Design, cases: Sequence[Case]) -> tuple[Case, ...] | None:
    for known_by in ([case.name for case in cases], [case.measure for case in cases]):
        if len(set(known_by)) == len(cases) and set(known_by) == set(design.cases):
            by_name = dict(zip(known_by, cases, strict=True))
            return tuple(by_name[name] for name in design.cases)
    numbered = not isinstance(design.mapping.get("cases"), list | tuple)
    return tuple(cases) if numbered and len(design.cases) == len(cases) else None


def _other_cases(design: Design, cases: Sequence[Case]) -> Refused:
    held, wanted = ", ".join(case.name for case in cases[:5]), ", ".join(design.cases[:5])
    return refuse(
        "other-cases",
        nl=f"De opzet is voor {wanted} ({len(design.cases)}); de gegevens gaan over {held} ({len(cases)}).",
        en=f"The design is for {wanted} ({len(design.cases)}); the data are of {held} ({len(cases)}).",
    )


def statistic_for(design: Design, choices: Choices) -> str | Statistic:
    """The statistic that was asked, else the mean difference, or the match with a criterion that changes."""
    if choices.statistic:
        return choices.statistic
    if design.kind is Kind.CHANGING_CRITERION:
        criteria = dict(
            zip([label for label in design.schemes[0].labels if label.startswith("C")], design.criteria, strict=False)
        )
        return criterion_match([criteria.get(label) for label in design.schemes[0].labels])
    return "mean-difference"


def drawn_answer(cases: Sequence[Case], scheme: Drawable, design: Design, choices: Choices) -> Result:
    """The answer of the draw for these cases, or why there is none."""
    statistic = statistic_for(design, choices)
    ask = partial(_ask, tuple(cases), scheme, statistic, choices)
    try:
        answer = ask()
    except Refused as refused:
        return Result(STATISTIC, refused=refused)
    estimate = answer.as_estimate()
    return Result(estimate.statistic, estimate, answer_in_words(answer))


def _ask(cases: tuple[Case, ...], scheme: Drawable, statistic: str | Statistic, choices: Choices) -> Answer:
    return default_answer(cases, scheme, statistic, drawing=choices.drawing, level=choices.level)


def per_case(cases: Sequence[Case], design: Design, choices: Choices) -> tuple[Result | None, ...]:
    """The answer of each series where each was drawn for itself; None where only all together were."""
    if len(cases) == 1 or not isinstance(design.joint, Independent):
        return (None,) * len(cases)
    return tuple(
        drawn_answer([case], scheme, design, choices) for case, scheme in zip(cases, design.schemes, strict=True)
    )


def design_report(
    design: Design, cases: Sequence[Case], seal: Verdict | None = None, opened: Seal | None = None
) -> DesignReport:
    """What the design can say at best, how it stands against the usual bars, and what became of its seal."""
    said = (attainable(design.joint).said, *(bar.said for bar in quality(design)))
    return DesignReport(design, said, seal, () if opened is None else followed(opened, cases))


def followed(opened: Seal, cases: Sequence[Case]) -> tuple[Saying, ...]:
    """Whether each series, in the order of the design, went as its sealed schedule says; once for each measure."""
    schedules = tuple(opened.schedule.values())
    return tuple(_followed(case, schedules[place % len(schedules)]) for place, case in enumerate(cases))


def _followed(case: Case, schedule: tuple[str, ...]) -> Saying:
    if tuple(schedule) == case.phases:
        return Saying(
            nl=f"{case.name}: het verzegelde schema is gevolgd.", en=f"{case.name}: the sealed schedule was followed."
        )
    wrong = [row for row, (one, other) in enumerate(zip(schedule, case.phases, strict=False), start=1) if one != other]
    first = wrong[0] if wrong else min(len(schedule), case.size) + 1
    return Saying(
        nl=f"{case.name}: vanaf meting {first} is het verzegelde schema niet gevolgd.",
        en=f"{case.name}: from measurement {first} on the sealed schedule was not followed.",
    )
