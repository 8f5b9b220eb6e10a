"""Pages on exercises: the shelf, one exercise, hiding and showing it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.exercises import flows
from lijfspoor.practice.exercises.cards import card_of
from lijfspoor.practice.exercises.forms import HideForm, ShelfForm
from lijfspoor.practice.tenancy.clock import now
from lijfspoor.practice.tenancy.forms import key_of
from lijfspoor.practice.tenancy.once import once

A_PAGE = 24


@require_safe
def shelf(request: HttpRequest) -> HttpResponse:
    """The exercises, all or those one looks for, a page at a time."""
    form = ShelfForm(request.GET or None)
    wish, hidden = form.wish()
    typing = request.headers.get("HX-Request") == "true"
    found = flows.read_exercises(actor=actor_of(request), wish=wish, hidden=hidden, typing=typing, now=now())
    part = Paginator(found.found, A_PAGE).get_page(request.GET.get("page"))
    page = {
        "form": form,
        "found": found,
        "page": part,
        "cards": [card_of(each, found.shelf) for each in part.object_list],
        "searched": bool(request.GET),
        "among_hidden": hidden,
    }
    return render(request, "exercises/shelf.html", page)


@require_safe
def exercise(request: HttpRequest, exercise_id: str) -> HttpResponse:
    """One exercise, to read or to print; `versie` in the address asks for an earlier one."""
    version = request.GET.get("versie", "")[:20]
    read = flows.read_exercise(actor=actor_of(request), exercise_id=exercise_id, version=version, now=now())
    page = {"reading": read, "card": read.card, "exercise": read.card.exercise}
    return render(request, "exercises/exercise.html", page)


@require_http_methods(["GET", "POST"])
def hide(request: HttpRequest, exercise_id: str) -> HttpResponse:
    """Hide an exercise in this practice, with the reason."""
    actor, at = actor_of(request), now()
    flows.check_can_publish(actor)
    read = flows.read_exercise(actor=actor, exercise_id=exercise_id, now=at)
    form = HideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            flows.hide_exercise(actor=actor, exercise_id=exercise_id, reason=form.cleaned_data["reason"], now=at)
        except NotUnderstood as refusal:
            form.add_error("reason", refusal.fields["reason"])
        else:
            messages.success(request, "De werkvorm is verborgen. Wat al is gedaan, blijft te lezen.")
            return redirect("exercises:exercise", exercise_id)
    page = {"form": form, "card": read.card}
    return render(request, "exercises/hide.html", page, status=422 if form.errors else 200)


@require_POST
def show(request: HttpRequest, exercise_id: str) -> HttpResponse:
    """Show a hidden exercise again."""
    actor, at = actor_of(request), now()

    def act() -> str:
        flows.show_exercise(actor=actor, exercise_id=exercise_id, now=at)
        return reverse("exercises:exercise", args=[exercise_id])

    return redirect(once(actor.member_id, key_of(request), act))
