"""Dates and moments as FHIR R4 writes them."""

import re
from datetime import date, datetime
from typing import NoReturn

from lijfspoor.interop.fhir.parts import Part

_PARTIAL = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?")


def read_date(holder: Part, name: str) -> date | None:
    """Return a whole date; a year or month alone stays unused with a remark, any other shape is refused."""
    leaf = holder.single(name, str)
    return _whole_date(leaf) if leaf else None


def read_moment(holder: Part, name: str) -> tuple[date | None, datetime | None]:
    """Return the day as the sender wrote it, and the moment when a time with zone is given."""
    leaf = holder.single(name, str)
    if leaf is None:
        return None, None
    if "T" not in str(leaf.value):
        return _whole_date(leaf), None
    day, moment = _moment(leaf)
    leaf.taken()
    if moment.tzinfo is None:
        leaf.warn("De tijd heeft geen tijdzone; alleen de dag is gelezen.")
    return day, moment if moment.tzinfo else None


def read_when(holder: Part, name: str) -> str:
    """Return a date as sent, whole or partial; of a moment only the day. Any other shape is refused."""
    leaf = holder.single(name, str)
    if leaf is None:
        return ""
    if "T" in str(leaf.value):
        day, _ = _moment(leaf)
        leaf.taken()
        return day.isoformat()
    _day(leaf)
    return leaf.taken()


def _whole_date(leaf: Part) -> date | None:
    day = _day(leaf)
    if len(str(leaf.value)) < len("2012-12-31"):
        leaf.warn(f"Alleen “{leaf.value}” is bekend, niet de hele datum.")
        return None
    leaf.taken()
    return day


def _day(leaf: Part) -> date:
    text = str(leaf.value)
    if not _PARTIAL.fullmatch(text):
        _refuse_date(leaf)
    return _on_calendar(leaf, f"{text}-01-01"[:10])


def _moment(leaf: Part) -> tuple[date, datetime]:
    shape = _MOMENT.fullmatch(str(leaf.value))
    if not shape:
        _refuse_date(leaf)
    try:
        return _on_calendar(leaf, shape[1]), datetime.fromisoformat(shape[0])
    except ValueError:
        _refuse_date(leaf)


def _on_calendar(leaf: Part, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        _refuse_date(leaf)


def _refuse_date(leaf: Part) -> NoReturn:
    shown = str(leaf.value)[:40]
    leaf.refuse(f"“{shown}” is geen geldige datum; FHIR schrijft jaar-maand-dag, zoals 2012-12-31.")
