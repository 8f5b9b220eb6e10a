"""The page with everything an intake still needs, and the start of treatment."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from lijfspoor.practice.access.refusals import NotPossible, NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.intake import flows, forms, pages
from lijfspoor.practice.intake.views.answers import put_back
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import key_of
from lijfspoor.practice.tenancy.once import once


@require_safe
def overview(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show what is done, what is next, and whether treatment can start."""
    return _page(request, treatment_id, None)


@require_POST
def start(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Start treatment."""
    actor, at = actor_of(request), now()
    form = forms.StartForm(request.POST)
    if not form.is_valid():
        return _page(request, treatment_id, form)
    day = form.cleaned_data["starts_on"]

    def act() -> str:
        flows.start_treatment(actor=actor, treatment_id=treatment_id, starts_on=day, day=day_of(at), now=at)
        return pages.after_start(treatment_id)

    try:
        led_to = once(actor.member_id, key_of(request), act)
    except (NotUnderstood, NotPossible) as refusal:
        put_back(form, refusal)
        return _page(request, treatment_id, form)
    messages.success(request, "De behandeling is begonnen.")
    return redirect(led_to)


def _page(request: HttpRequest, treatment_id: UUID, form: forms.StartForm | None) -> HttpResponse:
    actor, at = actor_of(request), now()
    found = flows.read_overview(actor=actor, treatment_id=treatment_id, day=day_of(at), now=at)
    shown = form or forms.StartForm(initial={"starts_on": day_of(at)})
    return render(request, "intake/overview.html", pages.overview(found, shown), status=422 if form else 200)
