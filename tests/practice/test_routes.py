"""Every address answers every role as the table says, and refusals hold nothing of the client (trust G5, G9, T9)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client as Browser
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from lijfspoor.domain.pathways import facts as f
from lijfspoor.domain.pathways.plans import MovementPlan
from lijfspoor.practice.access import invitations
from lijfspoor.practice.access.actor import Role
from lijfspoor.practice.access.models import Invitation, User
from lijfspoor.practice.access.signing_in import BACKEND
from lijfspoor.practice.authoring import flows as authoring
from lijfspoor.practice.counsel import flows as counsel
from lijfspoor.practice.counsel.asking import Written
from lijfspoor.practice.counsel.models import CaseDraft, ExpertInvite
from lijfspoor.practice.education import flows as education
from lijfspoor.practice.groups import flows as groups
from lijfspoor.practice.groups.flows.reading import read_group
from lijfspoor.practice.intake.models import Paper, Referral
from lijfspoor.practice.letters import flows as letters
from lijfspoor.practice.pathway import store as pathway
from lijfspoor.practice.people.models import Client
from lijfspoor.practice.tenancy.clock import now
from lijfspoor.practice.treatment.models import Note, Session
from tests import cast
from tests.practice.routes import ROLES, TABLE

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse

    Answer = _MonkeyPatchedWSGIResponse
else:
    Answer = HttpResponse

ADDON = "pmt-addon@1.0"
MARKERS = ("Geheimira", "Verborgh", "1991", "Geheimstraat", "geheime notitie", "Vader Geheim", "geheime reden")
EMPTY_FORM = b"csrfmiddlewaretoken=none"
OUTSIDE = ("stranger", "elsewhere")
CLINICAL = ("geheime notitie",)
MOVING = (
    *("movement", "movement_agree", "movement_change", "movement_stop", "beside", "beside_change"),
    *("trauma_session", "trauma_session_drop", "client_notes", "client_note_answer"),
)
CODES = {403: "-", 404: "0", 405: "x"}


@cache
def every_route() -> dict[str, tuple[str, ...]]:
    """What every address of the URLconf asks for, by its name with the name of its room before it."""
    return dict(_walk(get_resolver().url_patterns, "", ()))


def _walk(
    patterns: list[URLPattern | URLResolver], room: str, within: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for each in patterns:
        names = (*within, *(each.pattern.converters or each.pattern.regex.groupindex))
        if isinstance(each, URLResolver):
            yield from _walk(each.url_patterns, f"{room}{each.namespace}:" if each.namespace else room, names)
        else:
            yield f"{room}{each.name}", names


@dataclass
class World:
    """Everyone and everything an address can name: a client whom Tess treats and Lea leads, and who is around."""

    browsers: dict[str, str] = field(default_factory=dict)
    named: dict[str, object] = field(default_factory=dict)

    def args(self, name: str) -> dict[str, object]:
        """What stands in the address of this name."""
        room = name.partition(":")[0]
        return {one: self._thing(f"{name}.{one}", f"{room}.{one}", one) for one in every_route()[name]}

    def _thing(self, *keys: str) -> object:
        return next(self.named[key] for key in keys if key in self.named)

    def ask(self, role: str, method: str, address: str) -> Answer:
        """Ask for an address in a browser of this role; nothing of it stays."""
        browser = Browser(raise_request_exception=False, headers={"accept-language": "nl"})
        if role in self.browsers:
            browser.cookies["lijfspoor"] = self.browsers[role]
        with undone():
            return browser.generic(method, address, EMPTY_FORM, content_type="application/x-www-form-urlencoded")


class _Undo(Exception):
    pass


@contextmanager
def undone() -> Iterator[None]:
    """Undo in the database whatever happens inside."""
    try:
        with transaction.atomic():
            yield
            raise _Undo
    except _Undo:
        pass


def signed_in(user: User) -> str:
    """The cookie of someone who has just signed in and proved once more who they are."""
    browser = Browser()
    request = HttpRequest()
    request.session = browser.session
    login(request, user, backend=BACKEND)
    record_authentication(request, user, method="password", reauthenticated=True)
    request.session.save()
    return str(request.session.session_key)


@pytest.fixture
def world(db: None) -> World:
    house, elsewhere = cast.duinrand(), cast.oever()
    house.members["mia"] = cast._member(house.practice, "Mia Post", is_therapist=True)
    house.members["bas"] = cast._member(house.practice, "Bas Boom", is_lead_clinician=True)
    client = cast.adult(house, therapist="tess", street="Geheimstraat 1")
    client.given, client.family, client.born = "Geheimira", "Verborgh", date(1991, 9, 17)
    client.save()
    other, *_ = cast.child(house, therapist="mia")
    cast.relate(house, other, "bas", "leads")
    made = World()
    people = {"owner": "marjan", "treats": "tess", "stranger": "mia", "leads": "lea", "leads_another": "bas"}
    made.browsers = {role: signed_in(house.user(name)) for role, name in people.items()}
    made.browsers |= {"assistant": signed_in(house.user("ab")), "elsewhere": signed_in(elsewhere.user("elsa"))}
    made.named = _things(house, client)
    return made


def _things(house: cast.House, client: Client) -> dict[str, object]:
    practice, tess = house.practice, house.members["tess"]
    father = cast.contact(house, client, "relative", "Vader Geheim")
    treatment = pathway.open_treatment(practice.id, client.id, ADDON, cast.NOW)
    known: list[f.AnyFact] = [
        f.Referred(stamp=_stamp(1), route="lead_clinician"),
        f.TherapistAssigned(stamp=_stamp(2), therapist=str(tess.id), name="Tess Vos"),
        f.TreatmentStarted(stamp=_stamp(3), phase=""),
        f.GoalAgreed(stamp=_stamp(4), goal="doel", own="Voelen waar het zit"),
    ]
    pathway.add_facts(practice.id, treatment.id, known)
    attachment = pathway.open_treatment(practice.id, client.id, "pmkt-attachment@1.0", cast.NOW)
    moving = pathway.open_treatment(practice.id, client.id, "movement-in-trauma@1.0", cast.NOW)
    pathway.add_facts(practice.id, moving.id, _moving(tess.id))
    physio = pathway.open_treatment(practice.id, client.id, "psychosomatic-physio@1.0", cast.NOW)
    broad = pathway.open_treatment(practice.id, client.id, "pmt@1.0", cast.NOW)
    session, signed = (
        Session.plain.create(
            practice=practice, treatment=treatment, client=client, therapist=tess, starts_at=cast.NOW, minutes=60
        )
        for _ in range(2)
    )
    for of, signed_at in ((session, None), (signed, cast.NOW)):
        Note.plain.create(
            practice=practice,
            treatment=treatment,
            client=client,
            session=of,
            body={"check_in": "geheime notitie", "signed_plan": {}},
            author=tess,
            saved_at=cast.NOW,
            saved_by="Tess Vos",
            signed_at=signed_at,
            signed_by="Tess Vos" if signed_at else "",
        )
    Paper.plain.create(
        practice=practice, treatment=treatment, client=client, kind="plan", written_by="Tess Vos", saved_at=cast.NOW
    )
    referral = Referral.plain.create(
        practice=practice,
        client=client,
        treatment=treatment,
        identity="Geheimira el Verborgh",
        came_by="form",
        reason="geheime reden",
        received_on=cast.TODAY,
        recorded_at=cast.NOW,
        recorded_by="Tess Vos",
    )
    doctor = cast.contact(house, client, "gp", "dr. Post")
    letter = letters.draft_letter(
        actor=house.actor("tess"),
        treatment_id=treatment.id,
        kind="interim",
        addressee=f"contact:{doctor.id}",
        day=cast.TODAY,
        now=cast.NOW,
    )
    group, meeting = _group(house, treatment.id)
    secret = invitations.invite(
        actor=house.actor("marjan"),
        name="Nora Bos",
        email="nora@elders.example",
        profession="",
        roles=(Role.THERAPIST,),
        now=now(),
    )
    question = counsel.ask(actor=house.actor("tess"), draft_id=_case_draft(house).id, day=cast.TODAY, now=cast.NOW)
    expert = counsel.invite(actor=house.actor("tess"), question_id=question, name="Nora", field="trauma", now=now())
    return {
        "client_id": client.id,
        "contact_id": father.id,
        "treatment_id": treatment.id,
        "session_id": session.id,
        "treatment:print_note.session_id": signed.id,
        "treatment:amend.session_id": signed.id,
        "referral_id": referral.id,
        "letter_id": letter,
        "member_id": tess.id,
        "invitation_id": Invitation.plain.get().id,
        "token": secret,
        "fact_id": UUID(known[1].stamp.id),
        "people.kind": "treats",
        "scope": "treatment",
        "person": "client",
        "decision_id": "extension",
        "party": "client",
        "intake.kind": "plan",
        "step": 1,
        "group_id": "indications",
        "groups.group_id": group,
        "meeting_id": meeting,
        "criterion_id": "severe-psychiatric-disorder",
        "intake:override.treatment_id": attachment.id,
        "intake:variants.treatment_id": broad.id,
        "intake:diagnostic_phase.treatment_id": broad.id,
        "treatment:bond.treatment_id": broad.id,
        "goal": "doel",
        "version": "9.9",
        "other": "pmkt-attachment@1.0",
        "draft_id": authoring.begin_draft(
            actor=house.actor("tess"), pin=ADDON, title="Concept", continues=False, now=cast.NOW
        ),
        "place": "goals",
        "question_id": question,
        "counsel.draft_id": _case_draft(house).id,
        "invite_id": ExpertInvite.plain.get().id,
        "secret": expert,
        "authoring.name": "offered",
        **{f"treatment:{name}.treatment_id": moving.id for name in MOVING},
        "intake:forewarning.treatment_id": physio.id,
        "forewarning_id": "emotions-may-surface",
        "route_id": "means",
        "movement_id": "m",
        "beside_id": "emdr",
        "session": "dag",
        "note": "n",
        "uidb36": "x",
        "key": "y",
        "pk": 1,
        "pin": ADDON,
        "source_id": "S2-053",
        "exercise_id": "pa-slow-mirror",
        "caution": "skin-wounds",
        "record_id": "trauma-yoga-trial",
        "claim_id": "pmt-and-trauma-processing",
        "module_name": "pmt-addon",
        "card_pin": "window-client@1.0",
        "page_id": "faq",
        "listed_id": cast.listed(uuid4(), house).id,
        "share_id": _share(house, treatment.id),
    }


def _share(house: cast.House, treatment_id: UUID) -> UUID:
    """A card that Tess gave to the client."""
    return education.share_card(
        actor=house.actor("tess"),
        treatment_id=treatment_id,
        pin="window-client@1.0",
        recipient="client",
        language="nl",
        how="handed",
        on=cast.TODAY,
        session=None,
        as_talk=False,
        day=cast.TODAY,
        now=cast.NOW,
    )


def _group(house: cast.House, treatment_id: UUID) -> tuple[UUID, UUID]:
    """Tess's group with the client in it, and a session of it."""
    when: dict[str, Any] = {"actor": house.actor("tess"), "day": cast.TODAY, "now": cast.NOW}
    details = groups.GroupDetails(
        name="Dinsdaggroep",
        pin=ADDON,
        therapist=house.members["tess"].id,
        weekday=0,
        at=time(9),
        minutes=60,
        takes_in=True,
        most=8,
        begins_on=cast.TODAY,
    )
    made = groups.open_group(details=details, **when)
    groups.join_group(group_id=made, treatment_id=treatment_id, on=cast.TODAY, agreed=("client",), **when)
    groups.plan_meetings(group_id=made, wish=groups.MeetingWish(first=cast.TODAY, at=time(9), minutes=60), **when)
    file = read_group(group_id=made, **when)
    return made, file.meetings[0].id


def _moving(therapist: UUID) -> list[f.AnyFact]:
    """A treatment with movement that runs, close to the sessions of another."""
    plan = MovementPlan(route="means", what="geheime notitie", minutes=30)
    return [
        f.Referred(stamp=_stamp(1), route="private"),
        f.TherapistAssigned(stamp=_stamp(2), therapist=str(therapist), name="Tess Vos"),
        f.TreatmentStarted(stamp=_stamp(3)),
        f.TreatmentBesideNoted(stamp=_stamp(4), beside="emdr", name="EMDR", since=cast.TODAY, trauma=True),
        f.TraumaSessionNoted(stamp=_stamp(5), moment="dag", beside="emdr", on=cast.TODAY),
        f.MovementPrescribed(stamp=_stamp(6), movement="m", plan=plan),
        f.ClientNoteReceived(stamp=_stamp(7), note="n", text="geheime notitie"),
    ]


def _case_draft(house: cast.House) -> CaseDraft:
    written = Written(
        client_id=None, kind="treatment", module="", area="", age_group="", title="Vraag", question="Wat nu?"
    )
    return counsel.save_draft(
        actor=house.actor("tess"), draft_id=None, written=written, version=0, day=cast.TODAY, now=cast.NOW
    )


def _stamp(number: int) -> f.Stamp:
    return f.Stamp(
        id=str(uuid4()), holds_on=cast.TODAY, recorded_at=cast.NOW, sequence=number, by="Tess Vos", by_role="therapist"
    )


def letter_of(answer: Answer) -> str:
    """What an answer comes to, in the letters of the table."""
    if answer.get("Location", "").startswith("/account/login/"):
        return ">"
    return CODES.get(answer.status_code, "+" if answer.status_code < 500 else f"({answer.status_code})")


def observed(world: World, name: str) -> tuple[str, list[str]]:
    """The row of the table as the addresses answer now, and what answers told that they must not."""
    address, leaks, words = reverse(name, kwargs=world.args(name)), [], []
    for method in ("GET", "POST"):
        # A method that is not declared is refused before anyone looks who asks.
        undeclared = letter_of(world.ask("treats", method, address)) == "x"
        asked = ("nobody", "elsewhere") if undeclared else ROLES
        answers = {role: world.ask(role, method, address) for role in asked}
        words.append("".join(letter_of(answers[role]) if role in answers else "x" for role in ROLES))
        leaks += [f"{method} {role}: {told}" for role, answer in answers.items() if (told := leak(role, answer))]
    return " ".join(words), leaks


def leak(role: str, answer: Answer) -> str:
    """The first thing about the client in an answer that this role may not see; nothing when all is well."""
    refused = letter_of(answer) in {">", "-", "0", "x"} or role in {"nobody", "stranger", "leads_another", "elsewhere"}
    hidden = MARKERS if refused else CLINICAL if role in {"owner", "assistant"} else ()
    told = answer.content.decode(errors="replace")
    return next((marker for marker in hidden if marker in told), "")


def rooms() -> list[str]:
    """The rooms that have addresses."""
    return sorted({room_of(name) for name in every_route()})


def room_of(name: str) -> str:
    """The room an address belongs to; those of signing in together."""
    return name.partition(":")[0] if ":" in name else "account"


def test_every_address_is_in_the_table_and_nothing_else(world: World) -> None:
    missing = [f'    "{name}": "{observed(world, name)[0]}",' for name in every_route() if name not in TABLE]
    assert not missing, "judge these rows and add them:\n" + "\n".join(missing)
    assert set(TABLE) == set(every_route()), "rows without an address"


@pytest.mark.parametrize("room", rooms())
def test_every_role_gets_what_the_table_says_and_a_refusal_tells_nothing(world: World, room: str) -> None:
    wrong: list[str] = []
    for name in (each for each in every_route() if room_of(each) == room and each in TABLE):
        row, leaks = observed(world, name)
        wrong += [f"{name}: {row} instead of {TABLE[name]}"] if row != TABLE[name] else []
        wrong += [f"{name}: {told}" for told in leaks]
    assert wrong == []


def test_what_is_elsewhere_answers_like_what_is_not_there(world: World) -> None:
    differs: list[str] = []
    for name, row in TABLE.items():
        args = world.args(name) if name in every_route() else {}
        if not any(isinstance(value, UUID) for value in args.values()):
            continue
        nowhere = {one: uuid4() if isinstance(value, UUID) else value for one, value in args.items()}
        for method, expected in zip(("GET", "POST"), row.split(), strict=True):
            for role in (role for role in OUTSIDE if expected[ROLES.index(role)] == "0"):
                here, gone = (world.ask(role, method, reverse(name, kwargs=each)) for each in (args, nowhere))
                if (here.status_code, here.content) != (gone.status_code, gone.content):
                    differs.append(f"{method} {name} {role}: {gone.status_code}")
    assert differs == []


@pytest.mark.parametrize("method", ["TRACE", "PUT", "PATCH", "DELETE", "CONNECT", "PROPFIND"])
@pytest.mark.parametrize("name", ["desk:today", "people:client_edit", "access:practice", "account_login"])
def test_other_methods_are_refused(world: World, method: str, name: str) -> None:
    assert world.ask("owner", method, reverse(name, kwargs=world.args(name))).status_code == 405
