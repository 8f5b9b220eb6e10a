"""How the sentence of a family of effect sizes is made: what its number counts, and which way it may point."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from lijfspoor.domain.singlecase.data.numerals import numeral, percentage
from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import Saying

Shown = Callable[[float, str], str]

INDEPENDENT = Saying(
    nl="De scores staan los van elkaar: een score hangt niet samen met de score ervoor. Bij dagelijkse scores van één "
    "persoon is dat zelden zo; dan is het interval te smal.",
    en="Scores do not depend on each other: a score is not linked with the one before. For daily scores of one person "
    "that seldom holds; the interval is then too narrow.",
)
NO_TREND = Saying(
    nl="In de eerste fase was er nog geen stijging of daling die vanzelf doorging.",
    en="The first phase had no rise or fall that simply went on.",
)
NOT_WHY = Saying(
    nl="Dit zegt niet waardoor het verschil komt.",
    en="This does not say what caused the difference.",
)


def as_percentage(value: float, language: str) -> str:
    """0.91 as "91%"."""
    return percentage(value, language)


def as_number(value: float, language: str) -> str:
    """The number with its sign."""
    return numeral(value, language)


def as_size(value: float, language: str) -> str:
    """A distance from nothing, without its sign."""
    return numeral(abs(value), language)


def as_percent(value: float, language: str) -> str:
    """A number that is a percentage already."""
    return f"{numeral(value, language)}%"


def as_points(value: float, language: str) -> str:
    """-0.3 as "30 percentage points"."""
    unit = "procentpunt" if language == "nl" else "percentage points"
    return f"{numeral(100 * abs(value), language, 0)} {unit}"


def as_size_percentage(value: float, language: str) -> str:
    """-0.3 as "30%"."""
    return percentage(abs(value), language)


def as_factor(value: float, language: str) -> str:
    """A logarithm of a ratio as the ratio, 1 or more."""
    return numeral(math.exp(min(abs(value), 700.0)), language)


@dataclass(frozen=True, slots=True)
class Family:
    """The words of one family.

    `better` may hold `{value}`, `{a}` and `{b}`; with `worse` and `same` the sentence follows the side of `centre` that
    the value lies on, and `turned` says that lower is better. `shown` writes the number, `beside` names figures the
    sentence also holds.
    """

    name: Saying
    better: Saying
    not_said: Saying
    shown: Shown = as_percentage
    worse: Saying | None = None
    same: Saying | None = None
    centre: float = 0.0
    turned: bool = False
    assumes: Saying = NO_TREND
    beside: tuple[str, ...] = ()

    @property
    def is_share(self) -> bool:
        """Whether its number is a share, so that its limits read as percentages."""
        return self.shown in (as_percentage, as_points, as_size_percentage)

    def sentence(self, estimate: Estimate, a: str, b: str) -> Saying:
        """Say what the number means, with the labels of the two sides."""
        said = self._chosen(estimate.value)
        return Saying(nl=self._filled(said.nl, estimate, a, b, "nl"), en=self._filled(said.en, estimate, a, b, "en"))

    def _filled(self, text: str, estimate: Estimate, a: str, b: str, language: str) -> str:
        beside = {name: numeral(estimate.figures[name], language) for name in self.beside}
        return text.format(value=self.shown(estimate.value, language), a=a, b=b, **beside)

    def _chosen(self, value: float) -> Saying:
        if self.worse is None:
            return self.better
        away = (self.centre - value) if self.turned else (value - self.centre)
        if self.same is not None and abs(away) < 1e-9:
            return self.same
        return self.better if away >= 0 else self.worse
