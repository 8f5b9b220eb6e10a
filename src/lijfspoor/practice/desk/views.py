"""The pages of the desk."""

from datetime import date
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lijfspoor.practice.access.actor import Role
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.desk import flows
from lijfspoor.practice.desk.flows import OfficeFile
from lijfspoor.practice.desk.forms import ClientsForm
from lijfspoor.practice.desk.pages.clients import clients_page
from lijfspoor.practice.desk.pages.due import consent_items, due_items
from lijfspoor.practice.desk.pages.file import file_page
from lijfspoor.practice.desk.pages.office import office_page
from lijfspoor.practice.desk.pages.today import today_page
from lijfspoor.practice.desk.pages.week import week_page, week_url
from lijfspoor.practice.desk.seats import seat_of
from lijfspoor.practice.tenancy.clock import day_of, now

MOST_PAGES = 400


@login_not_required
@require_http_methods(["GET"])
def home(request: HttpRequest) -> HttpResponse:
    """Show the day to who works here, and lead a visitor to the public side."""
    return today(request) if request.user.is_authenticated else redirect("site:home", language="nl")


@require_http_methods(["GET"])
def today(request: HttpRequest) -> HttpResponse:
    """Show the day."""
    actor, at = actor_of(request), now()
    read = flows.read_today(actor=actor, day=day_of(at), now=at)
    page = today_page(read) | {
        "is_new": read.empty and flows.is_new(actor=actor),
        "runs_practice": actor.has(Role.OWNER),
    }
    return render(request, "desk/today.html", page)


@require_http_methods(["GET"])
def due(request: HttpRequest) -> HttpResponse:
    """Show everything that waits, page by page."""
    actor, at, number = actor_of(request), now(), _number(request)
    found, more = flows.read_due(actor=actor, number=number, day=day_of(at), now=at)
    seat = seat_of(actor)
    items = due_items(found) if seat.treats or seat.leads else consent_items(found)
    page = {"items": items, "number": number, "earlier": number - 1, "later": number + 1 if more else 0}
    return render(request, "desk/due.html", page)


@require_http_methods(["GET"])
def clients(request: HttpRequest) -> HttpResponse:
    """Show the clients this colleague may see, or those sought."""
    actor, at, number = actor_of(request), now(), _number(request)
    seat, form = seat_of(actor), ClientsForm(request.GET)
    listing = flows.read_clients(
        actor=actor,
        sought=form.sought(own_first=seat.treats or seat.leads),
        stage=form.stage(),
        number=number,
        day=day_of(at),
        now=at,
    )
    page = clients_page(listing, number, day_of(at)) | {
        "form": form,
        "may_choose": seat.office and (seat.treats or seat.leads),
        "shows_groups": seat.treats or seat.office,
        "searched": bool(request.GET.get("q") or request.GET.get("stand")),
    }
    return render(request, "desk/clients.html", page)


@require_http_methods(["GET"])
def file(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Show a client's file; the office sees its administrative part."""
    actor, at = actor_of(request), now()
    read = flows.read_file(actor=actor, client_id=client_id, wanted=_treatment(request), day=day_of(at), now=at)
    if isinstance(read, OfficeFile):
        return render(request, "desk/office.html", office_page(read))
    return render(request, "desk/file.html", file_page(read))


@require_http_methods(["GET"])
def agenda(request: HttpRequest) -> HttpResponse:
    """Show a week of the agenda."""
    actor, at = actor_of(request), now()
    monday = _monday(request.GET.get("week", ""), day_of(at))
    if monday is None or not week_url(monday, -1) or not week_url(monday, 2):
        return redirect("desk:agenda")
    week = flows.read_week(actor=actor, monday=monday, now=at)
    return render(request, "desk/week.html", week_page(week, day_of(at)))


def _number(request: HttpRequest) -> int:
    text = request.GET.get("page", "1")
    return min(max(int(text), 1), MOST_PAGES) if text.isdecimal() and len(text) < 5 else 1


def _treatment(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.GET.get("traject", ""))
    except ValueError:
        return None


def _monday(text: str, today: date) -> date | None:
    """Return the Monday of a week such as 2026-W48, of this week for no text; None for what is no week."""
    if not text:
        year, week, _ = today.isocalendar()
        return date.fromisocalendar(year, week, 1)
    parts = text.split("-W")
    if len(parts) != 2 or not all(part.isascii() and part.isdecimal() for part in parts):
        return None
    try:
        return date.fromisocalendar(int(parts[0]), int(parts[1]), 1)
    except (ValueError, OverflowError):
        return None
