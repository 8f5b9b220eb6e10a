"""Exercises are read as strictly as modules, and those that ship keep to every rule."""

import itertools
import re
from pathlib import Path

import pytest

from lijfspoor.catalogue.checker import check, known_ids
from lijfspoor.catalogue.exercises import (
    exercise_files,
    load_exercises,
    load_versions,
    read_exercise,
    shipped_exercises,
)
from lijfspoor.catalogue.mistakes import ContentRefused
from lijfspoor.catalogue.reader import SHIPPED

WELL = """\
schema: 1
id: heavy-and-light
version: "1.0"
title: {nl: Zwaar en licht, en: Heavy and light}
kinds: [tension]
purpose:
  text: {nl: U merkt hoe uw spieren spannen en loslaten., en: You notice how your muscles tense and let go.}
  sources: [own]
steps:
  - {nl: Til een zware bal op., en: Lift a heavy ball.}
  - {nl: Leg hem neer en voel het verschil., en: Put it down and feel the difference.}
minutes_low: 5
minutes_high: 10
senses: [muscles]
arousal: calms
intensity: low
modules: [pmkt-attachment]
blocks: ["pmkt-attachment:BLOCK"]
ages: [child]
forms: [individual]
space: room
written_on: 2026-11-24
review_by: 2027-11-24
sources: [S2-064]
"""


@pytest.fixture
def block() -> str:
    return load_first_block()


def load_first_block() -> str:
    from lijfspoor.catalogue.reader import shipped

    return shipped().newest("pmkt-attachment").goals.blocks[0].id


def put(folder: Path, text: str, name: str = "heavy-and-light") -> Path:
    file = folder / "exercises" / f"{name}.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text.replace("BLOCK", load_first_block()), encoding="utf-8")
    return file


def said(file: Path) -> list[str]:
    return [
        f"{mistake.line} {mistake.path}: {mistake.expected}" for mistake in read_exercise(file, known_ids()).mistakes
    ]


def test_an_exercise_is_read_whole(tmp_path: Path, block: str) -> None:
    file = put(tmp_path, WELL)
    exercise = load_exercises(tmp_path, known_ids())["heavy-and-light"]
    assert exercise.title.nl == "Zwaar en licht"
    assert exercise.blocks == (f"pmkt-attachment:{block}",)
    assert exercise.mark == "own_not_reviewed"
    assert (exercise.touch, exercise.home, exercise.effort_check) == ("none", False, False)
    assert said(file) == []


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("space: room", "spaces: room", "21 spaces: Take out this key"),
        ("minutes_low: 5", "minutes_low: 15", "12 minutes_low: Write 1 minute or more"),
        ("minutes_low: 5", "minutes_low: 0", "12 minutes_low: Write 1 minute or more"),
        ("senses: [muscles]", "senses: [taste]", "1 allergens: Name food here"),
        ("senses: [muscles]", "senses: []", "14 senses: Write at least one line"),
        ("intensity: low", "intensity: high", "1 effort_check: Write true here"),
        ("[pmkt-attachment]", "[pmkt-attachments]", "17 modules[0]: Name one of movement-in-trauma"),
        (':BLOCK"', ':nowhere"', "18 blocks[0]: Name a part that exists"),
        ("pmkt-attachment:BLOCK", "pmt:BLOCK", "18 blocks[0]: Write the module, a colon"),
        ("space: room", "space: room\nproblem_areas: [sadness]", "22 problem_areas[0]: Name one of adhd"),
        ("[S2-064]", "[S2-999]", "24 sources[0]: Name a requirement that exists"),
        ("id: heavy-and-light", "id: light-and-heavy", "2 id: Write heavy-and-light"),
        (", en: Heavy and light", "", "4 title.en: Add the English text"),
        ("ages: [child]", "ages: [baby]", "19 ages[0]: Write"),
        ("kinds: [tension]", "kinds: []", "5 kinds: Write at least one line"),
        ('version: "1.0"', 'version: "first"', "3 version: Write the version as numbers"),
        ("space: room", "space: room\nmark: reviewed", "22 mark: Write own_not_reviewed"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_is_expected(
    tmp_path: Path, before: str, after: str, told: str
) -> None:
    file = put(tmp_path, WELL.replace(before, after, 1))
    found = said(file)
    assert any(line.startswith(told) for line in found), found
    with pytest.raises(ContentRefused):
        load_exercises(tmp_path, known_ids())
    assert [mistake for mistake in check(tmp_path, known_ids()) if mistake.file == str(file)]


def test_hostile_files_are_refused(tmp_path: Path) -> None:
    for text in ("", "a: &a [*a]", "!!python/object:os.system x", "- 1", "\x00"):
        assert read_exercise(put(tmp_path, text)).mistakes


def test_every_exercise_that_ships_keeps_to_the_rules() -> None:
    wrong = [mistake for file in exercise_files(SHIPPED) for mistake in read_exercise(file, known_ids()).mistakes]
    assert [str(mistake) for mistake in wrong] == []
    exercises = shipped_exercises()
    titles = [exercise.title.nl for exercise in exercises.values()]
    assert len(titles) == len(set(titles)), "each exercise has a title of its own"
    assert {exercise.mark for exercise in exercises.values()} <= {"own_not_reviewed"}


def test_an_earlier_version_stays_beside_the_newest(tmp_path: Path) -> None:
    put(tmp_path, WELL.replace('version: "1.0"', 'version: "1.1"'))
    earlier = put(tmp_path, WELL)
    (tmp_path / "exercises" / "earlier").mkdir()
    earlier.rename(tmp_path / "exercises" / "earlier" / "heavy-and-light@1.0.yaml")
    put(tmp_path, WELL.replace('version: "1.0"', 'version: "1.1"'))
    assert load_exercises(tmp_path)["heavy-and-light"].version == "1.1"
    assert set(load_versions(tmp_path)) == {"heavy-and-light@1.0", "heavy-and-light@1.1"}


def test_no_two_exercises_are_each_other_in_other_words() -> None:
    def words(id_: str) -> set[str]:
        told = " ".join(step.nl.lower() for step in shipped_exercises()[id_].steps)
        return {word for word in re.findall(r"\w+", told) if len(word) > 4}

    known = {id_: words(id_) for id_ in shipped_exercises()}
    alike = [
        (one, other)
        for one, other in itertools.combinations(known, 2)
        if len(known[one] & known[other]) > 0.3 * len(known[one] | known[other])
    ]
    assert alike == []
