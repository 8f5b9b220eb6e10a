"""The chapters on how a module works and what is agreed along the way."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.agreements import BondCheck, Evaluation
from lijfspoor.domain.caremodules.approach import Example, GroupShape, Intervention, Phase, SessionShape
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel.text import Text
from lijfspoor.practice.library.chapters.shape import Part, Said, part, stated, texts, words_of
from lijfspoor.practice.library.words import FORMS, ORDERS, PARTIES


def approach(module: CareModule) -> Iterator[Part | None]:
    """Sessions, dose, phases, interventions, attitudes, materials, examples."""
    told = module.approach
    yield part("Hoeveel", (Said(told.dose.words.nl, told.dose.sources), *stated(told.expectations)))
    yield from _session(told.session)
    yield part("Stappen tussen fasen", stated((told.step_back,)), (ORDERS[told.phase_order],))
    for phase in told.phases:
        yield from _phase(module, phase)
    kinds = {kind.id: kind.name.nl for kind in told.intervention_kinds}
    yield part("Soorten werkvormen", (Said(kind.name.nl, kind.sources) for kind in told.intervention_kinds))
    yield part("Werkvormen", (_intervention(each, kinds.get(each.kind or "")) for each in told.interventions))
    warned = (Said(each.title.nl, each.sources, (), each.text.nl) for each in told.forewarnings)
    yield part("Wat u vooraf vertelt", warned)
    yield part("Passend maken voor wie meedoet", stated(told.adaptations))
    for attitude in told.attitudes:
        asked = (Said(each.nl, (), ("om bij stil te staan",)) for each in attitude.reflection)
        yield part(f"Houding: {attitude.name.nl}", (*stated(attitude.about), *asked))
    for kind in sorted(told.materials, key=lambda each: each.order):
        yield part(f"Materiaal: {kind.name.nl}", texts(kind.items, kind.sources))
    yield part("Voorbeelden", (_example(each) for each in told.examples))


def _session(session: SessionShape) -> Iterator[Part | None]:
    low, high = session.minutes_low, session.minutes_high
    minutes = f"{low} minuten" if low == high else f"{low} tot {high} minuten"
    length = Said(f"Een sessie duurt {minutes}, {words_of(session.forms, FORMS)}.", session.sources)
    yield part("De sessie", (length, *stated((session.frequency, session.success_log))))
    for each in session.parts:
        yield part(f"Deel van de sessie: {each.title.nl}", _prompts(each.title.nl, each.prompts, each.sources))
    if session.group is not None:
        yield part("De groep", _group(session.group))
    yield part("Waar de therapeut naast woorden op let", (Said(c.name.nl, c.sources) for c in session.channels))
    yield part("Wat de therapeut kan doen", (Said(role.name.nl, role.sources) for role in session.roles))
    if session.opening is not None:
        steps = texts(session.opening.steps, session.opening.text.sources)
        yield part("Begin van elke sessie", (*stated((session.opening.text,)), *steps))


def _group(group: GroupShape) -> Iterator[Said]:
    joins = "Anderen kunnen er later bij komen." if group.open else "Wie begint, begint samen."
    leaders = "1 begeleider" if group.leaders == 1 else f"{group.leaders} begeleiders"
    yield Said(f"{group.low} tot {group.high} deelnemers, {leaders}. {joins}", group.sources)
    yield from stated(group.about)


def _prompts(title: str, prompts: tuple[Text, ...], sources: tuple[str, ...]) -> Iterator[Said]:
    yield from texts(prompts, sources)
    if not prompts:
        yield Said(title, sources)


def _phase(module: CareModule, phase: Phase) -> Iterator[Part | None]:
    name = f"Fase {phase.number}, {phase.name.nl.lower()}"
    blocks = {block.id: str(block.number) for block in module.goals.blocks}
    chips = (f"bouwsteen {' en '.join(blocks[id_] for id_ in phase.blocks)}",) if phase.blocks else ()
    also = tuple(f"ook: {each.nl}" for each in phase.also_called)
    yield part(name, stated((phase.emphasis, *phase.expectation, phase.group_preferred_after)), (*chips, *also))
    yield part(f"{name}: manier van werken", stated((phase.way_of_working,)))
    yield part(f"{name}: werkvormen", (_intervention(each) for each in phase.interventions))
    yield part(f"{name}: houding", stated(phase.attitude))
    yield part(f"{name}: wat werkt", stated(phase.working_elements))
    yield part(f"{name}: tekens dat de fase klaar is", (Said(s.text.nl, s.sources) for s in phase.exit_signs))


def _intervention(told: Intervention, kind: str | None = None) -> Said:
    chips = ((kind,) if kind else ()) + _cares(told)
    return Said(told.text.nl, told.sources, chips, told.note.nl if told.note else "")


def _example(told: Example) -> Said:
    return Said(f"{told.title.nl}: {told.about.nl}", told.sources, _cares(told), f"Doel: {told.aim.nl}")


def _cares(told: Intervention | Example) -> tuple[str, ...]:
    return (*(("met aanraking",) if told.touch else ()), *(("met eten",) if told.food else ()))


def agreements(module: CareModule) -> Iterator[Part | None]:
    """Evaluations, joint decisions, tapering off, closing."""
    told = module.agreements
    for each in told.evaluations:
        yield part(each.title.nl, _evaluation(each))
    if told.bond is not None:
        yield part("De klik", _bond(told.bond))
    for decision in told.decisions:
        said = (Said(decision.question.nl, decision.sources), Said(decision.when_divided.nl, decision.sources))
        yield part(decision.title.nl, said, (f"besluit van {words_of(decision.parties, PARTIES)}",))
    if told.taper is not None:
        yield part("Afbouw", (*stated((told.taper.text,)), *texts(told.taper.agreements, told.taper.text.sources)))
    ends = (
        Said(r.text.nl, r.sources, ("gepland einde" if r.planned else "eerder einde",)) for r in told.closing_reasons
    )
    yield part("Redenen om af te ronden", ends)
    yield part("Wat daarna komt", (Said(each.text.nl, each.sources) for each in told.next_steps))


def _evaluation(told: Evaluation) -> Iterator[Said]:
    every = f", daarna elke {told.then_every}" if told.then_every else ""
    yield Said(f"Na sessie {told.after_session}{every}.", told.sources, (), told.remark.nl)
    yield from texts(told.topics, told.sources)
    if told.fit is not None:
        yield Said(told.fit.question.nl, told.fit.sources)
        yield from stated(told.fit.weighs)
        yield Said(told.fit.when_not.nl, told.fit.sources, ("als het niet meer past",))


def _bond(told: BondCheck) -> Iterator[Said]:
    yield from stated((told.why,))
    yield Said(f"Voor het eerst na sessie {told.after_session}.", told.sources, (), told.remark.nl)
    yield from texts((told.at_ease, told.understood), told.sources)
    yield from stated(told.no_blame)
