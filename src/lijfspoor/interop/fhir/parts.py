"""A place in the document: it gives its values away one by one and writes in the ledger what was taken."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import NoReturn

from lijfspoor.interop.fhir.accounting import Ledger, Path, written
from lijfspoor.interop.fhir.json_reading import Json
from lijfspoor.interop.fhir.refusal import ReferralRefused

_WORD = re.compile(r"\w+")
_KINDS = {
    dict: "een object",
    list: "een lijst",
    str: "tekst",
    bool: "ja of nee (true/false)",
    int: "een getal",
}


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One value of the document with its path; reading a leaf through a Part marks that leaf as used."""

    value: Json
    path: Path
    ledger: Ledger

    @property
    def where(self) -> str:
        """Return the path as text."""
        return written(self.ledger.root, self.path)

    def refuse(self, reason: str) -> NoReturn:
        """Refuse the document because of this place."""
        raise ReferralRefused(self.where, reason)

    def warn(self, what: str) -> None:
        """Remark something about this place."""
        self.ledger.warn(self.path, what)

    def mark(self) -> None:
        """Say that this leaf is used."""
        self.ledger.used.add(self.path)

    def at(self, name: str) -> "Part | None":
        """Return what stands under a name; a name that differs in capitals only is read, with a remark."""
        held = self.value if isinstance(self.value, dict) else {}
        key = _key(held, name)
        if key is None:
            return None
        found = Part(held[key], (*self.path, key), self.ledger)
        if key != name:
            found.warn(f"Dit heet in FHIR “{name}”; het is zo gelezen.")
        return found

    def peek(self, name: str) -> str:
        """Return the text under a name without using it; empty when there is none."""
        key = _key(self.value, name) if isinstance(self.value, dict) else None
        found = self.value[key] if isinstance(self.value, dict) and key is not None else None
        return found if isinstance(found, str) else ""

    def told(self, name: str) -> str:
        """Return the text under a name without using it; another kind of value refuses the document."""
        found = self.single(name, str)
        return str(found.value).strip() if found else ""

    def says(self, name: str) -> bool:
        """Say whether true stands under a name, without using it."""
        return isinstance(self.value, dict) and self.value.get(name) is True

    def many(self, name: str) -> "list[Part]":
        """Return the objects under a name; a single object is read as a list of one, with a remark."""
        found = self.at(name)
        if found is None:
            return []
        if isinstance(found.value, dict):
            found.warn("Hier hoort een lijst te staan; het ene onderdeel is gelezen.")
        parts = found.elements()
        for part in parts:
            part.check(dict)
        return parts

    def one(self, name: str) -> "Part | None":
        """Return the object under a name."""
        return self.single(name, dict)

    def text(self, name: str) -> str:
        """Return and use the text under a name, without spaces around it; empty when there is none."""
        found = self.single(name, str)
        return found.taken() if found else ""

    def texts(self, name: str) -> "list[Part]":
        """Return the texts in the list under a name, each still to be taken."""
        found = self.at(name)
        if found is None:
            return []
        if isinstance(found.value, str):
            found.warn("Hier hoort een lijst te staan; de ene tekst is gelezen.")
        parts = [part for part in found.elements() if part.value is not None]
        for part in parts:
            part.check(str)
        return parts

    def taken(self) -> str:
        """Return and use this text."""
        text = self.value.strip() if isinstance(self.value, str) else ""
        if text:
            self.mark()
        return text

    def boolean(self, name: str) -> bool | None:
        """Return and use the true or false under a name."""
        found = self.single(name, bool)
        if found is None or not isinstance(found.value, bool):
            return None
        found.mark()
        return found.value

    def number(self, name: str) -> int | float | None:
        """Return and use the number under a name."""
        found = self.single(name, int)
        if found is None or not isinstance(found.value, int | float):
            return None
        found.mark()
        return found.value

    def known(self, name: str, allowed: Collection[str]) -> str:
        """Return a code without using it; one outside the code set of FHIR R4 refuses the document."""
        found = self.single(name, str)
        if found is None:
            return ""
        if found.value not in allowed:
            found.refuse(f"“{str(found.value)[:40]}” kan hier niet; wel: {', '.join(sorted(allowed))}.")
        return str(found.value)

    def code(self, name: str, allowed: Collection[str]) -> str:
        """Return and use a code; one outside the code set of FHIR R4 refuses the document."""
        return self.text(name) if self.known(name, allowed) else ""

    def beside(self, name: str, index: int | None = None) -> "Part | None":
        """Return the object with extensions that FHIR writes beside a simple value (`_name`)."""
        found = self.at(f"_{name}")
        if found is not None and index is not None:
            held = found.value
            if not isinstance(held, list) or index >= len(held):
                return None
            found = Part(held[index], (*found.path, index), self.ledger)
        return found if found is not None and isinstance(found.value, dict) else None

    def extension(self, url: str) -> "Part | None":
        """Return the first extension with this address, still to be used."""
        return next((each for each in self.many("extension") if each.peek("url") == url), None)

    def take_if_said(self, name: str, said: str) -> None:
        """Use the text under a name when every word of it is already said elsewhere: nothing is lost then."""
        text = self.peek(name)
        if text and _words(text) <= _words(said):
            self.text(name)

    def elements(self) -> "list[Part]":
        """Return the elements of a list; something that is no list is its own only element."""
        if not isinstance(self.value, list):
            return [self]
        return [Part(each, (*self.path, index), self.ledger) for index, each in enumerate(self.value)]

    def check(self, kind: type) -> None:
        """Refuse the document when this value is of another kind."""
        fits = isinstance(self.value, int | float) if kind is int else isinstance(self.value, kind)
        if not fits or (isinstance(self.value, bool) and kind is not bool):
            self.refuse(f"Hier hoort {_KINDS[kind]} te staan, maar er staat {kind_of(self.value)}.")

    def single(self, name: str, kind: type) -> "Part | None":
        """Return the one value of this kind, still to be taken; a list of one is read as that one."""
        found = self.at(name)
        if found is None:
            return None
        parts = found.elements()
        if len(parts) > 1:
            found.refuse("Hier mag maar één ding staan, maar er staat een lijst van meer.")
        if isinstance(found.value, list):
            found.warn("Hier hoort geen lijst te staan; het ene onderdeel is gelezen.")
        for part in parts:
            part.check(kind)
        return parts[0] if parts else None


def kind_of(value: Json) -> str:
    """Return in Dutch what kind of JSON value this is."""
    return "een getal" if isinstance(value, float) else _KINDS.get(type(value), "niets (null)")


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def _key(held: dict[str, Json], name: str) -> str | None:
    if name in held:
        return name
    alike = [key for key in held if key.casefold() == name.casefold()]
    return alike[0] if len(alike) == 1 else None
