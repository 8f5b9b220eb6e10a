"""The people around the client: how parents, school and guardian take part in a module."""

from typing import Literal

from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Statement, Text


@content
class ParentMode:
    """A way in which caregivers take part (S2-073)."""

    id: Literal["talk", "psycho_education", "joint_session"]
    text: Text
    sources: tuple[str, ...]


@content
class Advice:
    """Advice for one audience, ready to adapt into a note."""

    id: str
    audience: Literal["caregivers", "school", "guardian", "relatives"]
    title: Text
    points: tuple[Statement, ...]
    block: str | None = None


@content
class SupportPart:
    """One thing that home, school and therapist agree to do in the same way."""

    id: str
    title: Text
    hint: Text
    sources: tuple[str, ...]


@content
class SupportPlan:
    """The support that is the same everywhere: a part of the plan that notes for home and school repeat (S0-031).

    With `variant` it belongs to that variant only.
    """

    title: Text
    about: Statement
    parts: tuple[SupportPart, ...]
    variant: str | None = None


@content
class JointSessionCheck:
    """The safety question that must be answered before a caregiver joins a session (contradiction 14, S2-015)."""

    criterion: str
    text: Statement


@content
class Surroundings:
    """The chapter on people around the client."""

    parent_modes: tuple[ParentMode, ...] = ()
    advice: tuple[Advice, ...] = ()
    support_plan: SupportPlan | None = None
    joint_session_check: JointSessionCheck | None = None
    network: tuple[Statement, ...] = ()
    co_treatment: tuple[Statement, ...] = ()
