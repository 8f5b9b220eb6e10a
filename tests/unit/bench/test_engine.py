"""The speed table of the engine: every module's rows, shares that add up, a reference that is NAP, and the bars."""

import os
from collections.abc import Iterator
from functools import partial
from types import SimpleNamespace

import numpy as np
import pytest

from lijfspoor.bench import engine
from lijfspoor.bench.registry import benchmarks
from lijfspoor.bench.singlecase import effects, footprint
from lijfspoor.bench.singlecase.rows import Row
from lijfspoor.domain.singlecase.effects.batch import ELEVEN, batch


def some_rows(*met: bool | None) -> Iterator[Row]:
    return (Row(f"work {number}", 2.0, "half", 4.0, "1 s", found) for number, found in enumerate(met))


def test_every_module_with_rows_is_in_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def imported(name: str) -> SimpleNamespace:
        asked.append(name.split(".")[-1])
        return SimpleNamespace() if name.endswith("rows") else SimpleNamespace(rows=lambda: some_rows(None))

    monkeypatch.setattr("importlib.import_module", imported)
    assert len(list(engine.all_rows())) == len(asked) - 1
    assert {"effects", "footprint", "randomisation", "models", "rows"} <= set(asked)


def test_a_missed_bar_ends_with_an_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(engine, "on_one_core", lambda: list(some_rows(True, False, None)))
    with pytest.raises(SystemExit) as left:
        engine.speed()
    assert left.value.code == 1
    assert capsys.readouterr().out.splitlines()[-1] == "Slower than promised: work 1."


def test_rows_are_told_as_they_come(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(engine, "all_rows", lambda: some_rows(True, None))
    assert engine.told_rows() == list(some_rows(True, None))
    assert capsys.readouterr().out.splitlines() == [row.line() for row in some_rows(True, None)]


def test_linear_algebra_has_one_core_in_a_fresh_process(monkeypatch: pytest.MonkeyPatch) -> None:
    for library in engine.LIBRARIES:
        monkeypatch.setenv(f"{library}_NUM_THREADS", "7")
    monkeypatch.setattr(engine, "told_rows", partial(os.getenv, "OPENBLAS_NUM_THREADS"))
    assert str(engine.on_one_core()) == "1"


def test_met_bars_give_the_first_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "on_one_core", lambda: list(some_rows(True, None)))
    found = engine.speed()
    assert (found.ours, found.ratio, found.against) == (2.0, 4.0, "half")
    assert benchmarks()["singlecase"] is engine.speed


def test_the_series_are_what_the_row_says() -> None:
    series = effects.many_series(200)
    sizes = [contrast.a.size + contrast.b.size for contrast in series]
    assert (min(sizes), max(sizes)) == (30, 40)
    assert not batch(series).refused.any()
    assert sum(len(group) for group in effects.groups(series)) == 200


def test_the_reference_is_the_work_of_nap() -> None:
    series = effects.groups(effects.many_series(50))[0]
    sides = effects.Sides(np.stack([c.a for c in series]), np.stack([c.b for c in series]))
    assert effects.pairwise([sides])[0] == pytest.approx(batch(series, ["nap"]).value[:, 0])


def test_the_rows_name_the_eleven_and_their_shares(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(effects, "SERIES", 50)
    whole, *parts = effects.rows()
    assert whole.bar == "1500 ms, 30 x"
    assert [part.name.strip().split(":")[0] for part in parts] == [*ELEVEN, effects.REST]
    assert all(part.met is None for part in parts)
    assert sum(int(part.name.split(": ")[1].rstrip("%")) for part in parts) == pytest.approx(100, abs=7)


def test_memory_grows_with_the_data() -> None:
    row = footprint.memory(40_000)
    assert row.met is True
    assert 0.4 < row.ratio < 1.15
    assert "40,000 points" in row.name
