"""Laws that hold for any file at all, also for files that make no sense."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Answer, Text
from lijfspoor.domain.pathways import (
    AnyFact,
    Stamp,
    Standing,
    Step,
    StepKind,
    advice,
    allowed_steps,
    facts,
    next_turn,
    permit,
    standing,
)
from tests.unit.pathways.builders import BORN, MONDAY, addon, attachment

MODULES = (attachment(), addon())
DAYS = st.integers(0, 30).map(lambda n: MONDAY + timedelta(days=n))
ENDS = st.none() | DAYS | st.sampled_from([date.min, date.max])
PEOPLE = st.sampled_from(["", "client", "mo", "pa"])
NAMED = st.sampled_from(["", "x", "bv1", "tv1", "p1", "p2", "p4", "psychosis", "safe-home", "rage", "regular"])
SCOPES = st.sampled_from(["treatment", "information", "touch"])
CRITERIA = st.sampled_from([c.id for module in MODULES for _, c in module.criteria()])


@st.composite
def stamps(draw: st.DrawFn) -> Stamp:
    number = draw(st.integers(0, 40))
    day = draw(DAYS)
    return Stamp(
        id=f"f{draw(st.integers(0, 40))}",
        holds_on=day,
        recorded_at=datetime.combine(day, time(12), UTC),
        sequence=number,
    )


def fact(kind: type[AnyFact], **fields: st.SearchStrategy[object]) -> st.SearchStrategy[AnyFact]:
    return st.builds(kind, stamp=stamps(), **fields)


FACTS = st.one_of(
    fact(facts.Referred, route=st.sampled_from(["private", "lead_clinician", "x"])),
    fact(facts.Born, on=st.sampled_from([BORN, date(2013, 1, 10), date(1990, 5, 5), date(2025, 1, 20), date.max])),
    fact(facts.DevelopmentalAgeStated, months=st.sampled_from([-1, 24, 60, 145])),
    fact(facts.AuthorityHeld, person=PEOPLE, name=PEOPLE, guardian=st.booleans(), until=ENDS),
    fact(facts.AuthorityEnded, person=PEOPLE),
    fact(facts.ConsentGiven, scope=SCOPES, person=PEOPLE, until=ENDS),
    fact(facts.ConsentWithdrawn, scope=SCOPES, person=PEOPLE),
    fact(facts.CredentialHeld, therapist=PEOPLE, credential=st.sampled_from(["pmkt", "extra"]), until=ENDS),
    fact(facts.TherapistAssigned, therapist=PEOPLE, name=PEOPLE),
    fact(facts.CriterionAnswered, criterion=CRITERIA, answer=st.sampled_from(Answer), person=PEOPLE),
    fact(
        facts.ContraIndicationOverridden,
        criterion=CRITERIA,
        reason=NAMED,
        consulted=NAMED,
        consulted_role=st.sampled_from(["psychiatrist", "x"]),
    ),
    fact(facts.MeetingHeld, meeting=st.sampled_from(["intake", "x"]), parts=st.just(("x",))),
    fact(facts.ExaminationPartCompleted, part=st.sampled_from(["file", "history", "x"])),
    fact(facts.GoalAgreed, goal=NAMED),
    fact(facts.GoalDropped, goal=NAMED, reason=NAMED),
    fact(facts.PlanAgreed, version=st.integers(-1, 3)),
    fact(
        facts.EvaluationSet,
        evaluation=st.sampled_from(["regular", "interim", "x"]),
        after_session=st.integers(-2, 5),
        then_every=st.none() | st.integers(-2, 3),
    ),
    fact(facts.TreatmentStarted, phase=NAMED),
    fact(facts.SessionHeld, session=st.sampled_from("abcdefghijkl")),
    fact(
        facts.SessionMissed,
        session=st.sampled_from("abcdefghijkl"),
        how=st.sampled_from(["cancelled_by_client", "cancelled_by_practice", "no_show"]),
    ),
    fact(facts.PhaseMoved, to_phase=NAMED, reason=NAMED),
    fact(
        facts.SubgoalRated,
        subgoal=NAMED,
        rating=st.sampled_from(["not", "with_help", "often", "x"]),
        session=NAMED,
    ),
    fact(facts.TalkHeld, audience=st.just("school")),
    fact(facts.EvaluationHeld, evaluation=st.sampled_from(["regular", "interim", "x"])),
    fact(facts.DecisionOpened, decision=st.sampled_from(["extension", "x"]), sessions=st.integers(-1, 6)),
    fact(
        facts.VoiceGiven,
        decision=st.sampled_from(["extension", "x"]),
        party=st.sampled_from(["client", "therapist", "lead_clinician", "x"]),
        voice=st.sampled_from(["yes", "no", "unsure"]),
        reason=NAMED,
    ),
    fact(facts.DecisionClosed, decision=st.sampled_from(["extension", "x"])),
    fact(facts.TaperPlanned, spacing=NAMED, farewell=NAMED, last_on=ENDS),
    fact(facts.TreatmentClosed, reason=NAMED, next_step=NAMED),
    fact(facts.Retracted, fact=st.integers(0, 40).map(lambda n: f"f{n}"), reason=NAMED),
)
FILES = st.lists(FACTS, max_size=40)
CARE_MODULES = st.sampled_from(MODULES)


def texts(module: CareModule, now: Standing) -> list[Text]:
    found = [t for item in advice(module, now) for t in (item.title, item.reason.text)]
    return found + [r.text for p in allowed_steps(module, now) for r in p.reasons]


@given(CARE_MODULES, FILES, DAYS | st.sampled_from([date.min, date.max]))
def test_every_file_has_a_standing_advice_and_permissions_in_both_languages(
    module: CareModule, file: list[AnyFact], day: date
) -> None:
    now = standing(module, file, day)
    for text in texts(module, now):
        assert text.nl.strip()
        assert text.en.strip()
        for word in ("mislukt", "gefaald", "fout van", "schuld", "verzuim", "achteruitgang", "terugval"):
            assert word not in text.nl.lower()


@given(CARE_MODULES, FILES, DAYS, st.data())
def test_the_order_in_which_facts_are_given_never_matters(
    module: CareModule, file: list[AnyFact], day: date, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(file))
    assert standing(module, shuffled, day) == standing(module, file, day)


@given(CARE_MODULES, FILES, DAYS)
def test_facts_of_later_days_change_nothing_today(module: CareModule, file: list[AnyFact], day: date) -> None:
    today = [f for f in file if f.stamp.holds_on <= day]
    assert standing(module, file, day) == standing(module, today, day)


@given(CARE_MODULES, FILES)
def test_a_step_on_the_list_gets_the_same_answer_when_asked_for(module: CareModule, file: list[AnyFact]) -> None:
    day = MONDAY + timedelta(days=30)
    listed = allowed_steps(module, standing(module, file, day))
    assert len({p.step for p in listed}) == len(listed)
    for permission in listed:
        assert permission.allowed is not bool(permission.reasons)
        assert permit(module, file, permission.step, day) == permission


@given(CARE_MODULES, FILES)
def test_every_step_that_advice_offers_exists_and_is_allowed_unless_it_waits_for_something_else(
    module: CareModule, file: list[AnyFact]
) -> None:
    now = standing(module, file, MONDAY + timedelta(days=30))
    listed = {p.step: p for p in allowed_steps(module, now)}
    for item in advice(module, now):
        if item.step is not None:
            waits = {r.code for r in listed[item.step].reasons}
            assert waits <= {"no-goal", "examination-part-open"}


@given(CARE_MODULES, FILES, DAYS)
def test_between_now_and_the_next_turn_nothing_changes(module: CareModule, file: list[AnyFact], day: date) -> None:
    turn = next_turn(module, file, day)
    last = min(turn or date(2040, 1, 1), date(2040, 1, 1)) - timedelta(days=1)
    first = advice(module, standing(module, file, day))
    for later in {day + timedelta(days=1), day + (last - day) // 2, last}:
        if day < later <= last:
            assert advice(module, standing(module, file, later)) == first


@given(FILES, DAYS)
def test_the_path_moves_only_by_a_start_or_a_step(file: list[AnyFact], day: date) -> None:
    steps = [f for f in file if isinstance(f, facts.TreatmentStarted | facts.PhaseMoved)]
    path = standing(MODULES[0], file, day).path
    assert len(path) <= len(steps)
    assert {(s.on) for s in path} <= {f.stamp.holds_on for f in steps}


@given(CARE_MODULES, FILES, DAYS)
def test_what_is_unknown_never_opens_the_start(module: CareModule, file: list[AnyFact], day: date) -> None:
    now = standing(module, file, day)
    start = next(p for p in allowed_steps(module, now) if p.step == Step(StepKind.START_TREATMENT))
    if any(g.met is not Answer.YES for g in now.groups if g.kind != "joint_session"):
        assert not start.allowed
