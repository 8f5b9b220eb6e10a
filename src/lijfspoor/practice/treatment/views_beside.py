"""Pages on treatments beside this one, and on what the client lets know."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.look.forms import PlainForm
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.treatment import forms_moving as forms
from lijfspoor.practice.treatment import pages_course, pages_moving
from lijfspoor.practice.treatment.flows import beside as flows
from lijfspoor.practice.treatment.flows import told_by_client
from lijfspoor.practice.treatment.posting import ask, carry_out, status_of


@require_http_methods(["GET", "POST"])
def beside(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show the treatments beside this one, and note one."""
    actor, at, posts = actor_of(request), now(), request.method == "POST"
    course, relation = flows.read_beside(actor=actor, treatment_id=treatment_id, day=day_of(at), now=at, to_write=posts)
    form = forms.BesideForm(request.POST or None)

    def act() -> str:
        flows.note_treatment_beside(
            actor=actor, treatment_id=treatment_id, beside="", told=form.told(), day=day_of(at), now=at
        )
        messages.success(request, "De behandeling staat erbij.")
        return reverse("treatment:beside", args=[treatment_id])

    if posts and (done := carry_out(request, form, act)):
        return done
    page = pages_course.frame(course, relation, "beside") | pages_moving.beside(course) | {"form": form}
    return render(request, "treatment/course/beside.html", page, status=status_of(form))


@require_http_methods(["GET", "POST"])
def beside_change(request: HttpRequest, treatment_id: UUID, beside_id: str) -> HttpResponse:
    """Note what changed in a treatment beside this one, such as its last day."""
    actor, at = actor_of(request), now()
    course, relation = flows.read_beside(actor=actor, treatment_id=treatment_id, day=day_of(at), now=at, to_write=True)
    known, back = flows.beside_of(course, beside_id), reverse("treatment:beside", args=[treatment_id])
    first = {name: getattr(known, name) for name in forms.BesideForm.base_fields}
    form = forms.BesideForm(request.POST or None, initial=first)

    def act() -> str:
        flows.note_treatment_beside(
            actor=actor, treatment_id=treatment_id, beside=beside_id, told=form.told(), day=day_of(at), now=at
        )
        messages.success(request, "De verandering is bewaard.")
        return back

    return ask(request, (course, relation), "beside", form, act, title=f"Verander: {known.name}", back=back)


@require_http_methods(["GET", "POST"])
def trauma_session(request: HttpRequest, treatment_id: UUID, beside_id: str) -> HttpResponse:
    """Note a day of trauma processing in a treatment beside this one."""
    actor, at = actor_of(request), now()
    course, relation = flows.read_beside(actor=actor, treatment_id=treatment_id, day=day_of(at), now=at, to_write=True)
    known, back = flows.beside_of(course, beside_id), reverse("treatment:beside", args=[treatment_id])
    form = forms.TraumaSessionForm(request.POST or None)

    def act() -> str:
        on, clock = form.cleaned_data["on"], form.clock()
        flows.note_trauma_session(
            actor=actor, treatment_id=treatment_id, beside=beside_id, on=on, at=clock, day=day_of(at), now=at
        )
        messages.success(request, "De dag staat erbij.")
        return back

    return ask(
        request,
        (course, relation),
        "beside",
        form,
        act,
        title=f"Dag van traumaverwerking: {known.name}",
        back=back,
    )


@require_POST
def trauma_session_drop(request: HttpRequest, treatment_id: UUID, beside_id: str, session: str) -> HttpResponse:
    """Note that a day of trauma processing does not take place."""
    actor, at = actor_of(request), now()

    def act() -> str:
        flows.drop_trauma_session(
            actor=actor, treatment_id=treatment_id, beside=beside_id, session=session, day=day_of(at), now=at
        )
        messages.success(request, "De dag is eraf. In het dossier van eerder blijft dit te lezen.")
        return reverse("treatment:beside", args=[treatment_id])

    return carry_out(request, PlainForm(request.POST), act) or beside(request, treatment_id)


@require_http_methods(["GET", "POST"])
def client_notes(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show what the client let know, and write down something new."""
    actor, at, posts = actor_of(request), now(), request.method == "POST"
    course, relation = told_by_client.read_client_notes(
        actor=actor, treatment_id=treatment_id, day=day_of(at), now=at, to_write=posts
    )
    form = forms.ClientNoteForm(request.POST or None, day=day_of(at))

    def act() -> str:
        got = form.cleaned_data
        told_by_client.receive_client_note(
            actor=actor, treatment_id=treatment_id, text=got["text"], as_spoken=got["as_spoken"] == "spoken",
            on=got["on"], day=day_of(at), now=at,
        )  # fmt: skip
        messages.success(request, "Het staat bij ‘Van de cliënt’.")
        return reverse("treatment:client_notes", args=[treatment_id])

    if posts and (done := carry_out(request, form, act)):
        return done
    page = pages_course.frame(course, relation, "client_notes")
    page |= {"notes": tuple(reversed(course.standing.client_notes)), "form": form}
    return render(request, "treatment/course/client_notes.html", page, status=status_of(form))


@require_http_methods(["GET", "POST"])
def client_note_answer(request: HttpRequest, treatment_id: UUID, note: str) -> HttpResponse:
    """Write down how someone came back to what the client let know."""
    actor, at = actor_of(request), now()
    course, relation = told_by_client.read_client_notes(
        actor=actor, treatment_id=treatment_id, day=day_of(at), now=at, to_write=True
    )
    told_by_client.client_note_of(course, note)
    form, back = forms.ComeBackForm(request.POST or None), reverse("treatment:client_notes", args=[treatment_id])

    def act() -> str:
        words = form.cleaned_data["words"]
        told_by_client.answer_client_note(
            actor=actor, treatment_id=treatment_id, note=note, words=words, day=day_of(at), now=at
        )
        messages.success(request, "Het staat in het dossier dat u erop terugkwam.")
        return back

    return ask(
        request,
        (course, relation),
        "client_notes",
        form,
        act,
        title="Terugkomen op wat de cliënt liet weten",
        back=back,
    )
