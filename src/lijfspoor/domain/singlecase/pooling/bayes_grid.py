"""A deterministic grid over tau, fine where the posterior needs it: Gauss-Legendre panels, halved until they agree."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from lijfspoor.domain.singlecase.data.series import Flags, Floats

ORDER = 16
NEGLIGIBLE = 60.0  # e^-60 of the highest density: below the last digit of any sum
AGREEMENT = 1e-12
DEEPEST, MOST_PANELS = 40, 10_000

_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(ORDER)


@dataclass(frozen=True, eq=False)
class TauGrid:
    """Points `tau` with normalised weights `share` (summing to 1), shapes (panels * ORDER,), in rising order.

    `edges`: shape (panels, 2); `log_mass` the log of the integral of the density.
    """

    tau: Floats
    share: Floats
    edges: Floats
    log_mass: float

    @property
    def panel_shares(self) -> Floats:
        """The probability of each panel, shape (panels,)."""
        return np.asarray(self.share.reshape(-1, ORDER).sum(axis=1))


LogDensity = Callable[[Floats], Floats]


def tau_grid(log_density: LogDensity, smallest: float, largest: float, noise: float = 0.0) -> TauGrid:
    """Lay panels over (0, largest), first doubling from `smallest`, and halve each until its integral stands still.

    `noise`: round-off of the log density, below which no agreement can be asked.
    """
    doublings = max(1, int(np.ceil(np.log2(largest / smallest))))
    bounds = np.concatenate(([0.0], smallest * 2.0 ** np.arange(doublings), [largest]))
    panels = np.stack((bounds[:-1], bounds[1:]), axis=1)
    settled: list[Floats] = []
    best = np.full((len(panels), 2), -np.inf)
    peak = settled_log_mass = -np.inf
    for _ in range(DEEPEST):
        logs = _logs(log_density, panels)
        best = _best_seen(panels, logs, best)
        peak = max(peak, float(best[:, 0].max()))
        kept = _worth_keeping(best[:, 0], peak)
        panels, logs, best = panels[kept], logs[kept], best[kept]
        halves = _halved(panels)
        finer = _logs(log_density, halves)
        peak = max(peak, float(finer.max(initial=-np.inf)))
        agree, mass = _agreeing(panels, logs, halves, finer, peak, float(np.exp(settled_log_mass - peak)), noise)
        settled.append(panels[agree])
        panels, best = halves[np.repeat(~agree, 2)], _inherited(halves, best)[np.repeat(~agree, 2)]
        if not 0 < len(panels) < MOST_PANELS:
            break
        settled_log_mass = peak + float(np.log(mass)) if mass > 0 else -np.inf
    edges = np.concatenate([*settled, panels])
    return grid_on(log_density, edges[np.argsort(edges[:, 0])])


def grid_on(log_density: LogDensity, edges: Floats) -> TauGrid:
    """The grid on given panels."""
    logs = _logs(log_density, edges)
    peak = float(logs.max())
    mass = np.exp(logs - peak) * _WEIGHTS * ((edges[:, 1] - edges[:, 0]) / 2)[:, None]
    total = float(mass.sum())
    return TauGrid(_points(edges).ravel(), (mass / total).ravel(), edges, peak + float(np.log(total)))


def halved_grid(log_density: LogDensity, grid: TauGrid) -> TauGrid:
    """The same grid with every panel cut in two, to see how much answers still move."""
    return grid_on(log_density, _halved(grid.edges))


def tau_cdf_root(log_density: LogDensity, grid: TauGrid, probability: float) -> float:
    """The tau below which `probability` of the posterior lies: the panel by its share, inside it by bisection."""
    below = np.cumsum(grid.panel_shares)
    panel = min(int(np.searchsorted(below, probability)), len(below) - 1)
    low, high = grid.edges[panel]
    wanted = probability - (below[panel - 1] if panel else 0.0)
    left, right = float(low), float(high)
    for _ in range(60):
        middle = (left + right) / 2
        part = np.array([[low, middle]])
        logs = _logs(log_density, part) - grid.log_mass
        inside = float(np.sum(np.exp(logs) * _WEIGHTS) * (middle - low) / 2)
        left, right = (middle, right) if inside < wanted else (left, middle)
    return (left + right) / 2


def _points(edges: Floats) -> Floats:
    half = (edges[:, 1] - edges[:, 0]) / 2
    return np.asarray(edges[:, 0, None] + half[:, None] * (1.0 + _NODES))


def _logs(log_density: LogDensity, edges: Floats) -> Floats:
    return log_density(_points(edges).ravel()).reshape(-1, ORDER)


def _halved(edges: Floats) -> Floats:
    middle = edges.mean(axis=1)
    return np.stack((edges[:, 0], middle, middle, edges[:, 1]), axis=1).reshape(-1, 2)


def _best_seen(edges: Floats, logs: Floats, inherited: Floats) -> Floats:
    """The highest log density ever seen in each panel and where, shape (panels, 2)."""
    at = logs.argmax(axis=1)
    rows = np.arange(len(edges))
    own = np.stack((logs[rows, at], _points(edges)[rows, at]), axis=1)
    return np.where((own[:, 0] > inherited[:, 0])[:, None], own, inherited)


def _inherited(halves: Floats, best: Floats) -> Floats:
    """What each half knows of the best point of its panel: all of it when the point lies in it, else nothing."""
    known = np.repeat(best, 2, axis=0)
    inside = (halves[:, 0] <= known[:, 1]) & (known[:, 1] <= halves[:, 1])
    return np.where(inside[:, None], known, -np.inf)


def _worth_keeping(best: Floats, peak: float) -> Flags:
    """Leave out panels without weight, but never one beside a panel that has it: a top may hide between points."""
    heavy: Flags = best > peak - NEGLIGIBLE
    touching = heavy.copy()
    touching[1:] |= heavy[:-1]
    touching[:-1] |= heavy[1:]
    return touching


def _agreeing(
    edges: Floats, logs: Floats, halves: Floats, finer: Floats, peak: float, settled: float, noise: float
) -> tuple[Flags, float]:
    """Where a panel and its halves give the same mass and moments of tau; and the mass settled so far."""
    whole = np.exp(logs - peak) * _WEIGHTS * (edges[:, 1] - edges[:, 0])[:, None] / 2
    parts = np.exp(finer - peak) * _WEIGHTS * (halves[:, 1] - halves[:, 0])[:, None] / 2
    allowed = (AGREEMENT + noise) * (settled + float(parts.sum()))
    scale = edges[:, 1, None]
    agree = np.ones(len(edges), dtype=np.bool_)
    for power in range(3):
        one = np.sum(whole * (_points(edges) / scale) ** power, axis=1)
        two = np.sum(parts * (_points(halves) / np.repeat(scale, 2, axis=0)) ** power, axis=1)
        agree &= np.abs(one - two.reshape(-1, 2).sum(axis=1)) <= allowed
    return agree, settled + float(parts.sum(axis=1)[np.repeat(agree, 2)].sum())
