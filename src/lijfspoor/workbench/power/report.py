"""The answer to a power question as plain data (a versioned schema) and as lines to read."""

from collections.abc import Iterator

from lijfspoor.domain.singlecase.designs.quality import quality
from lijfspoor.domain.singlecase.designs.reading import design_from
from lijfspoor.domain.singlecase.power.gather import FORM, Power, Share
from lijfspoor.domain.singlecase.power.question import PowerQuestion


def as_data(question: PowerQuestion, power: Power) -> dict[str, object]:
    """Return the answer as JSON can hold it; `schema` is raised when a field changes its meaning.

    `power`, `false_alarms`: `value` (share of studies), `error` (Monte Carlo), `interval` (95 %, Wilson); `assignments`
    as a text, for it may be beyond what JSON readers hold exactly; `quality`: the bars met ("yes", "with-reservations",
    "no"); `said`, in Dutch and English.
    """
    limits, effect, noise = power.attainable, question.effect, question.noise
    return {
        "schema": FORM,
        "question": {
            "design": dict(question.design),
            "level": effect.level,
            "slope": effect.slope,
            "onset": effect.onset,
            "between": effect.between,
            "autocorrelation": noise.autocorrelation,
            "missing": noise.missing,
            "baseline": noise.baseline,
            "sd": noise.sd,
            "alpha": question.alpha,
            "tail": question.tail,
            "statistic": question.statistic,
            "draws": question.draws,
            "replications": question.replications,
            "seed": question.seed,
        },
        "power": _share(power.power),
        "false_alarms": _share(power.false_alarms),
        "studies": power.studies,
        "untestable": power.untestable,
        "assignments": str(limits.assignments),
        "smallest_p": {"one_sided": float(limits.one_sided), "two_sided": float(limits.two_sided)},
        "quality": [
            {"name": bar.name, "least": bar.least, "met": str(bar.met), "nl": bar.said.nl, "en": bar.said.en}
            for bar in quality(design_from(question.design))
        ],
        "said": [{"nl": saying.nl, "en": saying.en} for saying in power.said],
    }


def _share(share: Share) -> dict[str, object]:
    interval = [share.interval.lower, share.interval.upper]
    return {"value": share.value, "error": share.error, "interval": interval}


def as_lines(question: PowerQuestion, power: Power, language: str) -> Iterator[str]:
    """Give the answer line by line in one language ("nl" or "en")."""
    for saying in power.said:
        yield saying.in_language(language)
    alarms = f"{100 * power.false_alarms.value:.1f}"
    if language == "nl":
        yield f"Zonder effect slaat de toets in {alarms.replace('.', ',')} % van de onderzoeken vals alarm."
    else:
        yield f"Without an effect the test gives a false alarm in {alarms}% of studies."
    for bar in quality(design_from(question.design)):
        yield bar.said.in_language(language)
