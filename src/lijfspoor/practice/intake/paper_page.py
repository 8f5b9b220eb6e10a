"""What the pages of a paper are filled with: a step to fill in, two versions, the check, the signed words."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from lijfspoor.domain.pathways.model import Stage
from lijfspoor.practice.access.refusals import NotFound, NotUnderstood
from lijfspoor.practice.intake.papers import PaperRead
from lijfspoor.practice.intake.sheets import values as sheet_values
from lijfspoor.practice.intake.sheets.every import PLAN
from lijfspoor.practice.intake.sheets.form import StepForm
from lijfspoor.practice.intake.sheets.shape import Line, Page, Section
from lijfspoor.practice.look.parts import Link, MergeField


def version(posted: Mapping[str, Any]) -> int:
    """Return the version a form was made for, 0 when it says none."""
    text = str(posted.get("version", ""))
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def _frame(read: PaperRead) -> dict[str, Any]:
    at = read.course
    return {
        "client": at.around.card,
        "treatment_id": at.treatment_id,
        "kind": read.sheet.kind,
        "sheet": read.sheet,
        "may_write": read.may_write,
        "has_signed": bool(read.signed),
    }


def signed(read: PaperRead) -> dict[str, Any]:
    """Fill the page of what was signed."""
    newest, *earlier = read.signed or (None,)
    meeting = read.sheet.kind.startswith("meeting:")
    in_intake = read.course.standing.stage is Stage.INTAKE
    anew = "Leg nog een gesprek vast" if meeting and in_intake else ""
    if read.sheet.kind == PLAN:
        anew = "Maak het plan opnieuw uit profiel en doelen"
    return {**_frame(read), "newest": newest, "earlier": earlier, "anew": anew, "has_draft": read.draft is not None}


def step(read: PaperRead, number: int, posted: QueryDict | None, refusal: NotUnderstood | None) -> dict[str, Any]:
    """Fill one step; with `posted` the words that could not be kept stay in the form."""
    page = _page(read, number)
    draft = read.draft
    assert draft is not None  # noqa: S101  # the view goes elsewhere without one
    form = StepForm(posted, lines=page.lines(), values=draft.values)
    if refusal is not None:
        for words in refusal.fields.values():
            form.add_error(None, words)
    last = number == len(read.sheet.pages)
    return {
        **_frame(read),
        "page": page,
        "number": number,
        "steps": [_step_link(read, n) | {"here": n == number} for n in range(1, len(read.sheet.pages) + 1)],
        "sections": [_section(section, form, draft.values) for section in page.sections],
        "form": form,
        "version": draft.version,
        "then": "check" if last else "next",
    }


def _page(read: PaperRead, number: int) -> Page:
    if not 1 <= number <= len(read.sheet.pages):
        raise NotFound
    return read.sheet.pages[number - 1]


def _step_link(read: PaperRead, number: int) -> dict[str, Any]:
    url = reverse("intake:paper_step", args=[read.course.treatment_id, read.sheet.kind, number])
    return {"number": number, "link": Link(read.sheet.pages[number - 1].title, url)}


def _section(section: Section, form: StepForm, values: Mapping[str, str]) -> dict[str, Any]:
    return {
        "section": section,
        "lines": [_line(line, form, values) for line in section.lines],
        "safety_ticked": any(line.safety and values.get(line.name) for line in section.lines),
        "has_safety": any(line.safety for line in section.lines),
    }


def _line(line: Line, form: StepForm, values: Mapping[str, str]) -> dict[str, Any]:
    return {
        "line": line,
        "field": form[line.name],
        "note": form[line.note] if line.note else None,
        "noted": bool(line.note and values.get(line.note)),
    }


def after(then: str, treatment_id: UUID, kind: str, number: int) -> str:
    """Return where to go after saving a step."""
    if then == "check":
        return reverse("intake:paper_check", args=[treatment_id, kind])
    if then == "later":
        return reverse("intake:overview", args=[treatment_id])
    return reverse("intake:paper_step", args=[treatment_id, kind, number + (then == "next")])


def merge(read: PaperRead, number: int, posted: QueryDict) -> dict[str, Any]:
    """Fill the page with both texts: what is kept now and what was typed here."""
    page, draft = _page(read, number), read.draft
    assert draft is not None  # noqa: S101  # the view goes elsewhere without one
    mine = sheet_values.read(page.lines(), {name: str(value) for name, value in posted.items()})
    return {
        "fields": [
            MergeField(
                label=line.label if name == line.name else f"{line.label}: {line.note_label.lower()}",
                name=name,
                mine=sheet_values.in_words(line, name, mine[name]),
                theirs=sheet_values.in_words(line, name, draft.values.get(name, "")),
            )
            for line in page.lines()
            for name, _ in line.names()
        ],
        "action": reverse("intake:paper_step", args=[read.course.treatment_id, read.sheet.kind, number]),
        "version": draft.version,
        "back_url": reverse("intake:paper_step", args=[read.course.treatment_id, read.sheet.kind, number]),
    }


def check(read: PaperRead, today: date) -> dict[str, Any]:
    """Fill the page on which a draft is read back before signing."""
    draft = read.draft
    assert draft is not None  # noqa: S101  # the view goes elsewhere without one
    safety = [line.label for line in read.sheet.lines() if line.safety and draft.values.get(line.name)]
    return {
        **_frame(read),
        "text": sheet_values.written(read.sheet, draft.values),
        "missing": read.missing(today),
        "safety": safety,
        "draft": draft,
        "version": draft.version,
        "last": len(read.sheet.pages),
    }


def discard(read: PaperRead) -> dict[str, Any]:
    """Fill the question before a draft is thrown away."""
    if read.draft is None or not read.draft.version:
        raise NotFound
    return {
        "question": "Dit concept weggooien?",
        "explanation": "Wat u hier schreef, is dan weg. Wat ondertekend is, blijft.",
        "yes": "Gooi weg",
        "back_url": reverse("intake:paper_step", args=[read.course.treatment_id, read.sheet.kind, 1]),
    }
