"""Pages on which variant fits, what the treatment is about, and the diagnostic phase."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lijfspoor.practice.access.refusals import NotPossible, NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.intake import forms_variants as forms
from lijfspoor.practice.intake import variants as flows
from lijfspoor.practice.intake import variants_page
from lijfspoor.practice.intake.views.answers import put_back
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import key_of
from lijfspoor.practice.tenancy.once import once


@require_http_methods(["GET", "POST"])
def variants(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show what counts now and choose."""
    actor, at, posts = actor_of(request), now(), request.method == "POST"
    course, may_write = flows.read_variants(
        actor=actor, treatment_id=treatment_id, day=day_of(at), now=at, to_write=posts
    )
    form = forms.VariantsForm(request.POST or None, course=course)
    if posts and form.is_valid():

        def act() -> str:
            flows.choose(actor=actor, treatment_id=treatment_id, wish=form.wish(), day=day_of(at), now=at)
            return reverse("intake:variants", args=[treatment_id])

        try:
            led_to = once(actor.member_id, key_of(request), act)
        except (NotUnderstood, NotPossible) as refusal:
            put_back(form, refusal)
        else:
            messages.success(request, "Bewaard.")
            return redirect(led_to)
    page = variants_page.fill(course, form, may_write=may_write)
    return render(request, "intake/variants.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def diagnostic_phase(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Open a diagnostic phase, with the reason."""
    actor, at = actor_of(request), now()
    course = flows.read_phase(actor=actor, treatment_id=treatment_id, day=day_of(at), now=at)
    form = forms.PhaseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            flows.open_diagnostic_phase(actor=actor, treatment_id=treatment_id, reason=reason, day=day_of(at), now=at)
        except (NotUnderstood, NotPossible) as refusal:
            put_back(form, refusal)
        else:
            messages.success(request, "De diagnostische fase is geopend.")
            return redirect("intake:overview", treatment_id)
    phase = course.module.diagnostics.phase
    page = {"client": course.around.card, "treatment_id": treatment_id, "phase": phase, "form": form}
    return render(request, "intake/diagnostic_phase.html", page, status=422 if form.errors else 200)
