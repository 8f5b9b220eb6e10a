"""What the pages on groups are filled with."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.groups.cards import GroupCard, GroupDetails, MeetingCard
from lijfspoor.practice.groups.flows.reading import Choice, GroupFile, GroupList, Joining, Participant
from lijfspoor.practice.look import dutch
from lijfspoor.practice.look.parts import Chip, Fact
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.tenancy.clock import day_of


def slot_words(details: GroupDetails) -> str:
    """Return the fixed slot of a group as people say it: `dinsdag 10.30 uur, gymzaal`."""
    place = f", {details.place}" if details.place else ""
    return f"{dutch.WEEKDAYS[details.weekday]} {dutch.clock(details.at)} uur{place}"


def when_words(card: MeetingCard) -> str:
    """Return when a group session is, as people say it."""
    return f"{dutch.day(card.starts_at, weekday=True)}, {dutch.clock(card.starts_at)} uur, {card.minutes} minuten"


def places_words(card: GroupCard) -> str:
    """Return how many places are taken, in words."""
    return f"{card.taken} van {card.details.most} plaatsen bezet"


def room_chip(card: GroupCard, day: date) -> Chip:
    """Return whether someone can join."""
    if card.ended(day):
        return Chip("afgelopen")
    if card.shut(day):
        return Chip("gesloten", icon="slot")
    if not card.room:
        return Chip("vol", "wait")
    return Chip(f"nog {card.room} {'plaats' if card.room == 1 else 'plaatsen'}", "settled", "plus")


def list_page(found: GroupList, day: date) -> dict[str, Any]:
    """Fill the list of groups: one's own first."""
    rows: list[dict[str, Any]] = [
        {
            "card": card,
            "slot": slot_words(card.details),
            "places": places_words(card),
            "room": room_chip(card, day),
            "names": " en ".join(card.names),
            "next": found.next_at.get(card.id),
            "own": card.id in found.own,
        }
        for card in found.cards
    ]
    return {
        "running": sorted((row for row in rows if not row["card"].ended(day)), key=lambda row: not row["own"]),
        "ended": [row for row in rows if row["card"].ended(day)],
        "opens": found.opens,
    }


def group_page(found: GroupFile) -> dict[str, Any]:
    """Fill the page of a group: who takes part, waits, left; the next sessions and the earlier ones."""
    card = found.card
    by_kind: dict[str, list[dict[str, Any]]] = {"joined": [], "waits": [], "left": []}
    for each in found.people:
        by_kind[each.fact.kind].append(_person(each, found.day))
    coming = [each for each in found.meetings if day_of(each.starts_at) >= found.day]
    return {
        "card": card,
        "facts": _facts(card),
        "runs": found.runs,
        "room": room_chip(card, found.day),
        "people": by_kind,
        "hidden": max(0, card.taken - len(by_kind["joined"])),
        "coming": [_meeting(each, found) for each in coming],
        "past": [_meeting(each, found) for each in reversed(found.meetings) if each not in coming],
        "may_join": found.may_join and not card.ended(found.day),
    }


def _facts(card: GroupCard) -> list[Fact]:
    end = f"tot en met {dutch.day(card.details.ends_on)}" if card.details.ends_on else "zonder einddatum"
    return [
        Fact("Vaste plek", slot_words(card.details), f"{card.details.minutes} minuten"),
        Fact("Module", card.module.short_title.nl),
        Fact("Begeleiding", " en ".join(card.names)),
        Fact("Plaatsen", places_words(card), f"{card.waits} op de wachtlijst" if card.waits else ""),
        Fact("Loopt", f"vanaf {dutch.day(card.details.begins_on)}", end),
    ]


def _person(one: Participant, day: date) -> dict[str, Any]:
    words = {"joined": "sinds" if one.fact.on <= day else "vanaf", "waits": "wacht sinds", "left": "tot"}
    dose = one.course.standing.dose if one.course else None
    held = ""
    if dose is not None:
        held = f"{dose.held} van {dose.limit} sessies geweest" if dose.limit else f"{dose.held} sessies geweest"
    return {
        "one": one,
        "since": f"{words[one.fact.kind]} {dutch.day(one.fact.on)}",
        "held": held,
        "reads": one.relation.may_read_file,
        "treats": one.relation.treats,
        "closed": one.course is not None and one.course.standing.stage is Stage.CLOSED,
    }


def _meeting(card: MeetingCard, found: GroupFile) -> dict[str, Any]:
    seated = len(card.clients)
    count = f"{seated} {'deelnemer' if seated == 1 else 'deelnemers'} ingepland" if found.runs else ""
    return {"card": card, "when": when_words(card), "count": count}


def join_page(found: Joining) -> dict[str, Any]:
    """Fill the page for joining: what speaks against it, and whether waiting is possible."""
    return {
        "card": found.card,
        "client": found.course.around.card,
        "slot": slot_words(found.card.details),
        "against": found.against,
        "may_wait": found.against and not found.against_waiting,
        "known": bool(found.deciding),
        "names": " en ".join(found.card.names),
    }


def choose_page(course: Course, found: tuple[Choice, ...]) -> dict[str, Any]:
    """Fill the page on which a group is chosen for a client; the module's own words on a group when it has them."""
    said = [phase.group_preferred_after for phase in course.module.approach.phases if phase.group_preferred_after]
    rows = [
        {
            "choice": each,
            "slot": slot_words(each.card.details),
            "places": places_words(each.card),
            "room": room_chip(each.card, course.on_day),
            "names": " en ".join(each.card.names),
        }
        for each in found
    ]
    return {"client": course.around.card, "treatment_id": course.treatment_id, "rows": rows, "said": said}


def new_initial(actor: Actor, day: date) -> dict[str, Any]:
    """Return what the form for a new group starts with."""
    return {"therapist": str(actor.member_id), "begins_on": day, "takes_in": "open"}


def change_initial(card: GroupCard) -> dict[str, Any]:
    """Return a group as its form starts with it."""
    details = card.details
    return {
        "name": details.name,
        "pin": details.pin,
        "therapist": str(details.therapist),
        "co_therapist": str(details.co_therapist or ""),
        "weekday": details.weekday,
        "at": details.at,
        "minutes": details.minutes,
        "place": details.place,
        "most": details.most,
        "takes_in": "open" if details.takes_in else "closed",
        "begins_on": details.begins_on,
        "ends_on": details.ends_on,
    }


def plan_initial(card: GroupCard, day: date) -> dict[str, Any]:
    """Return what the form for planning starts with: the next time on the fixed slot."""
    first = max(day, card.details.begins_on)
    first += timedelta(days=(card.details.weekday - first.weekday()) % 7)
    return {"first": first, "at": card.details.at, "minutes": card.details.minutes, "place": card.details.place}


def choices(modules: Iterable[CareModule], therapists: Iterable[tuple[UUID, str]]) -> dict[str, Any]:
    """Return what one can choose from for a group."""
    known = {each.pin: each.title.nl for each in modules}
    return {"modules": tuple(known.items()), "therapists": tuple(therapists)}


def form_page(card: GroupCard, title: str, yes: str) -> dict[str, Any]:
    """Fill what a form about a group shows beside its fields."""
    return {"card": card, "title": title, "yes": yes, "back_url": reverse("groups:group", args=[card.id])}
