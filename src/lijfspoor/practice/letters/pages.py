"""What the pages of this room are filled with."""

from typing import Any

from django.forms import BooleanField
from django.http import HttpRequest
from django.urls import reverse

from lijfspoor.practice.letters.compose.body import LetterSection, typed
from lijfspoor.practice.letters.details import HANDED_OVER, Choice, LetterList, LetterView, Sending
from lijfspoor.practice.letters.forms import LetterForm, SendForm
from lijfspoor.practice.look.parts import Fact, MergeField
from lijfspoor.workbench.paper import Facts, Table

GO_ALONG = (("on", "Ja, neem op"), ("", "Nee, laat weg"))


def letters(found: LetterList, treatment_id: object) -> dict[str, Any]:
    """Fill the list of letters."""
    return {
        "client": found.client,
        "treatment_id": treatment_id,
        "drafts": [line for line in found.lines if not line.handed_out],
        "sent": [line for line in found.lines if line.handed_out],
        "may_write": found.may_write,
    }


def choosing(choices: tuple[Choice, ...]) -> list[dict[str, Any]]:
    """Return the kinds on offer with what each is for."""
    kinds = {choice.kind.id: choice.kind for choice in choices}
    return [{"title": kind.title, "about": kind.about} for kind in kinds.values()]


def letter(view: LetterView, form: LetterForm | None) -> dict[str, Any]:
    """Fill the page of a letter: with a form a draft to write, without one a letter to read."""
    page: dict[str, Any] = {
        "letter": view,
        "line": view.line,
        "how": HANDED_OVER.get(view.handed_over, ""),
        "form": form,
    }
    if form is not None:
        page["parts"] = [_part(form, section) for section in view.body.sections]
    return page


def _part(form: LetterForm, section: LetterSection) -> dict[str, Any]:
    keep = f"keep_{section.id}"
    return {
        "text": form[f"text_{section.id}"],
        "keep": form[keep] if keep in form.fields else None,
        "facts": [_facts(block) for block in section.derived if isinstance(block, Facts)],
        "tables": [_table(block) for block in section.derived if isinstance(block, Table)],
        "must": section.must,
    }


def _facts(block: Facts) -> list[Fact]:
    return [Fact(label, value) for label, value in block.pairs]


def _table(block: Table) -> dict[str, Any]:
    return {"header": block.header, "rows": [list(zip(block.header, row, strict=True)) for row in block.rows]}


def merge(request: HttpRequest, view: LetterView) -> dict[str, Any]:
    """Fill the page that shows both versions of a draft, text by text."""
    theirs = LetterForm(body=view.body)
    return {
        "fields": [_merged(request, theirs, name) for name in theirs.fields],
        "action": reverse("letters:letter", args=[view.line.id]),
        "version": view.version,
        "back_url": reverse("letters:letter", args=[view.line.id]),
    }


def _merged(request: HttpRequest, theirs: LetterForm, name: str) -> MergeField:
    field = theirs.fields[name]
    kept = theirs.get_initial_for_field(field, name)
    mine = request.POST.get(name, "")
    if isinstance(field, BooleanField):
        return MergeField(
            label=str(field.label), name=name, mine="on" if mine else "", theirs="on" if kept else "", choices=GO_ALONG
        )
    return MergeField(label=str(field.label), name=name, mine=typed(mine), theirs=str(kept))


def sending(found: Sending, form: SendForm) -> dict[str, Any]:
    """Fill the page that asks whether a letter may be sent."""
    return {
        "form": form,
        "letter": found.view,
        "line": found.view.line,
        "addressee": found.addressee,
        "clearance": found.clearance,
        "hindrances": found.hindrances,
    }
