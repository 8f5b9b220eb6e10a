"""The page on the bond between client and therapist."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.treatment import pages_bond, pages_course
from lijfspoor.practice.treatment.flows import bond as flows
from lijfspoor.practice.treatment.forms_bond import BondForm
from lijfspoor.practice.treatment.posting import carry_out, status_of


@require_http_methods(["GET", "POST"])
def bond(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show what was said about the bond, and ask again."""
    actor, at, posts = actor_of(request), now(), request.method == "POST"
    today = day_of(at)
    course, relation = flows.read_bond(actor=actor, treatment_id=treatment_id, day=today, now=at, to_write=posts)
    form = BondForm(request.POST or None, course=course)

    def ask() -> str:
        on = form.cleaned_data["on"]
        flows.ask_bond(actor=actor, treatment_id=treatment_id, said=form.said(), on=on, day=today, now=at)
        messages.success(request, "Bewaard. Dank de cliënt voor het eerlijke antwoord.")
        return reverse("treatment:bond", args=[treatment_id])

    if posts and (done := carry_out(request, form, ask)):
        return done
    page = pages_course.frame(course, relation, "bond") | pages_bond.bond(course, form)
    return render(request, "treatment/course/bond.html", page, status=status_of(form))
