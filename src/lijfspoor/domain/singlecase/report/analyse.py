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
from lijfspoor.domain.singlecase.report.drawn import design_report, drawn_answer, in_order_of, no_draw, per_case
from lijfspoor.domain.singlecase.report.known import known
from lijfspoor.domain.singlecase.report.one import report_case
from lijfspoor.domain.singlecase.report.parts import DesignReport, Report, Result
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
    ordered = tuple(cases) if design is None else in_order_of(design, cases)
    steps = len(ordered) + 3
    progress("design", 0, steps)
    about, answer, each = _by_design(ordered, design, seal, wanted)
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
        answer=answer,
        cases=tuple(reports),
        together=pooled,
        picture=draw(ordered, projection=wanted.projection),
        scribe=scribe(known(ordered, about, answer)),
    )


def _by_design(
    cases: tuple[Case, ...], design: Design | None, seal: Published | None, choices: Choices
) -> tuple[DesignReport | None, Result, tuple[Result | None, ...]]:
    if design is None:
        return None, no_draw(), (None,) * len(cases)
    verdict = None if seal is None else verify(*seal)
    about = design_report(design, cases, verdict, None if seal is None else seal[1])
    if verdict is not None and not verdict.intact:
        why = Refused("seal-broken", verdict.said[0])
        return about, Result("randomisation", refused=why), (None,) * len(cases)
    return about, drawn_answer(cases, design.joint, design, choices), per_case(cases, design, choices)
