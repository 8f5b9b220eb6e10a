"""Amounts of money, exact to the cent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

HUNDRED = 100


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in euro cents; never negative, never a fraction of a cent."""

    cents: int

    NOTHING: ClassVar[Money]

    def __post_init__(self) -> None:
        if self.cents < 0:
            msg = "an amount of money cannot be negative"
            raise ValueError(msg)

    def __add__(self, other: Money) -> Money:
        """Return both together."""
        return Money(self.cents + other.cents)

    def __sub__(self, other: Money) -> Money:
        """Return what is left. Raises ValueError when `other` is more."""
        return Money(self.cents - other.cents)

    def __mul__(self, times: int) -> Money:
        """Return this amount so many times. Raises ValueError for a negative number."""
        return Money(self.cents * times)

    def percent(self, percent: int) -> Money:
        """Return so many per cent of it, half a cent rounded up."""
        return Money((self.cents * percent + HUNDRED // 2) // HUNDRED)

    def without(self, other: Money) -> Money:
        """Return what is left after taking off `other`, nothing when that is more."""
        return Money(max(0, self.cents - other.cents))


Money.NOTHING = Money(0)


def added(amounts: list[Money]) -> Money:
    """Return the sum; nothing for no amounts."""
    return Money(sum(each.cents for each in amounts))
