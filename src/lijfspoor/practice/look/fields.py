"""What a form field shows: its words, its error, its hint, and the ids that tie them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString

ChoiceStyle = Literal["stack", "seg", "picks"]

SHORT_LINE_SHARE = 0.8
"""From this share of its room on, a single line shows how much is left; running text always does."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One entry of the error summary: the words and the id of the control they belong to (may be empty)."""

    words: str
    target: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldView:
    """All a template needs to draw one field; `kind` is line, text, tick, choices or group."""

    kind: str
    bound: BoundField
    id: str
    label: str
    hint: str
    errors: Sequence[str]
    optional: bool
    described_by: str
    limit: int | None
    count_always: bool
    style: ChoiceStyle
    wide: bool
    control: SafeString | None


def view(
    bound: BoundField,
    *,
    style: ChoiceStyle = "stack",
    hint: str = "",
    label: str = "",
    wide: bool = False,
    rows: int = 0,
    autofocus: bool = False,
    without_hint: bool = False,
) -> FieldView:
    """The view of one bound field; ids follow Django's own: `id_x`, `id_x_helptext`, `id_x_error`."""
    kind = _kind(bound.field.widget)
    hint = "" if without_hint else hint or str(bound.help_text)
    limit = _limit(bound)
    described_by = _described_by(bound, hint, limit)
    return FieldView(
        kind=kind,
        bound=bound,
        id=bound.id_for_label or bound.auto_id,
        label=label or str(bound.label),
        hint=hint,
        errors=[str(error) for error in bound.errors],
        optional=not bound.field.required and kind != "tick" and not _has_neutral_answer(bound),
        described_by=described_by,
        limit=limit,
        count_always=kind == "text",
        style=style,
        wide=wide or kind == "text",
        control=None if kind == "choices" else _control(bound, described_by, limit, rows, autofocus),
    )


def problems(form: forms.BaseForm) -> list[Problem]:
    """Every error of a form in the order of its fields, each pointing at the control to mend."""
    found = [Problem(words=str(error), target="") for error in form.non_field_errors()]
    for bound in form:
        target = "" if bound.is_hidden else _first_control(bound)
        found += [Problem(words=_with_label(bound, str(error)), target=target) for error in bound.errors]
    return found


def _with_label(bound: BoundField, words: str) -> str:
    label = str(bound.label)
    if not label or label[-1] in "?!.":
        return f"{label} {words}".strip()
    return f"{label}: {words[:1].lower()}{words[1:]}"


def _first_control(bound: BoundField) -> str:
    if _kind(bound.field.widget) == "choices" and len(bound.subwidgets):
        return str(bound.subwidgets[0].id_for_label or "")
    return bound.id_for_label or bound.auto_id


def _kind(widget: forms.Widget) -> str:
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "choices"
    if isinstance(widget, forms.CheckboxInput):
        return "tick"
    if isinstance(widget, forms.MultiWidget | forms.SelectDateWidget):
        return "group"
    return "text" if isinstance(widget, forms.Textarea) else "line"


def _has_neutral_answer(bound: BoundField) -> bool:
    """Whether the field starts on an answer of its own, so that leaving it is an answer too."""
    return isinstance(bound.field, forms.ChoiceField) and bool(bound.initial)


def _limit(bound: BoundField) -> int | None:
    """How many characters fit, for fields a person writes words in."""
    if isinstance(bound.field, forms.EmailField | forms.URLField) or not isinstance(bound.field, forms.CharField):
        return None
    if isinstance(bound.field.widget, forms.PasswordInput):
        return None
    return bound.field.max_length


def _described_by(bound: BoundField, hint: str, limit: int | None) -> str:
    ids = (
        f"{bound.auto_id}_error" if bound.errors else "",
        f"{bound.auto_id}_helptext" if hint else "",
        f"{bound.auto_id}_count" if limit and _kind(bound.field.widget) == "text" else "",
    )
    return " ".join(name for name in ids if name)


def _control(bound: BoundField, described_by: str, limit: int | None, rows: int, autofocus: bool) -> SafeString:
    """The control itself.

    `maxlength` is left off: a browser would cut a pasted text without a word. A placeholder is left off too:
    it looks like an answer and is gone when one begins to type.
    """
    attrs: dict[str, Any] = {"placeholder": False}
    if described_by and _kind(bound.field.widget) != "group":
        attrs["aria-describedby"] = described_by
    if limit:
        attrs["maxlength"] = False
    if rows:
        attrs["rows"] = rows
    if autofocus:
        attrs["autofocus"] = True
    return bound.as_widget(attrs=attrs)
