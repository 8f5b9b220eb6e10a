"""Small choices taken out of one large drawn number, which keeps drawing fast and shrinking simple.

Numbers above 24 bits are drawn in two halves: drawn at once they would mostly be small.
"""

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")
SMALL = 2**24
SMALL_NUMBERS = st.integers(0, SMALL - 1)
NUMBERS = st.tuples(SMALL_NUMBERS, SMALL_NUMBERS).map(lambda pair: pair[0] + SMALL * pair[1])


class Choices:
    """One large number, from which small choices are taken one after another."""

    def __init__(self, number: int) -> None:
        self.number = number

    def below(self, limit: int) -> int:
        """A number from 0 up to but not including `limit`."""
        self.number, choice = divmod(self.number, limit)
        return choice

    def of(self, options: Sequence[T]) -> T:
        """One of the options."""
        return options[self.below(len(options))]

    def coin(self) -> bool:
        """Yes or no."""
        return self.below(2) == 1

    def some(self, options: Sequence[T]) -> tuple[T, ...]:
        """Some of the options, maybe none, in their order."""
        return tuple(option for option in options if self.coin())
