"""Which resources a document holds, and which of them a reference means."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from lijfspoor.interop.fhir.accounting import Path
from lijfspoor.interop.fhir.json_reading import canonical
from lijfspoor.interop.fhir.parts import Part

_TYPED = re.compile(r"(?:.*/)?([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})")


@dataclass(frozen=True, slots=True, eq=False)
class Resource:
    """A resource in the document; `owner` is the path of the outermost resource it stands in."""

    part: Part
    kind: str
    id: str
    address: str
    owner: Path
    entry: Part | None = None

    @property
    def contained(self) -> bool:
        """Return whether this resource stands inside another."""
        return self.part.path != self.owner

    def claim(self) -> Part:
        """Use this resource: its type, id and address are accounted for."""
        self.part.text("resourceType")
        self.part.text("id")
        if self.entry is not None:
            self.entry.text("fullUrl")
        if self.part.many("modifierExtension"):
            self.part.warn("De verzender voegt iets toe dat de betekenis kan veranderen (modifierExtension).")
        return self.part


class Shelf:
    """All resources of one document, in an order that does not depend on the order of the Bundle."""

    def __init__(self, resources: Sequence[Resource]) -> None:
        self._all = sorted(resources, key=_order)
        self._by_address = _index(self._all, _address_keys)
        self._by_id = _index(self._all, _bare_keys)
        self._by_number = _index(self._all, _number_keys)
        self._owners = {each.owner for each in self._all}

    def of(self, *kinds: str) -> list[Resource]:
        """Return the resources of these types."""
        return [each for each in self._all if each.kind in kinds]

    def entries(self, kind: str) -> list[Resource]:
        """Return the resources of this type that stand on their own."""
        return [each for each in self.of(kind) if not each.contained]

    def meant_by(self, reference: Part) -> list[Resource]:
        """Return what a reference matches, without using anything: exact address, else id, else number."""
        text = reference.peek("reference").split("/_history/")[0]
        if text.startswith("#"):
            return self._by_address.get(f"{self._owner_of(reference)}{text}", [])
        exact = self._by_address.get(_same_case(text))
        return exact or self._by_typed(text) or self._by_other(reference, text)

    def find(self, reference: Part, kinds: Collection[str], alone: Sequence[str] = ()) -> Resource | None:
        """Return and use what a reference means.

        `kinds` are the types that fit. When nothing matches and the document holds exactly one resource of a
        type in `alone`, that one is taken, with a remark. Nothing fitting gives None, with a remark.
        """
        matches = self.meant_by(reference)
        if not matches:
            return self._only(reference, alone)
        fitting = [each for each in matches if each.kind in kinds]
        if not fitting:
            reference.warn(f"Dit verwijst naar een {matches[0].kind}; die hoort hier niet en is niet gebruikt.")
            return None
        if len({canonical(each.part.value) for each in fitting}) > 1:
            reference.warn("Dit past op meer dan één onderdeel; geen daarvan is gebruikt.")
            return None
        return _use(reference, fitting[0])

    def _by_typed(self, text: str) -> list[Resource]:
        shape = _TYPED.fullmatch(text)
        return self._by_address.get(f"{shape[1]}/{shape[2]}", []) if shape else []

    def _by_other(self, reference: Part, text: str) -> list[Resource]:
        bare = self._by_id.get(text.lower().removeprefix("urn:uuid:"), [])
        number = reference.one("identifier")
        return bare or (self._by_number.get(_number(number), []) if number and number.peek("value") else [])

    def _owner_of(self, reference: Part) -> Path:
        above = (reference.path[:length] for length in range(len(reference.path), -1, -1))
        return next((path for path in above if path in self._owners), ())

    def _only(self, reference: Part, alone: Sequence[str]) -> Resource | None:
        stated = stated_type(reference)
        for kind in alone:
            candidates = self.of(kind) if stated in ("", kind) else []
            if len(candidates) == 1:
                reference.warn(f"Dit verwijst naar iets wat er niet is; de enige {kind} in het bericht is gebruikt.")
                return _use(reference, candidates[0])
            if candidates:
                break
        return None


def _order(resource: Resource) -> tuple[bool, str, str, str]:
    return resource.contained, resource.address, resource.id, canonical(resource.part.value)


def _use(reference: Part, resource: Resource) -> Resource:
    reference.text("reference")
    if (stated := reference.text("type")) and stated != resource.kind:
        reference.warn(f"Hier zou een {stated} staan, maar het is een {resource.kind}.")
    number = reference.one("identifier")
    if number is not None:
        number.text("system")
        number.text("value")
    resource.claim()
    return resource


def stated_type(reference: Part) -> str:
    """Return the type of resource that a reference itself names, or an empty text."""
    shape = _TYPED.fullmatch(reference.peek("reference").split("/_history/")[0])
    return reference.peek("type") or (shape[1] if shape else "")


def _index(resources: Sequence[Resource], keys: Callable[[Resource], list[str]]) -> dict[str, list[Resource]]:
    index: defaultdict[str, list[Resource]] = defaultdict(list)
    for resource in resources:
        for key in keys(resource):
            index[key].append(resource)
    return index


def _address_keys(resource: Resource) -> list[str]:
    if resource.contained:
        return [f"{resource.owner}#{resource.id}"]
    keys = {_same_case(resource.address), f"{resource.kind}/{resource.id}"}
    shape = _TYPED.fullmatch(resource.address)
    return sorted((keys | ({f"{shape[1]}/{shape[2]}"} if shape else set())) - {"", f"{resource.kind}/"})


def _bare_keys(resource: Resource) -> list[str]:
    address = resource.address.lower()
    bare = {resource.id.lower(), address.removeprefix("urn:uuid:")}
    return [] if resource.contained else sorted(bare - {""})


def _number_keys(resource: Resource) -> list[str]:
    held = resource.part.value.get("identifier") if isinstance(resource.part.value, dict) else None
    if not isinstance(held, list):
        return []
    numbers = [Part(each, (), resource.part.ledger) for each in held]
    return [_number(each) for each in numbers if each.peek("value")]


def _number(identifier: Part) -> str:
    return f"{identifier.peek('system')}|{identifier.peek('value')}"


def _same_case(address: str) -> str:
    return address.lower() if address.lower().startswith("urn:uuid:") else address
