"""The day page."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse

from lijfspoor.practice.desk.flows.gathered import Gathered
from lijfspoor.practice.desk.flows.today import Today
from lijfspoor.practice.desk.pages.due import consent_items, due_items
from lijfspoor.practice.desk.pages.gathered import group_step, group_stop
from lijfspoor.practice.desk.pages.words import age_words, number_words, phase_words
from lijfspoor.practice.look import dutch
from lijfspoor.practice.look.parts import Chip, Gap, Link, NextStep, Stop, StopState
from lijfspoor.practice.pathway.overview import TreatmentOutlook
from lijfspoor.practice.treatment.cards import SessionCard

SHORTEST_GAP = 30
SOON = 90
CHIPS = {
    "consent-missing": Chip("toestemming ontbreekt", "wait", "hand"),
    "consent-unknown": Chip("toestemming ontbreekt", "wait", "hand"),
    "evaluation-due": Chip("evaluatie", "wait", "kring"),
    "precondition-lapsed": Chip("voorwaarde vervallen", "wait", "let-op"),
}
NOTE_KINDS = {"session": "verslag", "talk": "gespreksverslag", "evaluation": "verslag evaluatie"}


def today_page(today: Today) -> dict[str, Any]:
    """Fill the day page for a colleague's seat."""
    seat = today.seat
    return {
        "title": _capital(dutch.day(today.day, weekday=True, year=False)),
        "step": _next_step(today) if seat.treats else None,
        "stops": list(_stops(today)),
        "shows_sessions": seat.treats or seat.office,
        "due": due_items(today.due) if seat.treats or seat.leads else [],
        "shows_due": seat.treats or seat.leads,
        "consents": consent_items(today.due) if not (seat.treats or seat.leads) else [],
        "shows_consents": seat.office and not (seat.treats or seat.leads),
        "more_due": today.more_due,
        "drafts": [*_notes(today), *_letters(today)],
        "shows_drafts": seat.treats,
        "led": [{"card": each.card, "age": age_words(each.card.born, today.day)} for each in today.led],
        "shows_led": seat.leads,
        "referrals": today.referrals,
        "shows_referrals": bool(today.referrals) or (seat.office and not seat.treats),
    }


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _next_step(today: Today) -> NextStep | None:
    """The session that runs or comes next; else what is to be signed; else None."""
    card = _current(today)
    if isinstance(card, Gathered):
        return group_step(card, _when(card, today.now))
    if card is not None:
        return NextStep(
            before=_when(card, today.now),
            title=_title(card),
            detail=_place(card, today.outlooks.get(card.treatment_id)),
            main=Link("Open de sessie", reverse("treatment:session", args=[card.id]), icon="start"),
            others=(Link("Dossier", reverse("desk:file", args=[card.client.id]), about=card.client.short),),
        )
    drafts = [*_notes(today), *_letters(today)]
    if drafts:
        first = drafts[0]
        return NextStep(
            before="Er komt vandaag geen sessie meer",
            title=f"{first['client']} · {first['what']}",
            detail="Dit staat nog in concept.",
            main=Link("Lezen en tekenen", first["url"], icon="pen"),
        )
    return None


def _current(today: Today) -> SessionCard | Gathered | None:
    """The first session, of one client or of a group, that was not recorded and has not ended."""
    return next((each for each in _in_time(today) if not _recorded(each) and _ends(each) > today.now), None)


def _in_time(today: Today) -> list[SessionCard | Gathered]:
    return sorted([*today.sessions, *today.groups], key=lambda each: each.starts_at)


def _recorded(one: SessionCard | Gathered) -> bool:
    return one.recorded if isinstance(one, Gathered) else one.outcome is not None


def _ends(card: SessionCard | Gathered) -> datetime:
    return card.starts_at + timedelta(minutes=card.minutes)


def _title(card: SessionCard) -> str:
    together = " en naaste" if card.joined_by else ""
    return f"{card.client.short}{together} · sessie {card.number}" if card.number else card.client.short


def _when(card: SessionCard | Gathered, now: datetime) -> str:
    clock = f"om {dutch.clock(card.starts_at)} uur"
    if card.starts_at <= now:
        return f"Nu, begonnen {clock}"
    minutes = int((card.starts_at - now).total_seconds() // 60)
    if minutes <= SOON:
        return f"Over {minutes} {'minuut' if minutes == 1 else 'minuten'}, {clock}"
    return f"Straks, {clock}"


def _place(card: SessionCard, outlook: TreatmentOutlook | None) -> str:
    parts = [outlook.module.short_title.nl if outlook else "", card.place, f"{card.minutes} minuten"]
    return " · ".join(part for part in parts if part)


def _stops(today: Today) -> Iterator[Stop | Gap]:
    current = _current(today)
    ended: datetime | None = None
    for card in _in_time(today):
        if ended is not None and card.starts_at - ended >= timedelta(minutes=SHORTEST_GAP):
            yield Gap(f"{_length(card.starts_at - ended)} vrij")
        ended = max(ended or _ends(card), _ends(card))
        if isinstance(card, Gathered):
            yield group_stop(card, today.now, current=card is current, office=not today.seat.treats)
        else:
            yield session_stop(card, today, current)


def _length(free: timedelta) -> str:
    hours, minutes = divmod(int(free.total_seconds() // 60), 60)
    parts = [f"{hours} uur" if hours else "", f"{minutes} minuten" if minutes else ""]
    return " en ".join(part for part in parts if part)


def session_stop(card: SessionCard, today: Today, current: SessionCard | Gathered | None) -> Stop:
    """Return a session on the trail of the day."""
    seat = today.seat
    return Stop(
        time=dutch.clock(card.starts_at),
        iso=dutch.clock(card.starts_at).replace(".", ":"),
        name=card.client.short if seat.treats else card.client.name,
        url=reverse("desk:file", args=[card.client.id]),
        detail=_detail(card, today.outlooks.get(card.treatment_id)) if seat.treats else _office_detail(card),
        chips=tuple(_chips(card, today)) if seat.treats else (),
        state=_state(card, today, current),
        act=_act(card, current) if seat.treats else None,
    )


def _state(card: SessionCard, today: Today, current: SessionCard | Gathered | None) -> StopState:
    if card is current:
        return "now"
    return "done" if card.outcome is not None or _ends(card) <= today.now else "later"


def _act(card: SessionCard, current: SessionCard | Gathered | None) -> Link | None:
    """The session of now has its button above; the others can be opened from the trail."""
    if card is current:
        return None
    return Link("Sessie", reverse("treatment:session", args=[card.id]), about=f"van {card.client.short}")


def _detail(card: SessionCard, outlook: TreatmentOutlook | None) -> str:
    parts = [outlook.module.short_title.nl if outlook else ""]
    if card.number:
        parts.append(number_words(card.number, outlook.limit if outlook else None))
    parts += [phase_words(outlook.module, outlook.phase) if outlook else "", card.place]
    parts += ["samen met een naaste"] if card.joined_by else []
    return " · ".join(part for part in parts if part)


def _office_detail(card: SessionCard) -> str:
    return " · ".join(part for part in (card.therapist_name, card.place, f"{card.minutes} minuten") if part)


def _chips(card: SessionCard, today: Today) -> Iterator[Chip]:
    outlook = today.outlooks.get(card.treatment_id)
    if card.missed:
        yield Chip("niet doorgegaan")
    elif card.note == "draft":
        yield Chip("verslag in concept", icon="pen")
    elif card.held and not card.note:
        yield Chip("verslag nog schrijven", "wait", "pen")
    elif card.outcome is None and _ends(card) <= today.now:
        yield Chip("nog vastleggen", "wait", "pen")
    codes = dict.fromkeys(each.code for each in outlook.due) if outlook else {}
    yield from dict.fromkeys(CHIPS[code] for code in codes if code in CHIPS)
    if card.off_slot:
        yield Chip("anders dan de vaste plek", "wait", "klok")
    elif outlook and outlook.module.approach.session.opening and (card.number or 0) > 1:
        yield Chip("vast tijdstip en vaste plek", "plum")


def _notes(today: Today) -> list[dict[str, Any]]:
    names = _names(today.outlooks.values())
    return [
        {
            "client": names.get(each.client_id, ""),
            "what": _note_words(each.kind, each.starts_at),
            "saved_at": each.saved_at,
            "url": reverse("treatment:session", args=[each.session_id])
            if each.session_id
            else reverse("treatment:talks", args=[each.treatment_id]),
        }
        for each in today.notes
    ]


def _note_words(kind: str, starts_at: datetime | None) -> str:
    words = NOTE_KINDS.get(kind, "verslag")
    return f"{words} van {dutch.day(starts_at, year=False)}" if starts_at else words


def _letters(today: Today) -> list[dict[str, Any]]:
    names = _names(today.outlooks.values())
    return [
        {
            "client": names.get(each.client_id, ""),
            "what": f"{each.title} aan {each.addressee.name}",
            "saved_at": each.saved_at,
            "url": reverse("letters:letter", args=[each.id]),
        }
        for each in today.letters
    ]


def _names(outlooks: Iterable[TreatmentOutlook]) -> dict[UUID, str]:
    return {each.client.id: each.client.short for each in outlooks}
