"""Every claim of the five documents is a record that holds the facts its document gives, and no others.

The expectations are read from the documents, not from the records.
"""

import pytest

from lijfspoor.catalogue.evidence import shipped_evidence
from lijfspoor.catalogue.reader import shipped
from lijfspoor.domain.caremodules.underpinning import EvidenceClaim
from lijfspoor.domain.evidence.library import EvidenceWish
from lijfspoor.domain.evidence.record import NULL, EvidenceRecord
from lijfspoor.domain.evidence.status import EvidenceStatus as Status

LIBRARY = shipped_evidence()


def resting_on(source: str) -> EvidenceRecord:
    """The one record that rests on a row of the register."""
    (found,) = (each for each in LIBRARY.records.values() if source in each.sources)
    return found


def ways(record: EvidenceRecord) -> dict[str, str]:
    return {each.text.nl: each.direction for each in record.outcomes}


def names(record: EvidenceRecord) -> set[str]:
    return {LIBRARY.references[each].short for each in record.references}


@pytest.mark.requirement("S0-013")
def test_trauma_processing_keeps_journal_year_and_the_strength_of_can_contribute() -> None:
    record = resting_on("S0-013")
    assert record.wording == "may"
    (reference,) = (LIBRARY.references[each] for each in record.references)
    assert (reference.year, reference.container) == (2024, "Body, Movement and Dance in Psychotherapy")
    assert "Van de Kamp" in reference.short
    assert (record.studies, record.participants, record.design) == (None, None, "not_stated")


@pytest.mark.requirement("S0-014")
def test_three_mechanisms_are_proposed_and_not_proven() -> None:
    record = resting_on("S0-014")
    assert record.kind == "mechanism"
    assert record.mechanism == "proposed"
    said = " ".join(ways(record))
    assert all(word in said for word in ("interoceptief", "spanning", "anderen"))
    assert len(record.outcomes) == 3


@pytest.mark.requirement("S0-016")
def test_the_depression_guideline_recommends() -> None:
    record = resting_on("S0-016")
    assert (record.status, record.design, record.wording) == (Status.RECOMMENDED, "guideline", "recommends")
    assert "activering" in record.text.nl
    assert all(word in record.text.nl for word in ("beweegt", "lichaam"))
    assert LIBRARY.references[record.references[0]].year == 2024


@pytest.mark.requirement("S1-016")
def test_the_add_on_advises_its_handbook_to_read() -> None:
    advised, others = LIBRARY.reading_of("pmt-addon")
    handbook = next(each for each in advised if each.kind == "book")
    assert (handbook.authors, handbook.year) == (("Drewes", "Nijkamp", "Roemen-van Haaren"), 2019)
    assert not set(advised) & set(others)
    assert any("Koch" in each.short for each in others)
    assert LIBRARY.reading_of("pmkt-attachment")[0] == ()


@pytest.mark.requirement("S1-017")
def test_body_work_beside_cognition_is_kept_with_its_authors() -> None:
    record = resting_on("S1-017")
    assert names(record) == {"Fonagy, Luyten, Allison & Campbell (2017)"}
    assert "naast" in record.text.nl
    assert record.participants is None


@pytest.mark.requirement("S1-019", "S1-020", "S1-021")
@pytest.mark.parametrize(
    ("source", "authors"),
    [
        ("S1-019", {"Spaans, Veselka, Luyten & Bühring (2009)"}),
        ("S1-020", {"Bellino et al. (2006)", "Sansone, Chu & Wiederman (2010)"}),
        ("S1-021", {"New et al. (2012)", "Nummenmaa, Glerean, Hari & Hietanen (2014)"}),
    ],
)
def test_what_is_said_of_body_and_identity_stands_under_that_aspect(source: str, authors: set[str]) -> None:
    record = resting_on(source)
    assert record.aspect == "identity"
    assert names(record) == authors
    assert set(ways(record).values()) == {"related"}


@pytest.mark.requirement("S1-022")
def test_the_group_comparison_has_no_number_because_the_document_gives_none() -> None:
    record = resting_on("S1-022")
    assert record.design == "comparative_study"
    assert record.participants is None
    assert record.comparator is not None
    assert "psychodynamische" in record.comparator.nl
    assert ways(record) == {"problematisch functioneren": "improves"}


@pytest.mark.requirement("S1-025")
def test_three_indications_stay_three_records_and_stay_indications() -> None:
    found = [each for each in LIBRARY.records.values() if "S1-025" in each.sources]
    assert {each.wording for each in found} == {"indications"}
    assert {each.status for each in found} == {Status.INDICATIONS}
    assert [names(each) for each in sorted(found, key=lambda each: each.id)] == [
        {"Henquet (2005)", "Kuin (2005)"},
        {"Glanz & Goisman (1990)"},
        {"Soler et al. (2016)"},
    ]


@pytest.mark.requirement("S1-027")
def test_movement_supports_fitness_and_confidence() -> None:
    record = resting_on("S1-027")
    assert ways(record) == {"lichamelijke conditie": "improves", "zelfvertrouwen": "improves"}
    assert len(record.references) == 2


@pytest.mark.requirement("S1-028")
def test_the_meta_analysis_keeps_both_numbers_and_both_outcomes() -> None:
    record = resting_on("S1-028")
    assert (record.design, record.studies, record.participants) == ("meta_analysis", 23, 1078)
    assert ways(record) == {"positieve emoties": "improves", "lichaamsbeleving": "improves"}
    assert record.wording == "points_to"


@pytest.mark.requirement("S1-033")
def test_the_four_aspects_are_expert_based() -> None:
    record = resting_on("S1-033")
    assert (record.status, record.design) == (Status.EXPERT_BASED, "expert_opinion")
    assert names(record) == {"Drewes, Nijkamp & Roemen-van Haaren (2019)"}


@pytest.mark.requirement("S2-133")
def test_the_attachment_module_was_not_studied_yet() -> None:
    record = resting_on("S2-133")
    assert (record.status, record.design) == (Status.NOT_YET_STUDIED, "none")
    assert record.directions == {"unknown"}
    assert "N=1" in record.text.nl


@pytest.mark.requirement("S4-001")
def test_an_impression_of_practice_and_the_question_to_science_are_two_records() -> None:
    found = {each.kind: each for each in LIBRARY.records.values() if "S4-001" in each.sources}
    assert set(found) == {"impression", "gap"}
    assert (found["impression"].wording, found["impression"].design) == ("seems", "expert_opinion")
    assert found["gap"].directions == {"unknown"}
    assert found["gap"].status is Status.NOT_YET_STUDIED


@pytest.mark.requirement("S4-006", "S4-007", "S4-008", "S4-009", "S4-010", "S4-011")
@pytest.mark.parametrize(
    ("source", "where", "outcomes", "cited"),
    [
        ("S4-006", "Hersenen", {"aandacht", "concentratie"}, {"[1]"}),
        (
            "S4-007",
            "Hersenen",
            {"pijn", "roes van geluk", "sociale vaardigheden", "zelfvertrouwen", "negatieve gedachten"},
            {"[2]", "[3]"},
        ),
        ("S4-008", "Sociaal", {"zelfvertrouwen", "stemming", "onafhankelijkheid en controle", "angst"}, {"[4]"}),
        ("S4-009", "Sociaal", {"sociale steun"}, {"[1]"}),
        (
            "S4-010",
            "Lichaam",
            {
                "stemming",
                "hartziekten",
                "hoge bloeddruk",
                "diabetes type 2",
                "negatieve stemming",
                "verminderd zelfvertrouwen",
            },
            {"[3]", "[5]"},
        ),
        ("S4-011", "Psychisch", {"somberheid"}, {"[6]"}),
    ],
)
def test_each_mechanism_of_movement_says_where_it_acts_and_what_it_does(
    source: str, where: str, outcomes: set[str], cited: set[str]
) -> None:
    record = resting_on(source)
    assert record.kind == "mechanism"
    assert record.mechanism_text is not None
    assert record.mechanism_text.nl.startswith(where)
    assert set(ways(record)) == outcomes
    assert {LIBRARY.references[each].cited_as[0] for each in record.references} == cited


@pytest.mark.requirement("S4-012", "S4-013")
def test_strength_and_walking_keeps_dose_number_comparator_and_the_unknown_mechanism() -> None:
    record = resting_on("S4-012")
    assert record is resting_on("S4-013")
    assert (record.design, record.participants) == ("controlled_study", 81)
    assert record.dose is not None
    assert (record.dose.weeks, record.dose.times_a_week, record.dose.minutes) == (12, 3, 30)
    assert record.comparator is not None
    assert "geen bewegen" in record.comparator.nl
    assert set(ways(record)) == {"depressieve klachten", "buikomvang", "slaapkwaliteit", "klachten van PTSS"}
    assert record.directions == {"improves"}
    assert record.mechanism == "unknown"


@pytest.mark.requirement("S4-014", "S4-015", "S4-016")
def test_yoga_helped_but_the_supposed_way_was_not_established() -> None:
    trial, mechanism, idea = (resting_on(source) for source in ("S4-015", "S4-016", "S4-014"))
    assert (trial.participants, trial.dose.weeks if trial.dose else None) == (64, 10)
    assert trial.comparator is not None
    assert trial.comparator.nl == "psycho-educatie"
    assert ways(trial) == {"klachten van PTSS": "improves"}
    assert (mechanism.status, mechanism.mechanism) == (Status.NOT_ESTABLISHED, "not_established")
    assert (idea.status, idea.wording) == (Status.ASSUMED, "is_assumed")
    assert idea.opposes == (mechanism.id,)
    sides = LIBRARY.sides("yoga-by-emotion-regulation")
    assert (sides.speaks_for, sides.against) == ((idea,), (mechanism,))


@pytest.mark.requirement("S4-018", "S4-019")
def test_the_treadmill_pilot_keeps_intensity_timing_and_its_biomarker() -> None:
    record = resting_on("S4-018")
    assert record.design == "pilot_study"
    assert record.participants is None
    assert record.dose is not None
    assert all(word in record.dose.text.nl for word in ("matig intensief", "voor de exposuresessie"))
    marked = [each for each in record.outcomes if each.measured_by is not None]
    assert [each.text.nl.split()[0] for each in marked] == ["BDNF"]
    assert record.directions == {"improves"}


@pytest.mark.requirement("S4-025")
def test_no_relation_is_a_finding_and_appreciation_is_a_scale_of_its_own() -> None:
    assert ways(resting_on("S4-025")) == {
        "ernst van PTSS en lichaamsbewustzijn": "not_related",
        "ernst van PTSS en lichaamsattitude": "not_related",
        "ernst van PTSS en lage lichaamswaardering": "related",
    }
    assert resting_on("S4-025").status is Status.NOT_ESTABLISHED


@pytest.mark.requirement("S4-026", "S4-029", "S4-030")
def test_the_uncontrolled_study_shows_its_comparison_and_what_did_not_differ() -> None:
    record = resting_on("S4-030")
    assert record is resting_on("S4-026") is resting_on("S4-029")
    assert record.design == "uncontrolled_non_randomised_comparison"
    assert record.participants is None
    assert record.dose is not None
    assert (record.dose.weeks, record.dose.minutes) == (12, 90)
    assert ways(record) == {
        "klachten van PTSS": "improves",
        "algemene psychopathologie": "improves",
        "dissociatie": "no_difference",
        "lichaamsbewustzijn": "no_difference",
        "lichaamsattitude": "no_difference",
    }


@pytest.mark.requirement("S4-032")
def test_what_is_often_supposed_is_not_counted_as_support() -> None:
    record = resting_on("S4-032")
    assert (record.status, record.wording, record.design) == (Status.ASSUMED, "is_assumed", "none")
    sides = LIBRARY.sides("verbal-does-not-reach")
    assert sides.speaks_for == ()
    assert sides.leaves_open == (record,)
    assert sides.claim.gap is not None


@pytest.mark.requirement("S4-033")
@pytest.mark.parametrize("module", ["pmt", "movement-in-trauma"])
def test_the_gap_on_pmt_in_trauma_belongs_to_both_modules(module: str) -> None:
    gaps = [each for each in LIBRARY.gaps_of(module) if "S4-033" in each.sources]
    assert [each.gap.nl for each in gaps if each.gap] == [
        "Er is geen gecontroleerd onderzoek bekend naar wat PMT zelf toevoegt bij trauma. Ook naar hoe PMT dan zou "
        "werken is dat er niet."
    ]
    assert resting_on("S4-033").directions == {"unknown"}


@pytest.mark.requirement("S4-034")
def test_the_conclusion_is_favourable_and_says_that_why_is_unclear() -> None:
    record = resting_on("S4-034")
    assert (record.kind, record.mechanism) == ("conclusion", "unknown")
    assert record.directions == {"improves"}
    assert "meer gecontroleerd onderzoek" in record.text.nl


def test_what_clients_said_of_pmt_is_kept_apart_from_what_was_measured() -> None:
    record = resting_on("S4-031")
    assert record.design == "qualitative_study"
    assert record.directions == {"unknown"}
    assert all(part in record.text.nl for part in ("zonder woorden", "stress", "aanvulling"))


@pytest.mark.parametrize("source", ["S2-127", "S4-014", "S4-020", "S4-032"])
def test_what_the_documents_assume_is_called_assumed(source: str) -> None:
    record = resting_on(source)
    assert (record.kind, record.status, record.wording) == ("assumption", Status.ASSUMED, "is_assumed")


def test_the_advice_to_move_more_is_quoted_as_advice_and_found_nothing() -> None:
    """Contradiction 17."""
    record = resting_on("S4-039")
    assert record.design == "expert_opinion"
    assert record.directions == {"unknown"}
    assert record.design_note is not None
    assert "S0-068" in record.design_note.nl


def test_body_awareness_in_trauma_has_records_for_and_against() -> None:
    """Contradiction 9."""
    sides = LIBRARY.sides("pmt-and-trauma-processing")
    rests = [{source for each in side for source in each.sources} for side in (sides.speaks_for, sides.against)]
    assert {"S0-013", "S0-014"} <= rests[0]
    assert {"S4-025", "S4-030"} <= rests[1]
    for one in sides.speaks_for:
        for other in sides.against:
            assert other.id in one.opposes
            assert one.id in other.opposes
    assert all(each.directions & NULL for each in sides.against)


def test_two_spellings_of_one_name_are_one_publication() -> None:
    """Contradiction 15."""
    found = [each for each in LIBRARY.references.values() if any("Bernst" in form for form in each.cited_as)]
    (only,) = found
    assert len(only.cited_as) == 2
    assert {record.id for record in LIBRARY.citing(only.id)} == {
        resting_on("S1-024").id,
        resting_on("S1-027").id,
    }


def numbered_claims() -> list[tuple[str, EvidenceClaim]]:
    every = [(module, claim) for module in shipped().values() for claim in module.underpinning.claims]
    return [(f"{module.id}: {claim.id}", claim) for module, claim in every if claim.studies or claim.participants]


@pytest.mark.parametrize(("name", "claim"), numbered_claims(), ids=lambda each: each if isinstance(each, str) else "")
def test_a_number_in_a_module_is_the_number_of_its_record(name: str, claim: EvidenceClaim) -> None:
    """A reader must not find one study with two numbers."""
    told = {
        (each.studies, each.participants)
        for each in LIBRARY.records.values()
        if set(each.sources) & set(claim.sources) - {"own"}
    }
    assert (claim.studies, claim.participants) in told, name


def test_nothing_is_said_to_be_looked_over_that_was_not() -> None:
    assert {each.reviewer for each in LIBRARY.records.values()} == {None}


def test_a_wish_leaves_only_what_meets_it() -> None:
    nothing_found = LIBRARY.search(EvidenceWish(direction="no_difference"))
    assert [each.id for each in nothing_found] == [resting_on("S4-030").id]
    assert LIBRARY.search(EvidenceWish(words="KOCH dansbeweging")) == ()
    assert LIBRARY.search(EvidenceWish(words="koch dans")) == (resting_on("S1-028"),)
    both = LIBRARY.search(EvidenceWish(module="movement-in-trauma", status="not_established"))
    assert set(both) == {resting_on("S4-016"), resting_on("S4-025")}
    assert LIBRARY.search(EvidenceWish(module="pmt", status="not_established")) == (resting_on("S4-025"),)
    assert len(LIBRARY.search(EvidenceWish())) == len(LIBRARY.records)
