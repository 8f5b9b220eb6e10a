"""What the command says at the keyboard."""

import subprocess
import sys
from pathlib import Path

import pytest

from lijfspoor.bench import registry
from lijfspoor.config.hooks import hook
from lijfspoor.config.start import CannotStart


def _command(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "lijfspoor"
    return subprocess.run([str(program), *words], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("bench", "no-such"), "There is no benchmark no-such."),
        (("requirements",), "Run this in a checkout"),
        (("serve", "--host", "0.0.0.0", "--port", "1"), "LIJFSPOOR_ADDRESS"),
    ],
)
def test_a_mistake_is_one_line_without_a_trace(tmp_path: Path, words: tuple[str, ...], line: str) -> None:
    done = _command(*words, folder=tmp_path)
    assert done.returncode == 1
    assert line in done.stderr or "cannot be used" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_part_that_is_not_there_is_named() -> None:
    with pytest.raises(CannotStart, match=r"has no practice\.nowhere"):
        hook("practice.nowhere.flows", "go")
    with pytest.raises(CannotStart, match="has no nothing in config"):
        hook("config", "nothing")


def test_a_benchmark_is_found_by_name_and_gives_a_ratio(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_FOUND", {})
    measure = registry.benchmark("twice")(lambda: registry.Comparison(2.0, 1.0, "doing it once"))
    assert registry.benchmarks()["twice"] is measure
    assert measure().ratio == 2
    with pytest.raises(ValueError, match="already"):
        registry.benchmark("twice")(measure)
