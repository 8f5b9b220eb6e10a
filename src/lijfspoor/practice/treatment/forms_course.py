"""Forms on phases, subgoals, evaluations and successes."""

from datetime import date
from typing import Any, cast

from django import forms

from lijfspoor.domain.caremodules.agreements import Evaluation
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import StepKind
from lijfspoor.practice.look.dutch import day as dutch_day
from lijfspoor.practice.look.forms import DayField, LongTextField, PlainForm
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.treatment.course_words import BONDS, FITS
from lijfspoor.practice.treatment.flows.course import GivenRating
from lijfspoor.practice.treatment.flows.evaluations import (
    Bond,
    EvaluationMinutes,
    Fits,
    GivenAnswer,
    Topic,
)
from lijfspoor.practice.treatment.told import asked_again, held_sessions

Choices = tuple[tuple[str, str], ...]
EARLIEST = date(1900, 1, 1)


def session_choices(course: Course) -> Choices:
    """Return the held sessions to choose from, the latest first."""
    return tuple((held.id, f"Sessie {held.number}, {dutch_day(held.on)}") for held in reversed(held_sessions(course)))


def past_day(label: str, day: date) -> DayField:
    """Return a field for a day that has been; it starts on today."""
    return DayField(label=label, initial=day, earliest=EARLIEST, latest=day)


class MoveForm(PlainForm):
    """A step to another phase."""

    def __init__(self, *args: Any, course: Course, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        phases = course.module.approach.phases
        allowed = {
            step.target for step, each in course.steps.items() if step.kind is StepKind.MOVE_PHASE and each.allowed
        }
        here = next((phase for phase in phases if phase.id == course.standing.phase), None)
        self.goes_somewhere = bool(allowed)
        self.fields["to_phase"] = forms.ChoiceField(
            label="Naar welke fase?",
            choices=tuple((p.id, f"Fase {p.number}, {p.name.nl}") for p in phases if p.id in allowed),
            widget=forms.RadioSelect,
            error_messages={"invalid_choice": "Deze stap kan nu niet. Kies een fase uit de lijst."},
        )
        self.fields["signs"] = forms.MultipleChoiceField(
            label="Welke tekens ziet u?",
            help_text="U weegt zelf. De tekens zijn een hulp, geen slot.",
            choices=tuple((sign.id, sign.text.nl) for sign in (here.exit_signs if here else ())),
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
        self.fields["reason"] = LongTextField(
            label="Waarom deze stap?",
            help_text="Een stap terug is net zo gewoon als een stap vooruit.",
            max_length=2000,
        )


class RatingsForm(PlainForm):
    """A word for any number of subgoals at once; what is left empty stays as it was."""

    def __init__(self, *args: Any, course: Course, session: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scale = course.module.goals.rating
        words = sorted(scale.words, key=lambda word: word.order) if scale else []
        sessions = session_choices(course)
        start = session if session in dict(sessions) else sessions[0][0] if sessions else ""
        self.subgoals = tuple(subgoal.id for _, subgoal in course.module.subgoals())
        for id_ in self.subgoals:
            self.fields[f"rating-{id_}"] = forms.ChoiceField(
                label="Wat ziet u nu?",
                choices=tuple((word.id, word.word.nl) for word in words),
                widget=forms.RadioSelect,
                required=False,
            )
            self.fields[f"session-{id_}"] = forms.ChoiceField(
                label="Welke sessie laat dit zien?", choices=sessions, initial=start, required=False
            )
            self.fields[f"seen-{id_}"] = forms.CharField(label="Wat was er te zien?", max_length=500, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse words about what was seen without a rating, so that they are not lost."""
        given = super().clean() or self.cleaned_data
        for id_ in self.subgoals:
            if given.get(f"seen-{id_}") and not given.get(f"rating-{id_}"):
                self.add_error(f"rating-{id_}", "Kies ook een woord. Dan blijft bewaard wat u schreef.")
        return given

    def given(self) -> tuple[GivenRating, ...]:
        """Return the ratings that were given."""
        got = self.cleaned_data
        return tuple(
            GivenRating(
                subgoal=id_, rating=got[f"rating-{id_}"], session=got[f"session-{id_}"], seen=got[f"seen-{id_}"]
            )
            for id_ in self.subgoals
            if got[f"rating-{id_}"]
        )


class OwnGoalForm(PlainForm):
    """A goal of one's own with a building block."""

    block = forms.CharField(widget=forms.HiddenInput)
    text = forms.CharField(label="Eigen doel", max_length=300)


class ReasonForm(PlainForm):
    """Why something is dropped or taken back."""

    reason = LongTextField(label="Waarom?", max_length=1000)


class SuccessForm(PlainForm):
    """Something that worked, in words for the client."""

    text = LongTextField(
        label="Wat lukte er?", help_text="Schrijf het zoals u het tegen de cliënt zegt.", max_length=500, rows=2
    )

    def __init__(self, *args: Any, course: Course, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["session"] = forms.ChoiceField(
            label="In welke sessie?", choices=(("", "Niet in een sessie"), *session_choices(course)), required=False
        )


def topics_of(course: Course, evaluation: Evaluation) -> tuple[str, ...]:
    """Return what an evaluation goes through: its topics and every aspect of the module (S1-018)."""
    aspects = (aspect.name.nl for aspect in course.module.goals.aspects)
    return tuple(dict.fromkeys((*(topic.nl for topic in evaluation.topics), *aspects)))


class EvaluationForm(PlainForm):
    """An evaluation: topics in two voices, conditions asked again, does it still fit, the bond, a summary."""

    def __init__(self, *args: Any, course: Course, evaluation: Evaluation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.topics = topics_of(course, evaluation)
        self.criteria = tuple(one for _, one in asked_again(course)) if evaluation.asks_preconditions else ()
        self.fields["on"] = past_day("Wanneer was deze evaluatie?", course.on_day)
        for number in range(len(self.topics)):
            self.fields[f"client-{number}"] = LongTextField(
                label="In woorden van de cliënt", max_length=1500, rows=2, required=False
            )
            self.fields[f"therapist-{number}"] = LongTextField(
                label="Wat u ziet", max_length=1500, rows=2, required=False
            )
        self._add_conditions(course)
        self._add_fit()

    def _add_conditions(self, course: Course) -> None:
        for criterion in self.criteria:
            self.fields[f"answer-{criterion.id}"] = forms.ChoiceField(
                label=criterion.text.nl,
                choices=(("yes", "Ja"), ("no", "Nee"), ("unknown", "Nog niet bekend")),
                widget=forms.RadioSelect,
                error_messages={"required": "Geef een antwoord. Nog niet bekend mag ook."},
            )
            if criterion.names_person:
                self.fields[f"person-{criterion.id}"] = forms.CharField(
                    label=criterion.names_person.nl,
                    max_length=200,
                    required=False,
                    initial=course.standing.criterion(criterion.id).person,
                )
            self.fields[f"note-{criterion.id}"] = forms.CharField(label="Toelichting", max_length=1000, required=False)

    def _add_fit(self) -> None:
        self.fields["fits"] = forms.ChoiceField(
            label="Past deze behandeling nog?", choices=tuple(FITS.items()), widget=forms.RadioSelect
        )
        self.fields["fits_words"] = LongTextField(label="Wat past, en wat niet?", max_length=2000, required=False)
        self.fields["bond"] = forms.ChoiceField(
            label="Hoe is het contact tussen cliënt en therapeut?",
            help_text="De klik doet ertoe. Past een ander beter, dan is dat niemands schuld.",
            choices=tuple(BONDS.items()),
            widget=forms.RadioSelect,
        )
        self.fields["bond_words"] = LongTextField(label="Wat zei de cliënt daarover?", max_length=2000, required=False)
        self.fields["summary"] = LongTextField(label="Samenvatting", max_length=4000)

    def minutes(self) -> EvaluationMinutes:
        """Return what goes with the evaluation."""
        got = self.cleaned_data
        return EvaluationMinutes(
            topics=tuple(
                Topic(topic=topic, client=got[f"client-{number}"], therapist=got[f"therapist-{number}"])
                for number, topic in enumerate(self.topics)
            ),
            fits=cast(Fits, got["fits"]),
            fits_words=got["fits_words"],
            bond=cast(Bond, got["bond"]),
            bond_words=got["bond_words"],
        )

    def answers(self) -> dict[str, GivenAnswer]:
        """Return the conditions asked again."""
        got = self.cleaned_data
        return {
            one.id: GivenAnswer(
                answer=Answer(got[f"answer-{one.id}"]),
                note=got[f"note-{one.id}"],
                person=got.get(f"person-{one.id}", ""),
            )
            for one in self.criteria
        }


class AsOfForm(PlainForm):
    """A day to read the file on, and maybe a day of what was known."""

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"] = DayField(label="Zoals het was op", earliest=EARLIEST, latest=day, initial=day)
        self.fields["bekend"] = DayField(
            label="Zoals bekend op",
            help_text="Laat leeg om ook mee te nemen wat later is vastgelegd over die dag.",
            earliest=EARLIEST,
            latest=day,
            required=False,
        )
