"""Pages on sessions and their notes."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lijfspoor.practice.access.refusals import (
    ChangedMeanwhile,
    NotAllowed,
    NotFound,
    NotPossible,
    NotUnderstood,
    Refusal,
)
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.look import dutch
from lijfspoor.practice.look.forms import PlainForm
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import key_of
from lijfspoor.practice.tenancy.once import once
from lijfspoor.practice.treatment import flows, forms_sessions, pages_sessions
from lijfspoor.practice.treatment.flows import opening
from lijfspoor.practice.treatment.flows.opening import SessionFile
from lijfspoor.practice.treatment.forms_sessions import show_faults
from lijfspoor.practice.treatment.pages_sessions import Posted
from lijfspoor.practice.treatment.paper import Paper, TooMuch, Version, read, read_version

PAGES = "treatment/sessions/"


@require_http_methods(["GET", "POST"])
def session(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """The page of the hour: prepare, hold and write up a session; read it once it is signed."""
    if request.method == "POST":
        return _keep(request, session_id, lambda draft: _go_on(request, session_id, draft))
    return _show(request, _file(request, session_id))


def _go_on(request: HttpRequest, session_id: UUID, draft: flows.Draft) -> str:
    at = now()
    flows.save_note_draft(actor=actor_of(request), session_id=session_id, draft=draft, day=day_of(at), now=at)
    asked = request.POST.get("do", "")
    if asked == "missed":
        return reverse("treatment:miss_session", args=[session_id])
    here = reverse("treatment:session", args=[session_id])
    if asked.startswith("row:"):
        rows = pages_sessions.spare_rows(request.POST.get("spare", "")) + 1
        return f"{here}?rijen={rows}#{slugify(asked[4:])}"
    messages.success(request, "Uw tekst is bewaard.")
    return here


@require_POST
def hold_session(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Record that the session took place, keeping the text of the page."""

    def hold(draft: flows.Draft) -> str:
        at = now()
        flows.hold_session(actor=actor_of(request), session_id=session_id, draft=draft, day=day_of(at), now=at)
        messages.success(request, "Vastgelegd: de sessie is geweest.")
        return reverse("treatment:session", args=[session_id])

    return _keep(request, session_id, hold)


@require_POST
def sign(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Sign the note as it stands on the page."""

    def put_name(draft: flows.Draft) -> str:
        at = now()
        flows.sign_note(actor=actor_of(request), session_id=session_id, draft=draft, day=day_of(at), now=at)
        messages.success(request, "Het verslag is ondertekend.")
        return reverse("treatment:session", args=[session_id])

    return _keep(request, session_id, put_name)


@require_POST
def note_draft(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Keep the text while it is being written."""
    at = now()
    try:
        saved = flows.save_note_draft(
            actor=actor_of(request), session_id=session_id, draft=_draft(request), day=day_of(at), now=at
        )
    except ChangedMeanwhile as refusal:
        return JsonResponse({"merge": reverse("treatment:note_merge", args=[session_id])}, status=refusal.status)
    except (NotUnderstood, NotPossible) as refusal:
        words = tuple(refusal.fields.values()) if isinstance(refusal, NotUnderstood) else refusal.reasons
        return JsonResponse({"message": " ".join((refusal.message, *words))}, status=422)
    return JsonResponse({"version": str(saved.version), "saved_at": dutch.clock(saved.at)})


@require_http_methods(["GET", "POST"])
def note_merge(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Show both texts side by side; nothing is kept until someone chooses."""
    if request.method == "GET":
        return redirect("treatment:session", session_id)
    return _merge(request, _file(request, session_id), _draft(request))


@require_http_methods(["GET", "POST"])
def miss_session(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Record that a session did not take place."""
    form = forms_sessions.MissedForm(request.POST or None)

    def miss() -> None:
        at = now()
        flows.miss_session(actor=actor_of(request), session_id=session_id, day=day_of(at), now=at, **form.cleaned_data)

    return _ask(request, session_id, form, miss, "Deze sessie ging niet door", "Leg vast")


@require_http_methods(["GET", "POST"])
def correct_session(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Take back a wrong record of a session."""
    form = forms_sessions.CorrectForm(request.POST or None)

    def correct() -> None:
        at = now()
        flows.correct_session(
            actor=actor_of(request), session_id=session_id, day=day_of(at), now=at, **form.cleaned_data
        )

    return _ask(request, session_id, form, correct, "Herstel wat is vastgelegd", "Herstel")


@require_http_methods(["GET", "POST"])
def amend(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Add to a signed note."""
    actor = actor_of(request)
    form = forms_sessions.AmendForm(request.POST or None)

    def add() -> None:
        at = now()

        def once_only() -> str:
            flows.amend_note(actor=actor, session_id=session_id, day=day_of(at), now=at, **form.cleaned_data)
            return ""

        once(actor.member_id, key_of(request), once_only)

    return _ask(request, session_id, form, add, "Verslag aanvullen", "Onderteken aanvulling")


@require_GET
def print_note(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Show a signed note for paper, without working notes."""
    file = _file(request, session_id)
    if file.signed is None:
        raise NotFound
    page = {**pages_sessions.read_page(file), "told": pages_sessions.told_of(file, private=False)}
    return render(request, f"{PAGES}print.html", page)


def _file(request: HttpRequest, session_id: UUID) -> SessionFile:
    at = now()
    return opening.read_session(actor=actor_of(request), session_id=session_id, day=day_of(at), now=at)


def _draft(request: HttpRequest) -> flows.Draft:
    try:
        paper = read(request.POST.dict().items())
    except TooMuch as fault:
        raise NotUnderstood({fault.name: "Deze tekst is te lang. Maak hem korter."}) from fault
    return flows.Draft(paper, read_version(request.POST.get("version", "")))


def _keep(request: HttpRequest, session_id: UUID, act: Callable[[flows.Draft], str]) -> HttpResponse:
    """Carry out what a button of the sheet asks; when it cannot be, the page comes back with the text in it."""
    draft = flows.Draft(Paper(), Version(-1, -1))
    try:
        draft = _draft(request)
        return redirect(act(draft))
    except ChangedMeanwhile:
        return _merge(request, _file(request, session_id), draft)
    except NotUnderstood as refusal:
        paper = draft.paper if draft.paper.all else pages_sessions.as_posted(request.POST.dict().items())
        posted = Posted(paper, read_version(request.POST.get("version", "")), refusal.fields)
        return _show(request, _file(request, session_id), posted, refusal)
    except NotPossible as refusal:
        posted = Posted(draft.paper, draft.version, {}, refusal.message, refusal.reasons)
        return _show(request, _file(request, session_id), posted, refusal)


def _show(
    request: HttpRequest, file: SessionFile, posted: Posted | None = None, refusal: Refusal | None = None
) -> HttpResponse:
    status = refusal.status if refusal else 200
    if file.signed or not file.writes:
        return render(request, f"{PAGES}read.html", pages_sessions.read_page(file), status=status)
    spare = pages_sessions.spare_rows(request.GET.get("rijen", ""))
    page = pages_sessions.session_page(file, posted, spare)
    return render(request, f"{PAGES}session.html", page, status=status)


def _merge(request: HttpRequest, file: SessionFile, draft: flows.Draft) -> HttpResponse:
    here = reverse("treatment:session", args=[file.card.id])
    if file.signed:
        page = {
            **pages_sessions.head(file),
            "form": forms_sessions.AmendForm(initial={"text": pages_sessions.left_over(file, draft.paper)}),
            "title": "Het verslag is intussen ondertekend",
            "words": "Uw tekst staat hieronder. U kunt die als aanvulling toevoegen.",
            "action": reverse("treatment:amend", args=[file.card.id]),
            "yes": "Onderteken aanvulling",
        }
        return render(request, f"{PAGES}ask.html", page, status=409)
    fields = pages_sessions.merge_fields(file, draft.paper)
    page = {"fields": fields, "action": here, "version": file.version, "back_url": here}
    return render(request, "look/merge.html", page, status=409)


def _ask(
    request: HttpRequest, session_id: UUID, form: PlainForm, act: Callable[[], None], title: str, yes: str
) -> HttpResponse:
    """Ask what a short form about a session asks, and do it."""
    file = _file(request, session_id)
    if not file.writes:
        raise NotAllowed("Dit kan alleen wie deze cliënt behandelt.")
    page: dict[str, Any] = {**pages_sessions.head(file), "form": form, "title": title, "yes": yes}
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            act()
            return redirect("treatment:session", session_id)
        except NotUnderstood as refusal:
            show_faults(form, refusal)
        except NotPossible as refusal:
            page |= {"message": refusal.message, "reasons": refusal.reasons}
            status = refusal.status
    return render(request, f"{PAGES}ask.html", page, status=422 if form.errors else status)
