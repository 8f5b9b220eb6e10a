"""A time as a person reads it: a number, or a date where the series was kept by dates."""

from datetime import date, timedelta

from lijfspoor.domain.singlecase.data.numerals import numeral

LARGEST_PLAIN, MOST_PLACES, MINUS = 1e9, 6, "\u2212"


def plain(value: float) -> str:
    """One number with a dot in every language, as many decimals as it has up to six."""
    if abs(value) >= LARGEST_PLAIN or 0 < abs(value) < 10.0**-MOST_PLACES:
        return numeral(value)
    text = f"{value:.{MOST_PLACES}f}".rstrip("0").rstrip(".")
    return text.replace("-", MINUS)


def day_of(time: float, first_day: date, language: str) -> str:
    """The day `time` days after the first: 2-3-2026 in Dutch, 2026-03-02 in English."""
    day = first_day + timedelta(days=round(time))
    return f"{day.day}-{day.month}-{day.year}" if language == "nl" else day.isoformat()
