"""The problems one module serves, each with how the therapist meets it, what to look along, and what is known."""

from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Statement, Text


@content
class ProblemArea:
    """A problem area (S0-002, S0-010 to S0-017).

    Its goals are those of the module that name it. `lists` are checklists to look along, `claims` what is known for
    this area, `exercise_areas` the words by which exercises know it.
    """

    id: str
    name: Text
    about: tuple[Statement, ...]
    attitude: tuple[Statement, ...] = ()
    lists: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    exercise_areas: tuple[str, ...] = ()
    sources: tuple[str, ...]
