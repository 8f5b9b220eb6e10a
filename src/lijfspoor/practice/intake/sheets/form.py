"""A step of a sheet as a form to draw; what is posted is read by `sheets.values`, so drafts are never refused."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from lijfspoor.practice.intake.sheets.shape import Line
from lijfspoor.practice.look.forms import DayField, LongTextField, PlainForm


class StepForm(PlainForm):
    """The lines of one step with what they hold now."""

    def __init__(self, *args: Any, lines: Iterable[Line], values: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **kwargs)
        for line in lines:
            field = _field(line, values.get(line.name, ""))
            # Only for the words beside the label: a draft may stay empty.
            field.required = not self.is_bound and (line.needed or line.kind in ("choice", "day"))
            self.fields[line.name] = field
            if line.note:
                self.fields[line.note] = _note(line, values.get(line.note, ""))


def _field(line: Line, value: str) -> forms.Field:
    words: dict[str, Any] = {"label": line.label, "help_text": line.hint, "required": False}
    if line.kind == "tick":
        return forms.BooleanField(initial=bool(value), **words)
    if line.kind == "choice":
        choices = (("", "Niet gezegd"), *((option.id, option.label) for option in line.options))
        return forms.ChoiceField(choices=choices, initial=value, widget=forms.RadioSelect, **words)
    if line.kind == "day":
        return DayField(initial=value, **words)
    if line.kind == "line":
        return forms.CharField(initial=value, max_length=300, **words)
    return LongTextField(initial=value, max_length=8000, rows=line.rows, **words)


def _note(line: Line, value: str) -> forms.Field:
    note = forms.CharField(label=line.note_label, initial=value, max_length=300, required=False)
    # The style sheet hides an empty note until its line is ticked, which it sees by the placeholder. Without a limit of
    # the browser's own a pasted text is never cut without a word.
    note.widget.attrs |= {"placeholder": " ", "maxlength": False}
    return note
