"""Forms of the public side: labels from the content of the page, errors in the language of the page, no script."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField

from lijfspoor.practice.look import fields
from lijfspoor.practice.look.forms import EARLIEST, LATEST, plain_errors
from lijfspoor.practice.site.languages import Language
from lijfspoor.practice.site.words import Phrases

ENGLISH: tuple[tuple[type[forms.Field], dict[str, str]], ...] = (
    (forms.DateField, {"required": "Fill in a date.", "invalid": "Fill in a date, such as 14-04-2026."}),
    (
        forms.EmailField,
        {
            "required": "Fill in an e-mail address, such as name@example.org.",
            "invalid": "This e-mail address is not right. Write it as name@example.org.",
        },
    ),
    (forms.DecimalField, {"required": "Fill in a number.", "invalid": "Fill in a number, such as 12.50."}),
    (forms.IntegerField, {"required": "Fill in a number.", "invalid": "Fill in a whole number, such as 12."}),
    (forms.ChoiceField, {"required": "Choose an answer.", "invalid_choice": "Choose an answer from the list."}),
    (forms.BooleanField, {"required": "Tick this to go on."}),
    (forms.Field, {"required": "Fill this in."}),
)
BOUNDS: dict[Language, dict[str, str]] = {
    "nl": {
        "min_value": "Vul een getal in van %(limit_value)s of meer.",
        "max_value": "Vul een getal in van %(limit_value)s of minder.",
        "max_decimal_places": "Vul een bedrag in met hoogstens twee cijfers achter de komma.",
        "max_length": "Dit is te lang. Houd het bij %(limit_value)s tekens.",
    },
    "en": {
        "min_value": "Fill in a number of %(limit_value)s or more.",
        "max_value": "Fill in a number of %(limit_value)s or less.",
        "max_decimal_places": "Fill in an amount with at most two decimals.",
        "max_length": "This is too long. Keep it to %(limit_value)s characters.",
    },
}


def errors_in(language: Language, kind: type[forms.Field]) -> dict[str, str]:
    """Return the errors of a kind of field in a language."""
    found = plain_errors(kind) if language == "nl" else next(texts for fits, texts in ENGLISH if issubclass(kind, fits))
    return {**BOUNDS[language], **found}


class PublicForm(forms.Form):
    """A form of a public page: field `price` has the label `field-price` and, when there is one, the hint `hint-price`.

    `choices` gives the choices of a field in the language of the page.
    """

    def __init__(self, *args: Any, language: Language, words: Phrases, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.lang, self.words = language, words
        for name, field in self.fields.items():
            field.label = words[f"field-{name}"]
            field.help_text = words.get(f"hint-{name}")
            for code, text in errors_in(language, type(field)).items():
                field.error_messages[code] = text
            for validator in field.validators:
                code = getattr(validator, "code", "")
                if code in BOUNDS[language]:
                    validator.message = BOUNDS[language][code]  # type: ignore[attr-defined]  # a validator with a code has one

    def choose(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        """Give a field its choices."""
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]  # the fields asked are choice fields

    def view(self, bound: BoundField) -> fields.FieldView:
        """Return what the page shows of a field."""
        return fields.view(bound)


def day_field(**more: Any) -> forms.DateField:
    """A day, as the browser asks for it or as people write it."""
    return forms.DateField(
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
        widget=forms.DateInput(
            attrs={"type": "date", "min": EARLIEST.isoformat(), "max": LATEST.isoformat()}, format="%Y-%m-%d"
        ),
        **more,
    )


def in_bounds(day: date | None) -> bool:
    """Tell whether a day is one a practice can have."""
    return day is None or EARLIEST <= day <= LATEST
