"""Finding a part of a module file by its place, such as `audience/groups/fits/criteria/age`, and changing it there."""

import copy
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lijfspoor.catalogue.documents import Value, blocks
from lijfspoor.catalogue.mistakes import Path
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.authoring import shape
from lijfspoor.practice.authoring.shape import Part

Block = dict[str, Any]
TITLES = ("title", "name", "text", "word", "about", "credential")


class NoSuchPlace(LookupError):
    """The file has no such part."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step down to a part: its place, the field it is in, and its words (empty for a single part)."""

    place: str
    field: str
    words: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of a module file: which record it is, what stands there, and the way to it."""

    record: type
    value: Block
    place: str
    path: Path
    trail: tuple[Crumb, ...]


def find(document: Value, place: str) -> Spot:
    """Return the part at a place; the empty place is the whole module. Raises NoSuchPlace."""
    if not isinstance(document, dict):
        raise NoSuchPlace(place)
    spot = Spot(CareModule, document, "", (), ())
    steps = iter([step for step in place.split("/") if step])
    for name in steps:
        spot = _down(spot, name, steps)
    return spot


def _down(spot: Spot, name: str, steps: Iterator[str]) -> Spot:
    try:
        part = shape.part(spot.record, name)
    except KeyError:
        raise NoSuchPlace(name) from None
    inside: Any = spot.value.get(name)
    path: Path = (*spot.path, name)
    place = f"{spot.place}/{name}".strip("/")
    words = ""
    if part.kind == "records":
        key = next(steps, "")
        at = _at(inside, part, key)
        inside, path, place = inside[at], (*path, at), f"{place}/{key}"
        words = words_of(inside)
    if part.record is None or not isinstance(inside, dict):
        raise NoSuchPlace(place)
    return Spot(part.record, inside, place, path, (*spot.trail, Crumb(place, name, words)))


def _at(parts: Any, part: Part, key: str) -> int:  # noqa: ANN401  # whatever stands in the file
    keys = list(keys_of(parts, part))
    if key not in keys:
        raise NoSuchPlace(key)
    return keys.index(key)


def keys_of(parts: Any, part: Part) -> Iterator[str]:  # noqa: ANN401  # whatever stands in the file
    """Yield by which key each part of a list is found: its own name, else its place from 1."""
    key = shape.key_of(part.record) if part.record else ""
    for number, each in enumerate(parts if isinstance(parts, list) else (), 1):
        found = each.get(key) if isinstance(each, dict) and key else None
        yield found if isinstance(found, str) and found else str(number)


def words_of(value: Any) -> str:  # noqa: ANN401  # whatever stands in the file
    """Return the Dutch words a part is known by; its key when it has none."""
    if not isinstance(value, dict):
        return ""
    for name in (*TITLES, *shape.KEYS):
        found = value.get(name)
        while isinstance(found, dict):
            found = found.get("nl", found.get("text"))
        if isinstance(found, str) and found:
            return found
    return ""


def changed(document: Value, place: str, own: Mapping[str, Any]) -> Value:
    """Return the document with the own fields of the part at a place as `own` says; what `own` leaves out goes."""
    made = copy.deepcopy(document)
    spot = find(made, place)
    names = [part.name for part in shape.own_parts(spot.record)]
    for name in names:
        spot.value.pop(name, None)
    order = [each.name for each in shape.parts_of(spot.record)]
    whole = {**spot.value, **own}
    spot.value.clear()
    spot.value.update({name: whole.pop(name) for name in order if name in whole} | whole)
    return made


def added(document: Value, place: str, name: str, words: str) -> tuple[Value, str]:
    """Return the document with a new part in the list (or single field) `name` at a place, and where that part is."""
    made = copy.deepcopy(document)
    spot = find(made, place)
    part = shape.part(spot.record, name)
    if part.record is None:
        raise NoSuchPlace(name)
    if part.kind == "record":
        spot.value[name] = fresh(part.record, words, 1)
        return made, f"{place}/{name}".strip("/")
    parts = spot.value.setdefault(name, [])
    new = fresh(part.record, words, len(parts) + 1)
    key = shape.key_of(part.record)
    if key and not shape.part(part.record, key).codes:
        new[key] = _free(made, words)
    elif key:
        new[key] = words
    parts.append(new)
    return made, f"{place}/{name}/{new[key] if key else len(parts)}".strip("/")


def removed(document: Value, place: str, name: str, key: str) -> Value:
    """Return the document without a part of a list, or without a single part when `key` is empty."""
    made = copy.deepcopy(document)
    spot = find(made, place)
    part = shape.part(spot.record, name)
    if part.kind == "record":
        spot.value.pop(name, None)
    else:
        parts = spot.value.get(name)
        del parts[_at(parts, part, key)]  # type: ignore[union-attr]  # a key was found, so it is a list
        if not parts and part.optional:
            del spot.value[name]
    return made


def moved(document: Value, place: str, name: str, key: str, by: int) -> Value:
    """Return the document with a part of a list moved up (-1) or down (1); at the end of the list nothing changes."""
    made = copy.deepcopy(document)
    spot = find(made, place)
    part = shape.part(spot.record, name)
    parts: Any = spot.value.get(name)
    at = _at(parts, part, key)
    to = min(max(at + by, 0), len(parts) - 1)
    parts.insert(to, parts.pop(at))
    return made


def fresh(record: type, words: str, number: int) -> Block:
    """Return a new record with all that must be there; what only a person knows is left empty."""
    made: Block = {}
    for part in shape.parts_of(record):
        if not part.optional:
            made[part.name] = _empty(part, number)
    title = next((name for name in TITLES if name in made), None)
    if title and isinstance(made[title], dict):
        (made[title].get("text") or made[title])["nl"] = words
    elif title:
        made[title] = words
    return made


def _empty(part: Part, number: int) -> Any:  # noqa: ANN401  # whatever the field holds
    text = {"nl": "", "en": ""}
    if part.kind == "record" and part.record:
        return fresh(part.record, "", 1)
    made = {
        "text": text,
        "statement": {"text": text, "sources": ["own"]},
        "line": "",
        "number": number,
        "tick": False,
        "day": "",
        "code": part.codes[0] if part.codes else "",
        "words": ["own"] if part.name == "sources" else [],
    }
    return copy.deepcopy(made.get(part.kind, []))


def slug(words: str) -> str:
    """Return words as an id: lower-case letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "deel"


def _free(document: Value, words: str) -> str:
    taken = {block.get(key) for _, block in blocks(document) for key in shape.KEYS}
    first = found = slug(words)
    number = 2
    while found in taken:
        found, number = f"{first}-{number}", number + 1
    return found
