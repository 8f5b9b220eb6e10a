"""Ages in whole months, and the day a birthday counts from."""

from dataclasses import dataclass
from datetime import date

MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True, order=True)
class Age:
    """An age in completed months (0 or more)."""

    months: int

    def __post_init__(self) -> None:
        if self.months < 0:
            msg = "an age cannot be negative"
            raise ValueError(msg)

    @property
    def years(self) -> int:
        """Completed years."""
        return self.months // MONTHS_IN_YEAR


def age_on(born: date, day: date) -> Age:
    """Return the age on `day` of someone born on `born`.

    Raises ValueError when `day` lies before the birth.
    """
    months = (day.year - born.year) * MONTHS_IN_YEAR + day.month - born.month
    return Age(months - 1 if day.day < born.day else months)


def birthday_reached(born: date, years: int, day: date) -> bool:
    """Tell whether someone born on `born` is `years` old on `day`; born on 29 February counts from 1 March."""
    try:
        birthday = born.replace(year=born.year + years)
    except ValueError:
        if born.year + years > date.max.year:
            return False
        birthday = date(born.year + years, 3, 1)
    return day >= birthday
