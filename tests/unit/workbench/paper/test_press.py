"""The press is fenced in: time, memory, files, and no people's words in what goes wrong."""

import time

import pytest

from lijfspoor.workbench.paper import Limits, PaperError, PaperTookTooLong, PaperTooLarge, typeset

HEAD = '#set document(title: "t")\n'
ENDLESS = HEAD + "#for i in range(100000) { for j in range(100000) { let x = i * j } }"
GREEDY = HEAD + '#let x = range(40000000).map(i => "woord" + str(i))\n#x.len()'


def test_other_documents_can_use_the_press() -> None:
    pdf = typeset(HEAD + '#json("data.json").word', {"word": "Oefening"})
    assert pdf.startswith(b"%PDF-")


def test_a_document_that_never_ends_is_stopped_by_the_clock() -> None:
    start = time.perf_counter()
    with pytest.raises(PaperTookTooLong, match="stopped"):
        typeset(ENDLESS, {}, limits=Limits(wall_seconds=0.5))
    assert time.perf_counter() - start < 5


def test_a_document_that_never_ends_is_stopped_by_the_processor_cap() -> None:
    with pytest.raises(PaperTookTooLong, match="processor"):
        typeset(ENDLESS, {}, limits=Limits(wall_seconds=60, processor_seconds=1))


def test_a_document_that_eats_memory_is_stopped() -> None:
    with pytest.raises(PaperError) as stopped:
        typeset(GREEDY, {}, limits=Limits(wall_seconds=60, processor_seconds=30))
    assert not isinstance(stopped.value, PaperTookTooLong)


def test_too_much_text_is_refused_before_the_press_starts() -> None:
    with pytest.raises(PaperTooLarge):
        typeset(HEAD, {"text": "a" * 100}, limits=Limits(job=50))


@pytest.mark.parametrize("path", ["/etc/passwd", "../../../../../../../../etc/passwd", "../letter.typ"])
def test_no_file_can_be_read(path: str) -> None:
    with pytest.raises(PaperError):
        typeset(HEAD + f'#read("{path}")', {})


def test_a_fault_says_nothing_of_what_people_wrote() -> None:
    with pytest.raises(PaperError) as fault:
        typeset(HEAD + '#panic(json("data.json").secret)', {"secret": "Sam de Wilde"})
    assert "Sam" not in str(fault.value)
    assert fault.value.__cause__ is None
