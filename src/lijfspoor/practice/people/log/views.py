"""Pages of the logbook."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.people.log import flows, forms
from lijfspoor.practice.tenancy.clock import day_of, now

CLIENT_DAYS, PRACTICE_DAYS, PER_PAGE = 90, 7, 50


@require_http_methods(["GET"])
def client(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Show who saw or changed what about a client, in words the client understands."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    form = forms.PeriodForm(request.GET or None, today=today, days=CLIENT_DAYS)
    since, until = form.period()
    card, days = flows.read_client_log(actor=actor, client_id=client_id, since=since, until=until, day=today, now=at)
    page = {"form": form, "client": card, "days": days, "since": since, "until": until}
    return render(request, "logbook/client.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET"])
def practice(request: HttpRequest) -> HttpResponse:
    """Show what happened in the practice, refused attempts marked."""
    actor, at = actor_of(request), now()
    people = flows.colleagues_in_log(actor=actor)
    form = forms.PracticePeriodForm(request.GET or None, today=day_of(at), days=PRACTICE_DAYS, people=people)
    since, until = form.period()
    log = flows.read_practice_log(actor=actor, since=since, until=until, member_id=form.member(), now=at)
    lines = Paginator(log, PER_PAGE).get_page(request.GET.get("page"))
    page = {
        "form": form,
        "page": lines,
        "names": flows.clients_named(actor=actor, lines=tuple(lines)),
    }
    return render(request, "logbook/practice.html", page, status=422 if form.errors else 200)
