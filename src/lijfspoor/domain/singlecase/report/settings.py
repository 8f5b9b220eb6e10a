"""What an index must know beside the scores, handed over by name and refused when it does not ask for it."""

from collections.abc import Callable, Mapping
from inspect import signature
from typing import cast

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Contrast, Outcome
from lijfspoor.domain.singlecase.effects.catalogue import CATALOGUE, effect_size
from lijfspoor.domain.singlecase.effects.scales import Scale

SCALES: Mapping[Outcome, Scale] = {Outcome.COUNT: Scale.COUNT, Outcome.PROPORTION: Scale.PROPORTION}


def compute_index(name: str, given: Contrast, settings: Mapping[str, object], outcome: Outcome) -> Estimate:
    """Compute an index with its settings; the scale of a ratio follows the outcome unless it was said.

    Raises Refused: "unknown-index", "unknown-setting", or what the index refuses.
    """
    if name not in CATALOGUE:
        return effect_size(name, given)
    compute = cast(Callable[..., Estimate], CATALOGUE[name].compute)
    known = set(signature(compute).parameters)
    strange = next((key for key in settings if key not in known), None)
    if strange is not None:
        raise refuse(
            "unknown-setting",
            nl=f"De maat {name} kent geen instelling {strange}.",
            en=f"The index {name} has no setting {strange}.",
        )
    own = {"scale": SCALES[outcome]} if "scale" in known and outcome in SCALES else {}
    return compute(given, **{**own, **settings})
