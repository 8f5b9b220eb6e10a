"""How often the single-case engine sees an effect that is not there, and how often its intervals hold the true one."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import count, product
from math import sqrt
from time import perf_counter

import numpy as np
import numpy.typing as npt

from lijfspoor.bench.registry import Comparison, benchmark
from lijfspoor.domain.singlecase.data.results import Interval
from lijfspoor.domain.singlecase.data.series import Case, make_case
from lijfspoor.domain.singlecase.designs.joint import Independent
from lijfspoor.domain.singlecase.designs.phases import PhaseScheme, phase_scheme
from lijfspoor.domain.singlecase.models.model_answer import model_answer
from lijfspoor.domain.singlecase.pooling.client_effects import effects_of
from lijfspoor.domain.singlecase.pooling.random_effects import pool
from lijfspoor.domain.singlecase.randomisation.answer import Answer, default_answer

REPLICATIONS, CHUNK, SEED = 2_000, 100, 20_261_124
POINTS, FIRST_START, STARTS = 40, 8, 25
WINDOWS = (range(8, 13), range(16, 21), range(24, 29))
PHIS = (0.0, 0.3, 0.6)
EFFECT, SPREAD, CLIENTS = 1.0, 0.5, 8
CALLED, ROUND_OFF = 0.05, 1e-9

Scores = npt.NDArray[np.float64]
Trial = Callable[[np.random.Generator], float]


@dataclass(frozen=True, slots=True)
class Claim:
    """What is measured: a trial that says yes (1), no (0) or a share, and between which its mean should lie.

    `strict`: the bar holds for the figure itself; else for the figure give or take two Monte Carlo errors, where the
    true share may lie on the bar. `low` and `high` None: for information.
    """

    name: str
    trial: Trial
    low: float | None = None
    high: float | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim, the mean of its trials and of their squares, and how many there were."""

    claim: Claim
    share: float
    square: float
    replications: int

    @property
    def error(self) -> float:
        """The Monte Carlo error of the share; where all said yes, or all no, that of one who did not."""
        if self.square == self.share:
            share = min(max(self.share, 1 / self.replications), 1 - 1 / self.replications)
            return sqrt(share * (1 - share) / self.replications)
        return sqrt(max(0.0, self.square - self.share**2) / self.replications)

    @property
    def met(self) -> bool | None:
        """Whether the share is within its bar; None without one."""
        low, high = self.claim.low, self.claim.high
        if low is None and high is None:
            return None
        room = ROUND_OFF if self.claim.strict else 2 * self.error + ROUND_OFF
        return (low is None or self.share >= low - room) and (high is None or self.share <= high + room)

    def line(self) -> str:
        """One line of the table."""
        low, high = self.claim.low, self.claim.high
        parts = [f"at least {100 * low:.0f}" if low else "", f"at most {100 * high:.0f}" if high else ""]
        bar = ", ".join(part for part in parts if part) or "for information"
        room = "" if self.claim.strict or self.met is None else " (2 errors allowed)"
        met = {None: "", True: "met", False: "NOT met"}[self.met]
        return f"{self.claim.name:<62} {100 * self.share:>5.1f} +- {100 * self.error:.1f}   {bar}{room:<20} {met}"


def noise(rng: np.random.Generator, phi: float, size: int = POINTS) -> Scores:
    """Stationary AR(1) noise of standard deviation 1 around its memory, shape (size,)."""
    scores = rng.normal(size=size)
    scores[0] /= sqrt(1 - phi * phi)
    for row in range(1, size):
        scores[row] += phi * scores[row - 1]
    return scores


def scheme() -> PhaseScheme:
    """40 points, B begins on one of 25 rows."""
    return phase_scheme("AB", POINTS, starts=[range(FIRST_START, FIRST_START + STARTS)])


def drawn_case(rng: np.random.Generator, phi: float, effect: float, name: str = "") -> Case:
    """A series whose start was drawn and whose scores rise by `effect` in B."""
    start = int(rng.integers(FIRST_START, FIRST_START + STARTS))
    in_b = np.arange(1, POINTS + 1) >= start
    return make_case(name, noise(rng, phi) + effect * in_b, ["AB"[int(b)] for b in in_b])


def _answer(rng: np.random.Generator, phi: float, effect: float, clients: int) -> Answer:
    cases = [drawn_case(rng, phi, effect) for _ in range(clients)]
    return default_answer(cases, scheme() if clients == 1 else Independent((scheme(),) * clients))


def _default_calls(phi: float, clients: int, rng: np.random.Generator) -> bool:
    return _answer(rng, phi, 0.0, clients).p <= CALLED


def _default_covers(phi: float, clients: int, rng: np.random.Generator) -> bool:
    return _holds(_answer(rng, phi, EFFECT, clients).interval, EFFECT)


def _default_covers_over_starts(phi: float, rng: np.random.Generator) -> float:
    """The share of the 25 starts of one series under which the interval holds the effect: no luck of the draw left."""
    scores, rows = noise(rng, phi), np.arange(1, POINTS + 1)
    held = [_one_start(scores, rows >= start) for start in range(FIRST_START, FIRST_START + STARTS)]
    return sum(held) / STARTS


def _default_covers_over_joint_starts(phi: float, rng: np.random.Generator) -> float:
    """The same for three clients, under all joint starts of a window of 5 rows each."""
    design = Independent(tuple(phase_scheme("AB", POINTS, starts=[window]) for window in WINDOWS))
    noises = [noise(rng, phi) for _ in WINDOWS]
    held = [
        _holds(default_answer([_begun(*one) for one in zip(noises, starts, strict=True)], design).interval, EFFECT)
        for starts in product(*WINDOWS)
    ]
    return sum(held) / len(held)


def _begun(scores: Scores, start: int) -> Case:
    in_b = np.arange(1, POINTS + 1) >= start
    return make_case("", scores + EFFECT * in_b, ["AB"[int(b)] for b in in_b])


def _one_start(scores: Scores, in_b: npt.NDArray[np.bool_]) -> bool:
    case = make_case("", scores + EFFECT * in_b, ["AB"[int(b)] for b in in_b])
    return _holds(default_answer(case, scheme()).interval, EFFECT)


def _model_calls(phi: float, trend: bool, rng: np.random.Generator) -> bool:
    return model_answer(drawn_case(rng, phi, 0.0), trend=trend).figures["p"] <= CALLED


def _pool_covers(phi: float, spread: float, rng: np.random.Generator) -> bool:
    effects = EFFECT + spread * rng.normal(size=CLIENTS)
    answers = [(str(who), model_answer(drawn_case(rng, phi, effect))) for who, effect in enumerate(effects.tolist())]
    return _holds(pool(effects_of(answers)).interval, EFFECT)


def _holds(interval: Interval | None, value: float) -> bool:
    return interval is not None and interval.lower <= value <= interval.upper


def _named_level(clients: int) -> float:
    interval = _answer(np.random.default_rng(SEED), 0.0, 0.0, clients).interval
    return 0.0 if interval is None else interval.level


def claims() -> Iterator[Claim]:
    """Everything that is measured, in the order it is printed."""
    for clients in (1, 3):
        who = f"{clients} client{'s' * (clients > 1)}"
        level = _named_level(clients)
        for phi in PHIS:
            calls = partial(_default_calls, phi, clients)
            yield Claim(f"default answer calls an effect, {who}, phi {phi}", calls, high=CALLED, strict=clients == 1)
        for phi in PHIS:
            named = f"default interval at {100 * level:.0f}% holds the effect, {who}, phi {phi}"
            yield Claim(named, partial(_default_covers, phi, clients), low=level)
    for phi in PHIS:
        name = f"the same, each series under all its {STARTS} starts, 1 client, phi {phi}"
        yield Claim(name, partial(_default_covers_over_starts, phi), low=_named_level(1))
    name = f"the same at 95%, each study under all 125 joint starts, 3 clients, phi {PHIS[-1]}"
    yield Claim(name, partial(_default_covers_over_joint_starts, PHIS[-1]), low=0.95)
    for trend in (False, True):
        terms = "trend and level" if trend else "level"
        for phi in PHIS:
            bar = 0.07 if phi == PHIS[-1] and not trend else None
            yield Claim(
                f"model answer ({terms}) calls an effect, phi {phi}", partial(_model_calls, phi, trend), high=bar
            )
    for spread in (0.0, SPREAD):
        for phi in PHIS:
            name = f"pooled interval over {CLIENTS} clients, spread {spread}, phi {phi}"
            yield Claim(name, partial(_pool_covers, phi, spread), low=0.93, high=0.97)


def _tried(trial: Trial, seed: tuple[int, int], trials: int) -> tuple[float, float]:
    """The sum of these trials and of their squares; the seed makes them the same on any number of workers."""
    rng = np.random.default_rng(seed)
    found = np.array([trial(rng) for _ in range(trials)], dtype=np.float64)
    return float(found.sum()), float(found @ found)


def measure(
    wanted: Iterable[Claim], replications: int = REPLICATIONS, workers: int | None = None, seed: int = SEED
) -> Iterator[Figure]:
    """Try every claim; figures come as soon as they are there."""
    sizes = [min(CHUNK, replications - begin) for begin in range(0, replications, CHUNK)]
    with ProcessPoolExecutor(workers or os.cpu_count()) as pool_of_workers:
        waiting = [
            (
                claim,
                [
                    pool_of_workers.submit(_tried, claim.trial, (seed + row, part), size)
                    for part, size in enumerate(sizes)
                ],
            )
            for row, claim in zip(count(), wanted, strict=False)
        ]
        for claim, parts in waiting:
            share, square = (sum(each) / replications for each in zip(*(part.result() for part in parts), strict=True))
            yield Figure(claim, share, square, replications)


@benchmark("calibration")
def calibration() -> Comparison:
    """Print each share with its Monte Carlo error and its bar; leave with exit code 1 when a bar is not met.

    Returns the seconds of one default answer, against those of drawing the noise of one series.
    """
    if not report(REPLICATIONS):
        sys.exit(1)
    return Comparison(_seconds(_one_answer, 200), _seconds(_one_noise, 2_000), "drawing the noise of one series")


def report(replications: int, workers: int | None = None, seed: int = SEED, named: str = "") -> bool:
    """Print every figure (of claims so named) as soon as it is there; return whether all bars are met."""
    print(f"{replications} replications of {POINTS} points, {STARTS} starts; percent +- Monte Carlo error")
    missed = []
    wanted = [claim for claim in claims() if named in claim.name]
    for figure in measure(wanted, replications, workers, seed):
        print(figure.line(), flush=True)
        if figure.met is False:
            missed.append(figure.claim.name)
    if missed:
        print(f"Outside what is promised: {'; '.join(missed)}.")
    return not missed


def _one_answer(rng: np.random.Generator) -> object:
    return _answer(rng, 0.3, 0.0, 1)


def _one_noise(rng: np.random.Generator) -> object:
    return noise(rng, 0.3)


def _seconds(work: Callable[[np.random.Generator], object], times: int) -> float:
    rng = np.random.default_rng(SEED)
    began = perf_counter()
    for _ in range(times):
        work(rng)
    return (perf_counter() - began) / times


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--replications", type=int, default=REPLICATIONS)
    options.add_argument("--workers", type=int, default=None)
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--named", default="", help="only claims whose name holds this")
    asked = options.parse_args()
    sys.exit(0 if report(asked.replications, asked.workers, asked.seed, asked.named) else 1)
