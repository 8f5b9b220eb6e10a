"""The sheets of the examination: its parts with their lists, the profile, and the formulation (S2-024 to S2-027)."""

from lijfspoor.domain.caremodules.diagnostics import ExaminationPart, Formulation, ProfileComponent
from lijfspoor.practice.intake.sheets import instruments, lists
from lijfspoor.practice.intake.sheets.context import Case
from lijfspoor.practice.intake.sheets.shape import Background, Line, OneOf, Page, Section, Sheet

LISTS_TO_A_STEP = 3
SIDES = {"strong": "Sterke kant", "weak": "Zwakke kant"}


def part_sheet(case: Case, part: ExaminationPart) -> Sheet:
    """Return the sheet of a part of the examination; it is complete when it says what the part gave (S2-024)."""
    checklists = {each.id: each for each in case.module.diagnostics.checklists}
    sections = [lists.section(case.module, checklists[id_]) for id_ in part.list_ids if id_ in checklists]
    groups = [sections[n : n + LISTS_TO_A_STEP] for n in range(0, len(sections), LISTS_TO_A_STEP)]
    pages = [Page(title=_joined(group), sections=tuple(group)) for group in groups]
    if part.id == _instrument_part(case):
        pages += [instruments.page(each, case.ages) for each in case.module.diagnostics.instruments]
        pages.append(instruments.another())
    return Sheet(
        kind=f"examination:{part.id}",
        title=part.title.nl,
        about=part.about.nl,
        sources=part.sources,
        pages=(*pages, Page(title="Wat kwam eruit", sections=(_found(part),))),
        start={},
    )


def _joined(sections: list[Section]) -> str:
    return sections[0].title if len(sections) == 1 else f"{sections[0].title} en meer"


def _instrument_part(case: Case) -> str:
    """Results of instruments belong to the part that has no lists of its own, or else to the last one."""
    parts = case.module.diagnostics.examination
    return next((part.id for part in parts if not part.list_ids), parts[-1].id if parts else "")


def _found(part: ExaminationPart) -> Section:
    line = Line(
        name="found",
        label="Wat leverde dit deel op?",
        hint="Kort en in gewone woorden. Dit komt terug bij het profiel en het plan.",
        needed=True,
        rows=6,
    )
    return Section(id="found", title="Wat kwam eruit?", lines=(line,), sources=part.sources)


def profile_sheet(case: Case) -> Sheet:
    """Return the profile: strong and weak sides of every component (S2-016, S2-129)."""
    parts = case.module.diagnostics.profile
    half = (len(parts) + 1) // 2
    halves = [each for each in (parts[:half], parts[half:]) if each]
    pages = [Page(title=_names(group), sections=tuple(_component(case, each) for each in group)) for group in halves]
    return Sheet(
        kind="profile",
        title="Profiel: sterke en zwakke kanten",
        about="Per gedragscomponent. De therapie sluit aan bij wat sterk is en wat de cliënt graag doet.",
        sources=("S2-016", "S2-129"),
        pages=tuple(pages),
        one_of=tuple(
            OneOf(
                names=(f"profile.{each.id}.strong", f"profile.{each.id}.weak"),
                words=f"{each.name.nl}: een sterke of een zwakke kant",
            )
            for each in parts
        ),
        start={},
    )


def _names(parts: tuple[ProfileComponent, ...]) -> str:
    first, *rest = [part.name.nl for part in parts]
    return ", ".join([first, *(name.lower() for name in rest)])


def _component(case: Case, part: ProfileComponent) -> Section:
    seen = _seen(case, part.name.nl)
    return Section(
        id=part.id,
        title=part.name.nl,
        sources=part.sources,
        lines=(
            Line(name=f"profile.{part.id}.strong", label="Sterke kanten", rows=3),
            Line(name=f"profile.{part.id}.weak", label="Zwakke kanten", rows=3),
        ),
        background=(Background(title="Gezien in het onderzoek", points=seen),) if seen else (),
    )


def _seen(case: Case, component: str) -> tuple[str, ...]:
    """Lines of observation lists that name this component and were called a strong or a weak side."""
    found = []
    for checklist in case.module.diagnostics.checklists:
        for item in checklist.items:
            name = f"list.{checklist.id}.{item.id}"
            values = next((held for held in case.papers.values() if held.get(name)), {})
            side = SIDES.get(values.get(name, ""))
            if side and item.text.nl.startswith(component):
                note = values.get(f"{name}.note", "")
                found.append(f"{side}: {item.text.nl}" + (f". {note}" if note else ""))
    return tuple(found)


def formulation_sheet(case: Case, formulation: Formulation) -> Sheet:
    """Return the formulation: its fields, how they act on each other, and what that means (S2-026, S2-027)."""
    fields = Section(
        id="fields",
        title=formulation.title.nl,
        lines=tuple(
            Line(name=f"field.{each.id}", label=each.text.nl, needed=True, sources=each.sources)
            for each in formulation.fields
        ),
        background=(Background(title="Waar dit voor is", points=tuple(s.text.nl for s in formulation.serves)),),
    )
    links = Section(
        id="links",
        title="Hoe werkt het op elkaar in?",
        lines=tuple(
            Line(name=f"link.{each.id}", label=each.text.nl, sources=each.sources, rows=3) for each in formulation.links
        ),
    )
    summary = Section(
        id="summary",
        title="Samengevat",
        lines=(
            Line(
                name="summary",
                label="Wat ligt eronder, en wat vraagt dit van de behandeling?",
                hint="Deze samenvatting komt in het behandelplan.",
                needed=True,
                sources=("S2-027",),
            ),
        ),
    )
    second = (links, summary) if formulation.links else (summary,)
    return Sheet(
        kind="formulation",
        title=f"Beeld: {formulation.title.nl}",
        pages=(Page(title="Wat speelt er", sections=(fields,)), Page(title="Verband en richting", sections=second)),
        start={},
    )
