"""The pooled mean without each client in turn: whether one client carries the whole answer.

Every fit is the one of `pool` on the other k - 1 clients (Viechtbauer & Cheung 2010, doi:10.1002/jrsm.11). The time
grows with k squared.
"""

from collections.abc import Callable
from dataclasses import dataclass

from lijfspoor.domain.singlecase.data.saying import Saying, refuse
from lijfspoor.domain.singlecase.pooling.client_effects import ClientEffects
from lijfspoor.domain.singlecase.pooling.random_effects import Pooled, pool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The pooled answer without the client `name`, and how much the mean moves."""

    name: str
    pooled: Pooled
    shift: float


def leave_one_out(effects: ClientEffects, fit: Callable[[ClientEffects], Pooled] = pool) -> tuple[LeftOut, ...]:
    """Pool without each client. Raises Refused: "two-clients" (fewer than three, so one would be left)."""
    if effects.count < 3:
        raise refuse(
            "two-clients",
            nl="Weglaten van één cliënt kan pas vanaf drie cliënten.",
            en="Leaving one client out takes three clients or more.",
        )
    whole = fit(effects)
    answers = (fit(effects.without(row)) for row in range(effects.count))
    return tuple(
        LeftOut(name, answer, answer.mean - whole.mean) for name, answer in zip(effects.names, answers, strict=True)
    )


def one_client_decides(left_out: tuple[LeftOut, ...], whole: Pooled) -> Saying | None:
    """A sentence where the interval holds 0 with all clients and not without one, or the other way round."""
    holds = whole.interval.lower <= 0.0 <= whole.interval.upper
    deciding = [
        one.name for one in left_out if (one.pooled.interval.lower <= 0.0 <= one.pooled.interval.upper) != holds
    ]
    if not deciding:
        return None
    who = ", ".join(deciding)
    return Saying(
        nl=f"De conclusie hangt aan één cliënt: zonder {who} verandert zij.",
        en=f"The conclusion hangs on one client: without {who} it changes.",
    )
