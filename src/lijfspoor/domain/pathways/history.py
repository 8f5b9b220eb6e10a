"""What counts on a day: facts in order, each once, without those that were taken back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import TypeVar, cast, overload

from lijfspoor.domain.pathways.facts import AnyFact, Fact, Retracted

F = TypeVar("F", bound=Fact)
G = TypeVar("G", bound=Fact)
H = TypeVar("H", bound=Fact)


@dataclass(frozen=True, slots=True)
class History:
    """The facts that count, oldest first; `places` tells where each kind of fact stands in `facts`."""

    facts: tuple[AnyFact, ...]
    places: dict[type[Fact], list[int]]

    @overload
    def placed(self, first: type[F], /) -> Iterator[tuple[int, F]]: ...
    @overload
    def placed(self, first: type[F], second: type[G], /) -> Iterator[tuple[int, F | G]]: ...
    @overload
    def placed(self, first: type[F], second: type[G], third: type[H], /) -> Iterator[tuple[int, F | G | H]]: ...
    def placed(self, *kinds: type[Fact]) -> Iterator[tuple[int, Fact]]:
        """Yield the facts of these kinds in order, each with its place among all facts."""
        found = [place for kind in kinds for place in self.places.get(kind, ())]
        if len(kinds) > 1:
            found.sort()
        for place in found:
            yield place, self.facts[place]

    @overload
    def of(self, first: type[F], /) -> Iterator[F]: ...
    @overload
    def of(self, first: type[F], second: type[G], /) -> Iterator[F | G]: ...
    @overload
    def of(self, first: type[F], second: type[G], third: type[H], /) -> Iterator[F | G | H]: ...
    def of(self, *kinds: type[Fact]) -> Iterator[Fact]:
        """Yield the facts of these kinds in order."""
        for _, fact in self.placed(*kinds):
            yield fact

    def first(self, kind: type[F]) -> F | None:
        """Return the first fact of a kind."""
        found = self.places.get(kind)
        return cast(F, self.facts[found[0]]) if found else None

    def last(self, kind: type[F]) -> F | None:
        """Return the last fact of a kind."""
        found = self.places.get(kind)
        return cast(F, self.facts[found[-1]]) if found else None

    def first_place(self, kind: type[Fact]) -> int | None:
        """Return where the first fact of a kind stands."""
        found = self.places.get(kind)
        return found[0] if found else None


def history(facts: Iterable[AnyFact], on_day: date) -> History:
    """Return what counts on `on_day` of facts given in any order; takes time in proportion to the facts."""
    ordered = _each_once(_ordered(fact for fact in facts if fact.stamp.holds_on <= on_day))
    taken_back = _taken_back(ordered)
    kept = tuple(fact for fact in ordered if fact.stamp.id not in taken_back)
    places: dict[type[Fact], list[int]] = {}
    for place, fact in enumerate(kept):
        places.setdefault(type(fact), []).append(place)
    return History(kept, places)


def known_on(facts: Iterable[AnyFact], moment: datetime) -> tuple[AnyFact, ...]:
    """Return the facts that were recorded by `moment` (aware): the file as it was known then."""
    return tuple(fact for fact in facts if fact.stamp.recorded_at <= moment)


def _order(fact: AnyFact) -> tuple[date, int, str]:
    return fact.stamp.holds_on, fact.stamp.sequence, fact.stamp.id


def _ordered(facts: Iterable[AnyFact]) -> list[AnyFact]:
    ordered = sorted(facts, key=_order)
    if any(_order(a) == _order(b) for a, b in pairwise(ordered)):
        ordered.sort(key=lambda fact: (_order(fact), fact.kind, repr(fact)))
    return ordered


def _each_once(facts: list[AnyFact]) -> list[AnyFact]:
    by_id: dict[str, AnyFact] = {}
    for fact in facts:
        by_id.setdefault(fact.stamp.id, fact)
    return list(by_id.values())


def _taken_back(ordered: list[AnyFact]) -> set[str]:
    named: set[str] = set()
    for fact in reversed(ordered):
        if isinstance(fact, Retracted) and fact.stamp.id not in named:
            named.add(fact.fact)
    return named
