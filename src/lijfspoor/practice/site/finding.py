"""What a visitor looks for in the finder, read from the address of the page."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest

from lijfspoor.catalogue.finder import finder_content, places
from lijfspoor.domain.finder.listing import AGES, AREAS, DISCIPLINES, FORMS, SETTINGS
from lijfspoor.domain.finder.places import pc4_of
from lijfspoor.domain.finder.wish import RADII, Wish
from lijfspoor.practice.site.forms import PublicForm

WAITS = ("4", "8", "13")
"""Weeks one can choose from."""

USUAL_KM = "25"
LONGEST = 80


class FinderForm(PublicForm):
    """What must hold; nothing is needed."""

    postcode = forms.CharField(
        max_length=8, required=False, widget=forms.TextInput(attrs={"autocomplete": "postal-code"})
    )
    within = forms.ChoiceField(required=False)
    area = forms.ChoiceField(required=False)
    age = forms.ChoiceField(required=False)
    discipline = forms.ChoiceField(required=False)
    form = forms.ChoiceField(required=False)
    setting = forms.ChoiceField(required=False)
    language = forms.CharField(max_length=LONGEST, required=False)
    municipality = forms.CharField(max_length=LONGEST, required=False)
    insurer = forms.CharField(max_length=LONGEST, required=False)
    register = forms.ChoiceField(required=False)
    wait = forms.ChoiceField(required=False)
    self_employed = forms.BooleanField(required=False)
    order = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        anything = ("", self.words["anything"])
        for kind, known in (
            ("area", AREAS),
            ("age", AGES),
            ("discipline", DISCIPLINES),
            ("form", FORMS),
            ("setting", SETTINGS),
            ("wait", WAITS),
        ):
            self.choose(kind, [anything, *((each, self.words[f"{kind}-{each}"]) for each in known)])
        self.choose("within", [(str(km), f"{km} {self.words['km']}") for km in RADII])
        self.choose("order", [(each, self.words[f"order-{each}"]) for each in ("distance", "waiting")])
        registers = finder_content().registers
        self.choose("register", [anything, *((each.id, each.short.in_(self.lang)) for each in registers)])

    def clean_postcode(self) -> str:
        """Return the four digits, or nothing when it was left empty."""
        written: str = self.cleaned_data["postcode"]
        found = pc4_of(written) if written else ""
        if found is None or (found and found not in places()):
            raise forms.ValidationError(self.words["error-postcode"])
        return found

    def wish(self) -> Wish:
        """Return what was asked, as far as it could be read."""
        told = self.cleaned_data if self.is_bound and hasattr(self, "cleaned_data") else {}
        return Wish(
            pc4=told.get("postcode", ""),
            within_km=int(told.get("within") or USUAL_KM),
            area=told.get("area", ""),
            age=told.get("age", ""),
            language=told.get("language", ""),
            discipline=told.get("discipline", ""),
            form=told.get("form", ""),
            setting=told.get("setting", ""),
            municipality=told.get("municipality", ""),
            insurer=told.get("insurer", ""),
            register=told.get("register", ""),
            self_employed=bool(told.get("self_employed")),
            longest_wait=int(told["wait"]) if told.get("wait") else None,
            order="waiting" if told.get("order") == "waiting" else "distance",
        )


def page_number(request: HttpRequest) -> int:
    """Return the page that was asked, 1 for anything that is no number."""
    asked = request.GET.get("page", "1")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= 6 else 1


def other_page(request: HttpRequest, page: int) -> str:
    """Return the query of the same search on another page."""
    asked = [(name, value) for name, value in request.GET.items() if name != "page" and value]
    return f"?{urlencode([*asked, ('page', page)])}"
