"""Forms on talks, the reporting code, joint decisions and the end of treatment."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.look.forms import DayField, LongTextField, PlainForm
from lijfspoor.practice.people.details import Person
from lijfspoor.practice.treatment.advice_points import Point
from lijfspoor.practice.treatment.course_words import AUDIENCES, CODE_STEPS, MODES
from lijfspoor.practice.treatment.flows.closing import ClosingFile
from lijfspoor.practice.treatment.flows.talks import TalkMinutes
from lijfspoor.practice.treatment.forms_course import past_day

LATEST = date(2199, 12, 31)


class TalkForm(PlainForm):
    """A talk with one audience: who was there, what was said, advice given, tasks agreed."""

    def __init__(
        self,
        *args: Any,
        audience: str,
        people: Iterable[Person],
        points: tuple[Point, ...],
        day: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.audience, self.points = audience, {point.id: point for point in points}
        self.people = {str(person.id): person.details.name for person in people if person.ended_on is None}
        self.fields["on"] = past_day("Wanneer?", day)
        self.fields["mode"] = forms.ChoiceField(
            label="Wat voor gesprek?",
            choices=tuple((code, words) for code, words in MODES.items() if code != "joint_session" or self.at_home),
            widget=forms.RadioSelect,
            initial="talk",
        )
        self.fields["present"] = forms.MultipleChoiceField(
            label="Wie waren erbij?",
            choices=tuple(self.people.items()),
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
        self.fields["others"] = forms.CharField(label="Wie nog meer?", max_length=200, required=False)
        self.fields["summary"] = LongTextField(label="Waar ging het over?", max_length=4000)
        self.fields["points"] = forms.MultipleChoiceField(
            label="Welk advies gaf u?",
            choices=tuple((point.id, point.text) for point in points),
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
        self.fields["tasks"] = LongTextField(
            label="Wat gaan zij oefenen buiten de therapie?", max_length=2000, rows=2, required=False
        )
        self.fields["approach"] = LongTextField(
            label="Aanpak: wat helpt deze cliënt?", max_length=4000, rows=3, required=False
        )
        self.fields["manner"] = LongTextField(
            label="Bejegening: hoe gaat u met deze cliënt om?", max_length=4000, rows=3, required=False
        )

    @property
    def at_home(self) -> bool:
        """Whether this audience may join sessions."""
        return self.audience in ("caregivers", "relatives")

    def minutes(self) -> TalkMinutes:
        """Return what goes with the talk; names and advice as they stood."""
        got = self.cleaned_data
        named = [self.people[id_] for id_ in got["present"]]
        return TalkMinutes(
            present=tuple(name for name in (*named, got["others"]) if name),
            points=tuple(self.points[id_].text for id_ in got["points"]),
            tasks=got["tasks"],
            approach=got["approach"],
            manner=got["manner"],
        )


class AudienceForm(PlainForm):
    """Whom a talk is with."""

    met = forms.ChoiceField(choices=tuple(AUDIENCES.items()))


class PractisedForm(PlainForm):
    """New behaviour practised outside the room."""

    text = LongTextField(label="Wat is er geoefend?", max_length=1000, rows=2)
    where = forms.CharField(label="Waar?", help_text="Bijvoorbeeld thuis, op school, op straat.", max_length=120)

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["practised_on"] = past_day("Wanneer?", day)


class SafetyForm(PlainForm):
    """A step of the reporting code."""

    code_step = forms.ChoiceField(label="Welke stap?", choices=tuple(CODE_STEPS.items()), widget=forms.RadioSelect)
    who = forms.CharField(label="Met wie?", help_text="Schrijf uw eigen naam als u dit alleen deed.", max_length=300)
    content = LongTextField(
        label="Wat zag, hoorde of deed u?",
        help_text="Alleen feiten. Schrijf het erbij als het de woorden van een ander zijn.",
        max_length=8000,
    )
    decision = LongTextField(label="Wat besloot u, en waarom?", max_length=4000, rows=2, required=False)

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"] = past_day("Wanneer was dit?", day)


class FearForm(PlainForm):
    """What was seen or said of fear of someone."""

    words = LongTextField(
        label="Wat zag of hoorde u?",
        help_text="Alleen feiten. Schrijf het erbij als het de woorden van een ander zijn.",
        max_length=2000,
    )


class ProposalForm(PlainForm):
    """So many more sessions."""

    sessions = forms.IntegerField(label="Hoeveel sessies erbij?", min_value=1, max_value=100)


class VoiceForm(PlainForm):
    """A party's voice on the proposal of a round."""

    voice = forms.ChoiceField(
        label="Wat is de stem?",
        choices=(("yes", "Ja"), ("no", "Nee"), ("unsure", "Weet ik nog niet")),
        widget=forms.RadioSelect,
    )
    reason = LongTextField(label="Waarom?", max_length=2000, rows=2)
    round_number = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class TaperForm(PlainForm):
    """How the last sessions go."""

    spacing = LongTextField(
        label="Hoeveel tijd zit er tussen de laatste sessies?",
        help_text="Bijvoorbeeld: drie keer om de week, daarna eens per maand.",
        max_length=1000,
        rows=2,
    )
    farewell = LongTextField(label="Hoe gaat het afscheid?", max_length=2000, rows=3)

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_on"] = DayField(
            label="Wanneer is de laatste keer?", earliest=day, latest=LATEST, required=False
        )


class CloseForm(PlainForm):
    """Why the treatment ends and what comes next."""

    def __init__(self, *args: Any, file: ClosingFile, allowed: frozenset[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agreements = file.course.module.agreements
        self.fields["reason"] = forms.ChoiceField(
            label="Waarom stopt de behandeling?",
            choices=tuple((each.id, each.text.nl) for each in agreements.closing_reasons if each.id in allowed),
            widget=forms.RadioSelect,
        )
        self.fields["next_step"] = forms.ChoiceField(
            label="Wat komt er daarna?",
            help_text="Bij een afgebouwde behandeling hoort altijd een keuze.",
            choices=tuple((each.id, each.text.nl) for each in agreements.next_steps),
            widget=forms.RadioSelect,
            required=False,
        )
        self.fields["words"] = LongTextField(label="Hoe kijken u en de cliënt terug?", max_length=4000, required=False)


class TherapistForm(PlainForm):
    """Who takes over."""

    def __init__(self, *args: Any, therapists: tuple[Actor, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"] = forms.ChoiceField(
            label="Wie gaat verder met deze cliënt?",
            choices=tuple((str(each.member_id), each.name) for each in therapists),
            widget=forms.RadioSelect,
        )
        self.fields["reason"] = LongTextField(
            label="Waarom, in neutrale woorden?",
            help_text="Een wissel is niemands schuld.",
            max_length=1000,
            rows=2,
            required=False,
        )


class OutcomeForm(PlainForm):
    """The round and outcome someone read before closing it."""

    round_number = forms.IntegerField(min_value=1)
    outcome = forms.ChoiceField(choices=(("agreed", "eens"), ("divided", "niet eens")))
