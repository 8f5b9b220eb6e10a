"""What every design says of its study."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Study:
    """The name, the cases, their rows, the washout, and the mapping that it was all read from."""

    title: str
    cases: tuple[str, ...]
    sizes: tuple[int, ...]
    washout: int
    mapping: Mapping[str, object]
