"""What a catalogue of effect sizes holds: under each stable name a function and what it is."""

from collections.abc import Callable
from dataclasses import dataclass

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Contrast


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to compute one index: `compute` gives its Estimate or raises Refused, `what` says what it measures."""

    compute: Callable[[Contrast], Estimate]
    what: Saying
