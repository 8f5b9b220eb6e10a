"""The page of what a client hears before treatment starts."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.intake import beforehand as flows
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import key_of
from lijfspoor.practice.tenancy.once import once


@require_http_methods(["GET", "POST"])
def forewarning(request: HttpRequest, treatment_id: UUID, forewarning_id: str) -> HttpResponse:
    """Show what to tell, and keep that it was told."""
    actor, at = actor_of(request), now()
    if request.method == "POST":

        def act() -> str:
            flows.give_forewarning(
                actor=actor, treatment_id=treatment_id, forewarning=forewarning_id, day=day_of(at), now=at
            )
            messages.success(request, "Het staat in het dossier dat dit is verteld.")
            return reverse("intake:overview", args=[treatment_id])

        return redirect(once(actor.member_id, key_of(request), act))
    found = flows.read_forewarning(
        actor=actor, treatment_id=treatment_id, forewarning=forewarning_id, day=day_of(at), now=at
    )
    return render(request, "intake/forewarning.html", {"found": found, "treatment_id": treatment_id})
