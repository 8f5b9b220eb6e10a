"""Mistakes in variants, problem areas, the diagnostic phase, the bond and the wording are found where they stand."""

import pytest

from lijfspoor.catalogue.mistakes import Mistake
from lijfspoor.catalogue.reader import examine
from tests.unit.catalogue.samples import SAMPLE, edited, line_of

MORE = """
variations:
  - id: length
    title: {nl: Hoe lang, en: How long}
    question: {nl: Hoe lang?, en: How long?}
    usual: short
    variants:
      - id: short
        name: {nl: Kort, en: Short}
        about: []
        dose: {kind: expected, low: 8, high: 12, words: {nl: 8 tot 12, en: 8 to 12}, sources: [S0-043]}
        minutes: {low: 45, high: 60, sources: [S0-033]}
        per_week: 1
        sources: [S0-043]
      - id: long
        name: {nl: Lang, en: Long}
        about: []
        sources: [S0-043]
    sources: [S0-043]
  - id: who
    title: {nl: Voor wie, en: For whom}
    question: {nl: Voor wie?, en: For whom?}
    variants:
      - id: young
        name: {nl: Jong, en: Young}
        about: []
        age: {measure: calendar, low_months: 0, high_months: 143}
        sources: [S0-009]
      - id: old
        name: {nl: Oud, en: Old}
        about: []
        age: {measure: calendar, low_months: 144, high_months: 999}
        sources: [S0-009]
    sources: [S0-009]
problem_areas:
  - id: adhd-area
    name: {nl: ADHD, en: ADHD}
    about: []
    claims: [works]
    exercise_areas: [adhd]
    sources: [S0-010]
"""
GOAL = """  offered:
    - id: urge
      text: {nl: Ik stuur mijn drang., en: I steer my urge.}
      areas: [adhd-area]
      variants: [young]
      sources: [S0-010]
"""
WHOLE = edited("  offered:\n", GOAL) + MORE


def mistakes_in(text: str) -> list[Mistake]:
    return examine(text.encode()).mistakes_in("sample.yaml")


def test_the_sample_with_variants_is_right() -> None:
    assert mistakes_in(WHOLE) == []


@pytest.mark.parametrize(
    ("old", "new", "path", "expected"),
    [
        ("usual: short", "usual: shorter", "variations[0].usual", "Name a variant of this variation"),
        ("kind: expected, low: 8", "kind: fixed, low: 8", "variations[0].variants[0].dose.kind", "expected or open"),
        ("low: 8, high: 12", "low: 13, high: 12", "variations[0].variants[0].dose.low", "low not above high"),
        ("{low: 45, high: 60", "{low: 61, high: 60", "variations[0].variants[0].minutes.low", "shortest length"),
        ("per_week: 1", "per_week: 0", "variations[0].variants[0].per_week", "1 or more"),
        ("low_months: 144", "low_months: 143", "variations[1].variants[1].age.low_months", "above 143 months"),
        ("high_months: 143", "high_months: -1", "variations[1].variants[0].age.low_months", "not above high_months"),
        ("areas: [adhd-area]", "areas: [unknown]", "goals.offered[0].areas[0]", "Name a problem area"),
        ("areas: [adhd-area]", "areas: []", "problem_areas[0].id", "name adhd-area in its areas"),
        ("variants: [young]", "variants: [younger]", "goals.offered[0].variants[0]", "Name a variant"),
        ("claims: [works]", "claims: [wonders]", "problem_areas[0].claims[0]", "Name a claim"),
        ("exercise_areas: [adhd]", "exercise_areas: [adh]", "problem_areas[0].exercise_areas[0]", "Name one of"),
    ],
)
def test_one_mistake_is_found_where_it_stands(old: str, new: str, path: str, expected: str) -> None:
    assert WHOLE.count(old) == 1
    marker = "id: adhd-area" if path.startswith("problem_areas[0].id") else new
    found = [mistake for mistake in mistakes_in(WHOLE.replace(old, new)) if mistake.path == path]
    assert len(found) == 1
    assert expected in found[0].expected
    assert found[0].line == line_of(WHOLE.replace(old, new), marker)


def test_a_variation_leaves_a_choice() -> None:
    start = WHOLE.index("      - id: long\n")
    alone = WHOLE[:start] + WHOLE[WHOLE.index("    sources: [S0-043]\n  - id: who") :]
    assert [(m.path, m.expected) for m in mistakes_in(alone)] == [
        ("variations[0].variants", "Write at least two variants, or leave the variation out.")
    ]


@pytest.mark.requirement("S0-041")
def test_a_diagnostic_phase_and_its_parts_belong_together() -> None:
    part = (
        "{id: tests, title: {nl: Testen, en: Tests}, about: {nl: Test., en: Test.}, in_phase: true, sources: [S0-041]}"
    )
    without = WHOLE.replace("  examination:\n", f"  examination:\n    - {part}\n", 1)
    assert [m.path for m in mistakes_in(without)] == ["diagnostics.examination[0].in_phase"]
    phase = "phase: {title: {nl: Fase, en: Phase}, about: {text: {nl: Soms., en: Sometimes.}, sources: [S0-041]}}"
    empty = WHOLE.replace("  examination:\n", f"  {phase}\n  examination:\n", 1)
    assert [m.path for m in mistakes_in(empty)] == ["diagnostics.phase"]
    both = without.replace("  examination:\n", f"  {phase}\n  examination:\n", 1)
    assert mistakes_in(both) == []


BESIDE = """  beside_treatment:
    text: {nl: Naast een andere behandeling., en: Beside another treatment.}
    sources: [S0-065]
"""


@pytest.mark.requirement("S0-065")
@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ("{nl: Dit vervangt andere hulp., en: This adds.}", "text.nl"),
        ("{nl: Dit vult aan., en: It takes the place. It comes in place of other help.}", "text.en"),
        ("{nl: Dit vervangt geen andere hulp., en: This replaces no other help.}", ""),
        ("{nl: Dit komt niet in plaats van hulp., en: It is never a replacement.}", ""),
    ],
)
def test_what_stands_beside_other_treatment_never_says_that_it_replaces_one(said: str, refused: str) -> None:
    claims = SAMPLE.replace("{nl: Nog niet onderzocht, en: Not yet studied}", said, 1)
    assert mistakes_in(claims) == []
    beside = claims.replace("\naudience:\n", f"\naudience:\n{BESIDE}", 1)
    paths = [mistake.path for mistake in mistakes_in(beside)]
    assert paths == ([f"underpinning.status_text.{refused}"] if refused else [])
