"""Pages on movement: what is agreed, agreeing on it, agreeing anew, stopping."""

from dataclasses import asdict
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from lijfspoor.domain.caremodules.movement import MovementRoute, RouteId
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.treatment import forms_moving as forms
from lijfspoor.practice.treatment import pages_course, pages_moving
from lijfspoor.practice.treatment.flows import movement as flows
from lijfspoor.practice.treatment.posting import ask, carry_out, status_of


@require_safe
def movement(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show what is agreed on movement, and in which ways it can be."""
    actor, at = actor_of(request), now()
    course, relation = flows.read_movement(actor=actor, treatment_id=treatment_id, day=day_of(at), now=at)
    page = pages_course.frame(course, relation, "movement")
    page |= pages_moving.movement(course, flows.movement_of(course))
    return render(request, "treatment/course/movement.html", page)


@require_http_methods(["GET", "POST"])
def agree(request: HttpRequest, treatment_id: UUID, route_id: str) -> HttpResponse:
    """Agree on movement in one of the ways, maybe from a studied dose."""
    actor, at = actor_of(request), now()
    course, relation = flows.read_movement(
        actor=actor, treatment_id=treatment_id, day=day_of(at), now=at, to_write=True
    )
    told = flows.movement_of(course)
    route, dose = _route(told.route(route_id)), told.dose(request.GET.get("dosis", ""))
    form = forms.MovementForm(
        request.POST or None,
        course=course,
        route=cast(RouteId, route_id),
        initial=forms.first_of(dose) if dose else {},
    )

    def act() -> str:
        flows.agree_movement(
            actor=actor, treatment_id=treatment_id, movement="", plan=form.plan(dose.id if dose else ""),
            reason=form.cleaned_data["reason"], day=day_of(at), now=at,
        )  # fmt: skip
        messages.success(request, "Het bewegen is afgesproken.")
        return reverse("treatment:movement", args=[treatment_id])

    if request.method == "POST" and (done := carry_out(request, form, act)):
        return done
    page = pages_course.frame(course, relation, "movement") | {"route": route, "dose": dose, "form": form}
    return render(request, "treatment/course/movement_form.html", page, status=status_of(form))


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, treatment_id: UUID, movement_id: str) -> HttpResponse:
    """Agree anew on movement that runs."""
    actor, at = actor_of(request), now()
    course, relation = flows.read_movement(
        actor=actor, treatment_id=treatment_id, day=day_of(at), now=at, to_write=True
    )
    plan = flows.running_movement(course, movement_id).plan
    form = forms.MovementForm(request.POST or None, course=course, route=plan.route, initial=asdict(plan))

    def act() -> str:
        flows.agree_movement(
            actor=actor, treatment_id=treatment_id, movement=movement_id, plan=form.plan(plan.dose),
            reason=form.cleaned_data["reason"], day=day_of(at), now=at,
        )  # fmt: skip
        messages.success(request, "De afspraak is veranderd. De vorige blijft te lezen.")
        return reverse("treatment:movement", args=[treatment_id])

    if request.method == "POST" and (done := carry_out(request, form, act)):
        return done
    told = flows.movement_of(course)
    page = pages_course.frame(course, relation, "movement")
    page |= {"route": told.route(plan.route), "dose": told.dose(plan.dose), "form": form, "anew": True}
    return render(request, "treatment/course/movement_form.html", page, status=status_of(form))


@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, treatment_id: UUID, movement_id: str) -> HttpResponse:
    """Stop movement, with the reason."""
    actor, at = actor_of(request), now()
    course, relation = flows.read_movement(
        actor=actor, treatment_id=treatment_id, day=day_of(at), now=at, to_write=True
    )
    running = flows.running_movement(course, movement_id)
    form, back = forms.StopForm(request.POST or None), reverse("treatment:movement", args=[treatment_id])

    def act() -> str:
        reason = form.cleaned_data["reason"]
        flows.stop_movement(
            actor=actor, treatment_id=treatment_id, movement=movement_id, reason=reason, day=day_of(at), now=at
        )
        messages.success(request, "Dit bewegen is gestopt.")
        return back

    return ask(
        request,
        (course, relation),
        "movement",
        form,
        act,
        title=f"Stop: {running.plan.what}",
        yes="Stop hiermee",
        back=back,
    )


def _route(route: MovementRoute | None) -> MovementRoute:
    if route is None:
        raise NotFound
    return route
