"""Reads series from the long CSV: one row per measurement, columns `case,phase,time,value` and optionally others.

Optional columns: `measure`, `trials` (of how many), `improvement` (increase or decrease) and `outcome` (continuous,
count, proportion, ordinal), the last two the same in every row of a series. The Dutch names of the columns are known
too. A blank value is a missing score that keeps its place. Time is a number, or an ISO date, and then counts days since
the first date in the file, so that cases keep in step. Files of Dutch spreadsheets (semicolons, decimal commas, a mark
at the start, blank rows, empty columns at the end, "sep=;") are read as they are.
"""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from io import StringIO

import numpy as np

from lijfspoor.domain.singlecase.data.cells import moment_of, name_of, number_of
from lijfspoor.domain.singlecase.data.columns import Columns, columns_of, split
from lijfspoor.domain.singlecase.data.problems import Problems, no_rows, no_trials
from lijfspoor.domain.singlecase.data.saying import Refused, refuse
from lijfspoor.domain.singlecase.data.series import Case, Improvement, Outcome, make_case

NO_SCORE = float("nan")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file does not say about a series; a column in the file wins."""

    improvement: Improvement = Improvement.INCREASE
    outcome: Outcome = Outcome.CONTINUOUS


@dataclass(slots=True)
class _Series:
    """The rows of one series so far; `told` holds its improvement and outcome as the file says."""

    case: str
    measure: str
    lines: "array[int]" = field(default_factory=lambda: array("q"))
    times: "array[float]" = field(default_factory=lambda: array("d"))
    values: "array[float]" = field(default_factory=lambda: array("d"))
    trials: "array[float]" = field(default_factory=lambda: array("d"))
    phases: list[str] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)


def read_series(text: str, settings: Mapping[tuple[str, str], Settings] | None = None) -> tuple[Case, ...]:
    """Read every series of a file, in the order of their first row; rows may stand in any order.

    `settings`: by (case, measure); ("", measure) and ("", "") stand for all cases and for all series.
    Raises UnreadableSeries, a Refused that holds every problem with its line and column.
    """
    reader = _Reader(Problems())
    lines = enumerate(StringIO(text.removeprefix("\ufeff"), newline=None), start=1)
    columns = columns_of(lines, reader.problems)
    for number, line in lines:
        reader.read(number, line.rstrip("\n"), columns)
    return reader.cases(columns, settings or {})


class _Reader:
    """Takes rows one by one; keeps what is needed to name every problem."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.series: dict[tuple[str, str], _Series] = {}
        self.names: dict[str, str] = {}
        self.mark = ""
        self.dated: bool | None = None
        self.rows = 0

    def read(self, number: int, line: str, columns: Columns) -> None:
        """Take one line of the file."""
        try:
            cells = split(line, columns.delimiter)
            if any(cells):
                self.rows += 1
                columns.check_width(cells)
                self._row(number, cells, columns)
        except Refused as refused:
            self.problems.add(number, "", refused)

    def _row(self, number: int, cells: list[str], columns: Columns) -> None:
        before = self.problems.count
        case, phase = (self._name(number, cells, columns, name) for name in ("case", "phase"))
        measure = self._name(number, cells, columns, "measure") if columns.cell(cells, "measure") else ""
        time = self._time(number, cells, columns)
        value = self._number(number, cells, columns, "value")
        trials = self._trials(number, cells, columns)
        if self.problems.count > before:
            return
        series = self.series.get((case, measure))
        if series is None:
            series = self.series[case, measure] = _Series(case, measure)
        series.lines.append(number)
        series.times.append(time)
        series.values.append(value)
        series.trials.append(trials)
        series.phases.append(phase)
        self._told(number, cells, columns, series)

    def _name(self, number: int, cells: list[str], columns: Columns, name: str) -> str:
        cell = columns.cell(cells, name)
        known = self.names.get(cell)
        if known is not None:
            return known
        try:
            return self.names.setdefault(cell, name_of(cell))
        except Refused as refused:
            self.problems.add(number, columns.header(name), refused)
            return ""

    def _number(self, number: int, cells: list[str], columns: Columns, name: str) -> float:
        cell = columns.cell(cells, name)
        if not cell:
            return NO_SCORE
        try:
            value, mark = number_of(cell)
            self._check_mark(mark)
        except Refused as refused:
            self.problems.add(number, columns.header(name), refused)
            return NO_SCORE
        return value

    def _check_mark(self, mark: str) -> None:
        if not mark or mark == self.mark:
            return
        if self.mark:
            raise refuse(
                "mixed-decimals",
                nl="Eerder in dit bestand staat een ander teken voor de decimalen; gebruik overal een komma of overal "
                "een punt.",
                en="Earlier in this file another mark stands before the decimals; use a comma or a point throughout.",
            )
        self.mark = mark

    def _time(self, number: int, cells: list[str], columns: Columns) -> float:
        cell = columns.cell(cells, "time")
        try:
            if not cell:
                raise refuse(
                    "no-time",
                    nl="De tijd ontbreekt. Ook een gemiste meting heeft een tijd.",
                    en="The time is missing. A missed measurement has a time too.",
                )
            moment = moment_of(cell)
            self._check_kind(moment is not None)
            if moment is not None:
                return moment
            time, mark = number_of(cell)
            self._check_mark(mark)
        except Refused as refused:
            self.problems.add(number, columns.header("time"), refused)
            return NO_SCORE
        return time

    def _check_kind(self, dated: bool) -> None:
        if self.dated is None:
            self.dated = dated
        elif self.dated is not dated:
            raise refuse(
                "mixed-times",
                nl="Tijden zijn óf getallen óf datums (als 2026-01-31), niet door elkaar.",
                en="Times are numbers or dates (as 2026-01-31), not both.",
            )

    def _trials(self, number: int, cells: list[str], columns: Columns) -> float:
        trials = self._number(number, cells, columns, "trials")
        if trials <= 0:
            self.problems.add(number, columns.header("trials"), no_trials())
        return trials

    def _told(self, number: int, cells: list[str], columns: Columns, series: _Series) -> None:
        for name, allowed in (("improvement", Improvement), ("outcome", Outcome)):
            if not columns.has(name) or not (said := columns.cell(cells, name).casefold()):
                continue
            choices = ", ".join(one.value for one in allowed)
            if said not in [one.value for one in allowed]:
                why = refuse("unknown-word", nl=f"Hier hoort een van {choices}.", en=f"One of {choices} belongs here.")
                self.problems.add(number, columns.header(name), why)
            elif series.told.setdefault(name, said) != said:
                why = refuse(
                    "changed-word",
                    nl=f"Bij deze reeks stond eerder {series.told[name]}; dat is voor een hele reeks gelijk.",
                    en=f"This series said {series.told[name]} before; it is the same for a whole series.",
                )
                self.problems.add(number, columns.header(name), why)

    def cases(self, columns: Columns, settings: Mapping[tuple[str, str], Settings]) -> tuple[Case, ...]:
        """Every series as a case; raises UnreadableSeries when anything was wrong."""
        if not self.rows and not self.problems.count:
            self.problems.add(1, "", no_rows())
        for series in self.series.values():
            self._check_times(series, columns)
            self._check_trials(series, columns)
        self.problems.raise_any()
        first = self._first_day()
        return tuple(_case(series, settings, first) for series in self.series.values())

    def _check_times(self, series: _Series, columns: Columns) -> None:
        times = np.frombuffer(series.times)
        order = np.argsort(times, kind="stable")
        for at in np.flatnonzero(np.diff(times[order]) == 0):
            first, again = series.lines[order[at]], series.lines[order[at + 1]]
            why = refuse(
                "same-time-twice",
                nl=f"Deze tijd staat voor {series.case} ook op regel {first}.",
                en=f"This time also stands on line {first} for {series.case}.",
            )
            self.problems.add(again, columns.header("time"), why)

    def _check_trials(self, series: _Series, columns: Columns) -> None:
        lacking = np.isnan(np.frombuffer(series.trials))
        if not lacking.all():
            for at in np.flatnonzero(lacking & ~np.isnan(np.frombuffer(series.values))):
                self.problems.add(series.lines[at], columns.header("trials"), no_trials())

    def _first_day(self) -> date | None:
        if not self.dated:
            return None
        return date.fromordinal(int(min(min(series.times) for series in self.series.values())))


def _case(series: _Series, settings: Mapping[tuple[str, str], Settings], first: date | None) -> Case:
    keys = ((series.case, series.measure), ("", series.measure), ("", ""))
    said = next((settings[key] for key in keys if key in settings), Settings())
    times, trials = np.array(series.times), np.array(series.trials)
    return make_case(
        series.case,
        np.array(series.values),
        series.phases,
        times if first is None else times - first.toordinal(),
        measure=series.measure,
        improvement=series.told.get("improvement", said.improvement),
        outcome=series.told.get("outcome", said.outcome),
        trials=None if np.all(np.isnan(trials)) else trials,
        first_day=first,
    )
