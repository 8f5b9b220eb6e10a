"""The small objects pages hand to their parts."""

import re
from datetime import UTC, datetime, time
from typing import get_args
from xml.etree import ElementTree

import pytest

from lijfspoor.practice.look import dutch, icons
from lijfspoor.practice.look.navigation import initials
from lijfspoor.practice.look.parts import DueItem, DueKind, MergeField, Rating
from lijfspoor.practice.look.pictures.merge import merge
from lijfspoor.practice.look.pictures.svg import fitted, number


def test_a_rating_shows_now_and_last_time_on_one_line() -> None:
    places = Rating(word="met hulp", level=1, before=2, before_word="vaak").dots
    assert [(dot.now, dot.before) for dot in places] == [(False, False), (True, False), (False, True), (False, False)]


@pytest.mark.parametrize("wrong", [{"level": 4, "word": "x"}, {"level": -1, "word": "x"}, {"before": 9}, {"level": 1}])
def test_a_rating_off_the_line_or_without_its_word_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        Rating(**wrong)  # type: ignore[arg-type]  # wrong on purpose


def test_each_kind_of_advice_has_its_own_drawing_and_words() -> None:
    kinds = [DueItem(what="x", kind=kind) for kind in get_args(DueKind)]
    assert len({item.drawing for item in kinds}) == 3
    assert len({item.kind_words for item in kinds}) == 3
    assert all(item.drawing in icons.ICONS for item in kinds)


def test_two_versions_differ_only_when_their_words_do() -> None:
    assert MergeField(label="Verslag", mine="a", theirs="b").differs
    assert not MergeField(label="Verslag", mine="a", theirs="a").differs


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Marjan de Wit", "MW"),
        ("Anne-Fleur van der Hoeven-Wijnbergen van Oudewater", "AO"),
        ("Ria", "R"),
        ("marjan", "M"),
        ("", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_days_and_times_are_written_as_people_write_them() -> None:
    late = datetime(2026, 4, 13, 22, 30, tzinfo=UTC)
    assert dutch.day(late, weekday=True) == "dinsdag 14 april 2026"
    assert dutch.day(late, year=False) == "14 april"
    assert dutch.clock(late) == "00.30"
    assert dutch.clock(time(9, 5)) == "09.05"


def test_every_icon_is_well_formed_and_only_lines() -> None:
    sprite = ElementTree.fromstring(icons.sprite())
    symbols = {symbol.get("id") for symbol in sprite.iter("symbol")}
    assert symbols == {f"i-{name}" for name in icons.ICONS}
    assert not re.search(r"style=|fill=|\bon\w+=", icons.sprite().replace("patternTransform", ""))


def test_an_unknown_icon_is_refused() -> None:
    with pytest.raises(KeyError):
        icons.use("bestaat-niet")


@pytest.mark.parametrize(("value", "written"), [(253.64, "253.6"), (12.0, "12"), (-0.04, "0"), (1120.0, "1120")])
def test_numbers_in_drawings_have_a_point_and_at_most_one_decimal(value: float, written: str) -> None:
    assert number(value) == written


def test_words_that_do_not_fit_end_in_an_ellipsis() -> None:
    assert fitted("Gedragsverandering", 12, 2) == ["Gedragsvera…"]
    assert len(fitted("Samen bewegen en begrenzen en nog veel meer", 12, 2)) == 2
    assert fitted("", 12, 2) == [""]


def test_an_open_voice_runs_dotted_into_the_decision() -> None:
    lines = [path.get("class") for path in ElementTree.fromstring(merge([True, True, False])).iter("path")]
    assert lines == ["", "", "merge__open"]
