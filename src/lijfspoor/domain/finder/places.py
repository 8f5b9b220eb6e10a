"""Postcodes of four digits, where they lie, and how far apart."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0
KM_IN_A_DEGREE = 111.195
_POSTCODE = re.compile(r"\s*(\d{4})\s*(?:[A-Za-z]{2})?\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """A postcode of four digits: its place, province, and middle in degrees north and east."""

    pc4: str
    name: str
    province: str
    north: float
    east: float


@dataclass(frozen=True, slots=True)
class Box:
    """An area between two latitudes and two longitudes, in degrees."""

    south: float
    north: float
    west: float
    east: float


def pc4_of(postcode: str) -> str | None:
    """Return the four digits of a postcode such as `1011` or `1011 AB`; None when it is no postcode."""
    found = _POSTCODE.fullmatch(postcode)
    return found[1] if found else None


def distance_km(one: Place, other: Place) -> float:
    """Return the distance in kilometres as the crow flies (haversine on a sphere of 6,371 km)."""
    north, other_north = radians(one.north), radians(other.north)
    half_north, half_east = (other_north - north) / 2, radians(other.east - one.east) / 2
    chord = sin(half_north) ** 2 + cos(north) * cos(other_north) * sin(half_east) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


def box_around(place: Place, km: float) -> Box:
    """Return the smallest box that holds everything within `km` of a place, a little wider for rounding."""
    high = km * 1.001 / KM_IN_A_DEGREE
    # Longitudes lie closest together at the edge nearest the pole: the box must be widest there.
    wide = high / max(0.01, cos(radians(min(89.0, abs(place.north) + high))))
    return Box(place.north - high, place.north + high, place.east - wide, place.east + wide)


def in_order(places: Iterable[Place]) -> Mapping[str, Place]:
    """Return places by postcode."""
    return {place.pc4: place for place in places}
