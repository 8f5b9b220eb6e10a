"""Alternating treatments, read from a mapping."""

from collections.abc import Sequence

from lijfspoor.domain.singlecase.designs.alternation import randomised_blocks, shuffled
from lijfspoor.domain.singlecase.designs.design import Design, Kind
from lijfspoor.domain.singlecase.designs.joint import Independent
from lijfspoor.domain.singlecase.designs.keys import Keys, whole_number, wrong
from lijfspoor.domain.singlecase.designs.layers import Periods, Washout
from lijfspoor.domain.singlecase.designs.limited import limited_runs
from lijfspoor.domain.singlecase.designs.ranks import Ranked
from lijfspoor.domain.singlecase.designs.study import Study


def alternation(keys: Keys, study: Study) -> Design:
    """Read an alternation: completely random, in blocks, or with limited runs."""
    conditions = keys.texts("conditions", "AB")
    period = keys.number("period", 1)
    if study.washout and period <= study.washout:
        raise wrong("washout", "een periode duurt langer dan het uitwassen.", "a period lasts longer than the washout.")
    schemes = tuple(_scheme(keys, conditions, size, period, study.washout) for size in study.sizes)
    return Design(
        kind=Kind.ALTERNATION, cases=study.cases, joint=Independent(schemes), mapping=study.mapping, title=study.title
    )


def _scheme(keys: Keys, conditions: Sequence[str], size: int, period: int, washout: int) -> Ranked:
    if size % period:
        raise wrong(
            "period", f"{size} metingen zijn geen hele perioden.", f"{size} measurements are not whole periods."
        )
    order = _order(keys, conditions, size // period)
    lasting = Periods(order, period) if period > 1 else order
    return Washout(lasting, washout) if washout else lasting


def _order(keys: Keys, conditions: Sequence[str], periods: int) -> Ranked:
    randomisation = keys.word("randomisation", ["complete", "blocks", "limited"], "complete")
    if randomisation == "blocks":
        return randomised_blocks(conditions, periods, keys.number("block", len(conditions)))
    each = _each(keys, conditions)
    if randomisation == "complete":
        return shuffled(conditions, periods, each)
    block = keys.number("block") if keys.has("block") else None
    return limited_runs(conditions, periods, keys.number("limit"), each, block)


def _each(keys: Keys, conditions: Sequence[str]) -> tuple[int, ...] | None:
    if not keys.has("each"):
        return None
    items = keys.items("each")
    if len(items) != len(conditions):
        raise wrong("each", "geef één getal per conditie.", "give one number per condition.")
    return tuple(whole_number("each", times) for times in items)
