"""Forms on letters: choosing one, writing it, sending it."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

from lijfspoor.practice.letters.compose.body import Edit, LetterBody
from lijfspoor.practice.letters.details import HANDED_OVER, Choice
from lijfspoor.practice.look.forms import LongTextField, PlainForm

LONGEST = 20_000
# A validator and no max_length: a count of what is left under every text would only distract.
NOT_TOO_LONG = MaxLengthValidator(LONGEST, "Deze tekst is te lang voor een brief. Maak hem korter.")


class ChoiceForm(PlainForm):
    """Which letter to write, and to whom."""

    letter = forms.ChoiceField(label="Welke brief, en aan wie?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, choices: tuple[Choice, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["letter"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  # declared above
        field.choices = [(each.value, f"{each.kind.title} aan {each.addressee.words}") for each in choices]


class LetterForm(PlainForm):
    """The texts of a letter: one box for each section, and a tick for the facts that go along."""

    concerning = forms.CharField(label="Onderwerp", max_length=200)
    salutation = forms.CharField(label="Aanhef", max_length=200)
    closing = forms.CharField(label="Groet", max_length=200)

    def __init__(self, *args: Any, body: LetterBody, **kwargs: Any) -> None:
        super().__init__(*args, initial=initial(body), **kwargs)
        self.body = body
        for section in body.sections:
            label = section.heading or "Tekst zonder kopje"
            self.fields[f"text_{section.id}"] = LongTextField(
                label=label, required=False, strip=False, rows=_rows(section.text), validators=[NOT_TOO_LONG]
            )
            if section.derived and not section.must:
                self.fields[f"keep_{section.id}"] = forms.BooleanField(
                    label="Neem deze gegevens op in de brief", required=False
                )

    def edit(self) -> Edit:
        """Return what was written."""
        said = self.cleaned_data
        return Edit(
            concerning=said["concerning"],
            salutation=said["salutation"],
            closing=said["closing"],
            texts={section.id: said[f"text_{section.id}"] for section in self.body.sections},
            kept=frozenset(section.id for section in self.body.sections if said.get(f"keep_{section.id}", True)),
        )


def initial(body: LetterBody) -> dict[str, Any]:
    """Return the values the form starts with."""
    values: dict[str, Any] = {
        "concerning": body.concerning,
        "salutation": body.salutation,
        "closing": body.closing,
    }
    for section in body.sections:
        values[f"text_{section.id}"] = section.text
        values[f"keep_{section.id}"] = section.kept
    return values


def _rows(text: str) -> int:
    return min(14, max(2, text.count("\n") + len(text) // 80 + 1))


class SendForm(PlainForm):
    """How a letter is handed over, and, where asked, that it is released on purpose."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    how = forms.ChoiceField(label="Hoe geeft u de brief?", choices=tuple(HANDED_OVER.items()), widget=forms.RadioSelect)
    released = forms.BooleanField(
        label="Ik geef deze hoofdlijnen met opzet vrij. Ik heb gekeken of dit goed is voor het kind.", required=False
    )

    def __init__(self, *args: Any, release: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not release:
            del self.fields["released"]
