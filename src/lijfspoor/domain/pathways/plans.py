"""What is agreed on movement: in which way, how much, and close to which session."""

from dataclasses import dataclass

from lijfspoor.domain.caremodules.movement import Attention, Expression, Intensity, RouteId, Setting, Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementPlan:
    """Movement as agreed with a client.

    Questions that are still open are kept as answers of their own: `intensity`, `play` and `setting` (S4-035),
    `attention` (S4-036), `timing` (S4-037), `expression` (S4-038). An enhancer names in `beside` the treatment whose
    trauma sessions it goes with, and lies `offset_minutes` before or after them (S4-017). `dose` names the studied
    dose it began from. Numbers that were left open are None.
    """

    route: RouteId
    what: str
    minutes: int
    times_per_week: int | None = None
    weeks: int | None = None
    intensity: Intensity = "light"
    play: bool = False
    setting: Setting = "individual"
    attention: Attention = "free"
    expression: Expression = "not_asked"
    beside: str = ""
    timing: Timing | None = None
    offset_minutes: int | None = None
    dose: str = ""
