"""Pages on files from other systems: choosing one, and what came of it."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from lijfspoor.practice.access.refusals import NotPossible
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.exchange import flows
from lijfspoor.practice.exchange.forms import FileForm
from lijfspoor.practice.tenancy.clock import now
from lijfspoor.practice.tenancy.forms import key_of
from lijfspoor.practice.tenancy.once import once

TO_A_PAGE = 40


@require_http_methods(["GET", "POST"])
def import_referral(request: HttpRequest) -> HttpResponse:
    """Choose a file and take over the referral in it."""
    actor, at = actor_of(request), now()
    flows.check_can_import(actor)
    form = FileForm(request.POST or None, request.FILES or None) if request.method == "POST" else FileForm()
    if request.method == "POST" and form.is_valid():
        document = form.cleaned_data["file"].read()

        def act() -> str:
            taken = flows.import_referral(actor=actor, document=document, now=at)
            known = "?eerder=1" if taken.was_known else ""
            return reverse("exchange:imported", args=[taken.referral_id]) + known

        try:
            return redirect(once(actor.member_id, key_of(request), act))
        except NotPossible as refusal:
            form.add_error("file", " ".join((refusal.message, *refusal.reasons)))
    return render(request, "exchange/import.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def imported(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Tell what came of a file: the referral, what still has to be asked, and what was not used."""
    card = flows.read_imported(actor=actor_of(request), referral_id=referral_id, now=now())
    unused = Paginator(card.unused, TO_A_PAGE).get_page(request.GET.get("page"))
    page = {"card": card, "unused": unused, "was_known": "eerder" in request.GET}
    return render(request, "exchange/imported.html", page)
