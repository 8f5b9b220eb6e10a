"""The two practices of the demo and who works there."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings

from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.details import NewPerson, PracticeDetails
from lijfspoor.practice.access.flows import seat
from lijfspoor.practice.access.invitations import accept_as_new, invite
from lijfspoor.practice.access.opening import open_practice
from lijfspoor.practice.access.practices import change_practice, read_practice
from lijfspoor.practice.access.team import record_credential
from lijfspoor.practice.desk.demo.telling import Calendar

PASSWORD = "wandelen-langs-het-wad"  # noqa: S105  # printed at the start and only in the demo
HERE = "127.0.0.1"
LONG_AGO = 700
"""So many days ago the practices began."""
QUALIFIED = ("post-hbo-pmkt", "hbo-pmt", "kwaliteitsregister", "bijscholing-hechting", "agb")


@dataclass(frozen=True, slots=True)
class House:
    """A practice of the demo: its colleagues by first name, and the days its stories are told in."""

    days: Calendar
    team: dict[str, Actor]

    @property
    def desk(self) -> Actor:
        """Who takes registrations in: the assistant, or the owner who works alone."""
        return self.team.get(AB.key) or next(iter(self.team.values()))

    def __getitem__(self, name: str) -> Actor:
        return self.team[name]


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone who works in a practice of the demo."""

    name: str
    email: str
    profession: str
    roles: tuple[Role, ...] = ()

    @property
    def key(self) -> str:
        """The first name in small letters."""
        return self.name.split()[0].lower()


MARJAN = Colleague("Marjan Zandverzinsel", "marjan@duinrand.example", "psychomotorisch therapeut en kindertherapeut")
ELSA = Colleague("Elsa van Elders", "elsa@oever.example", "psychomotorisch kindertherapeut")
TESS = Colleague(
    "Tess Nergenshuis", "tess@duinrand.example", "psychomotorisch kindertherapeut", roles=(Role.THERAPIST,)
)
LEA = Colleague("Lea Bedachtema", "lea@duinrand.example", "klinisch psycholoog", roles=(Role.LEAD_CLINICIAN,))
AB = Colleague("Ab Proefstra", "ab@duinrand.example", "administratie", roles=(Role.ASSISTANT,))


def duinrand(days: Calendar) -> House:
    """Open De Duinrand, with a therapist who runs it, another therapist, a lead clinician and an assistant."""
    house = _open("De Duinrand", MARJAN, days)
    _present(house["marjan"], "De Duinrand", "Verzonnenweg 12", "0000 AA", "Duinstad", days)
    _take_on(house, (TESS, LEA, AB))
    _qualify(house, "marjan", at="11", until=None)
    _qualify(house, "tess", at="12", until=days.today + timedelta(days=41))
    return house


def oever(days: Calendar) -> House:
    """Open De Oever, where Elsa works alone."""
    house = _open("De Oever", ELSA, days)
    _present(house["elsa"], "De Oever", "Bedenkkade 3", "0000 BB", "Oeverdam", days)
    _qualify(house, "elsa", at="11", until=None)
    return house


def _open(practice: str, owner: Colleague, days: Calendar) -> House:
    person = NewPerson(name=owner.name, email=owner.email, password=PASSWORD)
    now = days.at(LONG_AGO, "9.00")
    user = open_practice(practice=practice, person=person, profession=owner.profession, address=HERE, now=now)
    return House(days, {owner.key: _actor(user, days)})


def _actor(user: UUID, days: Calendar) -> Actor:
    taken = seat(user_id=user, wanted="", address=HERE, day=days.today)
    assert taken is not None  # noqa: S101  # just joined
    return taken[0]


def _present(owner: Actor, name: str, address: str, postcode: str, city: str, days: Calendar) -> None:
    """A demo asks no second factor, so that everyone can look around at once."""
    details = PracticeDetails(
        name=name,
        address=address,
        postcode=postcode,
        city=city,
        phone="000 000 00 00",
        email=f"praktijk@{name.split()[-1].lower()}.example",
        agb="90000000",
        requires_second_factor=not settings.DEMO,
    )
    change_practice(
        actor=owner, details=details, version=read_practice(actor=owner).version, now=days.at(LONG_AGO, "9.10")
    )


def _take_on(house: House, colleagues: tuple[Colleague, ...]) -> None:
    """Invite all of them on one day; they join three days later."""
    days, owner = house.days, next(iter(house.team.values()))
    asked = days.at(LONG_AGO, "10.00")
    secrets = [
        invite(actor=owner, name=one.name, email=one.email, profession=one.profession, roles=one.roles, now=asked)
        for one in colleagues
    ]
    joined = days.at(LONG_AGO - 3, "9.30")
    for one, secret in zip(colleagues, secrets, strict=True):
        user = accept_as_new(secret=secret, name=one.name, password=PASSWORD, address=HERE, now=joined)
        house.team[one.key] = _actor(user, days)


def _qualify(house: House, whom: str, *, at: str, until: date | None) -> None:
    """The owner records what a colleague holds; `until` is the end of the entry in the quality register."""
    owner = next(iter(house.team.values()))
    for number, kind in enumerate(QUALIFIED):
        now = house.days.at(LONG_AGO - 10, f"{at}.{number:02}")
        record_credential(
            actor=owner,
            member_id=house[whom].member_id,
            kind=kind,
            number=f"0000{number}",
            holds_from=date(2021, 1, 1),
            until=until if kind == "kwaliteitsregister" else None,
            day=now.date(),
            now=now,
        )
