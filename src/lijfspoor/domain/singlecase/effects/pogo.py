"""Percent of goal obtained: what part of the way from baseline to goal the mean has come.

Definition: PoGO = 100 q, q = (mean B - mean A)/(goal - mean A). 0 is where the client started, 100 is the goal; it may
pass either. The direction lies in the goal, so the goal's direction of improvement does not count.
SE by the delta method, for a goal that is fixed: dq/d(mean B) = 1/(goal - mean A) and dq/d(mean A) = (q - 1)/(goal -
mean A), so SE = 100 sqrt(var B/n + (1 - q)^2 var A/m)/|goal - mean A|; interval -+ z SE.

Dispute: the usual formula has (1 + q^2) where the derivative gives (1 - q)^2: it takes the way travelled and the way to
go to be independent, though both contain the mean of A. At the goal itself (q = 1) the baseline's error no longer
matters, yet there that formula counts it twice. `shared_baseline=False` gives it, to compare.
The goal must be set beforehand. The interval assumes scores that do not depend on the one before.

Sources: Ferron, Goldstein, Olszewski & Rohrer (2020), https://doi.org/10.1080/17489539.2020.1732024; Dunlap & Silver
(1986), Behavior Research Methods, Instruments, & Computers 18, 469-471 (the ratio of independent variables).

Worked example: A 2, 4, 6 and B 8, 10 with goal 14: (9 - 4)/(14 - 4) = 50 %. SE = 100 sqrt(2/2 + .25 x 4/3)/10 = 11.5.
"""

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Contrast
from lijfspoor.domain.singlecase.data.ties import SLACK
from lijfspoor.domain.singlecase.effects.answers import Answers, everywhere, single
from lijfspoor.domain.singlecase.effects.stacks import Stack, one


def pogo(contrast: Contrast, goal: float, *, shared_baseline: bool = True, level: float = 0.95) -> Estimate:
    """Compute the percent of goal obtained.

    Raises Refused: "bad-goal" (not a finite number), "goal-is-baseline", "out-of-range", "no-scores",
    "score-not-a-number".
    """
    name = "pogo" if shared_baseline else "pogo.independent"
    return single(name, pogo_stack(one(contrast), goal, shared_baseline=shared_baseline), level)


def pogo_stack(stack: Stack, goal: float, *, shared_baseline: bool = True) -> Answers:
    """The arithmetic over a stack with one goal for all; refused as `pogo` says."""
    if not np.isfinite(goal):
        raise refuse("bad-goal", nl="Het doel is geen eindig getal.", en="The goal is not a finite number.")
    moments = stack.moments
    with np.errstate(all="ignore"):  # what is not finite is refused
        scaled_goal = np.ldexp(goal, -moments.exponent)
        way = scaled_goal - moments.mean_a
        share = (moments.mean_b - moments.mean_a) / way
        weight = (1 - share) ** 2 if shared_baseline else 1 + share**2
        se = 100 * np.sqrt(moments.var_b / stack.n + weight * moments.var_a / stack.m) / np.abs(way)
    refused = {
        "goal-is-baseline": np.abs(way) <= SLACK * np.maximum(np.abs(scaled_goal), np.abs(moments.mean_a)),
        "out-of-range": ~np.isfinite(share),
    }
    unsure = {"one-point-phase": everywhere(min(stack.m, stack.n) < 2, stack.k)}
    return Answers(100 * share, se, refused, unsure)
