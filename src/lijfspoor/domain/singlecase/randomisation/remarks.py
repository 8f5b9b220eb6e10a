"""What a reader of a randomisation test must know, in both languages."""

from lijfspoor.domain.singlecase.data.numerals import numeral
from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.randomisation.layout import NO_SIDE, WASHED
from lijfspoor.domain.singlecase.randomisation.reference import Reference

USUAL_BAR = 0.05

ASSUMPTIONS = (
    Saying(
        nl="Het moment van wisselen is echt geloot uit de toegelaten indelingen, elk met dezelfde kans.",
        en="The moments of change were really drawn from the admissible assignments, each equally likely.",
    ),
    Saying(
        nl="De scores hoeven niet los van elkaar te staan en geen vaste verdeling te volgen.",
        en="The scores need not be independent of each other nor follow any distribution.",
    ),
)
SAME_SHIFT = Saying(
    nl="Het interval gaat ervan uit dat de behandeling elke score van B met hetzelfde aantal punten verschuift.",
    en="The interval supposes that the treatment shifts every score of B by the same number of points.",
)
SAME_SLOPE = Saying(
    nl="Het interval gaat ervan uit dat de behandeling vanaf het begin van B een vaste helling toevoegt.",
    en="The interval supposes that the treatment adds a constant slope from the beginning of B.",
)
SAME_FOR_ALL = Saying(
    nl="Het interval gaat ervan uit dat die verandering voor alle reeksen even groot is.",
    en="The interval supposes that this change is equally large in all series.",
)
NO_INTERVAL = Saying(
    nl="Bij deze opzet en maat is geen interval met twee grenzen te geven.",
    en="This design and statistic allow no interval with two limits.",
)
NO_INTERVAL_ASKED = Saying(
    nl="Deze maat gaat niet over een verschuiving van scores en heeft daarom geen interval.",
    en="This statistic is not about a shift of scores and therefore has no interval.",
)
SEARCHED = Saying(
    nl="De grenzen van het interval zijn gezocht en niet uitgerekend.",
    en="The limits of the interval were searched for, not solved.",
)
DRAWN_FOR_INTERVAL = Saying(
    nl="Het interval rust op een loting uit de indelingen en niet op alle.",
    en="The interval rests on a draw from the assignments, not on all of them.",
)
TURNED = Saying(
    nl="Niet voor elke reeks is hoger beter; scores zijn gedraaid zodat hoger overal beter is.",
    en="Higher is not better in every series; scores were turned so that higher is better in all.",
)

LEFT_OUT = Saying(
    nl="Fasen die buiten de vergelijking blijven, lootten wel mee: de toets vraagt of de fasen samen iets uitmaakten.",
    en="Phases left out of the comparison were drawn too: the test asks whether the phases together mattered.",
)
WASHED_OUT = Saying(
    nl="Uitwasmetingen tellen in geen vergelijking mee; voor het interval horen ze bij de fase die volgt.",
    en="Washout measurements count in no comparison; for the interval they belong to the phase that follows.",
)


def remarks_on(reference: Reference, smallest: float, without_value: int, *, turned: bool) -> tuple[Saying, ...]:
    """The remarks that belong to a test: its reach, how it was counted, and what had no value."""
    said = [TURNED] if turned else []
    if smallest > USUAL_BAR:
        said.append(_cannot_reach(reference.admissible, smallest))
    if not reference.exact:
        said.append(_drawn(reference))
    if without_value:
        said.append(_without_value(without_value))
    sides = {side for layout in reference.observed for side in layout.side_of.tolist()}
    said += [saying for side, saying in ((NO_SIDE, LEFT_OUT), (WASHED, WASHED_OUT)) if side in sides]
    return tuple(said)


def _cannot_reach(admissible: int, smallest: float) -> Saying:
    return Saying(
        nl=f"De opzet heeft {admissible} mogelijke indelingen. De kleinst mogelijke p is {numeral(smallest, 'nl')}: "
        "onder 0,05 komen kan niet.",
        en=f"The design has {admissible} possible assignments. The smallest possible p is {numeral(smallest)}: "
        "it cannot get below 0.05.",
    )


def _drawn(reference: Reference) -> Saying:
    drawn = reference.total - 1
    return Saying(
        nl=f"Van de {reference.admissible} indelingen zijn er {drawn} geloot; de waargenomen indeling telt mee.",
        en=f"Of the {reference.admissible} assignments {drawn} were drawn; the observed one counts as well.",
    )


def _without_value(number: int) -> Saying:
    return Saying(
        nl=f"Bij {number} indelingen is de maat niet te berekenen; die tellen als minstens zo extreem.",
        en=f"For {number} assignments the statistic cannot be computed; they count as at least as extreme.",
    )


def level_remark(level: float, wanted: float) -> Saying | None:
    """Say that the design cannot reach the level wanted; None when it does."""
    if level >= wanted:
        return None
    return Saying(
        nl=f"Deze opzet kan geen interval van {_percent(wanted, 'nl')} geven; het hoogst haalbare is "
        f"{_percent(level, 'nl')}.",
        en=f"This design cannot give an interval at {_percent(wanted, 'en')}; the highest it can reach is "
        f"{_percent(level, 'en')}.",
    )


def _percent(share: float, language: str) -> str:
    return f"{numeral(round(100 * share, 1), language)}%"
