"""From cases to the picture as data."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Case, Floats
from lijfspoor.domain.singlecase.picture.conditions import all_conditions, alternates, conditions_of
from lijfspoor.domain.singlecase.picture.describe import description_of, title_of
from lijfspoor.domain.singlecase.picture.lines import PROJECTED_TREND_NEEDS, project, trend
from lijfspoor.domain.singlecase.picture.marks import Band, Join, Level, Panel, Picture, Projection, Rows, Segment
from lijfspoor.domain.singlecase.picture.ticks import roomy

SAME_SCALE_UP_TO = 3.0
PROJECTED_POINTS = 24


def draw(cases: Sequence[Case], *, projection: str = "") -> Picture:
    """Draw cases under each other on one time axis.

    `projection`: "trend", "level", or "" for the trend when every baseline has eight scores or more.
    Raises Refused: "no-cases".
    """
    if not cases:
        raise refuse("no-cases", nl="Er is geen reeks om te tekenen.", en="There is no series to draw.")
    names = all_conditions(cases)
    kind = projection or kind_for(cases)
    panels = same_scales([draw_panel(case, names, kind) for case in cases])
    edges = [edge for panel in panels for band in panel.bands for edge in (band.start, band.stop)]
    return Picture(
        title=title_of(cases),
        description=description_of(panels),
        panels=panels,
        conditions=names,
        start=min(edges),
        stop=max(edges),
        joins=joins(panels),
        first_day=first_day_of(cases),
    )


def first_day_of(cases: Sequence[Case]) -> date | None:
    """The day of time 0 when all cases count from the same one."""
    days = {case.first_day for case in cases}
    return days.pop() if len(days) == 1 else None


def kind_for(cases: Sequence[Case]) -> str:
    """One kind of projection for the whole picture: the trend when every first phase has enough scores for it."""
    firsts = [case.present[: case.spells[0].stop].sum() for case in cases if not alternates(case)]
    return "trend" if all(count >= PROJECTED_TREND_NEEDS for count in firsts) else "level"


def draw_panel(case: Case, names: Sequence[str], projection: str = "level") -> Panel:
    """Draw one case; `names`: the conditions of the whole picture, in order."""
    fast = alternates(case)
    bands = bands_of(case, names)
    codes = np.repeat([band.condition for band in bands], [spell.stop - spell.start for spell in case.spells])
    carried = None if fast else carry_on(case, bands, projection)
    low, high = reach(case, carried)
    return Panel(
        name=case.name,
        measure=case.measure,
        times=case.times,
        values=case.values,
        conditions=codes.astype(np.intp),
        bands=bands,
        cuts=() if fast else tuple(band.start for band in bands[1:]),
        runs=runs_of_conditions(case, codes) if fast else runs_of_phases(case),
        gaps=case.times[~case.present],
        levels=levels_of_conditions(case, codes) if fast else levels_of_phases(case, bands),
        trends=() if fast else trends_of_phases(case),
        projection=carried,
        low=low,
        high=high,
        alternating=fast,
    )


def scores(case: Case, start: int, stop: int) -> tuple[Floats, Floats]:
    """Times and scores of the rows from `start` up to `stop` that hold a score."""
    there = case.present[start:stop]
    return case.times[start:stop][there], case.values[start:stop][there]


def bands_of(case: Case, names: Sequence[str]) -> tuple[Band, ...]:
    """The phases from edge to edge; an edge lies halfway between the last row of one and the first of the next."""
    inner = [float(case.times[spell.start - 1] / 2 + case.times[spell.start] / 2) for spell in case.spells[1:]]
    step = float(np.median(np.diff(case.times))) if case.size > 1 else 1.0
    edges = [float(case.times[0]) - step / 2, *inner, float(case.times[-1]) + step / 2]
    held = [names.index(name) for name in conditions_of(case)]
    return tuple(
        Band(spell.label, start, stop, code, place > 0 and code < held[place - 1])
        for place, (spell, (start, stop), code) in enumerate(zip(case.spells, pairwise(edges), held, strict=True))
    )


def runs_of_phases(case: Case) -> tuple[Rows, ...]:
    """Rows joined by a line: broken at every missing score and at every change of phase."""
    rows: list[Rows] = []
    for spell in case.spells:
        there = np.flatnonzero(case.present[spell.start : spell.stop]) + spell.start
        rows += [run for run in np.split(there, np.flatnonzero(np.diff(there) > 1) + 1) if len(run)]
    return tuple(rows)


def runs_of_conditions(case: Case, codes: Rows) -> tuple[Rows, ...]:
    """With alternation: the scores of one condition joined, open where one of its own scores is missing."""
    rows: list[Rows] = []
    for code in np.unique(codes):
        own = np.flatnonzero(codes == code)
        breaks = np.flatnonzero(~case.present[own])
        parts = np.split(own, breaks)
        rows += [run for part in parts if len(run := part[case.present[part]])]
    return tuple(rows)


def levels_of_phases(case: Case, bands: Sequence[Band]) -> tuple[Level, ...]:
    """The median of each phase that has a score."""
    return tuple(
        Level(float(np.median(values)), band.start, band.stop, band.condition)
        for spell, band in zip(case.spells, bands, strict=True)
        if len(values := scores(case, spell.start, spell.stop)[1])
    )


def trends_of_phases(case: Case) -> tuple[Segment, ...]:
    """The trend of each phase that has enough scores for one."""
    made = (trend(*scores(case, spell.start, spell.stop)) for spell in case.spells)
    return tuple(segment for segment in made if segment is not None)


def levels_of_conditions(case: Case, codes: Rows) -> tuple[Level, ...]:
    """With alternation: the median of each condition over the whole series."""
    start, stop = float(case.times[0]), float(case.times[-1])
    return tuple(
        Level(float(np.median(values)), start, stop, int(code))
        for code in np.unique(codes)
        if len(values := case.values[(codes == code) & case.present])
    )


def carry_on(case: Case, bands: Sequence[Band], kind: str) -> Projection | None:
    """Carry the first phase on until the condition comes back or the series ends."""
    if len(bands) < 2:
        return None
    back = next((band.start for band in bands[1:] if band.condition == bands[0].condition), bands[-1].stop)
    onward = np.linspace(bands[0].stop, back, PROJECTED_POINTS)
    return project(*scores(case, 0, case.spells[0].stop), onward, kind)


def reach(case: Case, carried: Projection | None) -> tuple[float, float]:
    """The axis of one panel: the scores, and the projection as far as it does not crowd them out."""
    seen = case.values[case.present]
    if not len(seen):
        return 0.0, 1.0
    low, high = float(seen.min()), float(seen.max())
    if carried is not None:
        room = 0.25 * (high / 2 - low / 2) * 2
        low = max(min(low, float(carried.values.min())), low - room)
        high = min(max(high, float(carried.values.max())), high + room)
    if float(seen.min()) >= 0:
        low = max(low, 0.0)
    return roomy(low, high)


def same_scales(panels: Sequence[Panel]) -> tuple[Panel, ...]:
    """Give panels of one measure one scale, unless that would flatten one of them to a third of its height."""
    made = list(panels)
    for measure in {panel.measure for panel in panels}:
        own = [place for place, panel in enumerate(panels) if panel.measure == measure]
        low, high = min(panels[place].low for place in own), max(panels[place].high for place in own)
        least = min(panels[place].high / 2 - panels[place].low / 2 for place in own)
        if high / 2 - low / 2 <= SAME_SCALE_UP_TO * least:
            for place in own:
                made[place] = replace(panels[place], low=low, high=high)
    return tuple(made)


def joins(panels: Sequence[Panel]) -> tuple[Join, ...]:
    """Connect the first phase line of each panel with that of the next one; with several measures, within a case."""
    several = len({panel.name for panel in panels}) < len(panels)
    return tuple(
        Join(place, above.cuts[0], below.cuts[0])
        for place, (above, below) in enumerate(pairwise(panels))
        if above.cuts and below.cuts and (above.name == below.name or not several)
    )
