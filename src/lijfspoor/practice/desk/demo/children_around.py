"""What the people around a child of the demo decide and do: joining a session, touch, informing others, safety."""

from datetime import timedelta
from functools import partial
from typing import Any

from lijfspoor.domain.exercises.effort import QUESTIONS
from lijfspoor.domain.kernel import Answer
from lijfspoor.practice.desk.demo import words_children
from lijfspoor.practice.desk.demo.children_course import YES
from lijfspoor.practice.desk.demo.children_events import Event
from lijfspoor.practice.desk.demo.telling import Scene
from lijfspoor.practice.desk.demo.weeks import Weeks
from lijfspoor.practice.education import flows as education
from lijfspoor.practice.exercises import flows as exercises
from lijfspoor.practice.tenancy.clock import day_of
from lijfspoor.practice.treatment.flows import safety


def join(key: str) -> Event:
    """Someone of the network joins from the next session on, after the question whether that is safe."""

    def event(weeks: Weeks) -> Scene[None]:
        now = yield weeks.soon()
        weeks.case.answer("joint-sessions", now=now, caregiver_not_source_of_fear=YES)
        weeks.notes = partial(words_children.note, joined_by=(str(weeks.case.people[key]),))

    return event


def alone(weeks: Weeks) -> Scene[None]:
    """From the next session on the child comes alone again."""
    weeks.notes = words_children.note
    yield weeks.soon()


def allow_touch(until_days: int = 0) -> Event:
    """All who decide consent to touch, maybe until so many days from now."""

    def event(weeks: Weeks) -> Scene[None]:
        now = yield weeks.soon()
        until = day_of(now) + timedelta(days=until_days) if until_days else None
        weeks.case.consent_by_all(("touch",), now=now, how="Besproken in het oudergesprek", until=until)

    return event


def take_back(scope: str, key: str, why: str) -> Event:
    """Someone takes back a consent."""

    def event(weeks: Weeks) -> Scene[None]:
        now = yield weeks.soon()
        weeks.case.consent(scope, key, now=now, given=False, how=why)

    return event


def mind(caution: str, note: str) -> Event:
    """Note something to mind with exercises, and ask the questions on effort."""

    def event(weeks: Weeks) -> Scene[None]:
        now = yield weeks.soon()
        of: Any = {"actor": weeks.case.actor, "client_id": weeks.case.client_id, "day": day_of(now), "now": now}
        exercises.note_caution(caution=caution, note=note, **of)
        exercises.check_effort(answers={each.id: Answer.NO for each in QUESTIONS}, note="Gevraagd aan moeder.", **of)

    return event


def explain(pin: str, key: str, how: str = "handed") -> Event:
    """Give a card to the child (`key` is `client`) or to someone of the network; to a parent also noted as a talk."""

    def event(weeks: Weeks) -> Scene[None]:
        now, case = (yield weeks.soon()), weeks.case
        education.share_card(
            actor=case.actor,
            treatment_id=case.treatment_id,
            pin=pin,
            recipient="client" if key == "client" else f"contact:{case.people[key]}",
            language="nl",
            how=how,
            on=day_of(now),
            session=None,
            as_talk=key != "client",
            day=day_of(now),
            now=now,
        )

    return event


CODE_STEPS: tuple[tuple[safety.CodeStep, str, str], ...] = (
    ("signals", "Alleen", "Thijs vertelt dat hij op drie plekken slaapt en niet weet waar morgen."),
    ("consult", "Aandachtsfunctionaris van de praktijk", "Besproken. Geen onveiligheid door ouders; wel zorgen."),
)


def consult_on_safety(weeks: Weeks) -> Scene[None]:
    """Note two steps of the reporting code, readable for who treats only."""
    for code_step, who, content in CODE_STEPS:
        now = yield weeks.soon()
        safety.note_code_step(
            actor=weeks.case.actor,
            treatment_id=weeks.case.treatment_id,
            code_step=code_step,
            who=who,
            content=content,
            decision="",
            on=day_of(now),
            day=day_of(now),
            now=now,
        )
