"""How to reach somebody: telephone, e-mail, address, and the numbers people are known by."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lijfspoor.interop.fhir import codes
from lijfspoor.interop.fhir.incoming import ContactPoint, IncomingAddress, IncomingIdentifier
from lijfspoor.interop.fhir.parts import Part

_CODE_SPECIFICATION = "http://nictiz.nl/fhir/StructureDefinition/ext-CodeSpecification"
_ADDRESS_USE = "http://terminology.hl7.org/CodeSystem/v3-AddressUse"
_ADDRESS_PARTS = {
    f"http://hl7.org/fhir/StructureDefinition/iso21090-ADXP-{part}"
    for part in ("streetName", "houseNumber", "buildingNumberSuffix", "unitID", "additionalLocator")
}
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_LAST = 10**6


@dataclass(frozen=True, slots=True)
class Reach:
    """Telephone numbers and e-mail addresses, the one the sender prefers first."""

    phones: tuple[ContactPoint, ...] = ()
    mails: tuple[ContactPoint, ...] = ()

    def joined(self, other: "Reach") -> "Reach":
        """Return both, this one first, every value once."""
        return Reach(_once(self.phones + other.phones), _once(self.mails + other.mails))


def read_reach(holder: Part) -> Reach:
    """Return the telephone numbers and e-mail addresses; other ways and old ones stay unused."""
    current = [each for each in holder.many("telecom") if each.known("use", codes.CONTACT_USE) != "old"]
    ranked = sorted(current, key=_rank)
    return Reach(_points(ranked, {"phone", "sms"}), _points(ranked, {"email"}))


def read_address(addresses: list[Part]) -> IncomingAddress | None:
    """Return the home address, or else the first that still holds."""
    current = [each for each in addresses if each.known("use", codes.ADDRESS_USE) not in ("old", "billing")]
    if not current:
        return None
    address = min(current, key=lambda each: each.peek("use") != "home")
    read = _address(address)
    return read if any((read.lines, read.postcode, read.city, read.district, read.country)) else None


def read_identifiers(identifiers: list[Part]) -> tuple[IncomingIdentifier, ...]:
    """Return the numbers that still hold, BSNs excepted: those are read by read_bsn."""
    told = [each for each in _current(identifiers) if each.told("value") and not _is_bsn(each)]
    return tuple(read_identifier(each) for each in told)


def read_identifier(part: Part) -> IncomingIdentifier:
    """Return one number; a number of the wrong length is kept, with a remark."""
    part.code("use", codes.IDENTIFIER_USE)
    system, value = part.text("system"), part.text("value")
    kind = codes.NUMBER_KIND.get(system, "")
    digits = codes.NUMBER_DIGITS.get(kind)
    if digits and not (value.isascii() and value.isdigit() and len(value) == digits):
        part.warn(f"Dit {kind.upper()}-nummer heeft niet de {digits} cijfers die het hoort te hebben.")
    return IncomingIdentifier(system, value, kind)


def read_bsn(identifiers: list[Part]) -> str:
    """Return the one BSN that passes the 11-test; any other stays unused, with a remark."""
    given = [each for each in _current(identifiers) if _is_bsn(each)]
    sound = [each for each in given if passes_eleven_test(each.told("value"))]
    for each in given:
        if each not in sound:
            each.warn("Dit burgerservicenummer klopt niet (elfproef) en is niet overgenomen.")
    if len({each.told("value") for each in sound}) > 1:
        sound[0].warn("Er staan twee burgerservicenummers; geen van beide is overgenomen.")
        return ""
    return "".join({read_identifier(each).value for each in sound})


def passes_eleven_test(number: str) -> bool:
    """Say whether nine digits form a possible BSN (standards.md 3.2)."""
    if len(number) != len(_BSN_WEIGHTS) or not number.isascii() or not number.isdigit():
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _BSN_WEIGHTS, strict=True))
    return total % 11 == 0 and int(number) > 0


def _current(identifiers: list[Part]) -> list[Part]:
    return [each for each in identifiers if each.known("use", codes.IDENTIFIER_USE) != "old"]


def _is_bsn(identifier: Part) -> bool:
    return codes.NUMBER_KIND.get(identifier.peek("system").strip()) == "bsn"


def _points(telecom: list[Part], systems: set[str]) -> tuple[ContactPoint, ...]:
    return _once(_point(each) for each in telecom if _system(each) in systems and each.told("value"))


def _system(telecom: Part) -> str:
    system = telecom.known("system", codes.CONTACT_SYSTEM)
    if telecom.told("value") and not system:
        telecom.warn("Er staat niet bij of dit een telefoonnummer of e-mailadres is; het is niet overgenomen.")
    return system


def _rank(telecom: Part) -> float:
    rank = telecom.number("rank")
    return _LAST if rank is None else rank


def _point(telecom: Part) -> ContactPoint:
    telecom.text("system")
    return ContactPoint(telecom.text("value"), telecom.text("use") or _dutch_use(telecom))


def _dutch_use(telecom: Part) -> str:
    """Return mobile when nl-core says so beside the system, where R4 has no place for it."""
    beside = telecom.beside("system")
    extension = beside.extension(_CODE_SPECIFICATION) if beside else None
    concept = extension.one("valueCodeableConcept") if extension else None
    mobile = next((each for each in concept.many("coding") if _is_mobile(each)), None) if concept else None
    if extension is None or mobile is None:
        return ""
    extension.text("url")
    for name in ("system", "code", "display"):
        mobile.text(name)
    return "mobile"


def _is_mobile(coding: Part) -> bool:
    return coding.peek("system") == _ADDRESS_USE and coding.peek("code") == "MC"


def _once(points: Iterable[ContactPoint]) -> tuple[ContactPoint, ...]:
    first: dict[str, ContactPoint] = {}
    for point in points:
        first.setdefault(point.value, point)
    return tuple(first.values())


def _address(address: Part) -> IncomingAddress:
    address.text("use")
    read = IncomingAddress(
        lines=tuple(filter(None, (part.taken() for part in address.texts("line")))),
        postcode=address.text("postalCode"),
        city=address.text("city"),
        district=address.text("district"),
        country=address.text("country"),
    )
    said = " ".join((*read.lines, read.postcode, read.city, read.district, read.country))
    _take_line_parts(address, said)
    address.take_if_said("text", said)
    return read if said.strip() else replace(read, lines=tuple(filter(None, [address.text("text")])))


def _take_line_parts(address: Part, said: str) -> None:
    for part in address.texts("line"):
        index = part.path[-1] if isinstance(part.path[-1], int) else None
        beside = address.beside("line", index)
        for extension in beside.many("extension") if beside else []:
            if extension.peek("url") in _ADDRESS_PARTS:
                extension.take_if_said("valueString", said)
                extension.text("url")
