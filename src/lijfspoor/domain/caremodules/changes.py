"""What differs between two versions of a module, by meaning: not lines of a file, but criteria, goals, phases, dose."""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel.text import Text

Leaf = Text | str | int | bool | None | tuple[str, ...]
"""What is compared as a whole; dates are shown as they are written."""

NAMES = ("schema", "id", "version")
"""How a version is called is no change of what it says."""
KEYS = ("id", "scope", "credential")
"""By which field parts of a list are told apart, the first that a part has; other parts by their place."""
TITLES = ("title", "name", "text", "word", "about")


@dataclass(frozen=True, slots=True)
class Place:
    """One step down to what changed: the record it is in, the field, and for parts of a list which part, in words."""

    record: str
    field: str
    key: str = ""
    words: Text | str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `before` and `after` hold the values; what was added has no before, what was removed no after.

    A part that was added or removed is one change, with the part as value. `moved` is another order of the same parts,
    with their words as values.
    """

    kind: Literal["added", "removed", "changed", "moved"]
    trail: tuple[Place, ...]
    before: Any = None
    after: Any = None

    @property
    def chapter(self) -> str:
        """The chapter it is in, as the field of the module."""
        return self.trail[0].field

    def mirrored(self) -> "Change":
        """Return the change of the way back."""
        kind = {"added": "removed", "removed": "added"}.get(self.kind, self.kind)
        return Change(kind, self.trail, self.after, self.before)  # type: ignore[arg-type]  # one of the same four words


def changes(before: CareModule, after: CareModule) -> tuple[Change, ...]:
    """Return every difference of `after` with `before`, in the order of the module; nothing when they say the same."""
    return tuple(_records(before, after, (), skip=NAMES))


def _records(before: Any, after: Any, trail: tuple[Place, ...], skip: Sequence[str] = ()) -> Iterator[Change]:  # noqa: ANN401  # any record of a module
    for each in fields(before):
        if each.name not in skip:
            place = Place(type(before).__name__, each.name)
            yield from _values(getattr(before, each.name), getattr(after, each.name), trail, place)


def _values(before: Any, after: Any, trail: tuple[Place, ...], place: Place) -> Iterator[Change]:  # noqa: ANN401  # any value of a module
    if before == after:
        return
    here = (*trail, place)
    if _is_record(before) and _is_record(after):
        yield from _records(before, after, here)
    elif _holds_parts(before) or _holds_parts(after):
        yield from _parts(before, after, trail, place)
    elif before is None or before == ():
        yield Change("added", here, None, after)
    elif after is None or after == ():
        yield Change("removed", here, before, None)
    else:
        yield Change("changed", here, before, after)


def _is_record(value: object) -> bool:
    return is_dataclass(value) and not isinstance(value, Text)


def _holds_parts(value: object) -> bool:
    return isinstance(value, tuple) and any(is_dataclass(each) for each in value)


def _parts(before: Sequence[Any], after: Sequence[Any], trail: tuple[Place, ...], place: Place) -> Iterator[Change]:
    old, new = _keyed(before), _keyed(after)
    if old is None or new is None:
        yield from _by_place(before, after, trail, place)
        return
    for key in [*old, *(each for each in new if each not in old)]:
        part = Place(place.record, place.field, key, words_of(old.get(key, new.get(key))))
        yield from _part(old.get(key), new.get(key), trail, part)
    stayed, came = [key for key in old if key in new], [key for key in new if key in old]
    if stayed != came:
        was, is_ = tuple(words_of(old[key]) for key in stayed), tuple(words_of(new[key]) for key in came)
        yield Change("moved", (*trail, place), was, is_)


def _part(before: Any, after: Any, trail: tuple[Place, ...], part: Place) -> Iterator[Change]:  # noqa: ANN401  # any part of a list
    here = (*trail, part)
    if before is None:
        yield Change("added", here, None, after)
    elif after is None:
        yield Change("removed", here, before, None)
    elif _is_record(before):
        yield from _records(before, after, here)
    elif before != after:
        yield Change("changed", here, before, after)


def _keyed(parts: Sequence[Any]) -> dict[str, Any] | None:
    """Return the parts by key, or None when they have no key or share one."""
    keys = [_key(part) for part in parts]
    if None in keys or len(set(keys)) < len(keys):
        return None
    return {key: part for key, part in zip(keys, parts, strict=True) if key is not None}


def _key(part: object) -> str | None:
    return next((str(getattr(part, name)) for name in KEYS if hasattr(part, name)), None)


def _by_place(before: Sequence[Any], after: Sequence[Any], trail: tuple[Place, ...], place: Place) -> Iterator[Change]:
    """Compare lists without keys: what is the same at the beginning and at the end, and in between place by place."""
    start = _same(before, after)
    end = _same(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    for at in range(max(len(old), len(new))):
        was, is_ = old[at] if at < len(old) else None, new[at] if at < len(new) else None
        part = Place(place.record, place.field, str(start + at + 1), words_of(was if was is not None else is_))
        yield from _part(was, is_, trail, part)


def _same(before: Sequence[Any], after: Sequence[Any]) -> int:
    count = 0
    for old, new in zip(before, after, strict=False):
        if old != new:
            break
        count += 1
    return count


def words_of(part: object) -> Text | str:
    """Return the words a part is known by: its title, name or text; else its key, else nothing."""
    if isinstance(part, Text):
        return part
    for name in TITLES:
        found = getattr(part, name, None)
        if isinstance(found, Text | str):
            return found
        if found is not None and isinstance(getattr(found, "text", None), Text):
            text: Text = found.text
            return text
    return _key(part) or ""
