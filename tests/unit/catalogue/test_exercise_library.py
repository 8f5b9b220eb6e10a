"""What the library of exercises holds: the kinds, materials and examples that the sources name, each to be found."""

from typing import Any

import pytest

from lijfspoor.catalogue.exercises import shipped_exercises, shipped_index, shipped_versions
from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.domain.exercises.searching import Wish, indexed, search


def found(**wish: Any) -> tuple[Exercise, ...]:
    return search(shipped_index(), Wish(**wish))


@pytest.mark.requirement("S0-005")
@pytest.mark.parametrize("kind", ["movement", "play", "body"])
def test_the_three_means_of_the_field_are_top_categories(kind: str) -> None:
    first = {each.id for each in shipped_exercises().values() if each.kinds[0] == kind}
    assert len(first) >= 5
    assert first <= {each.id for each in found(kind=kind)}
    assert all(kind in each.kinds for each in found(kind=kind))


@pytest.mark.requirement("S0-035")
@pytest.mark.parametrize("kind", ["tension", "posture", "breathing", "improvisation"])
def test_the_types_of_exercise_can_be_looked_for(kind: str) -> None:
    adults = found(kind=kind, age="adult")
    assert adults
    assert {kind} <= set.intersection(*(set(each.kinds) for each in adults))


@pytest.mark.requirement("S0-045")
def test_materials_and_kinds_combine_freely() -> None:
    for material in ("bal", "doek", "trom"):
        assert found(material=material)
        assert all(any(material in text.nl.lower() for text in each.materials) for each in found(material=material))
    both = found(material="bal", kind="play")
    assert {each.id for each in both} == {each.id for each in found(material="bal")} & {
        each.id for each in found(kind="play")
    }


@pytest.mark.requirement("S1-023")
def test_attention_belongs_to_identity() -> None:
    attentive = found(module="pmt-addon", aspect="identity", kind="mindfulness")
    assert attentive
    assert all("mindfulness" in each.kinds and "identity" in each.aspects for each in attentive)


@pytest.mark.requirement("S1-026")
@pytest.mark.parametrize("kind", ["yoga", "mindfulness", "tension", "impulse"])
def test_four_kinds_belong_to_self_direction(kind: str) -> None:
    steering = found(module="pmt-addon", aspect="self-direction", kind=kind)
    assert steering
    assert all(kind in each.kinds and "self-direction" in each.aspects for each in steering)


@pytest.mark.requirement("S1-031", "S1-032")
def test_distance_and_touch_belong_to_intimacy_and_touch_says_so() -> None:
    near = found(module="pmt-addon", aspect="intimacy", kind="distance")
    assert len(near) >= 3
    assert all("distance" in each.kinds and "intimacy" in each.aspects for each in near)
    touching = [each for each in shipped_exercises().values() if "touch" in each.kinds]
    assert touching
    assert all(each.touch != "none" for each in touching)


@pytest.mark.requirement("S3-016")
@pytest.mark.parametrize("kind", ["breathing", "tension", "talk", "movement"])
def test_four_categories_serve_psychosomatic_physiotherapy(kind: str) -> None:
    serving = found(module="psychosomatic-physio", kind=kind)
    assert len(serving) >= 3
    assert all(kind in each.kinds and "psychosomatic-physio" in each.modules for each in serving)


@pytest.mark.requirement("S2-114")
@pytest.mark.parametrize("material", ["scheerschuim", "zand", "water", "rijst", "klei"])
def test_every_sensopathic_material_is_played_with(material: str) -> None:
    played = found(words=material, stage="sensopathic")
    assert played
    assert all(each.stage == "sensopathic" for each in played)


@pytest.mark.requirement("S2-114")
@pytest.mark.parametrize("sense", ["taste", "smell"])
def test_sensopathic_play_tastes_and_smells_too(sense: str) -> None:
    tasting = found(sense=sense, stage="sensopathic")
    assert tasting
    assert all(sense in each.senses and each.stage == "sensopathic" for each in tasting)
    assert all(each.allergens for each in tasting if sense == "taste")


@pytest.mark.requirement("S2-115")
@pytest.mark.parametrize(
    "material",
    [
        *("schommel", "wip", "balk", "balansbord", "pedalo", "glijbaan"),
        *("klimrek", "pittenzak", "bal", "bank", "kast", "trampoline"),
    ],
)
def test_every_sensomotor_material_is_played_with(material: str) -> None:
    played = found(words=material, stage="sensomotor")
    assert all(each.stage == "sensomotor" for each in played)
    assert any(material in text.nl.lower() for each in played for text in (*each.materials, *each.steps))


@pytest.mark.requirement("S2-132")
@pytest.mark.parametrize(
    "exercise", ["pk-swing-bag-with-bell", "pk-cloths-off-the-line", "pk-taste-shop", "pk-bean-bag-path"]
)
def test_the_examples_from_practice_have_material_aim_and_phase(exercise: str) -> None:
    one = shipped_exercises()[exercise]
    assert "S2-132" in one.sources
    assert one.materials
    assert one.phases
    assert one.purpose.text.nl


def test_a_wish_is_met_by_all_that_is_found_and_missed_by_all_that_is_not() -> None:
    every = list(shipped_exercises().values())
    for wish, meets in (
        ({"phase": "pmkt-attachment:regulation"}, lambda each: "pmkt-attachment:regulation" in each.phases),
        ({"block": "pmkt-attachment:autonomy"}, lambda each: "pmkt-attachment:autonomy" in each.blocks),
        ({"area": "adhd"}, lambda each: "adhd" in each.problem_areas),
        ({"sense": "hearing"}, lambda each: "hearing" in each.senses),
        ({"space": "outdoors"}, lambda each: each.space == "outdoors"),
        ({"intensity": "high"}, lambda each: each.intensity == "high"),
        ({"besides": "epilepsy"}, lambda each: not any(c.id == "epilepsy" and c.kind == "not" for c in each.cautions)),
        ({"allergen": "food"}, lambda each: "food" not in each.allergens),
        ({"without_effort": True}, lambda each: not each.effort_check),
        ({"without_material": True}, lambda each: not each.materials),
        ({"with_safety": True}, lambda each: bool(each.safety)),
    ):
        got = {each.id for each in search(indexed(every), Wish(**wish))}
        assert got == {each.id for each in every if meets(each)}
        assert 0 < len(got) < len(every)


def test_a_purpose_is_looked_for_in_the_purpose_alone() -> None:
    assert all("adem" in each.purpose.text.nl.lower() for each in found(purpose="adem"))
    assert len(found(purpose="adem")) < len(found(words="adem"))


def test_an_earlier_version_ships_beside_the_one_that_followed_it() -> None:
    newest = shipped_exercises()["pt-back-in-the-room"]
    assert newest.derived_from in shipped_versions()
    assert newest.version == "1.1"
