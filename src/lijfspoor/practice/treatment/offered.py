"""What can be picked into the plan of a session: what the module offers, the current phase first."""

from collections.abc import Iterator
from dataclasses import dataclass

from lijfspoor.domain.caremodules.approach import Example, Intervention, MaterialClass, Phase
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """Something to put in the plan. `id` is stable within a published module.

    `touch_can`: it also goes without touch. `exercise` is the id of an exercise of the library, with why it fits now
    (`reasons`) and what to mind.
    """

    id: str
    title: str
    about: str = ""
    touch: bool = False
    food: bool = False
    sources: tuple[str, ...] = ()
    touch_can: bool = False
    exercise: str = ""
    reasons: tuple[Reason, ...] = ()
    minds: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PickGroup:
    """Picks under one heading; `later` ones are folded away."""

    id: str
    title: str
    picks: tuple[Pick, ...]
    later: bool = False


# What the public description of psychomotor therapy for adults names beside any module (S0-035, S0-045).
GENERAL = (
    ("tension", "Spanning en ontspanning", ("S0-035",)),
    ("posture", "Werken met houding", ("S0-035", "S0-045")),
    ("breathing", "Werken met adem", ("S0-035", "S0-045")),
    ("improvisation", "Improviseren in beweging", ("S0-035", "S0-045")),
    ("movement-game", "Bewegingsspel", ("S0-045",)),
    ("balls", "Materiaal: ballen", ("S0-045",)),
    ("cloths", "Materiaal: doeken", ("S0-045",)),
    ("instruments", "Materiaal: instrumenten", ("S0-045",)),
)


def offered(module: CareModule, phase: str, exercises: tuple[PickGroup, ...] = ()) -> tuple[PickGroup, ...]:
    """Return what the module offers in the order in which it is looked for (S2-113), after fitting `exercises`.

    First the interventions of the current phase, then those of all phases, materials in the order of treatment,
    examples, and at the end what belongs to other phases.
    """
    groups = (*exercises, *_now(module, phase), *_always(module, phase), *_later(module, phase))
    return tuple(group for group in groups if group.picks)


def picks_by_id(groups: tuple[PickGroup, ...]) -> dict[str, Pick]:
    """Return every pick by id."""
    return {pick.id: pick for group in groups for pick in group.picks}


def _now(module: CareModule, phase: str) -> Iterator[PickGroup]:
    for each in module.approach.phases:
        if each.id == phase:
            yield _of_phase(each, f"Fase {each.number}: {each.name.nl}")


def _always(module: CareModule, phase: str) -> Iterator[PickGroup]:
    approach = module.approach
    yield PickGroup(id="module", title="Werkvormen van de module", picks=_interventions(approach.interventions))
    if "adult" in module.audience.age_groups:
        general = tuple(Pick(id=f"g-{id_}", title=title, sources=sources) for id_, title, sources in GENERAL)
        yield PickGroup(id="general", title="Algemene werkvormen en materiaal", picks=general)
    for kind in sorted(approach.materials, key=lambda each: each.order):
        yield PickGroup(id=f"material-{kind.id}", title=kind.name.nl, picks=_materials(kind))
    fitting = tuple(each for each in approach.examples if each.phase in (None, phase))
    yield PickGroup(id="examples", title="Voorbeelden bij deze fase", picks=tuple(map(_example, fitting)))


def _later(module: CareModule, phase: str) -> Iterator[PickGroup]:
    for each in module.approach.phases:
        if each.id != phase:
            yield _of_phase(each, f"Fase {each.number}: {each.name.nl}", later=True)
    other = tuple(each for each in module.approach.examples if each.phase not in (None, phase))
    yield PickGroup(
        id="examples-other", title="Voorbeelden bij andere fasen", picks=tuple(map(_example, other)), later=True
    )


def _of_phase(phase: Phase, title: str, later: bool = False) -> PickGroup:
    return PickGroup(id=f"phase-{phase.id}", title=title, picks=_interventions(phase.interventions), later=later)


def _interventions(interventions: tuple[Intervention, ...]) -> tuple[Pick, ...]:
    return tuple(
        Pick(
            id=f"i-{each.id}",
            title=each.text.nl,
            about=each.note.nl if each.note else "",
            touch=each.touch,
            food=each.food,
            sources=each.sources,
        )
        for each in interventions
    )


def _materials(kind: MaterialClass) -> tuple[Pick, ...]:
    return tuple(
        Pick(id=f"m-{kind.id}-{number}", title=item.nl, food="proeven" in item.nl, sources=kind.sources)
        for number, item in enumerate(kind.items, 1)
    )


def _example(example: Example) -> Pick:
    return Pick(
        id=f"e-{example.id}",
        title=example.title.nl,
        about=f"{example.about.nl} Doel: {example.aim.nl}",
        touch=example.touch,
        food=example.food,
        sources=example.sources,
    )
