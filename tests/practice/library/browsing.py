"""Looking at pages of the library as a colleague does."""

import html
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.test import Client as Browser

from tests.cast import House

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse

    Answer = _MonkeyPatchedWSGIResponse
else:
    Answer = HttpResponse

OWN_PAGE = "/bibliotheek/eigen/nieuw/"


def browser(house: House, who: str = "tess") -> Browser:
    """A browser in which this colleague is signed in."""
    made = Browser()
    made.force_login(house.user(who), backend="lijfspoor.practice.access.seated.SeatedBackend")
    return made


def words_of(answer: Answer) -> str:
    """What a page says, with its marks written out."""
    return html.unescape(answer.content.decode())


def page(house: House, address: str, who: str = "tess") -> str:
    """What a page that must be there says."""
    answer = browser(house, who).get(address)
    assert answer.status_code == 200, address
    return words_of(answer)
