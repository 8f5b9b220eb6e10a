"""Exercises in a plan and a note: what must not be done is held back, what was done is told."""

from collections.abc import Iterable, Iterator

from lijfspoor.domain.exercises.fitting import forbidden
from lijfspoor.domain.exercises.situation import went_of
from lijfspoor.practice.access.refusals import NotFound, NotPossible
from lijfspoor.practice.exercises import flows as exercises
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.tenancy.clock import day_of
from lijfspoor.practice.treatment.exercise_picks import exercise_of, pin_of
from lijfspoor.practice.treatment.fitting import Hour, situation_of
from lijfspoor.practice.treatment.models import Session
from lijfspoor.practice.treatment.paper import Paper


def check_exercises(*, session: Session, course: Course, picked: Iterable[str]) -> None:
    """Raise NotPossible with every reason when one of these picks is an exercise that must not be done now."""
    pins = [pin_of(each) for each in picked if exercise_of(each)]
    if not pins:
        return
    of = {"practice_id": session.practice_id, "client_id": session.client_id}
    shelf = exercises.shelf_of(practice_id=session.practice_id)
    hour = Hour(on=day_of(session.starts_at), form=session.form, allergies=people.allergies_of(**of))
    at = situation_of(course, hour, exercises.known_of(**of))
    against: list[str] = []
    for pin in pins:
        found = shelf.versions.get(pin)
        if found is None:
            raise NotFound
        against += [f"{found.title.nl}: {reason.text.nl}" for reason in forbidden(found, at)]
    if against:
        raise NotPossible("Een werkvorm kan nu niet in het plan.", tuple(against))


def done_in(paper: Paper) -> Iterator[exercises.Done]:
    """Yield the exercises of a plan with how they went, as the note says it."""
    for id_ in paper.picked:
        found = exercise_of(id_)
        if found is not None:
            said = paper.note.get(f"went-{id_}", "")
            yield exercises.Done(*found, went=went_of(said), touched=f"touched-{id_}" in paper.note)
