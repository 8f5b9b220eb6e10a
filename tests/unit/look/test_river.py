"""The river: every session is there, every move has words, and nothing from outside becomes markup."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.practice.look.pictures.path import (
    Mark,
    Phase,
    Step,
    move_in_words,
    moves,
    path_in_words,
)
from lijfspoor.practice.look.pictures.river import river

FOUR = (
    Phase("Regulatie", "Fase 1"),
    Phase("Relatie", "Fase 2"),
    Phase("Gedragsverandering", "Fase 3"),
    Phase("Transfer", "Fase 4"),
)
BACK_AND_FORTH = [Step(n, phase) for n, phase in enumerate([0] * 7 + [1] * 4 + [0] * 4 + [1] * 4, 1)]
DRAWINGS = ("river__wide", "river__tall")


def parsed(markup: str) -> ElementTree.Element:
    return ElementTree.fromstring(markup)


def drawing(markup: str, name: str) -> ElementTree.Element:
    return next(svg for svg in parsed(markup).iter("svg") if svg.get("class") == name)


def dots(markup: str, name: str) -> list[str]:
    return [
        circle.get("data-session", "") for circle in drawing(markup, name).iter("circle") if circle.get("data-session")
    ]


def spoken(markup: str) -> str:
    return parsed(markup).get("aria-label") or ""


@st.composite
def walks(draw: st.DrawFn) -> tuple[tuple[Phase, ...], list[Step]]:
    count = draw(st.integers(0, 6))
    phases = tuple(Phase(f"Naam {n}", f"Fase {n}") for n in range(1, count + 1))
    where = draw(st.lists(st.integers(0, count - 1) if count else st.none(), max_size=80))
    return phases, [Step(number, phase) for number, phase in enumerate(where, 1)]


@pytest.mark.requirement("S2-072")
def test_a_step_back_is_a_numbered_move_on_the_same_line() -> None:
    made = moves(BACK_AND_FORTH)
    assert [(move.number, move.session, move.back) for move in made] == [
        (1, 1, False),
        (2, 8, False),
        (3, 12, True),
        (4, 16, False),
    ]
    picture = drawing(river(FOUR, BACK_AND_FORTH), "river__wide")
    assert len([path for path in picture.iter("path") if path.get("class") == "river__line"]) == 1


@pytest.mark.requirement("S2-072")
def test_every_move_is_named_in_the_words_of_the_picture() -> None:
    words = spoken(river(FOUR, BACK_AND_FORTH, "vandaag, sessie 19"))
    assert "1: Begin in Fase 1, Regulatie, sessie 1." in words
    assert "2: Naar Fase 2, Relatie, sessie 8." in words
    assert "3: Terug naar Fase 1, Regulatie, sessie 12." in words
    assert "4: Weer naar Fase 2, Relatie, sessie 16." in words
    assert words.endswith("Vandaag, sessie 19. Daarna verder in eigen tempo.")


@given(walks())
def test_each_drawing_has_one_dot_for_each_session(walk: tuple[tuple[Phase, ...], list[Step]]) -> None:
    phases, steps = walk
    markup = river(phases, steps, "nu")
    for name in DRAWINGS:
        assert dots(markup, name) == [str(step.session) for step in steps]


@given(walks())
def test_every_move_has_its_number_in_the_drawing_and_in_the_words(
    walk: tuple[tuple[Phase, ...], list[Step]],
) -> None:
    phases, steps = walk
    markup = river(phases, steps)
    made = moves(steps)
    for name in DRAWINGS:
        letters = ("t-note", "t-on", "t-flag")
        numbers = [text.text for text in drawing(markup, name).iter("text") if text.get("class") in letters]
        assert numbers == [str(move.number) for move in made]
    assert all(f"{move.number}: {move_in_words(move, phases)}" in spoken(markup) for move in made)


@given(walks())
def test_numbers_have_no_commas_and_everything_lies_inside_the_drawing(
    walk: tuple[tuple[Phase, ...], list[Step]],
) -> None:
    phases, steps = walk
    markup = river(phases, steps, "vandaag")
    for name in DRAWINGS:
        svg = drawing(markup, name)
        _, _, width, height = (float(part) for part in (svg.get("viewBox") or "").split())
        for data in [path.get("d") or "" for path in svg.iter("path")]:
            assert re.fullmatch(r"[MCHV0-9. -]*", data)
        for circle in svg.iter("circle"):
            assert 0 <= float(circle.get("cx") or -1) <= width
            assert 0 <= float(circle.get("cy") or -1) <= height


@given(walks())
def test_the_drawing_is_the_same_each_time(walk: tuple[tuple[Phase, ...], list[Step]]) -> None:
    phases, steps = walk
    assert river(phases, steps) == river(phases, steps)


@given(walks())
def test_nothing_in_the_drawing_needs_an_inline_style(walk: tuple[tuple[Phase, ...], list[Step]]) -> None:
    phases, steps = walk
    for node in parsed(river(phases, steps)).iter():
        assert not [name for name in node.keys() if name == "style" or name.startswith("on")]  # noqa: SIM118


@given(st.text(st.characters(blacklist_categories=["Cc", "Cs"], blacklist_characters="\ufffe\uffff"), min_size=1))
def test_words_from_people_stay_words(name: str) -> None:
    hostile = f'<script>alert(1)</script>"&{name}'
    markup = river((Phase(hostile, hostile), Phase("b")), [Step(1, 0), Step(2, 1)], hostile, marks=[Mark(2, hostile)])
    assert "<script" not in markup
    assert {node.tag for node in parsed(markup).iter()} <= {"div", "svg", "rect", "path", "circle", "text"}
    assert hostile in spoken(markup)


@pytest.mark.requirement("S2-086")
def test_the_way_ahead_has_no_sessions_and_no_length() -> None:
    words = spoken(river(FOUR, [Step(1, 0)]))
    assert "verder in eigen tempo" in words
    assert dots(river(FOUR, [Step(1, 0)]), "river__wide") == ["1"]


def test_a_closed_path_has_no_way_ahead() -> None:
    markup = river(FOUR, BACK_AND_FORTH, "afgesloten na sessie 19", ahead=False)
    assert not [path for path in parsed(markup).iter("path") if path.get("class") == "river__ahead"]
    assert "verder" not in spoken(markup)


def test_without_phases_it_is_a_line_of_sessions_with_its_marks() -> None:
    steps = [Step(number) for number in range(1, 11)]
    markup = river((), steps, marks=[Mark(6, "tussenevaluatie"), Mark(12, "nog niet")])
    assert len(dots(markup, "river__wide")) == 10
    assert "Bij sessie 6: tussenevaluatie." in spoken(markup)
    assert "nog niet" not in markup


def test_without_order_no_move_counts_as_a_step_back() -> None:
    made = moves(BACK_AND_FORTH, ordered=False)
    assert not any(move.back for move in made)
    assert "Weer naar Fase 1" in path_in_words(FOUR, BACK_AND_FORTH, ordered=False)


@pytest.mark.parametrize(
    ("phases", "steps"),
    [
        (FOUR, [Step(1, 4)]),
        (FOUR, [Step(1, None)]),
        (FOUR, [Step(1, -1)]),
        ((), [Step(1, 0)]),
        (FOUR, [Step(2, 0), Step(1, 0)]),
        (FOUR, [Step(1, 0), Step(1, 1)]),
    ],
)
def test_a_path_that_cannot_be_is_refused(phases: tuple[Phase, ...], steps: list[Step]) -> None:
    with pytest.raises(ValueError):
        river(phases, steps)


def test_numbers_of_moves_keep_apart_on_a_long_path() -> None:
    turns = ((0, 12), (1, 3), (0, 2), (1, 11), (2, 6), (1, 2), (2, 14), (3, 10))
    steps = [Step(n, phase) for n, phase in enumerate([p for p, count in turns for _ in range(count)], 1)]
    for name in DRAWINGS:
        flags = [c for c in drawing(river(FOUR, steps), name).iter("circle") if c.get("class") == "river__flag"]
        places = [(float(c.get("cx") or 0), float(c.get("cy") or 0), float(c.get("r") or 0)) for c in flags]
        assert len(places) == 8
        for turn, (x, y, r) in enumerate(places):
            for other_x, other_y, other_r in places[turn + 1 :]:
                assert ((x - other_x) ** 2 + (y - other_y) ** 2) ** 0.5 >= r + other_r
