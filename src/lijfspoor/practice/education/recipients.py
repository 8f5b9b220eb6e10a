"""Who can get a card: the client, and those around by the rules that letters have (docs/adr/0007, 0013)."""

from datetime import date

from lijfspoor.domain.education.card import Audience
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.education import words
from lijfspoor.practice.education.details import Recipient
from lijfspoor.practice.letters.addressee import Part
from lijfspoor.practice.letters.clearance import FAMILY, clearance
from lijfspoor.practice.letters.surroundings import addressees, people_of
from lijfspoor.practice.pathway.course import Course

AT_HOME = FAMILY | {Part.RELATIVE, Part.GUARDIAN_WITHOUT}
PARTS: dict[Audience, frozenset[Part]] = {
    "client": frozenset(),
    "child": AT_HOME,
    "parent": AT_HOME,
    "teacher": frozenset({Part.SCHOOL}),
}
TO_CLIENT = frozenset({"client", "child"})


def recipients(*, actor: Actor, course: Course, audience: Audience, day: date) -> tuple[Recipient, ...]:
    """Return who could get a card for this reader, with what holds it back.

    The client asks for nothing: a card holds nothing of anyone. Anyone else learns by it who is treated here.
    """
    card = course.around.card
    found = []
    if audience in TO_CLIENT:
        found.append(Recipient(key="client", part="client", name=card.name, words=f"{card.name} ({words.HIMSELF})"))
    if PARTS[audience]:
        everyone = addressees(actor=actor, course=course, people=people_of(course, day), day=day)
        found += [
            Recipient(
                key=each.key,
                part=each.part.value,
                name=each.name,
                words=each.words,
                hindrances=clearance(course, each.part, day).hindrances,
            )
            for each in everyone
            if each.part in PARTS[audience]
        ]
    return tuple(found)
