"""What someone wrote or handed in as YAML: the text as it is kept, and its mistakes beside their lines."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lijfspoor.catalogue.mistakes import Mistake

WIDEST = 160
"""Characters of a line that are shown beside a mistake in it."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text: its bytes with line ends alike on every machine, its characters, and the checksum it is kept under."""

    source: bytes
    text: str
    checksum: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A mistake beside its line: number from 1, the line as written, the place in the text, what is expected."""

    line: int
    written: str
    path: str
    expected: str


def as_written(document: bytes) -> Written:
    """Return a text as it is kept: a browser ends lines in its own way, a file is the same file everywhere."""
    source = document.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return Written(source, source.decode("utf-8", "replace"), hashlib.sha256(source).hexdigest())


def beside_lines(mistakes: Sequence[Mistake], text: str, in_dutch: Callable[[str], str]) -> tuple[Marked, ...]:
    """Return mistakes beside the lines they stand on, what is expected in Dutch."""
    lines = text.split("\n")
    return tuple(
        Marked(
            each.line,
            lines[each.line - 1][:WIDEST] if each.line <= len(lines) else "",
            each.path,
            in_dutch(each.expected),
        )
        for each in mistakes
    )
