"""The forms of the room: what one looks for, an exercise to write, why it is hidden, what to mind, effort."""

from collections.abc import Mapping
from typing import Any

from django import forms

from lijfspoor.catalogue.reader import shipped
from lijfspoor.domain.exercises.effort import QUESTIONS
from lijfspoor.domain.exercises.searching import Wish
from lijfspoor.domain.kernel import Answer
from lijfspoor.practice.exercises import words as told
from lijfspoor.practice.look.forms import LongTextField, PlainForm, ThreeWayField

Choices = list[tuple[str, str]]


def either(named: Mapping[str, str]) -> Choices:
    """Return choices with 'does not matter' first."""
    return [("", "maakt niet uit"), *named.items()]


def part_choices(key: str) -> Choices:
    """Return the phases or blocks of the modules that ship, as `module:part` with words."""
    found: Choices = []
    for id_ in shipped().ids():
        module = shipped().newest(id_)
        parts = module.approach.phases if key == "phases" else module.goals.blocks
        found += [(f"{id_}:{part.id}", f"{module.short_title.nl}: {part.name.nl}") for part in parts]
    return found


def _wish(label: str, named: Mapping[str, str]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=either(named))


def _tick(label: str) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False)


class ShelfForm(PlainForm):
    """What one looks for among the exercises; nothing needs to be filled in, and what is no choice asks nothing."""

    words = forms.CharField(label="Woorden", required=False, max_length=80, widget=forms.TextInput({"type": "search"}))
    kind = _wish("Soort", told.KINDS)
    age = _wish("Voor", told.AGES)
    form = _wish("Vorm", told.FORMS)
    arousal = _wish("Spanning", told.AROUSAL)
    purpose = forms.CharField(label="Woorden in het doel", required=False, max_length=80)
    material = forms.CharField(label="Materiaal", required=False, max_length=80)
    sense = _wish("Zintuig", told.SENSES)
    intensity = _wish("Inspanning", told.INTENSITY)
    stage = _wish("Soort spel", told.STAGES)
    space = _wish("Waar", told.SPACES)
    module = _wish("Module", told.MODULES)
    phase = _wish("Fase", {})
    block = _wish("Bouwsteen", {})
    aspect = _wish("Aspect", told.ASPECTS)
    area = _wish("Past bij", told.AREAS)
    besides = _wish("Kan ook bij", told.CAUTIONS)
    allergen = _wish("Zonder", told.ALLERGENS)
    without_touch = _tick("Kan zonder aanraking")
    without_effort = _tick("Zonder inspanningscheck")
    without_material = _tick("Zonder materiaal")
    with_safety = _tick("Met aanwijzingen voor veiligheid")
    at_home = _tick("Kan thuis")
    hidden = _tick("Toon wat deze praktijk verbergt")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, key in (("phase", "phases"), ("block", "blocks")):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = either(dict(part_choices(key)))

    @property
    def more(self) -> bool:
        """Whether a wish is filled in that is folded away at first."""
        first = ("words", "kind", "age", "form", "arousal")
        return any(self[name].value() for name in self.fields if name not in first)

    @property
    def ticks(self) -> list[forms.BoundField]:
        """The wishes one ticks."""
        return [self[name] for name, field in self.fields.items() if isinstance(field, forms.BooleanField)]

    @property
    def folded(self) -> list[forms.BoundField]:
        """The wishes that are folded away and not ticked."""
        first = ("words", "kind", "age", "form", "arousal")
        names = [name for name, field in self.fields.items() if not isinstance(field, forms.BooleanField)]
        return [self[name] for name in names if name not in first]

    def wish(self) -> tuple[Wish, bool]:
        """Return what is looked for, and whether among what is hidden; what cannot be read asks nothing."""
        if not self.is_bound:
            return Wish(), False
        self.full_clean()
        given = {name: value for name, value in self.cleaned_data.items() if value}
        hidden = bool(given.pop("hidden", False))
        return Wish(**given), hidden


class HideForm(PlainForm):
    """Why an exercise is hidden."""

    reason = LongTextField(label="Waarom verbergt u deze werkvorm?", max_length=300, rows=2)


class CautionForm(PlainForm):
    """Something to mind with exercises."""

    caution = forms.ChoiceField(label="Waar let u op?", choices=[("", "kies"), *told.CAUTIONS.items()])
    note = forms.CharField(label="Toelichting", required=False, max_length=300)


class EffortForm(PlainForm):
    """Our own questions before physical effort, and who of the doctors agreed when that is needed."""

    doctor = forms.CharField(
        label="Welke arts vond inspanning goed?",
        required=False,
        max_length=200,
        help_text="Alleen nodig als een antwoord ja is. Schrijf wie, en wanneer.",
    )
    note = LongTextField(label="Toelichting", required=False, max_length=500, rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = {f"q-{each.id}": ThreeWayField(label=each.text.nl) for each in QUESTIONS}
        self.fields = {**asked, **self.fields}

    def answers(self) -> dict[str, Answer]:
        """Return the answers by question."""
        return {each.id: Answer(self.cleaned_data[f"q-{each.id}"]) for each in QUESTIONS}
