"""Pages on the exercises of a session: what fits it with the reasons, what is held back, and choosing by one tap."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from lijfspoor.practice.access.refusals import NotFound, NotPossible
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.exercises.cards import card_of
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import key_of
from lijfspoor.practice.tenancy.once import once
from lijfspoor.practice.treatment import pages_sessions
from lijfspoor.practice.treatment.exercise_picks import pick_id
from lijfspoor.practice.treatment.flows import choosing
from lijfspoor.practice.treatment.forms_exercises import WishesForm

A_PAGE = 12


@require_safe
def exercises(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """The exercises that fit this session, the best first, and those that are held back."""
    at = now()
    file = choosing.read_to_choose(actor=actor_of(request), session_id=session_id, day=day_of(at), now=at)
    form = WishesForm(request.GET or None)
    fitting = choosing.fits(file, *form.wishes())
    part = Paginator(fitting.suggested, A_PAGE).get_page(request.GET.get("page"))
    picked = set(file.paper.picked)
    rows = [
        {"fits": each, "pick": pick_id(each.exercise), "on": pick_id(each.exercise) in picked,
         "card": card_of(each.exercise, file.shelf)}
        for each in part.object_list
    ]  # fmt: skip
    page = {**pages_sessions.head(file), "form": form, "rows": rows, "page": part, "fitting": fitting}
    page["effort_open"] = file.known.effort != "may"
    return render(request, "treatment/sessions/exercises.html", page)


@require_POST
def choose(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Put an exercise in the plan, or take it out."""
    actor, at = actor_of(request), now()
    pick, chosen = request.POST.get("pick", ""), "out" not in request.POST
    here = reverse("treatment:exercises", args=[session_id])

    def act() -> str:
        choosing.choose_exercise(actor=actor, session_id=session_id, pick=pick, chosen=chosen, day=day_of(at), now=at)
        return f"{here}?{request.GET.urlencode()}#{pick}"

    try:
        address = once(actor.member_id, key_of(request), act)
    except NotPossible as refusal:
        messages.error(request, " ".join((refusal.message, *refusal.reasons)))
        return redirect(here)
    except NotFound:
        choosing.read_to_choose(actor=actor, session_id=session_id, day=day_of(at), now=at)
        messages.error(request, "Deze werkvorm is er niet.")
        return redirect(here)
    messages.success(request, "De werkvorm staat in het plan." if chosen else "De werkvorm is uit het plan.")
    return redirect(address)
