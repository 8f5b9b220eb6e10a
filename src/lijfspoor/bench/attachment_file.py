"""A made-up attachment treatment of any length, to measure with: a module and a file of facts."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle, islice

from lijfspoor.domain.caremodules import agreements, approach, criteria, diagnostics, goals
from lijfspoor.domain.caremodules.module import Audience, CareModule, Problem, Provenance
from lijfspoor.domain.caremodules.surroundings import Surroundings
from lijfspoor.domain.caremodules.underpinning import Underpinning
from lijfspoor.domain.evidence.status import EvidenceStatus
from lijfspoor.domain.kernel import Answer, Statement, Text
from lijfspoor.domain.pathways import AnyFact, Stamp, facts

START = date(2025, 1, 6)
OWN = ("own",)
LADDER = (3, 6, 5, 4)
CONDITIONS = ("figure", "home", "stable", "known-person", "cooperation")


def _words(text: str) -> Text:
    return Text(nl=text, en=text)


def _statement(text: str) -> Statement:
    return Statement(text=_words(text), sources=OWN)


def attachment_module() -> CareModule:
    """Return a module with four phases, five blocks, 18 subgoals and five preconditions asked again."""
    return CareModule(
        schema=1,
        id="measured",
        version="1.0",
        title=_words("measured"),
        short_title=_words("measured"),
        discipline="pmkt",
        summary=(),
        provenance=Provenance(authors=("own",), level=_words("own"), checked_on=START, review_by=START, sources=OWN),
        problem=Problem(statements=()),
        audience=Audience(
            short=_statement("children"),
            age_groups=("child",),
            groups=(_conditions(),),
            routes=(criteria.ReferralRoute(id="private", text=_words("private"), sources=OWN),),
            consents=(criteria.ConsentNeed(scope="treatment", opens="start", text=_words("treatment"), sources=OWN),),
        ),
        diagnostics=diagnostics.Diagnostics(),
        goals=goals.Goals(main=_statement("goal"), blocks=tuple(_blocks()), rating=_scale()),
        approach=_approach(),
        agreements=agreements.Agreements(evaluations=(_evaluation(),), closing_reasons=()),
        surroundings=Surroundings(),
        underpinning=Underpinning(status=EvidenceStatus.NOT_YET_STUDIED, status_text=_statement("not yet studied")),
    )


def _conditions() -> criteria.CriterionGroup:
    return criteria.CriterionGroup(
        id="conditions",
        kind="precondition",
        title=_words("conditions"),
        needs="all",
        criteria=tuple(criteria.Criterion(id=c, text=_words(c), sources=OWN) for c in CONDITIONS),
        sources=OWN,
        asked=("before_start", "at_evaluation"),
    )


def _blocks() -> Iterator[goals.BuildingBlock]:
    before: tuple[str, ...] = ()
    for number, count in enumerate((*LADDER, 0), start=1):
        ids = [f"b{number}-{step}" for step in range(1, count + 1)]
        steps = tuple(
            goals.Subgoal(id=id_, code=id_, text=_words(id_), sources=OWN, builds_on=(ids[i - 1],) if i else before)
            for i, id_ in enumerate(ids)
        )
        before = tuple(ids)
        yield goals.BuildingBlock(
            id=f"b{number}",
            number=number,
            name=_words(f"block {number}"),
            from_age=_words("any"),
            from_months=0,
            key_sentence=_words("sentence"),
            about=(),
            needed=(),
            unmet_signals=(),
            guidance_for_parents=(),
            subgoals=steps,
            sources=OWN,
        )


def _scale() -> goals.RatingScale:
    words = tuple(
        goals.RatingWord(id=name, word=_words(name), meaning=_words(name), order=i, carries=i > 1)
        for i, name in enumerate(("not", "sometimes", "often"))
    )
    return goals.RatingScale(words=words, remark=_words("own"), sources=OWN)


def _approach() -> approach.Approach:
    return approach.Approach(
        dose=approach.Dose(kind="expected", low=25, high=40, words=_words("25-40"), sources=OWN),
        session=approach.SessionShape(
            minutes_low=60,
            minutes_high=60,
            frequency=_statement("weekly"),
            forms=("individual",),
            parts=(),
            sources=OWN,
        ),
        phase_order="ordered",
        phases=tuple(
            approach.Phase(
                id=f"p{number}",
                number=number,
                name=_words(f"phase {number}"),
                emphasis=_statement("emphasis"),
                blocks=(f"b{number}", f"b{number + 1}"),
                exit_signs=(),
            )
            for number in range(1, 5)
        ),
    )


def _evaluation() -> agreements.Evaluation:
    return agreements.Evaluation(
        id="regular",
        kind="regular",
        title=_words("evaluation"),
        after_session=10,
        then_every=10,
        remark=_words("own number"),
        asks_preconditions=True,
        sources=OWN,
    )


class _File:
    """Facts as they come in, each with its stamp."""

    def __init__(self) -> None:
        self.facts: list[AnyFact] = []
        self.day = START

    def stamp(self) -> Stamp:
        number = len(self.facts) + 1
        recorded = datetime.combine(self.day, time(12), UTC)
        return Stamp(id=f"f{number}", holds_on=self.day, recorded_at=recorded, sequence=number)

    def answer_conditions(self) -> None:
        for condition in CONDITIONS:
            self.facts.append(facts.CriterionAnswered(stamp=self.stamp(), criterion=condition, answer=Answer.YES))


def attachment_facts(sessions: int) -> list[AnyFact]:
    """Return a file of so many weekly sessions, with ratings each time, phases forward and back, evaluations."""
    file = _File()
    file.facts.append(facts.Referred(stamp=file.stamp(), route="private"))
    file.facts.append(facts.Born(stamp=file.stamp(), on=date(2017, 3, 1)))
    file.facts.append(facts.AuthorityHeld(stamp=file.stamp(), person="mo", name="Mo"))
    file.facts.append(facts.ConsentGiven(stamp=file.stamp(), scope="treatment", person="mo"))
    file.answer_conditions()
    file.facts.append(facts.TreatmentStarted(stamp=file.stamp(), phase="p1"))
    steps = cycle(f"b{block}-{step}" for block, count in enumerate(LADDER, 1) for step in range(1, count + 1))
    words = cycle(("not", "sometimes", "often", "often"))
    phases = cycle(("p2", "p1", "p2", "p3", "p4", "p3"))
    for number in range(1, sessions + 1):
        file.day += timedelta(days=7)
        file.facts.append(facts.SessionHeld(stamp=file.stamp(), session=f"s{number}"))
        for subgoal in islice(steps, 3):
            file.facts.append(
                facts.SubgoalRated(stamp=file.stamp(), subgoal=subgoal, rating=next(words), session=f"s{number}")
            )
        if number % 7 == 0:
            file.facts.append(facts.PhaseMoved(stamp=file.stamp(), to_phase=next(phases), reason="seen"))
        if number % 10 == 0:
            file.facts.append(facts.EvaluationHeld(stamp=file.stamp(), evaluation="regular"))
            file.answer_conditions()
    return file.facts
