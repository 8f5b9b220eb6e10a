"""The one place where the practice asks what time it is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def day_of(moment: datetime) -> date:
    """Return the calendar day of `moment` as people in the practice live it (Europe/Amsterdam)."""
    return moment.astimezone(AMSTERDAM).date()
