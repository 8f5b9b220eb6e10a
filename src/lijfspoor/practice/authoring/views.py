"""Pages of drafts as a whole: the list, a beginning, the chapters, the text, a preview, publishing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotPossible, NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.authoring import flows, pages
from lijfspoor.practice.authoring.forms import BeginForm, PublishForm, TextForm
from lijfspoor.practice.authoring.reading import Draft
from lijfspoor.practice.library import flows as library
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import key_of, posted, version_of
from lijfspoor.practice.tenancy.once import once


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The drafts of the practice."""
    actor = actor_of(request)
    rows = flows.read_drafts(actor=actor, now=now())
    mine = [row for row in rows if row.made_by_id == actor.member_id]
    page = {"mine": mine, "others": [row for row in rows if row not in mine]}
    return render(request, "authoring/home.html", page)


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, pin: str) -> HttpResponse:
    """Copy a module as a draft."""
    actor, at = actor_of(request), now()
    library.check_can_publish(actor)
    base = library.module(practice_id=actor.practice_id, pin=pin)
    own = library.own_source(practice_id=actor.practice_id, pin=pin).own
    form = BeginForm(posted(request), may_continue=own)

    def act() -> str:
        continues = form.cleaned_data.get("how") == "next"
        title = form.cleaned_data["title"]
        made = flows.begin_draft(actor=actor, pin=pin, title=title, continues=continues, now=at)
        return reverse("authoring:draft", args=[made])

    if request.method == "POST" and form.is_valid():
        try:
            return redirect(once(actor.member_id, key_of(request), act))
        except NotUnderstood as refusal:
            for name, words in refusal.fields.items():
                form.add_error(name, words)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "authoring/begin.html", {"form": form, "base": base, "own": own}, status=status)


@require_safe
def draft(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """A draft by chapters, with what is still wrong in each and what it changes."""
    found = _draft(request, draft_id)
    return render(request, "authoring/draft.html", pages.overview(found, _base(request, found)))


@require_http_methods(["GET", "POST"])
def text(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """The whole draft as YAML, with what is wrong beside its line."""
    actor, at = actor_of(request), now()
    if request.method == "POST":
        form = TextForm(request.POST)
        given = form.cleaned_data["text"].replace("\r\n", "\n") if form.is_valid() else ""
        try:
            version = version_of(request)
            flows.save_text(actor=actor, draft_id=draft_id, text=given, version=version, now=at)
        except ChangedMeanwhile:
            page = pages.merged_text(_draft(request, draft_id), given)
            return render(request, "look/merge.html", page, status=409)
        messages.success(request, "De tekst is bewaard.")
        return redirect("authoring:text", draft_id)
    found = _draft(request, draft_id)
    examined = library.examine_own_module(actor=actor, document=found.row.text.encode(), now=at)
    page = {"draft": found, "form": TextForm(initial={"text": found.row.text}), "examined": examined}
    return render(request, "authoring/text.html", page | {"total": len(examined.mistakes) + examined.unshown})


@require_safe
def preview(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """The draft as the library would show it."""
    return _preview(request, draft_id, "authoring/preview.html")


@require_safe
def preview_leaflet(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """The leaflet of the draft as the library would show it."""
    return _preview(request, draft_id, "authoring/preview_leaflet.html")


def _preview(request: HttpRequest, draft_id: UUID, template: str) -> HttpResponse:
    found = _draft(request, draft_id)
    if found.module is None:
        messages.info(request, "Een voorbeeld kan pas als de vorm klopt. Hieronder staat wat er nog mist.")
        return redirect("authoring:draft", draft_id)
    shown = library.preview(actor=actor_of(request), module=found.module, day=day_of(now()))
    return render(request, template, {"draft": found, "reading": shown.reading, "leaflet": shown.leaflet})


@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Publish a draft as a version, after a look at what it changes."""
    actor, at = actor_of(request), now()
    form = PublishForm(posted(request))

    def act() -> str:
        changed, version = form.cleaned_data["changed"], version_of(request)
        pin = flows.publish_draft(actor=actor, draft_id=draft_id, changed=changed, version=version, now=at)
        return reverse("library:module", args=[pin])

    if request.method == "POST" and form.is_valid():
        try:
            address = once(actor.member_id, key_of(request), act)
        except (NotUnderstood, NotPossible, ChangedMeanwhile) as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, "De versie is gepubliceerd. Zij verandert nooit meer.")
            return redirect(address)
    found = _draft(request, draft_id)
    page: dict[str, Any] = pages.overview(found, _base(request, found)) | {"form": form}
    return render(request, "authoring/publish.html", page, status=422 if form.is_bound and form.errors else 200)


@require_http_methods(["GET", "POST"])
def discard(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Throw a draft away, after a question."""
    actor, at = actor_of(request), now()
    if request.method == "POST":
        flows.discard_draft(actor=actor, draft_id=draft_id, now=at)
        messages.success(request, "Het concept is weggegooid.")
        return redirect("authoring:home")
    return render(request, "look/confirm.html", pages.discarding(_draft(request, draft_id)))


def _draft(request: HttpRequest, draft_id: UUID) -> Draft:
    return flows.read_draft(actor=actor_of(request), draft_id=draft_id, now=now())


def _base(request: HttpRequest, found: Draft) -> Any:  # noqa: ANN401  # a module
    return library.module(practice_id=actor_of(request).practice_id, pin=found.row.base)
