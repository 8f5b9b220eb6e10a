"""The kinds of help side by side: for each kind what the sources say about each aspect."""

from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Text


@content
class Aspect:
    """A thing on which kinds of help differ, such as what it aims at."""

    id: str
    name: Text


@content
class Cell:
    """What the sources say about one aspect of one kind of help."""

    aspect: str
    text: Text
    sources: tuple[str, ...]


@content
class Column:
    """One kind of help with its cells; an aspect without a cell is one the sources are silent on."""

    kind: str
    cells: tuple[Cell, ...]

    def about(self, aspect: str) -> Cell | None:
        """Return the cell of an aspect; None where the sources are silent."""
        return next((cell for cell in self.cells if cell.aspect == aspect), None)


@content
class Comparison:
    """Aspects in order, and every kind of help with its cells."""

    aspects: tuple[Aspect, ...]
    columns: tuple[Column, ...]
