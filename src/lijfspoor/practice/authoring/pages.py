"""What the pages of drafts are filled with."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.urls import reverse

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.authoring import shape
from lijfspoor.practice.authoring.forms import CHAPTERS, NewPartForm, PartForm
from lijfspoor.practice.authoring.places import keys_of, words_of
from lijfspoor.practice.authoring.reading import Draft, mark_of
from lijfspoor.practice.authoring.shape import Part
from lijfspoor.practice.library.differences import differences
from lijfspoor.practice.library.field_words import field_word
from lijfspoor.practice.look.parts import Link

TICK = (("on", "ja"), ("", "nee"))
WHOLE = "module"
"""What stands in the address for the module itself."""


@dataclass(frozen=True, slots=True)
class Item:
    """A part in a list: where its page is, its words, how many mistakes it holds."""

    key: str
    place: str
    words: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of parts (or a single part) on the page: its items, the form to add one, whether one can be added."""

    name: str
    label: str
    single: bool
    items: tuple[Item, ...]
    form: NewPartForm | None
    removable: bool
    mistakes: tuple[str, ...]


def place_of(address: str) -> str:
    """Return the place that an address names."""
    return "" if address == WHOLE else address


def address_of(place: str) -> str:
    """Return what stands in the address for a place."""
    return place or WHOLE


def overview(draft: Draft, base: CareModule) -> dict[str, Any]:
    """Fill the page of a draft: its chapters with their mistakes, and what it changes."""
    faults, module = draft.faults_per_chapter(), draft.module
    said = draft.document if isinstance(draft.document, dict) else {}
    shown = [name for name in CHAPTERS if isinstance(said.get(name), dict)]
    chapters = [(field_word(name).capitalize(), name, faults[name]) for name in shown]
    elsewhere = sum(faults[name] for name in faults if name not in shown)
    return {
        "draft": draft,
        "base": base,
        "readable": draft.document is not None,
        "chapters": [("Titel, versie en samenvatting", WHOLE, elsewhere), *chapters],
        "total": len(draft.faults),
        "differences": differences(base, module) if module else None,
        "faults": [(path_words(path), expected) for path, expected in draft.faults[:20]],
    }


def path_words(path: str) -> str:
    """Return a path such as `goals.offered[13].text` in words: 'Doelen, doelen om uit te kiezen 14, tekst'."""
    steps = []
    for step in path.split(".") if path else ():
        name, _, number = step.rstrip("]").partition("[")
        which = f" {int(number) + 1}" if number.isdigit() else ""
        steps.append(f"{field_word(name)}{which}")
    return ", ".join(steps).capitalize() or "Het hele bestand"


def part(draft: Draft, form: PartForm) -> dict[str, Any]:
    """Fill the page of one part."""
    spot = form.spot
    told = draft.faults_at(spot)
    last = spot.trail[-1] if spot.trail else None
    return {
        "draft": draft,
        "place": address_of(spot.place),
        "crumbs": list(_crumbs(draft, form)),
        "title": (last.words or field_word(last.field).capitalize()) if last else "Titel, versie en samenvatting",
        "key": spot.value.get("id", "") if spot.trail else "",
        "form": form,
        "sections": list(form.sections(told)),
        "version": mark_of(spot),
        # Chapters that are there have their place on the page of the draft.
        "lists": [each for each in _lists(draft, form) if spot.trail or not (each.single and each.items)],
    }


def _crumbs(draft: Draft, form: PartForm) -> Iterator[Link]:
    yield Link("Concepten", reverse("authoring:home"))
    yield Link(draft.row.title, reverse("authoring:draft", args=[draft.row.id]))
    for crumb in form.spot.trail:
        words = crumb.words or field_word(crumb.field).capitalize()
        yield Link(words, reverse("authoring:part", args=[draft.row.id, crumb.place]))


def _lists(draft: Draft, form: PartForm) -> Iterator[Listed]:
    spot, told = form.spot, draft.faults_at(form.spot)
    for each in shape.nested_parts(spot.record):
        value, here = spot.value.get(each.name), f"{spot.place}/{each.name}"
        single, items = each.kind == "record", tuple(_items(value, each, here))
        yield Listed(
            each.name,
            field_word(each.name).capitalize(),
            single,
            items,
            None if single else _new(each, items),
            each.optional or not single,
            told.get(each.name, ()),
        )


def _items(value: Any, part: Part, here: str) -> Iterator[Item]:  # noqa: ANN401  # whatever stands in the file
    if part.kind == "record":
        if isinstance(value, dict):
            yield Item("", here, field_word(part.name).capitalize())
        return
    for at, key in enumerate(keys_of(value, part)):
        yield Item(key, f"{here}/{key}", words_of(value[at]) or key)


def _new(part: Part, items: tuple[Item, ...]) -> NewPartForm | None:
    form = NewPartForm(part=part, taken=tuple(item.key for item in items), auto_id=f"nieuw-{part.name}-%s")
    choices = getattr(form.fields["name"], "choices", None)
    return None if choices is not None and not list(choices) else form


def merged(draft: Draft, form: PartForm) -> dict[str, Any]:
    """Fill the page that shows both texts of a part, field by field."""
    kept = PartForm(spot=form.spot)
    names = dict.fromkeys([*kept.fields, *form.fields])
    return {
        "fields": [each for name in names for each in _merged(form, kept, name)],
        "version": mark_of(form.spot),
        "action": reverse("authoring:part", args=[draft.row.id, address_of(form.spot.place)]),
        "back_url": reverse("authoring:part", args=[draft.row.id, address_of(form.spot.place)]),
    }


def _merged(form: PartForm, kept: PartForm, name: str) -> Iterator[dict[str, Any]]:
    field = (form if name in form.fields else kept).fields[name]
    theirs = kept.fields[name].initial if name in kept.fields else ""
    if isinstance(field, forms.MultipleChoiceField):
        # What either of them ticked stays ticked.
        for code in dict.fromkeys([*form.ticked(name), *(theirs or ())]):
            yield {"name": name, "mine": code, "differs": False}
        return
    mine, said = _said(form.data.get(name, "")), _said(theirs)
    choices = list(getattr(field, "choices", ())) or (TICK if isinstance(field, forms.BooleanField) else ())
    words = dict(choices).get(said, said)
    told = {"name": name, "label": field.label, "mine": mine, "theirs_words": words, "choices": choices}
    yield told | {"differs": mine != said}


def _said(value: Any) -> str:  # noqa: ANN401  # whatever a field holds
    if isinstance(value, bool):
        return "on" if value else ""
    return "" if value is None else str(value).replace("\r\n", "\n")


def merged_text(draft: Draft, mine: str) -> dict[str, Any]:
    """Fill the page that shows both texts of the whole draft."""
    theirs = draft.row.text
    field = {"name": "text", "label": "De module als YAML", "mine": mine, "theirs_words": theirs, "differs": True}
    address = reverse("authoring:text", args=[draft.row.id])
    return {"fields": [field], "version": draft.row.version, "action": address, "back_url": address}


def discarding(draft: Draft) -> dict[str, Any]:
    """Fill the question before a draft is thrown away."""
    return {
        "title": "Concept weggooien",
        "question": f"Het concept {draft.row.title} weggooien?",
        "explanation": "Wat erin staat is dan weg. Gepubliceerde versies blijven.",
        "yes": "Gooi het weg",
        "back_url": reverse("authoring:draft", args=[draft.row.id]),
    }
