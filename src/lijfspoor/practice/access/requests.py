"""Who a request comes from, and how refusals become pages."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from lijfspoor.practice.access import flows, log_kinds
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotAllowed, NotFound, NotPossible, Refusal
from lijfspoor.practice.access.seated import seats_of
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.tenancy.clock import day_of, now

Answer = Callable[[HttpRequest], HttpResponseBase]
PRACTICE = "practice"
WITHOUT_SECOND_FACTOR = ("mfa_", "account_logout", "account_reauthenticate")
JOINING = "/uitnodiging/"
WORKS_NOWHERE = "U werkt op dit moment bij geen praktijk. Vraag de eigenaar van de praktijk om een uitnodiging."


class Seats:
    """Puts the actor on the request: the signed-in person in the practice they work in (`request.actor`).

    Someone who works nowhere (any more) is signed out. Without sign-in `request.actor` is None. Where the practice asks
    a second factor of all, who has none yet reaches the pages to set one up and nothing else (trust G27).
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with the actor in place."""
        request.actor = None  # type: ignore[attr-defined]  # ours, beside request.user
        if request.user.is_authenticated:
            seat = flows.seat(
                user_id=request.user.pk,
                wanted=request.session.get(PRACTICE, ""),
                address=request.META.get("REMOTE_ADDR", ""),
                day=day_of(now()),
                known=seats_of(request.user),
            )
            if seat is None:
                return self._leave(request)
            request.actor, request.membership = seat  # type: ignore[attr-defined]  # ours, beside request.user
        return self.get_response(request)

    def _leave(self, request: HttpRequest) -> HttpResponseBase:
        # Someone who works nowhere yet may use the link with which they join.
        if request.path.startswith(JOINING):
            return self.get_response(request)
        logout(request)
        messages.warning(request, WORKS_NOWHERE)
        return redirect(reverse("account_login"))

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponseBase | None:
        """Lead someone without a second factor to where it is set up, when the practice asks one of all."""
        route = request.resolver_match.view_name if request.resolver_match else ""
        if getattr(request, "actor", None) is None or route.startswith(WITHOUT_SECOND_FACTOR):
            return None
        if not flows.needs_second_factor(request.membership):  # type: ignore[attr-defined]  # ours, put by Seats
            return None
        messages.warning(request, "Uw praktijk vraagt inloggen in twee stappen. Stel dat hier in.")
        return redirect("mfa_index")


class Refusals:
    """Shows a refusal as a page without client data, and writes refused access in the logbook."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn a Refusal into its page; anything else goes on."""
        if not isinstance(exception, Refusal):
            return None
        if isinstance(exception, NotFound | NotAllowed) and getattr(request, "actor", None):
            _log_refusal(request, exception)
        if isinstance(exception, NotFound):
            return render(request, "404.html", status=404)
        reasons = exception.reasons if isinstance(exception, NotPossible) else ()
        page = {"message": exception.message, "reasons": reasons, "back_url": request.path}
        return render(request, "access/refused.html", page, status=exception.status)


def _log_refusal(request: HttpRequest, refusal: Refusal) -> None:
    route = request.resolver_match.view_name if request.resolver_match else ""
    kwargs = request.resolver_match.kwargs if request.resolver_match else {}
    # Only ids: what else stands in an address may be a secret.
    subject = next((str(value) for value in kwargs.values() if isinstance(value, UUID)), "")
    record(
        actor=actor_of(request),
        kind=log_kinds.REFUSED,
        at=now(),
        subject=subject,
        outcome="refused",
        detail={"route": route, "status": refusal.status},
    )


def actor_of(request: HttpRequest) -> Actor:
    """Return who acts. Raises NotFound without sign-in (a view that forgot to ask for it shows nothing)."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        raise NotFound
    return actor
