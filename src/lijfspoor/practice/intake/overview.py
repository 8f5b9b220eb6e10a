"""What an intake still needs before treatment starts: one list, made from the standing and the papers."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.caremodules.criteria import HOLDS_NO_START
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways.facts import Referred
from lijfspoor.domain.pathways.history import history
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.domain.pathways.steps import Permission, Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.intake import log_kinds, store
from lijfspoor.practice.intake.casework import ages_of
from lijfspoor.practice.intake.entrance import readable
from lijfspoor.practice.intake.models import Paper
from lijfspoor.practice.intake.sheets.context import Ages
from lijfspoor.practice.intake.sheets.every import FORMULATION, PLAN, PROFILE
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway.course import Course

State = Literal["done", "open", "begun", "held-back", "free"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an item is dealt with: the name of the page and, besides the treatment, what it is about."""

    page: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to deal with. `act` says what to do, `rank` when it comes; a `free` item holds nothing back."""

    part: str
    title: str
    state: State
    place: Place | None
    act: str = ""
    detail: str = ""
    rank: int = 0
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The intake of one treatment on a day."""

    course: Course
    items: tuple[Item, ...]
    ages: Ages
    came_on: date | None
    referral_id: UUID | None
    safety_seen: tuple[str, ...]
    start: Permission
    may_write: bool

    @property
    def next(self) -> Item | None:
        """The item to deal with now: the first by rank that is open or begun."""
        waiting = [item for item in self.items if item.state in ("open", "begun") and item.place is not None]
        return min(waiting, key=lambda item: item.rank, default=None)

    @property
    def done(self) -> int:
        """How many of the items that are needed are dealt with."""
        return sum(item.state == "done" for item in self.items)

    @property
    def needed(self) -> int:
        """How many items are needed."""
        return sum(item.state != "free" for item in self.items)


def read_overview(*, actor: Actor, treatment_id: UUID, day: date, now: datetime) -> Overview:
    """Return what the intake of a treatment still needs, with the engine's word on the start."""
    with transaction.atomic():
        at, relation = readable(actor, treatment_id, day)
        rows = store.papers(actor.practice_id, treatment_id)
        referral = store.referral_of(actor.practice_id, treatment_id)
        record(actor=actor, kind=log_kinds.OVERVIEW_READ, at=now, clients=(at.client_id,), subject=str(treatment_id))
        referred = history(at.facts, day).first(Referred)
        shown = rows if relation.treats else [row for row in rows if row.signed_at is not None]
        return Overview(
            course=at,
            items=tuple(_items(at, {row.kind: row for row in shown})),
            ages=ages_of(at),
            came_on=referred.stamp.holds_on if referred else None,
            referral_id=referral.id if referral else None,
            safety_seen=tuple(_safety_seen(at, shown)),
            start=at.permission(Step(StepKind.START_TREATMENT)),
            may_write=relation.treats and at.standing.stage is not Stage.CLOSED,
        )


def _items(at: Course, papers: dict[str, Paper]) -> Iterator[Item]:
    parts: tuple[Callable[[Course, dict[str, Paper]], Iterable[Item]], ...] = (
        _meetings,
        _consents,
        _groups,
        _examination,
        _phase,
        _ways,
        _picture,
        _credentials,
        _forewarnings,
    )
    for part in parts:
        yield from part(at, papers)


def _meetings(at: Course, papers: dict[str, Paper]) -> Iterator[Item]:
    held = dict(at.standing.meetings)
    for meeting in at.module.diagnostics.meetings:
        kind = f"meeting:{meeting.id}"
        yield Item(
            part="Gesprekken",
            title=meeting.title.nl,
            state="done" if meeting.id in held else _writing(papers, kind),
            place=Place(page="intake:paper", about=kind),
            act=f"Leg vast: {meeting.title.nl}",
            rank=10,
            sources=meeting.sources,
        )


def _consents(at: Course, _papers: dict[str, Paper]) -> Iterator[Item]:
    scopes = {need.scope for need in at.module.audience.consents if need.opens == "start"}
    for consent in at.standing.consents:
        if consent.scope in scopes:
            who = "de cliënt" if consent.person == "client" else consent.name
            yield Item(
                part="Toestemming",
                title=f"Toestemming van {who}" if consent.person else "Nog niet bekend wie mag beslissen",
                state="done" if consent.given else "open",
                place=Place(page="people:consents"),
                act=f"Vraag toestemming aan {who}" if consent.person else "Zoek uit wie mag beslissen",
                detail=consent.reason.text.nl,
                rank=20,
                sources=consent.reason.sources,
            )


def _groups(at: Course, _papers: dict[str, Paper]) -> Iterator[Item]:
    """A group met by any one answer often waits for the examination, so it comes after it."""
    examined = bool(at.standing.examination)
    for group, standing in zip(at.module.audience.groups, at.standing.groups, strict=True):
        later = examined and group.kind == "eligibility" and group.needs == "any"
        state: State = {Answer.YES: "done", Answer.NO: "held-back", Answer.UNKNOWN: "open"}[standing.met]  # type: ignore[assignment]  # a mapping to the words of State
        if group.kind in HOLDS_NO_START and state != "done":
            state = "free"
        answered = sum(each.answer is not Answer.UNKNOWN for each in standing.criteria)
        yield Item(
            part="Past de module?",
            title=group.title.nl,
            state=state,
            place=Place(page="intake:criteria", about=group.id),
            act=f"Beantwoord ‘{group.title.nl}’",
            detail=f"{answered} van {len(standing.criteria)} beantwoord",
            rank=50 if later else 30,
            sources=group.sources,
        )


def _examination(at: Course, papers: dict[str, Paper]) -> Iterator[Item]:
    done = dict(at.standing.examination)
    for part in at.module.diagnostics.examination:
        if part.id not in done:
            continue
        kind = f"examination:{part.id}"
        yield Item(
            part="Onderzoek",
            title=part.title.nl,
            state="done" if done[part.id] else _writing(papers, kind),
            place=Place(page="intake:paper", about=kind),
            act=f"Ga verder met het onderzoek: {part.title.nl}",
            rank=40,
            sources=part.sources,
        )


def _phase(at: Course, _papers: dict[str, Paper]) -> Iterator[Item]:
    """The diagnostic phase, which can follow and never has to (S0-041)."""
    phase, opened = at.module.diagnostics.phase, at.standing.diagnostic_phase
    if phase is not None:
        yield Item(
            part="Onderzoek",
            title=phase.title.nl,
            state="done" if opened else "free",
            place=None if opened else Place(page="intake:diagnostic_phase"),
            detail=f"Geopend: {opened.reason}" if opened else "",
            sources=phase.about.sources,
        )


def _ways(at: Course, _papers: dict[str, Paper]) -> Iterator[Item]:
    """What is chosen of variants and problem areas (S0-010 to S0-017, S0-042 to S0-044)."""
    if at.module.variations or at.module.problem_areas:
        variants = ", ".join(each.name.nl.lower() for each in at.variants)
        areas = ", ".join(each.name.nl for each in at.areas)
        yield Item(
            part="Beeld, doelen en plan",
            title="Waar het om gaat en welke vorm past",
            state="done" if all(each.variant for each in at.standing.variants) else "open",
            place=Place(page="intake:variants"),
            act="Kies waar het om gaat en welke vorm past",
            detail=". ".join(part for part in (areas, variants.capitalize()) if part),
            rank=65,
            sources=tuple(dict.fromkeys(source for each in at.module.variations for source in each.sources)),
        )


def _picture(at: Course, papers: dict[str, Paper]) -> Iterator[Item]:
    diagnostics = at.module.diagnostics
    if diagnostics.profile:
        yield _paper(
            "Profiel van sterke en zwakke kanten", PROFILE, papers, "Maak het profiel", 60, ("S2-016", "S2-025")
        )
    if diagnostics.formulation:
        title = diagnostics.formulation.title.nl
        yield _paper(title, FORMULATION, papers, "Maak het beeld compleet", 61, ("S2-026",))
    goals = len(at.standing.goals)
    yield Item(
        part="Beeld, doelen en plan",
        title="Behandeldoelen",
        state="done" if goals else "open",
        place=Place(page="intake:goals"),
        act="Spreek behandeldoelen af",
        detail=f"{goals} afgesproken" if goals else "",
        rank=70,
        sources=("S1-015",),
    )
    yield _paper("Behandelplan", PLAN, papers, "Maak het behandelplan", 80, ("S2-025",))


def _paper(title: str, kind: str, papers: dict[str, Paper], act: str, rank: int, sources: tuple[str, ...]) -> Item:
    return Item(
        part="Beeld, doelen en plan",
        title=title,
        state="done" if kind in papers and papers[kind].signed_at is not None else _writing(papers, kind),
        place=Place(page="intake:paper", about=kind),
        act=act,
        rank=rank,
        sources=sources,
    )


def _forewarnings(at: Course, _papers: dict[str, Paper]) -> Iterator[Item]:
    given = dict(at.standing.forewarnings)
    for each in at.module.approach.forewarnings:
        yield Item(
            part="Vooraf vertellen",
            title=each.title.nl,
            state="done" if given[each.id] else "open",
            place=Place(page="intake:forewarning", about=each.id),
            act=f"Vertel vooraf: {each.title.nl}",
            rank=85,
            sources=each.sources,
        )


def _credentials(at: Course, _papers: dict[str, Paper]) -> Iterator[Item]:
    for asked, held in zip(at.module.underpinning.qualifications, at.standing.credentials, strict=True):
        missing: State = "held-back" if held.level == "required" else "free"
        yield Item(
            part="Bevoegdheid",
            title=asked.text.nl,
            state="done" if held.held else missing,
            place=None,
            detail=at.standing.therapist_name,
            sources=asked.sources,
        )


def _writing(papers: dict[str, Paper], kind: str) -> State:
    return "begun" if kind in papers else "open"


def _safety_seen(at: Course, rows: Iterable[Paper]) -> Iterator[str]:
    """Yield the safety lines that were ticked in any paper (S2-015)."""
    ticked = {name for row in rows for name, value in row.body.items() if value}
    for checklist in at.module.diagnostics.checklists:
        for item in checklist.items:
            if item.id == checklist.safety_item and f"list.{checklist.id}.{item.id}" in ticked:
                yield item.text.nl
