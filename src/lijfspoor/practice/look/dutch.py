"""Days and times as people write them in Dutch."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)  # fmt: skip


def day(moment: date, *, weekday: bool = False, year: bool = True) -> str:
    """A day such as '14 april 2026' or 'dinsdag 14 april'; an aware moment is read on the Dutch clock."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        moment = moment.astimezone(AMSTERDAM)
    name = f"{WEEKDAYS[moment.weekday()]} " if weekday else ""
    tail = f" {moment.year}" if year else ""
    return f"{name}{moment.day} {MONTHS[moment.month - 1]}{tail}"


def clock(moment: datetime | time) -> str:
    """A time such as '10.30'; an aware moment is read on the Dutch clock."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        moment = moment.astimezone(AMSTERDAM)
    return f"{moment:%H.%M}"
