"""How one module is given in more than one way: how long, how often, for whom; one variant of each kind counts."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lijfspoor.domain.caremodules.approach import Approach, Dose
from lijfspoor.domain.caremodules.criteria import AgeRange
from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Statement, Text


@content
class Minutes:
    """How long a session lasts in a variant, from `low` to `high` minutes (S0-033)."""

    low: int
    high: int
    sources: tuple[str, ...]


@content
class Variant:
    """One way to give the module (S0-009, S0-042 to S0-044).

    What a variant leaves out stays as the module says it. With `age` it follows from the recorded age until someone
    chooses otherwise. `asks_developmental_age` asks for the developmental age beside the calendar age (S0-023),
    `playful` lets sessions be held as play (S0-022). `per_week` is how many sessions a week the planning counts on.
    """

    id: str
    name: Text
    about: tuple[Statement, ...]
    age: AgeRange | None = None
    asks_developmental_age: bool = False
    playful: bool = False
    dose: Dose | None = None
    minutes: Minutes | None = None
    frequency: Statement | None = None
    per_week: int | None = None
    attitude: tuple[Statement, ...] = ()
    expectations: tuple[Statement, ...] = ()
    sources: tuple[str, ...]


@content
class Variation:
    """Variants of which one counts.

    `usual` counts until someone chooses. Without it, and without a variant whose age fits, the plan waits for a choice.
    """

    id: str
    title: Text
    question: Text
    variants: tuple[Variant, ...]
    usual: str | None = None
    sources: tuple[str, ...]


def adapted(approach: Approach, variants: Iterable[Variant]) -> Approach:
    """Return how the module works with these variants: what a variant says takes the place of what the module says."""
    for variant in variants:
        minutes, session = variant.minutes, approach.session
        if minutes is not None:
            session = replace(session, minutes_low=minutes.low, minutes_high=minutes.high)
        approach = replace(
            approach,
            dose=variant.dose or approach.dose,
            session=replace(session, frequency=variant.frequency or session.frequency),
            expectations=(*approach.expectations, *variant.expectations),
        )
    return approach


def named(variations: Iterable[Variation], ids: Iterable[str]) -> Iterator[Variant]:
    """Yield the variants with these ids, in the order of the module."""
    wanted = frozenset(ids)
    for variation in variations:
        for variant in variation.variants:
            if variant.id in wanted:
                yield variant
