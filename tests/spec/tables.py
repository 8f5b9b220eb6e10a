"""Tables as they stand in the handbook: plain text in, rows of words out, and back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import dedent


@dataclass(frozen=True)
class Table:
    """A head and rows of words, each row as long as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __str__(self) -> str:
        lines = (self.head, *self.rows)
        wide = [max(len(line[at]) for line in lines) for at in range(len(self.head))]
        return "\n".join(_line(line, wide) for line in lines)

    @property
    def markdown(self) -> str:
        """The table as Markdown."""
        lines = [self.head, tuple("---" for _ in self.head), *self.rows]
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def read_table(text: str) -> Table:
    """Read a table of cells parted by bars; its first line is the head.

    A row without a first cell goes on with the row above. Raises ValueError on a crooked row.
    """
    lines = [line for line in dedent(text).strip().splitlines() if line.strip()]
    head, *written = [tuple(cell.strip() for cell in line.split("|")) for line in lines]
    rows: list[tuple[str, ...]] = []
    for row in written:
        if len(row) != len(head):
            msg = f"this row does not fit under {head}: {row}"
            raise ValueError(msg)
        if row[0] or not rows:
            rows.append(row)
        else:
            rows[-1] = tuple(f"{above} {below}".strip() for above, below in zip(rows[-1], row, strict=True))
    return Table(head, tuple(rows))


def make_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """Make a table of words."""
    return Table(tuple(head), tuple(tuple(row) for row in rows))


def _line(cells: Sequence[str], wide: Sequence[int]) -> str:
    return " | ".join(cell.ljust(width) for cell, width in zip(cells, wide, strict=True)).rstrip()
