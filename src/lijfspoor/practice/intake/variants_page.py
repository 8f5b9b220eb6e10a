"""What the page of variants and problem areas is filled with."""

from collections.abc import Iterator
from typing import Any

from lijfspoor.domain.caremodules.problem_areas import ProblemArea
from lijfspoor.domain.evidence.words import NAMES
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.practice.intake.forms_variants import VariantsForm
from lijfspoor.practice.pathway.course import Course


def fill(course: Course, form: VariantsForm, *, may_write: bool) -> dict[str, Any]:
    """Fill the page: what counts now, what the areas say, the choices made, and the form."""
    return {
        "client": course.around.card,
        "treatment_id": course.treatment_id,
        "beside": course.module.audience.beside_treatment,
        "variants": course.variants,
        "areas": [_area(course, area) for area in course.areas],
        "choices": list(_choices(course)),
        "form": form,
        "may_write": may_write and course.standing.stage is not Stage.CLOSED,
    }


def _area(course: Course, area: ProblemArea) -> dict[str, Any]:
    lists = {each.id: each for each in course.module.diagnostics.checklists}
    claims = {claim.id: claim for claim in course.module.underpinning.claims}
    return {
        "area": area,
        "lists": [lists[each] for each in area.lists],
        "claims": [(claims[each], NAMES[claims[each].status].nl) for each in area.claims],
    }


def _choices(course: Course) -> Iterator[dict[str, Any]]:
    """Yield every choice made, the latest first, with what it was a choice of."""
    names = {variant.id: variant.name.nl for each in course.module.variations for variant in each.variants}
    made = [
        (choice, variation.title.nl)
        for variation, now in zip(course.module.variations, course.standing.variants, strict=True)
        for choice in now.choices
    ]
    for choice, title in sorted(made, key=lambda each: each[0].on, reverse=True):
        yield {"choice": choice, "title": title, "name": names[choice.variant]}
