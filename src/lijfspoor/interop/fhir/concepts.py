"""A CodeableConcept in words, with its code beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from lijfspoor.interop.fhir.parts import Part


@dataclass(frozen=True, slots=True)
class Concept:
    """What a concept says in words; `system` and `code` are empty when only words were sent."""

    text: str
    system: str = ""
    code: str = ""

    @property
    def token(self) -> str:
        """Return `system|code`, or an empty text without a code."""
        return f"{self.system}|{self.code}" if self.code else ""


def read_concept(part: Part) -> Concept:
    """Return the words of a concept and its code."""
    words = read_words(part)
    coding = _preferred(part.many("coding"))
    if coding is None:
        return Concept(words)
    return Concept(words, coding.text("system"), coding.text("code"))


def read_words(part: Part) -> str:
    """Return the sender's own words, else the display of the coding, or the bare code; codes stay unused."""
    coding = _preferred(part.many("coding"))
    text = part.text("text")
    if coding is None:
        return text
    coding.boolean("userSelected")
    if text:
        coding.take_if_said("display", text)
    return text or coding.text("display") or coding.text("code")


def read_concepts(holder: Part, *names: str) -> tuple[Concept, ...]:
    """Return all concepts under these names that say something."""
    read = [read_concept(part) for name in names for part in holder.many(name)]
    return tuple(concept for concept in read if concept.text)


def in_words(concepts: Iterable[Concept], between: str = "; ") -> str:
    """Return the words of these concepts, each once."""
    return between.join(dict.fromkeys(concept.text for concept in concepts))


def tokens(concepts: Iterable[Concept]) -> tuple[str, ...]:
    """Return the codes of these concepts as `system|code`, each once."""
    return tuple(dict.fromkeys(concept.token for concept in concepts if concept.token))


def _preferred(codings: list[Part]) -> Part | None:
    chosen = [each for each in codings if each.says("userSelected")]
    telling = [each for each in codings if each.peek("display") or each.peek("code")]
    return next(iter(chosen + telling), None)
