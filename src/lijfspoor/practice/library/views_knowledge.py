"""Pages of what is known and how it is explained: evidence, claims, reading lists, cards, what is due for review."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lijfspoor.domain.evidence import words as levels
from lijfspoor.domain.evidence.status import EvidenceStatus
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.library import education_words, flows
from lijfspoor.practice.library.forms_knowledge import CardForm, EvidenceForm, ReviewForm
from lijfspoor.practice.tenancy.clock import day_of, now

VOCABULARY = tuple((levels.name(each), levels.meaning(each)) for each in EvidenceStatus)


@require_safe
def evidence(request: HttpRequest) -> HttpResponse:
    """The records of evidence, all or those one looks for."""
    form = EvidenceForm(request.GET or None)
    shelf = flows.read_evidence(actor=actor_of(request), wish=form.wish(), now=now())
    page = {"form": form, "shelf": shelf, "searched": bool(request.GET), "vocabulary": VOCABULARY}
    return render(request, "library/evidence.html", page)


@require_safe
def evidence_record(request: HttpRequest, record_id: str) -> HttpResponse:
    """One record of evidence."""
    card = flows.read_evidence_record(actor=actor_of(request), record_id=record_id, now=now())
    return render(request, "library/evidence_record.html", {"card": card})


@require_safe
def claims(request: HttpRequest) -> HttpResponse:
    """Every claim, with how many records stand on each side."""
    return render(request, "library/claims.html", {"lines": flows.read_claims(actor=actor_of(request), now=now())})


@require_safe
def claim(request: HttpRequest, claim_id: str) -> HttpResponse:
    """One claim, for and against side by side."""
    card = flows.read_claim(actor=actor_of(request), claim_id=claim_id, now=now())
    return render(request, "library/claim.html", {"card": card})


@require_safe
def reading_list(request: HttpRequest, module_name: str) -> HttpResponse:
    """What to read on for a module."""
    found = flows.read_reading_list(actor=actor_of(request), module=module_name, now=now())
    return render(request, "library/reading_list.html", {"reading": found})


@require_safe
def cards(request: HttpRequest) -> HttpResponse:
    """The cards, all or those one looks for."""
    form = CardForm(request.GET or None)
    shelf = flows.read_cards(actor=actor_of(request), wish=form.wish(), now=now())
    return render(request, "library/cards.html", {"form": form, "shelf": shelf, "searched": bool(request.GET)})


@require_safe
def card(request: HttpRequest, card_pin: str) -> HttpResponse:
    """One card, to read or to print, in Dutch or English."""
    at, language = now(), "en" if request.GET.get("taal") == "en" else "nl"
    found = flows.read_card(actor=actor_of(request), pin=card_pin, language=language, day=day_of(at), now=at)
    page = {"page": found, "paper": found.paper, "languages": education_words.LANGUAGES}
    return render(request, "library/card.html", page)


@require_safe
def due(request: HttpRequest) -> HttpResponse:
    """What is due to be looked at again."""
    at = now()
    form = ReviewForm(request.GET or None)
    kind, everything = form.asked()
    found = flows.read_reviews(actor=actor_of(request), kind=kind, everything=everything, day=day_of(at), now=at)
    page = {"form": form, "reviews": found, "everything": everything}
    return render(request, "library/reviews.html", page)
