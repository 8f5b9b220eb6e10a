"""Forms on clients and the people around them."""

from datetime import date
from typing import Any

from django import forms

from lijfspoor.practice.look.forms import DayField, LongTextField, PlainForm
from lijfspoor.practice.people.bsn import passes_eleven_test
from lijfspoor.practice.people.details import ClientDetails, ContactDetails
from lijfspoor.practice.people.words import CONTACT_KINDS, GENDERS, RELATION_KINDS

OLDEST = date(1900, 1, 1)


class ClientForm(PlainForm):
    """A client's details."""

    given = forms.CharField(label="Voornamen", max_length=80)
    called = forms.CharField(label="Roepnaam", max_length=80, required=False)
    infix = forms.CharField(label="Tussenvoegsel", max_length=30, required=False)
    family = forms.CharField(label="Achternaam", max_length=120)
    born = DayField(label="Geboortedatum", required=False)
    gender = forms.ChoiceField(label="Geslacht", choices=tuple(GENDERS.items()), required=False)
    bsn = forms.CharField(
        label="Burgerservicenummer", max_length=9, required=False, help_text="Alleen als u dit nummer mag gebruiken."
    )
    street = forms.CharField(label="Straat en huisnummer", max_length=200, required=False)
    postcode = forms.CharField(label="Postcode", max_length=12, required=False)
    city = forms.CharField(label="Plaats", max_length=80, required=False)
    country = forms.CharField(label="Land", max_length=60, required=False)
    phone = forms.CharField(label="Telefoon", max_length=40, required=False)
    email = forms.EmailField(label="E-mailadres", required=False)
    allergies = LongTextField(
        label="Allergieën",
        max_length=1000,
        required=False,
        help_text="Ook voor eten: sommige werkvormen gaan over proeven en ruiken.",
    )
    interests = LongTextField(label="Waar de cliënt van houdt", max_length=2000, required=False)
    earlier_help = LongTextField(label="Eerdere hulp", max_length=4000, required=False)

    def clean_born(self) -> date | None:
        """Refuse a birth date that cannot be."""
        born: date | None = self.cleaned_data["born"]
        if born is not None and not OLDEST <= born <= self.today:
            raise forms.ValidationError("Deze geboortedatum kan niet kloppen.")
        return born

    def clean_bsn(self) -> str:
        """Refuse a number that fails the 11-test."""
        number: str = self.cleaned_data["bsn"].replace(" ", "").replace(".", "")
        if number and not passes_eleven_test(number):
            raise forms.ValidationError("Dit is geen geldig burgerservicenummer. Kijk de cijfers na.")
        return number

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def details(self) -> ClientDetails:
        """Return what was filled in."""
        return ClientDetails(**self.cleaned_data)


class ContactForm(PlainForm):
    """Someone around a client."""

    name = forms.CharField(label="Naam", max_length=120)
    kind = forms.ChoiceField(label="Wie is dit?", choices=tuple(CONTACT_KINDS.items()))
    relation = forms.CharField(
        label="Relatie tot de cliënt", max_length=80, required=False, help_text="Bijvoorbeeld: moeder, oma, juf."
    )
    organisation = forms.CharField(label="Organisatie of school", max_length=120, required=False)
    attachment_figure = forms.BooleanField(label="Is de hechtingsfiguur", required=False)
    joins = forms.BooleanField(label="Wil meedoen in de behandeling", required=False)
    street = forms.CharField(label="Straat en huisnummer", max_length=200, required=False)
    postcode = forms.CharField(label="Postcode", max_length=12, required=False)
    city = forms.CharField(label="Plaats", max_length=80, required=False)
    phone = forms.CharField(label="Telefoon", max_length=40, required=False)
    email = forms.EmailField(label="E-mailadres", required=False)
    note = LongTextField(label="Afspraken met deze persoon", max_length=1000, required=False)

    def details(self) -> ContactDetails:
        """Return what was filled in."""
        return ContactDetails(**{k: v for k, v in self.cleaned_data.items() if k != "authority"})


class NewContactForm(ContactForm):
    """Someone new around a client, with the authority they hold."""

    authority = forms.ChoiceField(
        label="Gezag over de cliënt",
        choices=(("", "geen gezag"), ("parent", "heeft gezag als ouder"), ("guardian", "is voogd")),
        required=False,
    )


class AuthorityForm(PlainForm):
    """From when, or until when, someone holds authority."""

    change = forms.ChoiceField(
        label="Wat is er veranderd?",
        choices=(
            ("parent", "Heeft gezag als ouder vanaf deze dag"),
            ("guardian", "Is voogd vanaf deze dag"),
            ("none", "Heeft geen gezag meer na deze dag"),
        ),
    )
    on = DayField(label="Datum")


class ConsentForm(PlainForm):
    """A consent given, refused or taken back."""

    given = forms.ChoiceField(
        label="Wat is er afgesproken?",
        choices=(("yes", "Geeft toestemming"), ("no", "Geeft geen toestemming, of trekt die in")),
    )
    holds_from = DayField(label="Vanaf")
    until = DayField(label="Tot en met", required=False)
    how = forms.CharField(
        label="Hoe is dit gezegd?",
        max_length=200,
        help_text="Bijvoorbeeld: op papier getekend, in gesprek op de praktijk.",
    )


class ColleagueForm(PlainForm):
    """A colleague who treats, stands in or leads."""

    member = forms.ChoiceField(label="Collega")
    kind = forms.ChoiceField(label="Rol bij deze cliënt", choices=tuple(RELATION_KINDS.items()))
    until = DayField(label="Tot en met", required=False)

    def __init__(self, *args: Any, members: tuple[tuple[str, str], ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["member"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  # declared above
        field.choices = members
