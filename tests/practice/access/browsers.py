"""Browsers in which someone of the cast has signed in at the door, as people do."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from lijfspoor.practice.access.models import User
from tests import cast

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse

    Answer = _MonkeyPatchedWSGIResponse
else:
    Answer = HttpResponse

LOGIN = "/account/login/"


def signed_in(user: User, password: str = cast.PASSWORD) -> Client:
    """A browser in which this person signed in with their password."""
    browser = Client(headers={"accept-language": "nl"})
    browser.post(LOGIN, {"login": user.email, "password": password})
    assert browser.session.get("_auth_user_id") == str(user.pk)
    return browser


def confirmed(user: User, password: str = cast.PASSWORD) -> Client:
    """A browser in which this person just proved once more who they are."""
    browser = signed_in(user, password)
    browser.post("/account/reauthenticate/", {"password": password})
    return browser


def key() -> str:
    """The key of one form."""
    return str(uuid4())
