"""A claim that records speak for or against."""

from typing import Literal

from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Text


@content
class Claim:
    """Something the field says, to hold against what was found; `gap` is what is not known about it.

    `modules` are the modules whose pages show it.
    """

    id: str
    text: Text
    gap: Text | None = None
    modules: tuple[str, ...] = ()
    sources: tuple[str, ...]


@content
class Claims:
    """Every claim that records are held against."""

    schema: Literal[1]
    claims: tuple[Claim, ...]
