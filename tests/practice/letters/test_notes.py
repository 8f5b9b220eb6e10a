"""Notes for home, school and guardian: what helps, in plain words, and nothing that is not theirs."""

import pytest

from lijfspoor.catalogue.reader import shipped
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.practice.letters.addressee import Part
from lijfspoor.practice.letters.kinds import KINDS
from tests.practice.letters.telling import ADD_ON, ATTACHMENT, PMT, lines, words, written

COME_IN = "day | what\n2026-01-05 | full intake"
UNDER_WAY = """
    day        | what              | detail
    2026-01-05 | full intake       |
    2026-02-02 | treatment started | phase {phase}
    2026-02-02 | 3 sessions held   |
    2026-02-16 | subgoal rated     | subgoal bv-1, rating not-seen, session s1, seen geheim-gezien
    2026-02-17 | evaluation held   | evaluation regular, summary geheim-samengevat
    2026-02-17 | talk held         | audience caregivers, summary geheim-gesprek
"""


@pytest.mark.requirement("S2-058", "S2-061", "S2-064", "S2-067", "S2-070")
@pytest.mark.parametrize(
    ("phase", "blocks"),
    [
        ("regulation", ["Basisveiligheid", "Toevertrouwen"]),
        ("relationship", ["Toevertrouwen", "Zelfvertrouwen"]),
        ("behaviour-change", ["Zelfvertrouwen", "Zelfstandigheid"]),
        ("transfer", ["Zelfstandigheid", "Autonomie"]),
    ],
)
def test_tips_for_home_follow_the_building_blocks_of_now(phase: str, blocks: list[str]) -> None:
    note = written("parents", ATTACHMENT, UNDER_WAY.format(phase=phase), on="2026-03-01", part=Part.CAREGIVER)
    found = [section for section in note.sections if section.id.startswith("block-")]
    assert [section.heading for section in found] == blocks
    guidance = [b.guidance_for_parents for b in shipped()[ATTACHMENT].goals.blocks if b.name.nl in blocks]
    for statement in (statement for each in guidance for statement in each):
        assert f"\n{statement.text.nl}\n" in words(note)


@pytest.mark.requirement("S0-030")
@pytest.mark.parametrize("part", [Part.CAREGIVER, Part.CAREGIVER_WITHOUT, Part.RELATIVE])
def test_tips_for_home_hold_no_finding_rating_or_date(part: Part) -> None:
    note = words(written("parents", ATTACHMENT, UNDER_WAY.format(phase="regulation"), on="2026-03-01", part=part))
    assert "geheim" not in note
    assert "BV-1" not in note
    assert "2026" not in note
    assert "2019" not in note


@pytest.mark.requirement("S0-030", "S2-051")
def test_the_note_for_school_is_about_the_classroom_only() -> None:
    note = written("school", ATTACHMENT, UNDER_WAY.format(phase="regulation"), on="2026-03-01", part=Part.SCHOOL)
    advice = next(each for each in shipped()[ATTACHMENT].surroundings.advice if each.audience == "school")
    assert lines(note, "class") == [point.text.nl for point in advice.points]
    for clinical in ("hechting", "Regulatie", "bouwsteen", "subdoel", "geheim", "2019", "PMKT", "behandel"):
        assert clinical not in words(note).replace("lichamelijke", "")


@pytest.mark.requirement("S2-051")
def test_the_guardian_reads_the_outline_and_what_to_do() -> None:
    note = written("guardian", ATTACHMENT, UNDER_WAY.format(phase="regulation"), on="2026-03-01", part=Part.GUARDIAN)
    assert lines(note, "outline")[1:] == [
        "Start van de behandeling: 2 februari 2026",
        "Gehouden sessies: 3",
        "Onderbouwing: nog niet onderzocht",
        "Fase: 1, Regulatie",
    ]
    assert "Laat het weten als er iets verandert in wonen, omgang of gezag." in lines(note, "guardian")
    assert "geheim" not in words(note)


@pytest.mark.parametrize(
    ("kind", "module", "stage", "part", "fits"),
    [
        ("start", ADD_ON, Stage.INTAKE, Part.LEAD_CLINICIAN, True),
        ("start", ADD_ON, Stage.NOT_REFERRED, Part.LEAD_CLINICIAN, False),
        ("interim", ADD_ON, Stage.INTAKE, Part.LEAD_CLINICIAN, False),
        ("closing", ATTACHMENT, Stage.UNDER_WAY, Part.REFERRER, False),
        ("closing", ATTACHMENT, Stage.CLOSED, Part.REFERRER, True),
        ("closing", ATTACHMENT, Stage.CLOSED, Part.CAREGIVER, False),
        ("closing", ATTACHMENT, Stage.CLOSED, Part.CAREGIVER_WITHOUT, False),
        ("parents", ATTACHMENT, Stage.UNDER_WAY, Part.CAREGIVER_WITHOUT, True),
        ("parents", ADD_ON, Stage.UNDER_WAY, Part.RELATIVE, False),
        ("school", ATTACHMENT, Stage.UNDER_WAY, Part.SCHOOL, True),
        ("school", ADD_ON, Stage.UNDER_WAY, Part.SCHOOL, False),
        ("guardian", ATTACHMENT, Stage.UNDER_WAY, Part.CAREGIVER, False),
    ],
)
def test_which_letter_fits_whom_and_when(kind: str, module: str, stage: Stage, part: Part, fits: bool) -> None:
    assert KINDS[kind].fits(shipped()[module], stage, part) is fits


@pytest.mark.requirement("S0-030", "S0-031")
def test_home_and_school_read_the_same_support_plan() -> None:
    support = (("Wat dan helpt", "Even samen duwen tegen de muur"), ("Wat we zeggen", "Kom, we duwen even"))
    home = written("parents", PMT, COME_IN, on="2026-01-20", part=Part.CAREGIVER, support=support)
    school = written("school", PMT, COME_IN, on="2026-01-20", part=Part.SCHOOL, support=support)
    assert lines(home, "support") == lines(school, "support")
    assert lines(home, "support") == [
        "Wat dan helpt: Even samen duwen tegen de muur",
        "Wat we zeggen: Kom, we duwen even",
    ]


@pytest.mark.requirement("S0-030", "S0-065")
def test_parents_read_tips_and_that_it_adds_to_other_help() -> None:
    note = written("parents", PMT, COME_IN, on="2026-01-20", part=Part.CAREGIVER)
    tips = next(each for each in shipped()[PMT].surroundings.advice if each.audience == "caregivers")
    assert lines(note, tips.id) == [point.text.nl for point in tips.points]
    assert "komt niet in de plaats van een andere behandeling" in words(note)
    assert "support" not in {section.id for section in note.sections}
