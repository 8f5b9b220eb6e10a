"""What the file of a client holds, gathered to look a text through; and what is found in the text."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from lijfspoor.catalogue.finder import places
from lijfspoor.domain.disguise.checking import Piece, check, pieces, still_open
from lijfspoor.domain.disguise.folding import words_in
from lijfspoor.domain.disguise.known import Hit, Known, Named, Part
from lijfspoor.domain.disguise.telling import person_words
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.flows import colleagues_for
from lijfspoor.practice.access.letterhead import letterhead_of
from lijfspoor.practice.counsel import log_kinds
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people import policies
from lijfspoor.practice.people.details import ClientDetails, ContactDetails
from lijfspoor.practice.people.network import people_around

AWAY, NEARBY = "weglaten", "een plaats in de regio"
BY_KIND: dict[str, tuple[Part, str, str]] = {
    "caregiver": ("relative", "een ouder", "het werk van een ouder"),
    "relative": ("relative", "een familielid", AWAY),
    "guardian": ("professional", "de voogd", "de instelling"),
    "school": ("professional", "de leerkracht", "de school"),
    "gp": ("professional", "de huisarts", "de huisartsenpraktijk"),
    "referrer": ("professional", "de verwijzer", "de verwijzende instelling"),
    "lead_clinician": ("professional", "de regiebehandelaar", "de instelling"),
    "co_treater": ("professional", "een andere behandelaar", "de instelling"),
}
OTHER: tuple[Part, str, str] = ("relative", "iemand uit het netwerk", AWAY)
PRACTICE_WORDS = ("praktijk", "de praktijk")


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found, however often: its words, why, what to write instead, and whether it was kept."""

    id: str
    hit: Hit
    times: int
    kept: str


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """A text that was looked through: title and question in pieces, what was found, and what is still open."""

    title: tuple[Piece, ...]
    question: tuple[Piece, ...]
    found: tuple[Found, ...]
    open: tuple[Found, ...]


def known_to(*, actor: Actor, client_id: UUID | None, day: date, now: datetime) -> Known:
    """Gather what a text may not hold: of the practice, and of the file it is about when there is one.

    The reading of the file is in its logbook, without a word on the question. Raises NotFound or NotAllowed.
    """
    colleagues = tuple(
        Named(each.name, "colleague", "een collega") for each in colleagues_for(practice_id=actor.practice_id, day=day)
    )
    house = letterhead_of(practice_id=actor.practice_id)
    own = (Named(house.name, "institution", "de praktijk"), Named(house.city, "place", NEARBY))
    if client_id is None:
        return Known(names=(*own, *colleagues), phones=(house.phone,), places=place_names())
    relation = people.relation(actor=actor, client_id=client_id, day=day)
    policies.check_can_read_file(actor, relation)
    record(actor=actor, kind=log_kinds.COMPARED, at=now, clients=(client_id,))
    client = people.details_of(practice_id=actor.practice_id, client_id=client_id) or ClientDetails()
    around = people_around(practice_id=actor.practice_id, client_id=client_id, day=day)
    persons = tuple(each.details for each in around)
    who = person_words(client.gender, client.born, day)
    return Known(
        person=who,
        names=tuple(
            each for each in (*own, *colleagues, *_around(persons), *_client(client, who)) if each.words.strip()
        ),
        born=client.born,
        phones=tuple(filter(None, (house.phone, client.phone, *(each.phone for each in persons)))),
        postcodes=tuple(filter(None, (house.postcode, client.postcode, *(each.postcode for each in persons)))),
        bsns=(client.bsn,) if client.bsn else (),
        places=place_names(),
    )


def _client(client: ClientDetails, who: str) -> Iterator[Named]:
    yield Named(client.street, "place", AWAY)
    yield Named(client.city, "place", NEARBY)
    yield Named(" ".join((client.given, client.infix, client.family)), "client", who)
    yield Named(client.called, "client", who)


def _around(persons: tuple[ContactDetails, ...]) -> Iterator[Named]:
    for each in persons:
        part, name_instead, work_instead = BY_KIND.get(each.kind, OTHER)
        yield Named(each.street, "place", AWAY)
        yield Named(each.city, "place", NEARBY)
        yield Named(each.organisation, "institution", work_instead)
        yield Named(each.name, part, f"de {each.relation}" if each.relation else name_instead)


@lru_cache(maxsize=1)
def place_names() -> frozenset[str]:
    """Return the names of the places of the country in folded letters, of at most two words."""
    names = {" ".join(words_in(place.name)) for place in places().values()}
    return frozenset(name for name in names if len(name) > 3 and name.count(" ") < 2)


def look_through(title: str, question: str, known: Known, kept: dict[str, str]) -> LookedThrough:
    """Return what in title and question still points at someone, and what of it was kept knowingly."""
    first, second = check(title, known), check(question, known)
    by_key: dict[str, list[Hit]] = {}
    for hit in (*first, *second):
        by_key.setdefault(hit.key, []).append(hit)
    found = tuple(Found(_id(key), hits[0], len(hits), kept.get(key, "")) for key, hits in by_key.items())
    left = {hit.key for hit in still_open((*first, *second), kept)}
    return LookedThrough(
        tuple(pieces(title, first)),
        tuple(pieces(question, second)),
        found,
        tuple(each for each in found if each.hit.key in left),
    )


def _id(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:10]
