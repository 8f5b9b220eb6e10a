"""Forms on sessions: the appointment, the sheet of the hour, and short forms around them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.look.forms import DayField, LongTextField, PlainForm, SheetForm, TimeField
from lijfspoor.practice.treatment.cards import Appointment
from lijfspoor.practice.treatment.paper import YES, Paper
from lijfspoor.practice.treatment.sheet import Line, Section

FORMS = {"individual": "alleen", "dyad": "samen met iemand", "group": "in een groep"}
MISSED = {
    "cancelled_by_client": "afgemeld",
    "cancelled_by_practice": "de praktijk zegde af",
    "no_show": "niet gekomen, zonder bericht",
}
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)


class AppointmentForm(PlainForm):
    """When, where and with whom a session is."""

    first = DayField(label="Dag", earliest=FIRST_DAY, latest=LAST_DAY)
    at = TimeField(label="Tijd")
    minutes = forms.IntegerField(label="Duur in minuten", min_value=5, max_value=600)
    place = forms.CharField(label="Plaats", max_length=80, required=False)
    form = forms.ChoiceField(label="Vorm", widget=forms.RadioSelect)
    joined_by = forms.MultipleChoiceField(label="Wie doet mee?", required=False, widget=forms.CheckboxSelectMultiple)
    therapist = forms.ChoiceField(label="Therapeut")

    def __init__(
        self,
        *args: Any,
        kinds: Iterable[str],
        people: Iterable[tuple[UUID, str]],
        therapists: Iterable[tuple[UUID, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        around = [(str(id_), name) for id_, name in people]
        self._choose("form", [(kind, FORMS[kind]) for kind in kinds])
        self._choose("joined_by", around)
        self._choose("therapist", [(str(id_), name) for id_, name in therapists])
        if not around:
            del self.fields["joined_by"]

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def wish(self) -> Appointment:
        """Return what was filled in."""
        given = self.cleaned_data
        return Appointment(
            first=given["first"],
            at=given["at"],
            minutes=given["minutes"],
            place=given["place"],
            form=given["form"],
            joined_by=tuple(UUID(id_) for id_ in given.get("joined_by", ())),
            therapist=UUID(given["therapist"]),
            repeat=given.get("repeat") or 1,
        )


class PlanForm(AppointmentForm):
    """A session, or a weekly series of them."""

    repeat = forms.IntegerField(
        label="Aantal weken",
        min_value=1,
        max_value=52,
        initial=1,
        help_text="Elke week op dezelfde dag, tijd en plaats. Met 1 plant u één sessie.",
    )


class MissedForm(PlainForm):
    """Why a session did not take place."""

    how = forms.ChoiceField(label="Wat gebeurde er?", choices=tuple(MISSED.items()), widget=forms.RadioSelect)
    reason = LongTextField(label="Toelichting", max_length=1000, required=False, rows=3)


class CorrectForm(PlainForm):
    """Why a record of a session was wrong."""

    reason = LongTextField(label="Wat klopte er niet?", max_length=1000, rows=3)


class AmendForm(PlainForm):
    """An addition to a signed note."""

    text = LongTextField(label="Aanvulling", max_length=20_000, rows=8)
    reason = LongTextField(label="Waarom vult u aan?", max_length=1000, rows=2)


def sheet_form(sections: Iterable[Section], paper: Paper, faults: Mapping[str, str]) -> SheetForm:
    """Return the sheet of a session as filled in so far; a paper is read apart from it."""
    lines = {line.name: field_of(line) for section in sections for line in section.lines}
    return SheetForm(paper.all, {"plan": LongTextField(label="Plan van deze sessie", rows=2)} | lines, faults)


def field_of(line: Line, *, unsaid: str = "niet genoemd") -> forms.Field:
    """Return the field of a line; a choice begins with `unsaid`, unless that is empty."""
    if line.kind == "tick":
        return forms.BooleanField(label=line.label, widget=forms.CheckboxInput(attrs={"value": YES}))
    if line.kind == "choice":
        choices = (*((("", unsaid),) if unsaid else ()), *line.choices.items())
        return forms.ChoiceField(label=line.label, choices=choices, widget=forms.RadioSelect)
    if line.kind == "line":
        return forms.CharField(label=line.label, help_text=line.hint)
    return LongTextField(label=line.label, help_text=line.hint, rows=line.rows)


def show_faults(form: PlainForm, refusal: NotUnderstood) -> None:
    """Put what a flow did not understand beside the fields it is about."""
    for name, words in refusal.fields.items():
        form.add_error(name if name in form.fields else None, words)
