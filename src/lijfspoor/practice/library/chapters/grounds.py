"""The chapters on the people around the client, on evidence and conditions, and on where a module comes from."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.underpinning import EvidenceClaim
from lijfspoor.domain.evidence import words
from lijfspoor.practice.library.chapters.shape import Part, Said, part, stated
from lijfspoor.practice.library.chapters.ways import for_variant
from lijfspoor.practice.library.words import AUDIENCES, LEVELS, MODES
from lijfspoor.practice.look import dutch


def summary(module: CareModule) -> Iterator[Part | None]:
    """The summary."""
    yield part("", stated(module.summary))


def surroundings(module: CareModule) -> Iterator[Part | None]:
    """How parents, school and others take part."""
    told = module.surroundings
    modes = (Said(each.text.nl, each.sources, (MODES[each.id],)) for each in told.parent_modes)
    yield part("Hoe ouders meedoen", modes)
    if told.joint_session_check is not None:
        yield part("Voor iemand meedoet in een sessie", stated((told.joint_session_check.text,)))
    if told.support_plan is not None:
        plan = told.support_plan
        lines = (Said(each.title.nl, each.sources, (), each.hint.nl) for each in plan.parts)
        yield part(plan.title.nl, (*stated((plan.about,)), *lines), for_variant(module, plan.variant))
    for advice in told.advice:
        yield part(advice.title.nl, stated(advice.points), (f"voor {AUDIENCES[advice.audience]}",))
    yield part("Het netwerk", stated(told.network))
    yield part("Andere behandelaars", stated(told.co_treatment))


def underpinning(module: CareModule) -> Iterator[Part | None]:
    """How strong the ground is, and what the module asks of who gives it."""
    told = module.underpinning
    yield part("Hoe sterk is de onderbouwing", stated((told.status_text,)), (words.name(told.status),))
    yield part("Theorie", stated(told.theory))
    yield part("Werkzame elementen", stated(told.working_elements))
    yield part("Wat er is gevonden", (_claim(module, each) for each in told.claims))
    yield part("Om te lezen", stated(told.reading))
    yield part("Voorwaarden", stated((*told.conditions, *told.client_conditions)))
    asked = (Said(each.text.nl, each.sources, (LEVELS[each.level],)) for each in told.qualifications)
    yield part("Opleiding en registratie", asked)
    yield part("Kosten", stated(told.costs))
    yield part("Waar", stated(told.locations))
    yield part("Kwaliteit", stated(told.quality))


def leaflet(module: CareModule) -> Iterator[Part | None]:
    """The leaflet for clients and parents (S2-148)."""
    yield part("", stated(module.underpinning.leaflet))


def _claim(module: CareModule, claim: EvidenceClaim) -> Said:
    aspects = {each.id: each.name.nl for each in module.goals.aspects}
    chips = [words.name(claim.status), *([aspects[claim.aspect]] if claim.aspect else [])]
    note = [claim.design.nl] if claim.design else []
    if claim.studies:
        note.append(f"{claim.studies} onderzoeken.")
    if claim.participants:
        note.append(f"{claim.participants} deelnemers.")
    return Said(claim.text.nl, claim.sources, tuple(chips), " ".join((*note, claim.reference)))


def provenance(module: CareModule) -> Iterator[Part | None]:
    """Where the module comes from, its variants and its history."""
    told = module.provenance
    year = f" ({told.year})" if told.year else ""
    said = [Said(f"Gemaakt door {', '.join(told.authors)}{year}.", told.sources), Said(told.level.nl, told.sources)]
    if told.publisher:
        said.append(Said(f"Uitgegeven door {told.publisher}.", told.sources))
    if told.revised_on:
        said.append(Said(f"Herzien op {dutch.day(told.revised_on)}.", told.sources))
    if told.derived_from:
        said.append(Said(f"Afgeleid van {told.derived_from}.", told.sources))
    dates = f"Nagekeken op {dutch.day(told.checked_on)}. Opnieuw bekijken voor {dutch.day(told.review_by)}."
    yield part("", (*said, Said(dates, ("own",))))
    yield part("Varianten", stated(module.subtypes))
    yield part("Geschiedenis", stated(module.history))
