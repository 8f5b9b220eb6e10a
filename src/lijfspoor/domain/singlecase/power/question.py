"""What a power study asks, read from the section `power` of a design's mapping.

Keys of the section, all optional:
  level           how much higher (or lower) scores are in the other conditions, in SDs of the scores (default 1)
  slope           how much they rise per row from the first row of a phase on, in SDs (default 0)
  onset           over how many rows of a phase the level builds up in a straight line (default 1: at once)
  between         the SD between cases of the level (default 0: the same for all)
  autocorrelation phi of the AR(1) noise, above -1 and below 1 (default 0.3)
  missing         the share of scores missing by chance, from 0 to 0.9 (default 0)
  alpha           the p at which an effect is called (default 0.05)
  tail            better (default: one-sided, towards improvement) or either (two-sided)
  statistic       a name of the randomisation tests (default mean-difference; criterion-match for changing criterion)
  draws           assignments drawn per test where they cannot all be listed (default 999)
  replications    simulated studies (default 1000)
  seed            a whole number (default 1)
For a changing criterion `level` is how far scores follow: 1 is all the way from `baseline` to each criterion;
  baseline        the mean before (required), and `sd` the SD of the scores (default 1), in the unit of the criteria.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lijfspoor.domain.singlecase.designs.canonical import digest
from lijfspoor.domain.singlecase.designs.design import Kind
from lijfspoor.domain.singlecase.designs.keys import Keys, wrong
from lijfspoor.domain.singlecase.designs.reading import design_from
from lijfspoor.domain.singlecase.randomisation.catalogue import STATISTICS

CRITERION_MATCH = "criterion-match"
MOST_REPLICATIONS = 1_000_000


@dataclass(frozen=True, slots=True)
class Effect:
    """What is true in the simulated studies, in SDs of the scores; `between`: the SD of the level between cases."""

    level: float = 1.0
    slope: float = 0.0
    onset: int = 1
    between: float = 0.0


@dataclass(frozen=True, slots=True)
class Noise:
    """How scores scatter: AR(1) with `autocorrelation`, a share `missing`; `baseline` and `sd` their scale."""

    autocorrelation: float = 0.3
    missing: float = 0.0
    baseline: float = 0.0
    sd: float = 1.0


@dataclass(frozen=True)
class PowerQuestion:
    """A power study as plain data, so that it can be sent to other processes and machines as it is.

    `design`: the mapping `design_from` reads; `tail`: "better" or "either".
    """

    design: Mapping[str, object]
    effect: Effect = field(default_factory=Effect)
    noise: Noise = field(default_factory=Noise)
    alpha: float = 0.05
    tail: str = "better"
    statistic: str = "mean-difference"
    draws: int = 999
    replications: int = 1000
    seed: int = 1

    @property
    def fingerprint(self) -> str:
        """A hash of all that the numbers depend on, so that results of another question are never added to it."""
        effect, noise = self.effect, self.noise
        return digest(
            {
                "design": self.design,
                "effect": [effect.level, effect.slope, effect.onset, effect.between],
                "noise": [noise.autocorrelation, noise.missing, noise.baseline, noise.sd],
                "test": [self.alpha, self.tail, self.statistic, self.draws],
                "replications": self.replications,
                "seed": self.seed,
            }
        )

    def asking(self, *, replications: int | None = None, seed: int | None = None) -> "PowerQuestion":
        """The same question with other replications or another seed.

        Raises Refused "design-key" when replications are not from 1 to a million or the seed is negative.
        """
        keys = Keys({"replications": replications, "seed": seed})
        return replace(
            self,
            replications=_replications(keys, self.replications),
            seed=keys.number("seed", self.seed, least=0),
        )


def _replications(keys: Keys, default: int) -> int:
    replications = keys.number("replications", default)
    if replications > MOST_REPLICATIONS:
        raise wrong("replications", f"ten hoogste {MOST_REPLICATIONS}.", f"at most {MOST_REPLICATIONS}.")
    return replications


def power_question_from(mapping: Mapping[str, object]) -> PowerQuestion:
    """Read a power study from a design's mapping with its section `power`.

    Raises Refused as `design_from` does: "design-key" with the key of the section named.
    """
    section = mapping.get("power")
    keys = Keys(section if isinstance(section, Mapping) else {} if section is None else _no_section())
    plain = {key: value for key, value in mapping.items() if key not in ("power", "analysis")}
    kind = design_from(plain).kind
    changing = kind is Kind.CHANGING_CRITERION
    question = PowerQuestion(
        design=plain,
        effect=_effect(keys),
        noise=_noise(keys, changing=changing),
        alpha=_inside(keys, "alpha", 0.05, 0.0, 1.0),
        tail=keys.word("tail", ["better", "either"], "better"),
        statistic=_statistic(keys, changing=changing),
        draws=keys.number("draws", 999, least=19),
        replications=_replications(keys, 1000),
        seed=keys.number("seed", 1, least=0),
    )
    keys.finish()
    return question


def _no_section() -> Mapping[str, object]:
    raise wrong("power", "geef sleutels met waarden.", "give keys with values.")


def _effect(keys: Keys) -> Effect:
    return Effect(
        level=keys.decimal("level", 1.0),
        slope=keys.decimal("slope", 0.0),
        onset=keys.number("onset", 1),
        between=keys.decimal("between", 0.0, least=0.0),
    )


def _noise(keys: Keys, *, changing: bool) -> Noise:
    noise = Noise(
        autocorrelation=_inside(keys, "autocorrelation", 0.3, -1.0, 1.0),
        missing=keys.decimal("missing", 0.0, least=0.0, most=0.9),
    )
    if not changing:
        return noise
    if not keys.has("baseline"):
        raise wrong("baseline", "geef het gemiddelde van de basislijn.", "give the mean of the baseline.")
    return replace(noise, baseline=keys.decimal("baseline", 0.0), sd=keys.decimal("sd", 1.0, least=1e-9))


def _inside(keys: Keys, key: str, default: float, low: float, high: float) -> float:
    value = keys.decimal(key, default)
    if not low < value < high:
        raise wrong(key, f"geef een getal tussen {low:g} en {high:g}.", f"give a number between {low:g} and {high:g}.")
    return value


def _statistic(keys: Keys, *, changing: bool) -> str:
    names = [*STATISTICS, CRITERION_MATCH] if changing else list(STATISTICS)
    return keys.word("statistic", names, CRITERION_MATCH if changing else "mean-difference")
