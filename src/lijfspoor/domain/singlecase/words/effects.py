"""Every effect size of the catalogue in one sentence; what an index cannot say stands beside it."""

import math

from lijfspoor.domain.singlecase.data.numerals import numeral, percentage
from lijfspoor.domain.singlecase.data.results import Estimate, Interval
from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.effects.catalogue import CATALOGUE
from lijfspoor.domain.singlecase.words.family import INDEPENDENT, NO_TREND, NOT_WHY, Family
from lijfspoor.domain.singlecase.words.overlap import OVERLAP
from lijfspoor.domain.singlecase.words.parametric import PARAMETRIC
from lijfspoor.domain.singlecase.words.wording import Wording, both

MOST_PLACES = 6
FAMILIES: dict[str, Family] = {**OVERLAP, **PARAMETRIC}


def family_of(statistic: str) -> Family | None:
    """The words of the family an index belongs to: "tau-u.parker" is a "tau-u"; the longest name that fits counts."""
    fitting = [name for name in FAMILIES if statistic == name or statistic.startswith(f"{name}.")]
    return FAMILIES[max(fitting, key=len)] if fitting else None


def effect_in_words(estimate: Estimate, a: str = "A", b: str = "B") -> Wording:
    """Say one effect size of side `a` against side `b`.

    An index without words of its own is said by what the catalogue says it measures, and its number.
    """
    family = family_of(estimate.statistic)
    if family is None:
        return _plain(estimate)
    assumes = both(family.assumes, INDEPENDENT) if estimate.assumes_independence else family.assumes
    return Wording(
        name=named(family.name, estimate.statistic),
        sentence=both(family.sentence(estimate, a, b), interval_in_words(estimate.interval, shares=family.is_share)),
        assumes=assumes,
        not_said=family.not_said,
    )


def named(name: Saying, statistic: str) -> Saying:
    """The name of a family, with the variant where it has several."""
    if "." not in statistic:
        return name
    return Saying(nl=f"{name.nl} [{statistic}]", en=f"{name.en} [{statistic}]")


def _plain(estimate: Estimate) -> Wording:
    entry = CATALOGUE.get(estimate.statistic)
    name = estimate.statistic
    what = entry.what if entry else Saying(nl=f"{name}:", en=f"{name}:")
    sentence = Saying(
        nl=f"{what.nl} Uitkomst: {numeral(estimate.value, 'nl')}.",
        en=f"{what.en} Result: {numeral(estimate.value)}.",
    )
    assumes = both(NO_TREND, INDEPENDENT) if estimate.assumes_independence else NO_TREND
    return Wording(
        name=Saying(nl=name, en=name),
        sentence=both(sentence, interval_in_words(estimate.interval)),
        assumes=assumes,
        not_said=NOT_WHY,
    )


def interval_in_words(interval: Interval | None, *, shares: bool = False) -> Saying:
    """The limits with their level, as percentages or in the unit of the index; empty without an interval."""
    if interval is None:
        return Saying(nl="", en="")
    nl, en = (share_limits(interval, one) if shares else limits(interval, one) for one in ("nl", "en"))
    of = Saying(nl="", en="") if shares else Saying(nl=" van de maat", en=" of the index")
    return Saying(
        nl=f"Het {level_of(interval, 'nl')}-interval{of.nl} loopt van {nl}.",
        en=f"The {level_of(interval, 'en')} interval{of.en} runs from {en}.",
    )


def limits(interval: Interval, language: str) -> str:
    """Both limits as "a to b", with as many decimals as the larger needs, more when the smaller would become 0."""
    largest = max(abs(interval.lower), abs(interval.upper))
    if not 1e-4 < largest < 1e9:
        return _to(numeral(interval.lower, language), numeral(interval.upper, language), language)
    places = max(0, 2 - math.floor(math.log10(largest)))
    for end in (interval.lower, interval.upper):
        while end != 0 and round(end, places) == 0 and places < MOST_PLACES:
            places += 1
    return _to(numeral(interval.lower, language, places), numeral(interval.upper, language, places), language)


def share_limits(interval: Interval, language: str) -> str:
    """Both limits as percentages."""
    return _to(percentage(interval.lower, language), percentage(interval.upper, language), language)


def level_of(interval: Interval, language: str) -> str:
    """The level as a percentage, with one decimal where it needs one."""
    whole = abs(100 * interval.level - round(100 * interval.level)) < 1e-9
    return percentage(interval.level, language, 0 if whole else 1)


def _to(lower: str, upper: str, language: str) -> str:
    return f"{lower} {'tot' if language == 'nl' else 'to'} {upper}"
