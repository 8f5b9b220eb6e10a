"""Pages on a joint decision: the voices, proposing, closing."""

from typing import cast, get_args
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lijfspoor.domain.caremodules.agreements import Party
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.treatment import forms_around as forms
from lijfspoor.practice.treatment import pages_around, pages_course
from lijfspoor.practice.treatment.flows import decisions as flows
from lijfspoor.practice.treatment.flows.decisions import DecisionFile
from lijfspoor.practice.treatment.posting import carry_out, status_of


@require_http_methods(["GET"])
def decision(request: HttpRequest, treatment_id: UUID, decision_id: str) -> HttpResponse:
    """Show the voices on a joint decision and what follows from them."""
    return _page(request, _read(request, treatment_id, decision_id))


def _read(request: HttpRequest, treatment_id: UUID, decision_id: str, *, to_write: bool = False) -> DecisionFile:
    at = now()
    return flows.read_decision(
        actor=actor_of(request),
        treatment_id=treatment_id,
        decision=decision_id,
        day=day_of(at),
        now=at,
        to_write=to_write,
    )


def _page(
    request: HttpRequest,
    file: DecisionFile,
    *,
    proposal: forms.ProposalForm | None = None,
    voice: tuple[str, forms.VoiceForm] | None = None,
) -> HttpResponse:
    shown: list[django_forms.Form] = [form for form in (proposal, voice[1] if voice else None) if form]
    page = pages_course.frame(file.course, file.relation, file.decision.id) | pages_around.decision_page(file)
    page["proposal_form"] = proposal or forms.ProposalForm()
    page["voice_forms"] = pages_around.voice_forms(file, dict([voice]) if voice else {})
    return render(request, "treatment/course/decision.html", page, status=status_of(*shown))


def _address(treatment_id: UUID, decision_id: str) -> str:
    return reverse("treatment:decision", args=[treatment_id, decision_id])


@require_POST
def propose(request: HttpRequest, treatment_id: UUID, decision_id: str) -> HttpResponse:
    """Put to all parties: so many more sessions."""
    file, form, at = _read(request, treatment_id, decision_id, to_write=True), forms.ProposalForm(request.POST), now()

    def put() -> str:
        flows.propose(
            actor=actor_of(request),
            treatment_id=treatment_id,
            decision=decision_id,
            sessions=form.cleaned_data["sessions"],
            day=day_of(at),
            now=at,
        )
        messages.success(request, "Het voorstel ligt er. Nu kan iedereen de eigen stem geven.")
        return _address(treatment_id, decision_id)

    return carry_out(request, form, put) or _page(request, file, proposal=form)


@require_POST
def voice(request: HttpRequest, treatment_id: UUID, decision_id: str, party: str) -> HttpResponse:
    """Give a party's voice, or change it."""
    if party not in get_args(Party):
        raise NotFound
    file, at = _read(request, treatment_id, decision_id), now()
    flows.check_can_speak_for(party, file.relation)
    form = forms.VoiceForm(request.POST, auto_id=f"{party}_%s")

    def give() -> str:
        flows.vote(
            actor=actor_of(request),
            treatment_id=treatment_id,
            decision=decision_id,
            party=cast(Party, party),
            voice=form.cleaned_data["voice"],
            reason=form.cleaned_data["reason"],
            round_number=form.cleaned_data["round_number"],
            day=day_of(at),
            now=at,
        )
        messages.success(request, "De stem is opgeschreven. Veranderen kan tot het besluit gesloten is.")
        return _address(treatment_id, decision_id)

    return carry_out(request, form, give) or _page(request, file, voice=(party, form))


@require_POST
def close(request: HttpRequest, treatment_id: UUID, decision_id: str) -> HttpResponse:
    """Close the round as its voices have it."""
    file, form, at = _read(request, treatment_id, decision_id, to_write=True), forms.OutcomeForm(request.POST), now()

    def shut() -> str:
        flows.close(
            actor=actor_of(request),
            treatment_id=treatment_id,
            decision=decision_id,
            round_number=form.cleaned_data["round_number"],
            outcome=form.cleaned_data["outcome"],
            day=day_of(at),
            now=at,
        )
        messages.success(request, "Het besluit is gesloten. De stemmen blijven te lezen.")
        return _address(treatment_id, decision_id)

    return carry_out(request, form, shut) or _page(request, file)


@require_http_methods(["GET"])
def ask_lead(request: HttpRequest, treatment_id: UUID, decision_id: str) -> HttpResponse:
    """Tell how the lead clinician is asked: by the page of the day, without mail."""
    file = _read(request, treatment_id, decision_id, to_write=True)
    page = pages_course.frame(file.course, file.relation, file.decision.id)
    page |= {"decision": file.decision, "leads": file.leads, "back_url": _address(treatment_id, decision_id)}
    return render(request, "treatment/course/ask_lead.html", page)
