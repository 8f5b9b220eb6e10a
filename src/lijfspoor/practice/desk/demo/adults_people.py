"""Who the adults of the demo are, and what brings them; all invented."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lijfspoor.practice.intake.goals import OwnGoal


@dataclass(frozen=True, slots=True, kw_only=True)
class Adult:
    """Who it is and what brings them; `theme` is which of the two opposite problems."""

    given: str
    infix: str = ""
    family: str
    born: date
    gender: str
    reason: str
    theme: Literal["flooded", "estranged"]
    own_treatment: str
    goals: tuple[str, ...]
    own_goal: OwnGoal | None = None
    therapist: str = "marjan"
    interests: str = ""
    partner: str = ""

    @property
    def name(self) -> str:
        """The name as people say it."""
        return " ".join(part for part in (self.given, self.infix, self.family) if part)


JORIS = Adult(
    given="Joris",
    family="Duinstra-Voorbeeld",
    born=date(1988, 2, 17),
    gender="male",
    theme="flooded",
    own_treatment="schematherapie",
    reason="Wordt in de schematherapie overspoeld door spanning en haakt dan af. Wil leren erbij te blijven.",
    goals=("less-flooded", "regulate-emotions"),
    own_goal=OwnGoal(words="Aan tafel blijven zitten als het gesprek moeilijk wordt", tie="self-direction"),
    interests="Fietsen, tuinieren",
    partner="Bas Voorbeeld",
)
ANNEKE = Adult(
    given="Anneke",
    family="Verzinselaar",
    born=date(1979, 11, 3),
    gender="female",
    theme="estranged",
    own_treatment="Mentaliseren Bevorderende Therapie (MBT)",
    reason="Praat over gevoelens zonder iets te merken in het lijf. De MBT loopt daarop vast.",
    goals=("less-estranged", "recognise-emotions"),
    interests="Zingen",
)
SELMA = Adult(
    given="Selma",
    family="Denkbeeldig",
    born=date(1995, 6, 21),
    gender="female",
    theme="flooded",
    own_treatment="schematherapie",
    reason="Heftige lichamelijke spanning bij nabijheid, met vermijden als gevolg.",
    goals=("less-flooded", "distance-closeness"),
)
PETER = Adult(
    given="Peter",
    family="Fictiema",
    born=date(1971, 9, 8),
    gender="male",
    theme="estranged",
    own_treatment="schematherapie",
    reason="Voelt het eigen lichaam als vreemd. Merkt moeheid en honger pas als het te laat is.",
    goals=("less-estranged", "body-from-within", "fitness-and-confidence"),
)
WENDELA = Adult(
    given="Wendela",
    infix="van",
    family="Elders-Nergens",
    born=date(1984, 4, 30),
    gender="female",
    theme="flooded",
    own_treatment="MBT",
    reason="Impulsen bij oplopende spanning. Wil een moment vinden tussen voelen en doen.",
    goals=("regulate-impulses", "tolerate"),
)
KOEN = Adult(
    given="Koen",
    family="Proefveld",
    born=date(1990, 12, 12),
    gender="male",
    theme="flooded",
    own_treatment="schematherapie",
    reason="Paniek bij lichamelijke signalen. De behandelaar vraagt steun via het lichaam.",
    goals=("aware", "understand", "tolerate"),
)
IMANE = Adult(
    given="Imane",
    family="Bedenkali",
    born=date(1998, 8, 15),
    gender="female",
    theme="flooded",
    own_treatment="schematherapie",
    reason="Schrikt van hartkloppingen en trekt zich dan terug. Wil het lijf leren vertrouwen.",
    goals=("aware", "less-flooded"),
)
