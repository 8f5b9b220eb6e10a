"""Numbers as a person reads them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.data.numerals import numeral, p_value, percentage


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (0, "0", "0"),
        (-0.0, "0", "0"),
        (1, "1", "1"),
        (6.5, "6,5", "6.5"),
        (-2.25, "\u22122,25", "\u22122.25"),
        (12.345, "12,3", "12.3"),
        (99.95, "100", "100"),
        (100.4, "100", "100"),
        (1771, "1.771", "1,771"),
        (1234567.8, "1.234.568", "1,234,568"),
        (0.00123456, "0,00123", "0.00123"),
        (0.0001, "0,0001", "0.0001"),
        (0.00009, "9e\u22125", "9e\u22125"),
        (1e9, "1e9", "1e9"),
        (-1.234e12, "\u22121,23e12", "\u22121.23e12"),
        (5e-324, "4,94e\u2212324", "4.94e\u2212324"),
        (math.inf, "oneindig", "infinite"),
        (-math.inf, "\u2212oneindig", "\u2212infinite"),
        (math.nan, "onbekend", "unknown"),
    ],
)
def test_three_digits_at_least_the_units(value: float, nl: str, en: str) -> None:
    assert numeral(value, "nl") == nl
    assert numeral(value, "en") == en
    assert numeral(value) == en


@pytest.mark.parametrize(
    ("value", "decimals", "nl"),
    [(3.0, 2, "3,00"), (-0.004, 2, "0,00"), (1234.5, 1, "1.234,5"), (0.126, 2, "0,13"), (2.0, 0, "2")],
)
def test_decimals_can_be_asked_for(value: float, decimals: int, nl: str) -> None:
    assert numeral(value, "nl", decimals) == nl


@pytest.mark.parametrize(
    ("p", "nl", "en"),
    [
        (0.0, "< 0,0001", "< 0.0001"),
        (0.00009, "< 0,0001", "< 0.0001"),
        (0.0001, "0,0001", "0.0001"),
        (0.0079, "0,0079", "0.0079"),
        (0.00999, "0,0100", "0.0100"),
        (0.01, "0,010", "0.010"),
        (0.0643, "0,064", "0.064"),
        (0.1, "0,10", "0.10"),
        (1.0, "1,00", "1.00"),
    ],
)
def test_a_p_value_is_never_nothing(p: float, nl: str, en: str) -> None:
    assert p_value(p, "nl") == nl
    assert p_value(p) == en


@pytest.mark.parametrize(("share", "decimals", "nl"), [(0.914, 0, "91%"), (0.026, 1, "2,6%"), (-0.3, 0, "\u221230%")])
def test_a_share_as_a_percentage(share: float, decimals: int, nl: str) -> None:
    assert percentage(share, "nl", decimals) == nl


@given(st.floats(-1e300, 1e300))
def test_a_number_read_back_is_the_number_to_three_digits(value: float) -> None:
    read = float(numeral(value).replace("\u2212", "-").replace(",", ""))
    assert math.isclose(read, value, rel_tol=5e-3, abs_tol=0.0) or read == value
