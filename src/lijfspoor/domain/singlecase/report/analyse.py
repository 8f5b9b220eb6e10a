"""The analysis of a study from its cases: what the draw licenses first, everything else beside it."""

from collections.abc import Sequence

from lijfspoor.domain.singlecase.data.saying import Refused, refuse
from lijfspoor.domain.singlecase.data.series import Case
from lijfspoor.domain.singlecase.designs.design import Design
from lijfspoor.domain.singlecase.designs.opening import verify
from lijfspoor.domain.singlecase.designs.reading import design_from
from lijfspoor.domain.singlecase.designs.seal import Commitment, Seal
from lijfspoor.domain.singlecase.picture.describe import title_of
from lijfspoor.domain.singlecase.picture.draw import draw
from lijfspoor.domain.singlecase.report.choices import Choices, Progress, quiet
from lijfspoor.domain.singlecase.report.drawn import (
    STATISTIC,
    Group,
    design_report,
    drawn_answer,
    groups_of,
    no_draw,
    per_case,
)
from lijfspoor.domain.singlecase.report.known import known
from lijfspoor.domain.singlecase.report.one import report_case
from lijfspoor.domain.singlecase.report.parts import DesignReport, MeasureAnswer, Report, Result
from lijfspoor.domain.singlecase.report.together import report_together
from lijfspoor.domain.singlecase.words.scribe import scribe

Published = tuple[Commitment, Seal]


def analyse(
    cases: Sequence[Case],
    design: Design | None = None,
    seal: Published | None = None,
    *,
    choices: Choices | None = None,
    progress: Progress = quiet,
) -> Report:
    """Analyse the series of one study.

    `design`: what the assignment was drawn from; without it no p of the design is given, and the report says why.
    `seal`: what was published and what was opened; its design counts when none is given. `progress` is told of each
    step. What cannot be computed stands in the report as a refusal with its reason. Raises Refused: "no-cases",
    "other-cases" (names that are not those of the design), and those of `design_from`.
    """
    if not cases:
        raise refuse("no-cases", nl="Er is geen reeks om te analyseren.", en="There is no series to analyse.")
    wanted = choices or Choices()
    if design is None and seal is not None:
        design = design_from(seal[1].design)
    groups = (("", tuple(cases)),) if design is None else groups_of(design, cases)
    ordered = tuple(case for _, group in groups for case in group)
    steps = len(ordered) + 3
    progress("design", 0, steps)
    about, answers, each = _by_design(groups, design, seal, wanted)
    reports = []
    for place, (case, own) in enumerate(zip(ordered, each, strict=True), start=1):
        progress(case.name, place, steps)
        reports.append(report_case(case, wanted, design, own))
    progress("together", steps - 2, steps)
    pooled = report_together(reports, wanted)
    progress("picture", steps - 1, steps)
    return Report(
        title=title_of(ordered),
        design=about,
        answers=answers,
        cases=tuple(reports),
        together=pooled,
        picture=draw(ordered, projection=wanted.projection),
        scribe=scribe(known(ordered, about, [one.result for one in answers])),
    )


def _by_design(
    groups: Sequence[Group], design: Design | None, seal: Published | None, choices: Choices
) -> tuple[DesignReport | None, tuple[MeasureAnswer, ...], tuple[Result | None, ...]]:
    cases = [case for _, group in groups for case in group]
    nothing = (None,) * len(cases)
    if design is None:
        return None, (MeasureAnswer("", no_draw()),), nothing
    verdict = None if seal is None else verify(*seal)
    about = design_report(design, cases, verdict, None if seal is None else seal[1])
    if verdict is not None and not verdict.intact:
        broken = Result(STATISTIC, refused=Refused("seal-broken", verdict.said[0]))
        return about, (MeasureAnswer("", broken),), nothing
    answers = [MeasureAnswer(measure, drawn_answer(group, design.joint, design, choices)) for measure, group in groups]
    return about, tuple(answers), tuple(own for _, group in groups for own in per_case(group, design, choices))
