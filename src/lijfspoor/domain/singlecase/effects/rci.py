"""The reliable change index: whether the means differ by more than the instrument's own unreliability.

Definition: (mean B - mean A)/S, scores turned so that higher is better, with SE = sd A sqrt(1 - reliability) the
standard error of measurement. `jacobson` (Jacobson, Follette & Revenstorf 1984): S = SE. `christensen_mendoza` (1986):
S = SE sqrt(2), for both means carry error; it is the usual one and the default. Beyond 1.96 it is called reliable.

Dispute: the index was made for one score before and one after treatment, in a group whose standard deviation is known.
Here the standard deviation is that of one person's baseline and the scores are means of several, so 1.96 does not hold
the level it names. It is here because people ask for it; no interval is given.

Sources: Jacobson, Follette & Revenstorf (1984), https://doi.org/10.1016/S0005-7894(84)80002-7; Christensen & Mendoza
(1986), https://doi.org/10.1016/S0005-7894(86)80060-0.

Worked example: A 2, 4, 6 and B 8, 10, reliability .75: sd A 2, SE = 2 x .5 = 1; (9 - 4)/1 = 5, and 5/sqrt(2) = 3.54.
"""

from enum import StrEnum
from math import sqrt

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Contrast
from lijfspoor.domain.singlecase.effects.answers import Answers, everywhere, single
from lijfspoor.domain.singlecase.effects.stacks import Stack, one


class RciForm(StrEnum):
    """Whose error of measurement is counted: of one mean, or of both."""

    JACOBSON = "jacobson"
    CHRISTENSEN_MENDOZA = "christensen-mendoza"


def rci(contrast: Contrast, reliability: float, *, form: RciForm | str = RciForm.CHRISTENSEN_MENDOZA) -> Estimate:
    """Compute the reliable change index; the figure "se_measurement" is the standard error of measurement.

    Raises Refused: "bad-reliability" (not from 0 to below 1), "one-point-baseline", "flat-baseline", "out-of-range",
    "no-scores", "score-not-a-number".
    """
    return single(f"rci.{RciForm(form)}", rci_stack(one(contrast), reliability, form=RciForm(form)), 0.95)


def rci_stack(stack: Stack, reliability: float, *, form: RciForm = RciForm.CHRISTENSEN_MENDOZA) -> Answers:
    """The arithmetic over a stack; refused as `rci` says."""
    if not 0 <= reliability < 1:
        raise refuse(
            "bad-reliability",
            nl="Een betrouwbaarheid van een instrument is minstens 0 en lager dan 1.",
            en="The reliability of an instrument is at least 0 and below 1.",
        )
    moments = stack.moments
    error = np.sqrt(moments.var_a) * sqrt(1 - reliability)
    counted = error if form is RciForm.JACOBSON else error * sqrt(2)
    with np.errstate(all="ignore"):  # what is not finite is refused
        value = stack.signs * (moments.mean_b - moments.mean_a) / counted
    refused = {
        "one-point-baseline": everywhere(stack.m < 2, stack.k),
        "flat-baseline": moments.flat_a,
        "out-of-range": ~np.isfinite(value),
    }
    unsure = {"no-interval": everywhere(True, stack.k)}
    return Answers(value, None, refused, unsure, {"se_measurement": moments.unscaled(error)})
