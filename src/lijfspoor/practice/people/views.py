"""Pages on a client's details, network and consents."""

from dataclasses import asdict
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lijfspoor.practice.access.flows import colleagues_for
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotFound, NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.look.forms import PlainForm
from lijfspoor.practice.people import consents as consent_flows
from lijfspoor.practice.people import flows, forms, network, pages
from lijfspoor.practice.people.details import Person
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import key_of, posted, version_of
from lijfspoor.practice.tenancy.once import once


@require_http_methods(["GET", "POST"])
def client_edit(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Read and change a client's details."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    if request.method == "POST":
        network.open_to_change(actor=actor, client_id=client_id, day=today)
    client = flows.read_client(actor=actor, client_id=client_id, day=today, now=at)
    form = forms.ClientForm(posted(request), initial=pages.initial_client(client), today=today)
    if request.method == "POST" and form.is_valid():
        try:
            flows.change_client(
                actor=actor,
                client_id=client_id,
                details=form.details(),
                version=version_of(request),
                day=today,
                now=at,
            )
        except ChangedMeanwhile:
            back = reverse("desk:file", args=[client_id])
            return render(
                request, "look/merge.html", pages.merge(request, form, client, client.version, back), status=409
            )
        messages.success(request, "De gegevens zijn bewaard.")
        return redirect("desk:file", client_id)
    page = {"form": form, "client": pages.named(client), "client_id": client_id, "version": client.version}
    return render(request, "people/client.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET"])
def network_page(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Show who is around a client and which colleagues have to do with them."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    people = network.read_network(actor=actor, client_id=client_id, day=today, now=at)
    team = network.team_of(actor=actor, client_id=client_id, day=today)
    may_change = network.may_change(actor=actor, client_id=client_id, day=today)
    page = pages.network(actor, client_id, people, team, today, may_change=may_change)
    return render(request, "people/network.html", page)


@require_http_methods(["GET", "POST"])
def contact_add(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Add someone around a client."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    network.open_to_change(actor=actor, client_id=client_id, day=today)
    client = flows.read_client(actor=actor, client_id=client_id, day=today, now=at)
    form = forms.NewContactForm(posted(request))
    if request.method == "POST" and form.is_valid():
        network_url = reverse("people:network", args=[client_id])

        def add() -> str:
            network.add_contact(
                actor=actor,
                client_id=client_id,
                details=form.details(),
                authority=form.cleaned_data["authority"],
                day=today,
                now=at,
            )
            return network_url

        return redirect(once(actor.member_id, key_of(request), add))
    page = {"form": form, "client": pages.named(client), "client_id": client_id, "title": "Iemand toevoegen"}
    return render(request, "people/contact.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def contact_edit(request: HttpRequest, client_id: UUID, contact_id: UUID) -> HttpResponse:
    """Change someone around a client, or the authority they hold."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    if request.method == "POST":
        network.open_to_change(actor=actor, client_id=client_id, day=today)
    client = flows.read_client(actor=actor, client_id=client_id, day=today, now=at)
    person = network.read_person(actor=actor, client_id=client_id, contact_id=contact_id, day=today)
    form = forms.ContactForm(posted(request), initial=asdict(person.details))
    if request.method == "POST" and form.is_valid():
        try:
            network.change_contact(
                actor=actor,
                client_id=client_id,
                contact_id=contact_id,
                details=form.details(),
                version=version_of(request),
                day=today,
                now=at,
            )
        except ChangedMeanwhile:
            back = reverse("people:network", args=[client_id])
            both = pages.merge(request, form, person.details, person.version, back)
            return render(request, "look/merge.html", both, status=409)
        messages.success(request, "De wijziging is bewaard.")
        return redirect("people:network", client_id)
    authority_form = forms.AuthorityForm(initial={"on": today}, prefix="authority")
    page = {"client": pages.named(client), "client_id": client_id, "form": form, "authority_form": authority_form}
    return _contact_page(request, person, page, form)


def _contact_page(request: HttpRequest, person: Person, page: dict[str, object], sent: PlainForm) -> HttpResponse:
    page |= {"person": person, "title": person.details.name}
    return render(request, "people/contact.html", page, status=422 if sent.errors else 200)


@require_POST
def authority(request: HttpRequest, client_id: UUID, contact_id: UUID) -> HttpResponse:
    """Record a change in who holds authority."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    network.open_to_change(actor=actor, client_id=client_id, day=today)
    form = forms.AuthorityForm(request.POST, prefix="authority")
    if form.is_valid():
        try:
            network.change_authority(
                actor=actor,
                client_id=client_id,
                contact_id=contact_id,
                change=form.cleaned_data["change"],
                on=form.cleaned_data["on"],
                day=today,
                now=at,
            )
        except NotUnderstood as refusal:
            _show(form, refusal)
        else:
            messages.success(request, "Het gezag is vastgelegd.")
            return redirect("people:network", client_id)
    client = flows.read_client(actor=actor, client_id=client_id, day=today, now=at)
    person = network.read_person(actor=actor, client_id=client_id, contact_id=contact_id, day=today)
    other = forms.ContactForm(initial=asdict(person.details))
    page = {"client": pages.named(client), "client_id": client_id, "form": other, "authority_form": form}
    return _contact_page(request, person, page, form)


def _show(form: PlainForm, refusal: NotUnderstood) -> None:
    for name, words in refusal.fields.items():
        form.add_error(name if name in form.fields else None, words)


@require_http_methods(["GET", "POST"])
def contact_end(request: HttpRequest, client_id: UUID, contact_id: UUID) -> HttpResponse:
    """Take someone out of the network, after a question."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    network.open_to_change(actor=actor, client_id=client_id, day=today)
    person = network.read_person(actor=actor, client_id=client_id, contact_id=contact_id, day=today)
    if request.method == "POST":
        network.end_contact(
            actor=actor, client_id=client_id, contact_id=contact_id, version=person.version, day=today, now=at
        )
        messages.success(request, f"{person.details.name} staat niet meer in het netwerk.")
        return redirect("people:network", client_id)
    page = {
        "question": f"{person.details.name} uit het netwerk halen?",
        "explanation": "Wat is vastgelegd blijft in het dossier. Gezag dat deze persoon heeft, eindigt vandaag.",
        "yes": "Haal uit het netwerk",
        "back_url": reverse("people:contact_edit", args=[client_id, contact_id]),
    }
    return render(request, "look/confirm.html", page)


@require_http_methods(["GET"])
def consents(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Show for every scope who must consent and what they said."""
    actor, at = actor_of(request), now()
    client, lines = consent_flows.read_consents(actor=actor, client_id=client_id, day=day_of(at), now=at)
    may_change = network.may_change(actor=actor, client_id=client_id, day=day_of(at))
    return render(request, "people/consents.html", pages.consents(client, lines) | {"may_change": may_change})


@require_http_methods(["GET", "POST"])
def consent_record(request: HttpRequest, client_id: UUID, scope: str, person: str) -> HttpResponse:
    """Record a consent given, refused or taken back."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    network.open_to_change(actor=actor, client_id=client_id, day=today)
    client, lines = consent_flows.read_consents(actor=actor, client_id=client_id, day=today, now=at)
    line = pages.line_of(lines, scope, person)
    form = forms.ConsentForm(posted(request), initial={"holds_from": today, "given": "no" if line.given else "yes"})
    if request.method == "POST" and form.is_valid():

        def keep() -> str:
            consent_flows.record_consent(
                actor=actor,
                client_id=client_id,
                scope=scope,
                person=person,
                given=form.cleaned_data["given"] == "yes",
                holds_from=form.cleaned_data["holds_from"],
                until=form.cleaned_data["until"],
                how=form.cleaned_data["how"],
                day=today,
                now=at,
            )
            return reverse("people:consents", args=[client_id])

        try:
            return redirect(once(actor.member_id, key_of(request), keep))
        except NotUnderstood as refusal:
            _show(form, refusal)
    page = {"form": form, "client": pages.named(client), "client_id": client_id, "line": line, "scope": scope}
    return render(request, "people/consent.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def colleague_add(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Tie a colleague to the client."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    network.open_to_change(actor=actor, client_id=client_id, day=today)
    client = flows.read_client(actor=actor, client_id=client_id, day=today, now=at)
    members = colleagues_for(practice_id=actor.practice_id, day=today)
    form = forms.ColleagueForm(posted(request), members=tuple((str(m.member_id), m.name) for m in members))
    if request.method == "POST" and form.is_valid():

        def tie() -> str:
            network.assign_colleague(
                actor=actor,
                client_id=client_id,
                member_id=UUID(form.cleaned_data["member"]),
                kind=form.cleaned_data["kind"],
                until=form.cleaned_data["until"],
                day=today,
                now=at,
            )
            return reverse("people:network", args=[client_id])

        try:
            return redirect(once(actor.member_id, key_of(request), tie))
        except NotUnderstood as refusal:
            _show(form, refusal)
    page = {"form": form, "client": pages.named(client), "client_id": client_id, "title": "Collega toevoegen"}
    return render(request, "people/colleague.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def colleague_release(request: HttpRequest, client_id: UUID, member_id: UUID, kind: str) -> HttpResponse:
    """End a colleague's tie to the client, after a question."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    network.open_to_change(actor=actor, client_id=client_id, day=today)
    flows.read_client(actor=actor, client_id=client_id, day=today, now=at)
    team = network.team_of(actor=actor, client_id=client_id, day=today)
    if not any((line.member_id, line.kind) == (member_id, kind) for line in team):
        raise NotFound
    if request.method == "POST":
        network.release_colleague(actor=actor, client_id=client_id, member_id=member_id, kind=kind, day=today, now=at)
        return redirect("people:network", client_id)
    page = {
        "question": "Deze collega losmaken van de cliënt?",
        "explanation": "Het dossier is dan meteen dicht voor deze collega.",
        "yes": "Maak los",
        "back_url": reverse("people:network", args=[client_id]),
    }
    return render(request, "look/confirm.html", page)
