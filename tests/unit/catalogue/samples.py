"""A small module that holds something of every kind, for tests to put one mistake into."""

from pathlib import Path

SAMPLE = (Path(__file__).parent / "sample.yaml").read_text(encoding="utf-8")


def edited(old: str, new: str) -> str:
    """Return the sample with `old`, which stands in it once, replaced by `new`."""
    assert SAMPLE.count(old) == 1, f"{old!r} stands {SAMPLE.count(old)} times in the sample"
    return SAMPLE.replace(old, new)


def line_of(text: str, marker: str) -> int:
    """Return the line (from 1) on which `marker`, which stands in `text` once, begins."""
    assert text.count(marker) == 1, f"{marker!r} stands {text.count(marker)} times"
    return text.count("\n", 0, text.index(marker)) + 1
