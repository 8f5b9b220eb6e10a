"""What must be asked of a client before and during a module, and how the answers combine."""

from typing import Literal

from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Text


@content
class AgeRange:
    """Ages that fit, in completed months: from `low_months` up to and including `high_months`."""

    measure: Literal["developmental", "calendar"]
    low_months: int
    high_months: int


@content
class Criterion:
    """One question with the answer yes, no or unknown.

    With `age` the answer follows from the recorded age instead of being asked. `names_person` says whom the answer
    must name (the diagnosing clinician, the attachment person). `safety` marks a condition whose loss asks for the
    reporting code and closes joint sessions and steps forward.
    """

    id: str
    text: Text
    sources: tuple[str, ...]
    hint: Text | None = None
    age: AgeRange | None = None
    names_person: Text | None = None
    safety: bool = False


@content
class Override:
    """How a contra-indication may be passed: with a reason and after consulting one of these roles."""

    consulted_roles: tuple[Literal["psychiatrist", "lead_clinician", "gz_psychologist"], ...]
    text: Text
    sources: tuple[str, ...]


@content
class CriterionGroup:
    """Criteria that count together.

    `needs` is `all` (every answer yes), `any` (at least one yes) or `none` (every answer no).
    A group of kind `joint_session` never holds back the start; it only opens sessions that a caregiver joins. So a
    group of kind `effort_check` only opens agreements on movement; it is the product's own, never a source's.
    `asked` says when: `before_start`, and for conditions that must keep holding also `at_evaluation`.
    """

    id: str
    kind: Literal["eligibility", "indication", "contra_indication", "precondition", "joint_session", "effort_check"]
    title: Text
    needs: Literal["all", "any", "none"]
    criteria: tuple[Criterion, ...]
    sources: tuple[str, ...]
    asked: tuple[Literal["before_start", "at_evaluation"], ...] = ("before_start",)
    override: Override | None = None


HOLDS_NO_START = ("joint_session", "effort_check")
"""Kinds of groups that never hold back the start: each only opens something of its own."""


@content
class ConsentNeed:
    """A consent the module cannot do without, and what stays closed until it is there."""

    scope: Literal["treatment", "information", "touch"]
    opens: Literal["start", "letters", "touch"]
    text: Text
    sources: tuple[str, ...]


@content
class ReferralRoute:
    """A way in: who registers the client, and the words for it."""

    id: Literal["private", "institution", "lead_clinician"]
    text: Text
    sources: tuple[str, ...]
