"""Forms on groups: the group itself, joining and leaving, planning, and the sheet of a group session."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from lijfspoor.practice.groups.cards import GroupDetails, MeetingWish
from lijfspoor.practice.look.dutch import WEEKDAYS
from lijfspoor.practice.look.forms import DayField, LongTextField, PlainForm, SheetForm, TimeField
from lijfspoor.practice.treatment.forms_sessions import field_of
from lijfspoor.practice.treatment.sheet import Line

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
TAKES_IN = (
    ("open", "Open: er kan iemand bij komen als de groep al loopt"),
    ("closed", "Gesloten: na het begin komt er niemand meer bij"),
)


class GroupForm(PlainForm):
    """What is agreed about a group."""

    name = forms.CharField(label="Naam van de groep", max_length=80, help_text="Zonder namen van cliënten.")
    pin = forms.ChoiceField(label="Module")
    therapist = forms.ChoiceField(label="Therapeut")
    co_therapist = forms.ChoiceField(label="Tweede therapeut", required=False)
    weekday = forms.TypedChoiceField(label="Vaste dag", choices=tuple(enumerate(WEEKDAYS)), coerce=int)
    at = TimeField(label="Vaste tijd")
    minutes = forms.IntegerField(label="Duur in minuten", min_value=5, max_value=600)
    place = forms.CharField(label="Plaats", max_length=80, required=False)
    most = forms.IntegerField(
        label="Hoeveel cliënten kunnen er meedoen?",
        min_value=2,
        max_value=40,
        help_text="De bronnen noemen geen grootte. Kies wat bij uw praktijk past.",
    )
    takes_in = forms.ChoiceField(label="Open of gesloten", choices=TAKES_IN, widget=forms.RadioSelect, initial="open")
    begins_on = DayField(label="Begint op", earliest=FIRST_DAY, latest=LAST_DAY)
    ends_on = DayField(label="Eindigt op", earliest=FIRST_DAY, latest=LAST_DAY, required=False)

    def __init__(
        self,
        *args: Any,
        modules: Iterable[tuple[str, str]],
        therapists: Iterable[tuple[UUID, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        here = [(str(id_), name) for id_, name in therapists]
        for name, choices in (
            ("pin", list(modules)),
            ("therapist", here),
            ("co_therapist", [("", "niemand"), *here]),
        ):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices

    def details(self) -> GroupDetails:
        """Return what was filled in."""
        given = self.cleaned_data
        co_therapist = given["co_therapist"]
        return GroupDetails(
            name=given["name"],
            pin=given["pin"],
            therapist=UUID(given["therapist"]),
            co_therapist=UUID(co_therapist) if co_therapist else None,
            place=given["place"],
            weekday=given["weekday"],
            at=given["at"],
            minutes=given["minutes"],
            takes_in=given["takes_in"] == "open",
            most=given["most"],
            begins_on=given["begins_on"],
            ends_on=given["ends_on"],
        )


class JoinForm(PlainForm):
    """From when a client takes part, and who said yes to a group."""

    on = DayField(label="Doet mee vanaf", earliest=FIRST_DAY, latest=LAST_DAY)
    agreed = forms.MultipleChoiceField(
        label="Wie vindt het goed om in een groep te zijn?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Vraag eerst of dit goed is. Zet dan hier een vinkje."},
        help_text="Anderen in de groep zien en horen de cliënt. Vraag dat apart. Dit is een eigen afspraak.",
    )

    def __init__(self, *args: Any, deciding: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people, field = list(deciding), self.fields["agreed"]
        if isinstance(field, forms.ChoiceField):
            field.choices = people
        if not people:
            del self.fields["agreed"]


class LeaveForm(PlainForm):
    """From when a client takes part no longer, and why."""

    on = DayField(label="Doet niet meer mee vanaf", earliest=FIRST_DAY, latest=LAST_DAY)
    reason = LongTextField(label="Waarom?", max_length=300, rows=2, help_text="In een paar woorden, over deze cliënt.")


class MeetingsForm(PlainForm):
    """A session of the group, or a weekly series."""

    first = DayField(label="Eerste dag", earliest=FIRST_DAY, latest=LAST_DAY)
    at = TimeField(label="Tijd")
    minutes = forms.IntegerField(label="Duur in minuten", min_value=5, max_value=600)
    place = forms.CharField(label="Plaats", max_length=80, required=False)
    times = forms.IntegerField(
        label="Aantal weken",
        min_value=1,
        max_value=52,
        initial=1,
        help_text="Elke week op dezelfde dag, tijd en plaats. Met 1 plant u één sessie.",
    )

    def wish(self) -> MeetingWish:
        """Return what was filled in."""
        return MeetingWish(**self.cleaned_data)


def group_sheet_form(
    lines: Iterable[tuple[str, Line]], values: Mapping[str, str], faults: Mapping[str, str]
) -> SheetForm:
    """Return the sheet of a group session as filled in so far; it is read apart from this."""
    return SheetForm(dict(values), {name: field_of(line, unsaid="") for name, line in lines}, faults)
