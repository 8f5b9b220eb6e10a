"""All addresses of the practice: each room adds its own."""

from importlib.util import find_spec

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path


def _rooms() -> list[URLPattern | URLResolver]:
    modules = [f"lijfspoor.practice.{room}.urls" for room in settings.ROOMS]
    modules = [module for module in modules if find_spec(module)]
    return [path("", include(module)) for module in modules]


# The logbook lies below the rooms that know who may read it; its pages are in the room of people.
LOGBOOK_PAGES = "lijfspoor.practice.people.log.urls"

urlpatterns = _rooms()
if "people" in settings.ROOMS:
    urlpatterns.append(path("", include(LOGBOOK_PAGES)))


@login_not_required
def closed(_request: HttpRequest, **_named: str) -> HttpResponse:
    """A page of the sign-in library that a practice does not use. Raises Http404."""
    raise Http404


CLOSED = {
    "account_email_closed": "account/email/",
    "account_mails_closed": "account/confirm-email/",
    "account_mail_closed": "account/confirm-email/<str:key>/",
    "account_code_closed": "account/login/code/confirm/",
}
if "access" in settings.ROOMS:
    urlpatterns += [path(address, closed, name=name) for name, address in CLOSED.items()]
    urlpatterns.append(path("account/", include("allauth.urls")))
