"""Writing an exercise of one's own: in a form or as a text, looked through, read once more, published."""

from contextlib import suppress
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.exercises import flows
from lijfspoor.practice.exercises.cards import card_of
from lijfspoor.practice.exercises.document import document_of, field_of, initial_of
from lijfspoor.practice.exercises.forms_own import OwnExerciseForm, TextForm
from lijfspoor.practice.exercises.own import Examined
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import key_of
from lijfspoor.practice.tenancy.once import once


@require_http_methods(["GET", "POST"])
def own_form(request: HttpRequest) -> HttpResponse:
    """Write or adapt an exercise in a form; what is wrong stands beside the field."""
    actor = actor_of(request)
    flows.check_can_publish(actor)
    if request.method == "GET" or "mend" in request.POST:
        return _form(request, OwnExerciseForm(initial=_begin(request, actor)))
    form = OwnExerciseForm(request.POST)
    if not form.is_valid():
        return _form(request, form)
    examined = flows.examine_own_exercise(actor=actor, document=form.document().encode(), now=now())
    if examined.exercise is None:
        for each in examined.mistakes:
            name = field_of(each.path)
            form.add_error(name if name in form.fields else None, each.expected)
        return _form(request, form)
    return _preview(request, examined, examined.exercise)


@require_http_methods(["GET", "POST"])
def own_text(request: HttpRequest) -> HttpResponse:
    """Write or adapt an exercise as a text; what is wrong stands beside the line. Publishing happens here too."""
    actor = actor_of(request)
    flows.check_can_publish(actor)
    if request.method == "GET":
        began = _begin(request, actor)
        text = document_of({**_empty(), **began}) if "title_nl" in began else ""
        return _text(request, TextForm(initial={"text": text}))
    form = TextForm(request.POST)
    if not form.is_valid() or "mend" in request.POST:
        return _text(request, form)
    if "publish" in request.POST:
        return _publish(request, actor, form.cleaned_data["text"])
    examined = flows.examine_own_exercise(actor=actor, document=form.cleaned_data["text"].encode(), now=now())
    if examined.exercise is None:
        return _text(request, form, examined)
    return _preview(request, examined, examined.exercise)


def _begin(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    """Return what writing starts from: a text that was looked through, an exercise to adapt, or nothing yet."""
    at = now()
    if "text" in request.POST:
        examined = flows.examine_own_exercise(actor=actor, document=request.POST["text"].encode(), now=at)
        return initial_of(examined.exercise) if examined.exercise else {}
    if from_ := request.GET.get("van", ""):
        return initial_of(flows.adapt(actor=actor, exercise_id=from_, now=at))
    on = day_of(at)
    return {"written_on": on, "review_by": on + timedelta(days=365)}


def _empty() -> dict[str, Any]:
    fields = OwnExerciseForm().fields.items()
    return {name: [] if isinstance(field, forms.MultipleChoiceField) else "" for name, field in fields}


def _publish(request: HttpRequest, actor: Actor, text: str) -> HttpResponse:
    at = now()

    def act() -> str:
        made = flows.publish_own_exercise(actor=actor, document=text.encode(), now=at)
        if original := request.POST.get("hide", ""):
            with suppress(NotFound):
                reason = "Vervangen door een eigen versie."
                flows.hide_exercise(actor=actor, exercise_id=original, reason=reason, now=at)
        return reverse("exercises:exercise", args=[made])

    try:
        address = once(actor.member_id, key_of(request), act)
    except (NotUnderstood, NotPossible):
        examined = flows.examine_own_exercise(actor=actor, document=text.encode(), now=at)
        return _text(request, TextForm({"text": text}), examined)
    messages.success(request, "De werkvorm is gepubliceerd.")
    return redirect(address)


def _form(request: HttpRequest, form: OwnExerciseForm) -> HttpResponse:
    return render(request, "exercises/own_form.html", {"form": form}, status=422 if form.errors else 200)


def _text(request: HttpRequest, form: TextForm, examined: Examined | None = None) -> HttpResponse:
    wrong = bool(form.errors) or (examined is not None and examined.exercise is None)
    page = {"form": form, "examined": examined}
    return render(request, "exercises/own_text.html", page, status=422 if wrong else 200)


def _preview(request: HttpRequest, examined: Examined, made: Exercise) -> HttpResponse:
    original = (made.derived_from or "").partition("@")[0]
    page = {
        "examined": examined,
        "exercise": made,
        "card": card_of(made),
        "original": original if original != made.id else "",
    }
    return render(request, "exercises/own_check.html", page)
