"""What the module offers to say in a talk, for one audience and the building blocks of now (S2-120)."""

from collections.abc import Iterator
from dataclasses import dataclass

from lijfspoor.domain.caremodules.goals import BuildingBlock
from lijfspoor.domain.kernel import Statement
from lijfspoor.practice.pathway.course import Course


@dataclass(frozen=True, slots=True)
class Point:
    """Something to say, with the heading it stands under and its sources."""

    id: str
    heading: str
    text: str
    sources: tuple[str, ...]


def active_blocks(course: Course) -> tuple[BuildingBlock, ...]:
    """Return the building blocks of the phase the client is in; none before the start or without phases."""
    phase = next((each for each in course.module.approach.phases if each.id == course.standing.phase), None)
    wanted = phase.blocks if phase else ()
    return tuple(block for block in course.module.goals.blocks if block.id in wanted)


def points_for(course: Course, audience: str) -> tuple[Point, ...]:
    """Return what the module offers to say to this audience now.

    Caregivers get what their child needs in the building blocks of now (S2-058 to S2-070), and what may be expected
    (S2-105); others get what the module says to them whatever the block (S2-051, S0-030).
    """
    return tuple(_points(course, audience))


def _points(course: Course, audience: str) -> Iterator[Point]:
    blocks = active_blocks(course)
    active = {block.id for block in blocks}
    for advice in course.module.surroundings.advice:
        if advice.audience == audience and (advice.block is None or advice.block in active):
            yield from _each(advice.id, advice.title.nl, advice.points)
    if audience == "caregivers":
        for block in blocks:
            yield from _each(
                f"guidance-{block.id}", f"Wat helpt bij {block.name.nl.lower()}", block.guidance_for_parents
            )
        yield from _each("expectation", "Wat u kunt verwachten", course.approach.expectations)
    if audience in ("co_treatment", "lead_clinician"):
        yield from _each("co-treatment", "Samen met anderen", course.module.surroundings.co_treatment)


def _each(id_: str, heading: str, statements: tuple[Statement, ...]) -> Iterator[Point]:
    for number, statement in enumerate(statements):
        yield Point(f"{id_}.{number}", heading, statement.text.nl, statement.sources)
