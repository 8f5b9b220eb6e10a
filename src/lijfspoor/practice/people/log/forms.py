"""Choosing a period of the logbook."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict

from lijfspoor.practice.look.forms import DayField, PlainForm


class PeriodForm(PlainForm):
    """From which day until which day; nothing filled in is the last days up to today."""

    since = DayField(label="Van", required=False)
    until = DayField(label="Tot en met", required=False)

    def __init__(self, data: QueryDict | None, *, today: date, days: int, **kwargs: Any) -> None:
        start = {"since": today - timedelta(days=days), "until": today}
        super().__init__(data, initial=start, **kwargs)
        self.start = start

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        given = super().clean() or self.cleaned_data
        if given.get("since") and given.get("until") and given["until"] < given["since"]:
            self.add_error("until", "Deze dag ligt voor de eerste dag.")
        return given

    def period(self) -> tuple[date, date]:
        """Return the days that were chosen, else the last days."""
        if not self.is_bound or not self.is_valid():
            return self.start["since"], self.start["until"]
        given = self.cleaned_data
        until = given["until"] or self.start["until"]
        return min(given["since"] or self.start["since"], until), until


class PracticePeriodForm(PeriodForm):
    """A period, of one colleague or of all."""

    who = forms.ChoiceField(label="Collega", required=False)

    def __init__(self, data: QueryDict | None, *, people: tuple[tuple[UUID, str], ...], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        field = self.fields["who"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  # declared above
        field.choices = [("", "iedereen"), *((str(id_), name) for id_, name in people)]

    def member(self) -> UUID | None:
        """Return the colleague who was chosen, or None for all."""
        chosen = self.cleaned_data.get("who") if self.is_bound and self.is_valid() else ""
        return UUID(chosen) if chosen else None
