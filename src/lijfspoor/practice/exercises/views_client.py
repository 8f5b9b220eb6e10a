"""Pages on one client and exercises: what was done when, what to mind, and the check on effort."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.exercises import flows, pages
from lijfspoor.practice.exercises.forms import CautionForm, EffortForm
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import key_of
from lijfspoor.practice.tenancy.once import once


@require_http_methods(["GET", "POST"])
def client(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """What a client did, and what to mind; a post notes something to mind."""
    actor, at = actor_of(request), now()
    told = flows.read_client_exercises(actor=actor, client_id=client_id, day=day_of(at), now=at)
    form = CautionForm(request.POST if request.method == "POST" else None)

    def note() -> str:
        flows.note_caution(actor=actor, client_id=client_id, day=day_of(at), now=at, **form.cleaned_data)
        return f"{reverse('exercises:client', args=[client_id])}#let-op"

    if request.method == "POST":
        flows.check_can_note(actor=actor, told=told)
        if form.is_valid():
            return redirect(once(actor.member_id, key_of(request), note))
    page = {**pages.client_page(told), "client_id": client_id, "form": form}
    return render(request, "exercises/client.html", page, status=422 if form.errors else 200)


@require_POST
def caution_end(request: HttpRequest, client_id: UUID, caution: str) -> HttpResponse:
    """Note that something is no longer so."""
    at = now()
    note = request.POST.get("note", "")[:300]
    flows.end_caution(actor=actor_of(request), client_id=client_id, caution=caution, note=note, day=day_of(at), now=at)
    return redirect("exercises:client", client_id)


@require_http_methods(["GET", "POST"])
def effort(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Our own questions before physical effort."""
    actor, at = actor_of(request), now()
    told = flows.read_client_exercises(actor=actor, client_id=client_id, day=day_of(at), now=at)
    flows.check_can_note(actor=actor, told=told)
    form = EffortForm(request.POST if request.method == "POST" else None, initial=pages.effort_initial(told))
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            given = form.cleaned_data
            flows.check_effort(
                actor=actor, client_id=client_id, answers=form.answers(), doctor=given["doctor"], note=given["note"],
                day=day_of(at), now=at,
            )  # fmt: skip
            return reverse("exercises:client", args=[client_id])

        messages.success(request, "De antwoorden zijn bewaard.")
        return redirect(once(actor.member_id, key_of(request), act))
    page = {"told": told, "client_id": client_id, "form": form}
    return render(request, "exercises/effort.html", page, status=422 if form.errors else 200)
