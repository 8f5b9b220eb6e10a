"""Pages of papers: read, fill in step by step with autosave, two versions, check and sign, go on, discard."""

import json
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotPossible, NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.intake import paper_page, papers
from lijfspoor.practice.look import dutch
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import key_of
from lijfspoor.practice.tenancy.once import once


@require_safe
def paper(request: HttpRequest, treatment_id: UUID, kind: str) -> HttpResponse:
    """Show what was signed; with nothing signed, or a draft, go on writing."""
    read = _read(request, treatment_id, kind)
    if read.draft is not None and "lees" not in request.GET:
        return redirect("intake:paper_step", treatment_id, kind, 1)
    return render(request, "intake/paper.html", paper_page.signed(read))


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, treatment_id: UUID, kind: str, step: int) -> HttpResponse:
    """Fill in one step of a paper."""
    actor, at = actor_of(request), now()
    if request.method == "POST":
        try:
            _save(request, actor, at, treatment_id, kind, step)
            return redirect(paper_page.after(request.POST.get("then", ""), treatment_id, kind, step))
        except ChangedMeanwhile:
            return merge(request, treatment_id, kind, step)
        except NotUnderstood as refusal:
            return _step_page(request, treatment_id, kind, step, refusal)
    return _step_page(request, treatment_id, kind, step, None)


def _step_page(
    request: HttpRequest, treatment_id: UUID, kind: str, step: int, refusal: NotUnderstood | None
) -> HttpResponse:
    read = _read(request, treatment_id, kind)
    if read.draft is None:
        return redirect("intake:paper", treatment_id, kind)
    page = paper_page.step(read, step, request.POST if refusal else None, refusal)
    return render(request, "intake/paper_step.html", page, status=422 if refusal else 200)


@require_POST
def draft(request: HttpRequest, treatment_id: UUID, kind: str, step: int) -> HttpResponse:
    """Keep a draft while someone writes; answers in JSON. The same text sent again counts once."""
    actor, at = actor_of(request), now()

    def keep() -> str:
        saved = _save(request, actor, at, treatment_id, kind, step)
        return json.dumps({"version": saved.version, "saved_at": dutch.clock(saved.saved_at)})

    try:
        told = once(actor.member_id, _autosave_key(request), keep)
    except ChangedMeanwhile:
        return JsonResponse({"merge": reverse("intake:paper_merge", args=[treatment_id, kind, step])}, status=409)
    except NotUnderstood as refusal:
        return JsonResponse({"message": " ".join(f"{n}: {w}" for n, w in refusal.fields.items())}, status=422)
    except NotPossible as refusal:
        return JsonResponse({"message": refusal.message}, status=422)
    return HttpResponse(told, content_type="application/json")


@require_POST
def merge(request: HttpRequest, treatment_id: UUID, kind: str, step: int) -> HttpResponse:
    """Show both texts when someone else saved meanwhile."""
    read = _read(request, treatment_id, kind)
    if read.draft is None:
        return redirect("intake:paper", treatment_id, kind)
    return render(request, "look/merge.html", paper_page.merge(read, step, request.POST), status=409)


@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, treatment_id: UUID, kind: str) -> HttpResponse:
    """Read a draft back and sign it."""
    actor, at = actor_of(request), now()
    if request.method == "POST":
        version = paper_page.version(request.POST)

        def act() -> str:
            papers.sign_paper(
                actor=actor, treatment_id=treatment_id, kind=kind, version=version, day=day_of(at), now=at
            )
            return reverse("intake:overview", args=[treatment_id])

        led_to = once(actor.member_id, key_of(request), act)
        messages.success(request, "Ondertekend.")
        return redirect(led_to)
    read = _read(request, treatment_id, kind)
    if read.draft is None:
        return redirect("intake:paper", treatment_id, kind)
    return render(request, "intake/paper_check.html", paper_page.check(read, day_of(at)))


@require_POST
def go_on(request: HttpRequest, treatment_id: UUID, kind: str) -> HttpResponse:
    """Begin a new version of a signed paper."""
    actor, at = actor_of(request), now()

    def act() -> str:
        anew = request.POST.get("how") == "anew"
        papers.continue_paper(actor=actor, treatment_id=treatment_id, kind=kind, anew=anew, day=day_of(at), now=at)
        return reverse("intake:paper_step", args=[treatment_id, kind, 1])

    try:
        return redirect(once(actor.member_id, key_of(request), act))
    except NotPossible as refusal:
        messages.error(request, refusal.message)
        return redirect("intake:paper", treatment_id, kind)


@require_http_methods(["GET", "POST"])
def discard(request: HttpRequest, treatment_id: UUID, kind: str) -> HttpResponse:
    """Throw a draft away, after a question."""
    actor, at = actor_of(request), now()
    if request.method == "POST":
        papers.discard_draft(actor=actor, treatment_id=treatment_id, kind=kind, day=day_of(at), now=at)
        messages.success(request, "Het concept is weggegooid.")
        return redirect("intake:overview", treatment_id)
    read = _read(request, treatment_id, kind)
    return render(request, "look/confirm.html", paper_page.discard(read))


def _read(request: HttpRequest, treatment_id: UUID, kind: str) -> papers.PaperRead:
    actor, at = actor_of(request), now()
    return papers.read_paper(actor=actor, treatment_id=treatment_id, kind=kind, day=day_of(at), now=at)


def _save(request: HttpRequest, actor: Actor, at: datetime, treatment_id: UUID, kind: str, step: int) -> papers.Saved:
    return papers.save_draft(
        actor=actor,
        treatment_id=treatment_id,
        kind=kind,
        step=step,
        posted=request.POST.dict(),
        version=paper_page.version(request.POST),
        day=day_of(at),
        now=at,
    )


def _autosave_key(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.headers.get("Idempotency-Key", ""))
    except ValueError:
        return None
