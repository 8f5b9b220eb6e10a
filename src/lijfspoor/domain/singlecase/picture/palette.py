"""Colours that stay apart in grey; shape and dash repeat every difference. Classes let a page give its own colours."""

INK = "#2a1d2d"
SOFT = "#5d4f60"
GROUND = "#fffdfc"
GRID = "#e3dadf"
AXIS = "#857788"
BAND = "#efe6da"
DATA = "#471b40"
MEDIAN = "#b1681a"
PROJECTED = "#5f7f8e"
FONT = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', Helvetica, Arial, sans-serif"

LOOK: dict[str, dict[str, object]] = {
    "c-ground": {"fill": GROUND},
    "c-grid": {"stroke": GRID, "stroke_width": 1},
    "c-axis": {"stroke": AXIS, "stroke_width": 1.3, "fill": "none"},
    "c-band": {"fill": BAND},
    "c-cut": {"stroke": SOFT, "stroke_width": 1.4, "stroke_dasharray": "2 4", "fill": "none"},
    "c-line": {"stroke": DATA, "stroke_width": 1.8, "fill": "none", "stroke_linejoin": "round"},
    "c-line c-line--dense": {"stroke": DATA, "stroke_width": 0.8, "stroke_opacity": 0.55, "fill": "none"},
    "c-med": {"stroke": MEDIAN, "stroke_width": 4, "stroke_linecap": "round", "fill": "none"},
    "c-trend": {"stroke": SOFT, "stroke_width": 1.6, "stroke_dasharray": "9 3 2 3", "fill": "none"},
    "c-proj": {"stroke": PROJECTED, "stroke_width": 2.5, "stroke_dasharray": "8 6", "fill": "none"},
    "c-env": {
        "fill": PROJECTED,
        "fill_opacity": 0.15,
        "stroke": PROJECTED,
        "stroke_width": 1,
        "stroke_dasharray": "1 4",
    },
    "c-gap": {"stroke": AXIS, "stroke_width": 1.5, "stroke_dasharray": "2 3", "fill": "none"},
    "c-pt": {"fill": DATA, "stroke": DATA, "stroke_width": 1.2},
    "c-pt c-pt--a": {"fill": GROUND, "stroke": DATA, "stroke_width": 1.8},
    "t": {"fill": INK},
    "t-soft": {"fill": SOFT},
    "t-b": {"fill": INK, "font_weight": "600"},
}


def look(name: str) -> dict[str, object]:
    """The class and the plain attributes of a part, so that the file also stands alone."""
    return {"class_": name, **LOOK[name]}
