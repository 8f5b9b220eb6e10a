"""Where a client is, as far as the choice of a card goes, and the names of what it is about (S2-120)."""

from datetime import date

from lijfspoor.domain.education.card import AgeGroup, Audience
from lijfspoor.domain.education.fitting import Situation
from lijfspoor.domain.exercises.situation import age_group
from lijfspoor.domain.kernel import age_on
from lijfspoor.practice.pathway.course import Course


def as_reader(course: Course, day: date) -> Audience:
    """Return what kind of reader the client is."""
    return "child" if _age(course, day) == "child" else "client"


def situation_of(course: Course, audience: Audience, day: date) -> Situation:
    """Return what bears on the choice: blocks of the present phase, phase, module, problem areas, age."""
    module, standing = course.module, course.standing
    phase = next((each for each in module.approach.phases if each.id == standing.phase), None)
    return Situation(
        audience=audience,
        module=module.id,
        blocks=frozenset(f"{module.id}:{block}" for block in (phase.blocks if phase else ())),
        phases=frozenset({f"{module.id}:{phase.id}"} if phase else ()),
        problem_areas=frozenset(standing.areas),
        age=_age(course, day),
    )


def _age(course: Course, day: date) -> AgeGroup | None:
    born = course.around.card.born
    return age_group(age_on(born, day)) if born and born <= day else None


def names_of(course: Course) -> dict[str, str]:
    """Return the Dutch names of blocks, phases, areas and the module, by the names cards use."""
    module = course.module
    blocks = {f"{module.id}:{each.id}": f"bouwsteen {each.name.nl.lower()}" for each in module.goals.blocks}
    phases = {f"{module.id}:{each.id}": f"fase {each.name.nl.lower()}" for each in module.approach.phases}
    areas = {each.id: each.name.nl.lower() for each in module.problem_areas}
    return blocks | phases | areas | {module.id: module.short_title.nl}
