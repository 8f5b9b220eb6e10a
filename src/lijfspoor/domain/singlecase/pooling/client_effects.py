"""The estimates that are pooled: one effect with its standard error per client, checked and brought to one scale."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import Refused, refuse
from lijfspoor.domain.singlecase.data.series import Floats

# Beyond this ratio squares of weights leave the range of floating point, and no answer would mean anything.
WIDEST_RATIO, LEAST, MOST = 1e60, 1e-140, 1e140


@dataclass(frozen=True, eq=False)
class ClientEffects:
    """Effects `values` with standard errors `ses`, shapes (k,), of the clients `names`, k >= 2.

    Build one with `client_effects` or `effects_of`, which check and explain; `left_out` names the clients without a
    usable estimate.
    """

    values: Floats
    ses: Floats
    names: tuple[str, ...]
    left_out: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many clients, k."""
        return len(self.names)

    @property
    def variances(self) -> Floats:
        """The squared standard errors, shape (k,)."""
        return self.ses**2

    def without(self, row: int) -> "ClientEffects":
        """The same effects without one client. Raises Refused: "one-client"."""
        kept = np.arange(self.count) != row
        names = tuple(name for index, name in enumerate(self.names) if index != row)
        return client_effects(self.values[kept], self.ses[kept], names)


@dataclass(frozen=True, eq=False)
class Standardised:
    """Effects moved and divided so that no square leaves floating point: original = centre + scale * standard."""

    effects: ClientEffects
    centre: float
    scale: float


def client_effects(
    values: Sequence[float] | Floats, ses: Sequence[float] | Floats, names: Sequence[str] | None = None
) -> ClientEffects:
    """Check effects and standard errors; names default to "1", "2", ...

    Raises Refused: "one-client" (fewer than two), "unequal-lengths", "effect-not-finite", "se-not-positive",
    "effects-out-of-range" (standard errors or differences more than 1e60 times apart, or beyond 1e-140 and 1e140).
    """
    effects, errors = np.asarray(values, dtype=np.float64), np.asarray(ses, dtype=np.float64)
    labels = tuple(str(row + 1) for row in range(effects.size)) if names is None else tuple(names)
    if not effects.shape == errors.shape == (len(labels),):
        raise refuse(
            "unequal-lengths",
            nl="Er zijn niet evenveel effecten, standaardfouten en namen.",
            en="Effects, standard errors and names differ in number.",
        )
    if effects.size < 2:
        raise one_client()
    _check_numbers(effects, errors)
    return ClientEffects(effects, errors, labels)


def one_client() -> Refused:
    """The refusal to pool a single client."""
    return refuse(
        "one-client",
        nl="Er zijn minstens twee cliënten nodig om uitkomsten samen te nemen.",
        en="Results can only be taken together for two clients or more.",
    )


def _check_numbers(effects: Floats, errors: Floats) -> None:
    if not np.all(np.isfinite(effects)):
        raise refuse(
            "effect-not-finite",
            nl="Het effect van een cliënt is geen eindig getal.",
            en="The effect of a client is not a finite number.",
        )
    if not np.all(np.isfinite(errors)) or np.any(errors <= 0):
        raise refuse(
            "se-not-positive",
            nl="De standaardfout van een cliënt is geen getal groter dan nul.",
            en="The standard error of a client is not a number above zero.",
        )
    widest = max(float(effects.max()) / 4 - float(effects.min()) / 4, float(errors.max()) / 4)
    if not (LEAST <= widest <= MOST and widest <= float(errors.min()) / 4 * WIDEST_RATIO):
        raise refuse(
            "effects-out-of-range",
            nl="De effecten of standaardfouten zijn te groot, te klein of liggen te ver uiteen om mee te rekenen.",
            en="The effects or standard errors are too large, too small or too far apart to compute with.",
        )


def effects_of(estimates: Iterable[tuple[str, Estimate]]) -> ClientEffects:
    """Take the effects of named clients; an estimate without a usable standard error is left out, and named so.

    Raises Refused: "one-client" when fewer than two clients are left, "effects-out-of-range".
    """
    usable, left_out = [], []
    for name, estimate in estimates:
        se = estimate.se
        if se is not None and np.isfinite(estimate.value) and np.isfinite(se) and se > 0:
            usable.append((name, estimate.value, se))
        else:
            left_out.append(name)
    kept = client_effects([row[1] for row in usable], [row[2] for row in usable], [row[0] for row in usable])
    return replace(kept, left_out=tuple(left_out))


def standardise(effects: ClientEffects) -> Standardised:
    """Move the effects to their median and divide by the largest of spread and standard errors."""
    centre = float(np.sort(effects.values)[effects.count // 2])
    moved = effects.values - centre
    scale = max(float(np.max(np.abs(moved))), float(effects.ses.max()))
    return Standardised(replace(effects, values=moved / scale, ses=effects.ses / scale), centre, scale)
