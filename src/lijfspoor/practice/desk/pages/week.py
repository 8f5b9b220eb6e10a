"""The week of the agenda."""

from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from lijfspoor.practice.desk.flows.gathered import Gathered
from lijfspoor.practice.desk.flows.week import DAYS, Week
from lijfspoor.practice.desk.pages.gathered import group_line
from lijfspoor.practice.look import dutch
from lijfspoor.practice.look.parts import Chip, Link
from lijfspoor.practice.treatment.cards import SessionCard

WORKDAYS = 5


def week_page(week: Week, today: date) -> dict[str, Any]:
    """Fill the week: one entry for each day, weekend days only when something is planned."""
    days = [_day(week, week.monday + timedelta(days=offset), today) for offset in range(DAYS)]
    shown = [each for place, each in enumerate(days) if place < WORKDAYS or each["lines"]]
    return {
        "title": week_words(week.monday),
        "days": shown,
        "wide": f"week--{len(shown)}",
        "empty": not (week.sessions or week.groups),
        "earlier": Link("Vorige week", week_url(week.monday, -1), icon="terug"),
        "later": Link("Volgende week", week_url(week.monday, 1), icon="verder"),
        "this_week": None if _holds(week.monday, today) else reverse("desk:agenda"),
        "everyone": week.seat.office and not week.seat.treats,
    }


def week_words(monday: date) -> str:
    """Return the week as people say it: 'Week 48, 23 tot en met 29 november 2026'."""
    sunday = monday + timedelta(days=DAYS - 1)
    same = monday.month == sunday.month
    first = str(monday.day) if same else dutch.day(monday, year=monday.year != sunday.year)
    return f"Week {monday.isocalendar().week}, {first} tot en met {dutch.day(sunday)}"


def week_url(monday: date, weeks: int) -> str:
    """Return the address of the week so many weeks on; empty where the calendar ends."""
    try:
        year, week, _ = (monday + timedelta(weeks=weeks)).isocalendar()
    except OverflowError:
        return ""
    return f"{reverse('desk:agenda')}?week={year}-W{week:02}"


def _holds(monday: date, today: date) -> bool:
    return monday <= today < monday + timedelta(days=DAYS)


def _day(week: Week, day: date, today: date) -> dict[str, Any]:
    office = week.seat.office and not week.seat.treats
    return {
        "day": day,
        "name": dutch.day(day, weekday=True, year=False),
        "today": day == today,
        "lines": _lines(week, day, office),
    }


def _lines(week: Week, day: date, office: bool) -> list[dict[str, Any]]:
    alone = [(each.starts_at, _line(each, office)) for each in week.sessions if dutch_day(each) == day]
    together = [(each.starts_at, group_line(each, office=office)) for each in week.groups if dutch_day(each) == day]
    return [line for _, line in sorted([*alone, *together], key=lambda one: one[0])]


def dutch_day(card: SessionCard | Gathered) -> date:
    """Return the day of a session on the Dutch clock."""
    return card.starts_at.astimezone(dutch.AMSTERDAM).date()


def _line(card: SessionCard, office: bool) -> dict[str, Any]:
    number = f"sessie {card.number}" if card.number and not office else ""
    parts = (card.therapist_name if office else number, card.place, f"{card.minutes} min")
    return {
        "time": dutch.clock(card.starts_at),
        "iso": card.starts_at.astimezone(dutch.AMSTERDAM).strftime("%H:%M"),
        "name": card.client.name if office else card.client.short,
        "url": reverse("desk:file", args=[card.client.id]) if office else reverse("treatment:session", args=[card.id]),
        "detail": " · ".join(part for part in parts if part),
        "chip": Chip("niet doorgegaan") if card.missed else None,
    }
