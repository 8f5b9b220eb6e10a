"""The analysis of a study: the draw first, then every series, then all together."""

from dataclasses import replace

import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Improvement, Outcome, make_case
from lijfspoor.domain.singlecase.designs.opening import INTACT
from lijfspoor.domain.singlecase.designs.reading import design_from
from lijfspoor.domain.singlecase.designs.seal import commit, seal
from lijfspoor.domain.singlecase.pooling.bayes import Priors
from lijfspoor.domain.singlecase.randomisation.answer import default_answer
from lijfspoor.domain.singlecase.report.analyse import analyse
from lijfspoor.domain.singlecase.report.choices import Choices
from lijfspoor.domain.singlecase.report.parts import Report, Result
from lijfspoor.domain.singlecase.words.scribe import State
from tests.unit.singlecase.report.studies import REVERSAL, STAGGERED, study


def names(results: tuple[Result, ...]) -> list[str]:
    return [one.statistic for one in results]


def staggered(**how: object) -> Report:
    return analyse(study("own_mb3"), design_from(STAGGERED), **how)  # type: ignore[arg-type]


def test_nothing_to_analyse_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        analyse([])
    assert refused.value.code == "no-cases"


def test_without_a_design_no_p_of_a_draw_is_given_and_the_rest_is() -> None:
    report = analyse(study("own_mb3"))
    [answer] = report.answers
    assert answer.result.estimate is None
    assert answer.result.refused is not None
    assert answer.result.refused.code == "no-design"
    assert "geen p" in answer.result.why.nl
    assert report.design is None
    assert [one.design_based for one in report.cases] == [None, None, None]
    assert names(report.cases[0].comparisons[0].effects) == ["nap", "tau", "smd.baseline.corrected"]
    assert report.cases[0].comparisons[0].model.estimate is not None


def test_the_answer_of_the_draw_is_the_default_answer_of_the_package() -> None:
    cases, design = study("own_mb3"), design_from(STAGGERED)
    [answer] = staggered().answers
    assert answer.result.estimate == default_answer(cases, design.joint).as_estimate()
    assert answer.result.statistic == "randomisation.mean-difference"
    assert answer.result.words is not None
    assert answer.result.why.nl == ""


def test_each_series_that_was_drawn_for_itself_has_an_answer_of_its_own() -> None:
    own = [one.design_based for one in staggered().cases]
    design = design_from(STAGGERED)
    for result, case, scheme in zip(own, study("own_mb3"), design.schemes, strict=True):
        assert result is not None
        assert result.estimate == default_answer(case, scheme).as_estimate()


def test_series_that_were_drawn_together_have_no_answer_of_their_own() -> None:
    mapping = {**STAGGERED, "randomisation": "wampold-worsham", "moments": [6, 9, 12]}
    del mapping["windows"]
    report = analyse(study("own_mb3"), design_from(mapping))
    assert [one.design_based for one in report.cases] == [None, None, None]
    assert report.answers[0].result.estimate is not None


def test_one_series_has_its_answer_once() -> None:
    report = analyse(study("own_abab")[:1], design_from(REVERSAL))
    assert report.answers[0].result.estimate is not None
    assert report.cases[0].design_based is None


def test_a_start_that_could_not_be_drawn_is_refused_with_its_reason() -> None:
    late = design_from({**STAGGERED, "windows": [[10, 12], [12, 14], [14, 16]]})
    report = analyse(study("own_mb3"), late)
    assert report.answers[0].result.estimate is None
    assert report.answers[0].result.refused is not None
    assert report.answers[0].result.why.nl
    assert report.cases[0].comparisons[0].effects[0].estimate is not None


def test_cases_are_put_in_the_order_of_the_design() -> None:
    backwards = tuple(reversed(study("own_mb3")))
    report = analyse(backwards, design_from(STAGGERED))
    assert [one.case.name for one in report.cases] == ["tier1", "tier2", "tier3"]
    assert report.answers == staggered().answers


def test_a_design_that_numbers_its_series_takes_them_in_the_order_given() -> None:
    mapping = {**STAGGERED, "cases": 3}
    report = analyse(study("own_mb3"), design_from(mapping))
    assert report.answers[0].result.estimate == staggered().answers[0].result.estimate


def test_other_names_than_those_of_the_design_are_refused_by_name() -> None:
    with pytest.raises(Refused) as refused:
        analyse(study("own_mb3"), design_from({**STAGGERED, "cases": ["x", "y", "z"]}))
    assert refused.value.code == "other-cases"
    assert "x, y, z (3)" in refused.value.why.nl
    assert "tier1, tier2, tier3 (3)" in refused.value.why.en
    with pytest.raises(Refused, match="other-cases"):
        analyse(study("own_mb3")[:2], design_from({**STAGGERED, "cases": 3}))


def test_a_baseline_across_behaviours_is_known_by_its_measures() -> None:
    cases = [replace(case, name="Ada", measure=case.name) for case in study("own_mb3")]
    report = analyse(cases, design_from({**STAGGERED, "across": "behaviours"}))
    assert [one.measure for one in report.answers] == [""]
    assert report.answers[0].result.estimate == staggered().answers[0].result.estimate


def test_every_measure_that_followed_the_schedule_has_an_answer() -> None:
    tension, sleep = (
        [replace(case, measure=measure) for case in study("own_mb3")] for measure in ("spanning", "slaap")
    )
    report = analyse([*tension, *sleep], design_from(STAGGERED))
    assert [one.measure for one in report.answers] == ["spanning", "slaap"]
    assert report.answers[0].result.estimate == report.answers[1].result.estimate
    assert [one.measure for one in report.together] == ["spanning", "slaap"]


def test_falling_scores_are_read_by_their_direction() -> None:
    cases = study("own_decreasing", improvement=Improvement.DECREASE)
    nap = analyse(cases).cases[0].comparisons[0].effects[0].estimate
    assert nap is not None
    assert nap.value > 0.5
    rising = analyse(study("own_decreasing")).cases[0].comparisons[0].effects[0].estimate
    assert rising is not None
    assert rising.value == pytest.approx(1 - nap.value)


@pytest.mark.parametrize(
    ("improvement", "index"), [(Improvement.INCREASE, "lrr-i.corrected"), (Improvement.DECREASE, "lrr-d.corrected")]
)
def test_counts_also_have_a_ratio_in_their_direction(improvement: Improvement, index: str) -> None:
    cases = study("own_counts", improvement=improvement, outcome=Outcome.COUNT)
    effects = analyse(cases).cases[0].comparisons[0].effects
    assert names(effects)[-1] == index
    assert effects[-1].estimate is not None


def test_the_ratio_of_counts_has_a_floor_unless_another_scale_is_asked_for() -> None:
    none_at_first = make_case("Ada", [0, 0, 0, 0, 4, 5, 6, 5], "AAAABBBB", outcome=Outcome.COUNT)
    first = analyse([none_at_first]).cases[0].comparisons[0].effects[-1]
    assert first.estimate is not None
    asked = Choices(indices=("lrr-i.corrected",), settings={"lrr-i.corrected": {"scale": "other"}})
    [second] = analyse([none_at_first], choices=asked).cases[0].comparisons[0].effects
    assert second.refused is not None


def test_alternation_also_has_the_distance_of_its_paths() -> None:
    assert names(analyse(study("own_atd")).cases[0].comparisons[0].effects)[-1] == "aliv"


def test_other_indices_and_their_settings_can_be_asked_for() -> None:
    choices = Choices(indices=("pnd", "pogo", "geen"), settings={"pogo": {"goal": 30.0}})
    effects = analyse(study("own_mb3"), choices=choices).cases[0].comparisons[0].effects
    assert names(effects) == ["pnd", "pogo", "geen"]
    assert effects[1].estimate is not None
    assert effects[2].refused is not None
    assert effects[2].refused.code == "unknown-index"
    wrong = Choices(indices=("pnd",), settings={"pnd": {"goal": 30.0}})
    refused = analyse(study("own_mb3"), choices=wrong).cases[0].comparisons[0].effects[0].refused
    assert refused is not None
    assert refused.code == "unknown-setting"
    assert refused.why.nl == "De maat pnd kent geen instelling goal."
    assert refused.why.en == "The index pnd has no setting goal."


def test_every_later_condition_is_compared_with_the_first() -> None:
    made = analyse(study("own_abc")).cases[0].comparisons
    assert [(one.a, one.b) for one in made] == [(("A",), ("B",)), (("A",), ("C",))]
    back = analyse(study("own_abab")).cases[0].comparisons
    assert [(one.a, one.b) for one in back] == [(("A1", "A2"), ("B1", "B2"))]


def test_a_washout_is_on_no_side() -> None:
    case = make_case("Ada", [1, 2, 3, 9, 5, 6, 7], ["A"] * 3 + ["washout"] + ["B"] * 3)
    assert [(one.a, one.b) for one in analyse([case]).cases[0].comparisons] == [(("A",), ("B",))]


def test_criteria_that_change_are_one_side_and_the_match_is_tested() -> None:
    design = design_from(
        {"design": "changing-criterion", "criteria": [8, 6, 4], "baseline": "A", "measurements": 16, "minimum": 3}
    )
    case = make_case(
        "Ada", [9, 10, 9, 10, 8, 8, 8, 8, 6, 6, 6, 6, 4, 4, 4, 4], ["A"] * 4 + ["C1"] * 4 + ["C2"] * 4 + ["C3"] * 4
    )
    report = analyse([case], design)
    assert [(one.a, one.b) for one in report.cases[0].comparisons] == [(("A",), ("C1", "C2", "C3"))]
    answer = report.answers[0].result
    assert answer.statistic == "randomisation.criterion-match"
    assert answer.estimate is not None
    assert answer.estimate.value == 0.0


def test_too_early_says_what_is_needed_and_nothing_else() -> None:
    [one] = analyse([make_case("Thomas", [6, 7, 5, 6, 7, 6], "AAAAAA")]).cases
    assert one.too_early is not None
    assert one.too_early.nl.startswith("Nog te vroeg")
    assert one.comparisons == ()
    assert len(one.descriptives) == 1


def test_fewer_measurements_than_the_design_asks_have_no_answer_yet() -> None:
    case = make_case("Gil", [1, 2, 3, 4, 5, 6, 7, 8], "AAAABBBB")
    refused = analyse([case], design_from(REVERSAL)).answers[0].result.refused
    assert refused is not None
    assert refused.code == "other-length"
    assert "24" in refused.why.nl


def test_clients_are_taken_together_by_the_change_the_model_gives_each() -> None:
    [one] = staggered().together
    assert one.names == ("tier1", "tier2", "tier3")
    assert one.pooled.estimate is not None
    assert one.pooled.estimate.figures["k"] == 3
    assert [client.name for client in one.clients] == ["tier1", "tier2", "tier3"]
    assert [name for name, _ in one.without] == ["tier1", "tier2", "tier3"]
    assert one.hierarchical.estimate is not None
    assert one.between.estimate is not None
    assert one.bayes is None


def test_the_pooled_answer_is_that_of_the_models() -> None:
    report = staggered()
    changes = [one.comparisons[0].model.estimate for one in report.cases]
    values = [change.value for change in changes if change is not None]
    pooled = report.together[0].pooled.estimate
    assert pooled is not None
    assert min(values) < pooled.value < max(values)


@pytest.mark.parametrize(("third", "decides"), [(9.0, False), (1.0, True)])
def test_it_is_told_when_one_client_decides(third: float, decides: bool) -> None:
    wobble = [0.0, 1.0, -1.0, 0.5, -0.5, 0.8, -0.9, 0.2, -0.3, 0.1]
    cases = [
        make_case(name, [*wobble, *(change + one for one in wobble[::-1])], "A" * 10 + "B" * 10)
        for name, change in (("Ada", 9.2), ("Ben", 8.8), ("Cy", third))
    ]
    [one] = analyse(cases).together
    told = [said.en for said in one.remarks]
    assert told == (["The conclusion hangs on one client: without Cy it changes."] if decides else [])


def test_priors_are_used_only_when_they_are_stated() -> None:
    report = staggered(choices=Choices(priors=Priors(mu_sd=10.0, tau_scale=5.0)))
    bayes = report.together[0].bayes
    assert bayes is not None
    assert bayes.estimate is not None
    assert bayes.words is not None
    assert "standaarddeviatie 10" in bayes.words.assumes.nl


def test_one_client_is_not_taken_together() -> None:
    assert analyse(study("own_mb3")[:1]).together == ()


def test_two_clients_have_no_mean_without_one() -> None:
    [one] = analyse(study("own_mb3")[:2]).together
    assert one.without == ()
    assert len(one.clients) == 2


def test_steps_back_are_told_by_the_between_case_measure() -> None:
    [one] = analyse(study("own_abab")).together
    assert one.hierarchical.refused is not None
    assert one.hierarchical.refused.code == "steps-back"
    assert one.between.estimate is not None


def test_progress_is_told_for_every_step() -> None:
    told: list[tuple[str, int, int]] = []
    staggered(progress=lambda *step: told.append(step))
    assert told == [
        ("design", 0, 6),
        ("tier1", 1, 6),
        ("tier2", 2, 6),
        ("tier3", 3, 6),
        ("together", 4, 6),
        ("picture", 5, 6),
    ]


NONCE = "0123456789abcdef0123456789abcdef"


def test_a_seal_that_holds_brings_its_design_and_says_so() -> None:
    sealed = seal(STAGGERED, {}, nonce=NONCE)
    cases = [make_case(name, [float(row) for row in range(20)], list(one)) for name, one in sealed.schedule.items()]
    report = analyse(cases, seal=(commit(sealed), sealed))
    assert report.design is not None
    assert report.design.seal is not None
    assert report.design.seal.said == (INTACT,)
    assert [said.nl for said in report.design.followed] == [
        f"tier{place}: het verzegelde schema is gevolgd." for place in (1, 2, 3)
    ]
    assert report.answers[0].result.estimate is not None
    assert INTACT.nl in report.scribe[24].answer.nl


def test_a_schedule_that_was_not_followed_is_named_with_its_first_measurement() -> None:
    sealed = seal(STAGGERED, {}, nonce=NONCE)
    cases = [make_case(name, [float(row) for row in range(20)], list(one)) for name, one in sealed.schedule.items()]
    start = sealed.schedule["tier2"].index("B")
    moved = tuple("B" if row >= start - 1 else "A" for row in range(20))
    cases[1] = replace(cases[1], phases=moved)
    report = analyse(cases, seal=(commit(sealed), sealed))
    assert report.design is not None
    assert report.design.followed[1].nl == f"tier2: vanaf meting {start} is het verzegelde schema niet gevolgd."
    assert report.design.followed[1].en.startswith("tier2: from measurement")
    cases[1] = make_case("tier2", [1.0] * 22, [*sealed.schedule["tier2"], "B", "B"])
    longer = analyse(cases, seal=(commit(sealed), sealed))
    assert longer.design is not None
    assert longer.design.followed[1].nl == "tier2: vanaf meting 21 is het verzegelde schema niet gevolgd."


def test_a_schedule_that_numbers_its_series_is_followed_by_place() -> None:
    sealed = seal({**STAGGERED, "cases": 3}, {}, nonce=NONCE)
    cases = [
        make_case(name, [float(row) for row in range(20)], list(labels))
        for name, labels in zip(("Ada", "Ben", "Cas"), sealed.schedule.values(), strict=True)
    ]
    report = analyse(cases, seal=(commit(sealed), sealed))
    assert report.design is not None
    assert [said.nl for said in report.design.followed] == [
        f"{name}: het verzegelde schema is gevolgd." for name in ("Ada", "Ben", "Cas")
    ]


def test_a_broken_seal_gives_no_answer_of_the_draw() -> None:
    sealed = seal(STAGGERED, {}, nonce=NONCE)
    published = commit(sealed)
    changed = replace(sealed, plan={"statistic": "nap"})
    report = analyse(study("own_mb3"), seal=(published, changed))
    refused = report.answers[0].result.refused
    assert refused is not None
    assert refused.code == "seal-broken"
    assert "analyseplan" in refused.why.nl


def test_the_scribe_list_is_filled_as_far_as_the_data_know() -> None:
    items = {item.number: item for item in staggered().scribe}
    assert len(items) == 26
    filled = [number for number, item in items.items() if item.state is State.FILLED]
    partly = [number for number, item in items.items() if item.state is State.PARTLY]
    assert filled == [8, 18, 19, 20]
    assert partly == [5, 7, 11, 14, 23]
    assert items[5].answer.nl == "Meervoudige basislijn; fasen: A-B."
    assert items[7].answer.nl == "3 reeksen, samen 3 keer van fase gewisseld."
    assert items[8].answer.nl.startswith("Geloot volgens de opzet. Het ontwerp heeft 125 ")
    assert items[11].answer.nl == "3 deelnemers."
    assert items[14].answer.nl == "score: hoger is beter."
    assert items[18].answer.nl.startswith("Randomisatietoets (mean-difference).")
    assert items[19].answer.nl == (
        "Metingen per fase: tier1: A 5, B 15; tier2: A 8, B 12; tier3: A 11, B 9. Ontbrekende scores: 0."
    )


def test_the_scribe_list_without_a_design() -> None:
    items = {item.number: item for item in analyse(study("own_abab")[:1]).scribe}
    assert items[5].answer.nl == "Fasen: A1-B1-A2-B2. De soort opzet vult u zelf in."
    assert items[7].answer.en == "1 series, 3 changes of phase in all."
    assert items[8].answer.nl == "Er is geen loting bekend."
    assert items[8].state is State.PARTLY
    assert items[11].answer.en == "1 participant."
    assert items[18].answer.nl.startswith("Geen toets uit een loting.")
    assert "geen p" in items[23].answer.nl
    assert items[25].state is State.BY_YOU
