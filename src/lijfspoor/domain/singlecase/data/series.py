"""The series of one case on one measure: real times, phase labels, scores; a missing score keeps its place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import groupby

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.saying import refuse

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


class Improvement(StrEnum):
    """Which way is better: a property of the client's goal, not of the instrument."""

    INCREASE = "increase"
    DECREASE = "decrease"


class Outcome(StrEnum):
    """What kind of number a score is."""

    CONTINUOUS = "continuous"
    COUNT = "count"
    PROPORTION = "proportion"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Spell:
    """A run of rows in one phase: rows `start` up to but not including `stop`; a step back makes a new spell."""

    label: str
    start: int
    stop: int


@dataclass(frozen=True, eq=False)
class Case:
    """One case on one measure.

    `times`, `values`: shape (n,), float64; times are finite, strictly ascending and in any unit; NaN in `values` is a
    score that is missing at a known time. `phases`: n labels. `trials`: shape (n,), for proportions of counts.
    `first_day`: the day of time 0, where times are days.
    Build one with `make_case`, which sorts, checks and explains.
    """

    name: str
    times: Floats
    phases: tuple[str, ...]
    values: Floats
    measure: str = ""
    improvement: Improvement = Improvement.INCREASE
    outcome: Outcome = Outcome.CONTINUOUS
    trials: Floats | None = None
    first_day: date | None = None

    @property
    def size(self) -> int:
        """How many rows, missing scores included."""
        return len(self.phases)

    @cached_property
    def present(self) -> Flags:
        """Which rows hold a score, shape (n,)."""
        return ~np.isnan(self.values)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The phase labels in the order of their first row."""
        return tuple(dict.fromkeys(self.phases))

    @cached_property
    def spells(self) -> tuple[Spell, ...]:
        """The phases as they followed each other, steps back included."""
        spells, start = [], 0
        for label, rows in groupby(self.phases):
            stop = start + sum(1 for _ in rows)
            spells.append(Spell(label, start, stop))
            start = stop
        return tuple(spells)

    def rows_of(self, labels: Iterable[str]) -> Flags:
        """Which rows carry one of `labels`, shape (n,)."""
        wanted = frozenset(labels)
        return np.fromiter((label in wanted for label in self.phases), dtype=np.bool_, count=self.size)

    def with_values(self, values: Floats) -> "Case":
        """The same case with other scores at the same times."""
        return replace(self, values=values)


@dataclass(frozen=True, eq=False)
class Contrast:
    """Two sides of one comparison, scores that are missing left out, each side in order of time.

    `a`, `b`: shapes (m,), (n,), raw scores; `times_a`, `times_b` the measured times of those scores;
    `improvement` says whether a higher or a lower score in `b` is better.
    """

    a: Floats
    b: Floats
    times_a: Floats
    times_b: Floats
    improvement: Improvement = Improvement.INCREASE

    @cached_property
    def toward_better(self) -> "Contrast":
        """The same contrast with scores turned so that higher is better."""
        if self.improvement is Improvement.INCREASE:
            return self
        return replace(self, a=-self.a, b=-self.b, improvement=Improvement.INCREASE)


def make_case(
    name: str,
    values: Sequence[float | None] | Floats,
    phases: Sequence[str],
    times: Sequence[float] | Floats | None = None,
    *,
    measure: str = "",
    improvement: Improvement | str = Improvement.INCREASE,
    outcome: Outcome | str = Outcome.CONTINUOUS,
    trials: Sequence[float] | Floats | None = None,
    first_day: date | None = None,
) -> Case:
    """Check and sort the rows of a case; times default to 1, 2, 3, ...

    Raises Refused: "no-rows", "unequal-lengths", "bad-time" (not finite), "same-time-twice", "infinite-score".
    """
    scores = np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    moments = np.arange(1.0, len(scores) + 1) if times is None else np.asarray(times, dtype=np.float64)
    tries = None if trials is None else np.asarray(trials, dtype=np.float64)
    _check_rows(scores, moments, phases, tries)
    order = np.argsort(moments, kind="stable")
    return Case(
        name=name,
        times=moments[order],
        phases=tuple(phases[row] for row in order),
        values=scores[order],
        measure=measure,
        improvement=Improvement(improvement),
        outcome=Outcome(outcome),
        trials=None if tries is None else tries[order],
        first_day=first_day,
    )


def _check_rows(scores: Floats, moments: Floats, phases: Sequence[str], trials: Floats | None) -> None:
    if len(scores) == 0:
        raise refuse("no-rows", nl="De reeks heeft geen metingen.", en="The series has no measurements.")
    if not len(scores) == len(moments) == len(phases) or (trials is not None and len(trials) != len(scores)):
        raise refuse(
            "unequal-lengths",
            nl="Tijden, fasen en scores zijn niet even lang.",
            en="Times, phases and scores differ in length.",
        )
    if not np.all(np.isfinite(moments)):
        raise refuse("bad-time", nl="Een tijd is geen eindig getal.", en="A time is not a finite number.")
    if len(np.unique(moments)) < len(moments):
        raise refuse(
            "same-time-twice",
            nl="Twee metingen van dezelfde maat hebben dezelfde tijd.",
            en="Two measurements of the same measure have the same time.",
        )
    if np.any(np.isinf(scores)):
        raise refuse("infinite-score", nl="Een score is oneindig.", en="A score is infinite.")


def contrast(case: Case, a: str | Iterable[str] | None = None, b: str | Iterable[str] | None = None) -> Contrast:
    """Take two sides of a case: by default the first label against all others.

    Raises Refused: "one-phase" (nothing to compare), "no-scores" (a side without a score).
    """
    side_a = _labels(a) if a is not None else case.labels[:1]
    side_b = _labels(b) if b is not None else tuple(label for label in case.labels if label not in side_a)
    if not side_b:
        raise refuse(
            "one-phase",
            nl="De reeks heeft maar één fase; er is niets om mee te vergelijken.",
            en="The series has one phase only; there is nothing to compare it with.",
        )
    rows_a, rows_b = case.rows_of(side_a) & case.present, case.rows_of(side_b) & case.present
    if not rows_a.any() or not rows_b.any():
        raise refuse(
            "no-scores",
            nl="Een van de twee fasen heeft geen enkele score.",
            en="One of the two phases has no score at all.",
        )
    return Contrast(
        a=case.values[rows_a],
        b=case.values[rows_b],
        times_a=case.times[rows_a],
        times_b=case.times[rows_b],
        improvement=case.improvement,
    )


def _labels(labels: str | Iterable[str]) -> tuple[str, ...]:
    return (labels,) if isinstance(labels, str) else tuple(labels)
