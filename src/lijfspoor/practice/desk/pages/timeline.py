"""All treatments of a client on one line of time: those of this practice, those elsewhere, and movement beside them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Literal

from lijfspoor.domain.pathways.model import BesideStanding, MovementStanding
from lijfspoor.practice.look.pictures import timeline as picture
from lijfspoor.practice.look.pictures.timeline import Day, Lane, TimeLine
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.treatment.pages_moving import when
from lijfspoor.practice.treatment.told import held_sessions

Side = Literal["before", "after"]


def timeline(courses: Iterable[Course], today: date) -> dict[str, Any] | None:
    """Return the picture and the same in a list; None when there is only one treatment to show."""
    known = tuple(courses)
    lanes = (*_own(known), *_others(known), *_movements(known))
    if len(lanes) < 2:
        return None
    line = TimeLine(lanes, today)
    return {
        "picture": picture.timeline(line),
        "lanes": [(lane, picture.lane_in_words(lane, today)) for lane in lanes],
        "near": sorted(_near(known), key=lambda each: each[:2]),
    }


def _own(courses: tuple[Course, ...]) -> Iterator[Lane]:
    for course in courses:
        standing = course.standing
        if standing.started_on is not None:
            until = standing.closing.on if standing.closing else None
            days = tuple(Day(each.on) for each in held_sessions(course) if each.on >= standing.started_on)
            yield Lane(course.module.short_title.nl, standing.therapist_name, standing.started_on, until, days)


def _others(courses: tuple[Course, ...]) -> Iterator[Lane]:
    """Treatments elsewhere; the same one noted with two treatments is drawn once."""
    seen: set[tuple[str, date]] = set()
    for course in courses:
        for other in course.standing.beside:
            if (other.name, other.since) not in seen:
                seen.add((other.name, other.since))
                detail = ", ".join(part for part in (other.by_whom, other.where) if part)
                yield Lane(other.name, detail, other.since, other.until, tuple(_days(course, other)), kind="beside")


def _days(course: Course, other: BesideStanding) -> Iterator[Day]:
    for session in other.sessions:
        sides: list[Side] = [
            each.plan.timing for each in _linked(course, other, session.on) if each.plan.timing is not None
        ]
        yield Day(session.on, trauma=True, movement=tuple(dict.fromkeys(sides)))


def _linked(course: Course, other: BesideStanding, on: date) -> Iterator[MovementStanding]:
    for each in course.standing.movements:
        runs = each.since <= on and (each.stopped_on is None or on <= each.stopped_on)
        if runs and each.plan.route == "enhancer" and each.plan.beside == other.beside:
            yield each


def _movements(courses: tuple[Course, ...]) -> Iterator[Lane]:
    for course in courses:
        told = course.module.movement
        for each in course.standing.movements:
            route = told.route(each.plan.route) if told else None
            yield Lane(
                each.plan.what, route.name.nl.lower() if route else "", each.since, each.stopped_on, kind="movement"
            )


def _near(courses: tuple[Course, ...]) -> Iterator[tuple[date, str, str, str]]:
    """Each day of trauma processing with the movement that lies before or after it: day, time, treatment, movement."""
    for course in courses:
        for other in course.standing.beside:
            for session in other.sessions:
                for each in _linked(course, other, session.on):
                    yield session.on, session.at, other.name, f"{each.plan.what}, {when(each)}"
