"""The sheet of a group session as plain texts: what a form brings, split over the seats and the group as a whole."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from lijfspoor.practice.groups.cards import Entry
from lijfspoor.practice.treatment.paper import MOST, YES, TooMuch

WHOLE = "groep"
"""The part of the sheet that is about the group as a whole."""

ATTENDANCE = {"present": "erbij", "late": "kwam later", "cancelled": "afgemeld", "no_show": "niet gekomen"}
CAME = ("present", "late")
SEAT_FIELDS = re.compile(r"observation|in_group|own_words|touch|channel-[a-z0-9-]{1,100}")
WHOLE_FIELDS = re.compile(r"own|about|pick-[a-z0-9][a-z0-9-]{0,99}")
_SEAT = re.compile(r"([0-9a-f-]{36})\.([a-z0-9_-]{1,110})")
_MARK = re.compile(r"(groep|[0-9a-f-]{36}):([0-9a-f]{16})")


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """What a form brought: about the whole, about each seat, and the marks of what each part was filled from.

    A part the form does not bring at all (a note signed already) is not emptied by it: see `here`.
    """

    whole: Mapping[str, str] = field(default_factory=dict)
    seats: Mapping[UUID, Entry] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    brings_whole: bool = False


def read(filled_in: Iterable[tuple[str, str]]) -> GroupSheet:
    """Return what a form brought, without what is not ours. Raises TooMuch."""
    whole: dict[str, str] = {}
    seats: dict[UUID, dict[str, str]] = {}
    attendance: dict[UUID, str] = {}
    marks: dict[str, str] = {}
    brings_whole = False
    for name, given in filled_in:
        words = given.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
        if len(words) > MOST:
            raise TooMuch(name)
        part, dot, rest = name.partition(".")
        if name == "version":
            marks = dict(_MARK.findall(words))
        elif name == f"{WHOLE}.here":
            brings_whole = True
        elif dot and part == WHOLE and WHOLE_FIELDS.fullmatch(rest) and words.strip():
            whole[rest] = YES if rest.startswith("pick-") else words
        elif found := _SEAT.fullmatch(name):
            _take(found[1], found[2], words, seats, attendance)
    known = seats.keys() | attendance.keys()
    entries = {id_: Entry(attendance.get(id_, ""), seats.get(id_, {})) for id_ in known}
    return GroupSheet(whole, entries, marks, brings_whole)


def _take(id_: str, name: str, words: str, seats: dict[UUID, dict[str, str]], attendance: dict[UUID, str]) -> None:
    try:
        seat = UUID(id_)
    except ValueError:
        return
    if name == "here":
        seats.setdefault(seat, {})
    elif name == "attendance":
        attendance[seat] = words if words in ATTENDANCE else ""
    elif SEAT_FIELDS.fullmatch(name) and words.strip() and (name != "touch" or words == YES):
        seats.setdefault(seat, {})[name] = words


def of_seat(note: Mapping[str, str]) -> dict[str, str]:
    """Return of someone's note what the sheet of the group asks; the rest is written on their own page."""
    return {name: words for name, words in note.items() if SEAT_FIELDS.fullmatch(name)}


def beside_seat(note: Mapping[str, str]) -> dict[str, str]:
    """Return of someone's note what the sheet of the group does not ask."""
    return {name: words for name, words in note.items() if not SEAT_FIELDS.fullmatch(name)}


def mark(*parts: object) -> str:
    """Return a short mark of these texts: the same texts give the same mark."""
    words = json.dumps(parts, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def mark_of(entry: Entry) -> str:
    """Return the mark of what is said of a seat."""
    return mark(entry.attendance, entry.note)


def version(marks: Mapping[str, str]) -> str:
    """Return the marks as a form carries them."""
    return ",".join(f"{part}:{each}" for part, each in marks.items())
