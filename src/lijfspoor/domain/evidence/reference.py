"""A publication as the documents cite it."""

from typing import Literal

from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Text


@content
class Reference:
    """One publication, once, however often and in whatever forms the documents cite it (contradiction 15).

    Only what the documents say: `title`, `container` (journal or publisher) and `authors` are empty where they give
    none, such as for a number in brackets without a list. `cited_as` are the forms found; `note` says what differs.
    `reading` names modules that advise it to whoever wants to read on (S1-016).
    """

    id: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    title: str | None = None
    container: str | None = None
    cited_as: tuple[str, ...]
    kind: Literal["article", "book", "guideline", "unknown"] = "unknown"
    note: Text | None = None
    reading: tuple[str, ...] = ()
    sources: tuple[str, ...]

    @property
    def short(self) -> str:
        """The way it is named on a page: by its authors and year, or else as it is cited."""
        if not self.authors:
            return self.cited_as[0]
        named = self.authors[0] if len(self.authors) == 1 else f"{', '.join(self.authors[:-1])} & {self.authors[-1]}"
        return f"{named} ({self.year})" if self.year else named


@content
class References:
    """Every publication the records rest on."""

    schema: Literal[1]
    references: tuple[Reference, ...]
