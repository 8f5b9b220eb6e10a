"""From what a form posts to what a paper keeps, and from that to the words that are signed."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from lijfspoor.practice.intake.sheets.shape import LONGEST, YES, Kind, Line, Section, Sheet
from lijfspoor.practice.look import dutch

TICKED = "aangekruist"
_DUTCH_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")


def read(lines: Iterable[Line], posted: Mapping[str, str]) -> dict[str, str]:
    """Return what was posted for these lines; unknown names and answers are left out, an absent one is empty.

    Words stand for their choice too, as the merge page posts them.
    """
    values: dict[str, str] = {}
    for line in lines:
        for name, kind in line.names():
            values[name] = _value(line, kind, posted.get(name, ""))
    return values


def too_long(lines: Iterable[Line], values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the labels of the lines that hold more than fits."""
    return tuple(
        line.label for line in lines for name, kind in line.names() if len(values.get(name, "")) > LONGEST[kind]
    )


def _value(line: Line, kind: Kind, raw: str) -> str:
    text = raw.replace("\x00", "").replace("\r\n", "\n").strip()
    if kind == "tick":
        return line.tick_value if text in {YES, TICKED, "on", line.tick_value} else ""
    if kind == "choice":
        return next((option.id for option in line.options if text in {option.id, option.label}), "")
    return _day(text) if kind == "day" else text


def _day(text: str) -> str:
    typed = _DUTCH_DAY.fullmatch(text)
    return f"{typed[3]}-{int(typed[2]):02}-{int(typed[1]):02}" if typed else text


def in_words(line: Line, name: str, value: str) -> str:
    """Return a kept value as people read it."""
    if name != line.name or not value:
        return value
    if line.kind == "tick":
        return value if line.tick_value != YES else TICKED
    if line.kind == "choice":
        return next((option.label for option in line.options if option.id == value), value)
    if line.kind == "day":
        try:
            return dutch.day(datetime.strptime(value, "%Y-%m-%d").date())  # noqa: DTZ007  # a day has no zone
        except ValueError:
            return value
    return value


def written(sheet: Sheet, values: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the paper in words: sections with a title and their filled-in lines, in order."""
    sections = [section for page in sheet.pages for section in page.sections]
    kept = [_section(section, values) for section in sections]
    return [section for section in kept if section["lines"]]


def _section(section: Section, values: Mapping[str, str]) -> dict[str, Any]:
    lines = [_line(line, values) for line in section.lines if any(values.get(name) for name, _ in line.names())]
    return {"title": section.title, "chip": section.chip, "lines": lines}


def _line(line: Line, values: Mapping[str, str]) -> dict[str, str]:
    value = in_words(line, line.name, values.get(line.name, ""))
    note = values.get(line.note, "") if line.note else ""
    if line.kind == "tick":
        return {"label": line.label, "value": note, "ticked": "yes" if value else ""}
    joined = " · ".join(part for part in (value, note) if part)
    return {"label": line.label, "value": joined, "ticked": ""}
