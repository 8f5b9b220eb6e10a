"""Movement around the treatment of trauma: the ways it can serve, doses that were studied, what is still open."""

from typing import Literal

from lijfspoor.domain.evidence.status import EvidenceStatus
from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Statement, Text

RouteId = Literal["stand_alone", "symptom_directed", "enhancer", "means"]
Intensity = Literal["light", "moderate", "vigorous"]
Setting = Literal["individual", "group"]
Attention = Literal["sensations", "distraction", "free"]
Expression = Literal["asked", "not_asked"]
Timing = Literal["before", "after"]
Aspect = Literal["intensity", "play", "setting", "attention", "timing", "expression"]

LINKED: RouteId = "enhancer"
"""The way in which movement never stands apart from a session of trauma processing (S4-017)."""


@content
class MovementRoute:
    """One way in which movement can serve treatment (S4-004); `label` says how sure its idea is."""

    id: RouteId
    name: Text
    about: tuple[Statement, ...]
    label: Statement | None = None
    sources: tuple[str, ...]


@content
class StudiedDose:
    """A dose as it was studied, to begin from: what was done, by how many, against what, what was found and not.

    Numbers the source does not give are None. `mechanism` says how it may work, with how sure that is.
    """

    id: str
    route: RouteId
    title: Text
    what: Text
    times_per_week: int | None = None
    minutes: int | None = None
    weeks: int | None = None
    intensity: Intensity | None = None
    setting: Setting | None = None
    timing: Timing | None = None
    design: Text
    participants: int | None = None
    compared_with: Text | None = None
    found: tuple[Statement, ...]
    not_found: tuple[Statement, ...] = ()
    mechanism: Statement
    mechanism_status: EvidenceStatus
    reference: str
    sources: tuple[str, ...]


@content
class OpenQuestion:
    """A question nobody answered yet; `asks_for` names what is kept with each movement so that it can be answered."""

    id: str
    text: Text
    asks_for: tuple[Aspect, ...] = ()
    sources: tuple[str, ...]


@content
class Movement:
    """The chapter on movement.

    `effort_check` is the product's own question before any effort and says so (its only source is `own`); its
    answers stand in the group of criteria of kind `effort_check`. `gap` says what was never studied, `advice` is
    cautious advice with its disclaimer.
    """

    routes: tuple[MovementRoute, ...]
    doses: tuple[StudiedDose, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    effort_check: Statement
    gap: Statement | None = None
    advice: tuple[Statement, ...] = ()

    def route(self, route_id: str) -> MovementRoute | None:
        """Return a way by its id."""
        return next((route for route in self.routes if route.id == route_id), None)

    def dose(self, dose_id: str) -> StudiedDose | None:
        """Return a studied dose by its id."""
        return next((dose for dose in self.doses if dose.id == dose_id), None)
