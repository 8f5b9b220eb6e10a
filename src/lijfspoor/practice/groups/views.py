"""Pages on groups: the list, making and changing one, who takes part, planning."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from lijfspoor.practice.access.refusals import NotPossible
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.groups import flows, forms, pages
from lijfspoor.practice.groups.flows import reading
from lijfspoor.practice.look.forms import PlainForm
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import posted, version_of
from lijfspoor.practice.treatment.posting import carry_out, status_of


@require_GET
def groups(request: HttpRequest) -> HttpResponse:
    """List the groups of the practice."""
    at = now()
    found = reading.read_groups(actor=actor_of(request), day=day_of(at), now=at)
    return render(request, "groups/list.html", pages.list_page(found, day_of(at)))


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Make a group."""
    actor, at = actor_of(request), now()
    modules, therapists = reading.read_choices(actor=actor, day=day_of(at))
    form = forms.GroupForm(
        posted(request), initial=pages.new_initial(actor, day_of(at)), **pages.choices(modules, therapists)
    )

    def make() -> str:
        made = flows.open_group(actor=actor, details=form.details(), day=day_of(at), now=at)
        messages.success(request, "De groep is er. Plan nu sessies, of laat cliënten meedoen.")
        return reverse("groups:group", args=[made])

    page = {"form": form, "title": "Nieuwe groep", "yes": "Maak de groep", "back_url": reverse("groups:list")}
    return (form.is_bound and carry_out(request, form, make)) or _form(request, form, page)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, group_id: UUID) -> HttpResponse:
    """Change what was agreed about a group."""
    actor, at = actor_of(request), now()
    card = reading.read_details(actor=actor, group_id=group_id, day=day_of(at))
    modules, therapists = reading.read_choices(actor=actor, day=day_of(at))
    form = forms.GroupForm(
        posted(request), initial=pages.change_initial(card), **pages.choices((*modules, card.module), therapists)
    )

    def keep() -> str:
        flows.change_group(
            actor=actor, group_id=group_id, details=form.details(), version=version_of(request), day=day_of(at), now=at
        )
        return reverse("groups:group", args=[group_id])

    page = {**pages.form_page(card, "Groep wijzigen", "Bewaar"), "form": form, "version": card.version}
    return (form.is_bound and carry_out(request, form, keep)) or _form(request, form, page)


@require_GET
def group(request: HttpRequest, group_id: UUID) -> HttpResponse:
    """Show a group: who takes part, what is planned."""
    at = now()
    found = reading.read_group(actor=actor_of(request), group_id=group_id, day=day_of(at), now=at)
    return render(request, "groups/group.html", pages.group_page(found))


@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, group_id: UUID) -> HttpResponse:
    """Plan a session of the group, or a weekly series."""
    actor, at = actor_of(request), now()
    card = reading.read_details(actor=actor, group_id=group_id, day=day_of(at))
    form = forms.MeetingsForm(posted(request), initial=pages.plan_initial(card, day_of(at)))

    def appoint() -> str:
        left_out = flows.plan_meetings(actor=actor, group_id=group_id, wish=form.wish(), day=day_of(at), now=at)
        for each in left_out:
            messages.warning(request, f"{each.name} is niet in alle sessies ingepland. {' '.join(each.reasons)}")
        return reverse("groups:group", args=[group_id])

    page = {**pages.form_page(card, "Sessies plannen", "Plan"), "form": form, "lead": pages.slot_words(card.details)}
    return (form.is_bound and carry_out(request, form, appoint)) or _form(request, form, page)


@require_GET
def candidates(request: HttpRequest, group_id: UUID) -> HttpResponse:
    """Show which of one's own clients could join."""
    at = now()
    card, found = reading.read_candidates(actor=actor_of(request), group_id=group_id, day=day_of(at), now=at)
    return render(request, "groups/candidates.html", {"card": card, "found": found})


@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, group_id: UUID, treatment_id: UUID) -> HttpResponse:
    """Let a client take part, or wait for a place."""
    actor, at = actor_of(request), now()
    found = reading.read_joining(actor=actor, group_id=group_id, treatment_id=treatment_id, day=day_of(at), now=at)
    first = max(day_of(at), found.card.details.begins_on)
    form = forms.JoinForm(posted(request), deciding=found.deciding, initial={"on": first})

    def take_part() -> str:
        reasons = flows.join_group(
            actor=actor,
            group_id=group_id,
            treatment_id=treatment_id,
            waits=request.POST.get("do") == "wait",
            day=day_of(at),
            now=at,
            on=form.cleaned_data["on"],
            agreed=form.cleaned_data.get("agreed", ()),
        )
        for words in reasons:
            messages.warning(request, words)
        return reverse("groups:group", args=[group_id])

    page = {**pages.join_page(found), "form": form}
    return _carry(request, form, take_part, page, "groups/join.html")


@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, group_id: UUID, treatment_id: UUID) -> HttpResponse:
    """Let a client take part no longer."""
    actor, at = actor_of(request), now()
    found = reading.read_joining(actor=actor, group_id=group_id, treatment_id=treatment_id, day=day_of(at), now=at)
    form = forms.LeaveForm(posted(request), initial={"on": day_of(at)})

    def stop() -> str:
        flows.leave_group(
            actor=actor, group_id=group_id, treatment_id=treatment_id, day=day_of(at), now=at, **form.cleaned_data
        )
        return reverse("groups:group", args=[group_id])

    page = {**pages.form_page(found.card, "Stopt met de groep", "Leg vast"), "form": form}
    page["lead"] = f"{found.course.around.card.short}. Wat al geschreven is, blijft. Sessies daarna vervallen."
    return _carry(request, form, stop, page, "groups/form.html")


@require_GET
def choose(request: HttpRequest, treatment_id: UUID) -> HttpResponse:
    """Show which group has room for a client."""
    at = now()
    course, found = reading.read_choosing(actor=actor_of(request), treatment_id=treatment_id, day=day_of(at), now=at)
    return render(request, "groups/choose.html", pages.choose_page(course, found))


def _carry(
    request: HttpRequest, form: PlainForm, act: Callable[[], str], page: dict[str, object], template: str
) -> HttpResponse:
    """Carry out a form about a participant; what is not possible now is shown above it."""
    status = 200
    if form.is_bound:
        try:
            if answer := carry_out(request, form, act):
                return answer
        except NotPossible as refusal:
            page |= {"message": refusal.message, "reasons": refusal.reasons}
            status = refusal.status
    return render(request, template, page, status=status if status != 200 else status_of(form))


def _form(request: HttpRequest, form: PlainForm, page: dict[str, object]) -> HttpResponse:
    return render(request, "groups/form.html", page, status=status_of(form))
