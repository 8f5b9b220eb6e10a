"""Treatments that support each other on one line of time: a lane for each, its days as dots, movement beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Literal

from django.utils.safestring import SafeString, mark_safe

from lijfspoor.practice.look import dutch
from lijfspoor.practice.look.pictures.svg import element, fitted, text

LANE, TOP, EDGE, DOT, NEAR = 58.0, 30.0, 16.0, 6.5, 15.0
"""Height of a lane, room for the months above, room at the sides, size of a dot, distance of movement to a dot."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day in a lane: a session, or one in which trauma is processed with movement `before` or `after` it."""

    on: date
    trauma: bool = False
    movement: tuple[Literal["before", "after"], ...] = ()


@dataclass(frozen=True, slots=True)
class Lane:
    """A treatment or a movement: its name, whose it is, its period (`until` None goes on), its days."""

    name: str
    detail: str
    since: date
    until: date | None = None
    days: tuple[Day, ...] = ()
    kind: Literal["own", "beside", "movement"] = "own"


@dataclass(frozen=True, slots=True)
class TimeLine:
    """Lanes in order, and the day of looking."""

    lanes: Sequence[Lane]
    today: date

    @property
    def first(self) -> date:
        """The first day that is drawn."""
        return min(lane.since for lane in self.lanes)

    @property
    def last(self) -> date:
        """The last day that is drawn: today, or a later one that is known already."""
        ends = (lane.until for lane in self.lanes if lane.until is not None)
        days = (day.on for lane in self.lanes for day in lane.days)
        return max(self.today, *(lane.since for lane in self.lanes), *ends, *days)


def timeline(line: TimeLine, id: str = "tijdlijn") -> SafeString:
    """A wide and a narrow drawing, each with title and description; the list beside it says the same in words."""
    if not line.lanes:
        return mark_safe("")
    drawings = "".join(_drawing(line, f"{id}-{name}", name, width) for name, width in (("wide", 1040), ("tall", 360)))
    return mark_safe(f'<div class="timeline river">{drawings}</div>')  # noqa: S308 - every word is escaped below


def in_words(line: TimeLine) -> str:
    """The drawing as sentences."""
    return " ".join(f"{lane.name}: {lane_in_words(lane, line.today)}" for lane in line.lanes)


def lane_in_words(lane: Lane, today: date) -> str:
    """One lane as sentences: its period, how many days are drawn, how movement lies beside them."""
    ended = lane.until is not None and lane.until < today
    until = f" tot en met {dutch.day(lane.until)}" if lane.until is not None else ", loopt nog"
    said = [f"vanaf {dutch.day(lane.since)}{until}"]
    trauma = sum(day.trauma for day in lane.days)
    if len(lane.days) - trauma:
        said.append(_counted(len(lane.days) - trauma, "sessie", "sessies"))
    if trauma:
        said.append(_counted(trauma, "dag van traumaverwerking", "dagen van traumaverwerking"))
    for side, words in (("before", "ervoor"), ("after", "erna")):
        if near := sum(side in day.movement for day in lane.days):
            said.append(f"bij {_counted(near, 'dag', 'dagen')} bewegen {words}")
    return f"{', '.join(said)}{'; afgelopen' if ended else ''}."


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _drawing(line: TimeLine, id: str, name: str, width: int) -> str:
    height = TOP + LANE * len(line.lanes) + 8
    parts = [element("title", escape("Behandelingen op één tijdlijn"), id=f"{id}-t")]
    parts.append(element("desc", escape(in_words(line)), id=f"{id}-d"))
    parts += _months(line, width, height)
    for place, lane in enumerate(line.lanes):
        parts += _lane(line, lane, width, TOP + LANE * place)
    parts.append(_today(line, width, height))
    return element(
        "svg",
        "".join(parts),
        class_=f"river__{name}",
        viewBox=f"0 0 {width} {height:.0f}",
        role="img",
        aria_labelledby=f"{id}-t {id}-d",
    )


def _x(line: TimeLine, width: int, day: date) -> float:
    span = max(1, (line.last - line.first).days)
    return EDGE + (width - 2 * EDGE) * (day - line.first).days / span


def _months(line: TimeLine, width: int, height: float) -> Iterator[str]:
    """The first of each month, or of each year when there are many; labels keep clear of each other."""
    shown, today = -200.0, _x(line, width, line.today)
    for day in _firsts(line):
        x = _x(line, width, day)
        yield element("line", class_="timeline__month", x1=x, x2=x, y1=TOP - 6, y2=height)
        if x - shown >= 84 and x <= width - 60 and not -140 < x - today < 70:
            yield text(f"{dutch.MONTHS[day.month - 1][:3]} {day.year}", x + 3, 16, "t-soft")
            shown = x


def _firsts(line: TimeLine) -> Iterator[date]:
    step = 1 if (line.last - line.first).days <= 800 else 12
    year, month = line.first.year, line.first.month if step == 1 else 12
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        day = date(year, month, 1)
        if day > line.last:
            return
        yield day


def _lane(line: TimeLine, lane: Lane, width: int, top: float) -> Iterator[str]:
    left, right = _x(line, width, lane.since), _x(line, width, lane.until or line.last)
    middle = top + 38
    label = fitted(f"{lane.name} · {lane.detail}" if lane.detail else lane.name, width // 9, 1)[0]
    yield text(label, EDGE, top + 16, "t-note")
    yield element("line", class_=f"timeline__{lane.kind}", x1=left, x2=max(right, left + 2), y1=middle, y2=middle)
    for day in lane.days:
        x = _x(line, width, day.on)
        dot = "timeline__trauma" if day.trauma else "river__dot river__dot--small"
        yield element("circle", class_=dot, cx=x, cy=middle, r=DOT if day.trauma else DOT - 2.5)
        for side in day.movement:
            yield _beside(x - NEAR if side == "before" else x + NEAR, middle)


def _beside(x: float, y: float) -> str:
    return element("rect", class_="timeline__near", x=x - 4, y=y - 4, width=8, height=8)


def _today(line: TimeLine, width: int, height: float) -> str:
    x = _x(line, width, line.today)
    at_end = x > width - 60
    return element("line", class_="timeline__today", x1=x, x2=x, y1=TOP - 8, y2=height) + text(
        "vandaag", x - 4 if at_end else x + 4, TOP - 16 if at_end else TOP - 2, "t-now", "end" if at_end else "start"
    )
