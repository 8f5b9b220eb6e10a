"""What the pages of this room are filled with."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.counsel.forms import QuestionForm
from lijfspoor.practice.counsel.models import CaseDraft, CaseText
from lijfspoor.practice.counsel.words import AREAS, KINDS
from lijfspoor.practice.library import flows as library
from lijfspoor.practice.library.words import AGE_GROUPS


def modules_of(actor: Actor) -> dict[str, str]:
    """Return the modules of the practice by id, in words."""
    found = library.modules(practice_id=actor.practice_id).values()
    return {module.id: module.short_title.nl for module in found}


def labels(row: CaseText, modules: Mapping[str, str]) -> tuple[str, ...]:
    """Return the tags of a question in words."""
    named = (
        KINDS.get(row.kind, ""),
        modules.get(row.module, ""),
        AREAS.get(row.area, ""),
        AGE_GROUPS.get(row.age_group, ""),
    )
    return tuple(each for each in named if each)


def merged(form: QuestionForm, row: CaseDraft | None) -> dict[str, Any]:
    """Fill the page that shows both texts of a draft that was saved twice."""
    if row is None:
        return {"fields": []}
    kept = {name: str(getattr(row, name, "")) for name in form.fields if name != "client"}
    fields = [
        {"name": name, "label": field.label, "mine": form.data.get(name, ""), "theirs_words": kept.get(name, "")}
        for name, field in form.fields.items()
    ]
    for each in fields:
        each["differs"] = each["name"] in ("title", "question") and each["mine"] != each["theirs_words"]
    address = reverse("counsel:edit", args=[row.id])
    return {"fields": fields, "version": row.version, "action": address, "back_url": address}
