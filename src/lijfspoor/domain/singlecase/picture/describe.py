"""The picture in words, for whoever hears it instead of seeing it."""

from collections.abc import Iterable, Sequence

from lijfspoor.domain.singlecase.data.numerals import numeral
from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Case
from lijfspoor.domain.singlecase.picture.marks import Panel

NAMES_UP_TO = 4
PANELS_UP_TO = 8
BANDS_UP_TO = 12


def title_of(cases: Sequence[Case]) -> Saying:
    """Whose scores these are, on what measure."""
    names, measures = _once(case.name for case in cases), _once(case.measure for case in cases)
    nl, en = measures or "Scores", measures or "Scores"
    return Saying(nl=f"{nl} van {names}" if names else nl, en=f"{en} of {names}" if names else en)


def _once(names: Iterable[str]) -> str:
    once = [name for name in dict.fromkeys(names) if name]
    shown = ", ".join(once[:NAMES_UP_TO])
    return f"{shown} (+{len(once) - NAMES_UP_TO})" if len(once) > NAMES_UP_TO else shown


def description_of(panels: Sequence[Panel]) -> Saying:
    """How many scores, and the median of each phase; numbers with a dot, as everything in a picture."""
    told = [panel_in_words(panel) for panel in panels[:PANELS_UP_TO]]
    left = len(panels) - PANELS_UP_TO
    if left > 0:
        told.append(Saying(nl=f"En nog {left} reeksen.", en=f"And {left} more series."))
    if _scales_differ(panels):
        told.append(
            Saying(nl="De schalen van de reeksen zijn niet gelijk.", en="The scales of the series are not the same.")
        )
    return Saying(nl=" ".join(one.nl for one in told), en=" ".join(one.en for one in told))


def _scales_differ(panels: Sequence[Panel]) -> bool:
    scales = {(panel.measure, panel.low, panel.high) for panel in panels}
    return len(scales) > len({panel.measure for panel in panels})


def panel_in_words(panel: Panel) -> Saying:
    """One series: its scores, its missing scores and its medians in order."""
    held, missing = len(panel.values) - len(panel.gaps), len(panel.gaps)
    count = f"{held} {'score' if held == 1 else 'scores'}"
    back = "" if panel.alternating else ", ".join(band.label for band in panel.bands if band.step_back)
    who = f"{panel.heading}: " if panel.heading else ""
    told = [
        Saying(
            nl=f"{who}{count}, {missing} {'ontbreekt' if missing == 1 else 'ontbreken'}.",
            en=f"{who}{count}, {missing} missing.",
        ),
        *_list(Saying("Middelste score per fase", "Median of each phase"), _medians(panel)),
        *_list(Saying("Stap terug", "Step back"), back),
    ]
    return Saying(nl=" ".join(one.nl for one in told), en=" ".join(one.en for one in told))


def _list(name: Saying, listed: str) -> tuple[Saying, ...]:
    return (Saying(f"{name.nl}: {listed}.", f"{name.en}: {listed}."),) if listed else ()


def _medians(panel: Panel) -> str:
    names = {band.start: band.label for band in panel.bands}
    of_condition = {band.condition: band.label for band in reversed(panel.bands)}
    shown = [
        f"{of_condition[level.condition] if panel.alternating else names[level.start]} {numeral(level.value)}"
        for level in panel.levels
    ]
    rest = len(shown) - BANDS_UP_TO
    return ", ".join(shown[:BANDS_UP_TO]) + (f" (+{rest})" if rest > 0 else "")
