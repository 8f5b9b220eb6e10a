"""The one way a piece of content is declared: a frozen record that knows no other fields than its own."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def content(cls: type[T]) -> type[T]:
    """Make `cls` a frozen, keyword-only record whose reader must refuse fields it does not declare.

    The mark `__pydantic_config__` is a plain dict: readers of content files honour it, the domain needs nothing for it.
    """
    cls.__pydantic_config__ = {"extra": "forbid", "str_min_length": 1, "str_strip_whitespace": True}  # type: ignore[attr-defined]  # a mark for the reader, not part of the record
    return dataclass(frozen=True, kw_only=True)(cls)
