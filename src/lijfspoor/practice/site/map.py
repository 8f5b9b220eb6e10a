"""A map of the Netherlands drawn from postcodes: no map service is asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians

from lijfspoor.catalogue.finder import places

WEST, NORTH = 3.3, 53.6
EAST, SOUTH = 7.3, 50.7
MIDDLE = cos(radians(52.2))
SCALE = 100
CELL = 5
"""Units of the drawing; a unit is about 1.1 km."""

WIDTH = round((EAST - WEST) * MIDDLE * SCALE)
HEIGHT = round((NORTH - SOUTH) * SCALE)


@dataclass(frozen=True, slots=True)
class Dot:
    """A point on the map with its number in the list; `x` and `y` in units of the drawing, written with a point."""

    number: int
    x: str
    y: str


@lru_cache(maxsize=1)
def land() -> str:
    """Return the land as the path of an SVG: one square for every place where someone can live."""
    cells = {(int(x // CELL), int(y // CELL)) for x, y in (_at(each.north, each.east) for each in places().values())}
    return "".join(f"M{x * CELL} {y * CELL}h{CELL}v{CELL}h-{CELL}z" for x, y in sorted(cells))


def dots(points: Iterable[tuple[float, float]]) -> tuple[Dot, ...]:
    """Return a dot for each point (degrees north and east), numbered from 1 in their order."""
    placed = (_at(north, east) for north, east in points)
    return tuple(Dot(number, f"{x:.1f}", f"{y:.1f}") for number, (x, y) in enumerate(placed, start=1))


def _at(north: float, east: float) -> tuple[float, float]:
    return (east - WEST) * MIDDLE * SCALE, (NORTH - north) * SCALE
