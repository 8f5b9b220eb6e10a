"""The forms of the room."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms

from lijfspoor.practice.counsel.answering import Said, Wish
from lijfspoor.practice.counsel.asking import Written
from lijfspoor.practice.counsel.words import AREAS, KINDS
from lijfspoor.practice.library.words import AGE_GROUPS
from lijfspoor.practice.look.forms import LongTextField, PlainForm
from lijfspoor.practice.people.overview import ListedClient

NO_FILE = "none"
LATER = ("question", "module", "area", "age_group")


def _or(words: str, named: Mapping[str, str]) -> list[tuple[str, str]]:
    return [("", words), *named.items()]


class QuestionForm(PlainForm):
    """A question about a case, and whose words must not be in it."""

    client = forms.ChoiceField(
        label="Over wie gaat het?",
        help_text="Alleen om na te kijken of niets naar deze cliënt wijst. Bij de vraag wordt het niet bewaard.",
    )
    kind = forms.ChoiceField(label="Waarover is uw vraag?", choices=tuple(KINDS.items()), widget=forms.RadioSelect)
    module = forms.ChoiceField(label="Module", required=False)
    area = forms.ChoiceField(label="Gebied", choices=_or("niet van toepassing", AREAS), required=False)
    age_group = forms.ChoiceField(label="Leeftijd", choices=_or("niet van toepassing", AGE_GROUPS), required=False)
    title = forms.CharField(label="Uw vraag in één regel", max_length=160)
    question = LongTextField(
        label="De casus en uw vraag",
        help_text="Schrijf 'een jongen van 7' en 'zijn moeder'. Laat namen, datums en plaatsen weg.",
        max_length=6000,
        rows=10,
    )

    def __init__(
        self,
        *args: Any,
        clients: Iterable[ListedClient],
        modules: Mapping[str, str],
        begins: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in LATER if begins else ():
            # The text itself is written on a page that saves itself, and that needs a draft to save to.
            self.fields[name].required = False
        named = [(str(each.card.id), each.card.name) for each in clients]
        self.fields["client"].choices = [("", "Kies"), *named, (NO_FILE, "Geen dossier in deze praktijk")]  # type: ignore[attr-defined]  # a choice field
        self.fields["module"].choices = _or("niet van toepassing", modules)  # type: ignore[attr-defined]  # a choice field

    def written(self) -> Written:
        """Return what was written; the form must be valid."""
        given = dict(self.cleaned_data)
        client = given.pop("client")
        return Written(client_id=None if client == NO_FILE else UUID(client), **given)


class WishForm(PlainForm):
    """What one looks for among the questions."""

    words = forms.CharField(label="Woorden", required=False, max_length=80, widget=forms.TextInput({"type": "search"}))
    kind = forms.ChoiceField(label="Waarover", required=False, choices=_or("maakt niet uit", KINDS))
    module = forms.ChoiceField(label="Module", required=False)
    area = forms.ChoiceField(label="Gebied", required=False, choices=_or("maakt niet uit", AREAS))
    age_group = forms.ChoiceField(label="Leeftijd", required=False, choices=_or("maakt niet uit", AGE_GROUPS))
    open_only = forms.BooleanField(label="Alleen open vragen", required=False)

    def __init__(self, *args: Any, modules: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"].choices = _or("maakt niet uit", modules)  # type: ignore[attr-defined]  # a choice field

    def wish(self) -> Wish:
        """Return what is looked for; what cannot be read asks nothing."""
        if not self.is_bound:
            return Wish()
        self.full_clean()
        return Wish(**self.cleaned_data)


class AnswerForm(PlainForm):
    """An answer with its sources."""

    text = LongTextField(label="Uw antwoord", max_length=6000, rows=8)
    sources = LongTextField(
        label="Waarop berust het?",
        help_text="Elke bron op een eigen regel: een artikel, richtlijn of boek, of 'eigen ervaring'.",
        max_length=2000,
        rows=3,
        required=False,
    )

    def said(self) -> Said:
        """Return the answer; the form must be valid."""
        return Said(self.cleaned_data["text"], self.cleaned_data["sources"])


class InviteForm(PlainForm):
    """Who is invited from outside."""

    name = forms.CharField(label="Naam", max_length=120)
    field = forms.CharField(label="Vak of deskundigheid", max_length=120)


class ThanksForm(PlainForm):
    """A word of thanks when a question is closed."""

    thanks = LongTextField(label="Een woord van dank", required=False, max_length=1000, rows=3)
