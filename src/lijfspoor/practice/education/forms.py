"""The forms of the room."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from lijfspoor.practice.education import words
from lijfspoor.practice.education.details import Recipient
from lijfspoor.practice.look.forms import DayField, LongTextField, PlainForm


class AudienceForm(PlainForm):
    """Whom the explanation is for."""

    voor = forms.ChoiceField(label="Voor wie is de uitleg?", choices=tuple(words.AUDIENCES.items()), required=False)


class ShareForm(PlainForm):
    """To whom a card goes, in which language, how and when."""

    def __init__(
        self, *args: Any, recipients: Iterable[Recipient], day: date, may_note_talk: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        free = tuple((each.key, each.words) for each in recipients if not each.hindrances)
        self.fields["recipient"] = forms.ChoiceField(
            label="Aan wie?", choices=free, widget=forms.RadioSelect, initial=free[0][0] if len(free) == 1 else None
        )
        self.fields["language"] = forms.ChoiceField(
            label="In welke taal?", choices=tuple(words.LANGUAGES.items()), widget=forms.RadioSelect, initial="nl"
        )
        self.fields["how"] = forms.ChoiceField(
            label="Hoe geeft u de kaart?", choices=tuple(words.HOW.items()), widget=forms.RadioSelect, initial="handed"
        )
        self.fields["on"] = DayField(label="Wanneer?", initial=day, latest=day)
        self.fields["session"] = forms.UUIDField(required=False, widget=forms.HiddenInput)
        if may_note_talk:
            self.fields["as_talk"] = forms.BooleanField(
                label="Zet het ook bij de gesprekken, als uitleg aan ouders", required=False
            )

    def given(self) -> dict[str, Any]:
        """Return what goes to the flow."""
        got = self.cleaned_data
        session: UUID | None = got["session"]
        named = {name: got[name] for name in ("recipient", "language", "how", "on")}
        return {**named, "session": session, "as_talk": got.get("as_talk", False)}


class ReasonForm(PlainForm):
    """Why a card was not given after all."""

    reason = LongTextField(label="Wat klopte er niet?", max_length=400, rows=2)
