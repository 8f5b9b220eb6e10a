"""Signing someone in who has just proved who they are, and asking once more who it is."""

from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib.auth import login
from django.http import HttpRequest

from lijfspoor.practice.access import store_team

BACKEND = "lijfspoor.practice.access.seated.SeatedBackend"


def sign_in(request: HttpRequest, user_id: UUID) -> None:
    """Sign in someone who chose their password in this very request; they are not asked for it again at once."""
    user = store_team.user(user_id)
    login(request, user, backend=BACKEND)
    record_authentication(request, user, method="password", email=user.email, reauthenticated=True)


def ask_again(request: HttpRequest) -> None:
    """Have the person prove once more who they are before a change in rights, unless they just did (trust G28).

    Raises ReauthenticationRequired, which becomes the page that asks.
    """
    if not did_recently_reauthenticate(request):
        raise ReauthenticationRequired
