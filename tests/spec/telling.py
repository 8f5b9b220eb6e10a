"""From a table of what happened to facts.

Columns: `day`, `what` (the kind of fact in words) and `detail` (a field and its value, parted by commas; a field alone
means yes). Optional columns: `no` (a name for the fact) and `recorded` (the day it was written down).
Two rows stand for many facts: `full intake` (with `adult` where the module is for all ages), and `8 sessions held`
(weekly from that day on).
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any, get_args, get_type_hints

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import AnyFact, Stamp
from lijfspoor.domain.pathways import facts as fact
from lijfspoor.domain.pathways.plans import MovementPlan
from tests.spec.tables import Table

KINDS: dict[str, type[AnyFact]] = {kind.kind.replace("_", " "): kind for kind in get_args(AnyFact)}
MANY_SESSIONS = re.compile(r"(\d+) (sessions held|sessions missed)")
Make = Callable[..., AnyFact]


def facts_in(table: Table, module: CareModule) -> tuple[AnyFact, ...]:
    """The facts that a table tells. Raises KeyError for a kind of fact or a field that does not exist."""
    found: list[AnyFact] = []
    for line in table.rows:
        row = dict(zip(table.head, line, strict=True))
        for days, make in _told(row["what"], row.get("detail", ""), module, len(found)):
            day = date.fromisoformat(row["day"]) + timedelta(days=days)
            recorded = date.fromisoformat(row["recorded"]) if row.get("recorded") else day
            found.append(make(stamp=_stamp(row.get("no", ""), day, recorded, len(found))))
    return tuple(found)


def noon(day: date) -> datetime:
    """The middle of a day."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def _stamp(name: str, day: date, recorded: date, place: int) -> Stamp:
    return Stamp(id=name or f"row-{place}", holds_on=day, recorded_at=noon(recorded), sequence=place, by="Sanne")


def _told(what: str, detail: str, module: CareModule, place: int) -> Iterator[tuple[int, Make]]:
    if what == "full intake":
        yield from ((0, make) for make in full_intake(module, adult=detail == "adult"))
    elif many := MANY_SESSIONS.fullmatch(what):
        kind = what.removeprefix(many[1]).strip().replace("sessions", "session")
        for week in range(int(many[1])):
            fields = ", ".join(part for part in (f"session s{place + week}", detail) if part)
            yield 7 * week, _one(kind, fields)
    else:
        if what.startswith("session ") and "session " not in detail:
            detail = ", ".join(part for part in (f"session s{place}", detail) if part)
        yield 0, _one(what, detail)


def _one(what: str, detail: str) -> Make:
    kind = KINDS[what]
    hints, of_plan = get_type_hints(kind), get_type_hints(MovementPlan)
    fields: dict[str, object] = {}
    plan: dict[str, Any] = {}
    for part in filter(None, (each.strip() for each in detail.split(","))):
        name, _, words = part.partition(" ")
        name = name.replace("-", "_")
        if "plan" in hints and name in of_plan:
            plan[name] = _value(of_plan[name], words)
        else:
            fields[name] = _value(hints[name], words)
    if plan:
        fields["plan"] = MovementPlan(**plan)
    make: Make = kind
    return partial(make, **fields)


def _value(hint: object, words: str) -> object:
    if hint is bool:
        return words in ("", "yes")
    if hint is Answer:
        return Answer(words)
    if hint == tuple[str, ...]:
        return tuple(words.split(" + "))
    options = (hint, *get_args(hint))
    if date in options:
        return date.fromisoformat(words)
    return int(words) if int in options else words


def full_intake(module: CareModule, *, adult: bool = False) -> Iterator[Make]:
    """Everything that the intake of a module asks, answered so that treatment can start."""
    child = "child" in module.audience.age_groups and not adult
    yield partial(fact.Referred, route=module.audience.routes[0].id)
    yield partial(fact.Born, on=date(2019, 3, 14) if child else date(1990, 3, 14))
    yield partial(fact.TherapistAssigned, therapist="sanne", name="Sanne")
    for asked in module.underpinning.qualifications:
        yield partial(fact.CredentialHeld, therapist="sanne", credential=asked.credential)
    if child:
        yield partial(fact.AuthorityHeld, person="anna", name="Anna")
    for need in module.audience.consents:
        yield partial(fact.ConsentGiven, scope=need.scope, person="anna" if child else "client")
    yield from _answers(module)
    for meeting in module.diagnostics.meetings:
        covered = tuple(part.id for part in meeting.parts)
        yield partial(fact.MeetingHeld, meeting=meeting.id, parts=covered)
    for part in module.diagnostics.examination:
        if not part.in_phase:
            yield partial(fact.ExaminationPartCompleted, part=part.id)
    for variation in module.variations:
        if variation.usual is None and not any(variant.age for variant in variation.variants):
            yield partial(fact.VariantChosen, variant=variation.variants[0].id)
    for told in module.approach.forewarnings:
        yield partial(fact.ForewarningGiven, forewarning=told.id)
    yield partial(fact.GoalAgreed, goal="own-1", own="Ontspannen in de klas")
    yield partial(fact.PlanAgreed, version=1)


def _answers(module: CareModule) -> Iterator[Make]:
    for group, criterion in module.criteria():
        if criterion.age is not None:
            yield partial(fact.DevelopmentalAgeStated, months=72)
        else:
            answer = Answer.NO if group.needs == "none" else Answer.YES
            person = "Anna" if criterion.names_person else ""
            yield partial(fact.CriterionAnswered, criterion=criterion.id, answer=answer, person=person)
