"""Pages on phases, subgoals, evaluations, successes, and the file as it stood on a day."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lijfspoor.domain.caremodules.agreements import Evaluation
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.treatment import forms_course as forms
from lijfspoor.practice.treatment import log_kinds, pages_course, pages_evaluation
from lijfspoor.practice.treatment.flows import course as flows
from lijfspoor.practice.treatment.flows import evaluations, talks
from lijfspoor.practice.treatment.posting import ask, carry_out, status_of
from lijfspoor.practice.treatment.told import lapsed_safety, unmet_conditions

TAKES_BACK = ("talks", "successes", "subgoals", "evaluation", "bond")
"""The pages from which something can be taken back, and to which one returns."""


@require_http_methods(["GET", "POST"])
def phases(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show the way through the phases and step to another one."""
    actor, at, posts = actor_of(request), now(), request.method == "POST"
    today = day_of(at)
    course, relation = flows.read_course(
        actor=actor, treatment_id=treatment_id, day=today, now=at, kind=log_kinds.PHASES_READ, to_write=posts
    )
    form = forms.MoveForm(request.POST or None, course=course)

    def move() -> str:
        flows.move_phase(
            actor=actor,
            treatment_id=treatment_id,
            to_phase=form.cleaned_data["to_phase"],
            reason=form.cleaned_data["reason"],
            signs_seen=tuple(form.cleaned_data["signs"]),
            day=today,
            now=at,
        )
        messages.success(request, "De stap is vastgelegd.")
        return reverse("treatment:phases", args=[treatment_id])

    if posts and (done := carry_out(request, form, move)):
        return done
    page = pages_course.frame(course, relation, "phases") | pages_course.phases(course, form)
    page["unmet"] = unmet_conditions(course)
    return render(request, "treatment/course/phases.html", page, status=status_of(form))


@require_http_methods(["GET", "POST"])
def subgoals(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show the ladder of each building block, and rate one or more subgoals."""
    actor, at, posts = actor_of(request), now(), request.method == "POST"
    today = day_of(at)
    course, relation = flows.read_course(
        actor=actor, treatment_id=treatment_id, day=today, now=at, kind=log_kinds.SUBGOALS_READ, to_write=posts
    )
    form = forms.RatingsForm(request.POST or None, course=course, session=request.GET.get("sessie", ""))

    def rate() -> str:
        flows.rate_subgoals(actor=actor, treatment_id=treatment_id, ratings=form.given(), day=today, now=at)
        messages.success(request, "De beoordeling is bewaard.")
        return reverse("treatment:subgoals", args=[treatment_id])

    if posts and (done := carry_out(request, form, rate)):
        return done
    page = pages_course.frame(course, relation, "subgoals") | pages_course.subgoals(course, form)
    page["rates"] = (
        page["writes"] and page["can_rate"] and (posts or bool(request.GET.keys() & {"beoordeel", "sessie"}))
    )
    return render(request, "treatment/course/subgoals.html", page, status=status_of(form))


@require_http_methods(["POST"])
def goal_agree(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Agree a goal of one's own with a building block."""
    actor, at = actor_of(request), now()
    form = forms.OwnGoalForm(request.POST)
    back = reverse("treatment:subgoals", args=[treatment_id])

    def agree() -> str:
        flows.agree_own_goal(
            actor=actor,
            treatment_id=treatment_id,
            block=form.cleaned_data["block"],
            text=form.cleaned_data["text"],
            day=day_of(at),
            now=at,
        )
        messages.success(request, "Het eigen doel is afgesproken.")
        return back

    flows.read_course(
        actor=actor, treatment_id=treatment_id, day=day_of(at), now=at, kind=log_kinds.SUBGOALS_READ, to_write=True
    )
    if done := carry_out(request, form, agree):
        return done
    messages.error(request, "Schrijf het doel op, in ten hoogste 300 tekens.")
    return redirect(back)


@require_http_methods(["GET", "POST"])
def goal_drop(request: HttpRequest, treatment_id: UUID, goal: str) -> HttpResponse:
    """Stop working on a goal, with the reason."""
    actor, at = actor_of(request), now()
    today, back = day_of(at), reverse("treatment:subgoals", args=[treatment_id])
    course, relation = flows.read_course(
        actor=actor, treatment_id=treatment_id, day=today, now=at, kind=log_kinds.SUBGOALS_READ, to_write=True
    )
    form = forms.ReasonForm(request.POST or None)

    def drop() -> str:
        flows.drop_goal(
            actor=actor, treatment_id=treatment_id, goal=goal, reason=form.cleaned_data["reason"], day=today, now=at
        )
        return back

    return ask(
        request, (course, relation), "subgoals", form, drop, title="Dit doel loslaten", yes="Laat doel los", back=back
    )


@require_http_methods(["GET", "POST"])
def take_back(request: HttpRequest, treatment_id: UUID, fact_id: UUID) -> HttpResponse:
    """Take back something that was written down wrongly, with the reason."""
    actor, at = actor_of(request), now()
    came_from = request.GET.get("van", "")
    place = came_from if came_from in TAKES_BACK else "talks"
    today, back = day_of(at), reverse(f"treatment:{place}", args=[treatment_id])
    course, relation = flows.read_course(actor=actor, treatment_id=treatment_id, day=today, now=at, to_write=True)
    form = forms.ReasonForm(request.POST or None)

    def retract() -> str:
        reason = form.cleaned_data["reason"]
        flows.take_back(actor=actor, treatment_id=treatment_id, fact_id=str(fact_id), reason=reason, day=today, now=at)
        messages.success(request, "Dit telt niet meer mee. In het dossier van eerder blijft het te lezen.")
        return back

    return ask(request, (course, relation), place, form, retract, title="Dit klopte niet", yes="Haal weg", back=back)


@require_http_methods(["GET", "POST"])
def evaluation(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show the evaluation of now with what it asks, and hold it."""
    actor, at, posts = actor_of(request), now(), request.method == "POST"
    today = day_of(at)
    course, relation, kept = evaluations.read_evaluations(
        actor=actor, treatment_id=treatment_id, day=today, now=at, to_write=posts
    )
    chosen = _chosen(course, request.GET.get("soort", ""))
    form = forms.EvaluationForm(request.POST or None, course=course, evaluation=chosen)

    def hold() -> str:
        after = evaluations.hold_evaluation(
            actor=actor,
            treatment_id=treatment_id,
            evaluation=chosen.id,
            summary=form.cleaned_data["summary"],
            told=form.minutes(),
            answers=form.answers(),
            on=form.cleaned_data["on"],
            day=today,
            now=at,
        )
        messages.success(request, "De evaluatie is bewaard.")
        return _after(after, chosen)

    if posts and (done := carry_out(request, form, hold)):
        return done
    page = pages_course.frame(course, relation, "evaluation")
    page |= pages_evaluation.evaluation(course, chosen, form, kept)
    return render(request, "treatment/course/evaluation.html", page, status=status_of(form))


def _chosen(course: Course, wanted: str) -> Evaluation:
    """Return the evaluation asked for, else one that is due, else the first of the module."""
    due = {each.evaluation for each in course.standing.evaluations if each.due}
    known = course.module.agreements.evaluations
    found = sorted(known, key=lambda each: (each.id != wanted, each.id not in due))
    if not found:
        raise NotFound
    return found[0]


def _after(course: Course, held: Evaluation) -> str:
    """Return where to go after an evaluation: to safety when that lapsed, to the decision it leads to, else on."""
    if lapsed_safety(course):
        return reverse("treatment:safety", args=[course.treatment_id])
    if held.leads_to_decision:
        return reverse("treatment:decision", args=[course.treatment_id, held.leads_to_decision])
    return reverse("treatment:evaluation", args=[course.treatment_id])


@require_http_methods(["GET", "POST"])
def successes(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show what worked, in words for the client, and add to it."""
    actor, at, posts = actor_of(request), now(), request.method == "POST"
    today = day_of(at)
    course, relation = flows.read_course(
        actor=actor, treatment_id=treatment_id, day=today, now=at, kind=log_kinds.SUCCESSES_READ, to_write=posts
    )
    form = forms.SuccessForm(request.POST or None, course=course)

    def note() -> str:
        talks.note_success(
            actor=actor,
            treatment_id=treatment_id,
            text=form.cleaned_data["text"],
            session=form.cleaned_data["session"],
            day=today,
            now=at,
        )
        return reverse("treatment:successes", args=[treatment_id])

    if posts and (done := carry_out(request, form, note)):
        return done
    page = pages_course.frame(course, relation, "successes")
    page |= {
        "successes": pages_course.successes(course),
        "form": form,
        "log": course.module.approach.session.success_log,
    }
    return render(request, "treatment/course/successes.html", page, status=status_of(form))


@require_http_methods(["GET"])
def as_of(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show the file as it stood on a day, and as it was known on a day."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    asked = forms.AsOfForm(request.GET if "op" in request.GET else {"op": today.isoformat()}, day=today)
    valid = asked.is_valid()
    known = asked.cleaned_data["bekend"] if valid else None
    course, relation = flows.read_as_of(
        actor=actor,
        treatment_id=treatment_id,
        on=asked.cleaned_data["op"] if valid else today,
        known=known,
        day=today,
        now=at,
    )
    page = pages_course.frame(course, relation, "as_of") | {"form": asked, "valid": valid, "writes": False}
    page |= pages_evaluation.as_of(course, known) if valid else {}
    return render(request, "treatment/course/as_of.html", page, status=status_of(asked))
