"""Writes series as the long CSV that `read_series` reads, with every score to its last digit."""

import csv
from collections.abc import Iterable, Iterator
from datetime import timedelta
from io import StringIO
from math import isnan

from lijfspoor.domain.singlecase.data.series import Case

HEADER = ("case", "measure", "phase", "time", "value", "trials", "improvement", "outcome")


def write_series(cases: Iterable[Case]) -> str:
    """The text of a CSV with all cases; times are dates again where they were read from whole days."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    every = tuple(cases)
    used = [name for name in HEADER if name != "trials" or any(case.trials is not None for case in every)]
    writer.writerow(used)
    for case in every:
        writer.writerows([row[name] for name in used] for row in _rows(case))
    return text.getvalue()


def _rows(case: Case) -> Iterator[dict[str, str]]:
    dated = case.first_day is not None and all(time.is_integer() for time in case.times.tolist())
    for row, time in enumerate(case.times.tolist()):
        yield {
            "case": case.name,
            "measure": case.measure,
            "phase": case.phases[row],
            "time": _day(case, time) if dated else repr(time),
            "value": _number(float(case.values[row])),
            "trials": "" if case.trials is None else _number(float(case.trials[row])),
            "improvement": case.improvement.value,
            "outcome": case.outcome.value,
        }


def _day(case: Case, time: float) -> str:
    assert case.first_day is not None  # noqa: S101 -- asked by the only caller
    return (case.first_day + timedelta(days=time)).isoformat()


def _number(value: float) -> str:
    return "" if isnan(value) else repr(value)
