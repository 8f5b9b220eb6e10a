"""The exercises a practice can use: those that ship and its own, the newest of each, without what is hidden."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from lijfspoor.catalogue.exercises import shipped_exercises, shipped_index, shipped_versions
from lijfspoor.domain.caremodules.versions import version_key
from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.domain.exercises.searching import Indexed, index_of
from lijfspoor.practice.exercises import store
from lijfspoor.practice.tenancy.clock import day_of

PRACTICES_KEPT = 16


@dataclass(frozen=True, slots=True)
class Hidden:
    """That an exercise is hidden here: why, by whom and since when."""

    reason: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a practice can use. `index` is ready to search and leaves out what is hidden."""

    newest: Mapping[str, Exercise]
    index: tuple[Indexed, ...]
    concealed: tuple[Indexed, ...]
    hidden: Mapping[str, Hidden]
    versions: Mapping[str, Exercise]
    own: frozenset[str]

    @property
    def usable(self) -> tuple[Exercise, ...]:
        """The exercises that are not hidden."""
        return tuple(each.exercise for each in self.index)


def open_shelf(practice_id: UUID) -> Shelf:
    """Return the shelf of a practice, in two queries however much it added (a third when it added something)."""
    ids = store.own_ids(practice_id)
    made = _shelved(practice_id, ids)
    hidden = {
        exercise: Hidden(row.reason, row.by, day_of(row.at))
        for exercise, row in store.hidings(practice_id).items()
        if row.hidden and exercise in made.newest
    }
    if not hidden:
        return made
    return Shelf(
        made.newest,
        tuple(each for each in made.index if each.exercise.id not in hidden),
        tuple(each for each in made.index if each.exercise.id in hidden),
        hidden,
        made.versions,
        made.own,
    )


@lru_cache(maxsize=PRACTICES_KEPT)
def _shelved(practice_id: UUID, ids: tuple[UUID, ...]) -> Shelf:
    # Rows never change, so these ids say what will be read.
    own = store.own_exercises(practice_id, ids) if ids else ()
    newest: dict[str, Exercise] = {}
    for each in own:
        before = newest.setdefault(each.id, each)
        if version_key(each.version) > version_key(before.version):
            newest[each.id] = each
    index = sorted((*shipped_index(), *map(index_of, newest.values())), key=lambda each: each.order)
    versions = {**shipped_versions(), **{each.pin: each for each in own}}
    return Shelf({**shipped_exercises(), **newest}, tuple(index), (), {}, versions, frozenset(newest))
