"""Pages on the practice itself."""

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lijfspoor.practice.access import forms, practices
from lijfspoor.practice.access.details import PracticeCard
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotPossible
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.access.views.answers import fill
from lijfspoor.practice.look.parts import MergeField
from lijfspoor.practice.tenancy.clock import now
from lijfspoor.practice.tenancy.forms import posted, version_of

YES_NO = (("on", "ja"), ("", "nee"))


@require_http_methods(["GET", "POST"])
def practice(request: HttpRequest) -> HttpResponse:
    """Read and change the practice's details."""
    actor = actor_of(request)
    card = practices.read_practice(actor=actor)
    form = forms.PracticeForm(posted(request), initial=asdict(card.details))
    if request.method == "POST" and form.is_valid():
        try:
            practices.change_practice(actor=actor, details=form.details(), version=version_of(request), now=now())
        except ChangedMeanwhile:
            return render(request, "look/merge.html", _merge(request, card, form), status=409)
        except NotPossible as refusal:
            form.add_error("requires_second_factor", refusal.message)
        else:
            messages.success(request, "De gegevens zijn bewaard.")
            return redirect("access:practice")
    return fill(request, "access/practice.html", form, version=card.version)


def _merge(request: HttpRequest, card: PracticeCard, form: forms.PracticeForm) -> dict[str, object]:
    kept = asdict(card.details)
    kept["requires_second_factor"] = "on" if card.details.requires_second_factor else ""
    return {
        "fields": [
            MergeField(
                label=str(field.label),
                name=name,
                mine=request.POST.get(name, ""),
                theirs=str(kept[name]),
                choices=YES_NO if name == "requires_second_factor" else (),
            )
            for name, field in form.fields.items()
        ],
        "action": request.path,
        "version": card.version,
        "back_url": reverse("access:practice"),
    }


@require_http_methods(["GET", "POST"])
def evaluations(request: HttpRequest) -> HttpResponse:
    """Set after how many sessions evaluations fall due: the sources give no number (S1-012)."""
    actor = actor_of(request)
    offers = practices.read_evaluations(actor=actor)
    card = practices.read_practice(actor=actor)
    form = forms.EvaluationsForm(posted(request), offers=offers)
    if request.method == "POST" and form.is_valid():
        practices.set_evaluations(actor=actor, rhythms=form.rhythms(), version=version_of(request), now=now())
        messages.success(request, "Dit geldt voor behandelingen die vanaf nu beginnen.")
        return redirect("access:practice")
    return fill(request, "access/evaluations.html", form, version=card.version)
