"""Forms on the practice, its colleagues, and getting in."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.validators import RegexValidator

from lijfspoor.practice.access.actor import Role
from lijfspoor.practice.access.details import NewPerson, PracticeDetails
from lijfspoor.practice.access.neighbours import EvaluationOffer
from lijfspoor.practice.access.practices import Rhythm
from lijfspoor.practice.access.words import CREDENTIALS, OTHER, ROLE_HELP
from lijfspoor.practice.look.forms import DayField, PlainForm

AGB = RegexValidator(r"^\d{8}$", "Een AGB-code heeft acht cijfers.")
MOST_SESSIONS = 200


class PasswordForm(PlainForm):
    """Choosing a password, typed twice."""

    name = forms.CharField(label="Uw naam", max_length=120)
    password = forms.CharField(
        label="Wachtwoord",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Ten minste 12 tekens. Een paar woorden achter elkaar is goed te onthouden.",
    )
    password_again = forms.CharField(
        label="Nog een keer het wachtwoord",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    address = ""

    def clean(self) -> dict[str, Any]:
        """Refuse two different passwords, and one that is easy to guess."""
        given = super().clean() or self.cleaned_data
        password, again = given.get("password"), given.get("password_again")
        if password and again and password != again:
            self.add_error("password_again", "De wachtwoorden zijn niet gelijk.")
        elif password:
            person = get_user_model()(email=given.get("email", self.address), name=given.get("name", ""))
            try:
                validate_password(password, person)
            except forms.ValidationError as faults:
                self.add_error("password", faults)
        return given


class FirstOwnerForm(PasswordForm):
    """The first practice and its owner."""

    secret = forms.CharField(
        label="Code uit het venster van de server",
        max_length=80,
        help_text="Deze code staat in het venster waarin Lijfspoor is gestart.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    practice = forms.CharField(label="Naam van de praktijk", max_length=120)
    email = forms.EmailField(label="Uw e-mailadres", max_length=254)
    profession = forms.CharField(
        label="Uw beroep", max_length=120, help_text="Bijvoorbeeld: psychomotorisch kindertherapeut."
    )
    field_order = ("secret", "practice", "name", "profession", "email", "password", "password_again")

    def person(self) -> NewPerson:
        """Return who gets the account."""
        given = self.cleaned_data
        return NewPerson(name=given["name"], email=given["email"].strip().lower(), password=given["password"])


class JoinForm(PasswordForm):
    """Making an account with an invitation; `address` is the one the invitation is for."""

    def __init__(self, *args: Any, address: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.address = address


class PracticeForm(PlainForm):
    """A practice's details."""

    name = forms.CharField(label="Naam van de praktijk", max_length=120)
    address = forms.CharField(label="Straat en huisnummer", max_length=200, required=False)
    postcode = forms.CharField(label="Postcode", max_length=7, required=False)
    city = forms.CharField(label="Plaats", max_length=80, required=False)
    phone = forms.CharField(label="Telefoon", max_length=30, required=False)
    email = forms.EmailField(label="E-mailadres", max_length=254, required=False)
    website = forms.CharField(label="Website", max_length=120, required=False)
    agb = forms.CharField(label="AGB-code van de praktijk", max_length=8, required=False, validators=[AGB])
    requires_second_factor = forms.BooleanField(
        label="Iedereen logt in twee stappen in",
        required=False,
        help_text="Wie dit nog niet heeft ingesteld, kan daarna eerst alleen dat doen.",
    )

    def details(self) -> PracticeDetails:
        """Return what was filled in."""
        return PracticeDetails(**self.cleaned_data)


class EvaluationsForm(PlainForm):
    """After how many held sessions each evaluation falls due, and then every how many."""

    def __init__(self, *args: Any, offers: tuple[tuple[EvaluationOffer, Rhythm], ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offers = offers
        for number, (_, (after, every)) in enumerate(offers):
            self.fields[f"after_{number}"] = _count("Na sessie", after, required=True)
            self.fields[f"every_{number}"] = _count("Daarna elke … sessies", every, required=False)

    def sections(self) -> list[tuple[EvaluationOffer, forms.BoundField, forms.BoundField]]:
        """Return each evaluation with its two fields."""
        return [(offer, self[f"after_{n}"], self[f"every_{n}"]) for n, (offer, _) in enumerate(self.offers)]

    def rhythms(self) -> dict[str, Rhythm]:
        """Return what was filled in, by evaluation."""
        given = self.cleaned_data
        return {offer.id: (given[f"after_{n}"], given[f"every_{n}"]) for n, (offer, _) in enumerate(self.offers)}


def _count(label: str, start: int | None, *, required: bool) -> forms.IntegerField:
    words = {
        "required": "Vul een heel getal in, bijvoorbeeld 8.",
        "invalid": "Vul een heel getal in, bijvoorbeeld 8.",
        "min_value": "Kies 1 of meer.",
        "max_value": f"Kies {MOST_SESSIONS} of minder.",
    }
    return forms.IntegerField(
        label=label, initial=start, min_value=1, max_value=MOST_SESSIONS, required=required, error_messages=words
    )


class RolesForm(PlainForm):
    """What a colleague is and may do."""

    profession = forms.CharField(label="Beroep", max_length=120, required=False)
    roles = forms.MultipleChoiceField(
        label="Rollen",
        choices=tuple((role.value, words) for role, words in ROLE_HELP.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies ten minste één rol."},
    )

    def held(self) -> tuple[Role, ...]:
        """Return the roles that were chosen."""
        return tuple(Role(value) for value in self.cleaned_data["roles"])


class InviteForm(RolesForm):
    """Someone to invite."""

    name = forms.CharField(label="Naam", max_length=120)
    email = forms.EmailField(label="E-mailadres", max_length=254)
    field_order = ("name", "email", "profession", "roles")


class EndForm(PlainForm):
    """When a colleague stops."""

    last_day = DayField(label="Laatste werkdag", required=False, help_text="Laat dit leeg om de toegang nu te stoppen.")


class CredentialForm(PlainForm):
    """A training, registration or membership."""

    kind = forms.ChoiceField(
        label="Wat is het?", choices=(*CREDENTIALS.items(), (OTHER, "Iets anders, namelijk hieronder"))
    )
    other = forms.CharField(label="Iets anders", max_length=60, required=False)
    number = forms.CharField(label="Nummer", max_length=60, required=False)
    holds_from = DayField(label="Geldig vanaf")
    until = DayField(
        label="Geldig tot en met",
        required=False,
        help_text="Is het verlopen of opgezegd? Vul dan de laatste geldige dag in.",
    )

    def clean(self) -> dict[str, Any]:
        """Ask for words with something else, and for a number of the right length."""
        given = super().clean() or self.cleaned_data
        if given.get("kind") == OTHER and not given.get("other"):
            self.add_error("other", "Vul in wat het is.")
        if given.get("kind") == "agb" and given.get("number"):
            try:
                AGB(given["number"])
            except forms.ValidationError as fault:
                self.add_error("number", fault)
        return given

    def kind_kept(self) -> str:
        """Return the kind as it is kept: a code, or the practice's own words."""
        kind: str = self.cleaned_data["kind"]
        return str(self.cleaned_data["other"]) if kind == OTHER else kind
