"""Pages on appointments: the list of sessions, planning, moving and dropping one."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from lijfspoor.practice.access.refusals import NotPossible, NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import key_of
from lijfspoor.practice.tenancy.once import once
from lijfspoor.practice.treatment import flows, forms_sessions, pages_appointments, pages_sessions
from lijfspoor.practice.treatment.flows import opening, planning
from lijfspoor.practice.treatment.forms_sessions import show_faults
from lijfspoor.practice.treatment.paper import read_version

PAGES = "treatment/sessions/"


class ToKnow(Exception):
    """There is something to know about an appointment that the person has not seen yet."""

    def __init__(self, warnings: tuple[str, ...]) -> None:
        super().__init__()
        self.warnings = warnings
        self.seen = " | ".join(warnings)


def _tell(request: HttpRequest, warnings: tuple[str, ...]) -> None:
    told = ToKnow(warnings)
    if warnings and request.POST.get("seen") != told.seen:
        raise told


@require_GET
def sessions(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """List the sessions of a treatment."""
    at = now()
    found = opening.read_sessions(actor=actor_of(request), treatment_id=treatment_id, day=day_of(at), now=at)
    return render(request, f"{PAGES}list.html", pages_appointments.session_list(found))


@require_http_methods(["GET", "POST"])
def plan_session(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Plan a session or a weekly series, showing first what to know about it."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    found = opening.read_planning(actor=actor, treatment_id=treatment_id, day=today, now=at)
    initial = pages_appointments.plan_initial(found, today)
    form = forms_sessions.PlanForm(request.POST or None, initial=initial, **pages_appointments.planning_choices(found))

    def plan() -> str:
        wish = form.wish()
        _tell(request, planning.warnings_about(actor=actor, treatment_id=treatment_id, wish=wish, day=today))
        flows.plan_sessions(actor=actor, treatment_id=treatment_id, wish=wish, day=today, now=at)
        return reverse("treatment:sessions", args=[treatment_id])

    page = {**pages_appointments.planning_page(found), "form": form, "title": "Sessies plannen"}
    return _appoint(request, form, lambda: once(actor.member_id, key_of(request), plan), page)


@require_http_methods(["GET", "POST"])
def move_session(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Change a planned session."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    file = opening.read_session(actor=actor_of(request), session_id=session_id, day=day_of(at), now=at)
    found = opening.read_planning(actor=actor, treatment_id=file.card.treatment_id, day=today, now=at)
    initial = pages_appointments.move_initial(file.card)
    choices = pages_appointments.planning_choices(found, file.card)
    form = forms_sessions.AppointmentForm(request.POST or None, initial=initial, **choices)

    def move() -> str:
        wish, treatment_id = form.wish(), file.card.treatment_id
        told = planning.warnings_about(actor=actor, treatment_id=treatment_id, wish=wish, day=today, besides=session_id)
        _tell(request, told)
        version = read_version(f"{request.POST.get('version', '')}.0").plan
        flows.move_session(actor=actor, session_id=session_id, wish=wish, version=version, day=today, now=at)
        return reverse("treatment:session", args=[session_id])

    page = {**pages_appointments.planning_page(found), "form": form, "title": "Afspraak wijzigen", "card": file.card}
    return _appoint(request, form, move, page)


def _appoint(
    request: HttpRequest,
    form: forms_sessions.AppointmentForm,
    act: Callable[[], str],
    page: dict[str, Any],
) -> HttpResponse:
    """Carry out an appointment form; what to know is shown once, and going on after that is up to the person."""
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(act())
        except ToKnow as told:
            page |= {"warnings": told.warnings, "seen": told.seen}
        except NotUnderstood as refusal:
            show_faults(form, refusal)
        except NotPossible as refusal:
            page |= {"message": refusal.message, "reasons": refusal.reasons}
            status = refusal.status
    return render(request, f"{PAGES}appointment_form.html", page, status=422 if form.errors else status)


@require_http_methods(["GET", "POST"])
def drop_session(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Take a planned session off the agenda, after a question."""
    at = now()
    file = opening.read_session(actor=actor_of(request), session_id=session_id, day=day_of(at), now=at)
    if request.method == "POST":
        flows.drop_session(actor=actor_of(request), session_id=session_id, day=day_of(at), now=at)
        messages.success(request, "De sessie staat niet meer in de agenda.")
        return redirect("treatment:sessions", file.card.treatment_id)
    page = {
        "question": "Deze sessie laten vervallen?",
        "explanation": f"{pages_sessions.when_words(file.card)}. De sessie gaat uit de agenda.",
        "yes": "Laat vervallen",
        "back_url": reverse("treatment:session", args=[session_id]),
    }
    return render(request, "look/confirm.html", page)
