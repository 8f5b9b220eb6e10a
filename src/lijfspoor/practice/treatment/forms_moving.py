"""Forms on movement, on treatments beside this one, and on what the client lets know."""

from datetime import date
from typing import Any

from django import forms

from lijfspoor.domain.caremodules.movement import LINKED, RouteId, StudiedDose
from lijfspoor.domain.pathways.plans import MovementPlan
from lijfspoor.practice.look.forms import DayField, LongTextField, PlainForm, TimeField
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.treatment.flows.beside import Beside
from lijfspoor.practice.treatment.forms_course import past_day

INTENSITIES = (("light", "Licht: praten gaat makkelijk"), ("moderate", "Matig: praten gaat nog"), ("vigorous", "Zwaar"))
SETTINGS = (("individual", "Alleen"), ("group", "In een groep"))
ATTENTIONS = (
    ("free", "Vrij"),
    ("sensations", "Bij wat het lichaam voelt"),
    ("distraction", "Juist ergens anders: afleiding"),
)
EXPRESSIONS = (("not_asked", "Nee, dat vragen we niet"), ("asked", "Ja, dat vragen we"))
TIMINGS = (("before", "Vóór de traumasessie"), ("after", "Na de traumasessie"))


class BesideForm(PlainForm):
    """A treatment beside this one, here or elsewhere."""

    name = forms.CharField(label="Welke behandeling?", help_text="Bijvoorbeeld EMDR of schematherapie.", max_length=120)
    by_whom = forms.CharField(label="Bij wie?", max_length=120, required=False)
    where = forms.CharField(label="Waar?", max_length=120, required=False)
    since = DayField(label="Sinds wanneer?")
    until = DayField(label="Tot en met wanneer?", help_text="Leeg als het nog loopt.", required=False)
    trauma = forms.BooleanField(
        label="In deze behandeling wordt trauma verwerkt",
        required=False,
        help_text="Bijvoorbeeld met EMDR of exposure.",
    )

    def told(self) -> Beside:
        """Return what was filled in."""
        return Beside(**self.cleaned_data)


class TraumaSessionForm(PlainForm):
    """A day of trauma processing."""

    on = DayField(label="Op welke dag?")
    at = TimeField(label="Hoe laat?", required=False)

    def clock(self) -> str:
        """Return the time as `14:30`, empty when it is not known."""
        at = self.cleaned_data["at"]
        return at.strftime("%H:%M") if at else ""


class MovementForm(PlainForm):
    """What is agreed on movement; the fields of an enhancer only for an enhancer (S4-017)."""

    what = forms.CharField(label="Wat gaat de cliënt doen?", max_length=200)
    minutes = forms.IntegerField(label="Hoeveel minuten per keer?")
    times_per_week = forms.IntegerField(label="Hoe vaak per week?", required=False)
    weeks = forms.IntegerField(label="Hoeveel weken?", required=False)
    intensity = forms.ChoiceField(label="Hoe zwaar?", choices=INTENSITIES, widget=forms.RadioSelect)
    setting = forms.ChoiceField(label="Met wie?", choices=SETTINGS, widget=forms.RadioSelect)
    play = forms.BooleanField(label="In de vorm van spel", required=False)
    attention = forms.ChoiceField(label="Waar is de aandacht?", choices=ATTENTIONS, widget=forms.RadioSelect)
    expression = forms.ChoiceField(
        label="Vragen we om gevoelens te uiten?", choices=EXPRESSIONS, widget=forms.RadioSelect
    )
    reason = LongTextField(label="Waarom past dit nu?", max_length=1000, rows=2, required=False)

    def __init__(self, *args: Any, course: Course, route: RouteId, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.route = route
        if route == LINKED:
            linked = [each for each in course.standing.beside if each.trauma and each.runs_on(course.on_day)]
            self.fields["beside"] = forms.ChoiceField(
                label="Bij de traumasessies van welke behandeling?",
                choices=tuple((each.beside, each.name) for each in linked),
                widget=forms.RadioSelect,
            )
            self.fields["timing"] = forms.ChoiceField(
                label="Vóór of na de sessie?", choices=TIMINGS, widget=forms.RadioSelect
            )
            self.fields["offset_minutes"] = forms.IntegerField(label="Hoeveel minuten zitten ertussen?")
            self.order_fields(["what", "beside", "timing", "offset_minutes"])

    def plan(self, dose: str) -> MovementPlan:
        """Return what was filled in as a plan that began from the dose named."""
        got = {name: value for name, value in self.cleaned_data.items() if name != "reason"}
        return MovementPlan(route=self.route, dose=dose, **got)


def first_of(dose: StudiedDose) -> dict[str, Any]:
    """Return a form's first values from a studied dose; what the source leaves open stays empty."""
    given = {
        "what": dose.what.nl,
        "minutes": dose.minutes,
        "times_per_week": dose.times_per_week,
        "weeks": dose.weeks,
        "intensity": dose.intensity,
        "setting": dose.setting,
        "timing": dose.timing,
    }
    return {name: value for name, value in given.items() if value is not None}


class StopForm(PlainForm):
    """Why movement stops."""

    reason = LongTextField(label="Waarom stopt dit?", help_text="Stoppen mag altijd.", max_length=1000, rows=2)


class ClientNoteForm(PlainForm):
    """What the client let know."""

    text = LongTextField(
        label="Wat liet de cliënt weten?", help_text="In de eigen woorden van de cliënt.", max_length=4000
    )
    as_spoken = forms.ChoiceField(
        label="Hoe?",
        choices=(("written", "Opgeschreven door de cliënt"), ("spoken", "Gezegd; ik schrijf het op")),
        widget=forms.RadioSelect,
        initial="spoken",
    )

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"] = past_day("Wanneer?", day)


class ComeBackForm(PlainForm):
    """How someone came back to what the client let know."""

    words = LongTextField(label="Hoe kwam u hierop terug?", max_length=2000, rows=2)
