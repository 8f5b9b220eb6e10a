"""The chapters on what a module helps with and whom it is for."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.criteria import Criterion, CriterionGroup
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel.ages import Age
from lijfspoor.practice.library.chapters.shape import Part, Said, part, stated, words_of
from lijfspoor.practice.library.words import AGE_GROUPS, ASKED, KINDS, NEEDS, OPENS, ROUTES


def problem(module: CareModule) -> Iterator[Part | None]:
    """The problem, and what may follow without help."""
    yield part("", stated(module.problem.statements))
    yield part("Wat er zonder hulp kan volgen", stated(module.problem.consequences))


def audience(module: CareModule) -> Iterator[Part | None]:
    """Whom the module is for, and what is asked before it starts."""
    told = module.audience
    yield part("", stated((told.short, *told.context)), (words_of(told.age_groups, AGE_GROUPS),))
    yield part("Naast andere behandeling", stated((told.beside_treatment,)))
    for group in told.groups:
        yield part(group.title.nl, _criteria(group), _group_chips(group))
    yield part("Hoe iemand binnenkomt", (Said(r.text.nl, r.sources, (ROUTES[r.id],)) for r in told.routes))
    consents = (Said(need.text.nl, need.sources, (OPENS[need.opens],)) for need in told.consents)
    yield part("Toestemming", consents)


def _group_chips(group: CriterionGroup) -> tuple[str, ...]:
    return (KINDS[group.kind], NEEDS[group.needs], *(ASKED[when] for when in group.asked))


def _criteria(group: CriterionGroup) -> Iterator[Said]:
    for each in group.criteria:
        chips = ("veiligheid",) if each.safety else ()
        yield Said(each.text.nl, each.sources, chips, _note(each))
    if group.override is not None:
        yield Said(group.override.text.nl, group.override.sources)


def _note(criterion: Criterion) -> str:
    parts = [criterion.hint.nl] if criterion.hint else []
    if criterion.names_person:
        parts.append(criterion.names_person.nl)
    if criterion.age:
        low, high = Age(criterion.age.low_months), Age(criterion.age.high_months)
        parts.append(f"Van {low.years} jaar tot en met {high.years} jaar.")
    return " ".join(parts)
