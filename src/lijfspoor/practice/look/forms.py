"""Form fields that speak plain Dutch: every error says what to do, and unknown is an answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict, ErrorList

from lijfspoor.domain.kernel.money import Money

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MOST_EUROS = Decimal(1_000_000)
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)

DAY_ERROR = "Vul een datum in, bijvoorbeeld 14-04-2026."
TIME_ERROR = "Vul een tijd in, bijvoorbeeld 10.30."
MOMENT_ERROR = "Vul een datum en een tijd in, bijvoorbeeld 14-04-2026 10.30."

# What each kind of field says when it is left empty or does not understand; the first kind that fits wins.
PLAIN_ERRORS: tuple[tuple[type[forms.Field], dict[str, str]], ...] = (
    (forms.DateTimeField, {"required": MOMENT_ERROR, "invalid": MOMENT_ERROR}),
    (forms.DateField, {"required": DAY_ERROR, "invalid": DAY_ERROR}),
    (forms.TimeField, {"required": TIME_ERROR, "invalid": TIME_ERROR}),
    (
        forms.EmailField,
        {
            "required": "Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.",
            "invalid": "Dit e-mailadres klopt niet. Vul het in als naam@voorbeeld.nl.",
        },
    ),
    (forms.URLField, {"invalid": "Vul een webadres in, bijvoorbeeld https://www.voorbeeld.nl."}),
    (forms.DecimalField, {"required": "Vul een getal in.", "invalid": "Vul een getal in, bijvoorbeeld 12,5."}),
    (forms.IntegerField, {"required": "Vul een getal in.", "invalid": "Vul een heel getal in, bijvoorbeeld 12."}),
    (
        forms.MultipleChoiceField,
        {"required": "Kies ten minste één antwoord.", "invalid_choice": "Kies een antwoord uit de lijst."},
    ),
    (
        forms.ChoiceField,
        {"required": "Kies een antwoord.", "invalid_choice": "Kies een antwoord uit de lijst."},
    ),
    (forms.FileField, {"required": "Kies een bestand.", "empty": "Dit bestand is leeg. Kies een ander bestand."}),
    (forms.BooleanField, {"required": "Zet hier een vinkje om verder te gaan."}),
    (forms.Field, {"required": "Vul dit in."}),
)


def plain_errors(kind: type[forms.Field]) -> Mapping[str, str]:
    """The error texts in plain Dutch for a kind of form field."""
    return next(texts for fits, texts in PLAIN_ERRORS if issubclass(kind, fits))


class PlainWords:
    """Gives every field of the form beside it plain Dutch errors, where the field does not bring its own."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            given = _own_errors(field)
            for code, words in plain_errors(type(field)).items():
                if code not in given:
                    field.error_messages[code] = words


class PlainForm(PlainWords, forms.Form):
    """A form whose errors are plain Dutch; the base of every form on our pages."""


class SheetForm(PlainForm):
    """A sheet as filled in so far: every answer may stay open; `faults` by field are what reading it apart found."""

    use_required_attribute = False

    def __init__(self, values: Mapping[str, Any], fields: Mapping[str, forms.Field], faults: Mapping[str, str]) -> None:
        self.faults = faults
        super().__init__(data=values)
        self.fields |= fields

    def full_clean(self) -> None:
        """Take the faults that reading brought; there is nothing else to check."""
        self._errors = ErrorDict()
        self.cleaned_data: dict[str, Any] = {}
        for name, words in self.faults.items():
            self._errors[name if name in self.fields else "__all__"] = ErrorList([words])


def _own_errors(field: forms.Field) -> set[str]:
    """The error codes this field words differently from its class, so that nothing chosen is overwritten."""
    standard: dict[str, Any] = {}
    for base in reversed(type(field).__mro__):
        standard.update(getattr(base, "default_error_messages", {}))
    ours = {code for code in field.error_messages if type(field).__module__ == __name__}
    return ours | {code for code, words in field.error_messages.items() if words != standard.get(code)}


class DayInput(forms.DateInput):
    """The browser's own date field, which needs ISO dates whatever the language of the page."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day, from the browser's date field or typed as 14-04-2026 or 14 4 2026; from 1900 up to 2199 unless told."""

    widget = DayInput
    default_error_messages = {"required": DAY_ERROR, "invalid": DAY_ERROR}

    def __init__(self, *, earliest: date | None = EARLIEST, latest: date | None = LATEST, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y"])
        super().__init__(**kwargs)
        self.earliest, self.latest = earliest, latest

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Bounds for the browser's own calendar; the field checks them again itself."""
        bounds = {"min": getattr(self, "earliest", None), "max": getattr(self, "latest", None)}
        return {name: day.isoformat() for name, day in bounds.items() if day is not None}

    def clean(self, value: object) -> date | None:
        """The day, or ValidationError that names the first or last day that may be chosen."""
        day: date | None = super().clean(value)
        if day is not None and self.earliest is not None and day < self.earliest:
            raise ValidationError(f"Kies een datum op of na {self.earliest:%d-%m-%Y}.", code="too_early")
        if day is not None and self.latest is not None and day > self.latest:
            raise ValidationError(f"Kies een datum op of voor {self.latest:%d-%m-%Y}.", code="too_late")
        return day


class TimeInput(forms.TimeInput):
    """The browser's own time field, hours and minutes."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class TimeField(forms.TimeField):
    """A time of day, from the browser's time field or typed as 10.30."""

    widget = TimeInput
    default_error_messages = {"required": TIME_ERROR, "invalid": TIME_ERROR}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%H:%M", "%H.%M", "%H:%M:%S"])
        super().__init__(**kwargs)


class MomentInput(forms.DateTimeInput):
    """The browser's own field for a day with a time."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class MomentField(forms.DateTimeField):
    """A day with a time as the clock in the Netherlands shows it, from 1900 up to 2199; gives an aware datetime in UTC.

    A time that the clock skips in spring or shows twice in autumn is refused with words that say why.
    """

    widget = MomentInput
    default_error_messages = {
        "required": MOMENT_ERROR,
        "invalid": MOMENT_ERROR,
        "skipped": "Deze tijd bestaat niet: de klok gaat dan een uur vooruit. Kies een andere tijd.",
        "twice": "Deze tijd komt twee keer voor: de klok gaat dan een uur terug. Kies een andere tijd.",
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d-%m-%Y %H:%M", "%d-%m-%Y %H.%M"])
        super().__init__(**kwargs)

    def prepare_value(self, value: object) -> object:
        """What the field shows: an aware datetime as Dutch clock time."""
        if isinstance(value, datetime) and value.tzinfo is not None:
            return value.astimezone(AMSTERDAM).replace(tzinfo=None)
        return value

    def to_python(self, value: object) -> datetime | None:
        """The moment in UTC, or None when empty; ValidationError for what is not a moment."""
        if value in self.empty_values:
            return None
        if isinstance(value, datetime) and value.tzinfo is not None:
            return value.astimezone(UTC)
        moment = self._read(str(value))
        if fault := _clock_fault(moment):
            raise ValidationError(self.error_messages[fault], code=fault)
        return moment.astimezone(UTC)

    def _read(self, words: str) -> datetime:
        for form in self.input_formats or ():
            try:
                moment = datetime.strptime(words.strip(), str(form)).replace(tzinfo=AMSTERDAM)
            except ValueError:
                continue
            if EARLIEST <= moment.date() <= LATEST:
                return moment
        raise ValidationError(self.error_messages["invalid"], code="invalid")


def _clock_fault(moment: datetime) -> str | None:
    """'skipped' or 'twice' when the Dutch clock does not show this time exactly once, else None."""
    if moment.utcoffset() == moment.replace(fold=1).utcoffset():
        return None
    returned = moment.astimezone(UTC).astimezone(AMSTERDAM).replace(tzinfo=None)
    return "twice" if returned == moment.replace(tzinfo=None) else "skipped"


class LongTextField(forms.CharField):
    """Running text in a box that grows with it."""

    widget = forms.Textarea

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("rows", rows)


class ThreeWayField(forms.ChoiceField):
    """Yes, no or not yet known, where unknown is the neutral start and never counts as no."""

    widget = forms.RadioSelect

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("initial", "unknown")
        kwargs.setdefault("choices", (("yes", "Ja"), ("no", "Nee"), ("unknown", "Nog niet bekend")))
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)

    def clean(self, value: object) -> str:
        """'yes', 'no' or 'unknown'; nothing chosen is 'unknown'."""
        return super().clean(value) or "unknown"


class EuroField(forms.DecimalField):
    """An amount in euros, with a comma or a point before the cents; `Money`, or None when empty."""

    def __init__(self, **more: Any) -> None:
        super().__init__(
            min_value=Decimal(0), max_value=MOST_EUROS, decimal_places=2, required=False, localize=False, **more
        )
        self.widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:  # noqa: ANN401  # whatever a form sends
        """Read an amount as people write it."""
        return super().to_python(str(value).strip().lstrip("€").strip().replace(",", ".") if value else value)

    def clean(self, value: Any) -> Any:  # noqa: ANN401  # Django's own types
        """Return Money."""
        euros = super().clean(value)
        return None if euros is None else Money(int(euros * 100))
