"""Pages of letters."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotPossible, NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.letters import flows, forms, pages
from lijfspoor.practice.look import dutch
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import key_of
from lijfspoor.practice.tenancy.once import once


@require_http_methods(["GET"])
def letter_list(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show the letters of a treatment."""
    actor, at = actor_of(request), now()
    found = flows.read_letters(actor=actor, treatment_id=treatment_id, day=day_of(at), now=at)
    return render(request, "letters/list.html", pages.letters(found, treatment_id))


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Choose which letter to write, and to whom."""
    actor, at = actor_of(request), now()
    client, choices = flows.read_choices(actor=actor, treatment_id=treatment_id, day=day_of(at), now=at)
    form = forms.ChoiceForm(request.POST or None, choices=choices)
    if request.method == "POST" and form.is_valid():
        kind, _, key = form.cleaned_data["letter"].partition("|")

        def draft() -> str:
            made = flows.draft_letter(
                actor=actor, treatment_id=treatment_id, kind=kind, addressee=key, day=day_of(at), now=at
            )
            return reverse("letters:letter", args=[made])

        return redirect(once(actor.member_id, key_of(request), draft))
    page = {"form": form, "client": client, "treatment_id": treatment_id, "kinds": pages.choosing(choices)}
    return render(request, "letters/new.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """Write a draft, or read a letter that was sent."""
    actor, at = actor_of(request), now()
    view = flows.read_letter(actor=actor, letter_id=letter_id, day=day_of(at), now=at)
    if view.line.handed_out:
        return render(request, "letters/sent.html", pages.letter(view, None))
    form = forms.LetterForm(request.POST or None, body=view.body)
    if request.method == "POST" and form.is_valid():
        try:
            flows.save_draft(
                actor=actor, letter_id=letter_id, edit=form.edit(), version=_version(request), day=day_of(at), now=at
            )
        except ChangedMeanwhile:
            return render(request, "look/merge.html", pages.merge(request, view), status=409)
        messages.success(request, "Het concept is bewaard.")
        return redirect("letters:send" if "send" in request.POST else "letters:letter", letter_id)
    return render(request, "letters/letter.html", pages.letter(view, form), status=422 if form.errors else 200)


@require_POST
def draft(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """Keep a draft while someone writes."""
    actor, at = actor_of(request), now()
    view = flows.read_letter(actor=actor, letter_id=letter_id, day=day_of(at), now=at)
    form = forms.LetterForm(request.POST, body=view.body)
    if not form.is_valid():
        words = next(iter(form.errors.values()))[0]
        return JsonResponse({"message": str(words)}, status=422)
    try:
        version = flows.save_draft(
            actor=actor, letter_id=letter_id, edit=form.edit(), version=_version(request), day=day_of(at), now=at
        )
    except ChangedMeanwhile:
        return JsonResponse({"merge": reverse("letters:merge", args=[letter_id])}, status=409)
    except NotPossible as refusal:
        return JsonResponse({"message": refusal.message}, status=422)
    return JsonResponse({"version": version, "saved_at": dutch.clock(at)})


@require_POST
def merge(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """Show someone's text beside the version that was kept meanwhile."""
    actor, at = actor_of(request), now()
    view = flows.read_letter(actor=actor, letter_id=letter_id, day=day_of(at), now=at)
    return render(request, "look/merge.html", pages.merge(request, view))


@require_http_methods(["GET"])
def preview(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """Show a draft as it will be printed."""
    actor, at = actor_of(request), now()
    view = flows.read_letter(actor=actor, letter_id=letter_id, day=day_of(at), now=at)
    return render(request, "letters/preview.html", pages.letter(view, None))


@require_http_methods(["GET"])
def pdf(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """Give the file of a letter as a download."""
    actor, at = actor_of(request), now()
    file, name = flows.read_pdf(actor=actor, letter_id=letter_id, day=day_of(at), now=at)
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(file, content_type="application/pdf", headers=headers)


@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """Ask once more, then send."""
    actor, at = actor_of(request), now()
    found = flows.read_sending(actor=actor, letter_id=letter_id, day=day_of(at), now=at)
    if found.view.line.handed_out:
        return redirect("letters:letter", letter_id)
    form = forms.SendForm(
        request.POST or None, release=found.clearance.release, initial={"version": found.view.version}
    )
    if request.method == "POST" and form.is_valid() and _sent(request, letter_id, form, at):
        messages.success(request, "De brief is vastgelegd als verstuurd. Haal hem hier op.")
        return redirect("letters:letter", letter_id)
    return render(request, "letters/send.html", pages.sending(found, form), status=422 if form.errors else 200)


def _sent(request: HttpRequest, letter_id: UUID, form: forms.SendForm, at: datetime) -> bool:
    said = form.cleaned_data
    try:
        flows.send_letter(
            actor=actor_of(request),
            letter_id=letter_id,
            version=said["version"],
            how=said["how"],
            released=said.get("released", False),
            day=day_of(at),
            now=at,
        )
    except NotUnderstood as refusal:
        for name, words in refusal.fields.items():
            form.add_error(name if name in form.fields else None, words)
    return form.is_valid()


@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """Throw a draft away, after a question."""
    actor, at = actor_of(request), now()
    if request.method == "POST":
        treatment_id = flows.drop_draft(actor=actor, letter_id=letter_id, day=day_of(at), now=at)
        messages.success(request, "Het concept is weggegooid.")
        return redirect("letters:list", treatment_id)
    view = flows.read_letter(actor=actor, letter_id=letter_id, day=day_of(at), now=at)
    if view.line.handed_out:
        return redirect("letters:letter", letter_id)
    page = {
        "question": "Dit concept weggooien?",
        "explanation": "U kunt dit niet terugdraaien.",
        "yes": "Gooi weg",
        "back_url": reverse("letters:letter", args=[letter_id]),
    }
    return render(request, "look/confirm.html", page)


@require_POST
def renew(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """Bring the facts of a draft up to date."""
    actor, at = actor_of(request), now()
    flows.renew_draft(actor=actor, letter_id=letter_id, version=_version(request), day=day_of(at), now=at)
    messages.success(request, "De gegevens zijn bijgewerkt. Wat u zelf schreef, is gebleven.")
    return redirect("letters:letter", letter_id)


def _version(request: HttpRequest) -> int:
    try:
        return int(request.POST.get("version", ""))
    except ValueError:
        return 0
