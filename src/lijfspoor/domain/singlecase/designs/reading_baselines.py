"""Multiple baselines across clients, behaviours or settings, read from a mapping."""

from collections.abc import Callable, Mapping

from lijfspoor.domain.singlecase.designs.design import Across, Design, Kind
from lijfspoor.domain.singlecase.designs.joint import Independent, RankedJoint
from lijfspoor.domain.singlecase.designs.keys import Keys, row_range, whole_number, wrong
from lijfspoor.domain.singlecase.designs.layers import washed
from lijfspoor.domain.singlecase.designs.reading_phases import PhaseRows
from lijfspoor.domain.singlecase.designs.staggered import staggered
from lijfspoor.domain.singlecase.designs.study import Study
from lijfspoor.domain.singlecase.designs.tiers import koehler_levin, wampold_worsham


class Baselines:
    """What the keys say of the phases and starts of a multiple baseline."""

    def __init__(self, keys: Keys, study: Study) -> None:
        self.keys, self.study = keys, study
        self.order = keys.texts("phases", "AB")
        if len(self.order) != 2:
            raise wrong("phases", "een meervoudige basislijn heeft twee fasen.", "a multiple baseline has two phases.")
        self.minimum = PhaseRows(_NoWindows(keys), [self.order]).minimum(self.order)

    def windows(self) -> list[tuple[int, ...]]:
        """Return per case the rows on which its second phase may begin."""
        keys, cases = self.keys, len(self.study.cases)
        if not keys.has("windows"):
            whole = [tuple(range(1, size + 1)) for size in self.study.sizes]
            return [row_range("window", keys.raw("window"))] * cases if keys.has("window") else whole
        if keys.has("window"):
            raise wrong("windows", "geef window of windows, niet beide.", "give window or windows, not both.")
        return [row_range("windows", window) for window in self._one_per_case("windows")]

    def _one_per_case(self, key: str) -> list[object]:
        items, cases = self.keys.items(key), len(self.study.cases)
        if len(items) != cases:
            raise wrong(key, f"geef er {cases}, één per reeks.", f"give {cases} of them, one per series.")
        return items

    def moments(self) -> list[int]:
        """Return one start per case."""
        return [whole_number("moments", row) for row in self._one_per_case("moments")]

    def tiers(self) -> list[tuple[int, ...]]:
        """Return the starts of each tier, from `moments` or `windows`."""
        if not self.keys.has("moments"):
            return [row_range("windows", window) for window in self._one_per_case("windows")]
        rows = self._one_per_case("moments")
        if not all(isinstance(tier, list | tuple) for tier in rows):
            raise wrong("moments", "geef per trap een lijst van metingen.", "give a list of rows for each tier.")
        return [tuple(whole_number("moments", row) for row in tier) for tier in rows if isinstance(tier, list | tuple)]


class _NoWindows(Keys):
    """The keys of phases without their windows, which mean something else in a multiple baseline."""

    def __init__(self, keys: Keys) -> None:
        super().__init__({key: keys.raw(key) for key in ("minimum",)})


def multiple_baseline(keys: Keys, study: Study) -> Design:
    """Read a multiple baseline; the randomisation says how the starts hang together."""
    if len(study.cases) < 2:
        raise wrong("cases", "een meervoudige basislijn heeft twee of meer reeksen.", "give two or more series.")
    baselines = Baselines(keys, study)
    randomisation = keys.word("randomisation", list(RANDOMISATIONS), "independent")
    joint = RANDOMISATIONS[randomisation](baselines)
    return Design(
        kind=Kind.MULTIPLE_BASELINE,
        cases=study.cases,
        joint=joint,
        mapping=study.mapping,
        across=Across(keys.word("across", list(Across), Across.CLIENTS)),
        apart=_apart(joint),
        title=study.title,
    )


def _apart(joint: RankedJoint) -> bool:
    """Whether no two series can start at the same moment."""
    if isinstance(joint, Independent):
        return False
    windows: tuple[tuple[int, ...], ...] = getattr(joint, "windows", ())
    starts = [row for window in windows for row in window]
    return hasattr(joint, "stagger") or len(set(starts)) == len(starts)


def _independent(baselines: Baselines) -> RankedJoint:
    study = baselines.study
    return Independent(
        tuple(
            washed(baselines.order, size, minimum=baselines.minimum, starts=[rows], washout=study.washout)
            for size, rows in zip(study.sizes, baselines.windows(), strict=True)
        )
    )


def _staggered(baselines: Baselines) -> RankedJoint:
    study, keys = baselines.study, baselines.keys
    return staggered(
        study.sizes,
        baselines.windows(),
        keys.number("stagger"),
        any_order=keys.word("order", ["fixed", "any"], "fixed") == "any",
        order=baselines.order,
        minimum=baselines.minimum,
        washout=study.washout,
    )


def _wampold_worsham(baselines: Baselines) -> RankedJoint:
    study = baselines.study
    return wampold_worsham(study.sizes, baselines.moments(), baselines.order, baselines.minimum, study.washout)


def _koehler_levin(baselines: Baselines) -> RankedJoint:
    study = baselines.study
    return koehler_levin(study.sizes, baselines.tiers(), baselines.order, baselines.minimum, study.washout)


RANDOMISATIONS: Mapping[str, Callable[[Baselines], RankedJoint]] = {
    "independent": _independent,
    "staggered": _staggered,
    "wampold-worsham": _wampold_worsham,
    "koehler-levin": _koehler_levin,
}
