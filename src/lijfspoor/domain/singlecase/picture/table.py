"""The table beside a picture: the same series as rows of text, and as HTML that a screen reader can walk through."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

import numpy as np

from lijfspoor.domain.singlecase.data.numerals import numeral
from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.picture.marks import Band, Panel, Picture
from lijfspoor.domain.singlecase.picture.moments import day_of

SCORES_UP_TO = 60
MISSING = "\u2013"
HEADERS = (
    Saying(nl="Reeks", en="Series"),
    Saying(nl="Fase", en="Phase"),
    Saying(nl="Tijd", en="Time"),
    Saying(nl="Scores", en="Scores"),
    Saying(nl="Ontbreekt", en="Missing"),
    Saying(nl="Middelste score", en="Median"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """A caption, one header a column, and rows of as many cells; the first two cells name the row."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table_of(picture: Picture, language: str = "nl") -> Table:
    """Every phase of every series in a row: when, which scores, how many are missing, the median."""
    rows = [row_of(panel, band, language, picture.first_day) for panel in picture.panels for band in panel.bands]
    return Table(
        caption=picture.title.in_language(language),
        header=tuple(header.in_language(language) for header in HEADERS),
        rows=tuple(rows),
    )


def row_of(panel: Panel, band: Band, language: str, first_day: date | None = None) -> tuple[str, ...]:
    """One phase in words."""
    inside = (panel.times > band.start) & (panel.times < band.stop)
    times, values = panel.times[inside], panel.values[inside]
    there = values[~np.isnan(values)]
    first, last = (_moment(float(time), first_day, language) for time in (times[0], times[-1]))
    return (
        panel.heading or MISSING,
        band.label,
        first if len(times) == 1 else f"{first} {'tot en met' if language == 'nl' else 'to'} {last}",
        _scores(values, there, language),
        str(len(values) - len(there)),
        numeral(float(np.median(there)), language) if len(there) else MISSING,
    )


def _moment(time: float, first_day: date | None, language: str) -> str:
    return numeral(time, language) if first_day is None else day_of(time, first_day, language)


def _scores(values: Floats, there: Floats, language: str) -> str:
    if len(values) <= SCORES_UP_TO:
        return "; ".join(MISSING if np.isnan(value) else numeral(float(value), language) for value in values)
    low, high = (numeral(float(end), language) for end in (there.min(), there.max())) if len(there) else (MISSING,) * 2
    if language == "nl":
        return f"{len(there)} scores, van {low} tot en met {high}"
    return f"{len(there)} scores, from {low} to {high}"


def table_html(table: Table) -> str:
    """Write the table as HTML: caption, column heads, and the first two cells of each row as its head."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in table.header)
    body = "".join(f"<tr>{_cells(row)}</tr>" for row in table.rows)
    return (
        f'<table class="series"><caption>{escape(table.caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _cells(row: Sequence[str]) -> str:
    heads = "".join(f'<th scope="row">{escape(text)}</th>' for text in row[:2])
    return heads + "".join(f"<td>{escape(text)}</td>" for text in row[2:])
