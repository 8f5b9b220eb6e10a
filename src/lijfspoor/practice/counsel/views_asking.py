"""Pages on which a question is written, made unrecognisable and asked."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotPossible, NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.counsel import flows
from lijfspoor.practice.counsel.asking import AN_ORDINARY_WORD
from lijfspoor.practice.counsel.comparing import LookedThrough
from lijfspoor.practice.counsel.forms import NO_FILE, QuestionForm
from lijfspoor.practice.counsel.models import CaseDraft
from lijfspoor.practice.counsel.pages import merged, modules_of
from lijfspoor.practice.look import dutch
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import key_of, posted, version_of
from lijfspoor.practice.tenancy.once import once


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin a question."""
    return _write(request, None)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Go on with a draft."""
    return _write(request, flows.read_draft(actor=actor_of(request), draft_id=draft_id))


def _write(request: HttpRequest, row: CaseDraft | None) -> HttpResponse:
    form = _form(request, row)

    def act() -> str:
        made = _save(request, form, row)
        return reverse("counsel:look_over" if row else "counsel:edit", args=[made.id])

    if request.method == "POST" and form.is_valid():
        try:
            return redirect(once(actor_of(request).member_id, key_of(request), act))
        except ChangedMeanwhile:
            return render(request, "look/merge.html", merged(form, row), status=409)
    context = {"form": form, "draft": row}
    return render(request, "counsel/write.html", context, status=422 if form.is_bound and form.errors else 200)


@require_POST
def autosave(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Save a draft while it is being typed."""
    row = flows.read_draft(actor=actor_of(request), draft_id=draft_id)
    form = _form(request, row)
    if not form.is_valid():
        return JsonResponse({"message": " ".join(str(each[0]) for each in form.errors.values())}, status=422)
    try:
        saved = _save(request, form, row)
    except ChangedMeanwhile:
        return JsonResponse({"merge": reverse("counsel:edit", args=[draft_id])}, status=409)
    return JsonResponse({"version": saved.version, "saved_at": dutch.clock(saved.saved_at)})


def _form(request: HttpRequest, row: CaseDraft | None) -> QuestionForm:
    actor, at = actor_of(request), now()
    clients = flows.clients_to_choose(actor=actor, day=day_of(at), now=at)
    return QuestionForm(
        posted(request), clients=clients, modules=modules_of(actor), initial=_initial(row), begins=row is None
    )


def _save(request: HttpRequest, form: QuestionForm, row: CaseDraft | None) -> CaseDraft:
    at = now()
    return flows.save_draft(
        actor=actor_of(request),
        draft_id=row.id if row else None,
        written=form.written(),
        version=version_of(request),
        day=day_of(at),
        now=at,
    )


def _initial(row: CaseDraft | None) -> dict[str, str]:
    if row is None:
        return {}
    names = ("kind", "module", "area", "age_group", "title", "question")
    return {name: getattr(row, name) for name in names} | {"client": str(row.client_id or NO_FILE)}


@require_http_methods(["GET", "POST"])
def look_over(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Show what still points at someone, in place; keep knowingly what does not."""
    actor, at, wrong = actor_of(request), now(), {}
    if request.method == "POST":
        reasons = {name[5:]: str(value) for name, value in request.POST.items() if name.startswith("keep-")}
        try:
            flows.keep_knowingly(actor=actor, draft_id=draft_id, reasons=reasons, day=day_of(at), now=at)
        except NotUnderstood as refusal:
            wrong = refusal.fields
        else:
            return redirect("counsel:look_over", draft_id)
    row, looked = flows.look_over(actor=actor, draft_id=draft_id, day=day_of(at), now=at)
    return _looked(request, row, looked, wrong)


@require_POST
def ask(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Put the question to the others."""
    actor, at = actor_of(request), now()

    def act() -> str:
        made = flows.ask(actor=actor, draft_id=draft_id, day=day_of(at), now=at)
        messages.success(request, "Uw vraag is gesteld. Bij de vraag is niet bewaard over wie het gaat.")
        return reverse("counsel:question", args=[made])

    try:
        return redirect(once(actor.member_id, key_of(request), act))
    except NotPossible as refusal:
        messages.error(request, refusal.message)
        return redirect("counsel:look_over", draft_id)


@require_http_methods(["GET", "POST"])
def discard(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Throw a draft away, after a question."""
    actor = actor_of(request)
    if request.method == "POST":
        flows.discard(actor=actor, draft_id=draft_id, now=now())
        messages.success(request, "Het concept is weggegooid.")
        return redirect("counsel:home")
    flows.read_draft(actor=actor, draft_id=draft_id)
    page = {
        "question": "Dit concept weggooien?",
        "explanation": "Wat u schreef is dan weg, en ook over wie het ging.",
        "yes": "Gooi weg",
        "back_url": reverse("counsel:edit", args=[draft_id]),
    }
    return render(request, "look/confirm.html", page)


def _looked(request: HttpRequest, row: CaseDraft, looked: LookedThrough, wrong: dict[str, str]) -> HttpResponse:
    found = [(each, wrong.get(each.id, "")) for each in looked.found]
    context = {"draft": row, "looked": looked, "found": found, "ordinary": AN_ORDINARY_WORD}
    return render(request, "counsel/look_over.html", context, status=422 if wrong else 200)
