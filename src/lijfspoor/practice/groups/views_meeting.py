"""The page of a group session: one live list, with attendance and an observation for each participant of their own."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lijfspoor.practice.access.refusals import NotAllowed, NotPossible, NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.groups import flows, pages, pages_meeting
from lijfspoor.practice.groups.flows import hour
from lijfspoor.practice.groups.flows.hour import MeetingFile
from lijfspoor.practice.groups.paper import WHOLE, GroupSheet, read, version
from lijfspoor.practice.look import dutch
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import posted
from lijfspoor.practice.treatment.forms_sessions import AmendForm
from lijfspoor.practice.treatment.paper import TooMuch
from lijfspoor.practice.treatment.posting import carry_out, status_of

SHEET, READ = "groups/meeting.html", "groups/meeting_read.html"


@require_http_methods(["GET", "POST"])
def meeting(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Hold a group session: who is there, what was done, what was seen of each; keep it or sign it."""
    if request.method == "GET":
        return _show(request, _file(request, meeting_id))
    try:
        done = _act(request, meeting_id, _sheet(request))
    except NotUnderstood as refusal:
        return _show(request, _file(request, meeting_id), faults=refusal.fields)
    if done.clashes:
        return _merge(request, _file(request, meeting_id), done.clashes)
    if done.left:
        return _show(request, _file(request, meeting_id), left=done)
    messages.success(request, "Ondertekend." if request.POST.get("sign") else "Uw tekst is bewaard.")
    return redirect("groups:meeting", meeting_id)


def _act(request: HttpRequest, meeting_id: UUID, sheet: GroupSheet) -> flows.Signing:
    actor, at, wanted = actor_of(request), now(), request.POST.get("sign", "")
    if wanted == WHOLE:
        return flows.sign_whole(actor=actor, meeting_id=meeting_id, sheet=sheet, day=day_of(at), now=at)
    if wanted:
        only = None if wanted == "all" else pages_meeting.seats_named(wanted)
        return flows.sign_seats(actor=actor, meeting_id=meeting_id, sheet=sheet, only=only, day=day_of(at), now=at)
    kept = flows.save_sheet(actor=actor, meeting_id=meeting_id, sheet=sheet, day=day_of(at), now=at)
    return flows.Signing((), kept.clashes)


@require_POST
def draft(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Keep the sheet while it is being written."""
    at = now()
    try:
        kept = flows.save_sheet(
            actor=actor_of(request), meeting_id=meeting_id, sheet=_sheet(request), day=day_of(at), now=at
        )
    except (NotUnderstood, NotPossible) as refusal:
        words = tuple(refusal.fields.values()) if isinstance(refusal, NotUnderstood) else refusal.reasons
        return JsonResponse({"message": " ".join((refusal.message, *words))}, status=422)
    if kept.clashes:
        return JsonResponse({"merge": reverse("groups:merge", args=[meeting_id])}, status=409)
    return JsonResponse({"version": version(kept.marks), "saved_at": dutch.clock(kept.at)})


@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Keep what only this form changed, and show what two people changed side by side."""
    if request.method == "GET":
        return redirect("groups:meeting", meeting_id)
    at = now()
    kept = flows.save_sheet(
        actor=actor_of(request), meeting_id=meeting_id, sheet=_sheet(request), day=day_of(at), now=at
    )
    if not kept.clashes:
        return redirect("groups:meeting", meeting_id)
    return _merge(request, _file(request, meeting_id), kept.clashes)


@require_POST
def fill(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Plan who has no seat yet."""
    at = now()
    for each in flows.fill_seats(actor=actor_of(request), meeting_id=meeting_id, day=day_of(at), now=at):
        messages.warning(request, f"{each.name} kan er nu niet bij. {' '.join(each.reasons)}")
    return redirect("groups:meeting", meeting_id)


@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Take a session of the group off the agenda, after a question."""
    at, file = now(), _to_run(request, meeting_id)
    if request.method == "POST":
        flows.drop_meeting(actor=actor_of(request), meeting_id=meeting_id, day=day_of(at), now=at)
        messages.success(request, "De sessie van de groep staat niet meer in de agenda.")
        return redirect("groups:group", file.card.group_id)
    page = {
        "question": "Deze sessie van de groep laten vervallen?",
        "explanation": f"{pages.when_words(file.card)}. De sessie vervalt voor alle deelnemers.",
        "yes": "Laat vervallen",
        "back_url": reverse("groups:meeting", args=[meeting_id]),
    }
    return render(request, "look/confirm.html", page)


@require_http_methods(["GET", "POST"])
def amend(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Add to the signed note on the group as a whole."""
    file, form = _to_run(request, meeting_id), AmendForm(posted(request))

    def add() -> str:
        flows.amend_whole(actor=actor_of(request), meeting_id=meeting_id, now=now(), **form.cleaned_data)
        return reverse("groups:meeting", args=[meeting_id])

    page = {**pages.form_page(file.group, "Verslag van de groep aanvullen", "Onderteken aanvulling"), "form": form}
    page["back_url"] = reverse("groups:meeting", args=[meeting_id])
    answer = carry_out(request, form, add) if form.is_bound else None
    return answer or render(request, "groups/form.html", page, status=status_of(form))


def _file(request: HttpRequest, meeting_id: UUID) -> MeetingFile:
    at = now()
    return hour.read_meeting(actor=actor_of(request), meeting_id=meeting_id, day=day_of(at), now=at)


def _to_run(request: HttpRequest, meeting_id: UUID) -> MeetingFile:
    file = _file(request, meeting_id)
    if not file.runs:
        raise NotAllowed("Dit kan alleen wie de groep begeleidt.")
    return file


def _sheet(request: HttpRequest) -> GroupSheet:
    try:
        return read(request.POST.dict().items())
    except TooMuch as fault:
        raise NotUnderstood({fault.name: "Deze tekst is te lang. Maak hem korter."}) from fault


def _show(
    request: HttpRequest,
    file: MeetingFile,
    faults: Mapping[str, str] | None = None,
    left: flows.Signing | None = None,
) -> HttpResponse:
    if not file.runs:
        return render(request, READ, pages_meeting.read_page(file))
    typed = request.POST.dict() if faults else None
    page = pages_meeting.sheet_page(file, typed, faults or {}, left.left if left else ())
    return render(request, SHEET, page, status=422 if faults else 409 if left else 200)


def _merge(request: HttpRequest, file: MeetingFile, clashes: tuple[str, ...]) -> HttpResponse:
    page = pages_meeting.merge_page(file, _sheet(request), clashes)
    return render(request, page.pop("template"), page, status=409)
