"""Every effect size of the catalogue in one sentence; what an index cannot say stands beside it."""

from lijfspoor.domain.singlecase.data.numerals import numeral, percentage
from lijfspoor.domain.singlecase.data.results import Estimate, Interval
from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.effects.catalogue import CATALOGUE
from lijfspoor.domain.singlecase.words.family import INDEPENDENT, NO_TREND, NOT_WHY, Family
from lijfspoor.domain.singlecase.words.overlap import OVERLAP
from lijfspoor.domain.singlecase.words.parametric import PARAMETRIC
from lijfspoor.domain.singlecase.words.wording import Wording, both

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
        name=_named(family.name, estimate.statistic),
        sentence=both(family.sentence(estimate, a, b), interval_in_words(estimate.interval)),
        assumes=assumes,
        not_said=family.not_said,
    )


def _named(name: Saying, statistic: str) -> Saying:
    _, dot, variant = statistic.partition(".")
    return Saying(nl=f"{name.nl}, {variant}", en=f"{name.en}, {variant}") if dot else name


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


def interval_in_words(interval: Interval | None) -> Saying:
    """The limits, in the unit of the index, with their level; empty without an interval."""
    if interval is None:
        return Saying(nl="", en="")
    nl, en = (limits(interval, language) for language in ("nl", "en"))
    return Saying(
        nl=f"({percentage(interval.level, 'nl', _places(interval.level))}-interval van de maat: {nl}.)",
        en=f"({percentage(interval.level, 'en', _places(interval.level))} interval of the index: {en}.)",
    )


def limits(interval: Interval, language: str) -> str:
    """Both limits as "a to b"."""
    word = "tot" if language == "nl" else "to"
    return f"{numeral(interval.lower, language)} {word} {numeral(interval.upper, language)}"


def _places(level: float) -> int:
    return 0 if abs(100 * level - round(100 * level)) < 1e-9 else 1
