"""Designs of phases and of a changing criterion, read from a mapping."""

from collections.abc import Sequence

from lijfspoor.domain.singlecase.designs.design import Design, Kind
from lijfspoor.domain.singlecase.designs.joint import Independent
from lijfspoor.domain.singlecase.designs.keys import Keys, label_list, row_range, whole_number, wrong
from lijfspoor.domain.singlecase.designs.layers import Washout, washed
from lijfspoor.domain.singlecase.designs.orders import all_orders, one_of
from lijfspoor.domain.singlecase.designs.phases import ANY, PhaseScheme
from lijfspoor.domain.singlecase.designs.ranks import Ranked
from lijfspoor.domain.singlecase.designs.study import Study

Windows = Sequence[Sequence[int] | None]
MOST_FREE_PHASES = 7


def phases(keys: Keys, study: Study) -> Design:
    """Read a design of phases in one order, or in an order that is drawn."""
    orders = _orders(keys)
    rows = PhaseRows(keys, orders)
    schemes = tuple(_phases_scheme(orders, size, rows, study.washout) for size in study.sizes)
    return Design(
        kind=Kind.PHASES, cases=study.cases, joint=Independent(schemes), mapping=study.mapping, title=study.title
    )


def _orders(keys: Keys) -> tuple[tuple[str, ...], ...]:
    value = keys.raw("orders")
    if isinstance(value, list | tuple) and value:
        return tuple(label_list("orders", order) for order in value)
    order = keys.texts("phases")
    if value is None:
        return (order,)
    if value != "any":
        raise wrong("orders", "geef een lijst van volgordes, of any.", "give a list of orders, or any.")
    if len(order) > MOST_FREE_PHASES:
        raise wrong("orders", "any kan met ten hoogste 7 fasen.", "any takes at most 7 phases.")
    return all_orders(order)


class PhaseRows:
    """The minimum, maximum and windows of phases, as they hold for an order of phases."""

    def __init__(self, keys: Keys, orders: Sequence[Sequence[str]]) -> None:
        self._labels = frozenset(label for order in orders for label in order)
        self._minimum = keys.raw("minimum")
        self._maximum = keys.raw("maximum")
        self._window = row_range("window", keys.raw("window")) if keys.has("window") else None
        self._windows = keys.items("windows") if keys.has("windows") else None
        if self._window is not None and self._windows is not None:
            raise wrong("windows", "geef window of windows, niet beide.", "give window or windows, not both.")

    def minimum(self, order: Sequence[str]) -> tuple[int, ...]:
        """Return the least rows of each phase."""
        return self._rows("minimum", self._minimum, order, 1)

    def maximum(self, order: Sequence[str]) -> tuple[int, ...]:
        """Return the most rows of each phase."""
        return self._rows("maximum", self._maximum, order, ANY)

    def starts(self, order: Sequence[str]) -> Windows:
        """Return per change the rows it may fall on."""
        if self._windows is None:
            return [self._window, *[None] * (len(order) - 2)]
        if len(self._windows) != len(order) - 1:
            changes = len(order) - 1
            raise wrong(
                "windows", f"geef {changes} vensters, één per overgang.", f"give {changes} windows, one per change."
            )
        return [None if window is None else row_range("windows", window) for window in self._windows]

    def _rows(self, key: str, value: object, order: Sequence[str], default: int) -> tuple[int, ...]:
        if isinstance(value, dict):
            strange = [label for label in value if label not in self._labels]
            if strange:
                raise wrong(
                    key, f"fase {strange[0]} staat niet in het ontwerp.", f"the design has no phase {strange[0]}."
                )
            return tuple(whole_number(key, value.get(label, default)) for label in order)
        if isinstance(value, list | tuple):
            if len(value) != len(order):
                raise wrong(
                    key, f"geef {len(order)} getallen, één per fase.", f"give {len(order)} numbers, one per phase."
                )
            return tuple(whole_number(key, rows) for rows in value)
        return (whole_number(key, default if value is None else value),) * len(order)


def _phases_scheme(orders: Sequence[Sequence[str]], size: int, rows: PhaseRows, washout: int) -> Ranked:
    labels = tuple(dict.fromkeys(label for order in orders for label in order))
    made = [
        washed(
            order,
            size,
            minimum=rows.minimum(order),
            maximum=rows.maximum(order),
            starts=rows.starts(order),
            washout=washout,
            labels=labels,
        )
        for order in orders
    ]
    if len(made) == 1:
        return made[0]
    plain = [scheme.inner if isinstance(scheme, Washout) else scheme for scheme in made]
    joined = one_of([scheme for scheme in plain if isinstance(scheme, PhaseScheme)])
    return Washout(joined, washout) if washout else joined


def changing_criterion(keys: Keys, study: Study) -> Design:
    """Read a changing criterion: a baseline and then a phase for each criterion, their moments of change drawn."""
    values = keys.items("criteria")
    if len(values) < 2 or not all(isinstance(one, int | float) and not isinstance(one, bool) for one in values):
        raise wrong("criteria", "geef twee of meer getallen.", "give two or more numbers.")
    criteria = tuple(float(one) for one in values if isinstance(one, int | float))
    order = (keys.text("baseline", "A"), *(f"C{place}" for place in range(1, len(criteria) + 1)))
    rows = PhaseRows(keys, [order])
    schemes = tuple(_phases_scheme([order], size, rows, study.washout) for size in study.sizes)
    return Design(
        kind=Kind.CHANGING_CRITERION,
        cases=study.cases,
        joint=Independent(schemes),
        mapping=study.mapping,
        criteria=criteria,
        title=study.title,
    )
