"""Sessions of groups on the day and in the week."""

from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse

from lijfspoor.practice.desk.flows.gathered import Gathered
from lijfspoor.practice.look import dutch
from lijfspoor.practice.look.parts import Chip, Link, NextStep, Stop


def group_ends(one: Gathered) -> datetime:
    """Return when a session of a group ends."""
    return one.starts_at + timedelta(minutes=one.minutes)


def group_step(one: Gathered, before: str) -> NextStep:
    """Return a session of a group as the one next step of the day."""
    return NextStep(
        before=before,
        title=one.card.group_name,
        detail=_detail(one),
        main=Link("Open de groep", reverse("groups:meeting", args=[one.card.id]), icon="start"),
        others=(Link("Wie doen er mee", reverse("groups:group", args=[one.card.group_id])),),
    )


def group_stop(one: Gathered, now: datetime, *, current: bool, office: bool) -> Stop:
    """Return a session of a group on the trail of the day."""
    waits = not one.recorded and group_ends(one) <= now and not office
    return Stop(
        time=dutch.clock(one.starts_at),
        iso=dutch.clock(one.starts_at).replace(".", ":"),
        name=one.card.group_name,
        url=reverse("groups:group", args=[one.card.group_id]),
        detail=_detail(one, names=office),
        chips=(Chip("groep", "plum", "clienten"), *((Chip("nog vastleggen", "wait", "pen"),) if waits else ())),
        state="now" if current else "done" if one.recorded or group_ends(one) <= now else "later",
        act=None
        if current or office
        else Link("Sessie", reverse("groups:meeting", args=[one.card.id]), about=f"van {one.card.group_name}"),
    )


def group_line(one: Gathered, *, office: bool) -> dict[str, Any]:
    """Return a session of a group in the week."""
    return {
        "time": dutch.clock(one.starts_at),
        "iso": one.starts_at.astimezone(dutch.AMSTERDAM).strftime("%H:%M"),
        "name": one.card.group_name,
        "url": reverse("groups:meeting", args=[one.card.id]),
        "detail": _detail(one, names=office),
        "chip": Chip("groep", icon="clienten"),
    }


def _detail(one: Gathered, *, names: bool = False) -> str:
    who = " en ".join(one.card.therapist_names) if names else ""
    return " · ".join(part for part in (who, one.people, one.card.place, f"{one.minutes} min") if part)
