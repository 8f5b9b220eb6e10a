"""What every request passes: readable input, declared methods, page headers, and an end to each session."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.utils import timezone

Answer = Callable[[HttpRequest], HttpResponseBase]

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
REFRESH_SECONDS = 30
NUL = "\x00"


class PageHeaders:
    """No browser or proxy keeps a page (static files are kept), and no page uses camera or location."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with the headers of a page."""
        response = self.get_response(request)
        response["Cache-Control"] = "no-store"
        response["Permissions-Policy"] = PERMISSIONS
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        return response


class ReadableRequests:
    """Refuses methods no page declares (405) and text no database can hold (400), before any view."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, or refuse with 405 or 400."""
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if NUL in request.path_info or _names_nul(request.META.get("QUERY_STRING", "")):
            return unreadable()
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponseBase],
        args: list[object],
        kwargs: dict[str, object],
    ) -> HttpResponse | None:
        """Refuse a form with a NUL character in a name or a value."""
        if request.method != "POST":
            return None
        texts = (text for name, values in request.POST.lists() for text in (name, *map(str, values)))
        return unreadable() if any(NUL in text for text in texts) else None


def _names_nul(query: str) -> bool:
    return "%00" in query or NUL in query


def unreadable() -> HttpResponse:
    """The answer to a request that cannot be read."""
    return HttpResponseBadRequest("Dit verzoek kunnen wij niet lezen.", content_type="text/plain; charset=utf-8")


class SessionLimits:
    """Ends a session that lay still too long, or that lasts longer than a working day.

    The last activity is written at most every 30 seconds, so that reading seldom writes to the database.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; a session past its limits is signed out first."""
        if request.user.is_authenticated:
            self._check(request, int(timezone.now().timestamp()))
        return self.get_response(request)

    def _check(self, request: HttpRequest, now: int) -> None:
        session = request.session
        begun, seen = session.setdefault("begun", now), session.setdefault("seen", now)
        still, lasted = now - seen, now - begun
        if still >= settings.SESSION_IDLE_SECONDS or lasted >= settings.SESSION_ABSOLUTE_SECONDS:
            logout(request)
        elif still >= REFRESH_SECONDS:
            session["seen"] = now
