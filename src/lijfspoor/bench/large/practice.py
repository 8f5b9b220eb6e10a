"""A made-up practice of any size, put in the database at once, to measure pages with.

Of all clients a fixed number is under way, as much as six therapists can treat; all others were treated before and
still tie their therapist. So a larger practice is an older one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.auth import get_user_model

from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.library.flows import module
from lijfspoor.practice.pathway.flows import courses, outlook_values
from lijfspoor.practice.pathway.translation import to_body

THERAPISTS = 6
UNDER_WAY = 100
SESSIONS = 15
TODAY = 5
PINS = ("pmkt-attachment@1.0", "pmt-addon@1.0")
CREDENTIALS = ("post-hbo-pmkt", "kwaliteitsregister", "bijscholing-hechting")
GIVEN = ("Noor", "Sem", "Lotte", "Daan", "Yara", "Bram", "Fenna", "Milan", "Roos", "Teun", "Samira", "Joris")
FAMILY = ("Duinstra", "Wadman", "Zandstra", "Kwelder", "Slenk", "Priel", "Helmgras", "Strandloper", "Meeuwen")
BATCH = 2000


@dataclass(frozen=True, slots=True)
class Filled:
    """Who signs in, and whose file is opened."""

    user: Any
    client_id: UUID


@dataclass(frozen=True, slots=True)
class _Told:
    """A history to copy: each fact with the place of its session, and what the treatment comes to."""

    pin: str
    facts: tuple[tuple[str, date, int | None, dict[str, Any]], ...]
    held: tuple[date, ...]


class _Ids:
    """Random ids, the same for each run."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def __call__(self) -> UUID:
        return UUID(int=self.random.getrandbits(128), version=4)


def fill(clients: int, today: date) -> Filled:
    """Fill the empty database with a practice of so many clients, 15 sessions each; return whom to look at."""
    ids = _Ids(clients)
    practice, members, users = _house(ids, today)
    histories = [
        _told(pin, today, ago=ago, closed=closed)
        for closed in (False, True)
        for pin in PINS
        for ago in ((1, 2, 3) if not closed else (60, 110, 160))
    ]
    half = len(histories) // 2
    people = [
        _Client(ids, practice, members[number % THERAPISTS], number, histories[_place(number, half)])
        for number in range(clients)
    ]
    for room, name, rows in (
        ("people", "Client", (each.client() for each in people)),
        ("people", "CareRelation", (each.tie() for each in people)),
        ("people", "Contact", (row for each in people for row in each.contacts())),
        ("people", "Authority", (row for each in people for row in each.authority())),
        ("people", "Consent", (row for each in people for row in each.consents())),
        ("pathway", "Treatment", (each.treatment() for each in people)),
        ("pathway", "FactRow", (row for each in people for row in each.facts())),
        ("treatment", "Session", (row for each in people for row in each.sessions(today))),
        ("treatment", "Note", (row for each in people for row in each.notes())),
        ("logbook", "LogEntry", _readings(practice, people)),
    ):
        _keep(room, name, rows)
    _keep("pathway", "Outlook", _outlooks(people, today))
    return Filled(users[0], people[0].id)


def _place(number: int, half: int) -> int:
    return number % half if number < UNDER_WAY else half + number % half


def _model(room: str, name: str) -> type[Any]:
    return apps.get_model(room, name)


def _keep(room: str, name: str, rows: Iterator[dict[str, Any]]) -> None:
    model = _model(room, name)
    model.plain.bulk_create((model(**row) for row in rows), batch_size=BATCH)


def _house(ids: _Ids, today: date) -> tuple[UUID, list[UUID], list[Any]]:
    practice = _model("access", "Practice").objects.create(name="Praktijk De Duinrand", requires_second_factor=False)
    users = [
        get_user_model().objects.create(email=f"t{number}@duinrand.example", name=f"Therapeut {number}")
        for number in range(THERAPISTS)
    ]
    began = today - timedelta(days=5000)
    common = {"practice_id": practice.id, "holds_from": began}
    members = [
        _model("access", "Membership").plain.create(user=user, is_therapist=True, is_owner=place == 0, **common).id
        for place, user in enumerate(users)
    ]
    at = datetime.combine(began, time(9), UTC)
    _keep(
        "access",
        "Credential",
        iter(
            {"id": ids(), "member_id": member, "kind": kind, "recorded_at": at, **common}
            for member in members
            for kind in CREDENTIALS
        ),
    )
    return practice.id, members, users


def _told(pin: str, today: date, *, ago: int, closed: bool) -> _Told:
    """Tell a history of 15 weekly sessions that ended `ago` weeks ago, with two ratings for each session."""
    known = module(practice_id=UUID(int=0), pin=pin)
    count = SESSIONS if known.goals.blocks else min(SESSIONS, 7)
    first = today - timedelta(weeks=ago + count)
    held = tuple(first + timedelta(weeks=number) for number in range(count))
    subgoals = [subgoal.id for _, subgoal in known.subgoals()]
    words = [word.id for word in known.goals.rating.words] if known.goals.rating else []
    phases = [phase.id for phase in known.approach.phases]
    said: list[tuple[f.AnyFact, int | None]] = []

    def say(kind: type[Any], on: date, place: int | None = None, **body: Any) -> None:
        at = datetime.combine(on, time(12), UTC)
        stamp = f.Stamp(id="", holds_on=on, recorded_at=at, sequence=len(said) + 1, by="Therapeut 0")
        said.append((kind(stamp=stamp, **body), place))

    start = first - timedelta(weeks=2)
    say(f.Referred, start, route=known.audience.routes[0].id)
    say(f.TherapistAssigned, start, therapist="", name="")
    for _, criterion in known.criteria():
        if criterion.age is None:
            say(f.CriterionAnswered, start, criterion=criterion.id, answer=Answer.YES, person="Ria")
    for part in known.diagnostics.examination:
        say(f.ExaminationPartCompleted, start, part=part.id)
    say(f.GoalAgreed, start, goal="own-1", own="Rust vinden in het lijf")
    say(f.PlanAgreed, start, version=1)
    say(f.TreatmentStarted, first, phase=phases[0] if phases else "")
    for place, on in enumerate(held):
        say(f.SessionHeld, on, place, session="")
        for step in range(2 if subgoals else 0):
            subgoal, word = subgoals[(2 * place + step) % len(subgoals)], words[(place + step) % len(words)]
            say(f.SubgoalRated, on, place, subgoal=subgoal, rating=word, session="", seen="zocht zelf de zandbak op")
        if phases and place in (5, 8, 11):
            say(f.PhaseMoved, on, to_phase=phases[0 if place == 8 else 1], reason="Er is meer rust.")
    for evaluation in known.agreements.evaluations[: 1 if closed else 0]:
        say(f.EvaluationHeld, held[-1], evaluation=evaluation.id, summary="Het gaat vooruit.")
    if closed:
        reason = known.agreements.closing_reasons[0].id
        say(f.TreatmentClosed, held[-1], reason=reason, next_step="", words="Tot ziens.")
    return _Told(pin, tuple((one.kind, one.stamp.holds_on, place, to_body(one)) for one, place in said), held)


class _Client:
    """One client with everything around them, as rows."""

    def __init__(self, ids: _Ids, practice: UUID, member: UUID, number: int, told: _Told) -> None:
        self.ids, self.practice, self.member, self.number, self.told = ids, practice, member, number, told
        self.id, self.treatment_id = ids(), ids()
        self.session_ids = [ids() for _ in told.held]
        self.parents = [ids(), ids()] if self.young else []

    @property
    def young(self) -> bool:
        """Whether this client is a child."""
        return self.told.pin == PINS[0]

    @property
    def began(self) -> datetime:
        """When the file was opened."""
        return datetime.combine(self.told.facts[0][1], time(9), UTC)

    def _row(self, **more: Any) -> dict[str, Any]:
        return {"id": self.ids(), "practice_id": self.practice, **more}

    def client(self) -> dict[str, Any]:
        given, family = GIVEN[self.number % len(GIVEN)], f"{FAMILY[self.number % len(FAMILY)]} {self.number}"
        years = 7 if self.young else 34
        return {
            "id": self.id,
            "practice_id": self.practice,
            "given": given,
            "family": family,
            "search_name": f"{given} {family}".lower(),
            "born": self.began.date() - timedelta(days=365 * years),
            "created_at": self.began,
        }

    def tie(self) -> dict[str, Any]:
        common = {"kind": "treats", "holds_from": self.began.date(), "recorded_at": self.began}
        return self._row(client_id=self.id, member_id=self.member, **common)

    def contacts(self) -> Iterator[dict[str, Any]]:
        for place, id_ in enumerate(self.parents):
            words = ("moeder", "vader")[place]
            common = {"practice_id": self.practice, "client_id": self.id, "kind": "caregiver", "relation": words}
            yield {"id": id_, "name": f"{words} {self.number}", **common}

    def authority(self) -> Iterator[dict[str, Any]]:
        for parent in self.parents:
            yield self._row(contact_id=parent, **self._said())

    def consents(self) -> Iterator[dict[str, Any]]:
        for place, who in enumerate(self.parents or [None]):
            yield self._row(contact_id=who, scope="treatment", given=True, order=place, **self._said())

    def _said(self) -> dict[str, Any]:
        return {
            "client_id": self.id,
            "holds_from": self.began.date(),
            "recorded_at": self.began,
            "recorded_by": "Therapeut 0",
        }

    def treatment(self) -> dict[str, Any]:
        common = {"client_id": self.id, "pin": self.told.pin, "opened_at": self.began}
        return {"id": self.treatment_id, "practice_id": self.practice, **common}

    def facts(self) -> Iterator[dict[str, Any]]:
        for sequence, (kind, on, place, body) in enumerate(self.told.facts, start=1):
            said, session = body, None
            if place is not None:
                session = self.session_ids[place]
                said = body | {"session": str(session)}
            elif kind == "therapist_assigned":
                said = body | {"therapist": str(self.member), "name": "Therapeut"}
            yield self._row(
                treatment_id=self.treatment_id,
                sequence=sequence,
                kind=kind,
                holds_on=on,
                recorded_at=datetime.combine(on, time(12), UTC),
                by="Therapeut",
                by_role="therapist",
                session_id=session,
                body=said,
            )

    def sessions(self, today: date) -> Iterator[dict[str, Any]]:
        common: dict[str, Any] = {"practice_id": self.practice, "treatment_id": self.treatment_id}
        common |= {"client_id": self.id, "therapist_id": self.member, "minutes": 60, "place": "Gymzaal", "plan": {}}
        hour = 7 + self.number // THERAPISTS % 9
        for id_, on in zip(self.session_ids, self.told.held, strict=True):
            yield {"id": id_, "starts_at": datetime.combine(on, time(hour), UTC), **common}
        if self.number < THERAPISTS * TODAY:
            yield {"id": self.ids(), "starts_at": datetime.combine(today, time(hour), UTC), **common}

    def notes(self) -> Iterator[dict[str, Any]]:
        for id_, on in zip(self.session_ids, self.told.held, strict=True):
            at = datetime.combine(on, time(17), UTC)
            written = {"check_in": "Rustig binnen", "exercises": "Zandbak en schommel", "reflection": "Buik werd warm"}
            yield self._row(
                treatment_id=self.treatment_id,
                client_id=self.id,
                session_id=id_,
                body=written,
                author_id=self.member,
                saved_at=at,
                saved_by="Therapeut",
                signed_at=at,
                signed_by="Therapeut",
            )


def _readings(practice: UUID, people: list[_Client]) -> Iterator[dict[str, Any]]:
    number = 0
    for each in people:
        for day in range(3):
            number += 1
            yield each._row(
                number=number,
                at=each.began + timedelta(days=day),
                kind="desk.file_read",
                action="R",
                member_id=each.member,
                actor_name="Therapeut",
                actor_role="therapist",
                client_id=each.id,
                clients=[str(each.id)],
                previous="",
                hash=str(number),
            )


def _outlooks(people: list[_Client], today: date) -> Iterator[dict[str, Any]]:
    """What each history comes to is derived once and copied."""
    now = datetime.combine(today, time(5), UTC)
    treatments = _model("pathway", "Treatment").plain
    come_to: dict[int, dict[str, Any]] = {}
    for each in people:
        key = id(each.told)
        if key not in come_to:
            rows = treatments.filter(id=each.treatment_id)
            (course,) = courses(practice_id=each.practice, treatments=rows, day=today)
            come_to[key] = outlook_values(course, now)
        yield each._row(treatment_id=each.treatment_id, client_id=each.id, **come_to[key])
