"""The form on the bond: two questions, a wish, a few words."""

from typing import Any, cast

from django import forms

from lijfspoor.domain.pathways.facts import Degree
from lijfspoor.practice.look.forms import LongTextField, PlainForm
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.treatment.course_words import DEGREES, WISHES
from lijfspoor.practice.treatment.flows.bond import BondAnswer, Wish
from lijfspoor.practice.treatment.forms_course import past_day


class BondForm(PlainForm):
    """What the client says about the bond."""

    def __init__(self, *args: Any, course: Course, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        check = course.module.agreements.bond
        for name, label in (("at_ease", check.at_ease.nl), ("understood", check.understood.nl)) if check else ():
            self.fields[name] = forms.ChoiceField(
                label=label, choices=tuple(DEGREES.items()), initial="not_said", widget=forms.RadioSelect
            )
        self.fields["wish"] = forms.ChoiceField(
            label="Wat wil de cliënt?", choices=tuple(WISHES.items()), initial="not_said", widget=forms.RadioSelect
        )
        self.fields["words"] = LongTextField(
            label="In woorden van de cliënt", help_text="Mag leeg blijven.", max_length=1000, rows=2, required=False
        )
        self.fields["on"] = past_day("Wanneer is dit gevraagd?", course.on_day)

    def said(self) -> BondAnswer:
        """Return what was said."""
        got = self.cleaned_data
        return BondAnswer(
            at_ease=cast(Degree, got["at_ease"]),
            understood=cast(Degree, got["understood"]),
            wish=cast(Wish, got["wish"]),
            words=got["words"],
        )
