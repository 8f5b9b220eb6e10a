"""What the font can draw, what is replaced, and how a text is cut into pieces."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.workbench.paper import fonts_ok, glyphs
from lijfspoor.workbench.paper.glyphs import covered, visible
from lijfspoor.workbench.paper.pieces import MAY_BREAK, PLAIN, STAND_IN, pieces


def test_the_shipped_fonts_have_every_sign_we_need() -> None:
    assert fonts_ok() == []


def test_a_missing_or_broken_font_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in glyphs.TEXT_FONTS[1:]:
        (tmp_path / name).write_bytes((glyphs.FONTS / name).read_bytes())
    (tmp_path / glyphs.TEXT_FONTS[1]).write_bytes(b"no font")
    monkeypatch.setattr(glyphs, "FONTS", tmp_path)
    covered.cache_clear()
    faults = fonts_ok()
    covered.cache_clear()
    assert any(glyphs.TEXT_FONTS[0] in fault for fault in faults)
    assert any(glyphs.TEXT_FONTS[1] in fault for fault in faults)
    assert any(glyphs.STAND_IN_FONTS[0] in fault for fault in faults)
    assert not any(glyphs.TEXT_FONTS[2] in fault for fault in faults)


def test_a_sign_the_fonts_lack_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "NEEDED", "é漢")
    assert fonts_ok() == [f"Lettertype {name} mist: 漢" for name in glyphs.TEXT_FONTS]


def test_control_characters_become_visible() -> None:
    assert visible("a\x00b\x1bc\x9dd\ud800e\uf8ff") == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffd"
    assert visible("a\r\nb\rc\x85d") == "a\nb\nc\nd"
    assert visible("a\tb\ufeffc") == "a    b\u2060c"


@given(st.text())
def test_making_visible_twice_changes_nothing_more(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(st.text(), st.integers(1, 80))
def test_pieces_joined_are_the_text(text: str, longest: int) -> None:
    assert "".join(piece for _, piece in pieces(text, longest)) == visible(text)


@given(st.text(st.characters(codec="latin-1", categories=("L", "N", "P")), max_size=20))
def test_an_ordinary_word_is_one_piece(word: str) -> None:
    assert pieces(word, 40) == ([(PLAIN, word)] if word else [])


def test_a_wide_word_may_break_but_not_before_an_accent() -> None:
    cut = pieces("e\u0301" * 60, 40)
    assert MAY_BREAK in {kind for kind, _ in cut}
    assert not any(piece.startswith("\u0301") for _, piece in cut)


def test_what_the_font_lacks_is_drawn_by_the_stand_in() -> None:
    assert pieces("a漢字 😀\u200d👧b", 40) == [
        (PLAIN, "a"),
        (STAND_IN, "漢字"),
        (PLAIN, " "),
        (STAND_IN, "😀\u200d"),
        (STAND_IN, "👧"),
        (PLAIN, "b"),
    ]
