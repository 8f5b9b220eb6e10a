"""Pages on referrals: typing one, reading one, taking it up or setting it aside, and those that wait."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotPossible, NotUnderstood
from lijfspoor.practice.access.requests import actor_of
from lijfspoor.practice.intake import flows, forms, pages, reading
from lijfspoor.practice.intake.details import Referred
from lijfspoor.practice.intake.reading import WayIn
from lijfspoor.practice.intake.views.answers import put_back
from lijfspoor.practice.people.relations import ClientCard
from lijfspoor.practice.tenancy.clock import day_of, now
from lijfspoor.practice.tenancy.forms import key_of
from lijfspoor.practice.tenancy.once import once


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Who stands at the door: who types, when, along which way, and the known client if any."""

    actor: Actor
    at: datetime
    way: WayIn
    client: ClientCard | None

    @property
    def today(self) -> date:
        """The day on which it is typed."""
        return day_of(self.at)


@require_http_methods(["GET", "POST"])
def refer(request: HttpRequest) -> HttpResponse:
    """Type a referral in two short steps: which way and who, then why and who treats."""
    actor, at = actor_of(request), now()
    ways = flows.ways_in(actor=actor)
    way = next((each for each in ways if each.key == request.GET.get("way")), None)
    if way is None:
        return _first_step(request, actor, ways)
    client, name = _known(request, actor, day_of(at)), request.GET.get("name", "").strip()
    if client is None and name and "new" not in request.GET:
        found = reading.clients_named(actor=actor, words=name, day=day_of(at), now=at)
        page = {"found": found, "name": name, "way": way}
        return render(request, "intake/refer_found.html", page)
    return _second_step(request, Door(actor=actor, at=at, way=way, client=client))


def _first_step(request: HttpRequest, actor: Actor, ways: tuple[WayIn, ...]) -> HttpResponse:
    asked = "name" in request.GET
    form = forms.WhoForm(request.GET if asked else None, ways=ways)
    page = {"form": form, "ways": ways, "takes_up": reading.takes_up(actor=actor)}
    return render(request, "intake/refer_who.html", page, status=422 if form.errors else 200)


def _known(request: HttpRequest, actor: Actor, today: date) -> ClientCard | None:
    try:
        client_id = UUID(request.GET.get("client", ""))
    except ValueError:
        return None
    return reading.client_to_refer(actor=actor, client_id=client_id, day=today)


def _second_step(request: HttpRequest, door: Door) -> HttpResponse:
    form = forms.ReferralForm(
        request.POST or None,
        way=door.way,
        therapists=reading.therapists(actor=door.actor, day=door.today),
        leads=reading.lead_clinicians(actor=door.actor, day=door.today),
        today=door.today,
        initial={"therapist": str(door.actor.member_id), "lead_clinician": str(door.actor.member_id)},
    )
    new = None if door.client else forms.NewClientForm(request.POST or None, today=door.today)
    valid = form.is_valid() and (new is None or new.is_valid()) if request.method == "POST" else False
    if valid and (answer := _refer(request, door, form, new)):
        return answer
    page = {"form": form, "new": new, "client": door.client, "way": door.way}
    wrong = form.errors or (new is not None and new.errors)
    return render(request, "intake/refer_why.html", page, status=422 if wrong else 200)


def _refer(
    request: HttpRequest, door: Door, form: forms.ReferralForm, new: forms.NewClientForm | None
) -> HttpResponse | None:
    asked = form.referral(door.client.id if door.client else None, new.details() if new else None)

    def act() -> str:
        return _leads_to(flows.refer_client(actor=door.actor, referral=asked, day=door.today, now=door.at))

    try:
        led_to = once(door.actor.member_id, key_of(request), act)
    except (NotUnderstood, NotPossible) as refusal:
        put_back(form, refusal)
        return None
    messages.success(request, "De aanmelding is vastgelegd.")
    return redirect(led_to)


def _leads_to(done: Referred) -> str:
    if done.relation.may_read_file:
        return reverse("intake:overview", args=[done.treatment_id])
    if done.relation.may_see:
        return reverse("intake:referral", args=[done.referral_id])
    return reverse("intake:refer")


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Show the referrals that nobody has taken up yet."""
    actor, at = actor_of(request), now()
    cards = flows.read_open_referrals(actor=actor, now=at)
    return render(request, "intake/referrals.html", {"cards": cards})


@require_http_methods(["GET", "POST"])
def referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Show a referral as it came in; take it up along a chosen way."""
    actor, at = actor_of(request), now()
    today = day_of(at)
    card = flows.read_referral(actor=actor, referral_id=referral_id, day=today, now=at)
    ways = flows.ways_in(actor=actor) if card.may_take_up and (card.open or request.method == "POST") else ()
    way = next((each for each in ways if each.key == request.GET.get("way")), None)
    form = None if way is None else _way_form(request, actor, way, today)
    if form is not None and request.method == "POST" and form.is_valid():
        chosen = form.chosen()

        def act() -> str:
            return _leads_to(
                flows.take_up_referral(actor=actor, referral_id=referral_id, way=chosen, day=today, now=at)
            )

        try:
            led_to = once(actor.member_id, key_of(request), act)
        except (NotUnderstood, NotPossible) as refusal:
            put_back(form, refusal)
        else:
            messages.success(request, "De verwijzing is opgepakt.")
            return redirect(led_to)
    page = pages.referral(card, ways, way, form)
    return render(request, "intake/referral.html", page, status=422 if form is not None and form.errors else 200)


def _way_form(request: HttpRequest, actor: Actor, way: WayIn, today: date) -> forms.WayForm:
    return forms.WayForm(
        request.POST or None,
        way=way,
        therapists=reading.therapists(actor=actor, day=today),
        leads=reading.lead_clinicians(actor=actor, day=today),
        initial={"therapist": str(actor.member_id)},
    )


@require_http_methods(["GET", "POST"])
def set_aside(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Put a referral away that nobody takes up."""
    actor, at = actor_of(request), now()
    card = flows.read_referral(actor=actor, referral_id=referral_id, day=day_of(at), now=at)
    form = forms.SetAsideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        flows.set_aside_referral(actor=actor, referral_id=referral_id, why=form.cleaned_data["why"], now=at)
        messages.success(request, "De verwijzing ligt terzijde. Zij blijft te lezen.")
        return redirect("intake:referrals")
    page = {"form": form, "card": card}
    return render(request, "intake/set_aside.html", page, status=422 if form.errors else 200)
