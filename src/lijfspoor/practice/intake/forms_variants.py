"""Forms on variants, problem areas and the diagnostic phase."""

from typing import Any

from django import forms

from lijfspoor.domain.caremodules.approach import Dose
from lijfspoor.practice.intake.forms import AgeForm
from lijfspoor.practice.intake.variants import Wish, needs_reason
from lijfspoor.practice.look.forms import LongTextField, PlainForm
from lijfspoor.practice.pathway.course import Course

WAY = "way-"


class VariantsForm(AgeForm):
    """What it is about, one variant of each variation, the reason of a change, the developmental age where asked."""

    def __init__(self, *args: Any, course: Course, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order = [*self._areas(course), *self._ways(course)]
        if any(needs_reason(course, each) for each in course.standing.variants):
            self.fields["reason"] = LongTextField(
                label="Waarom verandert de vorm?",
                help_text="Alleen nodig als u een andere vorm kiest. De vorige keuze blijft te lezen.",
                max_length=1000,
                rows=2,
                required=False,
            )
            self.order.append("reason")
        if any(variant.asks_developmental_age for variant in course.variants):
            self._age(course)
        else:
            del self.fields["years"], self.fields["months"]
        self.order_fields(self.order)

    def _areas(self, course: Course) -> list[str]:
        areas = tuple((area.id, area.name.nl) for area in course.module.problem_areas)
        if not areas:
            return []
        self.fields["areas"] = forms.MultipleChoiceField(
            label="Waar gaat het om?",
            help_text="Meer dan één mag. De doelen die erbij horen, staan dan vooraan.",
            choices=areas,
            initial=course.standing.areas,
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
        return ["areas"]

    def _ways(self, course: Course) -> list[str]:
        for variation, now in zip(course.module.variations, course.standing.variants, strict=True):
            choices = tuple((each.id, _words(each.name.nl, each.dose)) for each in variation.variants)
            self.fields[f"{WAY}{variation.id}"] = forms.ChoiceField(
                label=variation.question.nl, choices=choices, initial=now.variant, widget=forms.RadioSelect
            )
        return [f"{WAY}{variation.id}" for variation in course.module.variations]

    def _age(self, course: Course) -> None:
        months = course.standing.developmental_age
        self.fields["years"].label = "Ontwikkelingsleeftijd, jaren"
        self.fields["years"].help_text = "Mag leeg blijven. De behandeling sluit hierbij aan."
        if months is not None:
            self.fields["years"].initial, self.fields["months"].initial = divmod(months, 12)
        self.order += ["years", "months"]

    def wish(self) -> Wish:
        """Return what was chosen."""
        said = self.cleaned_data
        return Wish(
            areas=tuple(said.get("areas", ())),
            variants=tuple(value for name, value in said.items() if name.startswith(WAY)),
            reason=said.get("reason", ""),
            developmental_months=self.total() if "years" in self.fields and self.filled else None,
        )


def _words(name: str, dose: Dose | None) -> str:
    return f"{name}: {dose.words.nl}" if dose is not None else name


class PhaseForm(PlainForm):
    """Why a diagnostic phase is opened."""

    reason = LongTextField(label="Wat is nog niet duidelijk?", max_length=1000, rows=3)
