"""The examination of a child: its parts with their lists, instruments of others, profile and formulation."""

import pytest

from lijfspoor.catalogue.reader import shipped
from lijfspoor.domain.pathways import standing
from lijfspoor.practice.access.refusals import NotPossible
from lijfspoor.practice.intake import criteria, papers
from lijfspoor.practice.intake.overview import read_overview
from lijfspoor.practice.intake.sheets.context import Ages, Case
from lijfspoor.practice.intake.sheets.every import sheet_of
from lijfspoor.practice.intake.sheets.instruments import age_words, not_offered
from lijfspoor.practice.intake.sheets.lists import ELSEWHERE
from lijfspoor.practice.intake.sheets.shape import Line, Section, Sheet
from tests import cast
from tests.practice.intake import scenes

pytestmark = pytest.mark.django_db

OBSERVATION = "examination:behaviour-observation"
HISTORY = "examination:developmental-history"
FILE = "examination:file-analysis"
QUESTIONNAIRES = "examination:questionnaires"


def sheet(kind: str) -> Sheet:
    module = shipped()[scenes.ATTACHMENT]
    case = Case(
        module=module,
        standing=standing(module, (), cast.TODAY),
        client="Noor Veldhuis",
        ages=Ages(calendar=90),
        today=cast.TODAY,
    )
    found = sheet_of(case, kind)
    assert found is not None
    return found


def section(kind: str, id_: str) -> Section:
    return next(s for page in sheet(kind).pages for s in page.sections if s.id == id_)


def lines(kind: str, id_: str) -> dict[str, Line]:
    return {line.name.rpartition(".")[2]: line for line in section(kind, id_).lines}


@pytest.mark.requirement("S2-024", "S0-041")
def test_the_examination_has_four_parts_each_complete_when_signed() -> None:
    scene = scenes.attachment()
    for part in scenes.PARTS:
        assert dict(scene.standing().examination)[part] is None
        scene.sign(f"examination:{part}", {"found": "Iets"})
        assert dict(scene.standing().examination)[part] == scene.day
    assert len(scene.standing().examination) == 4


@pytest.mark.requirement("S2-024")
def test_a_part_without_outcome_is_not_complete() -> None:
    scene = scenes.attachment()
    version = scene.write(FILE, {"list.risk-child.rc-premature": "yes"})
    with pytest.raises(NotPossible):
        papers.sign_paper(kind=FILE, version=version, **scene.when())
    assert dict(scene.standing().examination)["file-analysis"] is None


@pytest.mark.requirement("S2-006", "S2-007", "S2-020")
@pytest.mark.parametrize(("id_", "count"), [("signals", 3), ("building-up", 4), ("indication-list", 5)])
def test_signals_are_ticked_with_a_note(id_: str, count: int) -> None:
    ticks = lines(OBSERVATION, id_)
    assert len(ticks) == count
    assert all(line.kind == "tick" and line.note for line in ticks.values())


@pytest.mark.requirement("S2-008", "S2-009", "S2-010")
def test_the_classification_of_others_is_noted_with_its_onset() -> None:
    assert {"reactive", "disinhibited", "onset-before-five"} <= lines(FILE, "classification").keys()
    assert "leidt nooit zelf een classificatie af" in section(FILE, "classification").remark


@pytest.mark.requirement("S2-011", "S2-012", "S2-013", "S2-014")
def test_three_forms_of_attachment_stand_beside_the_classification() -> None:
    counts = [len(lines(OBSERVATION, f"form-{form}")) for form in ("avoidant", "ambivalent", "disorganised")]
    assert counts == [6, 5, 5]
    assert "stress hoog" in section(OBSERVATION, "form-avoidant").remark


@pytest.mark.requirement("S2-015")
def test_a_parent_who_is_the_source_of_fear_asks_for_safety_first() -> None:
    scene = scenes.attachment()
    item = lines(OBSERVATION, "form-disorganised")["f3-source-of-fear"]
    assert [line.safety for line in lines(OBSERVATION, "form-disorganised").values()].count(True) == 1
    assert read_overview(**scene.when()).safety_seen == ()
    scene.write(OBSERVATION, {item.name: "yes"})
    assert read_overview(**scene.when()).safety_seen == (item.label,)


@pytest.mark.requirement("S2-017")
def test_a_situation_gets_the_reaction_the_child_is_stuck_in() -> None:
    scene = scenes.attachment()
    line = lines(OBSERVATION, "situations")["si-limits"]
    assert {option.label for option in line.options} >= {"Bang", "Boos", "Somber"}
    scene.write(OBSERVATION, {line.name: "angry", line.note: "Gooit met spullen"})
    assert scene.rows(OBSERVATION)[0].body[line.name] == "angry"
    scene.write(OBSERVATION, {line.name: "ecstatic"})
    assert scene.rows(OBSERVATION)[0].body[line.name] == ""


@pytest.mark.requirement("S2-057")
def test_five_needs_are_met_literally_symbolically_or_too_little() -> None:
    needs = lines(HISTORY, "basic-needs")
    assert list(needs) == ["place", "nourishment", "support", "protection", "limits"]
    assert [option.id for option in needs["place"].options] == ["literal", "symbolic", "not-met"]


@pytest.mark.parametrize(
    ("id_", "number", "count"),
    [
        pytest.param("unmet-basic-safety", 1, 7, marks=pytest.mark.requirement("S2-058", "S2-059")),
        pytest.param("unmet-entrusting", 2, 3, marks=pytest.mark.requirement("S2-060", "S2-061", "S2-062")),
        pytest.param("unmet-self-confidence", 3, 4, marks=pytest.mark.requirement("S2-063", "S2-064", "S2-065")),
        pytest.param("unmet-independence", 4, 6, marks=pytest.mark.requirement("S2-066", "S2-067", "S2-068")),
        pytest.param("unmet-autonomy", 5, 4, marks=pytest.mark.requirement("S2-069", "S2-070", "S2-071")),
    ],
)
def test_each_block_shows_its_signals_its_age_and_what_parents_can_do(id_: str, number: int, count: int) -> None:
    found = section(HISTORY, id_)
    about, needed = found.background
    assert len(found.lines) == count
    assert about.title.startswith(f"Bouwsteen {number}")
    assert about.points
    assert needed.points


@pytest.mark.requirement("S2-116", "S2-117", "S2-118", "S2-119")
def test_four_groups_of_risk_of_which_two_are_only_noted() -> None:
    chips = {id_: section(FILE, f"risk-{id_}").chip for id_ in ("parent", "child", "family", "continuity")}
    assert chips == {"parent": "", "child": "", "family": ELSEWHERE, "continuity": ELSEWHERE}
    assert (len(lines(FILE, "risk-parent")), len(lines(FILE, "risk-child"))) == (6, 6)
    scene = scenes.attachment()
    scene.sign(FILE, {"found": "x", "list.risk-family.rf-noted": "yes", "list.risk-family.rf-noted.note": "Schulden"})
    signed = papers.read_paper(kind=FILE, **scene.when()).signed[0].text
    noted = next(part for part in signed if part["chip"])
    assert (noted["chip"], noted["lines"][0]["value"]) == (ELSEWHERE, "Schulden")


@pytest.mark.requirement("S2-112")
def test_the_observation_list_has_headings_and_no_items_of_others() -> None:
    found = lines(OBSERVATION, "pmkt-observation")
    assert [option.id for option in found["om-control"].options] == ["strong", "weak", "not-observed"]
    assert "staat hier niet" in section(OBSERVATION, "pmkt-observation").remark


@pytest.mark.requirement("S2-109")
def test_bots_has_a_result_for_each_who_filled_it_in() -> None:
    found = [s.id for page in sheet(QUESTIONNAIRES).pages for s in page.sections if s.id.startswith("bots-")]
    assert found == ["bots-caregivers", "bots-teacher", "bots-therapist"]
    assert "Met andere kinderen" in [line.label for line in section(QUESTIONNAIRES, found[0]).lines][3]


@pytest.mark.requirement("S2-110")
def test_dessa_is_filled_in_by_parents_and_only_its_result_is_kept() -> None:
    found = section(QUESTIONNAIRES, "dessa-caregivers")
    assert {line.kind for line in found.lines} == {"day", "line", "text"}
    assert "Geen vragen in dit programma" in found.remark


@pytest.mark.requirement("S2-111")
@pytest.mark.parametrize(
    ("calendar", "developmental", "word"),
    [
        (71, None, "De leeftijd"),
        (156, None, "De leeftijd"),
        (90, 52, "De ontwikkelingsleeftijd"),
        (None, None, "nog niet bekend"),
        (72, None, ""),
        (155, 80, ""),
        (None, 72, ""),
    ],
)
def test_psymot_is_offered_from_six_to_twelve(calendar: int | None, developmental: int | None, word: str) -> None:
    module = shipped()[scenes.ATTACHMENT]
    psymot = next(each for each in module.diagnostics.instruments if each.id == "psymot")
    why = not_offered(psymot, Ages(calendar=calendar, developmental=developmental))
    assert (word in why) if word else why == ""


@pytest.mark.requirement("S2-111")
def test_a_result_of_an_instrument_that_is_not_offered_is_not_kept() -> None:
    scene = scenes.attachment()
    criteria.state_developmental_age(months=52, **scene.when())
    scene.write(QUESTIONNAIRES, {"instrument.psymot.therapist.words": "hoog", "instrument.other.words": "midden"})
    body = scene.rows(QUESTIONNAIRES)[0].body
    assert "instrument.psymot.therapist.words" not in body
    assert body["instrument.other.words"] == "midden"


@pytest.mark.parametrize(("months", "words"), [(1, "1 maand"), (12, "1 jaar"), (52, "4 jaar en 4 maanden")])
def test_ages_are_said_as_people_do(months: int, words: str) -> None:
    assert age_words(months) == words


@pytest.mark.requirement("S2-016", "S2-129")
def test_the_profile_has_six_components_and_each_shows_a_side() -> None:
    scene = scenes.attachment()
    version = scene.write("profile", scenes.PROFILE | {"profile.motor.strong": ""})
    with pytest.raises(NotPossible) as refusal:
        papers.sign_paper(kind="profile", version=version, **scene.when())
    assert refusal.value.reasons == ("Motorisch: een sterke of een zwakke kant",)
    scene.sign("profile", scenes.PROFILE | {"profile.motor.strong": "", "profile.motor.weak": "Struikelt"})
    assert len(papers.read_paper(kind="profile", **scene.when()).signed) == 1


@pytest.mark.requirement("S2-112", "S2-129")
def test_what_was_observed_is_beside_the_profile() -> None:
    scene = scenes.attachment()
    line = lines(OBSERVATION, "pmkt-observation")["om-control"]
    scene.write(OBSERVATION, {line.name: "strong", line.note: "Klimt als een aap"})
    read = papers.read_paper(kind="profile", **scene.when())
    motor = next(s for page in read.sheet.pages for s in page.sections if s.id == "motor")
    assert "Klimt als een aap" in motor.background[0].points[0]


@pytest.mark.requirement("S2-026", "S2-027")
def test_the_formulation_has_three_fields_their_links_and_a_summary() -> None:
    scene = scenes.attachment()
    found = {line.name: line for line in sheet("formulation").lines()}
    assert [n for n in found if n.startswith("field.")] == ["field.organism", "field.behaviour", "field.milieu"]
    assert len([n for n in found if n.startswith("link.")]) == 3
    version = scene.write("formulation", scenes.PICTURE | {"summary": ""})
    with pytest.raises(NotPossible):
        papers.sign_paper(kind="formulation", version=version, **scene.when())
