"""Checklists of a module as sections to fill in (S2-006 to S2-020, S2-057 to S2-071, S2-112, S2-116 to S2-119)."""

from lijfspoor.domain.caremodules.diagnostics import Checklist, ListItem
from lijfspoor.domain.caremodules.goals import BuildingBlock
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.intake.sheets.shape import Background, Line, Option, Section

ELSEWHERE = "noteren, elders hulp zoeken"


def section(module: CareModule, checklist: Checklist) -> Section:
    """Return a checklist as a section: ticks, choices, or a line of words for what is only observed."""
    noted_only = checklist.scope == "noted_only"
    block = next((each for each in module.goals.blocks if each.id == checklist.block), None)
    return Section(
        id=checklist.id,
        title=checklist.title.nl,
        remark=checklist.remark.text.nl if checklist.remark else "",
        remark_sources=checklist.remark.sources if checklist.remark else (),
        sources=checklist.sources,
        chip=ELSEWHERE if noted_only else "",
        lines=tuple(_line(checklist, item, noted_only) for item in checklist.items),
        background=_about(block) if block else (),
    )


def _line(checklist: Checklist, item: ListItem, noted_only: bool) -> Line:
    name = f"list.{checklist.id}.{item.id}"
    if checklist.kind == "observation" and not checklist.answers:
        return Line(name=name, label=item.text.nl, sources=item.sources, rows=2)
    if checklist.answers:
        options = tuple(Option(id=answer.id, label=answer.text.nl) for answer in checklist.answers)
        return Line(
            name=name, label=item.text.nl, kind="choice", options=options, note=f"{name}.note", sources=item.sources
        )
    return Line(
        name=name,
        label=item.text.nl,
        kind="tick",
        note=f"{name}.note",
        note_label="Wat speelt er, en wie helpt daarmee?" if noted_only else "Toelichting",
        safety=item.id == checklist.safety_item,
        sources=item.sources,
    )


def _about(block: BuildingBlock) -> tuple[Background, ...]:
    return (
        Background(
            title=f"Bouwsteen {block.number}: {block.name.nl}, {block.from_age.nl}",
            points=tuple(said.text.nl for said in block.about),
            sources=block.sources,
        ),
        Background(
            title="Wat een kind hier nodig heeft, en wat u ouders kunt meegeven",
            points=tuple(said.text.nl for said in (*block.needed, *block.guidance_for_parents)),
        ),
    )
