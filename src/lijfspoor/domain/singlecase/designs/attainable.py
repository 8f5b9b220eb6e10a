"""The smallest p a design can reach, known before it starts.

With N equally likely assignments the observed one is always among those at least as extreme, so no one-sided p lies
below 1/N; a two-sided p is twice the smaller side, so not below 2/N, and no interval by inversion has a level above
1 - 2/N. With P drawn assignments these become 1/(P+1) and 2/(P+1) where that is larger. 25 possible starts: .04, .08
and 92 %.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from lijfspoor.domain.singlecase.data.saying import Saying, refuse
from lijfspoor.domain.singlecase.designs.scheme import JointScheme, Scheme

LONGEST = 10**12


@dataclass(frozen=True, slots=True)
class Attainable:
    """What a design of `assignments` can say at best: exact fractions and the sentence for a person."""

    assignments: int
    one_sided: Fraction
    two_sided: Fraction
    level: Fraction
    said: Saying

    def reaches(self, alpha: float, *, two_sided: bool) -> bool:
        """Say whether p can come down to `alpha` at all; exact, so that 1/20 reaches .05."""
        smallest = self.two_sided if two_sided else self.one_sided
        return smallest <= Fraction(str(alpha))


def attainable(scheme: Scheme | JointScheme, draws: int | None = None) -> Attainable:
    """Return the smallest p values and the highest interval level; `draws`: how many assignments a test will draw.

    Raises Refused "bad-draws" below 1.
    """
    if draws is not None and draws < 1:
        raise refuse("bad-draws", nl="Trek ten minste één toewijzing.", en="Draw at least one assignment.")
    count = scheme.count()
    compared = count if draws is None else min(count, draws + 1)
    one, two = Fraction(1, compared), min(Fraction(2, compared), Fraction(1))
    return Attainable(assignments=count, one_sided=one, two_sided=two, level=1 - two, said=_said(count, one, two))


def assignments_needed(alpha: float, *, two_sided: bool) -> int:
    """Return how many assignments a design must have for p to reach `alpha`: 20 for .05 one-sided, 40 two-sided.

    Raises Refused "bad-alpha" outside (0, 1).
    """
    if not 0 < alpha < 1:
        raise refuse("bad-alpha", nl="Alfa ligt tussen 0 en 1.", en="Alpha lies between 0 and 1.")
    return ceil((2 if two_sided else 1) / Fraction(str(alpha)))


def _said(count: int, one: Fraction, two: Fraction) -> Saying:
    number = str(count) if count < LONGEST else f"{float(count):.1e}" if count < 10**300 else "10^300"
    nl, en = (f"meer dan {number}", f"more than {number}") if count >= 10**300 else (number, number)
    verdict_nl, verdict_en = _verdict(count)
    return Saying(
        nl=f"Het ontwerp heeft {nl} mogelijke toewijzingen. De kleinste p die het kan geven is "
        f"{_shown(one).replace('.', ',')} eenzijdig en {_shown(two).replace('.', ',')} tweezijdig. {verdict_nl}",
        en=f"The design has {en} possible assignments. The smallest p it can give is {_shown(one)} one-sided and "
        f"{_shown(two)} two-sided. {verdict_en}",
    )


def _shown(p: Fraction) -> str:
    return f"{float(p):.4f}" if p >= Fraction(1, 10_000) else f"{float(p):.1e}"


def _verdict(count: int) -> tuple[str, str]:
    if count < 20:
        return "Het kan een effect niet aantonen bij p = 0,05.", "It cannot show an effect at p = .05."
    if count < 40:
        return "Tweezijdig kan het geen p van 0,05 bereiken.", "It cannot reach a two-sided p of .05."
    return "Het kan p = 0,05 een- en tweezijdig bereiken.", "It can reach p = .05 one-sided and two-sided."
