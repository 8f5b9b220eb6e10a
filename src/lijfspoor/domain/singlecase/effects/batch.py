"""Effect sizes of thousands of series in one call.

Series of the same lengths (m, n) are stacked, and every index runs once per stack with the same arithmetic as its own
function: an answer is the same number, a refusal has the same code. An index without such a kernel is computed series
by series. No cell is empty without its code.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import Refused, Saying
from lijfspoor.domain.singlecase.data.series import Contrast, Flags, Floats
from lijfspoor.domain.singlecase.effects.answers import Answers, normal_quantile
from lijfspoor.domain.singlecase.effects.catalogue import CATALOGUE, effect_size
from lijfspoor.domain.singlecase.effects.rank_answers import RANK_REASONS, Bounded
from lijfspoor.domain.singlecase.effects.stacked import STACKED
from lijfspoor.domain.singlecase.effects.stacks import one, stack

Codes = npt.NDArray[np.uint8]
Rows = list[int]
Settings = Mapping[str, Mapping[str, object]]

ELEVEN = (
    "nap",
    "tau",
    "tau-u",
    "tau-bc",
    "pnd",
    "pem",
    "pand",
    "ird",
    "smd.baseline.corrected",
    "lrr-i.corrected",
    "lrm",
)
AT_ONCE = 1 << 18
"""How many scores are stacked at most at a time: about what stays near the processor."""


@dataclass(frozen=True, eq=False, slots=True)
class Batch:
    """One row per series in the order given, one column per statistic of `names`.

    `value`, `se`, `lower`, `upper`: shape (series, statistics), NaN where there is none. `refused`: why there is no
    value; `unsure`: why there is a value without standard error or without limits; both as a position in `codes`, of
    which the first, the empty text, means that nothing is lacking.
    """

    names: tuple[str, ...]
    level: float
    value: Floats
    se: Floats
    lower: Floats
    upper: Floats
    refused: Codes
    unsure: Codes
    codes: tuple[str, ...]
    reasons: Mapping[str, Saying]

    def column(self, name: str) -> int:
        """Which column holds a statistic; raises ValueError for one that was not asked."""
        return self.names.index(name)

    def code(self, row: int, name: str) -> str:
        """The code of the refusal, else of what is lacking beside the value, else an empty text."""
        place = (row, self.column(name))
        return self.codes[int(self.refused[place]) or int(self.unsure[place])]

    def why(self, row: int, name: str) -> Saying | None:
        """The sentence behind `code`."""
        return self.reasons.get(self.code(row, name))


def batch(
    contrasts: Sequence[Contrast],
    statistics: Sequence[str] = ELEVEN,
    *,
    level: float = 0.95,
    settings: Settings | None = None,
) -> Batch:
    """Compute every statistic (a name of the catalogue) of every contrast; `settings` by name, as in its own function.

    Raises Refused: "unknown-index", "bad-level", "setting-needed"; what one series lacks is a code in its cell.
    """
    for name in statistics:
        if name not in CATALOGUE:
            effect_size(name, _NOTHING)
    todo = _Todo(tuple(statistics), level, normal_quantile(level), settings or {})
    cells = _Cells(len(contrasts), len(statistics))
    order: list[int] = []
    for rows in _groups(contrasts):
        _fill(cells, len(order), [contrasts[row] for row in rows], todo)
        order.extend(rows)
    cells.finish(todo.z)
    back = np.argsort(np.array(order, dtype=np.intp))
    return Batch(
        names=todo.names,
        level=level,
        value=cells.value[:, back].T,
        se=cells.se[:, back].T,
        lower=cells.lower[:, back].T,
        upper=cells.upper[:, back].T,
        refused=cells.refused[:, back].T,
        unsure=cells.unsure[:, back].T,
        codes=tuple(cells.codes),
        reasons={code: saying for code, saying in {**RANK_REASONS, **cells.met}.items() if code in cells.codes},
    )


_NOTHING = Contrast(np.empty(0), np.empty(0), np.empty(0), np.empty(0))


@dataclass(frozen=True, slots=True)
class _Todo:
    """What was asked."""

    names: tuple[str, ...]
    level: float
    z: float
    settings: Settings


class _Cells:
    """The table while it is being filled, series of the same lengths together."""

    def __init__(self, series: int, statistics: int) -> None:
        self.value, self.se, self.lower, self.upper = (np.full((statistics, series), np.nan) for _ in range(4))
        self.refused, self.unsure = (np.zeros((statistics, series), dtype=np.uint8) for _ in range(2))
        self.with_error, self.normal = set[int](), set[int]()
        self.codes = {"": 0}
        self.met: dict[str, Saying] = {}

    def number(self, code: str) -> int:
        """The position of a code, given one when it is new."""
        return self.codes.setdefault(code, len(self.codes))

    def refuse(self, rows: slice, refusal: Refused, column: int | slice = slice(None)) -> None:
        """Give these series the same refusal."""
        self.met[refusal.code] = refusal.why
        self.refused[column, rows] = self.number(refusal.code)

    def mark(self, into: Codes, codes: Mapping[str, Flags]) -> None:
        """Write the first code that holds in each series, as positions."""
        for code, flags in reversed(list(codes.items())):
            if np.count_nonzero(flags):
                into[flags] = self.number(code)

    def put(self, rows: slice, column: int, answers: Answers) -> None:
        """Write the answers of one statistic over one stack; `finish` settles what cannot be given."""
        self.value[column, rows] = answers.value
        self.mark(self.refused[column, rows], answers.refused)
        self.mark(self.unsure[column, rows], answers.unsure)
        if answers.se is not None:
            self.se[column, rows] = answers.se
            self.with_error.add(column)
        if not isinstance(answers, Bounded):
            self.normal.add(column)
        elif answers.lower is not None and answers.upper is not None:
            self.lower[column, rows], self.upper[column, rows] = answers.lower, answers.upper

    def finish(self, z: float) -> None:
        """Add the normal limits, give every cell without a number its code, and take out what is not to be given."""
        with np.errstate(all="ignore"):  # a limit out of range gets its code
            for column in range(len(self.value)):
                self._finish(column, z)
        given_not = self.refused > 0
        self.unsure[given_not] = 0
        for numbers in (self.value, self.se, self.lower, self.upper):
            numbers[given_not] = np.nan

    def _finish(self, column: int, z: float) -> None:
        value, se, lower, upper = (part[column] for part in (self.value, self.se, self.lower, self.upper))
        refused, unsure = self.refused[column], self.unsure[column]
        if column in self.with_error:
            se[unsure > 0] = np.nan
        if column in self.normal:
            np.subtract(value, z * se, out=lower)
            np.add(value, z * se, out=upper)
        refused[(refused == 0) & ~np.isfinite(value)] = self.number("out-of-range")
        lacking = ~np.isfinite(lower + upper + se if column in self.with_error else lower + upper)
        unsure[lacking & (unsure == 0)] = self.number("no-interval")


def _groups(contrasts: Sequence[Contrast]) -> Iterator[Rows]:
    """Rows whose contrasts have the same lengths, at most so many scores at a time."""
    if not contrasts:
        return
    m = np.array([contrast.a.size for contrast in contrasts])
    n = np.array([contrast.b.size for contrast in contrasts])
    order = np.lexsort((n, m))
    borders = np.flatnonzero(np.diff(m[order]) | np.diff(n[order])) + 1
    for rows in np.split(order, borders):
        step = max(1, AT_ONCE // max(1, int(m[rows[0]] + n[rows[0]])))
        for start in range(0, len(rows), step):
            yield rows[start : start + step].tolist()


def _fill(cells: _Cells, start: int, members: list[Contrast], todo: _Todo) -> None:
    """Write every statistic of contrasts of the same lengths, from place `start` on."""
    if not (members[0].a.size and members[0].b.size):
        cells.refuse(slice(start, start + len(members)), _refusal(members[0]))
        return
    stacked = stack(members)
    sound = np.isfinite(stacked.a).all(axis=1) & np.isfinite(stacked.b).all(axis=1)
    if not sound.all():
        for place in np.flatnonzero(~sound).tolist():
            cells.refuse(slice(start + place, start + place + 1), _refusal(members[place]))
        for place in np.flatnonzero(sound).tolist():
            _fill(cells, start + place, [members[place]], todo)
        return
    for column, name in enumerate(todo.names):
        own = todo.settings.get(name, {})
        if name in STACKED:
            rows = slice(start, start + len(members))
            cells.put(rows, column, STACKED[name](stacked, level=todo.level, **own))
        else:
            for place, member in enumerate(members, start):
                _one(cells, place, member, column, partial(CATALOGUE[name].compute, **own))


def _refusal(contrast: Contrast) -> Refused:
    """Why nothing is computed of this contrast."""
    try:
        one(contrast)
    except Refused as refusal:
        return refusal
    raise AssertionError("A contrast that can be stacked was held to be unsound.")


def _one(cells: _Cells, place: int, member: Contrast, column: int, compute: Callable[[Contrast], Estimate]) -> None:
    """Write the answer of an index that has no kernel over a stack."""
    try:
        found = compute(member)
    except Refused as refusal:
        cells.refuse(slice(place, place + 1), refusal, column)
        return
    limits = found.interval
    cells.value[column, place] = found.value
    if found.se is not None:
        cells.se[column, place] = found.se
    if limits is not None:
        cells.lower[column, place], cells.upper[column, place] = limits.lower, limits.upper
    if found.se is None or limits is None:
        cells.unsure[column, place] = cells.number("no-interval")
