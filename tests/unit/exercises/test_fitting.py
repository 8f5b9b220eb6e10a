"""What fits a session: the engine and a slow obvious telling agree, and what is forbidden never appears."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.domain.exercises.allergies import allergies_in
from lijfspoor.domain.exercises.exercise import Caution, Exercise
from lijfspoor.domain.exercises.fitting import Fitting, fit, forbidden, minding, why
from lijfspoor.domain.exercises.situation import Situation, Used, age_group
from lijfspoor.domain.kernel import Age, Reason, Statement
from tests.unit.exercises import reference
from tests.unit.exercises.makers import made, shelves, situation, situations, text

SEEN: set[str] = set()
AGAINST = {
    *("age", "age-unknown", "form", "touch", "safety", "allergy", "allergy-ask", "caution", "effort-unasked"),
    *("effort-doctor", "phase", "space", "material"),
}
FOR = set(reference.POINTS)
MINDS = {"adapt", "no-touch", "ask-touch", "ask-allergy"}


def ids(found: Fitting) -> list[str]:
    return [each.exercise.id for each in found.suggested]


def codes(reasons: Iterable[Reason]) -> list[str]:
    return [each.code for each in reasons]


@settings(max_examples=500, deadline=None, derandomize=True)
@given(shelves, situations)
def test_two_tellings_agree_on_what_fits_in_which_order_and_why(shelf: tuple[Exercise, ...], at: Situation) -> None:
    found = fit(shelf, at)
    assert ids(found) == reference.in_order(shelf, at)
    for each in found.suggested:
        assert set(codes(each.reasons)) == reference.codes_for(each.exercise, at)
        SEEN.update(f"for {code}" for code in codes(each.reasons))
        SEEN.update(f"mind {code.partition(':')[0]}" for code in codes(each.minds))
    for held in found.held_back:
        assert set(codes(held.reasons)) == reference.codes_against(held.exercise, at)
        SEEN.update(f"against {code.partition(':')[0]}" for code in codes(held.reasons))


def test_every_kind_of_reason_was_reached() -> None:
    wanted = {f"for {one}" for one in FOR} | {f"against {one}" for one in AGAINST} | {f"mind {one}" for one in MINDS}
    assert wanted - SEEN == set()


@pytest.mark.requirement("S1-032")
@settings(max_examples=60, deadline=None)
@given(shelves, situations)
def test_what_is_forbidden_never_appears_whatever_else_holds(shelf: tuple[Exercise, ...], at: Situation) -> None:
    for each in fit(shelf, at).suggested:
        assert each.exercise.touch != "needed" or at.touch
        assert not set(each.exercise.allergens) & at.allergies.known
        assert not (each.exercise.allergens and at.allergies.unmatched)
        assert set(each.exercise.ages) & (at.ages | {at.develops})
        assert at.form in each.exercise.forms
        assert not any(one.kind == "not" and one.id in at.cautions for one in each.exercise.cautions)
        assert not each.exercise.effort_check or at.effort == "may"
        assert forbidden(each.exercise, at) == ()


@settings(max_examples=40, deadline=None)
@given(shelves.flatmap(lambda shelf: st.tuples(st.just(shelf), st.permutations(shelf))), situations)
def test_the_order_in_which_exercises_come_changes_nothing(
    both: tuple[tuple[Exercise, ...], list[Exercise]], at: Situation
) -> None:
    assert fit(both[0], at) == fit(both[1], at)


@settings(max_examples=40, deadline=None)
@given(shelves, situations)
def test_a_fact_that_concerns_no_exercise_changes_nothing(shelf: tuple[Exercise, ...], at: Situation) -> None:
    more = replace(
        at,
        cautions=at.cautions | {"fear-of-flying"},
        blocks=at.blocks | {"pmkt-attachment:nowhere"},
        aspects=at.aspects | {"elsewhere"},
        areas=at.areas | {"thirst"},
        later_phases=at.later_phases | {"other:later"},
        allergies=replace(at.allergies, known=at.allergies.known | {"moonlight"}),
        used=(*at.used, Used("zz", 1, "well")),
        goals=(*at.goals, "Zwaluwen tellen"),
    )
    assert fit(shelf, more) == fit(shelf, at)


@settings(max_examples=40, deadline=None)
@given(shelves, situations)
def test_everything_of_the_module_is_in_one_of_both_and_every_reason_has_its_source(
    shelf: tuple[Exercise, ...], at: Situation
) -> None:
    found = fit(shelf, at)
    both = [*ids(found), *(each.exercise.id for each in found.held_back)]
    assert sorted(both) == sorted(one.id for one in shelf if set(one.modules) & at.modules)
    for held in found.held_back:
        assert held.reasons
    told = [each.reasons for each in found.suggested] + [each.reasons for each in found.held_back]
    assert all(reason.sources and reason.text.nl and reason.text.en for reasons in told for reason in reasons)


@pytest.mark.requirement("S2-113", "S2-114", "S2-115")
def test_sensopathic_goes_before_sensomotor_in_the_first_phase_only() -> None:
    motor = made("aa", stage="sensomotor", blocks=("pmt:x",), aspects=("identity",))
    feel = made("bb", stage="sensopathic")
    first = situation(phase="pmt:one", first_phase=True, aspects=frozenset({"identity"}))
    assert ids(fit((motor, feel), first)) == ["bb", "aa"]
    later = replace(first, first_phase=False)
    assert ids(fit((motor, feel), later)) == ["aa", "bb"]
    assert "stage" in codes(why(motor, later))


@pytest.mark.requirement("S1-024", "S2-127")
def test_what_regulates_goes_first_when_regulation_comes_first() -> None:
    wakes = made("aa", arousal="activates", aspects=("identity",))
    calms = made("bb", arousal="calms")
    at = situation(aspects=frozenset({"identity"}))
    assert ids(fit((wakes, calms), at)) == ["aa", "bb"]
    assert ids(fit((wakes, calms), replace(at, regulate_first=True))) == ["bb", "aa"]


@pytest.mark.requirement("S2-130")
def test_repetition_and_variation_are_told_and_weighed() -> None:
    one = made()
    assert "new" in codes(why(one, situation()))
    assert codes(why(one, situation(used=(Used("aa", 1, "well"),)))) == ["worked", "repeat"]
    thrice = tuple(Used("aa", ago, "fine") for ago in (1, 2, 3))
    assert codes(why(one, situation(used=thrice))) == ["often"]
    assert codes(why(one, situation(used=(Used("aa", 1, "not_now"), Used("aa", 2, "well"))))) == ["repeat", "not-now"]
    assert ids(fit((made("aa"), made("bb")), situation(used=(Used("aa", 1, "not_now"),)))) == ["bb", "aa"]


def test_an_unknown_age_opens_nothing_and_a_developmental_age_opens_its_own() -> None:
    assert ids(fit((made(),), situation(ages=frozenset()))) == []
    small = made(ages=("child",))
    assert ids(fit((small,), situation(ages=frozenset({"youth"})))) == []
    found = fit((small,), situation(ages=frozenset({"youth"}), develops="child"))
    assert "develops" in codes(found.suggested[0].reasons)


@pytest.mark.parametrize(
    ("years", "group"),
    [(0, "child"), (11, "child"), (12, "youth"), (17, "youth"), (18, "adult"), (64, "adult"), (65, "older")],
)
def test_groups_of_ages_begin_on_their_birthday(years: int, group: str) -> None:
    assert age_group(Age(years * 12)) == group
    assert age_group(Age(years * 12 + 11)) == group


def test_what_is_adapted_is_told_with_the_words_of_the_exercise() -> None:
    soft = Caution(id="skin-wounds", kind="adapt", text=text("Sla wondjes over."))
    told = minding(made(cautions=(soft,), touch="can"), situation(cautions=frozenset({"skin-wounds"})))
    assert [each.text.nl for each in told] == ["Sla wondjes over.", "Doe dit zonder aanraking."]


def test_a_goal_is_like_a_purpose_when_they_share_a_long_word() -> None:
    one = made(purpose=Statement(text=text("Eerder spanning voelen."), sources=("own",)))
    assert "goal" in codes(why(one, situation(goals=("Spanning herkennen",))))
    assert "goal" not in codes(why(one, situation(goals=("Beter slapen", "Iets voor mij"))))


@pytest.mark.requirement("S2-076")
@pytest.mark.parametrize(
    ("words", "known", "unmatched"),
    [
        ("", set(), ()),
        ("Geen bekend.", set(), ()),
        ("Pinda en noten", {"food"}, ()),
        ("Notenallergie, hooikoorts", {"food", "grass"}, ()),
        ("LATEX; kattenharen", {"latex"}, ("kattenharen",)),
        ("allergisch voor bijengif", set(), ("bijengif",)),
        ("latex penicilline", {"latex"}, ("latex penicilline",)),
        ("wol/parfum\nzeep", {"wool", "scent", "soap"}, ()),
        ("Koemelkallergie", {"food"}, ()),
    ],
)
def test_allergies_are_read_from_words_and_what_cannot_be_told_is_kept(
    words: str, known: set[str], unmatched: tuple[str, ...]
) -> None:
    found = allergies_in(words)
    assert found.known == known
    assert [set(each.split()) & {"bijengif", "penicilline", "kattenharen"} != set() for each in found.unmatched] == [
        True for _ in unmatched
    ]
    assert found.asked == bool(words)


def test_an_unknown_allergy_holds_back_everything_with_something_in_it() -> None:
    food, plain = made("aa", allergens=("food",)), made("bb")
    found = fit((food, plain), situation(allergies=allergies_in("bijengif")))
    assert ids(found) == ["bb"]
    assert "bijengif" in found.held_back[0].reasons[0].text.nl
