"""Pictures and words that a person has looked at and approved; a change shows up as a difference in these files.

Look at what changed, and renew them with `python -m tests.unit.singlecase.approved.approve`.
"""

import json
import re
from collections.abc import Callable
from functools import partial
from itertools import product
from pathlib import Path

from lijfspoor.domain.singlecase.data.results import Estimate, Interval
from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import make_case
from lijfspoor.domain.singlecase.designs.reading import design_from
from lijfspoor.domain.singlecase.effects.catalogue import CATALOGUE
from lijfspoor.domain.singlecase.picture import legend, table
from lijfspoor.domain.singlecase.picture.draw import draw
from lijfspoor.domain.singlecase.picture.svg import PHONE, WIDE, to_svg
from lijfspoor.domain.singlecase.pooling.bayes import Priors
from lijfspoor.domain.singlecase.report import drawn, headings, known
from lijfspoor.domain.singlecase.report.analyse import analyse
from lijfspoor.domain.singlecase.report.as_data import as_data
from lijfspoor.domain.singlecase.report.as_text import as_text
from lijfspoor.domain.singlecase.report.choices import Choices
from lijfspoor.domain.singlecase.words import design_based, early, family, models, overlap, parametric
from lijfspoor.domain.singlecase.words.effects import effect_in_words
from lijfspoor.domain.singlecase.words.scribe import scribe
from tests.unit.singlecase.approved.sentences import sentences
from tests.unit.singlecase.report.studies import STAGGERED, study

HERE = Path(__file__).parent
SIX = make_case(
    "Zes",
    [float(row * 7 % 11) for row in range(24)],
    [label for label in ("A", "B", "C", "D", "E", "F") for _ in range(4)],
)
ALL_AT_ONCE = [
    make_case(
        "iMW",
        [3.0, 4.0, 2.0, 5.0, 3.0, 4.0, 2.0, 9.0, None, 8.0, 11.0],
        "A" * 7 + "B" * 4,
        measure="lange naam van een maat",
    ),
    make_case(
        "tweede",
        [0.1, 0.3, 0.2, 0.25, 0.9, 0.8, 0.7, 0.95],
        "A" * 4 + "B" * 4,
        [1, 2, 4, 5, 6, 9, 12, 14],
        measure="aandeel",
    ),
]


LONG = make_case(
    "Wilhelmina-Alexandra van den Heuvel-Oosterhout tot de Bovenste Molen",
    [5.0, 6.0, 5.5, 6.5, 3.0, 2.0, 4.0, 6.0, 5.0, 7.0],
    ["gewone dagen zonder oefening"] * 4
    + ["een ademoefening"] * 3
    + ["stap terug"] * 2
    + ["nog een heel lange naam van een fase"],
)
FEW_TIMES = make_case("Kommagetallen", [1.0, 2.0, 5.0, 4.0], "AABB", [0.25, 0.5, 0.75, 1.0])


KINDS: tuple[dict[str, object], ...] = (
    {"design": "phases", "phases": "ABABABAB", "measurements": 24, "minimum": 3},
    {"design": "multiple-baseline", "cases": 2, "measurements": 12, "windows": [[4, 6], [7, 9]]},
    {"design": "alternation", "measurements": 12, "randomisation": "limited", "limit": 2},
    {"design": "changing-criterion", "criteria": [8, 6, 4], "measurements": 16, "minimum": 3},
)
CHANGE = Estimate("change", 0.0, interval=Interval(-1.0, 1.0, 0.925), figures={"p": 0.5})


PICTURES: dict[str, Callable[[], str]] = {
    "reversal.svg": lambda: to_svg(draw(study("own_abab")[:1])),
    "reversal-phone.svg": lambda: to_svg(draw(study("own_abab")[:1]), "en", width=PHONE),
    "staggered.svg": lambda: to_svg(draw(study("own_mb6")), name="six"),
    "many-phone.svg": lambda: to_svg(draw(study("own_rmbb")), width=PHONE),
    "alternation.svg": lambda: to_svg(draw(study("own_atd")), "en"),
    "missing.svg": lambda: to_svg(draw(study("own_missing"), projection="trend")),
    "conditions.svg": lambda: to_svg(draw([SIX]), width=WIDE),
    "long-names-phone.svg": lambda: to_svg(draw([LONG]), width=PHONE),
    "fractions-of-time.svg": lambda: to_svg(draw([FEW_TIMES])),
    "measures.svg": lambda: to_svg(draw(ALL_AT_ONCE), "en"),
}


def words() -> str:
    """Every index, better, worse and the same, in both languages."""
    lines = []
    for name, value in product(sorted(CATALOGUE), (0.5, -0.5, 0.0)):
        estimate = Estimate(
            name, value, interval=Interval(-0.9, 0.9), assumes_independence=value > 0, figures={"n_b": 12.0, "z": -3.5}
        )
        said = effect_in_words(estimate, "A", "B")
        lines += [
            f"# {name} {value}",
            *_both(said.name),
            *_both(said.sentence),
            *_both(said.assumes),
            *_both(said.not_said),
        ]
    return "\n".join(lines) + "\n"


def scribe_list() -> str:
    """The 26 items with their questions."""
    return "\n".join(line for item in scribe({}) for line in (*_both(item.topic), *_both(item.question))) + "\n"


def phrases() -> str:
    """Every fixed phrase of the words, the legend and the report, by its name."""
    lines = []
    for module in (design_based, early, family, models, overlap, parametric, legend, table, headings, known, drawn):
        for name, value in sorted(vars(module).items()):
            if isinstance(value, Saying):
                lines += [f"# {module.__name__.rpartition('.')[2]}.{name}", *_both(value)]
    answered = (models.model_in_words(CHANGE), models.hierarchical_in_words(CHANGE), models.between_in_words(CHANGE))
    for said in answered:
        lines += [*_both(said.name), *_both(said.sentence), *_both(said.assumes), *_both(said.not_said)]
    return "\n".join(lines) + "\n"


def shape(value: object) -> object:
    """The keys of a report, with the kind of what stands behind each; lists by their first item."""
    if isinstance(value, dict):
        return {key: shape(held) for key, held in value.items()}
    if isinstance(value, list):
        return [shape(one) for one in value[:1]]
    return type(value).__name__


def report_shape() -> str:
    """The keys of the data of a study that has every part."""
    report = analyse(
        study("own_mb3"), design_from(STAGGERED), choices=Choices(priors=Priors(mu_sd=10.0, tau_scale=5.0))
    )
    return json.dumps(shape(as_data(report)), indent=1) + "\n"


def told(language: str) -> str:
    """The text of reports with every number masked, so that only the words count."""
    reports = (
        analyse(study("own_mb3"), design_from(STAGGERED)),
        analyse(study("own_abab")[:1]),
        analyse(study("own_flat")),
    )
    text = "".join(as_text(report, language) for report in reports)
    return re.sub(r"\s+", " ", re.sub(r"\u2212?\d+(?:[.,]\d+)*", "#", text)).replace(". ", ".\n") + "\n"


def filled_in() -> str:
    """What the SCRIBE list knows of designs of every kind."""
    lines = []
    for mapping in KINDS:
        design = design_from(mapping)
        codes = design.joint.codes_at(0)
        cases = [
            make_case(name, [float(row % 5) for row in range(len(labels))], labels, measure=measure, improvement=better)
            for name, labels, measure, better in zip(
                design.cases, design.phases_of(codes), ("", "spanning"), ("increase", "decrease"), strict=False
            )
        ]
        said = known.known(cases, drawn.design_report(design, cases), [drawn.no_draw()])
        for number, one in said.items():
            lines += [f"# {design.kind} {number} {one.whole}", *_both(one.said)]
    return "\n".join(lines) + "\n"


def _both(said: Saying) -> tuple[str, str]:
    return said.nl, said.en


MADE: dict[str, Callable[[], str]] = {
    **PICTURES,
    "words.txt": words,
    "scribe.txt": scribe_list,
    "sentences.txt": sentences,
    "phrases.txt": phrases,
    "report-shape.json": report_shape,
    "report.nl.txt": partial(told, "nl"),
    "report.en.txt": partial(told, "en"),
    "filled-in.txt": filled_in,
}
"""Every file with what makes its text."""


if __name__ == "__main__":
    for name, make in MADE.items():
        (HERE / name).write_text(make(), encoding="utf-8")
