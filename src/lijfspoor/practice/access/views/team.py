"""Pages on colleagues and invitations."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lijfspoor.practice.access import forms, invitations, team
from lijfspoor.practice.access.refusals import NotPossible, NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.access.signing_in import ask_again
from lijfspoor.practice.access.views.answers import fill, show
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import key_of, posted
from lijfspoor.practice.tenancy.once import once


@require_http_methods(["GET"])
def colleagues(request: HttpRequest) -> HttpResponse:
    """Show who works here, what they hold, and which invitations are open."""
    actor, at = actor_of(request), now()
    page = {
        "team": team.read_team(actor=actor, day=day_of(at), now=at),
        "invitations": invitations.open_invitations(actor=actor, now=at),
    }
    return render(request, "access/colleagues.html", page)


@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Invite someone; the link is shown once, on the page that answers."""
    actor, at = actor_of(request), now()
    invitations.open_invitations(actor=actor, now=at)
    ask_again(request)
    form = forms.InviteForm(posted(request))
    secrets: list[str] = []
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data

        def make() -> str:
            secrets.append(
                invitations.invite(
                    actor=actor,
                    name=given["name"],
                    email=given["email"],
                    profession=given["profession"],
                    roles=form.held(),
                    now=at,
                )
            )
            return reverse("access:colleagues")

        try:
            led_to = once(actor.member_id, key_of(request), make)
        except NotUnderstood as refusal:
            show(form, refusal)
        else:
            return _invited(request, secrets, given["name"]) if secrets else redirect(led_to)
    return fill(request, "access/invite.html", form)


def _invited(request: HttpRequest, secrets: list[str], name: str) -> HttpResponse:
    link = request.build_absolute_uri(reverse("access:invitation", args=secrets))
    return render(request, "access/invited.html", {"link": link, "name": name})


@require_http_methods(["GET", "POST"])
def invitation_withdraw(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    """Withdraw an invitation, after a question."""
    actor, at = actor_of(request), now()
    open_ones = invitations.open_invitations(actor=actor, now=at)
    if request.method == "POST":
        invitations.withdraw(actor=actor, invitation_id=invitation_id, now=at)
        messages.success(request, "De uitnodiging is ingetrokken. De link werkt niet meer.")
        return redirect("access:colleagues")
    name = next((line.name for line in open_ones if line.id == invitation_id), "")
    page = {
        "question": f"De uitnodiging van {name} intrekken?" if name else "Deze uitnodiging intrekken?",
        "explanation": "De link werkt dan niet meer.",
        "yes": "Trek in",
        "back_url": reverse("access:colleagues"),
    }
    return render(request, "look/confirm.html", page)


@require_http_methods(["GET", "POST"])
def colleague(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """Show a colleague; change what they are and may do."""
    actor, at = actor_of(request), now()
    person = team.read_colleague(actor=actor, member_id=member_id, day=day_of(at), now=at)
    initial = {"profession": person.profession, "roles": [role.value for role in person.roles]}
    form = forms.RolesForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        ask_again(request)
        try:
            team.change_roles(
                actor=actor,
                member_id=member_id,
                roles=form.held(),
                profession=form.cleaned_data["profession"],
                day=day_of(at),
                now=at,
            )
        except NotPossible as refusal:
            form.add_error("roles", refusal.message)
        else:
            messages.success(request, "De rollen zijn bewaard.")
            return redirect("access:colleagues")
    return fill(request, "access/colleague.html", form, person=person, me=person.id == actor.member_id)


@require_http_methods(["GET", "POST"])
def colleague_end(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """Record when a colleague stops; at once when no day is given."""
    actor, at = actor_of(request), now()
    person = team.read_colleague(actor=actor, member_id=member_id, day=day_of(at), now=at)
    form = forms.EndForm(posted(request))
    if request.method == "POST" and form.is_valid():
        ask_again(request)
        last = form.cleaned_data["last_day"]
        try:
            team.end_membership(actor=actor, member_id=member_id, last_day=last, day=day_of(at), now=at)
        except NotPossible as refusal:
            form.add_error(None, refusal.message)
        except NotUnderstood as refusal:
            show(form, refusal)
        else:
            messages.success(request, f"Vastgelegd dat {person.name} stopt.")
            return redirect("/" if person.id == actor.member_id else "access:colleagues")
    return fill(request, "access/colleague_end.html", form, person=person)


@require_http_methods(["GET", "POST"])
def credential_add(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """Record a training, registration or membership of a colleague."""
    actor, at = actor_of(request), now()
    person = team.read_colleague(actor=actor, member_id=member_id, day=day_of(at), now=at)
    form = forms.CredentialForm(posted(request), initial={"kind": request.GET.get("soort", "")})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data

        def keep() -> str:
            team.record_credential(
                actor=actor,
                member_id=member_id,
                kind=form.kind_kept(),
                number=given["number"],
                holds_from=given["holds_from"],
                until=given["until"],
                day=day_of(at),
                now=at,
            )
            return reverse("access:colleague", args=[member_id])

        try:
            return redirect(once(actor.member_id, key_of(request), keep))
        except NotUnderstood as refusal:
            show(form, refusal)
    return fill(request, "access/credential.html", form, person=person)
