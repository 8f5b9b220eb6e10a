"""What the page of a group session is filled with."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.groups.cards import Entry, NotSigned
from lijfspoor.practice.groups.flows.hour import MeetingFile, SeatLine
from lijfspoor.practice.groups.flows.signing import fits
from lijfspoor.practice.groups.forms import group_sheet_form
from lijfspoor.practice.groups.naming import named
from lijfspoor.practice.groups.pages import when_words
from lijfspoor.practice.groups.paper import ATTENDANCE, WHOLE, GroupSheet, mark, mark_of, version
from lijfspoor.practice.look.forms import SheetForm
from lijfspoor.practice.look.parts import Chip, Fact, MergeField
from lijfspoor.practice.treatment.forms_sessions import MISSED, AmendForm
from lijfspoor.practice.treatment.offered import offered, picks_by_id
from lijfspoor.practice.treatment.sheet import Line, group_lines

OWN = Line(name="own", label="Andere werkvormen", rows=2, hint="Blijft bij de groep. Komt niet in een dossier.")
ABOUT = Line(
    name="about",
    label="Over de groep",
    rows=4,
    hint="Sfeer, tempo, wat de volgende keer nodig is. Noem niemand: geen naam, geen letter.",
)
ATTENDS = Line(name="attendance", label="Was erbij?", kind="choice", choices=ATTENDANCE)
CHANNEL_SOURCES = ("S1-005", "S1-030")


def seat_lines(module: CareModule, *, touch: bool) -> tuple[Line, ...]:
    """Return what is asked of each participant: the three channels of the module, contact, own words (S1-005, S1-030).

    A module without channels asks what was seen (S0-036).
    """
    channels = module.approach.session.channels
    seen = tuple(Line(name=f"channel-{each.id}", label=each.name.nl, rows=2) for each in channels)
    asked = tuple(line for line in group_lines() if line.kind != "tick")
    ticks = (Line(name="touch", label="Er was aanraking", kind="tick"),) if touch else ()
    return (*(seen or (Line(name="observation", label="Wat u zag", rows=2),)), *asked, *ticks)


def sheet_page(
    file: MeetingFile, typed: Mapping[str, str] | None, faults: Mapping[str, str], left: tuple[NotSigned, ...]
) -> dict[str, Any]:
    """Fill the sheet: the exercises once, each participant as filled in so far, and the group as a whole."""
    values = typed if typed is not None else _values(file)
    form = group_sheet_form(_lines(file), values, {_placed(name): words for name, words in faults.items()})
    against = {each.seat: each for each in left}
    return {
        **_head(file),
        "form": form,
        "version": (typed or {}).get("version") or version(marks(file)),
        "seats": [_seat(file, each, form, against.get(each.id)) for each in file.seats],
        "open": sum(not each.done for each in file.seats),
        "left": left,
        "no_seat": file.no_seat,
        "groups": _groups(file, values),
        "chosen": [pick.title for id_, pick in _picks(file).items() if f"pick-{id_}" in file.whole],
        "own": None if file.signed else form[f"{WHOLE}.own"],
        "about": None if file.signed else form[f"{WHOLE}.about"],
        "told": [(label, file.whole[name]) for name, label in _whole_labels().items() if name in file.whole],
        "coming": file.coming,
        "sources": CHANNEL_SOURCES,
    }


def read_page(file: MeetingFile) -> dict[str, Any]:
    """Fill the page for who does not run the group: whom they may see, with the way to what they may read."""
    rows = [
        {"client": each.client, "reads": each.relation.may_read_file, "session_id": each.session_id}
        for each in file.seats
    ]
    return {**_head(file), "rows": rows}


def _head(file: MeetingFile) -> dict[str, Any]:
    facts = [
        Fact("Wanneer", when_words(file.card)),
        Fact("Waar", file.card.place or "nog niet bekend"),
        Fact("Begeleiding", " en ".join(file.card.therapist_names)),
    ]
    return {"file": file, "card": file.card, "group": file.group, "facts": facts}


def _seat(file: MeetingFile, seat: SeatLine, form: SheetForm, against: NotSigned | None) -> dict[str, Any]:
    fields = [] if seat.done else [form[name] for name, _ in _lines_of(file, seat) if not name.endswith(".attendance")]
    hold = seat.hold
    return {
        "seat": seat,
        "chip": _chip(seat),
        "attends": None if seat.done else form[f"{seat.id}.attendance"],
        "fields": fields,
        "began": bool(seat.entry.note),
        "against": against,
        "refused": hold.reasons if hold and not hold.allowed and not file.coming else (),
        "without": _without(file, seat),
        "names": _names_another(file, seat),
    }


def _chip(seat: SeatLine) -> Chip:
    if seat.missed:
        outcome = seat.sheet.outcome
        return Chip(MISSED.get(getattr(outcome, "how", ""), "niet doorgegaan"), "settled", "vink")
    if seat.sheet.signed:
        return Chip("ondertekend", "settled", "vink")
    return Chip("concept", "wait", "pen") if seat.entry.note or seat.entry.attendance else Chip("nog leeg")


def _names_another(file: MeetingFile, seat: SeatLine) -> bool:
    """Whether what is written of someone so far names another of the group: then it cannot be signed like this."""
    others = [each.client.name for each in file.seats if each.client.id != seat.client.id]
    return not seat.done and named(" ".join(seat.entry.note.values()), seat.client.name, others)


def _without(file: MeetingFile, seat: SeatLine) -> list[str]:
    """The exercises with touch that this participant did without, as touch has no consent (S1-032)."""
    if seat.touch or seat.done or seat.course is None:
        return []
    module = seat.course.module
    return [
        pick.title
        for id_, pick in _picks(file).items()
        if pick.touch and f"pick-{id_}" in file.whole and not fits(module, f"pick-{id_}", touch=False)
    ]


def _lines(file: MeetingFile) -> Iterator[tuple[str, Line]]:
    if not file.signed:
        yield f"{WHOLE}.own", OWN
        yield f"{WHOLE}.about", ABOUT
    for seat in file.seats:
        if not seat.done:
            yield from _lines_of(file, seat)


def _lines_of(file: MeetingFile, seat: SeatLine) -> Iterator[tuple[str, Line]]:
    module = seat.course.module if seat.course else file.group.module
    yield f"{seat.id}.attendance", ATTENDS
    for line in seat_lines(module, touch=seat.touch or "touch" in seat.entry.note):
        yield f"{seat.id}.{line.name}", line


def _values(file: MeetingFile) -> dict[str, str]:
    found = {f"{WHOLE}.{name}": words for name, words in file.whole.items()}
    for seat in file.seats:
        found[f"{seat.id}.attendance"] = seat.entry.attendance
        found |= {f"{seat.id}.{name}": words for name, words in seat.entry.note.items()}
    return found


def marks(file: MeetingFile) -> dict[str, str]:
    """Return the marks of what is kept now, by part of the sheet."""
    return {WHOLE: mark(file.whole)} | {str(seat.id): mark_of(seat.entry) for seat in file.seats}


def _picks(file: MeetingFile) -> dict[str, Any]:
    return picks_by_id(offered(file.group.module, ""))


def _groups(file: MeetingFile, values: Mapping[str, str]) -> list[dict[str, Any]]:
    made = []
    for group in offered(file.group.module, ""):
        names = [f"{WHOLE}.pick-{pick.id}" for pick in group.picks]
        rows = [{"pick": p, "name": n, "on": n in values} for p, n in zip(group.picks, names, strict=True)]
        made.append({"group": group, "rows": rows, "chosen": sum(bool(row["on"]) for row in rows)})
    return made


def _placed(name: str) -> str:
    return f"{WHOLE}.{name}" if name in (OWN.name, ABOUT.name) else name


def _whole_labels() -> dict[str, str]:
    return {OWN.name: OWN.label, ABOUT.name: ABOUT.label}


def seats_named(words: str) -> frozenset[UUID]:
    """Return the seat a button names; nothing for what is no seat."""
    try:
        return frozenset((UUID(words),))
    except ValueError:
        return frozenset()


def merge_page(file: MeetingFile, mine: GroupSheet, clashes: tuple[str, ...]) -> dict[str, Any]:
    """Lay what two people changed side by side; what was signed meanwhile can only be added to, and comes first."""
    signed = [seat for seat in file.seats if seat.sheet.signed and str(seat.id) in clashes]
    here = reverse("groups:meeting", args=[file.card.id])
    if signed or (WHOLE in clashes and file.signed):
        return {**_head(file), "items": list(_left_over(file, signed, mine, clashes)), "template": "groups/left.html"}
    fields = [field for part in clashes for field in _fields(file, mine, part)]
    page = {"fields": fields, "action": here, "version": version(marks(file)), "back_url": here}
    return page | {"template": "look/merge.html"}


def _fields(file: MeetingFile, mine: GroupSheet, part: str) -> Iterator[MergeField]:
    yield MergeField(label="", mine="1", theirs="1", name=f"{part}.here")
    if part == WHOLE:
        picks = {f"pick-{id_}": f"Gedaan: {pick.title}" for id_, pick in _picks(file).items()}
        yield from _pairs(part, mine.whole, file.whole, _whole_labels() | picks, "De groep")
        return
    seat = next(each for each in file.seats if str(each.id) == part)
    entry = mine.seats.get(seat.id, Entry())
    yield MergeField(
        label=f"{seat.client.short}: {ATTENDS.label}",
        mine=entry.attendance,
        theirs=seat.entry.attendance,
        name=f"{part}.attendance",
        choices=(("", "nog niet gekozen"), *ATTENDANCE.items()),
    )
    labels = {name.partition(".")[2]: line.label for name, line in _lines_of(file, seat)}
    yield from _pairs(part, entry.note, seat.entry.note, labels, seat.client.short)


def _pairs(
    part: str, mine: Mapping[str, str], theirs: Mapping[str, str], labels: Mapping[str, str], lead: str
) -> Iterator[MergeField]:
    for name in dict.fromkeys([*labels, *mine, *theirs]):
        if name in mine or name in theirs:
            label = f"{lead}: {labels.get(name, name)}"
            yield MergeField(label=label, mine=mine.get(name, ""), theirs=theirs.get(name, ""), name=f"{part}.{name}")


def _left_over(
    file: MeetingFile, signed: list[SeatLine], mine: GroupSheet, clashes: tuple[str, ...]
) -> Iterator[dict[str, Any]]:
    for seat in signed:
        text = _own_text(_fields(file, mine, str(seat.id)))
        form = AmendForm(initial={"text": text}, auto_id=f"id_{seat.id}_%s")
        url = reverse("treatment:amend", args=[seat.session_id])
        yield {"title": f"Verslag van {seat.client.short}", "url": url, "form": form}
    if WHOLE in clashes and file.signed:
        form = AmendForm(initial={"text": _own_text(_fields(file, mine, WHOLE))}, auto_id="id_whole_%s")
        yield {"title": "Verslag van de groep", "url": reverse("groups:amend", args=[file.card.id]), "form": form}


def _own_text(fields: Iterator[MergeField]) -> str:
    return "\n\n".join(f"{each.label}\n{each.mine}" for each in fields if each.differs and each.mine)
