"""Treatments with people to write to, for the tests of sending and of pages."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from lijfspoor.practice.letters import flows
from lijfspoor.practice.letters.compose.body import Edit, LetterBody
from lijfspoor.practice.letters.models import LetterRow
from lijfspoor.practice.people.models import Contact
from tests import cast
from tests.practice.treatment.sessions import scenes

EVA, MARK = "Kwelderpad 7", "Wadlaan 12"


@dataclass
class Post(scenes.Scene):
    """A treatment under way, and the letters about it."""

    def key(self, who: Contact) -> str:
        """How a letter finds this person."""
        return f"contact:{who.id}"

    def draft(self, kind: str, addressee: str, who: str = "marjan") -> UUID:
        """Draft a letter."""
        return flows.draft_letter(treatment_id=self.treatment_id, kind=kind, addressee=addressee, **self.when(who))

    def letter(self, letter_id: UUID) -> LetterRow:
        """The letter as kept."""
        found: LetterRow = LetterRow.objects.in_practice(self.house.practice.id).get(id=letter_id)
        return found

    def edit(self, letter_id: UUID, who: str = "marjan", version: int = 0, **texts: str) -> int:
        """Save texts by section, over the version that is there unless told."""
        row = self.letter(letter_id)
        body = LetterBody.from_json(row.body)
        change = Edit(
            concerning=body.concerning,
            salutation=body.salutation,
            closing=body.closing,
            texts=texts,
            kept=frozenset(section.id for section in body.sections),
        )
        return flows.save_draft(letter_id=letter_id, edit=change, version=version or row.version, **self.when(who))

    def send(self, letter_id: UUID, who: str = "marjan", **more: Any) -> LetterRow:
        """Send a letter and return it as kept."""
        chosen: dict[str, Any] = {"version": self.letter(letter_id).version, "how": "printed", "released": False}
        flows.send_letter(letter_id=letter_id, **(chosen | more), **self.when(who))
        return self.letter(letter_id)

    def contact(self, kind: str, name: str, **more: Any) -> Contact:
        """Someone more around the client."""
        return cast.contact(self.house, self.client, kind, name, **more)

    def agree(self, *people: Contact | None, given: bool = True) -> None:
        """Let these people (None is the client) consent to sharing information."""
        for who in people:
            cast.consent(self.house, self.client, "information", who, given=given)

    @property
    def parents(self) -> tuple[Contact, Contact]:
        """Noor's mother and father."""
        assert self.mother
        assert self.father
        return self.mother, self.father


def child(house: cast.House | None = None) -> Post:
    """Noor, 7, in the module for attachment; her parents live apart."""
    post = Post(**vars(scenes.attachment(house)))
    for parent, street, phone in zip(post.parents, (EVA, MARK), ("06-11112222", "06-33334444"), strict=True):
        parent.street, parent.postcode, parent.city, parent.phone = street, "9990 AA", "Duinstad", phone
        parent.email = f"{parent.name.split()[0].lower()}@thuis.example"
        parent.save()
    return post


def adult(house: cast.House | None = None) -> Post:
    """Samira in the add-on."""
    return Post(**vars(scenes.addon(house)))
