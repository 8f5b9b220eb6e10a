"""Postcodes and distances."""

from math import acos, cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.catalogue.finder import places
from lijfspoor.domain.finder.places import EARTH_KM, Place, box_around, distance_km, pc4_of

PLACES = places()
some_place = st.sampled_from(sorted(PLACES)).map(PLACES.__getitem__)


def cosine_km(one: Place, other: Place) -> float:
    """The same distance by the law of cosines."""
    north, other_north = radians(one.north), radians(other.north)
    angle = sin(north) * sin(other_north) + cos(north) * cos(other_north) * cos(radians(one.east - other.east))
    return EARTH_KM * acos(min(1.0, angle))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1011", "1011"),
        ("1011AB", "1011"),
        (" 1011 ab ", "1011"),
        ("101", None),
        ("10111", None),
        ("1011 A", None),
        ("1011 ABC", None),
        ("١٠١١", None),
        ("", None),
    ],
)
def test_a_postcode_is_four_digits_and_maybe_two_letters(written: str, read: str | None) -> None:
    """As people write it, and nothing else."""
    assert pc4_of(written) == read


def test_places_that_are_known_lie_where_maps_put_them() -> None:
    """Amsterdam to Maastricht is about 178 km, Leeuwarden to Groningen about 51 km, as the crow flies."""
    assert distance_km(PLACES["1011"], PLACES["6211"]) == pytest.approx(178, abs=5)
    assert distance_km(PLACES["8911"], PLACES["9711"]) == pytest.approx(51, abs=3)
    assert {place.province for place in PLACES.values()} >= {"Noord-Holland", "Fryslân", "Gelderland", "Limburg"}
    assert len({place.province for place in PLACES.values()}) == 12


@given(some_place, some_place)
def test_distance_is_the_same_both_ways_and_by_another_formula(one: Place, other: Place) -> None:
    """Haversine and cosines agree to a few metres, and nobody is nearer one way round."""
    assert distance_km(one, other) == pytest.approx(distance_km(other, one))
    assert distance_km(one, other) == pytest.approx(cosine_km(one, other), abs=0.02)


@given(some_place, some_place, st.sampled_from([1, 5, 10, 25, 50, 100]))
def test_whoever_is_within_reach_lies_in_the_box(one: Place, other: Place, km: int) -> None:
    """The box leaves out nobody who is near enough."""
    box = box_around(one, km)
    if distance_km(one, other) <= km:
        assert box.south <= other.north <= box.north
        assert box.west <= other.east <= box.east
