"""All addresses of the practice: each room adds its own."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path

# The logbook lies below the rooms that know who may read it; its pages are in the room of people.
PAGES = (
    "desk",
    "site",
    "site.editing",
    "site.discovery",
    "education",
    "exchange",
    "letters",
    "finder",
    "groups",
    "treatment",
    "intake",
    "people",
    "people.log",
    "counsel",
    "exercises",
    "authoring",
    "library",
    "access",
    "look",
)


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
urlpatterns = [
    *(path("", include(f"lijfspoor.practice.{room}.urls")) for room in PAGES),
    *(path(address, closed, name=name) for name, address in CLOSED.items()),
    path("account/", include("allauth.urls")),
]
