"""The chapter on movement: our own check first, the ways, doses that were studied, and what is still open."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.movement import MovementRoute, OpenQuestion, StudiedDose
from lijfspoor.domain.evidence import words as levels
from lijfspoor.practice.library.chapters.shape import Part, Said, part, stated

INTENSITIES = {"light": "licht", "moderate": "matig", "vigorous": "zwaar"}
SETTINGS = {"individual": "alleen", "group": "in een groep"}
ATTENTIONS = {"sensations": "bij het lichaam", "distraction": "juist afleiding", "free": "vrij"}
EXPRESSIONS = {"asked": "gevoelens uiten gevraagd", "not_asked": "gevoelens uiten niet gevraagd"}
TIMINGS = {"before": "vóór de traumasessie", "after": "na de traumasessie"}
KEPT = {
    "intensity": "de intensiteit",
    "play": "spel of niet",
    "setting": "alleen of in een groep",
    "attention": "waar de aandacht is",
    "timing": "vóór of na de sessie",
    "expression": "uiten gevraagd of niet",
}


def movement(module: CareModule) -> Iterator[Part | None]:
    """The four ways, studied doses with what was found and not, open questions, cautious advice."""
    told = module.movement
    if told is None:
        return
    yield part("Eerst onze eigen inspanningscheck", stated((told.effort_check,)), ("van onszelf",))
    yield part("Wat niet is onderzocht", stated((told.gap,)))
    for route in told.routes:
        yield part(f"Manier: {route.name.nl}", _route(route))
    for dose in told.doses:
        name = told.route(dose.route)
        yield part(f"Onderzochte dosis: {dose.title.nl}", _dose(dose), (name.name.nl,) if name else ())
    yield part("Open vragen", (_question(each) for each in told.open_questions))
    yield part("Voorzichtig advies", stated(told.advice))


def _route(route: MovementRoute) -> Iterator[Said]:
    yield Said(route.name.nl, route.sources)
    yield from stated((*route.about, route.label))


def _dose(dose: StudiedDose) -> Iterator[Said]:
    chips = [dose.design.nl, dose.reference]
    chips += [f"N = {dose.participants}"] if dose.participants is not None else ["aantal deelnemers niet genoemd"]
    against = f"Vergeleken met: {dose.compared_with.nl}" if dose.compared_with else ""
    yield Said(f"{dose.what.nl}. {', '.join(amounts(dose))}".rstrip(". ") + ".", dose.sources, tuple(chips), against)
    for found in dose.found:
        yield Said(found.text.nl, found.sources, ("gevonden",))
    for nothing in dose.not_found:
        yield Said(nothing.text.nl, nothing.sources, ("niet gevonden",))
    yield Said(dose.mechanism.text.nl, dose.mechanism.sources, (levels.name(dose.mechanism_status),))


def amounts(dose: StudiedDose) -> Iterator[str]:
    """Yield how much and when, as far as the source says."""
    if dose.times_per_week is not None:
        yield f"{dose.times_per_week} keer per week"
    if dose.minutes is not None:
        yield f"{dose.minutes} minuten"
    if dose.weeks is not None:
        yield f"{dose.weeks} weken"
    if dose.intensity is not None:
        yield INTENSITIES[dose.intensity]
    if dose.timing is not None:
        yield TIMINGS[dose.timing]


def _question(question: OpenQuestion) -> Said:
    kept = ", ".join(KEPT[each] for each in question.asks_for)
    return Said(question.text.nl, question.sources, (), f"Bij elk bewegen bewaren wij: {kept}." if kept else "")
