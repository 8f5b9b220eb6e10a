"""The chapter on getting to know the client."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.diagnostics import Checklist, ExaminationPart, Formulation, InstrumentUse, MeetingPart
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.library.chapters.shape import Part, Said, part, stated, words_of
from lijfspoor.practice.library.chapters.ways import for_variant
from lijfspoor.practice.library.words import ATTENDED, FILLED_IN


def diagnostics(module: CareModule) -> Iterator[Part | None]:
    """Meetings, examination, profile, formulation, lists and instruments."""
    told = module.diagnostics
    for meeting in told.meetings:
        said = (Said(each.text.nl, each.sources, _part_chips(module, each)) for each in meeting.parts)
        yield part(meeting.title.nl, said, (f"met {words_of(meeting.attended_by, ATTENDED)}",))
    yield part("Onderzoek", (_examined(module, each) for each in told.examination if not each.in_phase))
    if told.phase is not None:
        within = (_examined(module, each) for each in told.examination if each.in_phase)
        yield part(told.phase.title.nl, (*stated((told.phase.about, *told.phase.opened_when)), *within), ("soms",))
    yield part("Profiel", (Said(each.name.nl, each.sources) for each in told.profile))
    if told.formulation is not None:
        yield part(told.formulation.title.nl, _formulation(told.formulation))
    for checklist in told.checklists:
        chips = ("noteren, elders hulp zoeken",) if checklist.scope == "noted_only" else ()
        yield part(checklist.title.nl, _checklist(checklist), chips)
    yield part("Meetinstrumenten van anderen", (_instrument(each) for each in told.instruments))


def _part_chips(module: CareModule, told: MeetingPart) -> tuple[str, ...]:
    return (*(("nodig om te starten",) if told.required else ()), *for_variant(module, told.variant))


def _examined(module: CareModule, told: ExaminationPart) -> Said:
    return Said(f"{told.title.nl}: {told.about.nl}", told.sources, for_variant(module, told.variant))


def _formulation(told: Formulation) -> Iterator[Said]:
    for each in (*told.fields, *told.links):
        yield Said(each.text.nl, each.sources)
    yield from stated(told.serves)


def _checklist(told: Checklist) -> Iterator[Said]:
    yield from stated((told.remark,))
    for item in told.items:
        yield Said(item.text.nl, item.sources)
    for answer in told.answers:
        yield Said(answer.text.nl, answer.sources, ("antwoord",))


def _instrument(told: InstrumentUse) -> Said:
    parts = f" Uitslagen: {', '.join(each.nl for each in told.parts)}." if told.parts else ""
    chips = (f"ingevuld door {words_of(told.filled_in_by, FILLED_IN)}",)
    return Said(f"{told.name}: {told.about.nl}", told.sources, chips, f"{told.licence.nl}{parts}")
