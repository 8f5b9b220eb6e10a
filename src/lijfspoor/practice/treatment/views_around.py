"""Pages on talks, the reporting code, and the end of treatment."""

from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.treatment import forms_around as forms
from lijfspoor.practice.treatment import pages_around, pages_course
from lijfspoor.practice.treatment.advice_points import points_for
from lijfspoor.practice.treatment.flows import closing as closing_flows
from lijfspoor.practice.treatment.flows import safety as safety_flows
from lijfspoor.practice.treatment.flows import talks as talk_flows
from lijfspoor.practice.treatment.flows.closing import ClosingFile
from lijfspoor.practice.treatment.posting import ask, carry_out, status_of


@require_http_methods(["GET", "POST"])
def talks(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show the talks around the client and write one down."""
    actor, at, posts = actor_of(request), now(), request.method == "POST"
    today, asked = day_of(at), forms.AudienceForm(request.GET)
    audience: talk_flows.Audience = asked.cleaned_data["met"] if asked.is_valid() else "caregivers"
    file = talk_flows.read_talks(actor=actor, treatment_id=treatment_id, day=today, now=at, to_write=posts)
    form = forms.TalkForm(
        request.POST or None,
        audience=audience,
        people=file.people,
        points=points_for(file.course, audience),
        day=today,
    )

    def hold() -> str:
        talk_flows.hold_talk(
            actor=actor,
            treatment_id=treatment_id,
            audience=audience,
            mode=form.cleaned_data["mode"],
            summary=form.cleaned_data["summary"],
            told=form.minutes(),
            on=form.cleaned_data["on"],
            day=today,
            now=at,
        )
        messages.success(request, "Het gesprek is bewaard.")
        return reverse("treatment:talks", args=[treatment_id])

    if posts and (done := carry_out(request, form, hold)):
        return done
    page = pages_course.frame(file.course, file.relation, "talks") | pages_around.talks(file, audience, form)
    page["practised_form"] = forms.PractisedForm(day=today)
    return render(request, "treatment/course/talks.html", page, status=status_of(form))


@require_http_methods(["GET", "POST"])
def practised(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Write down that new behaviour was practised outside the room."""
    actor, at = actor_of(request), now()
    today, back = day_of(at), reverse("treatment:talks", args=[treatment_id])
    file = talk_flows.read_talks(actor=actor, treatment_id=treatment_id, day=today, now=at, to_write=True)
    form = forms.PractisedForm(request.POST or None, day=today)

    def note() -> str:
        talk_flows.note_practice_elsewhere(
            actor=actor,
            treatment_id=treatment_id,
            text=form.cleaned_data["text"],
            where=form.cleaned_data["where"],
            on=form.cleaned_data["practised_on"],
            day=today,
            now=at,
        )
        messages.success(request, "Wat er geoefend is, staat in het dossier.")
        return back

    return ask(
        request,
        (file.course, file.relation),
        "talks",
        form,
        note,
        title="Geoefend buiten de therapie",
        back=back,
    )


@require_http_methods(["GET", "POST"])
def safety(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show the steps of the reporting code to those who treat the client, and write one down."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    course, relation, kept = safety_flows.read_safety(actor=actor, treatment_id=treatment_id, day=today, now=at)
    form = forms.SafetyForm(request.POST or None, day=today)

    def note() -> str:
        safety_flows.note_code_step(
            actor=actor,
            treatment_id=treatment_id,
            code_step=form.cleaned_data["code_step"],
            who=form.cleaned_data["who"],
            content=form.cleaned_data["content"],
            decision=form.cleaned_data["decision"],
            on=form.cleaned_data["on"],
            day=today,
            now=at,
        )
        messages.success(request, "De stap is bewaard. Alleen wie deze cliënt behandelt kan dit lezen.")
        return reverse("treatment:safety", args=[treatment_id])

    if request.method == "POST" and (done := carry_out(request, form, note)):
        return done
    page = pages_course.frame(course, relation, "safety") | pages_around.safety(kept) | {"form": form}
    return render(request, "treatment/course/safety.html", page, status=status_of(form))


@require_http_methods(["GET"])
def closing(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show how the treatment tapers off and ends, and who could take over."""
    actor, at = actor_of(request), now()
    file = closing_flows.read_closing(actor=actor, treatment_id=treatment_id, day=day_of(at), now=at)
    return _closing_page(request, file)


def _closing_page(request: HttpRequest, file: ClosingFile, **posted: django_forms.Form) -> HttpResponse:
    course = file.course
    page = pages_course.frame(course, file.relation, "closing") | pages_around.closing(file)
    page |= {
        "taper_form": forms.TaperForm(day=course.on_day, auto_id="taper_%s"),
        "close_form": forms.CloseForm(file=file, allowed=pages_around.allowed_reasons(course), auto_id="close_%s"),
        "therapist_form": forms.TherapistForm(therapists=file.therapists, auto_id="therapist_%s"),
    }
    page |= posted
    return render(request, "treatment/course/closing.html", page, status=status_of(*posted.values()))


@require_POST
def taper(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Plan how the treatment tapers off."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    file = closing_flows.read_closing(actor=actor, treatment_id=treatment_id, day=today, now=at, to_write=True)
    form = forms.TaperForm(request.POST, day=today, auto_id="taper_%s")

    def plan() -> str:
        closing_flows.plan_taper(
            actor=actor,
            treatment_id=treatment_id,
            spacing=form.cleaned_data["spacing"],
            farewell=form.cleaned_data["farewell"],
            last_on=form.cleaned_data["last_on"],
            day=today,
            now=at,
        )
        messages.success(request, "De afbouw is afgesproken.")
        return reverse("treatment:closing", args=[treatment_id])

    return carry_out(request, form, plan) or _closing_page(request, file, taper_form=form)


@require_POST
def close(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """End the treatment; the first time asks whether that is meant."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    file = closing_flows.read_closing(actor=actor, treatment_id=treatment_id, day=today, now=at, to_write=True)
    allowed = pages_around.allowed_reasons(file.course)
    form = forms.CloseForm(request.POST, file=file, allowed=allowed, auto_id="close_%s")

    def end() -> str:
        closing_flows.close_treatment(actor=actor, treatment_id=treatment_id, day=today, now=at, **form.cleaned_data)
        messages.success(request, "De behandeling is afgerond. Het dossier blijft te lezen.")
        return reverse("treatment:closing", args=[treatment_id])

    if request.POST.get("confirmed") != "yes" and _fits(form, file):
        page = pages_course.frame(file.course, file.relation, "closing") | {"form": form, "planned": file.planned}
        return render(request, "treatment/course/confirm_close.html", page)
    return carry_out(request, form, end) or _closing_page(request, file, close_form=form)


def _fits(form: forms.CloseForm, file: ClosingFile) -> bool:
    """Tell whether the treatment could end like this; what is wrong comes beside the fields."""
    if not form.is_valid():
        return False
    try:
        closing_flows.check_closing(file.course, form.cleaned_data["reason"], form.cleaned_data["next_step"])
    except NotUnderstood as refusal:
        for name, words in refusal.fields.items():
            form.add_error(name, words)
    return not form.errors


@require_POST
def therapist(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Hand the treatment to another therapist."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    file = closing_flows.read_closing(actor=actor, treatment_id=treatment_id, day=today, now=at, to_write=True)
    form = forms.TherapistForm(request.POST, therapists=file.therapists, auto_id="therapist_%s")

    def change() -> str:
        closing_flows.change_therapist(
            actor=actor,
            treatment_id=treatment_id,
            member_id=UUID(form.cleaned_data["member"]),
            reason=form.cleaned_data["reason"],
            day=today,
            now=at,
        )
        messages.success(request, "De behandeling is overgedragen.")
        return reverse("treatment:closing", args=[treatment_id])

    return carry_out(request, form, change) or _closing_page(request, file, therapist_form=form)
