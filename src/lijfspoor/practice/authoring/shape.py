"""What a record of a module is made of: its fields by kind, read from the records themselves."""

import types
from collections.abc import Iterable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from lijfspoor.domain.kernel.text import Statement, Text

KindName = Literal[
    "text",
    "statement",
    "line",
    "number",
    "tick",
    "day",
    "code",
    "codes",
    "words",
    "texts",
    "statements",
    "record",
    "records",
]
NESTED = ("record", "records")
FIXED = ("schema", "id")
"""Never changed in a form: a name that stays the same is how answers and treatments find their part back."""
KEYS = ("id", "scope", "credential")


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a record: name, kind, the record it holds, the codes to choose from, whether it may be left out."""

    name: str
    kind: KindName
    record: type | None = None
    codes: tuple[str, ...] = ()
    optional: bool = False


@lru_cache
def parts_of(record: type) -> tuple[Part, ...]:
    """Return the fields of a record in their order."""
    hints = get_type_hints(record)
    return tuple(
        _part(each.name, hints[each.name], each.default is not MISSING or each.default_factory is not MISSING)
        for each in fields(record)
    )


def part(record: type, name: str) -> Part:
    """Return a field of a record. Raises KeyError."""
    for each in parts_of(record):
        if each.name == name:
            return each
    raise KeyError(name)


def own_parts(record: type) -> tuple[Part, ...]:
    """Return the fields that are written on the record's own page."""
    return tuple(each for each in parts_of(record) if each.kind not in NESTED and each.name not in FIXED)


def nested_parts(record: type) -> tuple[Part, ...]:
    """Return the fields that hold records with a page of their own."""
    return tuple(each for each in parts_of(record) if each.kind in NESTED)


def key_of(record: type) -> str:
    """Return by which field parts of a list are told apart; empty for their place."""
    names = {each.name for each in parts_of(record)}
    return next((key for key in KEYS if key in names), "")


def _part(name: str, hint: Any, optional: bool) -> Part:  # noqa: ANN401  # a type annotation can be anything
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(each for each in get_args(hint) if each is not types.NoneType)
    if get_origin(hint) is tuple:
        return _many(name, get_args(hint)[0], optional)
    single = {Text: "text", Statement: "statement", str: "line", int: "number", bool: "tick", date: "day"}
    if hint in single:
        return Part(name, single[hint], optional=optional)  # type: ignore[arg-type]  # the words of KindName
    if isinstance(hint, type) and is_dataclass(hint):
        return Part(name, "record", hint, optional=optional)
    return Part(name, "code", codes=_codes(hint), optional=optional)


def _many(name: str, hint: Any, optional: bool) -> Part:  # noqa: ANN401  # a type annotation can be anything
    if hint in (Text, Statement):
        return Part(name, "texts" if hint is Text else "statements", optional=optional)
    if isinstance(hint, type) and is_dataclass(hint):
        return Part(name, "records", hint, optional=optional)
    if hint is str:
        return Part(name, "words", optional=optional)
    return Part(name, "codes", codes=_codes(hint), optional=optional)


def _codes(hint: Any) -> tuple[str, ...]:  # noqa: ANN401  # a type annotation can be anything
    options: Iterable[Any] = get_args(hint) if get_origin(hint) is Literal else hint
    return tuple(str(each.value if isinstance(each, Enum) else each) for each in options)
