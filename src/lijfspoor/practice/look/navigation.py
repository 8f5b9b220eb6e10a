"""What the frame of every page needs to know: where one can go, who is signed in, and for which practice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Place:
    """One main place: its key, words and icon, its URL names (the first that is there), and its rooms."""

    key: str
    words: str | Promise
    icon: str
    routes: tuple[str, ...]
    rooms: tuple[str, ...] = ()
    owners_only: bool = False
    therapists_only: bool = False


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the menu as the page draws it."""

    key: str
    words: str | Promise
    icon: str
    url: str
    current: bool = False


PLACES = (
    Place("vandaag", _("Vandaag"), "dag", ("desk:today",), ("desk",)),
    Place(
        "clienten",
        _("Cliënten"),
        "clienten",
        ("desk:clients", "people:clients"),
        ("people", "intake", "treatment", "groups", "pathway", "letters", "education"),
    ),
    Place("agenda", _("Agenda"), "agenda", ("desk:agenda",)),
    Place("bibliotheek", _("Bibliotheek"), "bieb", ("library:home", "library:index"), ("library", "exercises")),
    Place(
        "praktijk",
        _("Praktijk"),
        "praktijk",
        ("access:practice", "tenancy:practice"),
        ("tenancy", "access", "logbook"),
        owners_only=True,
    ),
)

ACCOUNT = (
    Place("profiel", _("Mijn profiel voor bezoekers"), "oog", ("finder:profile",), therapists_only=True),
    Place("account", _("Mijn account"), "mens", ("access:account",)),
    Place("wachtwoord", _("Wachtwoord wijzigen"), "slot", ("account_change_password",)),
    Place("aanmelden", _("Inloggen in twee stappen"), "sleutel", ("mfa_index",)),
)


def navigation(request: HttpRequest) -> Mapping[str, Any]:
    """Context processor: menu, names for the account menu, and whether this is the practice of the demo.

    Works before anyone signed in and on pages without a membership: then the menu is empty.
    """
    name = _person(request)
    return {
        "nav_items": _items(PLACES, request) if name else (),
        "account_items": _items(ACCOUNT, request) if name else (),
        "person_name": name,
        "person_initials": initials(name),
        "practice_name": _text(_reach(request, "membership", "practice", "name")),
        "demo": bool(getattr(settings, "DEMO", False)),
        "signed_in": bool(name),
        "signout_url": _address("account_logout"),
    }


def initials(name: str) -> str:
    """At most two letters for the badge: of the first and the last word that starts with a capital."""
    capitals = [word[0] for word in name.replace("-", " ").split() if word[0].isupper()]
    if not capitals:
        return name[:1].upper()
    return capitals[0] if len(capitals) == 1 else capitals[0] + capitals[-1]


def _items(places: tuple[Place, ...], request: HttpRequest) -> tuple[NavItem, ...]:
    room = _text(_reach(request, "resolver_match", "app_name"))
    route = _text(_reach(request, "resolver_match", "view_name"))
    exact = any(route in place.routes for place in places)
    found: list[NavItem] = []
    for place in places:
        url = next(filter(None, map(_address, place.routes)), "")
        if url and _is_for(place, request):
            here = route in place.routes if exact else bool(room) and room in place.rooms
            found.append(NavItem(place.key, place.words, place.icon, url, here))
    return tuple(found)


def _is_for(place: Place, request: HttpRequest) -> bool:
    if place.therapists_only and not _reach(request, "membership", "is_therapist"):
        return False
    return not place.owners_only or _owns(request)


def _owns(request: HttpRequest) -> bool:
    role = _reach(request, "membership", "role")
    return _text(_reach(role, "value") or role) == "owner"


def _person(request: HttpRequest) -> str:
    if not _reach(request, "user", "is_authenticated"):
        return ""
    given = _reach(request, "membership", "display_name") or _reach(request, "user", "display_name")
    return _text(given) or str(request.user)


def _reach(thing: object, *names: str) -> object:
    for name in names:
        thing = getattr(thing, name, None)
        if thing is None:
            return None
    return thing() if callable(thing) else thing


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _address(route: str) -> str:
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""
