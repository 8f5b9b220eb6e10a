"""What happens between the sessions of a child of the demo: ratings, steps between phases, evaluations, talks."""

from collections.abc import Callable, Mapping

from lijfspoor.domain.kernel import Answer
from lijfspoor.practice.desk.demo.telling import Scene
from lijfspoor.practice.desk.demo.weeks import Weeks
from lijfspoor.practice.desk.demo.words_children import SEEN
from lijfspoor.practice.tenancy.clock import day_of
from lijfspoor.practice.treatment.flows import closing, evaluations, talks
from lijfspoor.practice.treatment.flows.course import GivenRating, move_phase, rate_subgoals
from lijfspoor.practice.treatment.flows.evaluations import EvaluationMinutes, GivenAnswer, Topic
from lijfspoor.practice.treatment.flows.talks import Audience, Mode, TalkMinutes

Event = Callable[[Weeks], Scene[None]]
Calendar = Mapping[int, tuple[Event, ...]]
"""What happens after so many held sessions."""

CONDITIONS = (
    "safe-attachment-figure",
    "safe-upbringing",
    "stable-living",
    "attachment-person",
    "cooperation",
    "safety-ensured",
    "equipped-room",
    "weekly-participation",
)
WITH_HELP, AT_TIMES, MOSTLY = "with-help", "at-times", "mostly"


def no(note: str) -> GivenAnswer:
    """A condition that does not hold any more, with a note."""
    return GivenAnswer(answer=Answer.NO, note=note)


def live(weeks: Weeks, calendar: Calendar) -> Scene[None]:
    """Live through all weeks, with what happens after each held session."""
    while weeks.week < len(weeks.happened):
        before = weeks.held
        yield from weeks.attend(1)
        if weeks.held > before:
            for event in calendar.get(weeks.held, ()):
                yield from event(weeks)


def rate(**ratings: str) -> Event:
    """Rate subgoals by the last session; dashes in their ids are written as underscores."""

    def event(weeks: Weeks) -> Scene[None]:
        now = yield weeks.soon()
        case, session = weeks.case, str(weeks.case.sessions[weeks.told - 1])
        given = tuple(
            GivenRating(subgoal=id_, rating=word, session=session, seen=SEEN[id_])
            for id_, word in ((name.replace("_", "-"), word) for name, word in ratings.items())
        )
        rate_subgoals(actor=case.actor, treatment_id=case.treatment_id, ratings=given, day=day_of(now), now=now)

    return event


def move(phase: str, reason: str, *signs: str) -> Event:
    """Step to another phase."""

    def event(weeks: Weeks) -> Scene[None]:
        now = yield weeks.soon()
        case = weeks.case
        move_phase(
            actor=case.actor,
            treatment_id=case.treatment_id,
            to_phase=phase,
            reason=reason,
            signs_seen=signs,
            day=day_of(now),
            now=now,
        )
        weeks.phase, weeks.in_phase = phase, 0

    return event


def evaluate(summary: str, safe: str, **otherwise: GivenAnswer) -> Event:
    """Hold the regular evaluation; every condition is answered yes unless `otherwise`, with `safe` as the person."""
    other = {id_.replace("_", "-"): answer for id_, answer in otherwise.items()}

    def event(weeks: Weeks) -> Scene[None]:
        now = yield weeks.soon()
        case = weeks.case
        asked = {id_: GivenAnswer(answer=Answer.YES, person=_person(id_, safe)) for id_ in CONDITIONS}
        course = evaluations.read_evaluations(
            actor=case.actor, treatment_id=case.treatment_id, day=day_of(now), now=now
        )[0]
        joint = course.standing.criterion("caregiver-not-source-of-fear")
        topics = tuple(
            Topic(topic=topic, client=said, therapist=seen)
            for topic, said, seen in (
                ("Hoe gaat het thuis en op school?", "Thuis vaker samen lachen.", "De spanning zakt sneller."),
                ("Past de fase nog bij het kind?", "", "Ja, met ruimte voor een stap terug."),
                ("Wat hebben ouders nodig?", "Tips voor het afscheid op school.", "Afgesproken voor het gesprek."),
            )
        )
        evaluations.hold_evaluation(
            actor=case.actor,
            treatment_id=case.treatment_id,
            evaluation="regular",
            summary=summary,
            told=EvaluationMinutes(topics=topics, fits="yes", bond="at_ease", bond_words=""),
            answers={**asked, "caregiver-not-source-of-fear": GivenAnswer(answer=joint.answer), **other},
            on=day_of(now),
            day=day_of(now),
            now=now,
        )

    return event


def _person(criterion: str, safe: str) -> str:
    return safe if criterion in ("safe-attachment-figure", "attachment-person") else ""


def talk(audience: Audience, mode: Mode, summary: str, *points: str, present: tuple[str, ...] = ()) -> Event:
    """Hold a talk with people around the child."""

    def event(weeks: Weeks) -> Scene[None]:
        now = yield weeks.soon()
        case = weeks.case
        talks.hold_talk(
            actor=case.actor,
            treatment_id=case.treatment_id,
            audience=audience,
            mode=mode,
            summary=summary,
            told=TalkMinutes(present=present, points=points, approach=summary, manner="Rustig en voorspelbaar."),
            on=day_of(now),
            day=day_of(now),
            now=now,
        )

    return event


def write(kind: str, key: str, *, send: bool = True) -> Event:
    """Write a letter to someone in the network."""

    def event(weeks: Weeks) -> Scene[None]:
        now = yield weeks.soon()
        weeks.case.write_to(kind, f"contact:{weeks.case.people[key]}", now=now, send=send)

    return event


def practise(where: str, text: str) -> Event:
    """Note that something was practised elsewhere."""

    def event(weeks: Weeks) -> Scene[None]:
        now = yield weeks.soon()
        case = weeks.case
        talks.note_practice_elsewhere(
            actor=case.actor,
            treatment_id=case.treatment_id,
            text=text,
            where=where,
            on=day_of(now),
            day=day_of(now),
            now=now,
        )

    return event


def taper(spacing: str, farewell: str, further: int) -> Event:
    """Plan how the treatment tapers off, and the sessions that follow, each two weeks after the one before.

    `further` of them lie in the future.
    """

    def event(weeks: Weeks) -> Scene[None]:
        now = yield weeks.soon()
        case, rest = weeks.case, weeks.happened[weeks.week :]
        left = [weeks.week + number for number, what in enumerate(rest) if what != "-"]
        after = (left or [weeks.week])[-1]
        wanted = [*left, *(after + 2 * number for number in range(1, further + 1))]
        closing.plan_taper(
            actor=case.actor,
            treatment_id=case.treatment_id,
            spacing=spacing,
            farewell=farewell,
            last_on=weeks.day(wanted[-1]),
            day=day_of(now),
            now=now,
        )
        for week in wanted:
            case.plan(weeks.day(week), weeks.slot, 1, now=now)

    return event


def close(reason: str, next_step: str, words: str) -> Event:
    """End the treatment."""

    def event(weeks: Weeks) -> Scene[None]:
        now = yield weeks.soon()
        case = weeks.case
        closing.close_treatment(
            actor=case.actor,
            treatment_id=case.treatment_id,
            reason=reason,
            next_step=next_step,
            words=words,
            day=day_of(now),
            now=now,
        )

    return event
