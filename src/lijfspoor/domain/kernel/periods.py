"""Stretches of days."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` up to and including `until`; without `until` it goes on."""

    start: date
    until: date | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.start:
            msg = "a period cannot end before it starts"
            raise ValueError(msg)

    def holds_on(self, day: date) -> bool:
        """Tell whether `day` lies inside."""
        return self.start <= day and (self.until is None or day <= self.until)
