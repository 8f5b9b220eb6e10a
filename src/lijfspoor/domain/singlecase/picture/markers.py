"""One shape for each condition, so that colour is never needed to tell them apart."""

from lijfspoor.domain.singlecase.picture.canvas import dot, element
from lijfspoor.domain.singlecase.picture.palette import look

SHAPES = 6


def marker(x: float, y: float, radius: float, condition: int) -> str:
    """Draw one score: open circle, full circle, square, triangle, open diamond, cross; then again from the start."""
    kind, r = condition % SHAPES, radius
    if kind == 0:
        return element("circle", cx=x, cy=y, r=r, **look("c-pt c-pt--a"))
    if kind == 1:
        return element("circle", cx=x, cy=y, r=r, **look("c-pt"))
    return element("path", d=_outline(kind, x, y, r), **look("c-pt c-pt--a" if kind in (4, 5) else "c-pt"))


def _outline(kind: int, x: float, y: float, r: float) -> str:
    if kind == 5:
        return (
            f"M{dot(x - r)} {dot(y - r)}L{dot(x + r)} {dot(y + r)}M{dot(x - r)} {dot(y + r)}L{dot(x + r)} {dot(y - r)}"
        )
    corners = {
        2: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        3: [(0.0, -1.15), (1.1, 0.85), (-1.1, 0.85)],
        4: [(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)],
    }[kind]
    return "M" + "L".join(f"{dot(x + dx * r)} {dot(y + dy * r)}" for dx, dy in corners) + "Z"
