"""Pages on one's own account."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from lijfspoor.practice.access import account as flows
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.access.requests import PRACTICE, actor_of
from lijfspoor.practice.tenancy.clock import day_of, now


@require_http_methods(["GET"])
def account(request: HttpRequest) -> HttpResponse:
    """Show where one works and how one signs in."""
    places = flows.workplaces(actor=actor_of(request), day=day_of(now()))
    return render(request, "access/account.html", {"places": places})


@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Work in another practice from now on."""
    actor, at = actor_of(request), now()
    try:
        wanted = UUID(request.POST.get("practice", ""))
    except ValueError:
        raise NotFound from None
    chosen = flows.switch(actor=actor, practice_id=wanted, day=day_of(at), now=at)
    request.session[PRACTICE] = str(chosen)
    return redirect("/")


@require_POST
def sign_out_elsewhere(request: HttpRequest) -> HttpResponse:
    """Sign out on every other device."""
    flows.sign_out_elsewhere(actor=actor_of(request), request=request, now=now())
    messages.success(request, "U bent op alle andere apparaten uitgelogd.")
    return redirect("access:account")
