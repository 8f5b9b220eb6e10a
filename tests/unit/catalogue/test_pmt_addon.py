"""The module `pmt-addon` says what its source says."""

from collections.abc import Iterator
from functools import cache

import pytest

from lijfspoor.catalogue.checker import known_ids
from lijfspoor.catalogue.documents import blocks, read
from lijfspoor.catalogue.reader import SHIPPED, bytes_of, shipped
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.underpinning import EvidenceClaim
from lijfspoor.domain.evidence.status import EvidenceStatus

FILE = SHIPPED / "modules" / "pmt-addon" / "1.0.yaml"
VAN_DEN_BROEK = "Van den Broek, Keulen-de Vos & Bernstein (2011)"


@cache
def module() -> CareModule:
    return shipped()["pmt-addon@1.0"]


def claims_on(source: str) -> list[EvidenceClaim]:
    return [claim for claim in module().underpinning.claims if source in claim.sources]


def references(*sources: str) -> set[str]:
    claims = [claim for source in sources for claim in claims_on(source)]
    return {reference for claim in claims for reference in claim.reference.split("; ")}


def cited() -> Iterator[str]:
    for _, block in blocks(read(bytes_of(FILE)).value):
        sources = block.get("sources", [])
        assert isinstance(sources, list)
        yield from (str(source) for source in sources)


def test_everything_in_the_source_is_cited_by_the_module() -> None:
    assert {source for source in cited() if source.startswith("S1-")} == {f"S1-{n:03}" for n in range(1, 38)}


def test_what_is_not_from_the_source_says_so() -> None:
    assert set(cited()) <= {*(known_ids() or ()), "own"}
    assert {source for source in cited() if not source.startswith("S1-")} == {
        "own", "S0-033", "S0-034", "S0-037", "S0-044", "S0-047",
    }  # fmt: skip


def test_what_the_source_does_not_name_is_left_open() -> None:
    assert module().provenance.authors == ("NPI",)
    assert module().provenance.year is None
    assert {group.kind for group in module().audience.groups} == {"indication", "precondition"}


@pytest.mark.requirement("S1-001")
def test_it_has_its_place_within_schema_therapy_and_mbt() -> None:
    context = " ".join(statement.text.en for statement in module().audience.context)
    assert "schema therapy" in context
    assert "MBT" in context
    assert references("S1-001") == {"Kraak (2010)"}


@pytest.mark.requirement("S1-005")
def test_three_channels_stand_beside_words() -> None:
    channels = [channel.id for channel in module().approach.session.channels]
    assert channels == ["bodily-experience", "expression", "interaction"]


@pytest.mark.requirement("S1-006")
def test_the_goals_offer_aware_understand_and_tolerate() -> None:
    assert [goal.id for goal in module().goals.offered if "S1-006" in goal.sources] == [
        "aware",
        "understand",
        "tolerate",
    ]


@pytest.mark.requirement("S1-007", "S1-008")
def test_flooding_and_estrangement_are_two_indications_of_which_one_is_enough() -> None:
    (group,) = [group for group in module().audience.groups if group.kind == "indication"]
    assert group.needs == "any"
    assert [(it.id, it.sources) for it in group.criteria] == [
        ("flooding", ("S1-007",)),
        ("estrangement", ("S1-008",)),
    ]


@pytest.mark.requirement("S1-010")
def test_the_introductory_meeting_has_three_parts() -> None:
    (meeting,) = module().diagnostics.meetings
    assert meeting.id == "introduction"
    assert [part.id for part in meeting.parts] == ["problem", "about-pmt", "treatment-goals"]


@pytest.mark.requirement("S1-011")
def test_the_dose_is_fixed_at_eight_sessions() -> None:
    dose = module().approach.dose
    assert (dose.kind, dose.low, dose.high) == ("fixed", None, 8)


@pytest.mark.requirement("S1-012")
def test_the_interim_evaluation_falls_inside_the_eight_and_owns_up_to_its_number() -> None:
    (evaluation,) = module().agreements.evaluations
    assert evaluation.kind == "interim"
    assert evaluation.after_session < 8
    assert "not after which session" in evaluation.remark.en
    assert [topic.nl for topic in evaluation.topics[1:]] == [aspect.name.nl for aspect in module().goals.aspects]


@pytest.mark.requirement("S1-013")
def test_extension_asks_three_voices() -> None:
    assert module().approach.dose.extended_by == "extension"
    decision = module().decision("extension")
    assert set(decision.parties) == {"client", "therapist", "lead_clinician"}
    assert decision.rule == "all_yes"
    assert module().agreements.evaluations[0].leads_to_decision == "extension"


@pytest.mark.requirement("S1-014", "S1-015")
def test_clear_goals_and_a_running_treatment_are_both_preconditions() -> None:
    (group,) = [group for group in module().audience.groups if group.kind == "precondition"]
    assert group.needs == "all"
    assert [it.id for it in group.criteria] == ["goals-clear", "own-treatment-runs"]
    assert "before_start" in group.asked


@pytest.mark.requirement("S1-037")
def test_the_lead_clinician_is_the_only_way_in() -> None:
    assert [route.id for route in module().audience.routes] == ["lead_clinician"]


def test_a_session_borrows_its_shape_from_pmt_for_adults_and_says_so() -> None:
    session = module().approach.session
    assert (session.minutes_low, session.minutes_high) == (45, 60)
    assert "S0-033" in session.sources
    assert "names no length and no frequency" in session.frequency.text.en
    assert [part.id for part in session.parts] == ["check-in", "exercises", "reflection"]


def test_it_has_no_phases() -> None:
    assert (module().approach.phase_order, module().approach.phases) == ("none", ())


@pytest.mark.requirement("S1-016")
def test_the_handbook_is_on_the_reading_list() -> None:
    (reading,) = [it for it in module().underpinning.reading if "S1-016" in it.sources]
    assert "Drewes" in reading.text.nl
    assert "2019" in reading.text.nl


@pytest.mark.requirement("S1-018")
def test_four_aspects_frame_goals_and_exercises() -> None:
    aspects = [aspect.id for aspect in module().goals.aspects]
    assert aspects == ["identity", "self-direction", "empathy", "intimacy"]
    assert all(aspect.exercises for aspect in module().goals.aspects)
    assert {goal.aspect for goal in module().goals.offered} >= set(aspects)


@pytest.mark.requirement("S1-023", "S1-026")
def test_exercises_stand_under_the_aspect_they_serve() -> None:
    by_aspect = {it.id: it.aspect for it in module().approach.interventions}
    assert by_aspect["mindfulness-identity"] == "identity"
    assert {name for name, aspect in by_aspect.items() if aspect == "self-direction"} >= {
        "yoga", "mindfulness-self-direction", "relaxation", "impulse-regulation",
    }  # fmt: skip


@pytest.mark.requirement("S1-024")
def test_regulating_comes_before_integrating() -> None:
    (hint,) = [it for it in module().approach.expectations if "S1-024" in it.sources]
    assert hint.text.en.startswith("First regulate, then integrate")
    assert hint.text.nl.startswith("Eerst reguleren, dan integreren")


@pytest.mark.requirement("S1-029")
def test_a_group_is_possible() -> None:
    assert "group" in module().approach.session.forms


@pytest.mark.requirement("S1-031")
def test_distance_and_closeness_is_a_goal_and_an_exercise() -> None:
    assert [goal.aspect for goal in module().goals.offered if goal.id == "distance-closeness"] == ["intimacy"]
    assert [it.aspect for it in module().approach.interventions if it.id == "distance-closeness"] == ["intimacy"]


@pytest.mark.requirement("S1-032")
def test_touch_is_marked_and_waits_for_a_consent_of_its_own() -> None:
    assert [it.id for it in module().approach.interventions if it.touch] == ["touch"]
    assert ("touch", "touch") in {(need.scope, need.opens) for need in module().audience.consents}


CLAIMS = [
    pytest.param(source, status, names, id=source, marks=pytest.mark.requirement(source))
    for source, status, names in [
        ("S1-017", EvidenceStatus.EXPERT_BASED, {"Fonagy, Luyten, Allison & Campbell (2017)"}),
        ("S1-019", EvidenceStatus.EXPERT_BASED, {"Spaans, Veselka, Luyten & Bühring (2009)"}),
        ("S1-022", EvidenceStatus.INDICATIONS, {"Leirvåg, Pedersen & Karterud (2010)"}),
        (
            "S1-025",
            EvidenceStatus.INDICATIONS,
            {"Soler et al. (2016)", "Glanz & Goisman (1990)", "Henquet (2005)", "Kuin (2005)"},
        ),
        ("S1-027", EvidenceStatus.EXPERT_BASED, {"Hutchinson, Skrinar & Cross (1999)", VAN_DEN_BROEK}),
        ("S1-028", EvidenceStatus.INDICATIONS, {"Koch, Kunz, Lykou & Cruz (2014)"}),
    ]
]


@pytest.mark.parametrize(("source", "status", "names"), CLAIMS)
def test_evidence_has_its_publications_and_its_strength(source: str, status: EvidenceStatus, names: set[str]) -> None:
    assert references(source) == names
    assert {claim.status for claim in claims_on(source)} == {status}


@pytest.mark.requirement("S1-028")
def test_the_meta_analysis_has_its_numbers() -> None:
    (claim,) = claims_on("S1-028")
    assert (claim.studies, claim.participants) == (23, 1078)
    assert claim.design is not None
    assert claim.design.en == "Meta-analysis"


@pytest.mark.requirement("S1-033")
def test_the_whole_rests_mainly_on_experts_and_says_so() -> None:
    assert module().underpinning.status is EvidenceStatus.EXPERT_BASED
    assert "S1-033" in module().underpinning.status_text.sources


def test_one_publication_has_one_name() -> None:
    named = {name for claim in module().underpinning.claims for name in claim.reference.split("; ")}
    assert [name for name in named if "Broek" in name] == [VAN_DEN_BROEK]
    assert VAN_DEN_BROEK in references("S1-024") & references("S1-027")


def test_costs_name_the_law_the_deductible_and_the_contract() -> None:
    costs = {source: it.text.nl for it in module().underpinning.costs for source in it.sources}
    assert "Zorgverzekeringswet" in costs["S1-034"]
    assert "eigen risico" in costs["S1-035"]
    assert "Arkin" in costs["S1-036"]
