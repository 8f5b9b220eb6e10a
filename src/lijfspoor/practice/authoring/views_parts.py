"""Pages of one part of a draft: read, change, save by itself, see both texts, and its lists."""

import json
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotFound, NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.authoring import flows, pages, shape
from lijfspoor.practice.authoring.forms import NewPartForm, PartForm
from lijfspoor.practice.authoring.places import NoSuchPlace, keys_of
from lijfspoor.practice.authoring.reading import Draft
from lijfspoor.practice.look import dutch
from lijfspoor.practice.tenancy.clock import now
from lijfspoor.practice.tenancy.forms import key_of
from lijfspoor.practice.tenancy.once import once


@require_http_methods(["GET", "POST"])
def part(request: HttpRequest, draft_id: UUID, place: str) -> HttpResponse:
    """One part of a draft with its own fields and its lists."""
    actor, at = actor_of(request), now()
    found, form = _form(request, draft_id, place)
    if request.method == "POST" and form.is_valid():
        try:
            _save(request, form, actor, at, draft_id)
        except ChangedMeanwhile:
            return render(request, "look/merge.html", pages.merged(found, form), status=409)
        messages.success(request, "Bewaard.")
        return redirect("authoring:part", draft_id, place)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "authoring/part.html", pages.part(found, form), status=status)


@require_POST
def autosave(request: HttpRequest, draft_id: UUID, place: str) -> HttpResponse:
    """Save a part while it is being typed."""
    actor, at = actor_of(request), now()
    _, form = _form(request, draft_id, place)
    if not form.is_valid():
        return JsonResponse({"message": " ".join(str(each[0]) for each in form.errors.values())}, status=422)
    try:
        saved = _save(request, form, actor, at, draft_id)
    except ChangedMeanwhile:
        return JsonResponse({"merge": reverse("authoring:merge", args=[draft_id, place])}, status=409)
    told = json.dumps({"version": saved.mark, "saved_at": dutch.clock(saved.at)})
    return HttpResponse(told, content_type="application/json")


@require_POST
def merge(request: HttpRequest, draft_id: UUID, place: str) -> HttpResponse:
    """Show both texts when someone else changed this part meanwhile."""
    found, form = _form(request, draft_id, place)
    form.is_valid()
    return render(request, "look/merge.html", pages.merged(found, form), status=409)


@require_POST
def add(request: HttpRequest, draft_id: UUID, name: str, place: str) -> HttpResponse:
    """Add a part and open it."""
    actor, at, where = actor_of(request), now(), pages.place_of(place)
    found = flows.read_draft(actor=actor, draft_id=draft_id, now=at)
    try:
        spot = found.spot(where)
        listed = shape.part(spot.record, name)
    except (NoSuchPlace, KeyError):
        raise NotFound from None
    form = NewPartForm(request.POST, part=listed, taken=tuple(keys_of(spot.value.get(name), listed)))
    words = form.cleaned_data["name"] if form.is_valid() else ""
    if not words and listed.kind == "records":
        messages.error(request, "Geef het nieuwe onderdeel een naam.")
        return redirect("authoring:part", draft_id, place)

    def act() -> str:
        made = flows.add_part(actor=actor, draft_id=draft_id, place=where, name=name, words=words, now=at)
        return reverse("authoring:part", args=[draft_id, made])

    return redirect(once(actor.member_id, key_of(request), act))


@require_POST
def remove(request: HttpRequest, draft_id: UUID, name: str, place: str) -> HttpResponse:
    """Take a part out of a list."""
    actor, at, key = actor_of(request), now(), request.POST.get("key", "")

    def act() -> str:
        where = pages.place_of(place)
        flows.remove_part(actor=actor, draft_id=draft_id, place=where, name=name, key=key, now=at)
        messages.success(request, "Het onderdeel is eruit gehaald.")
        return reverse("authoring:part", args=[draft_id, place])

    return redirect(once(actor.member_id, key_of(request), act))


@require_POST
def move(request: HttpRequest, draft_id: UUID, name: str, place: str) -> HttpResponse:
    """Move a part up or down in its list."""
    actor, at, key = actor_of(request), now(), request.POST.get("key", "")
    by = 1 if request.POST.get("to") == "down" else -1

    def act() -> str:
        where = pages.place_of(place)
        flows.move_part(actor=actor, draft_id=draft_id, place=where, name=name, key=key, by=by, now=at)
        return f"{reverse('authoring:part', args=[draft_id, place])}#{name}"

    return redirect(once(actor.member_id, key_of(request), act))


def _form(request: HttpRequest, draft_id: UUID, place: str) -> tuple[Draft, PartForm]:
    found = flows.read_draft(actor=actor_of(request), draft_id=draft_id, now=now())
    try:
        spot = found.spot(pages.place_of(place))
    except NoSuchPlace:
        raise Http404 from None
    return found, PartForm(request.POST if request.method == "POST" else None, spot=spot)


def _save(request: HttpRequest, form: PartForm, actor: Actor, at: datetime, draft_id: UUID) -> flows.Saved:
    try:
        return flows.save_part(
            actor=actor,
            draft_id=draft_id,
            place=form.spot.place,
            own=form.own(),
            mark=request.POST.get("version", ""),
            now=at,
        )
    except NotUnderstood:
        raise NotFound from None
