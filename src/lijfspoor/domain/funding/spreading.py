"""How the sessions of a treatment fall over calendar years."""

from datetime import date


def sessions_by_year(starts_on: date, sessions: int, every_days: int) -> dict[int, int]:
    """Return how many sessions fall in each calendar year: one on `starts_on`, then one every `every_days` days.

    Sessions past the last year of the calendar count in that year.
    """
    counted: dict[int, int] = {}
    first, last = starts_on.toordinal(), date.max.toordinal()
    for number in range(sessions):
        year = date.fromordinal(min(first + number * every_days, last)).year
        counted[year] = counted.get(year, 0) + 1
    return counted
