"""The rows of a case in baseline or treatment, others left out."""

from collections.abc import Iterable
from dataclasses import dataclass

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Case, Flags, Floats


@dataclass(frozen=True, eq=False)
class Sided:
    """`scores` (n,) with NaN where missing, `times` (n,), `treated` (n,), and the phase label of each row."""

    name: str
    scores: Floats
    times: Floats
    treated: Flags
    phases: tuple[str, ...]


def sided(case: Case, a: str | Iterable[str] | None, b: str | Iterable[str] | None) -> Sided:
    """Take baseline (default: the first label) and treatment (default: all others) of a case.

    Raises Refused "no-scores" when one of them has no score.
    """
    baseline = case.labels[:1] if a is None else (a,) if isinstance(a, str) else tuple(a)
    others = tuple(label for label in case.labels if label not in baseline)
    treatment = others if b is None else (b,) if isinstance(b, str) else tuple(b)
    treated = case.rows_of(treatment)
    keep = treated | case.rows_of(baseline)
    if not (treated & case.present).any() or not (keep & ~treated & case.present).any():
        raise refuse(
            "no-scores",
            nl=f"Casus {case.name} heeft geen scores in een van de twee fasen.",
            en=f"Case {case.name} has no scores in one of the two phases.",
        )
    phases = tuple(label for label, kept in zip(case.phases, keep, strict=True) if kept)
    return Sided(case.name, case.values[keep], case.times[keep], treated[keep], phases)
