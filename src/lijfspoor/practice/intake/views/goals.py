"""Pages of treatment goals."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.intake import forms, goal_page
from lijfspoor.practice.intake import goals as flows
from lijfspoor.practice.intake.views.answers import put_back
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import key_of
from lijfspoor.practice.tenancy.once import once


@require_http_methods(["GET", "POST"])
def goals(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show the goals agreed and agree on more."""
    actor, at = actor_of(request), now()
    course, may_write = flows.read_goals(actor=actor, treatment_id=treatment_id, day=day_of(at), now=at)
    form = forms.OwnGoalForm(request.POST or None, ties=goal_page.ties(course.module))
    if request.method == "POST" and form.is_valid():
        own = flows.OwnGoal(words=form.cleaned_data["own"], tie=form.cleaned_data["tie"])
        chosen = tuple(request.POST.getlist("chosen"))

        def act() -> str:
            flows.agree_goals(actor=actor, treatment_id=treatment_id, chosen=chosen, own=own, day=day_of(at), now=at)
            return reverse("intake:goals", args=[treatment_id])

        try:
            return redirect(once(actor.member_id, key_of(request), act))
        except NotUnderstood as refusal:
            put_back(form, refusal)
    page = goal_page.fill(course, form, may_write=may_write, chosen=request.POST.getlist("chosen"))
    return render(request, "intake/goals.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, treatment_id: UUID, goal: str) -> HttpResponse:
    """Let go of a goal, with the reason."""
    actor, at = actor_of(request), now()
    course, _ = flows.read_goals(actor=actor, treatment_id=treatment_id, day=day_of(at), now=at)
    form = forms.DropGoalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        flows.drop_goal(actor=actor, treatment_id=treatment_id, goal=goal, reason=reason, day=day_of(at), now=at)
        messages.success(request, "Het doel vervalt. Het blijft in het dossier te lezen.")
        return redirect("intake:goals", treatment_id)
    page = {"form": form, "goal": flows.agreed_goal(course, goal), "treatment_id": treatment_id}
    return render(request, "intake/goal_drop.html", page, status=422 if form.errors else 200)
