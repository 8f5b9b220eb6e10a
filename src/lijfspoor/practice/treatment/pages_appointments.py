"""What the pages on appointments are filled with: the list of sessions, planning and moving."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from lijfspoor.domain.pathways.facts import SessionMissed
from lijfspoor.practice.look.parts import Chip
from lijfspoor.practice.tenancy.clock import AMSTERDAM, day_of
from lijfspoor.practice.treatment.cards import SessionCard
from lijfspoor.practice.treatment.exercise_picks import chosen_groups
from lijfspoor.practice.treatment.flows.opening import Planning, SessionLine, SessionList
from lijfspoor.practice.treatment.flows.planning import slot_words
from lijfspoor.practice.treatment.forms_sessions import FORMS
from lijfspoor.practice.treatment.offered import Pick, offered, picks_by_id
from lijfspoor.practice.treatment.pages_sessions import number_words, outcome_chip

WEEK = 7


def note_chip(line: SessionLine) -> Chip | None:
    """Return what is written on a session, as far as this reader may know."""
    if line.draft_by:
        return Chip(f"concept van {line.draft_by}", "wait", "pen")
    return Chip("verslag ondertekend", "settled", "vink") if line.card.note == "signed" else None


def session_list(found: SessionList) -> dict[str, Any]:
    """Fill the list of a treatment's sessions."""
    done = (one.removeprefix("pick:") for line in found.lines for one in line.picked)
    chosen = chosen_groups(done, found.versions)
    picks = picks_by_id(offered(found.course.module, found.course.standing.phase, chosen))
    rows = [_row(found, line, picks) for line in found.lines]
    return {
        "course": found.course,
        "client": found.course.around.card,
        "relation": found.relation,
        "slot": slot_words(found.slot) if found.slot else "",
        "coming": [row for row in rows if row["open"]],
        "past": [row for row in reversed(rows) if not row["open"]],
        "again": _again(found, picks),
        "may_plan": found.relation.treats or found.relation.administers,
    }


def _row(found: SessionList, line: SessionLine, picks: Mapping[str, Pick]) -> dict[str, Any]:
    card = line.card
    return {
        "card": card,
        "name": number_words(card, found.course.standing.dose.limit if found.relation.may_read_file else None),
        "form": FORMS.get(card.form, card.form),
        "what": ", ".join(_done_words(line.picked, picks)),
        "chip": outcome_chip(card, found.course.on_day),
        "note": note_chip(line) if found.relation.may_read_file else None,
        "why": card.outcome.reason if isinstance(card.outcome, SessionMissed) and found.relation.may_read_file else "",
        "open": card.outcome is None,
    }


def _done_words(done: Iterable[str], picks: Mapping[str, Pick]) -> Iterator[str]:
    for one in done:
        kind, _, rest = one.partition(":")
        yield picks[rest].title if kind == "pick" and rest in picks else rest


def _again(found: SessionList, picks: Mapping[str, Pick]) -> list[tuple[str, list[int]]]:
    """Return each exercise with the held sessions it was in, what came back most often first (S2-130)."""
    used: dict[str, list[int]] = {}
    for line in found.lines:
        if line.card.held and line.card.number:
            for words in _done_words(line.picked, picks):
                used.setdefault(words, []).append(line.card.number)
    return sorted(used.items(), key=lambda each: (-len(each[1]), each[1]))


def plan_initial(found: Planning, today: date) -> dict[str, Any]:
    """Return what the form for planning starts with: the fixed slot, a week after the last session or sooner."""
    last = found.cards[-1] if found.cards else None
    first = today
    if last is not None:
        per_week = _per_week(found)
        first = max(today, day_of(last.starts_at) + timedelta(days=WEEK // per_week))
        if found.slot is not None and per_week == 1:
            first += timedelta(days=(found.slot.weekday - first.weekday()) % 7)
    shape = found.course.approach.session
    return {
        "first": first,
        "at": found.slot.at if found.slot else last.starts_at.astimezone(AMSTERDAM).time() if last else None,
        "minutes": last.minutes if last else shape.minutes_low,
        "place": found.slot.place if found.slot else last.place if last else "",
        "form": shape.forms[0],
        "therapist": str(found.therapists[0][0]) if found.therapists else "",
    }


def _per_week(found: Planning) -> int:
    """How many sessions a week the planning counts on: what the variant says, else one (S0-044)."""
    return next((each.per_week for each in found.course.variants if each.per_week), 1)


def move_initial(card: SessionCard) -> dict[str, Any]:
    """Return an appointment as its form starts with it."""
    return {
        "first": day_of(card.starts_at),
        "at": card.starts_at.astimezone(AMSTERDAM).time(),
        "minutes": card.minutes,
        "place": card.place,
        "form": card.form,
        "joined_by": [str(id_) for id_ in card.joined_by],
        "therapist": str(card.therapist_id),
    }


def planning_choices(found: Planning, card: SessionCard | None = None) -> dict[str, Any]:
    """Return the choices of the form for planning; joining is offered only when it is allowed or was agreed."""
    already = card.joined_by if card else ()
    kinds: list[str] = [
        kind
        for kind in found.course.module.approach.session.forms
        if kind != "dyad" or found.together.allowed or already
    ]
    kinds += [card.form] if card and card.form not in kinds else []
    around = [
        (person.id, person.details.name)
        for person in found.people
        if person.id in already or (found.together.allowed and (person.details.joins or person.authority))
    ]
    return {"kinds": kinds, "people": around, "therapists": found.therapists}


def planning_page(found: Planning) -> dict[str, Any]:
    """Fill what the form for planning shows beside its fields."""
    dose = found.course.standing.dose
    shape = found.course.approach.session
    open_now = sum(card.outcome is None for card in found.cards)
    return {
        "client": found.course.around.card,
        "treatment_id": found.course.treatment_id,
        "slot": slot_words(found.slot) if found.slot else "",
        "count": f"De afspraak is {dose.limit} sessies: {dose.held} geweest en {open_now} gepland."
        if dose.limit is not None
        else "",
        "frequency": shape.frequency,
        "minutes": f"{shape.minutes_low}"
        if shape.minutes_low == shape.minutes_high
        else f"{shape.minutes_low} tot {shape.minutes_high}",
        "shape": shape,
        "together": found.together,
        "reads": found.relation.may_read_file,
        "dyad": "dyad" in shape.forms,
        "treats": found.relation.treats,
    }
