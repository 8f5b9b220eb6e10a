"""Every field and every code of a module has a Dutch word, so that no page shows how the file is written."""

import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.library.field_words import FIELDS, code_word


def records(hint: Any, seen: dict[type, dict[str, Any]]) -> dict[type, dict[str, Any]]:  # noqa: ANN401  # a type annotation
    """Every record that a module can hold, with the annotations of its fields."""
    if is_dataclass(hint) and isinstance(hint, type) and hint not in seen:
        seen[hint] = get_type_hints(hint)
        for field in fields(hint):
            records(seen[hint][field.name], seen)
    for part in get_args(hint):
        records(part, seen)
    return seen


def codes(hint: Any) -> Iterator[str]:  # noqa: ANN401  # a type annotation
    """The words a field chooses from."""
    if get_origin(hint) is Literal:
        yield from (str(each) for each in get_args(hint) if isinstance(each, str))
    elif isinstance(hint, type) and issubclass(hint, Enum):
        yield from (str(each.value) for each in hint)
    elif get_origin(hint) in (tuple, Union, types.UnionType):
        for part in get_args(hint):
            yield from codes(part)


def test_every_field_and_every_code_has_a_dutch_word() -> None:
    found = records(CareModule, {})
    unnamed = {name for hints in found.values() for name in hints if name not in FIELDS}
    assert unnamed == set()
    untold = {
        (name, code)
        for hints in found.values()
        for name, hint in hints.items()
        for code in codes(hint)
        if code_word(name, code) == code and code not in ("intake", "school")
    }
    assert untold == set()
