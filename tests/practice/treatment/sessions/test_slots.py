"""Weekly sessions keep the clock of the wall, and a treatment keeps its fixed slot."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.practice.tenancy.clock import AMSTERDAM
from lijfspoor.practice.treatment.slots import NoSuchTime, Placed, Slot, fixed_slot, weekly

TUESDAY = date(2026, 11, 3)


@pytest.mark.requirement("S2-131")
def test_a_series_over_the_end_of_summer_time_keeps_its_time_on_the_wall() -> None:
    starts = weekly(date(2026, 10, 18), time(10, 30), 3)
    assert [at.astimezone(AMSTERDAM).strftime("%a %H:%M") for at in starts] == ["Sun 10:30"] * 3
    assert starts[1] - starts[0] == timedelta(days=7, hours=1)
    assert starts[2] - starts[1] == timedelta(days=7)


@pytest.mark.parametrize(
    ("first", "at", "day"),
    [
        (date(2026, 10, 18), time(2, 30), date(2026, 10, 25)),
        (date(2026, 3, 22), time(2, 30), date(2026, 3, 29)),
    ],
)
def test_a_time_that_the_clock_shows_twice_or_not_at_all_is_refused(first: date, at: time, day: date) -> None:
    with pytest.raises(NoSuchTime) as fault:
        weekly(first, at, 2)
    assert fault.value.day == day


@given(
    st.dates(date(1950, 1, 1), date(2150, 1, 1)),
    st.times().filter(lambda at: not 1 <= at.hour <= 4).map(lambda at: at.replace(second=0, microsecond=0)),
    st.integers(1, 52),
)
def test_every_session_of_a_series_starts_at_the_same_time_on_the_same_weekday(first: date, at: time, n: int) -> None:
    try:
        local = [start.astimezone(AMSTERDAM) for start in weekly(first, at, n)]
    except NoSuchTime:
        return
    assert {(each.weekday(), each.time()) for each in local} == {(first.weekday(), at)}
    assert len(local) == n


def placed(day: date, at: time = time(10, 30), place: str = "Gymzaal", series: object = None) -> Placed:
    moment = datetime.combine(day, at, AMSTERDAM).astimezone(UTC)
    return Placed(moment, place, series)  # type: ignore[arg-type]  # a made-up series


def test_one_session_is_no_fixed_slot() -> None:
    assert fixed_slot([placed(TUESDAY)]) is None
    assert fixed_slot([]) is None


def test_a_moved_session_does_not_move_the_slot() -> None:
    series = uuid4()
    rows = [placed(TUESDAY + timedelta(weeks=n), series=series) for n in range(5)]
    rows[2] = placed(date(2026, 11, 19), time(14), series=series)
    assert fixed_slot(rows) == Slot(1, time(10, 30), "Gymzaal")


def test_a_new_series_brings_a_new_slot() -> None:
    old = [placed(TUESDAY + timedelta(weeks=n), series="old") for n in range(8)]
    new = [placed(date(2027, 1, 6) + timedelta(weeks=n), time(9), "Zaal 2", "new") for n in range(2)]
    assert fixed_slot([*old, *new]) == Slot(2, time(9), "Zaal 2")
