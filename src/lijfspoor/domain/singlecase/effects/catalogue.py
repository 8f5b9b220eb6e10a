"""Every effect size and every variant of it, selectable by its stable name."""

from collections.abc import Mapping
from types import MappingProxyType

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Contrast
from lijfspoor.domain.singlecase.effects.entry import Entry
from lijfspoor.domain.singlecase.effects.parametric_catalogue import PARAMETRIC
from lijfspoor.domain.singlecase.effects.rank_catalogue import RANK

CATALOGUE: Mapping[str, Entry] = MappingProxyType({**RANK, **PARAMETRIC})


def effect_size(name: str, contrast: Contrast) -> Estimate:
    """Compute the index called `name`; raises Refused "unknown-index", or what the index itself refuses."""
    if name not in CATALOGUE:
        raise refuse(
            "unknown-index",
            nl=f"Er is geen maat met de naam {name}.",
            en=f"There is no index called {name}.",
        )
    return CATALOGUE[name].compute(contrast)
