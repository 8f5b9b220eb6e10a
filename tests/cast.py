"""The standing cast: people every test can call by name, in two practices that must never see each other.

Praktijk De Duinrand: Marjan is therapist and owner, Tess is therapist too, Lea is lead clinician, Ab is the assistant.
Praktijk De Oever: Elsa is therapist and owner there.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from lijfspoor.catalogue.finder import places
from lijfspoor.domain.finder.listing import Listing, Registration
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.models import Credential, Membership, Practice, User
from lijfspoor.practice.access.store import actor_of
from lijfspoor.practice.finder.models import Listed
from lijfspoor.practice.finder.store import columns
from lijfspoor.practice.people.models import Authority, CareRelation, Client, Consent, Contact

PASSWORD = "wandelen-langs-het-wad"
LONG_AGO = date(2020, 1, 1)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = NOW.date()


@dataclass(frozen=True)
class House:
    """A practice with its people."""

    practice: Practice
    members: dict[str, Membership]

    def actor(self, name: str) -> Actor:
        """Return a colleague as flows receive them."""
        return actor_of(self.members[name], "127.0.0.1")

    def user(self, name: str) -> User:
        """Return a colleague as the browser signs them in."""
        return self.members[name].user


def duinrand() -> House:
    """Praktijk De Duinrand."""
    practice = Practice.objects.create(
        name="Praktijk De Duinrand",
        address="Zeeweg 1",
        postcode="0000 AA",
        city="Duinstad",
        phone="000 000 00 00",
        email="praktijk@duinrand.example",
        agb="90000001",
        requires_second_factor=False,
    )
    house = House(practice, {})
    house.members["marjan"] = _member(practice, "Marjan de Wit", is_owner=True, is_therapist=True)
    house.members["tess"] = _member(practice, "Tess Vos", is_therapist=True)
    house.members["lea"] = _member(practice, "Lea Aalbers", is_lead_clinician=True)
    house.members["ab"] = _member(practice, "Ab Kramer", is_assistant=True)
    for name in ("marjan", "tess"):
        for kind in ("post-hbo-pmkt", "hbo-pmt", "kwaliteitsregister", "bijscholing-hechting"):
            _credential(house.members[name], kind)
    return house


def oever() -> House:
    """Praktijk De Oever, elsewhere."""
    practice = Practice.objects.create(name="Praktijk De Oever", requires_second_factor=False)
    return House(practice, {"elsa": _member(practice, "Elsa Brand", is_owner=True, is_therapist=True)})


def adult(house: House, therapist: str = "marjan", lead: str = "lea", **more: Any) -> Client:
    """Samira, 34, treated by the therapist named, with a lead clinician."""
    client = _client(house, given="Samira", infix="el", family="Haddioui", born=date(1992, 3, 4), **more)
    relate(house, client, therapist, "treats")
    if lead:
        relate(house, client, lead, "leads")
    return client


def child(house: House, therapist: str = "marjan", **more: Any) -> tuple[Client, Contact, Contact, Contact]:
    """Noor, 7; her mother Eva and father Mark both hold authority; grandmother Ria is the attachment figure."""
    client = _client(house, given="Noor", family="Veldhuis", born=date(2019, 5, 6), **more)
    relate(house, client, therapist, "treats")
    eva = contact(house, client, "caregiver", "Eva Veldhuis", relation="moeder")
    mark = contact(house, client, "caregiver", "Mark Smit", relation="vader")
    ria = contact(house, client, "relative", "Ria Veldhuis", relation="oma", attachment_figure=True, joins=True)
    for parent in (eva, mark):
        Authority.plain.create(
            practice=house.practice,
            client=client,
            contact=parent,
            holds_from=LONG_AGO,
            recorded_at=NOW,
            recorded_by="Marjan de Wit",
        )
    return client, eva, mark, ria


def contact(house: House, client: Client, kind: str, name: str, **more: Any) -> Contact:
    """Someone around a client."""
    made: Contact = Contact.plain.create(practice=house.practice, client=client, kind=kind, name=name, **more)
    return made


def consent(house: House, client: Client, scope: str, who: Contact | None = None, *, given: bool = True) -> Consent:
    """A consent of the client (`who` is None) or of someone with authority, long since."""
    order = Consent.objects.in_practice(house.practice.id).filter(client=client).count()
    made: Consent = Consent.plain.create(
        practice=house.practice,
        client=client,
        contact=who,
        scope=scope,
        given=given,
        holds_from=LONG_AGO,
        recorded_at=NOW,
        recorded_by="Marjan de Wit",
        order=order,
    )
    return made


def relate(house: House, client: Client, member: str, kind: str) -> CareRelation:
    """Tie a colleague to a client, long since."""
    made: CareRelation = CareRelation.plain.create(
        practice=house.practice,
        client=client,
        member=house.members[member],
        kind=kind,
        holds_from=LONG_AGO,
        recorded_at=NOW,
    )
    return made


def _member(practice: Practice, name: str, **roles: bool) -> Membership:
    given = name.split()[0].lower()
    place = practice.name.split()[-1].lower()
    user = User.objects.create_user(f"{given}@{place}.example", PASSWORD, name=name)
    made: Membership = Membership.plain.create(practice=practice, user=user, holds_from=LONG_AGO, **roles)
    return made


def _credential(member: Membership, kind: str) -> None:
    Credential.plain.create(
        practice_id=member.practice_id, member=member, kind=kind, number="123", holds_from=LONG_AGO, recorded_at=NOW
    )


def _client(house: House, **more: Any) -> Client:
    search = " ".join(str(more.get(part, "")) for part in ("given", "infix", "family")).lower()
    made: Client = Client.plain.create(
        practice=house.practice, search_name=search, created_at=NOW.replace(year=2020), **more
    )
    return made


def listed(listed_id: UUID, house: House | None = None, name: str = "marjan") -> Listed:
    """Marjan as visitors find her, in the middle of Amsterdam; of a practice of its own unless one is given."""
    of = house or duinrand()
    listing = Listing(
        name=of.members[name].user.name,
        practice=of.practice.name,
        discipline="pmt",
        pc4="1011",
        areas=("trauma", "burnout"),
        ages=("adult",),
        forms=("individual",),
        settings=("practice",),
        languages=("Nederlands",),
        waiting_weeks=6,
        registrations=(Registration("kwaliteitsregister", "123"), Registration("nvpmt")),
    )
    row: Listed = Listed.objects.create(
        id=listed_id,
        practice=of.practice,
        member=of.members[name],
        changed_at=NOW,
        answers={"sessions": "Meestal tien tot twintig."},
        **columns(listing, places()["1011"]),
    )
    return row
