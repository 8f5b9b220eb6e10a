"""The two languages of the public side: their addresses, and days as people write them."""

from collections.abc import Callable
from datetime import date
from typing import Literal

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse

from lijfspoor.practice.look import dutch

Language = Literal["nl", "en"]
View = Callable[..., HttpResponseBase]

LANGUAGES: tuple[Language, ...] = ("nl", "en")
OTHER: dict[Language, Language] = {"nl": "en", "en": "nl"}
NAMES: dict[Language, str] = {"nl": "Nederlands", "en": "English"}
BEGIN: dict[Language, str] = {"nl": "hulp/", "en": "en/help/"}
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)  # fmt: skip


def in_both(nl: str, en: str, view: View, name: str) -> list[URLPattern]:
    """Return the Dutch and the English address of one page; the view gets `language`."""
    return [
        path(f"{BEGIN['nl']}{nl}", view, {"language": "nl"}, name=name),
        path(f"{BEGIN['en']}{en}", view, {"language": "en"}, name=name),
    ]


def address(name: str, language: Language, **named: object) -> str:
    """Return the address of a public page in a language. Raises NoReverseMatch for an unknown one."""
    return reverse(f"site:{name}", kwargs={**named, "language": language})


def here_in(request: HttpRequest, language: Language) -> str:
    """Return the address of the page that was asked for, in a language."""
    match = request.resolver_match
    if match is None:
        return address("home", language)
    return reverse(match.view_name, kwargs={**match.kwargs, "language": language})


def day_in(day: date, language: Language) -> str:
    """Return a day such as '14 april 2026' or '14 April 2026'."""
    return dutch.day(day) if language == "nl" else f"{day.day} {MONTHS[day.month - 1]} {day.year}"
