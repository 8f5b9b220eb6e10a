"""Pages of the library: the shelf, a module to read, its leaflet, a source, and adding a module."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from lijfspoor.domain.evidence import words as evidence_words
from lijfspoor.domain.evidence.status import EvidenceStatus
from lijfspoor.practice.access.refusals import NotPossible, NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.library import flows
from lijfspoor.practice.library.forms import OwnModuleForm
from lijfspoor.practice.library.own import Examined
from lijfspoor.practice.library.words import DISCIPLINES, MODULES
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import key_of
from lijfspoor.practice.tenancy.once import once

VOCABULARY = tuple((evidence_words.name(each), evidence_words.meaning(each)) for each in EvidenceStatus)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Every module the practice can use."""
    at = now()
    shelf = flows.read_shelf(actor=actor_of(request), day=day_of(at), now=at)
    return render(request, "library/home.html", {"shelf": shelf, "vocabulary": VOCABULARY})


@require_safe
def module(request: HttpRequest, pin: str) -> HttpResponse:
    """A module by chapters."""
    at = now()
    reading = flows.read_module(actor=actor_of(request), pin=pin, day=day_of(at), now=at)
    page = {"reading": reading, "vocabulary": VOCABULARY, "gaps": flows.gaps_of(reading.card.module_id)}
    page["has_reading"] = reading.card.module_id in MODULES
    return render(request, "library/module.html", page)


@require_safe
def leaflet(request: HttpRequest, pin: str) -> HttpResponse:
    """A module in one page for clients and parents."""
    at = now()
    told = flows.read_leaflet(actor=actor_of(request), pin=pin, day=day_of(at), now=at)
    return render(request, "library/leaflet.html", {"leaflet": told})


@require_safe
def versions_compared(request: HttpRequest, pin: str, other: str) -> HttpResponse:
    """What differs between two modules or versions of one, old and new side by side."""
    found = flows.read_differences(actor=actor_of(request), pin=pin, other=other, now=now())
    return render(request, "library/compared.html", {"compared": found, "differences": found.chapters})


@require_safe
def source(request: HttpRequest, source_id: str) -> HttpResponse:
    """What a source says and where modules use it."""
    card = flows.read_source(actor=actor_of(request), source_id=source_id, now=now())
    return render(request, "library/source.html", {"source": card})


@require_http_methods(["GET", "POST"])
def own_new(request: HttpRequest) -> HttpResponse:
    """Hand in a module, see what is wrong in it, and publish it once it is right."""
    actor, at = actor_of(request), now()
    flows.check_can_publish(actor)
    form = OwnModuleForm(request.POST, request.FILES) if request.method == "POST" else OwnModuleForm()
    if not form.is_valid():
        return render(request, "library/own_new.html", {"form": form}, status=422 if form.errors else 200)
    document = form.document()
    if "mend" in request.POST:
        again = OwnModuleForm(initial={"text": form.cleaned_data["text"]})
        return render(request, "library/own_new.html", {"form": again})
    if "publish" in request.POST:
        return _publish(request, document)
    return _looked_through(request, flows.examine_own_module(actor=actor, document=document, now=at))


def _publish(request: HttpRequest, document: bytes) -> HttpResponse:
    actor, at = actor_of(request), now()

    def act() -> str:
        pin = flows.publish_own_module(actor=actor, document=document, now=at)
        return reverse("library:module", args=[pin])

    try:
        address = once(actor.member_id, key_of(request), act)
    except (NotUnderstood, NotPossible):
        return _looked_through(request, flows.examine_own_module(actor=actor, document=document, now=at))
    messages.success(request, "De module is gepubliceerd. U kunt er cliënten voor aanmelden.")
    return redirect(address)


def _looked_through(request: HttpRequest, examined: Examined) -> HttpResponse:
    if examined.module is None:
        total = len(examined.mistakes) + examined.unshown
        page = {"form": OwnModuleForm(initial={"text": examined.text}), "examined": examined, "total": total}
        return render(request, "library/own_new.html", page, status=422)
    told = examined.module
    page = {
        "examined": examined,
        "module": told,
        "discipline": DISCIPLINES[told.discipline],
        "evidence": evidence_words.name(told.underpinning.status),
    }
    return render(request, "library/own_check.html", page)
