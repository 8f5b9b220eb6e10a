"""The bench of exercises prints a row for each size, and its scan looks for the same words as the search."""

import pytest

from lijfspoor.bench import exercises
from lijfspoor.bench.registry import benchmarks
from lijfspoor.domain.exercises.searching import Wish, search


def test_the_bench_is_found_and_every_row_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "exercises" in benchmarks()
    monkeypatch.setattr(
        exercises, "timed_beside", lambda ours, scan: (0.01 if ours() else 1.0, 0.01 if scan() else 1.0)
    )
    found = exercises.finding()
    assert found.ratio == 1
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["search", "search", "suggest"]


def test_the_scan_finds_what_the_words_alone_would_find() -> None:
    shelf = exercises.many(200)
    assert len(shelf) > 300
    assert exercises.bare_scan(shelf) == len(search(shelf, Wish(words="adem stoel")))
