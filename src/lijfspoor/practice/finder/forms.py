"""The form of the own profile."""

from typing import Any

from django import forms

from lijfspoor.catalogue.finder import finder_content
from lijfspoor.domain.finder.listing import Listing
from lijfspoor.domain.finder.register_file import MOST_WEEKS
from lijfspoor.practice.finder import words
from lijfspoor.practice.finder.details import Profile
from lijfspoor.practice.look.forms import EuroField, PlainForm

LONGEST_ANSWER = 1000


def several(named: dict[Any, str], label: str) -> forms.MultipleChoiceField:
    """Some of a list."""
    return forms.MultipleChoiceField(
        label=label, choices=tuple(named.items()), required=False, widget=forms.CheckboxSelectMultiple
    )


class ProfileForm(PlainForm):
    """What visitors read of a therapist. Name and registrations are those the practice keeps."""

    discipline = forms.ChoiceField(
        label="Soort hulp", choices=tuple(words.DISCIPLINES.items()), widget=forms.RadioSelect
    )
    practice = forms.CharField(label="Praktijk", max_length=200, required=False)
    postcode = forms.CharField(label="Postcode", max_length=8, help_text="Bezoekers zien u op het midden hiervan.")
    city = forms.CharField(label="Plaats", max_length=200, required=False)
    areas = several(words.AREAS, "Waar werkt u mee?")
    ages = several(words.AGES, "Voor wie?")
    forms_ = several(words.FORMS, "Vorm")
    settings = several(words.SETTINGS, "Waar?")
    languages = forms.CharField(
        label="Talen",
        max_length=200,
        required=False,
        help_text="Met een komma ertussen, bijvoorbeeld: Nederlands, Engels.",
    )
    waiting_weeks = forms.IntegerField(label="Wachttijd in weken", min_value=0, max_value=MOST_WEEKS, required=False)
    price = EuroField(label="Prijs van een sessie in euro")
    self_employed = forms.BooleanField(label="Ik heb een eigen praktijk", required=False)
    municipalities = forms.CharField(
        label="Contract met gemeenten", max_length=600, required=False, help_text="Met een komma ertussen."
    )
    insurers = forms.CharField(
        label="Contract met verzekeraars", max_length=600, required=False, help_text="Met een komma ertussen."
    )
    phone = forms.CharField(label="Telefoon", max_length=40, required=False)
    email = forms.EmailField(label="E-mail", max_length=200, required=False)
    website = forms.URLField(label="Website", max_length=200, required=False, assume_scheme="https")
    shown = forms.BooleanField(
        label="Bezoekers mogen mij vinden en om een eerste gesprek vragen",
        required=False,
        help_text="Zonder vinkje ziet niemand dit profiel.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        show = self.fields.pop("shown")
        for question in finder_content().questions:
            self.fields[f"answer_{question.id}"] = forms.CharField(
                label=question.text.nl,
                help_text=question.hint.nl,
                max_length=LONGEST_ANSWER,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
                error_messages={"max_length": f"Dit is te lang. Houd het bij {LONGEST_ANSWER} tekens."},
            )
        self.fields["shown"] = show

    def listing(self) -> Listing:
        """Return what was filled in. The form must be valid."""
        told = self.cleaned_data
        return Listing(
            name="",
            practice=told["practice"],
            discipline=told["discipline"],
            pc4=told["postcode"],
            city=told["city"],
            phone=told["phone"],
            email=told["email"],
            website=told["website"],
            ages=tuple(told["ages"]),
            areas=tuple(told["areas"]),
            languages=_listed(told["languages"]),
            forms=tuple(told["forms_"]),
            settings=tuple(told["settings"]),
            waiting_weeks=told["waiting_weeks"],
            municipalities=_listed(told["municipalities"]),
            insurers=_listed(told["insurers"]),
            self_employed=told["self_employed"],
            price_cents=None if told["price"] is None else told["price"].cents,
        )

    def answers(self) -> dict[str, str]:
        """Return the answers to the five questions by id."""
        return {each.id: self.cleaned_data[f"answer_{each.id}"] for each in finder_content().questions}


def initial(profile: Profile) -> dict[str, Any]:
    """Return what the form shows of a profile."""
    told = profile.listing
    shown: dict[str, Any] = {
        "discipline": told.discipline,
        "practice": told.practice,
        "postcode": told.pc4,
        "city": told.city,
        "areas": told.areas,
        "ages": told.ages,
        "forms_": told.forms,
        "settings": told.settings,
        "languages": ", ".join(told.languages),
        "waiting_weeks": told.waiting_weeks,
        "price": None if told.price_cents is None else f"{told.price_cents // 100}.{told.price_cents % 100:02d}",
        "self_employed": told.self_employed,
        "municipalities": ", ".join(told.municipalities),
        "insurers": ", ".join(told.insurers),
        "phone": told.phone,
        "email": told.email,
        "website": told.website,
        "shown": profile.shown,
    }
    return shown | {f"answer_{name}": answer for name, answer in profile.answers.items()}


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
