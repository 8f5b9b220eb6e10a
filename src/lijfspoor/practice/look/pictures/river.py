"""The river: the way through the phases as water, where a step back is a bend in the same line (S2-072)."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe

from lijfspoor.practice.look.pictures import frame as frames
from lijfspoor.practice.look.pictures.frame import Frame
from lijfspoor.practice.look.pictures.path import (
    Mark,
    Move,
    Phase,
    Step,
    check,
    drawn_marks,
    moves,
    path_in_words,
)
from lijfspoor.practice.look.pictures.svg import Point, curve, element, fitted, text

LABEL_ROOM = 118.0
"""Least distance between two labels under the wide drawing, so that they stay apart when the letters grow."""


def river(
    phases: Sequence[Phase],
    steps: Sequence[Step],
    now_label: str = "",
    *,
    marks: Sequence[Mark] = (),
    ahead: bool = True,
    ordered: bool = True,
) -> SafeString:
    """A wide and a tall drawing of the path, of which the style sheet shows the one that fits, with one text.

    One dot for each session, a number at each move, a dotted line for the way on. Without phases it is a plain
    line of sessions. Raises ValueError when a session names a phase that is not given.
    """
    check(phases, steps)
    shown = drawn_marks(steps, marks)
    words = path_in_words(phases, steps, now_label, marks=shown, ahead=ahead, ordered=ordered)
    bends = moves(steps, ordered=ordered)
    broad = frames.wide(len(steps), len(phases), rows=min(2, len(shown)), words=len(now_label))
    narrow = frames.tall(len(steps), len(phases), ahead=ahead)
    drawings = "".join(
        _drawing(name, frame, phases, steps, bends, now_label, shown, ahead and ordered, ahead)
        for name, frame in (("river__wide", broad), ("river__tall", narrow))
    )
    return mark_safe(  # noqa: S308 - every word from outside is escaped in `text` and here
        f'<div class="river" role="img" aria-label="{escape(words)}">{drawings}</div>'
    )


def _drawing(
    name: str,
    frame: Frame,
    phases: Sequence[Phase],
    steps: Sequence[Step],
    bends: Sequence[Move],
    now_label: str,
    marks: Sequence[Mark],
    onward: bool,
    ahead: bool,
) -> str:
    course = _course(frame, steps)
    way_on = _way_on(frame, steps, course, onward) if ahead else []
    held = element("path", class_="river__line", d=curve(course, upright=frame.upright)) if len(course) > 1 else ""
    parts = [
        *_banks(frame, phases),
        element("path", class_="river__bed", d=curve([*course, *way_on[1:]], upright=frame.upright)) if steps else "",
        *_marks(frame, steps, marks),
        element("path", class_="river__ahead", d=curve(way_on, upright=frame.upright)) if way_on else "",
        held,
        *_sessions(frame, steps, course, bends),
        *_now(frame, course, now_label),
        *([] if frame.upright and phases else _axis(frame, steps, ahead, bool(now_label))),
    ]
    box = f"0 0 {frame.width:.0f} {frame.height:.0f}"
    return element("svg", "".join(parts), class_=name, viewBox=box, aria_hidden="true", focusable="false")


def _course(frame: Frame, steps: Sequence[Step]) -> list[Point]:
    """Where each session lies."""
    return [
        frame.place(frame.along(index), frame.middle(step.phase or 0) + frame.sway(index))
        for index, step in enumerate(steps)
    ]


def _way_on(frame: Frame, steps: Sequence[Step], course: Sequence[Point], onward: bool) -> list[Point]:
    """The dotted way on: through the phases still to come when they have an order, else in the same bed."""
    lane = (steps[-1].phase or 0) if steps else 0
    lanes = [lane, *range(lane + 1, frame.lanes)] if onward else [lane]
    if len(lanes) == 1:
        lanes = [lane, lane]
    start = course[-1] if course else frame.place(frame.first, frame.middle(lane))
    room = (frame.end - frame.last) / len(lanes)
    return [
        start,
        *(
            frame.place(frame.last + room * turn, frame.middle(where) + frame.sway(1000 + turn))
            for turn, where in enumerate(lanes, 1)
        ),
    ]


def _banks(frame: Frame, phases: Sequence[Phase]) -> list[str]:
    drawn: list[str] = []
    for lane in range(frame.lanes):
        start = frame.lane_from + lane * frame.lane
        side = "river__bank" if lane % 2 == 0 else "river__bank--b"
        if frame.upright:
            drawn.append(element("rect", class_=side, x=start, y=0, width=frame.lane, height=frame.height))
        else:
            drawn.append(element("rect", class_=side, x=0, y=start, width=frame.width, height=frame.lane))
    for lane, phase in enumerate(phases):
        drawn += _phase_words(frame, lane, phase)
    return drawn


def _phase_words(frame: Frame, lane: int, phase: Phase) -> list[str]:
    """Label and name of a phase: left of its bank, or above it in the tall drawing."""
    head, name = (phase.label, phase.name) if phase.label else (phase.name, "")
    if frame.upright:
        room = int((frame.lane - 6) / 7.4)
        lines = [
            *((word, "t-phase") for word in fitted(head, max(5, room - 1), 1)),
            *((word, "t-soft") for word in (fitted(phase.short or name, max(5, room), 2) if name else [])),
        ]
        return [text(word, frame.middle(lane), 24 + 19 * row, kind, "middle") for row, (word, kind) in enumerate(lines)]
    lines = [
        *((word, "t-phase") for word in fitted(head, 17, 1 if name else 2)),
        *((word, "t-soft") for word in (fitted(name, 19, 2) if name else [])),
    ]
    top = frame.middle(lane) + 5 - 10 * (len(lines) - 1)
    return [text(word, 18, top + 20 * row, kind) for row, (word, kind) in enumerate(lines)]


def _sessions(frame: Frame, steps: Sequence[Step], course: Sequence[Point], bends: Sequence[Move]) -> list[str]:
    """One dot for each session; the last one is now; a move carries its number on the dot or beside it."""
    turning = {move.session: move for move in bends}
    last = len(steps) - 1
    dots: list[str] = []
    numbers: list[str] = []
    taken: dict[int, tuple[float, int]] = {}
    for index, (step, (x, y)) in enumerate(zip(steps, course, strict=True)):
        move = turning.get(step.session)
        on_line = move is not None and not frame.dense
        kind = "river__now" if index == last else "river__move" if on_line else "river__dot"
        radius = frame.stone - 1 if index == last and not frame.dense else frame.stone if on_line else frame.pebble
        if index == last and frame.dense:
            radius = 8.0
        if kind == "river__dot" and frame.pebble < 4:
            kind = "river__dot river__dot--small"
        dots.append(element("circle", class_=kind, cx=x, cy=y, r=radius, data_session=str(step.session)))
        if move is not None and on_line:
            letters = "t-on" if index == last else "t-note"
            numbers.append(text(str(move.number), x, y + 5, letters, "middle"))
        elif move is not None:
            numbers += _flag(frame, move, (x, y), taken)
    return [*dots, *numbers]


def _flag(frame: Frame, move: Move, dot: Point, taken: dict[int, tuple[float, int]]) -> list[str]:
    """The number of a move beside its dot, on the side the line does not come from and no other number stands."""
    along = dot[1] if frame.upright else dot[0]
    side = -1 if move.came_from is None or move.came_from > move.phase else 1
    near = taken.get(move.phase)
    if near is not None and along - near[0] < 2 * frame.stone + 5:
        side = -near[1]
    taken[move.phase] = (along, side)
    x, y = frame.place(along, frame.middle(move.phase) + side * (frame.lane / 2 - frame.stone - 2))
    if frame.upright and frame.lanes < 4:
        x, y = frame.place(along, frame.middle(move.phase) + side * 30)
    return [
        element("path", class_="river__tie", d=curve([dot, (x, y)], upright=not frame.upright)),
        element("circle", class_="river__flag", cx=x, cy=y, r=frame.stone),
        text(str(move.number), x, y + 4.5, "t-flag", "middle"),
    ]


def _now(frame: Frame, course: Sequence[Point], label: str) -> list[str]:
    """The words at the last session, kept inside the drawing."""
    if not course or not label:
        return []
    x, y = course[-1]
    long = 8.4 * len(label)
    if not frame.upright:
        return [
            text(label, x + 20, y - 16, "t-now") if x + 20 + long < 1112 else text(label, x, y - 20, "t-now", "end")
        ]
    if x + 18 + long < 356:
        return [text(label, x + 18, y + 5, "t-now")]
    if x - 18 > long:
        return [text(label, x - 18, y + 22, "t-now", "end")]
    return [text(label, max(long / 2 + 4, min(x, 356 - long / 2)), y + 30, "t-now", "middle")]


def _axis(frame: Frame, steps: Sequence[Step], ahead: bool, named: bool) -> list[str]:
    """Session numbers beside the line, as many as stay apart, and 'verder, in eigen tempo' at the end.

    Upright, the words at the last session (`named`) stand where its number would.
    """
    room = 60.0 if frame.upright else LABEL_ROOM
    chosen = _labelled(steps, frame, room)
    if frame.upright and named:
        chosen = [index for index in chosen if index != len(steps) - 1]
    words = [_axis_word(frame, frame.along(index), f"sessie {steps[index].session}") for index in chosen]
    if not ahead:
        return words
    if frame.upright:
        return [*words, text("verder, in eigen tempo", 352, frame.end - 4, "t-soft", "end")]
    low = frame.lane_from + frame.lanes * frame.lane + 24
    return [*words, text("verder, in eigen tempo", 1104, low, "t-soft", "end")]


def _axis_word(frame: Frame, along: float, words: str) -> str:
    if frame.upright:
        return text(words, 352, along + 5, "t-soft", "end")
    return text(words, along, frame.lane_from + frame.lanes * frame.lane + 24, "t-soft", "middle")


def _labelled(steps: Sequence[Step], frame: Frame, room: float) -> list[int]:
    """Indexes of the sessions that get a label: the first, the last, and round numbers with room between."""
    if not steps:
        return []
    last = len(steps) - 1
    chosen = [0]
    for index in range(1, last):
        far = frame.along(index) - frame.along(chosen[-1]) >= room and frame.last - frame.along(index) >= room
        if far and steps[index].session % 5 == 0:
            chosen.append(index)
    return [*chosen, last] if frame.last - frame.first >= room else [last]


def _marks(frame: Frame, steps: Sequence[Step], marks: Sequence[Mark]) -> list[str]:
    """A thin line across the river at each mark, with its words at the edge."""
    where = {step.session: frame.along(index) for index, step in enumerate(steps)}
    drawn: list[str] = []
    for turn, mark in enumerate(marks):
        along = where[mark.session]
        if frame.upright:
            drawn.append(element("path", class_="river__mark", d=f"M0 {along:.0f}H360"))
            drawn.append(text(mark.text, 8, along - 5, "t-soft"))
            continue
        low = frame.lane_from + frame.lanes * frame.lane
        base = low + 48 + 24 * (turn % 2)
        drawn.append(element("path", class_="river__mark", d=f"M{along:.0f} {frame.lane_from:.0f}V{base - 16:.0f}"))
        drawn.append(text(mark.text, max(60.0, min(along, 1040.0)), base, "t-soft", "middle"))
    return drawn
