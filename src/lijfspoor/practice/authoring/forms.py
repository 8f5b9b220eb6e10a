"""The form of one part of a module, made from what its record is made of, and the forms around drafts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.authoring import shape
from lijfspoor.practice.authoring.places import Block, Spot
from lijfspoor.practice.authoring.shape import Part
from lijfspoor.practice.library.field_words import code_word, field_word
from lijfspoor.practice.look.forms import DayField, LongTextField, PlainForm

SPARE = 1
"""Empty rows below the rows of a list, to write more in."""
MOST_ROWS = 200
HINTS = {
    "sources": "Een nummer zoals S2-053, een DOI, of own voor wat u zelf zegt. Met spaties ertussen.",
    "version": "Getallen met punten, zoals 1.0.",
}


@dataclass(frozen=True, slots=True)
class Section:
    """A field of the record on the page: what it is called, its rows of controls, and what is wrong in it."""

    name: str
    label: str
    hint: str
    rows: tuple[tuple[BoundField, ...], ...]
    mistakes: tuple[str, ...] = field(default=())


class PartForm(PlainForm):
    """The own fields of one part; a draft may be incomplete, so nothing is required here."""

    use_required_attribute = False

    def __init__(self, data: QueryDict | None = None, *, spot: Spot) -> None:
        super().__init__(data)
        self.spot, self.parts = spot, shape.own_parts(spot.record)
        self.rows: dict[str, list[list[str]]] = {}
        for part in self.parts:
            self.rows[part.name] = list(self._rows(part, spot.value.get(part.name)))
        for each in self.fields.values():
            each.required = False

    def ticked(self, name: str) -> list[str]:
        """Return every value that was sent for a field of which more can be chosen."""
        return self.data.getlist(name) if isinstance(self.data, QueryDict) else []

    def _rows(self, part: Part, value: Any) -> Iterator[list[str]]:  # noqa: ANN401  # whatever stands in the file
        if part.kind in ("texts", "statements"):
            given = value if isinstance(value, list) else []
            single = Part(part.name, "text" if part.kind == "texts" else "statement")
            for at in range(max(len(given) + SPARE, self._posted_rows(part.name))):
                row = given[at] if at < len(given) else None
                yield self._add(f"{part.name}.{at}", single, row, f" {at + 1}")
        else:
            yield self._add(part.name, part, value, "")

    def _posted_rows(self, name: str) -> int:
        numbers = re.findall(rf"(?:^|\n){re.escape(name)}\.(\d{{1,3}})\.", "\n".join(self.data))
        return min(max((int(number) + 1 for number in numbers), default=0), MOST_ROWS)

    def _add(self, name: str, part: Part, value: Any, which: str) -> list[str]:  # noqa: ANN401  # whatever stands there
        made = _fields(name, part, value, f"{field_word(part.name).capitalize()}{which}")
        for each, control in made.items():
            self.fields[each] = control
        return list(made)

    def own(self) -> Block:
        """Return what the form says for the record's own fields; the form must be valid."""
        said = {part.name: self._value(part) for part in self.parts}
        return {part.name: said[part.name] for part in self.parts if not _left_out(part, said[part.name])}

    def _value(self, part: Part) -> Any:  # noqa: ANN401  # whatever the field holds
        if part.kind in ("texts", "statements"):
            found = (self._one(row) for row in self.rows[part.name])
            return [each for each in found if not _blank(each)]
        return self._one(self.rows[part.name][0], part)

    def _one(self, names: list[str], part: Part | None = None) -> Any:  # noqa: ANN401  # whatever the field holds
        given = {name.rpartition(".")[2]: self.cleaned_data.get(name) for name in names}
        if len(names) == 1:
            return _plain(self.cleaned_data.get(names[0]), part)
        text = {"nl": given.get("nl") or "", "en": given.get("en") or ""}
        return {"text": text, "sources": _words(given["sources"])} if "sources" in given else text

    def sections(self, mistakes: Mapping[str, tuple[str, ...]]) -> Iterator[Section]:
        """Yield the fields in their order with what is wrong in each."""
        for control in self.fields.values():
            # Every field may be left empty in a draft; saying so at each of them would say nothing.
            control.required = True
        for part in self.parts:
            rows = tuple(tuple(self[name] for name in row) for row in self.rows[part.name])
            label = field_word(part.name).capitalize()
            yield Section(part.name, label, HINTS.get(part.name, ""), rows, mistakes.get(part.name, ()))


def _fields(name: str, part: Part, value: Any, label: str) -> dict[str, forms.Field]:  # noqa: ANN401  # whatever stands there
    if part.kind in ("text", "statement"):
        whole = value if isinstance(value, dict) else {}
        text = whole if part.kind == "text" else whole.get("text")
        said = text if isinstance(text, dict) else {}
        made: dict[str, forms.Field] = {
            f"{name}.nl": LongTextField(label=f"{label}, Nederlands", rows=2, initial=said.get("nl", "")),
            f"{name}.en": LongTextField(label=f"{label}, Engels", rows=2, initial=said.get("en", "")),
        }
        if part.kind == "statement":
            sources = " ".join(map(str, whole.get("sources") or ["own"]))
            made[f"{name}.sources"] = forms.CharField(label=f"{label}, bronnen", initial=sources)
        return made
    return {name: _single(part, value, label)}


def _single(part: Part, value: Any, label: str) -> forms.Field:  # noqa: ANN401  # whatever stands there
    if part.kind == "tick":
        return forms.BooleanField(label=label, initial=bool(value))
    if part.kind == "number":
        return forms.IntegerField(label=label, initial=value, min_value=-99999, max_value=999999)
    if part.kind == "day":
        return DayField(label=label, initial=value)
    if part.kind == "code":
        choices = [(code, code_word(part.name, code)) for code in part.codes]
        empty = [("", "niets")] if part.optional else []
        return forms.ChoiceField(label=label, initial=value, choices=[*empty, *choices])
    if part.kind == "codes":
        codes = [(code, code_word(part.name, code)) for code in part.codes]
        return forms.MultipleChoiceField(label=label, initial=value, choices=codes, widget=forms.CheckboxSelectMultiple)
    if part.kind == "words":
        joined = ("\n" if part.name == "authors" else " ").join(map(str, value or []))
        if part.name == "authors":
            return LongTextField(label=label, initial=joined, rows=2, help_text="Elke naam op een eigen regel.")
        return forms.CharField(label=label, initial=joined)
    return forms.CharField(label=label, initial=value, max_length=2000)


def _plain(given: Any, part: Part | None) -> Any:  # noqa: ANN401  # whatever the field holds
    if part is not None and part.kind == "words":
        return (
            [each.strip() for each in str(given or "").splitlines() if each.strip()]
            if part.name == "authors"
            else (_words(given))
        )
    if part is not None and part.kind == "day":
        return given.isoformat() if given else ""
    return given


def _words(given: Any) -> list[str]:  # noqa: ANN401  # whatever the field holds
    return [each for each in re.split(r"[\s,;]+", str(given or "")) if each]


def _blank(value: Any) -> bool:  # noqa: ANN401  # whatever the field holds
    text = value.get("text", value) if isinstance(value, dict) else value
    return not any(text.values()) if isinstance(text, dict) else not text


def _left_out(part: Part, value: Any) -> bool:  # noqa: ANN401  # whatever the field holds
    """Whether the field is not written: it may be left out and nothing, no or zero rows was said."""
    return (part.optional and value is not True and not isinstance(value, int) and _blank(value)) or (
        part.optional and value is False
    )


class BeginForm(PlainForm):
    """What a copy is called."""

    how = forms.ChoiceField(
        label="Wat maakt u ervan?",
        choices=(("own", "Een eigen module, met een eigen naam"), ("next", "De volgende versie van deze module")),
        widget=forms.RadioSelect,
        initial="own",
    )
    title = forms.CharField(label="Titel", max_length=200, required=False, help_text="Alleen bij een eigen module.")

    def __init__(self, *args: Any, may_continue: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_continue:
            del self.fields["how"]


class TextForm(PlainForm):
    """The whole draft as YAML."""

    text = LongTextField(
        label="De module als YAML", required=False, strip=False, rows=24, widget=forms.Textarea({"spellcheck": "false"})
    )


class NewPartForm(PlainForm):
    """What a new part of a list is called; a code where only some are possible."""

    name = forms.CharField(label="Hoe heet het nieuwe onderdeel?", max_length=120)

    def __init__(self, *args: Any, part: Part, taken: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        key = shape.key_of(part.record) if part.record else ""
        codes = shape.part(part.record, key).codes if part.record and key else ()
        if codes:
            free = [(code, code_word(key, code).capitalize()) for code in codes if code not in taken]
            self.fields["name"] = forms.ChoiceField(label="Welk onderdeel?", choices=free)


class PublishForm(PlainForm):
    """One line on what changed, for who reads the versions later."""

    changed = forms.CharField(
        label="Wat is er veranderd?",
        max_length=300,
        help_text="Eén regel, bijvoorbeeld: doelen helderder gezegd.",
    )


CHAPTERS = tuple(part.name for part in shape.nested_parts(CareModule))
"""The chapters of a module, each with a page of its own."""
