"""What people do with exercises; other rooms enter here."""

from lijfspoor.practice.exercises.flows.client import (
    check_can_note,
    check_effort,
    end_caution,
    known_of,
    note_caution,
    read_client_exercises,
)
from lijfspoor.practice.exercises.flows.own import (
    adapt,
    check_can_publish,
    examine_own_exercise,
    hide_exercise,
    publish_own_exercise,
    show_exercise,
)
from lijfspoor.practice.exercises.flows.reading import read_exercise, read_exercises, shelf_of
from lijfspoor.practice.exercises.flows.used import Done, done_before, record_used

__all__ = [
    "Done",
    "adapt",
    "check_can_note",
    "check_can_publish",
    "check_effort",
    "done_before",
    "end_caution",
    "examine_own_exercise",
    "hide_exercise",
    "known_of",
    "note_caution",
    "publish_own_exercise",
    "read_client_exercises",
    "read_exercise",
    "read_exercises",
    "record_used",
    "shelf_of",
    "show_exercise",
]
