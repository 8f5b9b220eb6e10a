"""What is wrong in a content file, and where."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

Path = tuple[str | int, ...]
"""The way from the top of a file to a value: keys, and positions in lists counted from 0."""

_PLAIN_KEY = re.compile(r"[\w-]{1,60}")


class Finding(NamedTuple):
    """Something to put right at `path`; `line` (from 1) only where the path alone does not tell it."""

    path: Path
    expected: str
    line: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """A mistake in `file` on `line` (from 1) at `path`, with what is expected there as a plain sentence."""

    file: str
    line: int
    path: str
    expected: str

    def __str__(self) -> str:
        """Return the line that `lijfspoor content check` prints."""
        return f"{self.file}:{self.line}: {self.path or 'file'}: {self.expected}"


class ContentRefused(ValueError):
    """Content that cannot be used; `mistakes` holds all of them, sorted."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes))
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


def written(path: Path) -> str:
    """Return a path as people write it, such as `approach.phases[1].exit_signs`."""
    return "".join(_step(step, first=place == 0) for place, step in enumerate(path))


def _step(step: str | int, *, first: bool) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if not _PLAIN_KEY.fullmatch(step):
        return f"[{step[:60]!r}]"
    return step if first else f".{step}"
