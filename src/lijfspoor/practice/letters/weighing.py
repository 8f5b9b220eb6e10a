"""What sending a draft would come to now: to whom it goes, who consents, what holds it back."""

from datetime import date, datetime

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.letters.addressee import Addressee, Part
from lijfspoor.practice.letters.clearance import FAMILY, clearance
from lijfspoor.practice.letters.compose.body import LetterBody
from lijfspoor.practice.letters.details import Sending
from lijfspoor.practice.letters.kinds import KINDS
from lijfspoor.practice.letters.models import LetterRow
from lijfspoor.practice.letters.strangers import Whereabouts, named_in
from lijfspoor.practice.letters.surroundings import addressees, people_of
from lijfspoor.practice.letters.writing import view_of
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people.details import Person

AT_HOME = frozenset({"caregiver", "relative", "guardian"})
HOME_PARTS = FAMILY | {Part.RELATIVE}


def weigh(*, actor: Actor, row: LetterRow, day: date, now: datetime) -> Sending:
    """Return what sending this draft would come to. The caller has checked the right and writes the logbook."""
    course = pathway.course(practice_id=actor.practice_id, treatment_id=row.treatment_id, day=day)
    around = people_of(course, day)
    drafted = Addressee.from_json(row.addressee)
    everyone = {each.key: each for each in addressees(actor=actor, course=course, people=around, day=day)}
    addressee = everyone.get(drafted.key)
    view = view_of(actor=actor, row=row, course=course, day=day)
    if addressee is None or addressee.part not in KINDS[row.kind].to:
        gone = f"{drafted.words} kan deze brief niet meer krijgen. De plaats in het netwerk is veranderd."
        clear = clearance(course, drafted.part, day)
        return Sending(view=view, addressee=drafted, clearance=clear, hindrances=(gone,))
    clear = clearance(course, addressee.part, day)
    others = _others(around, addressee)
    if addressee.part in HOME_PARTS:
        others.append(_client(actor, row, day, now))
    own = next((_whereabouts(each) for each in around if _key(each) == addressee.key), None)
    hindrances = (*clear.hindrances, *_content(view.body, others, own))
    return Sending(view=view, addressee=addressee, clearance=clear, hindrances=hindrances)


def _content(body: LetterBody, others: list[Whereabouts], own: Whereabouts | None) -> tuple[str, ...]:
    if not body.on_paper():
        return ("De brief is nog leeg.",)
    found = named_in(body.words(), others, own)
    return tuple(f"In de brief staat een adres, telefoon of mail van {name}. Haal dat weg." for name in found)


def _others(around: tuple[Person, ...], addressee: Addressee) -> list[Whereabouts]:
    return [_whereabouts(each) for each in around if _is_at_home(each) and _key(each) != addressee.key]


def _is_at_home(person: Person) -> bool:
    return person.details.kind in AT_HOME or bool(person.authority)


def _key(person: Person) -> str:
    return f"contact:{person.id}"


def _whereabouts(person: Person) -> Whereabouts:
    who = person.details
    return Whereabouts(name=who.name, street=who.street, postcode=who.postcode, phone=who.phone, email=who.email)


def _client(actor: Actor, row: LetterRow, day: date, now: datetime) -> Whereabouts:
    """A child may live with the other parent, so its own address stays out of what goes to someone at home."""
    client = people.read_client(actor=actor, client_id=row.client_id, day=day, now=now)
    return Whereabouts(
        name="de cliënt", street=client.street, postcode=client.postcode, phone=client.phone, email=client.email
    )
