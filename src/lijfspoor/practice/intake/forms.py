"""Forms of referral, criteria, goals and start."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from lijfspoor.domain.caremodules.criteria import Criterion
from lijfspoor.domain.kernel import Answer
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.intake.criteria import Answered
from lijfspoor.practice.intake.details import NewReferral, Referrer, Way
from lijfspoor.practice.intake.reading import WayIn
from lijfspoor.practice.look.forms import DayField, LongTextField, PlainForm, ThreeWayField
from lijfspoor.practice.people.details import ClientDetails

OLDEST = date(1900, 1, 1)
Choices = tuple[tuple[str, str], ...]
CONSULTED = {
    "psychiatrist": "psychiater",
    "lead_clinician": "regiebehandelaar",
    "gz_psychologist": "gz-psycholoog",
}


class WhoForm(PlainForm):
    """The first step of a referral: along which way, and whether the client is known here."""

    way = forms.ChoiceField(label="Waarvoor, en hoe komt de cliënt binnen?", widget=forms.RadioSelect)
    name = forms.CharField(
        label="Is de cliënt hier al bekend?",
        max_length=80,
        required=False,
        help_text="Typ een deel van de naam om te zoeken. Laat leeg voor een nieuwe cliënt.",
    )

    def __init__(self, *args: Any, ways: Iterable[WayIn], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "way", tuple((way.key, f"{way.module}: {way.words}") for way in ways))


class NewClientForm(PlainForm):
    """A new client at the door: only what is needed to begin."""

    given = forms.CharField(label="Voornaam", max_length=80)
    infix = forms.CharField(label="Tussenvoegsel", max_length=30, required=False)
    family = forms.CharField(label="Achternaam", max_length=120)
    born = DayField(label="Geboortedatum", required=False, earliest=OLDEST)
    phone = forms.CharField(label="Telefoon", max_length=40, required=False)
    email = forms.EmailField(label="E-mailadres", required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["born"].latest = today  # type: ignore[attr-defined]  # declared above as DayField

    def details(self) -> ClientDetails:
        """Return what was filled in."""
        return ClientDetails(**self.cleaned_data)


class WayForm(PlainForm):
    """Who treats, and on the lead clinician's route who refers (S1-037)."""

    therapist = forms.ChoiceField(label="Wie behandelt?")
    lead_clinician = forms.ChoiceField(label="Welke regiebehandelaar meldt aan?")

    def __init__(
        self, *args: Any, way: WayIn, therapists: Iterable[Actor], leads: Iterable[Actor], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.way = way
        choose(self, "therapist", members(therapists))
        choose(self, "lead_clinician", members(leads))
        if not way.by_lead:
            del self.fields["lead_clinician"]

    def chosen(self) -> Way:
        """Return the way in as filled in."""
        lead = self.cleaned_data.get("lead_clinician", "")
        return Way(
            pin=self.way.pin,
            route=self.way.route,
            therapist=UUID(self.cleaned_data["therapist"]),
            lead_clinician=UUID(lead) if lead else None,
        )


class ReferralForm(WayForm):
    """The second step of a referral: who refers, why, who treats."""

    referrer_name = forms.CharField(label="Wie verwijst?", max_length=120, required=False)
    referrer_role = forms.CharField(
        label="Functie of relatie", max_length=80, required=False, help_text="Bijvoorbeeld: huisarts, jeugdarts."
    )
    referrer_organisation = forms.CharField(label="Organisatie", max_length=120, required=False)
    referrer_phone = forms.CharField(label="Telefoon van de verwijzer", max_length=40, required=False)
    referrer_email = forms.EmailField(label="E-mailadres van de verwijzer", required=False)
    reason = LongTextField(label="Reden van aanmelding", max_length=8000, required=False)
    received_on = DayField(label="Datum van aanmelding", earliest=OLDEST)

    field_order = (
        "lead_clinician",
        "referrer_name",
        "referrer_role",
        "referrer_organisation",
        "referrer_phone",
        "referrer_email",
        "reason",
        "received_on",
        "therapist",
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["received_on"].latest = today  # type: ignore[attr-defined]  # declared above as DayField
        self.fields["received_on"].initial = today
        dropped = {"lead_clinician": tuple(REFERRER), "private": ("referrer_organisation",)}
        for name in dropped.get(self.way.route, ()):
            del self.fields[name]
        if self.way.route == "private":
            self.fields["referrer_name"].label = "Wie meldt aan?"
            self.fields["referrer_role"].label = "Relatie tot de cliënt"
            self.fields["referrer_role"].help_text = "Bijvoorbeeld: moeder, voogd."
            self.fields["referrer_phone"].label = "Telefoon van wie aanmeldt"
            self.fields["referrer_email"].label = "E-mailadres van wie aanmeldt"

    def referral(self, client_id: UUID | None, client: ClientDetails | None) -> NewReferral:
        """Return what was filled in, for a known or a new client."""
        said = self.cleaned_data
        return NewReferral(
            way=self.chosen(),
            client_id=client_id,
            client=client,
            referrer=Referrer(**{column: said.get(name, "") for name, column in REFERRER.items()}),
            reason=said["reason"],
            received_on=said["received_on"],
        )


REFERRER = {
    "referrer_name": "name",
    "referrer_role": "role",
    "referrer_organisation": "organisation",
    "referrer_phone": "phone",
    "referrer_email": "email",
}


class SetAsideForm(PlainForm):
    """Why nobody takes a referral up."""

    why = forms.CharField(label="Waarom wordt deze verwijzing niet opgepakt?", max_length=300)


class CriteriaForm(PlainForm):
    """The questions of one group, each answered yes, no or not known yet."""

    def __init__(self, *args: Any, criteria: Iterable[Criterion], again: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = tuple(each for each in criteria if each.age is None)
        for each in self.criteria:
            hint = each.hint.nl if each.hint else ""
            self.fields[f"answer.{each.id}"] = ThreeWayField(label=each.text.nl, help_text=hint)
            if each.names_person is not None:
                person = forms.CharField(label=each.names_person.nl, max_length=120, required=False)
                person.widget.attrs["list"] = "people-around"
                self.fields[f"person.{each.id}"] = person
            note = forms.CharField(label="Toelichting", max_length=500, required=False)
            # The placeholder lets the style sheet hide an empty note while nothing is known yet.
            note.widget.attrs |= {"placeholder": " ", "maxlength": False}
            self.fields[f"note.{each.id}"] = note
        if again:
            self.fields["again"] = forms.BooleanField(
                label="Ik heb alles vandaag opnieuw gevraagd",
                required=False,
                help_text="Dan staat ook een antwoord dat gelijk bleef, opnieuw in het dossier.",
            )

    def answers(self) -> Mapping[str, Answered]:
        """Return the answers by criterion."""
        said = self.cleaned_data
        return {
            each.id: Answered(
                answer=Answer(said[f"answer.{each.id}"]),
                note=said[f"note.{each.id}"],
                person=said.get(f"person.{each.id}", ""),
            )
            for each in self.criteria
        }


class AgeForm(PlainForm):
    """The developmental age, in years and months."""

    years = forms.IntegerField(label="Jaren", min_value=0, max_value=120, required=False)
    months = forms.IntegerField(label="Maanden erbij", min_value=0, max_value=11, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse months without years."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("months") and said.get("years") is None and "years" not in self.errors:
            self.add_error("years", "Vul ook de jaren in, of 0.")
        return said

    @property
    def filled(self) -> bool:
        """Whether an age was filled in."""
        return self.cleaned_data.get("years") is not None

    def total(self) -> int:
        """Return the age in months."""
        return int(self.cleaned_data["years"]) * 12 + int(self.cleaned_data["months"] or 0)


class OverrideForm(PlainForm):
    """Why a contra-indication is passed, and who was consulted (S2-021)."""

    reason = LongTextField(label="Waarom kan de behandeling toch starten?", max_length=2000)
    consulted = forms.CharField(label="Wie hebt u gesproken?", max_length=120)
    consulted_role = forms.ChoiceField(label="Wat is de functie?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, roles: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "consulted_role", tuple((role, CONSULTED.get(role, role)) for role in roles))


class OwnGoalForm(PlainForm):
    """A goal in one's own words."""

    own = forms.CharField(label="Een eigen doel", max_length=300, required=False)
    tie = forms.ChoiceField(label="Hoort bij", required=False)

    def __init__(self, *args: Any, ties: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "tie", (("", "niets in het bijzonder"), *ties))


class DropGoalForm(PlainForm):
    """Why a goal is let go of."""

    reason = forms.CharField(label="Waarom vervalt dit doel?", max_length=300)


class StartForm(PlainForm):
    """The day on which treatment starts."""

    starts_on = DayField(label="Eerste dag van de behandeling", earliest=OLDEST)


def choose(form: PlainForm, name: str, choices: Choices) -> None:
    """Give a field of choices its choices."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101  # declared as such by every caller
    field.choices = choices


def members(actors: Iterable[Actor]) -> Choices:
    """Return colleagues as choices."""
    return tuple((str(each.member_id), each.name) for each in actors)
