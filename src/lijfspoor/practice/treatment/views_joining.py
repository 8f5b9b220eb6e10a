"""The page on who may join a session."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import posted
from lijfspoor.practice.treatment import forms_around, pages_course
from lijfspoor.practice.treatment.flows import joining as flows
from lijfspoor.practice.treatment.posting import carry_out, status_of


@require_GET
def joining(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show whether someone may join, and what is said of each person around the client."""
    at = now()
    found = flows.read_joining(actor=actor_of(request), treatment_id=treatment_id, day=day_of(at), now=at)
    page = pages_course.frame(found.course, found.relation, "joining") | {"found": found}
    return render(request, "treatment/course/joining.html", page)


@require_http_methods(["GET", "POST"])
def fear(request: HttpRequest, treatment_id: UUID, contact_id: UUID) -> HttpResponse:
    """Name someone as a source of fear, or take that back."""
    actor, at = actor_of(request), now()
    found = flows.read_joining(actor=actor, treatment_id=treatment_id, day=day_of(at), now=at)
    who = next((each for each in found.people if each.person.id == contact_id), None)
    if who is None:
        raise NotFound
    form = forms_around.FearForm(posted(request))

    def keep() -> str:
        flows.name_fear(
            actor=actor,
            treatment_id=treatment_id,
            contact_id=contact_id,
            feared=not who.feared,
            words=form.cleaned_data["words"],
            day=day_of(at),
            now=at,
        )
        messages.success(request, "Bewaard. Alleen wie deze cliënt behandelt kan dit lezen.")
        return reverse("treatment:joining", args=[treatment_id])

    done = carry_out(request, form, keep) if form.is_bound else None
    page = pages_course.frame(found.course, found.relation, "joining") | {"form": form, "who": who}
    return done or render(request, "treatment/course/fear.html", page, status=status_of(form))
