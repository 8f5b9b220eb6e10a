from datetime import date

from lijfspoor.domain.kernel import Text
from lijfspoor.domain.pathways.words import (
    because,
    day_text,
    ended,
    held_text,
    listed,
    person_text,
    say,
    scope_text,
    sessions_text,
)


def nl_and_en(text: Text) -> tuple[str, str]:
    return text.nl, text.en


def test_a_reason_names_each_source_once_and_never_none() -> None:
    words = say("nl", "en")
    assert because("c", words, ("S2-053",), ("S1-011", "S2-053")).sources == ("S2-053", "S1-011")
    assert because("c", words, ()).sources == ("own",)


def test_enumerations_read_as_language() -> None:
    names = [say("a", "a"), say("b", "b"), say("c", "c")]
    assert nl_and_en(listed(names)) == ("a, b en c", "a, b and c")
    assert nl_and_en(listed(names[:1])) == ("a", "a")
    assert nl_and_en(listed([])) == ("", "")


def test_days_and_numbers_read_as_language() -> None:
    assert nl_and_en(day_text(date(2025, 3, 3))) == ("3 maart 2025", "3 March 2025")
    assert nl_and_en(sessions_text(1)) == ("1 sessie", "1 session")
    assert nl_and_en(sessions_text(8)) == ("8 sessies", "8 sessions")
    assert held_text(1).nl == "Er is nu 1 sessie geweest."
    assert held_text(2).nl == "Er zijn nu 2 sessies geweest."


def test_people_and_scopes_are_named() -> None:
    assert person_text("client", "").nl == "de cliënt"
    assert person_text("mo", "Mo").nl == "Mo"
    assert person_text("mo", "").nl == "mo"
    assert scope_text("touch").nl == "aanraking"
    assert scope_text("elsewhere").nl == "elsewhere"


def test_a_sentence_ends_with_one_mark() -> None:
    assert [ended(say(words, words)).nl for words in ("Zo", "Zo.", "Zo?")] == ["Zo.", "Zo.", "Zo?"]
