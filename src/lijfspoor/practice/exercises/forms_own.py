"""The form in which a therapist writes an exercise: every field of the format, both languages side by side."""

from collections.abc import Mapping
from typing import Any

from django import forms

from lijfspoor.practice.exercises import words
from lijfspoor.practice.exercises.document import CAUTION_ROWS, LINES, document_of
from lijfspoor.practice.exercises.forms import part_choices
from lijfspoor.practice.look.forms import DayField, LongTextField, PlainForm

LINE_WORDS = {
    "steps": ("Stappen", "Eén stap op elke regel."),
    "materials": ("Materiaal", "Eén ding op elke regel. Mag leeg blijven."),
    "safety": ("Veiligheid", "Eén zin op elke regel. Mag leeg blijven."),
    "reflection": ("Vragen om bij stil te staan", "Eén vraag op elke regel. Mag leeg blijven."),
}
ENGLISH = "Engels, regel voor regel zoals hiernaast."


def _many(label: str, named: Mapping[str, str]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, required=False, choices=list(named.items()), widget=forms.CheckboxSelectMultiple
    )


def _one(label: str, named: Mapping[str, str], empty: str = "") -> forms.ChoiceField:
    choices = [*([("", empty)] if empty else []), *named.items()]
    return forms.ChoiceField(label=label, required=not empty, choices=choices)


class OwnExerciseForm(PlainForm):
    """An exercise to write. The text it makes is held against every rule, so most of it is judged there."""

    use_required_attribute = False

    title_nl = forms.CharField(label="Titel", max_length=150)
    title_en = forms.CharField(label="Titel in het Engels", max_length=150)
    purpose_nl = LongTextField(label="Waar de werkvorm voor is", rows=3)
    purpose_en = LongTextField(label="Waar de werkvorm voor is, in het Engels", rows=3)
    kinds = _many("Soort", words.KINDS)
    ages = _many("Voor", words.AGES)
    forms_ = _many("Vorm", words.FORMS)
    space = _one("Waar", words.SPACES)
    minutes_low = forms.IntegerField(label="Kortste duur in minuten", min_value=1, max_value=600)
    minutes_high = forms.IntegerField(label="Langste duur in minuten", min_value=1, max_value=600)
    arousal = _one("Spanning", words.AROUSAL)
    intensity = _one("Inspanning", words.INTENSITY)
    senses = _many("Zintuigen", words.SENSES)
    touch = _one("Aanraking", words.TOUCH)
    stage = _one("Soort spel", words.STAGES, "niet van toepassing")
    modules = _many("Module", words.MODULES)
    phases = forms.MultipleChoiceField(label="Fase", required=False, widget=forms.CheckboxSelectMultiple)
    blocks = forms.MultipleChoiceField(label="Bouwsteen", required=False, widget=forms.CheckboxSelectMultiple)
    aspects = _many("Aspect", words.ASPECTS)
    problem_areas = _many("Past bij", words.AREAS)
    allergens = _many("Er zit iets in waarvoor men allergisch kan zijn", words.ALLERGENS)
    home = forms.BooleanField(label="Kan ook thuis", required=False)
    effort_check = forms.BooleanField(label="Vraagt eerst de inspanningscheck", required=False)
    sources = forms.CharField(
        label="Bronnen",
        required=False,
        max_length=200,
        initial="own",
        help_text="Nummers zoals S2-053, of own als het uw eigen keuze is.",
    )
    id = forms.CharField(
        label="Korte naam", required=False, max_length=60, help_text="Kleine letters, cijfers en streepjes."
    )
    version = forms.CharField(label="Versie", required=False, max_length=12, initial="1.0")
    written_on = DayField(label="Geschreven op")
    review_by = DayField(label="Herzien vóór")
    derived_from = forms.CharField(label="Gemaakt uit", required=False, max_length=80, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["forms"] = self.fields.pop("forms_")
        for name in LINES:
            label, hint = LINE_WORDS[name]
            needed = name == "steps"
            self.fields[f"{name}_nl"] = LongTextField(label=label, help_text=hint, required=needed, rows=5)
            self.fields[f"{name}_en"] = LongTextField(
                label=f"{label} in het Engels", help_text=ENGLISH, required=needed, rows=5
            )
        for number in range(CAUTION_ROWS):
            self._caution(number)
        for name in ("phases", "blocks"):
            field = self.fields[name]
            if isinstance(field, forms.MultipleChoiceField):
                field.choices = part_choices(name)

    def _caution(self, number: int) -> None:
        row = f"caution_{number}"
        self.fields[f"{row}_id"] = forms.ChoiceField(
            label="Let op bij", required=False, choices=[("", "geen"), *words.CAUTIONS.items()]
        )
        kinds = [("adapt", "pas aan"), ("not", "doe dit dan niet")]
        self.fields[f"{row}_kind"] = forms.ChoiceField(label="Wat dan", required=False, choices=kinds)
        self.fields[f"{row}_nl"] = forms.CharField(label="Hoe", required=False, max_length=400)
        self.fields[f"{row}_en"] = forms.CharField(label="Hoe, in het Engels", required=False, max_length=400)

    @property
    def caution_rows(self) -> list[list[forms.BoundField]]:
        """The rows of what to mind: those filled in and one more."""
        parts = ("id", "kind", "nl", "en")
        rows = [[self[f"caution_{number}_{part}"] for part in parts] for number in range(CAUTION_ROWS)]
        used = max((number for number, row in enumerate(rows, 1) if row[0].value() or row[2].value()), default=0)
        return rows[: used + 2]

    @property
    def line_pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The texts with a line for each, Dutch and English beside each other."""
        return [(self[f"{name}_nl"], self[f"{name}_en"]) for name in LINES[1:]]

    def document(self) -> str:
        """Return the text of the exercise."""
        return document_of(self.cleaned_data)


class TextForm(PlainForm):
    """An exercise as a text (YAML)."""

    text = LongTextField(
        label="De tekst", strip=False, rows=24, max_length=60_000, widget=forms.Textarea(attrs={"spellcheck": "false"})
    )
