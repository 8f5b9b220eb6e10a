"""Holds a document against the shape of a record: known keys, right types, both languages."""

import difflib
import json
import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from lijfspoor.catalogue.documents import Value
from lijfspoor.catalogue.mistakes import Finding

_LANGUAGES = {"nl": "Dutch", "en": "English"}
_SENTENCES = {
    "string_type": "Write a text here; put quotes around a number.",
    "string_too_short": "Write a text here: it is empty.",
    "string_unicode": "Write a text here that every program can read.",
    "int_type": "Write a whole number here, without quotes.",
    "bool_type": "Write true or false here, without quotes.",
    "tuple_type": "Write a list here: lines that begin with a dash.",
    "dataclass_type": "Write a block here with keys of its own.",
    "date_type": "Write a date here, such as 2026-03-01.",
    "date_parsing": "Write a date here that exists, such as 2026-03-01.",
    "date_from_datetime_parsing": "Write a date here that exists, such as 2026-03-01.",
}


T = TypeVar("T")


_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def _adapter(record: type[T]) -> TypeAdapter[T]:
    if record not in _ADAPTERS:
        _ADAPTERS[record] = TypeAdapter(record)
    return _ADAPTERS[record]


def shaped(value: Value, record: type[T]) -> tuple[T | None, tuple[Finding, ...]]:
    """Return the record that `value` describes, or everything that keeps it from being one.

    Strict: a number in quotes is no number and nothing is rounded or guessed.
    """
    try:
        return _adapter(record).validate_json(json.dumps(value), strict=True), ()
    except ValidationError as error:
        found = error.errors(include_url=False)
        return None, tuple(Finding(tuple(detail["loc"]), _sentence(detail, record)) for detail in found)


def _sentence(detail: ErrorDetails, record: type) -> str:
    kind, path = detail["type"], detail["loc"]
    last = path[-1] if path else ""
    if kind == "missing":
        return f"Add the {_named(last)}: it is missing."
    if kind == "unexpected_keyword_argument":
        return _unknown_key(str(last), path[:-1], record)
    if kind == "string_too_short" and last in _LANGUAGES:
        return f"Write the {_named(last)}: it is empty."
    if kind in {"literal_error", "enum"}:
        return f"Write {detail['ctx']['expected']} here."
    return _SENTENCES.get(kind, f"{detail['msg']}.")


def _named(key: str | int) -> str:
    return f"{_LANGUAGES[str(key)]} text" if key in _LANGUAGES else f"key {key}"


def _unknown_key(key: str, around: tuple[int | str, ...], record: type) -> str:
    known = _keys(around, record)
    near = difflib.get_close_matches(key[:60], known, n=1)
    meant = f" Did you mean {near[0]}?" if near else ""
    return f"Take out this key: it is not known here.{meant} Known are {', '.join(known)}."


def _keys(path: tuple[int | str, ...], top: type) -> list[str]:
    record: Any = top
    for step in path:
        if isinstance(step, str):
            record = next(_records(_hints(record)[step]))
    return [field.name for field in fields(record)]


@lru_cache
def _hints(record: type) -> dict[str, Any]:
    return get_type_hints(record)


def _records(hint: Any) -> Iterator[Any]:  # noqa: ANN401  # a type annotation can be anything
    if is_dataclass(hint):
        yield hint
    elif get_origin(hint) in (tuple, Union, types.UnionType):
        for part in get_args(hint):
            yield from _records(part)
