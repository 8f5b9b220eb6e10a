"""Registers and associations: what being in one guarantees, and the questions of a first meeting."""

from datetime import date

from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Statement, Text


@content
class Register:
    """A register or association with what it guarantees. `credential` is the kind kept with colleagues."""

    id: str
    name: Text
    short: Text
    guarantees: tuple[Statement, ...]
    facts: tuple[Statement, ...] = ()
    credential: str | None = None
    sources: tuple[str, ...]


@content
class FirstQuestion:
    """A question to ask at a first meeting (S0-061)."""

    id: str
    text: Text
    hint: Text
    sources: tuple[str, ...]


@content
class FinderContent:
    """What the finder knows beside people: registers and the five questions, as checked on a day."""

    schema: int
    id: str
    registers: tuple[Register, ...]
    questions: tuple[FirstQuestion, ...]
    checked_on: date
    review_by: date

    def register(self, register_id: str) -> Register | None:
        """Return a register, or None when it is not known (any more)."""
        return next((each for each in self.registers if each.id == register_id), None)
