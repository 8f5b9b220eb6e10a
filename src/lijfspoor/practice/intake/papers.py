"""Flows around papers: read, save a draft, compare two versions, sign, continue, discard."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from lijfspoor.domain.pathways.model import Stage
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.intake import log_kinds, store
from lijfspoor.practice.intake.casework import case_of
from lijfspoor.practice.intake.entrance import readable, treatable
from lijfspoor.practice.intake.models import Paper
from lijfspoor.practice.intake.sheets import values as sheet_values
from lijfspoor.practice.intake.sheets.every import PLAN, sheet_of
from lijfspoor.practice.intake.sheets.shape import Page, Sheet
from lijfspoor.practice.intake.signing import leave_fact
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway.course import Course


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is written but not signed; version 0 when nothing is kept yet."""

    values: Mapping[str, str]
    version: int
    saved_at: datetime | None
    written_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedPaper:
    """A signed paper in the words of the day it was signed."""

    id: UUID
    text: tuple[dict[str, Any], ...]
    signed_at: datetime
    signed_by: str
    amends: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRead:
    """A kind of paper of a treatment: its sheet, the draft, and what was signed, the newest first.

    `draft` is None when nothing is being written and something is signed, or when the reader does not write here.
    """

    course: Course
    sheet: Sheet
    draft: Draft | None
    signed: tuple[SignedPaper, ...]
    may_write: bool

    def missing(self, today: date) -> tuple[str, ...]:
        """Return what the draft still needs before signing."""
        return self.sheet.missing(self.draft.values, today) if self.draft else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A kept draft."""

    version: int
    saved_at: datetime


def read_paper(*, actor: Actor, treatment_id: UUID, kind: str, day: date, now: datetime) -> PaperRead:
    """Return a kind of paper; drafts only to who treats. Raises NotFound for a kind the module has not."""
    with transaction.atomic():
        at, relation = readable(actor, treatment_id, day)
        rows = store.papers(actor.practice_id, treatment_id)
        sheet = _sheet(at, rows, kind)
        record(
            actor=actor, kind=log_kinds.PAPER_READ, at=now, clients=(at.client_id,), subject=f"{treatment_id}:{kind}"
        )
        mine = [row for row in rows if row.kind == kind]
        signed = tuple(_signed(row) for row in reversed(mine) if row.signed_at is not None)
        draft = _draft(mine)
        writes = relation.treats and at.standing.stage is not Stage.CLOSED
        return PaperRead(
            course=at,
            sheet=sheet,
            draft=_draft_of(draft, sheet) if writes and (draft or not signed) else None,
            signed=signed,
            may_write=writes,
        )


def save_draft(
    *,
    actor: Actor,
    treatment_id: UUID,
    kind: str,
    step: int,
    posted: Mapping[str, str],
    version: int,
    day: date,
    now: datetime,
) -> Saved:
    """Keep what was filled in on one step; the other steps stay as they are.

    `version` is the version that was read, 0 for a new paper. Raises ChangedMeanwhile when someone else saved since,
    NotUnderstood for words that are too long, NotPossible when the paper is signed.
    """
    at = treatable(actor, treatment_id, day)
    with transaction.atomic():
        rows = store.papers(actor.practice_id, treatment_id)
        sheet = _sheet(at, rows, kind)
        values = _understood(_page(sheet, step), posted)
        mine = [row for row in rows if row.kind == kind]
        draft = _draft(mine)
        if draft is None:
            kept = _begin(actor, at, sheet, values, version, mine, now)
        else:
            kept = _continue(actor, draft, values, version, now)
        detail = {"paper": kind, "step": step, "version": kept.version}
        record(
            actor=actor,
            kind=log_kinds.PAPER_SAVED,
            at=now,
            clients=(at.client_id,),
            subject=f"{treatment_id}:{kind}",
            detail=detail,
        )
        return kept


def sign_paper(*, actor: Actor, treatment_id: UUID, kind: str, version: int, day: date, now: datetime) -> None:
    """Sign the draft, which then never changes, and record what it stands for: a meeting, a part, a plan.

    Raises NotPossible with what is missing or what the engine holds against it, ChangedMeanwhile.
    """
    at = treatable(actor, treatment_id, day)
    with transaction.atomic():
        rows = store.papers(actor.practice_id, treatment_id)
        sheet = _sheet(at, rows, kind)
        draft = _draft([row for row in rows if row.kind == kind])
        if draft is None:
            raise NotPossible("Er is geen concept om te ondertekenen.")
        if missing := sheet.missing(draft.body, day):
            raise NotPossible("Nog niet alles is ingevuld.", missing)
        text = sheet_values.written(sheet, draft.body)
        if not store.sign(actor.practice_id, draft.id, version, actor.name, now, text):
            raise ChangedMeanwhile(version=draft.version)
        record(
            actor=actor,
            kind=log_kinds.PAPER_SIGNED,
            at=now,
            clients=(at.client_id,),
            subject=str(draft.id),
            detail={"paper": kind, "version": version},
        )
        leave_fact(
            actor=actor, at=at, kind=kind, values=draft.body, amends=draft.amends_id is not None, day=day, now=now
        )


def continue_paper(*, actor: Actor, treatment_id: UUID, kind: str, anew: bool, day: date, now: datetime) -> None:
    """Begin a new version of a signed paper: an amendment that starts with its words, or with `anew` a fresh one.

    Anew is another meeting of the same kind, or a plan made again from profile and goals. A draft that is there stays.
    """
    at = treatable(actor, treatment_id, day)
    with transaction.atomic():
        rows = store.papers(actor.practice_id, treatment_id)
        sheet = _sheet(at, rows, kind)
        mine = [row for row in rows if row.kind == kind]
        if _draft(mine) is not None:
            return
        if not mine or at.standing.stage is Stage.CLOSED:
            raise NotPossible("Dit verslag kan nu niet worden aangevuld.")
        fresh = anew and (kind == PLAN or kind.startswith("meeting:"))
        values = {
            **_columns(actor, at, kind, now),
            "body": dict(sheet.start) if fresh else mine[-1].body,
            "amends_id": None if fresh and kind != PLAN else mine[-1].id,
        }
        made = store.add_paper(actor.practice_id, values)
        record(actor=actor, kind=log_kinds.PAPER_CONTINUED, at=now, clients=(at.client_id,), subject=str(made.id))


def discard_draft(*, actor: Actor, treatment_id: UUID, kind: str, day: date, now: datetime) -> None:
    """Throw away a draft; what was signed stays."""
    at = treatable(actor, treatment_id, day)
    with transaction.atomic():
        draft = _draft([row for row in store.papers(actor.practice_id, treatment_id) if row.kind == kind])
        if draft is None:
            raise NotFound
        store.discard(actor.practice_id, draft.id)
        record(
            actor=actor,
            kind=log_kinds.PAPER_DISCARDED,
            at=now,
            clients=(at.client_id,),
            subject=f"{treatment_id}:{kind}",
            detail={"paper": kind, "version": draft.version},
        )


def _sheet(at: Course, rows: Iterable[Paper], kind: str) -> Sheet:
    found = sheet_of(case_of(at, rows), kind)
    if found is None:
        raise NotFound
    return found


def _page(sheet: Sheet, step: int) -> Page:
    if not 1 <= step <= len(sheet.pages):
        raise NotFound
    return sheet.pages[step - 1]


def _understood(page: Page, posted: Mapping[str, str]) -> dict[str, str]:
    values = sheet_values.read(page.lines(), posted)
    if long := sheet_values.too_long(page.lines(), values):
        raise NotUnderstood(dict.fromkeys(long, "Deze tekst is te lang. Maak hem korter."))
    return values


def _draft(mine: Iterable[Paper]) -> Paper | None:
    return next((row for row in mine if row.signed_at is None), None)


def _draft_of(row: Paper | None, sheet: Sheet) -> Draft:
    if row is None:
        return Draft(values=sheet.start, version=0, saved_at=None, written_by="")
    return Draft(values=row.body, version=row.version, saved_at=row.saved_at, written_by=row.written_by)


def _signed(row: Paper) -> SignedPaper:
    assert row.signed_at is not None  # noqa: S101  # asked for by the caller
    return SignedPaper(
        id=row.id,
        text=tuple(row.text),
        signed_at=row.signed_at,
        signed_by=row.signed_by,
        amends=row.amends_id is not None,
    )


def _columns(actor: Actor, at: Course, kind: str, now: datetime) -> dict[str, Any]:
    return {
        "treatment_id": at.treatment_id,
        "client_id": at.client_id,
        "kind": kind,
        "written_by": actor.name,
        "saved_at": now,
    }


def _begin(
    actor: Actor, at: Course, sheet: Sheet, values: dict[str, str], version: int, mine: list[Paper], now: datetime
) -> Saved:
    if version:
        raise ChangedMeanwhile
    if mine or at.standing.stage is Stage.CLOSED:
        raise NotPossible("Dit verslag is al ondertekend. Begin een aanvulling.")
    columns = _columns(actor, at, sheet.kind, now)
    try:
        with transaction.atomic():
            made = store.add_paper(actor.practice_id, {**columns, "body": {**sheet.start, **values}})
    except IntegrityError as twin:
        raise ChangedMeanwhile from twin
    return Saved(version=made.version, saved_at=now)


def _continue(actor: Actor, draft: Paper, values: dict[str, str], version: int, now: datetime) -> Saved:
    if version != draft.version and all(draft.body.get(name, "") == value for name, value in values.items()):
        return Saved(version=draft.version, saved_at=draft.saved_at)
    changed = {"body": {**draft.body, **values}, "written_by": actor.name, "saved_at": now}
    if not store.change_draft(actor.practice_id, draft.id, version, changed):
        raise ChangedMeanwhile(version=draft.version)
    return Saved(version=version + 1, saved_at=now)
