"""Times as a person reads them."""

from datetime import date

import pytest

from lijfspoor.domain.singlecase.picture.moments import day_of, plain


@pytest.mark.parametrize(
    ("time", "said"),
    [(5.0, "5"), (100.0, "100"), (0.0, "0"), (0.5, "0.5"), (-2.25, "\u22122.25"), (0.000001, "0.000001")],
)
def test_a_number_has_no_more_decimals_than_it_needs(time: float, said: str) -> None:
    assert plain(time) == said


def test_a_day_is_counted_from_the_first() -> None:
    assert day_of(3.0, date(2026, 2, 27), "nl") == "2-3-2026"
    assert day_of(3.0, date(2026, 2, 27), "en") == "2026-03-02"
