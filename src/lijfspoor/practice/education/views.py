"""Pages on giving a card: which fit, giving one, reading again what was given, taking a mistake back."""

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from lijfspoor.domain.education.card import Audience
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.education import flows, pages
from lijfspoor.practice.education.forms import AudienceForm, ReasonForm, ShareForm
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.treatment.posting import carry_out, status_of


@require_safe
def offer(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show which cards fit now, and what was given before."""
    actor, at = actor_of(request), now()
    form = AudienceForm(request.GET)
    asked = form.cleaned_data.get("voor") if form.is_valid() else ""
    audience = cast(Audience, asked) if asked else None
    found = flows.read_offer(actor=actor, treatment_id=treatment_id, audience=audience, day=day_of(at), now=at)
    page = pages.offer(found, treatment_id, pages.session_in(request.GET))
    page["form"] = AudienceForm(initial={"voor": found.audience})
    return render(request, "education/offer.html", page)


@require_http_methods(["GET", "POST"])
def share(request: HttpRequest, treatment_id: UUID, card_pin: str) -> HttpResponse:
    """Show a card about to be given, and write down that it was."""
    actor, at = actor_of(request), now()
    day, language = day_of(at), "en" if request.GET.get("taal") == "en" else "nl"
    file = flows.read_sharing(actor=actor, treatment_id=treatment_id, pin=card_pin, language=language, day=day, now=at)
    session = pages.session_in(request.GET)
    form = ShareForm(
        request.POST or None,
        recipients=file.recipients,
        day=day,
        may_note_talk=file.may_note_talk,
        initial={"language": language, "session": session},
    )

    def act() -> str:
        made = flows.share_card(actor=actor, treatment_id=treatment_id, pin=card_pin, **form.given(), day=day, now=at)
        messages.success(request, "Vastgelegd. Druk de kaart hier af, of mail hem zelf.")
        return reverse("education:shared", args=[made])

    if request.method == "POST" and (done := carry_out(request, form, act)):
        return done
    page = pages.sharing(file, treatment_id, session) | {"form": form}
    return render(request, "education/share.html", page, status=status_of(form))


@require_safe
def shared(request: HttpRequest, share_id: UUID) -> HttpResponse:
    """A card as it was given, to read or print."""
    at = now()
    found = flows.read_shared(actor=actor_of(request), share_id=share_id, day=day_of(at), now=at)
    return render(request, "education/shared.html", {"shared": found, "paper": found.paper})


@require_http_methods(["GET", "POST"])
def take_back(request: HttpRequest, share_id: UUID) -> HttpResponse:
    """Write down that a card was not given after all."""
    actor, at = actor_of(request), now()
    day = day_of(at)
    found = flows.read_shared(actor=actor, share_id=share_id, day=day, now=at, to_write=True)
    form = ReasonForm(request.POST or None)

    def act() -> str:
        treatment = flows.take_back(actor=actor, share_id=share_id, reason=form.cleaned_data["reason"], day=day, now=at)
        messages.success(request, "Hersteld. Wat er stond, blijft te lezen.")
        return reverse("education:offer", args=[treatment])

    if not found.may_take_back:
        return redirect("education:shared", share_id)
    if request.method == "POST" and (done := carry_out(request, form, act)):
        return done
    page: dict[str, Any] = {"shared": found, "form": form}
    return render(request, "education/take_back.html", page, status=status_of(form))
